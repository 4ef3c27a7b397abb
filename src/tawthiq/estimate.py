"""Public face of multiple systems estimation: import this from a notebook; it needs no Django, no database.

>>> from tawthiq import estimate
>>> table, = estimate.parse_csv(open("lists.csv").read())
>>> for outcome in estimate.estimate_all(table, ["all"], estimate.Run(seed=1)):
...     print(estimate.to_json(outcome))
"""

from __future__ import annotations

from tawthiq.report.estimate.calibration import Widened, held_out, widened
from tawthiq.report.estimate.capture import CaptureTable, from_counts, from_text, pooled
from tawthiq.report.estimate.charts.chains_chart import rank_chart, trace_chart
from tawthiq.report.estimate.charts.panel_chart import leave_one_out_chart, method_panel
from tawthiq.report.estimate.charts.posterior_chart import posterior_chart
from tawthiq.report.estimate.charts.upset_chart import upset_chart
from tawthiq.report.estimate.checks import Checks, checked, checks_json
from tawthiq.report.estimate.combining import Over, combine, rubin_log, shares_of_total, totals
from tawthiq.report.estimate.consistency import against_known_sizes
from tawthiq.report.estimate.document import (
    made_with,
    reproduction,
    settings_json,
    table_json,
    to_json,
    together_json,
)
from tawthiq.report.estimate.dossier import charts, files
from tawthiq.report.estimate.estimate import Draws, Estimate, Interval, Outcome
from tawthiq.report.estimate.estimating import estimate_all, estimate_one
from tawthiq.report.estimate.gates import Checked, Quality, check
from tawthiq.report.estimate.histories import Sighting, from_sightings, n_copies
from tawthiq.report.estimate.method import Method, Run
from tawthiq.report.estimate.methods import METHODS
from tawthiq.report.estimate.panel import Panel, panel, together
from tawthiq.report.estimate.parquet import draws_parquet
from tawthiq.report.estimate.reading import parse_csv
from tawthiq.report.estimate.refusal import Ground, Reason, Refused
from tawthiq.report.estimate.replicated import fit
from tawthiq.report.estimate.sensitivity import leave_one_out, merge_two, moves
from tawthiq.report.estimate.simulate import WORLDS, World, simulate, tabulate

__all__ = [
    "METHODS",
    "WORLDS",
    "CaptureTable",
    "Checked",
    "Checks",
    "Draws",
    "Estimate",
    "Ground",
    "Interval",
    "Method",
    "Outcome",
    "Over",
    "Panel",
    "Quality",
    "Reason",
    "Refused",
    "Run",
    "Sighting",
    "Widened",
    "World",
    "against_known_sizes",
    "charts",
    "check",
    "checked",
    "checks_json",
    "combine",
    "draws_parquet",
    "estimate_all",
    "estimate_one",
    "files",
    "fit",
    "from_counts",
    "from_sightings",
    "from_text",
    "held_out",
    "leave_one_out",
    "leave_one_out_chart",
    "made_with",
    "merge_two",
    "method_panel",
    "moves",
    "n_copies",
    "panel",
    "parse_csv",
    "pooled",
    "posterior_chart",
    "rank_chart",
    "reproduction",
    "rubin_log",
    "settings_json",
    "shares_of_total",
    "simulate",
    "table_json",
    "tabulate",
    "to_json",
    "together",
    "together_json",
    "totals",
    "trace_chart",
    "upset_chart",
    "widened",
]
