"""Knowing: who holds the knowledge that a case rests on, one name a holder, a copy under whom it repeats; pure.

The holders are the lists of a capture history: which source reported which child. A newspaper that quotes a hospital
adds nobody to a list of its own; the child is on the hospital's. Who stays unnamed at the end of a chain is no list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tawthiq.record.verify.independence import UNNAMED, Telling, first_sources


@dataclass(frozen=True, slots=True, order=True)
class Holder:
    """`told_by`: who told it, `known_by`: whose knowledge it is; the same name for a word of one's own.

    A name is that of the organisation or outlet, folded, or the code of its kind (`health_staff`) where it has none.
    """

    told_by: str
    known_by: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """What brings a telling back to its holder.

    `derives_from`: source -> sources whose knowledge it repeats; `names`: source -> its name, folded, or empty;
    `kinds`: source -> code of vocabulary `source_kind`; `root_of_item`: item -> the item that it copies, itself when
    of none; `publishers`: item -> who put it out, folded, or empty; `by_kind`: a holder is called by the code of its
    kind, whatever its name.
    """

    derives_from: Mapping[str, Iterable[str]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    root_of_item: Mapping[str, str] = field(default_factory=dict)
    publishers: Mapping[str, str] = field(default_factory=dict)
    by_kind: bool = False

    def name_of(self, source_id: str) -> str:
        """The name of a source, the code of its kind where it has none or kinds are asked for."""
        return (not self.by_kind and self.names.get(source_id)) or self.kinds.get(source_id, "other")

    def called(self, name: str, source_id: str) -> str:
        """How a holder of that name is called, told of by this source; the kind of a name that is no source is not
        known, and that of the telling source stands for it."""
        if not self.by_kind:
            return name
        known = next((key for key, one in self.names.items() if one == name), source_id)
        return self.kinds.get(known, "other")


def holders_of(tellings: Iterable[Telling], lineage: Lineage) -> frozenset[Holder]:
    """The holders behind some tellings."""
    return frozenset(
        Holder(lineage.name_of(one.source_id), known_by)
        for one in tellings
        if one.chain_end != UNNAMED
        for known_by in _known_by(one, lineage)
    )


def _known_by(telling: Telling, lineage: Lineage) -> Iterable[str]:
    if telling.chain_end:
        return (lineage.called(telling.chain_end, telling.source_id),)
    root = lineage.root_of_item.get(telling.item_id, telling.item_id)
    if root != telling.item_id and lineage.publishers.get(root):
        return (lineage.called(lineage.publishers[root], telling.source_id),)
    return {lineage.name_of(one) for one in first_sources(telling.source_id, lineage.derives_from)}
