"""Deeds in the forms that Spanish verbs take, and who did nothing in the same words; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import read, violations_of


def told(text: str) -> set[str]:
    claims = [one for one in read(text, "es") if one.kind is StatementKind.VIOLATION_CLAIM]
    return {code for one in claims for code in violations_of(one)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("El Frente Rojo utilizó a escolares para vigilar los caminos.", "recruitment_use"),
        ("Varios alumnos fueron usados para transportar municiones del Frente.", "recruitment_use"),
        ("Los rebeldes dieron armas a chicos de 14 años.", "recruitment_use"),
        ("Los dos bandos de la guerra recurren a menores.", "recruitment_use"),
        ("Vecinos denuncian la participación de seis menores en los combates.", "recruitment_use"),
        ("El comandante ordenó que cada casa ponga un hijo.", "recruitment_use"),
        ("La ONU documentó abusos contra tres alumnas en el cuartel.", "sexual_violence"),
        ("Tres chicas fueron forzadas por soldados en un retén.", "sexual_violence"),
        ("Los soldados entraron en Amra agrediendo sexualmente a una adolescente.", "sexual_violence"),
        ("La milicia se fue llevándose por la fuerza a varios alumnos.", "abduction"),
        ("Los milicianos volvieron a sacar a la fuerza de sus casas a seis chicos.", "abduction"),
        ("Una patrulla del Ejército detuvo el 3 de mayo a un chico de 15 años.", "deprivation_liberty"),
        ("Los rebeldes devolvieron 40 camiones con harina.", "denial_access"),
        ("El general mantiene cercada la ciudad y no deja salir a los heridos.", "denial_access"),
        ("Un conductor de ambulancia fue asesinado a tiros en el retén.", "attack_hospital"),
        ("El Frente Rojo ha matado a una maestra.", "attack_school"),
        ("El Frente Rojo ha tiroteado un autobús escolar.", "attack_school"),
        ("La milicia se alojó en el liceo de Amra.", "military_use"),
        ("Los rebeldes habían acampado en el liceo de Amra.", "military_use"),
    ],
)
def test_a_deed_is_told_by_every_form_of_its_verb(text: str, code: str) -> None:
    assert code in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "La ONG reunió a los niños para llevar agua al campamento tras los combates.",
        "El Ejército usó a perros para vigilar los caminos. Los niños miraban.",
        "La Cruz Roja recurrió a médicos voluntarios tras el bombardeo.",
        "El Frente dio armas a sus combatientes. Los niños huyeron.",
        "Los bomberos sacaron de sus casas a los niños antes del bombardeo.",
        "Las familias acampan en el patio de la escuela desde el bombardeo.",
        "Al menos seis centros de salud han cerrado por los combates en el norte.",
        "Los rebeldes mantienen cercada la base militar.",
        "La menor fue asignada a un puesto de lectura del colegio tras la guerra.",
        "Una patrulla del Ejército saludó a un chico de 15 años.",
        "Tres chicas fueron forzadas por su familia a volver al pueblo tras la guerra.",
    ],
)
def test_the_same_words_tell_no_deed_where_nobody_was_harmed(text: str) -> None:
    assert told(text) == set()
