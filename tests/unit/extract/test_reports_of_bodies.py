"""Sentences as reports of bodies word them: what is one claim, who is blamed, how old they were; all invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.statement import StatementKind
from tawthiq.terms.quantity import QuantityKind
from unit.extract.told import read


def _parties(text: str, language: str = "en") -> list[str]:
    return [party.name for one in read(text, language) for party in one.parties]


def _ages(text: str) -> list[tuple[str, int]]:
    told = [item.quantity for one in read(text, "en") for item in one.quantities]
    return [(item.comparator.value, int(item.low or 0)) for item in told if item.kind is QuantityKind.AGE]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("In 13 cases the alleged perpetrators had yet to be identified.", 1),
        ("Of the children recruited, 51 were used in combat roles.", 1),
        ("The Panel visited the health post, in which a midwife and two newborns were killed.", 1),
        ("Twelve girls were taken. If this is true, it would indicate that girls are used as wives.", 2),
        ("Men believed to be associated with the Kassar Front abducted two boys.", 1),
    ],
)
def test_what_hangs_together_is_one_claim(text: str, quotes: int) -> None:
    assert len(read(text, "en")) == quotes


def test_of_what_somebody_is_accused_is_not_who_is_accused() -> None:
    text = "Combatants of the Kassar Front killed two minors, whom they accused of collaborating with the army."
    assert _parties(text) == ["Kassar Front"]


@pytest.mark.parametrize("text", ["Half of the fighters are under 18.", "Most of the fighters are under 18."])
def test_fighters_of_whom_a_share_is_told_did_not_do_it(text: str) -> None:
    (one,) = read(text, "en")
    assert (one.parties, [violation.code for violation in one.violations]) == ((), ["recruitment_use"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fourteen schools are closed, three of which are occupied by soldiers."),
        ("en", "There are 30 schools in the district, 14 of which are occupied by soldiers."),
        ("fr", "Il y a 30 écoles, dont 14 sont occupées par des soldats."),
        ("es", "Hay 30 escuelas, 14 de las cuales están ocupadas por soldados."),
    ],
)
def test_some_of_the_schools_counted_are_occupied(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert [violation.code for violation in one.violations] == ["military_use"]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("A mother said that her sons, 15 and 17, were taken by soldiers.", [("=", 15), ("=", 17)]),
        ("One boy, now 16, said that soldiers beat him.", [("=", 16)]),
        ("The 17 boys were recruited before the age of 15.", [("<", 15)]),
        ("Soldiers recruited boys, all between 13 and 16.", [("range", 13)]),
        ("Of the boys, 15 were killed.", []),
        ("Her children, 4 in number, were killed.", []),
    ],
)
def test_ages_beside_those_who_have_them(text: str, ages: list[tuple[str, int]]) -> None:
    assert _ages(text) == ages


@pytest.mark.parametrize(
    "text",
    ["The Section has not yet been able to visit the site.", "The Panel has yet to establish whether he was present."],
)
def test_what_a_body_could_not_do_yet_is_a_limit(text: str) -> None:
    told = read(f"Soldiers killed two boys. {text}", "en")
    assert told[-1].kind is StatementKind.LIMITATION


def test_a_visit_to_a_prison_is_no_detention() -> None:
    told = read("The Section visited nine places of detention in May.", "en")
    assert [violation.code for one in told for violation in one.violations] == []


def test_boys_reported_missing_report_nothing() -> None:
    told = read("More boys were reported missing after raids on fishing villages.", "en")
    assert [(one.chain[-1].actor, one.factuality.value) for one in told] == [("unnamed", "reported")]


@pytest.mark.parametrize(
    ("text", "who", "level"),
    [
        ("Local media reported in March 2021 that 15 pupils had been taken by rebels.", "Local media", "attributed"),
        ("A newspaper reported in May that 15 pupils had been taken by rebels.", "newspaper", "attributed"),
        ("HRMM has received information about the abduction of 22 children.", "HRMM", "reported"),
        ("According to her, thirty men drove off with nine pupils.", "unnamed", "attributed"),
        (
            "Local officials said that the Guard's leaders dismissed three men who beat boys.",
            "Local officials",
            "attributed",
        ),
    ],
)
def test_who_told_it_is_found_past_the_day_it_was_told(text: str, who: str, level: str) -> None:
    one = read(text, "en")[0]
    assert (one.chain[-1].actor, one.factuality.value) == (who, level)


def test_at_whom_a_strike_was_aimed_did_not_fly_it() -> None:
    assert _parties("An airstrike targeting a Kassar Front commander hit a wedding, killing eight children.") == []


def test_sources_that_differ_leave_what_they_tell_open() -> None:
    told = read("Sources differ as to the extent to which armed groups in Kesh recruit minors.", "en")
    assert [one.factuality.value for one in told] == ["uncorroborated"]


def test_which_side_did_it_takes_nothing_from_what_was_done() -> None:
    told = read("A drone killed a boy of 14; the Office could not establish which side had launched it.", "en")
    assert told[0].factuality.value == "asserted"


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Children were recruited by the Kivara Front and, to a lesser extent, the Lake Army.",
            ["Kivara Front", "Lake Army"],
        ),
        ("I am alarmed by the abduction of 40 children and call upon the Kassar Front to engage.", []),
        ("The Network called on the Kassar Front to free the nine girls it abducted.", ["Kassar Front"]),
    ],
)
def test_who_is_called_upon_is_not_blamed_and_who_did_less_is(text: str, parties: list[str]) -> None:
    assert _parties(text) == parties


@pytest.mark.parametrize("text", ["Forty-six have returned.", "Twelve managed to flee within a week."])
def test_those_who_came_back_are_counted_and_no_longer_taken(text: str) -> None:
    told = read(f"Soldiers took 58 girls from a school. {text}", "en")[-1]
    counts = [item.quantity.low for item in told.quantities if item.quantity.kind is QuantityKind.COUNT]
    assert (len(counts), told.violations, told.kind) == (1, (), StatementKind.CONTEXT)


def test_suspects_who_were_arrested_suspect_nobody() -> None:
    told = read("Gunmen took nine girls. Two suspects who were arrested in May were released.", "en")[-1]
    assert (len(told.chain), told.factuality.value) == (1, "asserted")
