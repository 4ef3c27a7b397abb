"""Fields of every incident, of every violation, of every act against children."""

from __future__ import annotations

from tawthiq.record.link.particulars.spec import FieldSpec, Kind, Level, Need

_INCIDENT, _VIOLATION, _ACT = Level.INCIDENT, Level.VIOLATION, Level.ACT
_REQUIRED = Need.REQUIRED

OF_INCIDENT = (
    FieldSpec("situation", _INCIDENT, Kind.CODE, "situation", need=_REQUIRED, core=True),
    FieldSpec("admin1", _INCIDENT, Kind.PLACES, requirement=12, core=True),
    FieldSpec("place_type", _INCIDENT, Kind.CODE, "place_type", column=True),
    FieldSpec("reported_on", _INCIDENT, Kind.WHEN, requirement=12),
    FieldSpec("account", _INCIDENT, Kind.TEXT, guarded=True),
)

OF_VIOLATION = (
    FieldSpec("occurred_from", _VIOLATION, Kind.WHEN, need=_REQUIRED, requirement=12, core=True),
    FieldSpec("occurred_to", _VIOLATION, Kind.WHEN, requirement=12, core=True),
    FieldSpec("party", _VIOLATION, Kind.PARTIES, requirement=9, core=True),
    FieldSpec("attribution", _VIOLATION, Kind.CODE, "attribution", need=_REQUIRED, requirement=10, core=True),
    FieldSpec("attribution_basis", _VIOLATION, Kind.CODE, "attribution_basis", requirement=20, core=True),
    FieldSpec("attribution_certainty", _VIOLATION, Kind.CODE, "confidence", requirement=20, core=True),
    FieldSpec("occurred_during", _VIOLATION, Kind.CODES, "violation"),
    FieldSpec("cross_border", _VIOLATION, Kind.TRUTH),
    FieldSpec("tally_boys", _VIOLATION, Kind.WHOLE, unit="child", requirement=5, claim=True),
    FieldSpec("tally_girls", _VIOLATION, Kind.WHOLE, unit="child", requirement=5, claim=True),
    FieldSpec("tally_unknown", _VIOLATION, Kind.WHOLE, unit="child", requirement=5, claim=True),
)

OF_ACT = (
    FieldSpec("sex", _ACT, Kind.CODE, "sex", need=_REQUIRED, core=True),
    FieldSpec("age_min", _ACT, Kind.WHOLE, unit="year", need=_REQUIRED, requirement=6, core=True),
    FieldSpec("age_max", _ACT, Kind.WHOLE, unit="year", requirement=6, core=True),
    FieldSpec("group_boys", _ACT, Kind.WHOLE, unit="child", requirement=4, core=True),
    FieldSpec("group_girls", _ACT, Kind.WHOLE, unit="child", requirement=4, core=True),
    FieldSpec("group_unknown", _ACT, Kind.WHOLE, unit="child", requirement=4, core=True),
    FieldSpec("group_min", _ACT, Kind.WHOLE, unit="child", requirement=4, core=True),
    FieldSpec("group_max", _ACT, Kind.WHOLE, unit="child", requirement=4, core=True),
    FieldSpec("separated", _ACT, Kind.TRUTH, guarded=True),
    FieldSpec("displaced", _ACT, Kind.TRUTH, guarded=True),
    FieldSpec("with_disability", _ACT, Kind.TRUTH, guarded=True),
)
