"""Promises of what the command line prints into a file or another program."""

from collections.abc import Iterator

import pytest

from tawthiq.doors.cli.output import plain_table, put_json, put_json_of


def test_a_long_cell_is_neither_cut_nor_folded() -> None:
    address = "http://127.0.0.1:8000/enter/" + "x" * 300
    assert address in plain_table("links", ("user", "link"), [("collector", address)]).splitlines()[-1]


def test_columns_stand_under_each_other_whatever_the_script() -> None:
    assert (
        plain_table("parties", ("party", "n"), [("توثيق", 1), ("町", 22)])
        == "parties\nparty  n\n-----  --\nتوثيق  1\n町     22\n"
    )


def test_a_table_without_rows_has_its_head() -> None:
    assert plain_table("items", ("item", "kind"), []) == "items\nitem  kind\n----  ----\n"


def test_marks_in_a_cell_are_printed_as_they_are() -> None:
    assert "[bold]x" in plain_table("notes", ("note",), [("[bold]x",)])


@pytest.mark.parametrize("rows", [[], [{"a": "x\ny", "b": []}], [{"a": 1}, {"a": {"توثيق": None}}, 3]])
def test_rows_that_come_one_by_one_are_printed_as_rows_that_are_there(
    capsys: pytest.CaptureFixture[str], rows: list[object]
) -> None:
    put_json({"file": "a\nb", "rows": rows, "more": {"n": [1, 2]}})
    whole = capsys.readouterr().out
    put_json_of({"file": "a\nb", "rows": iter(rows), "more": {"n": [1, 2]}})
    assert capsys.readouterr().out == whole


def test_a_row_is_printed_before_the_next_one_is_made(capsys: pytest.CaptureFixture[str]) -> None:
    def rows() -> Iterator[str]:
        yield "first"
        assert "first" in capsys.readouterr().out
        yield "second"

    put_json_of({"rows": rows()})
    assert "second" in capsys.readouterr().out
