"""Incident: something that happened at a time, at a place, in a situation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.record.link.particulars.form import judged
from tawthiq.record.link.particulars.particulars import NONE, Particulars
from tawthiq.terms.identity import Json
from tawthiq.terms.when import When


class FileState(StrEnum):
    """Whether people still work on the file; no figure depends on it."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Incident:
    """`situation`: code of the situation, not a country; `place`, `admin1`: gazetteer codes or empty.

    `key`: the id that a register of origin uses, empty when made here. `public_account`: a telling that names nobody.
    """

    id: str
    situation: str
    happened_on: When | None
    admin1: str = ""
    place: str = ""
    place_precision: str = "unknown"
    public_account: str = ""
    key: str = ""
    state: FileState = FileState.OPEN
    duplicate_of: str = ""
    particulars: Particulars = NONE

    def facts(self) -> Json:
        """What an assessment judges. Not part of it: state of the file, register key, public telling.

        The time that a person gave is part of it. That of an incident with a register's key is not: it is the span of
        its rows, which grows with each that comes in; a decision holds for the span that it saw (`verify`).
        """
        told = judged(self.particulars)
        where = [self.situation, self.admin1, self.place, self.place_precision]
        when = [f"on {self.happened_on.text}"] if self.happened_on and not self.key else []
        return [*where, self.duplicate_of, *when, *([told] if told else [])]

    def content(self) -> dict[str, Json]:
        """What the ledger signs; an incident without particulars reads as it did before there were any."""
        told: dict[str, Json] = {"particulars": self.particulars.content()} if self.particulars else {}
        return {
            "id": self.id,
            "situation": self.situation,
            "happened_on": self.happened_on.text if self.happened_on else "",
            "admin1": self.admin1,
            "place": self.place,
            "place_precision": self.place_precision,
            "public_account": self.public_account,
            "key": self.key,
            "state": self.state.value,
            "duplicate_of": self.duplicate_of,
            **told,
        }
