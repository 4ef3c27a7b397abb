"""Machine code from Python functions, made on first use and kept on disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

_F = TypeVar("_F", bound=Callable[..., object])


def compiled(function: _F) -> _F:
    """The function compiled by numba; no fast-math, so that float sums stay in their order on every machine."""
    return cast("_F", njit(cache=True, nogil=True)(function))
