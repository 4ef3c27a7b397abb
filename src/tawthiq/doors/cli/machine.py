"""Commands about the installation: `init`, `serve`, `worker`, `doctor`."""

from __future__ import annotations

from typing import Annotated

import typer

from tawthiq.doors.cli.output import FINDINGS, HomeOption, JsonFlag, put_fields, put_json, put_table, screen
from tawthiq.terms.errors import Conflict


def init(
    username: Annotated[str, typer.Argument(help="Account name of the first administrator.")],
    as_json: JsonFlag = False,
    home: HomeOption = None,
) -> None:
    """Make an empty installation; prints a one-time link with which the administrator signs in."""
    from tawthiq.doors.boot import boot

    boot(home)
    from tawthiq.doors.accounts import make_account
    from tawthiq.doors.desk.sign_in import make_sign_in_link
    from tawthiq.safe.access import Role
    from tawthiq.safe.home import current_home
    from tawthiq.safe.models import Account

    if Account.objects.filter(username=username).exists():
        raise Conflict("an account of that name exists", where=username, do="choose another name")
    link = make_sign_in_link(make_account(username, [Role.ADMINISTRATOR]))
    key = current_home().log_verifier()
    document = {"account": username, "sign_in": link, "log_key": key.text, "log_fingerprint": key.fingerprint}
    put_json(document) if as_json else put_fields(document)


def serve(
    host: Annotated[str, typer.Option(help="Address to answer on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to answer on.")] = 8000,
    home: HomeOption = None,
) -> None:
    """Serve the desk, with a worker for long jobs, until interrupted."""
    from tawthiq.doors.serve import serve as run

    run(home, host, port, lambda address: screen().print(f"The desk answers at {address}"))


def worker(
    until_idle: Annotated[bool, typer.Option("--until-idle", help="Stop when no job waits.")] = False,
    home: HomeOption = None,
) -> None:
    """Run queued jobs; `serve` starts one by itself."""
    from tawthiq.doors.jobs.worker import work

    work(home, until_idle=until_idle)


def doctor(
    sweep: Annotated[bool, typer.Option("--sweep", help="Delete what killed commands left behind.")] = False,
    as_json: JsonFlag = False,
    home: HomeOption = None,
) -> None:
    """Look at everything that can be broken: Python, disk, keys, tables, log, kept bytes, indexes of pictures."""
    from tawthiq.doors.boot import boot

    boot(home)
    from tawthiq.doors.doctor import examine

    checks = examine(sweep=sweep)
    document = {"ok": all(check.ok for check in checks), "checks": [check.to_json() for check in checks]}
    if as_json:
        put_json(document)
    else:
        rows = (("ok" if check.ok else "BROKEN", check.name, check.what, check.do) for check in checks)
        put_table("doctor", ("", "check", "found", "what to do"), rows)
    if not document["ok"]:
        raise typer.Exit(FINDINGS)
