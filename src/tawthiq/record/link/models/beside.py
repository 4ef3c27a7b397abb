"""Reading and writing of what stands beside the case: consents, responses, listings of parties, overlaps of groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from tawthiq.record.link.consent import Answer, By, Consent, Purpose
from tawthiq.record.link.listing import Listing
from tawthiq.record.link.models.beside_tables import ConsentRow, ListingRow, OverlapRow, ResponseRow
from tawthiq.record.link.models.tables import ActRow
from tawthiq.record.link.overlap import Overlap, OverlapKind
from tawthiq.record.link.response import Response
from tawthiq.safe.access import Action
from tawthiq.safe.versioned import Draft, as_of, current_row, put_version, recorded_versions
from tawthiq.safe.work import Reader, Work, reads, writes
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json, digest


@writes(Action.CASE_WRITE)
def put_consent(work: Work, consent: Consent) -> bool:
    """Keep an answer; True when it is new. Acts against a child whose reporting is not open leave every figure."""
    fields = {
        "subject_id": consent.subject_id,
        "purpose": consent.purpose.value,
        "by": consent.by.value,
        "answer": consent.answer.value,
        "said_on": consent.said_on,
    }
    draft: Draft[ConsentRow] = Draft(consent.id, consent.content(), fields)
    return put_version(work, ConsentRow, draft)


@writes(Action.CASE_WRITE)
def put_response(work: Work, response: Response) -> bool:
    """Keep a response; True when this changed something."""
    names = ("subject_id", "kind", "to", "status", "due_on", "done_on")
    fields = {name: getattr(response, name) for name in names}
    draft: Draft[ResponseRow] = Draft(response.id, response.content(), fields)
    return put_version(work, ResponseRow, draft)


@writes(Action.CASE_WRITE)
def put_listing(work: Work, listing: Listing) -> bool:
    """Keep a listing; True when this changed something."""
    names = ("party", "situation", "annex", "section", "report_year", "listed_on", "delisted_on")
    fields = {**{name: getattr(listing, name) for name in names}, "violations": ";".join(listing.violations)}
    draft: Draft[ListingRow] = Draft(listing.id, listing.content(), fields)
    return put_version(work, ListingRow, draft)


@writes(Action.CASE_WRITE)
def put_overlap(work: Work, overlap: Overlap) -> bool:
    """Say that two acts tell of the same children, or that they do not; True when this changed something.

    Raises NotFound, BadInput when an act is not of the kind that the overlap needs.
    """
    group = current_row(ActRow, overlap.group_act)
    other = current_row(ActRow, overlap.other_act)
    wants_group = {OverlapKind.MEMBER: False, OverlapKind.SAME_GROUP: True, OverlapKind.NONE: bool(other.group)}
    if not group.group or bool(other.group) is not wants_group[overlap.kind]:
        raise BadInput(
            "the acts do not fit", where="kind", do="member takes a group and a child, same_group takes two groups"
        )
    fields = {"group_act": overlap.group_act, "other_act": overlap.other_act, "kind": overlap.kind.value}
    draft: Draft[OverlapRow] = Draft(overlap.id, overlap.content(), fields)
    return put_version(work, OverlapRow, draft)


@reads(Action.CASE_READ)
def get_consents(_reader: Reader, subject_ids: Iterable[str]) -> list[Consent]:
    """The latest answers for these children or sources."""
    found = as_of(ConsentRow.objects.filter(subject_id__in=list(subject_ids))).order_by("since", "thing")
    return [_consent(row) for row in found]


@reads(Action.CASE_READ)
def get_responses(_reader: Reader, subject_ids: Iterable[str]) -> list[Response]:
    """The responses to these violations and acts, first recorded first."""
    found = as_of(ResponseRow.objects.filter(subject_id__in=list(subject_ids))).order_by("since", "thing")
    return [_response(row) for row in found]


@reads(Action.CODED_READ)
def get_listings(_reader: Reader, *, party: str = "", situation: str = "", size: int | None = None) -> list[Listing]:
    """Listings, by party and day, as they were known when the ledger had `size` lines (None is now)."""
    found = as_of(ListingRow.objects.all(), size)
    if party:
        found = found.filter(party=party)
    if situation:
        found = found.filter(situation=situation)
    return [_listing(row) for row in found.order_by("party", "listed_on")]


@reads(Action.CASE_READ)
def get_overlaps(_reader: Reader, act_ids: Sequence[str]) -> list[Overlap]:
    """What is said of overlaps of these acts, on either side; what was taken back is left out."""
    standing = as_of(OverlapRow.objects.exclude(kind=OverlapKind.NONE.value))
    sides = (standing.filter(group_act__in=act_ids), standing.filter(other_act__in=act_ids))
    found = {row.thing: _overlap(row) for side in sides for row in side.order_by("thing")}
    return list(found.values())


def _consent(row: ConsentRow) -> Consent:
    return Consent(row.subject_id, Purpose(row.purpose), By(row.by), Answer(row.answer), row.said_on)


def _response(row: ResponseRow) -> Response:
    return Response(row.thing, row.subject_id, row.kind, row.to, row.status, row.due_on, row.done_on)


def _listing(row: ListingRow) -> Listing:
    violations = tuple(row.violations.split(";"))
    days = (row.report_year, row.listed_on, row.delisted_on)
    return Listing(row.party, row.situation, row.annex, row.section, violations, *days)


def _overlap(row: OverlapRow) -> Overlap:
    return Overlap(row.group_act, row.other_act, OverlapKind(row.kind))


_TABLES: tuple[tuple[type[Any], Callable[[Any], Json]], ...] = (
    (ConsentRow, lambda row: _consent(row).content()),
    (ResponseRow, lambda row: _response(row).content()),
    (ListingRow, lambda row: _listing(row).content()),
    (OverlapRow, lambda row: _overlap(row).content()),
)


def recorded() -> Iterator[tuple[int, str, str]]:
    """(ledger seq, thing, digest now) of every row, for the audit that compares table with ledger."""
    for model, content_of in _TABLES:
        found = model.objects.order_by("since").iterator()
        yield from recorded_versions((row.since, row.thing, digest(content_of(row))) for row in found)
