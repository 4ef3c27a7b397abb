"""Child: a pseudonym under which acts in several incidents meet; the name, if any, lies sealed elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.record.link.act import Sex
from tawthiq.terms.identity import Json
from tawthiq.terms.when import When


@dataclass(frozen=True, slots=True)
class Child:
    """`key`: the pseudonym that a register of origin uses; `born_on`: never finer than it was told.

    `same_as`: the child that this record was found to be, empty while it stands for itself; a merge is undone by
    superseding it.
    """

    id: str
    sex: Sex = Sex.U
    born_on: When | None = None
    key: str = ""
    same_as: str = ""

    def content(self) -> Json:
        """What the ledger signs."""
        return {
            "id": self.id,
            "sex": self.sex.value,
            "born_on": self.born_on.text if self.born_on else "",
            "key": self.key,
            "same_as": self.same_as,
        }
