"""Promises of the signed heads: one history, in a form that others read, and what was erased stays proved."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.db import connection

from tawthiq.doors.audit import audit
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.safe import checkpoints, guard, ledger, merkle
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.checkpoint import read_checkpoint
from tawthiq.safe.event import commitment, event_from, new_event
from tawthiq.safe.home import Home
from tawthiq.safe.levels import Levels
from tawthiq.safe.sealed.models import put_identity, reveal_identity, shred_identity
from tawthiq.safe.signed_note import key_from, open_note
from tawthiq.safe.tiles import index_path, tile_files
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import IntegrityBroken

Callbacks = Callable[..., AbstractContextManager[object]]
database = pytest.mark.django_db(databases=["default", "identities"])
AUDITOR = Actor("usr_auditor", frozenset({Role.AUDITOR, Role.REFERRAL}))

NOTE = (
    "This is an example message.\n\n\u2014 example.com/foo "
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
)
NOTE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
"""A note of another implementation with its key."""


def kept(collector: Actor, words: str) -> None:
    with Work(collector, Action.ITEM_ADD) as work:
        add_item(work, io.BytesIO(words.encode()), Arrival("note.txt"))


def sign() -> str:
    with Work(AUDITOR, Action.LEDGER_SIGN):
        return checkpoints.sign_head().note


def as_intruder(sql: str) -> None:
    token = guard.working.set(True)
    with connection.cursor() as cursor:
        for name in ("ledger_line", "ledger_checkpoint"):
            for act in ("update", "delete"):
                on = f" ON {name}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}_no_{act}{on}")
        cursor.execute(sql)
    guard.working.reset(token)


def test_a_note_of_another_implementation_opens() -> None:
    key = key_from(NOTE_KEY)
    assert (key.text, open_note(NOTE, key)) == (NOTE_KEY, "This is an example message.\n")
    with pytest.raises(IntegrityBroken):
        open_note(NOTE.replace("example message", "example massage"), key)


@database
def test_a_head_is_signed_once_and_says_origin_size_root(collector: Actor, home: Home) -> None:
    kept(collector, "invented")
    note = sign()
    assert note == sign()
    assert read_checkpoint(note, home.log_verifier()) == (2, ledger.head().root)
    assert oct((home.keys / "log.key").stat().st_mode)[-3:] == "600"


@database
def test_a_log_that_was_rewritten_is_not_signed_again(collector: Actor) -> None:
    kept(collector, "invented")
    sign()
    kept(collector, "more")
    as_intruder("UPDATE ledger_line SET event = replace(event, 'item.add', 'item.ads') WHERE seq >= 2")
    with pytest.raises(IntegrityBroken, match="do not continue"):
        sign()


@database
def test_a_database_set_back_is_found_by_the_head_that_the_home_remembers(
    collector: Actor, django_capture_on_commit_callbacks: Callbacks
) -> None:
    kept(collector, "invented")
    with django_capture_on_commit_callbacks(execute=True):
        sign()
    assert audit(Reader(AUDITOR)).faults == ()
    as_intruder("DELETE FROM ledger_checkpoint")
    assert any("remembers" in one.what or "is not in the database" in one.what for one in audit(Reader(AUDITOR)).faults)
    with pytest.raises(IntegrityBroken, match="knows nothing"):
        sign()


@database
@pytest.mark.parametrize("left", [b"", b"\xff\xfe", b"cut\n9", b"log\n" + b"9" * 5000 + b"\n"])
def test_a_head_that_the_home_cannot_read_any_more_is_a_fault_and_stops_the_signing(
    collector: Actor, home: Home, left: bytes, django_capture_on_commit_callbacks: Callbacks
) -> None:
    kept(collector, "invented")
    with django_capture_on_commit_callbacks(execute=True):
        sign()
    home.last_checkpoint.write_bytes(left)
    as_intruder("DELETE FROM ledger_checkpoint")
    assert any("cannot be read" in one.what for one in audit(Reader(AUDITOR)).faults)
    with pytest.raises(IntegrityBroken, match="cannot be read"):
        sign()


def test_a_signature_that_is_not_even_ascii_opens_nothing() -> None:
    with pytest.raises(IntegrityBroken):
        open_note(NOTE.replace("Uw2Q", "\u0627w2Q"), key_from(NOTE_KEY))
    with pytest.raises(IntegrityBroken):
        key_from(NOTE_KEY.replace("Aeky", "\u0627eky"))


@database
def test_a_signed_head_of_another_key_is_a_fault(collector: Actor, home: Home) -> None:
    kept(collector, "invented")
    sign()
    (home.keys / "log.key").write_bytes(b"x" * 32)
    assert any("does not open" in one.what for one in audit(Reader(AUDITOR)).faults)


@database
def test_what_was_erased_cannot_be_guessed_and_every_proof_holds() -> None:
    with Work(AUDITOR, Action.IDENTITY_SEAL) as work:
        put_identity(work, "per_a", {"name": "an invented name"})
    with Work(AUDITOR, Action.IDENTITY_REVEAL, purpose="invented reason") as work:
        reveal_identity(work, "per_a")
    sign()
    assert [event.purpose for event in ledger.events_of("per_a")] == ["", "invented reason"]
    with Work(AUDITOR, Action.IDENTITY_SHRED, purpose="withdrawn") as work:
        shred_identity(work, "per_a")
    *erased, _ = ledger.events_of("per_a")
    assert all(event.erased and not event.purpose for event in erased)
    assert audit(Reader(AUDITOR)).faults == ()
    assert b"invented reason" not in b"".join(ledger.stored_entries())


@database
def test_a_salt_taken_away_without_an_act_is_a_fault(collector: Actor) -> None:
    kept(collector, "invented")
    as_intruder("UPDATE ledger_line SET salt = '' WHERE seq = 0")
    assert any("no act erased it" in one.what for one in audit(Reader(AUDITOR)).faults)


@database
def test_a_purpose_changed_beside_its_line_is_a_fault(collector: Actor) -> None:
    kept(collector, "invented")
    as_intruder("UPDATE ledger_line SET purpose = 'another' WHERE seq = 0")
    assert any("salt or the purpose" in one.what for one in audit(Reader(AUDITOR)).faults)


def test_a_line_reads_back_and_holds_its_content_alone() -> None:
    from datetime import UTC, datetime

    one = new_event(4, datetime(2026, 1, 1, tzinfo=UTC), "usr_a", "item.add", "itm_a", "ab" * 32, "why", {"n": 1})
    assert event_from(one.entry().decode(), one.salt, one.purpose) == one
    assert one.holds("ab" * 32) and not one.holds("cd" * 32) and one.salt_fits
    assert one.digest == commitment(one.salt, "ab" * 32) != one.digest.upper()


def test_tiles_are_laid_out_as_the_specification_says() -> None:
    assert index_path(1234067) == "x001/x234/067" and index_path(5) == "005"
    entries = [str(n).encode() for n in range(600)]
    files = dict(tile_files(entries))
    assert set(files) == {
        "tile/entries/000", "tile/entries/001", "tile/entries/002.p/88",
        "tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2",
    }  # fmt: skip
    assert len(files["tile/0/000"]) == 8192
    assert files["tile/1/000.p/2"][:32] == merkle.root_of([merkle.leaf_hash(entry) for entry in entries[:256]])


def test_levels_give_the_proofs_of_the_plain_way() -> None:
    leaves = [merkle.leaf_hash(bytes([n])) for n in range(45)]
    levels, plain = Levels(leaves), merkle.subtree_from(leaves)
    for index in range(45):
        assert merkle.inclusion_proof(index, 45, levels.subtree) == merkle.inclusion_proof(index, 45, plain)
    for old in range(1, 46):
        assert levels.root(old) == merkle.root_of(leaves[:old])
        assert merkle.consistency_proof(old, 45, levels.subtree) == merkle.consistency_proof(old, 45, plain)
