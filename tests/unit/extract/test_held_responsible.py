"""How surely a text lays a deed at an organisation's door, in the classes of MUC-4. Every sentence is invented."""

import pytest

from tawthiq.record.extract.evaluation.held_responsible import Confidence, confidence_of
from tawthiq.record.extract.evaluation.muc import read_folder, run
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.reading import document_of_text
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


def test_the_line_above_a_message_is_its_voice_and_no_part_of_its_text(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path)) / "CORPORA" / "dev"
    folder.mkdir(parents=True)
    (folder / "dev-muc3-0001").write_text("DEV-MUC3-0001 (X)\n\n  KESH, 4 MAY 89 (EFE) -- [TEXT] IT RAINED.\n")
    (folder / "key-dev-0001").write_text(
        '0.  MESSAGE: ID                    DEV-MUC3-0001\n11. PERP: ORGANIZATION CONFIDENCE  POSSIBLE: "LAKE FRONT"\n'
    )
    ((message, _),) = read_folder(folder.parent.parent, ["dev"])
    assert (message.text, message.voice) == ("IT RAINED.", "KESH, 4 MAY 89 (EFE) -- [TEXT]")
    score = run(folder.parent.parent, ["dev"], RULES)
    assert (score.n_cases, score.classes[Confidence.POSSIBLE].wanted) == (1, 1)
