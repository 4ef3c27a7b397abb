"""Article check: every figure that one item quotes, each with its finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tawthiq.report.check.verdict import Finding, Word


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A number that is no figure to check. `why`: vague, one_mentioned, bounds_another, no_violation, no_number."""

    statement_id: str
    quote: str
    why: str


@dataclass(frozen=True, slots=True)
class Limitation:
    """The item's own words on what cannot be known."""

    statement_id: str
    quote: str


@dataclass(frozen=True, slots=True)
class ArticleCheck:
    """`published_on`: EDTF-like, empty when nobody told; `n_statements`: statements of the item that stand;

    `n_candidates`: those of them that no person has confirmed; `findings`: in the order of the text;
    `n_known`: figures of the record and of sources that were set beside them.
    """

    item_id: str
    published_on: str
    n_statements: int
    n_candidates: int
    n_known: int
    findings: tuple[Finding, ...]
    limitations: tuple[Limitation, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()

    @property
    def all_supported(self) -> bool:
        """True when nothing quoted needs a second look."""
        return all(finding.word is Word.SUPPORTED for finding in self.findings)

    @property
    def tally(self) -> Mapping[str, int]:
        """Word -> how many figures got it; every word is there."""
        return {word.value: sum(finding.word is word for finding in self.findings) for word in Word}
