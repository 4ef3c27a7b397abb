"""What the sentence right behind a deed tells: the same children, the same men, or another matter; all invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.statement import Statement
from unit.extract.told import parties_of, read, violations_of

TAKEN = "Fighters of the Kesh Front abducted 24 pupils in Amra on 14 October. "
HELD = "The National Security Bureau is holding 24 children in a prison in Amra. "
RECRUITED = "The Kesh Front recruited 24 children in Amra. "
KILLED = "Soldiers of the Harkan Army killed six children in Amra. "
BURNED = "Fighters of the Kesh Front burned down a school in Amra. "
LODGED = "The Dar Salam Brigade has been using a school in Amra as a barracks. "
BARRED = "The Kesh Front turned back six aid trucks on the road to Amra. "


def last(text: str, language: str = "en") -> Statement | None:
    """The statement of the last sentence; None where it tells nothing."""
    told = read(text, language)
    return told[-1] if len(told) > 1 else None


def told_last(text: str) -> tuple[set[str], list[tuple[str, str]]]:
    """Violations and parties of the last sentence."""
    one = last(text)
    return (violations_of(one), parties_of(one)) if one is not None else (set(), [])


@pytest.mark.parametrize(
    ("before", "sentence", "code"),
    [
        (TAKEN, "They were taken to a camp near the border.", "abduction"),
        (TAKEN, "Nine had still not been released by the end of the month.", "abduction"),
        (TAKEN, "The others are believed to be in a camp in the hills.", "abduction"),
        (TAKEN, "Most were taken on their way to school.", "abduction"),
        (TAKEN, "“They tied our hands and made us walk all night,” said one who got away.", "abduction"),
        (HELD, "Seventeen were still being held at the end of May.", "deprivation_liberty"),
        (HELD, "None has been charged.", "deprivation_liberty"),
        (HELD, "None of them has seen a lawyer.", "deprivation_liberty"),
        (HELD, "At night they are chained.", "deprivation_liberty"),
        (RECRUITED, "They man checkpoints and carry ammunition.", "recruitment_use"),
        (RECRUITED, "Some were promised money and phones.", "recruitment_use"),
        (RECRUITED, "Families that refused had to pay a fine.", "recruitment_use"),
        (KILLED, "Three were shot as they tried to run away.", "killing"),
    ],
)
def test_what_is_told_of_them_is_the_deed_of_the_sentence_before(before: str, sentence: str, code: str) -> None:
    codes, parties = told_last(before + sentence)
    assert codes == {code}
    assert [basis for _, basis in parties] == ["implied"]


def test_recruiters_who_go_about_recruit() -> None:
    assert told_last(RECRUITED + "Recruiters went from house to house.")[0] == {"recruitment_use"}


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        (TAKEN, "They were taken to hospital by their families."),
        (TAKEN, "They were taken home by the Red Cross."),
        (TAKEN, "The rest are in a camp for displaced people."),
        (TAKEN, "Their parents gathered outside the governor's office."),
        (TAKEN, "Parents have sold cattle and land."),
        (TAKEN, "Nine were released in May."),
        (TAKEN, "They were armed with rifles."),
        (KILLED, "The names of the victims were read out in church."),
        (KILLED, "Two were charged with murder."),
        (KILLED, "The court will hear the case in May."),
        (KILLED, "The army said it was investigating."),
        (KILLED, "One girl dreams of becoming a nurse."),
        (KILLED, "He is the father of five."),
        (BURNED, "Nobody was hurt."),
        (BURNED, "The ministry says 2,300 children have lost their classes."),
        (BARRED, "Some 3,000 families live there."),
        (RECRUITED, "Two of its commanders face sanctions."),
        (RECRUITED, "Most parents were offered land in the south."),
        (RECRUITED, "Some were paid compensation by the government."),
        (TAKEN, "Two boys were hurt in a car accident."),
        (TAKEN, "Most of the villagers have left."),
        (LODGED, "Pupils moved in on Monday."),
        (BARRED, "No one was allowed to leave the town."),
    ],
)
def test_other_matters_behind_a_deed_carry_nothing_on(before: str, sentence: str) -> None:
    assert told_last(before + sentence)[0] == set()


@pytest.mark.parametrize(
    ("before", "sentence", "code", "party"),
    [
        (TAKEN, "A boy who tried to run was shot dead.", "killing", "Kesh Front"),
        (TAKEN, "One of the girls was raped in captivity.", "sexual_violence", "Kesh Front"),
        (TAKEN, "Some of the boys were later given weapons.", "recruitment_use", "Kesh Front"),
        (KILLED, "The village clinic was destroyed.", "attack_hospital", "Harkan Army"),
        (BURNED, "Two classrooms were destroyed.", "attack_school", "Kesh Front"),
        (BURNED, "A clinic was looted the same night.", "attack_hospital", "Kesh Front"),
        (BARRED, "A second convoy was turned back on 20 October.", "denial_access", "Kesh Front"),
        (BARRED, "Nothing has been let through since.", "denial_access", "Kesh Front"),
        (LODGED, "Fighters sleep in the classrooms.", "military_use", "Dar Salam Brigade"),
    ],
)
def test_what_else_was_done_there_was_done_by_the_same(before: str, sentence: str, code: str, party: str) -> None:
    assert told_last(before + sentence) == ({code}, [(party, "implied")])


@pytest.mark.parametrize(
    "sentence",
    [
        "Two girls were killed in Boma.",
        "Two girls were killed by a landmine.",
        "On 3 December, two girls were killed.",
        "Two girls were killed in fighting between rival gangs.",
    ],
)
def test_a_deed_with_a_place_a_day_a_doer_of_its_own_is_not_theirs(sentence: str) -> None:
    assert ("Kesh Front", "implied") not in told_last(TAKEN + sentence)[1]


@pytest.mark.parametrize(
    "sentence",
    [
        "A week later, they killed two boys in Boma.",
        "In December, it took nine boys from Boma.",
        "The same force took nine boys from Boma.",
        "The gunmen also shot a boy in the leg.",
    ],
)
def test_they_it_and_the_same_force_are_who_did_it(sentence: str) -> None:
    assert [name for name, _ in told_last(RECRUITED + sentence)[1]] == ["Kesh Front"]


def test_helpers_are_not_who_did_what_they_heal() -> None:
    text = (
        "The Kesh Front raided Amra and took six girls. UNICEF has a centre there. It helped girls who had been raped."
    )
    assert all(name != "UNICEF" for one in read(text) for name, _ in parties_of(one))


@pytest.mark.parametrize(
    ("before", "sentence", "party"),
    [
        (TAKEN, "Its commander, Colonel Adal Hamo, denied the allegations.", "Kesh Front"),
        (BURNED, "Its spokesman rejected the accusations as propaganda.", "Kesh Front"),
        (HELD, "The Bureau denied it.", "National Security Bureau"),
        (KILLED, "The Army said the dead were terrorists.", "Harkan Army"),
        (KILLED, "The Army said it had targeted enemy fighters.", "Harkan Army"),
        (LODGED, "The Brigade says it needs the building for a few more weeks.", "Dar Salam Brigade"),
    ],
)
def test_a_denial_or_an_excuse_is_of_the_party_that_did_it(before: str, sentence: str, party: str) -> None:
    codes, parties = told_last(before + sentence)
    assert codes
    assert [name for name, _ in parties] == [party]


def test_a_ministry_that_rejects_it_did_not_do_it_by_that() -> None:
    one = last(RECRUITED + "A defence ministry spokesman rejected the allegations.")
    assert one is not None
    assert parties_of(one) == []


def test_boys_who_serve_with_an_army_are_used_by_it() -> None:
    one = read("Boys as young as 13 are serving with the Harkan National Army in Tolo.")[0]
    assert (violations_of(one), parties_of(one)) == ({"recruitment_use"}, [("Harkan National Army", "stated")])


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("The Dar Salam Brigade took over the girls' school in Tolo.", {"military_use"}),
        ("The Dar Salam Brigade took over the school and took the girls.", {"military_use", "abduction"}),
        ("The Harkan army has held 24 boys in a camp in Tolo since May.", {"deprivation_liberty"}),
        ("The Harkan army has held talks with 24 families of boys.", set()),
    ],
)
def test_what_is_taken_and_what_is_held(sentence: str, codes: set[str]) -> None:
    assert {code for one in read(sentence) for code in violations_of(one)} == codes


def test_who_says_nothing_about_a_deed_tells_nothing_of_it() -> None:
    assert told_last(TAKEN + "The Front has said nothing.")[0] == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "The Justice Party said that the Harkan Army would hold elections in May.",
        "The United Nations said that Kesh Front and Harkan Army delegates would meet in Amra.",
        "Analysts say the Harkan Army has lost ground around Kesh.",
    ],
)
def test_what_somebody_says_of_a_party_is_no_deed_because_one_was_told_before(sentence: str) -> None:
    assert told_last(TAKEN + sentence)[0] == set()
