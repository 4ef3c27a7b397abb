"""Cells of a register read into values; each reader names its field when it refuses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache

from tawthiq.record.link.days import read_time
from tawthiq.terms import vocabulary
from tawthiq.terms.errors import BadInput, ImpossibleDate, UnknownCode
from tawthiq.terms.folding import fold_name
from tawthiq.terms.numerals import ungrouped
from tawthiq.terms.registry import country_codes, load_gazetteer, load_parties, situation_countries
from tawthiq.terms.truth import Truth, parse_truth
from tawthiq.terms.when import Precision, When

_LETTER = {Truth.YES: "y", Truth.NO: "n", Truth.UNKNOWN: "u"}


_CHOICES_SHOWN = 12


@lru_cache(maxsize=4096)
def code(text: str, name: str, where: str, of: tuple[str, ...] = ()) -> str:
    """A code of a vocabulary (one of some of its codes), by its code or label in any case; raises UnknownCode.

    The refusal does not repeat the cell: a name may have slipped into it.
    """
    found = _by_name(name).get(fold_name(text), "")
    if not found or (of and found not in of):
        choices = of or tuple(vocabulary.load(name).terms)
        more = ", ... (the page of vocabularies has all)" if len(choices) > _CHOICES_SHOWN else ""
        shown = ", ".join(choices[:_CHOICES_SHOWN])
        raise UnknownCode(f"no code of {name}", where=where, do=f"use one of: {shown}{more}")
    return found


@cache
def _by_name(name: str) -> dict[str, str]:
    """Folded code or label -> code; a label that two codes share names neither."""
    terms = vocabulary.load(name).terms
    labels: dict[str, set[str]] = {}
    for term in terms.values():
        for label in (*term.label.values(), *term.more.get("aliases", ())):
            labels.setdefault(fold_name(label), set()).add(term.code)
    alone = {label: codes.pop() for label, codes in labels.items() if len(codes) == 1}
    return {**alone, **{fold_name(one): one for one in terms}}


@lru_cache(maxsize=4096)
def codes(text: str, name: str, where: str) -> tuple[str, ...]:
    """Codes behind one another with semicolons (or commas), each once, in their order; raises UnknownCode."""
    parts = [part.strip() for part in text.split(";")]
    if len(parts) == 1 and fold_name(text) not in _by_name(name):
        parts = [part.strip() for part in text.split(",")]
    return tuple(dict.fromkeys(code(part, name, where) for part in parts if part))


@lru_cache(maxsize=256)
def yes_no(text: str, where: str) -> str:
    """y, n or u; raises UnknownCode."""
    if text.lower() in ("true", "false"):
        return "y" if text.lower() == "true" else "n"
    try:
        return _LETTER[parse_truth(text, where=where)]
    except UnknownCode:
        return _LETTER[Truth(code(text, "truth", where))]


def whole(cells: Mapping[str, str], name: str) -> int | None:
    """A whole number from zero up, None when empty; raises BadInput."""
    return _whole(cells[name], name) if name in cells else None


@lru_cache(maxsize=4096)
def _whole(text: str, where: str) -> int:
    plain = ungrouped(text)
    if not re.fullmatch(r"\d{1,6}(?:\.0+)?", plain, re.ASCII):
        raise BadInput("not a whole number up to 999999", where=where, do="write digits only, or leave it empty")
    return int(plain.partition(".")[0])


def amount(text: str) -> Decimal | None:
    """An amount of money, None when empty; raises BadInput."""
    if not text:
        return None
    try:
        value = Decimal(ungrouped(text))
    except InvalidOperation as reason:
        raise BadInput("not an amount", where="pay_amount", do="write 400 or 400.50") from reason
    if not value.is_finite() or value < 0 or value >= 10**12 or value != value.quantize(Decimal("0.01")):
        raise BadInput("not an amount", where="pay_amount", do="write 400 or 400.50")
    return value


@lru_cache(maxsize=65536)
def interval(first: str, last: str) -> When | None:
    """From one time to another as finely as they were told, None when both are empty; raises BadInput."""
    one = read_time(first, "occurred_from") if first else None
    other = read_time(last, "occurred_to") if last else None
    if one is None and other is not None:
        if other.last is None:
            raise BadInput("a time without an end", where="occurred_to", do="write it as occurred_from")
        return When(None, other.last, Precision.BEFORE, other.estimated, (Precision.DAY, other.precision_of_end))
    if one is None or other is None or one == other:
        return one
    if one.first is None or other.last is None:
        raise BadInput("an open end in both columns", where="occurred_to", do="give a day, month or year in each")
    if other.last < one.first:
        raise ImpossibleDate("it ends before it begins", where="occurred_to", do="put the earlier day first")
    told = (one.precision_of_start, other.precision_of_end)
    return When(one.first, other.last, Precision.RANGE, one.estimated or other.estimated, told)


@lru_cache(maxsize=65536)
def day(text: str, where: str) -> date | None:
    """A day, None when empty; raises BadInput for anything less fine."""
    if not text:
        return None
    when = read_time(text, where)
    if when.precision is not Precision.DAY:
        raise BadInput("a day is needed", where=where, do="write it as 2014-07-03")
    return when.first


@lru_cache(maxsize=1024)
def situation(text: str) -> str:
    """The code of a situation, by its code or its country's; empty when empty; raises UnknownCode."""
    if not text or text in vocabulary.load("situation").terms:
        return text
    return code(country_codes().get(text.upper(), text), "situation", "situation")


@lru_cache(maxsize=16384)
def admin1(text: str, of_situation: str) -> str:
    """The code of a first-level division, by code or by name within the situation; raises UnknownCode.

    A code of another edition, known by its country's letters in front, stays as it is.
    """
    if not text or text in load_gazetteer().places:
        return text
    countries = situation_countries(of_situation) if of_situation else ()
    named = [
        place.code
        for place in load_gazetteer().places.values()
        if place.precision.value == "adm1"
        and (not countries or place.country in countries)
        and text.casefold() in {name.casefold() for name in (*place.label.values(), *place.aliases)}
    ]
    if len(named) == 1:
        return named[0]
    fronts = {*countries, *(alpha for alpha, two in country_codes().items() if two in countries and alpha.isalpha())}
    if len(text) <= 20 and text.startswith(tuple(fronts) or ("?",)) and re.fullmatch(r"[A-Z0-9.\-_]+", text):
        return text
    raise UnknownCode("no division that we know there", where="admin1", do="use its code or its name")


@lru_cache(maxsize=16384)
def parties(text: str, of_situation: str) -> tuple[tuple[str, ...], str]:
    """Codes of the parties, by code or by name, and `crossfire` when that stands among them; raises UnknownCode."""
    found = named_parties(text, of_situation, "party")
    real = tuple(one for one in found if one not in ("unidentified", "crossfire"))
    return real, "crossfire" if "crossfire" in found else ""


def named_parties(text: str, of_situation: str, where: str) -> tuple[str, ...]:
    """Codes of the registry of parties, each once, by code or by name; raises UnknownCode."""
    names = [part.strip() for part in text.split(";") if part.strip()]
    if len(names) == 1 and "," in text and not _named(text):
        names = [part.strip() for part in text.split(",") if part.strip()]
    return tuple(dict.fromkeys(_party(name, of_situation, where) for name in names))


def _named(text: str) -> bool:
    """True for the code or the name of a party."""
    return text.lower() in load_parties().parties or bool(load_parties().find(text))


def _party(name: str, of_situation: str, where: str) -> str:
    registry = load_parties()
    if name.lower() in registry.parties:
        return name.lower()
    found = registry.find(name)
    if len(found) > 1 and of_situation:
        here = tuple(party for party in found if of_situation in party.situations)
        found = here or found
    if len(found) != 1:
        what = "no party that we know" if not found else "the name of several parties"
        raise UnknownCode(what, where=where, do="use a code of the registry of parties, several with ; between")
    return found[0].code
