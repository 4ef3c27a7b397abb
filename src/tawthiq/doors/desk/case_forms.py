"""Case forms: what a person types of an incident, a violation, an act, read into the nouns of link."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tawthiq.doors.desk.desk_form import DeskForm, labelled
from tawthiq.doors.desk.field_form import FieldForm
from tawthiq.doors.desk.words import choices
from tawthiq.record.link import fields as read
from tawthiq.record.link.act import Act, AgeRange, Armed, Sex
from tawthiq.record.link.group import Group
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.particulars.check import read_cells
from tawthiq.record.link.particulars.form import OF_TYPE, form, particulars_of
from tawthiq.record.link.particulars.spec import FieldSpec, Level
from tawthiq.record.link.source import Source
from tawthiq.record.link.violation import Attributed, Attribution, Violation
from tawthiq.terms.errors import MissingField
from tawthiq.terms.identity import Kind, mint_id
from tawthiq.terms.money import Money, Per
from tawthiq.terms.registry import load_gazetteer, load_parties
from tawthiq.terms.when import When, parse_when
from tawthiq.terms.where import PlacePrecision

WHEN_HELP = _("2014-07-03, 2014-07, 2014, 2013-11/2014-02; empty when it is not known")


OF_RECRUITMENT = ("armed", "roles", "recruited_or_used", "pay_amount", "pay_currency", "pay_per", "released_on")
"""Fields of an act that its noun holds for every type, asked for where the type has them."""


class IncidentForm(FieldForm):
    """An incident, made by hand or from a confirmed statement."""

    situation = forms.ChoiceField(label=_("Situation"))
    happened_on = forms.CharField(label=_("When it happened"), required=False, max_length=40, help_text=WHEN_HELP)
    admin1 = forms.CharField(
        label=_("First-level division"),
        required=False,
        max_length=60,
        help_text=_("Its name, or its code such as SY01; empty when it is not known."),
    )
    public_account = forms.CharField(
        label=_("What happened, told without names"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        help_text=_("Name nobody, and nothing by which a child could be found."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, specs=tuple(particulars_of("", Level.INCIDENT).values()), **kwargs)
        situation = self.fields["situation"]
        if isinstance(situation, forms.ChoiceField):
            situation.choices = labelled("situation", empty=_("Choose one"))

    def noun(self) -> Incident:
        """The incident, with a fresh id; raises BadInput, UnknownCode."""
        said = self.cleaned_data
        admin1 = read.admin1(said["admin1"].strip(), said["situation"])
        if admin1:
            _check_place(admin1)
        return Incident(
            mint_id(Kind.INCIDENT),
            said["situation"],
            _when(said["happened_on"], "happened_on"),
            admin1=admin1,
            place_precision=PlacePrecision.ADM1.value if admin1 else PlacePrecision.COUNTRY.value,
            public_account=said["public_account"].strip(),
            particulars=read_cells("", Level.INCIDENT, self.cells()),
        )


class ViolationForm(FieldForm):
    """A violation in an incident, with the fields of its type."""

    type = forms.ChoiceField(label=_("Violation"), widget=forms.HiddenInput)
    how = forms.ChoiceField(label=_("Attributed to"), choices=choices("attributed"), initial="unidentified")
    parties = forms.MultipleChoiceField(
        label=_("Parties"), required=False, widget=forms.SelectMultiple(attrs={"size": 8})
    )
    certainty = forms.ChoiceField(label=_("Certainty of the attribution"), choices=choices("certainty"), initial="u")
    happened_on = forms.CharField(label=_("When it happened"), required=False, max_length=40, help_text=WHEN_HELP)
    n_claimed = forms.IntegerField(
        label=_("Number somebody gives"),
        required=False,
        min_value=0,
        help_text=_("A claim beside the counted acts; it is never counted."),
    )

    def __init__(self, *args: Any, type_code: str, situation: str, **kwargs: Any) -> None:
        super().__init__(*args, specs=specs_of(type_code, Level.VIOLATION), **kwargs)
        self.fields["type"].initial = type_code
        offered: dict[str, Any] = {"type": labelled("violation"), "parties": parties_of(situation)}
        for name, found in offered.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = found

    def noun(self, incident_id: str) -> Violation:
        """The violation, with a fresh id; raises BadInput when parties do not fit the attribution."""
        said = self.cleaned_data
        attribution = Attribution(Attributed(said["how"]), tuple(sorted(said["parties"])), certainty=said["certainty"])
        when = _when(said["happened_on"], "happened_on")
        return Violation(
            mint_id(Kind.VIOLATION),
            incident_id,
            said["type"],
            attribution,
            when,
            n_claimed=said["n_claimed"],
            particulars=read_cells(said["type"], Level.VIOLATION, self.cells()),
        )


class ActForm(FieldForm):
    """An act against one child, or a group, with the fields of its type of violation."""

    victim = forms.ChoiceField(
        label=_("Victim"),
        choices=[("child", _("One child")), ("group", _("A group nobody told apart"))],
        widget=forms.RadioSelect,
        initial="child",
    )
    sex = forms.ChoiceField(label=_("Sex of the child"), choices=choices("sex"), initial="u", required=False)
    age_min = forms.IntegerField(label=_("Age from"), required=False, min_value=0, max_value=17)
    age_max = forms.IntegerField(label=_("Age to"), required=False, min_value=0, max_value=120)
    boys = forms.IntegerField(label=_("Boys in the group"), required=False, min_value=0)
    girls = forms.IntegerField(label=_("Girls in the group"), required=False, min_value=0)
    sex_unknown = forms.IntegerField(label=_("Of the group, sex not known"), required=False, min_value=0)
    armed = forms.ChoiceField(label=_("Armed"), choices=choices("armed"), initial="u")
    roles = forms.MultipleChoiceField(
        label=_("Roles"), required=False, widget=forms.CheckboxSelectMultiple(attrs={"class": "boxes"})
    )
    recruited_or_used = forms.ChoiceField(
        label=_("Recruited or used"), choices=choices("recruited_or_used"), initial="u"
    )
    happened_on = forms.CharField(label=_("When it happened"), required=False, max_length=40, help_text=WHEN_HELP)
    pay_amount = forms.DecimalField(label=_("Pay"), required=False, min_value=Decimal(0), decimal_places=2)
    pay_currency = forms.CharField(label=_("Currency of the pay"), required=False, max_length=3)
    pay_per = forms.ChoiceField(label=_("Pay per"), required=False)
    released_on = forms.DateField(
        label=_("Released on"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args: Any, type_code: str, **kwargs: Any) -> None:
        super().__init__(*args, specs=specs_of(type_code, Level.ACT), **kwargs)
        self.type_code = type_code
        asked = {spec.name for spec in form(type_code, Level.ACT)}
        for name in OF_RECRUITMENT:
            if name not in asked:
                del self.fields[name]
        for name, terms, empty in (("roles", "role", None), ("pay_per", "pay_per", _("no pay is known"))):
            field = self.fields.get(name)
            if isinstance(field, forms.ChoiceField):
                field.choices = labelled(terms, empty=empty)

    def noun(self, violation_id: str) -> Act:
        """The act, with a fresh id and a fresh pseudonym for a child; raises BadInput."""
        said = self.cleaned_data
        group = said["victim"] == "group"
        released: date | None = said.get("released_on")
        return Act(
            mint_id(Kind.ACT),
            violation_id,
            child_id="" if group else mint_id(Kind.CHILD),
            group=Group(said["boys"] or 0, said["girls"] or 0, said["sex_unknown"] or 0) if group else None,
            sex=Sex.U if group else Sex(said["sex"] or "u"),
            age=AgeRange(said["age_min"], said["age_max"]),
            armed=Armed(said.get("armed", "u")),
            roles=tuple(said.get("roles", ())),
            recruited_or_used=said.get("recruited_or_used", "u"),
            happened_on=_when(said["happened_on"], "happened_on"),
            payment=_payment(said),
            released_on=released,
            particulars=read_cells(self.type_code, Level.ACT, self.cells()),
        )


class SourceForm(DeskForm):
    """Whose knowledge something rests on, and the statements that say so."""

    kind = forms.ChoiceField(label=_("Kind of source"))
    name = forms.CharField(
        label=_("Organisation or outlet"),
        required=False,
        max_length=200,
        help_text=_("Never a person: persons are sealed apart from the case."),
    )
    statement = forms.CharField(label=_("Confirmed statement"), max_length=30, help_text=_("Its id, from its page."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = self.fields["kind"]
        if isinstance(kind, forms.ChoiceField):
            kind.choices = labelled("source_kind", empty=_("Choose one"))
            kind.widget.attrs["autofocus"] = True

    def noun(self) -> Source:
        """The source."""
        return Source(self.cleaned_data["kind"], self.cleaned_data["name"].strip())


def specs_of(type_code: str, level: Level) -> tuple[FieldSpec, ...]:
    """The fields of a type at a level, in form order; none of a type that is not known."""
    return form(type_code, level) if type_code in OF_TYPE else ()


def _when(text: str, where: str) -> When | None:
    return parse_when(text, where=where) if text.strip() else None


def parties_of(situation: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The parties of a situation, then the others, in two groups; what stands in the place of a party is in none."""
    known = load_parties().parties
    named = [(code, label) for code, label in labelled("party") if known[code].kind not in _NO_PARTY]
    here = [one for one in named if situation in known[one[0]].situations]
    others = sorted((one for one in named if one not in here), key=lambda one: one[1])
    return [(str(_("Parties of the situation")), here), (str(_("Other parties")), others)]


_NO_PARTY = ("unidentified", "crossfire")
"""Kinds that the attribution says already."""


def _check_place(code: str) -> None:
    found = load_gazetteer().places.get(code)
    if found is None or found.precision is not PlacePrecision.ADM1:
        raise MissingField(
            "the gazetteer has no first-level division of that code", where="admin1", do="give another, or leave it out"
        )


def _payment(said: dict[str, Any]) -> Money | None:
    if said.get("pay_amount") is None:
        return None
    if not said["pay_currency"] or not said["pay_per"]:
        raise MissingField("a pay needs its currency and what it is paid per", where="pay_amount", do="give both")
    return Money(said["pay_amount"], said["pay_currency"].upper(), Per(said["pay_per"]))
