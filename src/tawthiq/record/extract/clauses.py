"""Clauses: the pieces of a sentence that each make one claim."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.record.extract.page import Page
from tawthiq.record.extract.quotations import Quotation
from tawthiq.record.extract.sentences import Sentence, sentence_span
from tawthiq.record.extract.token import NUMBER, SIGN, WORD

_LONG_QUOTE_TOKENS = 6
_VERB_REACH = 9
_DATELINE_TOKENS = 14
_MARKS = frozenset("\"“”«»‘’'.,;:!?،؛؟…()[]-")


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `first` to `last` (exclusive). `quotation`: the long one it lies in; `nested`: inside another clause."""

    first: int
    last: int
    sentence: int
    quotation: int | None = None
    nested: bool = False


def clauses_of(page: Page, number: int, sentence: Sentence) -> list[Clause]:
    """The clauses of one sentence in text order; marks at either end are left out."""
    found: list[Clause] = []
    for first, last, quotation in _segments(page, sentence):
        for piece in _cut(page, first, last):
            start, end = _trimmed(page, *piece)
            if start < end:
                found.append(Clause(start, end, number, quotation))
                found += _relatives(page, start, end, number, quotation)
    return found


def _segments(page: Page, sentence: Sentence) -> list[tuple[int, int, int | None]]:
    """Long quotations stand apart from the words around them."""
    segments: list[tuple[int, int, int | None]] = []
    at = max(_past_dateline(page, sentence), _past_thread_mark(page, sentence))
    for number, quotation in page.quotations_over(sentence_span(page.tokens, sentence)):
        first, last = _inside(page, sentence, quotation)
        if last - first < _LONG_QUOTE_TOKENS or first < at or not has_verb(page, first, last):
            continue
        segments += [(at, first, None)] if first > at else []
        segments.append((first, last, number))
        at = last
    return [*segments, (at, sentence.last, None)] if at < sentence.last else segments


def _past_thread_mark(page: Page, sentence: Sentence) -> int:
    """ "@name 3/ ": who posts, and which post of a thread."""
    at = sentence.first
    if page.form(at) == "@":
        at += 1
        while at < sentence.last and page.tokens[at].start == page.tokens[at - 1].end + _underscores(page, at):
            at += 1
    if at + 1 < sentence.last and page.tokens[at].sort == NUMBER and page.form(at + 1) == "/":
        at += 3 if page.tokens[at + 2].sort == NUMBER and page.tokens[at + 2].start == page.tokens[at + 1].end else 2
    return at if at < sentence.last else sentence.first


def _underscores(page: Page, at: int) -> int:
    between = page.text[page.tokens[at - 1].end : page.tokens[at].start]
    return len(between) if between.strip("_") == "" and " " not in between and "\n" not in between else 0


def _past_dateline(page: Page, sentence: Sentence) -> int:
    """ "KESH, 3 March 2021 (Agency) – ": where and when a text was written is no part of its first claim."""
    capitals = page.text[page.tokens[sentence.first].start : page.tokens[sentence.first].end].isupper()
    for item in page.dates.between(sentence.first + 1, sentence.first + _DATELINE_TOKENS)[: int(capitals)]:
        between = range(sentence.first + 1, item.first)
        ends = item.last < sentence.last - 3 and page.form(item.last) not in (",", "(")
        if ends and any(page.form(at) == "," for at in between) and not has_verb(page, sentence.first, item.first):
            return item.last
    for at in range(sentence.first + 1, min(sentence.first + _DATELINE_TOKENS, sentence.last - 3)):
        token = page.tokens[at]
        apart = token.start > page.tokens[at - 1].end and page.tokens[at + 1].start > token.end
        if token.form == "-" and apart:
            return sentence.first if has_verb(page, sentence.first, at) else at + 1
    return sentence.first


def _inside(page: Page, sentence: Sentence, quotation: Quotation) -> tuple[int, int]:
    inner = [
        at
        for at in range(sentence.first, sentence.last)
        if quotation.inner.start <= page.tokens[at].start and page.tokens[at].end <= quotation.inner.end
    ]
    return (inner[0], inner[-1] + 1) if inner else (0, 0)


def has_verb(page: Page, first: int, last: int) -> bool:
    """True when a finite verb stands on those tokens, as far as word lists can tell."""
    return any(is_verb(page, at) for at in range(first, last))


def is_verb(page: Page, at: int) -> bool:
    """Auxiliaries, listed verbs, and words with a verb's ending that stand neither before nor behind an article."""
    if page.is_one_of(at, "finite"):
        if page.form(at).removeprefix("و").startswith("ال"):
            return False
        lettered = page.tokens[at].end - page.tokens[at].start == 1 and page.form(at + 1) == "."
        named = lettered or page.form(at) in page.lexicon.data.get("months", {})
        return not (page.is_capital(at) and named)
    token = page.tokens[at]
    if token.sort != WORD or len(token.form) < 5 or page.is_capital(at):
        return False
    endings = tuple(page.lexicon.data.get("verb_endings", ()))
    if not endings or not token.form.endswith(endings) or page.is_one_of(at, "not_verbs"):
        return False
    if page.is_one_of(at + 1, "by_words") and not page.is_one_of(at - 1, "finite"):
        return False
    return not page.is_one_of(at - 1, "determiners") and not page.is_one_of(at - 1, "by_words")


def _cut(page: Page, first: int, last: int) -> list[tuple[int, int]]:
    cuts = [first]
    depth = 0
    for at in range(first + 1, last - 1):
        depth = max(0, depth + (page.form(at) == "(") - (page.form(at) == ")"))
        if not depth and at > cuts[-1] + 1 and _starts_clause(page, cuts[-1], at, last):
            cuts.append(at)
    return list(zip(cuts, [*cuts[1:], last], strict=True))


def _starts_clause(page: Page, first: int, at: int, last: int) -> bool:
    form = page.form(at)
    if form in (";", "؛"):
        return last - at > 3 and not _counts_on(page, first, at + 1, last)
    if page.lexicon.language == "ar" and page.form(at - 1) in ("،", ","):
        return _joined_verb(page, first, at, last)
    if form in (",", "،") and page.is_one_of(at + 1, "apposed_heads") and page.is_one_of(at + 2, "relatives"):
        return last - at > 4
    if page.lexicon.language == "ar" and page.is_one_of(at, "clause_starts"):
        return has_verb(page, first, at) and _opens_arabic(page, at + 1, last)
    if form in (",", "،") and page.is_one_of(first, "subordinators"):
        return has_verb(page, first, at) and _has_subject_and_verb(page, at + 1, last)
    if not page.is_one_of(at, "clause_starts") or not has_verb(page, first, at):
        return False
    if _counts_on(page, first, at + 1, last) or _is_bare_denial(page, at):
        return False
    if page.tokens[at + 1].sort == NUMBER and _is_other_deed(page, first, at, last):
        return True
    return _opens_with_claim(page, at + 1, last) or _has_subject_and_verb(page, at + 1, last)


def _counts_on(page: Page, first: int, at: int, last: int) -> bool:
    """ "; seven boys and five girls died", "and one was 8": a number that goes on about what was just told."""
    counted = any(item.first <= at + 1 for item in page.quantities.between(at - 1, at + 2))
    unread = any(number.first in (at, at + 1) for number in page.unread)
    worded = page.is_one_of(at, "one_words")
    if not (counted or unread or worded) or page.hits_in(at, last, "limits", "relief", "cues", "groups", "group_heads"):
        return False
    shared = any(item.rule in ("percent", "share", "fraction") for item in page.quantities.between(at - 1, at + 2))
    return not shared and not _is_other_deed(page, first, at, last)


def _is_other_deed(page: Page, first: int, at: int, last: int) -> bool:
    """What is told behind is a violation that is not told before."""
    before = {hit.code for hit in page.hits_in(first, at, "violations")}
    behind = {hit.code for hit in page.hits_in(at, last, "violations")}
    return bool(before) and bool(behind - before)


def _is_bare_denial(page: Page, at: int) -> bool:
    """ "The spokesman denies it and says": one breath, one statement."""
    return any(
        hit.last in (at, at - 1) and hit.entry.more.get("denial") == "yes" for hit in page.hits_in(at - 3, at, "cues")
    )


def _joined_verb(page: Page, first: int, at: int, last: int) -> bool:
    """ "، وأُطلق سراح": Arabic joins "and" to the verb that begins the next claim."""
    form = page.form(at)
    if not form.startswith("و") or len(form) < 4 or not has_verb(page, first, at - 1):
        return False
    bare = form[1:]
    known = bare in page.lexicon.data.get("finite", ()) or bool(
        page.hits_in(at, at + 1, "violations", "relief", "cues")
    )
    told = page.quantities.between(at, last) or page.hits_in(at, last, "violations", "cues", "limits")
    return known and not bare.startswith("ال") and bool(told) and last - at > 3


def _opens_arabic(page: Page, at: int, last: int) -> bool:
    """ "كما أحرقوا مدرسة", "غير أن الحركة نفت": a verb, or "that", right behind; a limit goes on with its claim."""
    if page.hits_in(at, at + 2, "limits"):
        return False
    opens = is_verb(page, at) or page.is_one_of(at, "that_words") or page.hits_in(at, at + 1, "violations", "cues")
    told = page.quantities.between(at, last) or page.hits_in(at, last, "violations", "cues", "limits")
    return bool(opens) and bool(told) and last - at > 2


def _opens_with_claim(page: Page, at: int, last: int) -> bool:
    """ "and shows them taking aim", "with 17 verified cases", "with the group boasting that"."""
    cue = page.hit_at(at, "cues")
    if cue is not None and cue.code in ("show", "say") and at + 2 < last:
        return True
    if page.is_one_of(at - 1, "with_words"):
        counted = any(item.first <= at + 1 < item.last for item in page.quantities.between(at - 1, at + 6))
        boasting = any(hit.code == "say" for hit in page.hits_in(at, min(at + 5, last), "cues"))
        return (counted and page.form(at - 2) == ",") or boasting
    return False


def _has_subject_and_verb(page: Page, at: int, last: int) -> bool:
    """A noun, then a finite verb, with no stop, relative word or comma between."""
    nouns = 0
    for here in range(at, min(at + _VERB_REACH, last)):
        token = page.tokens[here]
        if token.sort == SIGN and token.form not in ("-", "'", "(", ")", '"', "“", "”"):
            return False
        if page.is_one_of(here, "relatives") or (page.is_one_of(here, "clause_starts") and nouns):
            return False
        if page.is_one_of(here, "gerunds"):
            return False
        if is_verb(page, here):
            return nouns > 0
        if (
            token.sort == WORD
            and not page.is_one_of(here, "determiners")
            and not page.is_one_of(here, "small_words")
            and not page.is_one_of(here, "adverbs")
        ):
            nouns += 1
        if token.sort == NUMBER and page.form(here + 1) and page.tokens[here + 1].sort == WORD:
            nouns += int(not page.hits_in(here + 1, here + 2, "participles") and not is_verb(page, here + 1))
    return False


def _trimmed(page: Page, first: int, last: int) -> tuple[int, int]:
    while first < last and (page.form(first) in _MARKS or page.is_one_of(first, "leading_words")):
        first += 1
    while last > first and page.form(last - 1) in _MARKS - {")", "]"}:
        last -= 1
    if last > first and page.form(last - 1) == ")" and not any(page.form(at) == "(" for at in range(first, last)):
        last -= 1
    return first, last


def _tells_itself(page: Page, first: int, last: int) -> bool:
    """ "Who led the research" says who somebody is; a place, a violation, a limit is told for its own sake."""
    denied = any(hit.entry.more.get("denial") == "yes" for hit in page.hits_in(first, last, "cues"))
    told = page.hits_in(first, last, "violations", "limits")
    return denied or bool(told) or bool(page.places.between(first, last))


def _relatives(page: Page, first: int, last: int, number: int, quotation: int | None) -> list[Clause]:
    """ ", which is prevalent in two countries," is a claim of its own inside another."""
    found: list[Clause] = []
    for at in range(first + 1, last - 3):
        if page.form(at - 1) in (",", "،") and page.is_one_of(at, "loose_relatives") and is_verb(page, at + 1):
            end = next((here for here in range(at + 1, last) if page.form(here) in (",", "،")), last)
            if end - at >= 4 and _tells_itself(page, at, end):
                found.append(Clause(at, end, number, quotation, nested=True))
    return found
