"""Sentences: the country section of a report, made from the figures of a release, numerators footnoted.

A number that may not be printed is said to be hidden; nothing is rounded away, no sentence rests on a number that no
table of the release holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawthiq.report.count.share import TooFew
from tawthiq.report.count.spec import Counted, Dimension
from tawthiq.report.publish import words
from tawthiq.report.publish.document import Finding
from tawthiq.report.publish.table import Row, Table

_SEXES = (("m", "boys"), ("f", "girls"), ("u", "sex_unknown"))


def country_section(tables: Sequence[Table], subjects: Sequence[str]) -> tuple[Finding, ...]:
    """Every sentence the tables support; `subjects`: beside each table, the heading it is about, or all_grave,

    against_children.
    """
    by_subject: dict[str, list[Table]] = {}
    for table, subject in zip(tables, subjects, strict=True):
        by_subject.setdefault(subject, []).append(table)
    found = list(_opening(by_subject))
    for subject, about in by_subject.items():
        if subject not in ("all_grave", "against_children"):
            found += _of_heading(subject, about)
    return tuple(found)


def _opening(by_subject: dict[str, list[Table]]) -> Iterator[Finding]:
    children = _with(by_subject.get("against_children", []), Dimension.SEX)
    violations = next(iter(by_subject.get("all_grave", [])), None)
    if violations is None:
        return
    language = violations.language
    n = _number(violations.total.value, language)
    if children is None:
        yield Finding(words.say("opening_no_children", language, n=n), (violations.number,))
    else:
        m, sexes = _number(children.total.value, language), _sexes(children)
        text = words.say("opening" if sexes else "opening_plain", language, n=n, m=m, sexes=sexes)
        yield Finding(text, (violations.number, children.number))
    if violations.late:
        yield Finding(words.say("late_sentence", language, n=violations.late), (violations.number,))


def _of_heading(subject: str, tables: list[Table]) -> Iterator[Finding]:
    first = tables[0]
    heading, language = words.heading_label(subject, first.language), first.language
    n = _number(first.total.value, language)
    sexes = _with(tables, Dimension.SEX)
    if first.unit == Counted.INCIDENT.value:
        yield Finding(words.say("by_incident", language, heading=heading, n=n), (first.number,))
    elif sexes is not None:
        yield Finding(_children(heading, sexes), (sexes.number,))
    for dimension, say in _TOLD:
        table = _with(tables, dimension)
        if table is not None and (text := say(table)):
            yield Finding(text, (table.number,))


def _with(tables: Sequence[Table], dimension: Dimension) -> Table | None:
    """The table that is broken down in this direction alone."""
    return next((one for one in tables if [way.code for way in one.directions] == [dimension.value]), None)


def _children(heading: str, table: Table) -> str:
    language, sexes = table.language, _sexes(table)
    if table.total.value is None:
        return words.say("by_child_hidden", language, heading=heading)
    return words.say(
        "by_child" if sexes else "by_child_plain", language, heading=heading, n=table.total.value, sexes=sexes
    )


def _sexes(table: Table) -> str:
    """The children by sex; empty when one of the numbers is hidden, so that the sentence says nothing of it."""
    rows = {row.codes: row for row in table.rows}
    if any(row.value is None for row in table.rows):
        return ""
    told = [_said(key, rows[(code,)], table.language) for code, key in _SEXES if (code,) in rows]
    return _joined(told, table.language)


def _said(key: str, row: Row, language: str) -> str:
    return words.say(f"{key}_one" if row.value == 1 else key, language, n=_number(row.value, language))


def _parties(table: Table) -> str:
    told = [f"{row.labels[0]} ({_number(row.value, table.language)})" for row in table.rows if not row.of_which]
    return words.say("by_parties", table.language, parties=_joined(told, table.language)) if told else ""


def _combat(table: Table) -> str:
    row, part = _yes(table)
    if row is None or row.share is None or not isinstance(part, int):
        return ""
    share = row.share
    fields = {"n": share.numerator, "of": share.denominator, "unknown": share.unknown, "percent": part}
    return words.say("combat", table.language, **fields)


def _young(table: Table) -> str:
    row, _ = _yes(table)
    if row is None or row.share is None:
        return ""
    share = row.share
    return words.say("under_15", table.language, n=share.numerator, of=share.denominator, unknown=share.unknown)


def _yes(table: Table) -> tuple[Row | None, int | TooFew | None]:
    row = next((one for one in table.rows if one.codes == ("yes",)), None)
    return row, table.percent_of(row) if row else None


def _number(value: int | None, language: str) -> str:
    return words.say("hidden_number", language) if value is None else words.number(value, language)


def _joined(parts: Sequence[str], language: str) -> str:
    return ("، " if language == "ar" else ", ").join(parts)


_TOLD = ((Dimension.PARTY, _parties), (Dimension.ARMED_OR_COMBAT, _combat), (Dimension.UNDER_15, _young))
