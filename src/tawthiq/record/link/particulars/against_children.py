"""Fields of the violations that are counted in children."""

from __future__ import annotations

from tawthiq.record.link.particulars.spec import FieldSpec, Kind, Level, Need

_VIOLATION, _ACT = Level.VIOLATION, Level.ACT
_REQUIRED = Need.REQUIRED

_DETENTION = (
    FieldSpec("detained_by", _ACT, Kind.PARTIES, requirement=9),
    FieldSpec("detention_facility", _ACT, Kind.CODE, "detention_facility", column=True),
    FieldSpec("detained_on", _ACT, Kind.WHEN, requirement=12, column=True),
    FieldSpec("freed_on", _ACT, Kind.WHEN, requirement=12, column=True),
    FieldSpec("detention_reasons", _ACT, Kind.CODES, "detention_reason"),
    FieldSpec("tortured", _ACT, Kind.TRUTH, guarded=True),
)

RECRUITMENT_USE = (
    FieldSpec(
        "recruited_or_used", _ACT, Kind.CODE, "recruited_or_used", need=_REQUIRED, requirement=7, core=True, column=True
    ),
    FieldSpec("recruitment_form", _ACT, Kind.CODE, "recruitment_form", need=_REQUIRED, requirement=7, column=True),
    FieldSpec("recruited_age_min", _ACT, Kind.WHOLE, unit="year", requirement=6, column=True),
    FieldSpec("recruited_age_max", _ACT, Kind.WHOLE, unit="year", requirement=6, column=True),
    FieldSpec("joined_on", _ACT, Kind.WHEN, requirement=12, column=True),
    FieldSpec("left_on", _ACT, Kind.WHEN, requirement=12, column=True),
    FieldSpec("recruitment_factors", _ACT, Kind.CODES, "recruitment_factor", requirement=7),
    FieldSpec("campaign", _ACT, Kind.TRUTH, requirement=7),
    FieldSpec("recruited_before", _ACT, Kind.TRUTH, requirement=7),
    FieldSpec("roles", _ACT, Kind.CODES, "role", need=_REQUIRED, requirement=7, core=True, column=True),
    FieldSpec("armed", _ACT, Kind.TRUTH, need=_REQUIRED, requirement=7, core=True, column=True),
    FieldSpec("weapons_carried", _ACT, Kind.CODES, "weapon", requirement=7),
    FieldSpec("military_training", _ACT, Kind.TRUTH, requirement=7),
    FieldSpec("training_site", _ACT, Kind.PLACES, requirement=12, guarded=True),
    FieldSpec("others_seen", _ACT, Kind.RANGE, unit="child", requirement=5, claim=True),
    FieldSpec("shown_in_media", _ACT, Kind.TRUTH, requirement=7),
    FieldSpec("foreign_child", _ACT, Kind.TRUTH, guarded=True),
    FieldSpec("pay_kind", _ACT, Kind.CODE, "pay_kind", requirement=8, column=True),
    FieldSpec("pay_amount", _ACT, Kind.MONEY, requirement=8, core=True, column=True),
    FieldSpec("pay_currency", _ACT, Kind.KEY, requirement=8, core=True, column=True),
    FieldSpec("pay_per", _ACT, Kind.CODE, "pay_per", requirement=8, core=True, column=True),
    FieldSpec("pay_rate", _ACT, Kind.RATE, requirement=8, derived=True),
    FieldSpec("pay_rate_on", _ACT, Kind.WHEN, requirement=8, derived=True),
    FieldSpec("pay_rate_source", _ACT, Kind.TEXT, requirement=8, derived=True),
    FieldSpec("released_on", _ACT, Kind.WHEN, requirement=12, core=True, column=True),
    FieldSpec("recruitment_exit", _ACT, Kind.CODE, "recruitment_exit", column=True),
    FieldSpec("released_together", _ACT, Kind.RANGE, unit="child", requirement=5, claim=True),
    FieldSpec("detained_for_association", _ACT, Kind.TRUTH, column=True),
    *_DETENTION,
)

_HARM = (
    FieldSpec("harm_context", _VIOLATION, Kind.CODE, "harm_context", need=_REQUIRED, column=True),
    FieldSpec("attack_type", _VIOLATION, Kind.CODE, "attack_type", column=True),
    FieldSpec("weapons", _VIOLATION, Kind.CODES, "weapon", need=_REQUIRED, requirement=29, column=True),
    FieldSpec("directly_targeted", _VIOLATION, Kind.TRUTH, column=True),
    FieldSpec("indiscriminate", _VIOLATION, Kind.TRUTH),
    FieldSpec("cause", _ACT, Kind.CODES, "weapon", requirement=29, column=True),
    FieldSpec("in_hostilities", _ACT, Kind.TRUTH),
)

KILLING = (
    *_HARM,
    FieldSpec("body_count", _VIOLATION, Kind.RANGE, unit="body", requirement=5, claim=True),
    FieldSpec("died_later", _ACT, Kind.TRUTH, column=True),
    FieldSpec("died_on", _ACT, Kind.WHEN, requirement=12),
    FieldSpec("earlier_act", _ACT, Kind.ID, requirement=3, guarded=True),
)

MAIMING = (
    *_HARM,
    FieldSpec("consequences", _ACT, Kind.CODES, "maiming_consequence", column=True),
)

SEXUAL_VIOLENCE = (
    FieldSpec("forms", _ACT, Kind.CODES, "sexual_violence_form", need=_REQUIRED, column=True),
    FieldSpec("during_operation", _ACT, Kind.TRUTH),
    FieldSpec("started_on", _ACT, Kind.WHEN, requirement=12),
    FieldSpec("ended_on", _ACT, Kind.WHEN, requirement=12),
    FieldSpec("in_captivity", _ACT, Kind.TRUTH),
    FieldSpec("captivity_act", _ACT, Kind.ID, requirement=3, guarded=True),
    FieldSpec("implications", _ACT, Kind.CODES, "sexual_violence_implication", requirement=36, guarded=True),
)

ABDUCTION = (
    FieldSpec("purposes", _ACT, Kind.CODES, "abduction_purpose", need=_REQUIRED, column=True),
    FieldSpec("held_at", _ACT, Kind.PLACES, requirement=12, guarded=True),
    FieldSpec("regained_freedom", _ACT, Kind.TRUTH, need=_REQUIRED, column=True),
    FieldSpec("abduction_ended", _ACT, Kind.CODE, "abduction_ended", column=True),
    FieldSpec("ended_on", _ACT, Kind.WHEN, requirement=12),
    FieldSpec("still_missing", _ACT, Kind.TRUTH, column=True),
    FieldSpec("handed_to", _ACT, Kind.PARTIES, requirement=9),
)

DEPRIVATION_LIBERTY = _DETENTION
