"""The whole way, once: from the bytes of an article to a released figure, and back down to the bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from stories.told import flip_byte, tawthiq, texts
from tawthiq import flow
from tawthiq.doors.audit import audit
from tawthiq.doors.doctor import examine
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.extract.decision import Decision, Verdict
from tawthiq.record.extract.models import find_statements, put_decision
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Statement
from tawthiq.record.link.act import Act, AgeRange, Armed, Sex
from tawthiq.record.link.by_hand import make_act, make_incident, make_violation, prefill
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.source import Source
from tawthiq.record.link.violation import Violation
from tawthiq.record.trace import Trace, trace
from tawthiq.record.verify.assessment import Stage, Status
from tawthiq.record.verify.sign import Judgement, assess
from tawthiq.report.count.figure import Figure
from tawthiq.report.count.spec import parse_spec
from tawthiq.report.count.step import acts_behind, build_figure
from tawthiq.report.publish.kinds import Bars
from tawthiq.report.publish.release import Proposal
from tawthiq.report.publish.step import build_release, propose, verify_release
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.home import Home
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.identity import Kind, mint_id
from tawthiq.terms.when import in_year, parse_when

PUBLISHED = "2015-08-08"
REASON = "One invented act, followed from end to end."
SPEC = parse_spec(situation="SY", period="2015", violation="recruitment_use", by="party")
TEXTS = texts()


@pytest.fixture(params=list(TEXTS))
def text(request: pytest.FixtureRequest) -> Path:
    return TEXTS[request.param]


@dataclass(frozen=True)
class Team:
    """Four people, none of whom can go the way alone."""

    collector: Actor
    first: Actor
    second: Actor
    publisher: Actor


@pytest.fixture
def team(collector: Actor, verifier: Actor, second_verifier: Actor, publisher: Actor) -> Team:
    return Team(collector, verifier, second_verifier, publisher)


def keep(collector: Actor, path: Path) -> str:
    with path.open("rb") as source, Work(collector, Action.ITEM_ADD) as work:
        return add_item(work, source, Arrival("article.txt", published_on=parse_when(PUBLISHED))).item.id


def confirm_claim(team: Team, item_id: str) -> Statement:
    """The first claim of recruitment that names one party, confirmed with its doubts ticked."""
    list(flow.run_step(team.collector, flow.step_called("extract")))
    statements = [one for _, one in find_statements(Reader(team.first), item_id=item_id)]
    claim = next(one for one in statements if recruits(one) and len(one.parties) == 1)
    with Work(team.first, Action.STATEMENT_DECIDE) as work:
        put_decision(work, Decision(claim.id, Verdict.CONFIRMED, team.first.id, work.at, claim.needs_tick))
    return claim


def recruits(statement: Statement) -> bool:
    return any(one.code == "recruitment_use" for one in statement.violations)


def make_case(collector: Actor, claim: Statement) -> str:
    offered = prefill(Reader(collector), [claim.id])
    with Work(collector, Action.CASE_WRITE) as work:
        incident = make_incident(work, Incident("", offered.situation or "SY", in_year(2015)), [claim.id])
        violation = make_violation(work, Violation("", incident.id, "recruitment_use", offered.attribution))
        act = Act("", violation.id, mint_id(Kind.CHILD), sex=Sex.M, age=AgeRange(14, 14), armed=Armed.Y)
        return make_act(work, act, [claim.id], Source("media")).id


def sign(actor: Actor, act_id: str, stage: Stage) -> None:
    judgement = Judgement(stage, Status.VERIFIED, "provisional@1", "invented group", decided_on=date(2015, 12, 31))
    with Work(actor, Action.ASSESS) as work:
        assess(work, [act_id], judgement)


def count(actor: Actor) -> Figure:
    with Work(actor, Action.FIGURE_BUILD) as work:
        return build_figure(work, SPEC)


def released(team: Team) -> str:
    with Work(team.first, Action.RELEASE_PROPOSE) as work:
        proposal_id = propose(work, Proposal((SPEC,), Bars(1, 1), reason=REASON))
    return build_release(team.publisher, proposal_id, override=REASON).release.id


def behind(team: Team, figure: Figure) -> Trace:
    reader = Reader(team.first)
    return trace(reader, acts_behind(reader, figure.id).ids)


@pytest.mark.django_db(databases=["default", "identities"])
def test_an_article_becomes_a_released_figure_that_opens_down_to_its_bytes(team: Team, text: Path, home: Home) -> None:
    item_id = keep(team.collector, text)
    claim = confirm_claim(team, item_id)
    act_id = make_case(team.collector, claim)
    assert count(team.publisher).value == 0, "what nobody verified is in no figure"
    sign(team.first, act_id, Stage.FOCAL)
    assert count(team.publisher).value == 0, "one person verifies nothing"
    sign(team.second, act_id, Stage.FINAL)
    figure = count(team.publisher)
    assert (figure.value, figure.ids) == (1, (act_id,))

    found = behind(team, figure)
    (subject,), (item,) = found.subjects, found.items
    assert (found.broken, item.intact, item.item.id) == ((), True, item_id)
    assert [(one.by, one.policy) for one in subject.assessments] == [
        (team.first.id, "provisional@1"),
        (team.second.id, "provisional@1"),
    ]
    (told,) = subject.statements
    assert (told.statement.id, told.in_place) == (claim.id, True)
    data = text.read_bytes()
    first, last = told.byte_span or (0, 0)
    assert data[first:last].decode() == claim.quote
    assert {"item.add", "item.received"} <= {line.event.action for line in item.custody}
    assert all(line.proved for line in item.custody)

    release_id = released(team)
    assert verify_release(Reader(team.publisher), release_id) == ()
    assert audit(Reader(team.first)).faults == ()

    flip_byte(home.vault.path(item.item.sha256), first)
    assert item_id in behind(team, figure).broken
    assert [fault.where for fault in audit(Reader(team.first)).faults] == [item_id]
    assert item_id in {check.name for check in examine() if not check.ok}


def test_every_quote_lies_in_the_text_where_its_span_says(text: Path, tmp_path: Path) -> None:
    said = tawthiq(tmp_path / "home", "extract", str(text), "--published", PUBLISHED)
    words = text.read_bytes().decode()
    assert said.code == 0
    assert len(said.document["statements"]) > 10
    for one in said.document["statements"]:
        span = Span(*one["span"])
        assert span.of(words) == one["quote"]


def test_the_command_line_goes_the_whole_way(text: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    for name, role in (("first", "verifier"), ("second", "verifier"), ("printer", "publisher")):
        assert tawthiq(home, "account", "add", name, "--role", role).code == 0
    (kept,) = tawthiq(home, "item", "add", str(text), "--published", PUBLISHED).document["items"]
    statements = tawthiq(home, "extract", kept["item"]).document["statements"]
    claim = next(one for one in statements if "recruitment_use" in str(one["violations"]) and len(one["parties"]) == 1)
    ticks = [word for doubt in claim["needs_tick"] for word in ("--tick", doubt)]
    assert tawthiq(home, "statement", "confirm", claim["id"], *ticks, by="first").code == 0
    typed = ["--situation", "SY", "--on", "2015", "--violation", "recruitment_use", "--sex", "m", "--age", "14-15"]
    case = tawthiq(home, "incident", "add", "--statement", claim["id"], *typed, "--source-kind", "media").document
    act_id = case["violations"][0]["acts"][0]["act"]
    assert tawthiq(home, "incident", "show", case["incident"]).document == {
        name: value for name, value in case.items() if name != "dry_run"
    }
    judged = ["--policy", "provisional@1", "--on", "2015-12-31", "--body", "invented group"]
    assert tawthiq(home, "verify", act_id, "--stage", "focal", *judged, by="first").code == 0
    alone = tawthiq(home, "verify", act_id, "--stage", "final", *judged, by="first")
    assert (alone.code, alone.document["error"]["code"], alone.document["error"]["where"]) == (
        4,
        "SecondSignature",
        act_id,
    )
    assert tawthiq(home, "verify", act_id, "--stage", "final", *judged, by="second").code == 0
    asked = ["--situation", "SY", "--period", "2015", "--violation", "recruitment_use"]
    figure = tawthiq(home, "figure", "build", *asked, "--by", "party", by="printer").document
    assert (figure["value"], figure["ids"]) == (1, [act_id])
    bars = ["--k", "1", "--k-guarded", "1", "--reason", REASON]
    proposal = tawthiq(home, "release", "propose", *asked[:4], "--figure", figure["id"], *bars, by="first").document[
        "proposal"
    ]
    built = tawthiq(home, "release", "build", proposal, "--override", REASON, by="printer").document
    assert tawthiq(home, "release", "verify", built["release"]).document["ok"]

    traced = tawthiq(home, "trace", figure["id"])
    (told,) = traced.document["subjects"][0]["statements"]
    assert (traced.code, traced.document["intact"], told["quote"]) == (0, True, claim["quote"])
    assert text.read_bytes()[slice(*told["bytes"])].decode() == claim["quote"]
    assert tawthiq(home, "audit", "verify").code == 0

    sha256 = kept["sha256"]
    flip_byte(home / "vault" / "objects" / sha256[:2] / sha256[2:4] / sha256, told["bytes"][0])
    broken = tawthiq(home, "trace", figure["id"])
    assert (broken.code, broken.document["intact"]) == (3, False)
    assert kept["item"] in broken.document["broken"]
    examined = tawthiq(home, "doctor")
    assert examined.code == 3
    assert kept["item"] in {check["name"] for check in examined.document["checks"] if not check["ok"]}
