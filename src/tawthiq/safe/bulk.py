"""Bulk insert: many rows of one table at once, without making an object of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any

from django.db import connections, models, router
from django.db.backends.base.base import BaseDatabaseWrapper

_ADAPTED = (models.DateField, models.DateTimeField, models.DecimalField)
_REMEMBERED = 16_384
"""Different days and amounts that are adapted once each; a register has far fewer."""


class JsonText(str):
    """The value of a JSON column that is encoded already."""

    __slots__ = ()


def insert_rows(model: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows given as column -> value; a column that a row leaves out gets its default.

    A column that is empty in all of them is no parameter: SQLite's driver looks long for a way to adapt each None.
    """
    if not rows:
        return
    connection = connections[router.db_for_write(model)]
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]
    named = {name for names in {tuple(row) for row in rows} for name in names}
    readers = [_reader(field, connection, given=field.attname in named) for field in fields]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column or field.attname) for field in fields)
    read = [reader(rows) for reader in readers]
    empty = [column.count(None) == len(rows) for column in read]
    marks = ", ".join("NULL" if null else "%s" for null in empty)
    sql = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({marks})"  # noqa: S608  names of our tables
    values = zip(*(column for column, null in zip(read, empty, strict=True) if not null), strict=True)
    with connection.cursor() as cursor:
        cursor.executemany(sql, list(values))


def _reader(
    field: models.Field[Any, Any], connection: BaseDatabaseWrapper, *, given: bool
) -> Callable[[Sequence[Mapping[str, Any]]], list[Any]]:
    """Reads one column of every row."""
    if not given:
        default = field.get_db_prep_save(field.get_default(), connection)
        return lambda rows: [default] * len(rows)
    name, default = field.attname, field.get_default()
    adapt = partial(field.get_db_prep_save, connection=connection)
    if isinstance(field, models.JSONField):
        return lambda rows: [_json(row.get(name, default), adapt) for row in rows]
    if isinstance(field, _ADAPTED):
        once = lru_cache(_REMEMBERED)(adapt)
        return lambda rows: [None if (value := row.get(name, default)) is None else once(value) for row in rows]
    return lambda rows: [row.get(name, default) for row in rows]


def _json(value: Any, adapt: Callable[[Any], Any]) -> Any:
    if value is None:
        return None
    return str(value) if type(value) is JsonText else adapt(value)
