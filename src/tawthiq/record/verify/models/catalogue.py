"""Reading of the catalogue: incidents by any facets and words together, counted whole, a page at a time.

Every value of a facet has a bitmap of the cards under it, so a count or a page is an intersection of bitmaps: no
query looks at every incident, whatever is asked together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce

from pyroaring import BitMap

from tawthiq.record.verify.catalogue import FACETS, Asked, Card, fits_every_card, named_by
from tawthiq.record.verify.models.catalogue_tables import CardRow, FacetRow
from tawthiq.record.verify.models.catalogue_text import with_words
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, reads

MOST_FOUND = 5_000
"""How many of the newest incidents a search of words looks at; beyond it the count says `more than`."""

Bits = dict[str, dict[str, BitMap]]


@dataclass(frozen=True, slots=True)
class Found:
    """`cards`: a page, newest first; `before`: where to go on; `n`: all that fit; `counts`: facet -> value -> how many

    fit if this value were chosen in its facet. `capped`: words were looked for among the newest matches only.
    """

    cards: tuple[Card, ...]
    before: int | None
    n: int
    counts: Mapping[str, Mapping[str, int]]
    capped: bool = False


@reads(Action.CASE_READ)
def find_cards(
    _reader: Reader, asked: Asked, *, limit: int = 50, before: int | None = None, most: int = MOST_FOUND
) -> Found:
    """The incidents that fit; `before`: the number at which a page before this one ended."""
    bits = _all_bits()
    told, capped = _with_text(asked, bits, most)
    within = {facet: _union(bits, facet, asked.chosen.get(facet, ())) for facet in FACETS}
    sets = [one for one in (told, *within.values()) if one is not None]
    fitting = _meet(sets) if sets else _everything(bits)
    numbers = _newest(fitting, limit, before)
    counts = {facet: _counts(bits, facet, told, within) for facet in FACETS}
    on = numbers[-1] if len(numbers) == limit and numbers[-1] > fitting.min() else None
    return Found(_cards(numbers), on, len(fitting), counts, capped)


@reads(Action.CASE_READ)
def find_waiting_cards(
    _reader: Reader, *, limit: int, before: int | None = None
) -> tuple[tuple[Card, ...], int | None]:
    """Incidents that hold something without a final decision, newest first; where to go on."""
    waiting = _waiting()
    numbers = _newest(waiting, limit, before)
    on = numbers[-1] if len(numbers) == limit and numbers[-1] > waiting.min() else None
    return _cards(numbers), on


@reads(Action.CASE_READ)
def find_neighbours(_reader: Reader, incident_id: str) -> tuple[str, str]:
    """The waiting incidents next to this one in the queue: (newer, older), empty where there is none."""
    here = CardRow.objects.filter(thing=incident_id).values_list("number", flat=True).first()
    if here is None:
        return "", ""
    waiting = _waiting()
    above, below = waiting.rank(here), waiting.rank(here - 1)
    newer = waiting[above] if above < len(waiting) else None
    older = waiting[below - 1] if below else None
    named = {card.number: card.thing for card in _cards([one for one in (newer, older) if one is not None])}
    return named.get(newer or 0, ""), named.get(older or 0, "")


@reads(Action.CASE_READ)
def get_cards(_reader: Reader, incident_ids: Iterable[str]) -> dict[str, Card]:
    """The cards of these incidents."""
    rows = CardRow.objects.filter(thing__in=list(incident_ids)).values_list("thing", "number", "codes")
    return {thing: Card(thing, number, codes) for thing, number, codes in rows}


def _all_bits() -> Bits:
    return _bits(FacetRow.objects.exclude(facet="waits").values_list("facet", "value", "bits"))


def _bits(rows: Iterable[tuple[str, str, bytes | memoryview]]) -> Bits:
    found: Bits = {}
    for facet, value, raw in rows:
        some = BitMap.deserialize(bytes(raw))
        held = found.setdefault(facet, {})
        if value in held:
            held[value] |= some
        else:
            held[value] = some
    return found


def _waiting() -> BitMap:
    rows = FacetRow.objects.filter(facet="waits").values_list("facet", "value", "bits")
    return _bits(rows).get("waits", {}).get("y", BitMap())


def _with_text(asked: Asked, bits: Bits, most: int) -> tuple[BitMap | None, bool]:
    """The cards that fit every word: by a label of a code, or by its text; None when no word is asked for, or none

    that a card could lack, by its id or by its codes: those are not looked for, as they would be read from every one.
    """
    present = [(facet, value) for facet, values in bits.items() for value in values]
    every = _everything(bits)
    plain: list[str] = []
    looked_for: list[tuple[list[str], BitMap]] = [(plain, BitMap())]
    for word in asked.words:
        if fits_every_card(word):
            continue
        if not (codes := named_by(word, present)):
            plain.append(word)
        elif (coded := BitMap().union(*(bits[facet][value] for facet, value in codes))) != every:
            looked_for.append(([word], coded))
    found = [(with_words(words, most), coded) for words, coded in looked_for if words]
    sets = [told | coded for (told, _), coded in found]
    return _meet(sets) if sets else None, any(more for (_, more), _ in found)


def _union(bits: Bits, facet: str, values: tuple[str, ...]) -> BitMap | None:
    if not values:
        return None
    held = bits.get(facet, {})
    return BitMap().union(*(held[value] for value in values if value in held)) if held else BitMap()


def _meet(sets: Iterable[BitMap]) -> BitMap:
    return reduce(lambda one, other: one & other, sets)


def _everything(bits: Bits) -> BitMap:
    return BitMap().union(*bits.get("file", {}).values()) if bits else BitMap()


def _counts(bits: Bits, facet: str, told: BitMap | None, within: Mapping[str, BitMap | None]) -> dict[str, int]:
    others = [one for name, one in within.items() if name != facet and one is not None]
    sets = [*others, *([told] if told is not None else [])]
    held = bits.get(facet, {})
    if not sets:
        return {value: len(some) for value, some in held.items()}
    rest = _meet(sets)
    return {value: rest.intersection_cardinality(some) for value, some in held.items()}


def _newest(fitting: BitMap, limit: int, before: int | None) -> list[int]:
    """The highest numbers below `before`, highest first."""
    end = len(fitting) if before is None else fitting.rank(min(before, 2**32 - 1) - 1) if before > 0 else 0
    return [fitting[place] for place in range(end - 1, max(end - limit, 0) - 1, -1)]


def _cards(numbers: list[int]) -> tuple[Card, ...]:
    rows = CardRow.objects.filter(number__in=numbers).order_by("-number").values_list("thing", "number", "codes")
    return tuple(Card(thing, number, codes) for thing, number, codes in rows)
