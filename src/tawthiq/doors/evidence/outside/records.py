"""Records: what the package opens of the record, each as its line of the log has it, down to the bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tawthiq.doors.evidence.outside.bag import Hashes
from tawthiq.doors.evidence.outside.custody import Custody
from tawthiq.doors.evidence.outside.step import Undecidable, hex_hash, holds, json_lines, must

RECORD_KEYS = {"kind", "thing", "seq", "salt", "content", "batched"}
WITHHELD_KEYS = {"kind", "thing", "seq", "withheld"}


Batches = dict[int, set[tuple[str, str]]]


@dataclass(frozen=True)
class Record:
    """A record that is open: `digest` of its content, and the content read."""

    kind: str
    thing: str
    seq: int
    digest: str
    content: Any


@dataclass(frozen=True)
class Records:
    """`withheld`: (kind, thing) of those that the package only proves to be there."""

    opened: list[Record]
    withheld: set[tuple[str, str]]

    def of(self, kind: str) -> Iterator[Record]:
        """The open ones of a kind."""
        return (one for one in self.opened if one.kind == kind)

    def by_thing(self, kind: str) -> dict[str, Record]:
        """The open ones of a kind by thing; of two versions the later."""
        return {one.thing: one for one in sorted(self.of(kind), key=lambda one: one.seq)}


def read_records(folder: Path, custody: Custody) -> tuple[str, Records]:
    """Every record, checked against its line, or against the batch that its line signs."""
    batches = read_batches(folder, custody)
    opened, withheld = [], set()
    for raw in json_lines((folder / "records.jsonl").read_bytes()):
        must(raw["seq"] in custody.events, f"line {raw['seq']} is not in the package")
        if "withheld" in raw:
            must(set(raw) == WITHHELD_KEYS, "a withheld record that shows something")
            withheld.add((raw["kind"], raw["thing"]))
        else:
            opened.append(checked_record(raw, custody.events[raw["seq"]], batches))
    known = f"{len(opened)} records are as the log has them"
    return known + (f", {len(withheld)} withheld, of which only the lines are here" if withheld else ""), Records(
        opened, withheld
    )


def read_batches(folder: Path, custody: Custody) -> Batches:
    """The (thing, digest) pairs that lines sign together, each batch as its line has it."""
    found: Batches = {}
    for raw in json_lines((folder / "batches.jsonl").read_bytes()):
        signed = hex_hash(json.dumps(raw["pairs"], separators=(",", ":")).encode())
        must(holds(custody.events[raw["seq"]], signed, raw["salt"]), f"the batch of line {raw['seq']} is another one")
        found[raw["seq"]] = {(thing, mark) for thing, mark in raw["pairs"]}
    return found


def checked_record(raw: dict[str, Any], event: dict[str, Any], batches: Batches) -> Record:
    """The record, when its line was written for exactly this content (of this thing, or of a batch that names it)."""
    must(set(raw) == RECORD_KEYS, "a record with fields that it must not have")
    digest = hex_hash(raw["content"].encode())
    if raw["batched"]:
        must((raw["thing"], digest) in batches[raw["seq"]], f"{raw['thing']} is not in its batch as it stands here")
    else:
        must(event["thing"] == raw["thing"], f"line {raw['seq']} speaks of another thing")
        must(holds(event, digest, raw["salt"]), f"{raw['thing']} differs from line {raw['seq']}")
    return Record(raw["kind"], raw["thing"], raw["seq"], digest, json.loads(raw["content"]))


def check_objects(records: Records, hashes: Hashes) -> str:
    """Every object under its own hash, and the bytes of every item there."""
    objects = {name: marks[0] for name, marks in hashes.items() if name.startswith("data/objects/")}
    for name, mark in objects.items():
        must(name == f"data/objects/{mark[:2]}/{mark}", f"{name} is not named by its hash")
    items = {one.content["sha256"] for one in records.of("item")}
    must(set(objects.values()) <= items, "there are bytes that no item names")
    missing = items - set(objects.values())
    if missing and objects:
        must(False, f"the bytes of {len(missing)} items are missing")
    if missing or not items:
        raise Undecidable(f"the bytes of {len(missing)} items are withheld; their hashes are here")
    return f"the bytes of {len(items)} items, each under its hash"


def check_quotes(folder: Path, package: dict[str, Any], records: Records) -> str:
    """Every statement's words stand at their place, in the text that was read from the item's bytes."""
    texts = {one["item"]: (folder / one["path"]).read_bytes().decode() for one in package["derivatives"]}
    cells = found = 0
    for one in records.of("statement"):
        span, quote = one.content["span"], one.content["quote"]
        if "start" not in span:
            cells += 1
            continue
        must(one.content["item_id"] in texts, f"the text of {one.thing} is not in the package")
        must(texts[one.content["item_id"]][span["start"] : span["end"]] == quote, f"{one.thing} stands elsewhere")
        found += 1
    check_plain_texts(folder, package)
    if not found:
        raise Undecidable(f"no words to look up: {cells} rows of sheets, which this file does not read" if cells else
                          "no statement is open in this package")  # fmt: skip
    return f"{found} statements stand where they say" + (f"; {cells} rows of sheets not looked at" if cells else "")


def check_plain_texts(folder: Path, package: dict[str, Any]) -> None:
    """A text that was read from plain UTF-8 is those very bytes."""
    for one in package["derivatives"]:
        if one["recipe"].startswith("utf-8@"):
            parent = (folder / "objects" / one["parent"][:2] / one["parent"]).read_bytes()
            must(parent.decode("utf-8-sig") == (folder / one["path"]).read_bytes().decode(), "a text is not its item's")
