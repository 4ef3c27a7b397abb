"""Verdict: what may be said of a quoted figure, set beside everything known; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tawthiq.report.check.claim import Claim, Known, Origin, agrees
from tawthiq.report.check.contradiction import Contradiction, contradictions
from tawthiq.report.check.scope import Difference, Dimension, differences


class Word(StrEnum):
    """The one word for a claim."""

    SUPPORTED = "supported"
    SCOPE_DIFFERS = "scope_differs"
    OTHERWISE = "record_says_otherwise"
    CONTRADICTORY = "contradictory_in_itself"
    NOT_IN_RECORD = "not_in_record"


class Note(StrEnum):
    """What a reader must know beside the word."""

    NO_NAMED_SOURCE = "no_named_source"
    HARD_TO_ESTIMATE = "said_to_be_hard_to_estimate"
    CONVERTED = "converted_by_the_teller"
    DENOMINATOR_NOT_STATED = "denominator_not_stated"
    ONE_SOURCE_ONLY = "rests_on_the_cited_source_alone"


@dataclass(frozen=True, slots=True)
class Beside:
    """A known figure set beside the claim, with every way in which it is about something else."""

    known: Known
    differs: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """The word for one claim. `beside`: nearest first; `against`: claims or totals that it cannot stand with."""

    claim: Claim
    word: Word
    beside: tuple[Beside, ...]
    against: tuple[Contradiction, ...]
    notes: tuple[Note, ...]

    @property
    def differs(self) -> tuple[Difference, ...]:
        """How the nearest known figure is about something else."""
        return self.beside[0].differs if self.beside else ()


MAX_BESIDE = 4


def judge_all(claims: Sequence[Claim], known: Sequence[Known]) -> tuple[Finding, ...]:
    """One finding a claim, in the order of the claims."""
    against = contradictions(claims, known)
    return tuple(judge(claim, known, [one for one in against if claim in one.claims]) for claim in claims)


def judge(claim: Claim, known: Iterable[Known], against: Sequence[Contradiction]) -> Finding:
    """The word: a contradiction first, then the same figure in scope, out of scope, another figure, or nothing."""
    measured = [one for one in known if one.measure == claim.measure]
    same = _nearest(claim, (one for one in measured if agrees(claim, one)))
    other = _nearest(claim, (one for one in measured if not agrees(claim, one)))
    in_scope = [one for one in other if not one.differs and one.known.quantity.low is not None]
    beside = same or in_scope
    word = _word(same, in_scope, against, claim)
    return Finding(claim, word, tuple(beside[:MAX_BESIDE]), tuple(against), _notes(claim, same))


def _word(same: Sequence[Beside], in_scope: Sequence[Beside], against: Sequence[Contradiction], claim: Claim) -> Word:
    if against:
        return Word.CONTRADICTORY
    if same:
        return Word.SCOPE_DIFFERS if same[0].differs else Word.SUPPORTED
    return Word.OTHERWISE if in_scope and claim.quantity.low is not None else Word.NOT_IN_RECORD


def _nearest(claim: Claim, known: Iterable[Known]) -> list[Beside]:
    beside = [Beside(one, differences(claim.scope, one.scope)) for one in known]
    return sorted(beside, key=_distance)


def _distance(beside: Beside) -> tuple[int, int, str]:
    weight = {Dimension.POPULATION: 8, Dimension.PLACE: 4, Dimension.PERIOD: 2, Dimension.PARTY: 1}
    return sum(weight[one.dimension] for one in beside.differs), beside.known.origin is Origin.RECORD, beside.known.id


def _notes(claim: Claim, same: Sequence[Beside]) -> tuple[Note, ...]:
    only_source = bool(same) and all(one.known.origin is Origin.SOURCE for one in same)
    said = (
        (Note.NO_NAMED_SOURCE, not claim.source),
        (Note.HARD_TO_ESTIMATE, bool(claim.limitation)),
        (Note.CONVERTED, claim.converted),
        (Note.DENOMINATOR_NOT_STATED, not claim.denominator_stated),
        (Note.ONE_SOURCE_ONLY, only_source),
    )
    return tuple(note for note, holds in said if holds)
