"""Viewing without harm, through the API: no route hands out bytes, or words of what is sealed, whatever the role."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import product
from typing import TypeAlias

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
from tawthiq.record.link.models import read as link
from tawthiq.report.count.spec import parse_spec
from tawthiq.report.estimate.parquet import PARQUET
from tawthiq.report.estimate.step import estimate_item
from tawthiq.report.publish.kinds import Bars
from tawthiq.report.publish.release import Proposal
from tawthiq.report.publish.step import freeze, propose
from tawthiq.safe import ledger
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.home import Home
from tawthiq.safe.work import Reader, Work
from unit.compare.drawn import saved, shapes
from unit.count.recorded import put_register, verify
from unit.desk.made import QUOTE, TEXT, a_statement
from unit.verify.made import put_telling

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
ROUTES = sorted(
    (path, method)
    for path, methods in api.get_openapi_schema(path_prefix="/api/v1/")["paths"].items()
    for method in methods
)
DECISION = '{"verdict": "confirmed", "ticked": ["party_implied", "denominator_missing"]}'
LISTS = b"a,b,c,count\n0,0,1,31\n0,1,0,28\n1,0,0,40\n0,1,1,9\n1,0,1,7\n1,1,0,8\n1,1,1,6\n"
SPEC = parse_spec(situation="SY", period="2014", violation="recruitment_use", by="sex")
Said: TypeAlias = dict[str, tuple[int, bytes]]


def keep(actor: Actor, data: bytes, name: str) -> Item:
    with Work(actor, Action.ITEM_ADD) as work:
        return add_item(work, io.BytesIO(data), Arrival(name)).item


def seal(item: Item, asking: Actor, confirming: Actor) -> None:
    for actor, act in ((asking, SealAct.ASK_SEAL), (confirming, SealAct.CONFIRM_SEAL)):
        with Work(actor, Action.ITEM_SEAL, thing=item.id, purpose="invented reason") as work:
            seal_with_copies(work, item.id, act)


@dataclass(frozen=True)
class Kept:
    """`items`: a picture, one that is sealed, a sealed text; `things`: what each place in an address can name.

    A place without things fails the walk until things of it are kept here.
    """

    items: list[Item]
    statement_id: str
    things: dict[str, list[str]]


@pytest.fixture
def kept(collector: Actor, verifier: Actor, publisher: Actor) -> Kept:
    """A record in which something is sealed at every depth: an incident rests on the sealed text, a figure on it."""
    picture, hidden = (keep(collector, saved(shapes(seed), "PNG").getvalue(), f"{seed}.png") for seed in (5, 6))
    text = keep(collector, TEXT.encode(), "note.txt")
    with Work(collector, Action.STATEMENT_EXTRACT) as work:
        extract.put_statements(work, [one := a_statement(item_id=text.id)])
    acts = put_register(collector, 1, 12)
    put_telling(collector, acts[0], text.id, name="the group")
    verify(verifier, acts)
    items = [picture, hidden, text]
    things = {
        "{item_id}": [item.id for item in items],
        "{statement_id}": [one.id],
        "{incident_id}": [found.id for _, found in link.find_incidents(Reader(collector), limit=12)],
        **estimated(publisher, keep(collector, LISTS, "invented-lists.csv")),
        **released(verifier, publisher),
    }
    for item in (hidden, text):
        seal(item, collector, verifier)
    return Kept(items, one.id, things)


def estimated(publisher: Actor, lists: Item) -> dict[str, list[str]]:
    with Work(publisher, Action.ESTIMATE_MAKE) as work:
        return {"{estimate_id}": list(estimate_item(work, lists.id, ("dga", "chao"))), "{method}": ["dga"]}


def released(verifier: Actor, publisher: Actor) -> dict[str, list[str]]:
    with Work(verifier, Action.RELEASE_PROPOSE) as work:
        asked = propose(work, Proposal((SPEC,), Bars(1, 1), reason="an invented release"))
    with Work(publisher, Action.RELEASE_BUILD) as work:
        frozen = freeze(work, asked, override="invented").release
    return {"{release_id}": [frozen.id], "{figure_id}": list(frozen.figures)}


def addresses(path: str, things: Mapping[str, list[str]]) -> Iterator[str]:
    """The address with every thing that each of its places can name."""
    places = re.findall(r"\{\w+\}", path)
    for named in product(*(things[place] for place in places)):
        yield reduce(lambda address, pair: address.replace(*pair), zip(places, named, strict=True), path)


def answers(client: Client, role: Role, things: Mapping[str, list[str]]) -> Said:
    """What every route says to a role, of every thing of its kind; (status, all bytes of the answer)."""
    token = {"Authorization": f"Bearer {make_token(make_account(f'a_{role.value}', [role]))}"}
    found: Said = {}
    for path, method in ROUTES:
        for address in addresses(path, things):
            said = client.generic(
                method.upper(),
                address,
                data=DECISION,
                content_type="application/json",
                headers=token,
            )
            content = b"".join(said) if said.streaming else said.content
            drawn = said["Content-Type"] == PARQUET and "/draws/" in address
            assert drawn or "json" in said["Content-Type"], f"{method} {address} hands out something else than words"
            found[f"{method} {address}"] = said.status_code, content + str(said.headers).encode()
    return found


@pytest.mark.parametrize("role", list(Role))
def test_no_route_hands_out_bytes_or_sealed_words(client: Client, home: Home, kept: Kept, role: Role) -> None:
    found = answers(client, role, kept.things)
    for item in kept.items:
        data = home.vault.get(item.sha256)
        forms = (data[:64], data[-64:], base64.b64encode(data)[:64], data[:32].hex().encode())
        assert not [where for where, (_, said) in found.items() for form in forms if form in said]
    for words in (QUOTE, "more than 900", "The group", "the group"):
        assert not [where for where, (_, said) in found.items() if words.encode() in said]
    assert not [event for item in kept.items for event in ledger.events_of(item.id) if "viewed" in event.action]
    if role in (Role.COLLECTOR, Role.VERIFIER, Role.PUBLISHER):
        assert found[f"get /api/v1/items/{kept.items[1].id}"][0] == 200, "that it is there, and whole, is no secret"
        assert b'"sealed": true' in found[f"get /api/v1/statements/{kept.statement_id}"][1]


def test_every_route_that_shows_something_was_asked_and_answered(client: Client, kept: Kept) -> None:
    """Without this a walk that met nothing but refusals would find no leak either."""
    shown = answers(client, Role.PUBLISHER, kept.things)
    refused = {where: status for where, (status, _) in shown.items() if where.startswith("get ") and status != 200}
    assert refused == {}


def test_nobody_decides_on_words_that_nobody_sees(client: Client, kept: Kept) -> None:
    address = f"post /api/v1/statements/{kept.statement_id}/decisions"
    assert {role: answers(client, role, kept.things)[address][0] for role in (Role.COLLECTOR, Role.VERIFIER)} == {
        Role.COLLECTOR: 403,
        Role.VERIFIER: 403,
    }


def test_what_two_persons_opened_again_speaks_again(
    client: Client, collector: Actor, verifier: Actor, kept: Kept
) -> None:
    for actor, act in ((collector, SealAct.ASK_OPEN), (verifier, SealAct.CONFIRM_OPEN)):
        with Work(actor, Action.ITEM_SEAL, thing=kept.items[2].id, purpose="invented reason") as work:
            seal_with_copies(work, kept.items[2].id, act)
    assert harm.get_closed(Reader(collector), [item.id for item in kept.items]) == {kept.items[1].id}
    found = answers(client, Role.COLLECTOR, kept.things)
    assert QUOTE.encode() in found[f"get /api/v1/statements/{kept.statement_id}"][1]
    assert found[f"post /api/v1/statements/{kept.statement_id}/decisions"][0] == 200
