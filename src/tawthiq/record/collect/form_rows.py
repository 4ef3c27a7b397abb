"""Submissions of a form and the rows of its repeat group as rows of the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tawthiq.record.collect.acts_table import RawRow
from tawthiq.record.collect.form_joined import ReadSheet, Submission, faulty, joined, submissions_of
from tawthiq.record.collect.form_mapping import FormMapping
from tawthiq.terms import vocabulary
from tawthiq.terms.errors import BadInput, MissingField
from tawthiq.terms.folding import fold_name
from tawthiq.terms.violation import Unit, violation_type

_OF_ONE = frozenset({"act_id", "child_id", "sex", "age_min", "age_max"})
_OF_A_GROUP = frozenset({"group_boys", "group_girls", "group_unknown", "group_min", "group_max"})


def rows_of(main: ReadSheet, repeat: ReadSheet | None, mapping: FormMapping) -> Iterator[RawRow]:
    """A row for each submission that stands alone, then one for each row of the repeat, with what its parent tells.

    A repeat may be read before its parent is known to be good, so all submissions are held in memory.
    """
    submissions = list(submissions_of(main, mapping))
    pairs = list(joined(repeat, submissions, main.sheet.title)) if repeat else []
    n_of = Counter(parent.raw.number for _, parent in pairs if parent)
    for one in submissions:
        if row := _alone(one, n_of[one.raw.number]):
            yield row
    nth: Counter[int] = Counter()
    for row, parent in pairs:
        if parent is None:
            yield row
            continue
        nth[parent.raw.number] += 1
        yield _of_parent(row, parent, nth[parent.raw.number])


def _alone(one: Submission, n_repeats: int) -> RawRow | None:
    """The submission as a row of its own, None when the rows of its repeat tell all of it."""
    raw = one.raw
    counts_incident = _unit(raw.cells.get("violation", "")) is Unit.INCIDENT
    if raw.fault or counts_incident:
        return raw
    own = (_OF_ONE | _OF_A_GROUP) & raw.cells.keys() - {"act_id"}
    if n_repeats and own:
        what = "the submission tells of children itself, and in its repeat"
        return faulty(raw, BadInput(what, where=min(own), do="tell each child in one of the two"))
    if n_repeats:
        return None
    if not own and "violation" in raw.cells:
        what = "no answer and no row of a repeat tells of a child"
        return faulty(raw, MissingField(what, where="sex", do="fill the repeat, or count a group"))
    return raw


def _of_parent(row: RawRow, parent: Submission, nth: int) -> RawRow:
    """A row of the repeat with what its submission tells; nothing of one child, or of a group, is taken over."""
    if row.fault:
        return row
    if parent.raw.fault:
        fault = BadInput(
            "its submission stands in quarantine", where=parent.raw.fault.where, do="correct that one first"
        )
        return faulty(row, fault)
    shared = {name: text for name, text in parent.raw.cells.items() if name not in _OF_ONE | _OF_A_GROUP}
    cells = {**shared, **row.cells}
    if parent.uuid:
        cells.setdefault("act_id", f"{parent.uuid}/{nth}")
    if _unit(cells.get("violation", "")) is Unit.INCIDENT:
        what = "a child in a violation that is counted in incidents"
        return faulty(row, BadInput(what, where="violation", do="record what the child suffered as its own violation"))
    return RawRow(row.number, cells, sheet=row.sheet)


def _unit(text: str) -> Unit | None:
    """What the violation counts, by its code or label; None when it is none of ours, which the register refuses."""
    folded = fold_name(text)
    for term in vocabulary.load("violation").terms.values():
        if folded in (fold_name(term.code), *map(fold_name, term.label.values())):
            return violation_type(term.code).unit
    return None
