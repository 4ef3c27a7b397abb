"""The sentence in code: collect, compare, extract, link, verify; count, estimate, publish."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from tawthiq.record.collect import models as collect_models
from tawthiq.record.collect import step as collect
from tawthiq.record.collect.models import harm, masks
from tawthiq.record.compare import models as compare_models
from tawthiq.record.compare import step as compare
from tawthiq.record.compare.turns import Put
from tawthiq.record.extract import models as extract_models
from tawthiq.record.extract import step as extract
from tawthiq.record.link import step as link
from tawthiq.record.link.models import read as link_read
from tawthiq.record.verify import step as verify
from tawthiq.record.verify.models import read as verify_read
from tawthiq.report.count import models as count_models
from tawthiq.report.count import step as count
from tawthiq.report.estimate import models as estimate_models
from tawthiq.report.estimate import step as estimate
from tawthiq.report.publish import models as publish_models
from tawthiq.report.publish import step as publish
from tawthiq.safe.access import Action, Actor, Allowed, may
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput, NotFound
from tawthiq.terms.outcome import Made, Nothing, Outcome, Refused


class Step(Protocol):
    """What each stage's `step` module offers."""

    NAME: str
    VERSION: int
    ACTION: Action

    def todo(self, reader: Reader) -> Iterator[str]:
        """Things that wait for this step."""

    def run(self, work: Work, one: str) -> Outcome:
        """Do one of them."""


STEPS: tuple[Step, ...] = (collect, compare, extract, link, verify, count, estimate, publish)

STORES: tuple[Callable[[], Iterator[tuple[int, str, str]]], ...] = (
    collect_models.recorded,
    harm.recorded,
    masks.recorded,
    compare_models.recorded,
    extract_models.recorded,
    link_read.recorded,
    verify_read.recorded,
    count_models.recorded,
    estimate_models.recorded,
    publish_models.recorded,
)
"""Every store that the audit compares with the ledger."""


def step_called(name: str) -> Step:
    """The step of that name; raises NotFound."""
    found = next((step for step in STEPS if step.NAME == name), None)
    if found is None:
        raise NotFound(f"no step is called {name!r}", do=f"use one of: {', '.join(step.NAME for step in STEPS)}")
    return found


def steps_open_to(actor: Actor) -> tuple[Step, ...]:
    """The steps that the actor may run, in order."""
    return tuple(step for step in STEPS if isinstance(may(actor, step.ACTION), Allowed))


def pending(reader: Reader) -> dict[str, list[str]]:
    """What waits, by step, in the order of the flow."""
    return {step.NAME: list(step.todo(reader)) for step in STEPS}


def run_step(actor: Actor, step: Step) -> Iterator[Outcome]:
    """Do all that waits for one step, each thing in a Work of its own."""
    for one in list(step.todo(Reader(actor))):
        yield from run_whole(actor, step, one)


def run_whole(actor: Actor, step: Step, one: str) -> Iterator[Outcome]:
    """Do one thing; a long text is read part by part, so that nobody waits behind one large transaction."""
    if step is not extract:
        yield run_one(actor, step, one)
        return
    try:
        yield from (outcome for outcome, _share in extract.run_through(actor, one))
    except BadInput as error:
        yield Refused(error)


def run_one(actor: Actor, step: Step, one: str) -> Outcome:
    """Do one thing; bad input is an outcome, not a crash of the rest.

    Films are taken apart before the Work opens: nobody else can write while one is open.
    """
    try:
        run = _begun(actor, one) if step is compare else step.run
        with Work(actor, step.ACTION, thing=one) as work:
            return run(work, one)
    except BadInput as error:
        return Refused(error)


def _begun(actor: Actor, one: str) -> Put:
    reader = Reader(actor)
    reader.require(compare.ACTION, one)
    return compare.begin(reader, one)


def word(outcome: Outcome) -> str:
    """The word of an outcome: made, nothing, refused."""
    match outcome:
        case Made():
            return "made"
        case Nothing():
            return "nothing"
        case Refused():
            return "refused"
