"""`tawthiq demo`: invented data in a home of its own, served with sign-in links."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tawthiq.doors.cli.output import HomeOption, JsonFlag, complain, put_json, put_table, screen

app = typer.Typer(help="Try everything with invented data.", no_args_is_help=True)
HOME = Path("var/demo")
"""Where the demo lies unless told otherwise: in the folder you stand in."""


@app.command("load")
def load(as_json: JsonFlag = False, home: HomeOption = None) -> None:
    """Load the demo; a second run changes nothing."""
    done = _load((home or HOME).resolve())
    put_json({"home": str((home or HOME).resolve()), "loaded": done}) if as_json else None


@app.command("serve")
def serve(
    host: Annotated[str, typer.Option(help="Address to answer on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to answer on.")] = 8000,
    home: HomeOption = None,
) -> None:
    """Load the demo if need be, serve it, print the address with one-time sign-in links."""
    place = (home or HOME).resolve()
    _load(place)
    from tawthiq.doors.serve import serve as run

    run(place, host, port, _welcome)


def _load(home: Path) -> list[str]:
    from tawthiq.doors.demo.load import load as load_demo

    done = []
    for part in load_demo(home):
        complain().print(f"loaded: {part}")
        done.append(part)
    return done


def _welcome(address: str) -> None:
    from tawthiq.doors.accounts import get_account
    from tawthiq.doors.demo.people import PEOPLE
    from tawthiq.doors.desk.sign_in import make_sign_in_link

    screen().print(f"\n[bold]The desk answers at {address}[/bold]   (every record in it is invented)\n")
    links = ((name, address.rstrip("/") + make_sign_in_link(get_account(name))) for name in PEOPLE)
    put_table("one-time sign-in links", ("user", "link"), links)
    screen().print("\nStop with Ctrl-C.")
