"""Sheets of a form's export joined: each submission, each row of the repeat with the submission it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawthiq.record.collect.acts_table import RawRow
from tawthiq.record.collect.form_answers import answers, as_told
from tawthiq.record.collect.form_header import INDEX, PARENT_INDEX, PARENT_TABLE, PARENT_UUID, UUID, Header
from tawthiq.record.collect.form_mapping import FormMapping
from tawthiq.record.collect.form_sheets import TITLE_CHARS, FormSheet
from tawthiq.terms.errors import BadInput, MissingField
from tawthiq.terms.folding import fold_name


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet with its header understood."""

    sheet: FormSheet
    header: Header


@dataclass(frozen=True, slots=True)
class Submission:
    """`uuid`, `index`: what the rows of a repeat call it by, empty when it has none."""

    raw: RawRow
    uuid: str
    index: str


def submissions_of(main: ReadSheet, mapping: FormMapping) -> Iterator[Submission]:
    """Every row of the main sheet, with the keys of the form's server."""
    uuid_at, index_at = main.header.joint(UUID), main.header.joint(INDEX)
    seen: set[str] = set()
    for number, row in main.sheet.rows:
        uuid = _cell(row, uuid_at).removeprefix("uuid:")
        raw = _raw(main, number, row)
        if raw.fault is None:
            raw = _keyed(raw, uuid, mapping, twice=bool(uuid) and uuid in seen)
        yield Submission(raw, uuid, _cell(row, index_at))
        seen.add(uuid)


def _raw(read: ReadSheet, number: int, row: Sequence[str]) -> RawRow:
    try:
        return RawRow(number, answers(read.header, row), sheet=read.sheet.title)
    except BadInput as fault:
        return RawRow(number, as_told(read.header, row), fault=fault, sheet=read.sheet.title)


def _keyed(raw: RawRow, uuid: str, mapping: FormMapping, *, twice: bool) -> RawRow:
    """With the keys of the form's server where the form asks for none."""
    cells = {**mapping.always, **raw.cells}
    if twice:
        fault = BadInput("a submission with this _uuid stands twice", where="_uuid", do="keep the newer of the two")
        return faulty(raw, fault)
    if uuid:
        cells.setdefault("incident_id", uuid)
        cells.setdefault("act_id", uuid)
    elif not {"incident_id", "act_id"} <= cells.keys():
        return faulty(raw, MissingField("the cell is empty", where="_uuid", do="export the form with its _uuid"))
    return RawRow(raw.number, cells, sheet=raw.sheet)


def joined(
    repeat: ReadSheet, submissions: Sequence[Submission], main_title: str
) -> Iterator[tuple[RawRow, Submission | None]]:
    """Each row of the repeat with its submission, by `_submission__uuid` first, as indexes change at each export."""
    by_uuid = {one.uuid: one for one in reversed(submissions) if one.uuid}
    by_index = {one.index: one for one in reversed(submissions) if one.index}
    uuid_at, index_at = repeat.header.joint(PARENT_UUID), repeat.header.joint(PARENT_INDEX)
    table_at = repeat.header.joint(PARENT_TABLE)
    for number, row in repeat.sheet.rows:
        uuid, index = _cell(row, uuid_at).removeprefix("uuid:"), _cell(row, index_at)
        raw = _raw(repeat, number, row)
        parent = by_uuid.get(uuid) if uuid else by_index.get(index)
        if not uuid and not _same_title(_cell(row, table_at), main_title):
            parent = None  # the index is that of a row of another repeat
        if parent is None:
            where = "_submission__uuid" if uuid else "_parent_index"
            fault = BadInput("no submission is its parent", where=where, do="export all sheets of the form together")
            yield faulty(raw, fault), None
        else:
            yield raw, parent


def faulty(raw: RawRow, fault: BadInput) -> RawRow:
    """The row with why it cannot go in."""
    return RawRow(raw.number, raw.cells, fault=fault, sheet=raw.sheet)


def _same_title(told: str, title: str) -> bool:
    return not told or fold_name(told[:TITLE_CHARS]) == fold_name(title[:TITLE_CHARS])


def _cell(row: Sequence[str], at: int | None) -> str:
    return row[at] if at is not None and at < len(row) else ""
