"""Extractors: what turns a document into statements; the registry that outsiders extend."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from tawthiq.record.extract.document import Document
from tawthiq.record.extract.statement import Statement
from tawthiq.terms.errors import NotFound


class Extractor(Protocol):
    """Pure: same document, same statements, in the order of the text."""

    @property
    def name(self) -> str:
        """Short name, as users choose it."""

    @property
    def version(self) -> str:
        """Changes whenever the output may change."""

    def extract(self, document: Document) -> tuple[Statement, ...]:
        """Candidates only; every `quote` equals the text at its span."""


class Registry:
    """Extractors by name; made on first use, so that an optional library is asked for only when wanted."""

    def __init__(self, makers: Mapping[str, Callable[[], Extractor]]) -> None:
        self._makers = dict(makers)

    def names(self) -> tuple[str, ...]:
        """Every known name, sorted."""
        return tuple(sorted(self._makers))

    def make(self, name: str) -> Extractor:
        """The extractor of that name; raises NotFound."""
        if name not in self._makers:
            raise NotFound(f"no extractor is called {name!r}", do=f"use one of: {', '.join(self.names())}")
        return self._makers[name]()
