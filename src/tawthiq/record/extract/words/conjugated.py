"""Conjugated verbs: the forms of a language's listed verbs, put together from its affixes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set

_SHORT_STEM = 3
_NO_BARE = "-"
_ALL_FORMS = re.compile(r"([^\W\d_]+)\+")


def conjugated(verbs: Sequence[str], affixes: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Every form of verbs told as "perfect imperfect".

    A dash in front: the bare perfect is a noun too, and is left out.
    """
    stems = (pair.partition(" ") for pair in verbs)
    return frozenset(form for perfect, _, imperfect in stems for form in _forms(perfect, imperfect, affixes))


def by_perfect(verbs: Sequence[str], affixes: Mapping[str, Sequence[str]]) -> dict[str, Set[str]]:
    """The forms of each listed verb under its bare perfect, that one among them."""
    bare = {pair.split()[0].removeprefix(_NO_BARE): pair for pair in verbs}
    return {perfect: {perfect, *conjugated([pair], affixes)} for perfect, pair in bare.items()}


def spelled_out(pattern: str, forms: Mapping[str, Set[str]]) -> str:
    """A row of slots with "خطف+" as all forms of the verb. Raises KeyError for a verb that is not listed."""
    return _ALL_FORMS.sub(lambda found: "|".join(sorted(forms[found.group(1)])), pattern)


def _forms(perfect: str, imperfect: str, affixes: Mapping[str, Sequence[str]]) -> Iterator[str]:
    bare = perfect.removeprefix(_NO_BARE)
    if bare == perfect:
        yield perfect
    yield from _perfect(bare, affixes)
    yield from _imperfect(imperfect[1:], affixes)


def _perfect(bare: str, affixes: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The perfect with its persons and objects; a weak last letter falls before an ending, but for the dual."""
    weak = bare.endswith(tuple(affixes["weak"]))
    stem = bare[:-1] if weak else bare
    feminine, plural, *others = affixes["perfect"]
    yield from (stem + feminine, stem + plural)
    yield from (stem + ending for ending in others if not weak)
    yield from (stem + feminine + owned for owned in affixes["objects"])
    yield from (stem + plural[:-1] + owned for owned in affixes["objects"])
    yield from (bare + owned for owned in affixes["objects"] if len(bare) > _SHORT_STEM or len(owned) > 1)


def _imperfect(stem: str, affixes: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The imperfect: all persons of the singular, the plural and dual, objects, the short form behind "not"."""
    weak = stem.endswith(tuple(affixes["weak"]))
    core = stem[:-1] if weak else stem
    for person in affixes["persons"]:
        yield from (person + stem, *(person + stem + owned for owned in affixes["objects"]))
        if weak:
            yield person + core
    for person in affixes["persons"][:2]:
        yield from (person + core + ending for ending in affixes["many"])
        yield from (person + core + affixes["many"][0] + owned for owned in affixes["objects"])
