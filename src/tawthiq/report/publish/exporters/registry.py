"""Registry: every exporter, in the order in which files are made; a new one is a file and a line here."""

from __future__ import annotations

from tawthiq.report.publish.exporters import Exporter
from tawthiq.report.publish.exporters.comma_separated import CommaSeparated
from tawthiq.report.publish.exporters.json_document import JsonDocument
from tawthiq.report.publish.exporters.parquet import Parquet
from tawthiq.report.publish.exporters.portable_document import PortableDocument
from tawthiq.report.publish.exporters.text_document import TextDocument
from tawthiq.report.publish.exporters.web_page import WebPage
from tawthiq.report.publish.exporters.workbook import Workbook

EXPORTERS: tuple[Exporter, ...] = (
    WebPage(),
    CommaSeparated(),
    Workbook(),
    Parquet(),
    JsonDocument(),
    PortableDocument(),
    TextDocument(),
)
