"""Reading of verify: assessments of a subject, the configured bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tawthiq.record.verify.assessment import Assessment, Origin
from tawthiq.record.verify.body import Body
from tawthiq.record.verify.decided import Kept
from tawthiq.record.verify.models import rows
from tawthiq.record.verify.models.tables import AssessmentRow, BodyRow
from tawthiq.safe.access import Action
from tawthiq.safe.versioned import as_of, recorded_versions
from tawthiq.safe.work import Reader, reads
from tawthiq.terms.identity import digest


@reads(Action.ASSESSMENT_READ)
def get_assessments(_reader: Reader, subject_ids: Iterable[str]) -> dict[str, list[Assessment]]:
    """Every assessment of these subjects, oldest first; a subject without any has an empty list."""
    found: dict[str, list[Assessment]] = {subject: [] for subject in subject_ids}
    for row in _rows_of(list(found)):
        found[row.thing].append(rows.assessment_from(row))
    return found


@reads(Action.CASE_READ)
def get_kept(_reader: Reader, subject_ids: Sequence[str]) -> Kept:
    """The latest assessment of each of these subjects that has one, and the latest that a register told."""
    found = AssessmentRow.objects.filter(thing__among=frozenset(subject_ids), until__isnull=True)
    latest = {row.thing: rows.assessment_from(row) for row in found}
    here = frozenset(one for one, kept in latest.items() if kept.origin is not Origin.REGISTER)
    before = AssessmentRow.objects.filter(thing__among=here, origin=Origin.REGISTER.value).order_by("since")
    told = {row.thing: rows.assessment_from(row) for row in before} if here else {}
    return Kept(latest, {one: kept for one, kept in latest.items() if one not in here} | told)


@reads(Action.ASSESSMENT_READ)
def get_bodies(_reader: Reader) -> dict[str, Body]:
    """The configured bodies, by name."""
    return {row.name: rows.body_from(row) for row in as_of(BodyRow.objects.all())}


@reads(Action.CODED_READ)
def get_un_bodies(_reader: Reader, size: int | None = None) -> frozenset[str]:
    """The names of the bodies that are configured as ones of the United Nations."""
    return frozenset(as_of(BodyRow.objects.filter(un=True), size).values_list("name", flat=True))


def recorded() -> Iterator[tuple[int, str, str]]:
    """(ledger seq, thing, digest now) of every row, for the audit that compares table with ledger."""
    assessments = AssessmentRow.objects.order_by("since").iterator()
    yield from recorded_versions(
        (row.since, row.thing, digest(rows.assessment_from(row).content())) for row in assessments
    )
    bodies = BodyRow.objects.order_by("since").iterator()
    yield from recorded_versions((row.since, row.thing, digest(rows.body_from(row).content())) for row in bodies)


def _rows_of(subjects: Sequence[str]) -> Iterator[AssessmentRow]:
    yield from AssessmentRow.objects.filter(thing__among=frozenset(subjects)).order_by("since")
