"""Tables of publish, with the only queries on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import models

from tawthiq.report.publish.release import (
    Proposal,
    Release,
    Restatement,
    proposal_from,
    release_from,
)
from tawthiq.safe.access import Action
from tawthiq.safe.signed import Signed
from tawthiq.safe.work import Reader, Work, reads, writes
from tawthiq.terms.errors import NotFound
from tawthiq.terms.identity import Json, Kind, digest, mint_id


class ProposalRow(models.Model):
    """What one person asks another to publish; append-only."""

    id = models.CharField(max_length=30, primary_key=True)
    content = models.JSONField()
    proposed_by = models.CharField(max_length=30)
    since = models.BigIntegerField(unique=True)

    class Meta:
        db_table = "publish_proposal"


class ReleaseRow(models.Model):
    """A frozen release; append-only. `manifest`: SHA-256 of its manifest file."""

    id = models.CharField(max_length=30, primary_key=True)
    proposal_id = models.CharField(max_length=30, unique=True)
    situation = models.CharField(max_length=20, db_index=True)
    period = models.CharField(max_length=40)
    content = models.JSONField()
    manifest = models.CharField(max_length=64)
    supersedes = models.CharField(max_length=30, blank=True)
    proposer = models.CharField(max_length=30)
    approver = models.CharField(max_length=30)
    since = models.BigIntegerField(unique=True)

    class Meta:
        db_table = "publish_release"
        constraints = (
            models.CheckConstraint(condition=~models.Q(proposer=models.F("approver")), name="publish_two_persons"),
            models.UniqueConstraint(
                fields=["supersedes"], condition=~models.Q(supersedes=""), name="publish_superseded_once"
            ),
        )


class RestatementRow(models.Model):
    """A number that a later release prints differently; append-only. None: not printed there."""

    release_id = models.CharField(max_length=30, db_index=True)
    superseded_id = models.CharField(max_length=30, db_index=True)
    what = models.CharField(max_length=300)
    old = models.IntegerField(null=True)
    new = models.IntegerField(null=True)
    reason = models.TextField()
    since = models.BigIntegerField()

    class Meta:
        db_table = "publish_restatement"
        unique_together = (("release_id", "what"),)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal as kept. `released`: the release it became, or empty."""

    id: str
    proposal: Proposal
    proposed_by: str
    since: int
    released: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A release as kept. `manifest`: SHA-256 of the manifest file; `superseded_by`: id, or empty."""

    id: str
    release: Release
    manifest: str
    since: int
    superseded_by: str = ""


@writes(Action.RELEASE_PROPOSE)
def put_proposal(work: Work, proposal: Proposal) -> str:
    """Keep a proposal; returns its id."""
    proposal_id = mint_id(Kind.DECISION)
    content = _proposal_content(proposal, work.actor.id)
    seq = work.record(proposal_id, content, action="release.proposed")
    ProposalRow.objects.create(id=proposal_id, content=proposal.content(), proposed_by=work.actor.id, since=seq)
    return proposal_id


@writes(Action.RELEASE_BUILD)
def put_release(work: Work, proposal_id: str, release: Release, manifest: str) -> None:
    """Keep a release; the database refuses one person for both parts, a second release of a proposal."""
    detail: dict[str, Json] = {"proposer": release.proposer, "size": release.freeze.size}
    if release.override:
        detail["override"] = release.override
    seq = work.record(release.id, _release_content(release, manifest), action="release.built", detail=detail)
    ReleaseRow.objects.create(
        id=release.id,
        proposal_id=proposal_id,
        situation=release.proposal.situation,
        period=release.proposal.period,
        content=release.content(),
        manifest=manifest,
        supersedes=release.proposal.supersedes,
        proposer=release.proposer,
        approver=release.approver,
        since=seq,
    )


@writes(Action.RELEASE_BUILD)
def put_restatements(work: Work, found: Iterable[Restatement]) -> int:
    """Keep the numbers that changed against the superseded release; returns how many."""
    rows = []
    for one in found:
        seq = work.record(one.release, one.content(), action="release.restated", detail={"what": one.what})
        rows.append(
            RestatementRow(
                release_id=one.release,
                superseded_id=one.superseded,
                what=one.what,
                old=one.old,
                new=one.new,
                reason=one.reason,
                since=seq,
            )
        )
    RestatementRow.objects.bulk_create(rows)
    return len(rows)


@reads(Action.RELEASE_READ)
def get_proposal(_reader: Reader, proposal_id: str) -> Proposed:
    """One proposal; raises NotFound."""
    row = ProposalRow.objects.filter(pk=proposal_id).first()
    if row is None:
        raise NotFound("no such proposal of a release", where=proposal_id, do="list the proposals")
    return _proposed(row)


@reads(Action.RELEASE_READ)
def find_proposals(_reader: Reader, *, limit: int = 50) -> list[Proposed]:
    """Proposals, newest first, released or not."""
    return [_proposed(row) for row in ProposalRow.objects.order_by("-since")[:limit]]


@reads(Action.RELEASE_READ)
def get_release(_reader: Reader, release_id: str) -> Kept:
    """One release; raises NotFound."""
    row = ReleaseRow.objects.filter(pk=release_id).first()
    if row is None:
        raise NotFound("no such release", where=release_id, do="list the releases")
    return _kept(row)


@reads(Action.RELEASE_READ)
def find_releases(_reader: Reader, *, situation: str = "", period: str = "", limit: int = 50) -> list[Kept]:
    """Releases, newest first."""
    rows = ReleaseRow.objects.order_by("-since")
    if situation:
        rows = rows.filter(situation=situation)
    if period:
        rows = rows.filter(period=period)
    return [_kept(row) for row in rows[:limit]]


@reads(Action.RELEASE_READ)
def get_restatements(_reader: Reader, release_id: str) -> list[Restatement]:
    """What a release prints differently from the one it replaced, or what a later one printed differently from it."""
    rows = RestatementRow.objects.filter(models.Q(release_id=release_id) | models.Q(superseded_id=release_id))
    return [_restatement(row) for row in rows.order_by("since")]


@reads(Action.RELEASE_READ)
def get_signed_releases(_reader: Reader, figure_id: str) -> list[Signed]:
    """The releases that print this figure, each with the ledger line that signs it."""
    rows = [row for row in ReleaseRow.objects.order_by("since").iterator() if figure_id in row.content["figures"]]
    return [
        Signed("release", row.id, row.since, _release_content(release_from(row.content), row.manifest)) for row in rows
    ]


def recorded() -> Iterator[tuple[int, str, str]]:
    """(ledger seq, thing, digest now) of every row, for the audit that compares tables with the ledger."""
    for proposal in ProposalRow.objects.iterator():
        content = _proposal_content(proposal_from(proposal.content), proposal.proposed_by)
        yield proposal.since, proposal.id, digest(content)
    for release in ReleaseRow.objects.iterator():
        yield release.since, release.id, digest(_release_content(release_from(release.content), release.manifest))
    for restated in RestatementRow.objects.iterator():
        yield restated.since, restated.release_id, digest(_restatement(restated).content())


def _proposal_content(proposal: Proposal, proposed_by: str) -> Json:
    return {"proposal": proposal.content(), "proposed_by": proposed_by}


def _release_content(release: Release, manifest: str) -> Json:
    return {"release": release.content(), "manifest": manifest}


def _proposed(row: ProposalRow) -> Proposed:
    released = ReleaseRow.objects.filter(proposal_id=row.id).values_list("id", flat=True).first()
    return Proposed(row.id, proposal_from(row.content), row.proposed_by, row.since, released or "")


def _kept(row: ReleaseRow) -> Kept:
    later = ReleaseRow.objects.filter(supersedes=row.id).values_list("id", flat=True).first()
    return Kept(row.id, release_from(row.content), row.manifest, row.since, later or "")


def _restatement(row: RestatementRow) -> Restatement:
    return Restatement(row.release_id, row.superseded_id, row.what, row.old, row.new, row.reason)
