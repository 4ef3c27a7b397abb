"""Tokens: words, numbers, signs of a text with their exact offsets, in a form that can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_MARKS = "\u0300-\u036f\u0640\u064b-\u065f\u0670\u00ad\u200c\u200d"
_ELISION = r"(?i:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’]"
_NUMBER = r"\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?:[.,]\d+)?|\d+(?:،\d{3})+(?!\d)|\d+(?:[.,٫٬]\d+)*"
_TOKEN = re.compile(rf"(?P<n>{_NUMBER})|(?P<w>\b{_ELISION}(?=\w)|[^\W\d_](?:[^\W\d_]|[{_MARKS}])*)|(?P<p>\S)")
_IGNORED = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u061c\u00ad_")
_DASHES = frozenset("-‐‑‒–—―−")
_APOSTROPHES = frozenset("'’‘ʼ`")
_ARABIC = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": "", "ی": "ي", "ک": "ك"}
)

_SUFFIXES = ("هم", "هن", "ها")
_OBJECTS = ("وه", "وها", "وهم", "وهن", "تهما", "وهما")
_FEWEST_WITH_OBJECT = 4

WORD, NUMBER, SIGN = "w", "n", "p"
COMMAS = (",", "،")


class Token(NamedTuple):
    """`form`: the comparable spelling (no case, accents, tatweel; alef, ya, ta marbuta made one); `sort`: w, n, p."""

    start: int
    end: int
    form: str
    sort: str


def tokens_of(text: str) -> list[Token]:
    """Every word, number and sign in order; direction marks are passed over."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        raw = match.group()
        if raw in _IGNORED:
            continue
        sort = match.lastgroup or SIGN
        found.append(Token(match.start(), match.end(), _sign(raw) if sort == SIGN else fold_word(raw), sort))
    return found


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """A word as it is compared. The French preposition keeps its accent: without it, it would be the verb "a"; what is
    nothing but such marks ("ـ") stays as it is."""
    if word in ("à", "À"):
        return "à"
    if word.isascii():
        return word.casefold()
    bare = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    return bare.casefold().translate(_ARABIC).replace("’", "'").replace("\u00ad", "").strip("\u200c\u200d") or word


def _sign(raw: str) -> str:
    if raw in _DASHES:
        return "-"
    return "'" if raw in _APOSTROPHES else raw


@lru_cache(maxsize=65536)
def spellings(form: str) -> tuple[str, ...]:
    """The form itself, then, for Arabic, the form without joined particles (wa, fa, bi, li, ka, al), pronouns (hum,
    hunna, ha), or the alef of an indefinite object."""
    if not ("\u0621" <= form[:1] <= "\u064a"):
        return (form,)
    found = [form]
    for base in (form, form[1:] if form[0] in "وف" and len(form) > 2 else ""):
        found += [base, *_without_particles(base)] if base else []
    found += [base[:-2] for base in found if len(base) > 5 and base.endswith(_SUFFIXES)]
    found += [_without_object(base) for base in found if len(base) > _FEWEST_WITH_OBJECT and base.endswith(_OBJECTS)]
    found += [base[:-1] for base in found if len(base) > 4 and base.endswith("ا") and not base.endswith("وا")]
    return tuple(dict.fromkeys(found))


def _without_object(form: str) -> str:
    """ "خطفوها", "خطفتهما": the verb without whom it was done to; the plural gets its silent alef back."""
    bare = form[: form.rindex("ه")]
    return bare + "ا" if bare.endswith("و") else bare


def _without_particles(form: str) -> list[str]:
    found: list[str] = []
    if form.startswith("لل") and len(form) > 4:
        found.append(form[2:])
    if form[0] in "بلك" and len(form) > 3:
        found.append(form[1:])
        form = form[1:] if form.startswith(("بال", "كال")) else form
    if form.startswith("ال") and len(form) > 4:
        found.append(form[2:])
    return found
