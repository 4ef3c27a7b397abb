"""Men: fighters, soldiers, snipers beside the name of the party that they fight for; the name alone is the party."""

from __future__ import annotations

from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import NUMBER

_MEN_TOKENS = 6
_FEWEST_LETTERS = 3
_MARKS = frozenset('"“«')


def are_men_of(page: Page, hit: Hit, last: int) -> bool:
    """ "Fighters of the Red Front": a capital at a sentence's head; whose men they are stands behind."""
    sent = page.is_one_of(hit.first, "men_words") or page.is_one_of(hit.first, "sent_parts")
    men = hit.last - hit.first == 1 and sent and page.is_one_of(hit.last, "of_words")
    behind = page.hits_in(hit.last + 1, min(hit.last + _MEN_TOKENS, last), "group_heads") if men else ()
    letters = men and any(_are_letters(page, at) for at in (hit.last + 1, hit.last + 2))
    return letters or any(page.is_capital(one.first) for one in behind)


def _are_letters(page: Page, at: int) -> bool:
    """ "Combatientes de las FPL": a body by its letters."""
    written = page.words(at, at + 1) if at < len(page.tokens) else ""
    return written.isupper() and len(written) > 1


def sends_part(page: Page, at: int) -> bool:
    """ "Snipers of the Guard", "Jets of the Air Command": a capital at a sentence's head, whose name stands behind."""
    led = page.is_one_of(at + 1, "of_words") or page.is_one_of(at + 1, "determiners")
    if page.is_one_of(at, "sent_parts") and page.is_one_of(at + 1, "of_words"):
        return True
    return page.is_one_of(at, "men_words") or (led and page.is_one_of(at, "force_parts"))


def whose_men(page: Page, mention: Mention, first: int) -> Mention | None:
    """ "Guard snipers", "League fighters": a word for such bodies in front of its men, where heads come last."""
    at = mention.first - 1
    men = page.is_one_of(mention.first, "men_words") and mention.last == mention.first + 1
    if not page.lexicon.heads_last or not men or at < first or not page.is_capital(at):
        return None
    letters = page.words(at, at + 1).isupper() and page.tokens[at].end - page.tokens[at].start >= _FEWEST_LETTERS
    heads = letters or page.hits_in(at, at + 1, "group_heads") or page.is_one_of(at, "bodies_of_arms")
    return Mention(at, at + 1) if heads and not page.is_capital(at - 1) else None


def past_allegiance(page: Page, at: int) -> int:
    """ "Of the", "loyal to the", "que dicen pertenecer al", "de la banda Los": up to whose men they are."""
    tables = ["of_words", "determiners", "following_words"]
    at += int(page.lexicon.heads_last and page.is_one_of(at, "from_words"))
    while (
        any(page.is_one_of(at, table) for table in tables) or _is_sort_of_named(page, at) or _describes_name(page, at)
    ):
        tables += ["to_whom"] if page.is_one_of(at, "following_words") and len(tables) == 3 else []
        at += 1
    return at + int(page.is_one_of(at - 1, "following_words") and page.form(at) in _MARKS)


def _is_sort_of_named(page: Page, at: int) -> bool:
    """The band of "de la banda Los Espartanos": behind it the article of a name."""
    named = page.is_capital(at + 1) and page.is_one_of(at + 1, "plural_articles") and page.is_capital(at + 2)
    return named and page.is_one_of(at - 1, "determiners") and page.is_one_of(at, "sort_words")


def _describes_name(page: Page, at: int) -> bool:
    """The group, and of which sort it is, of "milicianos del grupo islamista Puño Rojo"."""
    sort = page.is_one_of(at, "sort_words") and page.is_one_of(at + 1, "sort_adjectives") and page.is_capital(at + 2)
    return sort or (page.is_one_of(at - 1, "sort_words") and page.is_one_of(at, "sort_adjectives"))


def sends_men(page: Page, body: Mention) -> bool:
    """ "Police officers", "an army patrol": a body in front of its men is the party, where heads come last."""
    one = body.last - body.first == 1 and page.is_one_of(body.first, "bodies_with_men")
    return one and page.is_one_of(body.last, "body_parts")


def is_title(page: Page, hit: Hit) -> bool:
    """ "Captain Anselme Tan": a rank in front of whoever bears it is no party."""
    return page.is_one_of(hit.last - 1, "rank_nouns") and page.is_capital(hit.last)


def are_no_men(page: Page, hit: Hit) -> bool:
    """ "Gardés trois semaines": a participle by its accent; "un combattant sur trois": a share of them."""
    written = page.words(hit.first, hit.first + 1).casefold()
    endings = page.lexicon.endings("said_participles")
    if page.is_one_of(hit.first, "men_as_participles") and endings and written.endswith(endings):
        return True
    numbered = hit.last + 1 < len(page.tokens) and page.tokens[hit.last + 1].sort == NUMBER
    numbered = numbered or page.form(hit.last + 1) in page.lexicon.number_words
    men = page.is_one_of(hit.last - 1, "men_words") or page.is_one_of(hit.last - 1, "fighter_words")
    return men and numbered and page.is_one_of(hit.last, "one_in")


def is_officer(page: Page, mention: Mention, *, alone: bool = False) -> bool:
    """ "The officer laughed", "a sergeant was arrested": whoever holds a rank did nothing that a clause does not tell,
    and denies for his party, not for himself."""
    several = alone and page.form(mention.last - 1).endswith("s")
    return mention.group and page.is_one_of(mention.last - 1, "rank_nouns") and not several


def past_men(page: Page, mention: Mention) -> int:
    """ "أفراد الشرطة الوطنية", "عناصر المخابرات العسكرية": whose men they are, right behind and with its article."""
    men = mention.last - mention.first > 1 and page.is_one_of(mention.first, "men_words")
    owner = mention.first + 1
    owned = men and page.form(owner).startswith("ال")
    owned = owned and (bool(page.hits_in(owner, owner + 1, "group_heads")) or mention.last > owner + 1)
    return owner if page.lexicon.language == "ar" and owned else mention.first


def is_body_of_its_own(page: Page, group: Mention) -> bool:
    """ "الشرطة العسكرية التابعة لجبهة كش": police who belong to somebody act themselves; "عناصر تابعة لها" are
    its men."""
    at = past_men(page, group)
    police = page.is_one_of(at, "police_words") and page.form(at).startswith("ال")
    return police and page.is_one_of(group.last, "allied_words")


def sides_with(page: Page, group: Mention) -> bool:
    """ "Armed groups allied with the Front": a group of its own, whose ally is named behind it; "fighters allied with
    the Front" are its men."""
    men = page.is_one_of(group.last - 1, "men_words")
    return page.is_one_of(group.last, "siding_words") and not men
