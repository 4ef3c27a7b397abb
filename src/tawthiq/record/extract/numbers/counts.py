"""Counts: how many of a counted thing, in a number, a vague word or an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from tawthiq.record.extract.numbers.amounts import made_of, past_hyphen
from tawthiq.record.extract.numbers.scene import STOPS, Amount, QuantityFound, Scene
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS, NUMBER, WORD, spellings
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind

_ADJECTIVES_BETWEEN = 4
_EPISODES = ("incident", "case")
""" "In one incident, a girl was": the sentence tells it, and counts who was hurt."""
_OWN_NUMBER = (QuantityKind.COUNT, QuantityKind.PERCENT)


def read_count(scene: Scene, amount: Amount) -> QuantityFound | None:
    """A whole number with the countable noun behind it; None where there is none."""
    amount = _unbracketed(scene, amount)
    if scene.hit(past_hyphen(scene, amount.last), "durations", "measures") or amount.low.denominator != 1:
        return None
    if _is_ordinal_tail(scene, amount.last) or _describes(scene, amount) or _is_population(scene, amount):
        return None
    unit = unit_after(scene, amount.last)
    if unit is None and (named := _past_people(scene, amount.last)):
        words = scene.text[scene.tokens[amount.last].start : scene.tokens[named - 1].end]
        return made_of(scene, amount, named, QuantityKind.COUNT, "person", "count", of=words)
    single = not amount.digits and amount.low == 1 and amount.last - amount.first == 1
    if unit is None or (single and not (scene.is_one_of(amount.first, "counting_one") and unit.first == amount.last)):
        return None
    if single and unit.code in _EPISODES and scene.is_one_of(amount.first - 1, "place_preps"):
        return None
    words = scene.text[scene.tokens[amount.last].start : scene.tokens[unit.last - 1].end]
    made = made_of(scene, amount, unit.last, QuantityKind.COUNT, unit.code, "count", of=words)
    return replace(made, sex=unit.entry.more.get("sex", ""))


def _past_people(scene: Scene, at: int) -> int:
    """ "1,380 Palestinians were killed": behind a people's name, in the plural; 0 where none stands there."""
    written = scene.text[scene.tokens[at].start : scene.tokens[at].end] if at + 1 < len(scene.tokens) else ""
    endings = scene.lexicon.endings("people_endings")
    named = bool(endings) and written[:1].isupper() and written.endswith(endings)
    goes_on = named and scene.tokens[at + 1].sort == WORD and scene.text[scene.tokens[at + 1].start].isupper()
    return at + 1 if named and not goes_on else 0


def _unbracketed(scene: Scene, amount: Amount) -> Amount:
    """ "ما يقارب (1300) طفل": a number in brackets, as Arabic often sets it, in front of what it counts."""
    if scene.form(amount.first - 1) != "(" or scene.form(amount.last) != ")":
        return amount
    joined = scene.form(amount.last + 1).startswith("و")
    counted = scene.hit(amount.last + 1, "units")
    return amount if joined or counted is None else replace(amount, first=amount.first - 1, last=amount.last + 1)


def _describes(scene: Scene, amount: Amount) -> bool:
    """ "The 62-page report", "a 12-member panel": tied to a noun that only says what kind."""
    at = amount.last
    if scene.form(at) != "-" or at + 1 >= len(scene.tokens) or scene.tokens[at + 1].sort != WORD:
        return False
    glued = scene.tokens[at - 1].end == scene.tokens[at].start and scene.tokens[at].end == scene.tokens[at + 1].start
    return glued and scene.hit(at + 1, "units") is None


def _is_population(scene: Scene, amount: Amount) -> bool:
    """ "A nation of 90 million people", "a town of 20,000 people": who lives there, no number of what was done."""
    led = scene.is_one_of(amount.first - 1, "of_words") and scene.lexicon.language == "en"
    return led and scene.is_one_of(amount.first - 2, "peopled_words")


def _is_ordinal_tail(scene: Scene, at: int) -> bool:
    glued = 0 < at < len(scene.tokens) and scene.tokens[at].start == scene.tokens[at - 1].end
    return glued and scene.is_one_of(at, "ordinal_tails")


def unit_after(scene: Scene, at: int) -> Hit | None:
    """The countable noun behind a number, up to four describing words further; no verb or stop stands between."""
    for token in range(at, min(at + _ADJECTIVES_BETWEEN + 1, len(scene.tokens))):
        hit = scene.hit(token, "units")
        if hit is not None:
            return _last_of_compound(scene, hit)
        if scene.form(token) in STOPS or scene.tokens[token].sort == NUMBER or _is_numbered(scene, token):
            return None
        if scene.is_one_of(token, "phrase_breaks"):
            return None
    return None


def _is_numbered(scene: Scene, at: int) -> bool:
    """A number word of its own begins here: what it counts is not counted by the number before."""
    if scene.lexicon.number_words.isdisjoint(spellings(scene.form(at))):
        return False
    number = scene.number_at(at)
    return number is not None and number.value > 1


def _last_of_compound(scene: Scene, hit: Hit) -> Hit:
    """Of "child casualties", "refugee children": the last noun is what is counted; "child soldiers" is one entry."""
    following = scene.hit(hit.last, "units")
    children = following is not None and following.entry.more.get("victim") == "child"
    if following and (hit.entry.more.get("modifier") == "yes" or (children and hit.code == "person")):
        return following
    return hit


def vague_counts(scene: Scene, found: Sequence[QuantityFound]) -> list[QuantityFound]:
    """ "Dozens of children": counts without a value, where nothing else was read; not "many children (218)"."""
    taken = {token for item in found for token in range(item.first, item.last)}
    made: list[QuantityFound] = []
    for at in scene.starts.get("vague", ()):
        hit = scene.hit(at, "vague")
        unit = unit_after(scene, hit.last) if hit else None
        if hit is None or unit is None or at in taken or scene.is_one_of(at - 1, "how_words"):
            continue
        if scene.form(unit.last) == "(" and scene.number_at(unit.last + 1) is not None:
            continue
        thousands = hit.last - hit.first > 1 and scene.lexicon.language == "ar"
        if (
            unit.entry.more.get("victim") == "adult" and not thousands and not _many(scene, hit)
        ) or unit.code == "violation":
            continue
        if unit.code == "thing" and scene.lexicon.language == "en" and scene.is_one_of(unit.last - 1, "munition_words"):
            continue
        words = scene.text[scene.tokens[at].start : scene.tokens[unit.last - 1].end]
        quantity = Quantity(QuantityKind.COUNT, Comparator.VAGUE, unit=unit.code, of=words)
        made.append(QuantityFound(quantity, at, unit.last, at, "vague", sex=unit.entry.more.get("sex", "")))
    return made


def _many(scene: Scene, hit: Hit) -> bool:
    """ "Hundreds of other civilians", "several hundred soldiers": a number by its order, whoever they are."""
    return scene.lexicon.language == "en" and any(
        scene.is_one_of(at, "order_words") for at in range(hit.first, hit.last)
    )


def single_counts(scene: Scene, found: Sequence[QuantityFound]) -> list[QuantityFound]:
    """ "A child", "une fille": one child; whether it is one of a kind is for the clause to say."""
    taken = {token for item in found for token in range(item.first, item.last) if item.quantity.kind in _OWN_NUMBER}
    made: list[QuantityFound] = []
    for at in scene.starts.get("singles", ()):
        hit = scene.hit(at, "singles")
        if hit is None or at in taken or scene.hit(hit.last, "units", "compounds"):
            continue
        if scene.is_one_of(at - 1, "any_words") or scene.tokens[at - 1].sort == NUMBER or _is_youngest(scene, hit):
            continue
        count = Fraction(hit.entry.more.get("count", "1"))
        quantity = Quantity(QuantityKind.COUNT, Comparator.EXACT, count, unit=hit.code)
        made.append(QuantityFound(quantity, at, hit.last, at, "single", sex=hit.entry.more.get("sex", "")))
    return made


def _is_youngest(scene: Scene, hit: Hit) -> bool:
    """ "12 niños, el menor de 9 años", "la menor tenía 9": the youngest of those told, nobody counted anew."""
    if not (scene.is_one_of(hit.last - 1, "superlatives") and scene.is_one_of(hit.first, "definite")):
        return False
    apposed = scene.form(hit.first - 1) in COMMAS and scene.is_one_of(hit.last, "of_words")
    return apposed or scene.is_one_of(hit.last, "age_copulas")
