"""Queries on what was read from pictures: their hashes, or why there are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import QuerySet

from tawthiq.record.compare.models.tables import LookRow
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work, reads, writes
from tawthiq.terms.identity import Json, digest

if TYPE_CHECKING:
    from tawthiq.record.compare.pdq import Pdq, Turn
    from tawthiq.record.compare.picture import Look

ROWS_TOGETHER = 10_000
"""Rows that one statement names: SQLite may refuse more than 32,766 values."""

# The rooms of pictures are imported where they are used: they load a compiler, and every command loads this module.


class FiledLook(NamedTuple):
    """A kept picture: its row, its hash, the hash inside its borders; zeros stand for a hash that does not speak."""

    row: int
    item: str
    whole: bytes
    inner: bytes


@writes(Action.ITEM_ADD, Action.STATEMENT_EXTRACT)
def put_look(work: Work, item_id: str, look: Look) -> None:
    """Keep the hashes of a picture, so that it is decoded once."""
    from tawthiq.record.compare.pdq import Turn

    box = look.inner_box
    fields: dict[str, Json] = {
        "recipe": look.recipe,
        "whole": _hex(look.whole),
        "whole_quality": look.whole[Turn.NONE].quality,
        "inner": _hex(look.inner or {}),
        "inner_quality": look.inner[Turn.NONE].quality if look.inner else 0,
        "inner_box": [box.top, box.bottom, box.left, box.right] if box else [],
    }
    _insert_look(work, item_id, fields)


@writes(Action.ITEM_ADD, Action.STATEMENT_EXTRACT)
def put_refused_look(work: Work, item_id: str, reason: str) -> None:
    """Keep that the pixels of an item could not be read, and why; it is not tried again by this version."""
    _insert_look(work, item_id, {"refused": reason[:200]})


@reads(Action.COPY_READ)
def get_look(_reader: Reader, item_id: str) -> Look | None:
    """The hashes kept of a picture; None when it was not looked at by this version, or could not be."""
    row = LookRow.objects.filter(item_id=item_id, version=_look_version(), refused="").first()
    return _look_from(row) if row else None


@reads(Action.COPY_READ)
def get_looks(_reader: Reader) -> Iterator[tuple[str, Look]]:
    """(item, look) of every picture that this version could look at, in the order in which they were kept."""
    rows = LookRow.objects.filter(version=_look_version(), refused="").order_by("since", "id")
    return ((row.item_id, _look_from(row)) for row in rows.iterator(1000))


@reads(Action.COPY_READ)
def get_filed(_reader: Reader, after: int = 0, limit: int | None = None) -> list[FiledLook]:
    """The kept pictures behind the row `after`, in the order in which they were kept, which never changes."""
    return [_filed_from(*fields) for fields in _kept_after(after).values_list(*_FILED)[:limit]]


@reads(Action.COPY_READ)
def count_filed(_reader: Reader, after: int = 0) -> int:
    """How many pictures were kept behind that row."""
    return _kept_after(after).count()


@reads(Action.COPY_READ)
def get_items_of(_reader: Reader, rows: Iterable[int]) -> dict[int, str]:
    """Row -> item, of kept pictures."""
    asked = list(rows)
    parts = (asked[first : first + ROWS_TOGETHER] for first in range(0, len(asked), ROWS_TOGETHER))
    return {row: item for part in parts for row, item in LookRow.objects.filter(id__in=part).values_list(*_FILED[:2])}


@reads(Action.COPY_READ)
def get_refused_looks(_reader: Reader) -> dict[str, str]:
    """Item -> why its pixels could not be read by this version."""
    rows = LookRow.objects.filter(version=_look_version()).exclude(refused="")
    return dict(rows.values_list("item_id", "refused"))


def recorded_looks() -> Iterator[tuple[int, str, str]]:
    """(ledger seq, thing, digest now) of every row, for the audit."""
    for look in LookRow.objects.iterator():
        yield look.since, look.item_id, digest(look_content(look))


def look_content(row: LookRow) -> Json:
    """What the ledger signs of a look."""
    return {name: getattr(row, name) for name in _LOOK_FIELDS}


def _insert_look(work: Work, item_id: str, fields: dict[str, Json]) -> None:
    row = LookRow(item_id=item_id, version=_look_version(), **fields)
    row.since = work.record(item_id, look_content(row), action="item.looked_at")
    row.save(force_insert=True)


def _look_version() -> str:
    from tawthiq.record.compare.picture import VERSION

    return VERSION


def _hex(hashes: dict[Turn, Pdq]) -> str:
    from tawthiq.record.compare.pdq import Turn

    return "".join(hashes[turn].hex for turn in Turn if hashes)


def _turns_from(digits: str, quality: int) -> dict[Turn, Pdq]:
    from tawthiq.record.compare.pdq import Pdq, Turn

    parts = (digits[at : at + _HEX] for at in range(0, len(digits), _HEX))
    return {turn: Pdq(bytes.fromhex(part), quality) for turn, part in zip(Turn, parts, strict=True)}


def _look_from(row: LookRow) -> Look:
    from tawthiq.record.compare.picture import Look
    from tawthiq.record.compare.trim import Box

    inner = _turns_from(row.inner, row.inner_quality) if row.inner else None
    box = Box(*row.inner_box) if row.inner_box else None
    return Look(_turns_from(row.whole, row.whole_quality), inner, box, row.recipe)


def _kept_after(row: int) -> QuerySet[LookRow]:
    return LookRow.objects.filter(version=_look_version(), refused="", id__gt=row).order_by("id")


def _filed_from(row: int, item: str, whole: str, quality: int, inner: str, inner_quality: int) -> FiledLook:
    from tawthiq.record.compare.pdq import MIN_QUALITY

    none = bytes(_HEX // 2)
    return FiledLook(
        row,
        item,
        bytes.fromhex(whole[:_HEX]) if quality >= MIN_QUALITY else none,
        bytes.fromhex(inner[:_HEX]) if inner and inner_quality >= MIN_QUALITY else none,
    )


_HEX = 64
_LOOK_FIELDS = (
    "item_id",
    "version",
    "recipe",
    "whole",
    "whole_quality",
    "inner",
    "inner_quality",
    "inner_box",
    "refused",
)
_FILED = ("id", "item_id", "whole", "whole_quality", "inner", "inner_quality")
