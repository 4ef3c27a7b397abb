"""What a person typed of a case, made into nouns of the record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tawthiq.terms.errors import BadInput, MissingField

if TYPE_CHECKING:
    from tawthiq.record.link.act import Act, AgeRange
    from tawthiq.record.link.by_hand import Prefill
    from tawthiq.record.link.incident import Incident
    from tawthiq.record.link.particulars.particulars import Particulars
    from tawthiq.record.link.particulars.spec import Level
    from tawthiq.record.link.source import Source
    from tawthiq.record.link.violation import Attribution, Violation
    from tawthiq.safe.work import Work


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person typed of a case; what is empty is taken from the statements, else not known."""

    situation: str
    on: str
    admin1: str
    place: str
    violation: str
    party: str
    attribution: str
    sex: str
    age: str
    armed: str
    role: tuple[str, ...]
    field: tuple[str, ...]


def make_case(work: Work, typed: Typed, offered: Prefill, source: Source) -> str:
    """Record what was typed, and from statements what was not; the id of the incident."""
    from tawthiq.record.link.by_hand import make_act, make_incident, make_violation
    from tawthiq.record.link.particulars.spec import Level
    from tawthiq.terms.violation import Unit, violation_type

    told = offered.statement_ids
    kind = typed.violation or offered.violation
    if not kind:
        raise MissingField("no statement tells of a violation", where="--violation", do="give its type")
    counts_children = violation_type(kind, where="--violation").unit is Unit.CHILD
    incident = _typed_incident(typed, offered)
    more = _typed_fields(typed.field, kind, incident.situation)
    incident = make_incident(work, replace(incident, particulars=more[Level.INCIDENT]), told)
    wanted = _typed_violation(typed, offered, incident, kind)
    wanted = replace(wanted, particulars=more[Level.VIOLATION])
    violation = make_violation(work, wanted, () if counts_children else told, source)
    if counts_children:
        act = replace(_typed_act(typed, violation.id), particulars=more[Level.ACT])
        make_act(work, act, told, source)
    return incident.id


def _typed_fields(pairs: tuple[str, ...], kind: str, situation: str) -> dict[Level, Particulars]:
    from tawthiq.record.link.particulars.check import read_cells
    from tawthiq.record.link.particulars.form import particulars_of
    from tawthiq.record.link.particulars.spec import Level

    cells: dict[str, str] = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals or not any(name in particulars_of(kind, level) for level in Level):
            raise BadInput(
                f"{name!r} is no field of {kind}", where="--field", do=f"see: tawthiq incident fields {kind}"
            )
        cells[name] = text
    return {level: read_cells(kind, level, cells, situation=situation) for level in Level}


def _typed_incident(typed: Typed, offered: Prefill) -> Incident:
    from tawthiq.record.link import fields
    from tawthiq.record.link.incident import Incident
    from tawthiq.terms.registry import load_gazetteer
    from tawthiq.terms.when import parse_when
    from tawthiq.terms.where import PlacePrecision

    situation = fields.situation(typed.situation) or offered.situation
    if not situation:
        raise MissingField("no statement tells where it was", where="--situation", do="give the code of a situation")
    when = parse_when(typed.on, where="--on") if typed.on else offered.happened_on
    places = load_gazetteer().places
    if typed.place and typed.place not in places:
        raise BadInput("the gazetteer has no place of that code", where="--place", do="give another, or leave it out")
    admin1 = fields.admin1(typed.admin1, situation) or offered.admin1
    place = typed.place or offered.place
    finest = places.get(place or admin1)
    precision = finest.precision if finest else PlacePrecision.ADM1 if admin1 else PlacePrecision.COUNTRY
    return Incident("", situation, when, admin1, place, precision.value)


def _typed_violation(typed: Typed, offered: Prefill, incident: Incident, kind: str) -> Violation:
    from tawthiq.record.link.violation import Violation

    return Violation("", incident.id, kind, _typed_attribution(typed, offered, incident.situation))


def _typed_attribution(typed: Typed, offered: Prefill, situation: str) -> Attribution:
    from tawthiq.record.link import fields
    from tawthiq.record.link.violation import Attributed, Attribution

    if not typed.party and not typed.attribution and len(offered.attribution.parties) < 2:
        return offered.attribution
    parties = fields.parties(typed.party, situation)[0] if typed.party else offered.attribution.parties
    if typed.attribution:
        how = Attributed(fields.code(typed.attribution, "attribution", "--attribution"))
        return Attribution(how, () if how is Attributed.UNIDENTIFIED and not typed.party else parties)
    if len(parties) > 1:
        raise MissingField(
            f"{len(parties)} parties are named: {', '.join(parties)}",
            where="--attribution",
            do="say whose violation it was with --party, or how they share it: joint, alternative, crossfire",
        )
    return Attribution(Attributed.SOLE if parties else Attributed.CROSSFIRE, parties)


def _typed_act(typed: Typed, violation_id: str) -> Act:
    from tawthiq.record.link import fields
    from tawthiq.record.link.act import Act, Armed, Sex
    from tawthiq.terms.identity import Kind, mint_id

    return Act(
        "",
        violation_id,
        mint_id(Kind.CHILD),
        sex=Sex(fields.code(typed.sex.lower(), "sex", "--sex", of=("m", "f", "u"))),
        age=_age(typed.age),
        armed=Armed(fields.yes_no(typed.armed, "--armed")),
        roles=fields.codes(";".join(typed.role), "role", "--role"),
    )


def _age(text: str) -> AgeRange:
    from tawthiq.record.link.act import AgeRange

    low, dash, high = text.strip().partition("-")
    if any(part and not (part.isascii() and part.isdigit()) for part in (low, high)):
        raise BadInput("not an age in whole years", where="--age", do="write 14, 14-16, 14- or -17")
    years = [int(part) if part else None for part in (low, high if dash else low)]
    return AgeRange(years[0], years[1])


def typed_source(kind: str, name: str) -> Source:
    """The source of a kind and a name."""
    from tawthiq.record.link import fields
    from tawthiq.record.link.source import Source

    return Source(fields.code(kind, "source_kind", "--source-kind"), name.strip())
