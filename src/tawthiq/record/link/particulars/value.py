"""Value of a field: read from a cell at the edge, kept as JSON, spelled back; unknown is a value with its reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from tawthiq.record.link.days import read_time
from tawthiq.record.link.fields import code as code_of
from tawthiq.record.link.fields import named_parties
from tawthiq.record.link.particulars.spec import FieldSpec, Kind
from tawthiq.terms import vocabulary
from tawthiq.terms.errors import BadInput, UnknownCode
from tawthiq.terms.identity import Json, is_id
from tawthiq.terms.money import Money
from tawthiq.terms.numerals import ungrouped
from tawthiq.terms.registry import load_gazetteer
from tawthiq.terms.truth import Truth, parse_truth
from tawthiq.terms.unknown import Unknown, Why

Value: TypeAlias = "str | int | bool | tuple[str, ...] | Unknown"

MAX_WHOLE = 10_000_000
MAX_TEXT = 4000
_PLACE_CODE = re.compile(r"[A-Z]{2}[A-Z0-9.\-_]{0,18}")
_KEY = re.compile(r"[^\s;|]{1,60}")
_ENDS = re.compile(r"\d{1,8}(?:-\d{1,8})?", re.ASCII)


def read(spec: FieldSpec, text: str, situation: str = "") -> Value | None:
    """The value of a cell, None when empty. `?reason` (vocabulary `unknown_reason`), `u` or `unknown` is an Unknown.

    `situation`: whose party is meant where several bear one name. Raises BadInput or UnknownCode whose `where` is the
    field.
    """
    told = text.strip()
    if not told:
        return None
    if told.startswith("?"):
        return Unknown(Why(code_of(told[1:].strip().lower(), "unknown_reason", spec.name)))
    if spec.kind is not Kind.TEXT and told.lower() in ("u", "unknown"):
        return Unknown(Why.NOT_STATED)
    value = _parties(spec, told, situation) if spec.kind is Kind.PARTIES else _READ[spec.kind](spec, told)
    return None if value == () else value


def spell(value: Value) -> str:
    """The cell that `read` reads back to the same value."""
    if isinstance(value, Unknown):
        return f"?{value.why.value}"
    if isinstance(value, bool):
        return "y" if value else "n"
    return ";".join(value) if isinstance(value, tuple) else str(value)


def to_json(value: Value) -> Json:
    """What the ledger signs of a value: text, whole number, yes or no, a list, or `{"unknown": reason}`."""
    if isinstance(value, Unknown):
        return {"unknown": value.why.value}
    return list(value) if isinstance(value, tuple) else value


def from_json(raw: Json) -> Value:
    """The value of what `to_json` gave; raises BadInput for anything else."""
    if isinstance(raw, str | int):
        return raw
    if isinstance(raw, Mapping):
        return Unknown(Why(str(raw["unknown"])))
    if isinstance(raw, list | tuple):
        return tuple(str(part) for part in raw)
    raise BadInput("not the value of a field", do="give text, a whole number, yes or no, or a list of codes")


def _codes(spec: FieldSpec, text: str) -> tuple[str, ...]:
    told = {_one_code(spec, part.strip()) for part in text.split(";") if part.strip()}
    return tuple(code for code in vocabulary.load(spec.vocabulary).terms if code in told)


def _code(spec: FieldSpec, text: str) -> str:
    return _one_code(spec, text)


def _one_code(spec: FieldSpec, text: str) -> str:
    return code_of(text, spec.vocabulary, spec.name, tuple(spec.choices()))


def _truth(spec: FieldSpec, text: str) -> bool:
    return parse_truth(text, where=spec.name) is Truth.YES


def _whole(spec: FieldSpec, text: str) -> int:
    plain = ungrouped(text)
    if not re.fullmatch(r"\d{1,8}(?:\.0+)?", plain, re.ASCII) or int(plain.partition(".")[0]) > MAX_WHOLE:
        raise BadInput("not a whole number", where=spec.name, do="write digits only, or leave it empty")
    number = int(plain.partition(".")[0])
    if spec.unit == "year" and number > 120:
        raise BadInput(f"an age of {number} years is not possible", where=spec.name, do="correct the age")
    return number


def _range(spec: FieldSpec, text: str) -> str:
    told = text.removesuffix("~")
    ends = "-".join(ungrouped(end.strip()) for end in told.split("-"))
    low, *rest = map(int, ends.split("-")) if _ENDS.fullmatch(ends) else (1, 0)
    high = rest[0] if rest else low
    if high < low or high > MAX_WHOLE:
        raise BadInput("not a number or a range", where=spec.name, do="write 12 or 10-15, and ~ behind an estimate")
    return (f"{low}" if low == high else f"{low}-{high}") + text[len(told) :]


def _when(spec: FieldSpec, text: str) -> str:
    return read_time(text, spec.name).text


def _places(spec: FieldSpec, text: str) -> tuple[str, ...]:
    parts = tuple(dict.fromkeys(part.strip() for part in text.split(";") if part.strip()))
    for part in parts:
        if part not in load_gazetteer().places and not _PLACE_CODE.fullmatch(part):
            raise UnknownCode("no code of a place", where=spec.name, do="use a code of the gazetteer")
    return parts


def _parties(spec: FieldSpec, text: str, situation: str) -> tuple[str, ...]:
    return tuple(sorted(named_parties(text, situation, spec.name)))


def _money(spec: FieldSpec, text: str) -> str:
    amount, _, currency = " ".join(text.split()).rpartition(" ")
    try:
        value = Decimal(ungrouped(amount))
        exact = value.is_finite() and value < 10**12 and value == value.quantize(Decimal("0.01"))
        money = Money(value, currency.upper()) if exact else None
    except InvalidOperation:
        money = None
    except BadInput as reason:
        raise type(reason)(reason.what, where=spec.name, do=reason.do) from reason
    if money is None:
        raise BadInput("not an amount with its currency", where=spec.name, do="write 400.50 USD")
    return f"{money.amount:.2f} {money.currency}"


_RATE = re.compile(r"\d{1,9}(?:\.\d{1,12})?", re.ASCII)
_CURRENCY = re.compile(r"[A-Za-z]{3}")


def _rate(spec: FieldSpec, text: str) -> str:
    amount, _, currency = " ".join(text.split()).rpartition(" ")
    plain = ungrouped(amount)
    if not (_RATE.fullmatch(plain) and Decimal(plain) and _CURRENCY.fullmatch(currency)):
        raise BadInput("not a rate with its currency", where=spec.name, do="write 0.0066 USD: so many for one")
    return f"{Decimal(plain):f} {currency.upper()}"


def _key(spec: FieldSpec, text: str) -> str:
    if not _KEY.fullmatch(text):
        raise BadInput("not an id of a registry", where=spec.name, do="write its code, without spaces")
    return text


def _id(spec: FieldSpec, text: str) -> str:
    if not is_id(text):
        raise BadInput("not an id of the record", where=spec.name, do="copy it from its page, such as act_...")
    return text


def _text(spec: FieldSpec, text: str) -> str:
    if len(text) > MAX_TEXT:
        raise BadInput(f"longer than {MAX_TEXT} characters", where=spec.name, do="shorten it")
    return text


_READ: Mapping[Kind, Callable[[FieldSpec, str], Value]] = {
    Kind.CODE: _code,
    Kind.CODES: _codes,
    Kind.TRUTH: _truth,
    Kind.WHOLE: _whole,
    Kind.RANGE: _range,
    Kind.WHEN: _when,
    Kind.PLACES: _places,
    Kind.MONEY: _money,
    Kind.RATE: _rate,
    Kind.KEY: _key,
    Kind.ID: _id,
    Kind.TEXT: _text,
}
