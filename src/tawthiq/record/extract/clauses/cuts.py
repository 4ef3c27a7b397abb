"""Cuts: where one claim of a sentence ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.clauses.arabic_cuts import opens_behind_comma, opens_with_verb
from tawthiq.record.extract.clauses.counted_on import is_other_count
from tawthiq.record.extract.clauses.joiners import counts_on, cut_at_joiner, has_subject_and_verb, told_end
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.told_behind import is_act
from tawthiq.record.extract.phrases.verbs import has_verb, says_although
from tawthiq.record.extract.words.token import COMMAS, NUMBER

_VERB_REACH = 9
_FEWEST_TURNED = 4
_GROUP_TOKENS = 4
_MARKS = (*COMMAS, ";", "؛")


def cuts_of(page: Page, first: int, last: int) -> list[tuple[int, int]]:
    """The pieces of a row of tokens that each make one claim, in order, nothing left out."""
    cuts = [first]
    depth = 0
    for at in range(first + 1, last - 1):
        depth = max(0, depth + (page.form(at) == "(") - (page.form(at) == ")"))
        if not depth and at > cuts[-1] + 1 and _starts_clause(page, cuts[-1], at, last):
            cuts.append(at)
    return _joined(page, list(zip(cuts, [*cuts[1:], last], strict=True)))


def _joined(page: Page, pieces: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A piece that tells nothing of its own goes on with the one before it."""
    found = [pieces[0]]
    for first, last in pieces[1:]:
        if _only_goes_on(page, first, last):
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _only_goes_on(page: Page, first: int, last: int) -> bool:
    """ "and the school stayed closed", "; 263 boys and 149 girls", "dont le plus jeune avait 9 ans": no deed, speaker,
    party, limit of its own, nobody counted anew."""
    if page.form(first) in (";", "؛") and _is_list_item(page, first, last):
        return True
    own = (
        "violations",
        "limits",
        "cues",
        "denials",
        "hedges",
        "groups",
        "group_heads",
        "relief",
        "media",
        "provenance",
    )
    end = told_end(page, first + 1, last)
    if page.hits_in(first, end, *own) or page.parties.between(first, end):
        return False
    if page.form(first) in (";", "؛"):
        return not has_verb(page, first, last)
    return all(item.rule == "age" for item in page.quantities.between(first, last))


def _is_list_item(page: Page, first: int, last: int) -> bool:
    """ "; Forces conjointes (97)": a party of a list with its number, no sentence."""
    bracketed = any(page.form(at) == "(" and page.tokens[at + 1].sort == NUMBER for at in range(first, last - 1))
    return bracketed and not has_verb(page, first, last)


def _turns(page: Page, first: int, at: int, last: int) -> bool:
    """ ", which the army denies", ", sin que haya sido posible": what was told is denied or limited behind commas."""
    end = next((here for here in range(at + 1, last) if page.form(here) in (",", "،", ";")), last)
    told = page.hits_in(first, at, "violations") or page.quantities.between(first, at)
    if end - at < _FEWEST_TURNED or not told or _doubts(page, first, at) or not _doubts(page, at + 1, end):
        return False
    opens = range(at + 1, min(at + 4, end))
    return any(page.is_one_of(here, table) for here in opens for table in ("relatives", "turning_words"))


def _doubts(page: Page, first: int, last: int) -> bool:
    denied = any(hit.entry.more.get("denial") == "yes" for hit in page.hits_in(first, last, "cues"))
    return denied or bool(page.hits_in(first, last, "limits", "denials"))


def _starts_clause(page: Page, first: int, at: int, last: int) -> bool:
    if not _could_cut(page, at) or _is_within(page, first, at):
        return False
    marked = _cut_at_mark(page, first, at, last)
    if marked is not None:
        return marked
    told = page.is_one_of(at, "clause_starts") and (has_verb(page, first, at) or says_although(page, first, at))
    return told and cut_at_joiner(page, first, at, last)


def _could_cut(page: Page, at: int) -> bool:
    """A mark, a joiner, or in Arabic what stands behind a mark: asked first, as most words are none of these."""
    if page.form(at) in _MARKS or page.is_one_of(at, "clause_starts"):
        return True
    return page.lexicon.language == "ar" and page.form(at - 1) in COMMAS


def _is_within(page: Page, first: int, at: int) -> bool:
    """Inside a number or the name of a sort of group."""
    if any(item.first < at < item.last - 1 for item in page.quantities.between(max(first, at - 2), at + 2)):
        return True
    return any(hit.first < at < hit.last for hit in page.hits_in(max(first, at - _GROUP_TOKENS), at, "groups"))


def _cut_at_mark(page: Page, first: int, at: int, last: int) -> bool | None:
    """Whether a comma or semicolon, or an Arabic joiner behind one, parts two clauses; None where no mark decides."""
    form = page.form(at)
    if form in COMMAS and _turns(page, first, at, last):
        return True
    if form == "," and is_other_count(page, first, at, last):
        return True
    if form in (";", "؛") and _goes_on_behind(page, at + 1):
        return False
    if form in (";", "؛"):
        return last - at > 3 and not counts_on(page, first, at + 1, last)
    if page.lexicon.language == "ar" and page.form(at - 1) in COMMAS:
        return opens_behind_comma(page, first, at, last)
    if form in COMMAS and page.is_one_of(at + 1, "apposed_heads") and page.is_one_of(at + 2, "relatives"):
        return last - at > 4 and not page.is_one_of(at + 3, "amounting_words")
    if page.lexicon.language == "ar" and page.is_one_of(at, "clause_starts"):
        if page.is_one_of(at - 1, "of_words"):
            return False
        return has_verb(page, first, at) and opens_with_verb(page, at + 1, last)
    if form in COMMAS and page.is_one_of(first, "subordinators"):
        if page.hits_in(first, at, "limits") and page.hits_in(at, last, "limits"):
            return False
        return has_verb(page, first, at) and (
            has_subject_and_verb(page, at + 1, last) or _says_that(page, at + 1, last)
        )
    return None


def _goes_on_behind(page: Page, at: int) -> bool:
    """ "؛ عقب إصابته", "؛ إصابة طفل", "؛ أن مسلحين": Arabic news set a semicolon where others set a comma."""
    if page.lexicon.language != "ar" or page.is_one_of(at + 1, "while_tails"):
        return False
    that = page.is_one_of(at, "that_words") and not page.form(at).startswith("و")
    return that or page.is_one_of(at, "semicolon_words") or is_act(page, at)


def _says_that(page: Page, at: int, last: int) -> bool:
    """ "The United Nations verified that": a verb of saying whose form is a participle's too."""
    cues = page.hits_in(at + 1, min(at + _VERB_REACH, last), "cues")
    return any(hit.code == "say" and page.is_one_of(hit.last, "that_words") for hit in cues)
