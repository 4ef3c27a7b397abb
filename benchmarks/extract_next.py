"""What the sentence behind a deed tells: openings crossed with sentences that may follow, the last one alone read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tawthiq.record.extract.evaluation.compared import Compared, of_people, of_statement
from tawthiq.record.extract.evaluation.gold import parse_gold
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.terms.when import parse_when

PUBLISHED = "2021-03-03"
SAME, NONE, ANY = "SAME", "NONE", "ANY"
FIELDS = {"v": "violation", "p": "party"}


@dataclass(frozen=True)
class Step:
    """An opening and a sentence behind it; `wanted`: field -> its values parted by "|", without those not asked for."""

    frame: str
    filler: str
    text: str
    wanted: Mapping[str, str]


def steps(table: Mapping[str, Any]) -> Iterator[Step]:
    """Every opening with the sentences of its group and those of all groups."""
    for opening in table["openings"]:
        for row in (*table["nexts"].get(opening["of"], ()), *table["nexts"].get("all", ())):
            sentence = {"n": row} if isinstance(row, str) else row
            text = sentence["n"].replace("{short}", opening["short"])
            yield Step(opening["n"], sentence["n"], text[0].upper() + text[1:], _wanted(opening, sentence))


def _wanted(opening: Mapping[str, str], sentence: Mapping[str, str]) -> dict[str, str]:
    told = {key: sentence.get(key, SAME) for key in FIELDS}
    given = {key: opening[key] if value == SAME else value for key, value in told.items() if value != ANY}
    return {key: "" if value == NONE else value for key, value in given.items()}


def wrong_steps(rules: Rules, table: Mapping[str, Any]) -> Iterator[tuple[Step, frozenset[object]]]:
    """Steps whose last sentence is read otherwise in a field that is asked for, with what was read in it."""
    for step in steps(table):
        want, given = _people(step, table["language"]), _read(rules, step, table["language"])
        asked = [FIELDS[key] for key in step.wanted]
        if any(_all(want, field) != _all(given, field) for field in asked):
            yield step, frozenset(value for field in asked for value in _all(given, field))


def _all(statements: list[Compared], field: str) -> frozenset[object]:
    return frozenset(value for one in statements for value in one.values[field])


def _people(step: Step, language: str) -> list[Compared]:
    told = "; ".join(f"{key}={value}" for key, value in step.wanted.items())
    head = f"# name: step; language: {language}; kind: news; published: {PUBLISHED}; set: dev"
    lines = f"{head}\n{step.text}\n^ [{step.text}] k=context; {told}; f=asserted\n"
    return [of_people(one) for one in parse_gold(lines, "step").statements]


def _read(rules: Rules, step: Step, language: str) -> list[Compared]:
    whole = f"{step.frame} {step.text}"
    document = document_of_text("itm_step", whole, parse_when(PUBLISHED), language)
    return [one for one in map(of_statement, rules.extract(document)) if one.span.end > len(step.frame) + 1]
