"""Jobs: what runs in the background, how far it is, the way to stop it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from tawthiq.doors.desk.page import go, page
from tawthiq.doors.jobs import models
from tawthiq.doors.jobs.queue import enqueue
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader

PAGE_ROWS = 50
OVER = ("done", "failed", "cancelled")


@page(Action.JOB_READ)
def jobs(reader: Reader, request: HttpRequest) -> HttpResponse:
    """The newest jobs."""
    found = models.find_jobs(reader, PAGE_ROWS)
    return render(request, "desk/jobs.html", {"jobs": found, "running": any(job.state not in OVER for job in found)})


@page(Action.JOB_READ)
def job(reader: Reader, request: HttpRequest, job_id: str) -> HttpResponse:
    """One job; while it runs, the page asks again for this part of itself every two seconds."""
    one = models.get_job(reader, job_id)
    part = "desk/job_state.html" if request.headers.get("HX-Request") else "desk/job.html"
    return render(request, part, {"job": one, "over": one.state in OVER})


@page(Action.JOB_RUN, methods=("POST",))
def run_flow(reader: Reader, _request: HttpRequest) -> HttpResponse:
    """Do in the background all that waits in the flow."""
    return go("job", enqueue(reader.actor, "flow"))


@page(Action.JOB_RUN, methods=("POST",))
def cancel(reader: Reader, _request: HttpRequest, job_id: str) -> HttpResponse:
    """Stop a job after the batch in hand."""
    models.cancel_job(reader, job_id)
    return go("job", job_id)


urls: list[URLPattern] = [
    path("jobs/", jobs, name="jobs"),
    path("jobs/run/", run_flow, name="jobs_run"),
    path("jobs/<str:job_id>/", job, name="job"),
    path("jobs/<str:job_id>/cancel/", cancel, name="job_cancel"),
]
