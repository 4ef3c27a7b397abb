"""The step that compares: pictures and texts are set beside one another once, and a bad file stops no other."""

from __future__ import annotations

import os
import shutil
import sys
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from tawthiq import flow
from tawthiq.doors.audit import audit
from tawthiq.doors.cli.copies import shown
from tawthiq.record.collect import models as collect
from tawthiq.record.collect.intake import Arrival
from tawthiq.record.collect.item import Item, ItemKind, ItemState, Receipt
from tawthiq.record.compare import filed, filed_points, find_scenes, models, step
from tawthiq.record.compare.candidates import Limits
from tawthiq.record.compare.copy import CopyKind, Evidence, Unit, copy_of
from tawthiq.record.compare.decision import Decision, Verdict
from tawthiq.record.compare.picture import Look, look_at
from tawthiq.record.compare.pixels import read_pixels
from tawthiq.record.compare.scene import judge_scenes, sight
from tawthiq.record.verify.grounds import grounds_of
from tawthiq.record.verify.models.subjects import get_subjects
from tawthiq.safe import guard
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.home import Home
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.outcome import Made, Nothing, Outcome, Refused
from unit.compare.drawn import clouds, saved, shapes
from unit.compare.kept import compare, keep
from unit.verify.made import put_case, put_telling

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


def smaller_jpeg(seed: int, side: int = 300, quality: int = 60) -> BytesIO:
    """The drawn picture as a repost has it: resized, recompressed."""
    image = Image.fromarray(shapes(seed))
    image.thumbnail((side, side))
    return saved(np.asarray(image), quality=quality)


def keep_as_readable(maker: Actor, data: bytes) -> str:
    """An item that was readable when it came in, and whose decoder fails all the same."""
    with Work(maker, Action.ITEM_ADD) as work:
        stored = collect.keep_bytes(work, BytesIO(data))
        item = Item(stored.sha256, stored.n_bytes, "image/png", ItemKind.IMAGE, ItemState.READABLE)
        upload = Arrival("broken.png").channel
        collect.put_item(work, item, Receipt(item.id, "broken.png", upload, maker.id, work.at))
    return item.id


def test_a_resized_jpeg_is_the_same_picture(collector: Actor) -> None:
    first, second = keep(collector, saved(shapes(1), "PNG")), keep(collector, smaller_jpeg(1))
    unrelated = keep(collector, saved(clouds(9), "PNG"))
    made = [one for one in compare(collector) if isinstance(one, Made)]
    (copy,) = models.get_copies(Reader(collector))
    assert [copy.id] == [name for one in made for name in one.ids]
    assert (set(copy.pair), copy.kind) == ({first, second}, CopyKind.SAME_PICTURE)
    assert copy.value <= 31
    assert models.get_copies(Reader(collector), unrelated) == []


def test_what_was_compared_waits_no_more(collector: Actor) -> None:
    keep(collector, saved(shapes(1), "PNG"))
    assert len(list(step.todo(Reader(collector)))) == 2, "its hashes, then its scene"
    compare(collector)
    assert list(step.todo(Reader(collector))) == []
    keep(collector, smaller_jpeg(1))
    compare(collector)
    assert len(models.get_copies(Reader(collector))) == 1


def test_a_kept_look_is_the_look_that_was_taken(collector: Actor) -> None:
    framed = np.pad(shapes(2), ((40, 40), (60, 60), (0, 0)), constant_values=255)
    item = keep(collector, saved(framed, "PNG"))
    compare(collector)
    taken = look_at(read_pixels(saved(framed, "PNG")))
    kept = models.get_look(Reader(collector), item)
    assert isinstance(kept, Look)
    assert kept == taken
    assert kept.inner is not None
    (filed,) = models.get_filed(Reader(collector))
    assert [filed.whole, filed.inner] == [pdq.bits for pdq in taken.upright]


def test_a_broken_picture_is_refused_once_and_stops_no_other(collector: Actor) -> None:
    broken = keep_as_readable(collector, saved(shapes(3), "PNG").getvalue()[:5000])
    keep(collector, saved(shapes(1), "PNG"))
    keep(collector, smaller_jpeg(1))
    outcomes = compare(collector)
    assert [type(one) for one in outcomes[:3]] == [Refused, Nothing, Made]
    assert broken in models.get_refused_looks(Reader(collector))
    assert list(step.todo(Reader(collector))) == []


def test_a_flat_picture_is_a_copy_of_nothing_and_says_why(collector: Actor) -> None:
    for n in (10, 11):
        keep(collector, saved(np.full((100, 100, 3), n, np.uint8), "PNG"))
    outcomes = compare(collector)
    assert [one.reason for one in outcomes if isinstance(one, Nothing)] == [
        "the picture is too flat for its hash to say anything"
    ] * 4, "neither its hash nor its scene"
    assert models.get_copies(Reader(collector)) == []


def test_the_audit_sees_the_looks(collector: Actor, verifier: Actor) -> None:
    keep(collector, saved(shapes(1), "PNG"))
    keep_as_readable(collector, os.urandom(200))
    compare(collector)
    report = audit(Reader(verifier))
    assert report.faults == ()
    assert len(list(models.recorded())) == 4, "two looks; one was compared by its hashes, and its scene"


def test_the_audit_sees_a_comparison_that_somebody_made_up(collector: Actor, verifier: Actor) -> None:
    item = keep(collector, saved(shapes(1), "PNG"))
    token = guard.working.set(True)
    models.ComparedRow.objects.create(item_id=item, version=step.VERSION, since=0)
    guard.working.reset(token)
    assert [one.what for one in audit(Reader(verifier)).faults]


def test_thirty_reposts_of_one_picture_are_one_source(collector: Actor, verifier: Actor) -> None:
    subject = put_case(collector)
    reposts = [keep(collector, smaller_jpeg(1, 400 - n, 50 + n)) for n in range(30)]
    for n, item in enumerate(reposts):
        put_telling(collector, subject, item, name=f"invented outlet {n}")
    found = get_subjects(Reader(verifier), [subject])
    assert grounds_of(Reader(verifier), found)[subject].n_independent == 30
    compare(collector)
    assert grounds_of(Reader(verifier), found)[subject].n_independent == 1


@pytest.mark.parametrize(("verdict", "before", "after"), [(Verdict.CONFIRM, 2, 1), (Verdict.REJECT, 1, 2)])
def test_a_person_outranks_what_the_machine_found(
    collector: Actor, verifier: Actor, verdict: Verdict, before: int, after: int
) -> None:
    subject = put_case(collector)
    other = smaller_jpeg(1) if verdict is Verdict.REJECT else saved(clouds(9), "PNG")
    items = [keep(collector, saved(shapes(1), "PNG")), keep(collector, other)]
    for item in items:
        put_telling(collector, subject, item, name=item)
    compare(collector)
    found = get_subjects(Reader(verifier), [subject])
    assert grounds_of(Reader(verifier), found)[subject].n_independent == before
    with Work(verifier, Action.COPY_JUDGE) as work:
        left, right = ({item} for item in items)
        models.put_judgement(work, Decision(verdict, frozenset(left), frozenset(right), verifier.id, work.at))
    assert grounds_of(Reader(verifier), found)[subject].n_independent == after


def test_an_item_shows_its_copies_what_changed_and_who_may_be_first(collector: Actor) -> None:
    words = "In the invented camp the invented monitors counted 5 boys on a Monday, and they wrote that nobody else "
    words += "was seen there by any of them during the whole of the invented week that followed the count they made."
    texts = (words, words.replace("5", "6"))
    first, second = (keep(collector, BytesIO(text.encode()), "invented.txt") for text in texts)
    compare(collector)
    document = shown(Reader(collector), first)
    (link,) = document["links"]
    assert (link["item"], link["word"], link["stands"]) == (second, "possible", "a person decides")
    (change,) = link["changes"]
    assert (change["here_text"], change["there_text"], change["touches_number"]) == ("5", "6", True)
    assert document["cluster"]["members"] == [first], "another figure is another story until a person says otherwise"


def test_an_item_without_links_is_a_root_of_its_own(collector: Actor) -> None:
    item = keep(collector, saved(shapes(1), "PNG"))
    document = shown(Reader(collector), item)
    assert (document["compared"], document["links"], document["cluster"]["root"]) == (False, [], item)
    assert "unique" not in str(document)


def cropped(seed: int, share: float = 0.2) -> BytesIO:
    """A part of the drawn picture, as somebody cuts it out and sends it on."""
    rgb = shapes(seed)
    rows, columns = int(rgb.shape[0] * share), int(rgb.shape[1] * share)
    return saved(np.ascontiguousarray(rgb[rows:, columns:]), quality=80)


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
