"""Published totals come out of `case import`, `figure build`, `release` on registers written as files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from registers import published
from registers.commands import Prompt, prompt
from tawthiq.terms.identity import Kind, make_id

IN_CHILDREN = "recruitment_use,killing_maiming,sexual_violence,abduction"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prompt]:
    """A home with the registers of F1, F4, F5; each came in whole."""
    with prompt(tmp_path_factory.mktemp("published")) as commands:
        for name in ("syria_2014", "afghanistan_2024", "afghanistan_2015_2018"):
            lines = list(getattr(published, name)())
            report = commands.bring(name, published.as_csv(lines), name)
            assert (report["in"], report["quarantined"]) == (len(lines), [])
        yield commands


def values(figure: Any, by: str) -> dict[str, int]:
    return {row[by]: row["value"] for row in figure["rows"] if row["row"] == "part"}


def test_f1_recruitment_and_use_in_syria(run: Prompt) -> None:
    by_party = run.figure("SY", "2014", "recruitment_use", "party")
    assert values(by_party, "party") == {"fsa": 142, "isil": 69, "nusra": 25, "ypg": 24, "unidentified": 18}
    assert values(run.figure("SY", "2014", "recruitment_use", "sex"), "sex") == {"m": 271, "f": 7}
    combat = run.figure("SY", "2014", "recruitment_use", "armed_or_combat")["rows"][1]
    told = ("value", "numerator", "denominator", "unknown", "percent", "late")
    assert [combat[name] for name in told] == [214, 214, 278, 20, 77, 0]
    young = run.figure("SY", "2014", "recruitment_use", "under_15", "--only", "party=isil")["rows"][1]
    assert [young[name] for name in told] == [17, 17, 69, 0, 25, 0]
    ages = run.figure("SYR", "2014", "recruitment_use", "age")
    assert values(ages, "age_band") == {"12_14": 17, "15_17": 231, "u": 30}
    assert set(values(run.figure("SY", "2014", "recruitment_use", "admin1"), "admin1")) == {"SY02", "SY11"}


def test_f4_violations_children_and_surplus_acts(run: Prompt) -> None:
    violations = run.figure("AF", "2024", "", "heading")
    assert (violations["value"], violations["unit"], violations["late"]) == (1647, "act", 244)
    assert values(violations, "heading") == {
        "recruitment_use": 11,
        "killing_maiming": 543,
        "sexual_violence": 6,
        "abduction": 2,
        "attack_school_hospital": 135,
        "denial_access": 950,
    }
    children = run.figure("AF", "2024", IN_CHILDREN, "sex")
    assert [children[name] for name in ("value", "n_acts", "surplus_acts")] == [559, 562, 3]
    assert values(children, "sex") == {"m": 434, "f": 125}


@pytest.mark.parametrize(
    ("violation", "value", "parties"),
    [
        ("killing_maiming", 543, {"taliban": 454, "unidentified": 50, "iskp": 22, "nrf_af": 10, "crossfire": 7}),
        ("attack_school_hospital", 135, {"taliban": 128, "iskp": 6, "unidentified": 1}),
        ("denial_access", 950, {"taliban": 941, "unidentified": 9}),
        ("military_use", 31, {"taliban": 31}),
    ],
)
def test_f4_parties_close_on_their_total(run: Prompt, violation: str, value: int, parties: dict[str, int]) -> None:
    figure = run.figure("AF", "2024", violation, "party")
    assert (figure["value"], values(figure, "party")) == (value, parties)


def test_f4_what_was_verified_after_the_year_is_told_beside_it(run: Prompt) -> None:
    figure = run.figure("AF", "2024", "killing")
    assert (figure["value"], figure["late"], figure["verified_after_period"]) == (180, 244, 5)
    assert any("5 happened in the period and were verified after it" in note for note in figure["notes"])
    assert run.figure("AF", "2025", "killing")["late"] == 5


def test_f4_becomes_a_release_with_its_sentences(run: Prompt) -> None:
    _release(run, "2023")
    built = _release(run, "2024", "--product", "country", "--product", "annex")
    place = run.home / "releases" / built
    page = (place / "index.html").read_text(encoding="utf-8")
    assert "1,647 grave violations against 559 children (434 boys, 125 girls) in Afghanistan were verified by" in page
    assert "244 grave violations that happened before 2024 were verified in it" in page
    assert "31 incidents of military use of schools and hospitals were verified" in page
    said = json.loads((place / "release.en.json").read_text(encoding="utf-8"))
    [annex] = [one for one in said["tables"] if "Party, Violation" in one["title"]]
    laid = {(row["party"], row["heading"]): row["value"] for row in annex["rows"] if row["row"] == "part"}
    assert (laid["taliban", "denial_access"], laid["taliban", "killing_maiming"]) == (941, 454)
    [trend] = [one for one in said["beside"] if one["kind"] == "trend"]
    assert [(row["period"], row["published"]) for row in trend["rows"][:2]] == [("2023", 0), ("2024", 1647 + 244)]
    assert run.run("release", "verify", built)["ok"]


def _release(run: Prompt, period: str, *more: str, situation: str = "AF") -> str:
    asked = ("--situation", situation, "--period", period, "--language", "en", *more)
    proposed = run.run("release", "propose", *asked, by=_account(run, f"proposer-{situation}-{period}", "verifier"))
    override = ("--override", "published totals of an invented register")
    built = run.run(
        "release",
        "build",
        proposed["proposal"],
        *override,
        by=_account(run, f"builder-{situation}-{period}", "publisher"),
    )
    return str(built["release"])


def test_f4_what_is_not_verified_is_a_tally_of_its_own(run: Prompt) -> None:
    told = run.run("figure", "unverified", "--situation", "AF", "--period", "2024")
    assert told["kind"] == "unverified_tally"
    assert [(row["violation"], row["status"], row["reported"]) for row in told["rows"]] == [
        ("maiming", "pending", 40),
        ("maiming", "not_verifiable", 9),
    ]


def _account(run: Prompt, name: str, role: str) -> str:
    run.run("account", "add", name, "--role", role)
    return name


def test_f5_parts_close_on_the_total_over_four_years(run: Prompt) -> None:
    figure = run.figure("AF", "2015-01-01/2018-12-31", "", "violation")
    assert figure["value"] == 14202
    assert values(figure, "violation") == {
        "killing": 3450,
        "maiming": 9149,
        "recruitment_use": 274,
        "sexual_violence": 17,
        "abduction": 231,
        "attack_school": 832,
        "denial_access": 249,
    }


@pytest.fixture(scope="module")
def world(run: Prompt) -> dict[str, str]:
    """F6 and F7 as registers and releases: year -> its release."""
    built = {}
    for year in ("2022", "2023"):
        report = run.bring(f"world_{year}", published.as_csv(getattr(published, f"world_{year}")()), "world")
        assert (report["in"], report["quarantined"]) == (106, [])
        pair = [make_id(Kind.ACT, ["register", "world", "act", f"W{year}-{one}"]) for one in "RB"]
        run.run("incident", "overlap", *pair, "--kind", "same_group")
        built[year] = _release(run, year, situation="WORLD")
    return built


@pytest.mark.parametrize(
    ("year", "numbers", "sexes"),
    [
        ("2022", (24300, 2880, 18890, 8631), {"m": 13469, "f": 4638, "u": 783}),
        ("2023", (30705, 2285, 22557, 11649), {"m": 15405, "f": 6252, "u": 900}),
    ],
)
def test_f6_and_f7_close_by_bucket_and_sex(
    run: Prompt, world: dict[str, str], year: str, numbers: tuple[int, ...], sexes: dict[str, int]
) -> None:
    everything, children = run.figure("WORLD", year), run.figure("WORLD", year, IN_CHILDREN, "sex")
    harmed = run.figure("WORLD", year, "killing_maiming")["value"]
    assert (everything["value"], everything["late"], children["value"], harmed) == numbers
    assert values(children, "sex") == sexes
    assert children["n_acts"] + 100 == everything["value"]


def test_f7_says_how_it_changed_on_f6_as_published_and_as_restated(run: Prompt, world: dict[str, str]) -> None:
    said = json.loads((run.home / "releases" / world["2023"] / "release.en.json").read_text(encoding="utf-8"))
    [trend] = [one for one in said["beside"] if one["kind"] == "trend"]
    changes = {one["violation"]: (one["on_published"], one["on_restated"]) for one in trend["rows"][1::2]}
    assert [row["published"] for row in trend["rows"][:2]] == [24300 + 2880, 30705 + 2285]
    assert changes["Grave violations"] == ("+21 %", "+21 %")
    assert changes["Killing and maiming"] == ("+35 %", "+35 %")


def test_a_figure_of_everywhere_tells_situations_apart(run: Prompt) -> None:
    figure = run.figure("WORLD", "2014/2018", "recruitment_use", "situation")
    assert (figure["value"], values(figure, "situation")) == (552, {"SY": 278, "AF": 274})
