"""Parties as reports name them: sorts of armed men with what tells of which sort, rows of them, and who is none; all
texts invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read


def names_of(text: str) -> list[str]:
    """Every party of an English text, statement after statement."""
    return [party.name for one in read(text) for party in one.parties]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Armed separatists abducted nine pupils.", ["Armed separatists"]),
        ("Secessionists held 12 schoolchildren as hostages.", ["Secessionists"]),
        ("Armed opposition movements conscripted child soldiers.", ["Armed opposition movements"]),
        ("Criminal and terrorist groups abducted 14 girls.", ["Criminal and terrorist groups"]),
        ("State security forces and local militias killed six boys.", ["State security forces", "local militias"]),
        ("Suspected violent extremists kidnapped 40 girls.", ["violent extremists"]),
        ("On Tuesday armed nonstate elements attacked a clinic in Orda.", ["armed nonstate elements"]),
        ("Children were recruited by Omeri and Karoumian armed groups.", ["Omeri and Karoumian armed groups"]),
        ("National and local police detained nine boys.", ["National and local police"]),
        ("The use of children by armed forces and groups went on.", ["armed forces and groups"]),
        ("Intelligence officers beat two boys.", ["Intelligence officers"]),
    ],
)
def test_a_sort_of_armed_men_is_named_with_what_tells_of_which_sort(text: str, names: list[str]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("There were reports the rebels and government troops used boys.", ["rebels", "government troops"]),
        ("Residents said the rebels and soldiers looted two schools.", ["rebels", "soldiers"]),
        ("Rebels said the army killed six boys and police detained ten.", ["army", "police"]),
        ("Regime and proregime forces shelled two schools.", ["Regime", "proregime forces"]),
        ("The regime and its Omerian allies killed 63 children.", ["regime", "Omerian allies"]),
        (
            "Governmental armed forces, police, or other security forces recruited children.",
            ["Governmental armed forces", "police", "security forces"],
        ),
    ],
)
def test_each_of_those_joined_did_it(text: str, names: list[str]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Village guards used children in operations against the Kori Guard and other armed groups.",
            ["Village guards"],
        ),
        ("In operations against the Kesh Front the army recruited children.", ["army"]),
        ("The army used boys in its fight against the Kesh Front and the Lasa Brigade.", ["army"]),
        ("Boys were used to carry water and to gather intelligence.", []),
        ("The Child Protection Unit (CPU) used a register to detect recruitment of children.", []),
        ("Gunmen killed three pupils in Fako Division.", ["Gunmen"]),
        ("In Manyu Division, rebels abducted nine pupils.", ["rebels"]),
        ("Soldiers of the 14th Division killed four boys.", ["14th Division"]),
        ("Some groups, known as vigilance committees, recruited children.", ["vigilance committees"]),
    ],
)
def test_whom_one_fights_a_land_a_ministrys_unit_did_not_do_it(text: str, names: list[str]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In Kesh, Paul Ndoba's armed group recruited 30 children.", ["Paul Ndoba's armed group"]),
        (
            "Paul Ndoba's militia recruited 30 children. Ndoba's forces attacked two schools.",
            ["Paul Ndoba's militia", "Ndoba's forces"],
        ),
        ("Many boys remained in the ranks of Omeri and foreign armed groups.", ["Omeri and foreign armed groups"]),
    ],
)
def test_a_group_goes_by_its_leader_or_by_its_land(text: str, names: list[str]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Armed Islamist groups allied with the Kesh Front or the Lasa League burned schools.",
            ["Armed Islamist groups"],
        ),
        ("Fighters allied with the Kesh Front killed nine children.", ["Kesh Front"]),
        ("A drone strike on a regime military academy killed 20 people, including children.", []),
        ("Regime jets killed nine children.", ["Regime jets"]),
    ],
)
def test_a_groups_ally_and_whose_academy_was_hit_did_not_do_it(text: str, names: list[str]) -> None:
    assert names_of(text) == names
