"""Promises of starting: a command loads what it needs, not what others need."""

import os
import subprocess
import sys

import pytest

HEAVY = ("django", "numpy", "scipy", "numba", "typer", "pydantic", "yaml")


def loaded(statement: str, *arguments: str) -> set[str]:
    """The top-level modules that are loaded after a statement, in a Python of its own."""
    program = f"import sys; sys.argv[1:] = {list(arguments)!r}; {statement}; print('|'.join(sys.modules))"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, env=env)
    return {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split("|")}


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_told_without_loading_anything_heavy(option: str) -> None:
    assert loaded("from tawthiq.doors.cli import main; main()", option).isdisjoint(HEAVY)


def test_the_tables_of_publish_are_loaded_without_the_solver() -> None:
    setup = "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'settings'; import django; django.setup()"
    assert loaded(setup).isdisjoint({"scipy", "numba", "vl_convert", "typst", "PIL"})
