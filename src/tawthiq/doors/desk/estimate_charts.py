"""Estimate charts: specifications of the estimate stage in the reader's words, drawn on the server."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

import vl_convert
from django.utils.translation import get_language_bidi, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tawthiq.doors.desk.estimate_words import METHOD_WORDS, interval_sentence, method_word
from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.charts.panel_chart import method_panel
from tawthiq.report.estimate.charts.spec import Spec
from tawthiq.report.estimate.charts.upset_chart import upset_chart
from tawthiq.report.estimate.estimate import Estimate
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
}


def methods_svg(read: Read) -> str:
    """The methods on one axis."""
    words = {name: str(said) for name, said in (*CHART_WORDS.items(), *METHOD_WORDS.items())}
    return _drawn(method_panel(read.outcomes), words)


def lists_svg(table: CaptureTable) -> str:
    """The combinations of lists that may be shown; empty when none may."""
    shown = without_small(table, SMALLEST_SHOWN)
    named = {str(name): str(said) for name, said in CHART_WORDS.items() if name not in table.lists}
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
