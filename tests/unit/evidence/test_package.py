"""What is handed over holds by itself: whole, signed, counted anew, and no byte of it is free."""

from __future__ import annotations

import hashlib
import io
import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pyrage
import pytest

from tawthiq.doors.audit import audit
from tawthiq.doors.evidence.export import export_evidence
from tawthiq.doors.evidence.gather import Flavour
from tawthiq.doors.evidence.locked import unlock_folder
from tawthiq.doors.evidence.log_folder import export_log
from tawthiq.doors.evidence.outside.bag import ALGORITHMS, all_files, hashes_of, manifest_text
from tawthiq.doors.evidence.outside.run import asked_of, verified_steps
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.collect.models.harm import put_rendition
from tawthiq.record.collect.rendering import named
from tawthiq.record.collect.rendition import Form, Made
from tawthiq.record.extract import step as extract
from tawthiq.report.count.models import get_kept
from tawthiq.report.count.spec import parse_spec
from tawthiq.report.count.step import build_figure
from tawthiq.report.publish.models import put_proposal, put_release
from tawthiq.report.publish.release import Freeze, Proposal, Release
from tawthiq.safe import ledger
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.home import Home
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import Conflict, IntegrityBroken, NotFound, NotPermitted
from unit.compare.drawn import saved, shapes
from unit.count.recorded import put_register, verify

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
WORDS = (
    "An invented report. Between 1 January and 30 June 2014, the invented monitoring group documented 17 cases of "
    "recruitment of children by ISIL in Aleppo. The group verified 12 of them.\n"
)


@pytest.fixture
def figure_id(collector: Actor, verifier: Actor) -> str:
    """A figure over a few verified acts."""
    verify(verifier, put_register(collector, 0, 4), on=date(2014, 12, 1))
    with Work(verifier, Action.FIGURE_BUILD) as work:
        return build_figure(work, parse_spec(situation="SY", period="2014", violation="recruitment_use", by="party")).id


@pytest.fixture
def item_id(collector: Actor) -> str:
    """An item of plain text whose statements were read."""
    with Work(collector, Action.ITEM_ADD) as work:
        added = add_item(work, io.BytesIO(WORDS.encode()), Arrival("note.txt"))
    with Work(collector, Action.STATEMENT_EXTRACT) as work:
        extract.run(work, added.item.id)
    return added.item.id


@pytest.fixture
def package(figure_id: str, item_id: str, publisher: Actor, tmp_path: Path) -> Path:
    """A full package of both."""
    place = tmp_path / "package"
    export_evidence(Reader(publisher, "the court asked"), [figure_id, item_id], place, Flavour.FULL)
    return place


def states(folder: Path, key: str = "") -> dict[str, str]:
    return {step.name: step.state for step in verified_steps(folder, key)}


def test_a_package_holds_and_only_what_it_cannot_know_is_undecided(package: Path, home: Home) -> None:
    assert {name for name, state in states(package).items() if state != "ok"} == {"key", "stamps", "walk"}
    assert states(package, home.log_verifier().fingerprint)["key"] == "ok"
    assert states(package, "0" * 64)["key"] == "failed"


def test_the_file_in_the_package_says_the_same_alone(package: Path) -> None:
    command = [sys.executable, "-I", "-S", "verify.py", ".", "--json"]
    ran = subprocess.run(command, cwd=package, capture_output=True, text=True, check=False)
    told = {one["step"]: one["state"] for one in json.loads(ran.stdout)["steps"]}
    assert (ran.returncode, told) == (0, states(package))


def test_no_byte_of_a_package_or_a_log_is_free(package: Path, publisher: Actor, tmp_path: Path) -> None:
    export_log(Reader(publisher), tmp_path / "log")
    chance = random.Random(20261123)
    for folder in (package, tmp_path / "log"):
        names = all_files(folder)
        for name in [*names, *chance.choices(names, k=max(0, 30 - len(names)))]:
            content = (folder / name).read_bytes()
            if not content:
                continue
            place = chance.randrange(len(content))
            changed = content[:place] + bytes([content[place] ^ chance.randrange(1, 256)]) + content[place + 1 :]
            (folder / name).write_bytes(changed)
            assert "failed" in states(folder).values(), f"{name} at {place}"
            (folder / name).write_bytes(content)
        assert "failed" not in states(folder).values()


def reseal(folder: Path) -> None:
    """What a forger does: every manifest written again."""
    data = folder / "data"
    stated = json.loads((data / "package.json").read_bytes())
    for name in stated["files"]:
        stated["files"][name] = hashlib.sha256((data / name).read_bytes()).hexdigest()
    (data / "package.json").write_text(json.dumps(stated, sort_keys=True, separators=(",", ":"), ensure_ascii=False))
    for group in ("manifest", "tagmanifest"):
        names = [name for name in all_files(folder) if name.startswith("data/") == (group == "manifest")]
        hashes = hashes_of(folder, [name for name in names if not name.startswith("tagmanifest")])
        for place, algorithm in enumerate(ALGORITHMS):
            (folder / f"{group}-{algorithm}.txt").write_text(manifest_text(hashes, place))


def reword(folder: Path) -> None:
    path = folder / "data/README.en.html"
    path.write_text(path.read_text().replace("Evidence", "Evidently"))


def recount(folder: Path) -> None:
    path = folder / "data/records.jsonl"
    path.write_text(path.read_text().replace('\\"value\\":4', '\\"value\\":9'))


def drop_record(folder: Path) -> None:
    path = folder / "data/records.jsonl"
    path.write_text("".join(line for line in path.read_text().splitlines(keepends=True) if '"kind":"act"' not in line))


@pytest.mark.parametrize(("forge", "step"), [(reword, "package"), (recount, "records"), (drop_record, "figures")])
def test_a_package_changed_and_hashed_again_fails(package: Path, forge: Callable[[Path], None], step: str) -> None:
    forge(package)
    reseal(package)
    found = states(package)
    assert (found["bag"], found["package"], found[step]) == ("ok", "failed", "failed")


def test_a_line_from_another_log_is_not_in_this_one(package: Path) -> None:
    path = package / "data/custody/events.jsonl"
    path.write_text(path.read_text().replace('"action":"item.add"', '"action":"item.ads"'))
    reseal(package)
    assert states(package)["inclusion"] == "failed"


def test_the_redacted_flavour_shows_no_word_no_child_and_no_bytes(
    figure_id: str, item_id: str, publisher: Actor, tmp_path: Path
) -> None:
    place = tmp_path / "redacted"
    export_evidence(Reader(publisher), [figure_id, item_id], place, Flavour.REDACTED)
    found = states(place)
    assert "failed" not in found.values()
    assert (found["records"], found["objects"], found["walk"]) == ("ok", "undecided", "undecided")
    everything = b"".join((place / name).read_bytes() for name in all_files(place) if not name.endswith(".py"))
    for mark in (b"Aleppo", b"note.txt", b"chd_", b"objects/"):
        assert mark not in everything


def test_the_public_flavour_waits_for_a_release(figure_id: str, publisher: Actor, tmp_path: Path) -> None:
    with pytest.raises(Conflict, match="in no release"):
        export_evidence(Reader(publisher), [figure_id], tmp_path / "public", Flavour.PUBLIC)
    assert not (tmp_path / "public").exists()


def release_of(figure_id: str, actor: Actor) -> None:
    """A release that holds the figure, as far as a package asks for one."""
    figure = get_kept(Reader(actor), figure_id)
    everybody = Actor(actor.id, frozenset(Role))
    with Work(everybody, Action.RELEASE_PROPOSE) as work:
        proposal_id = put_proposal(work, Proposal((figure.spec,)))
    frozen = Freeze(figure.size, "0" * 64, datetime(2020, 1, 1, tzinfo=UTC), "0.1.0")
    release = Release(Proposal((figure.spec,)), frozen, (figure_id,), (), (), "usr_other", actor.id)
    with Work(everybody, Action.RELEASE_BUILD) as work:
        put_release(work, proposal_id, release, "0" * 64)


def test_a_picture_is_public_only_in_its_masked_form(
    figure_id: str, collector: Actor, publisher: Actor, tmp_path: Path
) -> None:
    release_of(figure_id, publisher)
    with Work(collector, Action.ITEM_ADD) as work:
        original = saved(shapes(5), "PNG").getvalue()
        item = add_item(work, io.BytesIO(original), Arrival("drawn.png")).item
    asked, place = [figure_id, item.id], tmp_path / "public"
    with pytest.raises(NotFound, match="no masked form"):
        export_evidence(Reader(publisher), asked, place, Flavour.PUBLIC)
    with Work(collector, Action.MASK_WRITE) as work:
        made = Made(b"an invented masked picture", "image/jpeg", "msk_invented; 1 box")
        put_rendition(work, named(item, Form.MASKED, 0, made), made)
    export_evidence(Reader(publisher), asked, place, Flavour.PUBLIC)
    (picture,) = (place / "data" / "pictures").iterdir()
    assert picture.read_bytes() == made.data
    said = json.loads((place / "data" / "package.json").read_text())["pictures"]
    assert [(one["parent"], one["recipe"]) for one in said] == [(item.sha256, made.recipe)]
    assert "failed" not in states(place).values()
    assert not any(original in (place / name).read_bytes() for name in all_files(place))


def test_only_its_recipients_open_an_encrypted_package(item_id: str, publisher: Actor, tmp_path: Path) -> None:
    own = pyrage.x25519.Identity.generate()
    place, key, opened = tmp_path / "locked", tmp_path / "key.txt", tmp_path / "opened"
    export_evidence(Reader(publisher), [item_id], place, Flavour.FULL, [str(own.to_public())])
    assert sorted(all_files(place)) == ["README.txt", "package.tar.age"]
    key.write_text(f"# an age key\n{own}\n")
    opened.mkdir()
    unlock_folder(place, key, opened)
    assert "failed" not in states(opened).values()


def test_an_export_is_a_line_of_the_ledger_and_for_the_publisher_alone(
    package: Path, item_id: str, collector: Actor, tmp_path: Path
) -> None:
    (event,) = (event for event in ledger.latest(20) if event.action == Action.EVIDENCE_EXPORT)
    assert event.purpose == "the court asked" and b"the court" not in event.entry()
    with pytest.raises(NotPermitted):
        export_evidence(Reader(collector), [item_id], tmp_path / "other", Flavour.FULL)


def test_a_place_that_is_taken_is_left_as_it_was(package: Path, item_id: str, publisher: Actor) -> None:
    size = ledger.head().size
    with pytest.raises(Conflict):
        export_evidence(Reader(publisher), [item_id], package, Flavour.FULL)
    assert ledger.head().size == size and "failed" not in states(package).values()


def test_an_original_that_changed_in_the_vault_is_not_handed_over(
    collector: Actor, publisher: Actor, home: Home, tmp_path: Path
) -> None:
    with Work(collector, Action.ITEM_ADD) as work:
        item = add_item(work, saved(shapes(3)), Arrival("drawn.png")).item
    stored = home.vault.path(item.sha256)
    stored.chmod(0o600)
    stored.write_bytes(stored.read_bytes()[:-1] + b"x")
    with pytest.raises(IntegrityBroken) as refused:
        export_evidence(Reader(publisher, "the court asked"), [item.id], tmp_path / "package", Flavour.FULL)
    assert refused.value.where == item.id
    assert not (tmp_path / "package").exists()


def test_a_home_that_exported_audits_clean(package: Path) -> None:
    assert audit(Reader(Actor("usr_a", frozenset({Role.AUDITOR})))).faults == ()
    shutil.rmtree(package)


def test_one_changed_original_leaves_the_rest_of_the_proof_readable(package: Path) -> None:
    original = next((package / "data" / "objects").rglob("*/*"))
    original.write_bytes(original.read_bytes() + b"x")
    found = states(package)
    assert {name for name, state in found.items() if state == "failed"} == {"bag", "package", "objects", "quotes"}
    assert (found["signature"], found["inclusion"], found["records"], found["figures"]) == ("ok",) * 4


def test_the_file_takes_no_word_that_it_does_not_know(tmp_path: Path) -> None:
    folder = str(tmp_path)
    assert asked_of([folder, "--key", "a", "--json"]) == asked_of(["--json", "--key", "a", folder])
    for words in ([], [folder, folder], [folder, "--key"], [folder, "--key", " "], [folder, "--kye", "a"], ["nowhere"]):
        assert asked_of(words) is None, words
