"""A release is made by two people, whole or not at all, and the same bytes come out when it is built again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tawthiq.report.count.spec import parse_spec
from tawthiq.report.publish import step
from tawthiq.report.publish.folder import PART, leftovers, write_folder
from tawthiq.report.publish.kinds import Bars
from tawthiq.report.publish.models import find_releases, get_release, get_restatements, recorded
from tawthiq.report.publish.release import Proposal, release_from
from tawthiq.report.publish.step import Built, build_release, folder_of, propose, verify_release, write_again
from tawthiq.safe import ledger
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.home import Home
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput, Conflict, MissingField, NotPermitted, SecondSignature, StorageFailed
from unit.count.recorded import AT, put_register, verify

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
SPECS = tuple(
    parse_spec(situation="SY", period="2014", violation="recruitment_use", by=by)
    for by in ("sex", "party", "armed_or_combat")
)


def proposed(actor: Actor, supersedes: str = "", reason: str = "") -> str:
    with Work(actor, Action.RELEASE_PROPOSE, at=AT) as work:
        return propose(work, Proposal(SPECS, supersedes=supersedes, reason=reason))


def registered(collector: Actor, verifier: Actor) -> list[str]:
    acts = put_register(collector, 0, 60) + put_register(collector, 100, 30, party="fsa")
    verify(verifier, acts)
    return acts


@pytest.fixture
def built(collector: Actor, verifier: Actor, publisher: Actor) -> Built:
    registered(collector, verifier)
    return build_release(publisher, proposed(verifier), at=AT)


def test_a_release_is_built_again_to_the_same_bytes(built: Built, publisher: Actor) -> None:
    place = folder_of(built.release.id)
    assert verify_release(Reader(publisher), built.release.id) == ()
    names = set(built.files)
    assert {"index.html", "index.ar.html", "release.en.pdf", "release.ar.docx", "tables.en.xlsx"} <= names
    assert {"manifest.json", "SHA256SUMS", "commitments.json", "release.ar.json"} <= names
    checked = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=place, check=False)
    assert checked.returncode == 0


def test_no_id_of_a_case_and_no_hidden_number_is_in_any_file(built: Built, publisher: Actor) -> None:
    for path, data in built.files.items():
        for mark in (b"act_", b"chd_", b"vio_", b"inc_", b"itm_", b"asm_"):
            assert mark not in data, path


def test_a_changed_missing_or_added_file_is_named(built: Built, publisher: Actor) -> None:
    place = folder_of(built.release.id)
    (place / "index.html").write_bytes(b"x")
    (place / "tables.en.xlsx").unlink()
    (place / "added.txt").write_text("x")
    found = {one.path for one in verify_release(Reader(publisher), built.release.id)}
    assert found == {"index.html", "tables.en.xlsx", "added.txt"}


def test_nobody_releases_alone(collector: Actor, verifier: Actor, publisher: Actor) -> None:
    registered(collector, verifier)
    own = proposed(publisher)
    with pytest.raises(SecondSignature):
        build_release(publisher, own)
    with pytest.raises(NotPermitted):
        build_release(verifier, own)
    assert find_releases(Reader(publisher)) == []


def test_a_later_verification_changes_no_frozen_release(built: Built, collector: Actor, verifier: Actor) -> None:
    verify(verifier, put_register(collector, 500, 20))
    assert verify_release(Reader(verifier), built.release.id) == ()


def test_a_later_release_lists_what_it_restates(
    built: Built, collector: Actor, verifier: Actor, publisher: Actor
) -> None:
    verify(verifier, put_register(collector, 500, 30), on=date(2014, 12, 2))
    again = proposed(verifier, supersedes=built.release.id, reason="thirty acts were verified after the freeze")
    later = build_release(publisher, again, override="small steps are accepted for this invented test", at=AT)
    found = {one.what: (one.old, one.new) for one in get_restatements(Reader(publisher), later.release.id)}
    assert found["recruitment_use-by-sex: total"] == (90, 120)
    assert get_release(Reader(publisher), built.release.id).superseded_by == later.release.id
    printed = later.files["tables/restated.en.csv"].decode()
    assert "recruitment_use-by-sex: total,90,120,thirty acts were verified after the freeze" in printed
    assert verify_release(Reader(publisher), later.release.id) == ()
    assert verify_release(Reader(publisher), built.release.id) == ()


def test_a_release_that_would_leak_needs_a_name_and_a_reason(
    built: Built, collector: Actor, verifier: Actor, publisher: Actor
) -> None:
    verify(verifier, put_register(collector, 501, 1))
    with pytest.raises(Conflict, match="against the earlier release"):
        build_release(publisher, proposed(verifier))
    made = build_release(publisher, proposed(verifier), override="the families asked for it", at=AT)
    assert b"the families asked for it" in made.files["index.html"]
    detail = next(iter(ledger.events_of(made.release.id))).detail
    assert detail["override"] == "the families asked for it"


def test_the_tables_agree_with_the_ledger(built: Built) -> None:
    signed = {(event.seq, event.thing): event for event in ledger.latest(100_000)}
    found = list(recorded())
    assert found and all(signed[seq, thing].holds(now) for seq, thing, now in found)


def test_a_folder_lost_after_the_row_was_kept_is_written_again(built: Built, publisher: Actor) -> None:
    place = folder_of(built.release.id)
    before = {path: (place / path).read_bytes() for path in built.files}
    for path in sorted(place.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    place.rmdir()
    assert [one.what for one in verify_release(Reader(publisher), built.release.id)] == ["the folder is missing"]
    assert list(step.todo(Reader(publisher))) == [built.release.id]
    write_again(Reader(publisher), built.release.id)
    assert list(step.todo(Reader(publisher))) == []
    assert {path: (place / path).read_bytes() for path in built.files} == before


def test_a_killed_build_leaves_no_half_release(home: Home, tmp_path: Path) -> None:
    releases = tmp_path / "releases"
    code = (
        "import os, signal, sys; from pathlib import Path\n"
        "from tawthiq.report.publish.folder import write_folder\n"
        "class Files(dict):\n"
        "    def items(self):\n"
        "        yield 'a/one.txt', b'1' * 100000\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        f"write_folder(Path({str(releases)!r}) / 'rel_x', Files(a=b''))\n"
    )
    path = os.pathsep.join(sys.path)
    killed = subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": path}, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert not (releases / "rel_x").exists()
    assert [one.name.startswith(PART) for one in leftovers(releases)] == [True]
    write_folder(releases / "rel_x", {"a/one.txt": b"1"})
    assert (releases / "rel_x" / "a" / "one.txt").read_bytes() == b"1"


def test_a_refusing_disk_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "releases").write_text("a file where the folder should be")
    with pytest.raises(StorageFailed):
        write_folder(tmp_path / "releases" / "rel_x", {"a": b"1"})


def test_a_proposal_that_cannot_be_meant_is_refused() -> None:
    other = parse_spec(situation="SY", period="2015", violation="recruitment_use")
    with pytest.raises(BadInput):
        Proposal((*SPECS, other))
    with pytest.raises(MissingField):
        Proposal(SPECS, bars=Bars(0, 0))
    with pytest.raises(MissingField):
        Proposal(())


def test_a_later_vocabulary_changes_no_kept_release(built: Built) -> None:
    older = replace(built.release, vocabularies=("violation@0",))
    read = release_from(older.content())
    assert (read, read.id) == (older, older.id) and older.id != built.release.id
