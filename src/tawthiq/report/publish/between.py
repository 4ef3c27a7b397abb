"""Between: two kept releases set beside each other, with what was done to every act that moved a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawthiq.record.verify.models.history import Span, touches
from tawthiq.record.verify.touch import Touch
from tawthiq.report.count.spec import Spec
from tawthiq.report.publish.explain import Explained, explain, paired, touched
from tawthiq.report.publish.models import Kept, get_release
from tawthiq.report.publish.step import counted_as
from tawthiq.safe.access import Action, Allowed, may
from tawthiq.safe.work import Reader


@dataclass(frozen=True, slots=True)
class Between:
    """Two releases set beside each other. `why`: what was done to each act that moved, None where the reader may not

    see who decided; `only`: specs that one of them alone asks (earlier, later).
    """

    earlier: Kept
    later: Kept
    figures: tuple[Explained, ...]
    why: Mapping[str, Sequence[Touch]] | None
    only: tuple[tuple[Spec, ...], tuple[Spec, ...]]


def explain_releases(reader: Reader, one_id: str, other_id: str) -> Between:
    """What changed between two releases, the one that was frozen first set first: who changed each number, and why."""
    kept = sorted((get_release(reader, one) for one in (one_id, other_id)), key=lambda one: one.release.freeze.size)
    earlier, later = kept
    before, after = (counted_as(reader, one.release)[0] for one in kept)
    pairs = paired(before, after)
    found = tuple(explain(was, now) for was, now in pairs)
    subjects = sorted({moved.subject_id for one in found for moved in one.moved})
    span = Span(earlier.release.freeze.size, later.release.freeze.size)
    may_see = isinstance(may(reader.actor, Action.ASSESSMENT_READ), Allowed)
    alone = (
        tuple(one.spec for one in before if one.id not in {was.id for was, _ in pairs}),
        tuple(one.spec for one in after if one.id not in {now.id for _, now in pairs}),
    )
    why = touches(reader, subjects, span) if may_see else None
    return Between(earlier, later, tuple(touched(one, why or {}) for one in found), why, alone)
