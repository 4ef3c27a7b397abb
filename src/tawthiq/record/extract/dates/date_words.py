"""Words of dates: what the finder of times looks at, token by token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.record.extract.numbers.numbers import YEARS, Number
from tawthiq.record.extract.words.lexicon import Hit, Lexicon
from tawthiq.record.extract.words.text_row import TextRow
from tawthiq.record.extract.words.token import NUMBER, WORD, Token, spellings

_DEEDS = ("incident", "case", "violation")
_ONE = ("a", "an")


@dataclass(frozen=True, slots=True)
class Reading(TextRow):
    """What the finder looks at: one text's tokens, numbers by first token, hits of the date sections by first token."""

    text: str
    tokens: Sequence[Token]
    lexicon: Lexicon
    numbers: dict[int, Number]
    hits: dict[int, list[Hit]]

    def word(self, at: int, table: str) -> int | None:
        """The value of the word at a token in a table of the lexicon (months, weekdays)."""
        if not 0 <= at < len(self.tokens) or self.tokens[at].sort != WORD:
            return None
        values: dict[str, int] = self.lexicon.data.get(table, {})
        return next((values[form] for form in spellings(self.tokens[at].form) if form in values), None)

    def hit(self, at: int, section: str) -> Hit | None:
        """The hit of that section beginning at the token."""
        return next((hit for hit in self.hits.get(at, ()) if hit.entry.section == section), None)

    def plain_int(self, at: int) -> int | None:
        """The whole number at a token, written as bare digits (an ordinal tail as in 8th is its own token)."""
        if not 0 <= at < len(self.tokens) or self.tokens[at].sort != NUMBER:
            return None
        raw = self.text[self.tokens[at].start : self.tokens[at].end]
        return int(raw) if raw.isdigit() else None


def is_small_word(reading: Reading, token: int) -> bool:
    """A word such as "of" that may stand inside a date."""
    return reading.is_one_of(token, "date_small_words")


def _abbreviated(reading: Reading, at: int) -> bool:
    before = reading.tokens[at - 1]
    is_short = reading.is_one_of(at - 1, "abbreviations")
    return reading.tokens[at].form == "." and before.end == reading.tokens[at].start and is_short


def is_written_as_name(reading: Reading, at: int) -> bool:
    """Capitalised where the language asks it (English), so that the verb "may" is no month."""
    return reading.lexicon.language != "en" or reading.text[reading.tokens[at].start].isupper()


def _is_father(reading: Reading, at: int) -> bool:
    """ "أب" is a father, "بيك اب" a car; the month is written آب."""
    token = reading.tokens[at]
    return token.form.endswith("اب") and len(token.form) < 4 and "آ" not in reading.text[token.start : token.end]


def has_form(reading: Reading, at: int, form: str) -> bool:
    """True when the token is there with exactly that form."""
    return at < len(reading.tokens) and reading.tokens[at].form == form


def past_small_words(reading: Reading, at: int) -> int:
    """Past ordinal tails, "of", "de", commas between the parts of one date."""
    while at < len(reading.tokens) and (is_small_word(reading, at) or reading.tokens[at].form == ","):
        at += 1
    return at


def year_at(reading: Reading, at: int) -> int | None:
    """The year 1900 to 2100 at a token, None where there is none."""
    year = reading.plain_int(at)
    return year if year is not None and year in YEARS else None


def counts_something(reading: Reading, at: int) -> bool:
    """A number with a countable noun behind it is no year."""
    return any(hit.entry.section == "units" for hit in reading.hits.get(at + 1, ()))


def is_of_day(reading: Reading, at: int, day_end: int) -> bool:
    """ "On 4 May 2020 soldiers", "on May 4, 2020, soldiers": in English a year, whatever stands behind it."""
    return reading.lexicon.language == "en" and at - day_end <= 1 and year_at(reading, at) is not None


def is_adjective(reading: Reading, at: int) -> bool:
    """ "The 2018 kidnapping": behind an article, in front of one deed; "the 2018 attacks" may be so many, "a 2003 raid"
    is one."""
    deeds = (hit for hit in reading.hits.get(at + 1, ()) if hit.entry.section == "units" and hit.code in _DEEDS)
    one = any(not reading.form(hit.last - 1).endswith("s") for hit in deeds)
    led = (one and reading.is_one_of(at - 1, "determiners")) or reading.form(at - 1) in _ONE
    return reading.lexicon.language == "en" and led


def opens_sentence(reading: Reading, at: int) -> bool:
    """ "In 2019 gunmen took": the preposition of a year with a capital, whatever the year seems to count."""
    led = at >= 0 and reading.lexicon.language == "en" and reading.is_one_of(at, "year_openings")
    return led and reading.text[reading.tokens[at].start].isupper()


def hit_right_before(reading: Reading, at: int, section: str) -> Hit | None:
    """The hit of that section on the one token before."""
    hit = reading.hit(at - 1, section)
    return hit if hit and hit.last == at else None


def month_at(reading: Reading, at: int) -> tuple[int, int] | None:
    """(month, token after it); Arabic texts write both names: آب/أغسطس."""
    if at >= len(reading.tokens) or reading.lexicon.month_words.isdisjoint(spellings(reading.tokens[at].form)):
        return None
    for length in (2, 1):
        words = reading.tokens[at : at + length]
        if len(words) < length:
            continue
        name = " ".join(token.form for token in words)
        months: dict[str, int] = reading.lexicon.data.get("months", {})
        variants = [name] if length == 2 else list(spellings(name)) if name else []
        month = next((months[form] for form in variants if form in months), None)
        if month is None or not is_written_as_name(reading, at) or _is_father(reading, at):
            continue
        last = at + length
        if last < len(reading.tokens) and reading.tokens[last].form in "./" and _abbreviated(reading, last):
            last += 1
        twin = month_at(reading, last + 1) if has_form(reading, last, "/") else None
        return (month, twin[1]) if twin and twin[0] == month else (month, last)
    return None
