"""Sentences: the country section of a report, made from the figures of a release, numerators footnoted.

A number that may not be printed is said to be hidden; nothing is rounded away, no sentence rests on a number that no
table of the release holds, and bracketed parts sum to their total or say by how much they exceed it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tawthiq.report.count.share import TooFew
from tawthiq.report.count.spec import Counted, Dimension
from tawthiq.report.publish import words
from tawthiq.report.publish.document import Finding
from tawthiq.report.publish.table import Row, Table

MAX_PLACES = 5
"""Places that a sentence names; the table holds them all."""

WHOLE = ("all_grave", "against_children", "of_incidents", "acts_against_children")
"""Subjects of several headings; the others are headings."""


def country_section(tables: Sequence[Table], subjects: Sequence[str]) -> tuple[Finding, ...]:
    """Every sentence the tables support; `subjects`: beside each table, the heading it is about, or one of WHOLE."""
    by_subject: dict[str, list[Table]] = {}
    for table, subject in zip(tables, subjects, strict=True):
        by_subject.setdefault(subject, []).append(table)
    found = list(_opening(by_subject))
    for subject, about in by_subject.items():
        if subject not in WHOLE:
            found += _of_heading(subject, about)
    return tuple(found)


def _opening(by_subject: dict[str, list[Table]]) -> Iterator[Finding]:
    children = _with(by_subject.get("against_children", []), Dimension.SEX)
    violations = next(iter(by_subject.get("all_grave", [])), None)
    if violations is None:
        return
    language = violations.language
    told = {
        "n": _counted("n_violations", violations.total.value, language),
        "period": violations.period,
        "where": violations.where,
        "basis": violations.basis,
    }
    if children is None:
        yield Finding(words.say("opening_no_children", language, **told), (violations.number,))
    else:
        told |= {"m": _counted("n_children", children.total.value, language), "sexes": _sexes(children)}
        yield Finding(words.say("opening", language, **told), (violations.number, children.number))
    if violations.late:
        late = words.counted("n_violations", violations.late, language)
        text = words.say("late_sentence", language, n=late, period=violations.period)
        yield Finding(text, (violations.number,))


def _of_heading(subject: str, tables: list[Table]) -> Iterator[Finding]:
    sexes = _with(tables, Dimension.SEX)
    first = sexes or next((one for one in tables if len(one.directions) < 2), tables[0])
    yield Finding(_first(subject, first, sexes), (first.number,), subject)
    for dimension, say in _TOLD:
        table = _with(tables, dimension)
        if table is not None and (text := say(table)):
            yield Finding(text, (table.number,), subject)


_NOUNS = {"attack_school_hospital": "n_attacks", "attack_school": "n_attacks", "attack_hospital": "n_attacks"}
_OF_UNIT = {
    Counted.CHILD.value: "n_children",
    Counted.INCIDENT.value: "n_incidents",
    Counted.ACT.value: "n_violations",
}


def _first(subject: str, table: Table, sexes: Table | None) -> str:
    language, heading = table.language, words.heading_label(subject, table.language)
    if table.total.value is None:
        return words.say("by_child_hidden", language, heading=heading)
    n = words.counted(_NOUNS.get(subject, _OF_UNIT[table.unit]), table.total.value, language)
    key = f"told_{subject}" if words.has(f"told_{subject}") else "told_other"
    return words.say(key, language, n=n, heading=heading, sexes=_sexes(sexes) if sexes else "")


def _with(tables: Sequence[Table], dimension: Dimension) -> Table | None:
    """The table that is broken down in this direction alone."""
    return next((one for one in tables if [way.code for way in one.directions] == [dimension.value]), None)


def _sexes(table: Table) -> str:
    """The children by sex in brackets; empty when one of the numbers is hidden, so that nothing is said of it."""
    rows = {row.codes[0]: row for row in table.rows}
    if not rows or any(row.value is None for row in table.rows):
        return ""
    told = [words.counted(code, rows[code].value or 0, table.language) for code in ("m", "f", "u") if code in rows]
    return f" ({_joined(told, table.language)})"


def _parts(key: str, most: int | None = None) -> Callable[[Table], str]:
    """A sentence that lists the rows with their numbers in brackets, from most to fewest where only some are told."""

    def told(table: Table) -> str:
        rows = [row for row in table.rows if not row.of_which]
        if most is not None:
            shown = [row for row in rows if row.value is not None and row.codes != ("u",)]
            rows = sorted(shown, key=lambda row: -(row.value or 0))[:most]
        parts = [f"{row.labels[0]} ({_number(row.value, table.language)})" for row in rows]
        telling = any(row.value is not None for row in rows)
        said = words.say(key, table.language, parts=_joined(parts, table.language)) if telling else ""
        excess = _excess(table) if most is None else 0
        return f"{said} {words.say('exceed', table.language, n=excess)}" if said and excess else said

    return told


def _excess(table: Table) -> int:
    """By how much the adding rows exceed the total; 0 where a number is hidden."""
    values = [row.value for row in table.rows if not row.of_which]
    if table.total.value is None or None in values:
        return 0
    return sum(value or 0 for value in values) - table.total.value


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


def _counted(key: str, value: int | None, language: str) -> str:
    if value is not None:
        return words.counted(key, value, language)
    return words.counted(key, 5, language).replace(words.number(5, language), words.say("hidden_number", language))


def _number(value: int | None, language: str) -> str:
    return words.say("hidden_number", language) if value is None else words.number(value, language)


def _joined(parts: Sequence[str], language: str) -> str:
    return ("، " if language == "ar" else ", ").join(parts)


_TOLD: tuple[tuple[Dimension, Callable[[Table], str]], ...] = (
    (Dimension.VIOLATION, _parts("by_kinds")),
    (Dimension.PARTY, _parts("by_parties")),
    (Dimension.ARMED_OR_COMBAT, _combat),
    (Dimension.UNDER_15, _young),
    (Dimension.ADMIN1, _parts("by_places", MAX_PLACES)),
)
