"""What every page of the desk knows: the demo banner, the version, what is open to the reader, the keys."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from tawthiq import __version__
from tawthiq.doors.desk.keys import keys_of
from tawthiq.doors.desk.menu import menu_for
from tawthiq.doors.desk.page import actor_of
from tawthiq.safe.access import OPENED_BY


def desk(request: HttpRequest) -> dict[str, object]:
    """Template variables of every page. `opens`: the actions that the account's roles open, as text."""
    known: dict[str, object] = {"is_demo": settings.CONFIGURATION.demo, "version": __version__}
    if not hasattr(request, "user"):
        return known
    actor = actor_of(request)
    opens = {action.value for role in actor.roles for action in OPENED_BY[role]}
    return known | {"opens": opens, "menu": menu_for(request, opens), "keys": keys_of(request.user)}
