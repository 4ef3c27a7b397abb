"""Estimate words: an estimate as an interval sentence, its warnings, its refusals, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from tawthiq.report.count.spec import Dimension
from tawthiq.report.estimate.estimate import Estimate
from tawthiq.report.estimate.models import KeptEstimate
from tawthiq.report.estimate.refusal import Ground, Reason
from tawthiq.report.publish.words import label
from tawthiq.terms import vocabulary

METHOD_WORDS: Mapping[str, Promise] = MappingProxyType(
    {
        "lcm": _("latent classes"),
        "lcm-neutral": _("latent classes, neutral prior"),
        "dga": _("decomposable graphs"),
        "loglinear": _("log-linear, stepwise"),
        "loglinear-bic": _("log-linear, by BIC"),
        "loglinear-average": _("log-linear, averaged"),
        "chao": _("Chao's lower bound"),
        "lincoln-petersen": _("Lincoln-Petersen, two lists"),
        "chapman": _("Chapman, two lists"),
    }
)
"""Name of a method -> words."""

REASON_WORDS: Mapping[Reason, Promise] = MappingProxyType(
    {
        Reason.TOO_FEW_LISTS: _("There are too few lists for this method."),
        Reason.TOO_MANY_LISTS: _("There are too many lists for this method."),
        Reason.NO_OVERLAP: _("The lists do not share the children that this method needs to see twice."),
        Reason.TOO_FEW_OVERLAPS: _("Too few children are on more than one list."),
        Reason.NOT_IDENTIFIABLE: _("Very different numbers of unseen children fit these lists equally well."),
        Reason.NO_FINITE_MAXIMUM: _("These lists set no upper end to the number of unseen children."),
        Reason.CHAINS_DISAGREE: _("Repeated runs of the calculation do not come to the same answer."),
        Reason.TOO_FEW_DRAWS: _("The calculation was too short to be trusted."),
        Reason.PILED_AT_FLOOR: _("The answer sits at its lowest possible value, which the lists cannot confirm."),
        Reason.PILED_AT_BOUND: _("The answer sits at the end of what was searched; it may lie beyond."),
        Reason.PRIOR_DECIDES: _("What was assumed beforehand would decide the answer, not the lists."),
        Reason.LISTS_NOT_INDEPENDENT: _("Lists repeat one another: they are one source, not several."),
        Reason.MATCHING_TOO_POOR: _("It is too uncertain which entries are the same child."),
        Reason.PART_REFUSED: _("A part of the lists gave no answer, so the whole has none."),
        Reason.NOT_CHECKED: _("The answer could not be checked against lists of known size."),
    }
)
"""Why no number is given, for people who are no statisticians."""

PHRASES: tuple[tuple[str, Promise], ...] = (
    (
        "A lower bound: children differ in how easily they are listed, and no pair of lists avoids the same children.",
        _("Children differ in how easily they are listed, and no pair of lists avoids the same children."),
    ),
    (
        "Children are alike but for the lists' dependence, which some decomposable graph describes; lists that all "
        "depend on one another say nothing of the unseen.",
        _(
            "Children are alike; lists may depend on one another, but not all of them on all others. "
            "Lists that all depend on one another say nothing of the unseen."
        ),
    ),
    (
        "Within each kind of child lists are independent; kinds are as many as the data show, and no kind is on no "
        "list at all.",
        _(
            "There are kinds of children, as many as the lists show. Within a kind, being on one list does not change "
            "the chance of being on another, and no kind is missing from every list."
        ),
    ),
    (
        "Children are alike; lists depend on one another in pairs only, and the rule found the pairs that do.",
        _("Children are alike; lists depend on one another in pairs only, and the method found those pairs."),
    ),
    (
        "Being on one list does not change the chance of being on the other, and all children are alike in it.",
        _("Being on one list does not change the chance of being on the other, and all children are alike in it."),
    ),
    ("a lower bound, not an estimate of the total", _("A lower bound: it says at least how many, not how many.")),
    (
        "two lists cannot show whether they depend on one another",
        _("Two lists cannot show whether they depend on one another."),
    ),
    (
        "the posterior has several modes: different kinds of unseen children fit nearly as well",
        _("Several different answers fit these lists nearly as well as one another."),
    ),
    (r"(?P<share>[\d.]+%) of resampled tables had no answer", _("%(share)s of resampled tables had no answer.")),
    (r"list (?P<a>.+) holds nobody and was left out", _("The list %(a)s holds nobody and was left out.")),
    (
        r"fewer than (?P<n>\d+) children shared by: (?P<a>.+)",
        _("Fewer than %(n)s children are shared by: %(a)s. Such lists say little of how they depend on one another."),
    ),
    (
        r"every child of (?P<a>.+) is on (?P<b>.+): was one list built from the other\?",
        _("Every child of %(a)s is on %(b)s: was one list built from the other?"),
    ),
    (
        r"(?P<m1>[\w-]+) and (?P<m2>[\w-]+) disagree by more than their intervals say: .+",
        _(
            "“%(m1)s” and “%(m2)s” disagree by more than their intervals say: at least one assumption does not hold, "
            "and the intervals do not show it."
        ),
    ),
    (
        r"(?P<m1>[\w-]+) lies below the lower bound of (?P<m2>[\w-]+): .+",
        _("“%(m1)s” lies below “%(m2)s”: lists may depend on one another."),
    ),
    (
        r"upper end more than (?P<n>[\d.]+) times the lower: (?P<ms>.+)",
        _("The upper end is more than %(n)s times the lower: %(ms)s."),
    ),
    (
        r"more than (?P<n>\d+%) of the answer was seen by nobody: (?P<ms>.+)",
        _("More than %(n)s of the answer was seen by nobody: %(ms)s."),
    ),
    (
        r"share more children than independent lists would: (?P<a>.+)",
        _("These lists share more children than independent lists would: %(a)s."),
    ),
    (
        r"share fewer children than independent lists would: (?P<a>.+)",
        _("These lists share fewer children than independent lists would: %(a)s."),
    ),
)
"""A sentence of the estimate stage (whole, or a pattern of it) -> the desk's words for it."""


def method_word(name: str) -> str:
    """The reader's words for a method; its name where the desk has none."""
    return str(METHOD_WORDS.get(name, name))


def list_word(name: str) -> str:
    """The reader's words for a list: the label of a kind of source where its name is one."""
    known = vocabulary.load("source_kind")
    return known.label(name, _language()) if name in known.terms else name


def dimension_of(made_from: Mapping[str, Any] | None) -> str:
    """What the strata of a table of the register are told apart by; empty where there is none."""
    by = made_from["question"]["by"] if made_from else []
    return str(by[0]) if by else ""


def stratum_word(stratum: str, dimension: str = "") -> str:
    """The reader's words for a stratum: for a code of a dimension its label, else as it was written."""
    if not dimension:
        return stratum
    return " + ".join(label(Dimension(dimension), one, _language()) for one in stratum.split(" + "))


def title_of(kept: KeptEstimate) -> str:
    """A kept estimate in one line: of what, from which lists, by which methods."""
    made_from, table = kept.document.get("made_from"), kept.document["table"]
    asked = made_from["question"] if made_from else None
    of = [label(Dimension.VIOLATION, code, _language()) for code in asked["violations"]] if asked else []
    when = [asked["situation"], asked["period"]] if asked else []
    part = [stratum_word(table["stratum"], dimension_of(made_from))] if table["stratum"] else []
    lists = ", ".join(list_word(name) for name in table["lists"])
    methods = ", ".join(method_word(one["method"]) for one in kept.document["outcomes"])
    return " · ".join([*of, *when, *part, lists, methods])


def _language() -> str:
    return (get_language() or "en").split("-")[0]


def interval_sentence(one: Estimate) -> str:
    """The only way an estimate is spelt: an interval, never a number alone."""
    said = {
        "low": f"{one.interval.low:,.0f}",
        "high": f"{one.interval.high:,.0f}",
        "level": f"{100 * one.interval.level:g}%",
    }
    if one.lower_bound:
        return (
            gettext("The lower bound lies between %(low)s and %(high)s children, seen or not (%(level)s interval)")
            % said
        )
    return gettext("Between %(low)s and %(high)s children, seen or not (%(level)s interval)") % said


def reason_words(ground: Ground) -> str:
    """Why there is no number."""
    return str(REASON_WORDS[ground.reason])


def phrase(sentence: str) -> SafeString:
    """A sentence of the estimate stage in the reader's language; in English, marked as such, where it is not known."""
    for known, words in PHRASES:
        if known == sentence:
            return format_html("{}", words)
        if "(?P<" in known and (found := re.fullmatch(known, sentence)):
            return format_html(
                "{}", str(words) % {name: _value(name, said) for name, said in found.groupdict().items()}
            )
    if (get_language() or "en").startswith("en"):
        return format_html("{}", sentence)
    return format_html('<span lang="en" dir="ltr">{}</span>', sentence)


def _value(name: str, said: str) -> str:
    """What stands in a place of a sentence: names of methods (`m`) in words, all else as it is."""
    return ", ".join(method_word(one) for one in said.split(", ")) if name.startswith("m") else said
