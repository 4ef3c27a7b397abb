"""What ordinary Spanish reports say in ordinary ways; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import parties_of, read, violations_of


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
