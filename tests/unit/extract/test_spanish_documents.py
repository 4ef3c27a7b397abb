"""Whole Spanish documents of agencies, reports, releases, threads: sentences that they are made of; all invented."""

from __future__ import annotations

import pytest

from unit.extract.told import parties_of, period_of, places_of, read, rule_of, violations_of

TAKEN = "El Frente Costero se llevó a siete niños en Guachalá. "
STRUCK = "Un dron impactó una escuela en Um Darab. "


def counts_of(text: str, language: str = "es") -> list[int]:
    """Every number of the last statement, smallest first."""
    return sorted(int(item.quantity.low or 0) for item in read(text, language)[-1].quantities)


@pytest.mark.parametrize(
    "text",
    [
        "A las niñas les dijeron que el Frente Costero se llevó a su hermano.",
        "A mi sobrina le contaron que el Frente Costero mató a dos niños.",
        "Al alcalde le advirtieron que se llevarían a doce niños.",
    ],
)
def test_to_whom_it_was_said_said_nothing(text: str) -> None:
    assert read(text, "es")[0].speaker == "unnamed"


def test_who_said_it_to_him_stands_behind() -> None:
    text = "A mi hijo le dijo el comandante que el Frente Costero mató a dos niños."
    assert read(text, "es")[0].speaker == "comandante"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("El colegio fue ocupado por los armados.", "armados"),
        ("Los irregulares ocuparon la escuela de San Telmo.", "irregulares"),
        ("La comunidad atribuye el secuestro de cuatro niñas al grupo armado Los Cuervos.", "Cuervos"),
        ("La banda criminal Los Costeños reclutó a seis menores.", "Costeños"),
        ("Seis menores fueron reclutados por el grupo irregular Los Centinelas del Llano.", "Centinelas del Llano"),
        ("Seis menores fueron reclutados por los grupos armados en Los Santos.", "grupos armados"),
    ],
)
def test_sorts_of_armed_men_and_the_names_behind_them(text: str, name: str) -> None:
    assert parties_of(read(text, "es")[0]) == [(name, "stated")]


def test_the_number_of_a_front_is_its_name_in_a_row_too() -> None:
    told = read("Los combates entre el Frente 33 y el Comando Libertador del Norte dejaron tres niños muertos.", "es")[
        0
    ]
    assert [name for name, _ in parties_of(told)] == ["Frente 33", "Comando Libertador del Norte"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("En las dos últimas semanas fueron reclutados 20 menores.", "2021-02-17/2021-03-03"),
        ("En el último mes fueron reclutados 20 menores.", "2021-02-03/2021-03-03"),
        ("En la última semana fueron reclutados 20 menores.", "2021-02-24/2021-03-03"),
        ("Durante el último año fueron reclutados 20 menores.", "2020-03-03/2021-03-03"),
        ("En los últimos tres meses fueron reclutados 20 menores.", "2020-12-03/2021-03-03"),
    ],
)
def test_times_that_end_today(text: str, days: str) -> None:
    assert period_of(read(text, "es")[0]) == days


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La Ley 1448 de 2011 reconoce como víctimas a los menores reclutados por grupos armados.", "es"),
        ("La sentencia T-025 de 2004 protege a los niños desplazados por grupos armados.", "es"),
        ("Security Council resolution 1612 (2005) condemns the recruitment of children.", "en"),
        ("La résolution 2427 (2018) condamne le recrutement d'enfants.", "fr"),
        ("القرار 1612 (2005) يدين تجنيد الأطفال.", "ar"),
    ],
)
def test_the_year_of_a_law_is_no_time_and_counts_nothing(text: str, language: str) -> None:
    for told in read(text, language):
        assert rule_of(told) in ("", "not_after_publication")
        assert not told.quantities


def test_what_a_law_says_was_done_by_nobody() -> None:
    assert not violations_of(read("La Ley 1448 de 2011 reconoce como víctimas a los menores reclutados.", "es")[0])
    told = read("El reclutamiento de menores de 15 años por grupos armados constituye un crimen de guerra.", "es")[0]
    assert not violations_of(told)


def test_a_noun_that_sums_up_says_nothing() -> None:
    told = read("Se verificaron 58 casos de reclutamiento, cifra que representa un aumento del 35 %.", "es")[0]
    assert told.speaker == "unnamed"
    assert [int(item.quantity.low or 0) for item in told.quantities] == [58, 35]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Se documentaron 143 casos de reclutamiento, frente a los 96 del mismo periodo del año anterior.", [96, 143]),
        ("Se registraron 40 secuestros de menores, frente a 25 en 2020.", [25, 40]),
        ("El Frente 41 se llevó a 12 niños.", [12]),
        ("El lunes se llevaron a tres pelados de la vereda El Salado.", [3]),
    ],
)
def test_what_is_counted_and_what_it_is_compared_with(text: str, numbers: list[int]) -> None:
    assert counts_of(text) == numbers


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            "Se verificaron 41 ataques, de los que 29 afectaron a escuelas y 12 a hospitales.",
            "attack_school attack_hospital",
        ),
        ("Una misión médica fue obligada a devolverse en un retén de hombres armados.", "denial_access"),
        ("Un convoy con vacunas fue obligado a regresar por hombres armados.", "denial_access"),
        ("Los soldados obligaron a dar la vuelta a una caravana con alimentos.", "denial_access"),
        (TAKEN + "A los otros cinco los tienen cargando morteros río arriba.", "recruitment_use"),
        ("A mis sobrinos los ponen a vigilar el puente los del Frente Costero.", "recruitment_use"),
        ('La escuela "era usada como cuartel por los rebeldes", dijo un portavoz del Ejército.', "military_use"),
        ("Con este suman seis los menores víctimas de minas en Apure.", "maiming"),
        (STRUCK + "El ataque, que nadie ha reivindicado, se produjo cuando 80 alumnos estaban allí.", "attack_school"),
        (STRUCK + "El ataque no ha sido reivindicado.", ""),
    ],
)
def test_what_was_done(text: str, codes: str) -> None:
    assert violations_of(read(text, "es")[-1]) == set(codes.split())


def test_a_place_behind_its_sector() -> None:
    assert "Los Bancos" in places_of("Cuatro niños fueron heridos en el sector Los Bancos, municipio Páez.", "es")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('"Se llevaron a dos niños", relató a este diario Fátima Orel, partera del centro.', "Fátima Orel"),
        ('"Se llevaron a dos niños", contó a EFE Lucía Paz, maestra de la escuela.', "Lucía Paz"),
        ('"Se llevaron a dos niños", aseguró a la agencia la maestra Lucía Paz.', "maestra Lucía Paz"),
        ("Testigos citados por la radio local aseguran que los rebeldes mataron a dos niños.", "Testigos"),
        (TAKEN + 'Los vecinos huyeron. "Lloraban", contó la tía de uno de ellos.', "tía de uno de ellos"),
        ("Andan diciendo que los armados se llevaron a dos niñas.", "unnamed"),
        ("Están diciendo en la radio que hay tres menores muertos.", "unnamed"),
    ],
)
def test_who_tells_it(text: str, who: str) -> None:
    assert read(text, "es")[-1].speaker == who


def test_a_notice_is_nobody_saying_anything() -> None:
    assert not [one for one in read("La Cruz Roja suspendió sus actividades hasta nuevo aviso.", "es") if one.chain]


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        (STRUCK + "Los rebeldes prendieron fuego al edificio.", "es", "attack_school"),
        (STRUCK + 'Afirmó que el edificio "era utilizado como depósito por el Ejército".', "es", "military_use"),
        ("Atacaron la posta sanitaria de Amra. El recinto fue saqueado.", "es", "attack_hospital"),
        ("Rebels attacked the clinic. Soldiers then burned the building.", "en", "attack_hospital"),
        ("Un drone a frappé l'école. Le bâtiment a été incendié par les rebelles.", "fr", "attack_school"),
    ],
)
def test_a_building_is_the_site_told_of_before(text: str, language: str, code: str) -> None:
    assert code in violations_of(read(text, language)[-1])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Hubo dos ataques contra centros de salud y la ocupación de una escuela.", "attack_hospital military_use"),
        ("Nueve niños murieron en ataques con armas de fuego.", "killing"),
        ("Un quinto de los miembros de esa milicia son menores de edad.", "recruitment_use"),
        ("Los agentes detuvieron arbitrariamente al menos a 48 adolescentes.", "deprivation_liberty"),
        ("Los soldados detuvieron durante la madrugada a cerca de 15 muchachos.", "deprivation_liberty"),
        ("El Ejército detuvo sin orden judicial a unos 20 menores.", "deprivation_liberty"),
    ],
)
def test_which_of_two_deeds_was_done(text: str, codes: str) -> None:
    assert violations_of(read(text, "es")[-1]) == set(codes.split())


def test_ages_behind_a_comma_and_the_whole_of_a_share() -> None:
    told = read("Las disidencias se llevaron a dos hermanos, de 13 y 15.", "es")[0]
    assert sorted((item.quantity.kind.value, int(item.quantity.low or 0)) for item in told.quantities) == [
        ("age", 13),
        ("age", 15),
        ("count", 2),
    ]
    assert counts_of("De los 48, 29 niños fueron trasladados a un cuartel.") == [29, 48]


def test_since_when_a_number_is_counted() -> None:
    told = read("Las organizaciones estiman en más de 400 el número de niños reclutados desde 2018.", "es")[0]
    assert period_of(told) == "2018-01-01/2021-03-03"


def test_whom_one_calls_upon_did_nothing() -> None:
    text = "Acojo con satisfacción la liberación de 28 niños y aliento al Gobierno a que agilice su traspaso."
    assert not parties_of(read(text, "es")[0])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Veintidós niños fueron reclutados por las milicias de autodefensa.", "milicias de autodefensa"),
        ("La Guerrilla Unida del Este reclutó a doce niños.", "Guerrilla Unida del Este"),
        ("Dos niños fueron heridos por colectivos armados.", "colectivos armados"),
    ],
)
def test_guerrillas_and_bands_by_their_whole_name(text: str, name: str) -> None:
    assert [party for party, _ in parties_of(read(text, "es")[0])] == [name]


def test_a_day_of_the_year_is_no_place() -> None:
    assert not places_of("Con motivo del Día Mundial de la Infancia, la red denuncia la muerte de diez niños.", "es")


def test_who_the_writers_are_is_told_at_the_end() -> None:
    text = TAKEN + "\n\nSobre Save Norte: fundada en 1987, atendió en 2019 a 1.300 niños."
    assert len(read(text, "es")) == 1
