"""Every export says what the table says, in a form that no spreadsheet runs and that reads Arabic right."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

import docx
import openpyxl
import pyarrow.parquet as pq
import pytest
from pypdf import PdfReader

from golden.test_golden import document as golden_document
from tawthiq.report.publish.beside import Beside, grids
from tawthiq.report.publish.chart import alternative_text
from tawthiq.report.publish.document import Document
from tawthiq.report.publish.exporters.comma_separated import BOM, CommaSeparated
from tawthiq.report.publish.exporters.flat import inert
from tawthiq.report.publish.exporters.json_document import JsonDocument
from tawthiq.report.publish.exporters.parquet import Parquet
from tawthiq.report.publish.exporters.portable_document import PortableDocument
from tawthiq.report.publish.exporters.registry import EXPORTERS
from tawthiq.report.publish.exporters.text_document import TextDocument
from tawthiq.report.publish.exporters.web_page import WebPage
from tawthiq.report.publish.exporters.workbook import Workbook
from tawthiq.report.publish.kinds import Bars
from tawthiq.report.publish.release import Restatement
from tawthiq.report.publish.trend import Point, steps
from unit.count.registers import syria_2014

EXPECTED = [("fsa", 142), ("isil", 69), ("nusra", 25), ("ypg", 24), ("unidentified", 18)]


@pytest.fixture(scope="module", params=["en", "ar"])
def document(request: pytest.FixtureRequest) -> Document:
    whole = golden_document(syria_2014(), "SY", "2014", request.param, Bars())
    point = Point("killing", "child", "2013", 1000, 1010)
    trend = steps([point, Point("killing", "child", "2014", 1100, None)], 10)
    restated = Restatement("", "rel_x", "=cmd|' /C calc'!A0", 10, None, "+one act was taken back")
    return replace(whole, tables=whole.tables[3:4], grids=grids(Beside((trend,), (restated,)), request.param))


def test_grids_come_out_of_every_export_and_run_in_no_spreadsheet(document: Document) -> None:
    files = {path: data for exporter in EXPORTERS for path, data in exporter.files(document).items()}
    language = document.language
    rows = list(csv.reader(io.StringIO(files[f"tables/restated.{language}.csv"].decode().removeprefix(BOM))))
    assert rows[1] == ["'=cmd|' /C calc'!A0", "10", "", "'+one act was taken back"]
    book = openpyxl.load_workbook(io.BytesIO(files[f"tables.{language}.xlsx"]))
    assert [cell.value for cell in book["restated"][2]] == ["'=cmd|' /C calc'!A0", 10, None, "'+one act was taken back"]
    assert json.loads(files[f"release.{language}.json"])["beside"][0]["rows"][1]["published"] == 1100
    assert pq.read_table(io.BytesIO(files[f"tables/trend.{language}.parquet"]))["published"].to_pylist() == [1000, 1100]
    title = document.grids[0].title
    assert f">{title}</h2>" in files[f"index.{language}.html"].decode()
    assert title in [one.text for one in docx.Document(io.BytesIO(files[f"release.{language}.docx"])).paragraphs]
    meanings = files[f"tables/codebook.{language}.csv"].decode()
    assert f"trend,published,,{document.grids[0].header[3]}" in meanings


def test_arabic_comes_back_from_every_grid_as_it_went_in() -> None:
    whole = golden_document(syria_2014(), "SY", "2014", "ar", Bars())
    document = replace(whole, tables=whole.tables[3:4])
    label = document.tables[0].rows[0].labels[0]
    assert label == "الجيش السوري الحر"
    text = only(CommaSeparated().files(document), "by-party.ar.csv").decode().removeprefix(BOM)
    assert next(csv.DictReader(io.StringIO(text)))["party_label"] == label
    book = openpyxl.load_workbook(io.BytesIO(only(Workbook().files(document), ".xlsx")))
    assert book.worksheets[0]["B2"].value == label
    assert pq.read_table(io.BytesIO(only(Parquet().files(document), ".parquet")))["party_label"][0].as_py() == label
    assert docx.Document(io.BytesIO(only(TextDocument().files(document), ".docx"))).tables[0].cell(1, 0).text == label


def only(files: Mapping[str, bytes], ending: str) -> bytes:
    [found] = [data for path, data in files.items() if path.endswith(ending)]
    return found


def test_comma_separated_values_carry_the_table(document: Document) -> None:
    text = only(CommaSeparated().files(document), f"by-party.{document.language}.csv").decode()
    assert text.startswith(BOM)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix(BOM))))
    assert [(row["party"], int(row["value"])) for row in rows[:-1]] == EXPECTED
    assert rows[-1]["row"] == "total" and rows[-1]["value"] == "278"


def test_hxl_has_a_row_of_tags_under_the_header(document: Document) -> None:
    rows = list(csv.reader(io.StringIO(only(CommaSeparated().files(document), ".hxl.csv").decode())))
    assert len(rows[0]) == len(rows[1]) and all(tag.startswith("#") for tag in rows[1])


def test_the_workbook_carries_the_table_and_hides_nothing(document: Document) -> None:
    data = only(Workbook().files(document), ".xlsx")
    book = openpyxl.load_workbook(io.BytesIO(data))
    rows = list(book.worksheets[0].values)
    value, code = rows[0].index("value"), rows[0].index("party")
    assert [(row[code], row[value]) for row in rows[1:-1]] == EXPECTED
    assert all(sheet.sheet_state == "visible" for sheet in book.worksheets)
    assert book.worksheets[0].sheet_view.rightToLeft is (True if document.language == "ar" else None)
    assert b"<f>" not in b"".join(
        zipfile.ZipFile(io.BytesIO(data)).read(n) for n in zipfile.ZipFile(io.BytesIO(data)).namelist()
    )


def test_parquet_carries_the_table_with_its_title(document: Document) -> None:
    table = pq.read_table(io.BytesIO(only(Parquet().files(document), f"by-party.{document.language}.parquet")))
    assert list(zip(table["party"].to_pylist(), table["value"].to_pylist(), strict=True))[:-1] == EXPECTED
    assert table.schema.metadata[b"title"].decode() == document.tables[0].title


def test_json_says_it_is_verified(document: Document) -> None:
    raw = json.loads(only(JsonDocument().files(document), ".json"))
    assert raw["kind"] == "verified_release"
    assert [(row["party"], row["value"]) for row in raw["tables"][0]["rows"][:-1]] == EXPECTED


def test_the_page_needs_nothing_from_elsewhere_and_no_script(document: Document) -> None:
    page = only(WebPage().files(document), f"index.{document.language}.html").decode()
    assert "<script" not in page and "http://" not in page and "https://" not in page
    assert f'lang="{document.language}" dir="{document.direction}"' in page
    assert 'alt="' in page and "142" in page


def test_the_pdf_is_tagged_titled_and_dated_by_the_freeze_alone(document: Document) -> None:
    reader = PdfReader(io.BytesIO(only(PortableDocument().files(document), ".pdf")))
    assert reader.metadata is not None and reader.metadata.title == document.title
    assert str(reader.metadata.creation_date)[:10] == document.frozen_at.date().isoformat()
    root = cast(Any, reader.trailer["/Root"])
    assert bool(root["/MarkInfo"]["/Marked"])
    assert str(root["/Lang"]).startswith(document.language)
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_the_pdf_has_headings_tables_with_headers_and_pictures_with_words(document: Document) -> None:
    reader = PdfReader(io.BytesIO(only(PortableDocument().files(document), ".pdf")))
    found = list(tags(cast(Any, reader.trailer["/Root"])["/StructTreeRoot"]))
    names = Counter(name for name, _ in found)
    assert names["/H1"] == 1 and names["/H2"] >= 3 and names["/H3"] == len(document.tables)
    assert names["/Table"] == len(document.tables) + len(document.grids)
    assert names["/TH"] == 6 + sum(len(grid.header) for grid in document.grids)
    assert [alt for name, alt in found if name == "/Figure"] == [alternative_text(document.tables[0])]


def tags(node: Any) -> Iterator[tuple[str, str]]:
    """(kind, alternative text) of every element of a structure tree, in reading order."""
    one = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(one, list):
        for below in one:
            yield from tags(below)
    elif isinstance(one, dict):
        if "/S" in one:
            yield str(one["/S"]), str(one.get("/Alt", ""))
        if "/K" in one:
            yield from tags(one["/K"])


def test_the_text_document_turns_right_to_left(document: Document) -> None:
    data = only(TextDocument().files(document), ".docx")
    made = docx.Document(io.BytesIO(data))
    assert made.tables[0].cell(1, 1).text == "142"
    assert (b"<w:bidiVisual" in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")) is (
        document.language == "ar"
    )


def test_every_export_makes_the_same_bytes_twice(document: Document) -> None:
    for exporter in EXPORTERS:
        assert exporter.files(document) == exporter.files(document), exporter.NAME


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1"])
def test_no_spreadsheet_runs_a_text(text: str) -> None:
    assert inert(text) == f"'{text}"


def test_numbers_and_plain_words_stay_as_they_are() -> None:
    assert [inert(one) for one in (-5, None, "محمي", "a=1")] == [-5, None, "محمي", "a=1"]
