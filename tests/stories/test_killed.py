"""A command killed at any moment leaves whole acts, and is finished by running it again."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from house.source import newcomer
from stories.told import REGISTER, Said, is_whole, n_kept, row, spelled, tawthiq


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


def holds(folder: Path, pattern: str, wanted: int) -> bool:
    """Whether a folder that somebody is writing to has come to so many paths; asked again where one went meanwhile."""
    try:
        return sum(1 for _ in folder.glob(pattern)) >= wanted
    except FileNotFoundError:
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
            partial(holds, home / "vault", "objects/??/??/*", wanted),
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
    kill_when([*spelled(home, *build), "--as", "printer"], partial(holds, releases, ".part-*/*", 1))
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
    with sqlite3.connect(home / "record.db") as record:
        wanted = "SELECT thing FROM ledger_line WHERE json_extract(event, '$.action') = 'item.extracted'"
        read = [thing for (thing,) in record.execute(wanted)]
    assert (len(read), len(set(read))) == (40, 40), "each text is read, none twice"
    assert is_whole(home)


def job_of(home: Path, job: str) -> Said:
    return tawthiq(home, "job", "show", job)


def test_a_watched_folder_killed_at_any_moment_is_taken_once_and_whole(tmp_path: Path) -> None:
    home, inbox = tmp_path / "home", tmp_path / "inbox"
    inbox.mkdir()
    for number in range(450):
        (inbox / f"{number}.txt").write_text(f"Invented text number {number}.")
    assert tawthiq(home, "item", "list").code == 0
    chance = random.Random(4)
    for _ in range(2):
        wanted = sum(1 for _ in (home / "vault").rglob("*")) + chance.randrange(20, 200)
        kill_when(
            spelled(home, "item", "watch", str(inbox), "--once"),
            partial(holds, home / "vault", "**/*", wanted),
        )
        assert is_whole(home)
    assert tawthiq(home, "item", "watch", str(inbox), "--once").code == 0
    assert tawthiq(home, "item", "watch", str(inbox), "--once").document["n_items"] == 0
    with sqlite3.connect(home / "record.db") as record:
        counted = record.execute("SELECT COUNT(*), COUNT(DISTINCT item_id) FROM collect_receipt").fetchone()
    assert counted == (450, 450), "each file is received, none twice"
    assert is_whole(home)
