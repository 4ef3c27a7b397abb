"""Duplicates: statements that repeat one another, inside one text and across texts."""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Statement, StatementKind
from tawthiq.record.extract.token import WORD, tokens_of

_STEM_CHARS = 5
_SHARE_OF_STEMS = 0.6
_FEWEST_STEMS = 4
_MOST_HOLDERS = 200
"""A stem in more statements than that tells nothing apart; it keeps the comparison linear in long texts."""
_COPIED_SHARE = 0.6
_FEWEST_COPIED_TOKENS = 6


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


@dataclass(frozen=True, slots=True)
class Reuse:
    """A quotation of one text found again, altered, in another. `changes`: (words here, words there), pairwise."""

    here: Span
    there: Span
    share: float
    changes: tuple[tuple[str, str], ...]

    @property
    def verbatim(self) -> bool:
        """True when not a word was changed."""
        return not self.changes


def reuse_of(quotation: Span, text: str, upstream: str) -> Reuse | None:
    """Where the quoted words stand in another text, with what was altered or put in; None when they do not."""
    here = tokens_of(quotation.of(text))
    there = tokens_of(upstream)
    left, right = [token.form for token in here], [token.form for token in there]
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    seed = matcher.find_longest_match(0, len(left), 0, len(right))
    if seed.size < min(_FEWEST_COPIED_TOKENS, len(left)) or not left:
        return None
    low, high = (
        max(0, seed.b - 2 * seed.a - 4),
        min(len(right), seed.b + seed.size + 2 * (len(left) - seed.a - seed.size) + 4),
    )
    matcher = difflib.SequenceMatcher(None, left, right[low:high], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    share = sum(block.size for block in blocks) / len(left)
    if share < _COPIED_SHARE:
        return None
    first, last = blocks[0], blocks[-1]
    span = Span(there[low + first.b].start, there[low + last.b + last.size - 1].end)
    return Reuse(quotation, span, share, _changes(matcher, left, right[low:high], first.b, last.b + last.size))


def _changes(
    matcher: difflib.SequenceMatcher[str], left: list[str], right: list[str], low: int, high: int
) -> tuple[tuple[str, str], ...]:
    return tuple(
        (" ".join(left[a:b]), " ".join(right[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal" and (a < b or low <= c < d <= high)
    )
