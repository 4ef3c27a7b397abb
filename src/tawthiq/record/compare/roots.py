"""Roots: items that copy one another go back to one root, so that one source told fifty times counts once.

Links join strongest first. A decision by a person outranks every link, and holds for all that is or later becomes a
sure copy of the items it names: the same clip is judged once, not once for each repost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tawthiq.record.compare.copy import Copy, CopyKind, Unit
from tawthiq.record.compare.decision import Decision, Pair, settled
from tawthiq.record.compare.first_posted import Posting, possibly_first
from tawthiq.record.compare.joined import Joined


@dataclass(frozen=True, slots=True)
class Cluster:
    """Items of one root.

    `root` is the item that stands for all; `possibly_first` holds the items that may have been posted first, one
    when the times leave no doubt. Only then is the root known to be the first posted.
    """

    root: str
    members: frozenset[str]
    possibly_first: frozenset[str]

    @property
    def first_is_known(self) -> bool:
        """True when the times leave one item only that can have been first."""
        return len(self.possibly_first) == 1


@dataclass(frozen=True, slots=True)
class Roots:
    """Clusters in order of their roots, and what became of the links that joined nothing.

    `questions`: for each two clusters that a link may join, the strongest such link; a person decides.
    `overruled`: links that a decision holds apart. `conflicts`: pairs confirmed, yet held apart by other decisions.
    """

    clusters: tuple[Cluster, ...]
    questions: tuple[Copy, ...]
    overruled: tuple[Copy, ...]
    conflicts: tuple[Pair, ...]

    def root_of(self) -> dict[str, str]:
        """The root of every item; two items are independent only if their roots differ."""
        return {item: cluster.root for cluster in self.clusters for item in cluster.members}


def find_roots(postings: Mapping[str, Posting], copies: Iterable[Copy], decisions: Iterable[Decision]) -> Roots:
    """Clusters of the items of `postings`; links to other items are left out of account.

    The result depends on the set of links and decisions, never on their order.
    """
    known = [copy for copy in copies if copy.item_a in postings and copy.item_b in postings]
    stands = {pair: one for pair, one in settled(decisions).items() if pair[0] in postings and pair[1] in postings}
    joined = Joined(sorted(postings))
    for (one, other), together in stands.items():
        if not together:
            joined.hold_apart(one, other)
    ordered = sorted(known, key=strength)
    conflicts = [pair for pair in sorted(pair for pair, one in stands.items() if one) if not joined.join(*pair)]
    for copy in ordered:
        if copy.kind.joins_alone:
            joined.join(*copy.pair)
    clusters = tuple(sorted((_cluster(members, postings) for members in joined.groups()), key=lambda one: one.root))
    questions, overruled = _left_over(ordered, joined)
    return Roots(clusters, questions, overruled, tuple(conflicts))


def reached(copies: Iterable[Copy], decisions: Iterable[Decision], items: frozenset[str]) -> frozenset[str]:
    """These items, and all that any link or decision leads to from them, however far."""
    beside: dict[str, set[str]] = defaultdict(set)
    sides = (frozenset(copy.pair) for copy in copies)
    for joined in (*sides, *(decision.left | decision.right for decision in decisions)):
        for item in joined:
            beside[item] |= joined
    queue, seen = list(items), set(items)
    while queue:
        fresh = beside[queue.pop()] - seen
        seen |= fresh
        queue += fresh
    return frozenset(seen)


def strength(copy: Copy) -> tuple[int, float, str]:
    """Sorts the strongest link first: by kind, then by its value, then by id so that ties never wander."""
    less_is_more = copy.unit is Unit.DISTANCE_BITS
    return _RANK[copy.kind], copy.value if less_is_more else -copy.value, copy.id


def _left_over(ordered: Iterable[Copy], joined: Joined) -> tuple[tuple[Copy, ...], tuple[Copy, ...]]:
    questions: dict[Pair, Copy] = {}
    overruled: list[Copy] = []
    for copy in ordered:
        if joined.are_apart(*copy.pair):
            overruled.append(copy)
        elif not joined.are_one(*copy.pair):
            questions.setdefault(joined.groups_of(*copy.pair), copy)
    return tuple(questions.values()), tuple(overruled)


def _cluster(members: frozenset[str], postings: Mapping[str, Posting]) -> Cluster:
    firsts = possibly_first([postings[item] for item in members])
    return Cluster(firsts[0], members, frozenset(firsts))


_RANK = {
    CopyKind.EXACT: 0,
    CopyKind.SAME_PICTURE: 1,
    CopyKind.NEAR_TEXT: 2,
    CopyKind.SAME_SCENE: 3,
    CopyKind.POSSIBLE: 4,
}
