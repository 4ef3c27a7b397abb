"""Promises of the log lines: what somebody typed into an address that leads nowhere is not written down."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
from django.test import Client

from tawthiq.doors.logs import formatter, without_lost_address

TYPED = "name-of-somebody"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What the desk would write, all loggers of Django and of requests together."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(formatter())
    loggers = [logging.getLogger(name) for name in ("django.request", "django_structlog")]
    for logger in loggers:
        logger.addHandler(handler)
    yield written
    for logger in loggers:
        logger.removeHandler(handler)


@pytest.mark.django_db
def test_an_address_that_leads_nowhere_is_not_written_down(lines: io.StringIO) -> None:
    assert Client().get(f"/{TYPED}/", HTTP_HOST="127.0.0.1").status_code in (302, 404)
    assert Client().post(f"/language/{TYPED}/").status_code == 404
    written = lines.getvalue()
    assert "Not Found" in written and TYPED not in written
    assert all(json.loads(line) for line in written.splitlines())


@pytest.mark.parametrize(
    ("event", "kept"),
    [
        ({"event": f"Not Found: /{TYPED}/"}, {"event": "Not Found"}),
        ({"event": f"Forbidden (CSRF cookie not set.): /{TYPED}/"}, {"event": "Forbidden (CSRF cookie not set.)"}),
        (
            {"event": "request_finished", "code": 404, "request": f"GET /{TYPED}/"},
            {"event": "request_finished", "code": 404, "request": "GET"},
        ),
        (
            {"event": "request_finished", "code": 500, "request": "GET /items/"},
            {"event": "request_finished", "code": 500, "request": "GET /items/"},
        ),
    ],
)
def test_a_refused_line_says_what_without_where(event: dict[str, object], kept: dict[str, object]) -> None:
    assert without_lost_address(None, "", event) == kept
