"""Consent, response, listing, overlap: told apart for each purpose, kept in versions, used where figures are made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypedDict, Unpack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import tried
from tawthiq.record.link.act import Act
from tawthiq.record.link.consent import Answer, By, Consent, Purpose, allows
from tawthiq.record.link.group import Group
from tawthiq.record.link.listing import Listing, listed
from tawthiq.record.link.models import beside, read, write
from tawthiq.record.link.models.beside import put_consent, put_listing, put_overlap, put_response
from tawthiq.record.link.overlap import Overlap, OverlapKind
from tawthiq.record.link.response import Response
from tawthiq.record.link.source import Source
from tawthiq.record.verify.models.acts import (
    CODED_COLUMNS,
    coded_rows,
    count_coded_rows,
    count_verified,
    unverified_tally,
    verified_acts,
)
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms import vocabulary
from tawthiq.terms.errors import BadInput, ImpossibleDate, UnknownCode
from tawthiq.terms.identity import Kind, mint_id
from tawthiq.terms.violation import Unit
from unit.verify.made import NOW, act, named, put_case
from unit.verify.test_verified_acts import assess

CHILD = named(Kind.CHILD, "one")
database = pytest.mark.django_db(databases=["default", "identities"])
answers = st.lists(st.tuples(st.sampled_from(list(Purpose)), st.sampled_from(list(Answer))), max_size=5)


@tried
@given(answers)
def test_one_no_closes_its_purpose_and_no_other(told: list[tuple[Purpose, Answer]]) -> None:
    consents = [Consent(CHILD, purpose, By.CHILD, answer) for purpose, answer in told]
    for purpose in Purpose:
        mine = [answer for asked, answer in told if asked is purpose]
        if any(answer is not Answer.GIVEN for answer in mine):
            assert not allows(consents, purpose)
        else:
            assert allows(consents, purpose) is (bool(mine) or purpose is Purpose.REPORTING)


def test_codes_of_the_code_are_those_of_the_vocabularies() -> None:
    pairs = {"consent_purpose": Purpose, "consent_answer": Answer, "consent_by": By, "overlap": OverlapKind}
    for name, enum in pairs.items():
        assert list(vocabulary.load(name).terms) == [one.value for one in enum]


def test_a_source_does_not_answer_for_a_child() -> None:
    with pytest.raises(BadInput):
        Consent(CHILD, Purpose.REPORTING, By.SOURCE, Answer.GIVEN)


class Changed(TypedDict, total=False):
    """Fields of a listing that a test tells otherwise."""

    annex: str
    violations: tuple[str, ...]
    report_year: int
    delisted_on: date


def a_listing(**changed: Unpack[Changed]) -> Listing:
    made = Listing("isil", "SY", "II", "B", ("abduction", "recruitment_use"), 2016, date(2016, 4, 20))
    return replace(made, **changed)


def test_a_party_is_listed_from_a_day_to_the_day_before_its_delisting() -> None:
    one = a_listing(delisted_on=date(2018, 6, 1))
    assert listed([one], "isil", date(2018, 5, 31)) == (one,)
    assert listed([one], "isil", date(2018, 6, 1)) == () == listed([one], "isil", date(2016, 4, 19))


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"violations": ("denial_access",)}, UnknownCode),
        ({"report_year": 2014}, ImpossibleDate),
        ({"delisted_on": date(2016, 1, 1)}, ImpossibleDate),
        ({"annex": "III"}, UnknownCode),
        ({"violations": ()}, BadInput),
    ],
)
def test_a_listing_that_cannot_be_is_refused(changed: Changed, error: type[Exception]) -> None:
    with pytest.raises(error):
        a_listing(**changed)


def test_a_response_is_done_on_a_day() -> None:
    with pytest.raises(ImpossibleDate):
        Response("r", "vio", "medical", status="done")


@database
def test_what_stands_beside_a_case_comes_back_and_matches_the_ledger(collector: Actor) -> None:
    put_case(collector, "one")
    response = Response(mint_id(Kind.DECISION), named(Kind.VIOLATION, "one"), "medical", "health_provider", "planned")
    done = replace(response, status="done", done_on=date(2015, 2, 1))
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        assert put_response(work, response) and put_response(work, done) and not put_response(work, done)
        put_listing(work, a_listing())
        put_consent(work, Consent(CHILD, Purpose.REFERRAL, By.CAREGIVER, Answer.GIVEN, date(2014, 8, 1)))
    reader = Reader(collector)
    assert beside.get_responses(reader, [response.subject_id]) == [done]
    assert beside.get_listings(reader, party="isil") == [a_listing()]
    assert [one.answer for one in beside.get_consents(reader, [CHILD])] == [Answer.GIVEN]
    assert len(list(read.recorded())) >= 8


@database
def test_a_child_whose_reporting_is_withdrawn_is_in_no_row_and_as_of_before_still_is(
    collector: Actor, verifier: Actor
) -> None:
    put_case(collector, "one")
    assess(verifier, named(Kind.ACT, "one"))
    size = verified_acts(Reader(verifier)).size
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        put_consent(work, Consent(CHILD, Purpose.REFERRAL, By.CHILD, Answer.REFUSED))
    assert len(verified_acts(Reader(verifier))) == 1, "another purpose says nothing about reporting"
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        put_consent(work, Consent(CHILD, Purpose.REPORTING, By.CHILD, Answer.WITHDRAWN))
    assert len(verified_acts(Reader(verifier))) == 0 == len(unverified_tally(Reader(verifier)))
    assert len(verified_acts(Reader(verifier), size=size)) == 1
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        put_consent(work, Consent(CHILD, Purpose.REPORTING, By.CHILD, Answer.GIVEN))
    assert len(verified_acts(Reader(verifier))) == 1


@database
def test_a_no_reaches_the_records_that_were_found_to_be_the_same_child(collector: Actor, verifier: Actor) -> None:
    put_case(collector, "one")
    assess(verifier, named(Kind.ACT, "one"))
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        other = read.get_child(work, CHILD)
        first = replace(other, id=mint_id(Kind.CHILD), key="")
        write.put_children(work, [first, replace(other, same_as=first.id)])
        put_consent(work, Consent(first.id, Purpose.REPORTING, By.CAREGIVER, Answer.REFUSED))
    assert len(verified_acts(Reader(verifier))) == 0


@database
def test_a_child_of_a_verified_group_is_not_counted_twice(collector: Actor, verifier: Actor) -> None:
    put_case(collector, "one")
    group = Act(mint_id(Kind.ACT), named(Kind.VIOLATION, "one"), group=Group(boys=2, girls=1), happened_on=None)
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        write.put_act(work, group)
        put_overlap(work, Overlap(group.id, named(Kind.ACT, "one"), OverlapKind.MEMBER))
    assess(verifier, group.id)
    assert verified_acts(Reader(verifier)).n_children.sum() == 3, "the child's own act is not verified yet"
    assess(verifier, named(Kind.ACT, "one"))
    acts = verified_acts(Reader(verifier))
    assert acts.n_children.sum() == 3 == count_verified(Reader(verifier))[Unit.CHILD]
    exported = [dict(zip(CODED_COLUMNS, row, strict=True)) for row in coded_rows(Reader(verifier))]
    assert sorted(row["n_children"] for row in exported) == [1, 2], "the export tells each child once too"
    assert len(exported) == count_coded_rows(Reader(verifier))
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        put_overlap(work, Overlap(group.id, named(Kind.ACT, "one"), OverlapKind.NONE))
    assert verified_acts(Reader(verifier)).n_children.sum() == 4
    assert beside.get_overlaps(Reader(verifier), [group.id]) == []


@database
def test_two_children_are_no_overlap(collector: Actor) -> None:
    put_case(collector, "one")
    with pytest.raises(BadInput), Work(collector, Action.CASE_WRITE, at=NOW) as work:
        second = replace(act("one"), id=mint_id(Kind.ACT))
        write.put_act(work, second)
        put_overlap(work, Overlap(named(Kind.ACT, "one"), second.id, OverlapKind.MEMBER))


@database
def test_what_a_source_derives_from_is_not_lost_when_it_is_named_again(collector: Actor) -> None:
    first = Source("ngo_report", "Invented Watch")
    quoting = Source("media", "Invented Post", derives_from=(first.id,))
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        write.put_sources(work, [first, quoting])
        write.put_source(work, Source("media", "Invented Post"))
    assert read.get_sources(Reader(collector), [quoting.id])[quoting.id].derives_from == (first.id,)
