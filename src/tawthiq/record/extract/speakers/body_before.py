"""Bodies before: which body "it" means, or a verb without its subject: the one that opens the sentence before."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from tawthiq.record.extract.chain import Link, Role
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.page.sentences import Sentence
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.token import COMMAS

_SUBJECT_TOKENS = 10
_BODIES = ("bodies_words", "verifying_bodies", "missions")


def body_before(page: Page, at: int, source: Link | None) -> Link | None:
    """ "The mission met forty families. It found that": the mission; None where the sentence before opens with no body,
    or where somebody spoke in it already."""
    number = bisect_right(page.sentences, at, key=lambda one: one.first) - 1
    before = page.sentences[number - 1] if number > 0 else None
    if before is None or before.block != page.sentences[number].block or _spoke_in(page, before, source):
        return None
    first = before.first + int(page.is_one_of(before.first, "determiners"))
    last = _subject_end(page, first, before.last)
    if last is None or not _is_body(page, first, last):
        return None
    return Link(page.words(first, last), Role.ORGANISATION, mention=page.span(first, last), carried=True)


def whole_body(page: Page, source: tuple[int, int], *known: Link | None) -> Link | None:
    """ "The U.N. Office for Lake Affairs said ... The office added": whom the word alone, in small letters, means."""
    words = [at for at in range(*source) if not page.is_one_of(at, "determiners")]
    if page.lexicon.language != "en" or len(words) != 1 or not page.is_one_of(words[0] - 1, "definite"):
        return None
    if page.is_capital(words[0]) or not page.is_one_of(words[0], "bodies_words"):
        return None
    bodies = [replace(link, carried=False) for link in known if link is not None and len(link.actor.split()) > 1]
    named = page.form(words[0]).capitalize()
    same = [link for link in bodies if named in link.actor.split()]
    same += [link for link in bodies if page.is_one_of(words[0], "any_body") and _is_of_people(page, link)]
    return same[0] if same else None


def _is_of_people(page: Page, link: Link) -> bool:
    """ "Doctors for Peace", "Families in Need": several people, then capitals: a body, nobody's name."""
    words = link.actor.split()
    return words[0].casefold() in page.lexicon.data.get("people_of_bodies", ()) and words[-1][0].isupper()


def _spoke_in(page: Page, before: Sentence, source: Link | None) -> bool:
    spoken = source.mention if source is not None else None
    return spoken is not None and spoken.start >= page.tokens[before.first].start


def _subject_end(page: Page, first: int, last: int) -> int | None:
    """The verb, the comma, behind the noun phrase that opens the sentence; None where no verb stands near."""
    near = range(first, min(first + _SUBJECT_TOKENS, last))
    verb = next((at for at in near if at > first and is_verb(page, at)), None)
    comma = next((at for at in near if page.form(at) in COMMAS), None)
    if verb is not None and page.is_one_of(verb - 1, "reflexives"):
        verb -= 1
    return verb if verb is None or comma is None else min(verb, comma)


def _is_body(page: Page, first: int, last: int) -> bool:
    """A word for a body at its head, nobody who holds an office there."""
    named = any(page.is_one_of(at, table) for at in range(first, last) for table in _BODIES)
    people = any(hit.first == first for hit in page.hits_in(first, first + 1, "officials", "witnesses"))
    return named and (page.is_one_of(first, "verifying_bodies") or not people)
