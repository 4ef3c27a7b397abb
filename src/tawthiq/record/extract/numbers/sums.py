"""Sums of money with their rate; the same sum told again in another currency."""

from __future__ import annotations

from dataclasses import replace

from tawthiq.record.extract.numbers.amounts import made_of
from tawthiq.record.extract.numbers.scene import STOPS, Amount, QuantityFound, Scene
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS
from tawthiq.terms.quantity import Comparator, QuantityKind

_WAGE_TOKENS = 9


def read_money(scene: Scene, amount: Amount) -> QuantityFound | None:
    """A number beside a currency, with its rate; None where no currency stands."""
    before, after = scene.hit_ending(amount.first, "currencies", reach=2), scene.hit(amount.last, "currencies")
    if (after is None and not amount.digits) or scene.is_one_of(amount.last, "of_words"):
        after = after or scene.hit(amount.last + 1, "currencies")
    if before and after and before.last != amount.first:
        before = None
    sign = before if before and before.last == amount.first else None
    hit = sign or after or _between(scene, amount)
    if hit is None:
        return None
    start = replace(amount, first=sign.first) if sign else amount
    last = after.last if after and not sign else amount.last
    if sign and after and after.code == sign.code:
        last = after.last
    made = made_of(scene, start, last, QuantityKind.MONEY, hit.code, "money")
    per = _per(scene, last) or _per_before(scene, made.first)
    return replace(made, core=amount.first, quantity=replace(made.quantity, per=per))


def _between(scene: Scene, amount: Amount) -> Hit | None:
    """ "500 pesos to a thousand": the currency stands behind the first of two numbers."""
    if amount.high is None:
        return None
    return next((hit for at in range(amount.first, amount.last) if (hit := scene.hit(at, "currencies"))), None)


def _per(scene: Scene, at: int) -> str:
    """The rate behind an amount; a conversion in brackets may stand between."""
    if scene.form(at) == "(":
        close = next((token for token in range(at, min(at + 9, len(scene.tokens))) if scene.form(token) == ")"), at)
        at = close + 1
    elif scene.form(at) == ")":
        at += 1
    hit = scene.hit(at, "rates")
    return hit.code if hit else ""


def _per_before(scene: Scene, first: int) -> str:
    """ "A monthly salary of up to 400 dollars", "salaire mensuel de": the rate tells what the pay is."""
    for at in range(first - 1, first - _WAGE_TOKENS, -1):
        if scene.form(at) in (*STOPS, *COMMAS):
            return ""
        hit = scene.hit(at, "rates")
        if hit is not None and hit.last - hit.first == 1:
            paid = any(scene.is_one_of(near, "wage_words") for near in (at - 2, at - 1, at + 1, at + 2))
            return hit.code if paid else ""
    return ""


def as_conversion(scene: Scene, found: QuantityFound, before: QuantityFound | None) -> QuantityFound:
    """An amount in brackets behind an amount in another currency is the same sum converted: same bound, same rate."""
    is_money = found.quantity.kind is QuantityKind.MONEY
    if not (is_money and before and before.quantity.kind is QuantityKind.MONEY):
        return found
    if (
        found.quantity.unit == before.quantity.unit
        or scene.form(before.last) not in "(["
        or found.first - before.last > 4
    ):
        return found
    comparator = before.quantity.comparator
    if found.quantity.comparator is Comparator.EXACT and comparator is not Comparator.RANGE:
        quantity = replace(found.quantity, comparator=comparator, per=found.quantity.per or before.quantity.per)
        return replace(found, quantity=quantity, conversion=True)
    return replace(found, conversion=True)
