"""Verbs first: who did it where the verb stands in front, as in Arabic."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS

_COUNT_TOKENS = 3


def behind_verbs(page: Page, mentions: Sequence[Mention], acts: Sequence[Hit]) -> list[Mention]:
    """ "جندتهم حركة أنصار الجبل ومليشيا الوادي": where verbs come first, who did it stands right behind what was done,
    and whoever is tied to him by "and"."""
    found = [mention for mention in mentions if any(act.last == mention.first for act in acts)]
    for one in mentions if found else ():
        joined = page.form(one.first).startswith("و")
        if joined and (any(one.first == other.last for other in found) or _counts_on(page, found[-1], one)):
            found.append(one)
    return found


def _counts_on(page: Page, one: Mention, other: Mention) -> bool:
    """ "ارتكبت الجماعة 12 منها، وقوات التحالف ستة": each with a number of its own behind it."""
    numbered = all(page.quantities.between(mention.last, mention.last + _COUNT_TOKENS) for mention in (one, other))
    return numbered and one.last < other.first and page.form(other.first - 1) in COMMAS
