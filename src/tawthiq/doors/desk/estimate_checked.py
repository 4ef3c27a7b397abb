"""Checked: what a kept estimate says of itself on changed tables, in words, for the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from tawthiq.doors.desk.estimate_words import REASON_WORDS, list_word, method_word
from tawthiq.report.estimate.refusal import Reason


@dataclass(frozen=True, slots=True)
class Changed:
    """One changed table: what was changed, what came out."""

    change: str
    answer: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One method. `wider`: the interval after the errors at lists of known size, in words, empty where there is none;
    `n_missed` of `n_known` lists of known size lay outside of their interval; `answered`: some changed table gave an
    answer."""

    name: str
    method: str
    changed: tuple[Changed, ...]
    known: tuple[Changed, ...]
    n_known: int
    n_missed: int
    wider: str
    answered: bool


def changes_of(document: Mapping[str, Any]) -> dict[str, str]:
    """Each change of a table as the stage tells it -> the reader's words, for the charts."""
    told = {one["change"] for said in document.get("checks", {}).values() for one in _variants(said)}
    return {change: _change(change) for change in told}


def checked_of(document: Mapping[str, Any]) -> list[Checked]:
    """Every method of a kept document that was asked on changed tables."""
    return [_checked(name, said) for name, said in document.get("checks", {}).items()]


def _checked(name: str, said: Mapping[str, Any]) -> Checked:
    answered = [one for one in said["known_sizes"] if one["covered"] is not None]
    wider = said["widened_by_known_sizes"]
    return Checked(
        name,
        method_word(name),
        tuple(Changed(_change(one["change"]), _answer(one)) for one in _variants(said)),
        tuple(Changed(f"{list_word(one['list'])}: {one['size']:,}", _answer(one)) for one in said["known_sizes"]),
        len(answered),
        sum(not one["covered"] for one in answered),
        _answer(wider) if wider and wider["interval"] else "",
        any(one["interval"] for one in _variants(said)),
    )


def _variants(said: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    return [*said["without_one_list"], *said["two_lists_as_one"]]


def _change(told: str) -> str:
    """`without A`, `A with B` in the reader's words."""
    if told.startswith("without "):
        return gettext("without %(list)s") % {"list": list_word(told.removeprefix("without "))}
    one, _, two = told.partition(" with ")
    return gettext("%(one)s and %(two)s as one list") % {"one": list_word(one), "two": list_word(two)}


def _answer(said: Mapping[str, Any]) -> str:
    if said["interval"] is None:
        reasons = (said["refused"] or {}).get("reasons", ())
        return " ".join([gettext("no answer") + ".", *(str(REASON_WORDS[Reason(one)]) for one in reasons)])
    low, high = said["interval"]
    return gettext("between %(low)s and %(high)s") % {"low": f"{low:,.0f}", "high": f"{high:,.0f}"}
