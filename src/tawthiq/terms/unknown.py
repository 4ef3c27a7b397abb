"""Unknown: a value that says why there is no value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why a value is not there."""

    NOT_STATED = "not_stated"
    NOT_ASKED = "not_asked"
    NOT_YET_KNOWN = "not_yet_known"
    WITHHELD = "withheld"
    ILLEGIBLE = "illegible"
    AMBIGUOUS = "ambiguous"
    HARD_TO_ESTIMATE = "hard_to_estimate"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A missing value with its reason; never an empty string, never zero."""

    why: Why
    detail: str = ""

    def __bool__(self) -> bool:
        return False
