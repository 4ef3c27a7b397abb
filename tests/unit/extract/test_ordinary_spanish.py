"""What ordinary Spanish reports say in ordinary ways; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import parties_of, read, violations_of, when_of


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Cuatro niños murieron y una decena resultaron heridos en el ataque.", ["=", "~"]),
        ("Los rebeldes reclutaron a 40 niños, algunos de solo 9 años.", ["=", ">="]),
        ("Se verificaron 40 asesinatos de niños, así como 12 secuestros.", ["=", "="]),
        ("La milicia retuvo a nueve niños, el mayor de ellos de 13 años.", ["=", "="]),
    ],
)
def test_spanish_counts_and_bounds_beside_small_words(text: str, signs: list[str]) -> None:
    assert [item.quantity.comparator.value for item in read(text, "es")[0].quantities] == signs


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("El menor de los niños entrevistados servía de halcón en un retén de la banda.", "recruitment_use"),
        ("Los milicianos llevaron a los niños a un campo de adiestramiento.", "recruitment_use"),
        ("La milicia ha movilizado en junio a no menos de 40 menores.", "recruitment_use"),
        ("La tropa duerme en dos escuelas de Amra.", "military_use"),
        ("Los soldados habían abierto fuego contra la escuela de Amra.", "attack_school"),
        ("Las brigadas médicas no pueden entrar en Amra porque la milicia exige un peaje.", "denial_access"),
    ],
)
def test_spanish_tells_service_quarters_and_tolls_in_ordinary_verbs(text: str, code: str) -> None:
    assert code in violations_of(read(text, "es")[0])


def test_men_with_arms_that_children_tell_of_make_no_soldiers_of_them() -> None:
    told = read("Parientes de dos niñas cuentan que hombres armados las secuestraron.", "es")[0]
    assert violations_of(told) == {"abduction"}


def test_who_had_to_leave_home_is_no_claim_that_goes_on() -> None:
    text = "Los rebeldes mataron a diez niños. La ONU dice que 900 niños han tenido que abandonar sus casas."
    assert violations_of(read(text, "es")[-1]) == set()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("La Red Kesiana por la Niñez contó diez niños muertos en Amra.", "Red Kesiana por la Niñez"),
        ("Diez niños murieron en Amra. La misma oficina denunció que dos niñas fueron secuestradas.", "oficina"),
        ("Los relatos coinciden en que los milicianos mataron a diez niños.", "relatos"),
        ("Una enfermera me pasó la lista de cinco niños heridos por los rebeldes.", "enfermera"),
    ],
)
def test_spanish_names_of_bodies_go_on_and_who_hands_on_a_list_tells_it(text: str, who: str) -> None:
    assert read(text, "es")[-1].speaker == who


def test_whom_a_speaker_speaks_to_does_not_reach_behind_that() -> None:
    text = (
        "El jefe del dispensario, Abel Rus, dijo a la prensa que los niños heridos por la mina tienen entre 3 y 9 años."
    )
    assert read(text, "es")[0].speaker == "jefe del dispensario"


@pytest.mark.parametrize(
    "text",
    [
        "La misión tiene motivos fundados para creer que los rebeldes reclutaron a diez niños.",
        "La oficina calcula que los rebeldes reclutaron a diez niños.",
    ],
)
def test_reasons_to_believe_and_what_is_reckoned_are_beliefs(text: str) -> None:
    assert read(text, "es")[0].factuality is Factuality.BELIEVED


def test_who_once_fought_speaks_for_no_party() -> None:
    told = read("Antiguos milicianos declararon que los instructores reclutaron a diez niños.", "es")[0]
    assert told.factuality is Factuality.ATTRIBUTED


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("La red responsabiliza al Frente Azul del Este de unas 12 muertes de niños.", "Frente Azul del Este"),
        ("Diez niños murieron en Amra. Los cohetes procedían de posiciones del Frente Azul.", "Frente Azul"),
    ],
)
def test_spanish_names_end_before_what_is_counted_and_positions_have_owners(text: str, who: str) -> None:
    assert [name for name, _ in parties_of(read(text, "es")[-1])] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Los rebeldes mataron a diez niños. No hemos hallado a nadie que lo confirme.",
        "Los rebeldes mataron a diez niños. Nuestros equipos solo pudieron visitar dos de las nueve aldeas.",
        "Los rebeldes mataron a diez niños. Las autoridades no permitieron a la misión visitar la cárcel.",
        "Los rebeldes mataron a diez niños. No existe un registro fiable de niños muertos.",
    ],
)
def test_spanish_limits_of_what_could_be_seen_are_limits(text: str) -> None:
    assert read(text, "es")[-1].kind is StatementKind.LIMITATION


def test_a_call_by_a_body_that_is_named_is_told_as_its_word_and_accuses_nobody() -> None:
    told = read("La milicia mató a diez niños. La red pide a la milicia que libere a los niños que reclutó.", "es")[-1]
    assert (told.kind, told.speaker, parties_of(told)) == (StatementKind.CONTEXT, "red", [])


def test_what_was_verified_is_of_the_task_force_in_the_country() -> None:
    text = "El equipo de tareas en el país verificó 90 secuestros de niños. Se verificaron 12 ataques contra escuelas."
    told = read(text, "es")
    assert [one.speaker for one in told] == ["equipo de tareas en el país"] * 2
    assert told[-1].factuality is Factuality.VERIFIED_BY_SOURCE


def test_a_word_with_its_accent_inside_is_no_verb_of_saying() -> None:
    text = "La doctora dijo que dos de los niños heridos por la mina siguen en estado crítico."
    assert read(text, "es")[0].speaker == "doctora"


@pytest.mark.parametrize(
    "text",
    [
        "Los rebeldes mataron a tres niños poco antes de las nueve de la noche.",
        "Los rebeldes violaron a tres niñas de entre 9 y 14 años, dos de ellas en la cárcel.",
    ],
)
def test_an_hour_counts_nothing_and_some_of_them_are_no_age(text: str) -> None:
    ages = [item.quantity.kind.value for item in read(text, "es")[0].quantities]
    assert ages in (["count"], ["count", "age", "count"])


def test_whoever_is_responsible_stands_behind_the_verb_in_a_list() -> None:
    text = "Los rebeldes reclutaron a 90 niños. Los principales autores son el Clan Azul (50 casos) y Baz Nwa (40)."
    assert [name for name, _ in parties_of(read(text, "es")[-1])] == ["Clan Azul", "Baz Nwa"]


def test_what_somebody_admits_behind_although_is_a_limit_of_its_own() -> None:
    text = "La milicia ocupó escuelas. La alcaldía contabiliza once, aunque admite que no existen datos de Amra."
    assert [one.kind for one in read(text, "es")[1:]] == [StatementKind.VIOLATION_CLAIM, StatementKind.LIMITATION]


def test_whom_somebody_holds_responsible_for_it_is_told() -> None:
    text = "Un dron mató a dos niños en Amra. El alcalde de Amra lo atribuye al Frente Azul."
    told = read(text, "es")[-1]
    assert (violations_of(told), parties_of(told)) == ({"killing"}, [("Frente Azul", "stated")])


def test_what_a_blast_caused_is_told_with_it() -> None:
    told = read("En Amra estalló una mina, lo que causó la muerte a dos niños.", "es")
    assert len(told) == 1


def test_a_limit_on_the_rest_is_of_the_harm_told_before() -> None:
    text = "La milicia violó a diez niñas. No pudo establecerse la autoría de los cuatro casos restantes."
    assert violations_of(read(text, "es")[-1]) == {"sexual_violence"}


def test_that_nobody_so_young_serves_is_a_denial() -> None:
    text = (
        "El ejército reclutó a niños. El Ministerio de Defensa afirmó que ningún menor presta servicio en el ejército."
    )
    assert read(text, "es")[-1].kind is StatementKind.CONTEXT_CLAIM


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Los rebeldes mataron a diez niños, dijo la alcaldesa en su canal de Telegram."),
        ("fr", "Les rebelles ont tué dix enfants, a écrit la maire sur Telegram."),
        ("en", "Rebels killed ten children, the mayor wrote on Telegram."),
    ],
)
def test_a_network_is_no_place(language: str, text: str) -> None:
    assert [place.name for one in read(text, language) for place in one.places] == []


def test_who_keeps_the_register_is_who_tells_it() -> None:
    text = "La milicia reclutó a 86 menores, según el registro que lleva la Mesa del Macizo."
    assert read(text, "es")[0].speaker == "Mesa del Macizo"


def test_they_who_deny_are_those_who_were_blamed() -> None:
    text = "La Guardia Azul secuestró a diez niñas. El alcalde culpa a la Guardia Azul. Ellos lo niegan."
    told = read(text, "es")[-1]
    assert (told.kind, told.speaker) == (StatementKind.CONTEXT_CLAIM, "Guardia Azul")


def test_whoever_the_sentence_before_opens_with_goes_on_speaking() -> None:
    text = (
        'La milicia reclutó a diez niños, dijo la maestra. Wilmer tenía 15 años. "La milicia me dio un fusil", '
        "cuenta en Popayán."
    )
    assert read(text, "es")[2].speaker == "Wilmer"


def test_trucks_that_are_held_back_are_aid_denied() -> None:
    told = read("La milicia retuvo en el puesto de Amra más de la mitad de los camiones de ayuda.", "es")[0]
    assert violations_of(told) == {"denial_access"}


def test_places_in_a_row_of_commas_and_behind_their_noun_are_places() -> None:
    text = "Los rebeldes mataron a diez niños en Kesh, Amra y El Tambo. Hirieron a dos niñas en la vereda La Vega."
    assert [place.name for one in read(text, "es") for place in one.places] == ["Kesh", "Amra", "El Tambo", "La Vega"]


def test_forces_of_two_kinds_are_one_party_of_a_list() -> None:
    text = "Los secuestros de niños se atribuyeron al Frente Azul (7) y las fuerzas de defensa y seguridad (3)."
    assert [name for name, _ in parties_of(read(text, "es")[0])] == ["Frente Azul", "fuerzas de defensa y seguridad"]


def test_seven_in_ten_of_those_just_counted_speak_for_them() -> None:
    text = "De las 90 sobrevivientes menores de edad, siete de cada diez afirmaron haber sido violadas por milicianos."
    told = read(text, "es")[0]
    assert (told.speaker, len(told.quantities)) == ("sobrevivientes", 2)


def test_the_building_that_a_bomb_was_aimed_at_is_told_beside_who_was_hurt() -> None:
    text = "Un avión lanzó una bomba sobre el puesto de salud de Amra e hirió a dos niñas."
    assert violations_of(read(text, "es")[0]) == {"attack_hospital", "maiming"}


def test_what_nobody_hears_from_a_place_is_a_limit() -> None:
    text = "La milicia ocupó once escuelas. Hay dos aldeas de las que la oficina no recibe información."
    assert read(text, "es")[-1].kind is StatementKind.LIMITATION


def test_a_year_so_far_behind_who_tells_it_dates_the_deed() -> None:
    told = read("Según la Red del Lago, en 2020, los rebeldes secuestraron a 90 niños.", "es")[0]
    assert when_of(told).text == "2020"
