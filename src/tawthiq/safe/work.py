"""Work: one transaction = access check + rows + ledger lines + blobs; nothing else can write.

    with Work(actor, Action.ITEM_ADD) as work:
        stored = work.keep(stream)              # bytes, before the rows that name them
        seq = work.record(item.id, content)     # the ledger line; its seq is known at once
        Row.objects.create(...)                 # rows, refused by the guard outside a Work

Reader is its read-only half: it checks access, writes nothing.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from types import TracebackType
from typing import BinaryIO, Concatenate, ParamSpec, Self, TypeVar, cast

from django.db import DatabaseError, transaction

from tawthiq.safe import checkpoints, guard, keepers, ledger
from tawthiq.safe.access import Action, Actor, Refused, may
from tawthiq.safe.derivatives import Derivatives
from tawthiq.safe.event import Event, new_event
from tawthiq.safe.home import current_home
from tawthiq.safe.together import Together
from tawthiq.safe.vault import Stored, Vault
from tawthiq.terms.errors import Conflict, NotPermitted, StorageFailed
from tawthiq.terms.identity import Json, digest

P = ParamSpec("P")
R = TypeVar("R")
READER = TypeVar("READER", bound="Reader")


DATABASES = ("identities", "default")
"""Both are one transaction; the identities are committed first, since an identity without a case hurts nobody."""


class Reader:
    """What an actor may see."""

    def __init__(self, actor: Actor, purpose: str = "") -> None:
        self.actor = actor
        self.purpose = purpose

    def require(self, action: Action, thing: str = "") -> None:
        """Raise NotPermitted unless the actor may do this."""
        verdict = may(self.actor, action, thing, self.purpose)
        if isinstance(verdict, Refused):
            raise NotPermitted(verdict.reason, where=thing, do="ask someone whose role opens it")

    @property
    def vault(self) -> Vault:
        """The bytes, for reading."""
        return current_home().vault

    @property
    def derivatives(self) -> Derivatives:
        """What was made from the originals."""
        return current_home().derivatives


class Work(Reader):
    """One act of one actor, written whole or not at all."""

    def __init__(
        self,
        actor: Actor,
        action: Action,
        *,
        thing: str = "",
        purpose: str = "",
        at: datetime | None = None,
        dry_run: bool = False,
    ) -> None:
        super().__init__(actor, purpose)
        self.action = action
        self.thing = thing
        self.at = at or datetime.now(UTC)
        self.dry_run = dry_run
        self._events: list[Event] = []
        self._head = ledger.Head(0, "", ())
        self._stack = ExitStack()
        self._together = Together(self.vault)
        self._touched: set[str] = set()

    def __enter__(self) -> Self:
        self.require(self.action, self.thing)
        if guard.working.get():
            raise Conflict("a Work is already open", do="close it first: one act, one transaction")
        for database in DATABASES:
            self._stack.enter_context(transaction.atomic(using=database))
        token = guard.working.set(True)
        self._stack.callback(guard.working.reset, token)
        self._head = ledger.head(lock=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._together.settle()
            if error is None and not self.dry_run:
                keepers.settle(frozenset(self._touched))
            if error is None and self._events:
                checkpoints.sign_when_due(ledger.append(self._head, self._events))
            if self.dry_run:
                self._undo()
        except BaseException as failed:
            self._stack.__exit__(type(failed), failed, failed.__traceback__)
            _refuse_full_disk(failed)
            raise
        finally:
            self._together.drop()
        try:
            self._stack.__exit__(kind, error, trace)
        except DatabaseError as failed:
            _refuse_full_disk(failed)
            raise
        if error is not None:
            _refuse_full_disk(error)

    def _undo(self) -> None:
        """A dry run takes back its rows and lines; bytes that it kept are left unnamed, for the doctor to sweep."""
        for database in DATABASES:
            transaction.set_rollback(True, using=database)

    def record(
        self, thing: str, content: Json, *, action: str = "", detail: Mapping[str, Json] | None = None, mark: str = ""
    ) -> int:
        """Add the ledger line of one thing; returns its seq, from which the thing's row is valid.

        `mark`: the digest of the content where the caller has worked it out already.
        """
        seq = self._head.size + len(self._events)
        event = new_event(
            seq,
            self.at,
            self.actor.id,
            action or str(self.action),
            thing,
            mark or digest(content),
            self.purpose,
            detail,
        )
        self._events.append(event)
        return seq

    def touch(self, things: Iterable[str]) -> None:
        """Say that rows about these things changed, so that what is derived from them follows in this act."""
        self._touched.update(things)

    def erase(self, thing: str) -> list[int]:
        """Erase what opens the lines about a thing; returns their places, for the detail of the act's own line."""
        seqs = [event.seq for event in ledger.events_of(thing) if event.version > 1]
        ledger.erase(seqs)
        return seqs

    def keep(self, source: BinaryIO) -> Stored:
        """Put bytes into the vault; if the Work fails they stay there unnamed, for the doctor to sweep."""
        return self.vault.put(source)

    def keep_together(self, source: BinaryIO) -> Stored:
        """The same for many files: they are synced at once and can be read when the Work is over, not before."""
        return self._together.put(source)


def _refuse_full_disk(failed: BaseException) -> None:
    """Raise StorageFailed for the error of a full or failing disk; let every other pass."""
    if isinstance(failed, DatabaseError) and any(sign in str(failed).lower() for sign in _DISK):
        what = "the database refused: the disk is full or failing"
        raise StorageFailed(what, where="database", do="free space or mend the disk, then run it again") from failed


_DISK = ("is full", "disk i/o error", "no space left", "could not extend file")
"""What SQLite and PostgreSQL say when the disk takes no more."""


def reads(action: Action) -> Callable[[Callable[Concatenate[READER, P], R]], Callable[Concatenate[READER, P], R]]:
    """Mark a store's reading function: its first argument is a Reader, checked for the action before anything."""

    def mark(function: Callable[Concatenate[READER, P], R]) -> Callable[Concatenate[READER, P], R]:
        @functools.wraps(function)
        def checked(reader: READER, *args: P.args, **kwargs: P.kwargs) -> R:
            reader.require(action)
            return function(reader, *args, **kwargs)

        checked.opens = action  # type: ignore[attr-defined]  # read by the test that walks every store
        return cast("Callable[Concatenate[READER, P], R]", checked)

    return mark


def writes(*actions: Action) -> Callable[[Callable[Concatenate[Work, P], R]], Callable[Concatenate[Work, P], R]]:
    """Mark a store's writing function: its first argument is a Work that was opened for one of these actions."""

    def mark(function: Callable[Concatenate[Work, P], R]) -> Callable[Concatenate[Work, P], R]:
        @functools.wraps(function)
        def checked(work: Work, *args: P.args, **kwargs: P.kwargs) -> R:
            if not guard.working.get() or work.action not in actions:
                raise NotPermitted(f"{function.__name__} is not part of {work.action}", do="open the Work for it")
            return function(work, *args, **kwargs)

        checked.writes = actions  # type: ignore[attr-defined]  # read by the test that walks every store
        return cast("Callable[Concatenate[Work, P], R]", checked)

    return mark
