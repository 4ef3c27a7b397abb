"""Compilation of inner loops, kept on disk where a place can be written, else made anew in each process."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

from numba import njit

Given = ParamSpec("Given")
Returned = TypeVar("Returned")


def compiled(function: Callable[Given, Returned]) -> Callable[Given, Returned]:
    """The function compiled by numba at its first call; its meaning is that of its source.

    A read-only installation without a home folder has no place for the cache, which numba makes an error.
    """
    try:
        made = njit(function, cache=True)
    except RuntimeError:
        made = njit(function)
    return cast("Callable[Given, Returned]", made)
