"""Cells of a register before they are read: words for nothing, errors of a spreadsheet, what is too long to keep."""

from __future__ import annotations

from collections.abc import Mapping

from tawthiq.record.collect.acts_table import COLUMNS
from tawthiq.terms.errors import BadInput

NOTHING = frozenset(
    {"-", "--", "?", "n/a", "na", "nil", "none", "null", "tbc", "tbd", "unk", "unknown", "not known", "u"}
    | {"inconnu", "non connu", "desconocido", "no consta", "غير معروف", "مجهول"}
)
"""Words by which a register says that it does not know; as a key they would make one child of many."""

_NO_ANSWER = frozenset({"-", "--", "?", "n/a", "na", "null", "tbc", "tbd", "unk"})
_WORDS = {
    **dict.fromkeys(COLUMNS, NOTHING),
    **dict.fromkeys(("sex", "armed", "recruited_or_used", "pay_per"), NOTHING - {"u", "none", "nil"}),
    "roles": _NO_ANSWER,
}
"""Column -> words for nothing in it. `none` may answer whether a child was armed, `unknown` is a code of roles."""

_SPREADSHEET_ERRORS = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
)
MAX_CHARS = {
    "incident_id": 60,
    "act_id": 60,
    "child_id": 60,
    "verified_by": 120,
    "policy": 60,
    "party": 300,
    "roles": 300,
}
"""Beyond these the database would refuse the whole batch."""

_ALWAYS_FITS = min(MAX_CHARS.values())
_DIGITS = frozenset("0123456789")
"""No word for nothing begins with one of these."""


def known_cells(cells: Mapping[str, str], signals: list[tuple[str, str]]) -> dict[str, str]:
    """The cells that say something; a word for nothing is left out with a signal. Raises BadInput naming the field."""
    known: dict[str, str] = {}
    for name, text in cells.items():
        if text[0] == "#" and text.upper() in _SPREADSHEET_ERRORS:
            raise BadInput("an error of the spreadsheet stands in the cell", where=name, do="mend its formula")
        if len(text) > _ALWAYS_FITS and len(text) > MAX_CHARS.get(name, len(text)):
            raise BadInput(f"longer than {MAX_CHARS[name]} characters", where=name, do="shorten it")
        if len(text) <= 12 and text[0] not in _DIGITS and name in _WORDS and text.casefold() in _WORDS[name]:
            signals.append((name, "a word for not known was read as an empty cell"))
        else:
            known[name] = text
    return known
