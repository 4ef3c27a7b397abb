"""Loose counts: numbers that name nothing they count, of use only where a claim goes on about victims told before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawthiq.record.extract.numbers.ages import is_of_elder
from tawthiq.record.extract.numbers.amounts import amounts_of, is_corrected, is_label, is_reference, is_time, made_of
from tawthiq.record.extract.numbers.numbers import YEARS
from tawthiq.record.extract.numbers.scene import Amount, QuantityFound, Scene
from tawthiq.record.extract.words.token import NUMBER, SIGN, WORD
from tawthiq.terms.quantity import QuantityKind

RULE = "loose"
_MOST = 3000
_FEWEST = 2


def loose_counts(scene: Scene, found: Sequence[QuantityFound]) -> list[QuantityFound]:
    """ "Restent 8", "11 from our street", "son 9": whole numbers that nothing else took and that name no thing."""
    taken = {token for item in found for token in range(item.first, item.last)}
    return [
        made_of(scene, amount, amount.last, QuantityKind.COUNT, "", RULE)
        for amount in _free(scene, taken)
        if amount.low.denominator == 1 and _FEWEST <= amount.low <= _MOST and _may_count(scene, amount)
    ]


def _free(scene: Scene, taken: set[int]) -> Iterator[Amount]:
    return (
        amount
        for amount in amounts_of(scene)
        if amount.first not in taken and not amount.ordinal and not is_corrected(scene, amount)
    )


def _may_count(scene: Scene, amount: Amount) -> bool:
    if is_label(scene, amount) or is_reference(scene, amount) or is_of_elder(scene, amount):
        return False
    both = not amount.digits and amount.low == _FEWEST and scene.is_one_of(amount.first - 1, "both_articles")
    if both and not scene.is_one_of(amount.last, "rest_words"):
        return False
    before, after = amount.first - 1, amount.last
    if amount.digits and amount.low in YEARS:
        return False
    if is_time(scene, amount) or scene.form(before) in _NUMBER_SIGNS or _names_behind(scene, after):
        return False
    if scene.hit(after, "durations", "measures", "multiples", "currencies", "percent", "rates", "months"):
        return False
    if after < len(scene.tokens) and scene.tokens[after].start == scene.tokens[after - 1].end:
        glued = scene.tokens[after].sort in (WORD, NUMBER) or scene.form(after) in (":", "/", "-", "'")
        numbered = scene.form(after) in (".", ")") and (before < 0 or not _is_word(scene, before))
        numbered = numbered or _is_ranked(scene, after)
        if glued or numbered:
            return False
    return not _names(scene, before) or _is_some_of(scene, after)


def _is_some_of(scene: Scene, at: int) -> bool:
    """ "قتلت الشرطة 12 من الفتيان", "12 من أصل 40": so many of those counted; a brigade's number is none of anybody."""
    partitive = scene.hit(at + 1, "units") is not None or scene.is_one_of(at + 1, "whole_preps")
    return scene.is_one_of(at, "of_words") and partitive


_NUMBER_SIGNS = ("n", "no", "o", "º", "°", "num", "n°", "nº")


def _is_ranked(scene: Scene, at: int) -> bool:
    """ "La 5.ª Brigada": Spanish sets a point between the number and the end of its word."""
    row = scene.tokens[at : at + 2]
    tied = len(row) > 1 and row[0].end == row[1].start
    return tied and scene.form(at) == "." and scene.is_one_of(at + 1, "ordinal_tails")


def _names_behind(scene: Scene, at: int) -> bool:
    """ "5 Kafou": a name goes on behind the number."""
    return at < len(scene.tokens) and _is_word(scene, at) and scene.text[scene.tokens[at].start].isupper()


def _is_word(scene: Scene, at: int) -> bool:
    return scene.tokens[at].sort == WORD


def _names(scene: Scene, at: int) -> bool:
    """ "Bloque 22", "n.º 6", "#14": the number belongs to a name."""
    if at < 0:
        return False
    token = scene.tokens[at]
    if token.sort == SIGN:
        return token.form in ("#", "°", "º", "@", "/", "-", ":") and token.end == scene.tokens[at + 1].start
    capital = scene.text[token.start].isupper() and at > 0 and scene.tokens[at - 1].sort != SIGN
    return capital or scene.hit(at, "group_heads", "place_heads") is not None
