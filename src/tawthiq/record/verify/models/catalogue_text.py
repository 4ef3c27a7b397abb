"""Full text of the catalogue: FTS5 in SQLite, tsvector in PostgreSQL, behind the same three functions.

The words are folded before they come here, so that both databases take them as they are and find the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection
from pyroaring import BitMap

from tawthiq.record.verify.catalogue import Card
from tawthiq.safe.versioned import BATCH_ROWS


def _is_postgresql() -> bool:
    return connection.vendor == "postgresql"


def put_words(cards: Sequence[Card]) -> None:
    """File the words of cards whose numbers are new."""
    rows: list[tuple[Any, ...]]
    if _is_postgresql():
        sql = "INSERT INTO find_text (number, words) VALUES (%s, array_to_tsvector(%s::text[]))"
        rows = [(card.number, list(card.words)) for card in cards]
    else:
        sql = "INSERT INTO find_text (rowid, words) VALUES (%s, %s)"
        rows = [(card.number, " ".join(card.words)) for card in cards]
    with connection.cursor() as cursor:
        cursor.executemany(sql, rows)


def drop_words(numbers: Sequence[int]) -> None:
    """Take words away."""
    name = "number" if _is_postgresql() else "rowid"
    for start in range(0, len(numbers), BATCH_ROWS):
        some = numbers[start : start + BATCH_ROWS]
        marks = ", ".join(["%s"] * len(some))
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM find_text WHERE {name} IN ({marks})", list(some))  # noqa: S608  fixed names


def with_words(words: Sequence[str], most: int) -> tuple[BitMap, bool]:
    """Cards that have for each of these a word that begins with it: the newest `most`, and whether there are more."""
    if _is_postgresql():
        sql = "SELECT number FROM find_text WHERE words @@ %s::tsquery ORDER BY number DESC LIMIT %s"
        asked = " & ".join(f"'{word}':*" for word in words)
    else:
        sql = "SELECT rowid FROM find_text WHERE find_text MATCH %s ORDER BY rowid DESC LIMIT %s"
        asked = " AND ".join(f'"{word}" *' for word in words)
    with connection.cursor() as cursor:
        cursor.execute(sql, [asked, most + 1])
        found = [row[0] for row in cursor.fetchall()]
    return BitMap(found[:most]), len(found) > most
