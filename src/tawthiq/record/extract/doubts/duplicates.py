"""Duplicates: statements of one text that repeat one another; across texts see `echoes`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.statement import Statement, StatementKind
from tawthiq.record.extract.words.token import WORD, tokens_of

_STEM_CHARS = 5
_SHARE_OF_STEMS = 0.6
_FEWEST_STEMS = 4
_MOST_HOLDERS = 200
"""A stem in more statements than that tells nothing apart; it keeps the comparison linear in long texts."""


def marked(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, each that repeats a fuller one of the same text pointing at it by `duplicate_of`.

    The fuller one is the one in more words; both are kept, since the repetition may carry another hedge.
    """
    stems = [_stems(one.quote) if one.kind is StatementKind.VIOLATION_CLAIM else frozenset() for one in statements]
    holders: dict[str, list[int]] = defaultdict(list)
    for at, own in enumerate(stems):
        for stem in own:
            holders[stem].append(at)
    found: list[Statement] = []
    for at, statement in enumerate(statements):
        shared = Counter(other for stem in stems[at] for other in holders[stem][:_MOST_HOLDERS])
        near = sorted(other for other, count in shared.items() if other != at and count >= _FEWEST_STEMS)
        twins = [
            other for other in near if _repeats(statements, stems, at, other) and len(stems[other]) >= len(stems[at])
        ]
        twins = [other for other in twins if len(stems[other]) > len(stems[at]) or other < at]
        found.append(replace(statement, duplicate_of=statements[twins[0]].id) if twins else statement)
    return found


def _repeats(statements: Sequence[Statement], stems: Sequence[frozenset[str]], one: int, other: int) -> bool:
    left, right = statements[one], statements[other]
    if left.kind is not StatementKind.VIOLATION_CLAIM or right.kind is not StatementKind.VIOLATION_CLAIM:
        return False
    if not {v.code for v in left.violations} & {v.code for v in right.violations} or _differ(left, right):
        return False
    shared = stems[one] & stems[other]
    return len(shared) >= _FEWEST_STEMS and len(shared) >= _SHARE_OF_STEMS * min(len(stems[one]), len(stems[other]))


def _differ(left: Statement, right: Statement) -> bool:
    """Other numbers or other parties tell two claims apart, however alike their words."""
    numbers = [{(q.quantity.kind, q.quantity.low) for q in side.quantities if q.quantity.low} for side in (left, right)]
    parties = [{party.code or party.name for party in side.parties} for side in (left, right)]
    return any(a and b and not a & b for a, b in (numbers, parties))


def _stems(words: str) -> frozenset[str]:
    return frozenset(
        token.form[:_STEM_CHARS] for token in tokens_of(words) if token.sort == WORD and len(token.form) > 3
    )
