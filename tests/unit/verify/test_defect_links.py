"""Links that got lost or spread to everything, as they did in other systems: of acts, sources, statements, parties."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

import pytest

from tawthiq.record.collect.acts_table import RawRow
from tawthiq.record.collect.intake import Arrival
from tawthiq.record.link.models import read
from tawthiq.record.link.models.tables import ActRow, ViolationRow
from tawthiq.record.link.register import Reading
from tawthiq.record.link.source import Support
from tawthiq.record.verify.assessment import Status
from tawthiq.record.verify.models.acts import unverified_tally
from tawthiq.record.verify.register import Register, import_register
from tawthiq.safe.access import Actor
from tawthiq.safe.work import Reader
from tawthiq.terms import vocabulary
from unit.verify.made import put_case, put_item, put_telling

in_database = pytest.mark.django_db(databases=["default", "identities"])
HEAD = "incident_id,violation,act_id,child_id,party,source_kinds,age_min\n"
FIRST = "I1,recruitment_use,A1,C1,fsa,victim;ngo_report,14\n"
SECOND = "I1,recruitment_use,A2,C2,isil,media,\n"


def bring(collector: Actor, rows: str) -> None:
    register = Register("", datetime(2015, 8, 8, tzinfo=UTC), ())
    import_register(collector, BytesIO((HEAD + rows).encode()), Arrival("acts.csv"), register)


def of_act(reader: Reader, key: str) -> tuple[str, list[Support], set[str]]:
    """(party, what supports it, kinds of its sources) of an act by its key."""
    row = ActRow.objects.get(key=key, until__isnull=True)
    supports = read.get_support(reader, [row.thing])
    sources = read.get_sources(reader, [one.source_id for one in supports])
    parties = read.get_violation(reader, row.violation_id).attribution.parties
    return parties[0], supports, {source.kind for source in sources.values()}


@in_database
def test_each_violation_of_an_incident_keeps_its_own_party_sources_and_statement(collector: Actor) -> None:
    bring(collector, FIRST + SECOND)
    party, first, kinds = of_act(Reader(collector), "A1")
    assert (party, kinds) == ("fsa", {"victim", "ngo_report"}), "several sources of one violation are all kept"
    party, second, kinds = of_act(Reader(collector), "A2")
    assert (party, kinds) == ("isil", {"media"})
    assert {one.statement_id for one in first}.isdisjoint(one.statement_id for one in second)
    assert ViolationRow.objects.filter(until__isnull=True).count() == 2


@in_database
def test_a_correction_loses_no_source_of_its_own_act_or_of_another(collector: Actor) -> None:
    bring(collector, FIRST + SECOND)
    before = {key: set(of_act(Reader(collector), key)[1]) for key in ("A1", "A2")}
    bring(collector, FIRST.replace("victim;ngo_report,14", "media,13"))
    party, after, kinds = of_act(Reader(collector), "A1")
    assert (party, kinds) == ("fsa", {"victim", "ngo_report", "media"})
    assert before["A1"] < set(after)
    assert set(of_act(Reader(collector), "A2")[1]) == before["A2"]


@in_database
def test_a_second_source_told_by_hand_stands_beside_the_first(collector: Actor) -> None:
    subject, other = put_case(collector), put_case(collector, "two")
    item = put_item(collector, b"An invented report.")
    told = [put_telling(collector, subject, item, kind=kind) for kind in ("witness", "victim")]
    reader = Reader(collector)
    kept, sources = read.get_support(reader, [subject]), read.get_sources(reader)
    assert [one.statement_id for one in kept] == told
    assert [sources[one.source_id].kind for one in kept] == ["witness", "victim"]
    assert read.get_support(reader, [other]) == []


def test_every_status_that_a_register_tells_is_a_status_of_ours() -> None:
    for number, code in enumerate(vocabulary.load("status").terms, start=2):
        cells = {"incident_id": "I1", "violation": "killing", "status": code, "verified_on": "2014-06-01"}
        told = Reading("", date(2015, 1, 1)).entry(RawRow(number, {**cells, "verified_by": "Body", "policy": "p@1"}))
        assert told.told is not None and Status(told.told.status).value == code


@in_database
def test_every_status_but_verified_comes_back_from_the_table_of_what_is_not_verified(collector: Actor) -> None:
    codes = [status.value for status in Status if status is not Status.VERIFIED]
    head = "incident_id,violation,act_id,status,verified_on,verified_by,policy\n"
    rows = "".join(f"I{n},killing,A{n},{code},2014-06-01,Body,p@1\n" for n, code in enumerate(codes))
    register = Register("", datetime(2015, 8, 8, tzinfo=UTC), ())
    import_register(collector, BytesIO((head + rows).encode()), Arrival("acts.csv"), register)
    cases = unverified_tally(Reader(collector))
    stood = [cases.status.word(row) for row in range(len(cases))]
    open_ones = {"new", "screened", "under_review"}
    assert sorted(stood) == sorted("under_review" if code in open_ones else code for code in codes)
