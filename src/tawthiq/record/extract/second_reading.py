"""What a second extractor adds to the statements an item has, and what it read otherwise."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import StatedTime, Statement
from tawthiq.terms.folding import fold_name

_SAME_WORDS_IOU = 0.5


def added(found: Sequence[Statement], kept: Iterable[Statement]) -> list[Statement]:
    """Those that read something as no kept statement does: a card that says the same twice helps nobody decide.

    Their ties to such twins are ties to what is kept.
    """
    known: dict[Hashable, list[Statement]] = {}
    for one in kept:
        known.setdefault(_as_read(one), []).append(one)
    same = {one.id: [other for other in known.get(_as_read(one), ()) if _on_same_words(one, other)] for one in found}
    twins = {name: others[0].id for name, others in same.items() if others}
    return [
        replace(
            one,
            limited_by=tuple(twins.get(tied, tied) for tied in one.limited_by),
            duplicate_of=twins.get(one.duplicate_of, one.duplicate_of),
        )
        for one in found
        if one.id not in twins
    ]


def is_other_reading(one: Statement, other: Statement) -> bool:
    """Whether the other is another extractor's reading of the same words; what a person wrote or corrected is none."""
    return _maker(one) != _maker(other) and not other.by_a_person and _on_same_words(one, other)


def _maker(one: Statement) -> str:
    return one.extractor.partition("@")[0]


def _on_same_words(one: Statement, other: Statement) -> bool:
    if isinstance(one.span, Span) and isinstance(other.span, Span):
        return one.span.iou(other.span) >= _SAME_WORDS_IOU
    return one.span == other.span


def _as_read(one: Statement) -> Hashable:
    """What it says, without who read it, the words each field was read from, its doubts, its ties to others."""
    act = one.act_period
    return (
        one.item_id,
        one.kind,
        one.factuality,
        tuple(fold_name(link.actor) for link in one.chain),
        frozenset(ref.code for ref in one.violations),
        tuple((fold_name(party.name), party.basis) for party in one.parties),
        tuple(fold_name(place.name) for place in one.places),
        act.when if isinstance(act, StatedTime) and act.span is not None else None,
        tuple((stated.quantity, stated.party) for stated in one.quantities),
        one.depicted,
    )
