"""The mapping of a form: which question fills which column of the register, which choice is which of our codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import resources
from typing import TypeAlias

import yaml

from tawthiq.record.collect.acts_table import COLUMNS
from tawthiq.terms.errors import BadInput, UnknownCode
from tawthiq.terms.folding import fold_name

DEFAULT = "form_mapping_default.yaml"
"""The shipped mapping of an invented form."""

DECIDED = frozenset({"status", "verified_on", "verified_by", "policy"})
"""Columns of a decision: no mapping gives them to every row."""

_KEYS = frozenset({"form", "repeat", "always", "questions", "ignore"})
_QUESTION_KEYS = frozenset({"to", "labels", "many", "choices"})
Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"


@dataclass(frozen=True, slots=True)
class Question:
    """`to`: the columns it fills; `many`: select multiple; `choices`: folded name or label of a choice -> our code."""

    name: str
    to: tuple[str, ...]
    labels: tuple[str, ...] = ()
    many: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FormMapping:
    """`repeat`: the repeat group whose rows are one act each, or empty; `always`: column -> the same for every row;

    `ignored`: questions and sheets left aside, folded.
    """

    form: str
    repeat: str
    questions: tuple[Question, ...]
    always: Mapping[str, str]
    ignored: frozenset[str]

    @property
    def columns(self) -> frozenset[str]:
        """The columns of the register that it may fill."""
        return frozenset(name for one in self.questions for name in one.to) | frozenset(self.always)


def default_text() -> str:
    """The shipped mapping as YAML, a start for one's own."""
    return resources.files(__package__).joinpath(DEFAULT).read_text(encoding="utf-8")


def read_mapping(text: str, more: Iterable[str] = ()) -> FormMapping:
    """A mapping from YAML; `more`: columns beside COLUMNS. Raises BadInput naming the key, UnknownCode for a column."""
    fields = keyed(read_tree(text), "mapping", _KEYS)
    meant = frozenset((*COLUMNS, *more))
    questions = tuple(
        question_of(name, one, meant) for name, one in keyed(fields.get("questions", {}), "questions").items()
    )
    if not questions:
        raise BadInput("no question", where="questions", do="name the questions of the form and the column of each")
    always = {
        name: text_of(value, f"always.{name}") for name, value in keyed(fields.get("always", {}), "always").items()
    }
    check_columns(always, meant, "always")
    if decided := sorted(DECIDED & set(always)):
        raise BadInput("no mapping decides for every row", where=f"always.{decided[0]}", do="take it out")
    ignored = frozenset(fold_name(one) for one in texts_of(fields.get("ignore", []), "ignore"))
    return FormMapping(
        text_of(fields.get("form", ""), "form"), text_of(fields.get("repeat", ""), "repeat"), questions, always, ignored
    )


def read_tree(text: str) -> Tree:
    """YAML as text, lists and mappings; raises BadInput naming the line."""
    try:
        # Every scalar stays text: a choice called `no` or `1` is a name, not a truth or a number.
        tree: Tree = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  makes text, lists, mappings, nothing else
    except yaml.YAMLError as reason:
        mark = getattr(reason, "problem_mark", None)
        where = f"mapping, line {mark.line + 1}" if mark else "mapping"
        raise BadInput("the mapping is no YAML", where=where, do="check its indents and quotes") from reason
    return tree


def question_of(name: str, tree: Tree, meant: frozenset[str]) -> Question:
    """One question of a mapping; raises BadInput naming the key, UnknownCode for a column."""
    fields = {"to": tree} if isinstance(tree, str) else keyed(tree, name, _QUESTION_KEYS)
    to = texts_of(fields.get("to", []), f"{name}.to")
    check_columns(to, meant, name)
    if not to:
        raise BadInput("a question without a column", where=f"{name}.to", do="name its column, or list it under ignore")
    many = text_of(fields.get("many", "false"), f"{name}.many")
    if many not in ("true", "false"):
        raise BadInput("neither true nor false", where=f"{name}.many", do="write true for select multiple")
    choices = keyed(fields.get("choices", {}), f"{name}.choices")
    coded = {fold_name(choice): text_of(code, f"{name}.choices") for choice, code in choices.items()}
    return Question(name, to, texts_of(fields.get("labels", []), f"{name}.labels"), many == "true", coded)


def check_columns(named: Iterable[str], meant: frozenset[str], where: str) -> None:
    """Raise UnknownCode for a column that no register has."""
    for name in named:
        if name not in meant:
            raise UnknownCode("no column of a register", where=where, do="use one that tawthiq case template prints")


def keyed(tree: Tree, where: str, known: frozenset[str] | None = None) -> Mapping[str, Tree]:
    """A level of the tree by its keys; raises BadInput for others than the known ones."""
    if tree == "":
        return {}
    if not isinstance(tree, dict) or (known is not None and not known >= tree.keys()):
        told = f"use only {', '.join(sorted(known))}" if known else "write name: value"
        raise BadInput("not the keys of a mapping", where=where, do=told)
    return tree


def texts_of(tree: Tree, where: str) -> tuple[str, ...]:
    """One word or a list of them."""
    parts = tree if isinstance(tree, list) else [tree]
    return tuple(text for part in parts if (text := text_of(part, where)))


def text_of(tree: Tree, where: str) -> str:
    """One word or sentence; raises BadInput."""
    if not isinstance(tree, str):
        raise BadInput("not a word", where=where, do="write one word or sentence")
    return tree.strip()
