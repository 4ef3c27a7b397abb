"""Correction form: the fields of a correction, as the statement has them or as they were typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import get_language, gettext

from tawthiq.doors.desk.correction_numbers import whole
from tawthiq.doors.desk.words import WORDS, choices, word
from tawthiq.record.extract.chain import DOCUMENT, UNNAMED, Link, Role
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import Basis, PartyRef, PlaceRef, StatedTime, Statement
from tawthiq.terms import vocabulary
from tawthiq.terms.errors import TawthiqError
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind

Options = tuple[tuple[str, str], ...]
NEW_NUMBER = Quantity(QuantityKind.COUNT, Comparator.EXACT, unit="child")
UNRESOLVED = "relative_date_unresolved"
NEW_SOURCE = Link("", Role.ORGANISATION, factuality=Factuality.ATTRIBUTED)


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `options`: what can be chosen, code and words; `look`: text, brief, choice, or tick; `hint`: how."""

    name: str
    label: str
    value: str = ""
    look: str = "text"
    options: Options = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Fields under one heading. `note`: what sort; `new`: a row for what was not read; `later`: it stands behind the

    others, closed; `doubt`: somebody has to look at it.
    """

    legend: str
    fields: tuple[Field, ...]
    note: str = ""
    new: bool = False
    later: bool = False
    doubt: bool = False

    @property
    def told(self) -> bool:
        """Whether somebody wrote something into the first of them, the one that makes the row count."""
        return bool(self.fields[0].value)


def form_of(one: Statement, typed: Mapping[str, str] | None = None, wrong: str = "") -> list[Group]:
    """The groups of fields of a statement's correction, what decides most first; with what was typed where a form came

    back. `wrong`: the field that was refused.
    """
    groups = [*_numbers(one), *_sources(one), *_parties(one), *_places(one), _time(one)]
    return groups if typed is None else [_typed(group, typed, wrong) for group in groups]


def label_in(groups: Iterable[Group], name: str) -> str:
    """What the form calls a field; empty for one that it has not."""
    alone = {"kind": gettext("Kind"), "factuality": gettext("How sure")}
    found = ((group, field) for group in groups for field in group.fields if field.name == name)
    return alone.get(name) or next((f"{group.legend}: {field.label}" for group, field in found), "")


def choices_of() -> dict[str, object]:
    """What can be chosen in the fields that stand in no group."""
    return {
        "kinds": choices("statement_kind"),
        "levels": choices("factuality"),
        "violation_codes": [*vocabulary.load("violation").terms, "unspecified"],
        "units": choices("quantity_unit"),
    }


def filled(one: Statement) -> dict[str, object]:
    """What the form holds when it is opened."""
    chosen = [ref.code for ref in one.violations]
    return {**_laid_out(form_of(one)), "chosen_kind": one.kind, "chosen_level": one.factuality,
            "chosen_violations": chosen}  # fmt: skip


def unfilled(sure: Factuality | None) -> dict[str, object]:
    """The same for a new one: what it is must be chosen, and how sure, where its sentence does not say."""
    return {"chosen_kind": "", "chosen_level": sure or "", "suggested": sure}


def refused(one: Statement, sent: QueryDict, error: TawthiqError) -> dict[str, object]:
    """The form as it was sent, with what was wrong with it: nothing that was typed is lost."""
    groups = form_of(one, {name: sent.get(name, "") for name in sent}, error.where)
    return {
        **_laid_out(groups),
        "chosen_kind": sent.get("kind", ""),
        "chosen_level": sent.get("factuality", ""),
        "chosen_violations": sent.getlist("violations"),
        "error": error,
        "where": label_in(groups, error.where),
    }


def _laid_out(groups: Sequence[Group]) -> dict[str, object]:
    """Those that decide most, and those behind them, which open where one of them holds a doubt or what is wrong."""
    later = [group for group in groups if group.later]
    told = [group.fields[0].value for group in later if group.told]
    return {
        "groups": [group for group in groups if not group.later],
        "later": later,
        "later_told": told,
        "later_open": any(group.doubt for group in later),
    }


def _typed(group: Group, typed: Mapping[str, str], wrong: str) -> Group:
    fields = (replace(one, value=typed.get(one.name, "")) for one in group.fields)
    doubt = group.doubt or any(one.name == wrong for one in group.fields)
    return replace(group, fields=tuple(fields), doubt=doubt)


def _sources(one: Statement) -> Iterator[Group]:
    named = [(index, link) for index, link in enumerate(one.chain) if link.actor != DOCUMENT]
    for n, (index, link) in enumerate([*named, (len(one.chain), NEW_SOURCE)], start=1):
        prefix, new = f"source_{index}_", link is NEW_SOURCE
        name = "" if link.actor == UNNAMED else link.actor
        fields = (
            Field(prefix + "name", gettext("Name, as the text has it"), name),
            Field(prefix + "role", gettext("Sort"), link.role, "choice", _words("chain_role")),
            Field(prefix + "mode", gettext("How its words came"), link.mode, "choice", _words("mode")),
            Field(prefix + "factuality", gettext("How sure"), link.factuality, "choice", _words("factuality")),
        )
        drop = () if new else (Field(prefix + "remove", gettext("It is no source of this statement"), "", "tick"),)
        yield Group(gettext("Source %(n)s") % {"n": n}, (*fields, *drop), new=new)


def _parties(one: Statement) -> Iterator[Group]:
    codes = (("", gettext("not in the registry")), *_terms("party"))
    for index, ref in enumerate([*one.parties, PartyRef("", Basis.STATED)]):
        fields = (
            Field(f"party_{index}_name", gettext("Name, as the text has it"), ref.name),
            Field(f"party_{index}_code", gettext("Party in the registry"), ref.code, "choice", codes),
            Field(f"party_{index}_basis", gettext("Basis"), ref.basis, "choice", _words("basis")),
        )
        yield Group(gettext("Party %(n)s") % {"n": index + 1}, fields, new=index == len(one.parties))


def _places(one: Statement) -> Iterator[Group]:
    for index, ref in enumerate([*one.places, PlaceRef("", Basis.STATED)]):
        fields = (
            Field(f"place_{index}_name", gettext("Name, as the text has it"), ref.name),
            Field(f"place_{index}_basis", gettext("Basis"), ref.basis, "choice", _words("basis")),
        )
        new, doubt = index == len(one.places), ref.basis is not Basis.STATED
        yield Group(gettext("Place %(n)s") % {"n": index + 1}, fields, new=new, later=True, doubt=doubt)


def _time(one: Statement) -> Group:
    told = one.act_period if isinstance(one.act_period, StatedTime) else None
    hint = "2014-07-03 · 2014-07 · 2014 · 2013-11/2014-02"
    when = Field("act_period", gettext("Day, month, year or period"), told.when.text if told else "", "brief", (), hint)
    basis = Field("act_basis", gettext("Basis"), told.basis if told else Basis.STATED, "choice", _words("basis"))
    doubt = UNRESOLVED in {one.code for one in one.warnings} or bool(told and told.basis is not Basis.STATED)
    return Group(gettext("When it happened"), (when, basis), later=True, doubt=doubt)


def _numbers(one: Statement) -> Iterator[Group]:
    for index, stated in enumerate(one.quantities):
        drop = Field(f"quantity_{index}_remove", gettext("It is no number of this statement"), "", "tick")
        fields = (*_number(f"quantity_{index}_", stated.quantity), drop)
        note = word(stated.quantity.kind.value, "quantity_kind")
        yield Group(gettext("Number %(n)s") % {"n": index + 1}, fields, note)
    prefix = f"quantity_{len(one.quantities)}_"
    words = Field(prefix + "words", gettext("Its words, copied from the statement"))
    kind = Field(prefix + "kind", gettext("Sort"), NEW_NUMBER.kind, "choice", _words("quantity_kind"))
    fields = (words, kind, *_number(prefix, NEW_NUMBER))
    yield Group(gettext("Number %(n)s") % {"n": len(one.quantities) + 1}, fields, new=True)


def _number(prefix: str, one: Quantity) -> tuple[Field, ...]:
    per = _words("quantity_per")
    others = ((one.per, one.per),) if one.per and one.per not in dict(per) else ()
    return (
        Field(prefix + "comparator", gettext("Comparator"), one.comparator, "choice", _words("comparator")),
        Field(prefix + "low", gettext("Number"), whole(one.low), "brief"),
        Field(prefix + "high", gettext("Upper end of a range"), whole(one.high), "brief"),
        Field(prefix + "unit", gettext("Unit"), one.unit, "unit"),
        Field(prefix + "per", gettext("Per"), one.per, "choice", (("", "–"), *per, *others)),
        Field(prefix + "of", gettext("Of (the whole it is a part of)"), one.of),
    )


def _words(of: str) -> Options:
    return tuple((code, str(words)) for code, words in WORDS[of].items())


def _terms(name: str) -> Options:
    language, known = (get_language() or "en").split("-")[0], vocabulary.load(name)
    return tuple((code, known.label(code, language)) for code in known.terms)
