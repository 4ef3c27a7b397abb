"""Reach of a cue: which clauses of its sentence it covers."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.cue_words import introduces
from tawthiq.record.extract.phrases.noun_phrases import SOURCE_TOKENS
from tawthiq.record.extract.words.lexicon import Hit


def clause_of(clauses: Sequence[Clause], at: int) -> int | None:
    """The innermost clause that holds the token."""
    holding = [index for index, clause in enumerate(clauses) if clause.first <= at < clause.last]
    return holding[-1] if holding else None


def claim_start(clauses: Sequence[Clause], own: int) -> int:
    """Where the clause of the cue begins; a nested one reaches out to the clause around it."""
    around = [clause for clause in clauses if not clause.nested and clause.first <= clauses[own].first < clause.last]
    return around[0].first if around else clauses[own].first


def speaks_itself(page: Page, clause: Clause) -> bool:
    """A clause with a cue of its own near its beginning is not under the cue of the clause before."""
    return any(
        hit.code in ("say", "prep", "show", "publish") for hit in page.hits_in(clause.first, clause.last, "cues")
    )


def covered_by_say(
    page: Page, clauses: Sequence[Clause], hit: Hit, own: int | None, *, inverted: bool
) -> tuple[int, ...]:
    """The clauses under a verb of saying: what follows it; where it ends its sentence or follows a quotation, what
    came before."""
    quoted = [at for at, clause in enumerate(clauses) if clause.quotation is not None]
    if own is not None and own + 1 in quoted and page.form(clauses[own].last) == ":":
        return tuple(at for at in quoted if at > own)
    outside = own is None or clauses[own].quotation is None
    before = [at for at, clause in enumerate(clauses) if clause.last <= hit.first or at == own]
    tail = hit.last + (3 if not inverted else SOURCE_TOKENS)
    closes = own is None or (
        clauses[own].last <= tail and not introduces(page, hit) and not _leads(page, hit, clauses[own])
    )
    if quoted and outside and any(at in before for at in quoted):
        return tuple(sorted({*quoted, *([own] if own is not None and not closes else [])}))
    if (closes and len(before) > 1) or (closes and inverted):
        return tuple(at for at in before)
    after = [at for at in range(own or 0, len(clauses)) if at == own or not _turns_away(page, clauses, at)]
    return tuple(after)


def covered_by_prep(clauses: Sequence[Clause], hit: Hit, *, at_start: bool) -> tuple[int, ...]:
    """The clauses under "according to": all where it leads in or closes; "with monitors reporting" what follows."""
    if hit.entry.more.get("covers") == "behind":
        return tuple(at for at, clause in enumerate(clauses) if clause.last > hit.last)
    own = clause_of(clauses, hit.first)
    return tuple(
        at
        for at, clause in enumerate(clauses)
        if at_start
        or clause.first <= hit.first
        or (own is not None and at >= own and not clauses[own].first < hit.first)
    )


def _leads(page: Page, hit: Hit, clause: Clause) -> bool:
    """ "ذكر المرصد أن": where verbs come first, one at the head of its clause with "that" behind leads on, so
    does the count of what one documents."""
    if not page.lexicon.data.get("verb_first") or hit.first > clause.first + 1:
        return False
    if page.is_one_of(hit.first, "documenting_words") and page.quantities.between(hit.last, clause.last):
        return True
    return any(page.is_one_of(at, "that_words") for at in range(hit.last, clause.last))


def _turns_away(page: Page, clauses: Sequence[Clause], at: int) -> bool:
    return speaks_itself(page, clauses[at]) or page.is_one_of(clauses[at].first - 1, "contrast_words")
