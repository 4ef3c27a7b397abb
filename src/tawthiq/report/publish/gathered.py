"""Gathered: what the record says beside a release's figures, as of its freeze: listings of parties, kept estimates."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.record.link.listing import Listing
from tawthiq.record.link.models.beside import get_listings
from tawthiq.report.count.period import bounds
from tawthiq.report.count.spec import EVERYWHERE, spec_from
from tawthiq.report.estimate.kept import read_document
from tawthiq.report.estimate.models import get_estimate
from tawthiq.report.publish import estimates
from tawthiq.report.publish.release import Proposal, Release
from tawthiq.safe.work import Reader


def listed_of(reader: Reader, release: Release) -> tuple[Listing, ...]:
    """The listings that the record knew at the freeze, and that stand on the last day of the period."""
    situation, day = release.proposal.situation, bounds(release.proposal.specs[0].period)[1]
    where = "" if situation == EVERYWHERE else situation
    found = get_listings(reader, situation=where, size=release.freeze.size)
    return tuple(one for one in found if one.stands_on(day))


def estimates_of(reader: Reader, proposal: Proposal) -> Iterator[estimates.Beside]:
    """The kept estimates that a proposal names; they never change, so their ids freeze them."""
    for estimate_id in proposal.estimates:
        kept = get_estimate(reader, estimate_id)
        asked = kept.document.get("made_from")
        question = spec_from(asked["question"]) if asked else None
        yield estimates.Beside(estimate_id, read_document(kept.document, estimate_id), question)
