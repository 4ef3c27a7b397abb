"""Fields of the violations that are counted in incidents."""

from __future__ import annotations

from tawthiq.record.link.particulars.spec import FieldSpec, Kind, Level, Need

_VIOLATION = Level.VIOLATION
_REQUIRED = Need.REQUIRED

_FACILITY = (
    FieldSpec("facility_id", _VIOLATION, Kind.KEY, column=True, guarded=True),
    FieldSpec("operational_before", _VIOLATION, Kind.CODE, "operational", column=True),
)

_ATTACK = (
    FieldSpec("attack_on", _VIOLATION, Kind.CODES, "attack_on", need=_REQUIRED, requirement=29, column=True),
    FieldSpec("attack_type", _VIOLATION, Kind.CODE, "attack_type", column=True),
    FieldSpec("weapons", _VIOLATION, Kind.CODES, "weapon", requirement=29, column=True),
    FieldSpec("recurrent", _VIOLATION, Kind.TRUTH),
    *_FACILITY,
    FieldSpec("n_facilities", _VIOLATION, Kind.WHOLE, unit="facility", column=True),
    FieldSpec("directly_targeted", _VIOLATION, Kind.TRUTH, column=True),
    FieldSpec("indiscriminate", _VIOLATION, Kind.TRUTH),
    FieldSpec("children_killed", _VIOLATION, Kind.WHOLE, unit="child", requirement=5, claim=True),
    FieldSpec("children_injured", _VIOLATION, Kind.WHOLE, unit="child", requirement=5, claim=True),
    FieldSpec("staff_killed", _VIOLATION, Kind.WHOLE, unit="person"),
    FieldSpec("staff_injured", _VIOLATION, Kind.WHOLE, unit="person"),
    FieldSpec("service_disrupted", _VIOLATION, Kind.TRUTH),
    FieldSpec("physical_impact", _VIOLATION, Kind.CODE, "physical_impact", column=True),
    FieldSpec("closed", _VIOLATION, Kind.TRUTH),
    FieldSpec("closed_days", _VIOLATION, Kind.WHOLE, unit="day", column=True),
    FieldSpec("children_affected", _VIOLATION, Kind.RANGE, unit="child", requirement=5, claim=True),
)

ATTACK_SCHOOL = (
    FieldSpec("school_kind", _VIOLATION, Kind.CODE, "facility_school", need=_REQUIRED, column=True),
    FieldSpec("school_sex", _VIOLATION, Kind.CODE, "school_sex"),
    *_ATTACK,
)

ATTACK_HOSPITAL = (
    FieldSpec("health_kind", _VIOLATION, Kind.CODE, "facility_health", need=_REQUIRED, column=True),
    *_ATTACK,
)

DENIAL_ACCESS = (
    FieldSpec("denial_methods", _VIOLATION, Kind.CODES, "denial_method", need=_REQUIRED, column=True),
    FieldSpec("organisations", _VIOLATION, Kind.CODES, "organisation_kind"),
    FieldSpec("aid_types", _VIOLATION, Kind.CODES, "aid_type", column=True),
    FieldSpec("staff_killed", _VIOLATION, Kind.WHOLE, unit="person"),
    FieldSpec("staff_injured", _VIOLATION, Kind.WHOLE, unit="person"),
    FieldSpec("staff_abducted", _VIOLATION, Kind.WHOLE, unit="person"),
    FieldSpec("staff_threatened", _VIOLATION, Kind.WHOLE, unit="person"),
    FieldSpec("vehicles", _VIOLATION, Kind.WHOLE, unit="vehicle"),
    FieldSpec("property_value", _VIOLATION, Kind.MONEY, requirement=8),
    FieldSpec("children_affected", _VIOLATION, Kind.RANGE, unit="child", requirement=5, claim=True),
    FieldSpec("adults_affected", _VIOLATION, Kind.RANGE, unit="person", requirement=5, claim=True),
    FieldSpec("started_on", _VIOLATION, Kind.WHEN, requirement=12),
    FieldSpec("ended_on", _VIOLATION, Kind.WHEN, requirement=12),
    FieldSpec("area", _VIOLATION, Kind.PLACES, requirement=12),
    FieldSpec("population", _VIOLATION, Kind.RANGE, unit="person", requirement=31, claim=True),
)

MILITARY_USE = (
    FieldSpec("facility", _VIOLATION, Kind.CODE, "facility", need=_REQUIRED, column=True),
    FieldSpec("use_purposes", _VIOLATION, Kind.CODES, "military_use_purpose", need=_REQUIRED, column=True),
    *_FACILITY,
    FieldSpec("started_on", _VIOLATION, Kind.WHEN, requirement=12),
    FieldSpec("vacated_on", _VIOLATION, Kind.WHEN, requirement=12, column=True),
    FieldSpec("children_affected", _VIOLATION, Kind.RANGE, unit="child", requirement=5, claim=True),
)
