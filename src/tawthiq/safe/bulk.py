"""Bulk insert: many rows of one table at once, without making an object of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from django.db import connections, models, router
from django.db.backends.base.base import BaseDatabaseWrapper

_ADAPTED = (models.JSONField, models.DateField, models.DateTimeField, models.DecimalField)


def insert_rows(model: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows given as column -> value; every row has the columns of the first, columns left out their default."""
    if not rows:
        return
    connection = connections[router.db_for_write(model)]
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]
    readers = [_reader(field, connection, given=field.attname in rows[0]) for field in fields]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column or field.attname) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    sql = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({marks})"  # noqa: S608  names of our tables
    with connection.cursor() as cursor:
        cursor.executemany(sql, [[read(row) for read in readers] for row in rows])


def _reader(
    field: models.Field[Any, Any], connection: BaseDatabaseWrapper, *, given: bool
) -> Callable[[Mapping[str, Any]], Any]:
    if not given:
        default = field.get_db_prep_save(field.get_default(), connection)
        return lambda _row: default
    name = field.attname
    if isinstance(field, _ADAPTED):
        adapt = partial(field.get_db_prep_save, connection=connection)
        return lambda row: None if row[name] is None else adapt(row[name])
    return lambda row: row[name]
