"""What the rules misread when one thing alone is varied: invented names, speakers, places, deeds in sentence frames.

    python benchmarks/extract_frames.py [--wrong] [FILE ...]

Each cell of a table in `benchmarks/frames` has one right answer; a table with `openings` asks for what the sentence
behind a deed tells (`extract_next.py`). Prints how many cells of every table are wrong, and
the frames and fillers with the most of them; `--wrong` prints each wrong cell. They were written to find faults, and
worked on: what they say flatters. `evaluation/` holds the texts that nobody has read.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from extract_next import Step, steps, wrong_steps

from tawthiq.record.extract.evaluation.compared import of_people, of_statement
from tawthiq.record.extract.evaluation.gold import parse_gold
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.terms.when import parse_when

FRAMES = Path(__file__).parent / "frames"
PUBLISHED = "2021-03-03"
KEYS = {"party": "p", "source": "s", "place": "pl", "violation": "v", "quantity": "q"}
LEVELS = ("factuality", "kind")
"""Fields of which every statement has one; of these `is` is all that the statements of the sentence have."""
MOST_SHOWN = 5


@dataclass(frozen=True)
class Cell:
    """A sentence put together of a frame and what fills it; `wanted`: the values that it tells, parted by "|"."""

    frame: str
    filler: str
    text: str
    wanted: str
    marks: frozenset[str] = frozenset()


def cells(table: Mapping[str, Any]) -> Iterator[Cell]:
    """Every frame with every filler."""
    for frame in table["frames"]:
        for filler in table["fillers"]:
            yield Cell(frame, filler["n"], written(frame, filler), filler["is"], frozenset(filler))


def written(frame: str, filler: Mapping[str, Any]) -> str:
    """The frame with its slots filled by the filler's words of those names, "[a|ont]" in its number, one comma where
    two meet. A slot that the filler lacks stays as it is, so that it is seen."""
    number = int(bool(filler.get("several")))
    text = re.sub(r"\[([^|\]]*)\|([^\]]*)\]", lambda found: found.group(1 + number), frame)
    for slot, words in filler.items():
        text = text.replace(f"{{{slot}}}", str(words))
    for twice, once in ((",,", ","), (",.", "."), (",”", "”,"), (",—", "—")):
        text = text.replace(twice, once)
    return text[0].upper() + text[1:]


def wanted_values(cell: Cell, field: str) -> frozenset[object]:
    """The right answer in the form in which values are compared, read as a line of gold is."""
    if field in LEVELS:
        return frozenset(cell.wanted.split("|"))
    told = f"; {KEYS[field]}={cell.wanted}" if cell.wanted else ""
    marked = f"[{cell.text}] k=violation_claim{told}; f=asserted"
    head = f"# name: frame; language: en; kind: news; published: {PUBLISHED}; set: dev"
    (one,) = parse_gold(f"{head}\n{cell.text}\n^ {marked}\n", "frame").statements
    return frozenset(of_people(one).values[field])


def read_values(rules: Rules, cell: Cell, language: str, field: str) -> frozenset[object]:
    """What all statements of the sentence tell together."""
    document = document_of_text("itm_frame", cell.text, parse_when(PUBLISHED), language)
    return frozenset(value for one in rules.extract(document) for value in of_statement(one).values[field])


def wrong_cells(rules: Rules, table: Mapping[str, Any]) -> Iterator[tuple[Cell, frozenset[object]]]:
    """Cells read otherwise than they were put together; of violations the one told must be among those read,
    and none where none is told."""
    field = table["field"]
    for cell in cells(table):
        want, given = wanted_values(cell, field), read_values(rules, cell, table["language"], field)
        if not is_right(want, given, field, any_of="any" in cell.marks):
            yield cell, given


def is_right(want: frozenset[object], given: frozenset[object], field: str, *, any_of: bool) -> bool:
    """All that is wanted and nothing else; a violation may stand among others, one of several will do where told so."""
    if any_of:
        return len(given) == 1 and given <= want
    return want <= given if field == "violation" and want else want == given


def report(path: Path, rules: Rules, *, every: bool) -> None:
    """One table's figures."""
    table = yaml.safe_load(path.read_text("utf-8"))
    behind = "openings" in table
    wrong: list[tuple[Cell | Step, frozenset[object]]]
    wrong = [*wrong_steps(rules, table)] if behind else [*wrong_cells(rules, table)]
    every_cell: list[Cell | Step] = [*steps(table)] if behind else [*cells(table)]
    print(f"{path.stem}: {len(wrong)} of {len(every_cell)} cells wrong")
    for kind in ("frame", "filler"):
        most = Counter(getattr(cell, kind) for cell, _ in wrong).most_common(MOST_SHOWN)
        for words, count in most if len({cell.frame for cell in every_cell}) > 1 else ():
            print(f"  {count:4} {words}")
    for cell, given in wrong if every else ():
        print(f"       {cell.text} -> {', '.join(sorted(map(str, given))) or 'nothing'}")


def main() -> None:
    """Every table, or those that are named."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--wrong", action="store_true")
    asked = parser.parse_args()
    rules = Rules()
    for path in asked.files or sorted(FRAMES.glob("*.yaml")):
        report(path, rules, every=asked.wrong)


if __name__ == "__main__":
    main()
