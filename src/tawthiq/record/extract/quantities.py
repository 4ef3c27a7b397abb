"""Quantities: numbers with comparator, unit, rate, denominator, read from tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from tawthiq.record.extract.lexicon import Hit, Lexicon
from tawthiq.record.extract.numbers import Number
from tawthiq.record.extract.token import NUMBER, WORD, Token, spellings
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind

_ADJECTIVES_BETWEEN = 4
_COMPARATOR_REACH = 3
_STOPS = frozenset('.;:!?()[]"“”«»,،؛؟')


@dataclass(frozen=True, slots=True)
class QuantityFound:
    """A quantity on tokens `first` to `last` (exclusive), comparator included; `core`: where its number begins."""

    quantity: Quantity
    first: int
    last: int
    core: int
    rule: str
    denominator_stated: bool | None = None
    sex: str = ""
    conversion: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What the grammar looks at: tokens, numbers in order, hits by first token, tokens already taken by dates."""

    text: str
    tokens: Sequence[Token]
    lexicon: Lexicon
    numbers: Sequence[Number]
    hits: dict[int, list[Hit]]
    taken: frozenset[int]

    def hit(self, at: int, *sections: str) -> Hit | None:
        """The longest hit of those sections beginning at the token."""
        found = [hit for hit in self.hits.get(at, ()) if hit.entry.section in sections]
        return max(found, key=lambda hit: hit.last, default=None)

    def hit_ending(self, at: int, section: str, reach: int = _COMPARATOR_REACH) -> Hit | None:
        """The hit of that section that ends just before the token (small words between are passed over)."""
        for first in range(at - 1, max(-1, at - 1 - reach - 3), -1):
            for hit in self.hits.get(first, ()):
                if hit.entry.section == section and self._reaches(hit.last, at):
                    return hit
        return None

    def _reaches(self, last: int, at: int) -> bool:
        return last <= at and all(self.is_one_of(token, "quantity_small_words") for token in range(last, at))

    def is_one_of(self, at: int, table: str) -> bool:
        """True when the token's form stands in a list of the lexicon."""
        if not 0 <= at < len(self.tokens):
            return False
        return any(form in self.lexicon.data.get(table, ()) for form in spellings(self.tokens[at].form))

    def form(self, at: int) -> str:
        """The token's form, empty outside the text."""
        return self.tokens[at].form if 0 <= at < len(self.tokens) else ""


@dataclass(frozen=True, slots=True)
class Amount:
    """One number or two that make a range."""

    low: Fraction
    high: Fraction | None
    first: int
    last: int
    ordinal: bool
    digits: bool


def quantities_of(scene: Scene) -> list[QuantityFound]:
    """Every quantity in order of its number; numbers with no unit in reach are left out (`unread_numbers`)."""
    found: list[QuantityFound] = []
    for amount in _amounts(scene):
        if found and amount.first < found[-1].last:
            continue
        read = _read(scene, amount, found[-1] if found else None)
        if read is not None:
            found.append(read)
    found += _shares(scene) + _vague(scene, found) + _teens(scene)
    found += _indefinite(scene, found)
    return _without_inner(sorted(found, key=lambda item: item.core))


def unread_numbers(scene: Scene, found: Sequence[QuantityFound]) -> list[Number]:
    """Numbers that neither a date nor a quantity took, so that doubt is loud."""
    taken = {token for item in found for token in range(item.first, item.last)} | scene.taken
    return [number for number in scene.numbers if number.digits and number.first not in taken]


# ---- numbers put together ------------------------------------------------------------------------------------------


def _amounts(scene: Scene) -> Iterator[Amount]:
    numbers = [number for number in scene.numbers if number.first not in scene.taken]
    at = 0
    while at < len(numbers):
        one = numbers[at]
        two = numbers[at + 1] if at + 1 < len(numbers) else None
        if two and _is_range(scene, one, two):
            yield Amount(one.value, two.value, one.first, two.last, one.ordinal, one.digits)
            at += 2
        else:
            yield Amount(one.value, None, one.first, one.last, one.ordinal, one.digits)
            at += 1


def _is_range(scene: Scene, one: Number, two: Number) -> bool:
    between = [token for token in range(one.last, two.first) if not scene.is_one_of(token, "quantity_small_words")]
    if two.value <= one.value or len(between) > 2 or two.first - one.last > 4:
        return False
    if between and scene.hit(between[0], "ages_after") and len(between) > 1:
        between = between[1:]
    if len(between) != 1:
        return False
    if scene.is_one_of(between[0], "range_tight"):
        return True
    begun = any(scene.is_one_of(one.first - back, "range_begin") for back in (1, 2))
    return begun and scene.is_one_of(between[0], "range_loose")


# ---- kinds ---------------------------------------------------------------------------------------------------------


def _read(scene: Scene, amount: Amount, before: QuantityFound | None) -> QuantityFound | None:
    if scene.hit_ending(amount.first, "references", reach=1) or _is_label(scene, amount):
        return None
    for reader in (_percent, _fraction, _money, _age, _multiple, _duration, _count):
        found = reader(scene, amount)
        if found is not None:
            return _conversion(scene, found, before)
    return _elliptic(scene, amount, before)


def _is_label(scene: Scene, amount: Amount) -> bool:
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
    return glued_right and scene.form(after) == "/" and amount.digits


def _made(
    scene: Scene, amount: Amount, last: int, kind: QuantityKind, unit: str, rule: str, of: str = ""
) -> QuantityFound:
    if amount.high is not None:
        first = amount.first - (1 if scene.is_one_of(amount.first - 1, "range_begin") else 0)
        quantity = Quantity(kind, Comparator.RANGE, amount.low, amount.high, unit, of=of)
        return QuantityFound(quantity, first, last, amount.first, rule)
    before = scene.hit_ending(amount.first, "comparators")
    if before is not None and scene.is_one_of(before.first - 1, "verbs_with_particle"):
        before = None
    after = scene.hit(last, "comparators_after")
    hit = before or after
    comparator = Comparator(hit.code) if hit else Comparator.EXACT
    first = before.first if before else amount.first
    end = after.last if after and not before else last
    return QuantityFound(Quantity(kind, comparator, amount.low, None, unit, of=of), first, end, amount.first, rule)


def _percent(scene: Scene, amount: Amount) -> QuantityFound | None:
    hit = scene.hit(amount.last, "percent")
    if hit is None:
        return None
    return _with_denominator(
        scene, _made(scene, amount, hit.last, QuantityKind.PERCENT, "percent", "percent"), hit.last
    )


def _fraction(scene: Scene, amount: Amount) -> QuantityFound | None:
    hit = scene.hit(amount.last, "fractions")
    if hit is None and amount.low == 1 and scene.is_one_of(amount.last, "one_in"):
        return _one_in(scene, amount)
    if hit is None or (amount.digits and amount.low != 1):
        return None
    share = replace(amount, low=amount.low * 100 / int(hit.code), high=None)
    made = _made(scene, share, hit.last, QuantityKind.PERCENT, "percent", "fraction")
    return _with_denominator(scene, made, hit.last)


def _one_in(scene: Scene, amount: Amount) -> QuantityFound | None:
    """ "One in five"."""
    whole = next((number for number in scene.numbers if number.first == amount.last + 1), None)
    if whole is None or not 2 <= whole.value <= 100 or scene.hit(whole.last, "units", "durations"):
        return None
    share = replace(amount, low=100 / whole.value)
    return replace(
        _made(scene, share, whole.last, QuantityKind.PERCENT, "percent", "fraction"), denominator_stated=False
    )


def _with_denominator(scene: Scene, found: QuantityFound, at: int) -> QuantityFound:
    """The "of the 278 cases" behind a share; stated only when it holds a number or counts a named whole."""
    if not scene.is_one_of(at, "of_words"):
        return replace(found, denominator_stated=False)
    last = at + 1
    while last < len(scene.tokens) and last - at < 9 and scene.form(last) not in _STOPS:
        unit = scene.hit(last, "units")
        if unit:
            last = unit.last
            break
        last += 1
    words = scene.text[scene.tokens[at].start : scene.tokens[last - 1].end]
    numbered = any(at < number.first < last for number in scene.numbers)
    return replace(found, quantity=replace(found.quantity, of=words), denominator_stated=numbered, last=found.last)


def _money(scene: Scene, amount: Amount) -> QuantityFound | None:
    before, after = scene.hit_ending(amount.first, "currencies", reach=2), scene.hit(amount.last, "currencies")
    if before and after and before.last != amount.first:
        before = None
    sign = before if before and before.last == amount.first else None
    hit = sign or after
    if hit is None:
        return None
    start = replace(amount, first=sign.first) if sign else amount
    last = after.last if after and not sign else amount.last
    if sign and after and after.code == sign.code:
        last = after.last
    made = _made(scene, start, last, QuantityKind.MONEY, hit.code, "money")
    return replace(made, core=amount.first, quantity=replace(made.quantity, per=_per(scene, last)))


def _per(scene: Scene, at: int) -> str:
    """The rate behind an amount; a conversion in brackets may stand between."""
    if scene.form(at) == "(":
        close = next((token for token in range(at, min(at + 9, len(scene.tokens))) if scene.form(token) == ")"), at)
        at = close + 1
    elif scene.form(at) == ")":
        at += 1
    hit = scene.hit(at, "rates")
    return hit.code if hit else ""


def _conversion(scene: Scene, found: QuantityFound, before: QuantityFound | None) -> QuantityFound:
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


def _age(scene: Scene, amount: Amount) -> QuantityFound | None:
    if not 0 <= amount.low <= 30:
        return None
    after = scene.hit(_past_hyphen(scene, amount.last), "ages_after")
    before = scene.hit_ending(amount.first, "ages_before") or _age_before_range(scene, amount)
    if after is None and (before is None or not _is_sure(scene, amount, before)):
        return None
    last = after.last if after else amount.last
    made = _made(scene, amount, last, QuantityKind.AGE, "year", "age")
    if before:
        made = replace(made, first=min(made.first, before.first))
        if before.code != "age" and made.quantity.high is None:
            made = replace(made, quantity=replace(made.quantity, comparator=Comparator(before.code)))
    return _sexed(scene, made)


def _is_sure(scene: Scene, amount: Amount, before: Hit) -> bool:
    """ "Aged 12" is an age without "years"; "at least 12" is one only with it, and nothing may be counted behind."""
    told = before.code == "age" or before.entry.more.get("sure") == "yes"
    return told and scene.hit(amount.last, "units") is None


def _age_before_range(scene: Scene, amount: Amount) -> Hit | None:
    begin = next((amount.first - back for back in (1, 2) if scene.is_one_of(amount.first - back, "range_begin")), None)
    return scene.hit_ending(begin, "ages_before") if begin is not None and amount.high is not None else None


def _past_hyphen(scene: Scene, at: int) -> int:
    return at + 1 if scene.form(at) == "-" else at


def _sexed(scene: Scene, found: QuantityFound) -> QuantityFound:
    """Boys or girls named just before or after the number."""
    reach = (*range(found.last, found.last + 3), *range(found.first - 1, max(-1, found.first - 12), -1))
    for at in reach:
        if scene.form(at) in _STOPS and scene.form(at):
            if at > found.first:
                continue
            break
        unit = scene.hit(at, "units")
        if unit and unit.entry.more.get("sex"):
            return replace(found, sex=unit.entry.more["sex"])
    return found


def _multiple(scene: Scene, amount: Amount) -> QuantityFound | None:
    hit = scene.hit(amount.last, "multiples")
    return _made(scene, amount, hit.last, QuantityKind.MULTIPLE, "times", "multiple") if hit else None


def _duration(scene: Scene, amount: Amount) -> QuantityFound | None:
    hit = scene.hit(_past_hyphen(scene, amount.last), "durations")
    if hit is None or not scene.hit_ending(amount.first, "duration_before", reach=2):
        return None
    return _made(scene, amount, hit.last, QuantityKind.DURATION, hit.code, "duration")


def _count(scene: Scene, amount: Amount) -> QuantityFound | None:
    if scene.hit(_past_hyphen(scene, amount.last), "durations", "measures") or amount.low.denominator != 1:
        return None
    if _is_ordinal_tail(scene, amount.last):
        return None
    unit = _unit_after(scene, amount.last)
    if unit is None or (not amount.digits and amount.low == 1 and amount.last - amount.first == 1):
        return None
    words = scene.text[scene.tokens[amount.last].start : scene.tokens[unit.last - 1].end]
    made = _made(scene, amount, unit.last, QuantityKind.COUNT, unit.code, "count", of=words)
    return replace(made, sex=unit.entry.more.get("sex", ""))


def _is_ordinal_tail(scene: Scene, at: int) -> bool:
    glued = 0 < at < len(scene.tokens) and scene.tokens[at].start == scene.tokens[at - 1].end
    return glued and scene.is_one_of(at, "ordinal_tails")


def _unit_after(scene: Scene, at: int) -> Hit | None:
    """The countable noun behind a number, up to four describing words further; no verb or stop stands between."""
    for token in range(at, min(at + _ADJECTIVES_BETWEEN + 1, len(scene.tokens))):
        hit = scene.hit(token, "units")
        if hit is not None:
            return _last_of_compound(scene, hit)
        if scene.form(token) in _STOPS or scene.tokens[token].sort == NUMBER:
            return None
        if scene.is_one_of(token, "phrase_breaks"):
            return None
    return None


def _last_of_compound(scene: Scene, hit: Hit) -> Hit:
    """Of "child casualties", "school attacks": the last noun is what is counted; "child soldiers" is one entry."""
    following = scene.hit(hit.last, "units")
    if following and hit.entry.more.get("modifier") == "yes":
        return following
    return hit


def _elliptic(scene: Scene, amount: Amount, before: QuantityFound | None) -> QuantityFound | None:
    """A bare number that takes its unit from the one before: "47 killed, 67 injured", "(142)", "829 by"."""
    if amount.low.denominator != 1 or (not amount.digits and amount.low == 1):
        return None
    bracketed = scene.form(amount.first - 1) == "(" and scene.form(amount.last) in (")", ",", ";")
    participle = scene.hit(amount.last, "participles")
    of_those = scene.is_one_of(amount.last, "of_words") and scene.is_one_of(amount.last + 1, "those_words")
    attributed = of_those or scene.is_one_of(amount.last, "share_words")
    harmed = _follows_harm(scene, amount)
    if not (bracketed or participle or attributed or harmed):
        return None
    named = scene.hit(amount.last + 2, "units") if of_those else None
    unit = named.code if named else _unit_before(scene, amount, before)
    if unit is None:
        return None
    rule = "bracket" if bracketed else "participle" if participle or harmed else "share"
    return _made(scene, amount, amount.last, QuantityKind.COUNT, unit, rule)


def _follows_harm(scene: Scene, amount: Amount) -> bool:
    """ "Wounding more than 20"."""
    near = range(max(0, amount.first - 4), amount.first)
    return any(
        hit.entry.more.get("acts") for at in near for hit in scene.hits.get(at, ()) if hit.last <= amount.first
    ) and (amount.last >= len(scene.tokens) or scene.form(amount.last) in _STOPS)


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


def _shares(scene: Scene) -> list[QuantityFound]:
    """Shares written without a number: "a fifth of the cases", "la moitié"."""
    made: list[QuantityFound] = []
    for at in range(len(scene.tokens)):
        hit = scene.hit(at, "shares")
        if hit is not None and at not in scene.taken:
            amount = Amount(Fraction(100, int(hit.code)), None, at, at, ordinal=False, digits=False)
            share = _made(scene, amount, hit.last, QuantityKind.PERCENT, "percent", "share")
            made.append(_with_denominator(scene, share, hit.last))
    return made


def _same_sentence(scene: Scene, first: int, last: int) -> bool:
    return last - first < 60 and not any(scene.form(at) in (".", "!", "?", "؟") for at in range(first, last))


# ---- words without a number ----------------------------------------------------------------------------------------


def _vague(scene: Scene, found: Sequence[QuantityFound]) -> list[QuantityFound]:
    taken = {token for item in found for token in range(item.first, item.last)}
    made: list[QuantityFound] = []
    for at in range(len(scene.tokens)):
        hit = scene.hit(at, "vague")
        unit = _unit_after(scene, hit.last) if hit else None
        if hit is None or unit is None or at in taken:
            continue
        words = scene.text[scene.tokens[at].start : scene.tokens[unit.last - 1].end]
        quantity = Quantity(QuantityKind.COUNT, Comparator.VAGUE, unit=unit.code, of=words)
        made.append(QuantityFound(quantity, at, unit.last, at, "vague", sex=unit.entry.more.get("sex", "")))
    return made


def _teens(scene: Scene) -> list[QuantityFound]:
    """ "Teenage" is 13 to 19, so not every one need be a child."""
    quantity = Quantity(QuantityKind.AGE, Comparator.RANGE, Fraction(13), Fraction(19), unit="year")
    hits = (scene.hit(at, "teens") for at in range(len(scene.tokens)))
    return [QuantityFound(quantity, hit.first, hit.last, hit.first, "teens") for hit in hits if hit]


def _indefinite(scene: Scene, found: Sequence[QuantityFound]) -> list[QuantityFound]:
    """ "A child", "une fille": one child; whether it is one of a kind is for the clause to say."""
    taken = {
        token for item in found for token in range(item.first, item.last) if item.quantity.kind is QuantityKind.COUNT
    }
    made: list[QuantityFound] = []
    for at in range(len(scene.tokens)):
        hit = scene.hit(at, "singles")
        if hit is None or at in taken or scene.hit(hit.last, "units", "compounds"):
            continue
        count = Fraction(hit.entry.more.get("count", "1"))
        quantity = Quantity(QuantityKind.COUNT, Comparator.EXACT, count, unit=hit.code)
        made.append(QuantityFound(quantity, at, hit.last, at, "single", sex=hit.entry.more.get("sex", "")))
    return made


def _without_inner(found: list[QuantityFound]) -> list[QuantityFound]:
    """Nothing is read twice: a quantity wholly inside another of the same kind gives way to it."""
    kept: list[QuantityFound] = []
    for item in found:
        inside = any(
            other is not item
            and other.first <= item.first
            and item.last <= other.last
            and other.quantity.kind is item.quantity.kind
            and other.core != item.core
            and item.rule in ("single", "vague")
            for other in found
        )
        if not inside:
            kept.append(item)
    return kept
