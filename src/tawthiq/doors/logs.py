"""Logs: JSON lines of ids and codes; never a person's name, never a text's content."""

from __future__ import annotations

import logging
import re

import structlog
from structlog.typing import EventDict, Processor


def without_query(_logger: object, _name: str, event: EventDict) -> EventDict:
    """Cut what stands behind the question mark of an address: what somebody searched for may be a name."""
    if isinstance(event.get("request"), str):
        event["request"] = event["request"].partition("?")[0]
    return event


def without_lost_address(_logger: object, _name: str, event: EventDict) -> EventDict:
    """Cut the address where it led nowhere or was refused: nobody but the one who typed it knows what it names.

    Django writes `Not Found: /path`; the line of the request itself has its status as `code`.
    """
    said = str(event.get("event", ""))
    if _LOST.match(said):
        event["event"] = said.partition(":")[0]
    if int(event.get("code") or 0) in _LOST_STATUS and isinstance(event.get("request"), str):
        event["request"] = event["request"].partition(" ")[0]
    return event


_LOST = re.compile(r"(Not Found|Bad Request|Forbidden|Gone|Method Not Allowed)\b[^:]*: ")
_LOST_STATUS = frozenset({400, 403, 404, 405, 410})

SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    without_query,
    without_lost_address,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def configure() -> None:
    """Send structlog's events through the standard library's loggers, so that one setting rules both."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *SHARED,
            structlog.processors.format_exc_info,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def formatter() -> logging.Formatter:
    """A logging formatter that writes one JSON object a line."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=SHARED,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, structlog.processors.JSONRenderer()],
    )
