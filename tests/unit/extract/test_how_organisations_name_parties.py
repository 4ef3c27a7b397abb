"""Who did it, as organisations name parties in their releases and reports; every group, place, person is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read

BEFORE = {
    "en": "Report on the war",
    "fr": "Rapport sur la guerre",
    "es": "Informe sobre la guerra",
    "ar": "تقرير عن الحرب",
}


def names_of(text: str, language: str) -> list[str]:
    """The parties of a text, statement after statement."""
    return [party.name for one in read(f"{BEFORE[language]}\n\n{text}", language) for party in one.parties]


@pytest.mark.parametrize(
    ("language", "parties", "text"),
    [
        (
            "en",
            ["government forces", "unidentified parties"],
            "Of the 17 children, 11 were killed by government forces and 6 by unidentified parties.",
        ),
        ("en", ["armed men"], "Ten boys were abducted by armed men in military fatigues."),
        ("en", ["men in military fatigues"], "Ten boys were abducted by men in military fatigues on Monday."),
        ("en", ["men wearing army uniforms"], "Ten boys were abducted by men wearing army uniforms."),
        (
            "fr",
            ["forces gouvernementales", "Coalition du Nord", "hommes armés inconnus"],
            "La moitié des meurtres d'enfants sont imputables aux forces gouvernementales, "
            "un tiers à la Coalition du Nord et le reste à des hommes armés inconnus.",
        ),
        (
            "fr",
            ["armée kesienne", "inconnus"],
            "Douze enfants ont été tués par l'armée kesienne et trois par des inconnus.",
        ),
        ("fr", ["hommes en uniforme"], "Deux filles ont été violées par des hommes en uniforme."),
        ("fr", ["hommes en tenue militaire"], "Deux filles ont été violées par des hommes en tenue militaire."),
        (
            "es",
            ["autores sin identificar"],
            "La mayoría de los asesinatos de niños fueron cometidos por autores sin identificar.",
        ),
        ("ar", ["جهات أخرى"], "قتل 12 طفلا على يد جهات أخرى."),
        ("ar", ["مسلحين بزي عسكري"], "اغتصبت فتاتان على يد مسلحين بزي عسكري."),
        (
            "en",
            ["government forces", "Popular Defence Committees", "unidentified parties"],
            "Of the 17 children, 11 were killed by government forces, 4 by the Popular "
            "Defence Committees, and 2 by unidentified parties.",
        ),
    ],
)
def test_who_they_are_nobody_knows_how_they_looked_is_told(language: str, parties: list[str], text: str) -> None:
    assert names_of(text, language) == parties


@pytest.mark.parametrize(
    ("language", "parties", "text"),
    [
        ("en", ["Sarrat authorities"], "Sixty-four incidents were attributed to the Sarrat authorities."),
        ("en", ["Zarin regime forces"], "Ten children were killed by Zarin regime forces."),
        (
            "en",
            ["Sahra Tribal Alliance", "government-backed vigilantes"],
            "Both the Sahra Tribal Alliance and government-backed vigilantes burned schools.",
        ),
        (
            "en",
            ["Black Banner Group", "pro-government militias"],
            "Ten girls were abducted by the Black Banner Group and pro-government militias.",
        ),
        ("fr", ["3e région militaire"], "Quatorze écoles sont occupées par des éléments de la 3e région militaire."),
        (
            "es",
            ["gobierno", "Frente Unido"],
            "Ni el gobierno ni el Frente Unido han desocupado las 18 escuelas que usan como cuartel.",
        ),
        ("ar", ["المجلس العسكري"], "منعت نقاط التفتيش التابعة للمجلس العسكري قافلة مساعدات من دخول المدينة."),
        ("ar", ["المخابرات"], "ما زال 13 طفلا محتجزين في سجون المخابرات."),
        (
            "en",
            ["Emirate of Jalban", "militias"],
            "More than 300 children have been conscripted by the self-styled Emirate of "
            "Jalban and its allied militias.",
        ),
        (
            "en",
            ["Rapid Action Battalion", "Security Directorate"],
            "Ten boys were tortured in detention centres run by the Rapid Action Battalion "
            "and the Security Directorate.",
        ),
        (
            "en",
            ["Directorate of General Security"],
            "Sixteen schoolchildren are held by the Directorate of General Security.",
        ),
        (
            "en",
            ["Criminal Investigation Department"],
            "Ten boys were detained by the Criminal Investigation Department.",
        ),
        ("en", ["Ministry of Interior forces"], "Ten boys were detained by Ministry of Interior forces."),
        ("fr", ["Direction de la sûreté"], "Dix garçons sont détenus par la Direction de la sûreté."),
        (
            "fr",
            ["autorités de facto de Ranéma"],
            "Les autorités de facto de Ranéma ont interdit l'accès aux camps à cinq ONG.",
        ),
        (
            "fr",
            ["Armée populaire", "milices"],
            "Dix garçons ont été recrutés par l'Armée populaire et ses milices alliées.",
        ),
        (
            "es",
            ["fuerzas estatales", "grupos armados no estatales"],
            "El 70 % de los asesinatos de niños se atribuye a fuerzas estatales y el 30 % "
            "restante a grupos armados no estatales.",
        ),
    ],
)
def test_a_body_of_the_state_or_whom_a_militia_stands_with_is_a_name(
    language: str, parties: list[str], text: str
) -> None:
    assert names_of(text, language) == parties


@pytest.mark.parametrize(
    ("language", "parties", "text"),
    [
        ("fr", ["hommes du colonel Tchari"], "Dix garçons ont été enlevés par les hommes du colonel Tchari."),
        ("es", ["hombres de alias Tigre"], "Los hombres de alias Tigre reclutaron a diez niños."),
        ("en", ["Harran-led coalition"], "The airstrike by the Harran-led coalition killed six patients."),
        (
            "fr",
            ["coalition menée par le Harran"],
            "Les frappes de la coalition menée par le Harran ont tué six patients.",
        ),
        (
            "es",
            ["coalición liderada por Harran"],
            "Un bombardeo de la coalición liderada por Harran mató a seis niños.",
        ),
    ],
)
def test_some_are_known_by_who_leads_them(language: str, parties: list[str], text: str) -> None:
    assert names_of(text, language) == parties


@pytest.mark.parametrize(
    ("language", "parties", "text"),
    [
        ("en", ["Ansar Baraka"], "Suspected Ansar Baraka members killed eight schoolboys."),
        ("en", ["Kesh Front"], "Alleged Kesh Front fighters abducted ten girls."),
        (
            "en",
            [],
            "By province, Nadir had the highest number of child deaths (22), followed by Sahla (13) and Wadi Amin (9).",
        ),
        (
            "fr",
            ["bataillon Éclair"],
            "Le bataillon Éclair, une unité spéciale relevant de la présidence, a tué deux fillettes.",
        ),
        (
            "fr",
            ["bataillon Éclair"],
            "La Ligue pointe la responsabilité du bataillon Éclair dans la mort de deux fillettes.",
        ),
        (
            "es",
            ["Policía Militar", "Marina de Bahía Negra"],
            "Cinco menores murieron en un operativo conjunto de la Policía Militar y la Marina de Bahía Negra.",
        ),
        ("es", ["grupo armado"], "El grupo armado reconoció haber matado a una niña."),
        (
            "ar",
            ["قوات الغزو البرية", "مليشيا الحشد"],
            "استهدفت قوات الغزو البرية ومليشيا الحشد المتحالفة معها 11 مستشفى.",
        ),
    ],
)
def test_names_stand_in_rows_in_small_letters_and_behind_doubts(language: str, parties: list[str], text: str) -> None:
    assert names_of(text, language) == parties


def test_an_organisation_that_is_told_of_a_deed_did_not_do_it() -> None:
    assert names_of("Released women told the organization that 60 children are being held there.", "en") == []
