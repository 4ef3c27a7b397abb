"""Planted tables that carry no answer, and two that do: who refuses, with what reason.

    python benchmarks/estimate_refusals.py

Fixed log-linear models on Artificial_3 first (SparseMSE's checkident: 2, 1, 1, 0), then each planted table by every
method, then kosovo with my5, which no method may refuse. Exit code 1 when one planted table got a number from a method
that cannot know it (a lower bound may stand where children were seen twice), or when one of the two was refused.
"""

from __future__ import annotations

import sys

from tawthiq import estimate
from tawthiq.report.estimate.methods.loglinear import LogLinear, Rule
from tawthiq.report.estimate.published import published

VARIANTS = {"A:B A:C B:C": 2, "A:B": 1, "A:B A:C": 1, "A:C B:C": 0}

PLANTED = {
    "one list": ("A", "1:30"),
    "lists that never meet": ("ABC", "001:40 010:50 100:60"),
    "two children seen twice": ("ABC", "001:40 010:50 100:60 110:2"),
    "a list copied whole": ("ABC", "110:40 001:30 111:15"),
    "everyone on every list but one": ("ABC", "111:50"),
    "four lists, two of them copies": ("ABCD", "1100:40 0010:30 0001:25 1111:15 0011:9"),
    "three posts of one source, one apart": ("ABCD", "1110:60 0001:40 1111:12"),
}


def variants() -> bool:
    table, good = published("Artificial_3"), True
    for pairs, code in VARIANTS.items():
        named = tuple((pair[0], pair[2]) for pair in pairs.split())
        model = LogLinear(rule=Rule.FIXED, pairs=named, n_replicates=50)
        found, outcome = int(model.check(table)), model.fit(table, estimate.Run())
        refused = isinstance(outcome, estimate.Refused)
        good &= found == code and refused == (code > 0)
        words = ", ".join(outcome.reasons) if isinstance(outcome, estimate.Refused) else "answers"
        print(f"Artificial_3 with {pairs:12} code {found} (SparseMSE {code}): {words}")
    return good


def planted() -> bool:
    good = True
    for name, (lists, cells) in PLANTED.items():
        outcomes = estimate.estimate_all(estimate.from_text(lists, cells), ["all"])
        answered = [one.method for one in outcomes if isinstance(one, estimate.Estimate)]
        reasons = sorted({r.value for one in outcomes if isinstance(one, estimate.Refused) for r in one.reasons})
        good &= not answered
        print(f"{name:40} answered by {', '.join(answered) or 'none'}; {', '.join(reasons)}")
    return good


def carrying() -> bool:
    good = True
    for name in ("kosovo", "my5"):
        outcomes = estimate.estimate_all(published(name), ["all"])
        refused = [one.method for one in outcomes if isinstance(one, estimate.Refused)]
        good &= not refused
        print(f"{name:40} refused by {', '.join(refused) or 'none'}")
    return good


if __name__ == "__main__":
    sys.exit(0 if all([variants(), planted(), carrying()]) else 1)
