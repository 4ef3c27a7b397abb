"""The setting: what the rules need beside the page."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.terms.party import Registry
from tawthiq.terms.where import Gazetteer


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rules need beside the page. `extractor`: name@version written on every statement."""

    parties: Registry
    gazetteer: Gazetteer
    extractor: str

    def kind(self, code: str) -> str:
        """The kind of a party (vocabulary party_kind), empty for an unknown one."""
        return self.parties.parties[code].kind if code in self.parties.parties else ""
