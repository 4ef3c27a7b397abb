"""The country sections and tables of F1 and F4 as text; TAWTHIQ_GOLDEN=write writes them anew, to be read again."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tawthiq.report.count.figure import figure_from
from tawthiq.report.publish.bundle import document_of
from tawthiq.report.publish.document import Document
from tawthiq.report.publish.exporters.web_page import numbers
from tawthiq.report.publish.kinds import Bars
from tawthiq.report.publish.products import standard_specs
from tawthiq.report.publish.release import Freeze, Proposal, Release, policies_of
from tawthiq.report.publish.tabled import audited
from unit.count import registers
from unit.count.made import Made, acts

FROZEN = Freeze(7, "ab" * 32, datetime(2015, 3, 1, tzinfo=UTC), "0.1.0")
HERE = Path(__file__).parent


def document(rows: list[Made], situation: str, period: str, language: str, bars: Bars) -> Document:
    columns = acts(rows)
    made = [figure_from(columns, spec) for spec in standard_specs(situation, period)]
    figures = [figure for figure in made if figure.value or figure.late]
    hidden = audited(columns, figures, bars, lambda _code: ()).hidden
    proposal = Proposal(tuple(figure.spec for figure in figures), bars, (language,), reason="golden text")
    ids = tuple(figure.id for figure in figures)
    release = Release(proposal, FROZEN, ids, policies_of(figures), tuple(sorted(hidden)), "usr_one", "usr_two")
    return document_of(release, figures, language)


def as_text(document: Document) -> str:
    """Sentences, then tables, as a reader would type them out."""
    lines = [document.title, ""]
    lines += [f"{one.text} {' '.join(f'[{n}]' for n in one.tables)}" for one in document.findings]
    for table in document.tables:
        lines += ["", f"{table.number}. {table.title} ({table.unit_label}; {table.basis})"]
        for row in table.lines():
            lines.append("  " + " | ".join([" / ".join(row.labels), *numbers(table, row)]).rstrip(" |"))
        lines += [f"  - {note}" for note in table.notes]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("name", "language", "bars"),
    [
        ("syria_2014", "en", Bars()),
        ("syria_2014", "ar", Bars()),
        ("syria_2014", "fr", Bars()),
        ("syria_2014", "es", Bars()),
        ("afghanistan_2024", "en", Bars()),
        ("afghanistan_2024_all_printed", "en", Bars(0, 0)),
    ],
)
def test_golden(name: str, language: str, bars: Bars) -> None:
    syria = name.startswith("syria")
    rows = registers.syria_2014() if syria else registers.afghanistan_2024()
    place = ("SY", "2014") if syria else ("AF", "2024")
    found = as_text(document(rows, *place, language, bars))
    kept = HERE / f"{name}.{language}.txt"
    if os.environ.get("TAWTHIQ_GOLDEN") == "write":
        kept.write_text(found, encoding="utf-8")
    assert found == kept.read_text(encoding="utf-8")
