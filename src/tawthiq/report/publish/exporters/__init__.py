"""Exporters: one file each; every one makes files of the same document, from the same tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from tawthiq.report.publish.document import Document


class Exporter(Protocol):
    """`NAME` on the command line; `files`: path inside the release -> bytes, the same bytes for the same document."""

    NAME: str

    def files(self, document: Document) -> Mapping[str, bytes]:
        """The files of one language."""
        ...
