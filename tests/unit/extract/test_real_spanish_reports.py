"""Sentences of the shapes in which Spanish reports and newspapers tell of violations; all invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from unit.extract.told import parties_of, places_of, read, violations_of

ROW = "El Frente Costero reclutó a 206 niños en Guachalá. "


def names_of(text: str) -> list[str]:
    """The parties of the last statement."""
    return [name for name, _ in parties_of(read(text, "es")[-1])]


def speaker_of(text: str) -> str:
    """Who says the last statement."""
    return read(text, "es")[-1].speaker


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Aumentaron las violaciones graves cometidas contra niños en Guachalá.", {"unspecified"}),
        ("Las graves violaciones contra los niños siguen en Guachalá.", {"unspecified"}),
        ("Las tendencias constituyen graves violaciones contra los niños.", {"unspecified"}),
        ("Hubo violaciones de los derechos de los niños en Guachalá.", {"unspecified"}),
        ("Tres soldados fueron condenados por la violación de dos niñas.", {"sexual_violence"}),
        ("Hubo violaciones de niñas en Guachalá.", {"sexual_violence"}),
    ],
)
def test_violations_in_general_are_no_sexual_violence(text: str, codes: set[str]) -> None:
    assert violations_of(read(text, "es")[0]) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Aumentó la detención de niños por su vinculación con grupos armados.", {"deprivation_liberty"}),
        ("El Ejército detuvo a 12 niños debido a su asociación con grupos armados.", {"deprivation_liberty"}),
        ("El Ejército reclutó a 12 niños y detuvo a otros seis niños.", {"recruitment_use", "deprivation_liberty"}),
    ],
)
def test_children_held_for_their_ties_are_not_told_to_be_recruited(text: str, codes: set[str]) -> None:
    assert set().union(*(violations_of(one) for one in read(text, "es"))) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Murieron 12 niños en los atentados suicidas de Guachalá.", {"killing"}),
        ("El Frente usó a tres niñas en ataques suicidas.", {"recruitment_use"}),
    ],
)
def test_children_killed_by_a_suicide_attack_were_not_used_for_it(text: str, codes: set[str]) -> None:
    assert violations_of(read(text, "es")[0]) == codes


@pytest.mark.parametrize(
    "text",
    [
        "Murieron 12 niños en atentados suicidas en Guachalá.",
        "Murieron 12 niños en fuego cruzado en Guachalá.",
        "Diez niños murieron en los bombardeos sobre Guachalá, bastión de los rebeldes.",
        "Diez niños murieron en Guachalá, en el norte y feudo del Frente Costero.",
    ],
)
def test_no_party_did_it(text: str) -> None:
    assert names_of(text) == []


def test_a_verb_is_no_part_of_a_partys_name() -> None:
    assert names_of("El Frente usó a tres niñas como mensajeras.") == ["Frente"]


def test_victims_of_bombs_were_killed_and_maimed() -> None:
    text = "Sesenta niños fueron víctimas de bombardeos de artillería en Guachalá."
    assert violations_of(read(text, "es")[0]) == {"killing", "maiming"}


def test_what_a_report_documented_it_says_itself() -> None:
    text = "Se documentó el reclutamiento de 90 niños por el Frente Costero."
    assert speaker_of(text) == "document"
    assert read(text, "es")[0].factuality is Factuality.ASSERTED
    assert names_of(text) == ["Frente Costero"]


def test_cases_verified_by_nobody_told_are_verified_by_the_text() -> None:
    text = "De los 70 casos verificados de reclutamiento de niños, 40 se atribuyeron al Frente Costero."
    assert speaker_of(text) == "document"
    assert read(text, "es")[0].factuality is Factuality.VERIFIED_BY_SOURCE


@pytest.mark.parametrize(
    "text",
    [
        "Según se ha informado, el Frente Costero secuestró a 15 niños.",
        "El Frente Costero secuestró a 15 niños, según se informó.",
        "El Frente Costero secuestró a 15 niños, según informes disponibles.",
    ],
)
def test_what_is_said_to_be_told_is_reported(text: str) -> None:
    assert speaker_of(text) == "unnamed"
    assert read(text, "es")[0].factuality is Factuality.REPORTED


def test_where_cases_occurred_is_no_hearsay() -> None:
    assert speaker_of("La mayoría de los casos de reclutamiento de niños se registraron en Guachalá.") == "document"


@pytest.mark.parametrize(
    "text",
    [
        ROW + "Fue predominante en los bastiones del Frente, como Orvala (103), Teiz (69) y Amra (34).",
        ROW + "Orvala (103), Teiz (69) y Amra (34) fueron los municipios con más casos.",
        ROW
        + "Temo fue el departamento con mayor número de casos (120), seguido por Orvala (9), Teiz y Amra (6 cada uno).",
    ],
)
def test_places_with_numbers_in_brackets_are_no_parties(text: str) -> None:
    assert names_of(text) in ([], ["Frente Costero"])
    assert places_of(text, "es")[-3:] == ["Orvala", "Teiz", "Amra"]


def test_parties_with_numbers_in_brackets_stay_parties() -> None:
    text = "El reclutamiento de niños se atribuyó al Frente Costero (40), Los Cuervos (20) y la policía (9)."
    assert names_of(text) == ["Frente Costero", "Cuervos", "policía"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Los casos de reclutamiento de niños crecieron, según pudo documentar la Red Azul.", "Red Azul"),
        ("La Red Azul investigó cuatro asesinatos de niños en Guachalá.", "Red Azul"),
        ("La Red Azul emitió una alerta sobre el reclutamiento de niños en Guachalá.", "Red Azul"),
        ("De acuerdo al reporte presentado por Ariel Roca, son 15 los menores que murieron.", "Ariel Roca"),
        ("De acuerdo con los informes iniciales, diez niños murieron en Guachalá.", "unnamed"),
        ("El ministro salió al paso asegurando que tres menores murieron en el bombardeo.", "ministro"),
        ("El boletín se publica con una periodicidad de dos meses subrayando los secuestros de niños.", "document"),
        ("Diez niños reclutados viven en un centro con que cuenta la red en Guachalá.", "document"),
    ],
)
def test_who_says_it(text: str, speaker: str) -> None:
    assert read(text, "es")[0].speaker == speaker


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Los muyahidines mataron a diez niños en Guachalá.", ["muyahidines"]),
        ("Diez niños fueron reclutados por las milicias separatistas.", ["milicias separatistas"]),
        (
            "Los secuestros de niños se atribuyeron a los muyahidines (40) y Al-Nur (9).",
            ["muyahidines", "Al-Nur"],
        ),
        ("El bombardeo de Guachalá costó la vida a diez niños.", []),
        (ROW + "Continuaron los ataques a hospitales.", []),
    ],
)
def test_who_is_told_to_have_done_it(text: str, names: list[str]) -> None:
    assert names_of(text) == names


def test_what_hindered_keeps_nothing_from_being_told() -> None:
    for text in (
        "Pese a las limitaciones de acceso, la ONU verificó el reclutamiento de 40 niños.",
        "La ONU verificó el reclutamiento de 40 niños, a pesar de las dificultades para verificar los casos.",
    ):
        (told,) = read(text, "es")
        assert told.kind == "violation_claim"
        assert told.factuality is Factuality.VERIFIED_BY_SOURCE


def test_harm_to_their_health_is_no_attack_on_a_hospital() -> None:
    text = "La guerra tiene un impacto negativo en su salud y en la vida de los niños."
    assert all(violations_of(one) == set() for one in read(text, "es"))


def test_a_school_used_for_detention_is_military_use() -> None:
    text = "Se documentó el uso de una escuela como centro de detención por el Frente Costero."
    assert violations_of(read(text, "es")[0]) == {"military_use"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Diez niños murieron en Temo, cerca de la frontera con Orvala.", ["Temo"]),
        ("El Frente Costero mató a diez niños en Temo en violación del Derecho Internacional.", ["Temo"]),
    ],
)
def test_no_deed_was_done_there(text: str, places: list[str]) -> None:
    assert places_of(text, "es") == places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Diez niñas fueron secuestradas por milicianos del grupo islamista Puño Rojo.", ["Puño Rojo"]),
        ("Diez niñas fueron raptadas por la milicia yihadista Puño Rojo.", ["Puño Rojo"]),
        ("Según el Comité Territorial de Justicia de Temo, murieron diez niños.", []),
    ],
)
def test_the_name_behind_a_sort_and_bodies_that_bear_no_arms(text: str, names: list[str]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Un residente de Temo dijo a Red Azul Global que había visto 14 niños muertos.", "residente de Temo"),
        ("El alcalde ha rectificado y ahora afirma que murieron diez niños.", "alcalde"),
        ("La Red Azul contó diez niños muertos. Asimismo, advierte de que murieron dos niñas.", "Red Azul"),
    ],
)
def test_to_whom_it_is_said_and_adverbs_say_nothing(text: str, speaker: str) -> None:
    assert speaker_of(text) == speaker


def test_a_comma_may_part_thousands() -> None:
    text = "La red verificó 2,269 asesinatos y 1,373 secuestros de niños, el 91,5% en Temo."
    numbers = [item.quantity.low for item in read(text, "es")[0].quantities]
    assert [int(number or 0) for number in numbers] == [2269, 1373, 91]


def test_places_each_with_its_number_behind_with() -> None:
    text = (
        "Los secuestros de niños ocurrieron en Orvala con 202 casos, seguida de Temo con 16, Kesh con 10 y Lodo con 3."
    )
    assert places_of(text, "es") == ["Orvala", "Temo", "Kesh", "Lodo"]


@pytest.mark.parametrize(
    "text",
    [
        "La milicia usa a los civiles como escudos humanos y dejó diez niños sin escuela.",
        ROW + "Ese mismo mes una bomba acabó con la vida de 75 civiles.",
    ],
)
def test_what_befell_grown_people_is_no_violation_against_children(text: str) -> None:
    assert violations_of(read(text, "es")[-1]) == set()


def test_whoever_is_told_something_is_no_place() -> None:
    assert places_of("El Frente Costero mató a dos niños en Temo, confirmó a Efe el portavoz.", "es") == ["Temo"]


def test_a_vague_number_told_exactly_in_brackets_is_counted_once() -> None:
    (told,) = read("El Frente Costero reclutó a un gran número de niños (218).", "es")
    assert [int(item.quantity.low or 0) for item in told.quantities] == [218]


def test_a_body_with_its_article_behind_what_it_did_is_a_party_of_the_row() -> None:
    text = (
        "Los niños fueron detenidos por el Ejército (46), y realizaron detenciones las fuerzas de Orvala (11) "
        "y las fuerzas de Temo (6)."
    )
    assert names_of(text) == ["Ejército", "fuerzas de Orvala", "fuerzas de Temo"]


def test_a_rocket_that_rebels_fired_makes_no_fighters_of_children() -> None:
    text = "El cohete lanzado por los rebeldes cayó en la casa donde vivían los niños en Temo."
    assert all("recruitment_use" not in violations_of(one) for one in read(text, "es"))
