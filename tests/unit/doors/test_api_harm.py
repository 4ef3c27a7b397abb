"""Viewing without harm, through the API: no route hands out bytes, or words of what is sealed, whatever the role."""

from __future__ import annotations

import base64
import io

import pytest
from django.test import Client

from tawthiq.doors.accounts import make_account
from tawthiq.doors.api.auth import make_token
from tawthiq.doors.api.routes import api
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.collect.item import Item
from tawthiq.record.collect.models import harm
from tawthiq.record.collect.sealing import SealAct
from tawthiq.record.compare.around import seal_with_copies
from tawthiq.record.extract import models as extract
from tawthiq.safe import ledger
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.home import Home
from tawthiq.safe.work import Reader, Work
from unit.compare.drawn import saved, shapes
from unit.desk.made import QUOTE, TEXT, a_statement

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
ROUTES = sorted(
    (path, method)
    for path, methods in api.get_openapi_schema(path_prefix="/api/v1/")["paths"].items()
    for method in methods
)
DECISION = '{"verdict": "confirmed", "ticked": ["party_implied", "denominator_missing"]}'
NAMED = {"{item_id}", "{statement_id}", "{incident_id}", "{figure_id}", "{estimate_id}", "{release_id}"}
"""Every place in an address that names a thing; a new one fails the walk until things of it are asked for here."""


def keep(actor: Actor, data: bytes, name: str) -> Item:
    with Work(actor, Action.ITEM_ADD) as work:
        return add_item(work, io.BytesIO(data), Arrival(name)).item


def seal(item: Item, asking: Actor, confirming: Actor) -> None:
    for actor, act in ((asking, SealAct.ASK_SEAL), (confirming, SealAct.CONFIRM_SEAL)):
        with Work(actor, Action.ITEM_SEAL, thing=item.id, purpose="invented reason") as work:
            seal_with_copies(work, item.id, act)


@pytest.fixture
def kept(collector: Actor, verifier: Actor) -> tuple[list[Item], str]:
    """A picture, one that is sealed, a sealed text; the statement that was read from the text before."""
    picture, hidden = (keep(collector, saved(shapes(seed), "PNG").getvalue(), f"{seed}.png") for seed in (5, 6))
    text = keep(collector, TEXT.encode(), "note.txt")
    with Work(collector, Action.STATEMENT_EXTRACT) as work:
        extract.put_statements(work, [one := a_statement(item_id=text.id)])
    for item in (hidden, text):
        seal(item, collector, verifier)
    return [picture, hidden, text], one.id


def answers(client: Client, role: Role, things: list[str]) -> dict[str, tuple[int, bytes]]:
    """What every route says to a role, of every thing; (status, all bytes of the answer)."""
    token = {"Authorization": f"Bearer {make_token(make_account(f'a_{role.value}', [role]))}"}
    found: dict[str, tuple[int, bytes]] = {}
    for path, method in ROUTES:
        places = [name for name in NAMED if name in path]
        assert bool(places) == ("{" in path), f"{path}: say which things are asked for"
        for thing in things if places else [""]:
            address = path.replace(places[0], thing) if places else path
            said = client.generic(
                method.upper(),
                address,
                data=DECISION,
                content_type="application/json",
                headers=token,
            )
            content = b"".join(said) if said.streaming else said.content
            assert "json" in said["Content-Type"], f"{method} {address} hands out something else than words"
            found[f"{method} {address}"] = said.status_code, content + str(said.headers).encode()
    return found


@pytest.mark.parametrize("role", list(Role))
def test_no_route_hands_out_bytes_or_sealed_words(
    client: Client, home: Home, kept: tuple[list[Item], str], role: Role
) -> None:
    items, statement_id = kept
    found = answers(client, role, [*(item.id for item in items), statement_id])
    for item in items:
        data = home.vault.get(item.sha256)
        forms = (data[:64], data[-64:], base64.b64encode(data)[:64], data[:32].hex().encode())
        assert not [where for where, (_, said) in found.items() for form in forms if form in said]
    for words in (QUOTE, "more than 900", "The group"):
        assert not [where for where, (_, said) in found.items() if words.encode() in said]
    assert not [event for item in items for event in ledger.events_of(item.id) if "viewed" in event.action]
    if role in (Role.COLLECTOR, Role.VERIFIER, Role.PUBLISHER):
        assert found[f"get /api/v1/items/{items[1].id}"][0] == 200, "that it is there, and whole, is no secret"
        assert b'"sealed": true' in found[f"get /api/v1/statements/{statement_id}"][1]


def test_what_two_persons_opened_again_speaks_again(
    client: Client, collector: Actor, verifier: Actor, kept: tuple[list[Item], str]
) -> None:
    items, statement_id = kept
    for actor, act in ((collector, SealAct.ASK_OPEN), (verifier, SealAct.CONFIRM_OPEN)):
        with Work(actor, Action.ITEM_SEAL, thing=items[2].id, purpose="invented reason") as work:
            seal_with_copies(work, items[2].id, act)
    assert harm.get_closed(Reader(collector), [item.id for item in items]) == {items[1].id}
    found = answers(client, Role.COLLECTOR, [statement_id])
    assert QUOTE.encode() in found[f"get /api/v1/statements/{statement_id}"][1]
