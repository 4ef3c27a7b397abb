"""Queue: the one door to background work; django-tasks stands behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django_tasks import task

from tawthiq.doors.jobs import models
from tawthiq.doors.jobs.kinds import runner_of
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.models import Account
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import NotPermitted, TawthiqError


def enqueue(actor: Actor, kind: str, options: Mapping[str, Any] | None = None) -> str:
    """Put a job in line for the worker; returns its id. Raises NotPermitted, NotFound for an unknown kind."""
    Reader(actor).require(Action.JOB_RUN)
    runner_of(kind)
    job_id = models.add_job(actor.id, kind, options or {})
    run_job.enqueue(job_id)
    return job_id


def requeue_silent() -> int:
    """Put the jobs of fallen workers in line again; returns how many."""
    silent = models.silent_jobs()
    for job_id in silent:
        run_job.enqueue(job_id)
    return len(silent)


@task()
def run_job(job_id: str) -> None:
    """Run one job to its end, its failure or its cancelling; does nothing when another worker has it."""
    job = models.take_job(job_id)
    if job is None:
        return
    try:
        _drive(job)
    except TawthiqError as error:
        models.fail_job(job_id, error)


def _drive(job: models.Job) -> None:
    steps = runner_of(job.kind)(_actor(job.actor_id), job.options)
    while True:
        try:
            n_done, n_total = next(steps)
        except StopIteration as end:
            models.end_job(job.id, end.value or {})
            return
        if not models.note_progress(job.id, n_done, n_total):
            steps.close()
            return


def _actor(actor_id: str) -> Actor:
    account = Account.objects.filter(actor_id=actor_id).first()
    if account is None:
        raise NotPermitted("the account that asked for this job is gone", where=actor_id)
    return account.as_actor()
