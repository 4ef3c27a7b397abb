"""Which of the four languages a text is written in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from tawthiq.record.extract.words.token import WORD, Token

UNDETERMINED = "und"
ARABIC = "ar"
SHARE_OF_SMALL_WORDS = 0.16
"""Running text in one of the four has a third and more; their nearest neighbours (Portuguese, Italian) far less."""
_SMALL = {
    "en": "the of and to in that was were for by with on have has from as at are been their which said who is it",
    "fr": "le la les des et en du une que dans pour par sur avec est ont au aux qui pas ete été sont l' d' qu' selon "
    "ces",
    "es": "el la los las de y en que del por con una para se al fue fueron han su sus como segun según es mas más lo "
    "ha",
}
_MORE = {
    "en": "he she they this not but his her be an had would will we after or when where you i my me so no if there",
    "fr": "de ne se ce il elle on son sa ses leur leurs n' s' c' a à plus y mais ou cette ils nous je j' m' si me",
    "es": "no le les me mi si pero mas este esta ese eso nos ella ellos o e a sin hay ya ni muy entre hasta cuando",
}
"""With these a few lines are enough to tell one from another."""
_FEWEST_TELLING = 2
_SURE = 3
_WORDS = {language: frozenset(words.split()) for language, words in _SMALL.items()}
_ALL_WORDS = {language: _WORDS[language].union(words.split()) for language, words in _MORE.items()}
_ONLY = {
    (one, other): _ALL_WORDS[one] - _ALL_WORDS[other] for one in _ALL_WORDS for other in _ALL_WORDS if one != other
}
_OF_NEIGHBOURS = frozenset("پچژگڤ")
"""Letters of Persian, Urdu, Kurdish; Arabic has them in words of its dialects."""
_WITH_ARTICLE = ("ال", "وال", "بال", "لل")
_SHARE_WITH_ARTICLE = 0.12
"""A third of the words of an Arabic post have the article; of its neighbours', one in twenty look so."""


def language_of(tokens: Sequence[Token]) -> str:
    """en, fr, es, ar, or "und" where too few small words tell.

    Counting function words is enough to tell four languages apart and never guesses a fifth as one of them.
    """
    words = [token.form for token in tokens if token.sort == WORD]
    if not words:
        return UNDETERMINED
    if 2 * sum(map(is_arabic, words)) > len(words):
        return arabic_or_neighbour(words)
    seen = small_words(Counter(words))
    if not seen:
        return UNDETERMINED
    best, n_small = seen.most_common(1)[0]
    return best if n_small >= SHARE_OF_SMALL_WORDS * len(words) else UNDETERMINED


def is_arabic(form: str) -> bool:
    """True for a word in Arabic letters."""
    return "\u0621" <= form[0] <= "\u064a"


def arabic_or_neighbour(words: Collection[str]) -> str:
    """Arabic, or "und" for a neighbour that is written in the same letters and some more."""
    if all(map(_OF_NEIGHBOURS.isdisjoint, words)):
        return ARABIC
    n_articles = sum(word.startswith(_WITH_ARTICLE) for word in words)
    return ARABIC if n_articles >= _SHARE_WITH_ARTICLE * len(words) else UNDETERMINED


def small_words(words: Mapping[str, int]) -> Counter[str]:
    """How many of some words, each with how often it stands there, are telling function words of each language in
    Latin letters."""
    return _counted(words, _WORDS)


def likely(words: Mapping[str, int]) -> str:
    """Which language in Latin letters some words, each with how often it stands there, look like; empty where two are
    as likely."""
    seen = _counted(words, _ALL_WORDS)
    best = max(seen, key=lambda language: seen[language], default="")
    return best if best and all(_is_rather(words, best, other) for other in _ALL_WORDS if other != best) else ""


def _counted(words: Mapping[str, int], of: Mapping[str, frozenset[str]]) -> Counter[str]:
    counts = {language: sum(words[one] for one in words.keys() & small) for language, small in of.items()}
    return Counter({language: n for language, n in counts.items() if n})


def _is_rather(words: Mapping[str, int], one: str, other: str) -> bool:
    """True when function words of the one that the other has not are there, and hardly any of the contrary."""
    n_own = sum(words[word] for word in words.keys() & _ONLY[one, other])
    n_theirs = sum(words[word] for word in words.keys() & _ONLY[other, one])
    return n_own >= _FEWEST_TELLING and n_own >= _SURE * n_theirs
