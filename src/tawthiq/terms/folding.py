"""Folding: how a name is compared, whatever its case, accents, dashes or Arabic letter variants."""

from __future__ import annotations

import re
import unicodedata

_ARABIC = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": ""}
)
_SILENT = re.compile(r"[’‘ʼʻ'`´ʿʾ]")
_BREAK = re.compile(r"[\W_]+")


def fold_name(name: str) -> str:
    """A name as it is compared.

    No case, accents, tatweel or vowel marks; apostrophes vanish (Da'esh is Daesh), dashes and dots become spaces;
    alef, ya and ta marbuta variants become one.
    """
    if name.isascii():
        return _BREAK.sub(" ", _SILENT.sub("", name.lower())).strip()
    # Arabic letters with hamza decompose under NFKD, so they are made one before it.
    bare = unicodedata.normalize("NFKD", _SILENT.sub("", name.translate(_ARABIC)))
    plain = "".join(char for char in bare if not unicodedata.combining(char)).casefold().translate(_ARABIC)
    return _BREAK.sub(" ", plain).strip()


def is_acronym(name: str) -> bool:
    """True for two to four capitals, dots aside: CAR, U.S., IS. Such a name is told from a word by its case alone."""
    return re.fullmatch(r"[A-Z]{2,4}", name.strip().replace(".", "")) is not None


def index_key(name: str) -> str:
    """The key under which a registry files a name: folded, but an acronym keeps its capitals (CAR is no car)."""
    return name.strip().replace(".", "") if is_acronym(name) else fold_name(name)


def search_keys(name: str) -> tuple[str, ...]:
    """The keys under which a written name may be filed: as an acronym when it is written as one, and folded."""
    return (index_key(name), fold_name(name)) if is_acronym(name) else (fold_name(name),)
