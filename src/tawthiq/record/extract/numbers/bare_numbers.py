"""Bare numbers: those that take what they count from the words before."""

from __future__ import annotations

from dataclasses import replace

from tawthiq.record.extract.numbers.amounts import made_of
from tawthiq.record.extract.numbers.numbers import YEARS
from tawthiq.record.extract.numbers.person_ages import of_another
from tawthiq.record.extract.numbers.scene import STOPS, Amount, QuantityFound, Scene
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS, NUMBER, WORD
from tawthiq.terms.quantity import QuantityKind

_HARMED = ("child", "person", "school", "hospital")
_OF_TOKENS = 4
_OWNED_TOKENS = 7


def read_bare(scene: Scene, amount: Amount, before: QuantityFound | None) -> QuantityFound | None:
    """A bare number that takes its unit from the one before: "47 killed, 67 injured", "(142)", "829 by"."""
    if amount.low.denominator != 1:
        return None
    if not amount.digits and amount.low == 1:
        return _one_of_them(scene, amount)
    bracketed = scene.form(amount.first - 1) == "(" and scene.form(amount.last) in (")", ",", ";")
    participle = scene.hit(amount.last, "participles")
    label = _label(scene, amount)
    if label is not None:
        made = made_of(scene, amount, amount.last, QuantityKind.COUNT, label.code, "bracket")
        return replace(made, sex=label.entry.more.get("sex", ""))
    if scene.is_one_of(amount.first - 1, "out_of_words") and before and before.quantity.kind is QuantityKind.COUNT:
        told = _same_sentence(scene, before.last, amount.first)
        return made_of(scene, amount, amount.last, QuantityKind.COUNT, before.quantity.unit, "share") if told else None
    of_those = scene.is_one_of(amount.last, "of_words") and (
        scene.is_one_of(amount.last + 1, "those_words")
        or scene.is_one_of(amount.last + 1, "determiners")
        or scene.is_one_of(amount.last + 1, "relatives")
    )
    owned = _of_owned(scene, amount.last)
    of_those = of_those or owned > 0
    attributed = of_those or scene.is_one_of(amount.last, "share_words")
    harmed = _follows_harm(scene, amount) and not _is_year(scene, amount)
    compared = _is_compared(scene, amount) and _told(scene, amount)
    elliptic = (_elliptic(scene, amount, before) or compared or _of_these(scene, amount)) and not _is_year(
        scene, amount
    )
    if not (bracketed or participle or attributed or harmed or elliptic or _opens_share(scene, amount)):
        return None
    near = _unit_near(scene, owned or amount.last + 1) if of_those else None
    unit = near.code if near else _unit_before(scene, amount, before)
    if unit is None and (compared or _opens_share(scene, amount) or (bracketed and _names_group(scene, amount.first))):
        unit = ""
    if unit is None:
        return None
    rule = "bracket" if bracketed else "participle" if participle or harmed else "share"
    return made_of(scene, amount, amount.last, QuantityKind.COUNT, unit, rule)


def _of_owned(scene: Scene, at: int) -> int:
    """ "Thirteen of Lasa's 36 hospitals": where the number stands that somebody or some place has; 0 for none."""
    near = range(at + 3, min(at + _OWNED_TOKENS, len(scene.tokens)))
    owned = (here for here in near if scene.form(here - 1) == "s" and scene.form(here - 2) == "'")
    whole = next((here for here in owned if scene.number_at(here) is not None), 0)
    return whole if scene.is_one_of(at, "of_words") else 0


def _is_compared(scene: Scene, amount: Amount) -> bool:
    """ "Up from 58", "frente a 97", "frente a los 97 de hace un año"."""
    at = amount.first - 1
    if scene.is_one_of(at, "comparison_words"):
        return True
    twice = scene.is_one_of(at - 1, "comparison_words") and scene.is_one_of(at - 2, "comparison_words")
    return twice and scene.is_one_of(at, "determiners") and scene.is_one_of(amount.last, "of_words")


def _opens_share(scene: Scene, amount: Amount) -> bool:
    """ "De los 48, 29 fueron liberados": of how many, told at the head of the sentence."""
    led = scene.is_one_of(amount.first - 1, "both_articles") and scene.is_one_of(amount.first - 2, "of_words")
    heads = led and (amount.first < 3 or scene.form(amount.first - 3) in STOPS)
    return heads and scene.form(amount.last) in COMMAS and scene.number_at(amount.last + 1) is not None


def _one_of_them(scene: Scene, amount: Amount) -> QuantityFound | None:
    """ "One of the four boys", "un herido": one of those who were harmed; not "one of the villages"."""
    if scene.hit(amount.last, "participles"):
        return made_of(scene, amount, amount.last, QuantityKind.COUNT, "person", "participle")
    at = amount.last + 1
    if not scene.is_one_of(amount.last, "of_words"):
        return None
    if scene.number_at(at) and of_another(scene, at):
        return made_of(scene, amount, amount.last, QuantityKind.COUNT, "person", "share")
    article = scene.is_one_of(at, "determiners") and not scene.is_one_of(at + 1, "relatives")
    if scene.is_one_of(at, "those_words") and not article:
        return made_of(scene, amount, amount.last, QuantityKind.COUNT, "person", "share")
    unit = _unit_near(scene, at)
    harmed = unit is not None and unit.entry.more.get("victim") != "adult" and unit.code in _HARMED
    return made_of(scene, amount, amount.last, QuantityKind.COUNT, unit.code, "share") if unit and harmed else None


def _unit_near(scene: Scene, first: int) -> Hit | None:
    """What is counted of "of the 22 verified cases"."""
    hits = (scene.hit(at, "units") for at in range(first, first + _OF_TOKENS) if scene.form(at) not in STOPS)
    return next((hit for hit in hits if hit), None)


def _label(scene: Scene, amount: Amount) -> Hit | None:
    """ "Boys: 281", but not "7 girls: 142 by the militia", where the girls are counted already."""
    if scene.form(amount.first - 1) != ":":
        return None
    hits = (scene.hit(amount.first - back, "units") for back in (2, 3))
    return next((hit for hit in hits if hit and scene.tokens[hit.first - 1].sort != NUMBER), None)


def _elliptic(scene: Scene, amount: Amount, before: QuantityFound | None) -> bool:
    """ "Twenty attacks on schools and five on hospitals": the second number counts what the first does."""
    if before is None or before.quantity.kind is not QuantityKind.COUNT:
        return False
    ends = amount.last >= len(scene.tokens) or scene.form(amount.last) in STOPS
    return (ends or scene.is_one_of(amount.last, "elliptic")) and _same_sentence(scene, before.last, amount.first)


def _is_year(scene: Scene, amount: Amount) -> bool:
    """ "A rise compared with 2014": four digits without a separator, behind a word that compares."""
    written = scene.text[scene.tokens[amount.first].start : scene.tokens[amount.last - 1].end]
    year = len(written) == 4 and amount.low in YEARS
    return year and scene.is_one_of(amount.first - 1, "comparison_words")


def _of_these(scene: Scene, amount: Amount) -> bool:
    """ "Of these casualties, 97 resulted from mines"."""
    if scene.form(amount.first - 1) not in COMMAS:
        return False
    near = range(max(0, amount.first - 7), amount.first - 1)
    units = any(scene.hit(at, "units") for at in near)
    return units and any(scene.is_one_of(at, "of_words") for at in near) and scene.is_one_of(amount.last, "elliptic")


def _names_group(scene: Scene, at: int) -> bool:
    """ "The Salvation Front (170)": a group's name stands before the bracket."""
    return any(scene.hit(here, "group_heads", "groups") for here in range(max(0, at - 7), at))


def _told(scene: Scene, amount: Amount) -> bool:
    """ "The number of missing pupils at 41", "up from 58": a number, toll or count has been spoken of before."""
    for token in range(amount.first - 1, max(-1, amount.first - 14), -1):
        if scene.form(token) in STOPS - {","}:
            return False
        if scene.is_one_of(token, "toll_words"):
            return True
    return False


def _follows_harm(scene: Scene, amount: Amount) -> bool:
    """ "Wounding more than 20"."""
    near = range(max(0, amount.first - 4), amount.first)
    return any(
        hit.entry.more.get("acts") for at in near for hit in scene.hits.get(at, ()) if hit.last <= amount.first
    ) and (amount.last >= len(scene.tokens) or scene.form(amount.last) in STOPS)


def _unit_before(scene: Scene, amount: Amount, before: QuantityFound | None) -> str | None:
    if before and before.quantity.kind is QuantityKind.COUNT and _same_sentence(scene, before.last, amount.first):
        return before.quantity.unit
    for token in range(amount.first - 1, max(-1, amount.first - 60), -1):
        if scene.form(token) in ".!?؟" and scene.tokens[token].sort not in (WORD, NUMBER):
            break
        hit = scene.hit(token, "units")
        if hit and hit.entry.more.get("victim") != "adult":
            return hit.code
    return "person" if scene.hit(amount.last, "participles") else None


def _same_sentence(scene: Scene, first: int, last: int) -> bool:
    return last - first < 60 and not any(scene.form(at) in (".", "!", "?", "؟") for at in range(first, last))
