"""Legibility: which share of a text's words are none, as where letters were read off a bad picture."""

from __future__ import annotations

import re
import unicodedata

from tawthiq.record.extract.from_bytes.language import is_arabic

NOISY_SHARE = 0.1
"""One misread letter in ten makes as many broken words; no clean text of ours has half of that."""
_FEWEST_WORDS = 12
_CHUNK = re.compile(r"\S*[^\W\d_]\S*")
_LETTERS = re.compile("[A-Za-z\u00c0-\u024f\u0621-\u064a]")
"""Of the scripts that are read; in others a word of one letter may be whole."""
_EDGES = "\"'“”‘’«»‹›()[]{}<>.,;:!?¿¡…،؛؟-–—*•·/\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
_ALLOWED_INSIDE = frozenset("'’‘ʼ`-‐‑–—./@_&:,،()\u00ad\u200c\u200d\u200e\u200f#%+=?")
_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:org|com|net|int)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\d+[^\W\d_]{1,4}|[^\W\d_]{1,3}\W?\d+\W?[^\W\d_]?|[^\W\d_]+\W\d+|\d+\W[^\W\d_]+")
"""A number with its ending or unit, a name with its number: "12th", "25kg", "M16", "covid-19", "10-year"."""
_ALONE = frozenset("aieouyàóéèkswvzدوبلمأاهج")
_VOWELS = frozenset("aeiouyıœæøəɛɔ")
_FEWEST_WITH_VOWEL = 4


def noise_share(text: str) -> float:
    """The share, 0 to 1, of words that are none; 0 where there are too few to tell."""
    found = (one.strip(_EDGES) for one in _CHUNK.findall(text) if not _ADDRESS.search(one))
    chunks = [one for one in found if one and _LETTERS.search(one)]
    return sum(map(_is_broken, chunks)) / len(chunks) if len(chunks) >= _FEWEST_WORDS else 0.0


def _is_broken(word: str) -> bool:
    if len(word) == 1:
        return (word.islower() or is_arabic(word)) and word not in _ALONE
    if any(char.isdigit() for char in word):
        return not _NUMBERED.fullmatch(word)
    return _has_odd_sign(word) or _flips_case(word) or _lacks_vowels(word)


def _has_odd_sign(word: str) -> bool:
    return any(not char.isalpha() and not unicodedata.combining(char) and char not in _ALLOWED_INSIDE for char in word)


def _flips_case(word: str) -> bool:
    """ "kiIled", "chlLdren": a capital behind a small letter, and small letters behind it."""
    return any(
        one.islower() and two.isupper() and three.islower()
        for one, two, three in zip(word[1:], word[2:], word[3:], strict=False)
    )


def _lacks_vowels(word: str) -> bool:
    """A long word of Latin small letters with no vowel in it."""
    if len(word) < _FEWEST_WITH_VOWEL or not word.isalpha() or not word[1:].islower():
        return False
    bare = unicodedata.normalize("NFKD", word.casefold())
    return bare.isascii() and not _VOWELS.intersection(bare)
