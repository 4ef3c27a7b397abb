"""Part: one thing that was taken out of a file: a post, an attachment, a member of an archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tawthiq.record.collect.importer import Account
from tawthiq.record.collect.item import PartRole
from tawthiq.record.collect.moment import Moment
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json


@dataclass(frozen=True, slots=True)
class Part:
    """`place`: where in its file it stands, no two alike; an attachment's begins with its post's.

    `data`: its bytes, or None when they lie in the file `beside`, named from the folder of the export.
    `author`: a code that is the same for all posts of one author within the file ("author 3"), never a name; the name
    stays in the original. `publisher`: the public channel, outlet or account. `stated_sha256`: what the file says the
    bytes hash to. `context`: further facts under the names of their source, no person's name among them.
    """

    place: str
    role: PartRole
    data: bytes | None = None
    beside: str = ""
    name: str = ""
    posted_at: Moment | None = None
    source_url: str = ""
    publisher: str = ""
    author: str = ""
    stated_sha256: str = ""
    context: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """A record that could not go in. `number`: 1-based, as a person counts the records; `field`: of the record."""

    number: int
    field: str
    error: BadInput


@dataclass(slots=True)
class Tally:
    """Gathers what became of every field. `handled`, `ignored`: fields that the importer knows, by name."""

    handled: frozenset[str]
    ignored: frozenset[str] = frozenset()
    seen: set[str] = field(default_factory=set)
    aside: set[str] = field(default_factory=set)
    signalled: set[str] = field(default_factory=set)

    def look(self, record: Mapping[str, object], under: str = "") -> None:
        """Account for the fields of a record; one that nobody knows is signalled by its name."""
        self.seen.update(f"{under}{name}" for name in record)

    def leave(self, *names: str) -> None:
        """Leave something aside by name, whatever it holds."""
        self.aside.update(names)

    def signal(self, what: str) -> None:
        """Something a person must look at."""
        self.signalled.add(what)

    def account(self) -> Account:
        """What became of everything seen, each list in order; names as long as a field's name may be."""
        known = self.handled | self.ignored
        unknown = {name[:80] for name in self.seen - known}
        return Account(
            tuple(sorted(self.seen & self.handled)),
            tuple(sorted(self.seen & self.ignored - self.handled | self.aside)),
            tuple(sorted(unknown | self.signalled)),
        )


def utf8(words: str) -> bytes:
    """Words as bytes; half a character that somebody cut (a lone surrogate) is spelt out."""
    return words.encode("utf-8", "backslashreplace")


class Authors:
    """Codes of the authors within one file, by first appearance; names never leave the importer."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}

    def code(self, identity: object) -> str:
        """`author 1` for the first identity met; empty for an author who is not told."""
        if identity in (None, ""):
            return ""
        return self._codes.setdefault(str(identity), f"author {len(self._codes) + 1}")
