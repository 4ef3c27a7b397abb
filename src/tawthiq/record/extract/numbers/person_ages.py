"""Ages told beside a person without the word: lists of ages, "a girl of 16", "she (13)", "nobody under 15"; and the one
person whose age is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from tawthiq.record.extract.numbers.amounts import made_of, past_hyphen
from tawthiq.record.extract.numbers.scene import STOPS, Amount, QuantityFound, Scene
from tawthiq.record.extract.words.token import COMMAS, WORD
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind

_YOUNGEST, _OLDEST, _ADULT = 1, 19, 18
_TEENS = (11, 19)
_PERSON_TOKENS = 5
_LISTED = 5
_SPOKEN_TOKENS = 6
_BOUNDS = (Comparator.LESS_THAN, Comparator.MORE_THAN, Comparator.AT_MOST, Comparator.AT_LEAST)


def aged(scene: Scene, amount: Amount) -> QuantityFound | None:
    """A bare number that stands beside a person as an age does; None where the words do not say so."""
    if not _YOUNGEST <= amount.low <= _OLDEST or _counts(scene, amount.last) or _is_article(amount):
        return None
    if scene.hit(amount.last, "participles") and not _of_one(scene, amount):
        return _bounded(scene, amount) if _ends_body(scene, amount) else None
    if amount.high is not None:
        before = _before_range(scene, amount)
        told = amount.high <= _OLDEST and (ends_person(scene, before) or scene.is_one_of(before - 1, "nobody_words"))
        return made_of(scene, amount, amount.last, QuantityKind.AGE, "year", "age") if told else None
    if (
        _heads_list(scene, amount)
        or _apposed_list(scene, amount)
        or _said_list(scene, amount)
        or _of_one(scene, amount)
        or of_another(scene, amount.first)
        or _bracketed(scene, amount)
        or _is_now(scene, amount)
    ):
        return made_of(scene, amount, amount.last, QuantityKind.AGE, "year", "age")
    if _year_of_life(scene, amount) or _in_the_teens(scene, amount):
        return made_of(scene, replace(amount, ordinal=False), amount.last, QuantityKind.AGE, "year", "age")
    return _bounded(scene, amount)


def _in_the_teens(scene: Scene, amount: Amount) -> bool:
    """ "كان في الثالثة عشرة": Arabic tells an age from eleven to nineteen by its feminine rank."""
    teens = amount.ordinal and _TEENS[0] <= amount.low <= _OLDEST and amount.high is None
    led = scene.is_one_of(amount.first - 1, "bare_place_preps")
    return (
        teens
        and led
        and scene.is_one_of(amount.last - 1, "teen_tails")
        and not scene.is_one_of(amount.last, "hour_words")
    )


def _is_article(amount: Amount) -> bool:
    """ "Pupils of a seminary", "alumnos de un seminario": the word for one is an article."""
    return amount.low == 1 and amount.high is None and not amount.digits


def bounded_anew(scene: Scene, found: QuantityFound) -> QuantityFound:
    """ "None older than 16" is an age of at most 16; "had not turned 10" one below 10."""
    sign = found.quantity.comparator
    near = range(max(0, found.first - 4), found.core)
    if not any(scene.is_one_of(at, "never_words") for at in near):
        return found
    turned = {Comparator.MORE_THAN: Comparator.AT_MOST, Comparator.EXACT: Comparator.LESS_THAN}.get(sign)
    exact = sign is Comparator.EXACT and not any(scene.is_one_of(at, "reaching_words") for at in near)
    return found if turned is None or exact else replace(found, quantity=replace(found.quantity, comparator=turned))


def one_persons(scene: Scene, found: Sequence[QuantityFound]) -> list[QuantityFound]:
    """ "A girl of 16", "a 10-year-old patient", "ma fille de 14 ans": one person stands beside the age."""
    taken = {at for item in found if item.quantity.kind is QuantityKind.COUNT for at in range(item.first, item.last)}
    starts = {at for item in found if _is_plain_age(item) if (at := _person_before(scene, item)) is not None}
    starts |= set(_single_words(scene))
    one = Quantity(QuantityKind.COUNT, Comparator.EXACT, Fraction(1), unit="child")
    return [QuantityFound(one, at, at + 1, at, "single") for at in sorted(starts - taken)]


def _is_plain_age(item: QuantityFound) -> bool:
    exact = item.quantity.comparator is Comparator.EXACT
    return item.quantity.kind is QuantityKind.AGE and exact and item.rule == "age"


def _person_before(scene: Scene, item: QuantityFound) -> int | None:
    """The article or owner in front of the person; None where several, or "the youngest", are spoken of."""
    for at in range(item.core - 1, max(-1, item.core - _PERSON_TOKENS - 1), -1):
        alone = scene.is_one_of(at + 1, "of_words") or scene.is_one_of(at + 1, "finite")
        if scene.is_one_of(at, "one_articles") and not alone:
            return at
        number = scene.number_at(at) or scene.number_ending(at)
        several = number is not None and not scene.is_one_of(number.first, "one_articles")
        if several or scene.form(at) in STOPS or scene.is_one_of(at, "superlatives"):
            return None
    return None


def _single_words(scene: Scene) -> Iterator[int]:
    """Arabic says "one boy" by the bare noun; behind a number the same noun is counted by it."""
    words = scene.lexicon.data.get("one_child_words", ())
    for at in range(len(scene.tokens)) if words else ():
        form = scene.form(at)
        bare = form[1:] if form[:1] in "وفلب" and form[1:] in words else form
        if bare not in words or scene.is_one_of(at - 1, "any_words") or scene.hit(at - 1, "vague"):
            continue
        if not scene.number_ending(at):
            yield at


def _counts(scene: Scene, at: int) -> bool:
    sections = ("units", "durations", "percent", "months", "currencies", "multiples", "measures")
    return scene.hit(past_hyphen(scene, at), *sections) is not None


def _follows(scene: Scene, amount: Amount) -> tuple[int, int]:
    """(how many numbers go on behind the amount in one list, the token behind the last)."""
    at, n_more = amount.last, 0
    while n_more < _LISTED:
        start = at
        while start < at + 2 and (scene.form(start) in COMMAS or scene.is_one_of(start, "joiners")):
            start += 1
        number = scene.number_at(start)
        joined = start == at and scene.form(at).startswith("و") and number is not None
        if number is None or (start == at and not joined) or not _YOUNGEST <= number.value <= _OLDEST:
            break
        at, n_more = number.last, n_more + 1
    return n_more, at


def _heads_list(scene: Scene, amount: Amount) -> bool:
    """The 12 of "12, 13 y 15 años": it shares the tail of the last."""
    n_more, at = _follows(scene, amount)
    return n_more > 0 and scene.hit(past_hyphen(scene, at), "ages_after") is not None


def _apposed_list(scene: Scene, amount: Amount) -> bool:
    """ "Two brothers, 6 and 9, died", "dos hermanos, de 13 y 15": as many numbers as persons, apart from the rest; "her
    sons, 15 and 17, left"."""
    opens = amount.first - 1 - int(scene.is_one_of(amount.first - 1, "of_words"))
    if scene.form(opens) not in (*COMMAS, "("):
        return False
    n_more, at = _follows(scene, amount)
    years = scene.hit(at, "durations")
    at = years.last if years is not None and years.code == "year" else at
    ends = at >= len(scene.tokens) or scene.form(at) in STOPS
    if ends and n_more > 0 and scene.is_one_of(opens - 2, "possessives"):
        return ends_person(scene, opens)
    before = range(opens - 1, opens - _LISTED, -1)
    counted = next((number for at in before if (number := scene.number_ending(at + 1))), None)
    return ends and n_more > 0 and counted is not None and counted.value == n_more + 1


def _said_list(scene: Scene, amount: Amount) -> bool:
    """ "They were 15 and 16 when": two numbers that somebody is."""
    n_more, end = _follows(scene, amount)
    led = scene.number_ending(amount.first - 1) if scene.is_one_of(amount.first - 1, "joiners") else None
    first = led.first if led is not None else amount.first
    said = scene.is_one_of(first - 1, "age_copulas") and scene.is_one_of(first - 2, "pronouns")
    ends = end >= len(scene.tokens) or scene.form(end) in STOPS or scene.is_one_of(end, "age_followers")
    return said and ends and n_more + (led is not None) == 1


def _is_now(scene: Scene, amount: Amount) -> bool:
    """ "One boy, now 16, said"."""
    led = scene.is_one_of(amount.first - 1, "age_leads") and scene.form(amount.first - 2) in COMMAS
    return led and scene.form(amount.last) in STOPS and ends_person(scene, amount.first - 2)


def _of_one(scene: Scene, amount: Amount) -> bool:
    """ "A girl of 16", "un niño de 9", "su nieta, de 14, volvió"."""
    before = amount.first - 1
    apart = scene.form(before - 1) in COMMAS and scene.form(amount.last) in STOPS
    return scene.is_one_of(before, "of_words") and ends_person(scene, before - int(apart))


def of_another(scene: Scene, first: int) -> bool:
    """ "Dos de 15 años y uno de 16": one more of those whose age is told just before."""
    one = scene.number_ending(first - 1) if scene.is_one_of(first - 1, "of_words") else None
    if one is None or one.value != 1:
        return False
    near = range(max(0, one.first - _PERSON_TOKENS), one.first)
    return any(scene.hit(at, "ages_after") for at in near)


def ends_person(scene: Scene, at: int) -> bool:
    """A child is named right in front of the token; of "the deaths of seven" those are how many."""
    near = range(max(0, at - 4), at)
    return not scene.is_one_of(at - 1, "death_nouns") and any(
        hit.last == at
        and hit.entry.section in ("units", "singles")
        and hit.entry.more.get("victim") != "adult"
        and hit.entry.more.get("victim", "child") in ("child", "any")
        and hit.code in ("child", "person")
        for here in near
        for hit in scene.hits.get(here, ())
    )


def _ends_body(scene: Scene, amount: Amount) -> bool:
    """ "211 people under 18 were killed": people stand right before the bound."""
    bound = made_of(scene, amount, amount.last, QuantityKind.AGE, "year", "age").first
    near = range(max(0, bound - 3), bound)
    return any((hit := scene.hit(at, "units")) and hit.last == bound and hit.code in ("child", "person") for at in near)


def _is_said_of_child(scene: Scene, before: int) -> bool:
    """ "One in three children killed was under 5", "nine of the fighters at the camp were under 18": behind a copula, a
    child, or who fights, being what is spoken of."""
    if not scene.is_one_of(before - 1, "age_copulas"):
        return False
    near = range(before - 2, max(-1, before - 2 - _SPOKEN_TOKENS), -1)
    people = [at for at in near if (unit := scene.hit(at, "units")) and unit.entry.more.get("victim") != "thing"]
    tolled = any(scene.form(at) in STOPS or scene.is_one_of(at, "toll_words") for at in near)
    return bool(people) and not tolled and _is_young_or_fights(scene, people[0])


def _is_young_or_fights(scene: Scene, at: int) -> bool:
    unit = scene.hit(at, "units")
    young = unit is not None and unit.entry.more.get("victim") == "child"
    return young or scene.is_one_of(at, "fighter_words")


def _is_said_of_share(scene: Scene, before: int) -> bool:
    """ "A third were under 15", "half of them are under ten": behind a copula, a part of people told before."""
    if not scene.is_one_of(before - 1, "age_copulas"):
        return False
    subject = before - 1 - 2 * scene.is_one_of(before - 2, "partitive_pronouns")
    return any(scene.hit(at, "fractions", "majorities") for at in range(max(0, subject - 3), subject))


def _before_range(scene: Scene, amount: Amount) -> int:
    at = amount.first
    while scene.is_one_of(at - 1, "range_begin") or scene.is_one_of(at - 1, "of_words"):
        at -= 1
    return at


def _bracketed(scene: Scene, amount: Amount) -> bool:
    """ "She (13) was taken", "la hija del señor Evelio (15)", "un niño (12, de Amra)"; not "the Front (15)"."""
    closes = scene.form(amount.last)
    if scene.form(amount.first - 1) != "(" or closes not in (")", *COMMAS) or amount.low > _ADULT:
        return False
    for at in range(amount.first - 2, max(-1, amount.first - 2 - _PERSON_TOKENS), -1):
        if scene.form(at) in STOPS or scene.hit(at, "group_heads", "groups") or scene.hit(at, "by_party"):
            return False
        unit = scene.hit(at, "units")
        if scene.is_one_of(at, "pronouns") or (unit is not None and unit.entry.more.get("victim") == "child"):
            counted = scene.number_ending(at)
            if counted is not None:
                return counted.value == 1
            return closes == ")" or any(scene.is_one_of(before, "one_articles") for before in (at - 2, at - 1))
    return False


def _year_of_life(scene: Scene, amount: Amount) -> bool:
    """ "طفل في العاشرة": the year of life, by its rank; no hour of a day."""
    if (
        not amount.ordinal
        or not scene.is_one_of(amount.first - 1, "inside_words")
        or scene.is_one_of(amount.last, "hour_words")
    ):
        return False
    if scene.is_one_of(amount.last, "of_words") and _names_month(scene, amount.last + 1):
        return False
    near = range(max(0, amount.first - _PERSON_TOKENS), amount.first)
    return any((hit := scene.hit(at, "units")) and hit.entry.more.get("victim") == "child" for at in near)


def _names_month(scene: Scene, at: int) -> bool:
    return scene.hit(at, "months") is not None or scene.is_one_of(at, "month_nouns")


def _bounded(scene: Scene, amount: Amount) -> QuantityFound | None:
    """ "211 people under 18", "nadie con menos de 15", "both are under ten": a bound on persons, nothing counted."""
    made = made_of(scene, amount, amount.last, QuantityKind.AGE, "year", "age")
    if made.quantity.comparator not in _BOUNDS or amount.low > _ADULT or scene.is_one_of(amount.last, "of_words"):
        return None
    if amount.ordinal:
        return replace(made, quantity=replace(made.quantity, low=amount.low))
    before = made.first
    if scene.is_one_of(amount.last, "share_words") and scene.is_one_of(amount.last + 1, "those_words"):
        return None
    near = range(max(0, before - 3), before)
    persons = (
        ends_person(scene, before)
        or _ends_body(scene, amount)
        or _is_said_of_child(scene, before)
        or _is_said_of_share(scene, before)
        or any(scene.is_one_of(at, table) for at in near for table in ("age_subjects", "pronouns", "nobody_words"))
    )
    spoken = scene.tokens[before - 1].sort == WORD if before else False
    return made if persons and spoken else None
