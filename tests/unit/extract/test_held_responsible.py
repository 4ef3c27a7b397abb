"""How surely a text lays a deed at an organisation's door, in the classes of MUC-4. Every sentence is invented."""

import pytest

from tawthiq.record.extract.evaluation.held_responsible import Confidence, confidence_of
from tawthiq.record.extract.evaluation.muc import read_folder, run
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.terms.party import Registry
from tawthiq.terms.where import Gazetteer

RULES = Rules(Registry({}), Gazetteer("none", {}))


def held(text: str, name: str = "LAKE FRONT", voice: str = "") -> Confidence:
    return confidence_of(RULES.page(document_of_text("itm_x", text, None, "en")), [name], voice)


@pytest.mark.parametrize(
    "text",
    [
        "THE MILL WAS BURNED, PRESUMABLY BY THE LAKE FRONT.",
        "ALLEGED LAKE FRONT MEMBERS BURNED THE MILL.",
        "THE MILLERS HOLD THE LAKE FRONT RESPONSIBLE FOR THE FIRE.",
        "THE PRESS BELIEVES THE FIRE WAS THE WORK OF THE LAKE FRONT.",
        "THE LAKE FRONT DENIED THAT ITS MEN BURNED THE MILL.",
    ],
)
def test_a_doubt_or_a_blame_is_an_accusation(text: str) -> None:
    assert held(text) is Confidence.ACCUSED


@pytest.mark.parametrize(
    "text",
    [
        "THE POLICE SUSPECT THE EXTREME LAKESIDE ORGANIZATION, THE LAKE FRONT, OF THE FIRE.",
        "THE MILL WAS BURNED, ACCORDING TO THE COLOMBIAN AUTHORITIES, BY THE LAKE FRONT.",
        "PRESIDENT SEL IMPLICATED TWO MEN OF THE LAKE FRONT IN THE FIRE.",
        "A JUDGE SAID THAT MEMBERS OF THE LAKE FRONT WERE ARRESTED FOR THEIR PART IN THE MURDER.",
    ],
)
def test_an_authority_that_accuses_arrests_or_tells_the_deed_is_heard_as_one(text: str) -> None:
    assert held(text) is Confidence.BY_AUTHORITIES


def test_an_authority_that_admits_for_another_accuses_it() -> None:
    text = "THE PRESIDENT ADMITTED THAT MEN OF THE LAKE BATTALION MASSACRED THE MILLERS."
    assert held(text, "LAKE BATTALION") is Confidence.BY_AUTHORITIES


def test_where_nobody_claims_the_deed_who_is_named_beside_it_is_possible() -> None:
    text = "NO GROUP HAS CLAIMED RESPONSIBILITY FOR THE FIRE. THE LAKE FRONT IS ACTIVE IN THE REGION."
    assert held(text) is Confidence.POSSIBLE


def test_callers_who_say_they_belong_to_it_claim_the_deed() -> None:
    text = "THE CALLERS IDENTIFIED THEMSELVES AS MEN OF THE LAKE FRONT."
    assert held(text) is Confidence.CLAIMED


@pytest.mark.parametrize("text", ["THE FIRE IS NOT ATTRIBUTED TO THE RIVERMEN, NOT THE LAKE FRONT.", "IT RAINED."])
def test_who_is_cleared_is_not_accused(text: str) -> None:
    assert held(text) is Confidence.FACT


def test_what_the_rebels_tell_on_their_own_station_is_their_claim() -> None:
    text = "LAKE FRONT UNITS ATTACKED THE BARRACKS."
    assert held(text, voice="CLANDESTINE, 4 MAY 89 (RADIO LAGO) -- [TEXT]") is Confidence.CLAIMED
    assert held(text, voice="KESH, 4 MAY 89 (LA VOZ) -- [COMMUNIQUE FROM THE LAKE FRONT]") is Confidence.CLAIMED
    assert held(text, voice="KESH, 4 MAY 89 (EFE) -- [TEXT]") is Confidence.FACT


INTERVIEW = "KESH, 4 MAY 89 (RADIO LAGO) -- [INTERVIEW WITH PRESIDENT-ELECT ALDO SEL BY REPORTERS] [TEXT]"


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("[SEL] THE LAKE FRONT BURNED THE MILL.", INTERVIEW),
        ("[SEL] GOOD DAY. [WORDS INDISTINCT] THE LAKE FRONT BURNED THE MILL.", INTERVIEW),
        ("ALDO SEL, THE DEFENSE MINISTER, WAS THERE. [SEL] THE LAKE FRONT BURNED THE MILL.", ""),
        ("THE LAKE FRONT BURNED THE MILL. IT WILL NOT GO UNPUNISHED.", "KESH -- [SPEECH BY PRESIDENT ALDO SEL] [TEXT]"),
    ],
)
def test_an_authority_that_has_the_floor_accuses_by_telling_the_deed(text: str, voice: str) -> None:
    assert held(text, voice=voice) is Confidence.BY_AUTHORITIES


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[SEL] GOOD DAY. [REPORTER] THE LAKE FRONT BURNED THE MILL.", "LAKE FRONT"),
        ("[SEL] IT RAINED. [END RECORDING] THE LAKE FRONT BURNED THE MILL.", "LAKE FRONT"),
        ("[SEL] IT RAINED [END RECORDING]. THE LAKE FRONT BURNED THE MILL.", "LAKE FRONT"),
        ("[MILLER] THE LAKE FRONT BURNED THE MILL.", "LAKE FRONT"),
        ("[SEL] THE LAKE ARMY BURNED THE MILL.", "LAKE ARMY"),
    ],
)
def test_the_floor_ends_with_the_turn_and_no_authority_accuses_its_own_forces(text: str, name: str) -> None:
    assert held(text, name, INTERVIEW) is Confidence.FACT


@pytest.mark.parametrize(
    "text",
    [
        "THE LAKE FRONT SAID ITS MEN BURNED THE MILL.",
        "LAKE FRONT COMMANDER RUBEN OT TODAY TOLD THE PRESS ABOUT THE ATTACK.",
        "THE MILLER WAS RELEASED BY THE LAKE FRONT.",
        "THE LAKE FRONT RELEASED THE MILLER WITH A MESSAGE.",
    ],
)
def test_who_tells_its_own_deed_or_lets_a_captive_go_owns_up_to_it(text: str) -> None:
    assert held(text) is Confidence.CLAIMED


@pytest.mark.parametrize(
    "text",
    [
        "THE MILLER SAID THE LAKE FRONT BURNED THE MILL.",
        "THE LAKE FRONT WAS SAID TO HAVE BURNED THE MILL.",
        "THE MILL THAT THE LAKE FRONT BURNED WAS OLD, THE MILLER SAID.",
    ],
)
def test_what_others_tell_of_it_is_no_claim(text: str) -> None:
    assert held(text) is Confidence.FACT


def test_whoever_orders_an_arrest_for_the_deed_is_an_authority() -> None:
    text = "THE COURT ORDERED THE ARREST OF TWO MEN OF THE LAKE BATTALION INVOLVED IN THE MURDER."
    assert held(text, "LAKE BATTALION") is Confidence.BY_AUTHORITIES


def test_an_authority_that_tells_of_presumed_members_does_not_accuse_by_that() -> None:
    assert held("POLICE SOURCES REPORTED THAT PRESUMED LAKE FRONT MEN BURNED THE MILL.") is Confidence.ACCUSED


def test_what_an_editor_explains_in_brackets_does_not_part_the_accused_from_the_accusation() -> None:
    text = "THE LAKE FRONT [FOUNDED BY MEMBERS OF THE OLD COOPERATIVE OF THE LAKE SHORE] WAS ACCUSED OF THE FIRE."
    assert held(text) is Confidence.ACCUSED


def test_the_line_above_a_message_is_its_voice_and_lines_of_a_paragraph_are_put_together(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path)) / "CORPORA" / "dev"
    folder.mkdir(parents=True)
    (folder / "dev-muc3-0001").write_text(
        "DEV-MUC3-0001 (X)\n\n  KESH, 4 MAY 89 (EFE) -- [REPORT] [LAGO PRESS,\nSEL] [TEXT] IT\nRAINED.\n\n"
        "   THEN\nIT DID NOT.\n"
    )
    (folder / "key-dev-0001").write_text(
        '0.  MESSAGE: ID                    DEV-MUC3-0001\n11. PERP: ORGANIZATION CONFIDENCE  POSSIBLE: "LAKE FRONT"\n'
    )
    ((message, _),) = read_folder(folder.parent.parent, ["dev"])
    assert message.text == "IT RAINED.\n\n   THEN IT DID NOT."
    assert message.voice == "KESH, 4 MAY 89 (EFE) -- [REPORT] [LAGO PRESS, SEL] [TEXT]"
    score = run(folder.parent.parent, ["dev"], RULES)
    assert (score.n_cases, score.classes[Confidence.POSSIBLE].wanted) == (1, 1)
