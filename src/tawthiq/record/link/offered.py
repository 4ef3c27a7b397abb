"""Offered: the tally of a violation that a statement gives, offered to a person, never counted."""

from __future__ import annotations

from tawthiq.record.extract.statement import StatedQuantity, Statement
from tawthiq.terms.quantity import Comparator, QuantityKind
from tawthiq.terms.violation import Unit, violation_types

CHILDREN = frozenset({"child", "boy", "girl"})
INCIDENTS = frozenset({"incident", "case"})


def tally_of(statement: Statement, violation: str) -> int | None:
    """The one whole number that counts what the violation counts; None where the words give none, or several.

    `violation`: its code, empty where none is told. Families, schools, ages count no victim, "about 60" is none, and
    four pupils killed in an attack are not four attacks; boys and girls beside a number of both are parts of it.
    """
    told = [one for one in statement.quantities if _counts(one, violation)]
    whole = {one.quantity.low for one in told if not one.sex} or {one.quantity.low for one in told}
    (only,) = whole if len(whole) == 1 else (None,)
    return None if only is None else int(only)


def _counts(stated: StatedQuantity, violation: str) -> bool:
    one = stated.quantity
    exact = one.kind is QuantityKind.COUNT and one.comparator is Comparator.EXACT
    whole = one.low is not None and one.low.denominator == 1
    of_incidents = any(known.code == violation and known.unit is Unit.INCIDENT for known in violation_types())
    return exact and whole and one.unit in (INCIDENTS if of_incidents else CHILDREN)
