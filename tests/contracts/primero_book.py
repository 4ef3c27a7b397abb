"""Workbooks in the layout of Primero's MRM export; every case, child and code in them is invented."""

from __future__ import annotations

import io
from collections.abc import Sequence

import xlsxwriter

IDS = ["Incident", "Violation", "Violation Type", "Violation Summary"]
KILLING, RECRUITMENT, SCHOOL = "Killing of Children", "Recruitment and/or use of children", "Attacks on school(s)"
FIELDS = [
    "Date of the incident", "Incident location", "Account of the incident (strictly confidential)",
    "Initial verification status as determined by the focal point",
    "Verification status as agreed by the CTFMR", "CTFMR Verified Date",
]  # fmt: skip
TALLY = ["Boys", "Girls", "Unknown", "Total"]
ROLES = "If the child played a combatant role, please select from the following"
WEAPON = "Did the child(ren) use/own a weapon?"
OF_RECRUITMENT = [ROLES, WEAPON]
ODD = "A field of this office alone"
VICTIM = [
    "Sex of the victim",
    "Victim's age",
    "Does the victim consent to sharing non-personally identifiable data with the CTFMR",
]
GROUP = ["How many children were affected?", "Sex of the children affected", "Age range of the children affected"]
PERPETRATOR = ["If armed group, please select as appropriate", "Is this perpetrator verified for MRM purposes?"]
SOURCE = ["Category of source"]
PLACE = "Invented Country::Aleppo::Nowhere"
NAME = "Zaynab Invented"
Row = Sequence[object]


def violation(
    name: str, kind: str, *, incident: str = "inc-1", final: str = "Verified", on: str = "2014-07-20T",
    tally: Sequence[object] = (None, None, None, None), of_type: Sequence[object] = (None, None),
    focal: str = "Verified",
) -> Row:  # fmt: skip
    """A row of the sheet of violations."""
    happened = ["2014-07-03T", PLACE, NAME, focal, final, on]
    return [incident, name, kind, f"{kind} - {name[:5]}", *happened, *tally, None, *of_type]


def linked(name: str, kind: str, thing: str, *cells: object, incident: str = "inc-1") -> Row:
    """A row of the sheet of an association."""
    return [incident, name, kind, f"{kind} - {name[:5]}", "CODE-1", thing, *cells]


def book(violations: Sequence[Row], **associations: Sequence[Row]) -> io.BytesIO:
    """The workbook: three rows above the violations, two above each association."""
    target = io.BytesIO()
    made = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = made.add_worksheet("Violations")
    sheet.merge_range(1, 0, 1, 1, "ID")
    sheet.write_row(2, 0, [*IDS, *FIELDS])
    at = len(IDS) + len(FIELDS)
    sheet.merge_range(1, at, 1, at + len(TALLY), "Number of victims")
    sheet.write_row(2, at, [*TALLY, ODD, *OF_RECRUITMENT])
    sheet.merge_range(0, at + 5, 0, at + 6, RECRUITMENT)
    _rows(sheet, 3, violations)
    heads = {
        "individual_victims": ("Individual Victim", VICTIM),
        "group_victims": ("Group Victim", GROUP),
        "perpetrators": ("Perpetrator", PERPETRATOR),
        "sources": ("Source", SOURCE),
        "responses": ("Response", ["Follow-up by CTFMR"]),
    }
    for key, (title, fields) in heads.items():
        beside = made.add_worksheet(f"{title}s")
        beside.merge_range(0, 0, 0, 1, "ID")
        beside.write_row(1, 0, [*IDS, "Incident Code", f"{title} ID", *fields])
        _rows(beside, 2, associations.get(key, ()))
    made.close()
    target.seek(0)
    return target


def _rows(sheet: xlsxwriter.worksheet.Worksheet, first: int, rows: Sequence[Row]) -> None:
    for number, row in enumerate(rows, start=first):
        sheet.write_row(number, 0, row)
