"""An export of KoboToolbox or ODK opened as a table of acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from tawthiq.record.collect.acts_table import ActsTable
from tawthiq.record.collect.form_header import PARENT_INDEX, PARENT_UUID, read_header
from tawthiq.record.collect.form_joined import ReadSheet
from tawthiq.record.collect.form_mapping import FormMapping
from tawthiq.record.collect.form_rows import rows_of
from tawthiq.record.collect.form_sheets import TITLE_CHARS, open_sheets
from tawthiq.terms.errors import BadInput, MissingField
from tawthiq.terms.folding import fold_name


def read_form(source: BinaryIO, mapping: FormMapping) -> ActsTable:
    """Open an export under its mapping; the rows follow the rules of any register.

    Every column of every sheet is read, listed as ignored, or signalled as well, when the mapping does not know it.
    Raises EmptyInput, UnreadableInput, MissingField (no question for the violation), BadInput (a question twice).
    """
    opened = open_sheets(source)
    sheets = [ReadSheet(one, read_header(one.header, mapping, one.title)) for one in opened]
    mains = [one for one in sheets if not _is_repeat(one)]
    if not mains:
        raise MissingField("no sheet of submissions", where="workbook", do="export all sheets of the form together")
    main = max(mains, key=lambda one: len(one.header.questions))
    repeat = next((one for one in sheets if _is_repeat(one) and _titled(one, mapping.repeat)), None)
    used = [main, *([repeat] if repeat else [])]
    _check_questions(used)
    beside = [one.sheet.title for one in sheets if one not in used]
    columns = {name for one in used for place in one.header.places for name in place.question.to}
    ignored = (*(name for one in used for name in one.header.ignored), *(f"sheet {title}" for title in beside))
    return ActsTable(
        main.sheet.title,
        tuple(sorted(columns | mapping.always.keys() | {"incident_id", "act_id"})),
        ignored,
        rows_of(main, repeat, mapping),
        tuple(_signals(used, beside, mapping)),
    )


def _is_repeat(read: ReadSheet) -> bool:
    return any(read.header.joint(called) is not None for called in (PARENT_INDEX, PARENT_UUID))


def _titled(read: ReadSheet, repeat: str) -> bool:
    return bool(repeat) and fold_name(read.sheet.title) == fold_name(repeat[:TITLE_CHARS])


def _check_questions(used: Sequence[ReadSheet]) -> None:
    """Each question on one sheet, and one for the violation: an informant's sex is not a child's."""
    asked = [name for one in used for name in one.header.questions]
    if twice := sorted({name for name in asked if asked.count(name) > 1}):
        raise BadInput(
            "two sheets answer one question",
            where=f"question {twice[0]}",
            do="write its path, group/question, in the mapping",
        )
    columns = {name for one in used for place in one.header.places for name in place.question.to}
    if "violation" not in columns:
        raise MissingField("no column tells the violation", where="row 1", do="name its question in the mapping")


def _signals(used: Sequence[ReadSheet], beside: Sequence[str], mapping: FormMapping) -> Iterator[tuple[str, str]]:
    for one in used:
        yield from ((name, "a column that the mapping does not know: not read") for name in one.header.strange)
    for title in beside:
        if fold_name(title) not in mapping.ignored:
            yield f"sheet {title}", "a sheet that the mapping does not know: not read"
    if mapping.repeat and len(used) == 1:
        yield f"sheet {mapping.repeat}", "the export has no such sheet: repeats are only in a workbook"
    answered = {name for one in used for name in one.header.questions}
    absent = [one.name for one in mapping.questions if one.name not in answered]
    yield from ((name, "a question of the mapping that the export lacks: unknown") for name in absent)
