"""Viewing without harm, through the doors: nothing sharp unasked, each step with its reason and written down."""

from __future__ import annotations

import base64
import re

import numpy as np
import pytest
from django.test import Client

from tawthiq import flow
from tawthiq.doors.audit import audit
from tawthiq.doors.cli import harm as at_the_prompt
from tawthiq.record.collect.drawn import TILE_PX
from tawthiq.record.collect.item import Item
from tawthiq.record.collect.models import harm
from tawthiq.record.collect.rendition import Form
from tawthiq.record.compare import step as compare
from tawthiq.safe.access import Actor, Role
from tawthiq.safe.home import Home
from tawthiq.safe.models import Account
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput
from unit.collect.test_harm import film, sharpness
from unit.desk.viewed import REASON, SignedIn, acts_of, keep, opened, pictures_in, repost, sealed

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


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
