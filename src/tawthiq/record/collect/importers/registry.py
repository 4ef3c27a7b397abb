"""The importers we ship, plus those of installed plug-ins (entry points `tawthiq.importers`)."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from tawthiq.record.collect.importer import Importer
from tawthiq.record.collect.importers.archive import Tar, Zip
from tawthiq.record.collect.importers.auto_archiver import AutoArchiver
from tawthiq.record.collect.importers.feed import Feed
from tawthiq.record.collect.importers.html import HtmlImporter
from tawthiq.record.collect.importers.image import ImageImporter
from tawthiq.record.collect.importers.mail import Mail
from tawthiq.record.collect.importers.media import MediaImporter
from tawthiq.record.collect.importers.pdf import PdfImporter
from tawthiq.record.collect.importers.table import TableImporter
from tawthiq.record.collect.importers.telegram_html import TelegramHtml
from tawthiq.record.collect.importers.telegram_json import TelegramJson
from tawthiq.record.collect.importers.text import TextImporter
from tawthiq.record.collect.importers.twitter import Twitter
from tawthiq.record.collect.importers.warc import Wacz, Warc
from tawthiq.record.collect.importers.whatsapp import WhatsApp
from tawthiq.record.collect.item import ItemKind
from tawthiq.record.collect.opener import Opener
from tawthiq.terms.errors import NotFound


@cache
def importers() -> tuple[Importer | Opener, ...]:
    """Ours first, then plug-ins by name."""
    built_in: tuple[Importer | Opener, ...] = (
        TextImporter(), HtmlImporter(), PdfImporter(), ImageImporter(), MediaImporter(), TableImporter(),
        TelegramJson(), TelegramHtml(), Twitter(), WhatsApp(), AutoArchiver(), Feed(), Mail(),
        Warc(), Wacz(), Zip(), Tar(),
    )  # fmt: skip
    return (*built_in, *(entry.load()() for entry in sorted(entry_points(group="tawthiq.importers"))))


@cache
def readers() -> tuple[Importer, ...]:
    """Those that read a file as one thing."""
    return tuple(one for one in importers() if isinstance(one, Importer))


@cache
def openers() -> tuple[Opener, ...]:
    """Those that take a file apart."""
    return tuple(one for one in importers() if isinstance(one, Opener))


def importer_for(kind: ItemKind) -> Importer | None:
    """The first importer that reads this kind; None when nobody does, and the bytes are kept unread."""
    return next((importer for importer in readers() if kind in importer.kinds), None)


def opener_of(head: bytes, name: str) -> Opener | None:
    """The first opener that recognises a file by its first bytes; None for a file that is one thing."""
    return next((opener for opener in openers() if opener.recognises(head, name)), None)


def opener_called(name: str) -> Opener:
    """An opener by its name; raises NotFound."""
    found = next((opener for opener in openers() if opener.name == name), None)
    if found is None:
        raise NotFound(f"no importer is called {name!r}")
    return found
