"""Two runs of the rules say the same, whatever order Python keeps its sets in."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
READ = """
import hashlib, sys
from pathlib import Path
from tawthiq.record.extract.evaluation.harness import load_texts, read_all
from tawthiq.record.extract.extractors.rules import Rules
texts = [one for part in ("dev", "seen", "open") for one in load_texts(Path(sys.argv[1]), part)]
print(len(texts), hashlib.sha256(repr(read_all(Rules(), texts)).encode()).hexdigest())
"""


def read_with(seed: str) -> str:
    """How many texts, and one hash of all that is read of them; their gold is not looked at."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", READ, str(ROOT / "evaluation" / "texts")]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def test_the_order_of_a_set_changes_no_reading() -> None:
    first, *others = (read_with(seed) for seed in ("0", "1", "2"))
    assert int(first.split()[0]) > 170
    assert others == [first, first]
