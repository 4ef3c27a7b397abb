"""Whatever comes in, nothing is half-written: a clear error or a named row, and the log still verifies."""

from __future__ import annotations

import resource
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from house.source import newcomer
from stories.told import REGISTER, TWIN, is_whole, n_kept, row, spelled, tawthiq
from tawthiq.doors.audit import audit
from tawthiq.record.link.act import Sex
from tawthiq.record.link.models.read import get_act
from tawthiq.record.link.models.write import put_act
from tawthiq.record.verify.assessment import Stage, Status
from tawthiq.record.verify.models.read import get_assessments
from tawthiq.record.verify.models.waiting import find_waiting
from tawthiq.record.verify.sign import Judgement, assess
from tawthiq.report.count.spec import parse_spec
from tawthiq.report.count.step import count_now
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import SecondSignature
from unit.count.recorded import AT, put_register, verify

PDF_WITHOUT_TEXT = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
BAD_FILES = {
    "empty.txt": (b"", "EmptyInput"),
    "named.txt": (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 4, "UnreadableInput"),
    "broken.txt": (b"An invented note.\n" * 9 + b"\xff\xfe\xc3", "UnreadableInput"),
    "scan.pdf": (PDF_WITHOUT_TEXT, "UnreadableInput"),
}
SPEC = parse_spec(situation="SY", period="2014", violation="recruitment_use", by="sex")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with its tables made."""
    home = tmp_path_factory.mktemp("bad") / "home"
    assert tawthiq(home, "account", "add", "printer", "--role", "publisher").code == 0
    return home


def test_bad_files_are_named_and_the_good_one_beside_them_is_kept(kept: Path, tmp_path: Path) -> None:
    for name, (data, _) in BAD_FILES.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text("An invented note.")
    said = tawthiq(kept, "item", "add", str(tmp_path))
    assert said.code == 3
    added = {Path(one["path"]).name: one for one in said.document["items"]}
    found = {name: [(one["code"], name in one["where"]) for one in doc["findings"]] for name, doc in added.items()}
    assert found == {**{name: [(code, True)] for name, (_, code) in BAD_FILES.items()}, "good.txt": []}
    assert (added["empty.txt"]["item"], bool(added["good.txt"]["item"])) == (None, True)
    assert all(one["do"] for document in added.values() for one in document["findings"])
    assert is_whole(kept)


def test_the_same_bytes_twice_are_one_item_with_two_arrivals(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("An invented text that comes twice.")
    (first,) = tawthiq(kept, "item", "add", str(tmp_path / "a.txt")).document["items"]
    before = n_kept(kept)
    (again,) = tawthiq(kept, "item", "add", str(tmp_path / "a.txt")).document["items"]
    assert (again["item"], first["new"], again["new"], n_kept(kept)) == (first["item"], True, False, before)
    assert len(tawthiq(kept, "item", "show", first["item"]).document["receipts"]) == 2


def test_a_day_that_has_not_come_is_refused(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "tomorrow.txt").write_text("An invented text of tomorrow.")
    before = n_kept(kept)
    said = tawthiq(kept, "item", "add", str(tmp_path / "tomorrow.txt"), "--published", "2999-01-01")
    (finding,) = said.document["items"][0]["findings"]
    assert (said.code, finding["code"], finding["where"]) == (3, "ImpossibleDate", "tomorrow.txt")
    typed = ["--situation", "SY", "--violation", "recruitment_use"]
    case = tawthiq(kept, "incident", "add", *typed, "--on", "2999-01-01")
    assert (case.code, case.document["error"]["code"], case.document["error"]["where"]) == (
        3,
        "ImpossibleDate",
        "happened_on",
    )
    assert n_kept(kept) == before
    assert tawthiq(kept, "incident", "list").document["incidents"] == []


def test_without_a_publication_date_relative_days_stay_open_and_say_so(tmp_path: Path) -> None:
    said = tawthiq(tmp_path / "home", "extract", str(TWIN))
    assert (said.code, said.document["published_on"]) == (0, None)
    assert said.document["warnings"] == ["publication_date_missing"]
    (told,) = (one for one in said.document["statements"] if one["quote"].startswith("In June"))
    assert "relative_date_unresolved" in told["warnings"]
    assert (told["act_period"], told["medium_released_on"]) == (None, None)


def test_a_person_is_told_what_could_not_be_read_too(tmp_path: Path) -> None:
    for name, words, told in (
        ("open.txt", "Last month the army took 20 boys in Lusa, a teacher said.", "give --published"),
        ("german.txt", "Milizen haben nach Angaben der Stadt zwölf Kinder entführt.", "only English"),
    ):
        (tmp_path / name).write_text(words)
        plain = [word for word in spelled(tmp_path / "home", "extract", str(tmp_path / name)) if word != "--json"]
        ran = subprocess.run(plain, env=newcomer(), capture_output=True, text=True, check=False)
        assert (ran.returncode, told in ran.stderr.replace("\n", " ")) == (0, True)


@pytest.mark.parametrize("name", ["latin.txt", "broken.pdf"])
def test_a_file_that_cannot_be_read_is_named_as_the_person_knows_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"%PDF-1.4\nnothing" if name.endswith("pdf") else b"Le gar\xe7on")
    said = tawthiq(tmp_path / "home", "extract", str(tmp_path / name))
    assert (said.code, said.document["error"]["where"].partition(",")[0]) == (3, name)


def test_an_unknown_code_is_quarantined_with_row_and_field(kept: Path, tmp_path: Path) -> None:
    rows = [row(1), row(2, sex="x"), row(3, party="no such party"), row(4)]
    (tmp_path / "register.csv").write_text(REGISTER + "".join(rows))
    said = tawthiq(kept, "case", "import", str(tmp_path / "register.csv"), "--register", "bad")
    assert (said.code, said.document["in"]) == (3, 2)
    found = [(one["row"], one["field"], one["code"]) for one in said.document["quarantined"]]
    assert found == [(3, "sex", "UnknownCode"), (4, "party", "UnknownCode")]
    assert is_whole(kept)


@pytest.mark.django_db(databases=["default", "identities"])
def test_nobody_signs_twice(collector: Actor, verifier: Actor) -> None:
    (act_id,) = put_register(collector, 0, 1)
    judgement = Judgement(Stage.FOCAL, Status.PENDING, "provisional@1", "invented group")
    with Work(verifier, Action.ASSESS) as work:
        assess(work, [act_id], judgement)
    with pytest.raises(SecondSignature) as refused, Work(verifier, Action.ASSESS) as work:
        assess(work, [act_id], replace(judgement, stage=Stage.FINAL, occurrence=Status.VERIFIED))
    assert (refused.value.where, refused.value.exit_code) == (act_id, 4)
    assert len(get_assessments(Reader(verifier), [act_id])[act_id]) == 1
    assert audit(Reader(verifier)).faults == ()


@pytest.mark.django_db(databases=["default", "identities"])
def test_a_verified_record_edited_afterwards_waits_again_and_leaves_the_figures(
    collector: Actor, verifier: Actor
) -> None:
    edited, left = put_register(collector, 1, 2)
    verify(verifier, [edited, left])
    reader = Reader(verifier)
    assert count_now(reader, SPEC).ids == tuple(sorted((edited, left)))
    with Work(collector, Action.CASE_WRITE, at=AT) as work:
        put_act(work, replace(get_act(work, edited), sex=Sex.F))
    assert count_now(reader, SPEC).ids == (left,)
    assert [thing for _place, thing in find_waiting(reader)] == [edited]
    assert audit(reader).faults == ()


def limited(home: Path, n_bytes: int, *words: str) -> subprocess.CompletedProcess[str]:
    """A command whose files may not grow past a size: to it, the disk is full."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (n_bytes, n_bytes))

    environment = {**newcomer(), "PYTHONDONTWRITEBYTECODE": "1", "NUMBA_CACHE_DIR": str(home.parent / "numba")}
    command = spelled(home, *words)
    return subprocess.run(
        command, env=environment, preexec_fn=limit, capture_output=True, text=True, check=False, timeout=900
    )


@pytest.mark.parametrize("full", ["vault", "database"])
def test_a_full_disk_is_said_and_nothing_is_half_written(kept: Path, tmp_path: Path, full: str) -> None:
    if full == "vault":
        (tmp_path / "large.txt").write_bytes(b"invented words\n" * 400_000)
    else:
        for number in range(60):
            (tmp_path / f"{number}.txt").write_text(f"Invented text {number} for a full disk.")
    before = n_kept(kept)
    ran = limited(kept, 4_000_000 if full == "vault" else 50_000, "item", "add", str(tmp_path))
    assert (ran.returncode, "StorageFailed" in ran.stdout, "Traceback" in ran.stderr) == (1, True, False), ran.stderr
    assert n_kept(kept) == before
    assert list((kept / "vault" / "incoming").glob("*")) == []
    assert is_whole(kept)
    assert tawthiq(kept, "item", "add", str(tmp_path)).code == 0
