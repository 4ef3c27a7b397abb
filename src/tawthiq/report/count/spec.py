"""Spec: what a figure is asked to count, parsed once from the words of a command or form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from tawthiq.report.count.period import Straddle, bounds
from tawthiq.terms import vocabulary
from tawthiq.terms.errors import BadInput, MissingField, UnknownCode
from tawthiq.terms.identity import Json
from tawthiq.terms.registry import country_codes
from tawthiq.terms.violation import Unit, ViolationType, violation_types
from tawthiq.terms.when import When, parse_when

CHOICE = TypeVar("CHOICE", bound=StrEnum)


class Counted(StrEnum):
    """The unit of a figure: distinct children, incidents, or violations (acts against children and incidents)."""

    CHILD = "child"
    INCIDENT = "incident"
    ACT = "act"


class Dimension(StrEnum):
    """What rows can be told apart by."""

    PARTY = "party"
    SITUATION = "situation"
    SEX = "sex"
    AGE_BAND = "age_band"
    UNDER_15 = "under_15"
    ROLE = "role"
    ARMED_OR_COMBAT = "armed_or_combat"
    VIOLATION = "violation"
    HEADING = "heading"
    ADMIN1 = "admin1"
    ATTRIBUTION = "attribution"
    ARMED = "armed"
    WEAPON = "weapon"
    ATTACK_TYPE = "attack_type"
    ATTACK_ON = "attack_on"
    FACILITY = "facility"
    FORM = "form"
    PURPOSE = "purpose"
    ENDED = "ended"
    DENIAL_METHOD = "denial_method"
    PLACE_TYPE = "place_type"
    RECRUITED_OR_USED = "recruited_or_used"
    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    POLICY = "policy"
    BODY = "body"


EVERYWHERE = "WORLD"
"""In the place of a situation: every case of the record, of whatever situation or none."""

TOLD = frozenset(
    {
        Dimension.WEAPON,
        Dimension.ATTACK_TYPE,
        Dimension.ATTACK_ON,
        Dimension.FACILITY,
        Dimension.FORM,
        Dimension.PURPOSE,
        Dimension.ENDED,
        Dimension.DENIAL_METHOD,
        Dimension.PLACE_TYPE,
    }
)
"""Directions that are particulars of a type of violation; their columns are read only where a figure asks."""

SEVERAL = frozenset(
    {Dimension.PARTY, Dimension.ROLE, Dimension.WEAPON, Dimension.ATTACK_ON}
    | {Dimension.FORM, Dimension.PURPOSE, Dimension.DENIAL_METHOD}
)
"""Directions in which one row may stand in several cells, so that rows may exceed the total."""

_SHORT = {
    "age": "age_band",
    "roles": "role",
    "parties": "party",
    "region": "admin1",
    "weapons": "weapon",
    "forms": "form",
    "purposes": "purpose",
    "facility_type": "facility",
    "denial_methods": "denial_method",
    "exit": "ended",
}
"""Words that people write for a dimension."""


@dataclass(frozen=True, slots=True)
class Spec:
    """`situation`: a code, or EVERYWHERE; `violations`: type codes, expanded from headings; `only`: dimension ->

    codes kept; `straddle`: see period; `min_n`: the smallest denominator of which a percentage is printed.
    """

    situation: str
    period: When
    violations: tuple[str, ...]
    unit: Counted
    by: tuple[Dimension, ...] = ()
    only: tuple[tuple[Dimension, tuple[str, ...]], ...] = ()
    straddle: Straddle = Straddle.START
    min_n: int = 10

    def __post_init__(self) -> None:
        bounds(self.period)
        if len(set(self.by)) != len(self.by):
            raise BadInput("a dimension is named twice", where="by", do="name each once")
        units = {unit_of(code) for code in self.violations}
        if self.unit is not Counted.ACT and units != {Unit(self.unit.value)}:
            raise BadInput(
                f"{', '.join(self.violations)} are not all counted with unit {self.unit.value}: the units never mix",
                where="violation",
                do="ask for one unit, or count violations with unit act",
            )

    @property
    def told(self) -> frozenset[Dimension]:
        """The particulars that it asks about."""
        return TOLD.intersection((*self.by, *(dimension for dimension, _ in self.only)))

    def content(self) -> dict[str, Json]:
        """JSON that `spec_from` reads back to an equal spec."""
        return {
            "situation": self.situation,
            "period": self.period.text,
            "violations": list(self.violations),
            "unit": self.unit.value,
            "by": [dimension.value for dimension in self.by],
            "only": {dimension.value: list(codes) for dimension, codes in self.only},
            "straddle": self.straddle.value,
            "min_n": self.min_n,
        }


_TYPES: Mapping[str, ViolationType] = {kind.code: kind for kind in violation_types()}


def unit_of(code: str) -> Unit:
    """What one violation of the type counts."""
    return _TYPES[code].unit


def heading_of(code: str) -> str:
    """The reporting heading of a type, such as killing_maiming."""
    return _TYPES[code].parent


def parse_spec(
    *,
    situation: str,
    period: str,
    violation: str = "",
    by: str = "",
    unit: str = "",
    only: Mapping[str, str] | None = None,
    straddle: str = "start",
    min_n: int = 10,
) -> Spec:
    """A spec from a command's words: `by` and `violation` take several, comma between; no violation is all six grave.

    Raises UnknownCode, MissingField, BadInput naming the option.
    """
    if not situation:
        raise MissingField("a figure counts one situation", where="situation", do="name it, such as SY")
    codes = _expand(_words(violation))
    kept = {dimension(name): tuple(_words(value)) for name, value in (only or {}).items()}
    return Spec(
        situation_of(situation),
        parse_when(period, where="period"),
        codes,
        _choose(Counted, unit, "unit") if unit else _natural_unit(codes),
        tuple(dimension(name) for name in _words(by)),
        tuple(sorted(kept.items())),
        _choose(Straddle, straddle, "straddle"),
        min_n,
    )


def spec_from(raw: Mapping[str, object]) -> Spec:
    """The spec of its JSON."""
    only = raw["only"]
    if not isinstance(only, Mapping):
        raise BadInput("a spec keeps `only` as an object", where="only")
    kept = parse_spec(
        situation=EVERYWHERE,
        period=str(raw["period"]),
        violation=_joined(raw["violations"]),
        by=_joined(raw["by"]),
        unit=str(raw["unit"]),
        only={str(name): _joined(codes) for name, codes in only.items()},
        straddle=str(raw["straddle"]),
        min_n=int(str(raw["min_n"])),
    )
    return replace(kept, situation=str(raw["situation"]))


def dimension(name: str) -> Dimension:
    """The dimension of a name, `age` for `age_band`; raises UnknownCode."""
    plain = name.replace("-", "_").lower()
    return _choose(Dimension, _SHORT.get(plain, plain), "by")


def situation_of(text: str) -> str:
    """The code of a situation by its own or its country's code, or EVERYWHERE; one that is none would count nothing."""
    code = text.upper()
    plain = country_codes().get(code, code)
    return code if code == EVERYWHERE else vocabulary.load("situation").term(plain, where="situation").code


def _expand(names: Iterable[str]) -> tuple[str, ...]:
    """Types of codes and headings, in the order reports print them; none is every grave type."""
    asked = tuple(names)
    for name in asked:
        if not any(name in (kind.code, kind.parent) for kind in _TYPES.values()):
            raise UnknownCode(f"{name!r} is no violation", where="violation", do=f"use one of: {', '.join(_TYPES)}")
    kinds = _TYPES.values()
    if not asked:
        return tuple(kind.code for kind in kinds if kind.grave)
    return tuple(kind.code for kind in kinds if kind.code in asked or kind.parent in asked)


def _natural_unit(codes: tuple[str, ...]) -> Counted:
    units = {unit_of(code) for code in codes}
    return Counted(units.pop().value) if len(units) == 1 else Counted.ACT


def _choose(kind: type[CHOICE], name: str, where: str) -> CHOICE:
    try:
        return kind(name)
    except ValueError as reason:
        known = ", ".join(choice.value for choice in kind)
        raise UnknownCode(f"{name!r} is no {where}", where=where, do=f"use one of: {known}") from reason


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _joined(codes: object) -> str:
    return ",".join(str(code) for code in codes) if isinstance(codes, list | tuple) else str(codes)
