"""Figures: "according to" with nobody behind it, or with nothing but what the estimates are like."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.told_behind import is_definite
from tawthiq.record.extract.speakers.no_speakers import is_teller
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS


def is_heard(page: Page, hit: Hit) -> bool:
    """ "بحسب ما ورد،": what is heard, of nobody."""
    return page.is_one_of(hit.last - 1, "heard_verbs") and page.form(hit.last) in (*COMMAS, ".")


def with_figures(page: Page, hit: Hit, source: tuple[int, int] | None) -> tuple[int, int] | None:
    """ "بحسب تقديرات أولية": the adjective alone names nobody; the estimates that it is of do."""
    if source is None or page.lexicon.language != "ar" or not page.is_one_of(hit.last - 1, "figures_of"):
        return source
    alone = source[1] - source[0] == 1 and source[0] == hit.last and page.form(source[0]).endswith("ه")
    plain = alone and not is_definite(page, source[0]) and not is_teller(page, *source)
    return (source[0] - 1, source[1]) if plain else source


def is_refused(page: Page, hit: Hit, first: int) -> bool:
    """ "رفضت القيادة ما ورد في التقرير": what a report says is what is denied."""
    if page.lexicon.language != "ar" or not page.is_one_of(hit.first - 1, "what_words"):
        return False
    return any(cue.entry.more.get("denial") == "yes" for cue in page.hits_in(first, hit.first, "cues"))
