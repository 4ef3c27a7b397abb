"""Estimates of a release stand in files of their own; no verified number is there, no estimate among the figures."""

from __future__ import annotations

import json

import pytest

from tawthiq.report.count.spec import parse_spec
from tawthiq.report.estimate.capture import CaptureTable, from_text
from tawthiq.report.estimate.estimating import estimate_all
from tawthiq.report.estimate.method import Run
from tawthiq.report.estimate.methods import METHODS
from tawthiq.report.estimate.refusal import Reason
from tawthiq.report.estimate.step import put_outcomes
from tawthiq.report.publish import words
from tawthiq.report.publish.release import Proposal
from tawthiq.report.publish.step import Built, build_release, propose, verify_release
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput
from tawthiq.terms.vocabulary import LANGUAGES
from unit.count.recorded import AT, put_register, verify

database = pytest.mark.django_db(databases=["default", "identities"])
TABLE = from_text(("ngo_report", "health_staff", "media"), "001:31 010:28 100:40 011:9 101:7 110:8 111:6")
SPEC = parse_spec(situation="SY", period="2014", violation="recruitment_use", by="sex")


def estimated(actor: Actor, table: CaptureTable = TABLE, period: str = "2014") -> str:
    question = parse_spec(situation="SY", period=period, violation="recruitment_use", unit="child").content()
    run = Run()
    with Work(actor, Action.ESTIMATE_MAKE, at=AT) as work:
        outcomes = estimate_all(table, ("chao", "loglinear", "chapman"), run)
        return put_outcomes(work, "", table, run, outcomes, {"made_from": {"question": question}})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_family_of_methods_says_in_a_release_what_must_be_true(language: str) -> None:
    told = {method.family: words.say(f"assume_{method.family}", language) for method in METHODS.values()}
    assert len(set(told.values())) == len(told)


def asked(actor: Actor, estimate_id: str) -> str:
    with Work(actor, Action.RELEASE_PROPOSE, at=AT) as work:
        return propose(work, Proposal((SPEC,), languages=LANGUAGES, estimates=(estimate_id,)))


def built_with_estimate(collector: Actor, verifier: Actor, publisher: Actor) -> tuple[Built, str]:
    verify(verifier, put_register(collector, 0, 60))
    estimate_id = estimated(publisher)
    return build_release(publisher, asked(verifier, estimate_id), at=AT), estimate_id


@database
def test_an_estimate_has_files_of_its_own_and_no_cell_among_the_figures(
    collector: Actor, verifier: Actor, publisher: Actor
) -> None:
    built, estimate_id = built_with_estimate(collector, verifier, publisher)
    apart = json.loads(built.files["estimates/release.en.json"])
    (grid,) = apart["beside"]
    answers = {row["method"]: row for row in grid["rows"]}
    assert apart["kind"] == "estimates" and apart["tables"] == [] and grid["kind"] == "estimate"
    assert answers["Chao’s lower bound"]["answer"] == "lower bound" and answers["Chao’s lower bound"]["low"] > 0
    refused = answers["Chapman, two lists"]
    assert (refused["low"], refused["high"], refused["answer"]) == (None, None, "no answer")
    figures = built.files["release.en.json"].decode()
    assert estimate_id not in figures and "lower bound" not in figures
    assert "folder “estimates”" in figures
    for language in LANGUAGES:
        page = built.files[f"estimates/index.{language}.html"].decode()
        assert words.say("estimates_apart", language) in page and "129" not in page and "health_staff" not in page
    assert built.files["estimates/release.ar.pdf"].startswith(b"%PDF")
    assert verify_release(Reader(publisher), built.release.id) == ()


@database
def test_an_estimate_of_another_period_or_on_few_children_is_not_proposed(verifier: Actor, publisher: Actor) -> None:
    with pytest.raises(BadInput):
        asked(verifier, estimated(publisher, period="2013"))
    few = from_text(("a", "b"), "01:3 10:2 11:3")
    with pytest.raises(BadInput):
        asked(verifier, estimated(publisher, few))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_for_a_refusal_has_words(language: str) -> None:
    assert all(words.say(f"refused_{reason.value}", language) for reason in Reason)
