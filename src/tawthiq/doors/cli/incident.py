"""`tawthiq incident`: cases made by a person, from confirmed statements or without any."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.doors.cli.output import AsOption, DryRun, HomeOption, JsonFlag, put_fields, put_json, put_table
from tawthiq.doors.cli.session import open_session
from tawthiq.terms.errors import BadInput, MissingField

if TYPE_CHECKING:
    from tawthiq.record.link.act import Act, AgeRange
    from tawthiq.record.link.by_hand import Prefill
    from tawthiq.record.link.incident import Incident
    from tawthiq.record.link.source import Source
    from tawthiq.record.link.violation import Attribution, Violation
    from tawthiq.safe.work import Reader, Work

app = typer.Typer(help="Incidents: list, show, add by hand or from confirmed statements.", no_args_is_help=True)
Statements = Annotated[list[str] | None, typer.Option("--statement", help="A confirmed statement. May be repeated.")]
SourceKind = Annotated[str, typer.Option(help="Whose knowledge the statements are: witness, victim, media, ...")]
SourceName = Annotated[str, typer.Option(help="The organisation or outlet; never a person.")]


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


@app.command("list")
def list_incidents(
    situation: Annotated[str, typer.Option(help="Only those of this situation.")] = "",
    limit: Annotated[int, typer.Option(help="How many, newest first.")] = 50,
    before: Annotated[int | None, typer.Option(help="Only incidents older than this ledger line.")] = None,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """List incidents, newest first."""
    actor = open_session(home, as_)
    from tawthiq.record.link.fields import situation as code_of
    from tawthiq.record.link.models.read import find_incidents
    from tawthiq.safe.work import Reader

    found = find_incidents(Reader(actor), situation=code_of(situation), limit=limit, before=before)
    documents = [{"since": since, **_incident(incident)} for since, incident in found]
    if as_json:
        put_json({"incidents": documents})
        return
    names = ("incident", "situation", "happened_on", "admin1", "place", "state")
    put_table("incidents", names, ([document[name] for name in names] for document in documents))


@app.command("show")
def show(incident_id: str, as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """Show an incident with its violations, their acts, the statements they rest on."""
    actor = open_session(home, as_)
    from tawthiq.safe.work import Reader

    document = _shown(Reader(actor), incident_id)
    if as_json:
        put_json(document)
        return
    put_fields({name: value for name, value in document.items() if name != "violations"})
    for violation in document["violations"]:
        put_fields({name: value for name, value in violation.items() if name != "acts"})
        names = ("act", "child", "sex", "age", "armed", "roles", "happened_on")
        put_table("acts", names, ([act[name] for name in names] for act in violation["acts"]))


@app.command("add")
def add(
    statement: Statements = None,
    situation: Annotated[str, typer.Option(help="Code of the situation: SY, AF, ...")] = "",
    on: Annotated[str, typer.Option(help="2014-07-03, 2014-07, 2014, 2013-11/2014-02.")] = "",
    admin1: Annotated[str, typer.Option(help="First-level division, by code or name.")] = "",
    place: Annotated[str, typer.Option(help="Code of a place in the gazetteer.")] = "",
    violation: Annotated[str, typer.Option(help="recruitment_use, killing, attack_school, ...")] = "",
    party: Annotated[str, typer.Option(help="Parties by code or name, semicolons between.")] = "",
    attribution: Annotated[str, typer.Option(help="sole, joint, alternative, crossfire, unidentified.")] = "",
    sex: Annotated[str, typer.Option(help="m, f, u.")] = "u",
    age: Annotated[str, typer.Option(help="Years: 14, 14-16, 14-, -17; empty when not known.")] = "",
    armed: Annotated[str, typer.Option(help="y, n, u.")] = "u",
    role: Annotated[list[str] | None, typer.Option(help="fighter, guard, cook, ... May be repeated.")] = None,
    source_kind: SourceKind = "other",
    source_name: SourceName = "",
    dry_run: DryRun = False,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Record an incident with one violation and, where that counts children, an act against one child, all or none.

    What is left empty is taken from the statements. The child gets a pseudonym, never a name.
    """
    actor = open_session(home, as_)
    from tawthiq.record.link.by_hand import prefill
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Reader, Work

    typed = Typed(situation, on, admin1, place, violation, party, attribution, sex, age, armed, tuple(role or ()))
    source = _source(source_kind, source_name)
    offered = prefill(Reader(actor), list(dict.fromkeys(statement or ())))
    with Work(actor, Action.CASE_WRITE, dry_run=dry_run) as work:
        made = _make(work, typed, offered, source)
        document = {"dry_run": dry_run, **_shown(work, made)}
    put_json(document) if as_json else put_fields(document)


@app.command("support")
def support(
    subject_id: Annotated[str, typer.Argument(help="An act, or a violation counted in incidents.")],
    statement: Statements = None,
    source_kind: SourceKind = "other",
    source_name: SourceName = "",
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Say that confirmed statements of a source support an act or a violation that is there."""
    actor = open_session(home, as_)
    from tawthiq.record.link import by_hand
    from tawthiq.record.link.models.read import get_version
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Work

    source = _source(source_kind, source_name)
    with Work(actor, Action.CASE_WRITE, thing=subject_id) as work:
        get_version(work, subject_id)
        n_new = by_hand.support(work, subject_id, statement or [], source)
    document = {"subject": subject_id, "source": source.id, "new": n_new}
    put_json(document) if as_json else put_fields(document)


def _make(work: Work, typed: Typed, offered: Prefill, source: Source) -> str:
    from tawthiq.record.link.by_hand import make_act, make_incident, make_violation
    from tawthiq.terms.violation import Unit, violation_type

    told = offered.statement_ids
    incident = make_incident(work, _typed_incident(typed, offered), told)
    wanted = _typed_violation(typed, offered, incident)
    counts_children = violation_type(wanted.type, where="--violation").unit is Unit.CHILD
    violation = make_violation(work, wanted, () if counts_children else told, source)
    if counts_children:
        make_act(work, _typed_act(typed, violation.id), told, source)
    return incident.id


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


def _typed_violation(typed: Typed, offered: Prefill, incident: Incident) -> Violation:
    from tawthiq.record.link.violation import Violation

    kind = typed.violation or offered.violation
    if not kind:
        raise MissingField("no statement tells of a violation", where="--violation", do="give its type")
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


def _source(kind: str, name: str) -> Source:
    from tawthiq.record.link import fields
    from tawthiq.record.link.source import Source

    return Source(fields.code(kind, "source_kind", "--source-kind"), name.strip())


def _shown(reader: Reader, incident_id: str) -> dict[str, Any]:
    from tawthiq.record.link.models import read

    held = [(one, read.get_acts(reader, one.id)) for one in read.get_violations(reader, incident_id)]
    rests = _rests(reader, [name for one, acts in held for name in (one.id, *(act.id for act in acts))])
    return {
        **_incident(read.get_incident(reader, incident_id)),
        "violations": [
            {
                "violation": one.id,
                **_without(one.content(), "id", "incident"),
                "statements": rests.get(one.id, []),
                "acts": [
                    {"act": act.id, **_without(act.content(), "id", "violation"), "statements": rests.get(act.id, [])}
                    for act in acts
                ],
            }
            for one, acts in held
        ],
    }


def _rests(reader: Reader, subject_ids: list[str]) -> dict[str, list[dict[str, str]]]:
    from tawthiq.record.link.models import read

    supports = read.get_support(reader, subject_ids)
    kinds = {one: source.kind for one, source in read.get_sources(reader, {s.source_id for s in supports}).items()}
    found: dict[str, list[dict[str, str]]] = {}
    for one in supports:
        rest = {"statement": one.statement_id, "source": one.source_id, "source_kind": kinds[one.source_id]}
        found.setdefault(one.subject_id, []).append(rest)
    return found


def _incident(incident: Incident) -> dict[str, Any]:
    return {"incident": incident.id, **_without(incident.content(), "id")}


def _without(content: Any, *names: str) -> dict[str, Any]:
    return {name: value for name, value in content.items() if name not in names}
