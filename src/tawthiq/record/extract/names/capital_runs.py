"""Capital runs: capitalised words in a row that may name something."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.record.extract.names.aims import next_aim
from tawthiq.record.extract.names.words import BY_REACH, Words
from tawthiq.record.extract.words.token import NUMBER, SIGN, WORD

_NAME_TOKENS = 9
_OPENINGS = frozenset(("", ".", "!", "?", ":", '"', "“", "«"))


def capital_runs(words: Words) -> Iterator[tuple[int, int]]:
    """Capitalised words in a row, small words between them allowed, an article in front left out."""
    at = 0
    while at < len(words.tokens):
        if not words.is_capital(at) or words.is_one_of(at, "determiners") or _begins_none(words, at):
            at += 1
            continue
        last = at + 1
        headed = not words.lexicon.heads_last and words.hit(at, "group_heads") is not None
        while last < len(words.tokens) and last - at < _NAME_TOKENS:
            if _goes_on(words, last) or _is_adjective(words, last):
                last += 1
            elif _joins_aim(words, at, last):
                last += 1 + int(words.is_one_of(last + 1, "determiners"))
            elif headed and (ahead := _past_low_words(words, last)):
                last = ahead
            else:
                break
        while not _ends(words, last - 1):
            last -= 1
        if _is_sort(words, last):
            last += 1
        yield _headed_start(words, at, last), last
        at = last


def _is_month(words: Words, at: int) -> bool:
    """ "On 4 May 2020 the Kesh Front": a month with its day or year begins no name; "May Front" may be one."""
    dated = [words.tokens[here].sort for here in (at - 1, at + 1) if 0 <= here < len(words.tokens)]
    return words.form(at) in words.lexicon.month_words and NUMBER in dated


def _ends(words: Words, at: int) -> bool:
    """A capital, "Bérets rouges", "M12", "M-14": what may end a name."""
    numbered = words.tokens[at].sort == NUMBER and (_is_glued(words, at) or _is_hyphened(words, at))
    return words.is_capital(at) or numbered or _is_adjective(words, at)


def _is_adjective(words: Words, at: int) -> bool:
    """ "Bérets rouges", "Boinas rojas": behind a capital an adjective that names are made with, and behind it that of a
    nation: "Armée nationale kesienne"."""
    if words.is_capital(at):
        return False
    second = words.is_one_of(at - 1, "name_adjectives") and _is_adjective(words, at - 1)
    named = words.is_one_of(at, "name_adjectives") and (words.is_capital(at - 1) or second)
    return named or (second and words.form(at).endswith(tuple(words.lexicon.data.get("nation_endings", ()))))


def _joins_aim(words: Words, first: int, at: int) -> bool:
    """ "Movement for Justice and Dignity": one more aim in capitals, no other body."""
    aim = next_aim(words, first + 1, at)
    return aim is not None and words.is_capital(aim) and words.hit(aim, "group_heads", "groups") is None


def _is_sort(words: Words, at: int) -> bool:
    """ "The Gulmar coalition", "the M-14 movement": a sort of body that no list of armed groups holds ends the name."""
    sort = words.lexicon.heads_last and words.is_one_of(at, "sort_words") and words.hit(at, "groups") is None
    return sort and not words.is_one_of(at + 1, "list_joiners") and words.form(at + 1) != "-"


def _begins_none(words: Words, at: int) -> bool:
    return (
        tells_when(words, at) or _is_month(words, at) or _are_men_of_letters(words, at) or _opens_with_small(words, at)
    )


def _opens_with_small(words: Words, at: int) -> bool:
    """ "During the Red Dawn gang's raids": a preposition with a capital because it opens its sentence."""
    opens = words.form(at - 1) in _OPENINGS if at else True
    return words.lexicon.heads_last and opens and words.is_one_of(at, "prepositions")


def tells_when(words: Words, at: int) -> bool:
    """ "In March TRA fighters", "on Tuesday Red Front gunmen": a month, a day behind a preposition begins no name."""
    if not words.lexicon.heads_last:
        return False
    led = at + 1 if words.is_one_of(at, "source_leads") else at
    return _is_dated(words, led) and words.is_one_of(led - 1, "source_leads")


def _is_dated(words: Words, at: int) -> bool:
    data = words.lexicon.data
    return words.form(at) in data.get("months", {}) or words.form(at) in data.get("weekdays", {})


def _are_men_of_letters(words: Words, at: int) -> bool:
    """ "Combatientes de las FPL": a plain noun at a sentence's head, whose men they are told by its letters."""
    if not (words.is_one_of(at, "men_words") and words.is_one_of(at + 1, "of_words")):
        return False
    body = at + 2 + int(words.is_one_of(at + 2, "determiners"))
    token = words.tokens[body] if body < len(words.tokens) else None
    return token is not None and token.end - token.start > 1 and words.text[token.start : token.end].isupper()


def _headed_start(words: Words, first: int, last: int) -> int:
    """ "Son del Frente 9 de Abril", "Macina la Coordination": where heads stand in front, the name begins with its
    head; a sentence's verb in front of a name is none of it, nor are the "Fighters of" it that open a sentence."""
    men = words.hit(first, "party_of") if words.form(first - 1) in _OPENINGS else None
    if men is not None and men.last < last and words.is_capital(men.last):
        return men.last
    if words.lexicon.heads_last:
        return first
    for at in range(first + 1, last):
        linked = words.is_one_of(at - 1, "name_links") or words.is_one_of(at - 1, "determiners")
        if linked and words.is_capital(at) and words.hit(at, "group_heads") and not words.hit(first, "group_heads"):
            return at
    return first


def _goes_on(words: Words, at: int) -> bool:
    if words.lexicon.heads_last and words.is_capital(at) and words.is_one_of(at, "indefinite"):
        return False
    if words.is_capital(at):
        return words.form(at - 1) != "." and words.tokens[at].start - words.tokens[at - 1].end < 3
    glued = words.tokens[at].start == words.tokens[at - 1].end and words.tokens[at].sort == SIGN
    link = words.is_one_of(at, "name_links") and not words.is_one_of(at, "list_joiners")
    number = words.tokens[at].sort == NUMBER and (words.is_one_of(at + 1, "name_links") or _is_glued(words, at))
    number = number or (words.tokens[at].sort == NUMBER and _is_hyphened(words, at))
    if glued and words.form(at) == "'" and words.form(at + 1) == "s":
        return words.is_capital(at + 2)
    if words.form(at) == "s" and words.form(at - 1) == "'":
        return words.is_capital(at + 1)
    if (
        glued
        and words.form(at) == "'"
        and words.tokens[at + 1 :]
        and words.tokens[at + 1].start == words.tokens[at].end
    ):
        return words.is_capital(at + 2) or words.is_capital(at + 1)
    if words.form(at - 1) == "'" and words.tokens[at].start == words.tokens[at - 1].end:
        return words.is_capital(at + 1)
    if glued and words.form(at) in "-'":
        named = words.is_capital(at + 1) or (words.form(at) == "-" and words.tokens[at + 1].sort == NUMBER)
        return named and words.tokens[at + 1].start == words.tokens[at].end
    if link and words.form(at + 1) == "-":
        return words.is_capital(at + 2)
    if link and words.is_one_of(at, "by_words") and _tells_by_whom(words, at):
        return False
    if link:
        ahead = at + 1 if words.is_capital(at + 1) else at + 2
        return words.is_capital(ahead) and (ahead == at + 1 or words.is_one_of(at + 1, "name_links"))
    return number


def _tells_by_whom(words: Words, at: int) -> bool:
    """ "Secuestrados en Amra por las Boinas Rojas": by whom it was done; not "Voluntarios por la Patria"."""
    return any(words.hit(here, "violations") for here in range(max(0, at - BY_REACH), at))


def _is_glued(words: Words, at: int) -> bool:
    """ "Le M12", "the G9": capitals and figures without a space are one word."""
    before = words.tokens[at - 1]
    return before.end == words.tokens[at].start and words.text[before.start : before.end].isupper()


def _is_hyphened(words: Words, at: int) -> bool:
    """ "M-14", "G-9": a figure tied to capitals."""
    tied = words.form(at - 1) == "-" and words.tokens[at - 1].end == words.tokens[at].start
    return tied and _is_glued(words, at - 1)


def _past_low_words(words: Words, at: int) -> int:
    """Of "Front de libération du Kesh" the words up to the next capital; 0 where none follows."""
    if not words.is_one_of(at, "name_links") or words.is_one_of(at, "list_joiners") or words.is_one_of(at, "to_whom"):
        return 0
    for here in range(at + 1, min(at + 5, len(words.tokens))):
        if words.is_capital(here):
            return here + 1
        stops = any(words.is_one_of(here, table) for table in ("finite", "phrase_breaks", "by_words"))
        if stops or words.tokens[here].sort != WORD:
            return 0
    return 0
