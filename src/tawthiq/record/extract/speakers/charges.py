"""Charges: where what somebody is accused of begins, behind whoever accuses."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.token import WORD

_CHARGE_TOKENS = 14
_FEWEST_LETTERS = 4


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
