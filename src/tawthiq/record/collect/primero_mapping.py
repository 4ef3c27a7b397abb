"""The mapping of a Primero MRM workbook: which column of which sheet says what, which status is which of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources

from tawthiq.record.collect.acts_table import COLUMNS
from tawthiq.record.collect.form_mapping import (
    DECIDED,
    Question,
    Tree,
    check_columns,
    keyed,
    question_of,
    read_tree,
    text_of,
    texts_of,
)
from tawthiq.terms import vocabulary
from tawthiq.terms.errors import BadInput
from tawthiq.terms.folding import fold_name

DEFAULT = "primero_mapping_default.yaml"
"""The shipped mapping, after the forms that Primero published."""

SHEETS = ("violations", "individual_victims", "group_victims", "perpetrators", "sources", "responses")
"""Violations, and one sheet for each association."""

SAID = ("group_number", "group_sex", "age_bands", "tally_total", "location", "perpetrator_verified", "consent", "focal",
        "technical", "final", "final_on")  # fmt: skip
"""Words of a mapping that are no column of a register: what a column says that has to be read with others."""

_KEYS = frozenset({"workbook", "body", "policy", "always", "statuses", "types", "ignore", *SHEETS})


@dataclass(frozen=True, slots=True)
class PrimeroMapping:
    """`body`, `policy`: of the last status; `statuses`, `types`: folded label -> our code; `of_children`: the columns

    that tell of a child, not of the violation.
    """

    body: str
    policy: str
    always: Mapping[str, str]
    statuses: Mapping[str, str]
    types: Mapping[str, str]
    questions: Mapping[str, tuple[Question, ...]]
    ignored: frozenset[str]
    of_children: frozenset[str]


def default_text() -> str:
    """The shipped mapping as YAML, a start for one's own."""
    return resources.files(__package__).joinpath(DEFAULT).read_text(encoding="utf-8")


def read_mapping(text: str, more: Iterable[str], of_children: Iterable[str]) -> PrimeroMapping:
    """A mapping from YAML; `more`: columns beside COLUMNS. Raises BadInput naming the key, UnknownCode for a column."""
    fields = keyed(read_tree(text), "mapping", _KEYS)
    meant = frozenset((*COLUMNS, *more, *SAID)) - DECIDED
    always = {name: text_of(one, f"always.{name}") for name, one in keyed(fields.get("always", ""), "always").items()}
    check_columns(always, meant, "always")
    questions = {
        sheet: tuple(question_of(name, one, meant) for name, one in keyed(fields.get(sheet, ""), sheet).items())
        for sheet in SHEETS
    }
    if not questions["violations"]:
        raise BadInput("no column of the violations", where="violations", do="start from: tawthiq case mapping")
    return PrimeroMapping(
        text_of(fields.get("body", ""), "body"),
        text_of(fields.get("policy", ""), "policy"),
        always,
        _coded(fields, "statuses", "status"),
        _coded(fields, "types", "violation"),
        questions,
        frozenset(fold_name(one) for one in texts_of(fields.get("ignore", []), "ignore")),
        frozenset(of_children),
    )


def _coded(fields: Mapping[str, Tree], key: str, name: str) -> dict[str, str]:
    """Folded label -> code of a vocabulary, with the codes themselves."""
    told = {
        fold_name(label): text_of(code, f"{key}.{label}") for label, code in keyed(fields.get(key, ""), key).items()
    }
    terms = vocabulary.load(name)
    for code in told.values():
        terms.term(code, where=key)
    return {**{fold_name(code): code for code in terms.terms}, **told}
