"""Amounts: a number or a range, with the comparator that stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tawthiq.record.extract.numbers.numbers import YEARS, Number
from tawthiq.record.extract.numbers.scene import Amount, QuantityFound, Scene
from tawthiq.record.extract.words.laws import is_of_law
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import NUMBER, WORD
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind

_CHANGE_TOKENS = 6
_COMPARATOR_TOKENS = 5


def amounts_of(scene: Scene) -> Iterator[Amount]:
    """Every number no date took, two of them joined where they make a range."""
    numbers = [one for one in scene.numbers if one.first not in scene.taken and not _is_article(scene, one)]
    at = 0
    while at < len(numbers):
        one = numbers[at]
        two = numbers[at + 1] if at + 1 < len(numbers) else None
        if two and _is_written_twice(scene, one, two):
            yield Amount(one.value, None, one.first, two.last + 1, one.ordinal, one.digits)
            at += 2
        elif two and _is_range(scene, one, two):
            yield Amount(_scaled(one, two), two.value, one.first, two.last, one.ordinal, one.digits)
            at += 2
        else:
            yield Amount(one.value, None, one.first, one.last, one.ordinal, one.digits)
            at += 1


def _is_written_twice(scene: Scene, one: Number, two: Number) -> bool:
    """ "Three (3) children", "12 (doce) niños": one number in words and in numerals."""
    brackets = scene.form(one.last) == "(" and two.first == one.last + 1 and scene.form(two.last) == ")"
    return brackets and one.value == two.value and one.digits != two.digits


def _is_article(scene: Scene, number: Number) -> bool:
    """ "Entre un 25 y un 30 %": the word for one in front of numerals."""
    followed = number.last < len(scene.tokens) and scene.tokens[number.last].sort == NUMBER
    return followed and scene.is_one_of(number.first, "quantity_small_words")


def _scaled(one: Number, two: Number) -> Fraction:
    """ "20-30k", "2 to 3 million": the first number shares the scale of the second."""
    alone = one.scale == 1 and two.scale > 1 and one.value < two.value / two.scale
    return one.value * two.scale if alone else one.value


def _is_range(scene: Scene, one: Number, two: Number) -> bool:
    between = [token for token in range(one.last, two.first) if not _is_passed_over(scene, token)]
    if two.value <= one.value or len(between) > 2 or two.first - one.last > 4:
        return False
    if between and scene.hit(between[0], "ages_after") and len(between) > 1:
        between = between[1:]
    if not between and scene.form(two.first).startswith("و"):
        return any(scene.is_one_of(one.first - back, "between_begin") for back in (1, 2))
    if len(between) != 1:
        return False
    if scene.is_one_of(between[0], "or_words"):
        return two.value == one.value + 1 and one.digits == two.digits
    if scene.is_one_of(between[0], "range_tight"):
        return scene.form(between[0]) == "-" or not _is_change(scene, one.first)
    if _is_change(scene, one.first):
        return False
    begun = any(scene.is_one_of(one.first - back, "between_begin") for back in (1, 2, 3, 4))
    return begun and scene.is_one_of(between[0], "range_loose")


def _is_passed_over(scene: Scene, at: int) -> bool:
    """Small words, currencies, percents between the two numbers of a range; not what joins them."""
    if scene.is_one_of(at, "range_tight"):
        return False
    return scene.is_one_of(at, "quantity_small_words") or scene.hit(at, "currencies", "percent") is not None


def _is_change(scene: Scene, first: int) -> bool:
    """ "Rose from 85 to 120", "est passé de 85 à 120": two figures, no span; not "boys aged 12 to 16"."""
    near = range(max(0, first - _CHANGE_TOKENS), first)
    return scene.hit_ending(first, "ages_before") is None and any(scene.is_one_of(at, "change_words") for at in near)


def is_reference(scene: Scene, amount: Amount) -> bool:
    """ "Resolution 1612", "Frente 41": the number names; not "frente a los 96", compared with them."""
    hit = scene.hit_ending(amount.first, "references", reach=1)
    return hit is not None and not scene.is_one_of(hit.last, "to_whom")


def is_label(scene: Scene, amount: Amount) -> bool:
    """A number glued to letters or slashes (A/69/926, S/2015/409, M23) names something."""
    before, after = amount.first - 1, amount.last
    glued_left = before >= 0 and scene.tokens[before].end == scene.tokens[amount.first].start
    glued_right = after < len(scene.tokens) and scene.tokens[after].start == scene.tokens[after - 1].end
    if glued_left and (
        scene.form(before) in "/#@" or (scene.tokens[before].sort == WORD and scene.form(before)[-1] != "'")
    ):
        if len(scene.form(before)) == 1 and scene.form(before) in "وفبلك":
            return False
        return not scene.hit(before, "currencies") and not scene.is_one_of(before, "quantity_small_words")
    if glued_left and _ends_name(scene, amount):
        return True
    return (glued_right and scene.form(after) == "/" and amount.digits) or _is_numbered_name(scene, amount)


def _ends_name(scene: Scene, amount: Amount) -> bool:
    """ "An F-16 aircraft", "AK-47s", "COVID-19": a hyphen ties the number to letters."""
    at = amount.first - 2
    if scene.form(at + 1) != "-" or at < 0 or not amount.digits:
        return False
    tied = scene.tokens[at].end == scene.tokens[at + 1].start
    word = scene.text[scene.tokens[at].start : scene.tokens[at].end]
    return tied and word.isalpha() and word.isupper()


def _is_numbered_name(scene: Scene, amount: Amount) -> bool:
    """ "LIB 909", "School No. 4": the number is part of a name."""
    before = amount.first - 1
    if not amount.digits or before < 0:
        return False
    if amount.low in YEARS and is_of_law(scene, amount.first):
        return True
    if scene.form(before) in (".", "º", "°") and scene.is_one_of(before - 1, "numbering_words"):
        return True
    if scene.is_one_of(before, "numbering_words"):
        return True
    word = scene.text[scene.tokens[before].start : scene.tokens[before].end]
    if scene.hit(before, "currencies") is not None:
        return False
    letters = len(word) > 1 and word.isalpha() and word.isupper() and word.isascii()
    return letters and amount.high is None and scene.hit(amount.last, "units", "percent") is None


def is_time(scene: Scene, amount: Amount) -> bool:
    """ "5 pm", "2h", "a las 5", "الساعة ٩": an hour of the day counts nothing; "catorce horas" are no hour of it."""
    after = scene.is_one_of(amount.last, "hour_words") and not scene.hit(amount.last, "units")
    after = after or _is_spelled_half(scene, amount.last)
    articles = scene.lexicon.data.get("clock_articles", ())
    if articles and not amount.digits:
        after = after and scene.form(amount.first - 1) in articles
    after = after or (scene.form(amount.first - 1) in articles and _names_part_of_day(scene, amount.last))
    clock = _is_clock(scene, amount.last) or _is_clock(scene, amount.first - 1)
    return after or clock or _is_minutes(scene, amount) or scene.is_one_of(amount.first - 1, "hour_heads")


def _is_spelled_half(scene: Scene, at: int) -> bool:
    """The "a.m." of "2 a.m.", "a las 2 p. m."."""
    return scene.is_one_of(at, "hour_letters") and scene.form(at + 1) == "." and scene.form(at + 2) == "m"


def _is_minutes(scene: Scene, amount: Amount) -> bool:
    """ "À 14 h 30": numerals behind an hour; not "à 14 h, 30 enfants", "à 14 h 30 enfants"."""
    told = amount.digits and scene.is_one_of(amount.first - 1, "minute_heads")
    return told and scene.number_ending(amount.first - 1) is not None and scene.hit(amount.last, "units") is None


def _names_part_of_day(scene: Scene, at: int) -> bool:
    """ "Antes de las ocho de la mañana"."""
    led = scene.is_one_of(at, "of_words") and scene.is_one_of(at + 1, "determiners")
    return led and scene.is_one_of(at + 2, "day_parts")


def _is_clock(scene: Scene, at: int) -> bool:
    """ "04:30": a colon with numerals glued to both sides."""
    if scene.form(at) != ":" or not 0 < at < len(scene.tokens) - 1:
        return False
    before, colon, after = scene.tokens[at - 1 : at + 2]
    return before.end == colon.start and colon.end == after.start and before.sort == after.sort == NUMBER


def is_corrected(scene: Scene, amount: Amount) -> bool:
    """ "3 dead, not 2": the number that is taken back."""
    at = amount.first - 1
    if not scene.is_one_of(at, "correcting_words"):
        return False
    return (
        scene.form(at - 1) in (",", "،", "(")
        or scene.is_one_of(at - 1, "joiners")
        or scene.is_one_of(at, "instead_words")
    )


def made_of(
    scene: Scene, amount: Amount, last: int, kind: QuantityKind, unit: str, rule: str, of: str = ""
) -> QuantityFound:
    """The quantity an amount makes with its unit, up to token `last`, comparator before or behind included."""
    if amount.high is not None:
        first = amount.first - (1 if scene.is_one_of(amount.first - 1, "range_begin") else 0)
        quantity = Quantity(kind, Comparator.RANGE, amount.low, amount.high, unit, of=of)
        return QuantityFound(quantity, first, last, amount.first, rule)
    before = _compared(scene, amount.first)
    after = _compared_behind(scene, amount.last, last)
    hit = before or after
    comparator = Comparator(hit.code) if hit else Comparator.EXACT
    first = before.first if before else amount.first
    end = max(after.last, last) if after and not before else last
    return QuantityFound(Quantity(kind, comparator, amount.low, None, unit, of=of), first, end, amount.first, rule)


def _compared(scene: Scene, first: int) -> Hit | None:
    """The comparator in front; it may hold the article that the number begins with: "plus d'un tiers"."""
    ends = scene.hit_ending(first, "comparators")
    if ends is None:
        near = (hit for at in range(max(0, first - _COMPARATOR_TOKENS), first) for hit in scene.hits.get(at, ()))
        ends = next((hit for hit in near if hit.entry.section == "comparators" and hit.last == first + 1), None)
    return None if ends is not None and scene.is_one_of(ends.first - 1, "verbs_with_particle") else ends


def _compared_behind(scene: Scene, number_end: int, last: int) -> Hit | None:
    """ "40 children or more", "40+ families"; not "34 girls + 2 matrons", which are two numbers."""
    hits = (scene.hit(at, "comparators_after") for at in (last, number_end) if not _adds_up(scene, at))
    return next((hit for hit in hits if hit), None)


def _adds_up(scene: Scene, at: int) -> bool:
    return scene.form(at) == "+" and at + 1 < len(scene.tokens) and scene.tokens[at + 1].sort == NUMBER


def past_hyphen(scene: Scene, at: int) -> int:
    """Past the hyphen of "12-year-old"."""
    return at + 1 if scene.form(at) == "-" else at
