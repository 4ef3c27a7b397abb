"""Versions: where a person's version of a statement differs from the machine's, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import get_language, gettext

from tawthiq.doors.desk.units import unit_of
from tawthiq.doors.desk.words import word
from tawthiq.record.extract.chain import DOCUMENT, UNNAMED, Link
from tawthiq.record.extract.statement import PartyRef, PlaceRef, StatedQuantity, StatedTime, Statement
from tawthiq.terms import vocabulary
from tawthiq.terms.unknown import Unknown


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that the person changed: what the machine had read, what stands now; empty for nothing."""

    field: str
    machine: str
    person: str


def differences(machine: Statement, person: Statement) -> list[Difference]:
    """The fields in which the two versions differ."""
    pairs = zip(_spelled(machine), _spelled(person), strict=True)
    return [Difference(field, before, after) for (field, before), (_field, after) in pairs if before != after]


def _spelled(one: Statement) -> Iterator[tuple[str, str]]:
    yield gettext("Kind"), word(one.kind.value, "statement_kind")
    yield gettext("How sure"), word(one.factuality.value, "factuality")
    yield gettext("On whose word"), " ← ".join(_source(link) for link in one.chain if link.actor != DOCUMENT)
    yield gettext("Violation"), " · ".join(_violation(ref.code) for ref in one.violations)
    yield gettext("Party"), " · ".join(_named(party) for party in one.parties)
    yield gettext("Place"), " · ".join(_named(place) for place in one.places)
    yield gettext("When it happened"), _time(one.act_period)
    yield gettext("Numbers"), " · ".join(_number(stated) for stated in one.quantities)


def _violation(code: str) -> str:
    if code == "unspecified":
        return gettext("not specified")
    return vocabulary.load("violation").label(code, (get_language() or "en").split("-")[0])


def _source(link: Link) -> str:
    """A source with its sort and how sure it is; the document, which is always first, is not told."""
    name = gettext("a source that is not named") if link.actor == UNNAMED else link.actor
    sort, sure = word(link.role.value, "chain_role"), word(link.factuality.value, "factuality")
    return f"{name} ({gettext(', ').join((sort, word(link.mode.value, 'mode'), sure))})"


def _named(ref: PartyRef | PlaceRef) -> str:
    return f"{ref.name} ({word(ref.basis.value, 'basis')}{gettext(', ') + ref.code if ref.code else ''})"


def _time(told: StatedTime | Unknown) -> str:
    if isinstance(told, Unknown):
        return word(told.why.value, "why")
    return f"{told.when.text} ({word(told.basis.value, 'basis')})"


def _number(stated: StatedQuantity) -> str:
    one = stated.quantity
    bounds = "–".join(f"{float(value):g}" for value in (one.low, one.high) if value is not None)
    per = f" / {word(one.per, 'quantity_per')}" if one.per else ""
    return f"{word(one.comparator.value, 'comparator')} {bounds} {unit_of(one)}{per}".strip()
