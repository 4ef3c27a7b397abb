"""The scenes that the step compares: parts of a picture, and the index of points that says where to look."""

from __future__ import annotations

import shutil
import sys

import numpy as np
import pytest

from tawthiq import flow
from tawthiq.doors.cli.copies import shown
from tawthiq.record.collect import models as collect
from tawthiq.record.compare import filed, filed_points, find_scenes, models, step
from tawthiq.record.compare.candidates import Limits
from tawthiq.record.compare.copy import CopyKind, Evidence, Unit, copy_of
from tawthiq.record.compare.scene import judge_scenes, sight
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.home import Home
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.outcome import Made, Nothing, Outcome, Refused
from unit.compare.drawn import cropped, saved, shapes
from unit.compare.kept import compare, keep

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


def test_a_cropped_repost_is_found_by_its_scene_and_says_so(collector: Actor) -> None:
    whole, part = keep(collector, saved(shapes(1), "PNG")), keep(collector, cropped(1))
    keep(collector, saved(shapes(7), "PNG"))
    compare(collector)
    (copy,) = models.get_copies(Reader(collector))
    assert (set(copy.pair), copy.evidence.method) == ({whole, part}, "sift-ransac")
    assert dict(copy.evidence.facts)["inliers_asked"], "there is something to draw"
    document = shown(Reader(collector), part)
    assert document["methods"] == {"pdq": True, "sift-ransac": True}


def test_where_no_library_compares_scenes_they_wait_and_the_item_says_so(
    collector: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = keep(collector, saved(shapes(1), "PNG"))
    compare_without_media(collector, monkeypatch)
    assert shown(Reader(collector), item)["methods"] == {"pdq": True, "sift-ransac": False}
    monkeypatch.undo()
    assert list(step.todo(Reader(collector))) == [f"scene:{item}"]


def compare_without_media(maker: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    """The step on a machine that lacks the extra: its modules cannot be found."""
    monkeypatch.setitem(sys.modules, "cv2", None)
    compare(maker)


def test_a_scene_that_came_in_while_pictures_were_laid_is_laid_all_the_same(collector: Actor) -> None:
    picture = shapes(1)
    first = keep(collector, saved(picture, "PNG"))
    compare(collector)
    cut = keep(collector, saved(picture[60:, 80:], "PNG"))
    flow.run_one(collector, step, cut)
    put = step.begin(Reader(collector), f"{step.SCENE}{cut}")
    other = keep(collector, saved(picture[:-70, :-60], "PNG"))
    flow.run_one(collector, step, other)
    flow.run_one(collector, step, f"{step.SCENE}{other}")
    with Work(collector, Action.STATEMENT_EXTRACT) as work:
        put(work, f"{step.SCENE}{cut}")
    found = {copy.pair for copy in models.get_copies(Reader(collector), cut)}
    assert found == {tuple(sorted((first, cut))), tuple(sorted((other, cut)))}


def test_what_was_found_stays_when_the_record_grows_large_in_the_meantime(collector: Actor) -> None:
    whole = keep(collector, saved(shapes(1), "PNG"))
    compare(collector)
    part, other = keep(collector, cropped(1)), keep(collector, saved(shapes(7), "PNG"))
    flow.run_one(collector, step, part)
    put = step.begin(Reader(collector), f"{step.SCENE}{part}", limits=Limits(whole=1, by_points=0, by_hash=0))
    flow.run_one(collector, step, other)
    flow.run_one(collector, step, f"{step.SCENE}{other}")
    with Work(collector, Action.STATEMENT_EXTRACT) as work:
        put(work, f"{step.SCENE}{part}")
    assert [set(copy.pair) for copy in models.get_copies(Reader(collector), part)] == [{whole, part}]


def test_in_a_large_record_the_whole_of_a_part_is_found_by_its_points(collector: Actor) -> None:
    whole, reader = keep(collector, saved(shapes(1), "PNG")), Reader(collector)
    for seed in range(20, 26):
        keep(collector, saved(shapes(seed), "PNG"))
    compare(collector)
    part = keep(collector, cropped(1, 0.4))
    flow.run_one(collector, step, part)
    look = models.get_look(reader, part)
    assert look is not None
    asked = find_scenes.read_asked(reader, part)
    found = find_scenes.find_scenes(reader, part, look, asked, {}, Limits(whole=3, by_hash=0))
    assert [set(copy.pair) for copy in found.copies] == [{whole, part}]
    none = find_scenes.find_scenes(reader, part, look, asked, {}, Limits(whole=3, by_points=0, by_hash=1))
    assert (len(none.ways), none.n_all) == (1, 7), "one is laid, by its hash"


def asked_scene(maker: Actor, item_id: str, limits: Limits) -> find_scenes.Searched:
    """What the scene of a picture, whose hashes were compared by now, is laid on, and where it is found again."""
    reader = Reader(maker)
    look = models.get_look(reader, item_id)
    assert look is not None
    asked = find_scenes.read_asked(reader, item_id)
    filed_points.file({item_id: asked.plain})
    return find_scenes.find_scenes(reader, item_id, look, asked, {}, limits)


def linked(maker: Actor, item_id: str, other: str, kind: CopyKind, method: str) -> None:
    """A link that was found before."""
    link = copy_of(item_id, other, kind, 40, Unit.DISTANCE_BITS, Evidence(method, "1"))
    with Work(maker, Action.STATEMENT_EXTRACT) as work:
        models.put_copies(work, [link])


def test_pictures_known_to_lie_on_it_widen_no_limit_and_take_no_place(collector: Actor) -> None:
    whole, *_ = (keep(collector, saved(shapes(seed), "PNG")) for seed in (1, *range(20, 26)))
    compare(collector)
    part = keep(collector, cropped(1, 0.4))
    flow.run_one(collector, step, part)
    look = models.get_look(Reader(collector), part)
    assert look is not None
    nearest = [one for one in filed.nearest(Reader(collector), look, 8) if one not in (part, whole)]
    for one in nearest[-3:]:
        linked(collector, part, one, CopyKind.POSSIBLE, "sift-ransac")
    laid = [*asked_scene(collector, part, Limits(whole=3, by_points=0, by_hash=3)).ways]
    assert [one for one in laid if one != whole][:2] == nearest[:2] and len(laid) == 3, "so many, the nearest first"
    only = Limits(whole=3, by_points=1, by_hash=0, spare=1)
    assert [*asked_scene(collector, part, only).ways] == [whole], "it stands behind the part itself"


def test_what_a_hash_makes_possible_is_laid_all_the_same_and_a_scene_that_was_laid_is_not(collector: Actor) -> None:
    whole, other = (keep(collector, saved(shapes(seed), "PNG")) for seed in (1, 20))
    compare(collector)
    part = keep(collector, cropped(1, 0.4))
    flow.run_one(collector, step, part)
    linked(collector, part, whole, CopyKind.POSSIBLE, "pdq")
    assert {*asked_scene(collector, part, Limits()).ways} == {whole, other}
    linked(collector, part, other, CopyKind.POSSIBLE, "sift-ransac")
    assert {*asked_scene(collector, part, Limits()).ways} == {whole}


def test_an_index_that_was_lost_is_filled_again_and_nothing_is_judged_twice(collector: Actor, home: Home) -> None:
    items = [keep(collector, saved(shapes(1), "PNG")), keep(collector, cropped(1))]
    items.append(keep(collector, saved(np.full((100, 100, 3), 9, np.uint8), "PNG")))
    compare(collector)
    found = models.get_copies(Reader(collector))
    shutil.rmtree(home.root / "cache" / "points")
    assert list(step.todo(Reader(collector), at_most=2)) == [step.POINTS] * 2, "three, two of them together"
    assert [type(one) for one in compare(collector)] == [Nothing]
    assert filed_points.missing(set(items)) == set()
    assert list(step.todo(Reader(collector))) == []
    assert models.get_copies(Reader(collector)) == found


def large_record(maker: Actor, home: Home) -> tuple[str, str]:
    """Five pictures whose points were lost, and a part of the first of them, whose hashes were compared."""
    whole, *_ = (keep(maker, saved(shapes(seed), "PNG")) for seed in (1, *range(20, 24)))
    compare(maker)
    shutil.rmtree(home.root / "cache" / "points")
    part = keep(maker, cropped(1, 0.4))
    flow.run_one(maker, step, part)
    return whole, part


def run_with(maker: Actor, one: str, limits: Limits) -> Outcome:
    put = step.begin(Reader(maker), one, limits=limits)
    with Work(maker, Action.STATEMENT_EXTRACT) as work:
        return put(work, one)


BY_POINTS = Limits(whole=3, by_hash=0)


def test_points_that_were_lost_are_filed_before_a_new_picture_is_laid(collector: Actor, home: Home) -> None:
    whole, part = large_record(collector, home)
    waiting = list(step.todo(Reader(collector)))
    assert waiting == [step.POINTS, f"{step.SCENE}{part}"]
    for one in waiting:
        run_with(collector, one, BY_POINTS)
    assert [set(copy.pair) for copy in models.get_copies(Reader(collector))] == [{whole, part}]


def test_a_scene_waits_for_points_that_were_lost_in_the_meantime(collector: Actor, home: Home) -> None:
    _, part = large_record(collector, home)
    outcome = run_with(collector, f"{step.SCENE}{part}", BY_POINTS)
    assert isinstance(outcome, Nothing) and "waits" in outcome.reason
    assert f"{step.SCENE}{part}" in step.todo(Reader(collector)), "it is not held for compared"
    small = run_with(collector, f"{step.SCENE}{part}", Limits(whole=5))
    assert isinstance(small, Made), "in a small record nothing is sought by points"


def test_a_picture_whose_bytes_are_gone_is_named_and_no_scene_waits_for_its_points(
    collector: Actor, home: Home
) -> None:
    whole, part = large_record(collector, home)
    reader = Reader(collector)
    (gone,) = sorted(models.get_compared(reader, find_scenes.VERSION) - {whole})[:1]
    reader.vault.path(collect.get_item(reader, gone).sha256).unlink()
    outcome = run_with(collector, step.POINTS, BY_POINTS)
    assert isinstance(outcome, Refused) and outcome.error.where == gone
    assert list(step.todo(reader)) == [step.POINTS, f"{step.SCENE}{part}"], "it is tried again, once for all"
    assert isinstance(run_with(collector, f"{step.SCENE}{part}", BY_POINTS), Made)


def test_pictures_that_the_version_before_compared_are_filed_and_what_it_found_stays(collector: Actor) -> None:
    items = [keep(collector, saved(shapes(1), "PNG")), keep(collector, cropped(1))]
    for one in items:
        flow.run_one(collector, step, one)
    old = find_scenes.VERSION - 1
    copy = judge_scenes(items[1], sight(shapes(1)), items[0], sight(shapes(1)))
    assert copy is not None
    with Work(collector, Action.STATEMENT_EXTRACT) as work:
        models.put_copies(work, [copy])
        for one in items:
            models.put_compared(work, one, old)
    compare(collector)
    assert [one.id for one in models.get_copies(Reader(collector))] == [copy.id]
    assert models.get_compared(Reader(collector), find_scenes.VERSION) == set(items)
