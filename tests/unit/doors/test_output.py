"""Promises of what the command line prints into a file or another program."""

from tawthiq.doors.cli.output import plain_table


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
