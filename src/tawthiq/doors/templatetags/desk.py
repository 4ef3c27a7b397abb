"""Filters that templates of the desk use: words for codes, labels of vocabularies, numbers, times."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from fractions import Fraction

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tawthiq.doors.desk.estimate_words import list_word, stratum_word
from tawthiq.doors.desk.sentences import spoken
from tawthiq.doors.desk.units import counted, unit_of
from tawthiq.doors.desk.words import word
from tawthiq.terms import vocabulary
from tawthiq.terms.errors import UnknownCode
from tawthiq.terms.quantity import Quantity, QuantityKind
from tawthiq.terms.registry import load_gazetteer

register = template.Library()


@register.filter(name="word")
def word_filter(code: object, of: str) -> str:
    """The reader's words for a code or enum value."""
    return word(str(code.value) if isinstance(code, Enum) else str(code), of)


@register.filter
def term(said: object, name: str) -> str:
    """The label of a vocabulary's code or enum value in the reader's language; the code where none is known."""
    code = str(said.value) if isinstance(said, Enum) else str(said)
    try:
        return vocabulary.load(name).label(code, (get_language() or "en").split("-")[0])
    except (UnknownCode, FileNotFoundError):
        return code


@register.filter
def list_name(name: str) -> str:
    """The reader's words for a list of an estimate."""
    return list_word(name)


@register.filter
def stratum(code: str, dimension: str) -> str:
    """The reader's words for a part of the lists that a dimension tells apart."""
    return stratum_word(code, dimension)


@register.filter
def said(sentence: str) -> SafeString:
    """A sentence of an error in the reader's language; in English, marked as such, where it has no translation."""
    translated = spoken(sentence)
    if translated == sentence and (get_language() or "en") != "en":
        return format_html('<span lang="en" dir="ltr">{}</span>', sentence)
    return format_html("{}", translated)


@register.filter
def number(value: Fraction | int | None) -> str:
    """A number as it was stated: whole, or with as many decimals as it has, at most four."""
    if value is None:
        return ""
    if isinstance(value, int) or value.denominator == 1:
        return f"{int(value):,}"
    return f"{float(value):,.4f}".rstrip("0")


@register.filter
def shown(quantity: Quantity, value: Fraction | int) -> str:
    """A bound of a quantity: shares as whole per cent, halves up as printed reports do, all else as it was stated."""
    if quantity.kind in (QuantityKind.PERCENT, QuantityKind.FRACTION):
        return number(int(value + Fraction(1, 2)))
    return number(value)


@register.filter
def unit_word(quantity: Quantity) -> str:
    """The unit of a stated number, in the form that the number asks for."""
    return unit_of(quantity)


@register.filter(name="counted")
def counted_filter(unit: object, n: int) -> str:
    """The unit of a figure, in the form that its number asks for."""
    return counted(str(unit.value) if isinstance(unit, Enum) else str(unit), n)


@register.filter
def moment(at: datetime) -> SafeString:
    """A moment in UTC, to the minute, for people and machines."""
    return format_html('<time datetime="{}" dir="ltr">{}</time>', at.isoformat(), f"{at:%Y-%m-%d %H:%M} UTC")


@register.filter
def short(identifier: str) -> SafeString:
    """An id or hash, shortened for the eye; whole when pointed at or copied."""
    head = identifier[:12]
    return format_html('<code class="id" title="{}" dir="ltr">{}…</code>', identifier, head)


@register.filter
def byte_size(n_bytes: int) -> str:
    """Bytes in kB or MB of 1000."""
    for unit, size in (("MB", 1_000_000), ("kB", 1_000)):
        if n_bytes >= size:
            return f"{n_bytes / size:.1f} {unit}"
    return f"{n_bytes} B"


@register.filter
def place(code: str) -> str:
    """The name of a place in the reader's language; the code where the gazetteer has none."""
    found = load_gazetteer().places.get(code)
    return found.label.get((get_language() or "en").split("-")[0], found.label.get("en", code)) if found else code


@register.filter
def codes(said: object) -> str:
    """Codes of parties, places or violations (`;` between, or a set), in the reader's words."""
    parts = sorted(said) if isinstance(said, frozenset) else str(said).split(";")
    return " · ".join(_coded(str(part)) for part in parts)


def _coded(code: str) -> str:
    for name in ("party", "violation"):
        if code in vocabulary.load(name).terms:
            return term(code, name)
    return place(code) if code in load_gazetteer().places else word(code, "check_code")
