"""Reading: what an importer found in an item: what became of every field, what the bytes say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tawthiq.record.collect.importer import Account
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json


@dataclass(frozen=True, slots=True)
class Reading:
    """`n_parts`: things taken out of it; `n_problems`: records put aside; `asked`: what a person said beforehand.

    `refused`: the error with which the importer gave up, where it did.
    """

    item_id: str
    importer: str
    version: int
    account: Account = field(default_factory=Account)
    n_parts: int = 0
    n_problems: int = 0
    asked: str = ""
    facts: Mapping[str, Json] = field(default_factory=dict)
    refused: Mapping[str, str] | None = None

    def content(self) -> Json:
        """What the ledger signs."""
        return {
            "item": self.item_id,
            "importer": self.importer,
            "version": self.version,
            "handled": list(self.account.handled),
            "ignored": list(self.account.ignored),
            "signalled": list(self.account.signalled),
            "n_parts": self.n_parts,
            "n_problems": self.n_problems,
            "asked": self.asked,
            "facts": dict(self.facts),
            "refused": dict(self.refused) if self.refused else None,
        }


def in_words(error: BadInput) -> dict[str, str]:
    """An error as a reading keeps it."""
    return {"code": error.code, "what": error.what, "where": error.where, "do": error.do}
