"""Grammar: what a parser says of a page's tokens, where one was asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grammar:
    """Places are numbers of the page's tokens. `read`: tokens that the parser saw at all; `verbs`: finite verbs;
    `subjects`: of a verb, its subject from first to last (exclusive), without relative clauses and insertions."""

    read: frozenset[int]
    verbs: frozenset[int]
    subjects: Mapping[int, tuple[int, int]]
