"""The demo: invented, whole, built to the totals that were published; nothing of what it says leaks into a log."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from house.source import newcomer
from stories.told import TWIN, Said, tawthiq
from tawthiq.doors.demo.people import PEOPLE
from tawthiq.terms.identity import Kind

ASKED = ("--situation", "SY", "--period", "2014", "--violation", "recruitment_use")
IDENTITY = re.compile(rf"(?:{'|'.join(Kind)})_[a-z2-7]{{26}}|usr_founder")


@dataclass(frozen=True)
class Demo:
    """The loaded home, and what the loading said."""

    home: Path
    loading: Said

    def figure(self, by: str) -> dict[str, Any]:
        """A figure of the register, its rows by code."""
        figure = tawthiq(self.home, "figure", "build", *ASKED, "--by", by, "--no-ids").document
        rows = {row.get(by, "total"): row for row in figure["rows"]}
        return {"value": figure["value"], "rows": rows, "notes": figure["notes"]}

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What the record's database answers."""
        with sqlite3.connect(f"file:{self.home / 'record.db'}?mode=ro", uri=True) as record:
            return record.execute(sql).fetchall()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    home = tmp_path_factory.mktemp("demo") / "home"
    return Demo(home, tawthiq(home, "demo", "load"))


def n_lines(demo: Demo) -> int:
    return int(tawthiq(demo.home, "audit", "verify").document["lines"])


def told(demo: Demo) -> Iterator[str]:
    """Runs of three words of the twin, and the names of outlets and users: what no log may hold."""
    yield from ("Harbour", "Courier", "harbour_watch", "Observatoire", "مرصد", "verifier2")
    words = re.findall(r"\w+", TWIN.read_text(encoding="utf-8"))
    yield from (" ".join(words[place : place + 3]) for place in range(0, len(words) - 3, 3))


def test_the_register_adds_up_to_what_was_published(demo: Demo) -> None:
    party, sex, armed = (demo.figure(by) for by in ("party", "sex", "armed_or_combat"))
    assert {figure["value"] for figure in (party, sex, armed)} == {278}
    assert {code: row["value"] for code, row in sex["rows"].items() if code != "total"} == {"m": 271, "f": 7}
    named = {code: party["rows"][code]["value"] for code in ("fsa", "isil", "nusra", "ypg")}
    assert named == {"fsa": 142, "isil": 69, "nusra": 25, "ypg": 24}
    assert party["rows"]["unidentified"]["value"] == 18, "the remainder is printed, not dropped"
    share = armed["rows"]["yes"]
    assert (share["percent"], share["numerator"], share["denominator"], share["unknown"]) == (77, 214, 278, 12)


def test_a_second_load_changes_nothing(demo: Demo) -> None:
    before, files = n_lines(demo), sorted(path for path in demo.home.rglob("*") if path.is_file())
    again = tawthiq(demo.home, "demo", "load")
    assert (again.code, again.document["loaded"]) == (0, [])
    assert n_lines(demo) == before
    assert [path for path in sorted(demo.home.rglob("*")) if path.is_file() and path not in files] == []


def test_the_log_and_the_release_are_as_they_were_written(demo: Demo) -> None:
    assert demo.loading.code == 0
    assert tawthiq(demo.home, "audit", "verify").document["ok"]
    (release,) = tawthiq(demo.home, "release", "list").document["releases"]
    assert tawthiq(demo.home, "release", "verify", release["release"]).document["ok"]
    assert tawthiq(demo.home, "doctor").document["ok"]


def test_no_log_holds_a_name_or_a_word_of_a_text(demo: Demo) -> None:
    walker = [sys.executable, str(Path(__file__).with_name("walk_desk.py")), str(demo.home)]
    ran = subprocess.run(walker, env=newcomer(), capture_output=True, text=True, check=False, timeout=900)
    assert int(ran.stdout or 0) >= 30, ran.stderr[-2000:]
    assert "request_finished" in ran.stderr, "the walk was logged"
    logs = demo.loading.complained + ran.stderr
    assert [words for words in told(demo) if words in logs] == []
    assert [name for name in PEOPLE if re.search(rf'[":\s/]{name}[",\s/]', ran.stderr)] == []


def test_the_ledger_names_nobody_and_repeats_no_text(demo: Demo) -> None:
    lines = [line for (line,) in demo.rows("SELECT event FROM ledger_line")]
    assert len(lines) > 100
    assert [words for words in told(demo) if any(words in line for line in lines)] == []
    assert [name for name in PEOPLE if any(f'"{name}"' in line and '"roles"' not in line for line in lines)] == []


def test_an_id_says_its_kind_and_nothing_else(demo: Demo) -> None:
    things = {thing for (thing,) in demo.rows("SELECT thing FROM ledger_line")}
    assert [thing for thing in things if not IDENTITY.fullmatch(thing)] == []


def test_a_file_name_says_a_hash_an_id_or_a_kind_of_file(demo: Demo) -> None:
    kept = [path for path in (demo.home / "vault" / "objects").rglob("*") if path.is_file()]
    assert len(kept) >= 8
    assert [path.name for path in kept if not re.fullmatch(r"[0-9a-f]{64}", path.name)] == []
    names = {part for path in demo.home.rglob("*") for part in path.relative_to(demo.home).parts}
    assert [name for name in names for words in told(demo) if words.lower() in name.lower()] == []
    assert [name for name in names for user in PEOPLE if user in name] == []
