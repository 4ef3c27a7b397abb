"""The forms that ask for an estimate: which question or table, then which lists, strata, methods, seed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tawthiq.doors.desk.desk_form import DeskForm, labelled
from tawthiq.doors.desk.estimate_words import dimension_of, list_word, method_word, stratum_word
from tawthiq.doors.desk.words import choices
from tawthiq.doors.jobs.estimating import Origin
from tawthiq.report.count.spec import Counted, Dimension, Spec, parse_spec, unit_of
from tawthiq.report.estimate.estimating import ALL, chosen
from tawthiq.terms.violation import Unit

MAX_SEED = 2**31 - 1
STRATA = (Dimension.SEX, Dimension.AGE_BAND, Dimension.ADMIN1)
"""What can tell children apart into strata that do not overlap; parties do, where two acted together."""


class QuestionForm(DeskForm):
    """Of which verified children the register is asked."""

    situation = forms.ChoiceField(label=_("Situation"))
    period = forms.CharField(
        label=_("Period"), max_length=40, help_text=_("2014, 2014-Q2, 2014-H1, 2014-07 or 2013-11/2014-02")
    )
    violation = forms.ChoiceField(label=_("Violation"))
    strata = forms.ChoiceField(label=_("Told apart by"), required=False)
    lists_are = forms.ChoiceField(
        label=_("A list is"), required=False, choices=[("", _("a source")), ("kind", _("a kind of source"))]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        of_children = [one for one in labelled("violation") if unit_of(one[0]) is Unit.CHILD]
        names = dict(choices("dimension"))
        offered: dict[str, list[tuple[str, Any]]] = {
            "situation": labelled("situation", empty=_("Choose one")),
            "violation": of_children,
            "strata": [("", _("all together")), *((one.value, names[one.value]) for one in STRATA)],
        }
        for name, found in offered.items():
            if isinstance(field := self.fields[name], forms.ChoiceField):
                field.choices = found

    def spec(self) -> Spec:
        """The question; raises BadInput."""
        said = self.cleaned_data
        return parse_spec(
            situation=said["situation"],
            period=said["period"],
            violation=said["violation"],
            by=said["strata"],
            unit=Counted.CHILD.value,
        )


class AskForm(DeskForm):
    """Which lists and strata to use, which methods to ask, with which seed."""

    lists = forms.MultipleChoiceField(label=_("Lists"), widget=forms.CheckboxSelectMultiple)
    strata = forms.MultipleChoiceField(label=_("Parts"), widget=forms.CheckboxSelectMultiple, required=False)
    methods = forms.MultipleChoiceField(label=_("Methods"), widget=forms.CheckboxSelectMultiple)
    checks = forms.BooleanField(
        label=_("Ask each method again without each list, with two lists as one, for lists of known size"),
        required=False,
        help_text=_("Takes ten to thirty times as long; shows how far one list decides the answer."),
    )
    seed = forms.IntegerField(
        label=_("Seed"), min_value=0, max_value=MAX_SEED, initial=1, help_text=_("The same seed, the same answer.")
    )

    def __init__(self, origin: Origin, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tables, dimension = origin.tables, dimension_of(origin.made_from)
        self._offer("lists", [(name, list_word(name)) for name in tables[0].lists])
        self._offer("strata", [(one.stratum, stratum_word(one.stratum, dimension)) for one in tables if one.stratum])
        offered = chosen((ALL,), max(table.without_empty()[0].n_lists for table in tables))
        self._offer("methods", [(one.name, method_word(one.name)) for one in offered])
        if len(tables) == 1:
            del self.fields["strata"]

    def _offer(self, name: str, found: list[tuple[str, str]]) -> None:
        """All are chosen until somebody says otherwise."""
        if isinstance(field := self.fields[name], forms.MultipleChoiceField):
            field.choices = found
            field.initial = [code for code, _said in found]

    def options(self) -> dict[str, Any]:
        """As the job takes them."""
        said = self.cleaned_data
        return {
            "lists": said["lists"],
            "strata": said.get("strata", []),
            "methods": said["methods"],
            "seed": said["seed"],
            "checks": said["checks"],
        }
