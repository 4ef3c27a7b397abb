"""In hospital: where the hurt were brought or died, which nobody struck."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.lexicon import Hit

_STRIKE_TOKENS = 3


def is_where_they_lie(page: Page, hit: Hit) -> bool:
    """ "Hit in the chest and died in hospital", "the strike wounded 12, who were taken to the hospital", "نقل الجرحى في
    الغارة إلى مستشفيات": within the words of a strike somebody dies or is brought there; not "shelled the hospital"."""
    if hit.last - hit.first > 1 and page.is_one_of(hit.last - 2, "whither_preps"):
        return True
    return hit.last - hit.first > _STRIKE_TOKENS and lies_there(page, hit.first + 1, hit.last - 1)


def lies_there(page: Page, first: int, site: int) -> bool:
    """From `first` on somebody dies or is brought, and a word of place leads to the building at `site`."""
    lead = site - 1
    while lead > first and not page.is_one_of(lead, "sickroom_leads"):
        if not (page.is_one_of(lead, "determiners") or page.is_capital(lead)):
            return False
        lead -= 1
    if lead <= first:
        return False
    deaths = [one for one in page.hits_in(first, lead, "violations") if one.entry.more.get("acts") == "death"]
    return bool(deaths) or any(page.is_one_of(at, "brought_words") for at in range(first, lead))
