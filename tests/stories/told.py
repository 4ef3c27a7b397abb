"""What the stories share: the article or its twin, the command line as a stranger runs it."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from house.source import ROOT, newcomer
from tawthiq.doors.demo import items

TWIN = ROOT / "src" / "tawthiq" / "doors" / "demo" / "data" / items.TWIN
SEED = Path("shared") / "seed" / "article.txt"
ARTICLE = next((top / SEED for top in (ROOT.parent, ROOT.parents[1]) if (top / SEED).exists()), None)
"""The article that the project grew from; it is not ours to ship."""


def texts() -> dict[str, Path]:
    """Name of the story -> the text it is told with; the name says where the twin stands in for the article."""
    return {"article": ARTICLE} if ARTICLE else {"twin-alone-as-the-article-is-not-here": TWIN}


REGISTER = (
    "incident_id,violation,act_id,child_id,sex,party,attribution,occurred_from,occurred_to,situation,status,"
    "verified_on,verified_by,policy,source_kinds\n"
)
"""The columns of the registers that stories bring in."""


@dataclass(frozen=True)
class Said:
    """What a command did. `document`: its JSON, None where it printed none."""

    code: int
    document: Any
    complained: str


def tawthiq(home: Path, *words: str, by: str = "", cwd: Path | None = None) -> Said:
    """Run `tawthiq WORDS --json` in a home, as an account or as the operator."""
    command = [*spelled(home, *words), *(["--as", by] if by else [])]
    ran = subprocess.run(command, env=newcomer(), cwd=cwd, capture_output=True, text=True, check=False, timeout=900)
    return Said(ran.returncode, json.loads(ran.stdout) if ran.stdout.strip() else None, ran.stderr)


def spelled(home: Path, *words: str) -> list[str]:
    """The command as a list."""
    return [sys.executable, "-m", "tawthiq", *words, "--json", "--home", str(home)]


def flip_byte(path: Path, place: int) -> None:
    """Change one byte of a kept file, as a failing disk or a hand would."""
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.chmod(0o640)
    path.write_bytes(bytes(data))


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
