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
_Tree: TypeAlias = "str | list[_Tree] | dict[str, _Tree]"


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
    try:
        # Every scalar stays text: a choice called `no` or `1` is a name, not a truth or a number.
        tree = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  makes text, lists, mappings and nothing else
    except yaml.YAMLError as reason:
        mark = getattr(reason, "problem_mark", None)
        where = f"mapping, line {mark.line + 1}" if mark else "mapping"
        raise BadInput("the mapping is no YAML", where=where, do="check its indents and quotes") from reason
    fields = _keyed(tree, "mapping", _KEYS)
    meant = frozenset((*COLUMNS, *more))
    questions = tuple(
        _question(name, one, meant) for name, one in _keyed(fields.get("questions", {}), "questions").items()
    )
    if not questions:
        raise BadInput("no question", where="questions", do="name the questions of the form and the column of each")
    always = {
        name: _text(value, f"always.{name}") for name, value in _keyed(fields.get("always", {}), "always").items()
    }
    _check_columns(always, meant, "always")
    if decided := sorted(DECIDED & set(always)):
        raise BadInput("no mapping decides for every row", where=f"always.{decided[0]}", do="take it out")
    ignored = frozenset(fold_name(one) for one in _texts(fields.get("ignore", []), "ignore"))
    return FormMapping(
        _text(fields.get("form", ""), "form"), _text(fields.get("repeat", ""), "repeat"), questions, always, ignored
    )


def _question(name: str, tree: _Tree, meant: frozenset[str]) -> Question:
    fields = {"to": tree} if isinstance(tree, str) else _keyed(tree, name, _QUESTION_KEYS)
    to = _texts(fields.get("to", []), f"{name}.to")
    _check_columns(to, meant, name)
    if not to:
        raise BadInput("a question without a column", where=f"{name}.to", do="name its column, or list it under ignore")
    many = _text(fields.get("many", "false"), f"{name}.many")
    if many not in ("true", "false"):
        raise BadInput("neither true nor false", where=f"{name}.many", do="write true for select multiple")
    choices = _keyed(fields.get("choices", {}), f"{name}.choices")
    coded = {fold_name(choice): _text(code, f"{name}.choices") for choice, code in choices.items()}
    return Question(name, to, _texts(fields.get("labels", []), f"{name}.labels"), many == "true", coded)


def _check_columns(named: Iterable[str], meant: frozenset[str], where: str) -> None:
    for name in named:
        if name not in meant:
            raise UnknownCode("no column of a register", where=where, do="use one that tawthiq case template prints")


def _keyed(tree: _Tree, where: str, known: frozenset[str] | None = None) -> Mapping[str, _Tree]:
    if tree == "":
        return {}
    if not isinstance(tree, dict) or (known is not None and not known >= tree.keys()):
        told = f"use only {', '.join(sorted(known))}" if known else "write name: value"
        raise BadInput("not the keys of a mapping", where=where, do=told)
    return tree


def _texts(tree: _Tree, where: str) -> tuple[str, ...]:
    parts = tree if isinstance(tree, list) else [tree]
    return tuple(text for part in parts if (text := _text(part, where)))


def _text(tree: _Tree, where: str) -> str:
    if not isinstance(tree, str):
        raise BadInput("not a word", where=where, do="write one word or sentence")
    return tree.strip()
