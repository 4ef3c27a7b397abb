"""Many rows of one table go in at once as each alone would have."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tawthiq.record.link.models import IncidentRow
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.bulk import insert_rows
from tawthiq.safe.work import Work

pytestmark = pytest.mark.django_db(databases=["default", "identities"])

COLUMNS: dict[str, Any] = {
    "thing": "",
    "since": 0,
    "digest": "0" * 64,
    "facts_since": 0,
    "created_by": "usr_invented",
    "written_by": "usr_invented",
    "situation": "SY",
    "happened_on": "",
    "place_precision": "unknown",
}


def test_a_column_that_only_some_rows_tell_is_kept_for_them_and_default_for_the_others(collector: Actor) -> None:
    told = [{**COLUMNS, "thing": "inc_a", "first_day": date(2014, 3, 1), "particulars": {"place_type": ["home"]}}]
    told += [{**COLUMNS, "thing": "inc_b"}, {**COLUMNS, "thing": "inc_c", "first_day": None, "key": "C"}]
    with Work(collector, Action.CASE_WRITE):
        insert_rows(IncidentRow, told)
    kept = IncidentRow.objects.order_by("thing").values_list("thing", "first_day", "particulars", "key", "last_day")
    assert list(kept) == [
        ("inc_a", date(2014, 3, 1), {"place_type": ["home"]}, "", None),
        ("inc_b", None, None, "", None),
        ("inc_c", None, None, "C", None),
    ]


def test_rows_of_one_shape_keep_their_values_in_their_places(collector: Actor) -> None:
    with Work(collector, Action.CASE_WRITE):
        insert_rows(IncidentRow, [{**COLUMNS, "thing": f"inc_{n}", "since": n, "key": f"k{n}"} for n in range(3)])
    kept = IncidentRow.objects.order_by("thing").values_list("thing", "since", "key", "until")
    assert list(kept) == [(f"inc_{n}", n, f"k{n}", None) for n in range(3)]
