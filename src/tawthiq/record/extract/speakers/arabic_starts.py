"""Arabic starts: what stands where an Arabic speaker could and is none; his name, far behind a long office."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.apposed import breaks_source, is_office, quoted_name_end
from tawthiq.record.extract.phrases.name_words import is_unlisted
from tawthiq.record.extract.phrases.told_behind import is_definite
from tawthiq.record.extract.phrases.verbs import is_finite
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS, WORD

_OFFICE_TOKENS = 24
_NAME_TOKENS = 4
_ENDS = frozenset('.;:!?،,"“”«»؛؟()')


def opens_no_speaker(page: Page, at: int) -> bool:
    """ "يطالب بوقف فوري", "رحبت بتوقيع الخطة": behind a verb that takes "of", what it is of; "أفاد باحث" names one."""
    form = page.form(at)
    if not page.is_one_of(at - 1, "verbs_of") or not form.startswith("ب") or form in page.lexicon.data["own_words_of"]:
        return False
    people = page.hits_in(at, at + 1, "officials", "witnesses")
    return not any(form in slot.words for hit in people for row in hit.entry.rows for slot in row[:1])


def tells_which(page: Page, hit: Hit) -> bool:
    """ "الانتهاكات التي جرى التحقق منها", "حالات تم التحقق منها لتجنيد": which ones are meant; "أنها وثقت ما لا يقل":
    whoever spoke before documents them."""
    if page.lexicon.language != "ar":
        return False
    on = page.is_one_of(hit.first, "recorded_words") and page.is_one_of(hit.first - 1, "that_words")
    behind = page.is_one_of(hit.last, "checked_ones") and page.form(hit.last + 1) not in _ENDS | {""}
    which = page.is_one_of(hit.first - 1, "relatives") or behind
    return on or (which and page.is_one_of(hit.first, "passive_words"))


def alias_behind(page: Page, at: int, last: int) -> tuple[int, int] | None:
    """ "شاهد عيان يدعى "سامي القاضي"", "امرأة تدعى أم سامي": the name behind the word that gives it."""
    given = page.is_one_of(at, "alias_words") and page.words(at, at + 1).endswith("ى")
    if page.lexicon.language != "ar" or not given:
        return None
    quoted = quoted_name_end(page, at + 1, last)
    if quoted is not None:
        return at + 2, quoted - 1
    end = at + 1
    while end < last and end - at <= _NAME_TOKENS and page.tokens[end].sort == WORD and not _ends_name(page, end):
        end += 1
    return (at + 1, end) if end > at + 1 else None


def _ends_name(page: Page, at: int) -> bool:
    return _opens_said(page, at) or _is_verb(page, at) or breaks_source(page, at)


def only_turns(page: Page, first: int, last: int) -> bool:
    """ "من جهة أخرى أشارت", "في الوقت الذي تشير فيه": how a text turns to the next thing, nobody who says it."""
    return page.lexicon.language == "ar" and all(page.is_one_of(at, "turn_words") for at in range(first, last))


def named_before_that(page: Page, first: int, end: int, last: int) -> tuple[int, int] | None:
    """ "قالت الممثلة الخاصة المعنية بالأطفال في كش لونا مارو إن": an office whose words were cut short, and right in
    front of "that" the name of its bearer; None without one."""
    if page.lexicon.language != "ar" or not is_office(page, first, end) or page.form(end) in _ENDS:
        return None
    reach = range(end, min(end + _OFFICE_TOKENS, last))
    stop = next((at for at in reach if _opens_said(page, at)), end)
    if any(page.form(at) in _ENDS or _is_verb(page, at) for at in range(end, stop)):
        return None
    start = _name_start(page, stop, end)
    return (start, stop) if stop - start > 1 else None


def _opens_said(page: Page, at: int) -> bool:
    that = page.is_one_of(at + int(page.form(at) in COMMAS), "that_words")
    return that or page.form(at) in (":", '"', "“", "«")


def _is_verb(page: Page, at: int) -> bool:
    return is_finite(page, at) and not is_definite(page, at)


def _name_start(page: Page, stop: int, end: int) -> int:
    """Back over bare words that no list knows, the last of them also definite; `stop` where they are no name."""
    at = stop - 1 if is_definite(page, stop - 1) else stop
    while at > end and stop - at < _NAME_TOKENS and _is_of_name(page, at - 1):
        at -= 1
    at += int(at < stop and breaks_source(page, at - 1))
    bare = at < stop and not is_definite(page, at) and not _is_to_whom(page, at)
    led = is_definite(page, at - 1) or bool(page.places.between(at - 1, at))
    return at if bare and led else stop


def _is_to_whom(page: Page, at: int) -> bool:
    """ "صرح المدير لقناة الأفق بأن": to whom it was said."""
    return page.is_one_of(at, "told_media") or page.is_one_of(at, "told_whom")


def _is_of_name(page: Page, at: int) -> bool:
    known = is_definite(page, at) or breaks_source(page, at) or bool(page.places.between(at, at + 1))
    return page.tokens[at].sort == WORD and not known and is_unlisted(page, at)
