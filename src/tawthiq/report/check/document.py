"""Document: a finding of the article check as plain JSON."""

from __future__ import annotations

from fractions import Fraction

from tawthiq.report.check.altered import QuoteCheck
from tawthiq.report.check.claim import Claim, Known
from tawthiq.report.check.contradiction import Contradiction
from tawthiq.report.check.phrases import LANGUAGES
from tawthiq.report.check.scope import Difference, Scope
from tawthiq.report.check.verdict import Beside, Finding
from tawthiq.report.check.words import explained
from tawthiq.terms.identity import Json
from tawthiq.terms.quantity import Quantity


def finding_document(finding: Finding) -> dict[str, Json]:
    """`word`, `claim`, `differs`, `beside`, `against`, `notes`; `explained`: language -> sentences."""
    return {
        "word": finding.word.value,
        "claim": _claim(finding.claim),
        "differs": [_difference(one) for one in finding.differs],
        "beside": [_beside(one) for one in finding.beside],
        "against": [_contradiction(one) for one in finding.against],
        "notes": [note.value for note in finding.notes],
        "explained": {language: list(explained(finding, language)) for language in LANGUAGES},
    }


def quote_document(quote: QuoteCheck) -> dict[str, Json]:
    """`statement`, `words`, `source_item`, `exact`, `changes` (`source` words, `quoted` words)."""
    return {
        "statement": quote.statement_id,
        "words": quote.words,
        "source_item": quote.source_item_id,
        "exact": quote.exact,
        "changes": [{"source": one.source, "quoted": one.quoted} for one in quote.changes],
    }


def _claim(claim: Claim) -> dict[str, Json]:
    return {
        "statement": claim.statement_id,
        "quote": claim.quote,
        "quantity": _quantity(claim.quantity),
        "measure": claim.measure.of,
        "scope": _scope(claim.scope),
        "source": claim.source or None,
        "verified_by_source": claim.verified_by_source,
        "limitation": claim.limitation or None,
    }


def _quantity(quantity: Quantity) -> dict[str, Json]:
    return {
        "kind": quantity.kind.value,
        "comparator": quantity.comparator.value,
        "value": _number(quantity.low),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "per": quantity.per or None,
    }


def _scope(scope: Scope) -> dict[str, Json]:
    when = scope.period.when
    return {
        "parties": sorted(scope.parties.codes),
        "parties_told": scope.parties.told.value,
        "place": sorted(scope.place.codes),
        "place_told": scope.place.told.value,
        "period": when.text if when else None,
        "period_told": scope.period.told.value,
        "population": scope.population,
        "violations": sorted(scope.violations),
    }


def _difference(one: Difference) -> dict[str, Json]:
    return {"dimension": one.dimension.value, "quoted": one.quoted, "known": one.known, "told": one.told.value}


def _beside(one: Beside) -> dict[str, Json]:
    known: Known = one.known
    return {
        "origin": known.origin.value,
        "id": known.id,
        "basis": known.basis,
        "source": known.source or None,
        "cited": one.cited,
        "agrees": one.agrees,
        "way": one.way.value if one.way else None,
        "quantity": _quantity(known.quantity),
        "numerator": known.numerator,
        "denominator": known.denominator,
        "unknown": known.n_unknown if known.denominator else None,
        "scope": _scope(known.scope),
        "differs": [_difference(difference) for difference in one.differs],
        "build": [list(option) for option in known.asked],
    }


def _contradiction(one: Contradiction) -> dict[str, Json]:
    return {
        "clash": one.clash.value,
        "statements": [claim.statement_id for claim in one.claims],
        "total": _number(one.total.quantity.low) if one.total else None,
        "needs": [_number(end) for end in one.needs],
        "found": _number(one.found),
        "denominator": [_number(end) for end in one.denominator] if one.denominator else None,
    }


def _number(value: Fraction | None) -> Json:
    if value is None:
        return None
    return int(value) if value.denominator == 1 else round(float(value), 3)
