"""The contract of every store: nothing is read without a right, nothing written outside a Work for it."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import tawthiq
from tawthiq.safe import guard
from tawthiq.safe.access import NOBODY, OPENED_BY, Action, Actor, Role
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import NotPermitted

STORES = tuple(
    name
    for _, name, _ in pkgutil.walk_packages(tawthiq.__path__, "tawthiq.")
    if (".models" in name and (".record." in name or ".report." in name)) or name == "tawthiq.safe.sealed.models"
)
WITHOUT_RIGHT = {"recorded", "recorded_films", "recorded_looks", "kept_draws", "kept_hashes", "rendition_hashes"} | {
    "refile_everything",
    "fill_if_empty",
}
"""Read by the audit, which checks its own right first; they yield ids and hashes only. The last two make the catalogue
again out of the record, for nobody: they give nothing back."""

ROOMS_OF_ROWS = (".rows", ".tables", ".columns", ".statements")
"""Rooms of a models package that turn rows into nouns; they hold no query."""


def functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public function that a store defines."""
    for name in STORES:
        if name.endswith(ROOMS_OF_ROWS):
            continue
        module = importlib.import_module(name)
        for function_name, function in inspect.getmembers(module, inspect.isfunction):
            public = not function_name.startswith("_") and function_name not in WITHOUT_RIGHT
            if function.__module__ == name and public:
                yield f"{name}.{function_name}", function


ALL = dict(functions())
READS = {name: function for name, function in ALL.items() if hasattr(function, "opens")}
WRITES = {name: function for name, function in ALL.items() if hasattr(function, "writes")}


def takes_record(function: Callable[..., Any]) -> bool:
    """True for a function whose first parameter is a Reader or a Work."""
    first = next(iter(inspect.signature(function).parameters.values()), None)
    return first is not None and str(first.annotation).strip("'") in ("Reader", "Work")


def test_there_are_stores_to_walk() -> None:
    assert len(READS) > 25
    assert len(WRITES) > 12


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_store_function_says_what_it_opens(name: str) -> None:
    touches_rows = "objects" in inspect.getsource(ALL[name]) or takes_record(ALL[name])
    assert not touches_rows or name in READS or name in WRITES, "mark it with @reads or @writes"


@pytest.mark.parametrize("name", sorted(READS))
def test_nobody_reads(name: str) -> None:
    with pytest.raises(NotPermitted):
        READS[name](Reader(NOBODY))


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", sorted(READS))
def test_a_role_reads_only_what_its_row_opens(name: str, role: Role) -> None:
    action: Action = READS[name].opens
    if action in OPENED_BY[role]:
        return
    with pytest.raises(NotPermitted):
        READS[name](Reader(Actor("usr_a", frozenset({role})), purpose="curious"))


@pytest.mark.parametrize("name", sorted(WRITES))
def test_nothing_is_written_outside_a_work(name: str) -> None:
    everybody = Actor("usr_a", frozenset(Role))
    assert not guard.working.get()
    with pytest.raises(NotPermitted):
        WRITES[name](Work(everybody, WRITES[name].writes[0]))


@pytest.mark.django_db(databases=["default", "identities"])
@pytest.mark.parametrize("name", sorted(WRITES))
def test_a_work_for_something_else_does_not_open_it(name: str) -> None:
    other = next(action for action in Action if action not in WRITES[name].writes)
    everybody = Actor("usr_a", frozenset(Role))
    with pytest.raises(NotPermitted), Work(everybody, other, purpose="test") as work:
        WRITES[name](work)
