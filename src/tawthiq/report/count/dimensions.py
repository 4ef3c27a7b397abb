"""Dimensions: the code of each countable row in each direction in which figures are broken down."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tawthiq.record.verify.verified import Coded, Days, VerifiedActs
from tawthiq.report.count.columns import Codes, coded_by, paired, renamed
from tawthiq.report.count.spec import SEVERAL, TOLD, Dimension, heading_of
from tawthiq.terms.age import OLDEST_YEARS, Age
from tawthiq.terms.role import armed_or_combat
from tawthiq.terms.truth import parse_truth

UNKNOWN = "u"
UNIDENTIFIED, CROSSFIRE = "unidentified", "crossfire"
_AGES = OLDEST_YEARS + 2
UNDECIDED = frozenset({UNKNOWN, UNIDENTIFIED})
"""Codes that say nothing is known in that direction; their children are the unknown part of a share."""


def age_band(acts: VerifiedActs) -> Coded:
    """The band that holds the whole range of ages; u when it straddles two."""
    return _by_age(acts, lambda age: age.band)


def under_15(acts: VerifiedActs) -> Coded:
    """yes, no, or u when the range of ages leaves it open; 14-18 is u."""
    return _by_age(acts, lambda age: age.under_15.value)


def armed_or_used_in_combat(acts: VerifiedActs) -> Coded:
    """yes, no or u by `terms.role.armed_or_combat`, one look per distinct pair of armed and roles."""
    return paired(acts.armed, acts.roles, _of_roles)


def party_set(acts: VerifiedActs) -> Coded:
    """The parties a row is laid to, joined by a semicolon; crossfire and unidentified are parties of their own."""
    return paired(
        acts.parties, acts.how, lambda parties, how: CROSSFIRE if how == CROSSFIRE else parties or UNIDENTIFIED
    )


def role_set(acts: VerifiedActs) -> Coded:
    """The roles of a row, joined by a semicolon; u when none is told."""
    return renamed(acts.roles, _or_unknown)


def month(acts: VerifiedActs) -> Coded:
    """`2014-07`, or u when the time of the event is open or straddles two."""
    return _step_of(acts, _months, lambda step: f"{1970 + step // 12:04}-{step % 12 + 1:02}")


def quarter(acts: VerifiedActs) -> Coded:
    """`2014-Q3`, or u."""
    return _step_of(acts, lambda days: _months(days) // 3, lambda step: f"{1970 + step // 4:04}-Q{step % 4 + 1}")


def year(acts: VerifiedActs) -> Coded:
    """`2014`, or u."""
    return _step_of(acts, lambda days: _months(days) // 12, lambda step: f"{1970 + step:04}")


def armed(acts: VerifiedActs) -> Coded:
    """yes, no or u, of the child itself; roles say nothing of it."""
    return renamed(acts.armed, lambda word: parse_truth(word).value)


def _told(name: Dimension) -> Callable[[VerifiedActs], Coded]:
    """A direction of particulars, u where nobody told."""
    return lambda acts: renamed(acts.told[name.value], _or_unknown)


ROWWISE: dict[Dimension, Callable[[VerifiedActs], Coded]] = {
    Dimension.AGE_BAND: age_band,
    Dimension.UNDER_15: under_15,
    Dimension.ARMED_OR_COMBAT: armed_or_used_in_combat,
    Dimension.SITUATION: lambda acts: renamed(acts.situation, _or_unknown),
    Dimension.VIOLATION: lambda acts: acts.violation,
    Dimension.HEADING: lambda acts: renamed(acts.violation, heading_of),
    Dimension.ADMIN1: lambda acts: renamed(acts.admin1, _or_unknown),
    Dimension.ATTRIBUTION: lambda acts: renamed(acts.how, _or_unknown),
    Dimension.RECRUITED_OR_USED: lambda acts: renamed(acts.recruited_or_used, _or_unknown),
    Dimension.YEAR: year,
    Dimension.QUARTER: quarter,
    Dimension.MONTH: month,
    Dimension.POLICY: lambda acts: acts.policy,
    Dimension.BODY: lambda acts: acts.body,
    Dimension.ARMED: armed,
    **{name: _told(name) for name in TOLD - SEVERAL},
}
"""Directions in which a countable row has one code; sex, and those of SETS, may give it several (see `tabulate`)."""

SETS: dict[Dimension, Callable[[VerifiedActs], Coded]] = {
    Dimension.PARTY: party_set,
    Dimension.ROLE: role_set,
    **{name: _told(name) for name in TOLD & SEVERAL},
}
"""Directions in which a row has a set of codes, joined by a semicolon: it stands in the row of each."""


def _or_unknown(label: str) -> str:
    return label or UNKNOWN


def _by_age(acts: VerifiedActs, say: Callable[[Age], str]) -> Coded:
    return coded_by(
        (acts.age_min.astype(np.int64) + 1) * _AGES + acts.age_max + 1, lambda key: say(_age(*divmod(key, _AGES)))
    )


def _age(above_min: int, above_max: int) -> Age:
    """Of two ends shifted by one, so that unknown is 0."""
    return Age(above_min - 1 if above_min else None, above_max - 1 if above_max else None)


def _of_roles(armed: str, roles: str) -> str:
    return armed_or_combat(parse_truth(armed), tuple(filter(None, roles.split(";")))).value


def _months(days: Days) -> Codes:
    return days.astype("datetime64[M]").astype(np.int64)


def _step_of(acts: VerifiedActs, step: Callable[[Days], Codes], spell: Callable[[int], str]) -> Coded:
    known = ~(np.isnat(acts.first_day) | np.isnat(acts.last_day))
    zero = np.datetime64("1970-01-01", "D")
    first = step(np.where(known, acts.first_day, zero))
    known &= first == step(np.where(known, acts.last_day, zero))
    return coded_by(np.where(known, first, -1_000_000), lambda key: UNKNOWN if key == -1_000_000 else spell(key))
