"""Public face of multiple systems estimation: import this from a notebook; it needs no Django, no database.

>>> from tawthiq import estimate
>>> table, = estimate.parse_csv(open("lists.csv").read())
>>> for outcome in estimate.estimate_all(table, ["all"], estimate.Run(seed=1)):
...     print(estimate.to_json(outcome))
"""

from __future__ import annotations

from tawthiq.report.estimate.capture import CaptureTable, from_counts, from_text, pooled
from tawthiq.report.estimate.document import reproduction, to_json
from tawthiq.report.estimate.estimate import Draws, Estimate, Interval, Outcome
from tawthiq.report.estimate.estimating import estimate_all, estimate_one
from tawthiq.report.estimate.gates import Checked, Quality, check
from tawthiq.report.estimate.histories import Sighting, from_sightings, n_copies
from tawthiq.report.estimate.method import Method, Run
from tawthiq.report.estimate.methods import METHODS
from tawthiq.report.estimate.reading import parse_csv
from tawthiq.report.estimate.refusal import Ground, Reason, Refused

__all__ = [
    "METHODS",
    "CaptureTable",
    "Checked",
    "Draws",
    "Estimate",
    "Ground",
    "Interval",
    "Method",
    "Outcome",
    "Quality",
    "Reason",
    "Refused",
    "Run",
    "Sighting",
    "check",
    "estimate_all",
    "estimate_one",
    "from_counts",
    "from_sightings",
    "from_text",
    "n_copies",
    "parse_csv",
    "pooled",
    "reproduction",
    "to_json",
]
