"""Attribution: who says it, with which words, over which clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.record.extract.clauses import Clause, is_verb
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.lexicon import Hit
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.token import NUMBER, SIGN, WORD

_SOURCE_TOKENS = 16
_DATE_TOKENS = 12
_HARD_STOPS = frozenset('.;:!?،,"“”«»؛؟')


@dataclass(frozen=True, slots=True)
class Attribution:
    """`code`: say, prep, show, show_of, publish, unnamed. `source`: tokens of the source, None when unnamed.

    `clauses`: which clauses of the sentence it covers.
    """

    cue: Hit
    code: str
    level: Factuality
    source: tuple[int, int] | None
    clauses: tuple[int, ...]


def attributions_of(page: Page, clauses: Sequence[Clause], *, attitudes: bool = False) -> list[Attribution]:
    """Every attribution of one sentence, given all its clauses; outermost first.

    `attitudes`: also what somebody wants, supports, refuses: of use for measuring, not for documenting.
    """
    if not clauses:
        return []
    found: list[Attribution] = []
    first, last = _bounds(page, clauses)
    for hit in page.hits_in(first, last, "cues", *(("attitudes",) if attitudes else ())):
        made = _READERS[hit.code](page, clauses, hit, first, last) or _resumed(clauses, hit, found)
        if made is not None:
            found.append(made)
    return sorted(_without_doubles(found), key=lambda item: (-len(item.clauses), _is_inside(clauses, item)))


def _is_inside(clauses: Sequence[Clause], item: Attribution) -> bool:
    return any(clause.quotation is not None and clause.first <= item.cue.first < clause.last for clause in clauses)


def _resumed(clauses: Sequence[Clause], hit: Hit, found: Sequence[Attribution]) -> Attribution | None:
    """ "X denied this and accused the army": a cue at a clause's head speaks for the speaker before it."""
    own = _clause_of(clauses, hit.first)
    if hit.code != "say" or own is None or clauses[own].first != hit.first or not found or not own:
        return None
    level = _level(hit, Factuality.ATTRIBUTED)
    return Attribution(hit, "say", level, found[-1].source, (own,)) if found[-1].source else None


def _bounds(page: Page, clauses: Sequence[Clause]) -> tuple[int, int]:
    sentence = page.sentences[clauses[0].sentence]
    return sentence.first, sentence.last


def _level(hit: Hit, fallback: Factuality) -> Factuality:
    told = hit.entry.more.get("level")
    return Factuality(told) if told else fallback


def _without_doubles(found: Sequence[Attribution]) -> list[Attribution]:
    """One pair of words is one cue: the entry read first stays."""
    kept: list[Attribution] = []
    for item in found:
        if not any(item.cue.first < other.cue.last and other.cue.first < item.cue.last for other in kept):
            kept.append(item)
    return kept


# ---- readers by kind of cue ----------------------------------------------------------------------------------------


def _say(page: Page, clauses: Sequence[Clause], hit: Hit, first: int, last: int) -> Attribution | None:
    own = _clause_of(clauses, hit.first)
    if _is_passive(page, hit) or (page.is_capital(hit.first) and hit.first > first):
        return None
    if _is_noun_use(page, hit) or _is_participle_of_noun(page, hit):
        return None
    floor = first if own is None else _claim_start(clauses, own)
    source, inverted = _subject(page, hit, floor, last)
    if source is None and not _introduces(page, hit):
        return None
    covered = _covered_by_say(page, clauses, hit, own, inverted=inverted)
    if not covered:
        return None
    return Attribution(hit, "say", _level(hit, Factuality.ATTRIBUTED), source, covered)


def _claim_start(clauses: Sequence[Clause], own: int) -> int:
    """Where the clause of the cue begins; a nested one reaches out to the clause around it."""
    around = [clause for clause in clauses if not clause.nested and clause.first <= clauses[own].first < clause.last]
    return around[0].first if around else clauses[own].first


def _prep(page: Page, clauses: Sequence[Clause], hit: Hit, first: int, last: int) -> Attribution | None:
    source = _after(page, hit.last, last)
    if source is None:
        return None
    own = _clause_of(clauses, hit.first)
    at_start = hit.first <= first + 3
    covered = [
        at
        for at, clause in enumerate(clauses)
        if at_start
        or clause.first <= hit.first
        or (own is not None and at >= own and not clauses[own].first < hit.first)
    ]
    return Attribution(hit, "prep", _level(hit, Factuality.ATTRIBUTED), source, tuple(covered))


def _unnamed(page: Page, clauses: Sequence[Clause], hit: Hit, _first: int, last: int) -> Attribution | None:
    own = _clause_of(clauses, hit.first)
    source = None
    if page.is_one_of(hit.last, "by_words"):
        source = _after(page, hit.last + 1, last)
    covered = (own,) if own is not None else ()
    return Attribution(hit, "unnamed", _level(hit, Factuality.REPORTED), source, covered) if covered else None


def _show(page: Page, clauses: Sequence[Clause], hit: Hit, first: int, _last: int) -> Attribution | None:
    own = _clause_of(clauses, hit.first)
    if own is None:
        return None
    clause = clauses[own]
    earlier = page.hits_in(first, hit.first, "media")
    if not earlier and hit.first != clause.first:
        return None
    covered = tuple(at for at in range(own, len(clauses)) if at == own or not _speaks_itself(page, clauses[at]))
    return Attribution(
        hit, hit.code, _level(hit, Factuality.REPORTED), None, covered[:1] if clause.quotation else covered
    )


def _publish(page: Page, clauses: Sequence[Clause], hit: Hit, first: int, last: int) -> Attribution | None:
    own = _clause_of(clauses, hit.first)
    if own is None:
        return None
    source, _ = _subject(page, hit, first, last)
    if source is not None and page.hits_in(hit.last, min(hit.last + 5, last), "reports"):
        return Attribution(hit, "say", Factuality.ATTRIBUTED, source, tuple(range(own, len(clauses))))
    if not page.hits_in(hit.last, min(hit.last + 7, last), "media"):
        return None
    return Attribution(hit, "publish", Factuality.ASSERTED, source, tuple(range(own, len(clauses)))) if source else None


def _attitude(page: Page, clauses: Sequence[Clause], hit: Hit, first: int, _last: int) -> Attribution | None:
    if page.is_capital(hit.first) or _is_passive(page, hit) or _is_noun_use(page, hit):
        return None
    own = _clause_of(clauses, hit.first)
    source = _before(page, hit.first, first if own is None else _claim_start(clauses, own))
    if source is None or own is None:
        return None
    return Attribution(hit, "attitude", Factuality.ATTRIBUTED, source, tuple(range(own, len(clauses))))


_READERS = {
    "attitude": _attitude,
    "say": _say,
    "prep": _prep,
    "unnamed": _unnamed,
    "show": _show,
    "show_of": lambda *_: None,
    "publish": _publish,
}


def _clause_of(clauses: Sequence[Clause], at: int) -> int | None:
    """The innermost clause that holds the token."""
    holding = [index for index, clause in enumerate(clauses) if clause.first <= at < clause.last]
    return holding[-1] if holding else None


def _speaks_itself(page: Page, clause: Clause) -> bool:
    """A clause with a cue of its own near its beginning is not under the cue of the clause before."""
    return any(
        hit.code in ("say", "prep", "show", "publish") for hit in page.hits_in(clause.first, clause.last, "cues")
    )


def _covered_by_say(
    page: Page, clauses: Sequence[Clause], hit: Hit, own: int | None, *, inverted: bool
) -> tuple[int, ...]:
    """The clauses under a verb of saying: what follows it; where it ends its sentence or follows a quotation, what
    came before."""
    quoted = [at for at, clause in enumerate(clauses) if clause.quotation is not None]
    outside = own is None or clauses[own].quotation is None
    before = [at for at, clause in enumerate(clauses) if clause.last <= hit.first or at == own]
    tail = hit.last + (3 if not inverted else _SOURCE_TOKENS)
    closes = own is None or (clauses[own].last <= tail and not _introduces(page, hit))
    if quoted and outside and any(at in before for at in quoted):
        return tuple(sorted({*quoted, *([own] if own is not None and not closes else [])}))
    if (closes and len(before) > 1) or (closes and inverted):
        return tuple(at for at in before)
    after = [at for at in range(own or 0, len(clauses)) if at == own or not _turns_away(page, clauses, at)]
    return tuple(after)


def _turns_away(page: Page, clauses: Sequence[Clause], at: int) -> bool:
    return _speaks_itself(page, clauses[at]) or page.is_one_of(clauses[at].first - 1, "contrast_words")


# ---- sources -------------------------------------------------------------------------------------------------------


def _is_noun_use(page: Page, hit: Hit) -> bool:
    """ "A report", "the claims", "its findings": a cue word behind an article or adjective is a noun."""
    return page.is_one_of(hit.first - 1, "determiners") and not page.is_one_of(hit.first - 1, "pronouns")


def _is_participle_of_noun(page: Page, hit: Hit) -> bool:
    """ "17 verified cases", "the documented cases"."""
    word = page.form(hit.first)
    describing = page.hits_in(hit.last, hit.last + 1, "units") and not page.is_one_of(hit.last, "that_words")
    left = hit.first - 1
    is_after_number = page.tokens[left].sort == "n" if left >= 0 else False
    return (
        bool(describing) and (is_after_number or page.is_one_of(left, "determiners")) and word not in ("said", "told")
    )


def _is_passive(page: Page, hit: Hit) -> bool:
    """ "Were verified": nobody is the subject of saying; entries of their own read such words."""
    before = hit.first - 1
    while page.is_one_of(before, "adverbs"):
        before -= 1
    return page.is_one_of(before, "passive_words")


def _introduces(page: Page, hit: Hit) -> bool:
    return page.is_one_of(hit.last, "that_words") or page.form(hit.last) in (":", "“", '"', "«", ",")


def _subject(page: Page, hit: Hit, first: int, last: int) -> tuple[tuple[int, int] | None, bool]:
    """(tokens of the source, whether it stands behind the verb)."""
    verb_first = page.lexicon.data.get("verb_first", False)
    follows_quote = _follows_quotation(page, hit.first)
    if verb_first or follows_quote:
        right = _after(page, hit.last, last)
        if right is not None:
            return right, True
    if page.lexicon.language in ("fr", "es") and _follows_comma(page, hit.first):
        right = _after(page, hit.last, last)
        if right is not None:
            return right, True
    left = _before(page, hit.first, first)
    if left is not None:
        return left, False
    right = _after(page, hit.last, last) if page.form(hit.first - 1) in (",", "،") else None
    return right, right is not None


def _follows_comma(page: Page, at: int) -> bool:
    """ ", a annoncé le gouverneur": French and Spanish put the speaker last."""
    before = at - 1
    while page.is_one_of(before, "finite") or page.is_one_of(before, "adverbs"):
        before -= 1
    return page.form(before) == ","


def _follows_quotation(page: Page, at: int) -> bool:
    """ "», a déclaré": past auxiliaries and commas back to a closing mark."""
    for here in range(at - 1, max(-1, at - 6), -1):
        if page.form(here) in ("”", '"', "»", "'"):
            over = page.quotations_over(page.span(here, here + 1))
            return any(item.outer.end == page.tokens[here].end for _, item in over)
        if page.form(here) not in (",", "،", ".") and not page.is_one_of(here, "finite"):
            return False
    return False


def _before(page: Page, at: int, first: int) -> tuple[int, int] | None:
    """The noun phrase in front of a verb: past auxiliaries and adverbs, past one insertion between commas."""
    end = at
    while end > first and (page.is_one_of(end - 1, "finite") or _is_adverb(page, end - 1)):
        end -= 1
    end = _past_dates_back(page, end)
    if end > first and page.form(end - 1) in (",", "،"):
        end = _past_insertion(page, end, first)
    if end > first and page.is_one_of(end - 1, "source_leads"):
        return None
    start = end
    while start > first and end - start < _SOURCE_TOKENS and not _breaks_source(page, start - 1):
        start -= 1
        if page.is_one_of(start, "relatives") and not page.is_one_of(start, "that_words"):
            break
    return _tidy(page, start, end)


def _is_adverb(page: Page, at: int) -> bool:
    return page.is_one_of(at, "adverbs") or (
        page.lexicon.language == "en" and page.form(at).endswith("ly") and not page.is_capital(at)
    )


def _past_insertion(page: Page, end: int, first: int) -> int:
    for here in range(end - 2, max(first, end - 26), -1):
        if page.form(here) in (",", "،"):
            return here
    return end - 1


def _breaks_source(page: Page, at: int) -> bool:
    form = page.form(at)
    if form == "." and page.is_one_of(at - 1, "abbreviations") and page.tokens[at - 1].end == page.tokens[at].start:
        return False
    if form in _HARD_STOPS or is_verb(page, at):
        return True
    starts = page.is_one_of(at, "that_words") or page.is_one_of(at, "subordinators")
    joins = page.is_capital(at + 1) or _joins_names(page, at)
    return starts or (page.is_one_of(at, "clause_starts") and not joins)


def _joins_names(page: Page, at: int) -> bool:
    return page.tokens[at - 1].sort == WORD and page.is_capital(at - 1) and page.is_capital(at + 1)


def _after(page: Page, at: int, last: int) -> tuple[int, int] | None:
    """The noun phrase behind a cue."""
    end = at
    while end < last and end - at < _SOURCE_TOKENS and not _ends_source(page, end, at):
        end += 1
    return _tidy(page, at, end)


def _ends_source(page: Page, at: int, first: int) -> bool:
    if page.form(at) == "." and page.is_one_of(at - 1, "abbreviations"):
        return False
    if page.form(at) in _HARD_STOPS or page.is_one_of(at, "that_words") or page.is_one_of(at, "relatives"):
        return True
    if page.is_one_of(at, "finite") or page.tokens[at].sort == NUMBER or page.dates.between(at, at + 1):
        return True
    if page.is_one_of(at, "source_breaks"):
        return at > first and not _joins_names(page, at)
    return at > first and is_verb(page, at) and not page.is_capital(at)


def _past_dates_back(page: Page, end: int) -> int:
    for item in page.dates.between(end - _DATE_TOKENS, end):
        if item.last == end:
            return item.first
    return end


def _tidy(page: Page, first: int, last: int) -> tuple[int, int] | None:
    """Without dates, prepositions, articles that hang at an end; None when no noun is left."""
    last = _past_dates_back(page, last)
    for item in page.dates.between(first - _DATE_TOKENS, first + 2):
        if item.first <= first + 1 and first < item.last < last:
            first = item.last
    while first < last and (page.tokens[first].sort == SIGN or page.is_one_of(first, "source_leads")):
        first += 1
    while last > first and (page.is_one_of(last - 1, "date_small_words") or page.form(last - 1) in ("(", "-", "'")):
        last -= 1
    words = [at for at in range(first, last) if page.tokens[at].sort == WORD and not page.is_one_of(at, "determiners")]
    return (first, last) if words else None
