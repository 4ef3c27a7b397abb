"""Registered: capture tables of the children of a verified figure, by whose knowledge each of them rests on.

The question is that of a figure, so that an estimate stands beside the count it goes beyond, and is never added to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawthiq.record.verify.grounds import holders_behind
from tawthiq.record.verify.knowing import Holder
from tawthiq.record.verify.models.subjects import get_subjects
from tawthiq.record.verify.verified import VerifiedActs
from tawthiq.report.count.figure import Figure
from tawthiq.report.count.spec import Counted, Spec
from tawthiq.report.count.step import acts_for, counted
from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.histories import Sighting, from_sightings, n_copies
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput, EmptyInput

N_TOGETHER = 2000
"""Cases read at once, so that memory does not grow with the record."""


@dataclass(frozen=True, slots=True)
class Registered:
    """`tables`: one a stratum, of the same lists; `n_children`: of the figure; `n_in_groups`: of them in groups, whose
    children are not told apart; `n_unlisted`: children whose only sources stay unnamed; `n_copies`: reports that added
    nothing, being copies of another source's word; `size`: lines of the ledger when the record was read.
    """

    tables: tuple[CaptureTable, ...]
    spec: Spec
    by_kind: bool
    n_children: int
    n_in_groups: int
    n_unlisted: int
    n_copies: int
    size: int


def registered(reader: Reader, spec: Spec, *, by_kind: bool = False, size: int | None = None) -> Registered:
    """The tables of a question counted in children, by at most one dimension, which makes the strata.

    `by_kind`: a list is a kind of source, not a source.

    BadInput for another unit or more dimensions, EmptyInput when no verified child has a named source.
    """
    if spec.unit is not Counted.CHILD or len(spec.by) > 1:
        raise BadInput(
            "capture histories are of children, in the strata of one dimension at most",
            where="unit" if spec.unit is not Counted.CHILD else "by",
            do="ask for violations that are counted in children, by one dimension or none",
        )
    acts = acts_for(reader, [spec], size=size)
    figure = counted(acts, spec)
    child_of = _children(acts, figure.ids)
    sightings = list(_sightings(reader, child_of, by_kind=by_kind))
    listed = {one.child for one in sightings}
    if not listed:
        raise EmptyInput("no verified child of this question rests on a source that is named or of a known kind")
    lists = tuple(sorted({one.root for one in sightings}))
    return Registered(
        tuple(_tables(sightings, _strata(figure, child_of), lists)),
        spec,
        by_kind,
        figure.value,
        figure.value - len({*child_of.values()}),
        len({*child_of.values()} - listed),
        n_copies(sightings),
        acts.size,
    )


def _children(acts: VerifiedActs, ids: Sequence[str]) -> dict[str, str]:
    """Act -> child, for the acts of the figure that are against one child."""
    wanted = {one.encode() for one in ids}
    pairs = zip(acts.act_id.tolist(), acts.child_id.tolist(), strict=True)
    return {act.decode(): child.decode() for act, child in pairs if child and act in wanted}


def _sightings(reader: Reader, child_of: Mapping[str, str], *, by_kind: bool) -> Iterator[Sighting]:
    acts = sorted(child_of)
    for start in range(0, len(acts), N_TOGETHER):
        subjects = get_subjects(reader, acts[start : start + N_TOGETHER])
        for act, holders in holders_behind(reader, subjects, by_kind=by_kind).items():
            yield from (_sighting(child_of[act], holder) for holder in sorted(holders))


def _sighting(child: str, holder: Holder) -> Sighting:
    return Sighting(child, holder.told_by, holder.known_by)


def _strata(figure: Figure, child_of: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Label -> children; one stratum without a label for a question without a dimension."""
    if not figure.spec.by:
        return {"": frozenset(child_of.values())}
    return {
        row.cell[0]: frozenset(child_of[act] for act in row.ids if act in child_of)
        for row in figure.rows
        if not row.of_which
    }


def _tables(
    sightings: Sequence[Sighting], strata: Mapping[str, frozenset[str]], lists: tuple[str, ...]
) -> Iterator[CaptureTable]:
    for label, children in strata.items():
        within = [one for one in sightings if one.child in children]
        if within:
            yield from_sightings(within, lists=lists, stratum=label)
