"""A scrub finds what is missing, changed, extra, and goes on where it was interrupted."""

from __future__ import annotations

import io

import pytest

from tawthiq.doors import scrub as room
from tawthiq.doors.jobs.kinds import runner_of
from tawthiq.doors.scrub import scrub, scrub_whole
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.home import Home
from tawthiq.safe.work import Reader, Work

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
AUDITOR = Actor("usr_auditor", frozenset({Role.AUDITOR}))


@pytest.fixture
def kept(collector: Actor) -> list[str]:
    """Hashes of three kept files, sorted."""
    with Work(collector, Action.ITEM_ADD) as work:
        added = [add_item(work, io.BytesIO(f"invented {n}".encode()), Arrival(f"{n}.txt")) for n in range(3)]
    return sorted(one.item.sha256 for one in added)


def test_missing_changed_and_extra_files_are_named_apart(kept: list[str], home: Home) -> None:
    assert scrub_whole(Reader(AUDITOR)).faults == []
    home.vault.path(kept[0]).unlink()
    home.vault.path(kept[1]).chmod(0o600)
    home.vault.path(kept[1]).write_bytes(b"other")
    extra = home.vault.put(io.BytesIO(b"named by nobody")).sha256
    found = scrub_whole(Reader(AUDITOR))
    assert (found.ok, found.n_done) == (False, 3)
    assert found.faults == [("missing", kept[0]), ("changed", kept[1]), ("extra", extra)]


def test_an_interrupted_scrub_goes_on_behind_its_last_batch(
    kept: list[str], home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "BATCH_FILES", 1)
    home.vault.path(kept[0]).unlink()
    steps = scrub(Reader(AUDITOR))
    assert next(steps) == (1, 3)
    steps.close()
    assert list(scrub(Reader(AUDITOR))) == [(2, 3), (3, 3)]
    steps = scrub(Reader(AUDITOR))
    next(steps)
    steps.close()
    found = scrub_whole(Reader(AUDITOR))
    assert (found.n_done, found.faults) == (3, [("missing", kept[0])])


def test_a_scrub_is_a_job_with_progress(kept: list[str]) -> None:
    assert list(runner_of("scrub")(AUDITOR, {})) == [(3, 3)]
