"""What every test can ask for: actors of each role, a vault and home of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from pytest_django.fixtures import Settings

from tawthiq.safe.access import Actor, Role
from tawthiq.safe.home import Home
from tawthiq.terms.identity import Kind, mint_id

settings.register_profile("without_clock", deadline=None)
settings.load_profile("without_clock")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--only-database",
        action="store_true",
        help="leave out the tests of pure rules, which are the same whatever the database is",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Told --only-database, keeps what opens one: marked tests, and the stories, whose commands are processes."""
    if not config.getoption("--only-database"):
        return
    stories = config.rootpath / "tests" / "stories"
    kept = [item for item in items if item.get_closest_marker("django_db") or stories in item.path.parents]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


def actor(*roles: Role) -> Actor:
    """A fresh actor with these roles."""
    return Actor(mint_id(Kind.ACTOR), frozenset(roles))


@pytest.fixture
def collector() -> Actor:
    return actor(Role.COLLECTOR)


@pytest.fixture
def verifier() -> Actor:
    return actor(Role.VERIFIER)


@pytest.fixture
def second_verifier() -> Actor:
    return actor(Role.VERIFIER)


@pytest.fixture
def publisher() -> Actor:
    return actor(Role.PUBLISHER)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: Settings) -> Iterator[Home]:
    """A home of the test's own, so that no test sees another's bytes or keys."""
    own = Home(tmp_path / "home")
    own.make()
    settings.TAWTHIQ_HOME = own
    yield own
