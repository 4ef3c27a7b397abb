"""Signed-in clients for each role, and a small invented record to look at."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.collect.item import Item
from tawthiq.record.extract.models import put_statements
from tawthiq.record.extract.statement import Statement
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.models import Account
from tawthiq.safe.work import Work
from tawthiq.terms.when import parse_when
from unit.compare.drawn import saved, shapes
from unit.desk.made import TEXT, a_statement
from unit.desk.viewed import keep

SignedIn = Callable[..., Client]


@pytest.fixture(autouse=True)
def _plain_static(settings: Settings) -> None:
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def signed_in(db: None) -> SignedIn:
    """A client signed in with these roles; the same name is the same account."""

    def make(*roles: Role, name: str = "") -> Client:
        client = Client()
        account, _ = Account.objects.get_or_create(
            username=name or "-".join(["invented", *roles]), defaults={"roles": [role.value for role in roles]}
        )
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return make


@pytest.fixture
def article(db: None, collector: Actor) -> Item:
    """An invented text of two sentences."""
    with Work(collector, Action.ITEM_ADD) as work:
        arrival = Arrival(name="invented.txt", published_on=parse_when("2015-08-08"), publisher="The Invented Gazette")
        return add_item(work, io.BytesIO(TEXT.encode()), arrival).item


@pytest.fixture
def statement(article: Item, collector: Actor) -> Statement:
    """A statement of that text with an implied party and a share of nobody says what."""
    one = a_statement(item_id=article.id)
    with Work(collector, Action.STATEMENT_EXTRACT) as work:
        put_statements(work, [one])
    return one


@pytest.fixture
def picture(db: None, collector: Actor) -> Item:
    return keep(collector, saved(shapes(5), "PNG").getvalue(), "drawn.png")
