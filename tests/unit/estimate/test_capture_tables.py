"""Promises of the capture table, its CSV form, histories, gates, refusals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq import estimate
from tawthiq.report.estimate.published import published
from tawthiq.terms.errors import BadInput, EmptyInput, MissingField, UnknownCode

PATTERNS = st.tuples(*[st.integers(0, 1)] * 3).filter(any)
TABLES = st.dictionaries(PATTERNS, st.integers(1, 60), min_size=1).map(
    lambda counts: estimate.from_counts("ABC", counts)
)


def read(text: str) -> estimate.CaptureTable:
    (table,) = estimate.parse_csv(text, name="f.csv")
    return table


def test_rows_of_one_pattern_are_one_cell() -> None:
    table = read("A,B\n1,0\n1,0\n1,1\n")
    assert table.cells == (((1, 0), 2), ((1, 1), 1))


def test_count_column_counts() -> None:
    assert read("A,B,count\n1,0,7\n1,1,2\n0,1,0\n").n_observed == 9


def test_strata_are_tables_of_their_own() -> None:
    north, south = estimate.parse_csv("A,B,stratum\n1,1,south\n1,0,north\n")
    assert (north.stratum, south.stratum) == ("north", "south")
    assert estimate.pooled([north, south]).n_observed == 2


@pytest.mark.parametrize(
    ("text", "error", "where"),
    [
        ("A,B,count\n1,0,-3\n", BadInput, "f.csv, row 2, column count"),
        ("A,B,count\n1,0,2.5\n", BadInput, "f.csv, row 2, column count"),
        ("A,B,count\n1,0,99999999999\n", BadInput, "f.csv, row 2, column count"),
        ("A,B\n1,0\n0,0\n", BadInput, "f.csv, row 3"),
        ("A,B\n1,0\n1,\n", MissingField, "f.csv, row 3, column B"),
        ("A,B\n1,0\n1,yes\n", BadInput, "f.csv, row 3, column B"),
        ("A,B,A\n1,0,1\n", BadInput, "f.csv, row 1, column A"),
        ("A,,C\n1,0,1\n", MissingField, "f.csv, row 1, column 2"),
        ("A,B\n1\n", BadInput, "f.csv, row 2"),
        ("count\n1\n", MissingField, "f.csv, row 1"),
        ("A,B\n", EmptyInput, "f.csv"),
        ("", EmptyInput, "f.csv, row 1"),
        ("A,B,id\n1,0,x7\n1,1,x8\n0,1,x7\n", BadInput, "f.csv, rows 2 and 4, column id"),
        ("A,B,id,count\n1,0,x7,2\n", BadInput, "f.csv, row 2, column count"),
    ],
)
def test_bad_input_names_row_and_column_and_what_to_do(text: str, error: type[BadInput], where: str) -> None:
    with pytest.raises(error) as caught:
        estimate.parse_csv(text, name="f.csv")
    assert caught.value.where == where
    assert caught.value.do
    assert "x7" not in str(caught.value)


def test_a_reposted_account_is_one_list() -> None:
    own = estimate.Sighting("c1", "agency", "agency")
    copies = [estimate.Sighting("c1", f"repost{k}", "agency") for k in range(4)]
    table = estimate.from_sightings([own, *copies, estimate.Sighting("c2", "clinic", "clinic")])
    assert table.lists == ("agency", "clinic")
    assert table.cells == (((0, 1), 1), ((1, 0), 1))
    assert estimate.n_copies([own, *copies]) == 4


def test_a_child_reported_twice_by_one_source_is_counted_once() -> None:
    twice = [estimate.Sighting("c1", "clinic", "clinic")] * 2
    assert estimate.from_sightings(twice).n_observed == 1


def test_a_root_outside_the_lists_is_not_dropped_in_silence() -> None:
    with pytest.raises(BadInput):
        estimate.from_sightings([estimate.Sighting("c1", "x", "x")], lists=["clinic"])


@given(TABLES)
def test_the_hash_names_the_content(table: estimate.CaptureTable) -> None:
    again = estimate.from_counts(table.lists, dict(table.cells))
    assert again.hash() == table.hash()
    assert estimate.from_counts("XYZ", dict(table.cells)).hash() != table.hash()


@given(TABLES)
def test_merging_lists_loses_no_child(table: estimate.CaptureTable) -> None:
    merged = table.merged("A", "B")
    assert merged.n_observed == table.n_observed
    assert merged.lists == ("A|B", "C")


@given(TABLES)
def test_overlaps_agree_with_times_captured(table: estimate.CaptureTable) -> None:
    times = table.captured_times()
    assert table.overlaps().diagonal().sum() == sum(k * times[k] for k in range(4))


def test_within_a_list_the_others_see_part_of_it() -> None:
    kosovo = published("kosovo")
    inside = kosovo.within("EXH")
    assert inside.lists == ("ABA", "OSCE", "HRW")
    assert inside.n_observed == 1131 + 106 + 228 + 42 + 177 + 18 + 181 + 27 - 1131


def test_published_tables_have_their_published_totals() -> None:
    assert [published(name).n_observed for name in ("kosovo", "UKdat", "Ned", "my5")] == [4400, 2744, 8234, 537]


def test_a_list_nobody_is_on_is_left_out_with_a_word() -> None:
    table = read("A,B,C,count\n1,0,0,30\n0,1,0,20\n1,1,0,10\n")
    (outcome,) = estimate.estimate_all(table, ["chapman"])
    assert isinstance(outcome, estimate.Estimate)
    assert outcome.warnings[0] == "list C holds nobody and was left out"


def test_a_warning_names_a_dozen_pairs_and_counts_the_rest() -> None:
    lists = [f"L{k}" for k in range(8)]
    counts = {tuple(int(k == on) for k in range(8)): 5 for on in range(8)} | {(1, 1, 0, 0, 0, 0, 0, 0): 9}
    (warning,) = estimate.check(estimate.from_counts(lists, counts)).warnings
    assert warning.endswith("and 15 more pairs")


def test_one_list_is_refused() -> None:
    (outcome,) = estimate.estimate_all(read("A,count\n1,30\n"), ["chao"])
    assert isinstance(outcome, estimate.Refused)
    assert outcome.reasons == (estimate.Reason.TOO_FEW_LISTS,)


def test_lists_that_never_meet_are_refused() -> None:
    (outcome,) = estimate.estimate_all(read("A,B,C,count\n1,0,0,30\n0,1,0,20\n0,0,1,10\n"), ["chao"])
    assert not outcome
    assert isinstance(outcome, estimate.Refused)
    assert outcome.reasons == (estimate.Reason.NO_OVERLAP,)


def test_a_list_copied_from_another_is_refused() -> None:
    (outcome,) = estimate.estimate_all(read("A,B,C,count\n1,1,0,30\n0,0,1,20\n1,1,1,10\n"), ["chao"])
    assert isinstance(outcome, estimate.Refused)
    assert estimate.Reason.LISTS_NOT_INDEPENDENT in outcome.reasons


def test_poor_matching_is_refused() -> None:
    poor = estimate.Quality(precision=0.95, recall=0.6)
    (outcome,) = estimate.estimate_all(published("kosovo"), ["chao"], quality=poor)
    assert isinstance(outcome, estimate.Refused)
    assert outcome.reasons == (estimate.Reason.MATCHING_TOO_POOR,)


def test_a_refusal_has_no_number_to_export() -> None:
    (outcome,) = estimate.estimate_all(read("A,count\n1,30\n"), ["chao"])
    printed = estimate.to_json(outcome)
    assert [printed[key] for key in ("median", "mean", "interval", "level", "ess", "rhat")] == [None] * 6
    with pytest.raises(TypeError):
        float(outcome)  # type: ignore[arg-type]  # that it cannot be a number is the promise


def test_an_estimate_cannot_be_added() -> None:
    (outcome,) = estimate.estimate_all(published("kosovo"), ["chao"])
    with pytest.raises(TypeError):
        outcome + 1  # type: ignore[operator]  # that there is no + is the promise
    with pytest.raises(TypeError):
        sum([outcome, outcome])  # type: ignore[list-item]  # that there is no sum is the promise


def test_json_holds_exactly_the_promised_fields() -> None:
    (outcome,) = estimate.estimate_all(published("kosovo"), ["chao"])
    promised = [
        "n_observed",
        "method",
        "median",
        "mean",
        "interval",
        "level",
        "ess",
        "rhat",
        "seconds",
        "warnings",
        "refused",
    ]
    assert list(estimate.to_json(outcome)) == promised


def test_an_unknown_method_is_named() -> None:
    with pytest.raises(UnknownCode):
        estimate.estimate_all(published("kosovo"), ["crystal-ball"])
