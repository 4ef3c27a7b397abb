"""The step that compares, of films: taken apart in the child before anything is locked, put whole or not at all."""

from __future__ import annotations

import os
from functools import partial
from io import BytesIO

import pytest

from tawthiq import flow
from tawthiq.doors.cli.copies import shown
from tawthiq.record.collect import models as collect
from tawthiq.record.collect.intake import Arrival
from tawthiq.record.collect.item import Item, ItemKind, ItemState, Receipt
from tawthiq.record.collect.models import harm
from tawthiq.record.collect.sealing import SealAct
from tawthiq.record.compare import find_films, models, step
from tawthiq.record.compare.around import seal_with_copies
from tawthiq.record.compare.copy import CopyKind
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.outcome import Nothing, Refused
from unit.compare.kept import compare, keep
from unit.compare.test_video import encoded, pan

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


def test_a_cut_video_is_found_by_its_frames_decoded_in_the_child(collector: Actor) -> None:
    whole = keep(collector, encoded(pan(1, 8)), "whole.mp4")
    part = keep(collector, encoded(pan(1, 8)[10:26]), "part.mp4")
    keep(collector, encoded(pan(5, 4)), "other.mp4")
    compare(collector)
    (copy,) = models.get_copies(Reader(collector))
    assert (set(copy.pair), copy.kind) == ({whole, part}, CopyKind.SAME_PICTURE)
    (_, film), *_ = models.get_films(Reader(collector), find_films.VERSION)
    assert [round(frame.at_s) for frame in film.frames] == list(range(8))
    assert shown(Reader(collector), part)["methods"] == {"vpdq": True}
    assert list(step.todo(Reader(collector))) == []


def test_a_cut_of_a_sealed_video_is_sealed_with_it(collector: Actor) -> None:
    whole = keep(collector, encoded(pan(1, 4)), "whole.mp4")
    compare(collector)
    with Work(collector, Action.ITEM_SEAL, thing=whole, purpose="invented reason") as work:
        seal_with_copies(work, whole, SealAct.ASK_SEAL)
    part = keep(collector, encoded(pan(1, 4)[4:14]), "part.mp4")
    other = keep(collector, encoded(pan(5, 2)), "other.mp4")
    compare(collector)
    assert [harm.get_seal(Reader(collector), one).closed for one in (part, other)] == [True, False]


def test_a_video_without_a_frame_is_refused_once(collector: Actor) -> None:
    with Work(collector, Action.ITEM_ADD) as work:
        stored = collect.keep_bytes(work, BytesIO(b"\x00\x00\x00\x18ftypmp42" + os.urandom(400)))
        item = Item(stored.sha256, stored.n_bytes, "video/mp4", ItemKind.VIDEO, ItemState.READABLE)
        collect.put_item(work, item, Receipt(item.id, "broken.mp4", Arrival("x").channel, collector.id, work.at))
    (outcome,) = compare(collector)
    assert isinstance(outcome, Refused)
    assert item.id in models.get_refused_films(Reader(collector))
    assert list(step.todo(Reader(collector))) == []


def without_its_bytes(maker: Actor, item_id: str) -> None:
    """From now on nobody can take the film apart."""
    reader = Reader(maker)
    reader.vault.path(collect.get_item(reader, item_id).sha256).unlink()


def test_films_are_set_beside_one_another_before_anything_is_locked(collector: Actor) -> None:
    whole = keep(collector, encoded(pan(1, 4)), "whole.mp4")
    compare(collector)
    cut = keep(collector, encoded(pan(1, 4)[4:14]), "cut.mp4")
    other = keep(collector, encoded(pan(1, 4)[1:15]), "other.mp4")
    put = step.begin(Reader(collector), cut)
    flow.run_one(collector, step, other)
    assert isinstance(put, partial), "what was judged goes along with it"
    judged = {copy.pair for copy in put.keywords["ways"].values()}
    assert judged == {tuple(sorted((whole, cut)))}, "it is judged by now"
    with Work(collector, Action.STATEMENT_EXTRACT) as work:
        put(work, cut)
    found = {copy.pair for copy in models.get_copies(Reader(collector), cut)}
    assert found == judged | {tuple(sorted((other, cut)))}, "and what came in between is made up for"


def test_a_film_whose_bytes_are_gone_is_named_and_waits_until_they_are_back(collector: Actor) -> None:
    film = keep(collector, encoded(pan(3)), "film.mp4")
    without_its_bytes(collector, film)
    (outcome,) = compare(collector)
    assert isinstance(outcome, Refused)
    assert list(step.todo(Reader(collector))) == [film]


def test_a_film_is_taken_apart_before_anything_is_locked_and_put_whole_or_not_at_all(collector: Actor) -> None:
    film = keep(collector, encoded(pan(3)), "film.mp4")
    put = step.begin(Reader(collector), film)
    without_its_bytes(collector, film)
    with pytest.raises(ZeroDivisionError), Work(collector, Action.STATEMENT_EXTRACT) as work:
        put(work, film)
        raise ZeroDivisionError
    assert list(models.get_films(Reader(collector), find_films.VERSION)) == []
    assert list(step.todo(Reader(collector))) == [film], "it waits as if nothing had been done"
    with Work(collector, Action.STATEMENT_EXTRACT) as work:
        put(work, film)
    with Work(collector, Action.STATEMENT_EXTRACT) as work:
        assert isinstance(put(work, film), Nothing), "another process that took it apart too changes nothing"


def test_a_film_is_set_beside_neither_itself_nor_those_it_was_set_beside_before(collector: Actor) -> None:
    one, other = (keep(collector, encoded(pan(1, 4)[cut:]), f"{cut}.mp4") for cut in (0, 4))
    compare(collector)
    film = dict(models.get_films(Reader(collector), find_films.VERSION))[one]
    assert set(find_films.ways_to(Reader(collector), one, film, {})) == {other}
    assert find_films.ways_to(Reader(collector), one, film, {other: None}) == {other: None}, "it is not judged again"
