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
