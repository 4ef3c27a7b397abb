"""Children taken, held, used: plain ways to tell it, and the neighbours that tell no such thing; all invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.chain import DOCUMENT
from tawthiq.terms.quantity import QuantityKind
from unit.extract.told import read, said, violations_of

_HELD, _TAKEN, _USED, _FORCED = "deprivation_liberty", "abduction", "recruitment_use", "sexual_violence"


def told(text: str, language: str = "en") -> set[str]:
    """Every violation of a text."""
    return {code for one in read(text, language) for code in violations_of(one)}


@pytest.mark.parametrize(
    "text",
    [
        "The report documents the army's arrest of girls in Amra.",
        "In May the army began to round up boys in the camps.",
        "Police put nine schoolgirls under arrest.",
        "Nine boys are in the cells of the military police.",
        "Fourteen boys were picked up by police after the protest.",
        "Eleven boys aged 14 to 17 were driven to the barracks.",
        "Among the detainees are 18 minors.",
        "The youngest detainee is 12.",
        "Soldiers took two girls into custody.",
        "Six children are being held at the central police station.",
    ],
)
def test_children_arrested_or_kept_by_police_are_held(text: str) -> None:
    assert told(text) == {_HELD}


@pytest.mark.parametrize(
    "text",
    [
        "The Kesh Front raided Amra, carrying off nine girls.",
        "Of the 42 girls seized, nine were under 15.",
        "Men in uniform came at night and took a 16-year-old away.",
        "Two cousins, both 14, were taken by gunmen near Amra.",
        "Armed men pulled two girls aged 13 and 15 off a bus.",
        "The rebels held the boys for 12 days.",
        "They abducted my daughter.",
    ],
)
def test_children_led_off_in_any_words_are_abducted(text: str) -> None:
    assert told(text) == {_TAKEN}


@pytest.mark.parametrize(
    "text",
    [
        "Three boys from the same street joined the Kesh Front in May.",
        "At least 30 children are on the battalion's payroll.",
        "Eleven children lived on the militia's base for a year.",
        "Children guarded the militia's roadblocks at night.",
        "The militia armed boys as young as 12.",
        "Commanders put rifles into the hands of 14-year-olds.",
        "The Kesh Front took boys from the camps to fight.",
        "The militia promised the boys 50 dollars a month to join.",
        "Boys of 15 took part in attacks on the town.",
        "More than half of the 300 recruits at the camp were under 18.",
    ],
)
def test_children_among_armed_people_are_used(text: str) -> None:
    assert told(text) == {_USED}


@pytest.mark.parametrize(
    "text",
    [
        "Guards abused the boys sexually.",
        "Commanders took girls as young as 12 as wives.",
        "Seven girls came home pregnant.",
    ],
)
def test_girls_and_boys_abused_suffer_sexual_violence(text: str) -> None:
    assert _FORCED in told(text)


@pytest.mark.parametrize(
    ("language", "text", "deed"),
    [
        ("en", "A commander was arrested for the abduction of nine girls.", _TAKEN),
        ("en", "Police detained a man suspected of raping a girl of 12.", _FORCED),
        ("en", "Two officers were jailed for recruiting children.", _USED),
        ("fr", "Un commandant a été arrêté pour l'enlèvement de neuf filles.", _TAKEN),
        ("es", "La policía detuvo a un hombre acusado de secuestrar a nueve niñas.", _TAKEN),
    ],
)
def test_the_arrest_of_who_did_it_takes_no_childs_liberty(language: str, text: str, deed: str) -> None:
    assert told(text, language) == {deed}


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested nine girls suspected of spying for the rebels.",
        "Two boys were jailed for killing a soldier.",
        "A girl of 16 was detained for two days.",
    ],
)
def test_children_arrested_for_what_they_did_are_held(text: str) -> None:
    assert _HELD in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Children seized the chance to return to class.",
        "A centre for former child soldiers opened in Amra.",
        "A football club in Amra trains 80 boys who fled the militia.",
        "Pupils signed up for a swimming course after the war.",
        "The boys joined the football club in May.",
        "The army opened its base to visiting schoolchildren.",
        "She took her two sons and left the town.",
        "Two boys refused to join the Kesh Front.",
    ],
)
def test_neighbours_of_such_deeds_tell_none(text: str) -> None:
    assert told(text) == set()


def test_of_those_taken_the_parts_let_go_do_not_undo_the_taking() -> None:
    text = "Of the 276 schoolgirls seized in April, 57 escaped, 103 were released and the rest remain in captivity."
    assert [violations_of(one) for one in read(text)] == [{_TAKEN}, {_TAKEN}]
    assert told("In May the 40 girls abducted in Amra were freed.") == set()


def test_the_rest_who_are_missing_were_taken() -> None:
    text = "Gunmen took 14 children from Amra. Three of the children got away; the rest are still missing."
    assert violations_of(said(text, "en", "the rest")) == {_TAKEN}


def test_a_share_under_an_age_is_no_number_of_children() -> None:
    one = said("Police detained 85 minors. A third were under 15.", "en", "third")
    assert [item.quantity.kind for item in one.quantities] == [QuantityKind.PERCENT, QuantityKind.AGE]


def test_men_put_nobody_on_record_by_putting_boys_in_trucks() -> None:
    (one,) = read("At least 10 boys put in trucks.")
    assert one.speaker == DOCUMENT


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("After gunmen stormed the town, 29 of the 61 girls they seized are still missing.", _TAKEN),
        ("Nine pupils were released, but three others are still in the kidnappers' hands.", _TAKEN),
        ("A boy, 12, was blindfolded and driven to an army base.", _HELD),
        ("The court freed four of the nine boys and ordered the rest kept in custody.", _HELD),
        ("The rebels forced him to cook for eight months, said the boy, who is 14.", _USED),
        ("Parents said 12 of their sons are with the rebels.", _USED),
        ("Police arrested 14 people over the abduction, among them two boys of 16 and 17.", _HELD),
    ],
)
def test_what_goes_on_with_children_is_told_too(text: str, deed: str) -> None:
    assert deed in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mother of a jailed journalist went to the ministry with her two children.",
        "Families were held up at the checkpoint for two hours with their children.",
        "Nobody under 18 may enlist, the law says.",
        "The army would arrest any child who crosses, it warned.",
        '"They took our goats," said a girl of 12.',
    ],
)
def test_words_of_holding_for_something_else_tell_no_deed(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "He was recruited at 13 by the Kesh Front.",
        "A girl joined the militia at 14.",
        "Boys conscripted at 15 told of it.",
    ],
)
def test_a_number_at_which_somebody_joined_is_an_age(text: str) -> None:
    ages = [item.quantity.kind for one in read(text) for item in one.quantities if item.quantity.low != 1]
    assert ages == [QuantityKind.AGE]


@pytest.mark.parametrize("text", ["The patrol was taken at 9 in the morning.", "The Front took the town at 14 points."])
def test_a_number_at_which_something_is_seized_is_none(text: str) -> None:
    assert all(item.quantity.kind is not QuantityKind.AGE for one in read(text) for item in one.quantities)


def test_boys_tied_up_are_as_old_as_told() -> None:
    (one,) = read("Soldiers tied up three boys aged 12 to 16.")
    assert [(str(item.quantity.low), str(item.quantity.high)) for item in one.quantities][-1] == ("12", "16")
