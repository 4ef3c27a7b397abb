"""Openings: what stands in front of a sentence's first claim: a dateline, a post's or list's number, signs."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.page.sentences import Sentence
from tawthiq.record.extract.phrases.handles import handle_end
from tawthiq.record.extract.phrases.verbs import has_verb
from tawthiq.record.extract.words.token import NUMBER, SIGN

_DATELINE_TOKENS = 14
_SHORT_DATELINE = 3
_AGENCY_TOKENS = 6
_SPEAKING_SIGNS = frozenset("\"'“‘«‹([¿¡#@$£€~≈+%")


def past_opening(page: Page, sentence: Sentence) -> int:
    """The token at which the sentence begins to claim something."""
    at = max(_past_dateline(page, sentence), _past_post_mark(page, sentence))
    return max(at, _past_number(page, sentence, at))


def _past_number(page: Page, sentence: Sentence, at: int) -> int:
    """ "5) ", "(3) ", "🔴 ", "• ": numbers of a list's items, signs that are no words, in front of the first word."""
    start = at
    while at < sentence.last - 1:
        if page.tokens[at].sort == SIGN and page.form(at) not in _SPEAKING_SIGNS:
            at += 1
        elif page.form(at) == "(" and page.tokens[at + 1].sort == NUMBER and page.form(at + 2) == ")":
            at += 3
        elif page.tokens[at].sort == NUMBER and _closes_number(page, at + 1):
            at += 2
        else:
            break
    return at if at < sentence.last else start


def _closes_number(page: Page, at: int) -> bool:
    """ "5) ", "15- ": the mark behind an item's number, with a space behind it."""
    spaced = page.form(at) == "-" and not _is_glued(page, at + 1)
    return (page.form(at) == ")" or spaced) and _is_glued(page, at)


def _is_glued(page: Page, at: int) -> bool:
    return page.tokens[at].start == page.tokens[at - 1].end


def _past_post_mark(page: Page, sentence: Sentence) -> int:
    """ "@name 3/ ", "3/7 ": who posts, and which post of a thread."""
    at = handle_end(page, sentence.first) if page.form(sentence.first) == "@" else sentence.first
    if at + 1 < sentence.last and page.tokens[at].sort == NUMBER and page.form(at + 1) == "/":
        at += 2
        of_all = at < sentence.last and page.tokens[at].sort == NUMBER and _is_glued(page, at)
        at += int(of_all)
    return at if at < sentence.last else sentence.first


def _past_dateline(page: Page, sentence: Sentence) -> int:
    """ "KESH, 3 March 2021 (Agency) – ", "Kesh, 3 mar (Agencia).- ": where and when a text was written is no part of
    its first claim. One capital, "A girl, on 3 May", "L'enlèvement, le 3 mai", is no line of capitals."""
    first_word = page.words(sentence.first, sentence.first + 1)
    capitals = first_word.isupper() and len(first_word.strip("'’")) > 1
    for item in page.dates.between(sentence.first + 1, sentence.first + _DATELINE_TOKENS)[: int(capitals)]:
        between = range(sentence.first + 1, item.first)
        ends = item.last < sentence.last - 3 and page.form(item.last) not in (",", "(")
        if ends and any(page.form(at) == "," for at in between) and not has_verb(page, sentence.first, item.first):
            return item.last
    for at in range(sentence.first + 1, min(sentence.first + _DATELINE_TOKENS, sentence.last - 3)):
        token = page.tokens[at]
        apart = token.start > page.tokens[at - 1].end and page.tokens[at + 1].start > token.end
        stopped = page.form(at - 1) == "." and token.start == page.tokens[at - 1].end
        if token.form == "-" and (apart or stopped):
            inserted = at - sentence.first > _SHORT_DATELINE and bool(
                page.hits_in(sentence.first, at, "cues", "groups")
            )
            inserted = inserted or bool(page.hits_in(sentence.first, at, "units"))
            opens = sentence.first if inserted or has_verb(page, sentence.first, at) else at + 1
            return _past_day(page, opens, sentence.last) if opens > sentence.first else opens
    return _past_city(page, sentence) or _past_day(page, sentence.first, sentence.last)


def _past_city(page: Page, sentence: Sentence) -> int:
    """ "جنيف: أدانت المنظمة": a city and a colon in front of a verb of saying; 0 where none stands there."""
    city = page.places.between(sentence.first, sentence.first + 1)
    colon = city[0].last if city else sentence.first
    said = page.hits_in(colon + 1, colon + 2, "cues") if page.form(colon) == ":" else []
    verbs = page.lexicon.data.get("verb_first") and any(hit.code == "say" for hit in said)
    return colon + 1 if verbs and colon < sentence.last - 3 else 0


def _past_day(page: Page, at: int, last: int) -> int:
    """ "– 28 October 2016 – ", "13 June 2024 (Agency) ": the day, where a dash or an agency in brackets closes it."""
    dated = [item for item in page.dates.between(at, at + 1) if item.last < last - 3]
    end = dated[0].last if dated else at
    if dated and page.form(end) == "(":
        closes = next((here for here in range(end + 2, end + _AGENCY_TOKENS) if page.form(here) == ")"), None)
        return at if closes is None or closes >= last - 3 or page.form(closes + 1) in (",", "،") else closes + 1
    apart = page.form(end) == "-" and not (_is_glued(page, end) and _is_glued(page, end + 1))
    return end + 1 if dated and apart else at
