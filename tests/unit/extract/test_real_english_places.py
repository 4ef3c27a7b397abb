"""Places as reports name them: with the side of a land that is meant, in rows in front of one noun, and what is none;
all texts invented."""

from __future__ import annotations

import pytest

from unit.extract.told import places_of


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shells killed nine children in western rural Amra Governorate.", ["western rural Amra Governorate"]),
        ("Shells killed nine children in northern Idlib Governorate.", ["northern Idlib Governorate"]),
        ("Rebels killed two pupils in the Northwest.", ["Northwest"]),
        ("Rebels burned nine schools in the Northwest and Southwest.", ["Northwest", "Southwest"]),
        ("Relief supplies were blocked in the southern and central regions.", ["southern and central regions"]),
    ],
)
def test_the_side_of_a_land_is_a_part_of_its_name(text: str, places: list[str]) -> None:
    assert places_of(text, "en") == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rebels in the Upland and Lowland Regions recruited children.", ["Upland", "Lowland Regions"]),
        (
            "Gunmen killed six children in Northern, Green River, and Kesh provinces.",
            ["Northern", "Green River", "Kesh"],
        ),
        ("Girls were abducted in Gumre, Tavo State, by gunmen.", ["Gumre", "Tavo State"]),
        ("Gunmen killed three pupils in Fako Division.", ["Fako Division"]),
        ("The army recruited children in the Goz Amra refugee camp.", ["Goz Amra refugee camp"]),
        ("A shell killed two boys in the al-Zahra district of Kesh.", ["al-Zahra", "Kesh"]),
    ],
)
def test_each_name_of_a_row_and_what_it_lies_in_is_a_place(text: str, places: list[str]) -> None:
    assert places_of(text, "en") == places


@pytest.mark.parametrize(
    "text",
    [
        "An airstrike hit an IDP camp, killing two infants.",
        "The girl was held by the Kesh Front as she would not turn from Christianity.",
        "Children were recruited, the Department of State says.",
        "A strike on the Omerian border killed two children.",
        "After the shelling the children were taken out of Najar hospital.",
    ],
)
def test_letters_a_faith_an_office_an_adjective_a_hospital_are_no_places(text: str) -> None:
    assert places_of(text, "en") == []


def test_a_town_does_not_hide_the_land_it_lies_in() -> None:
    assert places_of("Schoolgirls were abducted in Dapchi, Yobe State, by gunmen.", "en") == ["Dapchi", "Yobe State"]
