"""Told behind: where Arabic puts what is said right behind who says it, without "that": "أعلنت الوزارة مقتل ثلاثة"."""

from __future__ import annotations

import re

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import NUMBER, WORD, spellings

_DEFINITE = ("ال", "وال", "لل", "بال", "فال")
_SAFE = "ت..ي.|است..?ا.ه?|است..ه"
_VERBAL = re.compile(_SAFE)
"""Verbal nouns by their mould: تسليح, استهداف, استعادة."""
_DONE = re.compile(f"{_SAFE}|ا.ت.ا.|ات.ا.")
"""What somebody is accused of: also باقتحام, باتخاذ; without "of" in front a body has that mould too: اتحاد."""
_THINGS = ("case", "incident", "violation")
_COUNTED_TOKENS = 4
_BLAME_TOKENS = 10
_FEMININE = ("ه", "ات")
_UNOWNED = ("ان", "ون", "ين", "هم", "هن", "ها")


def is_definite(page: Page, at: int) -> bool:
    """True when the word has its article."""
    return page.form(at).startswith(_DEFINITE)


def is_act(page: Page, at: int) -> bool:
    """A verbal noun without its article, or a word for news of one: "مقتل", "وقوع", "نبأ"; "لرصد" tells what for."""
    if page.form(at).startswith(_DEFINITE) or _is_aim(page, at):
        return False
    if page.is_one_of(at, "act_nouns") or page.is_one_of(at, "charge_words"):
        return True
    speaks = page.hits_in(at, at + 1, "reports", "officials", "witnesses", "voices")
    return not speaks and _VERBAL.fullmatch(page.form(at)) is not None


def _is_aim(page: Page, at: int) -> bool:
    """ "المنظمة الوطنية لرصد الانتهاكات": what a body is for."""
    return page.form(at)[:1] == "ل" and page.form(at)[1:] in page.lexicon.data.get("act_nouns", ())


def is_accusation(page: Page, at: int) -> bool:
    """ "بشن غارة", "بتجنيد": of what somebody is accused."""
    form = page.form(at)
    if not form.startswith("ب") or form.startswith("بال"):
        return False
    listed = page.is_one_of(at, "accusing_nouns") or form[1:] in page.lexicon.data.get("act_nouns", ())
    return listed or _DONE.fullmatch(form[1:]) is not None


def is_object(page: Page, hit: Hit) -> bool:
    """ "27 طالبا", "أفرادا": the alef of an indefinite object tells a noun from a verb, men from a group."""
    form = page.form(hit.first)
    if not form.endswith("ا") or page.is_one_of(hit.first - 1, "that_words"):
        return False
    bare = form[1:] if form[0] in "وف" else form
    return not any({form, bare} & slot.words for row in hit.entry.rows for slot in row[:1])


def is_whereto(page: Page, hit: Hit) -> bool:
    """ "اقتيدوا إلى جهة مجهولة": where to, unless what they did is laid to their charge: "نسبت إلى جهة مجهولة"."""
    if hit.code != "unidentified" or not page.is_one_of(hit.first - 1, "care_preps"):
        return False
    return not any(
        blamed.last == hit.first for blamed in page.hits_in(hit.first - _BLAME_TOKENS, hit.first, "by_party")
    )


def names_no_speaker(page: Page, at: int, last: int) -> bool:
    """Behind a verb of saying a deed, a case, a number of them: who speaks was named before."""
    if page.lexicon.language != "ar" or at >= last:
        return False
    if page.form(at).startswith(_DEFINITE):
        return page.form(at).startswith("بال") or is_condemned(page, at)
    if page.form(at).startswith("ب") and page.hits_in(at, at + 1, "group_heads", "groups"):
        return True
    if is_act(page, at) or _counts_things(page, at):
        return True
    if page.form(at).endswith(("ون", "ين")):
        return False
    deeds = page.hits_in(at, at + 1, "violations", "harm_back")
    people = page.hits_in(at, at + 1, "officials", "witnesses")
    things = [hit for hit in page.hits_in(at, at + 1, "units") if hit.code in _THINGS]
    return bool(things) or (bool(deeds) and not people)


def is_condemned(page: Page, at: int) -> bool:
    """ "دانت التجاوزات", "استنكرت القصف": behind a verb of condemning what was done, nobody who condemns."""
    return page.is_one_of(at - 1, "condemning_words") and bool(page.hits_in(at, at + 1, "violations", "harm_back"))


def _counts_things(page: Page, at: int) -> bool:
    """ "وثقت أربع حالات", "سجل 18 هجوما": a number of cases."""
    numbered = page.tokens[at].sort == NUMBER or not page.lexicon.number_words.isdisjoint(spellings(page.form(at)))
    return numbered and any(hit.code in _THINGS for hit in page.hits_in(at + 1, at + 3, "units"))


def is_told_behind(page: Page, at: int, first: int) -> bool:
    """Behind a definite speaker a bare verbal noun, a number, "dozens of": what he tells of begins."""
    if is_definite(page, at) or page.tokens[at].sort != WORD:
        return False
    if at > first and (_counts(page, at) or page.is_one_of(at, "measured_nouns")):
        return True
    if at > first and page.is_one_of(at, "told_preps") and is_act(page, at + 1):
        return True
    if at > first + 1 and is_definite(page, first) and page.is_one_of(at, "act_nouns") and not _is_aim(page, at):
        return True
    whole = is_definite(page, at - 1) or page.form(at - 1) in (")", '"', "»", "”")
    return whole and is_act(page, at)


def is_told_whom(page: Page, at: int, first: int) -> bool:
    """ "تدعو المنظمة المانحين إلى", "أبلغت منظمات إنسانية اللجنة بأن", "ذكرت ناجيتان للمنظمة أن": whom one calls
    upon, whom one tells, stands right behind who speaks, no owner of the noun in front."""
    if is_definite(page, at) and is_definite(page, at - 1) and page.hits_in(at, at + 1, "reports"):
        return True
    calls = page.is_one_of(first - 1, "calling_words")
    if (calls or page.is_one_of(first - 1, "telling_verbs")) and page.is_one_of(at, "whole_words"):
        return True
    if page.is_one_of(at, "told_media"):
        return at > first + 1 or not (at == first or page.is_one_of(first, "media_people"))
    if _is_medium_told(page, at, first):
        return True
    if f"ال{page.form(at).removeprefix('لل')}" in page.lexicon.data.get("called_upon", ()):
        kin = page.is_one_of(first, "units_before_ten") or page.hits_in(first, first + 1, "witnesses")
        return not page.hits_in(first, first + 1, "officials") and (bool(kin) or not is_definite(page, at - 1))
    if calls and _cannot_describe(page, at, first):
        return True
    if calls and at == first + 1 and page.is_one_of(at, "called_upon") and _is_persons_name(page, first):
        return True
    charged = page.is_one_of(first - 1, "charging_verbs") and page.is_one_of(at, "called_upon")
    if charged and is_definite(page, at - 1):
        return True
    called = is_definite(page, at) and page.is_one_of(at, "called_upon")
    if (
        called
        and at > first + 1
        and page.is_one_of(first - 1, "telling_verbs")
        and page.is_one_of(at + 1, "that_words")
    ):
        return True
    return called and (calls or page.is_one_of(first - 1, "telling_verbs")) and _is_whole(page, at - 1, first)


def _is_persons_name(page: Page, at: int) -> bool:
    """ "طالب حسن الحكومة": a bare word that no list knows is who calls."""
    told = page.hits_in(at, at + 1, "officials", "witnesses", "units", "groups", "group_heads", "targets", "reports")
    return not (is_definite(page, at) or told or page.is_one_of(at, "bodies_words"))


def _is_medium_told(page: Page, at: int, first: int) -> bool:
    """ "أفاد مصدر طبي وكالة الأفق": whom he told, without a preposition; "مدير مكتب وكالة الأفق" is its own."""
    if not page.is_one_of(at, "media_objects") or not at > first + 1:
        return False
    own = page.is_one_of(at - 1, "bodies_words") or page.is_one_of(at - 1, "media_people")
    return not own and any(page.is_one_of(first - 1, table) for table in ("telling_verbs", "informing_verbs"))


def _cannot_describe(page: Page, at: int, first: int) -> bool:
    """ "تدعو الرابطة المفوض السامي": definite behind a definite body, and of the other gender: no adjective of it."""
    if at != first + 1 or not (is_definite(page, at) and is_definite(page, first)):
        return False
    return page.form(at).endswith(_FEMININE) != page.form(first).endswith(_FEMININE)


def _is_whole(page: Page, at: int, first: int) -> bool:
    """A noun that has no owner behind it: definite, a dual or plural that keeps its ending, a pronoun, an adjective; a
    body's own name."""
    whole = is_definite(page, at) or page.form(at).endswith(_UNOWNED)
    return whole or (at > first and page.form(at).endswith("يه"))


def _counts(page: Page, at: int) -> bool:
    """ "The report counted three hundred cases", "dozens of children"; not "وأحد السكان", one more who speaks, nor
    the end of "في الخامسة عشرة"."""
    if page.hits_in(at, at + 1, "vague"):
        return True
    if page.is_one_of(at, "teen_tails") and is_definite(page, at - 1):
        return False
    numbered = not page.lexicon.number_words.isdisjoint(spellings(page.form(at)))
    return numbered and not is_definite(page, at + 1) and bool(page.hits_in(at + 1, at + _COUNTED_TOKENS, "units"))


def opens_charge(page: Page, at: int) -> bool:
    """ "Accusé par l'ONU d'enrôler des mineurs": what is held against somebody, no part of who does so."""
    endings = tuple(page.lexicon.data.get("infinitive_endings", ()))
    infinitive = page.is_one_of(at, "infinitive_leads") and bool(endings) and page.form(at + 1).endswith(endings)
    charged = page.hits_in(at + 1, at + 2, "violations", "deeds") and not page.is_one_of(at + 1, "those_words")
    return infinitive and bool(charged)


def is_what_for(page: Page, at: int) -> bool:
    """ "Condenado por reclutar", "imputado por la muerte de": in Spanish "por" leads to the charge too, nobody who
    speaks."""
    if not (page.lexicon.data.get("by_is_for") and page.is_one_of(at - 1, "by_words")):
        return False
    head = at + int(page.is_one_of(at, "determiners") or page.is_one_of(at, "possessives"))
    people = page.hits_in(head, head + 1, "officials", "witnesses", "groups")
    people += [hit for hit in page.hits_in(head, head + 1, "units") if hit.code in ("person", "child")]
    charged = any(hit.first == head for hit in page.hits_in(head, head + 1, "violations"))
    return page.is_one_of(head, "infinitives_of_having") or (charged and not people)
