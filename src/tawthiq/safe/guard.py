"""Guard: refuses every SQL write to a protected table outside a Work."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from tawthiq.terms.errors import NotPermitted

PROTECTED_PREFIXES = (
    "collect_",
    "compare_",
    "extract_",
    "link_",
    "verify_",
    "count_",
    "estimate_",
    "publish_",
    "ledger_",
    "sealed_",
)
"""Tables of the stages, of the ledger, of the sealed identities; sessions and accounts are Django's own."""

working: ContextVar[bool] = ContextVar("working", default=False)
"""True while a Work is open in this thread or task."""

_WRITE = re.compile(
    r"\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM)\s+\"?(\w+)", re.IGNORECASE
)

Execute = Callable[[str, Any, bool, dict[str, Any]], Any]


def writes_protected(sql: str) -> bool:
    """True for a statement that would change a protected table."""
    found = _WRITE.match(sql)
    return found is not None and found.group(1).startswith(PROTECTED_PREFIXES)


def refuse_outside_work(execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """A wrapper round every statement of a connection."""
    if not working.get() and writes_protected(sql):
        raise NotPermitted("a write outside a Work", do="open a Work: it checks access and writes the ledger line")
    return execute(sql, params, many, context)


def install(connection: BaseDatabaseWrapper, **_: object) -> None:
    """Put the guard on a fresh connection (a receiver of connection_created)."""
    if refuse_outside_work not in connection.execute_wrappers:
        connection.execute_wrappers.append(refuse_outside_work)
