"""Filing: the cards of incidents that an act touched are written anew, in the transaction of the act."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from django.db import connection
from pyroaring import BitMap

from tawthiq.record.link.models.tables import ActRow, IncidentRow, ViolationRow
from tawthiq.record.verify.catalogue import EMPTY, NOT_KNOWN, Card, parties, words_of, years
from tawthiq.record.verify.models.catalogue_tables import CardRow, FacetRow
from tawthiq.record.verify.models.catalogue_text import drop_words, put_words
from tawthiq.record.verify.models.statements import INCIDENT_TYPES, JUDGED
from tawthiq.safe.among import among
from tawthiq.safe.bulk import JsonText, insert_rows
from tawthiq.safe.keepers import keeper
from tawthiq.safe.versioned import BATCH_ROWS

BLOCK_BITS = 16
FILE_ROWS = 2000
"""Cards of one round: each reads and writes anew the bitmaps of the values it meets."""

Held = dict[str, list[Any]]


@keeper
def refile(touched: frozenset[str]) -> None:
    """File the cards of the incidents that these things are, or stand in, or stood in."""
    for ids in _batches(sorted(_incidents_of(touched))):
        _file(ids)


def refile_everything() -> None:
    """Throw the catalogue away and make it again; the caller holds the transaction."""
    CardRow.objects.all().delete()
    FacetRow.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM find_text")
    current = IncidentRow.objects.filter(until__isnull=True).order_by("id").values_list("thing", flat=True)
    for ids in _batches(list(current)):
        _file(ids)


def _incidents_of(touched: Collection[str]) -> set[str]:
    found = {thing for thing in touched if thing.startswith("inc")}
    violations = {thing for thing in touched if thing.startswith("vio")}
    for some in _batches([thing for thing in touched if thing.startswith("act")]):
        violations |= set(ActRow.objects.filter(thing__among=some).values_list("violation_id", flat=True))
    for some in _batches(list(violations)):
        found |= set(ViolationRow.objects.filter(thing__among=some).values_list("incident_id", flat=True))
    return found


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), FILE_ROWS):
        yield ids[start : start + FILE_ROWS]


def _file(ids: Sequence[str]) -> None:
    """Put the cards of these incidents in the place of those that were filed."""
    fresh = {card.thing: card for card in _cards(ids)}
    rows = CardRow.objects.filter(thing__among=ids).values_list("thing", "number", "codes")
    filed = {thing: Card(thing, number, codes) for thing, number, codes in rows}
    stale = [one for one in filed.values() if (card := fresh.get(one.thing)) is None or not _same(one, card)]
    new = [card for card in fresh.values() if (one := filed.get(card.thing)) is None or not _same(one, card)]
    for start in range(0, len(stale), BATCH_ROWS):
        CardRow.objects.filter(number__in=[card.number for card in stale[start : start + BATCH_ROWS]]).delete()
    insert_rows(CardRow, [{"number": card.number, "thing": card.thing, "codes": _encoded(card)} for card in new])
    _move(stale, new)
    kept = {card.number for card in stale} & {card.number for card in new}
    drop_words([card.number for card in stale if card.number not in kept])
    put_words([card for card in new if card.number not in kept])


def _encoded(card: Card) -> JsonText:
    return JsonText(json.dumps(card.codes))


def _same(one: Card, other: Card) -> bool:
    return one.number == other.number and one.entries == other.entries


def _move(stale: Iterable[Card], new: Iterable[Card]) -> None:
    """Take the numbers of stale cards out of their bitmaps, put those of new ones in."""
    out, into = _by_key(stale), _by_key(new)
    keys = list(out.keys() | into.keys())
    held: dict[str, BitMap] = {}
    for some in _batches(keys):
        for key, bits in FacetRow.objects.filter(key__among=some).values_list("key", "bits"):
            held[key] = BitMap.deserialize(bytes(bits))
    changed = {}
    for key in keys:
        before = held.get(key, BitMap())
        changed[key] = (before - out.get(key, BitMap())) | into.get(key, BitMap())
    rows = [_facet_row(key, bits) for key, bits in changed.items() if bits]
    FacetRow.objects.bulk_create(rows, update_conflicts=True, unique_fields=["key"], update_fields=["bits"])
    for some in _batches([key for key, bits in changed.items() if not bits]):
        FacetRow.objects.filter(key__among=some).delete()


def _by_key(cards: Iterable[Card]) -> dict[str, BitMap]:
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for card in cards:
        block = card.number >> BLOCK_BITS
        for facet, value in card.entries:
            numbers[f"{facet}={value}#{block}"].append(card.number)
    return {key: BitMap(found) for key, found in numbers.items()}


def _facet_row(key: str, bits: BitMap) -> FacetRow:
    facet, _, rest = key.partition("=")
    value, _, block = rest.rpartition("#")
    return FacetRow(key=key, facet=facet, value=value, block=int(block), bits=bits.serialize())


_INCIDENT = ("id", "thing", "situation", "admin1", "place", "first_day", "last_day", "state", "key", "public_account")


def _cards(ids: Sequence[str]) -> list[Card]:
    """The cards as the record says now; several statements for all of them together."""
    current = IncidentRow.objects.filter(thing__among=ids, until__isnull=True).values_list(*_INCIDENT)
    violations: Held = defaultdict(list)
    held = ViolationRow.objects.filter(incident_id__among=ids, until__isnull=True)
    for incident_id, *said in held.values_list("incident_id", "type", "how", "parties"):
        violations[incident_id].append(said)
    stood = _standings(ids)
    return [_card(row, violations[row[1]], stood[row[1]]) for row in current]


def _card(row: Sequence[Any], violations: Sequence[Sequence[str]], stood: set[tuple[str, bool]]) -> Card:
    number, thing, situation, admin1, place, first, last, state, key, account = row
    codes = {
        "situation": (situation,),
        "violation": tuple(sorted({code for code, _, _ in violations})) or (NOT_KNOWN,),
        "party": parties((how, codes) for _, how, codes in violations) if violations else (NOT_KNOWN,),
        "standing": tuple(sorted({status for status, _ in stood})) or (EMPTY,),
        "file": (state,),
        "year": years(first, last),
        "admin1": (admin1 or NOT_KNOWN,),
        **({"place": (place,)} if place else {}),
        **({"waits": ("y",)} if any(waits for _, waits in stood) else {}),
    }
    words = words_of(thing, key, account)
    return Card(thing, number, codes, words)


def _standings(ids: Sequence[str]) -> defaultdict[str, set[tuple[str, bool]]]:
    """incident -> (status, whether it waits) of what can be judged in it, as `standing` gives them."""
    found: defaultdict[str, set[tuple[str, bool]]] = defaultdict(set)
    held, param = among("v.incident_id", ids)
    with connection.cursor() as cursor:
        for sql in (_OF_ACTS, _ALONE):
            cursor.execute(sql.format(held=held), [param])
            for incident_id, status, waits in cursor.fetchall():
                found[incident_id].add((status, bool(waits)))
    return found


def _standing_sql(subject: str, joined: str, act_since: str, where: str) -> str:
    final = f"s.stage = 'final' AND {JUDGED} AND s.act_since = {act_since}"
    return (
        f"SELECT DISTINCT v.incident_id, CASE WHEN s.thing IS NULL THEN 'new' WHEN {final} THEN s.occurrence "  # noqa: S608  fixed names
        f"ELSE 'under_review' END, CASE WHEN {final} THEN 0 ELSE 1 END "
        f"FROM link_violation v JOIN link_incident i ON i.thing = v.incident_id AND i.until IS NULL {joined} "
        f"LEFT JOIN verify_assessment s ON s.thing = {subject}.thing AND s.until IS NULL "
        f"WHERE v.until IS NULL AND {{held}}{where}"
    )


_OF_ACTS = _standing_sql("a", "JOIN link_act a ON a.violation_id = v.thing AND a.until IS NULL", "a.facts_since", "")
_ALONE = _standing_sql("v", "", "-1", f" AND v.type IN ({INCIDENT_TYPES})")
