"""Estimate charts: specifications of the estimate stage in the reader's words, drawn on the server."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType

import vl_convert
from django.utils.functional import Promise
from django.utils.translation import get_language_bidi, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tawthiq.doors.desk.estimate_words import METHOD_WORDS, interval_sentence, list_word, method_word
from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.charts.panel_chart import estimates_chart, method_panel
from tawthiq.report.estimate.charts.spec import Spec
from tawthiq.report.estimate.charts.upset_chart import upset_chart
from tawthiq.report.estimate.estimate import Estimate, Outcome
from tawthiq.report.estimate.kept import Read, without_small
from tawthiq.report.publish.chart import FONT_FAMILIES, FONTS
from tawthiq.terms.identity import Json

SMALLEST_SHOWN = 5
"""Fewer children on one combination of lists are not shown; our proposal, as in the warnings of the gates."""

CHART_WORDS = {
    "Estimates by method": _("Estimates by method"),
    "Method": _("Method"),
    "Children, seen or not": _("Children, seen or not"),
    "Which lists share children": _("Which lists share children"),
    "Children observed": _("Children on these lists"),
    "no answer": _("no answer"),
    "at least": pgettext_lazy("chart", "at least"),
    "estimate": _("estimate"),
    "Paths of the chains": _("Paths of the chains"),
    "Ranks of the chains": _("Ranks of the chains"),
    "What one list changes": _("What one list changes"),
    "Estimates side by side": _("Estimates side by side"),
    "Estimate": _("Estimate"),
    "all lists": _("all lists"),
    "Table": _("Table"),
    "Draw": pgettext_lazy("chart", "Draw"),
    "Chain": pgettext_lazy("chart", "Chain"),
    "Rank among all draws": _("Rank among all draws"),
}

ALTS: Mapping[str, Promise] = MappingProxyType(
    {
        "posterior": _("How likely each number is, by the method “%(method)s”, given the lists and what it assumes"),
        "trace": _("The paths of the repeated runs of “%(method)s”; where they mix they agree"),
        "ranks": _("The ranks of the repeated runs of “%(method)s”; flat bars mean that they agree"),
    }
)
"""Kind of a kept chart -> its words; the sentence of its interval is said beside it."""


def methods_svg(read: Read, *, observed: bool) -> str:
    """The methods on one axis. `observed`: mark the children on the lists; False where those were verified."""
    return _drawn(method_panel(read.outcomes, observed=observed), _words())


def drawn_svg(spec: Spec, changes: Mapping[str, str]) -> str:
    """A chart that a kept estimate brought with it. `changes`: words for changed tables."""
    return _drawn(spec, {**_words(), **_titles(), **changes})


def side_by_side(answers: Sequence[tuple[str, Outcome]]) -> str:
    """Answers of several estimates on one axis, each with its letter; empty when there is none."""
    rows = [(f"{letter} · {method_word(one.method)}", one) for letter, one in answers]
    return _drawn(estimates_chart(rows), _words()) if rows else ""


def drawn_alt(name: str, read: Read) -> str:
    """A chart that a kept estimate brought with it, in words."""
    method, _sep, kind = name.rpartition("-")
    said = [interval_sentence(one) for one in read.estimates if one.method == method]
    return ". ".join([str(ALTS[kind]) % {"method": method_word(method)}, *said]) + "."


def _words() -> dict[str, str]:
    return {name: str(said) for name, said in (*CHART_WORDS.items(), *METHOD_WORDS.items())}


def _titles() -> dict[str, str]:
    """Titles that hold the code of a method."""
    title = gettext("How many in all, by %(method)s")
    return {f"How many in all, by {code}": title % {"method": method_word(code)} for code in METHOD_WORDS}


def lists_svg(table: CaptureTable) -> str:
    """The combinations of lists that may be shown; empty when none may."""
    shown = without_small(table, SMALLEST_SHOWN)
    named = {str(name): str(said) for name, said in CHART_WORDS.items() if name not in table.lists}
    named |= {name: list_word(name) for name in table.lists}
    return _drawn(upset_chart(shown), named) if shown else ""


def methods_alt(read: Read) -> str:
    """The panel in words."""
    said = [
        f"{method_word(one.method)}: {interval_sentence(one) if isinstance(one, Estimate) else gettext('no answer')}"
        for one in read.outcomes
    ]
    return f"{gettext('Estimates by method')}. {'; '.join(said)}."


def _drawn(spec: Spec, words: Mapping[str, str]) -> str:
    family = FONT_FAMILIES["rtl" if get_language_bidi() else "ltr"]
    config = {"font": f"{family}, {FONT_FAMILIES['ltr']}, sans-serif", "view": {"stroke": None}, "background": "white"}
    described = {name: said for name, said in spec.items() if name != "description"}
    worded = _worded(described, words)
    whole = {**(worded if isinstance(worded, dict) else {}), "config": {**config, "axis": {"labelLimit": 260}}}
    return _svg(json.dumps(whole, ensure_ascii=False))


def _worded(said: Json, words: Mapping[str, str]) -> Json:
    """The same with every text that is one of ours in the reader's language; keys stay."""
    if isinstance(said, dict):
        return {name: _worded(one, words) for name, one in said.items()}
    if isinstance(said, list):
        return [_worded(one, words) for one in said]
    return words.get(said, said) if isinstance(said, str) else said


@lru_cache(maxsize=64)
def _svg(spec: str) -> str:
    _register_fonts()
    drawn: str = vl_convert.vegalite_to_svg(spec)
    return drawn


@cache
def _register_fonts() -> None:
    with resources.as_file(FONTS) as folder:
        vl_convert.register_font_directory(str(folder))
