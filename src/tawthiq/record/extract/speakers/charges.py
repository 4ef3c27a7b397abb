"""Charges: where what somebody is accused of begins, behind whoever accuses, and whether anybody is accused."""

from __future__ import annotations

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import WORD

_CHARGE_TOKENS = 14
_FEWEST_LETTERS = 4
_NOBODY_TOKENS = 6


def charge_start(page: Page, at: int, last: int) -> int:
    """ "By the United Nations of recruiting", "par l'ONU de recruter", "por la ONU de matar": up to "of"."""
    near = range(at + 1, min(at + _CHARGE_TOKENS, last - 1))
    return next((here for here in near if page.is_one_of(here, "of_words") and _is_deed(page, here + 1)), last)


def _is_deed(page: Page, at: int) -> bool:
    """A gerund of English, an infinitive of French and Spanish."""
    if page.tokens[at].sort != WORD or page.is_capital(at) or len(page.form(at)) < _FEWEST_LETTERS:
        return False
    table = "going_on_endings" if page.lexicon.language == "en" else "infinitive_endings"
    endings = tuple(page.lexicon.data.get(table, ()))
    return bool(endings) and page.form(at).endswith(endings)


def charges_nobody(page: Page, hit: Hit, first: int) -> bool:
    """ "Nobody has been charged", "no officer was ever accused": nothing is laid to anybody's charge."""
    near = range(max(first, hit.first - _NOBODY_TOKENS), hit.first)
    charged = hit.entry.more.get("level") == Factuality.ALLEGED.value
    return charged and any(page.is_one_of(at, "none_words") or page.denies(at) for at in near)
