"""Times of a claim: of the act, of a medium's release, of the source's coming out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.claims.other_times import is_of_another_matter, is_under_report
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.dates.points import DateFound
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.statement import NOT_STATED, Basis, Doubt, StatedTime
from tawthiq.record.extract.words.token import COMMAS
from tawthiq.terms.unknown import Unknown, Why
from tawthiq.terms.when import not_after


@dataclass(frozen=True, slots=True)
class Times:
    """The times of one clause, each stated, or unknown with its reason."""

    act: StatedTime | Unknown = NOT_STATED
    medium: StatedTime | Unknown = NOT_STATED
    source: StatedTime | Unknown = NOT_STATED
    period: StatedTime | Unknown = NOT_STATED
    doubts: tuple[Doubt, ...] = ()


def times_of(page: Page, clauses: Sequence[Clause], own: int, over: Sequence[Attribution]) -> Times:
    """Dates of the clause (or of its sentence's beginning), each given to what it dates."""
    clause = clauses[own]
    every = page.dates.between(clause.first, clause.last)
    every = [item for item in every if not (_is_of_name(page, item) or is_of_another_matter(page, clause, item))]
    inside = [item for item in every if not (_is_compared(page, clause, item) or _tells_of_name(page, clause, item))]
    opening = [] if inside else _opening(page, clauses, own)
    slots: dict[str, StatedTime | Unknown] = {}
    doubts: list[Doubt] = []
    for item in (*_by_weight(page, clause, inside), *([] if every else opening)):
        if _is_now(page, item):
            continue
        slot = _slot(page, item, over)
        if slot not in slots or (slot == "act" and _is_vaguer(slots[slot], item)):
            slots[slot] = _stated(page, item)
        if item.when is None:
            doubts.append(Doubt("relative_date_unresolved" if item.relative else "date_not_read"))
    return Times(
        slots.get("act", NOT_STATED),
        slots.get("medium", NOT_STATED),
        slots.get("source", NOT_STATED),
        slots.get("period", NOT_STATED),
        tuple(doubts),
    )


_COMPARED_TOKENS = 7
_ASIDE_TOKENS = 10
_NAME_TOKENS = 8
_SPOKEN_TOKENS = 24
_ISSUED_TOKENS = 4
_LONG_TIMES = ("year", "month", "month_year", "part")


def before_publication(page: Page) -> StatedTime | Unknown:
    """An act told without a time lies not after the day on which it was told."""
    if page.published is None:
        return NOT_STATED
    return StatedTime(not_after(page.published), Basis.INFERRED, "not_after_publication")


def _opening(page: Page, clauses: Sequence[Clause], own: int) -> list[DateFound]:
    """ "In 2014, ..." at a sentence's head dates every clause of it that has no time of its own."""
    first = clauses[0]
    if own == 0 or first.sentence != clauses[own].sentence:
        return []
    return page.dates.between(first.first, first.first + 3)


def _is_of_name(page: Page, item: DateFound) -> bool:
    """ "The Movement of 3 March": a day in the name of a party dates nothing."""
    named = mentions_of(page, max(0, item.first - _NAME_TOKENS), item.last)
    return any(name.first < item.first and item.last <= name.last for name in named)


def _is_compared(page: Page, clause: Clause, item: DateFound) -> bool:
    """ "Up from 64 in 2019", "compared with 2018", "que en 2021": an older figure has a time of its own."""
    at = item.first - 1
    steps = 0
    while at > clause.first and steps < _COMPARED_TOKENS:
        if page.form(at) in (",", "،", "(", ";"):
            return False
        if _is_beside_degree(page, at) and not page.quantities.between(at, item.first):
            return True
        summed = page.is_one_of(at, "of_words") and page.is_one_of(at - 1, "toll_words")
        summed = summed and not page.is_one_of(at - 1, "change_words")
        if page.is_one_of(at, "to_whom") and _ends_change(page, at):
            return False
        if page.is_one_of(at, "compared_words") and not summed:
            return _is_told_compared(page, at)
        at, steps = at - 1, steps + 1
    return False


def _ends_change(page: Page, at: int) -> bool:
    """ "Pasó de 45 en 2018 a 112 en 2019": of two figures the later one."""
    back = range(max(0, at - _COMPARED_TOKENS), at)
    changed = any(page.is_one_of(here, "change_words") for here in back)
    return changed and bool(page.dates.between(back.start, at))


def _is_beside_degree(page: Page, at: int) -> bool:
    """ "14 % more than in 2021", "el doble que en agosto": a word of degree stands right in front of "than"."""
    degrees = any(page.is_one_of(here, "degree_words") for here in range(at - 2, at))
    return page.is_one_of(at, "than_words") and degrees


def _is_told_compared(page: Page, at: int) -> bool:
    """A word of comparing or of change stands near; "el Frente Rojo" is a name, "Frente a 36" none."""
    return any(
        page.is_one_of(here, "toll_words") and (not page.is_capital(here) or page.is_one_of(here + 1, "compared_words"))
        for here in range(at - 5, at + 1)
    )


def _by_weight(page: Page, clause: Clause, items: Sequence[DateFound]) -> list[DateFound]:
    """What a relative clause tells by the way comes last: "watching a truce that broke in May, it found in June"."""
    return sorted(items, key=lambda item: _is_by_the_way(page, clause, item))


def _tells_of_name(page: Page, clause: Clause, item: DateFound) -> bool:
    """ "Blamed the Front, which has been fighting the army since 2018": since when it fights, no time of the deed."""
    for at in range(item.first - 1, max(clause.first + 1, item.first - _ASIDE_TOKENS), -1):
        if page.form(at) in (",", "،", ";"):
            return False
        if page.is_one_of(at, "loose_relatives") and page.form(at - 1) in COMMAS:
            return page.is_capital(at - 2) and not page.hits_in(at, clause.last, "violations", "deeds", "targets")
    return False


def _is_by_the_way(page: Page, clause: Clause, item: DateFound) -> bool:
    """A relative word and its verb stand in front of the date, a comma right behind it, the clause goes on."""
    if page.form(item.last) not in COMMAS or item.last >= clause.last - 1:
        return False
    for at in range(item.first - 1, max(clause.first, item.first - _ASIDE_TOKENS), -1):
        if page.form(at) in (",", "،", ";"):
            return False
        if page.is_one_of(at, "relatives"):
            return at > clause.first and any(is_verb(page, here) for here in range(at + 1, item.first))
    return False


def _is_vaguer(kept: StatedTime | Unknown, item: DateFound) -> bool:
    return isinstance(kept, Unknown) and item.when is not None


def _stated(page: Page, item: DateFound) -> StatedTime | Unknown:
    if item.when is None:
        return Unknown(Why.NOT_YET_KNOWN, f"{item.rule}, day of publication needed")
    basis = Basis.INFERRED if item.relative else Basis.STATED
    return StatedTime(item.when, basis, item.rule, page.span(item.first, item.last))


def _is_period(page: Page, item: DateFound) -> bool:
    """ "A report covering January to June", "its 2014 report": what the source reports on, not when it came out."""
    return _is_told_period(page, item) or bool(page.hits_in(item.last, item.last + 2, "reports"))


def _is_told_period(page: Page, item: DateFound) -> bool:
    return any(page.is_one_of(at, "period_words") for at in range(item.first - 3, item.first))


def _documents(page: Page, cue: Attribution) -> bool:
    """ "The League documented nine cases last month": when they happened, not when it said so."""
    return page.is_one_of(cue.cue.first, "documenting_words") and not page.lexicon.data.get("verb_first")


def _row_start(page: Page, item: DateFound) -> int:
    """ "Today, Sunday": where the first of the dates begins that stand side by side."""
    before = page.dates.between(item.first - _COMPARED_TOKENS, item.first)
    touching = [one for one in before if one.last + int(page.form(one.last) in COMMAS) == item.first]
    return touching[0].first if touching else item.first


def _stands_before_that(page: Page, item: DateFound, cue: Attribution) -> bool:
    """ "ذكر المسؤول الذي رفض ذكر اسمه اليوم أن": behind who speaks and in front of "that" is the day he spoke."""
    if not page.lexicon.data.get("verb_first") or cue.source is None or item.first < cue.source[1]:
        return False
    behind = range(cue.source[1], min(cue.source[1] + _SPOKEN_TOKENS, len(page.tokens)))
    that = next((at for at in behind if page.is_one_of(at, "that_words") or page.form(at) in (".", "؟", "!")), -1)
    return (
        page.is_one_of(that, "that_words") and item.last <= that and not page.hits_in(cue.source[1], that, "violations")
    )


def _is_now(page: Page, item: DateFound) -> bool:
    """ "Currently", "is now": what still goes on while it is told has no day of its own."""
    here = [hit for hit in page.hits_in(item.first, item.last, "dates") if hit.last == item.last]
    return item.rule == "relative" and any(hit.code == "now" for hit in here)


def _comes_out(page: Page, item: DateFound) -> bool:
    """ "Released a report in June", "issued its study in 2012": when the paper came out."""
    paper = item.first - 1 - int(page.is_one_of(item.first - 1, "year_openings"))
    issued = any(page.is_one_of(at, "issuing_words") for at in range(paper - _ISSUED_TOKENS, paper))
    return issued and page.is_one_of(paper, "issued_papers")


def _opens_report(page: Page, item: DateFound, cue: Attribution) -> bool:
    """ "In 2001 the League reported that", "in September, the panel said": when it was said, at the sentence's head."""
    if cue.code != "say" or cue.source is None or item.rule not in _LONG_TIMES or not page.lexicon.heads_last:
        return False
    opens = page.form(item.first - 1 - int(page.is_one_of(item.first - 1, "place_preps"))) in ("", ".", "!", "?")
    behind = item.last + int(page.form(item.last) in COMMAS)
    behind += int(page.is_one_of(behind, "determiners"))
    return opens and behind == cue.source[0] + int(page.is_one_of(cue.source[0], "determiners"))


def _slot(page: Page, item: DateFound, over: Sequence[Attribution]) -> str:
    papers = [at for at in range(item.first - 3, item.first) if page.is_one_of(at, "document_words")]
    if any(not page.quantities.between(at - 1, at) for at in papers) or _comes_out(page, item):
        return "source"
    for cue in over:
        if cue.code in ("show", "publish") and item.first < cue.cue.first:
            return "medium"
        if cue.code == "publish" and 0 <= item.first - cue.cue.last < 8:
            return "medium"
        verified = cue.level is Factuality.VERIFIED_BY_SOURCE or _documents(page, cue)
        if cue.code in ("say", "prep") and cue.source is not None and not verified:
            if _is_told_period(page, item):
                return "act" if is_under_report(page, item) else "period"
            if any(hit.code == "publish" for hit in page.hits_in(item.first - 3, item.first, "cues")):
                return "source"
            low, high = min(cue.source[0], cue.cue.first), max(cue.source[1], cue.cue.last)
            told_behind = cue.cue.last <= item.first and item.last <= cue.source[0]
            if cue.code == "prep" and item.first > cue.source[1] and page.form(item.first - 1) in (",", "،"):
                continue
            opens = _row_start(page, item)
            beside = low <= opens < high + 2 and (item.first >= cue.source[0] or told_behind)
            if beside or _stands_before_that(page, item, cue) or _opens_report(page, item, cue):
                return "period" if _is_period(page, item) else "source"
    return "act"
