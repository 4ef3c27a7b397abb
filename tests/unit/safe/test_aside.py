"""Promises of what is written aside: a killed process leaves nothing for long, a living one keeps its parts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tawthiq.safe.aside import Aside

OTHER = """
import os, sys
from pathlib import Path
from tawthiq.safe.aside import Aside
aside = Aside(Path(sys.argv[1]))
os.write(aside.new_part()[0], b"half")
print("ready", flush=True)
sys.stdin.read()
"""


def other_process(incoming: Path) -> subprocess.Popen[bytes]:
    """A process that has written a part and waits."""
    command = [sys.executable, "-c", OTHER, str(incoming)]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdout is not None and other.stdout.readline() == b"ready\n"
    return other


def test_the_part_of_a_killed_process_goes_with_the_next_put_that_of_a_living_one_stays(tmp_path: Path) -> None:
    killed, living = other_process(tmp_path), other_process(tmp_path)
    killed.kill()
    killed.communicate()
    mine = Aside(tmp_path)
    assert len(mine.parts()) == 2, "both wrote a part"
    handle, part = mine.new_part()
    os.close(handle)
    assert part in mine.parts() and len(mine.parts()) == 2, "the killed one's part is gone"
    living.communicate()
    assert mine.parts() == [part], "a process that ends takes its own along"


def test_a_folder_taken_away_is_made_again(tmp_path: Path) -> None:
    aside = Aside(tmp_path)
    handle, part = aside.new_part()
    os.close(handle)
    part.unlink()
    part.parent.rmdir()
    handle, again = aside.new_part()
    os.close(handle)
    assert again.exists()
