"""Coded rows: any number of verified rows as one CSV or XLSX, row by row, for people who may read coded cases."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter

from tawthiq.report.publish.exporters.comma_separated import BOM
from tawthiq.report.publish.exporters.flat import inert
from tawthiq.terms.errors import UnknownCode

MEANINGS = {
    "act_id": "the act; empty for a violation counted in incidents",
    "violation_id": "the violation",
    "incident_id": "the incident",
    "child_id": "the same for the same child within this file, of no use in another; empty for a group",
    "n_children": "children in the row; 0 for a violation counted in incidents",
    "n_boys": "of these, boys",
    "n_girls": "of these, girls",
    "n_sex_unknown": "of these, of unknown sex",
    "violation": "code of vocabulary violation",
    "how": "code of vocabulary attribution, as verified",
    "parties": "codes of vocabulary party, semicolon between, as verified",
    "sex": "code of vocabulary sex; mixed is a group",
    "age_min": "years at the time, least; -1 is not known or not verified",
    "age_max": "years at the time, most; -1 is not known or not verified",
    "armed": "y, n, u",
    "roles": "codes of vocabulary role, semicolon between",
    "recruited_or_used": "code of vocabulary recruited_or_used",
    "happened_on": "EDTF-like: 2014, 2014-07, 2014-07-03, first/last",
    "verified_on": "day of the final decision",
    "policy": "code of vocabulary policy",
    "body": "who decided",
    "situation": "code of vocabulary situation",
    "admin1": "code of the first-level division",
    "pay_hundredths": "amount x 100; -1 is not known",
    "pay_currency": "ISO 4217",
    "pay_per": "code of vocabulary pay_per",
    "released_on": "day of release",
    "weapon": "codes of vocabulary weapon, semicolon between; empty is not told",
    "attack_type": "code of vocabulary attack_type",
    "attack_on": "codes of vocabulary attack_on, semicolon between",
    "facility": "code of vocabulary facility_school, facility_health or facility",
    "form": "codes of vocabulary recruitment_form or sexual_violence_form, semicolon between",
    "purpose": "codes of vocabulary abduction_purpose or military_use_purpose, semicolon between",
    "ended": "code of vocabulary abduction_ended or recruitment_exit",
    "denial_method": "codes of vocabulary denial_method, semicolon between",
    "place_type": "code of vocabulary place_type",
}
"""The code book, a sheet or file of its own beside the rows."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file that is whole."""

    path: Path
    n_rows: int


def masked(row: Sequence[Any], columns: Sequence[str], salt: int) -> list[Any]:
    """The row with the child's pseudonym made one of this file alone."""
    place = columns.index("child_id")
    told = list(row)
    if told[place]:
        told[place] = hashlib.sha256(f"{salt}\n{told[place]}".encode()).hexdigest()[:16]
    return told


def write_rows(
    place: Path, columns: Sequence[str], rows: Iterable[Sequence[Any]], n_between: int
) -> Generator[int, None, None]:
    """Write aside, then rename; yields how many rows are written every `n_between`. Raises UnknownCode for the form."""
    writers = {".xlsx": _workbook, ".csv": _comma_separated}
    if place.suffix not in writers:
        raise UnknownCode(f"{place.suffix!r} is no form of export", where="format", do="use xlsx or csv")
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f".{place.name}.part")
    try:
        yield from writers[place.suffix](part, columns, rows, n_between)
        part.rename(place)
    finally:
        part.unlink(missing_ok=True)


def _workbook(part: Path, columns: Sequence[str], rows: Iterable[Sequence[Any]], n_between: int) -> Iterator[int]:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(part), options) as book:
        sheet = book.add_worksheet("rows")
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, columns)
        for n_done, row in enumerate(rows, start=1):
            sheet.write_row(n_done, 0, [inert(_plain(cell)) for cell in row])
            if n_done % n_between == 0:
                yield n_done
        meanings = book.add_worksheet("codebook")
        for place, name in enumerate(columns):
            meanings.write_row(place, 0, [name, MEANINGS.get(name, "")])


def _comma_separated(
    part: Path, columns: Sequence[str], rows: Iterable[Sequence[Any]], n_between: int
) -> Iterator[int]:
    with part.open("w", encoding="utf-8", newline="") as target:
        target.write(BOM)
        writer = csv.writer(target, lineterminator="\r\n")
        writer.writerow(columns)
        for n_done, row in enumerate(rows, start=1):
            writer.writerow(["" if cell is None else inert(_plain(cell)) for cell in row])
            if n_done % n_between == 0:
                yield n_done
    book = part.with_name(part.name.removeprefix(".").removesuffix(".csv.part") + ".codebook.csv")
    lines = [f'{name},"{MEANINGS.get(name, "")}"' for name in columns]
    book.write_text(BOM + "\r\n".join(["column,meaning", *lines]) + "\r\n", encoding="utf-8", newline="")


def _plain(cell: Any) -> int | str | None:
    """Whole numbers stay so; ids and days of the database become text."""
    if cell is None or type(cell) is int:
        return cell
    return cell.decode() if isinstance(cell, bytes) else str(cell)
