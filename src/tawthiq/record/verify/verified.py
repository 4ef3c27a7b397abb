"""VerifiedActs: the one type that figures are made of; a frozen table of columns, made by the store of verify only.

Unverified cases are another type (`UnverifiedTally`); there is no way from one to the other but an assessment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Ids: TypeAlias = NDArray[np.bytes_]
Ints: TypeAlias = NDArray[np.int32]
Days: TypeAlias = NDArray[np.datetime64]
Flags: TypeAlias = NDArray[np.bool_]

UNKNOWN_YEARS = -1
"""An age that is not known, or was not verified."""

UNKNOWN_AMOUNT = -1
"""A payment that is not known."""


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """A column of few different words: row i holds `words[codes[i]]`."""

    codes: Ints
    words: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.codes)

    def word(self, row: int) -> str:
        """The word of a row."""
        return self.words[int(self.codes[row])]

    def is_word(self, *words: str) -> Flags:
        """True on the rows that hold one of the words."""
        wanted = [code for code, word in enumerate(self.words) if word in words]
        return np.isin(self.codes, wanted)

    def at(self, rows: NDArray[np.intp] | Flags) -> Coded:
        """The same column on some rows."""
        return Coded(self.codes[rows], self.words)


@dataclass(frozen=True, slots=True, eq=False)
class VerifiedActs:
    """Verified acts against children, and verified violations that are counted in incidents; one row each.

    `act_id`, `child_id` are empty where there is none (an incident-unit violation, a group); `child_id` names the
    child it was found to be. `n_boys + n_girls + n_sex_unknown = n_children` (1 for a child, 0 for an incident-unit
    row). `sex`: m, f, u, or mixed for a group. `unit`: child or incident. `how`, `parties` (codes joined by `;`):
    as verified; unverified attribution stands as unidentified. `age_min`, `age_max`: years, UNKNOWN_YEARS when not
    known or not verified. An act against a group of which some children are told elsewhere has a row for each of them
    and one for the rest. `first_day`, `last_day`: NaT where open; `happened_on`: the EDTF-like text. `verified_on`:
    the day of the final decision. `pay_hundredths`: amount x 100, UNKNOWN_AMOUNT when not known. `situation` codes;
    `size`: lines of the ledger when the record was read. `told`: what was asked for of particulars, by name (weapon,
    facility, ...): codes joined by `;`, empty where nobody told.
    """

    act_id: Ids
    violation_id: Ids
    incident_id: Ids
    child_id: Ids
    assessment_id: Ids
    n_children: Ints
    n_boys: Ints
    n_girls: Ints
    n_sex_unknown: Ints
    violation: Coded
    unit: Coded
    how: Coded
    parties: Coded
    sex: Coded
    age_min: Ints
    age_max: Ints
    armed: Coded
    roles: Coded
    recruited_or_used: Coded
    first_day: Days
    last_day: Days
    happened_on: Coded
    verified_on: Days
    policy: Coded
    body: Coded
    situation: Coded
    admin1: Coded
    pay_hundredths: NDArray[np.int64]
    pay_currency: Coded
    pay_per: Coded
    released_on: Days
    size: int
    told: Mapping[str, Coded] = field(default_factory=lambda: MappingProxyType({}))

    def __len__(self) -> int:
        return len(self.act_id)

    def subject_ids(self, rows: NDArray[np.intp] | Flags) -> list[str]:
        """The ids of what is counted on these rows, once each: the act, or the violation where there is no act."""
        acts, violations = self.act_id[rows], self.violation_id[rows]
        return [raw.decode() for raw in dict.fromkeys(np.where(acts == b"", violations, acts).tolist())]


@dataclass(frozen=True, slots=True, eq=False)
class UnverifiedTally:
    """Cases that stand in no verified figure, with the status each stands at: pending, not verifiable, and so on.

    Columns as in VerifiedActs; parties and ages are claims here. `status`: codes of vocabulary `status`. Periods look
    at the days of the event, as there is no day of verification.
    """

    subject_id: Ids
    violation_id: Ids
    incident_id: Ids
    n_children: Ints
    n_boys: Ints
    n_girls: Ints
    n_sex_unknown: Ints
    violation: Coded
    unit: Coded
    how: Coded
    parties: Coded
    first_day: Days
    last_day: Days
    happened_on: Coded
    situation: Coded
    admin1: Coded
    status: Coded
    size: int

    def __len__(self) -> int:
        return len(self.subject_id)
