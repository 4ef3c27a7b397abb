"""Four invented users of the demo, with what each is trusted with."""

from __future__ import annotations

from tawthiq.doors.accounts import get_account, make_account
from tawthiq.safe.access import Actor, Role

PEOPLE = {
    "collector": (Role.COLLECTOR,),
    "verifier": (Role.VERIFIER,),
    "verifier2": (Role.VERIFIER,),
    "publisher": (Role.PUBLISHER,),
}
"""User name -> roles; none of them is a person."""


def make_people() -> None:
    """Make the accounts that are not there yet."""
    for username, roles in PEOPLE.items():
        make_account(username, roles)


def actor_called(username: str) -> Actor:
    """The actor of one of them."""
    return get_account(username).as_actor()
