"""Load: the whole way once, with invented data, in a home that holds nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from tawthiq.doors.boot import boot, choose_home
from tawthiq.terms.errors import Conflict

MARK = "demo.loaded"
BEGUN = "demo.begun"
"""Stands in a home from the first to the last line of loading: a load that was interrupted starts anew."""

SETTINGS = """# Written by `tawthiq demo load`: everything in this home is invented.
demo = true
body = "the invented task force"
"""


def is_loaded(home: Path) -> bool:
    """Whether the demo is in this home already."""
    return (home / MARK).exists()


def load(home: Path) -> Iterator[str]:
    """Load what is missing, telling each part as it is done; raises Conflict in a home with other records."""
    if is_loaded(home):
        choose_home(home)
        boot(home)
        return
    if (home / BEGUN).exists():
        shutil.rmtree(home)
    if (home / "record.db").exists():
        raise Conflict("this home holds records already", where=home.name, do="choose an empty --home for the demo")
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    (home / BEGUN).touch()
    (home / "tawthiq.toml").write_text(SETTINGS)
    boot(home)
    yield from _story()
    (home / MARK).touch()
    (home / BEGUN).unlink()


def _story() -> Iterator[str]:
    from tawthiq.doors.demo import cases, items, people, report
    from tawthiq.doors.demo.invented import SYRIA_2014, register_rows

    people.make_people()
    cases.make_body()
    collector, verifier = people.actor_called("collector"), people.actor_called("verifier")
    yield "four invented users"
    kept = items.add_texts(collector)
    items.add_totals(collector)
    items.add_lists(collector)
    items.read_all(collector)
    yield f"{len(kept)} items, their copies, their statements"
    confirmed = cases.confirm_statements(verifier, kept[items.TWIN])
    cases.confirm_statements(verifier, kept["field_note_en.txt"], n_kept_open=0)
    acts = cases.make_cases(collector, cases.confirmed_of(collector, kept["field_note_en.txt"]))
    cases.begin_cases(acts)
    yield f"{len(confirmed)} confirmed statements, {len(acts)} cases that wait"
    items.add_register(collector)
    registered = cases.register_acts(
        collector, [f"{items.REGISTER}:{row['act_id']}" for row in register_rows(SYRIA_2014)]
    )
    cases.verify_register(registered)
    yield f"{len(registered)} invented acts, verified by two people"
    yield from report.make_report()
