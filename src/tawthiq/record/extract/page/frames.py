"""Frames: verbs of saying that no list knows, known by the quotation, the "that", the commas they stand between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tawthiq.record.extract.names.words import Words
from tawthiq.record.extract.page.quotations import Quotation
from tawthiq.record.extract.words.lexicon import Entry, Hit, Lexicon
from tawthiq.record.extract.words.token import COMMAS, NUMBER, WORD, Token

_STOPS = frozenset('.;:!?؟؛،,"“”«»()')
_CLOSING = frozenset('"”»')
_LONG_CHARS = 16
_SUBJECT_TOKENS = 9
_HEAD_TOKENS = 4

_TOLD = Entry("cues", "say", (), {"framed": "yes"}, "", "")
_QUOTED = Entry("cues", "colon", (), {"quote": "yes"}, "", "")


def framed_cues(
    text: str,
    tokens: Sequence[Token],
    lexicon: Lexicon,
    hits: Mapping[int, Sequence[Hit]],
    quotations: Sequence[Quotation],
) -> list[Hit]:
    """Cues that the shape of their sentence shows; none where a listed cue stands already."""
    frames = _Frames(Words(text, tokens, lexicon, hits))
    starts = {token.start: at for at, token in enumerate(tokens)}
    found = [*frames.beside_quotations(quotations, starts), *frames.before_that(), *frames.between_commas()]
    return [hit for hit in found if frames.is_free(hit.first)]


class _Frames:
    """One text's words, asked for frames of saying."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.language = words.lexicon.language
        self.past = words.lexicon.endings("told_endings")
        self.present = words.lexicon.endings("told_present")
        self.quoting = words.lexicon.endings("told_beside_quotes")

    def is_free(self, at: int) -> bool:
        """No listed cue, no violation, no thing that is counted."""
        return self.words.hit(at, "cues", "violations", "deeds", "hedges", "limits") is None

    def _is(self, at: int, *tables: str) -> bool:
        return any(self.words.is_one_of(at, table) for table in tables)

    def _is_verb(self, at: int, *, present: bool = False, quoting: bool = False) -> bool:
        """A word in lower case with the ending of a verb of telling, which no small word, noun of a list is."""
        words = self.words
        if not 0 <= at < len(words.tokens) or words.tokens[at].sort != WORD or words.is_capital(at):
            return False
        written = words.text[words.tokens[at].start : words.tokens[at].end]
        endings = self.past + (self.present if present else ()) + (self.quoting if quoting else ())
        if len(written) < 3 or not endings or not written.endswith(endings):
            return False
        if any(written.endswith(words.lexicon.endings(table)) for table in ("adverb_endings", "telling_adjectives")):
            return False
        noun = words.hit(at, "units", "officials", "witnesses", "groups", "reports", "media")
        return noun is None and not self._is(at, "never_told", "determiners", "not_verbs", "months")

    def _opens_speaker(self, at: int) -> bool:
        """A name, or an article with a word for people or bodies close behind."""
        words = self.words
        if words.is_capital(at):
            return True
        if not self._is(at, "determiners", "indefinite", "possessives", "pronouns"):
            return False
        return any(self._is_person(here) for here in range(at + 1, at + _HEAD_TOKENS))

    def _is_person(self, at: int) -> bool:
        named = self.words.hit(at, "officials", "witnesses", "back_sources", "voices", "groups")
        return named is not None or self._is(at, "bodies_words", "rank_nouns") or self.words.is_capital(at)

    def beside_quotations(self, quotations: Sequence[Quotation], starts: Mapping[int, int]) -> Iterator[Hit]:
        """ "...", thundered the mayor; the mayor, in a letter: "..."."""
        words = self.words
        for quote in quotations:
            opening = starts.get(quote.outer.start)
            if opening is None or len(quote.inner) < _LONG_CHARS:
                continue
            if words.form(opening - 1) == ":":
                yield Hit(_QUOTED, opening - 1, opening)
            elif self._is_verb(opening - 1) and self._tells(opening - 1):
                yield Hit(_TOLD, opening - 1, opening)
            closing = starts.get(quote.outer.end - 1)
            if closing is None or words.form(closing) not in _CLOSING:
                continue
            comma = words.form(closing + 1) in COMMAS
            if comma or words.form(closing - 1) in COMMAS:
                at = closing + 1 + comma
                while self._is(at, "have_words", "adverbs", "finite") and at < closing + 5:
                    at += 1
                if self._is_verb(at, present=True, quoting=True) and self._opens_speaker(at + 1):
                    yield Hit(_TOLD, at, at + 1)
                elif (told := self._behind_speaker(closing + 1 + comma)) is not None:
                    yield Hit(_TOLD, told, told + 1)

    def _behind_speaker(self, first: int) -> int | None:
        """ "...", the mayor sighed.": the verb at the end, behind an article or a name and whoever speaks."""
        if not self.quoting or not self._opens_speaker(first):
            return None
        for at in range(first + 1, first + _SUBJECT_TOKENS):
            if self.words.form(at) in _STOPS:
                return None
            ends = self.words.form(at + 1) in _STOPS
            if ends and self._is_verb(at, quoting=True) and self.is_free(at):
                return at if self._tells(at) else None
        return None

    def before_that(self) -> Iterator[Hit]:
        """ "The mayor grumbled that ten were gone"."""
        words = self.words
        for at in range(2, len(words.tokens) - 2):
            if words.tokens[at].sort != WORD or not words.is_one_of(at, "that_words"):
                continue
            if self.language == "ar":
                yield from self._verb_first(at)
            elif self._is_verb(at - 1) and self._tells(at - 1):
                yield Hit(_TOLD, at - 1, at)

    def _tells(self, at: int) -> bool:
        """Active, told by somebody, not a noun behind an article, not "more ... than", not "does nothing but"."""
        before = at - 1
        while self._is(before, "adverbs") and not self._is(before, "have_words", "negations"):
            before -= 1
        small = ("relatives", "determiners", "of_words", "by_words", "place_preps", "negations", "gerunds")
        return not self._is(before, "passive_words", "infinitives_of_having", *small)

    def _verb_first(self, that: int) -> Iterator[Hit]:
        """ "وأبدى المدير خشيته من أن": Arabic opens the clause with the verb, its speaker, then "that"."""
        words = self.words
        for at in range(that - 1, max(-1, that - _SUBJECT_TOKENS), -1):
            if words.form(at) in _STOPS or words.hit(at, "cues") is not None:
                return
            opens = at == 0 or words.form(at - 1) in _STOPS or self._is(at - 1, "clause_starts", "adverbs")
            if not opens:
                continue
            form = words.form(at)
            if words.tokens[at].sort != WORD or words.hit(at, "units") is not None or that - at < 2:
                return
            small = self._is(
                at, "that_words", "never_told", "source_leads", "source_breaks", "subordinators", "determiners"
            )
            definite = form.removeprefix("و").removeprefix("ف").startswith(("ال", "لل", "بال"))
            if not small and not definite and not self._is(at, "negations", "place_preps", "clause_starts"):
                yield Hit(_TOLD, at, at + 1)
            return

    def between_commas(self) -> Iterator[Hit]:
        """ ", hasarde un travailleur social": French and Spanish put who says it between commas, behind the verb."""
        words = self.words
        if not self.present:
            return
        for at in range(2, len(words.tokens) - 2):
            if words.form(at - 1) == "," and self._is_verb(at, present=True) and self._is_teller(at + 1):
                yield Hit(_TOLD, at, at + 1)

    def _is_teller(self, at: int) -> bool:
        """An article or a number with a word for people or a body, up to a stop."""
        words = self.words
        if self._is(at, "pronouns") or not self._closes_soon(at + 1):
            return False
        if words.is_capital(at):
            return True
        number = words.form(at) in words.lexicon.number_words or words.tokens[at].sort == NUMBER
        return (number or self._is(at, "determiners", "indefinite", "possessives")) and self._is_person(at + 1)

    def _closes_soon(self, at: int) -> bool:
        for here in range(at, min(at + _SUBJECT_TOKENS, len(self.words.tokens))):
            if self.words.form(here) in _STOPS:
                return True
            if self._is(here, "finite", "that_words"):
                return self._is(here, "relatives")
        return False
