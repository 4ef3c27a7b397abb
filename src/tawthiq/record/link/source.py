"""Source: whose knowledge a record rests on; independence is counted on sources, not on tellings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tawthiq.terms.identity import Json, Kind, make_id


@dataclass(frozen=True, slots=True)
class Source:
    """`kind`: code of vocabulary `source_kind`; `name`: an organisation or outlet, never a person (persons are

    sealed, `person_id` points to them); `derives_from`: ids of the sources whose knowledge this one repeats.
    """

    kind: str
    name: str = ""
    person_id: str = ""
    derives_from: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Same kind, name and person: same source."""
        return make_id(Kind.SOURCE, [self.kind, self.name, self.person_id])

    def with_origins(self, more: Iterable[str]) -> Source:
        """The same source, repeating the knowledge of these sources too; itself is never among them."""
        origins = dict.fromkeys((*self.derives_from, *more))
        return replace(self, derives_from=tuple(one for one in origins if one != self.id))

    def content(self) -> Json:
        """What the ledger signs."""
        return {
            "kind": self.kind,
            "name": self.name,
            "person": self.person_id,
            "derives_from": list(self.derives_from),
        }


@dataclass(frozen=True, slots=True)
class Support:
    """That a statement of a source supports a violation or an act (`subject_id`)."""

    subject_id: str
    statement_id: str
    source_id: str

    def content(self) -> Json:
        """What the ledger signs."""
        return {"subject": self.subject_id, "statement": self.statement_id, "source": self.source_id}


def supports_content(supports: Iterable[Support]) -> Json:
    """What the ledger signs of supports that came in together, in whatever order."""
    return sorted((one.subject_id, one.statement_id, one.source_id) for one in supports)
