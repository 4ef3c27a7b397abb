"""Against the rules: what a person should know of a model's statement before accepting it: where the rules differ."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.record.extract.gate.amounts import FROM_MODEL
from tawthiq.record.extract.gate.told import Told
from tawthiq.record.extract.statement import Doubt, Statement
from tawthiq.terms.folding import fold_name


def doubts_about(made: Statement, twin: Statement | None, said: Told) -> Iterator[Doubt]:
    """Doubts about a statement let in. `twin`: what the rules read on the same words; `said`: what the model said."""
    yield Doubt("proposed_by_model")
    if twin is None:
        yield Doubt("rules_read_no_claim_here")
    elif otherwise := ", ".join(_differing(made, twin)):
        yield Doubt("rules_read_otherwise", otherwise)
    read = {ref.code for ref in twin.violations} if twin else set()
    if extra := [ref.code for ref in made.violations if ref.code not in read]:
        yield Doubt("violation_from_model", ",".join(extra))
    if any(item.rule == FROM_MODEL for item in made.quantities):
        yield Doubt("number_from_model")
    if said.strange:
        yield Doubt("unknown_violation_dropped")
    if said.n_ignored:
        yield Doubt("fields_ignored", str(said.n_ignored))


def _differing(made: Statement, twin: Statement) -> Iterator[str]:
    """The fields in which the two differ."""
    for field in ("kind", "act_period"):
        if getattr(made, field) != getattr(twin, field):
            yield field
    if {ref.code for ref in made.violations} != {ref.code for ref in twin.violations}:
        yield "violations"
    for field in ("parties", "places"):
        one, other = ({fold_name(ref.name) for ref in getattr(each, field)} for each in (made, twin))
        if one != other:
            yield field
    if fold_name(made.speaker) != fold_name(twin.speaker):
        yield "source"
