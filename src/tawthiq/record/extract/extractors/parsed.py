"""What spaCy's parse of a document says in terms of the page's own tokens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Protocol

from tawthiq.record.extract.document import Document
from tawthiq.record.extract.page.grammar import Grammar
from tawthiq.record.extract.words.token import Token


class Word(Protocol):
    """The part of spaCy's token that is asked for."""

    i: int
    idx: int
    tag_: str
    dep_: str

    @property
    def head(self) -> Word: ...
    @property
    def children(self) -> Iterable[Word]: ...


class Parser(Protocol):
    """Texts to their words in order."""

    def pipe(self, texts: Iterable[str]) -> Iterable[Sequence[Word]]: ...


_FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
_SUBJECTS = frozenset(("nsubj",))
_LEFT_OUT = frozenset(("relcl", "acl", "appos", "punct", "cc", "conj", "parataxis"))


def grammar_of(document: Document, tokens: Sequence[Token], parser: Parser) -> Grammar:
    """Each block parsed by itself: a sentence never crosses from one to another."""
    spans = [block.span for block in document.blocks]
    places = {token.start: at for at, token in enumerate(tokens)}
    parses = parser.pipe(span.of(document.text) for span in spans)
    parts = [_of_block(words, span.start, places) for span, words in zip(spans, parses, strict=True)]
    return Grammar(
        frozenset(chain.from_iterable(part.read for part in parts)),
        frozenset(chain.from_iterable(part.verbs for part in parts)),
        {verb: subject for part in parts for verb, subject in part.subjects.items()},
    )


def _of_block(words: Sequence[Word], offset: int, places: Mapping[int, int]) -> Grammar:
    at = {word.i: places[offset + word.idx] for word in words if offset + word.idx in places}
    verbs = [word for word in words if word.i in at and word.tag_.startswith(("VB", "MD"))]
    return Grammar(
        frozenset(at.values()),
        frozenset(at[verb.i] for verb in verbs if verb.tag_ in _FINITE),
        {at[verb.i]: subject for verb in verbs if (subject := _subject(verb, at)) is not None},
    )


def _subject(verb: Word, at: Mapping[int, int]) -> tuple[int, int] | None:
    """The subject with what stands before it and its prepositions: "the spokesman of the network"."""
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            own = sorted(place for place in _kept(child) if place in at)
            return (at[own[0]], at[own[-1]] + 1) if own else None
    return None


def _kept(head: Word) -> Iterable[int]:
    yield head.i
    for child in head.children:
        if child.dep_ not in _LEFT_OUT:
            yield from _kept(child)
