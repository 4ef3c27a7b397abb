"""Who did something, as pages tell it: an id, with "you" beside one's own, and a name for who may see names."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from tawthiq.doors.desk.page import actor_of
from tawthiq.doors.templatetags.desk import short
from tawthiq.safe.access import Action, Allowed, may
from tawthiq.safe.models import Account

register = template.Library()
_KEPT = "tawthiq_names"


@register.simple_tag(takes_context=True)
def person(context: dict[str, Any], actor_id: str) -> SafeString:
    """The ledger knows people by their ids; their names are shown to who keeps the accounts, to nobody else."""
    names = _names(context["request"])
    if said := names.get(actor_id):
        return format_html("{} <span>(<bdi>{}</bdi>)</span>", short(actor_id), said)
    return short(actor_id)


def _names(request: Any) -> dict[str, str]:
    """What is said beside an id, asked for once a page."""
    if not hasattr(request, _KEPT):
        actor = actor_of(request)
        seen = isinstance(may(actor, Action.ACCOUNT_MANAGE), Allowed)
        names = dict(Account.objects.values_list("actor_id", "username")) if seen else {}
        setattr(request, _KEPT, names | ({actor.id: gettext("you")} if actor.id else {}))
    found: dict[str, str] = getattr(request, _KEPT)
    return found
