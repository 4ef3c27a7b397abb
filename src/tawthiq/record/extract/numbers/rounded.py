"""Rounded counts: a dozen, une vingtaine, half a dozen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

from tawthiq.record.extract.numbers.amounts import made_of
from tawthiq.record.extract.numbers.scene import Amount, QuantityFound, Scene
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.terms.quantity import Comparator, QuantityKind


def _is_subject(scene: Scene, at: int) -> bool:
    """ "Una treintena más", "una decena resultaron heridos", "une dizaine d'entre eux": no unit is named."""
    return (
        scene.is_one_of(at, "other_words")
        or scene.is_one_of(at, "finite")
        or scene.hit(at, "participles") is not None
        or (scene.is_one_of(at, "between_begin") and scene.is_one_of(at + 1, "partitive_pronouns"))
    )


def rounded_counts(
    scene: Scene, found: Sequence[QuantityFound], unit_after: Callable[[Scene, int], Hit | None]
) -> list[QuantityFound]:
    """Counts in a word that rounds, with the countable noun behind it; "about" where no other comparator stands."""
    taken = {token for item in found for token in range(item.first, item.last)}
    made: list[QuantityFound] = []
    for at in scene.starts.get("rounded", ()):
        hit = scene.hit(at, "rounded")
        unit = unit_after(scene, hit.last) if hit else None
        if hit is None or at in taken or (unit is None and not _is_subject(scene, hit.last)):
            continue
        amount = Amount(Fraction(hit.code), None, at, hit.last, ordinal=False, digits=False)
        last, code = (unit.last, unit.code) if unit else (hit.last, "")
        count = made_of(scene, amount, last, QuantityKind.COUNT, code, "rounded")
        if count.quantity.comparator is Comparator.EXACT:
            count = replace(count, quantity=replace(count.quantity, comparator=Comparator.ABOUT))
        made.append(replace(count, sex=unit.entry.more.get("sex", "") if unit else ""))
    return made
