"""Step verify: cases wait for people; the step lays out what each rests on and what is still missing."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.record.verify.models.waiting import find_waiting
from tawthiq.record.verify.queue import look_at
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.outcome import Nothing, Outcome

NAME, VERSION, ACTION = "verify", 1, Action.ASSESS
MAX_CASES = 1000


def todo(reader: Reader) -> Iterator[str]:
    """The newest cases that wait for a person."""
    yield from (thing for _place, thing in find_waiting(reader, limit=MAX_CASES))


def run(work: Work, one: str) -> Outcome:
    """Nothing is made: no machine verifies. The reason says how many roots the case has, which step is next."""
    case = look_at(work, [one])[0]
    missing = "; ".join(gap.what for gap in case.gaps)
    ready = (
        f"{case.grounds.n_independent} independent root(s); {case.next.value} under {case.policy} waits for a person"
    )
    return Nothing(f"{ready}; {missing}" if missing else ready)
