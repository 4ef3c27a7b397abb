"""Four eyes: who made a case, assessed it before, or alone read what it rests on, never takes the final step; pure.

The database holds the same rule as a trigger (migrations 0002 and 0003), for every way in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tawthiq.record.verify.assessment import Assessment, Origin, Stage
from tawthiq.terms.errors import SecondSignature

Readings = Mapping[str, frozenset[str]]
"""Statement id -> who confirmed it or wrote it by hand; statements that nobody had to confirm are not in it."""


def why_not_final(actor: str, makers: Iterable[str], earlier: Iterable[Assessment], readings: Readings) -> str:
    """Why this actor may not take the final step on this version; empty when nothing stands against it.

    `makers`: who created or edited the case; `earlier`: the assessments of the same version; `readings`: of the
    statements that support it.
    """
    if actor in set(makers):
        return "who recorded or edited a case does not verify it"
    if any(assessment.by == actor or assessment.entered_by == actor for assessment in earlier):
        return "who assessed a case before does not take the final step"
    if any(people == {actor} for people in readings.values()):
        return "who alone confirmed a statement does not verify what rests on it"
    return ""


def check_four_eyes(
    assessment: Assessment, makers: Iterable[str], earlier: Iterable[Assessment], readings: Readings
) -> None:
    """Raise SecondSignature when the final step is taken by one who stood in the case before."""
    if assessment.stage is not Stage.FINAL or assessment.origin is Origin.REGISTER:
        return
    if reason := why_not_final(assessment.by, makers, earlier, readings):
        do = "ask another person to take the final step, or to confirm the statement too"
        raise SecondSignature(reason, where=assessment.subject_id, do=do)


def check_register(verified_by: str, importer_names: Iterable[str], *, where: str) -> None:
    """Raise SecondSignature when the one who brings a register in is the one it names as verifier."""
    names = {name.strip().casefold() for name in importer_names if name.strip()}
    if verified_by.strip().casefold() in names:
        raise SecondSignature(
            "a register cannot name its importer as the verifier",
            where=where,
            do="let another person import it, or verify here with two people",
        )
