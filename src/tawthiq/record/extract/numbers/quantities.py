"""Quantities: numbers with comparator, unit, rate, denominator, read from tokens."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tawthiq.record.extract.numbers.ages import (
    is_of_elder,
    is_of_months,
    is_period,
    lasts,
    listed_age,
    read_age,
    worded_ages,
)
from tawthiq.record.extract.numbers.amounts import (
    amounts_of,
    is_corrected,
    is_label,
    is_reference,
    is_time,
    made_of,
    past_hyphen,
)
from tawthiq.record.extract.numbers.bare_numbers import read_bare
from tawthiq.record.extract.numbers.counts import read_count, single_counts, unit_after, vague_counts
from tawthiq.record.extract.numbers.loose_counts import RULE, loose_counts
from tawthiq.record.extract.numbers.numbers import Number
from tawthiq.record.extract.numbers.person_ages import one_persons
from tawthiq.record.extract.numbers.rounded import rounded_counts
from tawthiq.record.extract.numbers.scene import Amount, QuantityFound, Scene
from tawthiq.record.extract.numbers.shares import multiplied, read_fraction, read_percent, wordy_shares
from tawthiq.record.extract.numbers.sums import as_conversion, read_money
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.terms.quantity import QuantityKind

_NEIGHBOURS = 4
"""So many findings before and behind may lie around another."""


def quantities_of(scene: Scene) -> list[QuantityFound]:
    """Every quantity in order of its number; numbers with no unit in reach are left out (`unread_numbers`)."""
    found: list[QuantityFound] = []
    for amount in amounts_of(scene):
        if found and amount.first < found[-1].last:
            continue
        read = _read(scene, amount, found[-1] if found else None)
        if read is not None:
            found.append(read)
    found += multiplied(scene) + wordy_shares(scene) + _worded_durations(scene, found)
    found += vague_counts(scene, found) + worded_ages(scene)
    found += rounded_counts(scene, found, unit_after)
    found += single_counts(scene, found)
    found += one_persons(scene, found)
    found += loose_counts(scene, found)
    return _without_inner(sorted(found, key=lambda item: item.core))


def unread_numbers(scene: Scene, found: Sequence[QuantityFound]) -> list[Number]:
    """Numbers that neither a date nor a quantity took, so that doubt is loud."""
    read = (item for item in found if item.rule != RULE)
    taken = {token for item in read for token in range(item.first, item.last)} | scene.taken
    return [number for number in scene.numbers if number.digits and number.first not in taken]


def _read(scene: Scene, amount: Amount, before: QuantityFound | None) -> QuantityFound | None:
    if is_reference(scene, amount) or is_label(scene, amount):
        return None
    if any(hit.first < amount.first < hit.last for hit in _vague_before(scene, amount.first)):
        return None
    if is_time(scene, amount) or is_corrected(scene, amount) or scene.hit(amount.first, "rounded", "shares"):
        return None
    if is_of_months(scene, amount) or is_of_elder(scene, amount):
        return None
    for reader in (read_percent, read_fraction, read_money, read_age, _multiple, _duration):
        found = reader(scene, amount)
        if found is not None:
            return as_conversion(scene, found, before)
    if listed := listed_age(scene, amount, before):
        return listed
    if amount.ordinal:
        return None
    if (counted := read_count(scene, amount)) is not None:
        return counted
    return None if scene.hit(past_hyphen(scene, amount.last), "measures") else read_bare(scene, amount, before)


def _vague_before(scene: Scene, at: int) -> list[Hit]:
    """ "عشرات آلاف": tens of thousands, no thousand."""
    return [hit for here in (at - 1, at - 2) if (hit := scene.hit(here, "vague")) is not None]


def _multiple(scene: Scene, amount: Amount) -> QuantityFound | None:
    hit = scene.hit(amount.last, "multiples")
    if hit is None:
        return None
    if hit.code == "times" and not _compares_times(scene, amount, hit.last):
        return made_of(scene, amount, hit.last, QuantityKind.COUNT, "incident", "count")
    return made_of(scene, amount, hit.last, QuantityKind.MULTIPLE, "times", "multiple")


def _compares_times(scene: Scene, amount: Amount, at: int) -> bool:
    """ "Three times as many", "rose three times"; not "was attacked three times"."""
    near = range(max(0, amount.first - 3), amount.first)
    return scene.is_one_of(at, "times_compared") or any(scene.is_one_of(back, "change_words") for back in near)


def _duration(scene: Scene, amount: Amount) -> QuantityFound | None:
    hit = scene.hit(past_hyphen(scene, amount.last), "durations")
    if hit is None or scene.is_one_of(amount.first - 1, "first_words") or _is_span(scene, amount):
        return None
    if _only_tells_which(scene, amount, hit.last):
        return None
    if scene.is_one_of(amount.first - 1, "distance_preps") and scene.is_one_of(hit.last, "of_words"):
        return None
    lasted = scene.hit_ending(amount.first, "duration_before", reach=2) or is_period(scene, amount.first, hit.last)
    lasted = lasted or lasts(scene, amount.first, hit.last)
    if hit.code == "year" and not lasted:
        return None
    return made_of(scene, amount, hit.last, QuantityKind.DURATION, hit.code, "duration")


def _only_tells_which(scene: Scene, amount: Amount, last: int) -> bool:
    """ "A 22-day offensive", "the second in a three-week period", "after 11 years of war": which one, since when; "the
    ten-month-old siege" has gone on so long."""
    if scene.lexicon.language != "en":
        return False
    tied = scene.form(amount.last) == "-" and not lasts(scene, amount.first, _past_old(scene, last))
    return tied or scene.is_one_of(amount.first - 1, "date_after")


def _past_old(scene: Scene, at: int) -> int:
    """ "The ten-month-old siege": to the noun behind what tells its age."""
    life = scene.hit(at - 1, "months_of_life")
    return life.last if life is not None else at


def _worded_durations(scene: Scene, found: Sequence[QuantityFound]) -> list[QuantityFound]:
    """ "لمدة أسبوعين": Arabic tells two of a unit, and one, by the noun alone."""
    made: list[QuantityFound] = []
    read = {token for item in found if item.rule == "duration" for token in range(item.first, item.last)}
    for at in scene.starts.get("durations_counted", ()):
        hit = scene.hit(at, "durations_counted")
        if hit is None or at in scene.taken or at in read or scene.hit_ending(at, "duration_before") is None:
            continue
        unit, _, count = hit.code.partition(":")
        if int(count):
            amount = Amount(Fraction(int(count)), None, at, at, ordinal=False, digits=False)
            made.append(made_of(scene, amount, hit.last, QuantityKind.DURATION, unit, "duration"))
    return made


def _is_span(scene: Scene, amount: Amount) -> bool:
    """ "The fifth case in two weeks": the span that is looked at, not how long anything went on."""
    return scene.is_one_of(amount.first - 1, "span_preps")


def _without_inner(found: list[QuantityFound]) -> list[QuantityFound]:
    """Nothing is read twice: a vague or single count wholly inside another count gives way to it."""
    kept: list[QuantityFound] = []
    for place, item in enumerate(found):
        near = found[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS + 1] if item.rule in ("single", "vague") else ()
        if not any(_holds(other, item) for other in near):
            kept.append(item)
    return kept


def _holds(other: QuantityFound, item: QuantityFound) -> bool:
    around = other.first <= item.first and item.last <= other.last and other.core != item.core
    return around and other.quantity.kind is item.quantity.kind
