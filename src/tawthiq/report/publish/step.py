"""Step of publish: one person proposes figures, another freezes them into a release; files are made from that."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from tawthiq.record.verify.verified import VerifiedActs
from tawthiq.report.count.figure import RULES, Figure
from tawthiq.report.count.models import get_kept, put_figure
from tawthiq.report.count.period import bounds
from tawthiq.report.count.spec import Spec
from tawthiq.report.count.step import acts_for, counted, umbrellas_on
from tawthiq.report.publish.beside import Beside
from tawthiq.report.publish.bundle import MANIFEST, SUMS, files_of, numbers_of_children, printed_numbers, tables_of
from tawthiq.report.publish.disclosure import Leak, direct_differences
from tawthiq.report.publish.disturbed import Disturbance, disturbed
from tawthiq.report.publish.edition import edition
from tawthiq.report.publish.estimates import check_beside
from tawthiq.report.publish.folder import Difference, differences, manifest_differences, write_folder
from tawthiq.report.publish.gathered import estimates_of, listed_of
from tawthiq.report.publish.models import (
    Kept,
    find_releases,
    get_proposal,
    get_release,
    put_proposal,
    put_release,
    put_restatements,
)
from tawthiq.report.publish.release import (
    LISTED,
    TREND,
    Freeze,
    Proposal,
    Release,
    Restatement,
    policies_of,
    restatements,
)
from tawthiq.report.publish.tabled import audited
from tawthiq.report.publish.trend import Published, Step, by_question, chains, series_before
from tawthiq.safe import ledger
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.home import current_home
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import Conflict, IntegrityBroken, SecondSignature
from tawthiq.terms.outcome import Made, Outcome
from tawthiq.terms.when import When

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
    for one in estimates_of(work, proposal):
        check_beside(one, proposal.situation, proposal.period, proposal.bars.k_guarded)
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
        Freeze(head.size, head.root, work.at, edition()),
        tuple(figure.id for figure in figures),
        policies_of(figures),
        tuple(sorted(verdict.hidden)),
        proposed.proposed_by,
        work.actor.id,
        override.strip(),
    )
    _refuse_leaks(work, release, figures, verdict.leaks)
    beside = _beside(work, release, figures, acts)
    return _kept(work, proposal_id, Built(release, files_of(release, figures, beside)), figures)


def rebuild(reader: Reader, kept: Kept) -> Built:
    """The files of a kept release made anew from the record as of its freeze; raises IntegrityBroken."""
    release = kept.release
    figures, acts = _counted_again(reader, kept)
    return Built(release, files_of(release, figures, _beside(reader, release, figures, acts)))


def _counted_again(reader: Reader, kept: Kept) -> tuple[list[Figure], VerifiedActs]:
    figures, acts = counted_as(reader, kept.release)
    if tuple(figure.id for figure in figures) != kept.release.figures:
        raise IntegrityBroken(
            "counted again as of the freeze, the figures differ", where=kept.id, do="run the audit of the log"
        )
    return figures, acts


def verify_release(reader: Reader, release_id: str) -> tuple[Difference, ...]:
    """Everything in which the folder differs from the release; empty when every byte is as it was built.

    Made by this edition of the code, the files are built again and compared; made by another, the figures are counted

    again and the files held to their hashes. Raises IntegrityBroken when the figures differ.
    """
    kept, place = get_release(reader, release_id), folder_of(release_id)
    if not place.is_dir():
        return (Difference(place.name, "the folder is missing"),)
    if kept.release.freeze.code_version != edition():
        _counted_again(reader, kept)
        return manifest_differences(place, kept.manifest, MANIFEST, SUMS)
    built = rebuild(reader, kept)
    if built.manifest != kept.manifest:
        return (
            Difference(MANIFEST, "built again, it differs from the one the ledger signed"),
            *manifest_differences(place, kept.manifest, MANIFEST, SUMS),
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
    """Both counts under the rules of the release, so that a new rule is no change of the record."""
    rules = get_kept(reader, kept.release.figures[0]).rules
    frozen, _ = counted_as(reader, kept.release)
    acts = acts_for(reader, kept.release.proposal.specs, rules=rules)
    return [one for figure in frozen for one in disturbed(kept.id, figure, counted(acts, figure.spec, rules))]


def folder_of(release_id: str) -> Path:
    """Where the files of a release lie."""
    return current_home().root / "releases" / release_id


def counted_as(reader: Reader, release: Release) -> tuple[list[Figure], VerifiedActs]:
    """The figures of a kept release under the rules that it was counted by."""
    rules = get_kept(reader, release.figures[0]).rules
    return _counted(reader, release.proposal, release.freeze.size, rules)


def _counted(reader: Reader, proposal: Proposal, size: int, rules: str = RULES) -> tuple[list[Figure], VerifiedActs]:
    """The figures that come to something; of nothing at all, the first."""
    acts = acts_for(reader, proposal.specs, size=size, rules=rules)
    figures = [counted(acts, spec, rules) for spec in proposal.specs]
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
    now = numbers_of_children(release, figures)
    found: list[Leak] = []
    for kept in find_releases(work, situation=release.proposal.situation, period=release.proposal.period):
        before, _ = counted_as(work, kept.release)
        found += direct_differences(numbers_of_children(kept.release, before), now, release.proposal.bars.k)
    return found


def _kept(work: Work, proposal_id: str, built: Built, figures: Sequence[Figure]) -> Built:
    release = built.release
    for figure in figures:
        put_figure(work, figure)
    put_release(work, proposal_id, release, built.manifest)
    if release.proposal.supersedes:
        old = get_release(work, release.proposal.supersedes).release
        put_restatements(work, [replace(one, release=release.id) for one in _restated(work, old, release, figures)])
    return built


def _restated(reader: Reader, old: Release, release: Release, figures: Sequence[Figure]) -> tuple[Restatement, ...]:
    """What the release prints otherwise than the one it replaces; its own id is not in it yet."""
    before, _ = counted_as(reader, old)
    numbers = (printed_numbers(tables_of(old, before, "en")), printed_numbers(tables_of(release, figures, "en")))
    return restatements("", old.id, *numbers, release.proposal.reason)


def _beside(reader: Reader, release: Release, figures: Sequence[Figure], acts: VerifiedActs) -> Beside:
    """What is printed beside the figures, as of the freeze."""
    old = get_release(reader, release.proposal.supersedes).release if release.proposal.supersedes else None
    return Beside(
        _trend(reader, release, figures, acts) if TREND in release.proposal.beside else (),
        _restated(reader, old, release, figures) if old else (),
        listed_of(reader, release) if LISTED in release.proposal.beside else (),
        tuple(estimates_of(reader, release.proposal)),
    )


def _trend(
    reader: Reader, release: Release, figures: Sequence[Figure], acts: VerifiedActs
) -> tuple[tuple[Step, ...], ...]:
    """The release beside the first release of each period before it, in one chain."""
    published: dict[str, Published] = {}
    for kept in _earlier(reader, release):
        before, _ = counted_as(reader, kept.release)
        published[kept.release.proposal.period] = by_question(before, tables_of(kept.release, before, "en"))
    own = by_question(figures, tables_of(release, figures, "en"))

    def recounted(spec: Spec, period: When) -> int:
        figure = counted(acts, replace(spec, period=period, by=()))
        return figure.value + figure.late

    return chains(release.proposal, published, own, recounted)


def _earlier(reader: Reader, release: Release) -> list[Kept]:
    """The first release of each period before, newest period first, without a gap."""
    found = find_releases(reader, situation=release.proposal.situation, limit=MAX_RELEASES)
    firsts = {kept.release.proposal.period: kept for kept in found if kept.since < release.freeze.size}
    return [firsts[period.text] for period in series_before(release.proposal, firsts.keys())]
