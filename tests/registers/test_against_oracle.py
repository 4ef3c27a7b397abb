"""Figures of registers that nobody has seen are those of a slow count over their rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest

from registers import oracle
from registers.commands import Prompt, prompt
from registers.published import Line, as_csv
from registers.random_register import register

SEEDS = range(2)
PERIODS = {
    "2014": (date(2014, 1, 1), date(2014, 12, 31)),
    "2014-Q1": (date(2014, 1, 1), date(2014, 3, 31)),
    "2014-Q2": (date(2014, 4, 1), date(2014, 6, 30)),
    "2014-H1": (date(2014, 1, 1), date(2014, 6, 30)),
    "2015": (date(2015, 1, 1), date(2015, 12, 31)),
    "2013-06-01/2014-03-31": (date(2013, 6, 1), date(2014, 3, 31)),
}
WAYS = ("party", "sex", "age", "under_15", "armed_or_combat", "violation", "heading", "admin1", "month", "role",
        "attribution", "recruited_or_used", "armed", "weapon", "facility", "form", "denial_method",
        "attack_on")  # fmt: skip
KINDS = {
    "recruitment_use": ("recruitment_use",),
    "killing_maiming": ("killing", "maiming"),
    "recruitment_use,killing_maiming,sexual_violence,abduction": oracle.IN_CHILDREN[:5],
    "attack_school_hospital": ("attack_school", "attack_hospital"),
    "deprivation_liberty": ("deprivation_liberty",),
    "military_use": ("military_use",),
    "": oracle.GRAVE,
}


@pytest.fixture(scope="module", params=SEEDS)
def known(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Prompt, Any]]:
    """A home with one register, its rows, its seed."""
    lines, columns = register(request.param, 150)
    with prompt(tmp_path_factory.mktemp("random")) as run:
        report = run.bring("random", as_csv(lines, columns))
        assert (report["in"], report["quarantined"]) == (len(lines), [])
        yield run, (lines, request.param)


def test_every_number_of_a_figure_is_the_one_that_a_slow_count_gives(known: tuple[Prompt, Any]) -> None:
    run, (lines, seed) = known
    rng = Random(seed)
    for violation, codes in KINDS.items():
        for straddle in rng.sample(("start", "overlap", "release"), 2):
            period = rng.choice(list(PERIODS))
            by = rng.sample(WAYS, rng.choice((0, 1, 1, 2, 3)))
            situation = rng.choice(("SY", "SY", "IQ", "WORLD"))
            figure = run.figure(situation, period, violation, ",".join(by), "--straddle", straddle)
            ask = oracle.Question(situation, *PERIODS[period], codes, tuple(by), figure["unit"], straddle)
            assert told(figure, by) == oracle.count(lines, ask), ask


def test_the_same_register_again_changes_no_figure(known: tuple[Prompt, Any]) -> None:
    run, (lines, _) = known
    before = run.figure("SY", "2014", "", "party,sex")
    shuffled: list[Line] = list(lines)
    Random(1).shuffle(shuffled)
    run.bring("again", as_csv(shuffled, list({name: None for line in lines for name in line})))
    after = run.figure("SY", "2014", "", "party,sex")
    assert [before[name] for name in ("rows", "value", "late")] == [after[name] for name in ("rows", "value", "late")]


def told(figure: Any, by: list[str]) -> dict[str, object]:
    """The document in the oracle's words; shares are held to their parts on the way."""
    names = ["age_band" if name == "age" else name for name in by]
    parts = [row for row in figure["rows"] if row["row"] == "part"]
    for row in parts:
        assert not figure["value"] or (row["denominator"], row["numerator"]) == (figure["value"], row["value"])
    adding = sum(row["value"] for row in parts)
    assert not by or adding - figure["rows_exceed_total_by"] == figure["value"]
    return {
        "value": figure["value"],
        "late": figure["late"],
        "undated": figure["undated"],
        "after": figure["verified_after_period"],
        "n_acts": figure["n_acts"],
        "n_ids": figure["ids"],
        "rows": {tuple(row[name] for name in names): _numbers(row) for row in parts},
    }


def _numbers(row: Any) -> tuple[int, ...]:
    return tuple(row[name] for name in ("value", "late", "n_acts", "unknown"))
