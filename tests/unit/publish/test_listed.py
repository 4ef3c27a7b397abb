"""The annexes print how parties are listed, as the record knew it at the freeze, never as a count."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tawthiq.record.link.listing import Listing
from tawthiq.record.link.models.beside import put_listing
from tawthiq.report.publish.products import Product, beside_of, standard_specs
from tawthiq.report.publish.release import Proposal
from tawthiq.report.publish.step import build_release, propose, verify_release
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from unit.count.recorded import AT, put_register, verify


def listing(party: str, on: date, off: date | None = None) -> Listing:
    return Listing(party, "SY", "I", "B", ("recruitment_use",), 2014, on, off)


def put(collector: Actor, one: Listing) -> None:
    with Work(collector, Action.CASE_WRITE, at=AT) as work:
        put_listing(work, one)


def test_only_the_annexes_print_listings() -> None:
    assert beside_of([Product.COUNTRY]) == ("trend",)
    assert beside_of([Product.COUNTRY, Product.ANNEX]) == ("trend", "listed")


@pytest.mark.django_db(databases=["default", "identities"])
def test_listings_that_stand_on_the_last_day_are_printed_as_of_the_freeze(
    collector: Actor, verifier: Actor, publisher: Actor
) -> None:
    verify(verifier, put_register(collector, 0, 30))
    put(collector, listing("isil", date(2014, 6, 30)))
    put(collector, listing("fsa", date(2013, 6, 30), date(2014, 2, 1)))
    products = (Product.ANNEX,)
    specs = standard_specs("SY", "2014", products)
    with Work(verifier, Action.RELEASE_PROPOSE, at=AT) as work:
        asked = propose(work, Proposal(specs, languages=("en",), beside=beside_of(products)))
    built = build_release(publisher, asked, at=AT)
    put(collector, listing("nusra", date(2014, 7, 1)))
    (grid,) = [one for one in json.loads(built.files["release.en.json"])["beside"] if one["kind"] == "listed"]
    (row,) = grid["rows"]
    assert (row["annex"], row["section"], row["listed_on"], row["report_year"]) == ("I", "B", "2014-06-30", "2014")
    assert verify_release(Reader(publisher), built.release.id) == ()
