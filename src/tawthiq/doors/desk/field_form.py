"""Field form: the declared fields of a type of violation as fields of a form, and what was typed as cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from tawthiq.doors.desk.desk_form import DeskForm, labelled
from tawthiq.doors.desk.words import choices, word
from tawthiq.record.link.particulars.particulars import Particulars
from tawthiq.record.link.particulars.spec import FieldSpec, Kind, Need
from tawthiq.record.link.particulars.value import Value
from tawthiq.terms import vocabulary
from tawthiq.terms.unknown import Unknown

MOST_WORDS = 4000
IN_A_LIST = ("not_stated", "not_yet_known")
"""Reasons for not knowing that stand among the boxes of a field with several codes; a single choice offers all."""

_HELP = {
    Kind.WHEN: _("2014-07-03, 2014-07, 2014, 2013-11/2014-02; ?not_stated when asked for and not known"),
    Kind.RANGE: _("12, or 10-15; ~ behind an estimate"),
    Kind.MONEY: _("400.50 USD"),
    Kind.RATE: _("0.0066 USD: so many for one of the currency of the pay"),
    Kind.PLACES: _("Codes of the gazetteer, ; between them"),
    Kind.ID: _("Copied from its page"),
}


class FieldForm(DeskForm):
    """A form whose last fields are the particulars of a type; `specs`: these, in form order."""

    def __init__(self, *args: Any, specs: Sequence[FieldSpec] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.specs = tuple(spec for spec in specs if not spec.core)
        for spec in self.specs:
            self.fields[spec.name] = field_of(spec)
        if not self.is_bound and (begin := next(iter(self.visible_fields()), None)):
            begin.field.widget.attrs["autofocus"] = True

    @property
    def first(self) -> list[BoundField]:
        """The fields that every type shares, and what has to be told or said to be unknown."""
        later = {spec.name for spec in self.specs if spec.need is not Need.REQUIRED}
        return [field for field in self.visible_fields() if field.name not in later]

    @property
    def later(self) -> list[BoundField]:
        """What may be told beside it."""
        return [self[spec.name] for spec in self.specs if spec.need is not Need.REQUIRED]

    @property
    def told_later(self) -> bool:
        """True when something of `later` was typed already, so that it is shown open."""
        return any(field.value() for field in self.later)

    def cells(self) -> dict[str, str]:
        """What was typed of the particulars, as `read_cells` reads it."""
        return cells_of(self.cleaned_data, self.specs)


def cells_of(said: Mapping[str, Any], specs: Iterable[FieldSpec]) -> dict[str, str]:
    """field name -> cell, codes joined by a semicolon; what was left empty is left out."""
    cells = {spec.name: said.get(spec.name, "") for spec in specs}
    joined = {name: ";".join(value) if isinstance(value, list) else str(value) for name, value in cells.items()}
    return {name: value for name, value in joined.items() if value.strip()}


def field_of(spec: FieldSpec) -> forms.Field:
    """The field of a form that asks for it; never required, since a gap is a finding and no error."""
    language = (get_language() or "en").split("-")[0]
    said: dict[str, Any] = {"label": spec.label(language), "required": False, "help_text": _HELP.get(spec.kind, "")}
    if spec.derived and spec.kind is not Kind.RATE:
        said["help_text"] = _("Of the conversion, which stands beside the pay and never replaces it.")
    if spec.claim:
        said["help_text"] = _("A claim beside the counted acts; it is never counted.")
    if spec.kind is Kind.TEXT:
        said["widget"] = forms.Textarea(attrs={"rows": 3, "dir": "auto"})
        return forms.CharField(max_length=MOST_WORDS, **said)
    if spec.kind is Kind.TRUTH:
        return forms.ChoiceField(
            choices=[*_nothing(), ("y", gettext("Yes")), ("n", gettext("No")), *_unknown()], **said
        )
    if spec.kind is Kind.CODE:
        return forms.ChoiceField(choices=[*_nothing(), *_codes(spec, language), *_unknown()], **said)
    if spec.kind in (Kind.CODES, Kind.PARTIES):
        return _several(spec, language, said)
    return forms.CharField(max_length=200, **said)


def _several(spec: FieldSpec, language: str, said: dict[str, Any]) -> forms.Field:
    if spec.kind is Kind.PARTIES:
        widget: forms.Widget = forms.SelectMultiple(attrs={"size": 6})
        return forms.MultipleChoiceField(choices=labelled("party"), widget=widget, **said)
    reasons = [one for one in _unknown() if one[0].removeprefix("?") in IN_A_LIST]
    boxes = forms.CheckboxSelectMultiple(attrs={"class": "boxes"})
    return forms.MultipleChoiceField(choices=[*_codes(spec, language), *reasons], widget=boxes, **said)


def _codes(spec: FieldSpec, language: str) -> list[tuple[str, str]]:
    known = vocabulary.load(spec.vocabulary)
    return [(code, known.label(code, language)) for code in spec.choices() if not known.terms[code].deprecated_by]


def _nothing() -> list[tuple[str, str]]:
    return [("", "—")]


def _unknown() -> list[tuple[str, str]]:
    """The reasons for not knowing, as cells spell them."""
    return [(f"?{code}", f"? {words}") for code, words in choices("why")]


def told(particulars: Particulars, specs: Mapping[str, FieldSpec]) -> list[tuple[str, str]]:
    """(field, value) of particulars in the reader's words, in the order of the form."""
    language = (get_language() or "en").split("-")[0]
    known = particulars.known()
    return [
        (spec.label(language), _words(spec, known[name], language)) for name, spec in specs.items() if name in known
    ]


def _words(spec: FieldSpec, value: Value, language: str) -> str:
    if isinstance(value, Unknown):
        return word(value.why.value, "why")
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    codes = value if isinstance(value, tuple) else (str(value),)
    if spec.kind in (Kind.CODE, Kind.CODES):
        return " · ".join(vocabulary.load(spec.vocabulary).label(code, language) for code in codes)
    if spec.kind is Kind.PARTIES:
        return " · ".join(vocabulary.load("party").label(code, language) for code in codes)
    return " · ".join(codes)
