"""Turns: what the turns of the step compare share: how what was found is kept, and what cannot be read is named.

A turn (of texts, a picture, a scene, points, a film) does what takes long before a Work opens; what comes back keeps,
inside of one, what was found, and makes up for what others put in the meantime.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from tawthiq.record.compare import models
from tawthiq.record.compare.around import inherit_seal
from tawthiq.record.compare.copy import Copy
from tawthiq.safe.work import Work
from tawthiq.terms.errors import IntegrityBroken, TawthiqError
from tawthiq.terms.outcome import Nothing, Outcome, Refused

Put: TypeAlias = Callable[[Work, str], Outcome]
TOO_FLAT = "the picture is too flat for its hash to say anything"
MAX_ITEMS = 1_000_000
MAX_NAMED = 5
"""Items that an error names."""


def keep(work: Work, item_id: str, copies: list[Copy], version: int) -> None:
    """Keep what a method found; what is a sure copy of something closed is closed with it."""
    models.put_copies(work, copies)
    models.put_compared(work, item_id, version)
    if copies:
        inherit_seal(work, item_id)


def put_nothing(_work: Work, _one: str, *, reason: str) -> Outcome:
    """Nothing is put."""
    return Nothing(reason)


def put_refused(_work: Work, _one: str, *, error: TawthiqError) -> Outcome:
    """Nothing is put, since something cannot be read."""
    return Refused(error)


def some_left_out(item_ids: Sequence[str], what: str) -> IntegrityBroken:
    """The error that names the first of those that cannot be read, and how many they are."""
    named = ", ".join(sorted(item_ids)[:MAX_NAMED])
    do = "run `tawthiq doctor`, bring back what is damaged or missing"
    return IntegrityBroken(f"{len(item_ids)} {what}", where=named, do=do)
