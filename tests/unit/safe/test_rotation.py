"""Promises of a new key: the old one hands over, each signs in its own time, and nobody else can take the log over."""

from __future__ import annotations

import io
import json
import os
import secrets
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tawthiq.doors.audit import audit
from tawthiq.doors.evidence.export import export_evidence
from tawthiq.doors.evidence.gather import Flavour
from tawthiq.doors.evidence.log_folder import export_log
from tawthiq.doors.evidence.outside.run import verified_steps
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.safe import checkpoints, ledger
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.checkpoint import checkpoint_text, read_checkpoint
from tawthiq.safe.handover import Handover, chained, read_handover, signed_handover
from tawthiq.safe.home import Home
from tawthiq.safe.log_keys import key_chain
from tawthiq.safe.rotation import hand_over
from tawthiq.safe.signed_note import NoteKey, key_of, sign
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import IntegrityBroken, NotPermitted

database = pytest.mark.django_db(databases=["default", "identities"])
ADMINISTRATOR = Actor("usr_admin", frozenset({Role.ADMINISTRATOR, Role.AUDITOR, Role.COLLECTOR, Role.PUBLISHER}))
NAME, ROOT = "tawthiq.invalid/log/0", "ab" * 32
OLD, NEW, THIEF = (bytes([n]) * 32 for n in (1, 2, 3))
Commit = Callable[..., Any]


def keys(*seeds: bytes) -> list[NoteKey]:
    return [key_of(seed, NAME) for seed in seeds]


def test_a_handover_reads_back_with_both_keys_and_its_place() -> None:
    made = read_handover(signed_handover(OLD, NEW, NAME, 7, ROOT), 7, NAME)
    assert made == Handover(7, ROOT, *keys(OLD, NEW))


def forged() -> dict[str, str]:
    """Handovers that are none, by what is wrong with them."""
    good = signed_handover(OLD, NEW, NAME, 7, ROOT)
    other = signed_handover(THIEF, NEW, NAME, 7, ROOT)
    return {
        "to a thief's key under the old signature": good.replace(keys(NEW)[0].text, keys(THIEF)[0].text),
        "by a thief in the old key's name": other.replace(keys(THIEF)[0].text, keys(OLD)[0].text),
        "signed by the old key alone": "\n".join(good.split("\n")[:-2]) + "\n",
        "signed by the new key alone": "\n".join([*good.split("\n")[:-3], *good.split("\n")[-2:]]),
        "over another history": good.replace("q6ur", "q6us"),
        "of another log, signed by both keys of this one": signed_handover(OLD, NEW, f"{NAME}1", 7, ROOT),
        "of another line": signed_handover(OLD, NEW, NAME, 8, ROOT),
        "to the same key": signed_handover(OLD, OLD, NAME, 7, ROOT),
        "a head": sign(OLD, NAME, checkpoint_text(NAME, 7, ROOT)),
        "nothing": "",
    }


@pytest.mark.parametrize("which", sorted(forged()))
def test_a_forged_handover_is_none(which: str) -> None:
    with pytest.raises(IntegrityBroken):
        read_handover(forged()[which], 7, NAME)


def test_each_key_signs_in_its_own_time_and_a_gap_between_keys_is_found() -> None:
    old, new, last = keys(OLD, NEW, THIEF)
    first, second = Handover(7, ROOT, old, new), Handover(20, ROOT, new, last)
    chain = chained([first, second], last)
    assert [chain.at(size) for size in (1, 7, 8, 20, 21, 9999)] == [old, old, new, new, last, last]
    assert [size for size, _ in chain.keys] == [0, 8, 21]
    for broken, end in (([second, first], new), ([first], last), ([Handover(20, ROOT, old, last)], new)):
        with pytest.raises(IntegrityBroken):
            chained(broken, end)


@pytest.fixture
def commit(django_capture_on_commit_callbacks: Commit) -> Commit:
    """Runs what waits for the end of a transaction."""
    return django_capture_on_commit_callbacks


def keep(words: str) -> str:
    with Work(ADMINISTRATOR, Action.ITEM_ADD) as work:
        return add_item(work, io.BytesIO(words.encode()), Arrival("note.txt")).item.id


def rotate(commit: Commit) -> Handover:
    with commit(execute=True), Work(ADMINISTRATOR, Action.LEDGER_ROTATE, purpose="invented reason") as work:
        return hand_over(work)


def sign_now(commit: Commit) -> str:
    with commit(execute=True), Work(ADMINISTRATOR, Action.LEDGER_SIGN):
        return checkpoints.sign_head().note


def faults() -> list[str]:
    return [one.what for one in audit(Reader(ADMINISTRATOR)).faults]


@database
def test_old_heads_open_with_the_old_key_new_ones_with_the_new_and_the_old_seed_is_gone(
    home: Home, commit: Commit
) -> None:
    keep("invented")
    before, old = home.log_key(), sign_now(commit)
    made = rotate(commit)
    keep("more")
    new = sign_now(commit)
    assert read_checkpoint(old, made.before)[0] == made.seq == 2
    assert read_checkpoint(new, made.after)[0] == 5
    for note, key in ((old, made.after), (new, made.before)):
        with pytest.raises(IntegrityBroken):
            read_checkpoint(note, key)
    assert before not in [path.read_bytes() for path in home.keys.iterdir()], "nobody signs with it again"
    assert home.log_verifier() == key_chain().last == made.after and made.after.name == made.before.name
    assert faults() == []


@database
def test_a_second_handover_follows_the_first(commit: Commit) -> None:
    keep("invented")
    first, second = rotate(commit), rotate(commit)
    sign_now(commit)
    assert first.after == second.before and len(key_chain().keys) == 3
    assert faults() == []


@database
def test_killed_before_the_old_seed_was_deleted_the_home_signs_with_the_new_one(home: Home, commit: Commit) -> None:
    keep("invented")
    with Work(ADMINISTRATOR, Action.LEDGER_ROTATE, purpose="invented reason") as work:
        made = hand_over(work)
    assert (home.keys / "log-next.key").exists()
    assert read_checkpoint(sign_now(commit), made.after)[0] == 3
    assert rotate(commit).before == made.after
    assert faults() == [] and not (home.keys / "log-next.key").exists()


@database
def test_a_handover_that_was_taken_back_changes_nothing(home: Home, commit: Commit) -> None:
    keep("invented")
    key = home.log_verifier()
    with pytest.raises(ZeroDivisionError), Work(ADMINISTRATOR, Action.LEDGER_ROTATE, purpose="invented") as work:
        hand_over(work)
        raise ZeroDivisionError
    assert home.log_verifier() == key_chain().last == key
    sign_now(commit)
    assert faults() == []


@database
@pytest.mark.parametrize("thief_signs", [True, False])
def test_a_handover_that_an_intruder_writes_is_a_fault_and_nothing_is_signed(thief_signs: bool, home: Home) -> None:
    keep("invented")
    head = ledger.head()
    seed = THIEF if thief_signs else home.log_key()
    note = signed_handover(seed, secrets.token_bytes(32), home.log_name, head.size, head.root)
    with Work(ADMINISTRATOR, Action.LEDGER_ROTATE, purpose="invented reason") as work:
        work.record(home.log_name, {"note": note}, detail={"note": note})
    assert any("does not hold" in one for one in faults())
    with pytest.raises(IntegrityBroken), Work(ADMINISTRATOR, Action.LEDGER_SIGN):
        checkpoints.sign_head()


@database
def test_a_handover_behind_another_head_than_the_one_signed_there_is_a_fault(home: Home, commit: Commit) -> None:
    keep("invented")
    before = home.log_key()
    sign_now(commit)
    head = ledger.head()
    note = signed_handover(before, home.next_log_key(), home.log_name, head.size, ROOT)
    with Work(ADMINISTRATOR, Action.LEDGER_ROTATE, purpose="invented reason") as work:
        work.record(home.log_name, {"note": note}, detail={"note": note})
    assert any("another head" in one for one in faults())


@database
def test_a_key_of_the_home_outlives_a_process_killed_before_it_swept_up(home: Home) -> None:
    key = home.log_key()
    os.link(home.keys / "log.key", home.keys / f"log.{os.getpid()}")
    home.next_log_key()
    assert home.log_key() == key, "the next process of that number wrote into what was left"


@database
def test_only_the_administrator_rotates_and_only_for_a_reason(collector: Actor) -> None:
    with pytest.raises(NotPermitted), Work(collector, Action.LEDGER_ROTATE, purpose="curious"):
        pass
    with pytest.raises(NotPermitted), Work(ADMINISTRATOR, Action.LEDGER_ROTATE):
        pass


@pytest.fixture
def handed_over(tmp_path: Path, commit: Commit) -> tuple[Path, Path, Handover]:
    """A package and a log of a home whose key was replaced."""
    item = keep("invented words")
    made = rotate(commit)
    reader = Reader(ADMINISTRATOR, "the court asked")
    export_evidence(reader, [item], tmp_path / "package", Flavour.FULL)
    export_log(reader, tmp_path / "log")
    return tmp_path / "package", tmp_path / "log", made


def told(folder: Path, key: str = "") -> dict[str, str]:
    return {step.name: f"{step.state}: {step.told}" for step in verified_steps(folder, key)}


@database
def test_an_outsider_who_knows_either_key_checks_package_and_log(handed_over: tuple[Path, Path, Handover]) -> None:
    package, log, made = handed_over
    for folder in (package, log):
        said = told(folder, made.after.fingerprint)
        assert said["keys"].startswith("ok: 2 keys") and said["key"] == "ok: signed with the key that you were told"
        assert said | told(folder, made.before.fingerprint) != said
        assert told(folder, made.before.fingerprint)["key"].startswith("ok: the key that you were told handed over")
        assert told(folder, "0" * 64)["key"].startswith("failed")
        assert not any(one.startswith("failed") for one in said.values())
        ran = subprocess.run(
            [sys.executable, "-I", "-S", "verify.py", ".", "--json"], cwd=folder, capture_output=True, check=False
        )
        assert (ran.returncode, {one["step"] for one in json.loads(ran.stdout)["steps"]}) == (0, set(said))


@database
def test_an_outsider_finds_a_handover_that_is_left_out_or_forged(handed_over: tuple[Path, Path, Handover]) -> None:
    package, _, made = handed_over
    custody = package / "data" / "custody"
    good = (custody / "events.jsonl").read_text().splitlines(keepends=True)
    (line,) = (one for one in good if "ledger.rotate" in one)
    thief = signed_handover(THIEF, NEW, made.before.name, made.seq, made.root)
    told_note = json.dumps(json.loads(line)["detail"]["note"], ensure_ascii=False)
    by_thief = line.replace(told_note, json.dumps(thief, ensure_ascii=False))
    for instead, why in (("", "not signed by this key"), (by_thief, "hands over to another key")):
        (custody / "events.jsonl").write_text("".join(one if one != line else instead for one in good))
        assert why in told(package)["signature"] and told(package)["signature"].startswith("failed")
