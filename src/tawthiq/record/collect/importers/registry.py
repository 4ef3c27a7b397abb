"""The importers we ship, plus those of installed plug-ins (entry points `tawthiq.importers`)."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from tawthiq.record.collect.importer import Importer
from tawthiq.record.collect.importers.html import HtmlImporter
from tawthiq.record.collect.importers.image import ImageImporter
from tawthiq.record.collect.importers.pdf import PdfImporter
from tawthiq.record.collect.importers.table import TableImporter
from tawthiq.record.collect.importers.text import TextImporter
from tawthiq.record.collect.item import ItemKind


@cache
def importers() -> tuple[Importer, ...]:
    """Ours first, then plug-ins by name."""
    built_in: tuple[Importer, ...] = (TextImporter(), HtmlImporter(), PdfImporter(), ImageImporter(), TableImporter())
    return (*built_in, *(entry.load()() for entry in sorted(entry_points(group="tawthiq.importers"))))


def importer_for(kind: ItemKind) -> Importer | None:
    """The first importer that reads this kind; None when nobody does, and the bytes are kept unread."""
    return next((importer for importer in importers() if kind in importer.kinds), None)
