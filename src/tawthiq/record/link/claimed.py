"""Claimed: the tallies that rows of a register bring or touch, compared with the acts when all its rows are told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tawthiq.record.link.act import Act
from tawthiq.record.link.intake import plan_entries
from tawthiq.record.link.models.read import get_acts_of
from tawthiq.record.link.register import Entry
from tawthiq.record.link.tally import Claims, Mismatch, mismatches
from tawthiq.record.link.violation import Violation
from tawthiq.safe.work import Reader

_TOGETHER = 500


def compare_kept(reader: Reader, claims: Claims) -> list[tuple[Violation, Mismatch]]:
    """What the acts of the record contradict of the claims."""
    return _compared(claims, _kept(reader, claims))


def compare_told(
    reader: Reader, claims: Claims, batches: Iterable[Sequence[Entry]]
) -> list[tuple[Violation, Mismatch]]:
    """The same as it would be after these rows came in; writes nothing."""
    if not claims.violations:
        return []
    acts = _kept(reader, claims)
    under = {act: violation for violation, held in acts.items() for act in held}
    for entries in batches:
        felt = [one for one in entries if one.act and (one.violation.id in acts or one.act.id in under)]
        for act in plan_entries(reader, felt).acts if felt else ():
            acts.get(under.pop(act.id, ""), {}).pop(act.id, None)
            if act.violation_id in acts:
                acts[act.violation_id][act.id] = act
                under[act.id] = act.violation_id
    return _compared(claims, acts)


def _kept(reader: Reader, claims: Claims) -> dict[str, dict[str, Act]]:
    wanted = list(claims.violations)
    found: dict[str, dict[str, Act]] = {one: {} for one in wanted}
    for start in range(0, len(wanted), _TOGETHER):
        for act in get_acts_of(reader, wanted[start : start + _TOGETHER]):
            found[act.violation_id][act.id] = act
    return found


def _compared(claims: Claims, acts: dict[str, dict[str, Act]]) -> list[tuple[Violation, Mismatch]]:
    pairs = [(one, list(acts[one.id].values())) for one in claims.violations.values()]
    return [(one, found) for one, held in pairs for found in mismatches(one, held)]
