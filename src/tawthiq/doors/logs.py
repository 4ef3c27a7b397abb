"""Logs: JSON lines of ids and codes; never a person's name, never a text's content."""

from __future__ import annotations

import logging

import structlog
from structlog.typing import Processor


def formatter() -> logging.Formatter:
    """A logging formatter that writes one JSON object a line."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, structlog.processors.JSONRenderer()],
    )
