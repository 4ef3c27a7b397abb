"""Masks: the queries on proposed boxes and their reviews."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.record.collect.masking.boxes import box_from
from tawthiq.record.collect.masking.proposal import Proposal, Review, check_review, frame_from, latest
from tawthiq.record.collect.models.harm import require_open
from tawthiq.record.collect.models.tables import MaskReviewRow, MaskRow
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work, reads, writes
from tawthiq.terms.errors import NotFound
from tawthiq.terms.identity import Json, digest


@reads(Action.ITEM_READ)
def get_proposal(_reader: Reader, mask_id: str) -> Proposal:
    """A proposal by id; raises NotFound."""
    row = MaskRow.objects.filter(id=mask_id).first()
    if row is None:
        raise NotFound("no such mask", where=mask_id)
    return _proposal_from(row)


@reads(Action.ITEM_READ)
def get_proposals_of(_reader: Reader, item_id: str) -> list[Proposal]:
    """The proposals for an item, oldest first."""
    return [_proposal_from(row) for row in MaskRow.objects.filter(item_id=item_id).order_by("since")]


@reads(Action.ITEM_READ)
def get_reviews(_reader: Reader, mask_id: str) -> dict[int, Review]:
    """Frame -> the review that stands."""
    return latest(_review_from(row) for row in MaskReviewRow.objects.filter(mask_id=mask_id).order_by("since"))


@writes(Action.MASK_WRITE)
def put_proposal(work: Work, proposal: Proposal) -> None:
    """Keep where faces may be; raises NotPermitted for a sealed item."""
    require_open(work, proposal.item_id)
    detail: dict[str, Json] = {"item": proposal.item_id, "frames": len(proposal.frames), "boxes": proposal.n_boxes}
    seq = work.record(proposal.id, proposal.content(), action="mask.proposed", detail=detail)
    MaskRow.objects.create(
        id=proposal.id,
        item_id=proposal.item_id,
        detector=proposal.detector,
        begin_s=proposal.begin_s,
        frames=[frame.content() for frame in proposal.frames],
        actor=proposal.actor,
        at=proposal.at,
        since=seq,
    )


@writes(Action.MASK_WRITE)
def put_review(work: Work, review: Review) -> None:
    """Keep what a person decided of a frame. Raises NotFound, Conflict while a box is undecided, BadInput."""
    proposal = get_proposal(work, review.mask_id)
    require_open(work, proposal.item_id)
    frame = next((one for one in proposal.frames if one.number == review.frame), None)
    if frame is None:
        raise NotFound("no such frame", where=f"{review.mask_id}, frame {review.frame}")
    check_review(frame, review)
    counts = {"accepted": len(review.accepted), "removed": len(review.removed), "drawn": len(review.drawn)}
    detail: dict[str, Json] = {"frame": review.frame, **counts}
    seq = work.record(review.mask_id, review.content(), action="mask.reviewed", detail=detail)
    MaskReviewRow.objects.create(
        mask_id=review.mask_id,
        frame=review.frame,
        accepted=sorted(review.accepted),
        removed=sorted(review.removed),
        drawn=[box.content() for box in review.drawn],
        actor=review.actor,
        at=review.at,
        since=seq,
    )


def recorded() -> Iterator[tuple[int, str, str]]:
    """(ledger seq, thing, digest now) of every row, for the audit that compares table with ledger."""
    for row in MaskRow.objects.iterator():
        yield row.since, row.id, digest(_proposal_from(row).content())
    for reviewed in MaskReviewRow.objects.iterator():
        yield reviewed.since, reviewed.mask_id, digest(_review_from(reviewed).content())


def _proposal_from(row: MaskRow) -> Proposal:
    frames = tuple(frame_from(frame) for frame in row.frames)
    return Proposal(row.item_id, row.detector, row.begin_s, frames, row.actor, row.at)


def _review_from(row: MaskReviewRow) -> Review:
    drawn = tuple(box_from(box) for box in row.drawn)
    return Review(row.mask_id, row.frame, frozenset(row.accepted), frozenset(row.removed), drawn, row.actor, row.at)
