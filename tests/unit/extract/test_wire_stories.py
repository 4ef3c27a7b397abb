"""Sentences as agencies write them of deeds, claims of them, those who look into them; every text is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import parties_of, read, said, violations_of

BOMBS = {
    "en": "A bomb killed five children in Amra on Monday. ",
    "fr": "Une bombe a tué cinq enfants lundi à Amra. ",
    "es": "Una bomba mató a cinco niños el lunes en Amra. ",
}


@pytest.mark.parametrize(
    ("language", "claim", "who"),
    [
        ("en", "The attack was later claimed by the Province of Light.", "Province of Light"),
        ("en", "The Province of Light claimed responsibility for the attack.", "Province of Light"),
        ("fr", "L'attentat a été revendiqué par la Province de la lumière.", "Province de la lumière"),
        ("fr", "La Province de la lumière a revendiqué l'attentat dans un communiqué.", "Province de la lumière"),
        ("es", "El Frente de la Luz se atribuyó el ataque en un comunicado.", "Frente de la Luz"),
        ("es", "El ataque fue reivindicado por el Frente de la Luz.", "Frente de la Luz"),
    ],
)
def test_whoever_claims_a_deed_told_before_did_it_on_his_own_word(language: str, claim: str, who: str) -> None:
    one = said(BOMBS[language] + claim, language, claim[:-1])
    assert (one.kind, violations_of(one)) == (StatementKind.VIOLATION_CLAIM, {"killing"})
    assert (parties_of(one), one.speaker, one.factuality.value) == ([(who, "stated")], who, "claimed_by_party")


def test_who_has_not_claimed_it_and_to_whom_another_ascribes_it_have_claimed_nothing() -> None:
    silent = said(BOMBS["en"] + "The group has not claimed the attack.", "en", "not claimed")
    ascribed = said(BOMBS["es"] + "La Fiscalía atribuyó el ataque al Frente de la Luz.", "es", "Fiscalía")
    assert (silent.kind, violations_of(silent)) == (StatementKind.CONTEXT, set())
    assert (parties_of(ascribed), ascribed.speaker) == ([("Frente de la Luz", "stated")], "Fiscalía")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police in Portesa are questioning four men over the kidnapping of a girl from a shelter."),
        ("en", "Police are investigating the killing of three children."),
        ("fr", "Les gendarmes recherchent les auteurs de l'enlèvement de trois enfants à Koubé."),
        ("es", "La Policía investiga el asesinato de tres niños en Monsal."),
    ],
)
def test_who_looks_into_a_deed_did_not_do_it(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert violations_of(one)
    assert parties_of(one) == []


def test_a_charity_is_no_party_whatever_its_name_holds() -> None:
    (one,) = read("The charity Shield for Children said it had recorded 214 killings of minors this year.")
    assert (parties_of(one), one.speaker) == ([], "Shield for Children")


def test_whose_warplanes_bombed_is_told_in_the_clause_behind_the_dead() -> None:
    (one,) = read("At least nine children were killed when army warplanes bombed a market in the town of Selkhat.")
    assert parties_of(one) == [("army warplanes", "stated")]


def test_who_has_seen_a_report_did_not_write_it() -> None:
    (one,) = read("A leaked U.N. report seen by Newswire says soldiers raped girls in three villages in November.")
    assert one.speaker == "U.N."


def test_who_is_thought_to_be_somebody_says_nothing() -> None:
    (one,) = read("Our correspondent says the raiders, thought to be of the Black Scarf gang, shot dead two children.")
    assert "raiders" not in one.speaker


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        ("en", "Gunmen attacked the clinic in Tarm on Monday, which left three children dead.", [3]),
        ("fr", "Des hommes armés ont attaqué lundi le marché de Nara, qui a coûté la vie à trois enfants.", [3]),
        (
            "es",
            "Ningún grupo se ha atribuido el atentado, que dejó tres muertos y nueve heridos, dos de ellos bebés.",
            [3, 9, 2],
        ),
    ],
)
def test_what_a_deed_cost_goes_with_its_sentence(language: str, text: str, counts: list[int]) -> None:
    (one,) = read(text, language)
    assert [int(item.quantity.low or 0) for item in one.quantities] == counts
    assert one.speaker == "document"


def test_who_accuses_stands_in_front_of_whom_he_accuses() -> None:
    text = "Le ministre de la Défense, Paul Erikondo, a accusé les rebelles du Front du Mont d'utiliser des enfants."
    (one,) = read(text, "fr")
    assert (one.speaker, parties_of(one)) == ("ministre de la Défense", [("Front du Mont", "stated")])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Front du Lac a tué dix enfants à Kesh. Ces faits n'ont pu être vérifiés de source indépendante."),
        ("es", "El Frente del Lago mató a diez niños en Kesh. No se pudo verificar esto por fuentes independientes."),
    ],
)
def test_a_source_that_there_was_not_says_nothing(language: str, text: str) -> None:
    limit = read(text, language)[-1]
    assert (limit.kind, limit.speaker) == (StatementKind.LIMITATION, "document")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('اختطف مسلحون 17 طالبة، بحسب ما ذكر مصدر أمني لـ"المدار نيوز".', "مصدر أمني"),
        ("وأوضح قائد شرطة المحافظة اللواء هاني البكر أن الخاطفين قتلوا طفلين.", "قائد شرطة المحافظة اللواء هاني البكر"),
        ("قتل 40 طفلا، على حد قول رئيس لجنة التفاوض صالح الأحمد.", "رئيس لجنة التفاوض صالح الأحمد"),
        ("وتداول ناشطون على مواقع التواصل صورا قالوا إنها لأطفال يقاتلون في صفوف لواء النصر.", "ناشطون"),
        ('"أخذوا ابني من أمام المدرسة"، تقول أم يزن التي نزحت إلى مخيم الصفا قبل شهرين.', "أم يزن"),
    ],
)
def test_who_speaks_in_arabic_news(text: str, who: str) -> None:
    (one,) = read(text, "ar")
    assert one.speaker == who


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "ar",
            "منعت نقاط تفتيش تابعة للحرس الإقليمي دخول سبع شاحنات محملة بحليب الأطفال إلى المدينة.",
            "الحرس الإقليمي",
        ),
        ("ar", "أطفال يقاتلون في صفوف لواء النصر في المدينة.", "لواء النصر"),
        (
            "es",
            "Paramilitares de las Autodefensas del Llano violaron a dos hermanas en Caracol.",
            "Autodefensas del Llano",
        ),
    ],
)
def test_whose_men_they_are_is_the_party(language: str, text: str, who: str) -> None:
    (one,) = read(text, language)
    assert parties_of(one) == [(who, "stated")]


def test_whose_report_it_is_stands_behind_a_joined_particle_in_arabic() -> None:
    (one,) = read("وكشف تقرير لمركز ضفاف للدراسات عن تعرض 39 مدرسة لهجمات منذ عام 2017.", "ar")
    assert one.speaker == "مركز ضفاف للدراسات"
