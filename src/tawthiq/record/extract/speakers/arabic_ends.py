"""Arabic ends: where a speaker ends that stands behind its verb, in a language that puts what is said right behind."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.phrases.apposed import is_office
from tawthiq.record.extract.phrases.noun_phrases import SOURCE_TOKENS
from tawthiq.record.extract.phrases.told_behind import is_accusation, is_definite, is_told_behind, is_told_whom

_ACCUSED_TOKENS = 4
_COUNTED_TOKENS = 5


def ends_arabic(page: Page, at: int, first: int) -> bool:
    """Arabic puts whom the speaker speaks of right behind the speaker: an armed group, or "this"; a verb ends him."""
    spoken_for = any(page.is_one_of(at - 1, table) for table in ("names_for", "belonging_preps"))
    spoken_for = spoken_for or _is_owner(page, at) or _joins_speaker(page, at)
    if (at > first + 1 or is_definite(page, first)) and (
        page.is_one_of(at, "determiners")
        or (bool(page.hits_in(at, at + 1, "group_heads")) and not (spoken_for or _is_rank(page, at)))
    ):
        return True
    if at > first + 1 and not spoken_for and _are_men(page, at):
        return True
    if page.is_one_of(first - 1, "blaming_verbs") and at > first and page.hits_in(at, at + 1, "harm_back"):
        return True
    if _is_whom_they_accuse(page, at, first):
        return True
    if at > first and page.is_one_of(at, "pronouns"):
        return True
    if page.is_one_of(at + 1, "nameless_leads") and not is_definite(page, at):
        return True
    if page.form(at) == "ل" or is_told_whom(page, at, first) or page.hits_in(at, at + 1, "shares", "percent"):
        return True
    if at > first and page.hits_in(at, at + 1, "comparators") and page.quantities.between(at, at + _COUNTED_TOKENS):
        return True
    demanded = page.form(at).startswith("بال") and (
        page.is_one_of(at, "verbal_objects") or page.is_one_of(at, "act_nouns")
    )
    if is_accusation(page, at) or demanded:
        return True
    return _is_imperfect(page, at) or _is_object(page, at, first) or is_told_behind(page, at, first)


def _is_owner(page: Page, at: int) -> bool:
    """ "المركز الإعلامي لقوات الوفاق", "الناطق للجبهة": whose office it is; not "لواء"."""
    form = page.form(at)
    heads = page.hits_in(at, at + 1, "group_heads")
    own = any(form in slot.words for hit in heads for row in hit.entry.rows for slot in row[:1])
    return form.startswith("لل") or (form.startswith("ل") and bool(heads) and not own)


def _are_men(page: Page, at: int) -> bool:
    """ "اتهمت منظمة سند مسلحين مجهولين", "عناصر الجبهة": whom she speaks of; "مستشفى الشرطة" is part of a name."""
    sorts = page.hits_in(at, at + 1, "groups")
    if page.form(at).endswith("ين") or is_definite(page, at):
        return bool(sorts) and page.form(at).endswith("ين")
    return any(page.is_one_of(at, "men_words") or hit.code == "unidentified" for hit in sorts)


def _is_whom_they_accuse(page: Page, at: int, first: int) -> bool:
    """ "اتهم سكان الجبهة الحمراء بخطف طفلين": behind plain people whom they accuse, up to the charge; not "قائد
    الجبهة"."""
    people = page.hits_in(first, at, "witnesses") or page.form(first).endswith(("ون", "ان"))
    people = people or (at == first + 1 and not _owns_bodies(page, first))
    if not people or page.hits_in(first, at, "voices"):
        return False
    reach = range(at + 1, at + SOURCE_TOKENS)
    charged = page.is_one_of(first - 1, "accusing_verbs") and any(_is_charge(page, here) for here in reach)
    blamed = page.is_one_of(first - 1, "charging_verbs")
    charged = charged or (blamed and any(page.is_one_of(here, "duty_words") for here in reach))
    if page.is_one_of(at, "men_words") or not charged:
        return charged
    near = mentions_of(page, at, min(at + _ACCUSED_TOKENS, len(page.tokens)))
    return bool(near) and near[0].first == at


def _is_charge(page: Page, at: int) -> bool:
    return is_accusation(page, at) or page.is_one_of(at, "definite_charges")


def _owns_bodies(page: Page, at: int) -> bool:
    """ "صحيفة الجيش", "مستشفى الشرطة", "نقابة الشرطة": a noun for a thing, a body, whose owner stands behind it."""
    return page.is_one_of(at, "bodies_words") or bool(page.hits_in(at, at + 1, "targets", "media", "reports", "units"))


def _is_rank(page: Page, at: int) -> bool:
    """ "قائد الشرطة اللواء هاني البكر": an officer's rank in front of his name, no brigade."""
    return page.is_one_of(at, "rank_titles") and not page.form(at + 1).startswith("ال")


def _joins_speaker(page: Page, at: int) -> bool:
    """ "ينفي الأهالي والحركة": a second speaker behind the first, both with the article."""
    return page.form(at).startswith("وال") and page.form(at - 1).startswith("ال")


def _is_imperfect(page: Page, at: int) -> bool:
    """ "A midwife who works in the camp": Arabic hangs the verb on an indefinite noun without a relative word."""
    form, before = page.form(at), page.form(at - 1)
    if len(form) < 4 or before.startswith("ال") or page.is_one_of(at + 1, "determiners"):
        return False
    third = form[0] == "ي" and len(form) < 7 and not form.endswith(("ه", "ا", "ين"))
    feminine = form[0] == "ت" and len(form) == 4 and page.is_one_of(at + 1, "place_preps") and before.endswith("ه")
    return third or feminine or page.is_one_of(at, "hung_verbs")


def _is_object(page: Page, at: int, first: int) -> bool:
    """ "The association accuses fighters of": behind a definite speaker an indefinite plural is whom he speaks of."""
    definite = page.form(at - 1).startswith("ال") or page.form(at - 1).startswith(("وال", "لل"))
    plural = page.form(at).endswith("ين") and not page.form(at).startswith(("ال", "لل", "بال"))
    named = is_office(page, at - 1, at) and not page.hits_in(at, at + 1, "units", "groups")
    plural = plural and not (named and at == first + 1)
    verbal = page.form(at).startswith("ال") and page.is_one_of(at, "verbal_objects")
    return definite and (plural or verbal) and at > first
