"""Brought: what an import of a register did, or a dry run says that it would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from tawthiq.record.collect.quarantine import Quarantined
from tawthiq.record.link.plan import Becomes, Change, Plan
from tawthiq.record.link.tally import Claims, Mismatch
from tawthiq.record.link.violation import Violation
from tawthiq.safe.long_run import Remembered

MAX_CHANGES = 200
"""Changes that a report lists in full; all are counted."""

_RANKS = (Becomes.NEW, Becomes.CHANGED, Becomes.SAME)
"""Of a thing that several batches tell of, the first of these that one of them says."""


@dataclass(slots=True)
class Report:
    """What an import did, or a dry run would do. `becomes`: kind -> new, changed, same -> how many things.

    A thing that several batches tell of counts once, by what became of it over all of them. `ignored`: columns;
    `signals`: (field, what) -> rows; `changes`: the first MAX_CHANGES; `n_decisions`: transcribed decisions;
    `mismatches`: tallies that the acts contradict, once all rows are told: findings, which change no figure.
    """

    item_id: str = ""
    n_rows: int = 0
    n_in: int = 0
    becomes: dict[str, Counter[Becomes]] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    quarantined: list[Quarantined] = field(default_factory=list)
    ignored: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    signals: Counter[tuple[str, str]] = field(default_factory=Counter)
    n_decisions: int = 0
    mismatches: list[tuple[Violation, Mismatch]] = field(default_factory=list)
    _claims: Claims = field(default_factory=Claims)
    _met: Remembered = field(default_factory=Remembered)
    _left: Remembered = field(default_factory=Remembered)
    _n_left: int = 0

    def add(self, planned: Plan) -> None:
        """Count one batch; what this run has made new stays new, and its later batches change nothing."""
        fresh: set[str] = set()
        self._n_left += len(self._left.met_first(self._claims.note(planned.violations)))
        for kind, outcomes in planned.outcomes.items():
            self._count(kind, outcomes, fresh)
        more = (change for change in planned.changes if change.thing not in fresh)
        self.changes += islice(more, MAX_CHANGES - len(self.changes))

    def add_decisions(self, fresh: Sequence[str], listed: Sequence[Change]) -> None:
        """Count the cases of decisions that are brought in; list what they change."""
        self.n_decisions += len(fresh)
        self.changes += listed[: MAX_CHANGES - len(self.changes)]

    def compare(self, compared: Callable[[Claims], list[tuple[Violation, Mismatch]]]) -> None:
        """List the tallies that the acts contradict; what is beyond the limit of one run is signalled."""
        self.mismatches = compared(self._claims)
        if self._n_left:
            self.signals["tally", "not compared with its acts here; the page of the incident does"] += self._n_left

    def _count(self, kind: str, outcomes: Mapping[str, Becomes], fresh: set[str]) -> None:
        counts = self.becomes.setdefault(kind, Counter(dict.fromkeys(Becomes, 0)))
        keys = {hash(thing): thing for thing in outcomes}
        before = self._met.known(keys)
        learned: dict[int, int] = {}
        for key, thing in keys.items():
            now, was = _RANKS.index(outcomes[thing]), before.get(key, len(_RANKS))
            if was == 0:
                fresh.add(thing)
            if now < was and was != 0:
                counts[_RANKS[now]] += 1
                learned[key] = now
                if was < len(_RANKS):
                    counts[_RANKS[was]] -= 1
        self._met.learn(learned)
