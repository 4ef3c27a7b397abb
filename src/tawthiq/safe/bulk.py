"""Bulk insert: many rows of one table at once, without making an object of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from operator import itemgetter
from typing import Any

from django.db import connections, models, router
from django.db.backends.base.base import BaseDatabaseWrapper

_ADAPTED = (models.DateField, models.DateTimeField, models.DecimalField)
_MISSING = object()
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
    given = _given(rows)
    read = [_read(field, connection, given.get(field.attname), len(rows)) for field in fields]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column or field.attname) for field in fields)
    empty = [column.count(None) == len(rows) for column in read]
    marks = ", ".join("NULL" if null else "%s" for null in empty)
    sql = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({marks})"  # noqa: S608  names of our tables
    values = zip(*(column for column, null in zip(read, empty, strict=True) if not null), strict=True)
    with connection.cursor() as cursor:
        cursor.executemany(sql, list(values))


def _given(rows: Sequence[Mapping[str, Any]]) -> dict[str, Sequence[Any]]:
    """Column by name -> the value of each row; a list, with _MISSING, where a row leaves out what another has."""
    shapes = {tuple(row) for row in rows}
    names = tuple({name: None for shape in shapes for name in shape})
    if len(shapes) == 1 and len(names) > 1:
        return dict(zip(names, zip(*map(itemgetter(*names), rows), strict=True), strict=True))
    return {name: [row.get(name, _MISSING) for row in rows] for name in names}


def _read(
    field: models.Field[Any, Any], connection: BaseDatabaseWrapper, given: Sequence[Any] | None, n_rows: int
) -> Sequence[Any]:
    """One column as the database takes it."""
    if given is None:
        return [field.get_db_prep_save(field.get_default(), connection)] * n_rows
    if isinstance(given, list):
        default = field.get_default()
        given = [default if value is _MISSING else value for value in given]
    adapt = partial(field.get_db_prep_save, connection=connection)
    if isinstance(field, models.JSONField):
        return [_json(value, adapt) for value in given]
    if isinstance(field, _ADAPTED):
        once = lru_cache(_REMEMBERED)(adapt)
        return [None if value is None else once(value) for value in given]
    return given


def _json(value: Any, adapt: Callable[[Any], Any]) -> Any:
    if value is None:
        return None
    return str(value) if type(value) is JsonText else adapt(value)
