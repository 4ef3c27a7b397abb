"""Archive caps: how much may come out of one archive, so that a small file cannot fill the disk."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawthiq.record.collect.named import safe_place, twin_key
from tawthiq.terms.errors import BadInput

MAX_MEMBERS = 20_000
MAX_TOTAL_BYTES = 2 * 1024**3
MAX_RATIO = 200
RATIO_FROM_BYTES = 1024**2
"""Below this many bytes a member may be as thin as it likes: empty logs and blank pictures are."""
MAX_MEMBER_BYTES = 256 * 1024**2
MAX_DEPTH = 3
"""An archive in an archive in an archive; what lies deeper is kept, not opened."""


@dataclass(slots=True)
class Caps:
    """Counts what has come out of one archive. Raises BadInput at the member that is too much."""

    max_members: int = MAX_MEMBERS
    max_total_bytes: int = MAX_TOTAL_BYTES
    max_member_bytes: int = MAX_MEMBER_BYTES
    n_members: int = 0
    n_bytes: int = 0
    _seen: set[str] = field(default_factory=set)

    def place(self, raw: str) -> str:
        """The place of the next member; raises BadInput for a name that leads out, or that stood before."""
        self.n_members += 1
        if self.n_members > self.max_members:
            raise TooMuch(f"more than {self.max_members} members", do="take it apart by hand; it is kept whole")
        place = safe_place(raw)
        if twin_key(place) in self._seen:
            raise BadInput("a second member of that name", where="name", do="look at the archive; it is kept whole")
        self._seen.add(twin_key(place))
        return place

    def more(self, n_bytes: int, n_member_bytes: int, n_packed: int) -> None:
        """Count bytes of a member as they come out; `n_packed`: what it takes in the archive."""
        self.n_bytes += n_bytes
        if self.n_bytes > self.max_total_bytes:
            raise TooMuch(
                f"more than {self.max_total_bytes} bytes in all", do="take it apart by hand; it is kept whole"
            )
        if n_member_bytes > self.max_member_bytes:
            raise BadInput(f"a member of more than {self.max_member_bytes} bytes", do="take it out by hand")
        if n_member_bytes > RATIO_FROM_BYTES and n_member_bytes > MAX_RATIO * max(n_packed, 1):
            raise BadInput(f"a member that unpacks to more than {MAX_RATIO} times its size", do="look at the archive")


class TooMuch(BadInput):
    """The archive as a whole is past its caps; nothing more is taken out."""
