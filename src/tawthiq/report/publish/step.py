"""Step of publish: one person proposes figures, another freezes them into a release; files are made from that."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tawthiq import __version__
from tawthiq.record.verify.models.acts import verified_acts
from tawthiq.record.verify.verified import VerifiedActs
from tawthiq.report.count.figure import Figure
from tawthiq.report.count.models import put_figure
from tawthiq.report.count.period import bounds
from tawthiq.report.count.spec import Counted
from tawthiq.report.count.step import counted, umbrellas_on
from tawthiq.report.publish.bundle import MANIFEST, SUMS, files_of, printed_numbers, tables_of
from tawthiq.report.publish.disclosure import Leak, direct_differences
from tawthiq.report.publish.disturbed import Disturbance, disturbed
from tawthiq.report.publish.folder import Difference, differences, hash_differences, write_folder
from tawthiq.report.publish.models import (
    Kept,
    find_releases,
    get_proposal,
    get_release,
    put_proposal,
    put_release,
    put_restatements,
)
from tawthiq.report.publish.release import Freeze, Proposal, Release, policies_of, restatements
from tawthiq.report.publish.tabled import audited
from tawthiq.safe import ledger
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.home import current_home
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import Conflict, IntegrityBroken, SecondSignature
from tawthiq.terms.outcome import Made, Outcome

NAME, VERSION, ACTION = "publish", 1, Action.RELEASE_BUILD
MAX_RELEASES = 10_000


def todo(reader: Reader) -> Iterator[str]:
    """Releases whose folder is not on disk: a build was killed after the release was kept, or the folder was lost."""
    yield from (kept.id for kept in find_releases(reader, limit=MAX_RELEASES) if not folder_of(kept.id).is_dir())


def run(work: Work, one: str) -> Outcome:
    """Write the folder of a release again, byte for byte."""
    write_again(work, one)
    return Made((one,))


@dataclass(frozen=True, slots=True)
class Built:
    """A release with its files: path -> bytes."""

    release: Release
    files: Mapping[str, bytes]

    @property
    def manifest(self) -> str:
        """SHA-256 of the manifest file."""
        return hashlib.sha256(self.files[MANIFEST]).hexdigest()


def propose(work: Work, proposal: Proposal) -> str:
    """Ask for a release; another person builds it. Returns the proposal's id."""
    if proposal.supersedes:
        get_release(work, proposal.supersedes)
    return put_proposal(work, proposal)


def build_release(actor: Actor, proposal_id: str, *, override: str = "", at: datetime | None = None) -> Built:
    """Freeze a proposal into a release and write its folder; raises SecondSignature, Conflict (it would leak).

    `override`: why the approver accepts a leak. The row is kept first: a folder that a crash kept from being
    written is written again by `write_again`, byte for byte.
    """
    with Work(actor, Action.RELEASE_BUILD, at=at) as work:
        built = freeze(work, proposal_id, override=override)
    write_folder(folder_of(built.release.id), built.files)
    return built


def freeze(work: Work, proposal_id: str, *, override: str = "") -> Built:
    """Count, audit, make the files, keep the release; nothing is written to disk."""
    proposed = get_proposal(work, proposal_id)
    if proposed.proposed_by == work.actor.id:
        raise SecondSignature("who proposed a release does not approve it", where=proposal_id, do="ask another person")
    if proposed.released:
        raise Conflict("the proposal is released already", where=proposed.released, do="propose another")
    head = ledger.head()
    figures, acts = _counted(work, proposed.proposal, head.size)
    verdict = audited(acts, figures, proposed.proposal.bars, umbrellas_on(bounds(figures[0].spec.period)[1]))
    release = Release(
        proposed.proposal,
        Freeze(head.size, head.root, work.at, __version__),
        tuple(figure.id for figure in figures),
        policies_of(figures),
        tuple(sorted(verdict.hidden)),
        proposed.proposed_by,
        work.actor.id,
        override.strip(),
    )
    _refuse_leaks(work, release, figures, verdict.leaks)
    return _kept(work, proposal_id, Built(release, files_of(release, figures)), figures)


def rebuild(reader: Reader, kept: Kept) -> Built:
    """The files of a kept release made anew from the record as of its freeze; raises IntegrityBroken."""
    release = kept.release
    figures, _ = _counted(reader, release.proposal, release.freeze.size)
    if tuple(figure.id for figure in figures) != release.figures:
        raise IntegrityBroken(
            "counted again as of the freeze, the figures differ", where=kept.id, do="run the audit of the log"
        )
    return Built(release, files_of(release, figures))


def verify_release(reader: Reader, release_id: str) -> tuple[Difference, ...]:
    """Everything in which the folder differs from the release; empty when every byte is as it was built.

    Made by this version of the code, the files are built again and compared; made by another, their hashes are.
    """
    kept, place = get_release(reader, release_id), folder_of(release_id)
    if not place.is_dir():
        return (Difference(place.name, "the folder is missing"),)
    if kept.release.freeze.code_version != __version__:
        return _by_hashes(kept, place)
    built = rebuild(reader, kept)
    if built.manifest != kept.manifest:
        return (
            Difference(MANIFEST, "built again, it differs from the one the ledger signed"),
            *_by_hashes(kept, place),
        )
    return differences(place, built.files)


def write_again(reader: Reader, release_id: str) -> Path:
    """Write the folder of a kept release that is not on disk; raises IntegrityBroken when it is not the same."""
    kept = get_release(reader, release_id)
    built = rebuild(reader, kept)
    if built.manifest != kept.manifest:
        raise IntegrityBroken("built again, the files differ", where=release_id, do="use the version that built them")
    write_folder(folder_of(release_id), built.files)
    return folder_of(release_id)


def due_restatements(reader: Reader, release_id: str = "") -> list[Disturbance]:
    """What the record says no longer of releases that stand (or of one, superseded or not), newest release first."""
    found = [get_release(reader, release_id)] if release_id else find_releases(reader, limit=MAX_RELEASES)
    standing = found if release_id else [kept for kept in found if not kept.superseded_by]
    return [one for kept in standing for one in _disturbed(reader, kept)]


def _disturbed(reader: Reader, kept: Kept) -> list[Disturbance]:
    frozen, _ = _counted(reader, kept.release.proposal, kept.release.freeze.size)
    acts = verified_acts(reader, situation=kept.release.proposal.situation)
    return [one for figure in frozen for one in disturbed(kept.id, figure, counted(acts, figure.spec))]


def folder_of(release_id: str) -> Path:
    """Where the files of a release lie."""
    return current_home().root / "releases" / release_id


def _counted(reader: Reader, proposal: Proposal, size: int) -> tuple[list[Figure], VerifiedActs]:
    """The figures that come to something; of nothing at all, the first."""
    acts = verified_acts(reader, situation=proposal.situation, size=size)
    figures = [counted(acts, spec) for spec in proposal.specs]
    return [figure for figure in figures if figure.value or figure.late] or figures[:1], acts


def _refuse_leaks(work: Work, release: Release, figures: Sequence[Figure], leaks: Sequence[Leak]) -> None:
    found = [*leaks, *_against_earlier(work, release, figures)]
    if found and not release.override:
        raise Conflict(
            "the release would give small counts of children away: " + "; ".join(leak.words for leak in found),
            where="release",
            do="use fewer or coarser tables, or approve it by name with a reason",
        )


def _against_earlier(work: Work, release: Release, figures: Sequence[Figure]) -> list[Leak]:
    """What a reader learns by holding this release beside earlier ones of the same scope."""
    if not release.proposal.bars.k:
        return []
    now = _of_children(release, figures)
    found: list[Leak] = []
    for kept in find_releases(work, situation=release.proposal.situation, period=release.proposal.period):
        before, _ = _counted(work, kept.release.proposal, kept.release.freeze.size)
        found += direct_differences(_of_children(kept.release, before), now, release.proposal.bars.k)
    return found


def _of_children(release: Release, figures: Sequence[Figure]) -> dict[str, int]:
    tables = [one for one in tables_of(release, figures, "en") if one.unit != Counted.INCIDENT.value]
    return {name: value for name, value in printed_numbers(tables).items() if value is not None}


def _kept(work: Work, proposal_id: str, built: Built, figures: Sequence[Figure]) -> Built:
    release = built.release
    for figure in figures:
        put_figure(work, figure)
    put_release(work, proposal_id, release, built.manifest)
    if release.proposal.supersedes:
        old = get_release(work, release.proposal.supersedes).release
        before, _ = _counted(work, old.proposal, old.freeze.size)
        numbers = (printed_numbers(tables_of(old, before, "en")), printed_numbers(tables_of(release, figures, "en")))
        found = restatements(release.id, old.id, *numbers, release.proposal.reason)
        put_restatements(work, found)
    return built


def _by_hashes(kept: Kept, place: Path) -> tuple[Difference, ...]:
    manifest = place / MANIFEST
    if not manifest.is_file() or hashlib.sha256(manifest.read_bytes()).hexdigest() != kept.manifest:
        return (Difference(MANIFEST, "is not the one the ledger signed"),)
    hashes: dict[str, str] = json.loads(manifest.read_text(encoding="utf-8"))["files"]
    return hash_differences(place, hashes, frozenset({MANIFEST, SUMS}))
