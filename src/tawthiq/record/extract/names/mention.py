"""A mention: the tokens on which a party is named or meant."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A party on tokens `first` to `last` (exclusive). `code`: known in the registry; `group`: a sort, no name;
    `back`: refers back ("the group"); `listed`: stands in a list with its own number at token `number`;
    `name`: the whole name where a short form stands."""

    first: int
    last: int
    code: str = ""
    group: bool = False
    back: bool = False
    listed: bool = False
    number: int | None = None
    name: str = ""


def goes_on(shaped: Mention, named: Mention, *, joined: bool) -> bool:
    """ "Par le Front rouge": of a name only its head was learned, a capital; what goes on behind is its own. So it is
    of a longer one where "and" stands behind (`joined`): "Movement for Justice and Dignity"."""
    begins = shaped.first == named.first and shaped.last > named.last and not (named.code or named.name)
    return begins and (joined or named.last == named.first + 1)
