"""What the invented publisher may say: figures, and a release that another person proposed."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq import flow
from tawthiq.doors.demo.people import actor_called
from tawthiq.report.count.spec import Spec, parse_spec
from tawthiq.report.count.step import build_figure
from tawthiq.report.publish.kinds import Bars
from tawthiq.report.publish.release import Proposal
from tawthiq.report.publish.step import build_release, propose
from tawthiq.safe.access import Action
from tawthiq.safe.work import Work

QUESTIONS = ("", "party", "sex", "age_band", "armed_or_combat", "party,sex")
PUBLISHED = ("party", "armed_or_combat")
REASON = "The demo prints totals that were published in 2015, so that they can be followed; its children are invented."


def make_report() -> Iterator[str]:
    """Build the figures, then a release by two people."""
    publisher, verifier = actor_called("publisher"), actor_called("verifier")
    with Work(publisher, Action.FIGURE_BUILD) as work:
        figures = [build_figure(work, _spec(by)) for by in QUESTIONS]
    yield f"{len(figures)} verified figures"
    n_estimates = sum(1 for _ in flow.run_step(publisher, flow.step_called("estimate")))
    yield f"{n_estimates} estimate, beside the figures and never added to them"
    proposal = Proposal(tuple(_spec(by) for by in PUBLISHED), Bars(1, 1), reason=REASON)
    with Work(verifier, Action.RELEASE_PROPOSE) as work:
        proposal_id = propose(work, proposal)
    release = build_release(publisher, proposal_id, override=REASON).release
    yield f"a release of {len(release.figures)} tables"


def _spec(by: str) -> Spec:
    return parse_spec(situation="SY", period="2014", violation="recruitment_use", by=by)
