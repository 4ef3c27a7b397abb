"""Ages at: a bare number that tells at what age something befell somebody."""

from __future__ import annotations

from tawthiq.record.extract.numbers.amounts import made_of
from tawthiq.record.extract.numbers.scene import STOPS, Amount, QuantityFound, Scene
from tawthiq.record.extract.words.token import WORD
from tawthiq.terms.quantity import QuantityKind

_YOUNGEST, _OLDEST = 5, 17
_VERB_TOKENS = 5


def at_age(scene: Scene, amount: Amount) -> QuantityFound | None:
    """ "He was recruited at 13 by the Front", "she joined the rebels at 14"; not "arrested at 8 in the morning"."""
    if not (amount.digits and amount.high is None and _YOUNGEST <= amount.low <= _OLDEST):
        return None
    if not scene.is_one_of(amount.first - 1, "at_age_leads") or not _ends(scene, amount.last):
        return None
    near = range(max(0, amount.first - 1 - _VERB_TOKENS), amount.first - 1)
    if not any(scene.is_one_of(at, "at_age_verbs") for at in near):
        return None
    return made_of(scene, amount, amount.last, QuantityKind.AGE, "year", "age")


def _ends(scene: Scene, at: int) -> bool:
    """Nothing is counted behind the number, and it is no hour: "at 15 described", "at 13 by the Front"."""
    if at >= len(scene.tokens) or scene.form(at) in STOPS:
        return True
    clock = scene.is_one_of(at, "prepositions") and not scene.is_one_of(at, "by_words")
    counted = scene.hit(at, "units", "durations", "percent", "currencies", "places") is not None
    return scene.tokens[at].sort == WORD and not (clock or counted or scene.is_one_of(at, "hour_words"))


def leads_time(scene: Scene, at: int) -> bool:
    """ "Depuis plus de vingt ans", "il y a plus de trois ans": how long, how long ago."""
    return scene.is_one_of(at - 1, "duration_leads") or scene.is_one_of(at - 2, "ago_words")
