"""Deciding: what a person can do with a statement as it stands, what the form sent, what is said when it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from tawthiq.doors.desk.keys import keys_of
from tawthiq.record.extract.decision import Decision, Status, Verdict
from tawthiq.record.extract.models import Neighbours
from tawthiq.safe.work import Work
from tawthiq.terms.errors import BadInput

MOST_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Acts:
    """What is open. `accept`: the words of its button, empty where it is closed; `reject`: the same; `edit`: or not.

    `again`: somebody has decided on it already.
    """

    accept: str = ""
    reject: str = ""
    edit: bool = False
    again: bool = False

    @property
    def any(self) -> bool:
        """Whether there is anything to decide."""
        return bool(self.accept or self.reject)


def acts_of(status: Status, *, stands_behind: bool, replacement: Status = Status.CANDIDATE) -> Acts:
    """What a person can do. `stands_behind`: the person said so before; `replacement`: of the corrected version.

    Nothing that was decided is taken out of the ledger: who was wrong decides again, and both are told.
    """
    match status:
        case Status.CANDIDATE:
            return Acts(gettext("Accept"), gettext("Reject"), edit=True)
        case Status.CONFIRMED if stands_behind:
            return Acts("", gettext("Reject after all"), edit=True, again=True)
        case Status.CONFIRMED:
            return Acts(gettext("Confirm it too"), gettext("Reject"), edit=True, again=True)
        case Status.EDITED if replacement is not Status.REJECTED:
            return Acts(again=True)
        case _:
            return Acts(gettext("Accept after all"), "", edit=True, again=True)


def verdict_of(request: HttpRequest) -> Verdict:
    """Which of the two buttons was pressed; raises BadInput."""
    said = request.POST.get("verdict", "")
    if said not in (Verdict.CONFIRMED, Verdict.REJECTED):
        raise BadInput("a statement is accepted or rejected", where="verdict", do="press one of the two")
    return Verdict(said)


def decision_of(work: Work, request: HttpRequest, verdict: Verdict, replacement: str = "") -> Decision:
    """The decision that the form sent."""
    seconds = request.POST.get("seconds", "")
    return Decision(
        work.thing,
        verdict,
        work.actor.id,
        work.at,
        ticked=tuple(request.POST.getlist("ticked")),
        replacement=replacement,
        reason=request.POST.get("reason", "").strip(),
        seconds=min(int(seconds), MOST_SECONDS) if seconds.isdecimal() else 0,
    )


def others_rejected(work: Work, request: HttpRequest, waiting: Sequence[str]) -> list[Decision]:
    """Decisions against other readings of the same words, where the form's box is ticked. `waiting`: those that nobody
    has decided on; of these only the ones that the person saw on the page."""
    if request.POST.get("others") != "reject":
        return []
    seen = set(request.POST.getlist("others_seen"))
    reason = gettext("Another reading of the same words was accepted.")
    return [Decision(one, Verdict.REJECTED, work.actor.id, work.at, reason=reason) for one in waiting if one in seen]


def seen_by(request: HttpRequest) -> int | None:
    """How many decisions stood on the page that the form came from; None from a program that showed none."""
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isdecimal() else None


def said_already(decisions: Sequence[Decision], by: str, verdict: Verdict) -> bool:
    """Whether the latest decision is this one: who pressed a button twice is not told that somebody was quicker."""
    return bool(decisions) and (decisions[-1].by, decisions[-1].verdict) == (by, verdict)


def done(request: HttpRequest, statement_id: str, verdict: Verdict, place: Neighbours) -> SafeString:
    """What was done, of which statement, with the way back to it, by key where keys are on."""
    said = gettext("Accepted: statement %(n)s of %(all)s.") if verdict is Verdict.CONFIRMED else ""
    said = said or gettext("Rejected: statement %(n)s of %(all)s.")
    keys = keys_of(request.user)
    hint = format_html(" <kbd>{}</kbd>", keys.of["back"]) if keys.on and keys.of["back"] else ""
    return format_html(
        '{} <a href="{}" data-key="back">{}</a>{}',
        said % {"n": place.n, "all": place.n_all},
        reverse("statement", args=[statement_id]),
        gettext("Back to it, to decide again"),
        hint,
    )
