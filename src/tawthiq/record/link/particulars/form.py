"""Form: the fields of a type of violation in the order in which forms, templates and codebooks show them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from tawthiq.record.link.particulars import against_children as children
from tawthiq.record.link.particulars import counted_in_incidents as incidents
from tawthiq.record.link.particulars.everywhere import OF_ACT, OF_INCIDENT, OF_VIOLATION
from tawthiq.record.link.particulars.particulars import Particulars
from tawthiq.record.link.particulars.spec import FieldSpec, Kind, Level
from tawthiq.terms.errors import UnknownCode
from tawthiq.terms.identity import Json
from tawthiq.terms.violation import Unit, violation_type, violation_types

OF_TYPE: Mapping[str, tuple[FieldSpec, ...]] = MappingProxyType(
    {
        "recruitment_use": children.RECRUITMENT_USE,
        "killing": children.KILLING,
        "maiming": children.MAIMING,
        "sexual_violence": children.SEXUAL_VIOLENCE,
        "abduction": children.ABDUCTION,
        "attack_school": incidents.ATTACK_SCHOOL,
        "attack_hospital": incidents.ATTACK_HOSPITAL,
        "denial_access": incidents.DENIAL_ACCESS,
        "military_use": incidents.MILITARY_USE,
        "deprivation_liberty": children.DEPRIVATION_LIBERTY,
    }
)
"""The fields of each type alone; `form` adds those that all types share."""


@cache
def form(type_code: str, level: Level | None = None) -> tuple[FieldSpec, ...]:
    """Every field of a type of violation, in form order: incident, violation, act; of one level when asked.

    The one list from which the desk's forms, the template of a register and the reference page are made.
    Raises UnknownCode.
    """
    unit = violation_type(type_code, where="violation").unit
    own = OF_TYPE[type_code]
    shared = OF_ACT if unit is Unit.CHILD else ()
    ordered = (
        *OF_INCIDENT,
        *OF_VIOLATION,
        *(spec for spec in own if spec.level is Level.VIOLATION),
        *shared,
        *(spec for spec in own if spec.level is Level.ACT),
    )
    return tuple(spec for spec in ordered if level is None or spec.level is level)


@cache
def particulars_of(type_code: str, level: Level) -> Mapping[str, FieldSpec]:
    """The fields of a level that the noun has no attribute for, by name; of an incident, whatever the type."""
    specs = OF_INCIDENT if level is Level.INCIDENT else form(type_code, level)
    return MappingProxyType({spec.name: spec for spec in specs if not spec.core})


@cache
def columns_of(level: Level) -> tuple[FieldSpec, ...]:
    """The fields of a level that have a real column of their own, whatever the type, by name."""
    found = {
        spec.name: spec
        for kind in violation_types()
        for spec in particulars_of(kind.code, level).values()
        if spec.column
    }
    return tuple(found[name] for name in sorted(found))


@cache
def every_field() -> tuple[FieldSpec, ...]:
    """Every field of every type, each name and level once, in form order: the columns of a whole template."""
    found: dict[tuple[str, Level], FieldSpec] = {}
    for level in Level:
        for kind in violation_types():
            for spec in form(kind.code, level):
                found.setdefault((spec.name, level), spec)
    return tuple(found.values())


@cache
def fields_of_children() -> frozenset[str]:
    """Names of the fields that tell of a child or a group, not of the violation."""
    return frozenset(spec.name for spec in every_field() if spec.level is Level.ACT) | {"recruited_or_used"}


@cache
def _unjudged() -> frozenset[str]:
    return frozenset(spec.name for spec in every_field() if spec.claim or spec.derived or spec.kind is Kind.TEXT)


def judged(told: Particulars) -> dict[str, Json]:
    """What an assessment judges of particulars: not numbers claimed or worked out, not a telling in words."""
    return {name: value for name, value in told.content().items() if name not in _unjudged()}


def spec_of(type_code: str, level: Level, name: str) -> FieldSpec:
    """One field; raises UnknownCode when the type has none of that name there."""
    found = particulars_of(type_code, level).get(name)
    if found is None:
        known = ", ".join(particulars_of(type_code, level))
        raise UnknownCode(f"{level.value} of {type_code} has no such field", where=name, do=f"use one of: {known}")
    return found
