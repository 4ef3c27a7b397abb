"""Numbers: numerals and number words of a language, with their values."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tawthiq.record.extract.words.lexicon import Lexicon
from tawthiq.record.extract.words.token import NUMBER, WORD, Token, spellings

_TEN = 10
_HUNDRED = 100
_THOUSAND = 1000
_MILLION = 1_000_000
_SPACED = re.compile(r"\d{3}")
YEARS = range(1900, 2101)
"""Whole numbers that may be years."""


@dataclass(frozen=True, slots=True)
class Number:
    """`value` stands on tokens `first` to `last` (exclusive); `digits`: written in numerals; `ordinal`: fifteenth;
    `scale`: what a word behind the numerals multiplied them by."""

    value: Fraction
    first: int
    last: int
    digits: bool
    ordinal: bool = False
    scale: int = 1


def numbers_of(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[Number]:
    """Every number in order, numerals in the convention of the lexicon's language."""
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        number = _numeral(text, tokens, at, lexicon) or _part_of_scale(tokens, at, lexicon)
        number = number or _worded(tokens, at, lexicon)
        if number is None or text[tokens[at].start : tokens[at].end] in lexicon.lists.get("like_numbers", ()):
            at += 1
            continue
        number = _with_rest(text, tokens, number, lexicon)
        found.append(number)
        at = number.last
    return found


def numeral_value(raw: str, language: str) -> Fraction:
    """The value of one written numeral: "1,100" (en) = "1.100" (es) = "1 100" (fr) = "١٬١٠٠" (ar)."""
    ascii_digits = "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in raw)
    plain = re.sub(r"[\s٬،]", "", ascii_digits).replace("٫", ".")
    decimal = "," if language in ("fr", "es") else "."
    if language == "ar" and re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", plain):
        plain = plain.replace(".", "")
    if language == "fr" and re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", plain):
        decimal = ","
    thousands = "." if decimal == "," else ","
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:{re.escape(decimal)}\d+)?", plain):
        plain = plain.replace(thousands, "")
    elif re.fullmatch(rf"[1-9]\d{{0,2}}(?:{re.escape(decimal)}\d{{3}}){{2,}}", plain):
        plain = plain.replace(decimal, "")
    head, _, tail = plain.replace(",", ".").partition(".")
    return Fraction(f"{head}.{tail.split('.')[0]}" if tail else head)


def _numeral(text: str, tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Number | None:
    token = tokens[at]
    if token.sort != NUMBER:
        return None
    last = _spaced_end(text, tokens, at) if lexicon.language in ("fr", "es") else at + 1
    raw = text[token.start : tokens[last - 1].end]
    dollars = at > 0 and tokens[at - 1].form == "$" and "," in raw
    scale = _word_value(tokens, last, lexicon, "scales")
    grouped = lexicon.language == "es" and not scale and re.fullmatch(r"[1-9]\d{0,2}(,\d{3})+", raw)
    value = numeral_value(raw, "en" if dollars or grouped else lexicon.language)
    if last < len(tokens) and tokens[last].form == "k" and tokens[last].start == tokens[last - 1].end:
        return Number(value * _THOUSAND, at, last + 1, digits=True, scale=_THOUSAND)
    if scale and scale >= 1000:
        return Number(value * scale, at, last + 1, digits=True, scale=scale)
    return Number(value, at, last, digits=True)


def _with_rest(text: str, tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> Number:
    """ "35 ألفا و984", "ألفين و372", "مليون و600 ألف": Arabic joins the rest of a large number by "and"."""
    at = number.last
    if number.ordinal or number.value < _THOUSAND or number.value % _THOUSAND or at + 1 >= len(tokens):
        return number
    if tokens[at].form != "و" or tokens[at + 1].sort != NUMBER or tokens[at].end != tokens[at + 1].start:
        return number
    rest = _numeral(text, tokens, at + 1, lexicon)
    scaled = tokens[number.last - 1].sort == WORD
    if rest is None or not scaled or rest.value >= (_MILLION if number.value % _MILLION == 0 else _THOUSAND):
        return number
    return Number(number.value + rest.value, number.first, rest.last, digits=True)


def _part_of_scale(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Number | None:
    """ "نصف مليون", "ربع مليون": a part of a large number, as one."""
    part = _word_value(tokens, at, lexicon, "parts_of_scales")
    scale = _word_value(tokens, at + 1, lexicon, "scales") if part else None
    return Number(Fraction(scale, part), at, at + 2, digits=False) if part and scale and scale >= _THOUSAND else None


def _spaced_end(text: str, tokens: Sequence[Token], at: int) -> int:
    last = at + 1
    if not re.fullmatch(r"[1-9]\d{0,2}", text[tokens[at].start : tokens[at].end]):
        return last
    while last < len(tokens) and _SPACED.fullmatch(text[tokens[last].start : tokens[last].end]):
        if text[tokens[last - 1].end : tokens[last].start] != " ":
            break
        last += 1
    return last


def _word_value(tokens: Sequence[Token], at: int, lexicon: Lexicon, table: str) -> int | None:
    if at >= len(tokens) or tokens[at].sort != WORD:
        return None
    values: dict[str, int] = lexicon.data.get(table, {})
    return next((values[form] for form in spellings(tokens[at].form) if form in values), None)


def _scaled(total: int, group: int, scale: int) -> int:
    """ "Dos mil quinientos millones" multiplies all before it, "un millón dos mil" only its own group."""
    return total + max(group, 1) * scale if total >= scale else max(total + group, 1) * scale


def _worded(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Number | None:
    """Number words read from left to right: units add up, hundreds multiply, thousands close a group."""
    if lexicon.number_words.isdisjoint(spellings(tokens[at].form)):
        return None
    total, group, last, ordinal = 0, 0, at, False
    here = at
    while here < len(tokens):
        unit = _word_value(tokens, here, lexicon, "units")
        scale = _word_value(tokens, here, lexicon, "scales")
        rank = _word_value(tokens, here, lexicon, "ordinals")
        if unit is None and _word_value(tokens, here + 1, lexicon, "units") == _TEN:
            unit = _word_value(tokens, here, lexicon, "units_before_ten")
        if unit is not None and _fits(group, unit, lexicon.language):
            group = group + 76 if group % _HUNDRED == 4 and unit == 20 else group + unit
        elif scale == _HUNDRED and group < 10:
            group = max(group, 1) * _HUNDRED
        elif scale and scale > _HUNDRED:
            total, group = _scaled(total, group, scale), 0
        elif rank is not None and (here == at or (ordinal and group % _TEN == 0)):
            group, ordinal = group + rank, True
        else:
            break
        last = here + 1
        here = _past_joiner(tokens, last, lexicon)
    return Number(Fraction(total + group), at, last, digits=False, ordinal=ordinal) if last > at else None


def _fits(group: int, unit: int, language: str) -> bool:
    below = group % _HUNDRED
    if language == "fr" and ((below == 4 and unit == 20) or (below in (60, 80) and unit <= 19)):
        return True
    if language == "fr" and below == _TEN and 7 <= unit <= 9:
        return True
    if language == "ar" and 0 < below < 10 and unit % 10 == 0:
        return True
    return below == 0 or (below >= 20 and below % 10 == 0 and unit < 10)


def _past_joiner(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    joiners = lexicon.data.get("number_joiners", ())
    if at + 1 < len(tokens) and tokens[at].form in joiners:
        after = at + 1
        known = any(_word_value(tokens, after, lexicon, table) is not None for table in ("units", "scales"))
        return after if known else at
    return at
