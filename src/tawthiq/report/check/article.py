"""Article check: every figure that one item quotes, each with its finding; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from tawthiq.record.extract.statement import Statement, StatementKind
from tawthiq.report.check.altered import QuoteCheck, quotes_checked
from tawthiq.report.check.claim import Known
from tawthiq.report.check.document import finding_document, quote_document
from tawthiq.report.check.quoted import claims_of, passed_over, standing
from tawthiq.report.check.verdict import Finding, Word, judge_all
from tawthiq.terms.identity import Json
from tawthiq.terms.when import When


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A number that is no figure to check. `why`: vague, one_mentioned, bounds_another, no_violation, no_number,

    not_measured_here.
    """

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
    `n_known`: figures of the record and of sources that were set beside them; `quotes`: quotations whose source is
    kept as an item, word by word beside it.
    """

    item_id: str
    published_on: str
    n_statements: int
    n_candidates: int
    n_known: int
    findings: tuple[Finding, ...]
    limitations: tuple[Limitation, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    quotes: tuple[QuoteCheck, ...] = ()

    @property
    def all_supported(self) -> bool:
        """True when nothing quoted needs a second look, neither a figure nor words in quotation marks."""
        figures = all(finding.word is Word.SUPPORTED for finding in self.findings)
        return figures and all(quote.exact for quote in self.quotes)

    @property
    def tally(self) -> Mapping[str, int]:
        """Word -> how many figures got it; every word is there."""
        return {word.value: sum(finding.word is word for finding in self.findings) for word in Word}

    def to_json(self) -> dict[str, Json]:
        """Plain JSON: the counts, `tally`, `findings` (`document.finding_document`), `limitations`, `unchecked`."""
        return {
            "item": self.item_id,
            "published_on": self.published_on or None,
            "n_statements": self.n_statements,
            "n_candidates": self.n_candidates,
            "n_known": self.n_known,
            "all_supported": self.all_supported,
            "tally": dict(self.tally),
            "findings": [finding_document(finding) for finding in self.findings],
            "limitations": [{"statement": one.statement_id, "quote": one.quote} for one in self.limitations],
            "unchecked": [
                {"statement": one.statement_id, "quote": one.quote, "why": one.why} for one in self.unchecked
            ],
            "quotes": [quote_document(quote) for quote in self.quotes],
        }


def check_article(
    item_id: str,
    quoted: Sequence[Statement],
    n_candidates: int,
    published_on: When | None,
    known: Sequence[Known],
    texts: Mapping[str, str] = MappingProxyType({}),
) -> ArticleCheck:
    """The check of one item's statements against what is known; `texts`: item id -> words of cited sources."""
    limits = [one for one in standing(quoted) if one.kind is StatementKind.LIMITATION]
    return ArticleCheck(
        item_id,
        published_on.text if published_on is not None else "",
        len(quoted),
        n_candidates,
        len(known),
        judge_all(claims_of(quoted, published_on), known),
        tuple(Limitation(one.id, one.quote) for one in limits),
        tuple(Unchecked(one.statement.id, one.statement.quote, one.why) for one in passed_over(quoted)),
        tuple(quotes_checked(standing(quoted), texts)),
    )
