"""Claims: which clauses of a sentence claim something."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.document import BlockKind
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.blamed import blames_some
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.phrases.verbs import has_verb, is_verb
from tawthiq.record.extract.statement import Statement, StatementKind
from tawthiq.record.extract.words.token import COMMAS
from tawthiq.terms.quantity import QuantityKind

_LABEL_BLOCKS = (BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.STANDFIRST)
_TOLD_BLOCKS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_FEWEST_TOKENS = 3
_FEWEST_TOLD = 4
_FEWEST_QUOTED = 6
_OPENING_TOKENS = 3
_CALL_TOKENS = 9
_READER_TOKENS = 3
_SUBJECT_TOKENS = 4
_TAIL_TOKENS = 4
_AGE_TOKENS = 6
_APPOSED_TOKENS = 4
_PRICES = (QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MULTIPLE)


def is_claim(page: Page, clause: Clause, over: Sequence[Attribution], own: int) -> bool:
    """A finite verb, or a number with something counted; a bare "the report said" claims nothing."""
    kind = page.sentences[clause.sentence].kind
    if _is_about_writer(page, clause):
        return False
    limits = bool(page.hits_in(clause.first, clause.last, "limits"))
    if kind is BlockKind.HEADLINE or (clause.last - clause.first < _FEWEST_TOKENS and not limits):
        return False
    if _only_attributes(page, clause, over, own) or _only_picks_out(page, clause) or _only_supposes(page, clause):
        return False
    counted = bool(page.quantities.between(clause.first, clause.last))
    counted = counted or bool(page.hits_in(clause.first, clause.last, "majorities"))
    if kind in _LABEL_BLOCKS and not has_verb(page, clause.first, clause.last):
        return False
    harmful = bool(page.hits_in(clause.first, clause.last, "violations"))
    verbal = has_verb(page, clause.first, clause.last)
    shown = bool(page.hits_in(clause.first, clause.last, "media"))
    placed = page.hits_in(clause.first, clause.last, "provenance")
    shown = (shown and bool(placed)) or any(hit.code == "stamp" for hit in placed)
    verbal = verbal or limits or shown or bool(page.hits_in(clause.first, clause.last, "cues"))
    verbal = verbal or _is_quoted_of_some(clause, over, own)
    if kind is BlockKind.LIST_ITEM and not verbal and not counted:
        return False
    return verbal or counted or (harmful and kind is not BlockKind.TABLE_CELL)


def _only_picks_out(page: Page, clause: Clause) -> bool:
    """ "Of the children recruited" in front of ", 51 were used": of whom the next clause tells, with no count."""
    if not page.lexicon.heads_last or not page.is_one_of(clause.first, "of_words"):
        return False
    ends = page.form(clause.last) in COMMAS or page.form(clause.last - 1) in COMMAS
    return ends and not page.quantities.between(clause.first, clause.last)


def _only_supposes(page: Page, clause: Clause) -> bool:
    """ "If this is true" in front of what it would mean: how sure that is."""
    hits = page.hits_in(clause.first, clause.last, "hedges") if page.is_one_of(clause.first, "supposing_words") else []
    return any(hit.first == clause.first and hit.last >= clause.last - 1 for hit in hits)


def _is_quoted_of_some(clause: Clause, over: Sequence[Attribution], own: int) -> bool:
    """ "« Nous opérons à la lumière des téléphones », dit le chirurgien": somebody's words, whatever their verb."""
    long = clause.quotation is not None and clause.last - clause.first >= _FEWEST_QUOTED
    return long and any(own in item.clauses and item.source is not None for item in over)


def says_something(page: Page, clause: Clause, made: Statement) -> bool:
    """False for what documents nothing: a call to others, a price, who the writer is, a sentence about nobody, a "the
    report found that" whose claim stands apart."""
    if page.is_one_of(clause.last - 1, "that_words") and not page.hits_in(clause.first, clause.last, "violations"):
        return False
    if made.kind not in (StatementKind.CONTEXT, StatementKind.FIGURE) or made.violations:
        return True
    if clause.nested and not (made.quantities or made.places):
        return False
    if page.hits_in(clause.first, clause.last, "silences") or frees_some(page, clause):
        return True
    if _speaks_to_reader(page, clause):
        return False
    if _is_told_in_account(page, clause):
        return True
    if _calls(page, clause, made):
        return False
    if _tells_what_it_covers(page, clause, made):
        return False
    units = page.hits_in(clause.first, clause.last, "units")
    if any(hit.entry.more.get("victim") == "child" for hit in units):
        return True
    if made.kind is StatementKind.FIGURE or made.parties or mentions_of(page, clause.first, clause.last):
        return True
    if any(item.quantity.kind not in _PRICES for item in made.quantities):
        return True
    shown = page.sentences[clause.sentence].kind in _LABEL_BLOCKS
    named = bool(page.hits_in(clause.first, clause.last, "media", "provenance", "relief", "targets"))
    told = shown or bool(made.places) or bool(page.dates.between(clause.first, clause.last))
    return len(made.chain) > 1 or (told and (named or (bool(made.places) and not shown)))


def _is_told_in_account(page: Page, clause: Clause) -> bool:
    """ "Most have sought shelter with relatives": in a report on a war every sentence of its own tells the setting."""
    if not (page.is_account and page.lexicon.data.get("plain_contexts")):
        return False
    sentence = page.sentences[clause.sentence]
    plain = sentence.kind in _TOLD_BLOCKS and not clause.nested and clause.quotation is None
    whole = clause.first - sentence.first <= _OPENING_TOKENS and sentence.last - clause.last <= 1
    asks = page.form(sentence.last - 1) in ("?", ":")
    told = has_verb(page, clause.first, clause.last)
    if urges(page, clause):
        told = not page.lexicon.data.get("others_called")
    return plain and whole and told and not asks and clause.last - clause.first >= _FEWEST_TOLD


def _calls(page: Page, clause: Clause, made: Statement) -> bool:
    """ "I urge all parties": a call to others; in Arabic what a body named there calls for is told as its word."""
    head = range(clause.first, min(clause.first + _CALL_TOKENS, clause.last))
    return urges(page, clause) and not (len(made.chain) > 1 and any(page.is_one_of(at, "others_called") for at in head))


def _tells_what_it_covers(page: Page, clause: Clause, made: Statement) -> bool:
    """ "The present report covers the period": not so where it counts what was done for it."""
    report = page.hits_in(clause.first, clause.first + _SUBJECT_TOKENS, "reports")
    return bool(report) and _tells_period(page, clause) and not made.quantities


def frees_some(page: Page, clause: Clause) -> bool:
    """ "I welcome the release of 94 children by the Coalition": so many were let go, whatever is felt of it."""
    return bool(
        page.hits_in(clause.first, clause.last, "relief") and page.quantities.between(clause.first, clause.last)
    )


def _speaks_to_reader(page: Page, clause: Clause) -> bool:
    """ "Please do not share names", "if you have family there": asked of whoever reads, outside of quotations."""
    head = range(clause.first, min(clause.first + _READER_TOKENS, clause.last))
    return clause.quotation is None and any(page.is_one_of(at, "reader_words") for at in head)


def _is_urging(page: Page, at: int) -> bool:
    """ "Calls on", "urges", "insta"; not "what it calls its cubs"."""
    if not page.is_one_of(at, "calling_words"):
        return False
    return not page.is_one_of(at, "led_callings") or page.is_one_of(at + 1, "calling_preps")


def urges(page: Page, clause: Clause) -> bool:
    """ "The network urges both armies to leave": a call near the head of its clause."""
    return call_at(page, clause) is not None


def call_at(page: Page, clause: Clause) -> int | None:
    """The first word of calling near the head of the clause."""
    head = range(clause.first, min(clause.first + _CALL_TOKENS, clause.last))
    return next((at for at in head if _is_urging(page, at)), None)


def _is_about_writer(page: Page, clause: Clause) -> bool:
    """ "About us: founded in 1998, we run nine shelters": a paragraph on who publishes."""
    return page.sentences[clause.sentence].block in page.imprint_blocks


def _tells_period(page: Page, clause: Clause) -> bool:
    """ "The present report covers the period from ...": what a document is about, nothing that happened."""
    return any(page.is_one_of(at, "period_words") for at in range(clause.first, clause.last))


def _tells(page: Page, at: Sequence[int]) -> bool:
    """A deed, a number, a limit stands on those tokens."""
    counted = any(page.quantities.between(here, here + 1) for here in at)
    return counted or any(page.hits_in(here, here + 1, "violations", "limits", "media", "denials") for here in at)


def of_speaker(page: Page, clause: Clause, item: Attribution) -> range:
    """ ", 15, who spent seven months with them": what is told of who speaks, unless it tells a deed or a limit."""
    if item.source is None or item.source[0] < item.cue.last:
        return range(0)
    end = item.source[1]
    hung = page.lexicon.data.get("verb_first") and page.is_one_of(end, "relatives")
    hung = hung and not page.quantities.between(end, clause.last)
    if end >= clause.last or not (page.form(end) in COMMAS or hung):
        return range(0)
    behind = range(end, clause.last)
    relative = any(page.is_one_of(at, "relatives") for at in behind[:_APPOSED_TOKENS])
    relative = relative or page.form(end + 1) in page.lexicon.data.get("insertion_words", ())
    near = page.quantities.between(end, end + _APPOSED_TOKENS)
    aged = any(item.quantity.kind is QuantityKind.AGE for item in near)
    told = page.hits_in(end, clause.last, "violations", "limits", "media", "denials")
    return behind if (relative or aged) and not told else range(0)


def _tells_age(page: Page, at: Sequence[int]) -> bool:
    """ "قال صبي يبلغ من العمر 12 عاما": behind who speaks nothing but his age."""
    told = [item for here in at for item in page.quantities.between(here, here + 1)]
    aged = bool(told) and all(item.quantity.kind is QuantityKind.AGE for item in told)
    return aged and len(at) <= _AGE_TOKENS


def _tells_harm(page: Page, at: Sequence[int]) -> bool:
    """ "Recuerda Yuleisy, una joven de 17 años reclutada por el Frente": what was done, told without a verb."""
    if not at or not page.hits_in(at[0], at[-1] + 1, "violations"):
        return False
    units = page.hits_in(at[0], at[-1] + 1, "units", "singles")
    return any(hit.entry.more.get("victim", "child") == "child" for hit in units)


def _only_attributes(page: Page, clause: Clause, over: Sequence[Attribution], own: int) -> bool:
    """Nothing of the clause is left once source and cue are taken away."""
    for item in over:
        if item.source is None or not clause.first <= item.cue.first < clause.last:
            continue
        if own in item.clauses and blames_some(page, clause.first, clause.last):
            continue
        used = {*range(*item.source), *range(item.cue.first, item.cue.last), *of_speaker(page, clause, item)}
        left = [at for at in range(clause.first, clause.last) if at not in used and page.tokens[at].sort != "p"]
        weighty = [
            at for at in left if not page.is_one_of(at, "determiners") and not page.is_one_of(at, "source_leads")
        ]
        if item.clauses != (own,) and len(weighty) <= _TAIL_TOKENS and not _tells(page, weighty):
            return True
        verbal = bool(left) and has_verb(page, left[0], left[-1] + 1)
        if page.lexicon.language == "en":
            verbal = any(is_verb(page, at) for at in left)
            if item.clauses != (own,) and not verbal and not _tells(page, left) and clause.quotation is None:
                return True
        verbal = verbal or _tells_harm(page, left)
        if own not in item.clauses and (len(weighty) <= 3 or not verbal or _tells_age(page, left)):
            return True
    return False
