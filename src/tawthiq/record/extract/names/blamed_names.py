"""Blamed names: what a text says right beside a name that makes its bearer responsible."""

from __future__ import annotations

from tawthiq.record.extract.names.words import BY_REACH, Words

_QUOTES = frozenset('"“«')


def is_who_did(words: Words, at: int) -> bool:
    """ "It was the Maroon Berets who took the boys": the deed is tied to the name."""
    return words.is_one_of(at, "relatives") and words.hit(at + 1, "violations") is not None


def is_accused(words: Words, start: int) -> bool:
    """ "Accuses the Transitional Council of executing": whoever is accused by name is a party, a council too."""
    at = start - 1
    while words.is_one_of(at, "to_whom") or words.is_one_of(at, "determiners"):
        at -= 1
    return words.is_one_of(at, "accusing_words")


def is_blamed(words: Words, start: int) -> bool:
    """ "Atribuyó el ataque a Los Centinelas", "secuestrados por Los Caimanes", "la banda Los Caimanes"."""
    if words.ends_at(start, "by_party") or words.is_one_of(start - 1, "sort_words"):
        return True
    near = range(max(0, start - BY_REACH), start)
    return words.is_one_of(start - 1, "by_words") and any(words.hit(at, "violations") for at in near)


def goes_by_name(words: Words, start: int) -> bool:
    """ "La milice dite Dan Sira", "le groupe armé dit « Nuage noir »": a sort of group is called so."""
    at = start - 1 - (words.form(start - 1) in _QUOTES)
    if not words.is_one_of(at, "by_name_words"):
        return False
    while words.is_one_of(at, "by_name_words"):
        at -= 1
    return words.ends_at(at + 1, "groups", "party_back") or words.is_one_of(at, "named_sorts")


def works_for(words: Words, at: int) -> bool:
    """ "Investigators from the group Open Maps", "a researcher with": a body of people who look into what was done."""
    before = at - 1 - int(words.is_one_of(at - 1, "determiners"))
    led = any(words.is_one_of(before, table) for table in ("from_words", "of_words", "with_words", "prepositions"))
    return led and words.is_one_of(before - 1, "civil_workers")
