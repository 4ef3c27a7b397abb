"""Everything one method can be asked besides the whole: without a list, with two lists as one, lists of known size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.report.estimate.calibration import Widened, widened
from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.consistency import Known, against_known_sizes
from tawthiq.report.estimate.document import refusal_json
from tawthiq.report.estimate.estimate import Estimate, Outcome
from tawthiq.report.estimate.method import Method, Run
from tawthiq.report.estimate.refusal import Refused
from tawthiq.report.estimate.sensitivity import Variant, leave_one_out, merge_two, moves
from tawthiq.terms.identity import Json

MAX_MERGED = 6
"""Lists up to which every pair is merged; beyond, the pairs are too many for one sitting."""


@dataclass(frozen=True, slots=True)
class Checks:
    """What came out; `wider` is the whole's interval after the errors at known sizes, None when the whole refused."""

    whole: Outcome
    without: tuple[Variant, ...]
    merged: tuple[Variant, ...]
    known: tuple[Known, ...]
    wider: Widened | Refused | None

    @property
    def warnings(self) -> tuple[str, ...]:
        """Plain words for what contradicts the whole."""
        return (*moves(self.whole, (*self.without, *self.merged)), *_known_words(self.known))


def checked(table: CaptureTable, method: Method, run: Run, whole: Outcome) -> Checks:
    """Run the method on every changed table; takes as long as some ten to thirty fits."""
    kept, _ = table.without_empty()
    merged = merge_two(kept, method, run) if kept.n_lists <= MAX_MERGED else ()
    known = against_known_sizes(kept, method, run)
    wider = widened(whole, known) if isinstance(whole, Estimate) else None
    return Checks(whole, leave_one_out(kept, method, run), merged, known, wider)


def checks_json(found: Checks) -> dict[str, Json]:
    """As plain values; a refusal has no number here either."""
    return {
        "without_one_list": [_variant(one) for one in found.without],
        "two_lists_as_one": [_variant(one) for one in found.merged],
        "known_sizes": [
            {"list": one.name, "size": one.size, "covered": one.covered, **_ends(one.outcome)} for one in found.known
        ],
        "widened_by_known_sizes": _wider(found.wider),
        "warnings": list(found.warnings),
    }


def _known_words(known: Sequence[Known]) -> list[str]:
    answered = [one for one in known if one.covered is not None]
    missed = [one.name for one in answered if not one.covered]
    if not missed:
        return []
    return [f"asked for lists of known size, the interval missed {len(missed)} of {len(answered)}: {', '.join(missed)}"]


def _variant(variant: Variant) -> Json:
    return {"change": variant.change, **_ends(variant.outcome)}


def _ends(outcome: Outcome) -> dict[str, Json]:
    if not isinstance(outcome, Estimate):
        return {"median": None, "interval": None, "refused": refusal_json(outcome)}
    return {"median": outcome.median, "interval": [outcome.interval.low, outcome.interval.high], "refused": None}


def _wider(wider: Widened | Refused | None) -> Json:
    if wider is None:
        return None
    if isinstance(wider, Refused):
        return {"interval": None, "refused": refusal_json(wider)}
    ends: list[Json] = [wider.interval.low, wider.interval.high]
    return {"interval": ends, "n_known": wider.n_known, "log_error": wider.error, "refused": None}
