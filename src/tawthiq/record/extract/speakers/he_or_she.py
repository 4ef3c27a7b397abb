"""He or she: which person an English pronoun that speaks means, where the source named last cannot be meant."""

from __future__ import annotations

from tawthiq.record.extract.chain import UNNAMED, Link, Role
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.token import COMMAS, WORD
from tawthiq.terms.quantity import QuantityKind

_BACK_TOKENS = 160
_OPEN_TOKENS = 4
_PLAIN = ("units", "witnesses", "officials", "groups", "group_heads", "reports", "place_heads", "months", "media")
_SMALL = ("determiners", "pronouns", "source_leads", "subordinators", "prepositions", "adverbs", "finite", "none_words")
_APPOSED = ("relatives", "age_copulas")


def means_another(page: Page, at: int, source: Link | None) -> bool:
    """ "He says", behind nobody, a body, a report, or a mother: somebody else is meant."""
    if source is None:
        return True
    words = frozenset(word.casefold() for word in _head(page, source))
    female, male = (frozenset(page.lexicon.data.get(table, ())) for table in ("female_words", "male_words"))
    other = male - female if page.form(at) in female else female - male
    return is_body(page, source) or bool(words & other)


def pronoun_alone(page: Page, source: tuple[int, int] | None) -> tuple[int, int] | None:
    """ "On that basis it has grounds to believe": in English a pronoun in front of its verb is the whole subject."""
    if source is None or page.lexicon.language != "en" or not page.is_one_of(source[1] - 1, "pronouns"):
        return source
    if page.is_one_of(source[1] - 1, "partitive_pronouns"):
        return source
    return source[1] - 1, source[1]


def is_body(page: Page, source: Link) -> bool:
    """A report, a body by a word of its name or its letters, several people; "a nurse at the hospital" is a person."""
    bodies = page.lexicon.data.get("bodies_words", ())
    head = _head(page, source)
    named = any(word.casefold() in bodies or (word.isupper() and len(word) > 1) for word in head)
    several = bool(head) and head[-1].islower() and head[-1].endswith("s")
    return source.role in (Role.REPORT, Role.MEDIUM, Role.PUBLISHER) or named or several


def _head(page: Page, source: Link) -> list[str]:
    """ "The mother of one of the boys": who speaks, without whose she is, or where."""
    words = source.actor.replace("'", " ").split()
    links = frozenset((*page.lexicon.data.get("of_words", ()), *page.lexicon.data.get("place_preps", ())))
    return words[: next((at for at, word in enumerate(words) if word.casefold() in links), len(words))]


def person_before(page: Page, at: int) -> Link:
    """The person whom the text brought in last by name; nobody it names where there is none."""
    back = range(at - 1, max(-1, at - _BACK_TOKENS), -1)
    for read in (_name_end, _whole_name_end, _bare_name_end, _newcomer_end):
        for here in back:
            end = read(page, here)
            if end is not None:
                start = here + int(page.is_one_of(here, "indefinite"))
                return Link(page.words(start, end), Role.PERSON, mention=page.span(start, end))
    return Link(UNNAMED, Role.UNNAMED)


def person_since(page: Page, first: int, last: int, source: Link | None) -> Link | None:
    """ "Moussa, 15 ans, y a passé huit mois. "...", raconte-t-il": whom the text brought in since somebody else
    spoke; nobody where the pronoun means who spoke."""
    pronouns = [at for at in range(first, last) if page.is_one_of(at, "newcomer_pronouns")]
    spoken = source.mention.end if source is not None and source.mention is not None else 0
    for here in range(pronouns[0] - 1, max(-1, pronouns[0] - _BACK_TOKENS), -1) if pronouns else ():
        if page.tokens[here].start < spoken:
            return None
        end = _name_end(page, here) or _whole_name_end(page, here) or _newcomer_end(page, here)
        if end is not None:
            start = here + int(page.is_one_of(here, "indefinite"))
            return Link(page.words(start, end), Role.PERSON, mention=page.span(start, end))
    return None


def _newcomer_end(page: Page, at: int) -> int | None:
    """ "Une institutrice de Lori a fui": somebody without a name, at a sentence's head."""
    if not page.is_one_of(at, "indefinite") or page.form(at - 1) not in (".", "", "!", "?", '"', "»"):
        return None
    people = page.hits_in(at + 1, at + 2, "officials", "witnesses")
    if any(hit.entry.more.get("victim") == "child" for hit in page.hits_in(at + 1, at + 2, "units")):
        return None
    return max((hit.last for hit in people), default=None)


def _is_small(page: Page, at: int) -> bool:
    return page.is_one_of(at, "bodies_words") or any(page.is_one_of(at, table) for table in _SMALL)


def _name_end(page: Page, at: int) -> int | None:
    """ "Dr Imre Solt", "Anton, who is now 17": a title in front, or a name at a sentence's head and a comma behind."""
    if not page.is_capital(at) or page.form(at - 1) == "'" or page.is_capital(at - 1):
        return None
    titled = page.is_one_of(at, "name_titles") and page.is_capital(at + 1)
    end = at + 1 + int(titled)
    while page.is_capital(end) and page.tokens[end].sort == WORD:
        end += 1
    if titled:
        return end
    opens = _opens(page, at)
    plain = page.hits_in(at, end, *_PLAIN) or _is_small(page, at)
    placed = page.places.between(at, end) or page.parties.between(at, end)
    behind = range(end + 1, end + _OPEN_TOKENS) if page.form(end) == "," else range(0)
    apposed = any(page.is_one_of(here, table) for here in behind for table in _APPOSED) or _is_aged(page, end)
    return end if opens and apposed and not plain and not placed and page.tokens[at].sort == WORD else None


def _opens(page: Page, at: int) -> bool:
    """At a sentence's head, behind an opening mark too."""
    return page.form(at - 1) in (".", "", "!", "?", '"', "”", "'")


def _is_aged(page: Page, at: int) -> bool:
    """ "Paulo is 19 now", "Sami, 15, fled": how old behind a name."""
    comma = page.form(at) in COMMAS
    near = page.quantities.between(at, at + 3) if comma or page.is_one_of(at, "age_copulas") else []
    return any(item.quantity.kind is QuantityKind.AGE for item in near)


def _bare_name_end(page: Page, at: int) -> int | None:
    """ "Josef fled": one word at a sentence's head that no list knows, and what it did."""
    opens = page.is_capital(at) and _opens(page, at)
    if not opens or page.tokens[at].sort != WORD or page.form(at).endswith("s") or _is_small(page, at):
        return None
    verb = at + 1 + int(page.is_one_of(at + 1, "adverbs"))
    if not is_verb(page, verb) or page.hits_in(at, at + 1, *_PLAIN, "violations", "vague", "cues"):
        return None
    return None if page.places.between(at, at + 1) or page.parties.between(at, at + 1) else at + 1


def _whole_name_end(page: Page, at: int) -> int | None:
    """ "Petra Halloran can see": two or three words of a name at the head of what it does, none of them known."""
    if not page.is_capital(at) or page.is_capital(at - 1) or page.form(at - 1) == "'" or _is_small(page, at):
        return None
    end = at
    while page.is_capital(end) and page.tokens[end].sort == WORD:
        end += 1
    if not 1 < end - at < _OPEN_TOKENS or not is_verb(page, end) or page.is_one_of(at - 1, "determiners"):
        return None
    plain = page.hits_in(at, end, *_PLAIN) or any(_is_small(page, here) for here in range(at, end))
    return None if plain or page.places.between(at, end) or page.parties.between(at, end) else end
