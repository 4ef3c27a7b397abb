"""The printed form of a statement: what `tawthiq extract FILE --json` shows."""

from __future__ import annotations

from fractions import Fraction

from tawthiq.record.extract.chain import Link
from tawthiq.record.extract.media import Medium
from tawthiq.record.extract.span import CellSpan, Span
from tawthiq.record.extract.statement import Doubt, PartyRef, PlaceRef, StatedQuantity, StatedTime, Statement
from tawthiq.terms.identity import Json
from tawthiq.terms.unknown import Unknown
from tawthiq.terms.violation import violation_type


def withheld(statement: Statement) -> dict[str, Json]:
    """What stands instead of a statement whose item is sealed: that it is, and no word of it."""
    return {"id": statement.id, "sealed": True}


def printed(statement: Statement) -> dict[str, Json]:
    """Plain JSON for people and programs; times as EDTF-like text, null where unknown, numbers as numbers.

    `of` of a quantity: the whole that a share is a part of, null where the text names none (then a warning says so) and
    where nothing is shared; `words`: what the text says is counted.
    """
    party = statement.party
    return {
        "id": statement.id,
        "span": _span(statement.span),
        "quote": statement.quote,
        "kind": statement.kind.value,
        "language": statement.language,
        "chain": [_link(link) for link in statement.chain],
        "violations": [ref.code for ref in statement.violations],
        "violation_headings": [_heading(ref.code) for ref in statement.violations],
        "subtypes": [ref.subtype for ref in statement.violations],
        "party": _party(party) if party else None,
        "parties": [_party(other) for other in statement.parties],
        "place": _place(statement.places[0]) if statement.places else None,
        "places": [_place(place) for place in statement.places],
        "act_period": _time(statement.act_period),
        "medium_released_on": _time(statement.medium_released_on),
        "source_period": _time(statement.source_period),
        "source_published_on": _time(statement.source_published_on),
        "quantities": [_quantity(item, statement) for item in statement.quantities],
        "factuality": statement.factuality.value,
        "depicted": statement.depicted,
        "hedges": [_span(hedge) for hedge in statement.hedges],
        "direct_quotes": [_span(quote) for quote in statement.direct_quotes],
        "duplicate_of": statement.duplicate_of or None,
        "limited_by": list(statement.limited_by),
        "needs_tick": list(statement.needs_tick),
        "warnings": [printed_doubt(doubt) for doubt in statement.warnings],
        "extractor": statement.extractor,
    }


def printed_doubt(doubt: Doubt) -> str:
    """Its code, then what was seen."""
    return doubt.code + (f": {doubt.detail}" if doubt.detail else "")


def printed_medium(medium: Medium) -> dict[str, Json]:
    """Plain JSON of a picture or video."""
    return {
        "kind": medium.kind,
        "span": _span(medium.span),
        "handle": medium.handle or None,
        "platform": medium.platform or None,
        "caption": _span(medium.caption) if medium.caption else None,
        "released_on": medium.released_on.text if medium.released_on else None,
    }


def _span(span: Span | CellSpan) -> Json:
    if isinstance(span, Span):
        return [span.start, span.end]
    return {"file": span.file, "sheet": span.sheet, "row": span.row, "cell": span.cell}


def _link(link: Link) -> dict[str, Json]:
    return {
        "actor": link.actor,
        "code": link.code or None,
        "role": link.role.value,
        "mode": link.mode.value,
        "conveys": link.conveys.value,
        "cue": _span(link.cue) if link.cue else None,
        "mention": _span(link.mention) if link.mention else None,
        "carried": link.carried,
        "factuality": link.factuality.value,
    }


def _party(party: PartyRef) -> dict[str, Json]:
    return {"name": party.name, "basis": party.basis.value, "code": party.code or None, "group": party.group}


def _place(place: PlaceRef) -> dict[str, Json]:
    return {
        "name": place.name,
        "basis": place.basis.value,
        "code": place.code or None,
        "precision": place.precision,
    }


def _time(time: StatedTime | Unknown) -> Json:
    return None if isinstance(time, Unknown) else time.when.text


def _quantity(item: StatedQuantity, statement: Statement) -> dict[str, Json]:
    quantity = item.quantity
    party = statement.parties[item.party].name if item.party is not None else None
    return {
        "kind": quantity.kind.value,
        "comparator": quantity.comparator.value,
        "value": _number(quantity.low),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "per": quantity.per or None,
        "of": quantity.of if item.denominator_stated else None,
        "words": quantity.of or None,
        "denominator_stated": item.denominator_stated,
        "sex": item.sex or None,
        "party": party,
        "span": _span(item.span),
    }


def _number(value: Fraction | None) -> Json:
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)


def _heading(code: str) -> str:
    return code if code == "unspecified" else violation_type(code).parent
