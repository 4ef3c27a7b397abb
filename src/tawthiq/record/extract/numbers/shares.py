"""Shares of a whole: percents, fractions, one in five, with the whole they are of."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from tawthiq.record.extract.numbers.amounts import made_of
from tawthiq.record.extract.numbers.scene import STOPS, Amount, QuantityFound, Scene
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.terms.quantity import Comparator, QuantityKind

_COUNTED_TOKENS = 6
_SENTENCE_TOKENS = 20
_OUT_OF = 10
""" "Nine out of ten recruits", in words, is a share; "three out of twelve recruits" counts them."""
_SHARED = ("child", "person", "school", "hospital", "case", "incident", "family")


def read_percent(scene: Scene, amount: Amount) -> QuantityFound | None:
    """A number behind which "percent" stands; None where it does not."""
    hit = scene.hit(amount.last, "percent")
    if hit is None:
        return None
    return _with_denominator(
        scene, made_of(scene, amount, hit.last, QuantityKind.PERCENT, "percent", "percent"), hit.last
    )


def read_fraction(scene: Scene, amount: Amount) -> QuantityFound | None:
    """ "Two thirds", "one in five", as a percent; None where the number is no share."""
    hit = scene.hit(amount.last, "fractions")
    if hit is None and amount.low == 1 and scene.is_one_of(amount.last, "one_in"):
        return _one_in(scene, amount)
    if hit is None and (ratio := _ratio(scene, amount)) is not None:
        return ratio
    if hit is None or (amount.digits and amount.low != 1):
        return None
    share = replace(amount, low=amount.low * 100 / int(hit.code), high=None)
    made = made_of(scene, share, hit.last, QuantityKind.PERCENT, "percent", "fraction")
    return _rounded_behind(scene, _with_denominator(scene, made, hit.last))


def _one_in(scene: Scene, amount: Amount) -> QuantityFound | None:
    """ "One in five", "one in every five"."""
    every = scene.is_one_of(amount.last + 1, "every_words")
    whole = scene.number_at(amount.last + 1 + int(every))
    if whole is None or not 2 <= whole.value <= 100 or scene.hit(whole.last, "durations"):
        return None
    counted = scene.hit(whole.last, "units")
    if counted is not None and counted.code not in _SHARED:
        return None
    share = replace(amount, low=100 / whole.value)
    return replace(
        made_of(scene, share, whole.last, QuantityKind.PERCENT, "percent", "fraction"), denominator_stated=False
    )


def _ratio(scene: Scene, amount: Amount) -> QuantityFound | None:
    """ "Seven out of ten", "huit survivantes sur dix", "dos de cada tres", "one child in three"."""
    at = _past_counted(scene, amount.last)
    if not scene.is_one_of(at, "ratio_words") or scene.form(at) == "-":
        return None
    if (
        at > amount.last
        and not scene.is_one_of(at - 1, "out_words")
        and scene.is_one_of(at, "of_words")
        and not scene.is_one_of(at + 1, "one_in")
    ):
        return None
    at += 1 + int(scene.is_one_of(at + 1, "one_in") or scene.is_one_of(at + 1, "every_words"))
    whole = scene.number_at(at)
    small = whole is not None and amount.low < whole.value <= 10 and amount.high is None
    every = scene.is_one_of(at - 1, "one_in") or scene.is_one_of(at - 1, "every_words")
    every = every or (whole is not None and not amount.digits and whole.value == _OUT_OF and not whole.digits)
    if (
        whole is None
        or not small
        or scene.hit(whole.last, "durations", "months")
        or (scene.hit(whole.last, "units") and not every)
        or whole.first in scene.taken
    ):
        return None
    share = replace(amount, low=amount.low * 100 / whole.value)
    made = made_of(scene, share, whole.last, QuantityKind.PERCENT, "percent", "ratio")
    return replace(made, denominator_stated=False)


def _past_counted(scene: Scene, first: int) -> int:
    """Past what is counted between the two numbers of a ratio: "huit survivantes de viol sur dix"."""
    at = first
    while at < first + _COUNTED_TOKENS and scene.tokens[at : at + 1] and scene.form(at) not in STOPS:
        if scene.is_one_of(at, "ratio_apart") or (at >= first + 2 and scene.is_one_of(at, "ratio_words")):
            return at
        if scene.number_at(at):
            break
        at += 1
    at = first
    while at < first + 2 and (scene.hit(at, "units") or scene.is_one_of(at, "out_words") or _leads_every(scene, at)):
        at += 1
    return at


def _leads_every(scene: Scene, at: int) -> bool:
    return scene.is_one_of(at, "of_words") and scene.is_one_of(at + 1, "ratio_every")


def _with_denominator(scene: Scene, found: QuantityFound, at: int) -> QuantityFound:
    """The "of the 278 cases" behind a share; stated only when it holds a number or counts a named whole."""
    if not scene.is_one_of(at, "of_words"):
        return replace(found, denominator_stated=False)
    last = at + 1
    while last < len(scene.tokens) and last - at < 9 and scene.form(last) not in STOPS:
        unit = scene.hit(last, "units")
        if unit:
            last = unit.last
            break
        last += 1
    words = scene.text[scene.tokens[at].start : scene.tokens[last - 1].end]
    numbered = any(scene.number_at(here) for here in range(at + 1, last))
    return replace(found, quantity=replace(found.quantity, of=words), denominator_stated=numbered, last=found.last)


def multiplied(scene: Scene) -> list[QuantityFound]:
    """ "Has doubled", "le double", "se ha triplicado": how many times as many."""
    made: list[QuantityFound] = []
    for at in scene.starts.get("multiplied", ()):
        hit = scene.hit(at, "multiplied")
        if hit is not None and at not in scene.taken:
            amount = Amount(Fraction(int(hit.code)), None, at, at, ordinal=False, digits=False)
            made.append(made_of(scene, amount, hit.last, QuantityKind.MULTIPLE, "times", "multiplied"))
    return made


def _is_rank(scene: Scene, hit: Hit) -> bool:
    """ "A third round", "a fifth child": one behind others, no part of them."""
    ranks = scene.is_one_of(hit.last - 1, "rank_words")
    return ranks and (scene.is_one_of(hit.last, "ranked_nouns") or scene.hit(hit.last, "units") is not None)


def _is_next_one(scene: Scene, hit: Hit) -> bool:
    """ "Two were killed and a third was hurt": one more person, where a verb stands behind and so many in front."""
    if not _has_verb_behind(scene, hit.last):
        return False
    near = range(max(0, hit.first - _SENTENCE_TOKENS), hit.first)
    numbers = [number for at in near if (number := scene.number_at(at)) is not None]
    return any(number.value == int(hit.code) - 1 for number in numbers)


def wordy_shares(scene: Scene) -> list[QuantityFound]:
    """Shares written without a number: "a fifth of the cases", "la moitié"."""
    made: list[QuantityFound] = []
    for at in scene.starts.get("shares", ()):
        hit = scene.hit(at, "shares")
        if hit is not None and at not in scene.taken and not _is_rank(scene, hit) and not _is_next_one(scene, hit):
            amount = Amount(100 / Fraction(hit.code), None, at, at, ordinal=False, digits=False)
            share = made_of(scene, amount, hit.last, QuantityKind.PERCENT, "percent", "share")
            made.append(_rounded_behind(scene, _with_denominator(scene, share, hit.last)))
    return [*made, *_bare_halves(scene)]


def _bare_halves(scene: Scene) -> list[QuantityFound]:
    """ "Fewer than half have been returned": the word alone, a verb behind it."""
    half = Fraction(50)
    starts = (at for at in range(len(scene.tokens)) if scene.is_one_of(at, "bare_halves") and at not in scene.taken)
    alone = [at for at in starts if _has_verb_behind(scene, at + 1) and not scene.is_one_of(at - 1, "half_leads")]
    amounts = [Amount(half, None, at, at, ordinal=False, digits=False) for at in alone]
    made = [made_of(scene, one, one.first + 1, QuantityKind.PERCENT, "percent", "share") for one in amounts]
    return [replace(one, denominator_stated=False) for one in made]


def _has_verb_behind(scene: Scene, at: int) -> bool:
    return any(scene.is_one_of(at, table) for table in ("age_copulas", "have_words", "finite"))


def _rounded_behind(scene: Scene, found: QuantityFound) -> QuantityFound:
    """ "ربع الضحايا تقريبا": roughly, told behind what the share is of."""
    after = next((hit for at in (found.last, found.last + 1) if (hit := scene.hit(at, "comparators_after"))), None)
    if after is None or after.code != "~" or found.quantity.comparator is not Comparator.EXACT:
        return found
    return replace(found, quantity=replace(found.quantity, comparator=Comparator.ABOUT))
