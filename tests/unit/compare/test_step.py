"""The step that compares: pictures and texts are set beside one another once, and a bad file stops no other."""

from __future__ import annotations

import os
from io import BytesIO

import numpy as np
import pytest

from tawthiq.doors.audit import audit
from tawthiq.doors.cli.copies import shown
from tawthiq.record.collect import models as collect
from tawthiq.record.collect.intake import Arrival
from tawthiq.record.collect.item import Item, ItemKind, ItemState, Receipt
from tawthiq.record.compare import models, step
from tawthiq.record.compare.copy import CopyKind
from tawthiq.record.compare.decision import Decision, Verdict
from tawthiq.record.compare.picture import Look, look_at
from tawthiq.record.compare.pixels import read_pixels
from tawthiq.record.verify.grounds import grounds_of
from tawthiq.record.verify.models.subjects import get_subjects
from tawthiq.safe import guard
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.outcome import Made, Nothing, Refused
from unit.compare.drawn import clouds, saved, shapes, smaller_jpeg
from unit.compare.kept import compare, keep
from unit.verify.made import put_case, put_telling

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


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
