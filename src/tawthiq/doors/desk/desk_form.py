"""Desk form: what the forms of the desk share: labels without a colon, choices from vocabularies."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language

from tawthiq.terms import vocabulary


class DeskForm(forms.Form):
    """A form whose labels stand above their fields, without a colon."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


def labelled(name: str, *, empty: Promise | None = None) -> list[tuple[str, str]]:
    """The codes of a vocabulary with their labels, for a form; `empty`: the words of no choice."""
    language = (get_language() or "en").split("-")[0]
    known = vocabulary.load(name)
    found = [(code, known.label(code, language)) for code, term in known.terms.items() if not term.deprecated_by]
    return ([("", str(empty))] if empty is not None else []) + found
