"""The release as a static page that needs no server, no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from tawthiq.report.count.share import TooFew
from tawthiq.report.publish import chart, words
from tawthiq.report.publish.document import Document, Finding
from tawthiq.report.publish.grid import Grid
from tawthiq.report.publish.table import HIDDEN_MARK, Row, Table
from tawthiq.terms.vocabulary import LANGUAGES

STYLE = """
:root { color-scheme: light; --ink: #1d2733; --line: #c7d0d9; --soft: #f3f6f8; --link: #1f5673; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem; color: var(--ink); line-height: 1.55;
  font-family: "Noto Sans", "Noto Naskh Arabic", system-ui, sans-serif; }
a { color: var(--link); }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-block-start: 2.2rem; }
table { border-collapse: collapse; width: 100%; margin-block: .8rem; }
caption { text-align: start; font-weight: 600; padding-block: .4rem; }
th, td { border-block-end: 1px solid var(--line); padding: .35rem .6rem; text-align: start; }
td.n, th.n { text-align: end; font-variant-numeric: tabular-nums; }
thead th { background: var(--soft); }
tr.total th, tr.total td { border-block-start: 2px solid var(--ink); font-weight: 600; }
tr.part-of th { padding-inline-start: 1.8rem; font-style: italic; }
.marks { font-size: .8rem; white-space: nowrap; }
tbody th { font-weight: 400; }
.small { font-size: .85rem; overflow-wrap: anywhere; margin-block: .35rem; }
img { max-width: 100%; height: auto; }
.wide { overflow-x: auto; }
@media print { body { max-width: none; padding: 0; } section { break-inside: avoid; } nav { display: none; } }
"""


class WebPage:
    """`index.LANG.html` (the English one as `index.html` too), with the charts it shows."""

    NAME = "html"

    def files(self, document: Document) -> Mapping[str, bytes]:
        """The files of one language."""
        page = "".join(_page(document)).encode()
        found = {f"index.{document.language}.html": page}
        if document.language == LANGUAGES[0]:
            found["index.html"] = page
        for table in document.tables:
            if chart.bars(table):
                found[_picture(table)] = chart.png(table)
        return found


def _picture(table: Table) -> str:
    return f"charts/{table.slug}.{table.language}.png"


def _page(document: Document) -> Iterator[str]:
    language = document.language
    yield f'<!doctype html>\n<html lang="{language}" dir="{document.direction}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{escape(document.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
    yield f"<h1>{escape(document.title)}</h1>\n"
    yield from _figures(document)
    for grid in document.grids:
        yield from _grid(grid)
    yield f'<section aria-labelledby="about">\n<h2 id="about">{words.say("about", language)}</h2>\n'
    yield "".join(f'<p class="small">{escape(line)}</p>\n' for line in document.about)
    yield "</section>\n</main>\n</body>\n</html>\n"


def _figures(document: Document) -> Iterator[str]:
    """Sentences and tables of what was verified; nothing in a document without figures."""
    if not document.tables:
        return
    language = document.language
    yield f'<section aria-labelledby="findings">\n<h2 id="findings">{words.say("findings", language)}</h2>\n'
    for paragraph in document.paragraphs:
        yield f"<p>{' '.join(map(_sentence, paragraph))}</p>\n"
    yield f'</section>\n<h2 id="tables">{words.say("tables", language)}</h2>\n'
    yield f'<p class="small">{words.say("note_tables", language)}</p>\n'
    for table in document.tables:
        yield from _section(table)


def _sentence(finding: Finding) -> str:
    notes = " ".join(f'<a href="#table-{n}">[{n}]</a>' for n in finding.tables)
    return f'{escape(finding.text)} <span class="marks">{notes}</span>'


def _grid(grid: Grid) -> Iterator[str]:
    numeric = [grid.is_number(place) for place in range(len(grid.columns))]
    yield f'<section id="{grid.slug}" class="{grid.kind}">\n'
    yield f'<h2 id="{grid.slug}-title">{escape(grid.title)}</h2>\n'
    yield "".join(f"<p>{escape(note)}</p>\n" for note in grid.notes)
    yield f'<div class="wide" role="region" tabindex="0" aria-labelledby="{grid.slug}-title">\n<table>\n<thead><tr>'
    for text, is_number in zip(grid.header, numeric, strict=True):
        yield f'<th scope="col"{_N if is_number else ""}>{escape(text)}</th>'
    yield "</tr></thead>\n<tbody>\n"
    for row in grid.rows:
        cells = [f"<td{_N if n else ''}>{escape(text)}</td>" for text, n in zip(grid.texts(row), numeric, strict=True)]
        yield f"<tr>{''.join(cells)}</tr>\n"
    yield "</tbody>\n</table>\n</div>\n"
    yield f'<p class="small"><a href="tables/{grid.slug}.{grid.language}.csv">CSV</a></p>\n</section>\n'


_N = ' class="n"'


def _section(table: Table) -> Iterator[str]:
    language = table.language
    yield f'<section id="table-{table.number}">\n'
    yield f'<h3 id="table-{table.number}-title">{table.number}. {escape(table.title)}</h3>\n'
    wide = f'role="region" tabindex="0" aria-labelledby="table-{table.number}-title"'
    yield f'<div class="wide" {wide}>\n<table>\n'
    yield f"<caption>{escape(table.basis)}</caption>\n<thead><tr>"
    yield "".join(f'<th scope="col">{escape(one.label)}</th>' for one in table.directions or ()) or "<td></td>"
    for key in ("value", "percent", "numerator", "denominator", "unknown"):
        shown = f"{words.say(key, language)} ({table.unit_label})" if key == "value" else words.say(key, language)
        yield f'<th scope="col" class="n">{escape(shown)}</th>'
    yield "</tr></thead>\n<tbody>\n"
    for row in table.lines():
        yield _line(table, row)
    yield "</tbody>\n</table>\n</div>\n"
    if chart.bars(table):
        yield f'<p><img src="{_picture(table)}" alt="{escape(chart.alternative_text(table))}"></p>\n'
    yield "".join(f'<p class="small">{escape(note)}</p>\n' for note in table.notes)
    commitment = words.say("commitment", language, figure=table.figure_id, commitment=table.commitment)
    yield f'<p class="small">{escape(commitment)}</p>\n'
    yield f'<p class="small"><a href="tables/{table.slug}.{language}.csv">CSV</a></p>\n</section>\n'


def _line(table: Table, row: Row) -> str:
    kind = "total" if not row.codes else "part-of" if row.of_which else "part"
    labels = row.labels if row.codes else (*row.labels, *[""] * (len(table.directions) - 1))
    heads = "".join(f'<th scope="row">{escape(text)}</th>' if text else "<td></td>" for text in labels)
    cells = "".join(f'<td class="n">{text}</td>' for text in numbers(table, row))
    return f'<tr class="{kind}">{heads}{cells}</tr>\n'


def numbers(table: Table, row: Row) -> list[str]:
    """value, per cent, numerator, denominator, not known, as printed."""
    value = HIDDEN_MARK if row.value is None else words.number(row.value, table.language)
    if row.share is None:
        return [value, "", "", "", ""]
    part = table.percent_of(row)
    told = words.say("few", table.language, n=part.min_n) if isinstance(part, TooFew) else str(part)
    share = (row.share.numerator, row.share.denominator, row.share.unknown)
    return [value, told, *(words.number(one, table.language) for one in share)]
