"""Asked: what a question asks, "did soldiers take the boys?", which tells of no deed that was done."""

from __future__ import annotations

from dataclasses import replace

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.factuality import Factuality, weakest
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.statement import Statement, StatementKind

_MARKS = ("?", "؟")
_HEAD_TOKENS = 3


def as_asked(page: Page, clause: Clause, made: Statement) -> Statement:
    """The statement, no surer than a guess where it stands in a question that can be answered by yes or no."""
    if not made.violations or not _is_asked(page, clause):
        return made
    claimed = made.kind is StatementKind.VIOLATION_CLAIM
    kind = StatementKind.CONTEXT_CLAIM if claimed else made.kind
    return replace(made, kind=kind, factuality=weakest([made.factuality, Factuality.BELIEVED]))


def _is_asked(page: Page, clause: Clause) -> bool:
    """Opened by "¿" and no word for who, what or when; in English by a helping verb, in Arabic by "hal"."""
    ends = next((at for at in range(clause.last - 1, clause.last + 1) if page.form(at) in _MARKS), None)
    if ends is None:
        return False
    sentence = page.sentences[clause.sentence]
    starts = [at for at in range(sentence.first, ends) if page.form(at) == "¿"]
    if starts:
        return not any(page.is_one_of(at, "question_words") for at in range(starts[-1], starts[-1] + _HEAD_TOKENS))
    return page.is_one_of(sentence.first, "asking_verbs")
