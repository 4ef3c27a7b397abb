"""Told: the decision on a case that a register reports of a body outside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Told:
    """`status`: code of vocabulary `status`; `body`, `policy`: as the register gives them, empty when it does not."""

    subject_id: str
    status: str
    decided_on: date | None
    body: str
    policy: str
    row: int
