"""Whatever comes in, nothing is half-written: a clear error or a named row, and the log still verifies."""

from __future__ import annotations

import random
import resource
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from house.source import newcomer
from stories.told import TWIN, Said, spelled, tawthiq
from tawthiq.doors.audit import audit
from tawthiq.record.link.act import Sex
from tawthiq.record.link.models.read import get_act
from tawthiq.record.link.models.write import put_act
from tawthiq.record.verify.assessment import Stage, Status
from tawthiq.record.verify.models.read import get_assessments
from tawthiq.record.verify.models.subjects import find_waiting
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
REGISTER = (
    "incident_id,violation,act_id,child_id,sex,party,attribution,occurred_from,occurred_to,situation,status,"
    "verified_on,verified_by,policy,source_kinds\n"
)
SPEC = parse_spec(situation="SY", period="2014", violation="recruitment_use", by="sex")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with its tables made."""
    home = tmp_path_factory.mktemp("bad") / "home"
    assert tawthiq(home, "account", "add", "printer", "--role", "publisher").code == 0
    return home


def is_whole(home: Path) -> bool:
    """Whether the log verifies, every row and file with it."""
    return bool(tawthiq(home, "audit", "verify").document["ok"])


def n_kept(home: Path) -> int:
    with sqlite3.connect(home / "record.db") as record:
        return int(record.execute("SELECT COUNT(*) FROM collect_item").fetchone()[0])


def row(number: int, *, sex: str = "m", party: str = "isil", status: str = "pending") -> str:
    decided = "2014-11-01,invented group,provisional@1" if status == "verified" else ",,"
    told = f"recruitment_use,A{number},C{number},{sex},{party},sole,2014-05-01,2014-05-01,SY,{status},{decided},witness"
    return f"I{number},{told}\n"


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
    assert find_waiting(reader) == [edited]
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


def kill_when(command: list[str], due: Callable[[], bool], **environment: str) -> bool:
    """Run a command, kill -9 it once it is due; False when it ended before that."""
    with subprocess.Popen(
        command, env={**newcomer(), **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        while process.poll() is None:
            if due():
                process.send_signal(signal.SIGKILL)
                process.wait()
                return True
            time.sleep(0.002)
    return False


def test_item_add_killed_at_any_moment_leaves_whole_batches_and_ends_when_run_again(tmp_path: Path) -> None:
    home, inbox = tmp_path / "home", tmp_path / "inbox"
    inbox.mkdir()
    for number in range(250):
        (inbox / f"{number}.txt").write_text(f"Invented text number {number}.")
    assert tawthiq(home, "item", "list").code == 0
    chance = random.Random(2)
    for _ in range(3):
        there = sum(1 for _ in (home / "vault").glob("objects/??/??/*"))
        wanted = there + chance.randrange(1, 60)
        kill_when(
            spelled(home, "item", "add", str(inbox)),
            lambda wanted=wanted: sum(1 for _ in (home / "vault").glob("objects/??/??/*")) >= wanted,
        )
        assert n_kept(home) % 50 == 0, "a batch is there whole or not at all"
        assert is_whole(home)
    assert tawthiq(home, "item", "add", str(inbox)).code == 0
    assert n_kept(home) == 250
    assert is_whole(home)


def test_release_build_killed_leaves_a_whole_folder_or_none(tmp_path: Path) -> None:
    home = tmp_path / "home"
    for name, role in (("proposer", "verifier"), ("printer", "publisher")):
        assert tawthiq(home, "account", "add", name, "--role", role).code == 0
    (tmp_path / "register.csv").write_text(REGISTER + "".join(row(n, status="verified") for n in range(30)))
    assert tawthiq(home, "case", "import", str(tmp_path / "register.csv")).code == 0
    asked = ["--situation", "SY", "--period", "2014", "--k", "1", "--reason", "invented"]
    proposal = tawthiq(home, "release", "propose", *asked, by="proposer").document["proposal"]
    build = ["release", "build", proposal, "--override", "invented"]
    releases = home / "releases"
    kill_when([*spelled(home, *build), "--as", "printer"], lambda: any(releases.glob(".part-*/*")))
    assert all((folder / "SHA256SUMS").exists() for folder in releases.glob("rel_*"))
    assert is_whole(home)
    finish(home, build)
    (release,) = tawthiq(home, "release", "list").document["releases"]
    assert tawthiq(home, "release", "verify", release["release"]).document["ok"]
    assert is_whole(home)


def finish(home: Path, build: list[str]) -> None:
    """What a person does after the kill: write what was kept, or build what was not."""
    kept = tawthiq(home, "release", "list").document["releases"]
    if not kept:
        assert tawthiq(home, *build, by="printer").code == 0
    elif not (home / "releases" / kept[0]["release"]).exists():
        assert tawthiq(home, "release", "write", kept[0]["release"]).code == 0


def test_the_job_of_a_killed_worker_goes_on(tmp_path: Path) -> None:
    home, inbox = tmp_path / "home", tmp_path / "inbox"
    inbox.mkdir()
    for number in range(40):
        (inbox / f"{number}.txt").write_text(f"The invented group recruited {number + 2} children in Syria in 2014.")
    assert tawthiq(home, "item", "add", str(inbox)).code == 0
    job = tawthiq(home, "job", "run", "flow").document["job"]

    def is_under_way() -> bool:
        with sqlite3.connect(home / "record.db", timeout=30) as record:
            state, n_done = record.execute("SELECT state, n_done FROM jobs_job WHERE id = ?", (job,)).fetchone()
        return bool(state == "running" and n_done >= 3)

    soon = {"TAWTHIQ_JOB_LEASE_S": "2"}
    worker = [*spelled(home, "worker", "--until-idle")]
    worker.remove("--json")
    assert kill_when(worker, is_under_way, **soon)
    assert job_of(home, job).document["state"] == "running", "nobody has noticed yet"
    assert is_whole(home)
    time.sleep(2.5)
    subprocess.run(worker, env={**newcomer(), **soon}, capture_output=True, check=True, timeout=900)
    assert job_of(home, job).document["state"] == "done"
    statements = tawthiq(home, "statement", "list", "--limit", "1000").document["statements"]
    spans = [(one["item"], str(one["span"])) for one in statements]
    assert len({item for item, _ in spans}) == 40
    assert len(spans) == len(set(spans)), "what was done before the kill was not done twice"
    assert is_whole(home)


def job_of(home: Path, job: str) -> Said:
    return tawthiq(home, "job", "show", job)
