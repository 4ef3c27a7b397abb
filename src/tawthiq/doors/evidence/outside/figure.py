"""Figure: counted again from the records of the package, and followed down to the bytes."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tawthiq.doors.evidence.outside.records import Record, Records
from tawthiq.doors.evidence.outside.step import Undecidable, hex_hash, must

ID_CHARS = 26


def named_by_content(prefix: str, content: str) -> str:
    """The id of a thing that its content names: prefix and base32 of a hash over both."""
    raw = hashlib.sha256(f'["{prefix}",{content}]'.encode()).digest()
    return f"{prefix}_{base64.b32encode(raw[:20]).decode().lower()[:ID_CHARS]}"


def check_figures(folder: Path, package: dict[str, Any], records: Records) -> str:
    """Each figure: its id, the ids that it rests on, its value and rows counted anew."""
    figures = records.by_thing("figure")
    if not package["figures"]:
        raise Undecidable("no figure was asked for")
    told = []
    for figure_id in package["figures"]:
        if ("figure", figure_id) in records.withheld:
            raise Undecidable(f"{figure_id} is withheld; the log has it")
        must(figure_id in figures, f"{figure_id} is not in the package")
        behind = json.loads((folder / "figures" / f"{figure_id}.json").read_bytes())
        told.append(recounted(figures[figure_id], behind, records))
    return "; ".join(told)


def recounted(figure: Record, behind: dict[str, Any], records: Records) -> str:
    """One figure counted anew; raises Undecidable where the package has not what that takes."""
    result = figure.content
    must(ids_digest(behind) == result["ids"], f"{figure.thing} rests on other ids than those listed")
    rows = {tuple(row["cell"]): row for row in behind["rows"]}
    for row in result["rows"]:
        listed = rows.get(tuple(row["cell"]))
        must(listed is not None and ids_digest(listed) == row["ids"], f"a row of {figure.thing} rests on other ids")
    if {kind for kind, _ in records.withheld} & {"act", "violation", "assessment"}:
        raise Undecidable(f"{figure.thing} rests on the ids listed; the records to count are withheld")
    check_basis(figure, behind, records)
    spec = result["spec"]
    must(
        result["late"] == counted(behind["late_ids"], spec, records), f"{figure.thing}: late cases counted anew differ"
    )
    value = counted(behind["ids"], spec, records)
    must(result["value"] == value, f"{figure.thing} says {result['value']}, counted anew it is {value}")
    n_rows = sum(1 for row in result["rows"] if "sex" not in spec["by"] and check_row(row, rows, spec, records))
    return f"{figure.thing} counted anew: {value}, {n_rows} of {len(result['rows'])} rows"


def ids_digest(behind: dict[str, Any]) -> str:
    """The digest that a figure keeps of the ids behind it."""
    return hex_hash(json.dumps([behind["ids"], behind["late_ids"]], separators=(",", ":")).encode())


def check_row(row: dict[str, Any], rows: dict[Any, Any], spec: dict[str, Any], records: Records) -> bool:
    """A row counted anew."""
    value = counted(rows[tuple(row["cell"])]["ids"], spec, records)
    must(value == row["value"], f"a row says {row['value']}, counted anew it is {value}")
    return True


def counted(ids: Iterable[str], spec: dict[str, Any], records: Records) -> int:
    """The number of distinct children, or of incidents, or of acts; a child told twice is one."""
    if any(dimension == "sex" for dimension, _ in spec["only"]):
        raise Undecidable("the figure keeps children of one sex only, which this file does not count")
    acts, violations = records.by_thing("act"), records.by_thing("violation")
    same = {one.thing: one.content["same_as"] for one in records.of("child")}
    children, others = set(), 0
    for one in ids:
        act = acts[one].content if one in acts else None
        must(act is not None or one in violations, f"{one} is counted and not in the package")
        group = act["group"] if act else None
        if act and group is None and spec["unit"] == "child":
            children.add(found_to_be(act["child"], same))
        else:
            others += sum(group[name] for name in ("boys", "girls", "sex_unknown")) if group else 1
    return len(children) + others


def found_to_be(child: str, same: dict[str, str]) -> str:
    """The child at the end of a chain of records that were found to be one."""
    seen = {child}
    while (after := same.get(child, "")) and after not in seen:
        seen.add(after)
        child = after
    return child


def check_basis(figure: Record, behind: dict[str, Any], records: Records) -> None:
    """Each id has a final decision that says verified, on the versions that are here, in the period's bodies' names."""
    final = {one.thing: one for one in records.of("assessment") if verifies(one.content)}
    digests = {one.thing: one.digest for kind in ("act", "violation", "incident") for one in records.of(kind)}
    acts, violations = records.by_thing("act"), records.by_thing("violation")
    basis: Counter[tuple[str, str]] = Counter()
    for one in [*behind["ids"], *behind["late_ids"]]:
        must(one in final, f"{one} is counted, and no final decision verifies it")
        violation = acts[one].content["violation"] if one in acts else one
        chain = [violations[violation].content["incident"], violation, *([one] if one in acts else [])]
        judged = hex_hash(json.dumps([digests[thing] for thing in chain], separators=(",", ":")).encode())
        decided = final[one].content
        if decided["facts"][3] != judged:
            raise Undecidable(f"{one} was decided on an earlier version, of which only unjudged parts changed since")
        basis[decided["body"], decided["policy"]] += 1
    stated = {(body, policy): n for body, policy, n in figure.content["basis"]}
    must(dict(basis) == stated, f"{figure.thing} states another basis than the decisions in the package")


def verifies(content: dict[str, Any]) -> bool:
    """The one combination that puts a case into verified figures."""
    return bool(content["stage"] == "final" and content["occurrence"] == "verified")


def check_walk(package: dict[str, Any], records: Records) -> str:
    """From every counted id to a statement, its item, that item's bytes: nothing on the way is left out."""
    if records.withheld:
        raise Undecidable("part of the way is withheld")
    statements, items = records.by_thing("statement"), records.by_thing("item")
    for one in statements.values():
        must(one.content["item_id"] in items, f"the item of {one.thing} is not in the package")
    supported: dict[str, list[str]] = {}
    for batch in records.of("support"):
        for subject, statement, _source in batch.content:
            supported.setdefault(subject, []).append(statement)
    told = {one for named in supported.values() for one in named if one in statements}
    alone = [one for one in package["subjects"] if not any(s in told for s in reaching(one, supported, records))]
    if alone:
        raise Undecidable(f"{len(alone)} of {len(package['subjects'])} cases were entered without a statement")
    return f"{len(package['subjects'])} cases, {len(statements)} statements, {len(items)} items"


def reaching(subject: str, supported: dict[str, list[str]], records: Records) -> list[str]:
    """The statements behind an act, or behind its violation."""
    act = records.by_thing("act").get(subject)
    return [*supported.get(subject, []), *(supported.get(act.content["violation"], []) if act else [])]
