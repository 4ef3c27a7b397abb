"""Promises of the estimates pages: an interval or a refusal, small overlaps hidden, no word missing."""

from __future__ import annotations

import io
import re

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.doors.audit import audit
from tawthiq.doors.desk.estimate_words import METHOD_WORDS, PHRASES, REASON_WORDS, phrase
from tawthiq.doors.doctor import EXAMINER
from tawthiq.doors.jobs.estimating import run_estimate
from tawthiq.doors.jobs.models import add_job, end_job, take_job
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.report.estimate.capture import CaptureTable, from_counts, from_text
from tawthiq.report.estimate.document import reproduction
from tawthiq.report.estimate.estimate import Estimate
from tawthiq.report.estimate.estimating import estimate_all
from tawthiq.report.estimate.kept import read_document, without_small
from tawthiq.report.estimate.method import Run
from tawthiq.report.estimate.methods import METHODS
from tawthiq.report.estimate.models import find_estimates, get_draws, get_estimate
from tawthiq.report.estimate.panel import doubts_of
from tawthiq.report.estimate.refusal import Reason
from tawthiq.report.estimate.step import estimate_item
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput, IntegrityBroken, NotPermitted
from unit.desk.conftest import SignedIn

ANSWERED = "a,b,count\n1,0,41\n0,1,37\n1,1,19\n"
REFUSED = "a,b,count\n1,0,41\n0,1,37\n"
THREE = "a,b,c,count\n0,0,1,31\n0,1,0,28\n1,0,0,40\n0,1,1,9\n1,0,1,7\n1,1,0,8\n1,1,1,6\n"
STRATA = "a,b,c,count,stratum\n" + "".join(
    f"{row},{part}\n" for part in ("west", "east") for row in THREE.splitlines()[1:]
)
database = pytest.mark.django_db(databases=["default", "identities"])


def kept(collector: Actor, publisher: Actor, csv: str) -> str:
    with Work(collector, Action.ITEM_ADD) as work:
        item = add_item(work, io.BytesIO(csv.encode()), Arrival(name="invented-lists.csv")).item
    with Work(publisher, Action.ESTIMATE_MAKE) as work:
        return estimate_item(work, item.id, ("chapman",))[0]


@database
def test_what_speaks_against_the_answers_is_kept_with_them(
    signed_in: SignedIn, collector: Actor, publisher: Actor
) -> None:
    alike = "a,b,c,count\n0,0,1,5\n0,1,0,5\n1,0,0,40\n0,1,1,90\n1,1,1,6\n"
    one = get_estimate(Reader(publisher), kept(collector, publisher, alike))
    read = read_document(one.document)
    assert one.document["doubts"] == list(doubts_of(read.table, read.outcomes)) != []
    page = signed_in(Role.AUDITOR).get(f"/estimates/{one.id}/", headers={"accept-language": "en"}).content.decode()
    assert "What speaks against them together" in page


@database
def test_an_estimate_is_spelt_as_an_interval_with_what_it_assumes(
    signed_in: SignedIn, collector: Actor, publisher: Actor
) -> None:
    address = f"/estimates/{kept(collector, publisher, ANSWERED)}/"
    client = signed_in(Role.AUDITOR)
    page = client.get(address, headers={"accept-language": "en"}).content.decode()
    low, high = re.findall(r"Between (\d+) and (\d+) children", page)[0]
    assert 97 <= int(low) < int(high)
    assert "Right only if" in page and "hash of the table" in page.lower()
    assert 'class="big"' not in page and "On these lists, and on no other" not in page
    assert client.get(f"{address}charts/lists/").status_code == 403
    assert "On these lists, and on no other" in signed_in(Role.ANALYST).get(address).content.decode()
    arabic = client.get(address, headers={"accept-language": "ar"}).content.decode()
    assert 'lang="en" dir="ltr"' not in arabic.split("<main")[1]


@database
def test_a_refusal_shows_its_reason_and_no_number(signed_in: SignedIn, collector: Actor, publisher: Actor) -> None:
    estimate_id = kept(collector, publisher, REFUSED)
    client = signed_in(Role.AUDITOR)
    for address in (f"/estimates/{estimate_id}/", "/estimates/"):
        page = client.get(address, headers={"accept-language": "en"}).content.decode()
        assert "refused" in page and "The lists do not share" in page
        assert "interval)" not in page and "Between" not in page
    assert client.get(f"/estimates/{estimate_id}/charts/methods/").status_code == 404


def the_job(actor: Actor, options: dict[str, object]) -> str:
    """Run an estimate job to its end; returns the id of what it kept."""
    steps = run_estimate(actor, options)
    with pytest.raises(StopIteration) as end:
        while True:
            next(steps)
    made = end.value.value["estimate"]
    assert isinstance(made, str)
    return made


@database
def test_a_table_with_strata_is_looked_at_then_asked_on_chosen_lists(
    signed_in: SignedIn, collector: Actor, publisher: Actor
) -> None:
    kept(collector, publisher, STRATA)
    client = signed_in(Role.PUBLISHER)
    start = client.get("/estimates/new/", headers={"accept-language": "en"}).content.decode()
    item = re.findall(r'new/\?item=(itm_\w+)">', start)[0]
    page = client.get(f"/estimates/new/?item={item}", headers={"accept-language": "en"}).content.decode()
    assert "What must be true" in page and page.count("On these lists, and on no other") == 2
    asked = {"item": item, "lists": ["a", "b", "c"], "strata": ["east", "west"], "methods": ["chao"], "seed": 3}
    sent = client.post("/estimates/new/ask/", asked)
    assert sent["Location"].startswith("/jobs/")
    whole = get_estimate(Reader(publisher), the_job(publisher, asked))
    total = read_document(whole.document).table
    assert total.stratum == "east + west" and total.n_observed == 2 * 129
    assert client.post("/estimates/new/ask/", {**asked, "lists": ["a"]}).status_code in (302, 400)
    with pytest.raises(BadInput):
        the_job(publisher, {**asked, "lists": ["a"]})


@database
def test_checks_are_kept_with_their_charts_and_shown_to_makers_only(
    signed_in: SignedIn, collector: Actor, publisher: Actor
) -> None:
    first = kept(collector, publisher, THREE)
    options: dict[str, object] = {"estimate": first, "methods": "dga,loglinear-average,chao", "checks": True}
    made = the_job(publisher, options)
    maker = signed_in(Role.PUBLISHER).get(f"/estimates/{made}/", headers={"accept-language": "en"}).content.decode()
    reader = signed_in(Role.AUDITOR).get(f"/estimates/{made}/", headers={"accept-language": "en"}).content.decode()
    assert "without a" in maker and "a and b as one list" in maker and "as one list" not in reader
    assert "How each answer came about" in reader
    assert re.search(r"same weight, the answers lie between \d+ and \d+\.", reader)
    client = signed_in(Role.AUDITOR)
    assert client.get(f"/estimates/{made}/charts/dga-posterior/").content.startswith(b"<svg")
    assert client.get(f"/estimates/{made}/charts/chao-lists-left-out/").status_code == 403
    both = f"estimate={made}&estimate={first}"
    compared = client.get(f"/estimates/compare/?{both}", headers={"accept-language": "en"}).content.decode()
    assert "never added or subtracted" in compared
    assert client.get(f"/estimates/compare/chart/?{both}").content.startswith(b"<svg")
    assert client.get(f"/estimates/compare/?estimate={made}").status_code == 400


@database
def test_all_draws_are_a_file_for_makers_and_a_refusal_has_none(
    signed_in: SignedIn, collector: Actor, publisher: Actor
) -> None:
    first = kept(collector, publisher, THREE)
    made = the_job(publisher, {"estimate": first, "methods": "dga,chapman"})
    maker, address = signed_in(Role.ANALYST), f"/estimates/{made}/draws/dga/"
    assert f'href="{address}"' in maker.get(f"/estimates/{made}/").content.decode()
    answer = maker.get(address)
    found = pq.read_table(io.BytesIO(answer.content))
    assert answer["Content-Type"] == "application/vnd.apache.parquet" and f"{made}-dga" in answer["Content-Disposition"]
    assert found.column_names == ["chain", "draw", "n", "weight"]
    assert pc.sum(found["weight"]).as_py() == pytest.approx(1) and pc.min(found["n"]).as_py() >= 129
    assert maker.get(f"/estimates/{made}/draws/chapman/").status_code == 404  # chapman takes two lists: it refused
    assert maker.get(f"/estimates/{first}/draws/chapman/").status_code == 404
    reader = signed_in(Role.AUDITOR)
    assert reader.get(address).status_code == 403 and address not in reader.get(f"/estimates/{made}/").content.decode()


@database
def test_draws_that_were_changed_on_the_disk_are_found(collector: Actor, publisher: Actor) -> None:
    made = the_job(publisher, {"estimate": kept(collector, publisher, THREE), "methods": "dga"})
    reader = Reader(publisher)
    place = reader.derivatives.path(str(get_estimate(reader, made).document["draws"]["dga"]))
    place.chmod(0o640)
    place.write_bytes(place.read_bytes()[:-1])
    with pytest.raises(IntegrityBroken):
        get_draws(reader, made, "dga")
    assert [one.where for one in audit(Reader(EXAMINER)).faults] == [made]


@database
def test_asking_other_methods_keeps_an_estimate_of_its_own(
    signed_in: SignedIn, collector: Actor, publisher: Actor
) -> None:
    asked = kept(collector, publisher, ANSWERED)
    options = {"estimate": asked, "methods": "lincoln-petersen,chapman", "seed": 7}
    steps = run_estimate(publisher, options)
    assert [next(steps), next(steps), next(steps)] == [(0, 2), (1, 2), (2, 2)]
    with pytest.raises(StopIteration) as end:
        next(steps)
    made = get_estimate(Reader(publisher), end.value.value["estimate"])
    assert [one.method for one in read_document(made.document).estimates] == ["lincoln-petersen", "chapman"]
    assert made.document["seed"] == 7 and len(find_estimates(Reader(publisher))) == 2
    client = signed_in(Role.ANALYST)
    assert client.post(f"/estimates/{asked}/ask/", {"lists": ["a", "b"], "methods": ["chapman"], "seed": 7})[
        "Location"
    ].startswith("/jobs/")
    job_id = add_job(publisher.id, "estimate", options)
    take_job(job_id)
    end_job(job_id, end.value.value)
    assert f'href="/estimates/{made.id}/"' in client.get(f"/jobs/{job_id}/").content.decode()
    assert client.post(f"/estimates/{asked}/ask/", {"seed": 7}).status_code == 400
    with pytest.raises(NotPermitted):
        next(run_estimate(collector, options))


def test_a_kept_document_reads_back_as_it_was_written() -> None:
    table, run = from_text(("a", "b", "c"), "001:31 010:28 100:40 011:9 101:7 110:8 111:6"), Run(seed=3)
    outcomes = estimate_all(table, ("chao", "chapman"), run)
    read = read_document(reproduction(table, run, outcomes))
    assert read.table == table
    assert [one.method for one in read.estimates] == ["chao"]
    (chao,) = [one for one in outcomes if isinstance(one, Estimate)]
    assert read.estimates[0].interval == chao.interval


@given(st.tuples(*[st.integers(1, 40)] * 3))
def test_no_hidden_count_can_be_worked_out_from_the_total(counts: tuple[int, int, int]) -> None:
    table = from_counts(("a", "b"), dict(zip([(0, 1), (1, 0), (1, 1)], counts, strict=True)))
    shown = without_small(table, 5)
    hidden = set(table.cells) - set(shown.cells if isinstance(shown, CaptureTable) else ())
    assert all(count >= 5 for _, count in shown.cells) if shown else True
    assert not shown or not hidden or (len(hidden) > 1 and sum(count for _, count in hidden) >= 10)


def test_every_method_and_reason_has_words() -> None:
    assert set(METHOD_WORDS) == set(METHODS) and set(REASON_WORDS) == set(Reason)
    assert {one.assumption for one in METHODS.values()} <= {known for known, _words in PHRASES}


def test_a_warning_keeps_its_values_in_its_new_words() -> None:
    said = phrase("chao and dga disagree by more than their intervals say: at least one assumption does not hold")
    assert "lower bound” and “decomposable graphs" in said
    assert "b+c" in phrase("fewer than 5 children shared by: b+c")
    assert phrase("a sentence nobody knows") == "a sentence nobody knows"
