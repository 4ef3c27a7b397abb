"""Joined names: parties known by the row in which they stand, beside one that is known already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawthiq.record.extract.names.words import Words
from tawthiq.record.extract.words.token import COMMAS, NUMBER

Run = tuple[int, int]
_LINK_TOKENS = 4


def joined_names(words: Words, runs: Sequence[Run], shown: Sequence[Run]) -> Iterator[Run]:
    """ "By Katiba Nahda, Wagadou Sons and Dawn of Freedom": whoever stands in a row with a party is one."""
    known = {*shown, *(run for run in runs if _is_headed(words, run))}
    for row in _rows(words, runs):
        if known.intersection(row):
            yield from (run for run in row if run not in known and could_be_party(words, run))


def _is_headed(words: Words, run: Run) -> bool:
    """ "The Blue Guard", "le Front du Kesh": a word for a fighting body at its place in a name of several words."""
    at = run[1] - 1 if words.lexicon.heads_last else run[0]
    return run[1] - run[0] > 1 and words.hit(at, "group_heads") is not None


def _rows(words: Words, runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Names with commas and a last "and" between them."""
    row: list[Run] = []
    closed = False
    for run in runs:
        joined = _link(words, row[-1][1], run[0]) if row else ""
        if row and (not joined or closed):
            yield from [row] if closed else []
            row, joined = [], ""
        row.append(run)
        closed = joined == "and" or _closes_with_sort(words, run[1])
    yield from [row] if closed else []


def _closes_with_sort(words: Words, at: int) -> bool:
    """ "..., the Kesh Union and the army": the last of the row is a sort."""
    at += int(words.form(at) in COMMAS)
    if not words.is_one_of(at, "list_joiners"):
        return False
    at += 1
    while words.is_one_of(at, "determiners") or words.is_one_of(at, "by_words") or words.is_one_of(at, "of_words"):
        at += 1
    return not words.is_capital(at) and words.hit(at, "groups") is not None


def _link(words: Words, first: int, last: int) -> str:
    """ "," or "and" for what stands between two names; nothing where another word does."""
    if words.form(first) == "(" and words.form(first + 2) == ")":
        first += 3
    between = range(first, last)
    if not 0 < len(between) <= _LINK_TOKENS:
        return ""
    joins = any(words.is_one_of(at, "list_joiners") for at in between)
    glue = ("list_joiners", "determiners", "of_words")
    if any(words.form(at) not in COMMAS and not any(words.is_one_of(at, name) for name in glue) for at in between):
        return ""
    comma = words.form(first) in COMMAS
    return "and" if joins and not comma else "," if comma and not joins else ""


def could_be_party(words: Words, run: Run) -> bool:
    """No place by its lead, nobody who speaks, no body of peace; one word alone only with an article."""
    first, last = run
    sorts = ("officials", "reports", "months", "place_heads")
    if any(words.hit(at, *sorts) or _is_of_peace(words, at) for at in range(first, last + 1)):
        return False
    if any(words.is_one_of(at, "civil_words") or words.tokens[at].sort == NUMBER for at in range(first, last)):
        return False
    led = words.is_one_of(first - 1, "determiners")
    return (last - first > 1 or led) and not words.is_one_of(first - 1 - int(led), "place_preps")


def _is_of_peace(words: Words, at: int) -> bool:
    """A ministry, a school; a union, a council may bear arms, and in a row with those who do, it does."""
    armed = words.is_one_of(at, "bodies_of_arms") or words.hit(at, "group_heads") is not None
    return words.is_one_of(at, "bodies_words") and not armed


def shares_the_deed(words: Words, run: Run) -> bool:
    """ "Six by Katiba Nahda and three by the Simba": so many by whom, of a deed told before."""
    led = run[0] - int(words.is_one_of(run[0] - 1, "determiners"))
    counted = led - 2
    number = counted >= 0 and (
        words.tokens[counted].sort == NUMBER or words.form(counted) in words.lexicon.number_words
    )
    return words.is_one_of(led - 1, "by_words") and number and could_be_party(words, run)


def under_one_head(words: Words, runs: Sequence[Run]) -> list[Run]:
    """ "The Omer Defence and Security Forces": behind one article, in front of one head, two words name one force."""
    made: list[Run] = []
    for run in runs:
        shared = bool(made) and _shares_head(words, made[-1], run)
        made.append((made.pop()[0], run[1]) if shared else run)
    return made


def _shares_head(words: Words, one: Run, other: Run) -> bool:
    joined = other[0] - one[1] == 1 and words.is_one_of(one[1], "list_joiners")
    if not (words.lexicon.heads_last and joined and words.is_one_of(one[0] - 1, "determiners")):
        return False
    own = any(words.hit(at, "group_heads") for at in range(*one))
    return not own and words.hit(other[1] - 1, "group_heads") is not None


def is_joined_force(words: Words, run: Run) -> bool:
    """Two words with their one head behind them."""
    return words.hit(run[1] - 1, "group_heads") is not None and any(
        words.is_one_of(at, "list_joiners") for at in range(*run)
    )
