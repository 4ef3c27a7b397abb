"""Implied harms: violations that no verb names, told by who and what is in the scene: "the school now serves as a
radio post", "a girl of eleven carries ammunition", "the convoy has waited at the barrier for four days"."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.harms.freed import is_of_freed
from tawthiq.record.extract.harms.in_hospital import lies_there
from tawthiq.record.extract.harms.victims import are_kept_by_own, is_young
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.statement import ViolationRef
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS
from tawthiq.terms.quantity import QuantityKind

_STRUCK = {"school": "attack_school", "hospital": "attack_hospital"}
_HURT = ("killing", "maiming")
_AIMED_TOKENS = 6
_BEING_TOKENS = 4
_MOVED_TOKENS = 5
_NAMED_SITE = ("determiners", "of_words", "school_kinds")
_TOY_TOKENS = 4
_CLEARED_TOKENS = 4
_SERVED_TOKENS = 7
_BESIDE_TOKENS = 3
_SAID_TOKENS = 7
_FROM_TOKENS = 4
_FIRED_TOKENS = 4
_STOPPED = (QuantityKind.MONEY, QuantityKind.DURATION)


def implied_harms(page: Page, clause: Clause) -> tuple[ViolationRef, ...]:
    """Violations that the scene of the clause implies, each code once; empty for most clauses, and where children leave
    the scene: "سرح عشرون طفلا من صفوف الجبهة"."""
    targets = page.hits_in(clause.first, clause.last, "targets")
    if page.lexicon.language == "ar":
        targets = [hit for hit in targets if not _is_of_speaker(page, clause, hit)]
    children = [
        hit for hit in page.hits_in(clause.first, clause.last, "units") if hit.entry.more.get("victim") == "child"
    ]
    made = [*_of_buildings(page, clause, targets), *_of_aid(page, clause, targets)]
    if not made and (children or is_young(page, clause)) and _are_fighters(page, clause):
        at = next(at for at in range(clause.first, clause.last) if page.is_one_of(at, "fighter_words"))
        made = [ViolationRef("recruitment_use", "", page.span(at, at + 1))]
    if not made and children:
        made = _of_children(page, clause, children)
    if not made and children and (_bears_arms(page, clause) or _serves(page, clause, children[0])):
        made = [ViolationRef("recruitment_use", "", page.span(children[0].first, children[0].last))]
    once = tuple({ref.code: ref for ref in made}.values())
    return () if once and is_of_freed(page, clause, once) else once


def struck_sites(page: Page, clause: Clause, own: Sequence[ViolationRef]) -> list[ViolationRef]:
    """ "Dropped a bomb on the clinic and wounded two boys": beside who was hurt the building that was aimed at."""
    if not own or any(ref.code not in _HURT for ref in own):
        return []
    targets = [hit for hit in page.hits_in(clause.first, clause.last, "targets") if _is_aimed_at(page, clause, hit)]
    return _of_buildings(page, clause, targets)


def _is_aimed_at(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Un explosivo sobre el puesto de salud": what flies or bursts, a word of aiming, the building."""
    at = hit.first - 1
    while page.is_one_of(at, "determiners"):
        at -= 1
    aimed = page.is_one_of(at, "aimed_words") or page.is_one_of(at, "opposing_words")
    near = range(max(clause.first, at - _AIMED_TOKENS), at)
    return aimed and any(page.is_one_of(here, "munition_words") for here in near)


def _of_children(page: Page, clause: Clause, children: list[Hit]) -> list[ViolationRef]:
    """Whatever the verb: children and what flies or bursts in one clause are hurt; children whom armed people move
    from a house or into the bush are taken; neither where they get away, are led to safety."""
    if _has(page, clause, "escape_words"):
        return []
    cue = page.span(children[0].first, children[0].last)
    moved = [child for child in children if not are_kept_by_own(page, child)]
    if _is_armed(page, clause) and any(_is_moved(page, clause, child) for child in moved):
        return [ViolationRef("abduction", "", cue)]
    if _has(page, clause, "hurting_words"):
        return [ViolationRef("maiming", "", cue)]
    return []


def _is_moved(page: Page, clause: Clause, child: Hit) -> bool:
    """ "Drove 15 pupils into the desert", "three boys were lifted from their home"; not "children from villages"."""
    for at in range(child.last, min(child.last + _MOVED_TOKENS, clause.last)):
        if page.is_one_of(at, "moving_preps"):
            if at == child.last and page.is_one_of(at, "from_words") and not page.is_one_of(at + 1, "possessives"):
                return False
            behind = range(at + 1, min(at + _BEING_TOKENS, clause.last))
            return any(page.is_one_of(here, "hiding_places") for here in behind)
    return False


def _are_fighters(page: Page, clause: Clause) -> bool:
    """ "The youngest soldier was 10", "a boy of 14 who had been a fighter": what the child is, not who came by."""
    for at in range(clause.first + 1, clause.last):
        if not page.is_one_of(at, "fighter_words"):
            continue
        near = range(max(clause.first, at - _BEING_TOKENS), at)
        shared = any(item.quantity.kind is QuantityKind.PERCENT for item in page.quantities.between(clause.first, at))
        if (shared or any(page.is_one_of(here, "being_words") for here in near)) and not any(
            page.is_one_of(here, "by_words") for here in near
        ):
            return True
        if any(_is_aged(page, copula + 1, clause.last) for copula in _copulas_behind(page, clause, at)):
            return True
    return False


def _copulas_behind(page: Page, clause: Clause, at: int) -> list[int]:
    """ "The fighters were", "the recruits at the camp were": none behind a comma or another person."""
    found = []
    for here in range(at + 1, min(at + _SAID_TOKENS, clause.last)):
        others = [unit for unit in page.hits_in(here, here + 1, "units") if unit.entry.more.get("victim") != "thing"]
        if page.form(here) in COMMAS or others:
            break
        if page.is_one_of(here, "being_words") or page.is_one_of(here, "age_copulas"):
            found.append(here)
    return found


def _is_aged(page: Page, at: int, last: int) -> bool:
    """ "The fighters were under 15": an age right behind."""
    return any(item.rule == "age" for item in page.quantities.between(at, min(at + _BEING_TOKENS, last)))


def _is_of_speaker(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "شبكة أطباء كش", "قال مدير مستشفى كش إن": the doctors, the hospital of who speaks."""
    if page.is_one_of(hit.first - 1, "bodies_words"):
        return True
    spoken = any(cue.code == "say" for cue in page.hits_in(clause.first, hit.first, "cues"))
    return spoken and any(page.is_one_of(at, "that_words") for at in range(hit.last, clause.last))


def _of_buildings(page: Page, clause: Clause, targets: list[Hit]) -> list[ViolationRef]:
    """A school or hospital under fire, or with armed people quartered in it."""
    found: list[ViolationRef] = []
    for hit in targets:
        if (
            hit.code not in _STRUCK
            or _is_beside(page, hit)
            or (page.lexicon.language == "en" and _is_of_people(page, hit))
        ):
            continue
        if hit.code == "hospital" and lies_there(page, clause.first, hit.first):
            continue
        if any(_flies(page, at) for at in range(clause.first, clause.last)):
            code = "military_use" if _is_fired_from(page, clause, hit) else _STRUCK[hit.code]
            found.append(ViolationRef(code, "", page.span(hit.first, hit.last)))
        elif (_is_armed(page, clause) and _has(page, clause, "quarter_words")) or _are_inside(page, clause, hit):
            found.append(ViolationRef("military_use", "", page.span(hit.first, hit.last)))
    return found


def _is_fired_from(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Launched a rocket from within the hospital grounds": who fires from a site uses it."""
    near = range(max(clause.first, hit.first - _FROM_TOKENS), hit.first)
    led = next((at for at in near if page.is_one_of(at, "fired_from_words")), None)
    return led is not None and any(
        page.is_one_of(at, "launching_words") for at in range(max(clause.first, led - _FIRED_TOKENS), led)
    )


def _are_inside(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "The rebels are still in two of the five schools", "soldiers in the school since Monday"; not "in front of" it,
    nor police, who may come for a talk."""
    at = hit.first - 1
    while at > clause.first and (page.is_number(at) or any(page.is_one_of(at, one) for one in _NAMED_SITE)):
        at -= 1
    if hit.code != "school" or at == hit.first - 1 or not page.is_one_of(at, "inside_words"):
        return False
    at -= 1
    while page.is_one_of(at, "passive_words") or page.is_one_of(at, "adverbs"):
        at -= 1
    men = [one for one in mentions_of(page, clause.first, clause.last) if one.last == at + 1]
    return any(not page.is_one_of(here, "police_words") for one in men for here in range(one.first, one.last))


def _is_beside(page: Page, hit: Hit) -> bool:
    """ "قتل رجل قرب مدرسة", "نجا تلاميذ المدرسة": where it was, or who got away."""
    near = range(hit.first - _BESIDE_TOKENS, hit.first)
    return any(page.is_one_of(at, "beside_sites") for at in near)


def _is_of_people(page: Page, hit: Hit) -> bool:
    """ "Clinic staff", "school guards": people of the building, whom nobody struck or quartered there."""
    return bool(page.hits_in(hit.last, hit.last + 1, "officials", "witnesses"))


def _flies(page: Page, at: int) -> bool:
    """What flies or bursts, and is no toy, nor was found and taken away."""
    if not page.is_one_of(at, "munition_words") or _is_toy(page, at):
        return False
    near = range(at - _CLEARED_TOKENS + 1, at + _CLEARED_TOKENS)
    return not any(page.is_one_of(here, "cleared_words") for here in near)


def _is_toy(page: Page, at: int) -> bool:
    """ "Children played with drones": nothing flew at the school."""
    near = range(at - _TOY_TOKENS, at)
    led = any(page.is_one_of(here, "with_words") for here in near) or page.form(near[-1]).startswith("ب")
    led = led or page.form(at).startswith("ب")
    return led and any(page.is_one_of(here, "play_words") for here in near)


def _of_aid(page: Page, clause: Clause, targets: list[Hit]) -> list[ViolationRef]:
    """Aid that stands still: at a barrier, or before armed people with a price, a time, a refusal."""
    aid = [hit for hit in targets if hit.code in ("aid", "aidworker", "medic")]
    if not aid:
        return []
    counted = page.quantities.between(clause.first, clause.last)
    stopped = any(item.quantity.kind in _STOPPED for item in counted) or _has(page, clause, "never_words")
    armed = _is_armed(page, clause)
    barred = _has(page, clause, "barrier_words")
    if (barred and (armed or stopped)) or (armed and stopped):
        return [ViolationRef("denial_access", "", page.span(aid[0].first, aid[0].last))]
    return []


def _is_armed(page: Page, clause: Clause) -> bool:
    return bool(mentions_of(page, clause.first, clause.last))


def _bears_arms(page: Page, clause: Clause) -> bool:
    """ "A girl carries ammunition for the Front": the front in a party's own name is no arm; nor are rebels whom no
    word leads to the child, as in "the rebels met three boys", nor what an idiom says that grown men bear."""
    armed = mentions_of(page, clause.first, clause.last)
    apart = [mention for mention in armed if not mention.group or not _is_led_to(page, clause, mention.first)]
    named = {at for mention in apart for at in range(_men_first(page, mention.first), mention.last)}
    worn = (hit for hit in page.hits_in(clause.first, clause.last, "idioms") if hit.code == "arm")
    named |= {at for hit in worn for at in range(hit.first, hit.last)}
    return bool(armed) and any(
        page.is_one_of(at, "arms_words") for at in range(clause.first, clause.last) if at not in named
    )


def _men_first(page: Page, first: int) -> int:
    """ "Fighters of the Lake Front", "una patrulla del Ejército": where the men begin whose party it is; they are no
    arms of a child."""
    at = first
    while page.is_one_of(at - 1, "determiners") or page.is_one_of(at - 1, "of_words"):
        at -= 1
    men = any(page.is_one_of(at - 1, table) for table in ("fighter_words", "men_words"))
    return at - 1 if at < first and men else first


def _serves(page: Page, clause: Clause, child: Hit) -> bool:
    """ "Girls cooked and washed for the Lake Front", "فتيات يطبخن لمقاتلي الجبهة": work, right behind it for whom."""
    for mention in mentions_of(page, clause.first, clause.last):
        at = mention.first
        while page.is_one_of(at - 1, "determiners") and not page.is_one_of(at - 1, "serving_preps"):
            at -= 1
        joined = bool(page.lexicon.data.get("verb_first")) and page.form(at).startswith("ل")
        led = joined or page.is_one_of(at - 1, "serving_preps")
        works = range(max(clause.first, at - _SERVED_TOKENS), at)
        if led and any(page.is_one_of(here, "serving_words") for here in works if here > child.first):
            return True
    return False


def _is_led_to(page: Page, clause: Clause, at: int) -> bool:
    """ "With the rebels", "for rebels", not "fired by rebels"; languages that write such words on the noun tell it by
    its form."""
    at -= 1
    while page.is_one_of(at, "determiners") and not (page.is_one_of(at, "prepositions") and at > clause.first):
        at -= 1
    if page.is_one_of(at, "by_words"):
        return False
    return not page.lexicon.data.get("prepositions") or (at >= clause.first and page.is_one_of(at, "prepositions"))


def _has(page: Page, clause: Clause, table: str) -> bool:
    return any(page.is_one_of(at, table) for at in range(clause.first, clause.last))
