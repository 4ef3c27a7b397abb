"""Voices: who speaks in each sentence about an organisation: the narrator, an authority, itself, the press, others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from tawthiq.record.extract.evaluation.held_marks import Marked
from tawthiq.record.extract.evaluation.said_spans import Triple, triples_of
from tawthiq.record.extract.page import Page

AUTHORITY = re.compile(
    r"\b(?:police|policemen|military|army|armed forces|government|minister|ministry|officials?|authorities|intelligence"
    r"|prosecutors?|court|judges?|president|general|gen|colonel|col|lieutenant|investigators|investigation|security"
    r"|commander|brigade|battalion|cabinet|mayor|captain|major|attorney|embassy|secretary|administration"
    r"|state department|ambassador|troops|national guard|patrols|governor|press committee|chief of staff|deputy"
    r"|legislative|assembly)\b"
)
_PRESS = re.compile(
    r"\b(?:reports?|sources?|radio|newspaper|agency|press|television|media|correspondents?|information|reporter"
    r"|newsmen|it|versions?|station|newscast|journalists?|daily|spokesmen|broadcast)\b|^-"
)
_TITLED = re.compile(
    r"\b(?:president|minister|general|gen|colonel|col|captain|major|mayor|director|chief|commander|lieutenant)\b"
    r"((?: [a-z]+){1,4})"
)
_SMALL_WORDS = frozenset(["of", "the", "and", "in", "said", "has", "that", "to", "a", "is", "for", "by", "was", "on"])
_PRONOUNS = frozenset(("he", "she", "they", "who", "which", "i", "we", "it"))
_REBELS = re.compile(
    r"\b(?:guerrillas?|rebels?|terrorists?|subversives?|insurgents?|extremists|the (?:organization|group))\b"
)
_NOTE = re.compile(r"\[([a-z' .-]{3,40}?)\]")
_NOT_A_SPEAKER = re.compile(r"indistinct|sic\b|as heard")
_ASKS = re.compile(r"report|correspond|moderator|announcer|question")
_OWN_WORDS = re.compile(r"\[(?:speech|interview|news conference|address|statement|remarks|communique)")
_ACCUSER = re.compile(r"^([^;]{2,90}?) (?:accus|blam|charg|attribut|denounc|condemn|held |holds )\w*(?: [^;]*)? ORG")
_ACCORDING, _SOURCE_CHARS = "according to", 60


class Voice(StrEnum):
    """Who tells a sentence. ENEMY: a clandestine voice about a body of the state."""

    NARRATOR = "narrator"
    AUTHORITY = "authority"
    ITSELF = "itself"
    PRESS = "press"
    OTHER = "other"
    ENEMY = "enemy"


@dataclass(frozen=True, slots=True)
class Party:
    """The organisation asked about. `state`: a body of a state; `rebels`: "the guerrillas" may stand for it."""

    names: tuple[str, ...]
    state: bool
    rebels: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a text, lower case: place, date, station, form of the piece."""

    words: str

    @property
    def clandestine(self) -> bool:
        """A station of rebels, or their communique."""
        rebels = "communique" in self.words and "front" in self.words
        return "clandestine" in self.words or "rebel radio" in self.words or rebels

    @property
    def official(self) -> bool:
        """Somebody of the state speaks."""
        form = re.sub(r"\([^)]*\)", "", self.words).split("--")[-1]
        return bool(AUTHORITY.search(form) and _OWN_WORDS.search(self.words))


@dataclass(slots=True)
class _Turn:
    """Whose turn it is in a recording or an interview, None for the narrator's."""

    officials: frozenset[str]
    speaker: Voice | None = None
    recording: bool = field(default=False)

    def read(self, words: str) -> None:
        for note in _NOTE.finditer(words):
            before = words[: note.start()].strip(' "-[]')
            if "recording" in note[1]:
                self.recording = "end" not in note[1].split()
                self.speaker = self.speaker if self.recording else None
            elif not _NOT_A_SPEAKER.search(note[1]) and (not before or before.endswith("begin recording")):
                self.speaker = self._of(note[1])

    def _of(self, name: str) -> Voice | None:
        if self.officials & set(name.split()) or AUTHORITY.search(name):
            return Voice.AUTHORITY
        return None if _ASKS.search(name) else Voice.OTHER


def voices(page: Page, heading: Heading, party: Party, sentences: Sequence[Marked]) -> Iterator[Voice]:
    """The voice of each sentence, where the organisation is named in it."""
    officials = _officials(f"{page.text.lower()} {heading.words}")
    said = list(_sources(page))
    turn = _Turn(officials)
    for one in sentences:
        turn.read(page.text[one.start : one.end].lower())
        voice = _quoted(one, said, party, officials) or turn.speaker or _unquoted(one, heading, party)
        yield (Voice.ENEMY if party.state else Voice.ITSELF) if heading.clandestine and voice is Voice.PRESS else voice


def speaks(page: Page, sentences: Sequence[Marked]) -> int:
    """In how many sentences the organisation itself says something."""
    sources = [triple.source for triple in triples_of(page) if triple.source]
    return sum(any(source.start <= at < source.end for source in sources for at in one.at) for one in sentences)


def _officials(words: str) -> frozenset[str]:
    """Names that stand behind a title somewhere in the text."""
    return frozenset(name for match in _TITLED.finditer(words) for name in match[1].split()[-3:]) - _SMALL_WORDS


def _sources(page: Page) -> Iterator[tuple[Triple, str]]:
    """Every attribution with its source's words; a pronoun stands for the source before it."""
    last = "-"
    for triple in sorted(triples_of(page), key=lambda one: (one.cue.start, one.cue.end)):
        words = triple.source.of(page.text).lower() if triple.source else "-"
        if words.split()[0] in _PRONOUNS:
            words = last
        elif triple.source:
            last = words
        yield triple, words


def _quoted(one: Marked, said: Sequence[tuple[Triple, str]], party: Party, officials: frozenset[str]) -> Voice | None:
    for triple, words in said:
        if triple.content and any(triple.content.start <= at < triple.content.end for at in one.at):
            itself = triple.source and any(triple.source.start <= at < triple.source.end for at in one.at)
            return Voice.ITSELF if itself else _of_source(words, party, officials)
    return None


def _of_source(words: str, party: Party, officials: frozenset[str] = frozenset()) -> Voice:
    named = "ORG" in words or any(name.lower() in words for name in party.names)
    if named or (party.rebels and _REBELS.search(words)):
        return Voice.ITSELF
    if AUTHORITY.search(words):
        return Voice.AUTHORITY
    if _PRESS.search(words):
        return Voice.PRESS
    return Voice.AUTHORITY if officials & set(re.findall(r"[a-z]+", words)) else Voice.OTHER


def _unquoted(one: Marked, heading: Heading, party: Party) -> Voice:
    if _ACCORDING in one.words:
        at = one.words.index(_ACCORDING)
        return _of_source(one.words[at : at + _SOURCE_CHARS], party)
    if (accuser := _ACCUSER.search(one.words)) and "ORG" not in accuser[1]:
        return _of_source(accuser[1], party)
    if heading.official:
        return Voice.AUTHORITY
    if heading.clandestine:
        return Voice.ENEMY if party.state else Voice.ITSELF
    return Voice.NARRATOR
