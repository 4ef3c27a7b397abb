"""Who says it in English: a body with its seat, those who are the writer's own, people by what they did. Invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from unit.extract.told import read

DEED = "nine children were killed in Amra"


@pytest.mark.parametrize(
    ("speaker", "who"),
    [
        ("the police command in Darna", "police command in Darna"),
        ("the defence ministry in Karva", "defence ministry in Karva"),
        ("the ombudsman's office in Barta", "ombudsman's office in Barta"),
        ("the ministry in May", "ministry"),
        ("teachers in Darna", "teachers"),
        ("elders from three villages", "elders from three villages"),
        ("a farmer from Kalay township", "farmer from Kalay township"),
        ("our field teams", "our field teams"),
        ("my friend at the clinic", "my friend at the clinic"),
        ("her uncle", "uncle"),
        ("our report", "report"),
        ("two people who escaped", "two people who escaped"),
        ("a woman who fled", "woman"),
        ("a man identifying himself as the column's spokesman", "man identifying himself as the column's spokesman"),
        ("a shopkeeper who saw the raid", "shopkeeper who saw the raid"),
        ("a guard who let them pass", "guard who let them pass"),
        ("a doctor who examined them", "doctor who examined them"),
    ],
)
def test_who_speaks_is_named_alike_before_the_verb_and_behind_it(speaker: str, who: str) -> None:
    assert [
        read(f"According to {speaker}, {DEED}.")[0].speaker,
        read(f"{DEED.capitalize()}, said {speaker}.")[0].speaker,
    ] == [
        who,
        who,
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Front, the parish priest says, has recruited nine boys.", "parish priest"),
        ("Drivers who used the road, reached by phone, said soldiers killed two boys.", "Drivers who used the road"),
        ("The Front has recruited nine boys from the camp, says a former fighter.", "former fighter"),
        ("Nine children were killed in May, as counted by the parish priest.", "parish priest"),
    ],
)
def test_nobody_else_of_the_sentence_is_taken_for_who_speaks(text: str, who: str) -> None:
    assert [link.actor for link in read(text)[0].chain[1:]] == [who]


@pytest.mark.parametrize(
    "speaker",
    ["Education authorities", "Local authorities", "The interior ministry", "The neighbourhood committee", "Police"],
)
def test_who_keeps_no_side_is_heard_like_anybody(speaker: str) -> None:
    assert read(f"{speaker} said {DEED}.")[0].factuality is Factuality.ATTRIBUTED


@pytest.mark.parametrize(
    "speaker", ["The authorities", "The brigade's spokesman", "The group's Telegram channel", "The defence ministry"]
)
def test_who_is_of_a_side_claims(speaker: str) -> None:
    assert read(f"{speaker} said {DEED}.")[0].factuality is Factuality.CLAIMED_BY_PARTY


def test_what_the_task_force_verified_it_verified_in_the_next_sentence_too() -> None:
    text = "The country task force verified 741 grave violations. The recruitment of 207 children was verified."
    one = read(text)[-1]
    assert (one.speaker, one.factuality) == ("country task force", Factuality.VERIFIED_BY_SOURCE)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "A man claiming to speak for the Kesh Guard said nine pupils had been taken.",
            "man claiming to speak for the Kesh Guard",
        ),
        (
            "Two aid workers who were in the camp at the time told us that soldiers killed two boys.",
            "Two aid workers who were in the camp at the time",
        ),
        ("A video shared by activists appears to show nine dead children.", "activists"),
        ("Soldiers shot two girls, a doctor who examined them told the court.", "doctor who examined them"),
        ("Soldiers shot two girls, a person familiar with the case said.", "person familiar with the case"),
        ("Soldiers took everyone they found there, a nurse said.", "nurse"),
    ],
)
def test_what_tells_who_speaks_is_kept_whole(text: str, who: str) -> None:
    assert read(text)[0].speaker == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The mayor left. A nurse at the clinic treated four of them. She said soldiers had shot two girls.", "nurse"),
        ("The mother of one of the boys said soldiers killed him. She said he was 14.", "mother of one of the boys"),
        ("Rita Sanz said nine were taken. A girl was killed. She said soldiers had shot two boys.", "Rita Sanz"),
        ("The Kesh Front denied it. In a message on its channel it said the army had shot two boys.", "Kesh Front"),
    ],
)
def test_a_pronoun_is_whoever_was_brought_in_last_and_can_speak(text: str, who: str) -> None:
    assert read(text)[-1].speaker == who


def test_nobody_is_no_person_whom_she_means() -> None:
    assert read("Nobody has claimed it. She says soldiers killed two boys.")[-1].speaker == "unnamed"


@pytest.mark.parametrize(
    ("before", "said", "level"),
    [
        ("Amal Watch said gunmen took nine boys.", "The group also said", Factuality.ATTRIBUTED),
        ("Amal Watch said gunmen took nine boys.", "The organisation said", Factuality.ATTRIBUTED),
        ("Amal Watch said the Kesh Front took nine boys.", "The group said", Factuality.CLAIMED_BY_PARTY),
        ("The Kesh Front took nine boys.", "The group said", Factuality.CLAIMED_BY_PARTY),
    ],
)
def test_the_group_is_the_body_that_spoke_or_the_armed_one_that_was_named(
    before: str, said: str, level: Factuality
) -> None:
    assert read(f"{before} {said} soldiers had shot two girls.")[-1].factuality is level


def test_who_gives_another_figure_behind_a_joiner_speaks_for_himself() -> None:
    first, second = read("Nine girls were taken, police said, while parents put the figure at 12.")
    assert (first.speaker, second.speaker) == ("police", "parents")


def test_a_ministry_that_calls_the_claims_something_denies_them() -> None:
    (one,) = read("The defence ministry in Karva called the claim “shameless”.")
    assert (one.speaker, one.factuality) == ("defence ministry in Karva", Factuality.CLAIMED_BY_PARTY)
