"""The only queries on the tables of compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Exists, OuterRef, Q, QuerySet

from tawthiq.record.compare.copy import Copy, CopyKind, Evidence, Unit
from tawthiq.record.compare.decision import Decision, Verdict
from tawthiq.record.compare.models.films import get_films, get_refused_films, put_film, put_refused_film, recorded_films
from tawthiq.record.compare.models.looks import (
    count_filed,
    get_filed,
    get_items_of,
    get_look,
    get_looks,
    get_refused_looks,
    put_look,
    put_refused_look,
    recorded_looks,
)
from tawthiq.record.compare.models.tables import ComparedRow, CopyRow, FilmRow, JudgementRow, LookRow
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work, reads, writes
from tawthiq.terms.identity import Json, digest

__all__ = [
    "ComparedRow",
    "CopyRow",
    "FilmRow",
    "JudgementRow",
    "LookRow",
    "count_filed",
    "get_filed",
    "get_films",
    "get_items_of",
    "get_look",
    "get_looks",
    "get_refused_films",
    "get_refused_looks",
    "put_film",
    "put_look",
    "put_refused_film",
    "put_refused_look",
]


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
def count_compared(_reader: Reader, version: int) -> int:
    """How many items this version has compared."""
    return ComparedRow.objects.filter(version=version).count()


@reads(Action.COPY_READ)
def last_compared(_reader: Reader) -> int:
    """A number that grows whenever an item was compared by any version."""
    return ComparedRow.objects.order_by("-id").values_list("id", flat=True).first() or 0


@reads(Action.COPY_READ)
def get_compared_of(_reader: Reader, item_ids: Iterable[str], version: int) -> set[str]:
    """Those of the items that this version has compared."""
    rows = ComparedRow.objects.filter(version=version, item_id__among=frozenset(item_ids))
    return set(rows.values_list("item_id", flat=True))


def recorded() -> Iterator[tuple[int, str, str]]:
    """(ledger seq, thing, digest now) of every row, for the audit that compares table with ledger."""
    for copy in CopyRow.objects.iterator():
        yield copy.since, copy.id, digest(copy_content(_copy_from(copy)))
    for judgement in JudgementRow.objects.iterator():
        yield judgement.since, judgement.id, digest(judgement_content(_judgement_from(judgement)))
    yield from recorded_looks()
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
