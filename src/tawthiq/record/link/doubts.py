"""Doubts about a row of a register that goes in all the same."""

from __future__ import annotations

from collections.abc import Mapping

from tawthiq.record.link import fields as read
from tawthiq.terms.numerals import ungrouped

_OF_ONE_CHILD = ("child_id", "sex", "age_min", "age_max", "roles", "armed", "recruited_or_used", "pay_amount")
_OF_CHILDREN = (*_OF_ONE_CHILD, "group_boys", "group_girls", "group_unknown", "released_on")
_GROUP = ("group_boys", "group_girls", "group_unknown")


def doubts_of(cells: Mapping[str, str]) -> list[tuple[str, str]]:
    """What a person should look at in a row that goes in all the same."""
    counted = [cells[name] for name in _GROUP if name in cells]
    some = any(ungrouped(text).strip("0.") for text in counted)
    old = read.whole(cells, "age_max")
    doubts = (
        (counted and not some and "child_id" not in cells, "group_boys", "all groups are zero: read as one child"),
        (some and "sex" in cells, "sex", "means nothing for a group"),
        (old is not None and old >= 18, "age_max", "may have been 18 or older"),
        ("pay_currency" in cells and "pay_amount" not in cells, "pay_currency", "a currency without an amount"),
        (
            "status" not in cells and any(name in cells for name in ("verified_on", "verified_by", "policy")),
            "status",
            "a day, body or policy of a decision without its status: read as no decision",
        ),
    )
    return [(name, what) for doubtful, name, what in doubts if doubtful]


def about_children(cells: Mapping[str, str]) -> list[tuple[str, str]]:
    """Signals for columns about children in a row that counts an incident."""
    empty = ("0", "u")
    what = "means nothing for a violation counted in incidents"
    return [(name, what) for name in _OF_CHILDREN if cells.get(name, "u").lower() not in empty]
