"""`tawthiq verify`: take one step of a decision; `tawthiq queue`: what waits for one."""

from __future__ import annotations

from typing import Annotated

import typer

from tawthiq.doors.cli.output import AsOption, DryRun, HomeOption, JsonFlag, put_json, put_table
from tawthiq.doors.cli.session import open_session
from tawthiq.terms.when import parse_when


def verify(
    subjects: Annotated[list[str], typer.Argument(help="Acts, violations, or incidents (all that they hold).")],
    stage: Annotated[str, typer.Option(help="focal, technical or final: one at a time.")],
    policy: Annotated[str, typer.Option(help="un_mrm@1, two_independent@1, osint_corroborated@1, provisional@1.")],
    outcome: Annotated[str, typer.Option(help="What you decide: verified, pending, not_verifiable, ...")] = "verified",
    attribution: Annotated[str, typer.Option(help="Of the attribution, judged apart; follows the outcome.")] = "",
    age: Annotated[str, typer.Option(help="Of the age, judged apart; follows the outcome.")] = "",
    body: Annotated[str, typer.Option(help="In whose name; the configured body by default.")] = "",
    reliability: Annotated[str, typer.Option(help="Of the source, A to F; F cannot be judged.")] = "F",
    credibility: Annotated[int, typer.Option(help="Of the information, 1 to 6; 6 cannot be judged.")] = 6,
    reasons: Annotated[str, typer.Option(help="Why; needed when the decision before says verified.")] = "",
    on: Annotated[str, typer.Option(help="Day of the decision; today by default.")] = "",
    dry_run: DryRun = False,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Take one step on every subject, all or none; two different people are needed to reach verified."""
    actor = open_session(home, as_)
    from django.conf import settings

    from tawthiq.record.verify.assessment import Origin, Stage, Status
    from tawthiq.record.verify.sign import Judgement, assess
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Work
    from tawthiq.terms.vocabulary import load

    codes = load("status").terms
    for name, code in (("--outcome", outcome), ("--attribution", attribution), ("--age", age)):
        if code and code not in codes:
            raise typer.BadParameter(f"{code!r} is none of: {', '.join(codes)}", param_hint=name)
    judgement = Judgement(
        stage=Stage(stage),
        occurrence=Status(outcome),
        policy=policy,
        body=body or settings.CONFIGURATION.body,
        attribution=Status(attribution) if attribution else None,
        age=Status(age) if age else None,
        reliability=reliability,
        credibility=credibility,
        reasons=reasons,
        decided_on=parse_when(on, where="--on").first if on else None,
        origin=Origin.COMMAND,
    )
    with Work(actor, Action.ASSESS, dry_run=dry_run) as work:
        made = assess(work, subjects, judgement)
    rows = [
        {"assessment": one.id, "subject": one.subject_id, "stage": one.stage.value, "outcome": outcome} for one in made
    ]
    if as_json:
        put_json({"assessments": rows, "dry_run": dry_run})
    else:
        put_table("assessments", ("assessment", "subject", "stage", "outcome"), (list(row.values()) for row in rows))
