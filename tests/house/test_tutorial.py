"""What the tutorial tells a newcomer to type gives what the tutorial says it gives."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from house.source import ROOT, newcomer

NEXT = "@@@ next block @@@"
PAGE = ROOT / "docs" / "tutorial" / "keep-a-file.md"


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The output of each block of the page, run in one shell."""
    blocks = re.findall(r"```sh\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    script = "set -eu\n" + f"\necho '{NEXT}'\n".join(blocks)
    place = tmp_path_factory.mktemp("newcomer")
    ran = subprocess.run(["bash", "-c", script], cwd=place, env=newcomer(), capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout.split(f"{NEXT}\n")


def test_a_file_becomes_an_item(said: list[str]) -> None:
    assert re.search(r"itm_\w+.*True", said[0])


def test_the_same_bytes_are_the_same_item(said: list[str]) -> None:
    assert re.search(r"itm_\w+.*False", said[1])
    assert len(set(re.findall(r"itm_\w+", said[0] + said[1]))) == 1


def test_an_untouched_home_is_in_order(said: list[str]) -> None:
    assert re.search(r"ok\s+True", said[2])


def test_one_changed_byte_is_found(said: list[str]) -> None:
    assert re.search(r"ok\s+False", said[3])
    assert "exit code 3" in said[3]


def test_the_demo_of_the_second_tutorial_is_found_where_the_page_says(tmp_path: Path) -> None:
    page = (PAGE.parent / "from-figure-to-bytes.md").read_text(encoding="utf-8")
    load, show = re.findall(r"```sh\n(.*?)```", page, re.DOTALL)[:2]
    script = f"set -eu\n{load}\n{show.splitlines()[0]}"
    ran = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, env=newcomer(), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert re.search(r"^fig_\w+ .* party$", ran.stdout.replace(" \n", "\n"), re.MULTILINE), "no figure by party"
