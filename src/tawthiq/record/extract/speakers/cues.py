"""Cues: what each kind of cue attributes to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.cue_words import (
    introduces,
    is_noun_use,
    is_passive,
)
from tawthiq.record.extract.phrases.noun_phrases import tidy
from tawthiq.record.extract.phrases.told_behind import is_act, is_condemned, is_definite
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.speakers.arabic_starts import opens_no_speaker, tells_which
from tawthiq.record.extract.speakers.charges import charge_start, charges_nobody
from tawthiq.record.extract.speakers.colons import before_mark
from tawthiq.record.extract.speakers.cue_reach import (
    claim_start,
    clause_of,
    covered_by_prep,
    covered_by_say,
    speaks_itself,
)
from tawthiq.record.extract.speakers.figures import is_heard, is_refused, with_figures
from tawthiq.record.extract.speakers.gerunds import past_circumstance
from tawthiq.record.extract.speakers.he_or_she import pronoun_alone
from tawthiq.record.extract.speakers.no_speakers import (
    is_accused,
    is_aside,
    is_hearsay,
    is_no_voice,
    is_nobody,
    is_only_doubt,
    is_only_wanted,
    is_teller,
)
from tawthiq.record.extract.speakers.no_verbs import is_of_a_noun, names_nobody
from tawthiq.record.extract.speakers.no_voices import is_no_source, is_of_some, tells_nothing
from tawthiq.record.extract.speakers.participles import hangs_with_by, is_recorded
from tawthiq.record.extract.speakers.refusals import refuses_aid
from tawthiq.record.extract.speakers.set_apart import shown_by
from tawthiq.record.extract.speakers.speakers import denies_which, follows_quotation, subject_of
from tawthiq.record.extract.speakers.speakers_before import source_before
from tawthiq.record.extract.speakers.speakers_behind import released_by, source_after
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS

_SPEAKER_TOKENS = 7
_BY_TOKENS = 6
_THAT_TOKENS = 11


def level_of(hit: Hit, fallback: Factuality) -> Factuality:
    """The level of certainty the lexicon gives the cue."""
    told = hit.entry.more.get("level")
    return Factuality(told) if told else fallback


def _say(page: Page, clauses: Sequence[Clause], hit: Hit, first: int, last: int) -> Attribution | None:
    own = clause_of(clauses, hit.first)
    if own is not None and is_recorded(page, hit, first):
        return Attribution(hit, "unnamed", Factuality.REPORTED, None, (own,))
    passive = own is not None and (is_passive(page, hit) or hangs_with_by(page, hit))
    by = _by_phrase(page, hit.last, last) if passive else None
    if by is not None and own is not None:
        told = (
            None if page.is_one_of(by + 1, "means_words") else source_after(page, by + 1, charge_start(page, by, last))
        )
        return Attribution(hit, "say", level_of(hit, Factuality.ATTRIBUTED), told, (own,)) if told else None
    if is_passive(page, hit) or (page.is_capital(hit.first) and hit.first > first):
        return None
    if own is not None and refuses_aid(page, clauses[own], hit):
        return None
    if tells_nothing(page, hit) or _is_work(page, hit):
        return None
    floor = first if own is None else claim_start(clauses, own)
    source, inverted = subject_of(page, hit, floor, last)
    source = source if inverted else past_circumstance(page, hit, floor, source)
    source = None if source is not None and is_no_voice(page, *source) else source
    alone = page.form(hit.first - 1) in COMMAS and page.form(hit.last) in (",", "،", ".")
    if alone and page.lexicon.data.get("drops_subjects"):
        source = None
    elif source is None and not (introduces(page, hit) or follows_quotation(page, hit.first) or _is_known(page, hit)):
        return None
    if source is not None and (is_aside(page, source[0]) or is_nobody(page, *source)):
        return None
    if source is not None and own is not None and is_accused(page, hit, *source):
        return Attribution(hit, "unnamed", level_of(hit, Factuality.ALLEGED), None, (own,))
    clause = None if own is None else clauses[own]
    if source is not None and is_no_source(page, hit, source, clause, first, inverted=inverted):
        return None
    if source is not None and own is not None and is_hearsay(page, *source):
        heard = covered_by_say(page, clauses, hit, own, inverted=inverted)
        return Attribution(hit, "unnamed", level_of(hit, Factuality.REPORTED), None, heard or (own,))
    source = pronoun_alone(page, source)
    sure = hit.entry.more.get("denial") == "yes" and hit.last - hit.first > 1
    choosy = hit.entry.more.get("subject") == "teller" or (page.is_one_of(hit.first, "many_meanings") and not sure)
    that = introduces(page, hit) or (source is not None and inverted and page.is_one_of(source[1], "that_words"))
    if choosy and (source is None or not is_teller(page, *source)) and not that:
        return None
    covered = covered_by_say(page, clauses, hit, own, inverted=inverted)
    if hit.entry.more.get("denial") == "yes" and own is not None and (not inverted or denies_which(page, hit)):
        covered = tuple(at for at in covered if at >= own)
    if not covered:
        return None
    return Attribution(hit, "say", level_of(hit, Factuality.ATTRIBUTED), source, covered)


def _is_work(page: Page, hit: Hit) -> bool:
    """ "تابع محامونا ملفات تسعة": followed, no "went on to say"."""
    said = introduces(page, hit) or follows_quotation(page, hit.first) or _that_behind(page, hit.last)
    return page.is_one_of(hit.first, "following_verbs") and not said


def _is_known(page: Page, hit: Hit) -> bool:
    """ "وأعلنت مقتل ثلاثة", "Acusó al Frente de": a verb that drops its subject, with a deed or with whom one blames
    right behind: whoever spoke before."""
    joined = page.form(hit.first).startswith("و") or page.form(hit.first - 1) in (".", "،", ",", "")
    tables = ("pronouns", "already_words", "turn_words", "opening_words")
    joined = joined or any(page.is_one_of(hit.first - 1, table) for table in tables)
    if not (page.lexicon.data.get("drops_subjects") and joined):
        return False
    if not page.lexicon.data.get("verb_first") and page.hits_in(hit.first, hit.first + 1, "by_party"):
        return True
    dated = page.dates.between(hit.last, hit.last + 1)
    told = dated[0].last if dated else hit.last
    counted = page.is_one_of(hit.first - 1, "opening_words") and page.quantities.between(told, told + 2)
    opens = is_act(page, told) or opens_no_speaker(page, told) or is_condemned(page, told)
    return bool(counted) or opens or _that_behind(page, hit.last)


def _that_behind(page: Page, at: int) -> bool:
    """ "وقالت في بيانها إن": where and when it was said stand before what was said."""
    for here in range(at, min(at + _THAT_TOKENS, len(page.tokens))):
        if page.is_one_of(here, "that_words"):
            return True
        if page.form(here) in ".:;":
            return False
    return False


def _by_phrase(page: Page, at: int, last: int) -> int | None:
    """ "Was accused last week by the league": where "by" stands, close behind the passive verb."""
    for here in range(at, min(at + _BY_TOKENS, last)):
        if page.is_one_of(here, "by_words"):
            return here
        if is_verb(page, here) or page.form(here) in ".;:,":
            return None
    return None


def _prep(page: Page, clauses: Sequence[Clause], hit: Hit, first: int, last: int) -> Attribution | None:
    if page.hits_in(hit.first, hit.first + 1, "rates") or is_refused(page, hit, first) or is_of_a_noun(page, hit):
        return None
    tail = int(hit.entry.more.get("tail") == "yes")
    inside = "inside" in hit.entry.more
    if "covers" in hit.entry.more and any(page.form(at) in COMMAS for at in range(hit.first, hit.last)):
        return None
    if hit.entry.more.get("subject") == "teller" and hit.last - hit.first == 1 and is_definite(page, hit.first):
        return None
    if not inside and page.is_one_of(hit.last, "relatives") and (named := clause_of(clauses, hit.last)) is not None:
        return Attribution(hit, "unnamed", Factuality.REPORTED, None, tuple(range(named, len(clauses))))
    source = _inside(page, hit) if inside else source_after(page, hit.last - tail, last)
    if source is None and page.is_one_of(hit.last, "pronouns") and page.form(hit.last + 1) in COMMAS:
        source = (hit.last, hit.last + 1)
    if source is None and _is_dropped(page, hit, clauses):
        return Attribution(hit, "say", Factuality.ATTRIBUTED, None, tuple(range(len(clauses))))
    if source is None and is_heard(page, hit):
        return Attribution(hit, "unnamed", Factuality.REPORTED, None, tuple(range(len(clauses))))
    source = with_figures(page, hit, source)
    if source is None or (hit.entry.more.get("subject") == "teller" and not is_teller(page, *source)):
        return None
    if is_only_wanted(page, source) or names_nobody(page, hit, source):
        return None
    covered = covered_by_prep(clauses, hit, at_start=hit.first <= first + 3)
    if is_hearsay(page, *source):
        return Attribution(hit, "unnamed", level_of(hit, Factuality.REPORTED), None, covered)
    return Attribution(hit, "prep", level_of(hit, Factuality.ATTRIBUTED), source, covered)


def _is_dropped(page: Page, hit: Hit, clauses: Sequence[Clause]) -> bool:
    """ "..., كما يقول.": he says, whom the text spoke of; nobody is named behind the verb."""
    ends = clauses and hit.last >= clauses[-1].last and hit.last - hit.first > 1
    return bool(ends and page.lexicon.data.get("drops_subjects") and is_verb(page, hit.last - 1))


def _inside(page: Page, hit: Hit) -> tuple[int, int] | None:
    """ "By the ministry's own admission", "if the ferrymen are to be believed", "as the mayor puts it"."""
    behind = hit.entry.more["inside"]
    ends = (at for at in range(hit.first + 1, hit.last) if page.form(at) == "'" or page.is_one_of(at, "passive_words"))
    end = hit.last - int(behind) if behind.isdigit() else next(ends, hit.last)
    return tidy(page, hit.first + 1, end)


def _unnamed(page: Page, clauses: Sequence[Clause], hit: Hit, _first: int, last: int) -> Attribution | None:
    own = clause_of(clauses, hit.first)
    if own is None or charges_nobody(page, hit, clauses[own].first) or tells_which(page, hit):
        return None
    if is_of_some(page, hit, last):
        return None
    source = None
    reach = last if hit.entry.more.get("by") == "far" else min(hit.last + 1, last)
    by = _by_phrase(page, hit.last, reach)
    if by is not None and not is_only_doubt(page, hit):
        source = source_after(page, by + 1, charge_start(page, by, last))
    covered = (own,)
    level = level_of(hit, Factuality.REPORTED)
    aside = page.form(hit.first - 1) in COMMAS and (hit.last == last or page.form(hit.last) in (*COMMAS, "."))
    told_us = page.is_one_of(hit.first, "first_person") and not aside
    if told_us or hit.entry.more.get("by") == "teller":
        told = source_before(page, hit.first, claim_start(clauses, own))
        if told is not None and is_teller(page, *told):
            return Attribution(hit, "say", Factuality.ATTRIBUTED, told, covered)
    if source is not None and page.hits_in(hit.first, hit.last, "verified"):
        level = Factuality.VERIFIED_BY_SOURCE
    return Attribution(hit, "unnamed", level, source, covered)


def _show(page: Page, clauses: Sequence[Clause], hit: Hit, first: int, last: int) -> Attribution | None:
    own = clause_of(clauses, hit.first)
    if own is None:
        return None
    clause = clauses[own]
    earlier = page.hits_in(first, hit.first, "media")
    told = page.hits_in(max(first, hit.first - _SPEAKER_TOKENS), hit.first, "reports")
    that = page.is_one_of(hit.last, "that_words")
    if page.lexicon.data.get("verb_first") and page.hits_in(hit.last, hit.last + 1, "reports"):
        told, that = page.hits_in(hit.last, hit.last + 1, "reports"), _that_behind(page, hit.last)
    if told and not earlier and that:
        said = _say(page, clauses, hit, first, last)
        return replace(said, level=Factuality.ATTRIBUTED) if said is not None else None
    if not earlier and hit.first != clause.first:
        return None
    if earlier and (shower := shown_by(page, hit, earlier[-1], clause)) is not None:
        return Attribution(hit, "say", level_of(hit, Factuality.REPORTED), shower, (own,))
    covered = tuple(at for at in range(own, len(clauses)) if at == own or not speaks_itself(page, clauses[at]))
    return Attribution(
        hit, hit.code, level_of(hit, Factuality.REPORTED), None, covered[:1] if clause.quotation else covered
    )


def _publish(page: Page, clauses: Sequence[Clause], hit: Hit, first: int, last: int) -> Attribution | None:
    own = clause_of(clauses, hit.first)
    if own is None or (page.lexicon.data.get("verb_first") and is_noun_use(page, hit)):
        return None
    if (released := released_by(page, hit, first, last)) is not None:
        return Attribution(hit, "publish", Factuality.ASSERTED, released, tuple(range(own, len(clauses))))
    source, _ = subject_of(page, hit, first, last)
    if source is not None and page.hits_in(hit.last, min(hit.last + 5, last), "reports"):
        return Attribution(hit, "say", Factuality.ATTRIBUTED, source, tuple(range(own, len(clauses))))
    if not page.hits_in(hit.last, min(hit.last + 7, last), "media"):
        return None
    return Attribution(hit, "publish", Factuality.ASSERTED, source, tuple(range(own, len(clauses)))) if source else None


def _attitude(page: Page, clauses: Sequence[Clause], hit: Hit, first: int, _last: int) -> Attribution | None:
    if page.is_capital(hit.first) or is_passive(page, hit) or is_noun_use(page, hit):
        return None
    own = clause_of(clauses, hit.first)
    source = source_before(page, hit.first, first if own is None else claim_start(clauses, own))
    if source is None or own is None:
        return None
    return Attribution(hit, "attitude", Factuality.ATTRIBUTED, source, tuple(range(own, len(clauses))))


READERS = {
    "colon": before_mark,
    "attitude": _attitude,
    "say": _say,
    "prep": _prep,
    "unnamed": _unnamed,
    "show": _show,
    "show_of": lambda *_: None,
    "publish": _publish,
}
