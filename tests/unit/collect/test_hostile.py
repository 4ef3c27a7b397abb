"""Promises before hostile files: each is kept or refused by name, nothing runs, nothing leaves the store."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from contracts.exports import zipped
from tawthiq.record.collect import models
from tawthiq.record.collect.archive_caps import Caps
from tawthiq.record.collect.intake import Added, Arrival, add_arrivals, arrival_of
from tawthiq.record.collect.item import ItemState
from tawthiq.record.collect.named import safe_place, shown_name
from tawthiq.record.collect.opening import TAKEN_APART, open_item
from tawthiq.safe.access import Actor
from tawthiq.safe.home import Home
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Kind, mint_id
from unit.collect.hostile import FILES

UNDECODABLE = ("huge.png", "short.png", "fake.heic", "fake.avif", "fake.mp4", "cut.pdf", "outside.xlsx")


def test_there_are_forty_of_them() -> None:
    assert len(FILES) >= 40


@pytest.mark.django_db(databases=["default", "identities"])
def test_every_hostile_file_ends_in_a_clean_state(tmp_path: Path, home: Home, collector: Actor) -> None:
    folder, bundle = tmp_path / "in", mint_id(Kind.BATCH)
    folder.mkdir()
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    outside = {path for path in tmp_path.rglob("*") if home.root not in path.parents}
    began = time.monotonic()
    paths = [folder / name for name in FILES]
    results = add_arrivals(collector, ((path, arrival_of(path, Arrival(""), folder, bundle)) for path in paths))
    added = dict(zip(FILES, results, strict=True))
    for one in results:
        if isinstance(one, Added) and one.item.kind in TAKEN_APART:
            open_item(collector, one.item.id)
    assert time.monotonic() - began < 15 * len(FILES), "no file holds the house up"
    assert {name for name, one in added.items() if isinstance(one, BadInput)} == {"empty.txt"}
    for name, one in added.items():
        if isinstance(one, Added):
            assert models.get_bytes(Reader(collector), one.item.id) == FILES[name], "the original is kept"
    undecodable = {
        name for name, one in added.items() if isinstance(one, Added) and one.item.state is ItemState.UNDECODABLE
    }
    assert set(UNDECODABLE) <= undecodable
    assert {path for path in tmp_path.rglob("*") if home.root not in path.parents} == outside
    _no_row_leads_out(collector, [one for one in results if isinstance(one, Added)])


def _no_row_leads_out(collector: Actor, added: list[Added]) -> None:
    for one in added:
        for _seq, part in models.get_parts(Reader(collector), one.item.id):
            assert not part.place.startswith("/")
            assert ".." not in part.place.split("/")
            assert "\u202e" not in part.original_name + part.place
            assert "\0" not in part.original_name + part.place


@pytest.mark.parametrize(
    "name", ["../a", "a/../../b", "/a", "C:\\a", "\\\\host\\a", "NUL", "a/con.txt", "COM1 .x", "", "./", "a\0b"]
)
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(BadInput):
        safe_place(name)


def test_a_name_that_acts_is_spelt_out() -> None:
    assert shown_name("a\u202egpj.exe\udcff\n") == "a\\u202egpj.exe\\udcff\\n"
    assert shown_name("صورة مخترعة.jpg") == "صورة مخترعة.jpg"
    assert len(shown_name("x" * 5000)) <= 400


def test_an_archive_past_its_caps_is_left_at_the_cap() -> None:
    caps = Caps(max_members=2, max_total_bytes=100)
    caps.place("a")
    caps.more(90, 90, 90)
    with pytest.raises(BadInput):
        caps.more(20, 20, 20)
    caps.place("b")
    with pytest.raises(BadInput):
        caps.place("c")


@pytest.mark.django_db(databases=["default", "identities"])
def test_opening_twice_changes_nothing(tmp_path: Path, collector: Actor) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.txt": b"Invented", "b/c.txt": b"Invented too", "../d": b"x"}))
    (one,) = add_arrivals(collector, [(path, arrival_of(path, Arrival("")))])
    assert isinstance(one, Added)
    first, again = open_item(collector, one.item.id), open_item(collector, one.item.id)
    assert (first.n_parts, first.n_new, first.n_problems) == (2, 2, 1)
    assert (again.n_parts, again.n_new, again.n_problems) == (0, 0, 0)
    assert len(models.get_parts(Reader(collector), one.item.id)) == 2
    assert len(models.get_quarantine(Reader(collector), one.item.id)) == 1
    assert {one.name for one in tmp_path.iterdir()} <= {"a.zip", "home"}
