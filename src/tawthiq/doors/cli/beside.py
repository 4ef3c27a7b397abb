"""`tawthiq incident consent`, `respond`, `overlap`, `same-child`, `tawthiq party`: what stands beside a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.doors.cli.output import AsOption, HomeOption, JsonFlag, put_fields, put_json
from tawthiq.doors.cli.session import open_session

if TYPE_CHECKING:
    from datetime import date

parties = typer.Typer(help="Parties: how they stand on a day, whether they are listed.", no_args_is_help=True)


def consent(
    subject_id: Annotated[str, typer.Argument(help="A child (chd_...) or a source (src_...).")],
    purpose: Annotated[str, typer.Option(help="reporting, referral, recontact.")],
    answer: Annotated[str, typer.Option(help="given, refused, withdrawn.")],
    by: Annotated[str, typer.Option(help="child, caregiver, source.")] = "child",
    on: Annotated[str, typer.Option(help="The day it was said, 2014-07-03.")] = "",
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Keep what a child, a caregiver or a source agreed to; after a no to reporting, no figure holds the acts."""
    actor = open_session(home, as_)
    from tawthiq.record.link import consent as nouns
    from tawthiq.record.link.fields import code
    from tawthiq.record.link.models.beside import put_consent
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Work

    told = nouns.Consent(
        subject_id,
        nouns.Purpose(code(purpose, "consent_purpose", "--purpose")),
        nouns.By(code(by, "consent_by", "--by")),
        nouns.Answer(code(answer, "consent_answer", "--answer")),
        _day(on, "--on"),
    )
    with Work(actor, Action.CASE_WRITE, thing=subject_id) as work:
        changed = put_consent(work, told)
    _put({"subject": subject_id, "purpose": purpose, "by": by, "answer": answer, "changed": changed}, as_json)


def respond(
    subject_id: Annotated[str, typer.Argument(help="A violation or an act.")],
    kind: Annotated[str, typer.Option(help="medical, psychosocial, family_tracing, ...")],
    to: Annotated[str, typer.Option(help="Kind of organisation: un, health_provider, ...")] = "",
    status: Annotated[str, typer.Option(help="planned, under_way, done, declined, not_possible.")] = "planned",
    done_on: Annotated[str, typer.Option(help="The day it was done.")] = "",
    response: Annotated[str, typer.Option(help="Id of a response that is there, to bring it up to date.")] = "",
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Keep what was done about a violation or for a child; no name, no detail of the case work."""
    actor = open_session(home, as_)
    from tawthiq.record.link.models.beside import put_response
    from tawthiq.record.link.models.read import get_version
    from tawthiq.record.link.response import Response
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Work
    from tawthiq.terms.identity import Kind, mint_id

    made = Response(
        response or mint_id(Kind.DECISION), subject_id, kind, to, status, done_on=_day(done_on, "--done-on")
    )
    with Work(actor, Action.CASE_WRITE, thing=subject_id) as work:
        get_version(work, subject_id)
        changed = put_response(work, made)
    _put({"response": made.id, "subject": subject_id, "kind": kind, "status": status, "changed": changed}, as_json)


def same_child(
    duplicate: Annotated[str, typer.Argument(help="The record that was found to be another (chd_...).")],
    child: Annotated[str, typer.Argument(help="The record that it is; leave it out with --apart.")] = "",
    apart: Annotated[bool, typer.Option("--apart", help="Take it back: they are two children.")] = False,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Say that two records are one child, counted once from now on; both stay, with whoever told of them."""
    actor = open_session(home, as_)
    from tawthiq.record.link.by_hand import merge_children, part_children
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Work
    from tawthiq.terms.errors import MissingField

    if bool(child) == apart:
        raise MissingField("one record is another, or stands apart", where="CHILD", do="give CHILD, or --apart")
    with Work(actor, Action.CASE_WRITE, thing=duplicate) as work:
        kept = part_children(work, duplicate) if apart else merge_children(work, duplicate, child)
    _put({"child": kept.id, "same_as": kept.same_as or None}, as_json)


def overlap(
    group_act: Annotated[str, typer.Argument(help="An act against a group.")],
    other_act: Annotated[str, typer.Argument(help="Another act.")],
    kind: Annotated[str, typer.Option(help="member, same_group; none takes it back.")],
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Say that a group and another act tell of the same children, so that they are counted once."""
    actor = open_session(home, as_)
    from tawthiq.record.link.fields import code
    from tawthiq.record.link.models.beside import put_overlap
    from tawthiq.record.link.overlap import Overlap, OverlapKind
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Work

    told = Overlap(group_act, other_act, OverlapKind(code(kind, "overlap", "--kind")))
    with Work(actor, Action.CASE_WRITE, thing=group_act) as work:
        changed = put_overlap(work, told)
    _put({"group_act": group_act, "other_act": other_act, "kind": kind, "changed": changed}, as_json)


@parties.command("list")
def list_party(
    party: str,
    situation: Annotated[str, typer.Option(help="Code of the situation.")],
    annex: Annotated[str, typer.Option(help="I or II.")],
    section: Annotated[str, typer.Option(help="A: took measures; B: did not.")],
    violation: Annotated[list[str], typer.Option(help="Heading of a listing violation. May be repeated.")],
    report_year: Annotated[int, typer.Option(help="Year of the report that says so.")],
    listed_on: Annotated[str, typer.Option(help="The day of the listing.")],
    delisted_on: Annotated[str, typer.Option(help="The day of the delisting.")] = "",
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Keep that a report of the Secretary-General lists a party, or that it no longer does."""
    actor = open_session(home, as_)
    from tawthiq.record.link.listing import Listing
    from tawthiq.record.link.models.beside import put_listing
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Work
    from tawthiq.terms.errors import MissingField

    first = _day(listed_on, "--listed-on")
    if first is None:
        raise MissingField("a listing has a day", where="--listed-on", do="give the day of the report")
    codes = tuple(sorted(set(violation)))
    made = Listing(party, situation, annex, section, codes, report_year, first, _day(delisted_on, "--delisted-on"))
    with Work(actor, Action.CASE_WRITE) as work:
        changed = put_listing(work, made)
    _put({"listing": made.id, **made.content(), "changed": changed}, as_json)


@parties.command("show")
def show_party(
    party: str,
    on: Annotated[str, typer.Option(help="The day on which it is asked for, 2014-07-03.")],
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Show a party as it stood on a day: under whom, after and before whom, listed for what."""
    actor = open_session(home, as_)
    from tawthiq.record.link.listing import listed
    from tawthiq.record.link.models.beside import get_listings
    from tawthiq.safe.work import Reader
    from tawthiq.terms.errors import MissingField
    from tawthiq.terms.registry import load_parties

    day = _day(on, "--on")
    if day is None:
        raise MissingField("a party is shown as of a day", where="--on", do="give a day, such as the end of a year")
    stands = load_parties().standing(party, day)
    found = listed(get_listings(Reader(actor), party=party), party, day)
    _put(
        {
            "party": party,
            "on": day.isoformat(),
            "under": list(stands.under),
            "formerly": list(stands.formerly),
            "now": list(stands.now),
            "listed": [one.content() for one in found],
        },
        as_json,
    )


def _day(text: str, where: str) -> date | None:
    from tawthiq.record.link.fields import day

    return day(text, where)


def _put(document: dict[str, Any], as_json: bool) -> None:
    put_json(document) if as_json else put_fields(document)
