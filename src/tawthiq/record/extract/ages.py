"""Ages, with the sex of whom they are told."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from tawthiq.record.extract.amounts import made_of, past_hyphen
from tawthiq.record.extract.lexicon import Hit
from tawthiq.record.extract.scene import STOPS, Amount, QuantityFound, Scene
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind


def read_age(scene: Scene, amount: Amount) -> QuantityFound | None:
    """A number of years lived, 0 to 30; None where the words do not say so."""
    if not 0 <= amount.low <= 30:
        return None
    after = scene.hit(past_hyphen(scene, amount.last), "ages_after")
    before = scene.hit_ending(amount.first, "ages_before") or _age_before_range(scene, amount)
    if after is None and (before is None or not _is_sure(scene, amount, before)):
        return None
    last = after.last if after else amount.last
    made = made_of(scene, amount, last, QuantityKind.AGE, "year", "age")
    if before:
        made = replace(made, first=min(made.first, before.first))
        if before.code != "age" and made.quantity.high is None:
            made = replace(made, quantity=replace(made.quantity, comparator=Comparator(before.code)))
    return _sexed(scene, made)


def listed_age(scene: Scene, amount: Amount, before: QuantityFound | None) -> QuantityFound | None:
    """The second of "aged 12 and 15", the third of "ages 10, 12 and 12"."""
    if before is None or before.quantity.kind is not QuantityKind.AGE or not 0 <= amount.low <= 30:
        return None
    between = range(before.last, amount.first)
    joined = [at for at in between if scene.is_one_of(at, "joiners")]
    if not between or len(between) > 2 or any(scene.form(at) not in (",", "،") and at not in joined for at in between):
        return None
    if scene.hit(amount.last, "units") is not None:
        return None
    return made_of(scene, amount, amount.last, QuantityKind.AGE, "year", "age")


def _is_sure(scene: Scene, amount: Amount, before: Hit) -> bool:
    """ "Aged 12" is an age without "years"; "at least 12" is one only with it, and nothing may be counted behind."""
    told = before.code == "age" or before.entry.more.get("sure") == "yes"
    return told and scene.hit(amount.last, "units") is None


def _age_before_range(scene: Scene, amount: Amount) -> Hit | None:
    begin = next((amount.first - back for back in (1, 2) if scene.is_one_of(amount.first - back, "range_begin")), None)
    return scene.hit_ending(begin, "ages_before") if begin is not None and amount.high is not None else None


def _sexed(scene: Scene, found: QuantityFound) -> QuantityFound:
    """Boys or girls named just before or after the number."""
    reach = (*range(found.last, found.last + 3), *range(found.first - 1, max(-1, found.first - 12), -1))
    for at in reach:
        if scene.form(at) in STOPS and scene.form(at):
            if at > found.first:
                continue
            break
        unit = scene.hit(at, "units")
        if unit and unit.entry.more.get("sex"):
            return replace(found, sex=unit.entry.more["sex"])
    return found


def teens_of(scene: Scene) -> list[QuantityFound]:
    """ "Teenage" is 13 to 19, so not every one need be a child."""
    quantity = Quantity(QuantityKind.AGE, Comparator.RANGE, Fraction(13), Fraction(19), unit="year")
    hits = (scene.hit(at, "teens") for at in scene.starts.get("teens", ()))
    return [QuantityFound(quantity, hit.first, hit.last, hit.first, "teens") for hit in hits if hit]
