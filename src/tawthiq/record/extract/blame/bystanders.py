"""Bystanders: parties that a clause names and blames for nothing: fought, told, behind others, owners of a site."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.blame.fought import is_fought
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS, NUMBER
from tawthiq.terms.quantity import QuantityKind

_AMONG_TOKENS = 4
_CALLED_TOKENS = 12
_COUNT_TOKENS = 4
_EXPLAINED_TOKENS = 4
_INQUIRY_TOKENS = 8
_LINK_TOKENS = 6
_SITE_TOKENS = 10


def is_harmed(page: Page, mention: Mention, acts: Sequence[Hit]) -> bool:
    """ "Three soldiers and two children were killed": men who are the subject of a passive hurt nobody."""
    behind = [act for act in acts if act.first >= mention.last]
    men = page.hits_in(mention.last - 1, mention.last, "units")
    if not (mention.group and men and behind):
        return False
    at = mention.last
    while at < behind[0].first and not page.is_one_of(at, "passive_words") and _is_row_of_people(page, at):
        at += 1
    if at == behind[0].first and page.is_one_of(at, "dying_words"):
        return True
    verb = range(at, behind[0].first + 1)
    passive = any(page.is_one_of(here, "passive_words") for here in verb) and not _goes_on(page, behind[0])
    tables = ("passive_words", "adverbs", "finite")
    return passive and all(any(page.is_one_of(here, table) for table in tables) for here in verb[:-1])


def _goes_on(page: Page, act: Hit) -> bool:
    """ "Are occupying": what is going on is no passive."""
    endings = tuple(page.lexicon.data.get("going_on_endings", ()))
    return bool(endings) and any(page.form(at).endswith(endings) for at in range(act.first, act.first + 2))


def _is_row_of_people(page: Page, at: int) -> bool:
    """ "And two children", ", a teacher": others hurt beside them."""
    numbered = page.tokens[at].sort == NUMBER or page.form(at) in page.lexicon.number_words
    glue = page.form(at) in COMMAS or page.is_one_of(at, "list_joiners") or page.is_one_of(at, "determiners")
    people = page.hits_in(at, at + 1, "units", "singles", "vague")
    return numbered or glue or any(hit.entry.more.get("victim") != "thing" for hit in people)


def is_counted_among(page: Page, mention: Mention) -> bool:
    """ "Three children, including two fighters, were killed", "half of the fighters are under 18": of those hurt."""
    if (mention.group and _is_whole_of_share(page, mention)) or _is_targeted(page, mention):
        return True
    if mention.group and _is_said_of_victims(page, mention):
        return True
    before = range(mention.first - 1, mention.first - _COUNT_TOKENS, -1)
    at = next((at for at in before if page.is_one_of(at, "among_words")), None)
    if at is None or not mention.group or any(page.is_one_of(at - back, "fighting_nouns") for back in (1, 2, 3)):
        return False
    near = page.hits_in(at - _AMONG_TOKENS, at, "units")
    return any(unit.entry.more.get("victim") in ("child", "adult") for unit in near)


def _is_targeted(page: Page, mention: Mention) -> bool:
    """ "A strike targeting a Front commander", "I call upon the Front to": at whom it was aimed, on whom one calls;
    not "call on the Front to free the girls it abducted"."""
    at = mention.first - 1
    while page.is_one_of(at, "determiners") or page.is_one_of(at, "enemy_words"):
        at -= 1
    called = page.is_one_of(at, "calling_preps") and page.is_one_of(at - 1, "calling_words")
    urged = page.is_one_of(at, "calling_words") and not page.is_one_of(at, "led_callings")
    behind = range(mention.last, min(mention.last + _CALLED_TOKENS, len(page.tokens)))
    reach = behind.stop
    if _are_all_called(page, mention):
        urged, reach = True, next((here for here in behind if page.form(here) in COMMAS), reach)
    aimed = (called or urged) and not page.hits_in(mention.last, reach, "violations")
    return page.is_one_of(at, "targeting_words") or aimed


def _are_all_called(page: Page, mention: Mention) -> bool:
    """ "دعت المنظمة جميع أطراف النزاع إلى": all of them, in Arabic behind who calls."""
    whole = any(page.is_one_of(at, "whole_words") for at in (mention.first - 1, mention.first))
    before = range(mention.first - _CALLED_TOKENS, mention.first)
    first = bool(page.lexicon.data.get("verb_first"))
    return first and whole and any(page.is_one_of(at, "calling_words") for at in before)


def _is_said_of_victims(page: Page, mention: Mention) -> bool:
    """ "The dead were terrorists", "they were all fighters": what is said of those who were harmed, right in front."""
    at = mention.first - 1
    while page.is_one_of(at, "determiners") or page.is_one_of(at, "enemy_words"):
        at -= 1
    told = page.is_one_of(at, "being_words")
    while told and page.is_one_of(at - 1, "being_words"):
        at -= 1
    children = page.hits_in(at - 1, at, "units")
    harmed = page.is_one_of(at - 1, "harmed_words") or any(one.entry.more.get("victim") == "child" for one in children)
    return told and harmed and not page.is_one_of(mention.last, "of_words")


def _is_whole_of_share(page: Page, mention: Mention) -> bool:
    """ "A third of the combatants were children": of whom a share is told, with what they are right behind."""
    if not page.is_one_of(mention.last, "being_words"):
        return False
    start = mention.first - _COUNT_TOKENS
    shares = page.quantities.between(start, mention.first)
    return bool(page.hits_in(max(0, start), mention.first, "majorities")) or any(
        item.quantity.kind is QuantityKind.PERCENT for item in shares
    )


def is_fought_between(page: Page, mention: Mention) -> bool:
    """ "Crossfire between A and B": those who fought are named."""
    named = page.hits_in(mention.last, mention.last + 4, "group_heads", "groups") or page.parties.between(
        mention.last, mention.last + 4
    )
    return mention.group and page.is_one_of(mention.last, "between_words") and bool(named) and not mention.listed


def is_owner(page: Page, mention: Mention) -> bool:
    """ "The Front-run ministry", "rebel-held areas", "militia-related violence": whose something is."""
    tied = any(page.is_one_of(mention.last + 1, table) for table in ("area_words", "related_words"))
    return page.form(mention.last) == "-" and tied


def is_only_placed(page: Page, clause: Clause, mention: Mention) -> bool:
    """ "Operations against the Front", "held areas" of the army: whom one fights did nothing yet."""
    if is_owner(page, mention):
        return True
    at = mention.first - 1
    glued = mention.group and page.form(at) == "-" and page.tokens[at].end == page.tokens[mention.first].start
    at -= int(glued)
    while at > clause.first and page.is_one_of(at, "determiners"):
        at -= 1
    if is_fought(page, at, clause.first) or _is_told(page, at) or _backs(page, at):
        return True
    return _is_addressed(page, mention) or _is_warned(page, mention, at)


def _is_warned(page: Page, mention: Mention, at: int) -> bool:
    """ "Warned local authorities against paying", "reported to police": who is warned, asked, told did nothing yet."""
    if page.is_one_of(at, "infinitive_marks") and page.is_one_of(at - 1, "handed_words"):
        return True
    warned = page.is_one_of(at, "warning_words")
    return warned and any(page.is_one_of(mention.last, table) for table in ("opposing_words", "to_whom", "that_words"))


def _backs(page: Page, at: int) -> bool:
    """ "The Front, backed by the army": who gives arms or money did not do it."""
    led = page.is_one_of(at, "by_words") or page.is_one_of(at, "of_words")
    return led and page.is_one_of(at - 1, "backing_words")


def _is_addressed(page: Page, mention: Mention) -> bool:
    """ "A dit à l'armée que", "dijo al ejército que": who is told did nothing."""
    at = mention.first - 1
    while page.is_one_of(at, "determiners") and not page.is_one_of(at, "to_whom"):
        at -= 1
    said = page.hits_in(at - 3, at, "cues") if page.is_one_of(at, "to_whom") else []
    blamed = any(hit.last > at - 1 for hit in page.hits_in(at - 3, at + 1, "by_party"))
    return not blamed and any(hit.code == "say" and hit.last == at for hit in said)


def _is_told(page: Page, at: int) -> bool:
    """ "Told the KP", "interviewed by the KP": who is told did nothing."""
    return page.is_one_of(at, "telling_words") or (
        page.is_one_of(at, "by_words") and page.is_one_of(at - 1, "telling_words")
    )


def inquires(page: Page, mention: Mention, acts: Sequence[Hit]) -> bool:
    """ "Police are investigating the killing", "the army condemned the raid": who looks into a deed, or is against it,
    did not do it."""
    behind = [act.first for act in acts if act.first >= mention.last]
    if not behind:
        return False
    if page.is_one_of(mention.first - 1, "inquiring_words") and page.lexicon.data.get("verb_first"):
        return True
    near = range(mention.last, min(behind[0], mention.last + _INQUIRY_TOKENS))
    return any(page.is_one_of(at, "inquiring_words") and not _goes_on_with(page, at, behind[0]) for at in near)


def _goes_on_with(page: Page, at: int, act: int) -> bool:
    """ "A poursuivi le recrutement", "poursuit ses attaques": goes on doing it; not "poursuit l'auteur d'un viol"."""
    goes_on = page.is_one_of(at, "continuing_words")
    return goes_on and all(page.is_one_of(here, "determiners") for here in range(at + 1, act))


def explains(page: Page, mention: Mention) -> bool:
    """ "..., وهو فصيل يساند الجيش": Arabic says so who the party just named is, up to its next comma."""
    near = range(mention.first - _EXPLAINED_TOKENS, mention.first)
    near = range(max((at + 1 for at in near if page.form(at) in COMMAS), default=near.start), near.stop)
    return any(page.form(at).startswith("و") and page.is_one_of(at, "pronouns") for at in near)


def is_only_belonged_to(page: Page, clause: Clause, mention: Mention) -> bool:
    """ "Held for alleged links to the Front": who holds them is somebody else; "men (suspected of) belonging to it" are
    its men, a drone its own."""
    near = range(max(clause.first, mention.first - _LINK_TOKENS), mention.first)
    tied = [at for at in near if page.is_one_of(at, "belonging_words")]
    if any(page.is_one_of(at, "role_words") for at in (here - 1 for here in tied)) and _is_led_by(page, mention):
        return False
    theirs = any(
        _are_theirs(page, _past_doubt(page, at - 1)) or _are_held_to_belong(page, clause, at) for at in tied[:1]
    )
    if _is_in_charge(page, near) and not theirs:
        return True
    return bool(tied) and not theirs and not _uses_them(page, clause, tied[0])


def _is_led_by(page: Page, mention: Mention) -> bool:
    """ "Used as lookouts by soldiers": who used them stands behind "by", whatever they were used as."""
    at = mention.first - 1
    while page.is_one_of(at, "determiners"):
        at -= 1
    return page.is_one_of(at, "by_words")


def _is_in_charge(page: Page, near: range) -> bool:
    """ "Whom they accused of working for the army": of what they are accused, not who is; no comma between."""
    charges = [at for at in near if page.is_one_of(at, "charged_participles") and page.is_one_of(at + 1, "of_words")]
    return any(all(page.form(here) not in COMMAS for here in range(at, near.stop)) for at in charges)


def _are_theirs(page: Page, at: int) -> bool:
    """ "Men belonging to the Front", "a drone belonging to it": they act for it."""
    tables = ("men_words", "munition_words", "force_parts")
    return any(page.is_one_of(at, table) for table in tables) or _names_people(page, at)


def _uses_them(page: Page, clause: Clause, at: int) -> bool:
    """ "Children associated with the militias": told of those who use them, where nothing else is done to them."""
    codes = {hit.code for hit in page.hits_in(clause.first, clause.last, "violations")}
    return page.is_one_of(at, "following_words") and codes == {"recruitment_use"}


def _are_held_to_belong(page: Page, clause: Clause, at: int) -> bool:
    """ "Gunmen suspected of", "individuals believed to be": armed or unnamed men, then only words of how sure it is."""
    at -= 1
    while at > clause.first and page.is_one_of(at, "held_to_be") and not page.is_one_of(at, "men_words"):
        at -= 1
    return page.is_one_of(at, "men_words")


def _past_doubt(page: Page, at: int) -> int:
    """ "عناصر يشتبه في انتمائهم إلى": back to the men that are thought to belong to somebody."""
    while page.lexicon.language == "ar" and page.is_one_of(at, "following_words"):
        at -= 1
    return at


def _names_people(page: Page, at: int) -> bool:
    """Fighters, their groups or other people are named there, no place."""
    named = page.hits_in(at, at + 1, "groups", "units")
    return page.is_one_of(at, "group_nouns") or any(hit.entry.more.get("victim") != "thing" for hit in named)


def names_site(page: Page, clause: Clause, mention: Mention, acts: Sequence[Hit]) -> bool:
    """ "Killed at the entrance to the army headquarters": where it was, behind a preposition, not who did it."""
    harmed = any(act.entry.more.get("acts") for act in acts if act.first < mention.first)
    at_site = any(page.is_one_of(at, "post_words") for at in range(mention.last, min(mention.last + 2, clause.last)))
    led = any(page.is_one_of(at, "prepositions") for at in range(mention.first - 3, mention.first))
    return harmed and ((at_site and led) or _is_owner_of_site(page, mention))


def _is_owner_of_site(page: Page, mention: Mention) -> bool:
    """ "Tués près d'une base de l'armée": whose the site is stands behind it; not "tirs depuis une base de l'armée"."""
    sites = page.hits_in(max(0, mention.first - _SITE_TOKENS), mention.first, "sites_of")
    return any(
        hit.last <= mention.first and all(page.is_one_of(at, "determiners") for at in range(hit.last, mention.first))
        for hit in sites
    )
