"""Promises of `tawthiq estimate`: one document that reproduces, all files or none, errors with row and column."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from tawthiq import estimate
from tawthiq.doors.cli import app
from tawthiq.doors.cli import estimate as command
from tawthiq.report.estimate.published import published
from tawthiq.terms.errors import BadInput, Conflict, MissingField, TawthiqError

HEADER = "a,b,c,count"
ROWS = ("1,0,0,40", "0,1,0,30", "0,0,1,35", "1,1,0,12", "1,0,1,10", "0,1,1,9", "1,1,1,4")


def written(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "lists.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def asked(path: Path, *options: str) -> dict[str, Any]:
    done = CliRunner().invoke(app, ["estimate", str(path), "--json", *options], catch_exceptions=False)
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def test_the_document_holds_table_hash_seed_versions_settings(tmp_path: Path) -> None:
    found = asked(written(tmp_path, *ROWS), "--method", "dga,chao", "--seed", "7")
    (table,) = found["tables"]
    assert found["seed"] == 7
    assert {"tawthiq", "numpy", "scipy", "numba"} <= set(found["versions"])
    assert len(table["table"]["hash"]) == 64
    dga, chao = table["estimates"]
    assert dga["settings"]["delta"] == 0.125
    assert chao["lower_bound"] is True
    assert dga["interval"][0] < dga["median"] < dga["interval"][1]


def test_one_method_on_one_table_is_told_at_the_top_of_the_document(tmp_path: Path) -> None:
    found = asked(written(tmp_path, *ROWS), "--method", "dga")
    (row,) = found["tables"][0]["estimates"]
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
    assert {name: found[name] for name in promised} == {name: row[name] for name in promised}


def test_the_same_seed_gives_the_same_document(tmp_path: Path) -> None:
    path = written(tmp_path, *ROWS)
    one, two = (asked(path, "--method", "dga,loglinear-average,chao") for _ in range(2))
    for found in (one, two):
        for row in found["tables"][0]["estimates"]:
            row["seconds"] = None
    assert one == two
    low, high = one["tables"][0]["together"]
    assert low < one["tables"][0]["estimates"][0]["median"] < high


def test_strata_are_answered_apart_with_a_total_of_what_draws(tmp_path: Path) -> None:
    rows = [f"{row},{side}" for side in ("north", "south") for row in ROWS]
    found = asked(written(tmp_path, *rows, header=f"{HEADER},stratum"), "--method", "dga,chao")
    assert [table["stratum"] for table in found["tables"]] == ["north", "south"]
    assert [row["method"] for row in found["total"]] == ["dga over stratum"]
    assert found["total"][0]["n_observed"] == 280


def test_checks_leave_lists_out_merge_them_ask_for_known_sizes(tmp_path: Path) -> None:
    found = asked(written(tmp_path, *ROWS), "--method", "loglinear-average", "--checks")
    checks = found["tables"][0]["checks"]["loglinear-average"]
    assert len(checks["without_one_list"]) == 3
    assert len(checks["two_lists_as_one"]) == 3
    assert set(checks["widened_by_known_sizes"]) >= {"interval", "refused"}


def test_kept_files_are_all_there_and_never_overwritten(tmp_path: Path) -> None:
    path, folder = written(tmp_path, *ROWS), tmp_path / "kept"
    asked(path, "--method", "dga", "--keep", str(folder))
    names = {file.name for file in folder.iterdir()}
    assert {"estimate.json", "1-dga-draws.parquet", "1-dga-posterior.vl.json", "1-lists.vl.json"} <= names
    draws = pq.read_table(io.BytesIO((folder / "1-dga-draws.parquet").read_bytes()))
    assert sum(draws["weight"].to_pylist()) == pytest.approx(1)
    with pytest.raises(Conflict):
        command.estimate(path, method="dga", keep=folder)
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".kept")] == []


def test_interrupted_before_the_end_no_file_is_there(tmp_path: Path) -> None:
    class Interrupted(dict[str, bytes]):
        def items(self) -> Any:
            yield "estimate.json", b"{}"
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        command._put_folder(tmp_path / "kept", Interrupted())
    assert [file.name for file in tmp_path.iterdir() if "kept" in file.name] == []


def test_a_refusal_is_kept_without_draws_or_posterior(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    path = written(tmp_path, "1,0,0,20", "0,1,0,30", "0,0,1,25")
    done = CliRunner().invoke(app, ["estimate", str(path), "--method", "dga", "--keep", str(folder), "--json"])
    assert done.exit_code == 3
    assert {file.name for file in folder.iterdir()} == {"estimate.json", "1-lists.vl.json", "1-methods.vl.json"}


@pytest.mark.parametrize(
    ("rows", "header", "error", "said"),
    [
        (["1,0,0,-4"], HEADER, BadInput, "row 2, column count"),
        (["1,0,0,2.5"], HEADER, BadInput, "row 2, column count"),
        (["1,0,0,4", "0,0,0,9"], HEADER, BadInput, "row 3"),
        (["1,,0,4"], HEADER, MissingField, "row 2, column b"),
        (["1,2,0,4"], HEADER, BadInput, "row 2, column b"),
        (["1,0,4"], HEADER, BadInput, "row 2"),
        (["1,0,0,4"], "a,b,b,count", BadInput, "row 1, column b"),
        (["1,0,0,x1", "0,1,0,x1"], "a,b,c,id", BadInput, "rows 2 and 3, column id"),
    ],
)
def test_bad_input_names_row_with_column(
    tmp_path: Path, rows: list[str], header: str, error: type[TawthiqError], said: str
) -> None:
    with pytest.raises(error) as raised:
        estimate.parse_csv("\n".join([header, *rows]), name="lists.csv")
    assert said in str(raised.value)


@pytest.mark.parametrize("n_lists", [1, 2, 20])
def test_any_number_of_lists_has_an_answer_or_a_reason(n_lists: int) -> None:
    cells = {tuple(int(k == j) for k in range(n_lists)): 5 for j in range(n_lists)}
    cells[(1,) * n_lists] = 6
    table = estimate.from_counts([f"L{k}" for k in range(n_lists)], cells)
    for outcome in estimate.estimate_all(table, ["dga", "loglinear", "chao", "chapman"]):
        assert isinstance(outcome, estimate.Estimate) or outcome.reasons


def test_charts_of_a_table_leave_small_counts_out_when_told() -> None:
    my3 = published("my3")
    outcomes = estimate.estimate_all(my3, ["chao"])
    whole, few = (estimate.charts(my3, outcomes, smallest_shown=least) for least in (1, 10))
    assert set(few) == {"lists", "methods"}
    assert '"children": 4}' in json.dumps(whole["lists"])
    assert '"children": 4}' not in json.dumps(few["lists"])
