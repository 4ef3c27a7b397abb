"""More sentences of whole Spanish documents: who did it, who says it, what was done, when; all invented."""

from __future__ import annotations

import pytest

from unit.extract.told import parties_of, period_of, places_of, read, violations_of

TAKEN = "El Frente Costero se llevó a siete niños en Guachalá. "


def counts_of(text: str) -> list[int]:
    """Every number of the last statement, smallest first."""
    return sorted(int(item.quantity.low or 0) for item in read(text, "es")[-1].quantities)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("De los casos de niños reclutados, 9 fueron atribuidos al Eln y 3 a las Farc.", ["Eln", "Farc"]),
        ("Fueron cuatro sujetos que pertenecerían a la banda Los Espartanos y mataron a un niño.", ["Espartanos"]),
        ("Un niño fue asesinado por sujetos armados de la banda Los Espartanos.", ["Espartanos"]),
        ("Tres adolescentes fueron ejecutados por agentes en Carrefour.", ["agentes"]),
        ("Cuatro menores murieron en un bombardeo del Ejército contra posiciones de Boko Haram.", ["Ejército"]),
        ("Tres niños heridos en el ataque fueron atendidos por agentes de salud.", []),
    ],
)
def test_who_did_it_under_which_name(text: str, names: list[str]) -> None:
    assert [name for name, _ in parties_of(read(text, "es")[0])] == names


@pytest.mark.parametrize(
    "text",
    [
        '"Me dieron un arma", relató Junior, de 13 años, que pasó siete meses en las filas de la banda Los Cuervos.',
        '"Me dieron un arma", recuerda Yuleisy, una joven de 17 años reclutada por el Frente Sur.',
        "Los bandidos están usando a los menores como escudo.",
    ],
)
def test_what_is_told_of_whoever_speaks(text: str) -> None:
    assert "recruitment_use" in violations_of(read(TAKEN + text, "es")[-1])


def test_letters_written_as_a_name_deny_as_the_party() -> None:
    assert [name for name, _ in parties_of(read("El Eln negó que vincule a menores a sus filas.", "es")[0])] == ["Eln"]


def test_a_person_is_no_place() -> None:
    assert not places_of("Rechazamos el asesinato de Yeison Rincón, de 16 años, y de su primo de 14.", "es")
    assert places_of("Condenamos la masacre de Bojayá, donde murieron 40 niños.", "es") == ["Bojayá"]


def test_since_then_is_since_what_was_told_last() -> None:
    text = "En marzo de 2020 el Frente Costero mató a dos niños. Desde entonces ha matado a 26 niños."
    assert period_of(read(text, "es")[-1]) == "2020-03-01/2021-03-03"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("La banda pidió 50 millones de nairas por la liberación de tres niñas.", [3, 50000000]),
        ("En la comuna 12 mataron a dos menores.", [2]),
        ("Las bandas reclutan a doce niños, dice la red en un informe de 68 páginas.", [12]),
    ],
)
def test_numbers_of_quarters_and_pages_count_nobody(text: str, numbers: list[int]) -> None:
    assert counts_of(text) == numbers


def test_reports_that_wait_to_be_verified_are_not_sure() -> None:
    told = read("Se recibieron denuncias, pendientes de verificación, sobre la muerte de 11 niños.", "es")[0]
    assert told.factuality.value == "uncorroborated"
    told = read("La Cruz Roja documentó 507 incidentes contra la misión médica.", "es")[0]
    assert violations_of(told) == {"attack_hospital"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "El Ejército de Liberación de Lumea (ELL) combate. El ELL utilizó a nueve niñas.",
            "Ejército de Liberación de Lumea",
        ),
        (
            "Las Fuerzas Patrióticas de Liberación (FPL) combaten. Combatientes de las FPL mataron a dos niños.",
            "Fuerzas Patrióticas de Liberación",
        ),
        ("Eran miembros de una célula del cártel de Los Plebes y mataron a dos niños.", "cártel de Los Plebes"),
    ],
)
def test_letters_and_heads_in_small_letters_go_by_the_whole_name(text: str, name: str) -> None:
    assert [party for party, _ in parties_of(read(text, "es")[-1])] == [name]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("La ONG Kapé denunció que efectivos retuvieron a 14 niños, a quienes acusaban de trabajar allí.", "ONG Kapé"),
        ("El comandante de la 52 Brigada dijo que murieron dos niños.", "comandante de la 52 Brigada"),
        ("El ministro comunicó a la misión que los soldados mataron a dos niños.", "ministro"),
        ("De acuerdo con los primeros reportes, dos niños murieron.", "unnamed"),
        ("Solo el año pasado documentó 47 casos de reclutamiento.", ""),
        ("Ojo con el vídeo que circula del niño herido: es de 2021.", ""),
        ("Soldados aseguraron dos vehículos y 600 cartuchos tras la muerte de dos niños.", ""),
    ],
)
def test_who_speaks_and_who_does_not(text: str, who: str) -> None:
    told = read(text, "es")[-1]
    assert ("" if who == "" and len(told.chain) < 2 else told.speaker) == who


def test_captains_of_villages_and_coordinators_general_speak_for_no_party() -> None:
    for text in (
        "Los uniformados mataron a un niño, dijo el capitán indígena Ramón Yavina.",
        "El coordinador general de la red dijo que los soldados mataron a un niño.",
    ):
        assert read(text, "es")[0].factuality.value == "attributed"


def test_of_two_figures_the_later_one_tells_when() -> None:
    assert period_of(read("El número de niños muertos pasó de 45 en 2018 a 112 en 2019.", "es")[0]) == "2019"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Dos hermanas de 13 y 15 años fueron sacadas a la fuerza de su vivienda.", "abduction"),
        ("Cinco docentes han recibido amenazas de los rebeldes.", "attack_school"),
        ("Los camiones de la ONU llevan 6 días parados en el paso de Kerem.", "denial_access"),
        ("Las milicias impiden la salida de 29 niños que necesitan ser evacuados.", "denial_access"),
        ("Un misil alcanzó el hospital de Amra. El centro fue alcanzado de nuevo el lunes.", "attack_hospital"),
        ("Unos 300 niños de esas aldeas han sido captados por la guerrilla.", "recruitment_use"),
        ("Al menos 19 menores han perdido la vida por arma de fuego.", "killing"),
        ("Sujetos armados abrieron fuego la mañana del viernes contra la escuela Benito Juárez.", "attack_school"),
    ],
)
def test_plain_words_for_what_was_done(text: str, codes: str) -> None:
    assert violations_of(read(text, "es")[-1]) == set(codes.split())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Dos camiones que transportaban vacunas estuvieron retenidos 19 días en el paso de Bab Sur.", "denial_access"),
        ("Otro grupo retuvo a un equipo de nuestra organización que transportaba medicamentos.", "denial_access"),
        ("Los soldados retuvieron a 14 niños que viajaban en un convoy humanitario.", "abduction"),
        ("Los rebeldes cogieron la escuela de dormitorio.", "military_use"),
        ("Los soldados duermen en la escuela.", "military_use"),
        ("Los rebeldes llegaron el lunes. Hay 48 familias que hoy duermen en la escuela.", ""),
        ("Un dron cargado con explosivos cayó cerca de una cancha donde jugaba una veintena de niños.", ""),
        (TAKEN + "El lunes se llevaron a 4.", "abduction"),
    ],
)
def test_who_is_held_and_who_sleeps_where(text: str, codes: str) -> None:
    assert violations_of(read(text, "es")[-1]) == set(codes.split())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (TAKEN + "La estructura reclutó además a seis menores.", ["Frente Costero"]),
        ("Cuatro menores fueron heridos por una explosión frente a la estación de Policía de Amra.", []),
        ("De 27 casos de niños reclutados, 8 fueron puestos en conocimiento de las autoridades.", []),
        (TAKEN + "Otro grupo retuvo a dos niñas.", ["Otro grupo"]),
        (
            "Hubo casos de reclutamiento de niños atribuibles a las Fuerzas del Norte (12) y a la Brigada Al-Nur (5).",
            ["Fuerzas del Norte", "Brigada Al-Nur"],
        ),
    ],
)
def test_which_band_is_meant_and_which_is_only_near(text: str, names: list[str]) -> None:
    assert [name for name, _ in parties_of(read(text, "es")[-1])] == names


def test_ages_of_the_eldest_and_of_one_set_apart() -> None:
    assert counts_of("El ELN se llevó a cinco niñas, la mayor de 16 años y la menor de 12.") == [5, 12, 16]
    assert counts_of(TAKEN + "A su nieta, de 14, la devolvieron hoy.") == [14]


def test_the_army_told_of_before_another_army_is_named_is_the_states() -> None:
    first, second, *_ = read("El Ejército mató a dos niños. El grupo Ejército Arakan reclutó a tres niños.", "es")
    assert [name for name, _ in parties_of(first)] == ["Ejército"]
    assert [name for name, _ in parties_of(second)] == ["Ejército Arakan"]


def test_who_rejects_a_deed_denies_none() -> None:
    told = read("La Asociación de Cabildos rechaza el reclutamiento de niños por la columna Ramos.", "es")[0]
    assert told.factuality.value == "attributed"
    told = read("El Frente Sur rechazó la acusación de haber reclutado a doce niños.", "es")[0]
    assert told.factuality.value == "claimed_by_party"


def test_a_boy_of_an_age_speaks_whole() -> None:
    told = read("Un adolescente de 14 años de la etnia karen contó que los rebeldes mataron a dos niños.", "es")[0]
    assert told.speaker.startswith("adolescente")


@pytest.mark.parametrize(
    "text",
    [
        "Acusó al Frente Sur de reclutar a doce niños.",
        "Responsabilizó del hecho a las disidencias.",
        "Culpó al Frente Sur del ataque.",
        "Atribuyó el ataque al Frente Sur.",
    ],
)
def test_who_blames_without_a_subject_is_who_spoke_before(text: str) -> None:
    told = read("La gobernadora confirmó la muerte de dos niños. " + text, "es")[-1]
    assert told.speaker == "gobernadora"
    assert told.factuality.value in ("attributed", "alleged")
