"""A grid of constructions: sentences put together from the words of a language, and what each must be read as.

A file of the grid holds factors (who did it, what, to whom, where, when, who says so, how sure), each with its
levels; a level gives its forms ("active", "passive", "is" where it has one) and what it says, in the fields of the gold
format. The first level of a factor is the plain one. A shape is a sentence with slots: `{deed.active}` is a form of a
level, `{party}` its only form; a form may have slots itself (the verb agrees with its subject: `did: "{deed.she}"`).
What a level says holds only where the sentence has a slot for it; a shape whose slot wants a form that a level lacks is
not a sentence of the language, and left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tawthiq.record.extract.evaluation.compared import of_people
from tawthiq.record.extract.evaluation.gold import GoldText, parse_gold

_SAYS = frozenset(("k", "v", "p", "pb", "s", "q", "t", "pl", "f"))
_ADDED = frozenset(("v", "p", "q", "pl"))
_WEAK = {"s": ("unnamed",), "f": ("attributed", "verified_by_source")}
"""Values that yield to those of another factor: who is named says it, however it is said; "allegedly" doubts it whoever
says it."""
_SLOT = re.compile(r"\{(\w+)(?:\.(\w+))?\}")
_CLOSED_TWICE = re.compile(r"[,،](?=[,،.;])")


@dataclass(frozen=True, slots=True)
class Level:
    """One way to fill a factor. `forms`: form -> words; `says`: field -> value as the gold format writes it."""

    name: str
    forms: Mapping[str, str]
    says: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Grid:
    """The factors of one language, "shape" among them; the first level of each is the plain one."""

    language: str
    published: str
    factors: Mapping[str, tuple[Level, ...]]


@dataclass(frozen=True, slots=True)
class Cell:
    """One sentence. `varied`: factor -> name of the level that is not the plain one, two at most."""

    varied: Mapping[str, str]
    gold: GoldText

    @property
    def wanted(self) -> Mapping[str, frozenset[Any]]:
        """Field -> its values."""
        return {field: frozenset(bag) for field, bag in of_people(self.gold.statements[0]).values.items()}


def read_grid(path: Path) -> Grid:
    """The grid that a file holds; KeyError where it lacks a part."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    factors = {name: tuple(_level(each) for each in levels) for name, levels in data["factors"].items()}
    return Grid(data["language"], str(data["published"]), factors)


def _level(row: Mapping[str, Any]) -> Level:
    forms = {str(key): str(value) for key, value in row.items() if key not in _SAYS}
    says = {key: str(value) for key, value in row.items() if key in _SAYS}
    name = forms.get("name") or next((words.strip(" ,") for words in forms.values() if words), "")
    return Level(name, forms, says)


def alone(grid: Grid) -> Iterator[Cell]:
    """Each level with everything else plain: the plain sentence first."""
    plain = {factor: levels[0] for factor, levels in grid.factors.items()}
    yield from _cells(grid, plain, {})
    for factor, levels in grid.factors.items():
        for level in levels[1:]:
            yield from _cells(grid, plain, {factor: level})


def drawn_pairs(grid: Grid, count: int, seed: int) -> Iterator[Cell]:
    """So many of the pairs, drawn before any sentence is put together; the same seed draws the same."""
    plain = {factor: levels[0] for factor, levels in grid.factors.items()}
    draw = Random(seed)
    varied = [(factor, level) for factor, levels in grid.factors.items() for level in levels[1:]]
    while count:
        (one, first), (other, second) = draw.choice(varied), draw.choice(varied)
        for cell in _cells(grid, plain, {one: first, other: second}) if one != other else ():
            count -= 1
            yield cell


def _cells(grid: Grid, plain: Mapping[str, Level], varied: Mapping[str, Level]) -> Iterator[Cell]:
    chosen = {**plain, **varied}
    try:
        sentence, used = _filled(chosen["shape"].forms["is"], chosen)
    except KeyError:
        return
    if not used.issuperset(varied):
        return
    yield Cell({factor: level.name for factor, level in varied.items()}, _gold(grid, sentence, chosen, used))


def _filled(shape: str, chosen: Mapping[str, Level]) -> tuple[str, set[str]]:
    """The sentence, forms of forms filled too, its first letter a capital, and the factors that it holds; KeyError
    where a form is lacking."""
    used = {"shape"}
    while slots := list(_SLOT.finditer(shape)):
        used |= {slot[1] for slot in slots}
        shape = _SLOT.sub(lambda match: chosen[match[1]].forms[match[2] or "is"], shape)
    return _CLOSED_TWICE.sub("", shape[:1].upper() + shape[1:]), used


def _gold(grid: Grid, sentence: str, chosen: Mapping[str, Level], used: set[str]) -> GoldText:
    told: dict[str, list[str]] = {}
    for factor, level in chosen.items():
        for field, value in level.says.items() if factor in used else ():
            told.setdefault(field, []).extend([value] if value else [])
    fields = "; ".join(f"{field}={_merged(field, values)}" for field, values in told.items() if values)
    head = f"# name: grid; language: {grid.language}; kind: news; published: {grid.published}"
    return parse_gold(f"{head}\n{sentence}\n^ {fields}", "grid")


def _merged(field: str, values: list[str]) -> str:
    """Values of several levels: all of those that add up, else that of the last factor that has a strong one."""
    if field in _ADDED:
        return "|".join(values)
    strong = [value for value in values if value not in _WEAK.get(field, ())]
    return (strong or values)[-1]
