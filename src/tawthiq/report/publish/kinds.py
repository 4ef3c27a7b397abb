"""Kinds: the children behind a set of figures, by everything the tables of a release tell about them.

A kind is the collection of the acts one child suffered, each act as its codes in every direction that a table of its
violation uses. Children of one act are taken over all combinations of codes; those of several acts over the ones
that occur (an attacker who knows that much is stronger than a real one).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeAlias

from tawthiq.record.verify.verified import VerifiedActs
from tawthiq.report.count.spec import SEVERAL, Counted, Dimension, Spec, heading_of, unit_of
from tawthiq.report.count.tabulate import Umbrellas, axis, chosen_current, weapon_heads
from tawthiq.report.publish.disclosure import Published
from tawthiq.terms.violation import Unit

Act: TypeAlias = tuple[tuple[str, str], ...]
"""(direction, code) pairs, sorted; directions that no table of the violation uses are left out."""

Kind: TypeAlias = tuple[Act, ...]

GUARDED = frozenset({"sexual_violence", "deprivation_liberty"})
"""Violations whose small counts are hidden up to a higher bar (security page, section 5.1)."""


@dataclass(frozen=True, slots=True)
class Bars:
    """The least counts of children that may be printed."""

    k: int = 5
    k_guarded: int = 10

    def of(self, violations: Sequence[str]) -> int:
        """The bar of a cell that counts these types; 0 where incidents are counted, not children."""
        in_children = [code for code in violations if unit_of(code) is Unit.CHILD]
        if not in_children:
            return 0
        return self.k_guarded if GUARDED.issuperset(in_children) else self.k


@dataclass(frozen=True, slots=True)
class CellKey:
    """One number of a release: place of its table, its codes (none is the total), whether it repeats other rows."""

    table: int
    codes: tuple[str, ...] = ()
    of_which: bool = False

    @property
    def name(self) -> str:
        """As verdicts name it."""
        return f"table {self.table + 1}: {' / '.join(self.codes) or 'total'}{' (of which)' if self.of_which else ''}"


@dataclass(frozen=True)
class Population:
    """`truth`: kind -> how many children; every combination of codes is in it, most of them with none."""

    kinds: tuple[Kind, ...]
    truth: tuple[int, ...]


def population(acts: VerifiedActs, specs: Sequence[Spec]) -> Population:
    """Everyone behind the current values of figures that share a situation, a period and a rule of straddling."""
    seen: dict[int, list[Act]] = defaultdict(list)
    weights: dict[int, int] = {}
    for who, n, act in _told(acts, specs):
        seen[who].append(act)
        weights[who] = n
    counts: Counter[Kind] = Counter()
    for who, told in seen.items():
        counts[tuple(sorted(told))] += weights[who]
    kinds = dict.fromkeys([*counts, *((act,) for act in _combinations(counts))])
    return Population(tuple(kinds), tuple(counts[kind] for kind in kinds))


def cell_of(key: CellKey, spec: Spec, value: int, people: Population, bars: Bars, umbrellas: Umbrellas) -> Published:
    """A number of a table as the audit sees it."""
    asked = tuple(zip(spec.by, key.codes, strict=False))
    weights = {}
    for place, kind in enumerate(people.kinds):
        n = sum(_counts(act, spec, asked, umbrellas if key.of_which else None) for act in kind)
        if n:
            weights[place] = n if spec.unit is Counted.ACT else 1
    k = bars.of(_narrowed(spec, asked))
    return Published(key.name, value, weights, k, fixed=not key.codes and value >= k)


def repeated(people: Population, bars: Bars) -> Published:
    """Children who suffered several violations, which acts minus children gives away though nobody prints it."""
    several = {place: 1 for place, kind in enumerate(people.kinds) if len(kind) > 1}
    value = sum(people.truth[place] for place in several)
    return Published("children with several violations", value, several, bars.k, fixed=True, printed=False)


def _told(acts: VerifiedActs, specs: Sequence[Spec]) -> Iterator[tuple[int, int, Act]]:
    """(who, how many, act) for each entry of the union of the specs."""
    violations = tuple(dict.fromkeys(code for spec in specs for code in spec.violations))
    found = chosen_current(acts, replace(specs[0], violations=violations, unit=Counted.ACT, by=(), only=()))
    used = {code: _directions(specs, code) for code in violations}
    columns = {name: axis(acts, found, name) for name in {name for names in used.values() for name in names}}
    violation = axis(acts, found, Dimension.VIOLATION)
    for row, (who, n) in enumerate(zip(found.who.tolist(), found.n.tolist(), strict=True)):
        code = violation.word(row)
        told = [(name.value, columns[name].word(row)) for name in used[code]]
        yield who, n, tuple(sorted([*told, (Dimension.VIOLATION.value, code)]))


def _directions(specs: Sequence[Spec], violation: str) -> tuple[Dimension, ...]:
    """The directions in which tables tell about a violation; its type and heading follow from the violation."""
    names = {
        name
        for spec in specs
        if violation in spec.violations
        for name in (*spec.by, *(one for one, _ in spec.only))
        if name not in (Dimension.VIOLATION, Dimension.HEADING)
    }
    return tuple(sorted(names))


def _combinations(counts: Mapping[Kind, int]) -> Iterator[Act]:
    """Every act that the codes seen for its violation allow."""
    codes: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for kind in counts:
        for act in kind:
            violation = dict(act)[Dimension.VIOLATION.value]
            for name, code in act:
                codes[violation][name].add(code)
    for names in codes.values():
        directions = sorted(names)
        for chosen in product(*(sorted(names[name]) for name in directions)):
            yield tuple(zip(directions, chosen, strict=True))


def _counts(act: Act, spec: Spec, asked: tuple[tuple[Dimension, str], ...], umbrellas: Umbrellas | None) -> bool:
    told = dict(act)
    violation = told[Dimension.VIOLATION.value]
    told[Dimension.HEADING.value] = heading_of(violation)
    if violation not in spec.violations:
        return False
    if not all(any(_carries(told, name, code, None) for code in codes) for name, codes in spec.only):
        return False
    return all(_carries(told, name, code, umbrellas) for name, code in asked)


def _carries(told: Mapping[str, str], name: Dimension, code: str, umbrellas: Umbrellas | None) -> bool:
    if name not in SEVERAL:
        return told[name.value] == code
    codes = told[name.value].split(";")
    heads = _HEADS.get(name, umbrellas if name is Dimension.PARTY else None)
    if umbrellas is None or heads is None:
        return code in codes
    return any(code == one or code in heads(one) for one in codes)


_HEADS: Mapping[Dimension, Umbrellas] = {Dimension.WEAPON: weapon_heads}
"""What rows "of which" gather beside umbrellas over parties; no head is a code of its own members' kind."""


def _narrowed(spec: Spec, asked: tuple[tuple[Dimension, str], ...]) -> tuple[str, ...]:
    """The types a cell counts."""
    wanted = dict(asked)
    return tuple(
        code
        for code in spec.violations
        if wanted.get(Dimension.VIOLATION, code) == code
        and wanted.get(Dimension.HEADING, heading_of(code)) == heading_of(code)
    )
