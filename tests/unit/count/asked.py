"""The words that a figure is asked for with, as `parse_spec` takes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict


class Further(TypedDict, total=False):
    """How it is counted."""

    unit: str
    only: Mapping[str, str]
    straddle: str
    min_n: int


class Elsewhere(Further, total=False):
    """And where, when."""

    situation: str
    period: str


class Words(Elsewhere, total=False):
    """And what, by what."""

    violation: str
    by: str
