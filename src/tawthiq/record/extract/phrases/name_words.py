"""Name words: which words of a language without capitals can stand in the name of a place."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.verbs import is_name_like_two, is_verb
from tawthiq.record.extract.words.token import WORD

_FEWEST_LETTERS = 3
_TELLS_MORE = ("subordinators", "what_words", "allied_words", "strike_tools")
"""Words behind a name: when, how, whose."""


def may_name_arabic(page: Page, at: int) -> bool:
    """Behind "the province" no name follows, only behind "province of"; function words, verbs, nouns name nothing."""
    if page.form(at - 1).removeprefix("و").removeprefix("ب").removeprefix("ف").startswith(("ال", "لل")):
        return False
    stops = ("phrase_breaks", "that_words", "relatives", "source_leads", "place_adjectives", "near_words")
    if any(page.is_one_of(at, table) for table in stops) or is_no_name(page, at):
        return False
    if is_name_like_two(page, at) or _is_one_like_two(page, at):
        return True
    verb = page.is_one_of(at, "finite") and not page.form(at).startswith("ال")
    if verb or _is_people(page, at):
        return False
    return not page.hits_in(at, at + 1, "dates", "cues", "date_before_number", "place_heads")


def _is_one_like_two(page: Page, at: int) -> bool:
    """ "مدينة تمران": spelled as what two do, behind one place."""
    return page.form(at).endswith("ان") and page.form(at)[0] in "تي" and not page.form(at - 1).endswith(("ان", "ين"))


def _is_people(page: Page, at: int) -> bool:
    """ "قناة محلية أطفالا", "محيط المدرسة": people told of, a school: none of them names a place."""
    if page.form(at).startswith("ال"):
        near = page.is_one_of(at - 1, "around_words")
        return near and any(hit.code in ("school", "hospital") for hit in page.hits_in(at - 1, at + 1, "targets"))
    units = page.hits_in(at, at + 1, "units")
    return page.form(at).endswith("ا") and any(hit.code != "place" for hit in units)


def is_no_name(page: Page, at: int) -> bool:
    """ "مخيمات النازحين", "حي سكني", "سبعا منها": who lives there, what it is like, how many."""
    form = page.form(at)
    listed = page.lexicon.data.get("not_place_names", ())
    return form in listed or form in page.lexicon.number_words or form.removeprefix("و") in listed


def is_second_word(page: Page, at: int, last: int) -> bool:
    """ "Ain al-Zayt", "Tell al-Zuhur": a definite noun that belongs to the place's name."""
    if at >= last or not page.form(at).startswith("ال"):
        return False
    if page.is_one_of(at, "site_adjectives"):
        return False
    if page.is_one_of(at, "place_adjectives"):
        land = page.is_one_of(at - 1, "land_nouns") and not page.is_one_of(at, "directions_after")
        return land or is_of_name(page, at)
    if page.is_one_of(at, "phrase_breaks") or page.is_one_of(at, "civil_councils") or page.dates.between(at, at + 1):
        return False
    return not page.hits_in(
        at, at + 1, "units", "violations", "dates", "cues", "groups", "directions_after", "officials", "targets"
    )


def is_of_name(page: Page, at: int) -> bool:
    """ "بلدة المرج الكبير", "حي التلة الشرقية": of the other gender than the noun for a place, so the name's own; "ريف
    الضفاف الغربي" tells which side of the land."""
    heads = [hit for hit in page.hits_in(at - 2, at - 1, "place_heads") if hit.last == at - 1]
    if not heads or page.form(at - 1).startswith("لل"):
        return False
    head = page.form(at - 2)
    several = page.is_one_of(at - 2, "many_places") or page.is_one_of(at - 2, "plural_places")
    feminine = head.endswith(("ه", "ات")) or several
    return feminine != page.form(at).endswith("ه")


def is_unlisted(page: Page, at: int) -> bool:
    """No word list knows it as anything but a name."""
    if page.tokens[at].sort != WORD or len(page.form(at)) < _FEWEST_LETTERS or is_verb(page, at):
        return False
    plain = (
        "place_adjectives",
        "near_things",
        "source_leads",
        "source_breaks",
        "act_nouns",
        "phrase_breaks",
        "weekdays",
        "fighting_nouns",
        *_TELLS_MORE,
    )
    sections = ("units", "violations", "groups", "group_heads", "targets", "deeds", "officials", "reports", "dates")
    listed = any(page.is_one_of(at, table) for table in plain)
    return not listed and not page.hits_in(at, at + 1, *sections, "place_heads", "media", "months", "durations")


def is_plain_word(page: Page, at: int, last: int) -> bool:
    """ "الشيخ زهير", "عيل غرس": a bare noun behind a name of one word belongs to it."""
    if at >= last or page.tokens[at].sort != WORD or len(page.form(at)) < _FEWEST_LETTERS:
        return False
    titled = page.is_one_of(at - 1, "name_titles")
    if page.form(at)[0] in "وفبلك" or not (titled or may_name_arabic(page, at)) or page.places.between(at - 1, at):
        return False
    if page.dates.between(at, at + 1) or page.is_one_of(at, "day_times"):
        return False
    stops = (
        "negations",
        "never_words",
        "pronouns",
        "adverbs",
        "directions",
        "list_joiners",
        "clause_starts",
        "by_words",
        "source_breaks",
        "site_adjectives",
        *_TELLS_MORE,
    )
    told = page.hits_in(
        at, at + 1, "units", "violations", "groups", "group_heads", "targets", "hedges", "deeds", "media"
    )
    return not told and not is_verb(page, at) and not any(page.is_one_of(at, table) for table in stops)
