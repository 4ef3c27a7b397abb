"""Ages, with the sex of whom they are told."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from tawthiq.record.extract.numbers.ages_at import at_age, leads_time
from tawthiq.record.extract.numbers.amounts import made_of, past_hyphen
from tawthiq.record.extract.numbers.numbers import Number
from tawthiq.record.extract.numbers.person_ages import aged, bounded_anew, ends_person
from tawthiq.record.extract.numbers.scene import STOPS, Amount, QuantityFound, Scene
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS, NUMBER, WORD
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind

_FEWEST, _ADULT, _OLDEST = 3, 18, 30
_OLDEST_OF_MANY = 19
_SUBJECT_TOKENS = 14
_PERIOD_TOKENS = 5
_NUMBER_TOKENS = 7
_PASSED_OVER = ("quantity_small_words", "determiners", "adverbs", "have_words")
_COMPARING = ("comparators", "barely")


def read_age(scene: Scene, amount: Amount) -> QuantityFound | None:
    """A number of years lived, 0 to 30; None where the words do not say so."""
    if not 0 <= amount.low <= _OLDEST:
        return None
    if scene.hit(past_hyphen(scene, amount.last), "measures"):
        return None
    after = scene.hit(past_hyphen(scene, amount.last), "ages_after") or _shared_tail(scene, amount)
    if after is not None and lasts(scene, amount.first, after.last):
        return None
    before = scene.hit_ending(amount.first, "ages_before") or _age_before_range(scene, amount)
    if after is None and _is_of_number(scene, amount.first):
        return None
    if after is None and (before is None or not _is_sure(scene, amount, before)):
        told = _predicated(scene, amount) or aged(scene, amount) or at_age(scene, amount)
        return bounded_anew(scene, told) if told else None
    last = after.last if after else amount.last
    if before is None and is_period(scene, amount.first, last):
        return None
    if before is not None and before.code != "age" and leads_time(scene, before.first):
        return None
    made = made_of(scene, amount, last, QuantityKind.AGE, "year", "age")
    if before:
        made = replace(made, first=min(made.first, before.first))
        sign = before.entry.more.get("of_age", before.code) if amount.low == _ADULT else before.code
        if sign != "age" and made.quantity.high is None:
            made = replace(made, quantity=replace(made.quantity, comparator=Comparator(sign)))
    return bounded_anew(scene, _sexed(scene, made))


def is_of_elder(scene: Scene, amount: Amount) -> bool:
    """ "A nurse aged 40", "men aged 45 and 52": an age beyond those that are kept, and nobody is counted."""
    first = amount.first
    if first > 1 and scene.is_one_of(first - 1, "joiners") and scene.tokens[first - 2].sort == NUMBER:
        first -= 2
    before = scene.hit_ending(first, "ages_before")
    return before is not None and before.code == "age" and amount.low > _OLDEST


def is_of_months(scene: Scene, amount: Amount) -> bool:
    """ "A three-month-old baby", "una niña de nueve meses": an age that is not told in years, and no duration."""
    at = past_hyphen(scene, amount.last)
    span = scene.hit(at, "durations")
    if span is None or span.code == "year" or lasts(scene, amount.first, span.last):
        return False
    if (life := scene.hit(at, "months_of_life")) is not None:
        return not lasts(scene, amount.first, life.last)
    before = scene.hit_ending(amount.first, "ages_before")
    if before is not None and before.code == "age":
        return True
    return scene.is_one_of(amount.first - 1, "of_words") and ends_person(scene, amount.first - 1)


def _is_of_number(scene: Scene, first: int) -> bool:
    """ "عدد المخطوفين لا يتجاوز 13": how many they are, unless a word of age or another number stands between."""
    near = range(max(0, first - _NUMBER_TOKENS), first)
    counted = next((at for at in near if scene.is_one_of(at, "number_nouns")), first)
    between = range(counted, first)
    stops = any(scene.form(at) in STOPS or scene.tokens[at].sort == NUMBER for at in between)
    words = (scene.is_one_of(at, table) for at in between for table in ("age_copulas", "age_subjects"))
    return scene.lexicon.language == "ar" and counted < first and not stops and not any(words)


def is_period(scene: Scene, first: int, last: int) -> bool:
    """ "Pendant deux ans", "deux ans plus tard", "condamné à 18 ans": years that went by, nobody's age."""
    if _is_led_in(scene, first) or _is_sentence(scene, first):
        return True
    return scene.is_one_of(last, "period_tails") and not _is_of_person(scene, first)


def _is_led_in(scene: Scene, first: int) -> bool:
    """ "Hace casi dos años": small words and words of comparing alone stand between the lead and the number."""
    for at in range(first - 1, max(-1, first - _PERIOD_TOKENS), -1):
        if scene.is_one_of(at, "period_leads"):
            return True
        if not any(scene.is_one_of(at, table) for table in _PASSED_OVER) and not _compares(scene, at):
            return False
    return False


def _compares(scene: Scene, at: int) -> bool:
    near = range(max(0, at - _PERIOD_TOKENS), at + 1)
    hits = (hit for here in near for hit in scene.hits.get(here, ()))
    return any(hit.entry.section in _COMPARING and at < hit.last for hit in hits)


def _is_sentence(scene: Scene, first: int) -> bool:
    """ "Condenado a 15 años": the years of a judgement."""
    for at in range(first - 1, max(-1, first - _PERIOD_TOKENS), -1):
        if scene.form(at) in STOPS or scene.hit(at, "units", "singles") is not None:
            return False
        if scene.is_one_of(at, "sentencing_words"):
            return True
    return False


def _is_of_person(scene: Scene, first: int) -> bool:
    """ "Un garçon de 10 ans": a person stands right in front."""
    before = first - 1 if scene.is_one_of(first - 1, "of_words") else first
    return ends_person(scene, before)


def lasts(scene: Scene, first: int, last: int) -> bool:
    """ "Four years of war", "the ten-year-old war", "un conflicto de diez años": how long something went on."""
    behind = scene.hit(last, "lasting") or (scene.is_one_of(last, "of_words") and scene.hit(last + 1, "lasting"))
    if behind and behind.code == "lasting":
        return True
    return scene.is_one_of(first - 1, "of_words") and any(
        hit.last == first - 1 and hit.code == "lasting"
        for at in range(max(0, first - _PERIOD_TOKENS), first)
        for hit in scene.hits.get(at, ())
        if hit.entry.section == "lasting"
    )


def _shared_tail(scene: Scene, amount: Amount) -> Hit | None:
    """ "16- and 17-year-olds": the first number shares the tail of the second."""
    if scene.form(amount.last) != "-" or not scene.is_one_of(amount.last + 1, "joiners"):
        return None
    second = scene.number_at(amount.last + 2)
    tail = scene.hit(past_hyphen(scene, second.last), "ages_after") if second else None
    return replace(tail, last=amount.last) if tail else None


def _predicated(scene: Scene, amount: Amount) -> QuantityFound | None:
    """ "Who were barely 12", "he is 15", "Amina, 14,": years without the word; "the boys were 25" counts them."""
    if not _FEWEST <= amount.low <= _OLDEST or scene.hit(amount.last, "units", "durations", "percent", "participles"):
        return None
    bound = scene.hit_ending(amount.first, "comparators")
    said = _copula_before(scene, bound.first if bound else amount.first)
    if amount.low > _OLDEST_OF_MANY and scene.is_one_of(amount.first - 1, "counting_copulas"):
        return None
    ends = said and _ends_thought(scene, amount.last) and _speaks_of_child(scene, amount.first)
    if not (ends or _apposed(scene, amount)):
        return None
    made = made_of(scene, amount, amount.last, QuantityKind.AGE, "year", "age")
    bare = scene.hit_ending(amount.first, "barely")
    if bare is not None and made.quantity.high is None:
        made = replace(made, quantity=replace(made.quantity, comparator=Comparator(bare.code)))
    return made


def _copula_before(scene: Scene, first: int) -> bool:
    at = first - 1
    while at > 0 and (scene.is_one_of(at, "adverbs") or scene.is_one_of(at, "barely_words")):
        at -= 1
    return scene.is_one_of(at, "age_copulas") or (at < first - 1 and scene.is_one_of(at + 1, "barely_words"))


def _ends_thought(scene: Scene, at: int) -> bool:
    ends = at >= len(scene.tokens) or scene.form(at) in STOPS
    return ends or scene.is_one_of(at, "joiners") or scene.is_one_of(at, "age_followers")


def _speaks_of_child(scene: Scene, first: int) -> bool:
    """A child or a person is the subject; no number or toll is. "Anton was 14 when": a name, where a time follows."""
    if _is_named(scene, first):
        return True
    for at in range(first - 1, max(-1, first - _SUBJECT_TOKENS), -1):
        if scene.form(at) in (".", "!", "?", "؟"):
            return False
        if scene.is_one_of(at, "toll_words") or scene.is_one_of(at, "number_nouns"):
            return False
        hit = scene.hit(at, "units")
        if (hit and hit.entry.more.get("victim") == "child") or scene.is_one_of(at, "age_subjects"):
            return True
        if _opens_with_number(scene, at):
            return True
    return False


def _opens_with_number(scene: Scene, at: int) -> bool:
    """ "Cinco tenían menos de 15": so many of those just told of, right before the copula."""
    number = scene.number_ending(at) if scene.is_one_of(at, "age_copulas") else None
    return number is not None and (number.first == 0 or scene.form(number.first - 1) in (".", "!", "?", "؟"))


def _is_named(scene: Scene, first: int) -> bool:
    at = first - 1
    while at > 0 and (scene.is_one_of(at, "age_copulas") or scene.is_one_of(at, "adverbs")):
        at -= 1
    at = _before_insertion(scene, at)
    named = at >= 0 and scene.tokens[at].sort == WORD and scene.text[scene.tokens[at].start].isupper()
    pointing = (
        scene.is_one_of(at, "pronouns") or scene.is_one_of(at, "determiners") or scene.hit(at, "units") is not None
    )
    return named and not pointing and scene.is_one_of(first + 1, "age_followers")


def _before_insertion(scene: Scene, at: int) -> int:
    """ "Danil, whose name is another, was 12 when": in front of what is told of him between commas."""
    if scene.form(at) != ",":
        return at
    opens = (here for here in range(at - 1, max(0, at - _SUBJECT_TOKENS), -1) if scene.form(here) == ",")
    return next(opens, at + 1) - 1


def _apposed(scene: Scene, amount: Amount) -> bool:
    """ "Amina, 14, said": between commas behind a name."""
    if scene.form(amount.first - 1) not in COMMAS or scene.form(amount.last) not in COMMAS or amount.first < 2:
        return False
    name = scene.tokens[amount.first - 2]
    return amount.digits and name.sort == WORD and scene.text[name.start].isupper()


def listed_age(scene: Scene, amount: Amount, before: QuantityFound | None) -> QuantityFound | None:
    """The second of "aged 12 and 15", the third of "ages 10, 12 and 12"."""
    if before is None or before.quantity.kind is not QuantityKind.AGE or not 0 <= amount.low <= 30:
        return None
    between = range(before.last, amount.first)
    joined = [at for at in between if scene.is_one_of(at, "joiners")]
    if not between or len(between) > 2 or any(scene.form(at) not in COMMAS and at not in joined for at in between):
        return None
    if scene.hit(amount.last, "units") is not None or scene.is_one_of(amount.first, "one_articles"):
        return None
    if scene.is_one_of(amount.last, "of_words") and (
        scene.is_one_of(amount.last + 1, "those_words") or scene.number_at(amount.last + 1)
    ):
        return None
    return made_of(scene, amount, amount.last, QuantityKind.AGE, "year", "age")


def _is_sure(scene: Scene, amount: Amount, before: Hit) -> bool:
    """ "Aged 12" is an age without "years"; "at least 12" is one only with it, and nothing may be counted
    behind: no "aged nine months"."""
    told = before.code == "age" or before.entry.more.get("sure") == "yes"
    span = scene.hit(amount.last, "durations")
    return told and scene.hit(amount.last, "units") is None and (span is None or span.code == "year")


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


def worded_ages(scene: Scene) -> list[QuantityFound]:
    """ "Teenage" is 13 to 19, so not every one need be a child; Arabic says "two years" in one word."""
    teens = Quantity(QuantityKind.AGE, Comparator.RANGE, Fraction(13), Fraction(19), unit="year")
    two = Quantity(QuantityKind.AGE, Comparator.EXACT, Fraction(2), unit="year")
    found: list[QuantityFound] = []
    for section, quantity in (("teens", teens), ("two_years", two)):
        hits = (scene.hit(at, section) for at in scene.starts.get(section, ()))
        found += [QuantityFound(quantity, hit.first, hit.last, hit.first, section) for hit in hits if hit]
    return [*found, *_named_by_age(scene)]


def _named_by_age(scene: Scene) -> list[QuantityFound]:
    """ "12 under-18s": who is counted is named by the age below which they are."""
    units = (scene.hit(at, "units") for at in scene.starts.get("units", ()))
    named = (hit for hit in units if hit is not None and hit.entry.more.get("below"))
    return [_below(hit, number) for hit in named for number in [_number_in(scene, hit)] if number is not None]


def _below(hit: Hit, number: Number) -> QuantityFound:
    age = Quantity(QuantityKind.AGE, Comparator.LESS_THAN, number.value, unit="year")
    return QuantityFound(age, hit.first, hit.last, number.first, "below")


def _number_in(scene: Scene, hit: Hit) -> Number | None:
    return next((number for at in range(hit.first, hit.last) if (number := scene.number_at(at))), None)
