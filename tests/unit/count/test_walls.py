"""Verified, unverified and estimated numbers never meet: not by type, not at run time."""

from __future__ import annotations

import ast
import typing
from pathlib import Path
from types import ModuleType

import pytest

import tawthiq.report.count
import tawthiq.report.publish
from tawthiq.record.verify.verified import UnverifiedTally, VerifiedActs
from tawthiq.report.count.figure import Figure, figure_from
from tawthiq.report.count.spec import parse_spec
from tawthiq.report.publish.tabled import audited, make_table
from unit.count.made import acts, child

SPEC = parse_spec(situation="SY", period="2014", violation="recruitment_use")


def tally() -> UnverifiedTally:
    """The same invented child, as a case that nobody has verified."""
    made = acts([child(1)])
    names = UnverifiedTally.__dataclass_fields__
    columns = {name: getattr(made, name) for name in names if hasattr(made, name)}
    return UnverifiedTally(**columns, subject_id=made.act_id, status=made.armed)


def test_only_verified_acts_are_counted() -> None:
    assert typing.get_type_hints(figure_from)["acts"] is VerifiedActs
    assert typing.get_type_hints(audited)["acts"] is VerifiedActs
    assert typing.get_type_hints(make_table)["figure"] is Figure
    with pytest.raises(AttributeError, match="UnverifiedTally"):
        figure_from(tally(), SPEC)  # type: ignore[arg-type]  # the point


def test_a_figure_adds_to_nothing() -> None:
    figure = figure_from(acts([child(1)]), SPEC)
    for other in (tally(), 3, 3.5, figure):
        with pytest.raises(TypeError):
            figure + other  # type: ignore[operator]  # the point
        with pytest.raises(TypeError):
            sum([figure, other])  # type: ignore[list-item]  # the point


@pytest.mark.parametrize("package", [tawthiq.report.count, tawthiq.report.publish], ids=["count", "publish"])
def test_counting_and_publishing_name_neither_tallies_nor_estimates(package: ModuleType) -> None:
    """But for one room, which makes a document of estimates alone and knows no figure."""
    folder = Path(str(package.__file__)).parent
    for path in folder.rglob("*.py"):
        names = {
            node.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)
        }
        barred = {"UnverifiedTally", "unverified_tally", "Estimate"}
        if path.name == "estimates.py":
            barred = {"UnverifiedTally", "Figure", "Table", "VerifiedActs", "make_table"}
        assert not names & barred, path
