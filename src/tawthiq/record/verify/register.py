"""Import of a register of acts: kept as an item, read row by row, each chunk one transaction.

A killed import is run again: what is in stays, since every thing has the register's own key.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import islice
from typing import BinaryIO

from tawthiq.record.collect.acts_table import COLUMNS, ActsTable, RawRow, read_acts
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.collect.models import get_quarantined_rows, put_quarantines
from tawthiq.record.collect.quarantine import Quarantined
from tawthiq.record.link.claimed import compare_kept, compare_told
from tawthiq.record.link.intake import plan_entries, put_entries
from tawthiq.record.link.plan import Plan
from tawthiq.record.link.register import MORE_COLUMNS, Entry, Reading
from tawthiq.record.link.row_statement import Sheet, encoded_statement
from tawthiq.record.verify.brought import Report
from tawthiq.record.verify.decided import NONE_KEPT, Kept, changes, is_news, known_subjects
from tawthiq.record.verify.four_eyes import check_register
from tawthiq.record.verify.models.read import get_kept
from tawthiq.record.verify.models.subjects import get_subjects
from tawthiq.record.verify.repeated import Repeated
from tawthiq.record.verify.sign import transcribe
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.long_run import Remembered, batch_done, long_run
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput, SecondSignature

CHUNK_ROWS = 5000
"""Rows of one transaction: ids are hashes, so that each batch writes nearly every page of their indexes once more."""


def _acts(source: BinaryIO) -> ActsTable:
    return read_acts(source, MORE_COLUMNS)


@dataclass(frozen=True, slots=True)
class Register:
    """How a register is read. `name`: part of every key, so that two registers may use the same ids; `at`: the moment

    of collection; `importer_names`: the importing person's actor id, user name, e-mail; `opens`: bytes -> rows;

    `batch_rows`: how many are one transaction.
    """

    name: str
    at: datetime
    importer_names: tuple[str, ...]
    opens: Callable[[BinaryIO], ActsTable] = _acts
    batch_rows: int = CHUNK_ROWS


def dry_run(reader: Reader, source: BinaryIO, register: Register) -> Report:
    """What an import of these bytes would do; writes nothing."""
    table = register.opens(source)
    report = _report(table, "")
    decided = Remembered()
    with long_run():
        for good, bad in _chunks(table, register, Sheet("", table.sheet), report):
            report.quarantined += bad
            entries = [entry for entry, _ in good]
            planned = plan_entries(reader, entries)
            report.add(planned)
            kept = _kept(reader, planned, entries)
            fresh = decided.met_first(_fresh(reader, planned, entries, kept))
            report.add_decisions(fresh, changes(fresh, planned, entries, kept))
        report.compare(lambda claims: compare_told(reader, claims, _told_again(source, register)))
    return report


def _told_again(source: BinaryIO, register: Register) -> Iterator[list[Entry]]:
    """The rows of a file that was read once, without what its report says of them."""
    source.seek(0)
    table = register.opens(source)
    for good, _ in _chunks(table, register, Sheet("", table.sheet), _report(table, "")):
        yield [entry for entry, _ in good]


def import_register(actor: Actor, source: BinaryIO, arrival: Arrival, register: Register) -> Report:
    """Keep the file, then bring in its rows; a bad row goes to quarantine and stops no other.

    Raises EmptyInput, UnreadableInput, MissingField when it is no table of acts; then nothing is kept.
    """
    table = register.opens(source)
    with Work(actor, Action.CASE_IMPORT, at=register.at) as work:
        source.seek(0)
        item_id = add_item(work, source, arrival).item.id
    source.seek(0)
    table = register.opens(source)
    report = _report(table, item_id)
    known = get_quarantined_rows(Reader(actor), item_id)
    sheet = Sheet(item_id, table.sheet)
    with long_run():
        for good, bad in _chunks(table, register, sheet, report):
            with Work(actor, Action.CASE_IMPORT, thing=item_id, at=register.at) as work:
                put_quarantines(work, [one for one in bad if (one.sheet, one.row) not in known])
                _put(work, good, sheet, register, report)
            report.quarantined += bad
        report.compare(partial(compare_kept, Reader(actor)))
    return report


def _put(work: Work, good: Sequence[tuple[Entry, RawRow]], sheet: Sheet, register: Register, report: Report) -> None:
    entries = [entry for entry, _ in good]
    if entries:
        statements = [encoded_statement(entry, raw.cells, _sheet_of(raw, sheet)) for entry, raw in good]
        planned = put_entries(work, sheet.item_id, entries, statements, register.name)
        report.add(planned)
        kept = _kept(work, planned, entries)
        pairs = zip(entries, statements, strict=True)
        fresh = transcribe(work, [(entry.told, one.id) for entry, one in pairs if entry.told], kept)
        report.add_decisions(fresh, changes(fresh, planned, entries, kept))


def _kept(reader: Reader, planned: Plan, entries: Sequence[Entry]) -> Kept:
    """The decisions on those of the cases that the record holds already."""
    known = known_subjects(planned, entries)
    return get_kept(reader, known) if known else NONE_KEPT


def _fresh(reader: Reader, planned: Plan, entries: Sequence[Entry], kept: Kept) -> list[str]:
    """The cases of which a dry run would bring in a decision, by the rule of the import."""
    told = {entry.told.subject_id: entry.told for entry in entries if entry.told}
    anew = planned.judged_anew(entries)
    stay = [one for one in told if one not in anew and one in kept.latest]
    facts = {one.id: one.facts for one in get_subjects(reader, stay)} if stay else {}
    return [one for one in told if one not in facts or is_news(told[one], kept, facts[one])]


def _report(table: ActsTable, item_id: str) -> Report:
    from_table = tuple(name for name in COLUMNS if name not in table.columns)
    return Report(item_id=item_id, ignored=table.ignored, missing=from_table, signals=Counter(table.signals))


def _sheet_of(raw: RawRow, sheet: Sheet) -> Sheet:
    return replace(sheet, name=raw.sheet) if raw.sheet else sheet


def _chunks(
    table: ActsTable, register: Register, sheet: Sheet, report: Report
) -> Iterator[tuple[list[tuple[Entry, RawRow]], list[Quarantined]]]:
    reading = Reading(register.name, register.at.date())
    told_before = Repeated()
    while rows := list(islice(table.rows, register.batch_rows)):
        good: list[tuple[Entry, RawRow]] = []
        bad: list[Quarantined] = []
        read = [(raw, _entry(reading, raw)) for raw in rows]
        told = told_before.of_batch([one for _, one in read if isinstance(one, Entry)])
        for raw, entry in read:
            try:
                if not isinstance(entry, Entry):
                    raise entry
                report.signals.update(told_before.signals(raw, entry, told))
                if entry.told:
                    check_register(entry.told.body, register.importer_names, where="verified_by")
                good.append((entry, raw))
                report.signals.update(entry.signals)
            except (BadInput, SecondSignature) as error:
                bad.append(_quarantined(error, raw, _sheet_of(raw, sheet)))
        report.n_rows += len(rows)
        report.n_in += len(good)
        yield good, bad
        batch_done()


def _entry(reading: Reading, raw: RawRow) -> Entry | BadInput:
    try:
        return reading.entry(raw)
    except BadInput as error:
        return error


def _quarantined(error: BadInput | SecondSignature, raw: RawRow, sheet: Sheet) -> Quarantined:
    return Quarantined(sheet.item_id, sheet.name, raw.number, error.where, error.code, error.what, error.do, raw.cells)
