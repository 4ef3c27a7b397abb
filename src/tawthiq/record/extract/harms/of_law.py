"""Of law: violations of humanitarian law or human rights at large, of which no child is told."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.lexicon import Hit

_LAW_TOKENS = 5


def is_of_law(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "De graves violations du droit international": the law was violated; not "violations commises contre des
    enfants", nor where children are named beside it."""
    near = range(hit.last, min(hit.last + _LAW_TOKENS, clause.last))
    if hit.code != "unspecified" or not any(page.is_one_of(at, "broken_law") for at in near):
        return False
    sentence = page.sentences[clause.sentence]
    named = page.hits_in(sentence.first, sentence.last, "units", "singles")
    return not any(one.entry.more.get("victim") == "child" or one.code == "child" for one in named)
