"""The sheets of a Primero MRM workbook: three rows of headers above the violations, two above each association.

The first columns are fixed by the exporter (incident, violation, type, summary; code and id of the association after
them); the rest bear the labels of the forms, a tally its title above the names of its parts.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from tawthiq.record.collect.acts_table import NOT_COMPUTED, cell_text, clean_text
from tawthiq.record.collect.form_mapping import Question
from tawthiq.record.collect.primero_mapping import PrimeroMapping
from tawthiq.terms.errors import BadInput, MissingField, UnreadableInput
from tawthiq.terms.folding import fold_name

SEPARATOR = " ||| "
"""Stands between the choices of a cell."""

_ASSOCIATIONS = {
    "individual victim id": "individual_victims",
    "group victim id": "group_victims",
    "perpetrator id": "perpetrators",
    "source id": "sources",
    "response id": "responses",
}
"""The exporter writes these headers in English whatever the language of the labels."""

_DAY = re.compile(r"^(\d{4}-\d\d-\d\d)T$")
"""A day that the exporter wrote as text, with the mark of an hour that it leaves out."""

_PARTS = frozenset(
    {"boys", "girls", "men", "women", "unknown", "total", "garcons", "filles", "ninos", "ninas", "inconnu"}
    | {"desconocido", "اولاد", "بنات", "فتيان", "فتيات", "غير معروف", "المجموع"}
)
"""Names of the parts of a tally, folded."""

VIOLATION_COLUMNS, ASSOCIATION_COLUMNS = 4, 6


@dataclass(frozen=True, slots=True)
class Told:
    """One row. `cells`: column -> text; `incident`, `violation`, `thing`: ids; `fault`: why it cannot be read."""

    number: int
    sheet: str
    incident: str
    violation: str
    type: str
    thing: str
    cells: Mapping[str, str]
    fault: BadInput | None = None


@dataclass(frozen=True, slots=True)
class Workbook:
    """`rows`: kind of sheet -> rows; `titles`: kind -> title; `ignored`: columns, sheets; `strange`: signalled too."""

    rows: Mapping[str, tuple[Told, ...]] = field(repr=False)
    titles: Mapping[str, str]
    columns: frozenset[str]
    ignored: tuple[str, ...]
    strange: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    at: int
    label: str
    question: Question | None


def open_workbook(source: BinaryIO, mapping: PrimeroMapping) -> Workbook:
    """Every sheet read; raises UnreadableInput, MissingField when there is no sheet of violations."""
    try:
        book = load_workbook(io.BytesIO(source.read()), read_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, OSError, ValueError) as reason:
        raise UnreadableInput(
            f"the workbook does not open: {type(reason).__name__}", do="export it as .xlsx"
        ) from reason
    rows: dict[str, tuple[Told, ...]] = {}
    titles: dict[str, str] = {}
    columns: set[str] = set()
    ignored: list[str] = []
    strange: list[str] = []
    for sheet in book.worksheets:
        lines = _lines(sheet)
        head = list(islice(lines, 3))
        kind, n_head = _kind(head)
        if not kind or kind in rows:
            ignored.append(f"sheet {sheet.title}")
            strange.append(f"sheet {sheet.title}")
            continue
        read = _columns(head[:n_head], kind, mapping)
        titles[kind] = sheet.title
        rows[kind] = tuple(_told(iter([*head[n_head:], *lines]), kind, sheet.title, read, n_head))
        columns |= {name for one in read if one.question for name in one.question.to}
        left = [one for one in read if not one.question]
        ignored += [one.label for one in left]
        strange += [one.label for one in left if not _known(one.label, mapping)]
    if "violations" not in rows:
        raise MissingField("no sheet of violations", where="workbook", do="export the MRM violations of Primero whole")
    return Workbook(rows, titles, frozenset(columns), tuple(dict.fromkeys(ignored)), tuple(dict.fromkeys(strange)))


def _lines(sheet: object) -> Iterator[list[str]]:
    for row in sheet.iter_rows(values_only=True):  # type: ignore[attr-defined]  # openpyxl's reader
        yield [NOT_COMPUTED if (text := clean_text(cell_text(value))).startswith("=") else text for value in row]


def _kind(head: Sequence[Sequence[str]]) -> tuple[str, int]:
    """Which sheet it is, and how many rows of headers it has; an empty kind for one that is none of ours."""
    if len(head) > 1 and len(head[1]) >= ASSOCIATION_COLUMNS:
        kind = _ASSOCIATIONS.get(fold_name(head[1][ASSOCIATION_COLUMNS - 1]))
        if kind:
            return kind, 2
    if (
        len(head) == 3
        and len(head[2]) > VIOLATION_COLUMNS
        and all(head[2][:3])
        and not any(head[0][:VIOLATION_COLUMNS])
    ):
        return "violations", 3
    return "", 0


def _columns(head: Sequence[Sequence[str]], kind: str, mapping: PrimeroMapping) -> list[_Column]:
    names = head[-1]
    blocks = head[0] if len(head) == 3 else ()
    titles = head[-2]
    found: list[_Column] = []
    block, tally = "", ""
    first = VIOLATION_COLUMNS if kind == "violations" else ASSOCIATION_COLUMNS
    for at in range(first, len(names)):
        block = (blocks[at] if at < len(blocks) else "") or block
        above = titles[at] if at < len(titles) else ""
        tally = above or (tally if fold_name(names[at]) in _PARTS else "")
        label = f"{tally} / {names[at]}" if tally else names[at]
        if label:
            found.append(_Column(at, label, _question(label, block, kind, mapping)))
    return found


def _question(label: str, block: str, kind: str, mapping: PrimeroMapping) -> Question | None:
    """The question of a label, of this type of violation first: two types may ask different things in one sentence."""
    asked = {
        fold_name(one): question for question in mapping.questions[kind] for one in (question.name, *question.labels)
    }
    return asked.get(fold_name(f"{block} / {label}")) or asked.get(fold_name(label))


def _known(label: str, mapping: PrimeroMapping) -> bool:
    folded = fold_name(label)
    return folded in mapping.ignored or folded.startswith("if other please")


def _told(
    lines: Iterator[Sequence[str]], kind: str, title: str, columns: Sequence[_Column], n_head: int
) -> Iterator[Told]:
    for number, line in enumerate(lines, start=n_head + 1):
        if not any(line):
            continue
        ids = [*line[:ASSOCIATION_COLUMNS], *[""] * ASSOCIATION_COLUMNS]
        thing = "" if kind == "violations" else ids[5]
        try:
            cells, fault = _cells(line, columns), None
        except BadInput as reason:
            cells, fault = {}, reason
        yield Told(number, title, ids[0], ids[1], ids[2], thing, cells, fault)


def _cells(line: Sequence[str], columns: Sequence[_Column]) -> dict[str, str]:
    """What a row says by register column; choices of several questions for one column stand together.

    Raises BadInput where two columns answer one thing differently.
    """
    found: dict[str, str] = {}
    for one in columns:
        text = line[one.at] if one.at < len(line) else ""
        if not text or one.question is None:
            continue
        said = ";".join(_choices(one.question, text))
        for name in one.question.to:
            before = found.get(name, "")
            if before and before != said and not one.question.many:
                raise BadInput("two columns tell one thing differently", where=name, do="keep one of the two")
            parts = [*before.split(";"), *said.split(";")] if one.question.many else [said]
            found[name] = ";".join(dict.fromkeys(part for part in parts if part))
    return {name: text for name, text in found.items() if text}


def _choices(question: Question, text: str) -> list[str]:
    parts = text.split(SEPARATOR.strip())
    return [question.choices.get(fold_name(part), _DAY.sub(r"\1", part.strip())) for part in parts if part.strip()]
