"""Kinds of file that a register comes in, with how each is opened."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from tawthiq.terms.errors import NotFound, UnreadableInput

if TYPE_CHECKING:
    from tawthiq.record.collect.acts_table import ActsTable


class RegisterKind(StrEnum):
    """What the file is."""

    ACTS = "acts"
    KOBO = "kobo"


SAYS = {
    RegisterKind.ACTS: "The flat table of acts, CSV or XLSX, with the columns of `tawthiq case template`.",
    RegisterKind.KOBO: "An export of KoboToolbox or ODK, CSV or XLSX, under a mapping (`tawthiq case mapping`).",
}
"""What each kind is, for the reference page."""


def form_opener(mapping: Path | None) -> Callable[[BinaryIO], ActsTable]:
    """How a form's export is opened under a mapping, the shipped one when none is given."""
    from tawthiq.record.collect.form_export import read_form
    from tawthiq.record.collect.form_mapping import default_text, read_mapping
    from tawthiq.record.link.register import MORE_COLUMNS

    if mapping is not None and not mapping.is_file():
        raise NotFound("no such file", where=mapping.name, do="start from: tawthiq case mapping")
    try:
        text = mapping.read_text(encoding="utf-8") if mapping else default_text()
    except UnicodeDecodeError as reason:
        raise UnreadableInput("the mapping is no text in UTF-8", where="--mapping", do="save it as UTF-8") from reason
    return partial(read_form, mapping=read_mapping(text, MORE_COLUMNS))
