"""Name numbers: the number behind a name that belongs to it, "Brigade 14"."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.token import NUMBER

_COUNTED_TOKENS = 3


def past_number(page: Page, at: int, last: int) -> int:
    """ "Brigade 14", "Batallón de Montaña n.º 6", "اللواء 33": the number behind belongs to the name."""
    here = at
    if here < last and page.is_one_of(here, "numbering_words"):
        here += 1
        while here < last and page.form(here) in (".", "º", "°", "o"):
            here += 1
    if here >= last or page.tokens[here].sort != NUMBER or page.tokens[here].end - page.tokens[here].start > 3:
        return at
    linked = page.is_one_of(here + 1, "name_links") and not page.is_one_of(here + 1, "list_joiners")
    counted = _is_counted_with(page, here + 1) or linked
    if counted or page.dates.between(here, here + 1) or page.form(at - 1) in (",", "("):
        return at
    return here + 1 + int(page.is_one_of(here + 1, "arm_words"))


def _is_counted_with(page: Page, at: int) -> bool:
    """ "The Brigade 14 boys": something stands there that the number counts; not "Brigade 14 killed nine boys"."""
    if page.lexicon.language == "ar":
        return _is_counted_arabic(page, at)
    for here in range(at, min(at + _COUNTED_TOKENS, len(page.tokens))):
        if page.hits_in(here, here + 1, "participles"):
            return not page.hits_in(here + 1, here + 1 + _COUNTED_TOKENS, "units")
        if page.hits_in(here, here + 1, "units", "durations", "percent", "months"):
            return True
        if is_verb(page, here) or page.tokens[here].sort == NUMBER:
            return False
    return False


def _is_counted_arabic(page: Page, at: int) -> bool:
    """ "خطفت الجبهة 12 طفلا", "12 من التلاميذ", "اعتقل اللواء 12 آخرين": what is counted stands right behind its
    number; not "اقتحم اللواء 33 مدرسة البلدة", a noun with an owner, nor "اللواء 33 ستة فتيان"."""
    if (
        page.form(at).endswith(("ا", "ين"))
        or page.is_one_of(at, "of_words")
        or page.hits_in(at, at + 1, "percent", "months", "durations")
    ):
        return True
    joined = page.form(at).startswith(("ب", "ل", "و")) and page.form(at)[1:2] != "ا"
    return not joined and bool(page.hits_in(at, at + 1, "units")) and not page.form(at + 1).startswith("ال")
