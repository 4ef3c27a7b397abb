"""Standing: where a case stands now, from its assessments and the version that is current; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.record.verify.assessment import Assessment, Facts, Stage, Status


@dataclass(frozen=True, slots=True)
class Standing:
    """`occurrence`, `attribution`, `age`: what may be said of each; `latest`: the decision it rests on, or None.

    `fell_back`: a final decision was taken on an earlier version, and a fact has changed since.
    """

    occurrence: Status
    attribution: Status
    age: Status
    stage: Stage | None
    latest: Assessment | None
    fell_back: bool = False


def standing(assessments: Sequence[Assessment], now: Facts) -> Standing:
    """Where the case stands; `assessments` oldest first. Only a final decision on the current version says more than

    under review.
    """
    if not assessments:
        return Standing(Status.NEW, Status.NEW, Status.NEW, None, None)
    last = assessments[-1]
    if not last.facts.same_as(now):
        fell = any(one.stage is Stage.FINAL for one in assessments)
        return _review(last, fell_back=fell)
    if last.stage is not Stage.FINAL:
        return _review(last, fell_back=False)
    return Standing(last.occurrence, last.attribution, last.age, last.stage, last)


def _review(last: Assessment, *, fell_back: bool) -> Standing:
    review = Status.UNDER_REVIEW
    return Standing(review, review, review, None if fell_back else last.stage, last, fell_back)


@dataclass(frozen=True, slots=True)
class Change:
    """One field of the case that differs from what was judged."""

    thing: str
    field: str
    judged: str
    now: str


def differences(thing: str, judged: object, now: object, path: str = "") -> tuple[Change, ...]:
    """Every field in which two contents (JSON) of a thing differ, by its path."""
    if isinstance(judged, dict) and isinstance(now, dict):
        names = sorted({*judged, *now})
        return tuple(
            change
            for name in names
            for change in differences(thing, judged.get(name), now.get(name), f"{path}.{name}" if path else str(name))
        )
    return () if judged == now else (Change(thing, path, _text(judged), _text(now)),)


def _text(value: object) -> str:
    return "" if value is None else str(value)
