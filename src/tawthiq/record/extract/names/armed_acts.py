"""Armed acts: what stands right behind a name that only a party does."""

from __future__ import annotations

from tawthiq.record.extract.names.words import Words

_AUXILIARIES = 3


def acts(words: Words, at: int) -> bool:
    """An active verb that is a violation stands behind; who "documented the killing" did not kill."""
    at = _past_aside(words, at)
    if words.hit(at, "armed_acts") is not None:
        return True
    here = at
    while here < at + _AUXILIARIES and (_is_auxiliary(words, here) or _is_adverb(words, here)):
        said = words.hit(here, "cues")
        if _is_passive(words, here) or (said is not None and said.code == "say"):
            return False
        if _does(words, here) and not _are_letters(words, at - 1):
            return True
        here += 1
    return _does(words, here)


def _past_aside(words: Words, at: int) -> int:
    """ "Le M28, de son côté, a enrôlé", "el M28 por su parte": past what only sets the name beside another."""
    comma = words.form(at) == ","
    aside = words.hit(at + comma, "asides")
    closed = aside is not None and (not comma or words.form(aside.last) == ",")
    return aside.last + comma if aside is not None and closed else at


def _is_auxiliary(words: Words, at: int) -> bool:
    return words.is_one_of(at, "finite") or words.is_one_of(at, "passive_words")


def _does(words: Words, at: int) -> bool:
    return words.hit(at, "violations", "armed_acts") is not None


def _is_passive(words: Words, at: int) -> bool:
    """ "Was killed"; "is holding 14 boys", "has been using two schools" are what the bearer does."""
    endings = words.lexicon.endings("progressive_endings")
    return words.is_one_of(at, "passive_words") and not (endings and words.form(at + 1).endswith(endings))


def _are_letters(words: Words, at: int) -> bool:
    """ "La CODEWA a enlevé": letters go by the whole name that they stand for."""
    return words.text[words.tokens[at].start : words.tokens[at].end].isupper()


def _is_adverb(words: Words, at: int) -> bool:
    endings = words.lexicon.endings("manner_endings")
    manner = bool(endings) and words.form(at).endswith(endings) and not words.is_one_of(at, "not_adverbs")
    return manner or words.is_one_of(at, "adverbs")
