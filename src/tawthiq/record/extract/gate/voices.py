"""Voices: through whose mouths a proposal came: those the rules read, or others that stand in its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tawthiq.record.extract.chain import DOCUMENT, UNNAMED, Link, Role
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.gate.scope import Scope, is_one_name
from tawthiq.record.extract.gate.told import Named
from tawthiq.record.extract.statement import Doubt
from tawthiq.terms.folding import fold_name

_FIRST = Link(DOCUMENT, Role.PUBLISHER)
_NAMELESS = Link(UNNAMED, Role.UNNAMED, factuality=Factuality.ATTRIBUTED)


def chain_let_in(scope: Scope, named: Sequence[Named] | None, *, voiced: bool) -> tuple[tuple[Link, ...], list[Doubt]]:
    """The chain, with the doubts about it. `voiced`: somebody else than the document says these words."""
    own = scope.twin.chain if scope.twin else ()
    if not named:
        kept = own if named is None else own[:1]
        return kept or ((_FIRST, _NAMELESS) if voiced else (_FIRST,)), []
    if len(named) == len(own) - 1 and all(_names(scope, one, link) for one, link in zip(named, own[1:], strict=True)):
        return own, []
    links = _links(scope, named, own)
    if links or len(own) > 1:
        return (_FIRST, *links) if links else own, []
    if all(scope.in_text(one.name) for one in named):
        return (_FIRST, *(_elsewhere(scope, one) for one in named)), []
    return (_FIRST, Link(UNNAMED, Role.UNNAMED, factuality=Factuality.REPORTED)), [Doubt("source_not_in_text")]


def _links(scope: Scope, named: Sequence[Named], own: Sequence[Link]) -> tuple[Link, ...]:
    """A link for each of those named; none at all where one of them is borne out by nothing.

    Somebody of whom the rules read elsewhere that he spoke counts only where they heard nobody in this sentence.
    """
    heard = any(link.mention is not None and scope.around.holds(link.mention) for link in own[1:])
    read: Mapping[str, Link] = {} if heard else scope.by_rules.speakers
    links = [_own(scope, one, own) or _link(scope, one, read.get(fold_name(one.name))) for one in named]
    return tuple(link for link in links if link is not None) if all(links) else ()


def _names(scope: Scope, one: Named, link: Link) -> bool:
    """The same name, or one beside the other: "their aunt, Ana Ruz"."""
    at = scope.in_sentence(one.name)
    beside = at is not None and link.mention is not None and at.gap_chars(link.mention) <= len(", ")
    return link.actor != UNNAMED and (is_one_name(one.name, link.actor) or beside)


def _own(scope: Scope, one: Named, own: Sequence[Link]) -> Link | None:
    """The rules' link for whom the model names, in the rules' words."""
    return next((link for link in own[1:] if _names(scope, one, link)), None)


def _link(scope: Scope, one: Named, read: Link | None) -> Link | None:
    """Somebody whom the sentence names, or of whom the rules read that he spoke; None for anybody else."""
    if one.name == UNNAMED:
        return Link(UNNAMED, Role.UNNAMED, factuality=Factuality.REPORTED)
    at = scope.in_sentence(one.name)
    if at is None and read is None:
        return None
    role, code = (read.role, read.code) if read else (Role.ORGANISATION, "")
    return Link(one.name, role, code=code, mention=at, carried=at is None, factuality=Factuality.ATTRIBUTED)


def _elsewhere(scope: Scope, one: Named) -> Link:
    at = scope.in_text(one.name)
    return Link(one.name, Role.ORGANISATION, mention=at, carried=True, factuality=Factuality.ATTRIBUTED)
