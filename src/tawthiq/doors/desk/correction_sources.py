"""Sources of a correction: through whose mouths the words came, as a person has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tawthiq.doors.desk.typed import Posted, chosen, place_in, text_of
from tawthiq.record.extract.chain import DOCUMENT, UNNAMED, Link, Mode, Role
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import Statement
from tawthiq.terms.errors import BadInput


def chain_from(statement: Statement, posted: Posted) -> tuple[Link, ...]:
    """The chain as the form has it: the document stays first, a source left out of the form as it was."""
    return tuple(_links(statement, posted))


def _links(statement: Statement, posted: Posted) -> Iterator[Link]:
    for index, link in enumerate(statement.chain):
        if link.actor == DOCUMENT or f"source_{index}_role" not in posted:
            yield link
        elif not text_of(posted, f"source_{index}_remove"):
            yield _changed(statement, link, posted, f"source_{index}_")
    new = f"source_{len(statement.chain)}_"
    if text_of(posted, new + "name") or text_of(posted, new + "role") == Role.UNNAMED:
        yield _changed(statement, Link("", Role.UNNAMED), posted, new)


def _changed(statement: Statement, before: Link, posted: Posted, prefix: str) -> Link:
    role = chosen(Role, posted, prefix + "role")
    actor = _actor(posted, prefix + "name", role)
    mode, sure = chosen(Mode, posted, prefix + "mode"), chosen(Factuality, posted, prefix + "factuality")
    said = replace(before, role=role, mode=mode, factuality=sure)
    if actor == before.actor:
        return said
    mention = place_in(statement, actor) if actor != UNNAMED else None
    return replace(said, actor=actor, mention=mention, code="", carried=False)


def _actor(posted: Posted, name: str, role: Role) -> str:
    """The words of a source; the sort says that it has none, so that no name is made of a field left empty."""
    words = text_of(posted, name)
    if role is Role.UNNAMED and not words:
        return UNNAMED
    if role is Role.UNNAMED or not words:
        raise BadInput(
            "a source has a name, or is one that is not named",
            where=name,
            do="write its name, or choose the other sort",
        )
    return words
