"""The table of jobs, with the only queries on it; how a job stands, never what it found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, reads
from tawthiq.terms.errors import NotFound, TawthiqError
from tawthiq.terms.identity import Kind, mint_id


def lease() -> timedelta:
    """How long a worker may be silent before another takes its job over."""
    return timedelta(seconds=settings.CONFIGURATION.job_lease_s)


class JobRow(models.Model):
    """One job. `state`: waiting, running, done, failed, cancelled. `lease_until`: a running worker renews it."""

    id = models.CharField(max_length=30, primary_key=True)
    kind = models.CharField(max_length=20)
    options = models.JSONField(default=dict)
    actor_id = models.CharField(max_length=30)
    state = models.CharField(max_length=10, default="waiting", db_index=True)
    n_done = models.PositiveIntegerField(default=0)
    n_total = models.PositiveIntegerField(null=True)
    result = models.JSONField(default=dict)
    error = models.JSONField(null=True)
    lease_until = models.DateTimeField(null=True)
    queued_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        db_table = "jobs_job"


@dataclass(frozen=True, slots=True)
class Job:
    """How a job stands. `n_total` is None while nobody knows how much there is to do."""

    id: str
    kind: str
    options: Mapping[str, Any]
    actor_id: str
    state: str
    n_done: int
    n_total: int | None
    result: Mapping[str, Any]
    error: Mapping[str, str] | None
    queued_at: datetime
    updated_at: datetime


def add_job(actor_id: str, kind: str, options: Mapping[str, Any]) -> str:
    """Put a job in line; returns its id."""
    now = timezone.now()
    row = JobRow.objects.create(
        id=mint_id(Kind.JOB), kind=kind, options=dict(options), actor_id=actor_id, queued_at=now, updated_at=now
    )
    return row.id


@reads(Action.JOB_READ)
def get_job(_reader: Reader, job_id: str) -> Job:
    """A job by id; raises NotFound."""
    return _job(job_id)


@reads(Action.JOB_READ)
def find_jobs(_reader: Reader, limit: int = 50) -> list[Job]:
    """The newest jobs."""
    return [_from_row(row) for row in JobRow.objects.order_by("-queued_at")[:limit]]


def take_job(job_id: str) -> Job | None:
    """Lease a job that waits, or whose worker fell silent; None when another has it or it is over."""
    now = timezone.now()
    free = models.Q(state="waiting") | models.Q(state="running", lease_until__lt=now)
    taken = JobRow.objects.filter(free, id=job_id).update(state="running", lease_until=now + lease(), updated_at=now)
    return _job(job_id) if taken else None


def note_progress(job_id: str, n_done: int, n_total: int | None) -> bool:
    """Renew the lease, show how far it is; False when somebody cancelled the job."""
    now = timezone.now()
    fields = {"n_done": n_done, "n_total": n_total, "lease_until": now + lease(), "updated_at": now}
    return bool(JobRow.objects.filter(id=job_id, state="running").update(**fields))


def end_job(job_id: str, result: Mapping[str, Any]) -> None:
    """The job is done."""
    JobRow.objects.filter(id=job_id, state="running").update(
        state="done", result=dict(result), lease_until=None, updated_at=timezone.now()
    )


def fail_job(job_id: str, error: TawthiqError) -> None:
    """The job cannot go on."""
    said = {"code": error.code, "what": error.what, "where": error.where, "do": error.do}
    JobRow.objects.filter(id=job_id).update(state="failed", error=said, lease_until=None, updated_at=timezone.now())


@reads(Action.JOB_RUN)
def cancel_job(_reader: Reader, job_id: str) -> None:
    """Ask a waiting or running job to stop after the batch in hand; what is committed stays."""
    JobRow.objects.filter(id=job_id, state__in=("waiting", "running")).update(
        state="cancelled", lease_until=None, updated_at=timezone.now()
    )


def silent_jobs() -> list[str]:
    """Jobs whose worker fell silent."""
    rows = JobRow.objects.filter(state="running", lease_until__lt=timezone.now())
    return list(rows.order_by("queued_at").values_list("id", flat=True))


def _job(job_id: str) -> Job:
    row = JobRow.objects.filter(id=job_id).first()
    if row is None:
        raise NotFound("no such job", where=job_id)
    return _from_row(row)


def _from_row(row: JobRow) -> Job:
    return Job(
        row.id,
        row.kind,
        row.options,
        row.actor_id,
        row.state,
        row.n_done,
        row.n_total,
        row.result,
        row.error,
        row.queued_at,
        row.updated_at,
    )
