"""Names: known parties and places found in running text by any of their spellings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawthiq.record.extract.words.token import SIGN, Token, spellings, tokens_of
from tawthiq.terms.party import Registry
from tawthiq.terms.where import Gazetteer

_JOINERS = frozenset("-'’.")
_ARTICLES = frozenset(("al", "el", "an", "as", "ash", "ar", "ad", "at", "az"))
_ACRONYM_CHARS = 3
_TIED = frozenset(("anti", "ex", "pro"))


@dataclass(frozen=True, slots=True)
class NameFound:
    """`codes` that bear this name, on tokens `first` to `last` (exclusive); more than one is left to the context.

    `name`: the whole name where a short form of it stands, else empty.
    """

    codes: tuple[str, ...]
    first: int
    last: int
    name: str = ""


class NameIndex:
    """Names by their first word; longer ones win; Latin names begin with a capital, short acronyms are all capitals."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._rows: dict[str, dict[tuple[str, ...], dict[str, bool]]] = {}
        for name, code in names:
            row = _forms(name)
            if row:
                is_acronym = name.isupper() and len(name) <= _ACRONYM_CHARS
                codes = self._rows.setdefault(row[0], {}).setdefault(row, {})
                codes[code] = is_acronym and codes.get(code, True)

    def scan(self, text: str, tokens: Sequence[Token], articles: frozenset[str] = frozenset()) -> list[NameFound]:
        """Every name in order, none overlapping; behind one of `articles` letters count as well written as a name."""
        found: list[NameFound] = []
        at = 0
        while at < len(tokens):
            name = self._at(text, tokens, at, led=at > 0 and tokens[at - 1].form in articles)
            if name is not None:
                found.append(name)
            at = name.last if name else at + 1
        return found

    def _at(self, text: str, tokens: Sequence[Token], at: int, *, led: bool) -> NameFound | None:
        token = tokens[at]
        small = text[token.start].islower()
        if token.sort == SIGN or (small and not _is_tied(tokens, at) and not _is_article(text, tokens, at)):
            return None
        best: NameFound | None = None
        for form in spellings(token.form):
            for row, codes in self._rows.get(form, {}).items():
                last = _ends(row, tokens, at)
                if last < 0 or (best and last <= best.last) or (small and len(row) == 1):
                    continue
                written = text[token.start : token.end]
                fitting = tuple(code for code, acronym in codes.items() if led or not acronym or written.isupper())
                if fitting:
                    best = NameFound(fitting, at, last)
        return best


def _is_tied(tokens: Sequence[Token], at: int) -> bool:
    """ "Des anti-kesh": written small, with its hyphen; "le nord-est" is a place written as a noun."""
    if tokens[at].form not in _TIED:
        return False
    row = tokens[at : at + 3]
    tied = len(row) == 3 and row[1].form == "-"  # the word, its hyphen, the name
    return tied and row[0].end == row[1].start and row[1].end == row[2].start


def _is_article(text: str, tokens: Sequence[Token], at: int) -> bool:
    """The "al" of "al-Nur" inside a sentence: a small letter, tied to a capital."""
    if tokens[at].form not in _ARTICLES:
        return False
    tied = at + 2 < len(tokens) and tokens[at + 1].form == "-" and tokens[at + 1].end == tokens[at + 2].start
    return tied and text[tokens[at + 2].start].isupper()


def _forms(name: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokens_of(name) if token.form not in _JOINERS)


def _ends(row: tuple[str, ...], tokens: Sequence[Token], at: int) -> int:
    """The token after the name, dashes and apostrophes inside it passed over; -1 when it is another name."""
    here = at
    for position, form in enumerate(row):
        while position and here < len(tokens) and tokens[here].form in _JOINERS:
            here += 1
        if here >= len(tokens) or not (
            tokens[here].form == form or (position and form in spellings(tokens[here].form))
        ):
            if position == 0 and here < len(tokens) and form in spellings(tokens[here].form):
                here += 1
                continue
            return -1
        here += 1
    return here


def party_names(registry: Registry) -> NameIndex:
    """Every label and alias of every party, bare words that name no one party ("Government forces") included."""
    pairs = [
        (name, party.code)
        for party in registry.parties.values()
        for name in (*party.label.values(), *party.aliases)
        if name[:1].isupper() or not name[:1].isascii()
    ]
    return NameIndex(pairs)


def place_names(gazetteer: Gazetteer) -> NameIndex:
    """Every label and alias of every place."""
    pairs = [
        (name, place.code)
        for place in gazetteer.places.values()
        for name in (*place.label.values(), *place.aliases)
        if name
    ]
    return NameIndex(pairs)
