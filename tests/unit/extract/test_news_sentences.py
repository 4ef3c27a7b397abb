"""Sentences as newspapers and agencies write them: who speaks, who did it, what is none; every text is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import page_of, read, said

PEACE = (
    "The club will strike a deal for the striker this week, its chairman said. The boys trained at the school early. "
    "The hospital in Doru was hit by a strike of nurses over pay, and children had to wait for their treatment. "
    "A girl of nine died after a long wait in the corridor, her mother told the radio. The council blocked the plan "
    "for a new clinic, and teachers joined the march on Saturday. The team fought for every ball in the second half, "
    "and two boys were beaten in the final. "
)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ten girls were killed, the U.N. children's agency said on Monday.", "U.N. children's agency"),
        ("The director of the Kesh Children's Fund (KCF), said ten girls were killed.", "director of the Kesh"),
        ("Peter Kamb, the Fund's envoy to Kesh told the radio that ten girls were killed.", "Peter Kamb"),
        ("Ten girls were killed in Doru, concludes the second report of the Lake Mission.", "Lake Mission"),
        ("Save the Coast said that ten girls were killed.", "Save the Coast"),
        ("Gunmen took ten girls from a bus, a state official and residents said.", "state official and residents"),
        ("The task force on monitoring and reporting documented 10 killings of girls.", "task force on monitoring"),
    ],
)
def test_who_speaks_is_found_as_newspapers_name_him(text: str, who: str) -> None:
    assert said(text, "en", "girls").speaker.startswith(who)
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The groups listed in the annex have killed ten girls.",
        "Ten girls were killed in facilities recorded since 2019.",
        "The strike was the third, putting girls and supplies at grave risk.",
    ],
)
def test_a_participle_behind_a_thing_says_nothing(text: str) -> None:
    assert all(one.speaker == "document" for one in read(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("During operations against the Kesh Front, 40 children were held in prison by the army.", ["army"]),
        ("Nine boys were killed in Doru, which is controlled by the Kesh Front.", []),
        ("Five girls were wounded in army-held areas.", []),
        ("A bomb at the police station killed two boys.", []),
        ("Activists accused the paramilitary group the Kesh Guards of killing nine boys.", ["Kesh Guards"]),
        (
            "The army and allied militias were responsible for 334 child casualties (98 killed), followed by "
            "the Kesh Front (47 killed) and the Dawn Brigade (7 killed).",
            ["army", "militias", "Kesh Front", "Dawn Brigade"],
        ),
        (
            "The recruitment of boys was attributed to the Ridge Units (RU/WU) (283), the Free Column (formerly the "
            "Old Column) (191) and unidentified armed groups (11).",
            ["Ridge Units", "Free Column", "unidentified armed groups"],
        ),
    ],
)  # fmt: skip
def test_who_holds_the_ground_or_is_fought_did_not_do_it(text: str, names: list[str]) -> None:
    assert [party.name for one in read(text) for party in one.parties] == names


def test_words_that_only_say_who_speaks_are_no_claim() -> None:
    text = '"Armed men stormed the school and took ten girls," according to the Doru Police Command.'
    assert [one.quote for one in read(text)] == ["Armed men stormed the school and took ten girls"]


def test_where_people_flee_to_is_no_limit_of_what_is_known() -> None:
    text = "Ten girls were abducted in Doru. Their mothers were left uncertain where to seek shelter."
    assert StatementKind.LIMITATION not in {one.kind for one in read(text)}


def test_grave_violations_are_counted_as_violations() -> None:
    text = "The Mission verified 2,107 grave violations against children."
    assert [item.quantity.unit for one in read(text) for item in one.quantities] == ["violation"]


def test_a_death_of_illness_is_no_killing() -> None:
    assert all(not one.violations for one in read("Three infants died of measles in the camp."))


def test_a_text_of_peace_tells_no_violation() -> None:
    page = page_of(PEACE * 2)
    assert not page.tells_of_conflict
    assert [ref.code for one in read(PEACE * 2) for ref in one.violations] == []
    assert page_of(
        PEACE * 2 + "The army shelled Doru; rebels and militia fired rockets at the front."
    ).tells_of_conflict


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A new report from the Lake Mission reveals that ten girls were killed.", "Lake Mission"),
        ("Initial reports indicated that ten girls were killed, said the Fund's director, Anna Tell.", "Anna Tell"),
        ("Some of the nurses told a radio that ten girls were killed.", "nurses"),
        ("Ten girls were killed before peace talks, an official said.", "official"),
        ("He saw 18 former recruits who described the killing of ten girls.", "recruits"),
        ("Ten girls were killed on Thursday, the Blue Cross and Lake Mission said.", "Blue Cross and Lake Mission"),
    ],
)
def test_nouns_that_look_like_verbs_say_nothing(text: str, who: str) -> None:
    assert said(text, "en", "girls").speaker == who


def test_short_words_between_marks_go_on_with_their_sentence() -> None:
    text = "Gunmen told a mother of ten girls that they “had been given away for good” in Doru."
    assert [one.quote for one in read(text)] == [text.rstrip(".")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nine boys told the KPA that they were abducted.", []),
        ("Nine boys interviewed by the KPA said that they were abducted by rebels.", ["rebels"]),
        ("Nine boys were abducted from the Tell Heart Centre in Doru.", []),
        ("A brutal rebel group abducted nine boys.", ["rebel group"]),
        ("The Kesh Front (KF), a Doru-led rebel group, abducted nine boys.", ["Kesh Front"]),
        ("Nine boys were killed in counter-insurgency raids by the army.", ["army"]),
    ],
)
def test_who_is_told_is_not_who_did_it(text: str, names: list[str]) -> None:
    assert [party.name for one in read(text) for party in one.parties] == names


@pytest.mark.parametrize(
    "text",
    [
        "The Kesh army should immediately release the children.",
        "All parties must stop the recruitment of boys.",
    ],
)
def test_what_ought_to_be_is_no_claim_of_what_was(text: str) -> None:
    assert all(not one.violations for one in read(text))


def test_who_is_made_to_kill_his_own_is_used() -> None:
    codes = {ref.code for one in read("The boys it takes have killed their parents.") for ref in one.violations}
    assert codes == {"recruitment_use"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Gunmen drove 15 pupils into the desert.", "abduction"),
        ("Gunmen accompanied 15 pupils into the desert and rescued them.", ""),
        ("The grenade left a boy of seven without fingers.", "maiming"),
        ("Boys hid in a cellar when the grenade burst.", ""),
        ("The youngest soldier of the Front was 10.", "recruitment_use"),
        ("A boy of 10 was shown the way by a soldier.", ""),
        ("Families handed a boy to the militia.", "recruitment_use"),
        ("The mission handed a boy to the police.", ""),
    ],
)
def test_who_and_what_is_in_the_scene_tells_the_deed_whatever_the_verb(text: str, code: str) -> None:
    assert {ref.code for one in read(text) for ref in one.violations} == ({code} if code else set())


def test_aid_kept_out_is_no_limit_of_what_is_known() -> None:
    one = said("Vaccination teams were not allowed to enter the rebel areas.", "en", "Vaccination")
    assert (one.kind, [ref.code for ref in one.violations]) == (StatementKind.VIOLATION_CLAIM, ["denial_access"])


def test_only_an_authority_detains() -> None:
    assert [ref.code for ref in said("The rebels are holding six boys.", "en", "boys").violations] == ["abduction"]
    held = said("The police are holding six boys in a cell.", "en", "boys")
    assert [ref.code for ref in held.violations] == ["deprivation_liberty"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Four boys were killed by ex-Kesh Front fighters.", ["ex-Kesh Front"]),
        ("A blast in an area populated by the Doru Union wounded nine boys.", []),
        ("Boys were used as shields by rebels who fired at the KESMIS patrol.", ["rebels"]),
        ("Forty boys were recruited, according to a report released Monday by the KCF.", []),
    ],
)
def test_prefixes_belong_to_a_name_and_targets_are_no_doers(text: str, names: list[str]) -> None:
    assert [party.name for one in read(text) for party in one.parties] == names


def test_a_bomber_in_a_class_is_no_child() -> None:
    text = "Pupils were writing when a suicide bomber struck their classroom."
    assert {ref.code for one in read(text) for ref in one.violations} == {"attack_school"}
    used = read("A ten-year-old girl was used in a suicide attack.")
    assert {ref.code for one in used for ref in one.violations} == {"recruitment_use"}


def test_a_year_that_is_compared_counts_nobody() -> None:
    text = "There was a fall in child casualties compared with 2014, with 62 children killed."
    assert [item.quantity.low for one in read(text) for item in one.quantities] == [62]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Troops took boys in the towns of Doru and Kefra.", ["Doru", "Kefra"]),
        ("Gunmen took boys in Kani and Doru village.", ["Kani", "Doru"]),
    ],
)
def test_the_second_place_of_a_row_is_kept_once(text: str, names: list[str]) -> None:
    assert [place.name for one in read(text) for place in one.places] == names


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("We heard from drivers that nine boys were abducted.", "reported"),
        ("The Mission recorded accounts of rebels training boys.", "reported"),
        ("Nine boys were detained, by the agency's own admission.", "claimed_by_party"),
        ("Colonel Anna Tell said that nine boys were abducted.", "claimed_by_party"),
    ],
)
def test_what_is_only_heard_or_owned_up_to_is_held_for_no_surer(text: str, level: str) -> None:
    assert said(text, "en", "boys").factuality.value == level
