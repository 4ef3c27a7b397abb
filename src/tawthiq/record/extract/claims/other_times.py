"""Other times: dates in a claim that date something else: a birth, a law, where people had lived before."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.dates.points import DateFound
from tawthiq.record.extract.page.page import Page

_LAW_TOKENS = 16
_WHERE_TOKENS = 18
_BORN_TOKENS = 4
_REPORT_TOKENS = 6


def is_of_another_matter(page: Page, clause: Clause, item: DateFound) -> bool:
    """True where the date tells nothing of when the deed was."""
    return _is_of_birth(page, item) or _is_of_law(page, clause, item) or _had_lived(page, item)


def is_under_report(page: Page, item: DateFound) -> bool:
    """ "During the reporting period of April to March": when it happened that is told of."""
    near = range(max(0, item.first - _REPORT_TOKENS), item.first)
    return page.lexicon.language == "en" and any(page.is_one_of(at, "during_words") for at in near)


def _is_of_birth(page: Page, item: DateFound) -> bool:
    """ "A baby born in 2019", "born on 4 May"; not "was born under fire in May", told as the deed's time."""
    near = range(max(0, item.first - _BORN_TOKENS), item.first)
    born = [at for at in near if page.is_one_of(at, "birth_words")]
    return bool(born) and not any(page.form(at) in (",", ".", ";") for at in range(born[-1], item.first))


def _is_of_law(page: Page, clause: Clause, item: DateFound) -> bool:
    """ "The Law on Children in the Armed Forces (2014)": a year in brackets behind the name of a law."""
    if item.rule != "year" or page.form(item.first - 1) != "(" or page.form(item.last) != ")":
        return False
    near = range(max(clause.first, item.first - _LAW_TOKENS), item.first)
    tables = ("law_words", "ruling_words")
    return any(page.is_capital(at) and any(page.is_one_of(at, table) for table in tables) for at in near)


def _had_lived(page: Page, item: DateFound) -> bool:
    """ "Kesh, where their families had sought refuge in 2017": what was so before the deed."""
    near = range(max(0, item.first - _WHERE_TOKENS), item.first)
    where = [at for at in near if page.is_one_of(at, "where_words_before")]
    if where and any(page.form(at) in ".;" for at in range(where[-1], item.first)):
        return False
    lived = where and any(page.is_one_of(at, "dwelling_words") for at in range(where[-1], item.first))
    return bool(lived) and any(page.is_one_of(at, "had_words_before") for at in range(where[-1], item.first))
