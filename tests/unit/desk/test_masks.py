"""Masks, through the doors: a picture leaves when every box was decided, copies are proposed and never decided."""

from __future__ import annotations

from typing import Any

import pytest

from tawthiq import flow
from tawthiq.doors.jobs.kinds import Progress, run_mask
from tawthiq.doors.jobs.models import JobRow
from tawthiq.record.collect import masked
from tawthiq.record.collect.item import Item
from tawthiq.record.collect.masking.boxes import Box, is_covered
from tawthiq.record.collect.masking.proposal import undecided
from tawthiq.record.collect.models import masks
from tawthiq.record.collect.rendition import Form
from tawthiq.record.compare import step as compare
from tawthiq.record.compare.masked_copies import MAX_COPIES, places_from_copies
from tawthiq.safe.access import Actor, Role
from tawthiq.safe.home import Home
from tawthiq.safe.models import Account
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput, Conflict, NotFound
from unit.collect.test_masking import drawn_faces
from unit.desk.viewed import REASON, SignedIn, acts_of, keep, repost

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


class Drained:
    """What a job said of how far it was, and what it made."""

    def __init__(self, steps: Progress) -> None:
        self.said: list[tuple[int, int | None]] = []
        self.result: dict[str, Any] = {}
        while True:
            try:
                self.said.append(next(steps))
            except StopIteration as end:
                self.result = end.value
                return


def test_a_picture_leaves_masked_only_after_every_box_was_decided(
    signed_in: SignedIn, collector: Actor, verifier: Actor, home: Home
) -> None:
    item, reader = keep(collector, drawn_faces(), "faces.jpg"), Reader(verifier)
    with pytest.raises(NotFound):
        masked.get_masked(reader, item.id)
    proposal = masked.propose(reader, item)
    every = range(proposal.n_boxes)
    with pytest.raises(Conflict):
        masked.write_masked(reader, proposal.id)
    with pytest.raises(Conflict):
        masked.review(reader, proposal.id, 0, every[1:], [], [])
    masked.review(reader, proposal.id, 0, [], every, [])
    masked.review(reader, proposal.id, 0, every, [], [Box(0, 0, 8, 8)])
    rendition, data = masked.write_masked(reader, proposal.id)
    assert (rendition.parent_sha256, rendition.form) == (item.sha256, Form.MASKED)
    assert home.derivatives.get(rendition.sha256) == data and proposal.id in rendition.recipe
    assert acts_of(item)[-1] == "item.derived"
    client = signed_in(Role.VERIFIER)
    assert client.get(f"/items/{item.id}/masks/file/").content == data
    frame = client.post(f"/masks/{proposal.id}/frame/", {"frame": 0, **REASON}).content.decode()
    assert "data-frame" in frame and "item.viewed_grey" in acts_of(item)


def test_what_was_filled_in_a_copy_is_proposed_in_the_other_and_decided_by_nobody(
    picture: Item, collector: Actor, verifier: Actor
) -> None:
    reader = Reader(verifier)
    first = masked.propose(reader, picture)
    masked.review(reader, first.id, 0, [], range(first.n_boxes), [Box(320, 240, 400, 300)])
    copy = keep(collector, repost(), "repost.jpg")
    list(flow.run_step(collector, compare))
    *told, (n_done, n_all) = (steps := Drained(run_mask(verifier, {"item": copy.id}))).said
    proposal = masks.get_proposal(reader, steps.result["mask"])
    assert (n_done, n_all, told[0]) == (1, 1, (0, 1))
    frame = proposal.frames[0]
    there = Box(frame.width // 2, frame.height // 2, frame.width * 400 // 640, frame.height * 300 // 480)
    assert is_covered(there, proposal.frames[0].boxes) and "copies" in proposal.detector
    assert undecided(proposal, masks.get_reviews(reader, proposal.id)) == [0]


def test_a_mask_is_found_among_more_copies_than_are_laid(picture: Item, collector: Actor, verifier: Actor) -> None:
    reader = Reader(verifier)
    copies = [keep(collector, repost(quality=40 + n), f"repost{n}.jpg") for n in range(MAX_COPIES + 2)]
    list(flow.run_step(collector, compare))
    last = max(copies, key=lambda item: item.id)
    first = masked.propose(reader, last)
    masked.review(reader, first.id, 0, [], range(first.n_boxes), [Box(200, 150, 250, 190)])
    assert places_from_copies(reader, picture), "the cap counts what is masked"


def test_the_desk_looks_for_faces_in_a_job(signed_in: SignedIn, picture: Item) -> None:
    client = signed_in(Role.VERIFIER)
    answer = client.post(f"/items/{picture.id}/masks/propose/", {"begin_s": "2", "length_s": "4"})
    job = JobRow.objects.get()
    assert answer.headers["Location"].endswith(f"/jobs/{job.id}/")
    assert (job.kind, job.options) == ("mask", {"item": picture.id, "begin_s": "2", "seconds": "4"})
    with pytest.raises(BadInput):
        next(run_mask(Account.objects.get().as_actor(), {**job.options, "seconds": "nan"}))
