"""Viewing without harm, through the doors: nothing sharp unasked, steps written down, seals of two, masks reviewed."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from django.test import Client
from PIL import Image

from tawthiq import flow
from tawthiq.doors.audit import audit
from tawthiq.doors.cli import harm as at_the_prompt
from tawthiq.doors.evidence.gather import Flavour, gather
from tawthiq.doors.jobs.kinds import Progress, run_mask
from tawthiq.doors.jobs.models import JobRow
from tawthiq.record.collect import masked
from tawthiq.record.collect.drawn import TILE_PX
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.collect.item import Item
from tawthiq.record.collect.masking.boxes import Box, is_covered
from tawthiq.record.collect.masking.proposal import undecided
from tawthiq.record.collect.models import harm, masks
from tawthiq.record.collect.rendition import Form
from tawthiq.record.collect.sealing import SealAct, SealState
from tawthiq.record.compare import step as compare
from tawthiq.record.compare.around import seal_with_copies
from tawthiq.record.extract.statement import Statement
from tawthiq.safe import ledger
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.home import Home
from tawthiq.safe.models import Account
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput, Conflict, NotFound, NotPermitted, SecondSignature
from unit.collect.test_harm import film, sharpness
from unit.collect.test_masking import drawn_faces
from unit.compare.drawn import saved, shapes

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
SignedIn = Callable[..., Client]
REASON = {"purpose": "invented reason"}


def keep(actor: Actor, data: bytes, name: str) -> Item:
    with Work(actor, Action.ITEM_ADD) as work:
        return add_item(work, io.BytesIO(data), Arrival(name)).item


@pytest.fixture
def picture(db: None, collector: Actor) -> Item:
    return keep(collector, saved(shapes(5), "PNG").getvalue(), "drawn.png")


def acts_of(item: Item) -> list[str]:
    return [event.action for event in ledger.events_of(item.id)]


def opened(client: Client, item: Item, step: str, **more: str) -> str:
    return client.post(f"/items/{item.id}/open/", {"step": step, **REASON, **more}).content.decode()


PICTURES = re.compile(r'src="data:(image/\w+);base64,([^"]+)"')


def pictures_in(page: str) -> list[Image.Image]:
    """Every picture inside of a page that is not the drawing of a sound."""
    found = (Image.open(io.BytesIO(base64.b64decode(data))) for _, data in PICTURES.findall(page))
    return [one for one in found if one.size != (600, 96)]


def crawled(client: Client, most: int = 60) -> dict[str, bytes]:
    """What the pages say that links lead to from the first one, without a step being asked for."""
    waiting, seen = ["/", "/items/"], dict[str, bytes]()
    while waiting and len(seen) < most:
        address = waiting.pop(0)
        if address in seen:
            continue
        answer = client.get(address)
        seen[address] = b"".join(answer) if answer.streaming else answer.content
        waiting += re.findall(r'href="(/[^"#]*)"', seen[address].decode("utf-8", "replace"))
    return seen


@pytest.mark.parametrize("role", [Role.COLLECTOR, Role.VERIFIER, Role.PUBLISHER])
def test_no_page_shows_anything_sharp_before_somebody_asks(
    signed_in: SignedIn, picture: Item, collector: Actor, home: Home, role: Role
) -> None:
    kept = [picture, keep(collector, film(), "drawn.mp4")]
    pages = crawled(signed_in(role))
    assert {f"/items/{item.id}/" for item in kept} <= set(pages)
    for item in kept:
        data = home.vault.get(item.sha256)
        forms = (data[:4096], base64.b64encode(data)[:512])
        assert not [address for address, page in pages.items() for form in forms if form in page]
    shown = [one for page in pages.values() for one in pictures_in(page.decode("utf-8", "replace"))]
    assert shown and max(max(one.size) for one in shown) <= TILE_PX
    assert max(sharpness(one) for one in shown) < 60
    assert not [address for address, page in pages.items() if b"autoplay" in page or b"<video" in page]
    assert not [act for item in kept for act in acts_of(item) if act.startswith("item.viewed")]


def test_each_step_needs_a_reason_and_the_one_before_it_and_is_written_down(signed_in: SignedIn, picture: Item) -> None:
    client = signed_in(Role.VERIFIER)
    assert client.post(f"/items/{picture.id}/open/", {"step": "grey"}).status_code == 403
    assert client.post(f"/items/{picture.id}/open/", {"step": "full", **REASON}).status_code == 409
    grey = max(pictures_in(opened(client, picture, "grey")), key=lambda one: one.size)
    assert grey.mode == "L" and max(grey.size) <= 512
    whole = max(pictures_in(opened(client, picture, "full")), key=lambda one: one.size)
    assert whole.mode == "RGB" and whole.size == (640, 480)
    assert [act for act in acts_of(picture) if "viewed" in act] == ["item.viewed_grey", "item.viewed_full"]
    assert harm.get_rendition(Reader(Actor("usr_x", frozenset({Role.COLLECTOR}))), picture.id, Form.FULL) is None


def test_a_film_comes_muted_paused_and_grey_its_sound_drawn_before_it_is_heard(
    signed_in: SignedIn, collector: Actor
) -> None:
    item, client = keep(collector, film(), "drawn.mp4"), signed_in(Role.VERIFIER)
    assert "data:image/png" in client.get(f"/items/{item.id}/").content.decode()
    page = opened(client, item, "grey")
    (video,) = re.findall(r"<video[^>]*>", page)
    assert " muted" in video and "autoplay" not in video and 'preload="none"' in video and "grey" in video
    assert "item.heard" not in acts_of(item)
    assert "<audio" in opened(client, item, "sound") and "item.heard" in acts_of(item)


def test_a_rendition_names_its_parent_its_recipe_and_its_tool(signed_in: SignedIn, picture: Item, home: Home) -> None:
    client = signed_in(Role.VERIFIER)
    for _ in range(2):
        client.get(f"/items/{picture.id}/")
    (tile,) = harm.get_renditions(Reader(Actor("usr_x", frozenset({Role.VERIFIER}))), picture.id)
    assert (tile.parent_sha256, tile.form) == (picture.sha256, Form.TILE)
    assert tile.tool.startswith("tawthiq ") and "Gaussian" in tile.recipe
    assert home.derivatives.check(tile.sha256) and home.vault.check(picture.sha256)
    assert acts_of(picture).count("item.derived") == 1


def repost(seed: int = 5) -> bytes:
    return saved(np.asarray(Image.fromarray(shapes(seed)).resize((400, 300))), quality=60).getvalue()


def test_a_warning_is_shown_before_opening_and_on_every_copy(
    signed_in: SignedIn, picture: Item, collector: Actor
) -> None:
    copy = keep(collector, repost(), "repost.jpg")
    list(flow.run_step(collector, compare))
    client = signed_in(Role.VERIFIER)
    assert "treat it as sensitive" in client.get(f"/items/{picture.id}/").content.decode()
    said = {"sensitivity": "sensitive", "tags": ["torture"]}
    client.post(f"/items/{picture.id}/caution/", said)
    page = client.get(f"/items/{copy.id}/").content.decode()
    assert '<span class="badge open">Torture or ill-treatment</span>' in page and "said of a copy of it" in page
    listed = client.get(f"/items/{copy.id}/copies/").content.decode()
    assert "of 256 bits differ" in listed and "unique" not in listed


def test_the_overlay_of_a_link_is_blurred_until_both_pictures_are_asked_for(
    signed_in: SignedIn, picture: Item, collector: Actor
) -> None:
    copy = keep(collector, repost(), "repost.jpg")
    list(flow.run_step(collector, compare))
    client = signed_in(Role.VERIFIER)
    (address,) = re.findall(r'href="(/copies/[^"]+)"', client.get(f"/items/{copy.id}/copies/").content.decode())
    blurred, grey = client.get(address), client.post(address.replace("/?", "/grey/?"), {**REASON, "of": copy.id})
    one, other = (pictures_in(answer.content.decode())[-1] for answer in (blurred, grey))
    assert "points agree" in blurred.content.decode() and one.size == other.size
    panel = np.s_[:, :-310]
    assert np.asarray(one.convert("L"))[panel].std() < np.asarray(other.convert("L"))[panel].std()
    assert all("item.viewed_grey" in acts_of(item) for item in (picture, copy))


def test_people_confirm_reject_and_split_and_a_later_word_wins(
    signed_in: SignedIn, picture: Item, collector: Actor
) -> None:
    copy = keep(collector, repost(), "repost.jpg")
    list(flow.run_step(collector, compare))
    client, judge = signed_in(Role.VERIFIER), f"/items/{copy.id}/copies/judge/"
    for verdict, words in (("reject", "A person holds them apart"), ("confirm", "They go back to one root")):
        client.post(judge, {"verdict": verdict, "other": picture.id})
        assert words in client.get(f"/items/{copy.id}/copies/").content.decode()
    assert client.post(judge, {"verdict": "split", "members": [picture.id, copy.id]}).status_code == 400
    client.post(judge, {"verdict": "split", "members": [picture.id]})
    assert "A person holds them apart" in client.get(f"/items/{copy.id}/copies/").content.decode()


def sealed(one: Actor, item: Item, act: SealAct = SealAct.ASK_SEAL) -> None:
    with Work(one, Action.ITEM_SEAL, thing=item.id, purpose="invented reason") as work:
        seal_with_copies(work, item.id, act)


def test_what_is_sealed_has_no_rendition_and_is_shown_to_nobody(
    signed_in: SignedIn, picture: Item, collector: Actor, verifier: Actor, home: Home
) -> None:
    client = signed_in(Role.VERIFIER)
    opened(client, picture, "grey")
    assert list(home.derivatives.hashes())
    sealed(collector, picture)
    assert list(home.derivatives.hashes()) == []
    page = client.get(f"/items/{picture.id}/").content.decode()
    assert "Sealed" in page and pictures_in(page) == []
    for address in (f"/items/{picture.id}/open/", f"/items/{picture.id}/masks/propose/"):
        assert client.post(address, {"step": "grey", **REASON}).status_code == 403
    with pytest.raises(NotPermitted):
        masked.propose(Reader(verifier), picture)
    with pytest.raises(NotPermitted):
        gather(Reader(Actor("usr_p", frozenset({Role.PUBLISHER}))), [picture.id], Flavour.FULL)
    assert list(home.derivatives.hashes()) == [] and home.vault.check(picture.sha256)


def test_the_words_of_a_sealed_text_stand_on_no_page_of_statements(
    signed_in: SignedIn, statement: Statement, collector: Actor
) -> None:
    client = signed_in(Role.COLLECTOR)
    assert statement.quote in client.get("/statements/").content.decode()
    with Work(collector, Action.ITEM_SEAL, thing=statement.item_id, purpose="invented reason") as work:
        seal_with_copies(work, statement.item_id, SealAct.ASK_SEAL)
    for address in ("/statements/", "/"):
        page = client.get(address).content.decode()
        assert "Sealed: nothing of it is shown" in page and statement.quote not in page
    for address in (f"/statements/{statement.id}/", f"/statements/{statement.id}/edit/"):
        answer = client.get(address)
        assert answer.status_code == 403 and statement.quote not in answer.content.decode()


def test_a_seal_takes_two_persons_to_stand_and_two_to_open(
    picture: Item, collector: Actor, verifier: Actor, second_verifier: Actor
) -> None:
    reader = Reader(verifier)
    sealed(collector, picture)
    with pytest.raises(SecondSignature):
        sealed(collector, picture, SealAct.CONFIRM_SEAL)
    sealed(verifier, picture, SealAct.CONFIRM_SEAL)
    assert harm.get_seal(reader, picture.id).state is SealState.SEALED
    sealed(verifier, picture, SealAct.ASK_OPEN)
    assert harm.get_seal(reader, picture.id).closed
    with pytest.raises(SecondSignature):
        sealed(verifier, picture, SealAct.CONFIRM_OPEN)
    sealed(second_verifier, picture, SealAct.CONFIRM_OPEN)
    assert not harm.get_seal(reader, picture.id).closed
    with pytest.raises(NotPermitted), Work(collector, Action.ITEM_SEAL, thing=picture.id):
        raise AssertionError("a seal needs a reason")


def test_a_later_repost_of_what_is_sealed_is_sealed_before_anybody_sees_it(
    picture: Item, collector: Actor, verifier: Actor
) -> None:
    list(flow.run_step(collector, compare))
    sealed(collector, picture)
    sealed(verifier, picture, SealAct.CONFIRM_SEAL)
    copy, other = keep(collector, repost(), "repost.jpg"), keep(collector, repost(6), "other.jpg")
    list(flow.run_step(collector, compare))
    assert harm.get_seal(Reader(verifier), copy.id).state is SealState.SEALED
    assert not harm.get_seal(Reader(verifier), other.id).closed
    with pytest.raises(SecondSignature):
        sealed(verifier, copy, SealAct.ASK_OPEN)
        sealed(verifier, copy, SealAct.CONFIRM_OPEN)


def test_after_many_views_the_desk_asks_for_a_pause_and_nobody_else_sees_the_count(
    signed_in: SignedIn, picture: Item, settings: object
) -> None:
    client, other = signed_in(Role.VERIFIER), signed_in(Role.COLLECTOR)
    for _ in range(15):
        opened(client, picture, "grey")
    n_views = acts_of(picture).count("item.viewed_grey")
    page = opened(client, picture, "grey")
    assert 'id="pause"' in page and acts_of(picture).count("item.viewed_grey") == n_views == 15
    assert 'id="pause"' not in opened(other, picture, "grey")
    client.post("/pause/", {"item": picture.id})
    assert 'id="pause"' not in opened(client, picture, "grey")
    counts = [harm.count_my_views(Reader(account.as_actor())) for account in Account.objects.order_by("username")]
    assert sorted(counts) == [1, 16]


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


def test_the_desk_looks_for_faces_in_a_job(signed_in: SignedIn, picture: Item) -> None:
    client = signed_in(Role.VERIFIER)
    answer = client.post(f"/items/{picture.id}/masks/propose/", {"begin_s": "2", "length_s": "4"})
    job = JobRow.objects.get()
    assert answer.headers["Location"].endswith(f"/jobs/{job.id}/")
    assert (job.kind, job.options) == ("mask", {"item": picture.id, "begin_s": "2", "seconds": "4"})
    with pytest.raises(BadInput):
        next(run_mask(Account.objects.get().as_actor(), {**job.options, "seconds": "nan"}))


def test_two_persons_seal_and_open_at_the_command_line(
    picture: Item, collector: Actor, verifier: Actor, second_verifier: Actor
) -> None:
    def say(actor: Actor, acts: tuple[str, ...], reason: str = "invented reason") -> str:
        return str(at_the_prompt.sealed(actor, picture.id, acts, reason)["state"])

    assert say(collector, at_the_prompt.SEAL) == "held"
    with pytest.raises(SecondSignature):
        say(collector, at_the_prompt.SEAL)
    with pytest.raises(NotPermitted):
        say(verifier, at_the_prompt.SEAL, " ")
    assert say(verifier, at_the_prompt.SEAL) == "sealed"
    with pytest.raises(Conflict):
        say(verifier, at_the_prompt.SEAL)
    assert say(verifier, at_the_prompt.UNSEAL) == "opening"
    assert say(second_verifier, at_the_prompt.DECLINE_OPEN) == "sealed"
    assert say(second_verifier, at_the_prompt.UNSEAL) == "opening"
    assert say(collector, at_the_prompt.UNSEAL) == "open"


def test_a_warning_at_the_command_line_takes_known_tags_only(picture: Item, verifier: Actor) -> None:
    at_the_prompt.warned(verifier, picture.id, ["torture"], mild=False, dry_run=False)
    at_the_prompt.warned(verifier, picture.id, ["sexual"], mild=False, dry_run=True)
    with pytest.raises(BadInput):
        at_the_prompt.warned(verifier, picture.id, ["invented tag"], mild=False, dry_run=False)
    (said,) = harm.get_cautions(Reader(verifier), [picture.id])
    assert (said.sensitivity.value, [tag.value for tag in said.tags]) == ("sensitive", ["torture"])


def test_the_record_audits_clean_and_a_changed_rendition_is_found(
    signed_in: SignedIn, picture: Item, collector: Actor, home: Home
) -> None:
    client = signed_in(Role.VERIFIER)
    opened(client, picture, "grey")
    client.post(f"/items/{picture.id}/caution/", {"sensitivity": "mild"})
    auditor = Reader(Actor("usr_auditor", frozenset({Role.AUDITOR})))
    assert audit(auditor).faults == ()
    (one, *_) = home.derivatives.hashes()
    home.derivatives.path(one).chmod(0o600)
    home.derivatives.path(one).write_bytes(b"another")
    assert [fault.what for fault in audit(auditor).faults] == ["a rendition of it differs from its hash"]
    home.derivatives.destroy(one)
    sealed(collector, picture)
    assert audit(auditor).faults == ()
