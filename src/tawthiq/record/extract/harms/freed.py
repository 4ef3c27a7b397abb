"""Freed: claims that tell of children let go or looked for, not of what had been done to them."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import ViolationRef
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS

_NEAR_TOKENS = 5
_SUBJECT_TOKENS = 14
_ASIDE_TOKENS = 3
_SOME_TOKENS = 4
ENDED_BY_RELEASE = ("abduction", "deprivation_liberty", "recruitment_use")


def is_of_freed(page: Page, clause: Clause, own: Sequence[ViolationRef]) -> bool:
    """ "48 children were freed by their captors": that they had been taken is not what is told."""
    if any(ref.code not in ENDED_BY_RELEASE for ref in own):
        return False
    freed = [hit for hit in page.hits_in(clause.first, clause.last, "relief") if not _is_in_name(page, hit)]
    freed = [hit for hit in freed if _frees_children(page, clause, hit) and not _tells_who_speaks(page, hit)]
    cues = [ref.cue for ref in own if ref.cue is not None]
    belongs = bool(cues) and all(_is_belonging(page, clause, cue) for cue in cues)
    whom = not belongs and bool(freed) and _tells_whom(page, clause, freed[0])
    parted = _parts_them(page, clause) or any(_frees_some_of(page, hit) for hit in freed)
    if freed and (whom or parted or _keeps_others(page, clause, own)):
        return False
    described = {page.tokens[unit.first].start for unit in page.hits_in(clause.first, clause.last, "units")}
    at = page.tokens[freed[0].first].start if freed else 0
    return bool(freed) and all(
        at <= cue.start
        or (cue.start in described and at < cue.end)
        or cue.end + 1 in described
        or (cue.end <= at and _is_belonging(page, clause, cue))
        or _describes_children(page, clause, cue)
        for cue in cues
    )


def _tells_who_speaks(page: Page, hit: Hit) -> bool:
    """ "D'après un jeune qui s'est échappé, neuf garçons": which one he is, in front of what he tells."""
    small = ("have_words", "passive_words", "reflexives", "adverbs")
    at = hit.first - 1
    while any(page.is_one_of(at, table) for table in small):
        at -= 1
    ends = any(page.form(here) in COMMAS for here in range(hit.last, hit.last + _ASIDE_TOKENS))
    return page.is_one_of(at, "relatives") and ends and bool(page.hits_in(at - _NEAR_TOKENS, at, "cues"))


def _is_belonging(page: Page, clause: Clause, cue: Span) -> bool:
    """ "Boys associated with the Front were handed over": which boys they are."""
    words = (at for at in range(clause.first, clause.last) if cue.start <= page.tokens[at].start < cue.end)
    return any(page.is_one_of(at, "belonging_words") for at in words)


def _describes_children(page: Page, clause: Clause, cue: Span) -> bool:
    """ "The twelve girls abducted at Amra are back home": right behind the children, no verb of the clause."""
    children = [
        unit for unit in page.hits_in(clause.first, clause.last, "units") if unit.entry.more.get("victim") == "child"
    ]
    return any(page.tokens[unit.last].start == cue.start for unit in children if unit.last < clause.last)


def is_of_sought(page: Page, clause: Clause, own: Sequence[ViolationRef]) -> bool:
    """ "Soldiers were searching the forest for the abducted girls": that they were taken is not what is told."""
    if not any(page.is_one_of(at, "searching_words") for at in range(clause.first, clause.last)):
        return False
    cues = [ref.cue for ref in own if ref.cue is not None]
    whom = [at for at in range(clause.first, clause.last) if any(page.tokens[at].start == cue.start for cue in cues)]
    return len(whom) == len(own) and all(_is_attribute(page, at) for at in whom)


def is_of_named(page: Page, clause: Clause, own: Sequence[ViolationRef]) -> bool:
    """ "تظاهر ذوو الفتيات المخطوفات": the article and the participle right behind the children say which they are;
    not so where they are counted or still gone."""
    told = ("fate_words", "still_words")
    if page.quantities.between(clause.first, clause.last) or not own:
        return False
    if any(page.is_one_of(at, table) for at in range(clause.first, clause.last) for table in told):
        return False
    cues = {ref.cue.start for ref in own if ref.cue is not None}
    whom = [at for at in range(clause.first, clause.last) if page.tokens[at].start in cues]
    return len(whom) == len(own) and all(page.is_one_of(at, "taken_ones") and _is_behind_child(page, at) for at in whom)


def _is_behind_child(page: Page, at: int) -> bool:
    units = page.hits_in(at - 1, at, "units")
    return any(unit.last == at and unit.entry.more.get("victim") == "child" for unit in units)


def _is_attribute(page: Page, at: int) -> bool:
    """ "For the abducted girls"; not "soldiers searching houses abducted girls"."""
    led = any(page.is_one_of(at - 1, table) for table in ("determiners", "prepositions", "of_words"))
    return led and bool(page.hits_in(at + 1, at + 2, "units"))


def _is_in_name(page: Page, hit: Hit) -> bool:
    """ "جبهة تحرير كيش": the liberation in a front's name frees nobody."""
    heads = page.hits_in(hit.first - 2, hit.first, "group_heads")
    return not is_verb(page, hit.first) and any(head.last == hit.first for head in heads)


def _parts_them(page: Page, clause: Clause) -> bool:
    """ "Of the 83 pupils abducted in June, 31 were freed": the whole that was taken, then what became of each part."""
    counted = page.quantities.between(clause.first, clause.first + _NEAR_TOKENS)
    acts = page.hits_in(clause.first, clause.last, "violations")
    return page.is_one_of(clause.first, "of_words") and bool(counted and acts) and _closes(page, acts[0])


def _frees_some_of(page: Page, freed: Hit) -> bool:
    """ "Rescued two of the 219 girls abducted by the Front": that all of them were taken is told too."""
    for at in range(freed.last, freed.last + _SOME_TOKENS):
        if page.is_one_of(at, "of_words") and page.is_number(at - 1):
            return page.is_number(at + 1) or (page.is_one_of(at + 1, "determiners") and page.is_number(at + 2))
    return False


def _closes(page: Page, act: Hit) -> bool:
    """A number stands somewhere behind the comma that closes what was done."""
    comma = next((at for at in range(act.last, act.last + _SUBJECT_TOKENS) if page.form(at) in COMMAS), None)
    return comma is not None and bool(page.quantities.between(comma, comma + _NEAR_TOKENS))


def _keeps_others(page: Page, clause: Clause, own: Sequence[ViolationRef]) -> bool:
    """ "103 were released and the rest remain in captivity": of some it is told that it goes on."""
    cues = [ref.cue.start for ref in own if ref.cue is not None]
    kept = [at for at in range(clause.first, clause.last) if page.is_one_of(at, "rest_words")]
    return bool(kept) and any(page.tokens[kept[-1]].start < start for start in cues)


def _tells_whom(page: Page, clause: Clause, freed: Hit) -> bool:
    """ "Freed were 73 children whom the Front had used", "boys whom it held were freed": the deed, with who did it; in
    "المرة الأولى التي يتم فيها تسريح فتيات" the relative word leads to the freeing."""
    leads = range(freed.first - _ASIDE_TOKENS, freed.first) if page.lexicon.data.get("verb_first") else range(0)
    words = (at for at in range(clause.first, clause.last) if page.is_one_of(at, "relatives") and at not in leads)
    opens = next(words, None)
    return opens is not None and bool(page.parties.between(opens, clause.last) or mentions_of(page, opens, clause.last))


def _frees_children(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Children were freed", "freed 12 children"; not "a report released", "a boy who escaped"."""
    passive = any(page.is_one_of(at, "passive_words") for at in range(hit.first - 3, hit.first))
    reach = _SUBJECT_TOKENS if passive else _NEAR_TOKENS
    around = page.hits_in(max(clause.first, hit.first - reach), min(clause.last, hit.last + _NEAR_TOKENS), "units")
    children = [unit for unit in around if unit.entry.more.get("victim") == "child"]
    behind = any(unit.first > hit.first for unit in children)
    if any(page.is_one_of(at, "rest_people") for at in range(hit.first, hit.last)):
        return True
    shown = page.hits_in(hit.first - 5, hit.last + 4, "media", "reports")
    return bool(children) and (passive or behind) and all(hit.first <= other.first < hit.last for other in shown)
