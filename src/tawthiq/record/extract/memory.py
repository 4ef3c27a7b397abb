"""What a reader keeps in mind from clause to clause: the last party, source, medium, violations, place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.chain import Link
from tawthiq.record.extract.dates.points import DateFound
from tawthiq.record.extract.statement import PartyRef, PlaceRef, StatedTime, ViolationRef


@dataclass
class Memory:
    """One document's running context. `group`: the armed group named last, whom "the group" means; `sort`: a sort of
    group, where no name has been given; `verifier`: whoever the text said verified something.

    Fields in `_block`, `_sentence`, `_in` tell where the remembered thing came from.
    """

    party: PartyRef | None = None
    group: PartyRef | None = None
    sort: PartyRef | None = None
    names: list[PartyRef] = field(default_factory=list)
    party_block: int = -1
    party_harms: frozenset[str] = frozenset()
    left_open_in: int = -1
    sentence_parties: tuple[PartyRef, ...] = ()
    sentence_parties_in: int = -1
    source: Link | None = None
    source_block: int = -1
    silent: Link | None = None
    organisation: Link | None = None
    verifier: Link | None = None
    source_published_on: StatedTime | None = None
    publisher: Link | None = None
    violations: tuple[ViolationRef, ...] = ()
    violations_block: int = -1
    violations_sentence: int = -1
    told: list[tuple[int, ViolationRef]] = field(default_factory=list)
    media_place: PlaceRef | None = None
    media_sentence: int = -1
    quote_links: tuple[Link, ...] = ()
    quote_block: int = -1
    quote_sentence: int = -1
    speakers: Mapping[int, Attribution] = field(default_factory=dict)
    posts: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    list_links: tuple[Link, ...] = ()
    list_dates: DateFound | None = None
    list_party: PartyRef | None = None
    list_places: tuple[PlaceRef, ...] = ()
    countries: dict[str, int] = field(default_factory=dict)
    told_places: frozenset[tuple[str, ...]] = frozenset()

    def remember_violations(self, violations: tuple[ViolationRef, ...], block: int, sentence: int = -1) -> None:
        """What the last claim told; what this paragraph and the one before told stays for who is blamed for it all.

        `sentence`: where words of its own tell it; -1 when it only goes on about one told before.
        """
        self.violations, self.violations_block = violations, block
        if sentence >= 0:
            self.violations_sentence = sentence
        self.told = [(at, ref) for at, ref in self.told if at >= block - 1]
        known = {ref.code for _, ref in self.told}
        self.told += [(block, ref) for ref in violations if ref.code not in known]

    def forget_violations(self) -> None:
        """Another matter begins: nothing goes on about what was told before."""
        self.violations, self.told = (), []
        self.violations_block = self.violations_sentence = -1

    def all_told(self, block: int) -> tuple[ViolationRef, ...]:
        """Violations of this paragraph, else of the one before, else those told last."""
        near = tuple(ref for at, ref in self.told if at >= block)
        near = near or tuple(ref for at, ref in self.told if at >= block - 1)
        return near or self.violations

    def remember_party(self, parties: tuple[PartyRef, ...], sentence: int) -> None:
        """One named party is who the next claims may mean; several leave it open; a sort of group changes nothing."""
        if parties:
            self.sentence_parties, self.sentence_parties_in = parties, sentence
        named = [party for party in parties if not party.group]
        self.sort = parties[0] if len(parties) == 1 and parties[0].group else None
        if len(named) == 1 and len(parties) == 1:
            self.party = named[0]
        elif len(parties) > 1:
            self.party = None
