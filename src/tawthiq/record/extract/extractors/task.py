"""The task: what a model is asked to do with a text, in words that hold every code it may answer with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from string import Template

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from tawthiq.terms import vocabulary
from tawthiq.terms.quantity import Comparator, QuantityKind

KINDS: Mapping[str, str] = {
    StatementKind.VIOLATION_CLAIM: "somebody did or suffered one of the violations",
    StatementKind.FIGURE: "a number of children, cases or sites, no violation named",
    StatementKind.LIMITATION: "something is not known, not verified, not reached, hard to count",
    StatementKind.MEDIA_PROVENANCE: (
        "where, when or by whom a picture or video was made or posted; what it shows done to a child is a claim"
    ),
    StatementKind.CONTEXT_CLAIM: "violations in general, denied, warned of, forbidden, promised to end",
    StatementKind.CONTEXT: "anything else",
}
LEVELS: Mapping[str, str] = {
    Factuality.VERIFIED_BY_SOURCE: "a source says that it verified or confirmed it, or it 'was verified'",
    Factuality.ASSERTED: "the text itself says it plainly, without a source",
    Factuality.ATTRIBUTED: "a named or described source says it plainly, documented it, or blames somebody",
    Factuality.REPORTED: "hearsay, 'reportedly', 'were recorded', a nameless source, the French or Spanish conditional",
    Factuality.BELIEVED: "thought, estimated, feared, likely, may have",
    Factuality.ALLEGED: "the sentence says alleged, presumed, suspected of",
    Factuality.CLAIMED_BY_PARTY: (
        "a party to the conflict, its army or government says it of itself, accuses its enemy, or denies it"
    ),
    Factuality.UNCORROBORATED: "told as not confirmed by anybody else",
    Factuality.UNKNOWN: "said to be not known or not verifiable; a limitation of any sort",
}
SIGNS: Mapping[str, str] = {
    Comparator.EXACT: "14 boys",
    Comparator.MORE_THAN: "more than, over",
    Comparator.AT_LEAST: "at least, no fewer than, as many as",
    Comparator.LESS_THAN: "under, fewer than",
    Comparator.AT_MOST: "up to, no more than",
    Comparator.ABOUT: "about, some, around",
    Comparator.ALMOST: "almost, nearly",
    Comparator.RANGE: "from value to high",
    Comparator.VAGUE: "dozens, many; no value",
    Comparator.UNKNOWN: "an unknown number; no value",
}


@cache
def task() -> str:
    """The whole task, in English: fields, every code with its meaning, one invented example."""
    words = (resources.files(__package__) / "task.txt").read_text("utf-8")
    violations = {code: term.label["en"] for code, term in vocabulary.load("violation").terms.items()}
    return Template(words).substitute(
        kinds=_listed(KINDS),
        violations=_listed(violations),
        quantity_kinds=", ".join(QuantityKind),
        comparators=_listed(SIGNS),
        levels=_listed(LEVELS),
    )


def _listed(meanings: Mapping[str, str]) -> str:
    return "; ".join(f"{code} ({meaning})" for code, meaning in meanings.items())
