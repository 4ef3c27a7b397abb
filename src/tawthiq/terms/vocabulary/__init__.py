"""Vocabularies: versioned lists of codes with labels in English, Arabic, French, Spanish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

import yaml

from tawthiq.terms.errors import UnknownCode

LOADER: type[yaml.CSafeLoader] | type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C loader where PyYAML was built with it: ten times as fast."""

LANGUAGES = ("en", "ar", "fr", "es")


@dataclass(frozen=True, slots=True)
class Term:
    """One code. `label`: language -> text. `deprecated_by`: the code to use instead, or empty. `more`: the rest."""

    code: str
    label: Mapping[str, str]
    deprecated_by: str
    more: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A named, versioned list of terms in their printed order."""

    name: str
    version: int
    terms: Mapping[str, Term]

    def term(self, code: str, *, where: str = "") -> Term:
        """The term of a code; raises UnknownCode naming `where` (file, row, field)."""
        found = self.terms.get(code)
        if found is None:
            known = ", ".join(list(self.terms)[:12])
            raise UnknownCode(
                f"{code!r} is not in vocabulary {self.name}@{self.version}", where=where, do=f"use one of: {known}"
            )
        return found

    def label(self, code: str, language: str = "en") -> str:
        """The printed word of a code; English where the language has none."""
        labels = self.term(code).label
        return labels.get(language, labels["en"])


@cache
def load(name: str) -> Vocabulary:
    """The vocabulary of that name from the shipped data files (`<name>.yaml`)."""
    return _parse(name, yaml.load(read_data(f"{name}.yaml"), Loader=LOADER))  # noqa: S506  LOADER is a safe loader


def read_data(path: str) -> str:
    """The text of a shipped data file, by its path under the vocabulary folder."""
    return resources.files(__package__).joinpath(path).read_text(encoding="utf-8")


def names() -> tuple[str, ...]:
    """The names of all shipped vocabularies."""
    folder = resources.files(__package__)
    return tuple(sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml")))


def _parse(name: str, raw: Mapping[str, Any]) -> Vocabulary:
    terms = {code: _term(code, fields) for code, fields in raw["terms"].items()}
    return Vocabulary(name, int(raw["version"]), MappingProxyType(terms))


def _term(code: str, fields: Mapping[str, Any]) -> Term:
    more = {key: value for key, value in fields.items() if key not in ("label", "deprecated_by")}
    return Term(code, MappingProxyType(fields["label"]), fields.get("deprecated_by", ""), MappingProxyType(more))
