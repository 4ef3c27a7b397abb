"""Verdict: what may be said of a quoted figure, set beside everything known; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tawthiq.report.check.agree import Way, agreement, beyond, comparable, same_number, unknowns_allow
from tawthiq.report.check.claim import Claim, Known, Origin
from tawthiq.report.check.contradiction import Contradiction, contradictions
from tawthiq.report.check.scope import Difference, Dimension, Told, differences, untold
from tawthiq.report.check.sources import names_somebody, same_source
from tawthiq.terms.quantity import QuantityKind
from tawthiq.terms.vocabulary import load


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
    ONE_SOURCE_ONLY = "rests_on_published_figures_alone"
    ANOTHER_SOURCE = "not_the_source_cited"
    ROUNDED = "rounded"
    COMPARATOR_CHANGED = "comparator_changed"
    UNKNOWN_LEFT_OUT = "unknown_left_out_of_the_share"
    UNKNOWNS_ALLOW = "unknowns_would_allow_it"
    MORE_THAN_VERIFIED = "goes_further_than_what_is_verified"
    KNOWN_DISAGREE = "record_and_source_disagree"
    PLACE_NOT_TOLD = "place_not_told"
    PERIOD_NOT_TOLD = "period_not_told"
    READING_DOUBTFUL = "sentence_contradicts_itself"


@dataclass(frozen=True, slots=True)
class Beside:
    """A known figure set beside the claim, with every way in which it is about something else.

    `way`: how the numbers agree, None when they do not; `cited`: it was published by the very source cited.
    """

    known: Known
    differs: tuple[Difference, ...]
    way: Way | None
    cited: bool

    @property
    def agrees(self) -> bool:
        """True when the numbers can be one."""
        return self.way is not None


@dataclass(frozen=True, slots=True)
class Finding:
    """The word for one claim. `beside`: nearest first; `against`: claims or totals that it cannot stand with.

    `differs`: how the nearest known figure that agrees is about something else, empty where none agrees.
    """

    claim: Claim
    word: Word
    beside: tuple[Beside, ...]
    against: tuple[Contradiction, ...]
    notes: tuple[Note, ...]

    @property
    def differs(self) -> tuple[Difference, ...]:
        """See the class."""
        return self.beside[0].differs if self.beside and self.beside[0].agrees else ()


MAX_BESIDE = 5
SMALL_COUNT = 10
"""Counts below this, and ages, are found somewhere in every report; elsewhere they prove nothing unless cited."""


def judge_all(claims: Sequence[Claim], known: Iterable[Known]) -> tuple[Finding, ...]:
    """One finding a claim, in the order of the claims; the order of the known figures changes nothing."""
    ordered = sorted(known, key=lambda one: (one.origin, one.id, str(one.measure)))
    against = contradictions(claims, ordered)
    return tuple(judge(claim, ordered, [one for one in against if claim in one.claims]) for claim in claims)


@dataclass(frozen=True, slots=True)
class _Found:
    """What stands beside a claim: `same`: in scope and agreeing; `elsewhere`: the same number about something else;

    `other`: in scope, and another number.
    """

    same: list[Beside]
    elsewhere: list[Beside]
    other: list[Beside]


def judge(claim: Claim, known: Iterable[Known], against: Sequence[Contradiction]) -> Finding:
    """The word: a contradiction first, then the same figure in scope, out of scope, another figure, or nothing."""
    beside = [_set_beside(claim, one) for one in known if comparable(claim, one) and _one_heading(claim, one)]
    found = _Found(
        _nearest(one for one in beside if one.agrees and not one.differs),
        _nearest(one for one in beside if same_number(one.way) and one.differs and _is_plausible(claim, one)),
        _nearest(one for one in beside if not one.agrees and not one.differs and _is_one_whole(claim, one.known)),
    )
    word = Word.CONTRADICTORY if against or claim.doubts else _word(claim, found)
    shown = _shown(found, beside, word)
    return Finding(claim, word, shown, tuple(against), _notes(claim, found, word))


def _set_beside(claim: Claim, known: Known) -> Beside:
    cited = known.origin is Origin.SOURCE and same_source(claim.source, known.source)
    return Beside(known, differences(claim.scope, known.scope), agreement(claim, known), cited)


def _one_heading(claim: Claim, known: Known) -> bool:
    """Killing stands beside maiming, never beside recruitment; what names no violation, beside its own source only."""
    if not claim.scope.violations:
        return known.origin is Origin.SOURCE and same_source(claim.source, known.source)
    return bool(_headings(claim.scope.violations) & _headings(known.scope.violations))


def _headings(violations: frozenset[str]) -> frozenset[str]:
    terms = load("violation").terms
    return frozenset(str(terms[code].more["parent"]) for code in violations if code in terms)


def _is_plausible(claim: Claim, beside: Beside) -> bool:
    """An equal number about something else is a coincidence when too much differs and nobody cites its source."""
    if beside.cited:
        return True
    stated = [one for one in beside.differs if one.told is Told.STATED]
    small = claim.quantity.kind is QuantityKind.COUNT and (claim.quantity.low or 0) < SMALL_COUNT
    common = small or claim.quantity.kind is QuantityKind.AGE
    return len(stated) <= 1 and not common and beside.way is Way.SAME


def _is_one_whole(claim: Claim, known: Known) -> bool:
    """A number that may be of any party of a list is refuted by that of all of them, not by another one's."""
    codes = claim.scope.parties.codes
    return claim.scope.parties.told is not Told.NOT_STATED or known.scope.parties.codes in (frozenset(), codes)


def _word(claim: Claim, found: _Found) -> Word:
    if found.same:
        return Word.SUPPORTED
    refuting = [one for one in found.other if _refutes(claim, one)]
    if any(one.cited for one in refuting):
        return Word.OTHERWISE
    if found.elsewhere:
        return Word.SCOPE_DIFFERS
    return Word.OTHERWISE if refuting else Word.NOT_IN_RECORD


def _refutes(claim: Claim, beside: Beside) -> bool:
    """A figure in scope speaks against a claim that tells its scope, when it is the cited one or cannot be exceeded."""
    scope = claim.scope
    told = scope.place.codes and scope.period.told is Told.STATED and scope.parties.told is not Told.IMPLIED
    if not told or unknowns_allow(claim, beside.known):
        return False
    return beside.cited or not beyond(claim, beside.known)


def _nearest(beside: Iterable[Beside]) -> list[Beside]:
    return sorted(beside, key=_distance)


_WEIGHT = {
    Dimension.VIOLATION: 16,
    Dimension.POPULATION: 8,
    Dimension.PLACE: 4,
    Dimension.PERIOD: 2,
    Dimension.PARTY: 1,
}


def _distance(beside: Beside) -> tuple[int, bool, bool, bool, str]:
    weight = sum(_WEIGHT[one.dimension] for one in beside.differs)
    by_record = beside.known.origin is Origin.RECORD
    return weight, beside.way is Way.BOUND_HOLDS, not beside.cited, by_record, beside.known.id


def _shown(found: _Found, beside: Sequence[Beside], word: Word) -> tuple[Beside, ...]:
    """What speaks for the word first; then what the record says in the scope in which the number was found."""
    first = found.other if word is Word.OTHERWISE else [*found.same, *found.elsewhere]
    shown = [*first, *found.elsewhere, *found.other]
    if first and first[0].differs:
        scope = first[0].known.scope
        shown += _nearest(one for one in beside if not one.agrees and not differences(scope, one.known.scope))
    return tuple({id(one.known): one for one in shown}.values())[:MAX_BESIDE]


def _notes(claim: Claim, found: _Found, word: Word) -> tuple[Note, ...]:
    agreeing = found.same or found.elsewhere
    is_open = claim.scope.parties.told is Told.NOT_STATED and bool(claim.scope.parties.codes)
    others = [one for one in found.other if one.cited or one.known.origin is Origin.RECORD]
    unnamed = not claim.source
    said = (
        (Note.NO_NAMED_SOURCE, unnamed),
        (Note.HARD_TO_ESTIMATE, bool(claim.limitation)),
        (Note.CONVERTED, claim.converted),
        (Note.DENOMINATOR_NOT_STATED, not claim.denominator_stated),
        (Note.ONE_SOURCE_ONLY, bool(found.same) and all(one.known.origin is Origin.SOURCE for one in found.same)),
        (Note.ANOTHER_SOURCE, _is_anothers(claim, agreeing)),
        (Note.ROUNDED, bool(agreeing) and agreeing[0].way is Way.ROUNDED),
        (Note.COMPARATOR_CHANGED, bool(agreeing) and agreeing[0].way is Way.COMPARATOR_CHANGED),
        (Note.UNKNOWN_LEFT_OUT, bool(agreeing) and agreeing[0].way is Way.UNKNOWN_LEFT_OUT),
        (Note.UNKNOWNS_ALLOW, not agreeing and any(unknowns_allow(claim, one.known) for one in found.other)),
        (Note.MORE_THAN_VERIFIED, word is Word.NOT_IN_RECORD and any(beyond(claim, one.known) for one in found.other)),
        (Note.KNOWN_DISAGREE, word is Word.SUPPORTED and not is_open and bool(others)),
        (Note.PLACE_NOT_TOLD, bool(agreeing) and Dimension.PLACE in untold(claim.scope)),
        (Note.PERIOD_NOT_TOLD, bool(agreeing) and Dimension.PERIOD in untold(claim.scope)),
        (Note.READING_DOUBTFUL, bool(claim.doubts)),
    )
    return tuple(note for note, holds in said if holds)


def _is_anothers(claim: Claim, agreeing: Sequence[Beside]) -> bool:
    """A named source is cited, and every figure that agrees was published by somebody else, none by the record."""
    published = bool(agreeing) and all(one.known.origin is Origin.SOURCE for one in agreeing)
    return published and names_somebody(claim.source) and not any(one.cited for one in agreeing)
