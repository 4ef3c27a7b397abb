"""Who stands where a speaker may stand yet says nothing, what of a sentence is only about its speaker."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import FRENCH_CLAIM, codes_of, read, said, violations_of


def test_behind_a_quotation_who_spoke_how_old_and_where_is_no_claim() -> None:
    text = '"Los soldados me llevaron con otros seis niños", cuenta Nadir, de 13 años, a la sombra de un muro en Doru.'
    assert len(read(text, "es")) == 1


def test_who_would_not_be_named_limits_nothing() -> None:
    text = "Un celador que pidió no ser identificado dijo que once niños fueron secuestrados."
    assert [one.kind for one in read(text, "es")] == [StatementKind.VIOLATION_CLAIM]


def test_who_did_it_behind_an_adverb_of_doubt_does_not_speak() -> None:
    text = "Seis niñas murieron por una mina colocada presuntamente por el Frente Azul."
    (one,) = read(text, "es")
    assert one.speaker != "Frente Azul"
    assert [party.name for party in one.parties] == ["Frente Azul"]


@pytest.mark.parametrize(
    "text", ["La Marina mantiene cerrado el puerto de Amra.", "Este diario vio a dos niños con fusiles en Amra."]
)
def test_who_keeps_a_port_shut_or_prints_the_page_says_nothing(text: str) -> None:
    assert [one.speaker for one in read("Diez niños murieron. " + text, "es")][-1] == "document"


def test_during_a_battle_is_no_word_of_saying() -> None:
    one = said("قتل ثلاثة أطفال إبان معارك عام 2019 في كش.", "ar", "قتل")
    assert one.speaker == "document"


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        ("وسبق لرابطة الشاطئ أن رصدت تجنيد 21 طفلا في كش.", "رصدت", "رابطة الشاطئ"),
        ("منع الجنود قافلة أدوية من دخول كش، على ما قال مصدر إغاثي طلب عدم كشف هويته.", "قافلة", "مصدر إغاثي"),
        ("مدرسة الميناء في كش: قذيفتان سقطتا على سورها.", "قذيفتان", "document"),
    ],
)
def test_who_speaks_and_who_does_not(text: str, quote: str, speaker: str) -> None:
    assert said(text, "ar", quote).speaker == speaker


def test_nobody_is_no_speaker() -> None:
    assert said("ولم يقل أحد إن ثلاثة أطفال قتلوا في كش.", "ar", "قتلوا").speaker == "document"


def test_who_tells_of_himself_between_commas_says_nothing_by_that() -> None:
    text = 'وروى أحمد، وهو أب كان ينتظر أمام المدرسة: "سقطت القذيفة على الأطفال في الباحة".'
    assert [one.quote for one in read(text, "ar")] == ["سقطت القذيفة على الأطفال في الباحة"]


def test_the_age_of_who_speaks_is_no_claim() -> None:
    text = 'وقال صبي يبلغ من العمر 12 عاما: "احتجزنا الجنود في القبو مع أطفال آخرين".'
    assert len(read(text, "ar")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "رفض جيش الصخرة اتهامه باستهداف قافلة مساعدات قتل فيها خمسة أطفال.",
        "رفضت حركة الجبل مزاعم قصف قافلة إغاثة في كش.",
        "رفضت حركة الجبل تقارير عن قصف قافلة إغاثة في كش.",
    ],
)
def test_who_refuses_an_account_of_a_convoy_hit_denies_it(text: str) -> None:
    assert [one.kind for one in read(text, "ar")] == [StatementKind.CONTEXT_CLAIM]


def test_who_refuses_a_permit_denies_nothing() -> None:
    one = said("رفضت السلطات المحلية منح تصاريح لتسع قوافل إغاثة في كش.", "ar", "رفضت")
    assert (one.kind, one.speaker) == (StatementKind.VIOLATION_CLAIM, "document")
    assert [party.name for party in one.parties] == ["السلطات المحلية"]


def test_how_old_the_speaker_was_goes_with_what_was_done() -> None:
    text = f"{FRENCH_CLAIM} « Ils m'ont enrôlé de force. J'avais treize ans », a confié Issa aux enquêteurs."
    one = read(text, "fr")[-1]
    assert one.quote == "Ils m'ont enrôlé de force. J'avais treize ans"
    assert (violations_of(one), one.speaker, len(one.quantities)) == ({"recruitment_use"}, "Issa", 1)


def test_a_limit_of_what_is_known_has_no_nameless_source() -> None:
    text = "Rebels abducted ten girls. The number of survivors is believed to be far higher."
    assert read(text)[-1].speaker == "document"


def test_by_whom_behind_a_word_of_doubt_is_who_did_it() -> None:
    told = read("One school was looted on 12 October, reportedly by fighters of the Eastern Council.")[0]
    assert (told.speaker, told.parties[0].name) == ("unnamed", "Eastern Council")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("An unexploded shell went off as children were playing, killing three.", ("killing",)),
        ("Two boys died in the hospital to which one was taken, doctors said.", ("killing",)),
        ("Armed men looted medical supplies from a convoy near Kani.", ("denial_access",)),
        ("Soldiers and volunteers were searching the forest for the abducted girls.", ()),
    ],
)
def test_who_plays_speaks_or_is_looked_for_and_what_is_looted(text: str, codes: tuple[str, ...]) -> None:
    assert codes_of(text) == [codes]


def test_why_a_teacher_is_not_named_limits_nothing_that_is_known() -> None:
    text = "Soldiers live in five schools, according to a teacher who asked not to be named for fear of reprisals."
    assert read(text)[0].kind is StatementKind.VIOLATION_CLAIM


def test_a_time_in_front_of_a_comma_names_nobody() -> None:
    text = "Between September 2019 and January 2020, the Commission heard ten girls whom rebels abducted."
    assert "2019" not in read(text)[0].speaker


@pytest.mark.parametrize(
    "text",
    [
        "In the deadliest incident documented, on 8 February, rebels killed 12 children.",
        "We can't say how many children were abducted.",
    ],
)
def test_an_incident_or_the_letter_of_a_negation_says_nothing(text: str) -> None:
    assert read(text)[0].speaker == "document"


def test_how_old_the_speaker_is_and_where_he_was_are_no_numbers_of_the_claim() -> None:
    told = read("“They beat the boys,” said Adan, 15, who spent seven months with the Guard.")
    assert [one.quantities for one in told] == [()]


def test_who_the_girl_is_that_speaks_is_no_statement_of_its_own() -> None:
    assert len(read("“The soldiers took my two brothers to the barracks,” recalled a 12-year-old girl.")) == 1


def test_who_never_realised_what_happened_tells_nothing_of_it() -> None:
    one = read("Soldiers never realised that ten children were killed.")[0]
    assert (one.speaker, one.factuality) == ("document", Factuality.ASSERTED)
