"""Deeds that a party claims as its own: "claimed the attack", "was claimed by", "se adjudicó el secuestro"."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.lexicon import Hit

_NEAR_TOKENS = 8
_DENIED_TOKENS = 3
_STOPS = frozenset(".!?;؛؟")


def owns_deed(page: Page, first: int, last: int) -> bool:
    """True where those tokens tell that somebody claims a deed as his; not "claimed the attack was staged", nor "has
    not claimed"."""
    return any(_is_owned(page, hit) for hit in page.hits_in(first, last, "deed_claims"))


def owns_deed_beside(page: Page, cue: Hit) -> bool:
    """The same, in the sentence of a cue and close beside it."""
    hits = page.hits_in(max(0, cue.first - _NEAR_TOKENS), cue.last + _NEAR_TOKENS, "deed_claims")
    return any(_is_owned(page, hit) and not _parted(page, cue, hit) for hit in hits)


def _is_owned(page: Page, hit: Hit) -> bool:
    denied = any(
        page.denies(at) or page.is_one_of(at, "not_yet") for at in range(hit.first - _DENIED_TOKENS, hit.first)
    )
    return not (denied or is_verb(page, hit.last) or page.hits_in(hit.first, hit.last, "silences"))


def _parted(page: Page, cue: Hit, hit: Hit) -> bool:
    between = range(min(cue.first, hit.first), max(cue.last, hit.last))
    return any(page.form(at) in _STOPS for at in between)
