"""Estimates of a release: a document of their own, in a folder of its own, never in a table of what was verified.

No list is named and no count of children on lists is printed: the one tells who reports, the other was verified.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.report.count.spec import Spec
from tawthiq.report.estimate.estimate import Estimate, Outcome
from tawthiq.report.estimate.kept import Read
from tawthiq.report.estimate.methods import family_of
from tawthiq.report.publish import words
from tawthiq.report.publish.document import Document
from tawthiq.report.publish.grid import Cell, Grid
from tawthiq.report.publish.release import Release
from tawthiq.terms.errors import BadInput

FOLDER = "estimates"
COLUMNS = ("method", "answer", "low", "high", "level", "right_only_if")


@dataclass(frozen=True, slots=True)
class Beside:
    """A kept estimate that a release prints apart. `question`: what the register was asked, None for a kept table."""

    id: str
    read: Read
    question: Spec | None = None


def check_beside(one: Beside, situation: str, period: str, k: int) -> None:
    """Raise BadInput for an estimate of another situation or period, or on fewer than `k` children."""
    if one.question and (one.question.situation, one.question.period.text) != (situation, period):
        raise BadInput(
            "the estimate is of another situation or period",
            where=one.id,
            do="estimate the same question, or leave it out",
        )
    if one.read.table.n_observed < k:
        raise BadInput(f"the lists hold fewer than {k} children: an interval would tell them", where=one.id)


def estimates_document(release: Release, found: Sequence[Beside], language: str) -> Document:
    """The estimates in one language: a grid each, with what must be true, or why there is no number."""
    place = words.situation_label(release.proposal.situation, language)
    return Document(
        release.id,
        language,
        words.say("estimates_title", language, situation=place, period=release.proposal.period),
        release.freeze.frozen_at,
        (words.say("estimates_apart", language),),
        (),
        (),
        tuple(_grid(place, one, language) for place, one in enumerate(found, start=1)),
        "estimates",
    )


def _grid(place: int, one: Beside, language: str) -> Grid:
    kind = "estimate"
    what = ", ".join(words.heading_label(code, language) for code in one.question.violations) if one.question else ""
    title = words.say("estimate_of", language, n=place, lists=one.read.table.n_lists)
    header = tuple(words.say(f"column_{name}", language) for name in COLUMNS)
    rows = tuple(_row(outcome, language) for outcome in one.read.outcomes)
    notes = (words.say("note_estimate", language), words.say("estimate_id", language, estimate=one.id))
    return Grid(
        f"{place:02}-{kind}", kind, language, f"{title}: {what}" if what else title, COLUMNS, header, rows, notes
    )


def _row(outcome: Outcome, language: str) -> tuple[Cell, ...]:
    method = words.say(f"method_{outcome.method}", language)
    if not isinstance(outcome, Estimate):
        reasons = " ".join(words.say(f"refused_{reason.value}", language) for reason in outcome.reasons)
        return method, words.say("answer_refused", language), None, None, None, reasons
    answer = words.say("answer_lower_bound" if outcome.lower_bound else "answer_interval", language)
    level = f"{100 * outcome.interval.level:g} %"
    ends = round(outcome.interval.low), round(outcome.interval.high)
    return method, answer, *ends, level, words.say(f"assume_{family_of(outcome.method)}", language)
