"""Tabled: figures, with what may not be printed of them, made into tables of one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tawthiq.record.verify.verified import VerifiedActs
from tawthiq.report.count.dimensions import UNDECIDED
from tawthiq.report.count.figure import Figure
from tawthiq.report.count.figure import Row as FigureRow
from tawthiq.report.count.spec import Counted, Dimension, Spec, heading_of, unit_of
from tawthiq.report.count.tabulate import Umbrellas
from tawthiq.report.publish import words
from tawthiq.report.publish.disclosure import Published, Verdict, protect
from tawthiq.report.publish.kinds import Bars, CellKey, cell_of, population, repeated
from tawthiq.report.publish.table import Direction, Row, Table
from tawthiq.terms import vocabulary
from tawthiq.terms.identity import digest
from tawthiq.terms.violation import Unit


def audited(acts: VerifiedActs, figures: Sequence[Figure], bars: Bars, umbrellas: Umbrellas) -> Verdict:
    """What may not be printed of these figures, and what leaks even so; one audit over all of them at once."""
    specs = [figure.spec for figure in figures]
    people = population(acts, specs)
    cells: list[Published] = []
    for place, figure in enumerate(figures):
        for key, value in _numbers(place, figure):
            cells.append(cell_of(key, figure.spec, value, people, bars, umbrellas))
    if any(spec.unit is Counted.CHILD for spec in specs) and any(spec.unit is Counted.ACT for spec in specs):
        cells.append(repeated(people, bars))
    return protect(cells, people.truth)


def _numbers(place: int, figure: Figure) -> list[tuple[CellKey, int]]:
    rows = [(CellKey(place, row.cell, row.of_which), row.value) for row in figure.rows]
    return [(CellKey(place), figure.value), *rows]


@dataclass(frozen=True, slots=True)
class Printing:
    """How tables are printed: language, what is hidden, the bars; `labels`: party code -> its name in this report."""

    language: str
    hidden: frozenset[str]
    bars: Bars
    labels: Mapping[str, str] = field(default_factory=dict)

    def label(self, name: Dimension, code: str) -> str:
        """The printed word of a code."""
        own = self.labels.get(code) if name is Dimension.PARTY else None
        return own or words.label(name, code, self.language)


def make_table(place: int, figure: Figure, printing: Printing) -> Table:
    """The figure as a table; `place` counts from 0 in the release."""
    language, spec = printing.language, figure.spec
    rows = [_row(place, figure, row, printing) for row in figure.rows]
    telling = not any(row.value is None and UNDECIDED.intersection(row.codes) for row in rows)
    kept = rows if telling else [_without_share(row) for row in rows]
    total = Row((), (words.say("total", language),), _shown(CellKey(place), figure.value, printing))
    late, later = (_above(n, printing.bars.of(spec.violations)) for n in (figure.late, figure.n_later))
    return Table(
        number=place + 1,
        slug=slug(place, figure),
        language=language,
        title=title(figure, language),
        figure_id=figure.id,
        commitment=digest(figure.result()),
        unit=spec.unit.value,
        unit_label=words.say(f"unit_{spec.unit.value}", language),
        place=words.situation_label(spec.situation, language),
        period=spec.period.text,
        basis=basis(figure, language),
        directions=tuple(Direction(name.value, words.say(f"dimension_{name.value}", language)) for name in spec.by),
        rows=tuple(kept),
        total=total,
        late=late,
        min_n=spec.min_n,
        notes=_notes(figure, kept, total, (late, later), language),
        where=words.situation_in(spec.situation, language),
    )


def slug(place: int, figure: Figure) -> str:
    """A file name that names no one: `03-recruitment_use-by-party`."""
    what = subject(figure)
    by = "-".join(name.value for name in figure.spec.by)
    return f"{place + 1:02}-{what}{'-by-' + by if by else ''}"


def title(figure: Figure, language: str) -> str:
    """What is counted, where, when, in which directions."""
    spec = figure.spec
    by = ", ".join(words.say(f"dimension_{name.value}", language) for name in spec.by)
    only = ", ".join(words.label(name, code, language) for name, codes in spec.only for code in codes)
    what = f"{words.heading_label(subject(figure), language)}{f' ({only})' if only else ''}"
    comma = "، " if language == "ar" else ", "
    place = comma.join((words.situation_label(spec.situation, language), spec.period.text))
    colon = " : " if language == "fr" else ": "
    return f"{what}{colon}{place}" + (f" ({words.say('by', language)} {by})" if by else "")


def basis(figure: Figure, language: str) -> str:
    """`verified by BODY under POLICY` in the language, all of them."""
    told = [
        words.say("verified_by", language, body=one.body, policy=words.label(Dimension.POLICY, one.policy, language))
        for one in figure.basis
    ]
    return "; ".join(told) or words.say("nobody", language)


def subject(figure: Figure) -> str:
    """The heading that names the figure's violations."""
    return subject_of(figure.spec)


def subject_of(spec: Spec) -> str:
    """A violation, a heading, or the word for several headings in one unit."""
    if len(spec.violations) == 1:
        return spec.violations[0]
    headings = {heading_of(code) for code in spec.violations}
    if len(headings) == 1:
        return headings.pop()
    if spec.unit is not Counted.ACT:
        return "against_children" if spec.unit is Counted.CHILD else "of_incidents"
    return "acts_against_children" if {unit_of(code) for code in spec.violations} == {Unit.CHILD} else "all_grave"


def _shown(key: CellKey, value: int, printing: Printing) -> int | None:
    return None if key.name in printing.hidden else value


def _above(n: int, bar: int) -> int | None:
    return n if n == 0 or n >= bar else None


def _row(place: int, figure: Figure, row: FigureRow, printing: Printing) -> Row:
    value = _shown(CellKey(place, row.cell, row.of_which), row.value, printing)
    whole = _shown(CellKey(place), figure.value, printing)
    labels = tuple(printing.label(name, code) for name, code in zip(figure.spec.by, row.cell, strict=True))
    if row.of_which:
        labels = (f"{words.say('of_which', printing.language)} {labels[0]}", *labels[1:])
    share = None if value is None or not whole else row.share
    return Row(row.cell, labels, value, share, row.of_which)


def _without_share(row: Row) -> Row:
    """A share prints how many are not known; where that number is hidden the share goes too."""
    return replace(row, share=None)


def _notes(
    figure: Figure, rows: Sequence[Row], total: Row, beside: tuple[int | None, int | None], language: str
) -> tuple[str, ...]:
    late, later = beside
    hidden = total.value is None or any(row.value is None for row in rows)
    said = [
        (bool(late), "note_late"),
        (bool(later), "note_later"),
        (bool(figure.overlap) and not hidden, "note_overlap"),
        (any(row.of_which for row in rows), "note_of_which"),
        (hidden or None in beside, "note_hidden"),
        (bool(figure.n_undated), "note_undated"),
        (Dimension.ADMIN1 in figure.spec.by, "note_boundaries"),
    ]
    numbers = {"note_late": late, "note_later": later, "note_overlap": figure.overlap}
    notes = [words.say(key, language, n=numbers.get(key)) for wanted, key in said if wanted]
    definitions = vocabulary.load("definition")
    defined = [name.value for name in figure.spec.by if name.value in definitions.terms]
    return (*notes, *(definitions.label(name, language) for name in defined))
