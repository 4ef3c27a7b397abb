"""Names let in: which of the parties and places that a model names a statement keeps, and on which basis.

A name that stands in the sentence is the model's to choose; where the rules read none there, so is one that they read
elsewhere in the text. Any other is taken only where the rules read none at all, so that words planted in a text cannot
change what they read. Words that are nowhere in the text are marked as inferred. What a model leaves out stays as the
rules read it; where it says that nobody is named, nobody is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from tawthiq.record.extract.gate.scope import Scope, is_one_name
from tawthiq.record.extract.gate.told import Named
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Basis, PartyRef, PlaceRef
from tawthiq.terms.folding import fold_name

Ref = TypeVar("Ref", PartyRef, PlaceRef)


def parties_let_in(scope: Scope, named: Sequence[Named] | None) -> tuple[PartyRef, ...]:
    """The parties of the statement."""
    own = scope.twin.parties if scope.twin else ()
    return _let_in(scope, named, own, scope.by_rules.parties, _party)


def places_let_in(scope: Scope, named: Sequence[Named] | None) -> tuple[PlaceRef, ...]:
    """The places of the statement."""
    own = scope.twin.places if scope.twin else ()
    return _let_in(scope, named, own, scope.by_rules.places, _place)


def _let_in(
    scope: Scope,
    named: Sequence[Named] | None,
    here: Sequence[Ref],
    anywhere: Mapping[str, Ref],
    make: Callable[[str, Basis, Span | None, Ref | None], Ref],
) -> tuple[Ref, ...]:
    own = {fold_name(ref.name): ref for ref in here}
    known = own if any(ref.basis is Basis.STATED for ref in here) else anywhere
    if named is None or (own and not all(scope.in_sentence(one.name) or fold_name(one.name) in known for one in named)):
        return tuple(own.values())
    return tuple(dict.fromkeys(_ref(scope, one, own, anywhere, make) for one in named))


def _ref(
    scope: Scope,
    one: Named,
    own: Mapping[str, Ref],
    anywhere: Mapping[str, Ref],
    make: Callable[[str, Basis, Span | None, Ref | None], Ref],
) -> Ref:
    """The rules' own where it is the same thing; a party under the model's name for it, if the sentence holds that."""
    same = next((ref for ref in own.values() if is_one_name(one.name, ref.name)), None)
    if same is None:
        return make(one.name, *_basis(scope, one), anywhere.get(fold_name(one.name)))
    renamed = isinstance(same, PartyRef) and scope.in_sentence(one.name) is not None
    return replace(same, name=one.name) if renamed else same


def _basis(scope: Scope, one: Named) -> tuple[Basis, Span | None]:
    """Stated where the sentence names it, by its name or by words that stand for it; implied where the text does, or a
    pronoun; inferred where the text lacks it, whatever words are said to stand for it."""
    elsewhere = scope.in_text(one.name)
    if elsewhere is None:
        return Basis.INFERRED, None
    at = scope.in_sentence(one.name) or scope.in_sentence(one.words)
    if at is not None and not scope.is_pronoun(at):
        return Basis.STATED, at if scope.quote.holds(at) else None
    return Basis.IMPLIED, elsewhere


def _party(name: str, basis: Basis, mention: Span | None, read: PartyRef | None) -> PartyRef:
    return PartyRef(name, basis, read.code if read else "", mention, bool(read and read.group))


def _place(name: str, basis: Basis, mention: Span | None, read: PlaceRef | None) -> PlaceRef:
    return PlaceRef(name, basis, read.code if read else "", read.precision if read else "unknown", mention)
