"""The only queries on the tables of compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet

from tawthiq.record.compare.copy import Copy, CopyKind, Evidence, Unit
from tawthiq.record.compare.decision import Decision, Verdict
from tawthiq.record.compare.models.films import get_films, get_refused_films, put_film, put_refused_film, recorded_films
from tawthiq.record.compare.models.tables import ComparedRow, CopyRow, FilmRow, JudgementRow, LookRow
from tawthiq.safe import among  # noqa: F401  the lookup is there once this is read
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work, reads, writes
from tawthiq.terms.identity import Json, digest

if TYPE_CHECKING:
    from tawthiq.record.compare.pdq import Pdq, Turn
    from tawthiq.record.compare.picture import Look

__all__ = [
    "ComparedRow",
    "CopyRow",
    "FilmRow",
    "JudgementRow",
    "LookRow",
    "get_films",
    "get_refused_films",
    "put_film",
    "put_refused_film",
]

# The rooms of pictures are imported where they are used: they load a compiler, and every command loads this module.


@writes(Action.COPY_JUDGE, Action.ITEM_ADD, Action.STATEMENT_EXTRACT)
def put_copies(work: Work, copies: Iterable[Copy]) -> int:
    """Keep copies that are not kept yet; returns how many were new. A copy is found, never judged, by machine."""
    by_id = {copy.id: copy for copy in copies}
    kept = set(CopyRow.objects.filter(id__among=frozenset(by_id)).values_list("id", flat=True))
    fresh = [copy for copy_id, copy in by_id.items() if copy_id not in kept]
    for copy in fresh:
        _insert(work, copy)
    return len(fresh)


@writes(Action.COPY_JUDGE, Action.ITEM_ADD, Action.STATEMENT_EXTRACT)
def put_compared(work: Work, item_id: str, version: int) -> bool:
    """Note that the item has been compared; False when another process noted it in the meantime."""
    if ComparedRow.objects.filter(item_id=item_id, version=version).exists():
        return False
    seq = work.record(item_id, compared_content(item_id, version), action="item.compared")
    ComparedRow.objects.create(item_id=item_id, version=version, since=seq)
    return True


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


@writes(Action.COPY_JUDGE)
def put_judgement(work: Work, decision: Decision) -> None:
    """Keep a person's decision on copies."""
    seq = work.record(decision.id, judgement_content(decision), detail={"verdict": decision.verdict.value})
    JudgementRow.objects.create(
        id=decision.id,
        verdict=decision.verdict.value,
        left=sorted(decision.left),
        right=sorted(decision.right),
        actor=decision.actor,
        decided_at=decision.decided_at,
        since=seq,
    )


@reads(Action.COPY_READ)
def get_copies(_reader: Reader, item_id: str = "") -> list[Copy]:
    """The copies that an item takes part in, or all; not those that a later version of their method judged again.

    A method judges pairs of two items again when it has gone through both; what it found then stands, or nothing does.
    """
    rows = CopyRow.objects.order_by("since")
    if item_id:
        rows = rows.filter(Q(item_a=item_id) | Q(item_b=item_id))
    gone = _judged_again(rows)
    return [_copy_from(row) for row in rows if row.id not in gone]


@reads(Action.COPY_READ)
def get_judgements(_reader: Reader) -> list[Decision]:
    """Every decision of a person on copies."""
    return [_judgement_from(row) for row in JudgementRow.objects.order_by("since")]


@reads(Action.COPY_READ)
def get_compared(_reader: Reader, version: int) -> set[str]:
    """The items that this version of the stage has compared."""
    return set(ComparedRow.objects.filter(version=version).values_list("item_id", flat=True))


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
def get_uprights(_reader: Reader) -> list[tuple[str, bytes]]:
    """(item, hash) to search in: each kept picture as it stands, and inside its borders, where the hash speaks."""
    from tawthiq.record.compare.pdq import MIN_QUALITY

    rows = LookRow.objects.filter(version=_look_version(), refused="").order_by("since")
    names = ("item_id", "whole", "whole_quality", "inner", "inner_quality")
    return [
        (item, bytes.fromhex(digits[:_HEX]))
        for item, *parts in rows.values_list(*names)
        for digits, quality in (parts[:2], parts[2:])
        if digits and quality >= MIN_QUALITY
    ]


@reads(Action.COPY_READ)
def get_filed(_reader: Reader, first: int, end: int | None = None) -> list[tuple[str, bytes, bytes]]:
    """(item, hash, hash inside its borders) of the kept pictures from the `first` to, not including, the `end` one.

    In the order in which they were kept, which never changes; zeros stand for a hash that does not speak.
    """
    from tawthiq.record.compare.pdq import MIN_QUALITY

    rows = LookRow.objects.filter(version=_look_version(), refused="").order_by("since", "id")
    names = ("item_id", "whole", "whole_quality", "inner", "inner_quality")
    none = bytes(_HEX // 2)
    return [
        (
            item,
            bytes.fromhex(whole[:_HEX]) if quality >= MIN_QUALITY else none,
            bytes.fromhex(inner[:_HEX]) if inner and inner_quality >= MIN_QUALITY else none,
        )
        for item, whole, quality, inner, inner_quality in rows.values_list(*names)[first:end]
    ]


@reads(Action.COPY_READ)
def get_compared_of(_reader: Reader, item_ids: Iterable[str], version: int) -> set[str]:
    """Those of the items that this version has compared."""
    rows = ComparedRow.objects.filter(version=version, item_id__among=frozenset(item_ids))
    return set(rows.values_list("item_id", flat=True))


@reads(Action.COPY_READ)
def get_refused_looks(_reader: Reader) -> dict[str, str]:
    """Item -> why its pixels could not be read by this version."""
    rows = LookRow.objects.filter(version=_look_version()).exclude(refused="")
    return dict(rows.values_list("item_id", "refused"))


def recorded() -> Iterator[tuple[int, str, str]]:
    """(ledger seq, thing, digest now) of every row, for the audit that compares table with ledger."""
    for copy in CopyRow.objects.iterator():
        yield copy.since, copy.id, digest(copy_content(_copy_from(copy)))
    for judgement in JudgementRow.objects.iterator():
        yield judgement.since, judgement.id, digest(judgement_content(_judgement_from(judgement)))
    for look in LookRow.objects.iterator():
        yield look.since, look.item_id, digest(look_content(look))
    for done in ComparedRow.objects.iterator():
        yield done.since, done.item_id, digest(compared_content(done.item_id, done.version))
    yield from recorded_films()


def compared_content(item_id: str, version: int) -> Json:
    """What the ledger signs of an item that was compared."""
    return {"item": item_id, "version": version}


def copy_content(copy: Copy) -> Json:
    """What the ledger signs of a copy."""
    evidence: Json = [copy.evidence.method, copy.evidence.version, [[name, fact] for name, fact in copy.evidence.facts]]
    return {"items": list(copy.pair), "kind": copy.kind, "value": copy.value, "unit": copy.unit, "evidence": evidence}


def judgement_content(decision: Decision) -> Json:
    """What the ledger signs of a decision."""
    sides: list[Json] = [list[Json](sorted(side)) for side in (decision.left, decision.right)]
    return {"verdict": decision.verdict, "sides": sides, "actor": decision.actor, "at": decision.decided_at.isoformat()}


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


def _judged_again(rows: QuerySet[CopyRow]) -> set[str]:
    from tawthiq.record.compare.near_text import COMPARED_VERSION, METHOD, VERSION

    sides = (
        ComparedRow.objects.filter(item_id=OuterRef(side), version=COMPARED_VERSION) for side in ("item_a", "item_b")
    )
    older = rows.filter(*map(Exists, sides), method=METHOD).exclude(version=VERSION)
    return set(older.values_list("id", flat=True))


def _insert(work: Work, copy: Copy) -> None:
    seq = work.record(copy.id, copy_content(copy), action="copy.found", detail={"items": list(copy.pair)})
    CopyRow.objects.create(
        id=copy.id,
        item_a=copy.item_a,
        item_b=copy.item_b,
        kind=copy.kind.value,
        value=copy.value,
        unit=copy.unit.value,
        method=copy.evidence.method,
        version=copy.evidence.version,
        facts=[[name, fact] for name, fact in copy.evidence.facts],
        since=seq,
    )


def _copy_from(row: CopyRow) -> Copy:
    facts = tuple((name, fact) for name, fact in row.facts)
    evidence = Evidence(row.method, row.version, facts)
    return Copy(row.item_a, row.item_b, CopyKind(row.kind), row.value, Unit(row.unit), evidence)


def _judgement_from(row: JudgementRow) -> Decision:
    return Decision(Verdict(row.verdict), frozenset(row.left), frozenset(row.right), row.actor, row.decided_at)


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
