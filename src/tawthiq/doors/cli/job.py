"""`tawthiq job`: long work in the background, how far it is."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from tawthiq.doors.cli.output import AsOption, HomeOption, JsonFlag, put_fields, put_json, put_table
from tawthiq.doors.cli.session import open_session

app = typer.Typer(help="Background jobs.", no_args_is_help=True)


@app.command("run")
def run(
    kind: Annotated[
        str,
        typer.Argument(
            help="flow: every step that waits; extract: texts read for statements; export: verified rows as a file; "
            "scrub: bytes hashed again; mask: faces looked for."
        ),
    ] = "flow",
    option: Annotated[
        list[str] | None,
        typer.Option(
            help="Of export: situation=SY, format=xlsx or csv; of extract: item=ID; "
            "of mask: item=ID, begin_s, seconds. May be repeated."
        ),
    ] = None,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Put a job in line; a worker (`tawthiq serve`, `tawthiq worker`) runs it."""
    actor = open_session(home, as_)
    from tawthiq.doors.jobs.queue import enqueue

    document = {"job": enqueue(actor, kind, dict(_pair(one) for one in option or ()))}
    put_json(document) if as_json else put_fields(document)


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise typer.BadParameter("write NAME=VALUE", param_hint="--option")
    return name, value


@app.command("list")
def list_jobs(as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """List the newest jobs."""
    actor = open_session(home, as_)
    from tawthiq.doors.jobs.models import find_jobs
    from tawthiq.safe.work import Reader

    jobs = find_jobs(Reader(actor))
    if as_json:
        put_json({"jobs": [asdict(job) for job in jobs]})
    else:
        rows = ((job.id, job.kind, job.state, job.n_done, job.n_total or "") for job in jobs)
        put_table("jobs", ("job", "kind", "state", "done", "of"), rows)


@app.command("show")
def show(job_id: str, as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """Show one job."""
    actor = open_session(home, as_)
    from tawthiq.doors.jobs.models import get_job
    from tawthiq.safe.work import Reader

    document = asdict(get_job(Reader(actor), job_id))
    put_json(document) if as_json else put_fields(document)


@app.command("cancel")
def cancel(job_id: str, as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """Stop a job after the batch in hand; what is committed stays."""
    actor = open_session(home, as_)
    from tawthiq.doors.jobs.models import cancel_job
    from tawthiq.safe.work import Reader

    cancel_job(Reader(actor), job_id)
    document = {"job": job_id, "state": "cancelled"}
    put_json(document) if as_json else put_fields(document)
