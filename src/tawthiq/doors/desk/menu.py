"""Menu: the pages that a person's roles open, in the order of the work."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tawthiq.safe.access import Action


@dataclass(frozen=True, slots=True)
class Entry:
    """`name`: of the address; `action`: what opens it, empty for everybody signed in."""

    name: str
    label: Promise
    action: str = ""


ENTRIES = (
    Entry("my_work", _("My work")),
    Entry("items", _("Items"), Action.ITEM_READ),
    Entry("statements", _("Statements"), Action.STATEMENT_READ),
    Entry("incidents", _("Incidents"), Action.CASE_READ),
    Entry("verification", _("Verification"), Action.ASSESS),
    Entry("figures", _("Figures"), Action.FIGURE_READ),
    Entry("estimates", _("Estimates"), Action.ESTIMATE_READ),
    Entry("releases", _("Releases"), Action.RELEASE_READ),
    Entry("jobs", _("Jobs"), Action.JOB_READ),
    Entry("ledger", _("Ledger"), Action.LEDGER_READ),
    Entry("people", _("People"), Action.ACCOUNT_MANAGE),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as the page shows it. `current`: the reader is there, or below it."""

    url: str
    label: Promise
    current: bool


def menu_for(request: HttpRequest, opens: set[str]) -> list[Shown]:
    """What to show to somebody to whom these actions are open."""
    if not request.user.is_authenticated:
        return []
    return [_shown(entry, request.path) for entry in ENTRIES if not entry.action or entry.action in opens]


def _shown(entry: Entry, path: str) -> Shown:
    url = reverse(entry.name)
    return Shown(url, entry.label, path == url or (url != "/" and path.startswith(url)))
