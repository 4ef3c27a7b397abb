"""Step link: children that a register names with one key are one child, whoever recorded them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tawthiq.record.link.models import read, write
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.outcome import Made, Nothing, Outcome

NAME, VERSION, ACTION = "link", 1, Action.CASE_WRITE


def todo(reader: Reader) -> Iterator[str]:
    """The keys that more than one child bears."""
    yield from read.find_shared_keys(reader)


def run(work: Work, one: str) -> Outcome:
    """Say that the later records are the first child; a person takes it back by parting them."""
    first, *later = read.get_children_of_key(work, one)
    merged = [replace(child, same_as=first.id) for child in later]
    write.put_children(work, merged)
    return Made(tuple(child.id for child in merged)) if merged else Nothing("the key is one child's already")
