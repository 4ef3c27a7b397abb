"""Unreal: deeds that a clause only threatens, plans, tries, fears, supposes, rules on or makes up: none was done."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.harms.not_done import is_ruled_out
from tawthiq.record.extract.harms.run_in_headings import heading_end
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.phrases.verbs import is_finite
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS, NUMBER

_GOVERNED_TOKENS = 7
_WARDED_TOKENS = 9
_FEARED_TOKENS = 14
_MODAL_TOKENS = 3
_FAILED_TOKENS = 4
_HEAD_TOKENS = 5
_TOPIC_TOKENS = 2
_STOPS = frozenset(".;:!?؟؛")
_LEADS = ("intent_leads", "determiners", "adverbs", "of_words", "denial_passes", "being_to")


def is_only_unreal(page: Page, clause: Clause) -> bool:
    """True when all violations that the words of the clause name are unreal."""
    body = max(clause.first, heading_end(page, clause.sentence))
    hits = page.hits_in(body, clause.last, "violations")
    return bool(hits) and all(is_unreal(page, clause, hit) for hit in hits)


def is_unreal(page: Page, clause: Clause, hit: Hit) -> bool:
    """Named, and not told as done."""
    if hit.code == "denial_access":
        return False
    made_up = _is_made_up(page, clause) or _is_topic(page, clause, hit)
    first = page.sentences[clause.sentence].first
    thought = _is_intended(page, first, hit) or _is_warded_off(page, first, hit) or _is_feared(page, first, hit)
    thought = thought or _may_come(page, hit) or is_ruled_out(page, first, hit)
    return made_up or thought or _is_supposed(page, clause, hit) or _is_ruled_on(page, clause, hit)


def _is_intended(page: Page, first: int, hit: Hit) -> bool:
    """ "Threatened to kill", "a plan to recruit", "tentative d'enlèvement", "هدد المسلحون بقتل"."""
    for at in range(hit.first, max(first - 1, hit.first - _GOVERNED_TOKENS), -1):
        if page.is_one_of(at, "intent_words"):
            return at < hit.first
        if at < hit.first and not _is_passed(page, at):
            return False
    return False


def _is_passed(page: Page, at: int) -> bool:
    """Small words; where verbs come first also who it is that threatens."""
    if any(page.is_one_of(at, table) for table in _LEADS):
        return True
    return bool(page.lexicon.data.get("verb_first")) and bool(page.hits_in(at, at + 1, "groups", "group_heads"))


def _is_warded_off(page: Page, first: int, hit: Hit) -> bool:
    """ "To protect children from recruitment", "how to prevent killings"; not where somebody failed to."""
    for at in range(hit.first - 1, max(first - 1, hit.first - _WARDED_TOKENS), -1):
        if _parts(page, at) or page.tokens[at].sort == NUMBER or page.is_one_of(at, "relatives"):
            return False
        if page.is_one_of(at, "that_words") and not page.is_one_of(at - 1, "warding_words"):
            return False
        if page.is_one_of(at, "warding_words"):
            before = range(at - _FAILED_TOKENS, at)
            return not any(page.denies(here) or page.is_one_of(here, "failing_words") for here in before)
        if is_finite(page, at):
            return False
    return False


def _is_feared(page: Page, first: int, hit: Hit) -> bool:
    """ "Fear that rebels will abduct", "temen que los rebeldes secuestren"; not "fear that they have abducted"."""
    before = range(hit.first - 1, max(first - 1, hit.first - _FEARED_TOKENS), -1)
    feared = next((at for at in before if page.is_one_of(at, "fearing_words")), None)
    if feared is None or any(_parts(page, at) for at in range(feared, hit.first)):
        return _is_feared_behind(page, hit)
    if _is_modal(page, hit) or _is_noun_feared(page, feared, hit) or _shares_modal(page, feared, hit):
        return True
    that = page.lexicon.data.get("feared_moods") and any(
        page.is_one_of(at, "that_words") for at in range(feared + 1, hit.first)
    )
    near = range(hit.first - _MODAL_TOKENS, hit.first)
    is_so = page.is_one_of(hit.first, "state_words") or any(page.is_one_of(at, "feared_done") for at in near)
    return bool(that) and not is_so


def _is_feared_behind(page: Page, hit: Hit) -> bool:
    """ "Rebels could abduct children, residents fear", "podría reclutar a niños, temen los vecinos"."""
    if not _is_modal(page, hit):
        return False
    behind = range(hit.last, min(hit.last + _FEARED_TOKENS, len(page.tokens)))
    ends = next((at for at in behind if page.form(at) in _STOPS), behind.stop)
    comma = next((at for at in range(hit.last, ends) if page.form(at) in COMMAS), ends)
    return any(page.is_one_of(at, "fearing_words") for at in range(comma, ends))


def _is_noun_feared(page: Page, feared: int, hit: Hit) -> bool:
    """ "مخاوف من تجنيد الأطفال": right behind fear and its preposition the deed as a noun, not yet done."""
    led = page.is_one_of(feared + 1, "fear_preps") and hit.first == feared + 2
    return led and not is_finite(page, hit.first)


def _may_come(page: Page, hit: Hit) -> bool:
    """ "قد يجند المسلحون": "qad" with the imperfect tells what may be; with the perfect what has been."""
    if not page.is_one_of(hit.first - 1, "may_words") or page.is_one_of(hit.first, "state_words"):
        return False
    return page.form(hit.first).startswith("ي") and is_finite(page, hit.first)


def _parts(page: Page, at: int) -> bool:
    """A comma, or whatever ends a sentence."""
    return page.form(at) in COMMAS or page.form(at) in _STOPS


def _is_modal(page: Page, hit: Hit) -> bool:
    """ "Could be killed", "pourraient être tués"; not "could have been killed", "may be held", which is so already."""
    if page.is_one_of(hit.first, "state_words"):
        return False
    near = range(hit.first - _MODAL_TOKENS, hit.first)
    done = any(page.is_one_of(at, table) for at in near for table in ("have_words", "perfect_infinitives"))
    return not done and any(page.is_one_of(at, "modal_words") for at in near)


def _shares_modal(page: Page, feared: int, hit: Hit) -> bool:
    """ "Fear they will come back and burn the school": one modal for both verbs."""
    modal = any(page.is_one_of(at, "modal_words") for at in range(feared, hit.first))
    done = any(page.is_one_of(at, "have_words") for at in range(feared, hit.first))
    return modal and not done and page.is_one_of(hit.first - 1, "list_joiners")


def _is_supposed(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "If they attack, 500 children could be killed", "would be recruited if": what would be, and on what."""
    sentence = page.sentences[clause.sentence]
    ifs = [at for at in range(sentence.first, sentence.last) if page.is_one_of(at, "supposing_words")]
    if not ifs:
        return False
    opening = ifs[0] <= sentence.first + 1
    if page.lexicon.data.get("verb_first"):
        return opening
    return _is_modal(page, hit) or any(_is_condition(page, at, hit) for at in ifs)


def _is_condition(page: Page, at: int, hit: Hit) -> bool:
    """The deed stands in the condition itself: "if the rebels recruit children, ..."."""
    if not page.lexicon.data.get("conditions_unreal") or page.is_one_of(at - 1, "role_words") or hit.first < at:
        return False
    return not any(page.form(here) in COMMAS or page.is_one_of(here, "relatives") for here in range(at, hit.first))


def _is_ruled_on(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Recruiting children is a war crime", "the law punishes those who recruit children": no one, nowhere, never."""
    if page.dates.between(clause.first, clause.last) or page.places.between(clause.first, clause.last):
        return False
    counted = any(item.rule == "count" for item in page.quantities.between(clause.first, clause.last))
    mentions = mentions_of(page, clause.first, clause.last)
    if counted or any(not mention.group or mention.back for mention in mentions):
        return False
    head = range(clause.first, min(clause.first + _HEAD_TOKENS, clause.last))
    law = any(page.is_one_of(at, "law_words") for at in head if at < hit.first)
    if any(page.is_one_of(mention.first - 1, "determiners") for mention in mentions) and not law:
        return False
    return law or (_names_norm(page, clause) and not is_finite(page, hit.first))


def _names_norm(page: Page, clause: Clause) -> bool:
    """ "Is a crime", "sont interdits": told of now, of whoever does it."""
    norms = [at for at in range(clause.first, clause.last) if page.is_one_of(at, "norm_words")]
    if not page.lexicon.data.get("norm_copulas"):
        return bool(norms)
    near = ((at, here) for at in norms for here in range(at - _MODAL_TOKENS, at))
    return any(page.is_one_of(here, "norm_copulas") for _, here in near)


def _is_topic(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "A workshop on child recruitment": what was taught."""
    taught = any(page.is_one_of(at, "teaching_words") for at in range(clause.first, hit.first))
    about = (hit.first - back for back in range(1, _TOPIC_TOKENS + 2))
    return taught and any(page.is_one_of(at, "topic_preps") for at in about)


def _is_made_up(page: Page, clause: Clause) -> bool:
    """ "In the novel, soldiers kill", "the film tells how": at the head of the clause; a film may also show."""
    head = range(clause.first, min(clause.first + _HEAD_TOKENS, clause.last))
    if any(page.is_one_of(at, "fiction_words") for at in head):
        return True
    return any(page.is_one_of(at, "film_words") and page.is_one_of(at + 1, "narrating_words") for at in head)
