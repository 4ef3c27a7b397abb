"""Keepers: what is derived from rows is brought up to date in the transaction that changed them.

A stage above may file what a stage below writes, without the one below knowing of it: whoever writes says what it
touched, and a keeper gets all that one act touched, once, before the act ends.
"""

from __future__ import annotations

from collections.abc import Callable

Keeper = Callable[[frozenset[str]], None]

_keepers: dict[str, Keeper] = {}


def keeper(function: Keeper) -> Keeper:
    """Register a keeper (once, by its name); it is given the ids that an act touched."""
    _keepers[f"{function.__module__}.{function.__qualname__}"] = function
    return function


def settle(touched: frozenset[str]) -> None:
    """Let every keeper file what was touched."""
    if touched:
        for keep in _keepers.values():
            keep(touched)
