"""A workbook of Primero's MRM violations opened as a table of acts."""

from __future__ import annotations

from typing import BinaryIO

from tawthiq.record.collect.acts_table import ActsTable
from tawthiq.record.collect.primero_mapping import SAID, PrimeroMapping
from tawthiq.record.collect.primero_rows import Joined
from tawthiq.record.collect.primero_workbook import open_workbook


def read_primero(source: BinaryIO, mapping: PrimeroMapping) -> ActsTable:
    """Open a workbook under its mapping; the rows follow the rules of any register.

    All of it is held in memory: a child stands on one sheet, what was done to it on another. Every column of every
    sheet is read, listed as ignored, or signalled as well. Raises UnreadableInput, MissingField (no violations).
    """
    book = open_workbook(source, mapping)
    joined = Joined(book, mapping)
    rows = list(joined.rows())
    told = {"incident_id", "act_id", "violation", "party", "attribution", "child_id", "admin1", "status",
            "verified_on", "verified_by", "policy", "source_kinds", "group_boys", "group_girls", "group_unknown",
            "age_min", "age_max"}  # fmt: skip
    columns = told | (set(book.columns) - set(SAID)) | set(mapping.always)
    strange = [(label, "a column or sheet that the mapping does not know: not read") for label in book.strange]
    doubts = [one for one, n in joined.signals.items() for _ in range(n)]
    return ActsTable(book.titles["violations"], tuple(sorted(columns)), book.ignored, iter(rows), (*strange, *doubts))
