"""Published: what sources are written down to have published, as known figures; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tawthiq.record.extract.statement import Origin as StatementOrigin
from tawthiq.record.extract.statement import StatedTime, Statement, StatementKind
from tawthiq.report.check.claim import Known, Measure, Origin
from tawthiq.report.check.quoted import heading_of
from tawthiq.report.check.scope import Parties, Period, Place, Scope, Told


def known_from(statements: Iterable[Statement]) -> list[Known]:
    """The figures of sheet rows: their scope is stated in full, so that an empty party means all parties together."""
    rows = (one for one in statements if one.origin is StatementOrigin.ROW and one.kind is StatementKind.FIGURE)
    return [known for statement in rows for known in _known(statement)]


def _known(statement: Statement) -> Iterator[Known]:
    time = statement.source_period
    period = Period(time.when, Told.STATED) if isinstance(time, StatedTime) else Period(None, Told.NOT_STATED)
    parties = Parties(frozenset(ref.code for ref in statement.parties), Told.STATED)
    place = Place(frozenset(ref.code for ref in statement.places), Told.STATED)
    for stated in statement.quantities:
        measure = Measure(heading_of(statement), statement.violations[0].subtype, stated.quantity.kind)
        yield Known(
            Origin.SOURCE, statement.id, stated.quantity, measure, Scope(parties, place, period), _basis(statement)
        )


def _basis(statement: Statement) -> str:
    published = statement.source_published_on
    on = f", {published.when.text}" if isinstance(published, StatedTime) else ""
    return f"published by {statement.speaker}{on}"
