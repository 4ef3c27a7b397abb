"""Among: rows whose column holds one of many values, in one statement however many there are.

    rows.filter(thing__among=frozenset(things))

`__in` makes a parameter, and its Python, of every value; here the values travel as one. A set: Django looks into each
value of a list.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Lookup
from django.db.models.sql.compiler import SQLCompiler

Sql = tuple[str, list[Any]]

if TYPE_CHECKING:
    _TextLookup = Lookup[Any]
else:  # Django's own class takes no parameter while it runs
    _TextLookup = Lookup


def among(column: str, values: Iterable[str]) -> tuple[str, str | list[str]]:
    """The same for SQL of our own: a condition, and its one parameter."""
    if connection.vendor == "postgresql":
        return f"{column} = ANY(%s)", list(values)
    return f"{column} IN (SELECT value FROM json_each(%s))", json.dumps(list(values))  # noqa: S608  a column of ours; values are one parameter


class Among(_TextLookup):
    """Text columns only; the order of the values means nothing."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        """The values as a JSON array, which SQLite reads as a table."""
        column, before = self.process_lhs(compiler, connection)
        return f"{column} IN (SELECT value FROM json_each(%s))", [*before, json.dumps(list(self.rhs))]  # noqa: S608  a column of ours

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        """The values as an array."""
        column, before = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s)", [*before, list(self.rhs)]
