"""Runs `tawthiq` commands given as JSON lists on standard input in one process, and prints what each said as JSON."""

from __future__ import annotations

import contextlib
import io
import json
import sys

import click

from tawthiq.doors.cli.run import app
from tawthiq.terms.errors import TawthiqError


def said(words: list[str]) -> dict[str, object]:
    """Exit code, and what stood on standard output."""
    target = io.StringIO()
    code: object = 0
    try:
        with contextlib.redirect_stdout(target):
            code = app(words, standalone_mode=False)
    except TawthiqError as error:
        return {"code": error.exit_code, "out": f"{error.code}: {error}"}
    except click.exceptions.Exit as left:
        code = left.exit_code
    except click.ClickException as refused:
        return {"code": refused.exit_code, "out": refused.format_message()}
    return {"code": code or 0, "out": target.getvalue()}


for line in sys.stdin:
    print(json.dumps(said(json.loads(line))), file=sys.__stdout__, flush=True)
