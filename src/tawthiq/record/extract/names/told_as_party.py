"""Told as a party: whether what stands around a name makes it that of an armed party."""

from __future__ import annotations

from tawthiq.record.extract.names.armed_acts import acts
from tawthiq.record.extract.names.bands import are_several, has_men, is_armed_band, is_band
from tawthiq.record.extract.names.blamed_names import goes_by_name, is_accused, is_who_did, works_for
from tawthiq.record.extract.names.words import BY_REACH as _BY_REACH
from tawthiq.record.extract.names.words import Words

_FIGHT_TOKENS = 10
_PEOPLE = ("peaceful_words", "civil_workers", "rank_nouns", "leader_words", "former_words")
"""Words for who a person is, a body that bears no arms: behind a name they make no party of it."""


def is_party(words: Words, run: tuple[int, int]) -> bool:
    """Behind "by" of a violation or "attributed to", beside a word for fighters, or doing what is a violation."""
    first, last = run
    if last - first == 1 and words.tokens[first].end - words.tokens[first].start == 1 and words.form(last) == ".":
        return False
    start = first - 1 if words.is_one_of(first - 1, "determiners") else first
    if _is_surely_party(words, run, start):
        return True
    if _is_other_body(words, run, start):
        return False
    if _tells_of_sort(words, first, last) or _leads_men(words, run):
        return False
    if has_men(words, start, first) or words.is_one_of(start - 1, "sort_words"):
        return True
    sort = words.hit(last, "groups")
    if last - first > 1 and sort is not None and sort.code != "state_force":
        return True
    if last - first == 1 and not words.text[words.tokens[first].start : words.tokens[first].end].isupper():
        return _is_one_word_band(words, run, start)
    return _is_blamed(words, first, last, start)


def _tells_of_sort(words: Words, first: int, last: int) -> bool:
    """ "In the ranks of Omeri and foreign armed groups": one word, joined to another for the same sort of men."""
    joined = (
        last - first == 1 and words.is_one_of(last, "list_joiners") and words.is_one_of(last + 1, "group_qualities")
    )
    return joined and words.form(first).endswith(tuple(words.lexicon.data.get("demonym_endings", ())) or ("\0",))


def _leads_men(words: Words, run: tuple[int, int]) -> bool:
    """ "Attempts by Paul Ndoba's forces": who leads them, two words without an article or a head; no party himself."""
    first, last = run
    named = last - first > 1 and not words.is_one_of(first - 1, "determiners")
    if not named or words.form(last) != "'" or words.form(last + 1) != "s":
        return False
    body = last + 2 + int(words.is_one_of(last + 2, "armed_adjectives"))
    return words.is_one_of(body, "owned_bodies") and not any(words.hit(at, "group_heads") for at in range(first, last))


def _inner(words: Words, run: tuple[int, int]) -> range:
    """The words of a name but for a small one at its end."""
    return range(run[0], run[1] if words.is_capital(run[1] - 1) else run[1] - 1)


def _is_surely_party(words: Words, run: tuple[int, int], start: int) -> bool:
    """Whatever its words are: it goes by that name, has men, acts, is accused, explained, fights, is an armed band."""
    first, last = run
    if start == first and goes_by_name(words, first):
        return True
    if last - first == 1:
        return is_armed_band(words, start, first)
    if has_men(words, start, first) and not _is_dated(words, first, last):
        return True
    told_of = any(words.hit(at, "officials", "reports", "groups") for at in _inner(words, run))
    if not told_of and start < first and (acts(words, last) or is_who_did(words, last)):
        return True
    headed = any(words.hit(at, "group_heads") for at in _inner(words, run))
    if not headed and is_accused(words, start):
        return True
    return not told_of and (_is_explained(words, first, last) or _fights(words, start))


def _is_other_body(words: Words, run: tuple[int, int], start: int) -> bool:
    """An office, a report, a date, a body that works for others."""
    others = ("officials", "reports", "groups", "group_heads")
    if any(words.is_one_of(at, "bodies_words") or words.hit(at, *others) for at in _inner(words, run)):
        return True
    works = words.is_one_of(start - 1, "sort_words") and works_for(words, start - 1)
    return works or _is_dated(words, *run)


def _is_one_word_band(words: Words, run: tuple[int, int], start: int) -> bool:
    """ "The Sentinels": one word for several, that is told of as a band."""
    first, last = run
    behind = start - int(words.is_one_of(start - 1, "sort_adjectives"))
    if words.ends_at(behind, "party_back") and start == first:
        return True
    banded = are_several(words, start, first) and not words.is_one_of(start - 1, "place_preps")
    sorted_so = words.is_capital(start) and words.ends_at(start, "groups", "party_back")
    return banded and (sorted_so or _is_explained(words, first, last) or is_band(words, start, last))


def _is_blamed(words: Words, first: int, last: int, start: int) -> bool:
    """Behind "by" of a deed, "attributed to", a word for fighters; or in front of what it did."""
    if words.is_one_of(start - 1, "by_words") and _is_made_by(words, start):
        return False
    if words.ends_at(start, "by_party") or (words.is_one_of(start, "to_whom") and words.ends_at(first, "by_party")):
        return True
    if words.is_one_of(start - 1, "by_words"):
        if any(words.hit(at, "violations") for at in range(max(0, start - _BY_REACH), start)):
            return True
        made = words.hit(start - 2, "cues", "reports") is not None or words.is_one_of(start - 2, "made_words")
        return start < first and not made and _is_done(words, start - 2)
    before = start - 1 if words.is_one_of(start - 1, "of_words") else start
    if before == start and words.is_one_of(start - 1, "rank_nouns"):
        return False
    if words.ends_at(before, "groups", "party_back") or (before == start and words.ends_at(before, "group_heads")):
        return True
    return start < first and not words.is_one_of(start - 1, "place_preps") and acts(words, last)


def _is_made_by(words: Words, start: int) -> bool:
    """ "Published on Monday by", "accused by": who wrote or blames, past the day."""
    told = start - 2
    while words.form(told) in words.lexicon.data.get("weekdays", {}):
        told -= 1
    return any(words.is_one_of(told, table) for table in ("made_words", "accusing_words"))


def _is_explained(words: Words, first: int, last: int) -> bool:
    """ "The Karoum Scouts, a pro-government militia": what they are stands right behind; "à Tin-Azar, un drone" is
    where it was."""
    if words.is_one_of(first, "place_preps") or words.is_one_of(first - 1, "place_preps"):
        return False
    at = last
    if words.form(at) == "(" and words.form(at + 2) == ")":
        at += 3
    near = range(at + 2, at + 7)
    told = words.is_one_of(at + 1, "definite") and any(words.is_one_of(here, "relatives") for here in near[:3])
    if words.form(at) != "," or not (told or words.is_one_of(at + 1, "indefinite")):
        return False
    if any(words.is_one_of(here, table) for here in near for table in _PEOPLE):
        return False
    return any(words.hit(here, "groups") or words.is_one_of(here, "sort_words") for here in near)


def _fights(words: Words, start: int) -> bool:
    """ "The war between the government and the League of Free Valleys": both sides of a fight."""
    between = next(
        (at for at in range(start - 1, start - _FIGHT_TOKENS, -1) if words.is_one_of(at, "between_begin")), -1
    )
    joined = between == start - 1 or words.is_one_of(start - 1, "list_joiners")
    fought = range(max(0, between - 3), max(0, between))
    return between > 0 and joined and any(words.is_one_of(at, "fighting_nouns") for at in fought)


def _is_done(words: Words, at: int) -> bool:
    """A participle, as far as its ending tells."""
    endings = tuple(words.lexicon.data.get("participle_endings", ()))
    return bool(endings) and at >= 0 and words.form(at).endswith(endings) and len(words.form(at)) > 4


def _is_dated(words: Words, first: int, last: int) -> bool:
    months, days = words.lexicon.data.get("months", {}), words.lexicon.data.get("weekdays", {})
    return any(words.form(at) in months or words.form(at) in days for at in range(first, last))
