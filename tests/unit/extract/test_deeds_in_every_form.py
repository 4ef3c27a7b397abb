"""Deeds that kill, wound, hit, occupy or block, in every form of the verb, and who only seems to do them."""

from __future__ import annotations

import pytest

from unit.extract.told import read


def told(text: str, language: str = "en") -> set[str]:
    """Every violation of a text."""
    return {ref.code for one in read(text, language) for ref in one.violations}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1/ Kesh Front burns down two kindergartens.", "attack_school"),
        ("1/ Kesh Front loots a girls' school.", "attack_school"),
        ("1/ Kesh Front blows up three classrooms.", "attack_school"),
        ("1/ Kesh Front threatens teachers with death.", "attack_school"),
        ("1/ Kesh Front storms a clinic.", "attack_hospital"),
        ("1/ Kesh Front fires on an ambulance.", "attack_hospital"),
        ("1/ Kesh Front steals two ambulances.", "attack_hospital"),
        ("1/ Kesh Front beats three nurses.", "attack_hospital"),
        ("1/ Kesh Front takes over a primary school.", "military_use"),
        ("1/ Kesh Front turns the lycée into a barracks.", "military_use"),
        ("1/ Kesh Front stations snipers on the roof of the hospital.", "military_use"),
        ("1/ Kesh Front holds up medical supplies for the town.", "denial_access"),
        ("1/ Kesh Front bars aid staff from the camp.", "denial_access"),
        ("The Kesh Front is accused of beating three nurses.", "attack_hospital"),
        ("The Kesh Front is accused of burning four children alive.", "killing"),
        ("The Kesh Front attacked Amra, massacring a family with six children.", "killing"),
        ("We saw the soldiers shoot a boy in the leg.", "maiming"),
        ("The report blames the Kesh Front for the theft of two ambulances.", "attack_hospital"),
        ("The United Nations verified the takeover of a primary school by the Kesh Front.", "military_use"),
        ("There have also been reports of the quartering of troops in the girls' school.", "military_use"),
        ("The closure of the road to relief convoys took place on Tuesday.", "denial_access"),
        ("Breaking: the lycée reportedly bombed by Kesh Front in Amra.", "attack_school"),
        ("Breaking: three nurses reportedly beaten by Kesh Front in Amra.", "attack_hospital"),
        ("Rebels fired mortars from the schoolyard.", "military_use"),
        ("Ammunition was stored in a kindergarten during the offensive.", "military_use"),
        ("The lycée now houses a battalion headquarters.", "military_use"),
        ("The army is still in two of the five schools.", "military_use"),
        ("Rebels shelled Doru. They were fired on by soldiers in the school.", "military_use"),
        ("Rebels looted a World Food Programme warehouse.", "denial_access"),
        ("For six weeks the army has barred our trucks from Merrin.", "denial_access"),
        ("Soldiers bombed the children's wing of Tolver General.", "attack_hospital"),
        ("A rebel attack began. A nurse who tried to stop them was beaten.", "attack_hospital"),
        ("Rebels shelled Doru. School no. 7 was destroyed.", "attack_school"),
        ("The strike killed six pupils, wounded 14 and destroyed the school's roof.", "maiming"),
        ("Two children were shot, one fatally, when soldiers opened fire.", "killing"),
        ("The United Nations verified 112 cases of killing and maiming.", "maiming"),
        ("Rebels hold the town. Health workers say they have been beaten and robbed.", "attack_hospital"),
        ("The clinic's ambulance was hijacked by rebels.", "attack_hospital"),
        ("Two of our drivers were shot by soldiers at the crossing.", "denial_access"),
        ("UN staff were refused entry to the area by the army.", "denial_access"),
        ("Soldiers prevented our doctors from reaching the wounded.", "denial_access"),
        ("The militia has taken over the technical institute.", "military_use"),
        ("Landmines killed four boys and left two others blind.", "maiming"),
        ("Since May mines have cost four children a limb.", "maiming"),
        ("A pupil was hit by a ricochet at the militia's checkpoint.", "maiming"),
        ("The militia is accused of shooting seven or more children.", "maiming"),
    ],
)
def test_a_deed_is_told_in_every_form_of_its_verb(text: str, code: str) -> None:
    assert code in told(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army fights rebels. Storms damaged the roofs of two schools.", "en"),
        ("The army fights rebels. Three schools were damaged by floods.", "en"),
        ("The army fights rebels. Heavy snow closed the road to relief convoys.", "en"),
        ("The army fights rebels. Families moved into the school after the flood.", "en"),
        ("The army fights rebels. The new director takes over the school in May.", "en"),
        ("The army fights rebels. Inflation hits hospitals and schools.", "en"),
        ("The army fights rebels. Nurses are on strike in three hospitals.", "en"),
        ("The army fights rebels. The teachers' strike closed schools for a week.", "en"),
        ("The army fights rebels. Six pupils were hurt when their bus overturned.", "en"),
        ("The army fights rebels. The camp holds about 800 women and children.", "en"),
        ("The army fights rebels. They burned wood to keep the babies alive.", "en"),
        ("The army fights rebels. Old shells were found in a school garden and removed.", "en"),
        ("The army fights rebels. Officials closed the meeting to aid workers.", "en"),
        ("The army fights rebels. Police were in the school to talk about road safety.", "en"),
        ("The army fights rebels. A soldier stood in front of the school.", "en"),
        ("The army fights rebels. Mine clearance teams removed 40 shells from the fields near the school.", "en"),
        ("The army fights rebels. Heavy rain cut the road to the camp, and aid could not get through.", "en"),
        ("Villagers fear the rebels will come back and burn the school.", "en"),
        ("L'armée combat les rebelles. Les pluies ont endommagé deux écoles.", "fr"),
        ("L'armée combat les rebelles. Deux écoles ont été détruites par les inondations.", "fr"),
        ("El Ejército combate a los rebeldes. Las lluvias dañaron dos escuelas.", "es"),
    ],
)
def test_what_storms_crashes_families_or_nurses_do_is_no_partys_deed(text: str, language: str) -> None:
    assert told(text, language) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A soldier hit a boy in the chest, and he died in hospital.", "attack_hospital"),
        ("Two boys hit by shrapnel were taken to hospital.", "attack_hospital"),
        ("The blast wounded nine traders, two of whom died in the clinic.", "attack_hospital"),
        ("The fighting in May left 17 children dead.", "recruitment_use"),
        ("Heavy fighting in Doru killed 12 children.", "recruitment_use"),
        ("My son is 12. Soldiers beat him with a rifle.", "recruitment_use"),
        ("Armed men looted our store and carried off 40 boxes of baby food.", "abduction"),
    ],
)
def test_what_stands_beside_a_deed_is_no_second_one(text: str, code: str) -> None:
    assert code not in told(text)


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("The boy was walking home from the river. He was shot in the leg by a soldier.", "en", "maiming"),
        ("Two girls were playing in the yard. They were killed by a shell.", "en", "killing"),
        ("My son is 12. Soldiers beat him with a rifle.", "en", "maiming"),
        ("The twins were asleep. A shell killed them both.", "en", "killing"),
        ("Soldiers stopped a boy of 14 at the roadblock. He was beaten with rifle butts.", "en", "maiming"),
        ("Deux filles jouaient dans la cour. Elles ont été blessées par un obus.", "fr", "maiming"),
    ],
)
def test_a_pronoun_stands_for_the_child_of_the_sentence_before(text: str, language: str, code: str) -> None:
    assert code in told(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "The rebel commander was 44. He was killed by a shell.",
        "A boy of ten told us about his father. He was killed in May by the army.",
        "A soldier met a boy at the roadblock. He was shot.",
        "The boy saw the soldiers. They were killed by a mine.",
        "The girl went to the well. Soldiers beat her brother.",
    ],
)
def test_a_pronoun_that_may_mean_somebody_grown_up_is_no_child(text: str) -> None:
    assert not told(text) & {"killing", "maiming"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The district had nine schools before the war. Seven have been hit.", "attack_school"),
        ("The army used eleven schools. Seven were vacated in June.", "military_use"),
        ("The team saw the kindergarten. According to rebels, it was hit on 4 July.", "attack_school"),
    ],
)
def test_a_bare_number_or_it_stands_for_the_schools_told_before(text: str, code: str) -> None:
    assert code in {ref.code for ref in read(text, "en")[-1].violations}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels met forty pupils of the school. Seven were hit on the way.",
        "Parents dug through the ruins with their hands.",
    ],
)
def test_a_bare_number_of_children_and_their_kin_tell_no_strike_on_a_school(text: str) -> None:
    assert "attack_school" not in told(f"The army and the Kesh Front are at war. {text}")


def test_an_attack_that_claimed_lives_says_nothing() -> None:
    (one,) = read("The attack claimed the lives of eight pupils.", "en")
    assert (one.factuality.value, one.speaker) == ("asserted", "document")


def test_whose_kin_they_are_tells_no_harm_again() -> None:
    told_of = read("The attack killed eight pupils. Parents dug through the ruins with their hands.", "en")
    assert not any(one.violations for one in told_of if "Parents" in one.quote)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor has called for three days of mourning.",
        "Rebels killed two of the four soldiers in an ambush.",
    ],
)
def test_days_and_soldiers_counted_behind_a_killing_tell_no_child_killed_again(text: str) -> None:
    found = read(f"Shells killed nine children in Doru on Tuesday. {text}", "en")
    assert not any(one.violations for one in found if one.quote in text)


def test_who_does_a_grown_ups_work_is_no_child_though_children_were_told_before() -> None:
    last = read("Shells killed nine children in Doru. On 9 May gunmen killed a midwife in Orsa.", "en")[-1]
    assert {ref.code for ref in last.violations} == {"attack_hospital"}


def test_the_month_of_a_date_is_no_part_of_a_partys_name() -> None:
    (one,) = read("On 9 May rebels killed a boy in Orsa.", "en")
    assert [party.name for party in one.parties] == ["rebels"]


def test_seven_deaths_are_no_age() -> None:
    (one,) = read("The report blames the army for the deaths of seven or more children.", "en")
    assert [item.quantity.kind.value for item in one.quantities] == ["count"]
