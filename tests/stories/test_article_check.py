"""The article that the project grew from, checked against the invented register and the sheet of published totals.

Where the article is absent the invented twin alone is checked. Its text is not ours to ship: values only stand here.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from tawthiq.doors.demo.invented import SYRIA_2014, register_rows
from tawthiq.record.collect.acts_table import COLUMNS
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.collect.item import Channel
from tawthiq.record.extract import step as extract
from tawthiq.record.extract.decision import Decision, Verdict
from tawthiq.record.extract.models import put_decision
from tawthiq.record.extract.sheet import import_totals
from tawthiq.record.verify.register import Register, import_register
from tawthiq.report.check.article import ArticleCheck
from tawthiq.report.check.claim import Origin
from tawthiq.report.check.contradiction import Clash
from tawthiq.report.check.gather import check_item
from tawthiq.report.check.scope import Dimension, Told
from tawthiq.report.check.verdict import Finding, Note, Word
from tawthiq.report.check.words import explained
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import NotFound, NotPermitted
from tawthiq.terms.identity import Kind, make_id
from tawthiq.terms.quantity import QuantityKind
from tawthiq.terms.when import parse_when

pytestmark = pytest.mark.django_db(databases=["default", "identities"])

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "src" / "tawthiq" / "doors" / "demo" / "data"
ARTICLE = ROOT.parent / "shared" / "seed" / "article.txt"
if not ARTICLE.exists():
    ARTICLE = ROOT.parents[1] / "shared" / "seed" / "article.txt"
TWIN = DATA / "twin_article.txt"
BODY = "Invented task force"


@dataclass
class Kept:
    """Items that were read, by file name."""

    reader: Reader
    item_id: str

    def checked(self) -> ArticleCheck:
        return check_item(self.reader, self.item_id)


def keep(actor: Actor, path: Path, published: str) -> Kept:
    with path.open("rb") as source, Work(actor, Action.ITEM_ADD) as work:
        added = add_item(work, source, Arrival(path.name, published_on=parse_when(published)))
    with Work(actor, Action.STATEMENT_EXTRACT) as work:
        extract.run(work, added.item.id)
    return Kept(Reader(actor), added.item.id)


def keep_sheet(actor: Actor) -> None:
    sheet = DATA / "un_totals_syria_2014.csv"
    with sheet.open("rb") as source, Work(actor, Action.CASE_IMPORT) as work:
        import_totals(work, source, Arrival(sheet.name, Channel.FORM))


def keep_register(actor: Actor, *, verified: bool) -> None:
    """The invented register of 278 acts, decided on by the invented body, or pending."""
    decided = {"status": "verified", "verified_on": "2014-12-31", "verified_by": BODY, "policy": "un_mrm@1"}
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows({**row, **(decided if verified else {})} for row in register_rows(SYRIA_2014))
    at = datetime(2015, 6, 1, tzinfo=UTC)
    import_register(actor, io.BytesIO(out.getvalue().encode()), Arrival("invented.csv"), Register("", at, ()))


def of(checked: ArticleCheck, kind: str, value: int) -> Finding:
    (found,) = (
        one for one in checked.findings if one.claim.quantity.kind.value == kind and one.claim.quantity.low == value
    )
    return found


@pytest.fixture(params=["article", "twin"])
def kept(request: pytest.FixtureRequest, collector: Actor) -> Kept:
    if request.param == "twin":
        return keep(collector, TWIN, "2015-08-09")
    if not ARTICLE.exists():
        pytest.skip("the article is not beside this checkout; the twin alone is checked")
    return keep(collector, ARTICLE, "2015-08-08")


def test_the_shares_are_of_all_parties_in_2014_and_not_of_one_group_in_2015(kept: Kept, collector: Actor) -> None:
    keep_sheet(collector)
    keep_register(collector, verified=True)
    checked = kept.checked()
    for value in (77, 20):
        finding = of(checked, "percent", value)
        assert [(one.dimension, one.quoted, one.known, one.told) for one in finding.differs] == [
            (Dimension.PARTY, "isil", "all_parties", Told.IMPLIED),
            (Dimension.PERIOD, "2015", "2014", Told.IMPLIED),
        ]
        assert Note.DENOMINATOR_NOT_STATED in finding.notes
    assert of(checked, "percent", 77).word is Word.SCOPE_DIFFERS


def test_one_fifth_of_278_and_17_cannot_share_a_denominator(kept: Kept, collector: Actor) -> None:
    keep_sheet(collector)
    checked = kept.checked()
    for finding in (of(checked, "percent", 20), of(checked, "count", 17)):
        assert finding.word is Word.CONTRADICTORY
        (clash,) = finding.against
        total = clash.total.quantity.low if clash.total else None
        assert (clash.clash, total) == (Clash.SHARE_AND_COUNT, Fraction(278))
        assert clash.denominator == (Fraction(85), Fraction(850, 9))
        assert any("278" in one and "85 to 94" in one for one in explained(finding))


def test_the_large_number_has_no_named_source_and_is_said_to_be_hard_to_estimate(kept: Kept, collector: Actor) -> None:
    keep_sheet(collector)
    checked = kept.checked()
    (finding,) = (
        one
        for one in checked.findings
        if one.claim.quantity.comparator.value == ">" and one.claim.quantity.kind is QuantityKind.COUNT
    )
    assert finding.word is Word.NOT_IN_RECORD
    assert {Note.NO_NAMED_SOURCE, Note.HARD_TO_ESTIMATE} <= set(finding.notes)
    assert len(checked.limitations) == 1


def test_the_pounds_are_the_tellers_own(kept: Kept, collector: Actor) -> None:
    keep_sheet(collector)
    checked = kept.checked()
    dollars, pounds = of(checked, "money", 400), of(checked, "money", 258)
    assert dollars.word is Word.SCOPE_DIFFERS
    assert (pounds.word, Note.CONVERTED in pounds.notes) == (Word.NOT_IN_RECORD, True)


def test_the_record_counts_the_shares_with_numerator_denominator_unknown(kept: Kept, collector: Actor) -> None:
    keep_sheet(collector)
    keep_register(collector, verified=True)
    finding = of(kept.checked(), "percent", 77)
    record = next(one.known for one in finding.beside if one.known.origin is Origin.RECORD)
    assert (record.numerator, record.denominator, record.n_unknown) == (214, 278, 12)
    assert record.basis == f"verified by {BODY} under un_mrm@1"
    assert "The record counts 77 per cent (214 of 278, 12 unknown)" in " ".join(explained(finding))


def test_unverified_acts_support_nothing(kept: Kept, collector: Actor) -> None:
    keep_register(collector, verified=False)
    checked = kept.checked()
    assert checked.n_known == 0
    assert all(not finding.beside for finding in checked.findings)


def test_what_a_person_rejected_is_not_checked(kept: Kept, collector: Actor) -> None:
    keep_sheet(collector)
    finding = of(kept.checked(), "percent", 77)
    with Work(collector, Action.STATEMENT_DECIDE) as work:
        put_decision(work, Decision(finding.claim.statement_id, Verdict.REJECTED, collector.id, work.at))
    assert finding.claim.statement_id not in {one.claim.statement_id for one in kept.checked().findings}


def test_the_twin_quotes_the_totals_rightly(collector: Actor) -> None:
    keep_sheet(collector)
    keep_register(collector, verified=True)
    checked = keep(collector, TWIN, "2015-08-09").checked()
    words = {int(value): of(checked, "count", value).word for value in (278, 271, 7, 142, 69, 25, 24)}
    assert set(words.values()) == {Word.SUPPORTED}


def test_an_unknown_item_is_not_found(collector: Actor) -> None:
    with pytest.raises(NotFound):
        check_item(Reader(collector), make_id(Kind.ITEM, ["nothing"]))


def test_who_may_not_read_items_checks_none(kept: Kept) -> None:
    with pytest.raises(NotPermitted):
        check_item(Reader(Actor(make_id(Kind.ACTOR, ["nobody"]), frozenset())), kept.item_id)


def test_the_document_is_plain_json_in_two_languages(kept: Kept, collector: Actor) -> None:
    keep_sheet(collector)
    document = json.loads(json.dumps(kept.checked().to_json()))
    assert sum(document["tally"].values()) == len(document["findings"])
    for finding in document["findings"]:
        assert finding["explained"]["en"] and finding["explained"]["ar"]


def test_a_quotation_that_was_altered_is_held_against_its_source(collector: Actor, tmp_path: Path) -> None:
    kept = keep(collector, TWIN, "2015-08-09")
    source = tmp_path / "invented_source.txt"
    source.write_text("In 77 per cent of the cases, children had been armed or used in combat. Invented, all of it.\n")
    with source.open("rb") as opened, Work(collector, Action.ITEM_ADD) as work:
        item = add_item(work, opened, Arrival(source.name, publisher="UN Secretary-General")).item
    found = [(one.source_item_id, [(c.source, c.quoted) for c in one.changes]) for one in kept.checked().quotes]
    assert found == [(item.id, [("had been", "were")])]
