"""Kinds of file that a register comes in, with how each is opened."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from tawthiq.terms.errors import BadInput, NotFound, UnreadableInput

if TYPE_CHECKING:
    from tawthiq.record.collect.acts_table import ActsTable


class RegisterKind(StrEnum):
    """What the file is."""

    ACTS = "acts"
    KOBO = "kobo"
    PRIMERO = "primero"


SAYS = {
    RegisterKind.ACTS: "The flat table of acts, CSV or XLSX, with the columns of `tawthiq case template`.",
    RegisterKind.KOBO: "An export of KoboToolbox or ODK, CSV or XLSX, under a mapping (`tawthiq case mapping`).",
    RegisterKind.PRIMERO: "Primero's MRM workbook, under a mapping (`tawthiq case mapping --kind primero`).",
}
"""What each kind is, for the reference page."""


def opener(kind: RegisterKind, mapping: Path | None, encoding: str = "") -> Callable[[BinaryIO], ActsTable] | None:
    """How a file of this kind is opened under a mapping, the shipped one when none is given; None for a table of acts.

    Raises BadInput for a mapping or an encoding that the kind has no use for, NotFound, UnreadableInput.
    """
    if kind is RegisterKind.ACTS:
        if mapping is not None:
            raise BadInput("a mapping belongs to a form", where="--mapping", do="add --kind kobo or --kind primero")
        return _acts(encoding) if encoding else None
    if encoding:
        raise BadInput("an encoding belongs to a table of acts", where="--encoding", do="export the form as XLSX")
    text = _text(mapping) if mapping else default_mapping(kind)
    return _primero(text) if kind is RegisterKind.PRIMERO else _form(text)


def default_mapping(kind: RegisterKind) -> str:
    """The shipped mapping of a kind."""
    from tawthiq.record.collect import form_mapping, primero_mapping

    return primero_mapping.default_text() if kind is RegisterKind.PRIMERO else form_mapping.default_text()


def _acts(encoding: str) -> Callable[[BinaryIO], ActsTable]:
    from tawthiq.record.collect.acts_table import read_acts
    from tawthiq.record.link.register import MORE_COLUMNS

    return partial(read_acts, more=MORE_COLUMNS, encoding=encoding)


def _form(text: str) -> Callable[[BinaryIO], ActsTable]:
    from tawthiq.record.collect.form_export import read_form
    from tawthiq.record.collect.form_mapping import read_mapping
    from tawthiq.record.link.register import MORE_COLUMNS

    return partial(read_form, mapping=read_mapping(text, MORE_COLUMNS))


def _primero(text: str) -> Callable[[BinaryIO], ActsTable]:
    from tawthiq.record.collect.primero_export import read_primero
    from tawthiq.record.collect.primero_mapping import read_mapping
    from tawthiq.record.link.particulars.form import fields_of_children
    from tawthiq.record.link.register import MORE_COLUMNS

    return partial(read_primero, mapping=read_mapping(text, MORE_COLUMNS, fields_of_children()))


def _text(mapping: Path) -> str:
    if not mapping.is_file():
        raise NotFound("no such file", where=mapping.name, do="start from: tawthiq case mapping")
    try:
        return mapping.read_text(encoding="utf-8")
    except UnicodeDecodeError as reason:
        raise UnreadableInput("the mapping is no text in UTF-8", where="--mapping", do="save it as UTF-8") from reason
