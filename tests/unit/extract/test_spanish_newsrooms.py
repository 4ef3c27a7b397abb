"""How Spanish newsrooms, threads and reports tell it; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import parties_of, read, violations_of

MATANZA = "Los Leones de Amra mataron a tres niños en Kesh. "


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Los milicianos obligaron a un grupo de niñas a cargar con los sacos.", "recruitment_use"),
        ("A los niños les enseñaron a montar un fusil.", "recruitment_use"),
        ("Nueve muchachos que desertaron de la milicia volvieron a casa.", "recruitment_use"),
        ("La milicia ha volado dos escuelas en Amra.", "attack_school"),
        ("Los rebeldes prendieron fuego también al hospital de Amra.", "attack_hospital"),
        ("El ejército tiene vetado el acceso de las agencias humanitarias al valle.", "denial_access"),
        ("La milicia no deja pasar ambulancias por el acceso norte desde ayer.", "denial_access"),
        ("Un proyectil hirió a tres niños. La menor sigue en cuidados intensivos.", "maiming"),
    ],
)
def test_everyday_verbs_tell_what_was_done(text: str, code: str) -> None:
    assert code in violations_of(read(text, "es")[-1])


def test_a_boat_that_is_held_back_is_nobody_taken() -> None:
    text = "Los Leones de Amra retuvieron en el río una lancha con vacunas para 900 niños."
    assert violations_of(read(text, "es")[0]) == {"denial_access"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La red recogió diez relatos de violencia sexual sufrida por niñas en Amra.", "es"),
        ("La Ligue a recensé des violences sexuelles subies par neuf filles à Amra.", "fr"),
    ],
)
def test_girls_by_whom_violence_was_suffered_did_not_do_it(text: str, language: str) -> None:
    assert violations_of(read(text, language)[0]) == {"sexual_violence"}


@pytest.mark.parametrize(
    ("text", "who", "sure"),
    [
        ("El Ejército, por su parte, anunció la liberación de nueve niños en Kesh.", "Ejército", "claimed_by_party"),
        ("Los vecinos con los que he podido hablar apuntan al Frente Gris por la muerte de dos niños.", "vecinos", ""),
        ("La red Ojo Claro lleva contados 40 ataques a escuelas.", "red Ojo Claro", "attributed"),
        ("Lo que me dijo el alcalde de Kesh: que los rebeldes mataron a dos niños.", "alcalde de Kesh", "attributed"),
        ("Fuentes médicas consultadas en Kesh dijeron que murieron dos niños.", "Fuentes médicas", "attributed"),
        (
            "Dos niños murieron en la celda; la versión oficial habla de fiebre.",
            "versión oficial",
            "claimed_by_party",
        ),
        ("El Observatorio documentó 14 denuncias de secuestro de niñas.", "Observatorio", "alleged"),
    ],
)
def test_who_speaks_is_heard_past_what_stands_between(text: str, who: str, sure: str) -> None:
    told = read(text, "es")[-1]
    assert told.speaker == who
    assert sure in ("", told.factuality.value)


def test_the_spokesman_of_the_group_told_of_speaks_for_it() -> None:
    text = MATANZA + "El grupo no tuvo nada que ver, respondió su portavoz, quien culpó al Ejército."
    assert read(text, "es")[-1].factuality is Factuality.CLAIMED_BY_PARTY


def test_who_denies_it_and_blames_another_says_two_things() -> None:
    denied, blamed = read(MATANZA + "Ellos lo niegan y acusan al Frente Gris.", "es")[1:]
    assert denied.kind is StatementKind.CONTEXT_CLAIM
    assert [name for name, _ in parties_of(blamed)] == ["Frente Gris"]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        (MATANZA + "Los asaltantes quemaron también la escuela.", "es", "Leones de Amra"),
        ("هاجم جيش الصحراء قرية كش وقتل ثلاثة أطفال. وخطف المهاجمون فتاتين.", "ar", "جيش الصحراء"),
        ("Le Front du Lac a tué trois enfants à Kesh. Les assaillants ont incendié l'école.", "fr", "Front du Lac"),
    ],
)
def test_the_attackers_are_those_whose_attack_was_just_told(text: str, language: str, name: str) -> None:
    assert parties_of(read(text, language)[-1]) == [(name, "implied")]


def test_a_name_ends_before_what_happened_during_something() -> None:
    text = "Seis niñas fueron violadas por hombres del Frente de Defensa de Amra durante registros en sus casas."
    assert parties_of(read(text, "es")[0]) == [("Frente de Defensa de Amra", "stated")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Los rebeldes reclutaron a tres alumnos, dos de 15 años y uno de 16.",
            "count 3, count 2, age 15, count 1, age 16",
        ),
        ("La milicia reclutó a ocho niños. Cinco tenían menos de 15 cuando entraron.", "count 5, age 15"),
        ("La milicia reclutó a ocho niñas. La más chica tiene 13.", "age 13"),
    ],
)
def test_ages_are_told_without_the_word(text: str, told: str) -> None:
    amounts = [item.quantity for item in read(text, "es")[-1].quantities]
    assert ", ".join(f"{each.kind.value} {each.low}" for each in amounts) == told


def test_what_comes_as_the_news_comes_in_is_no_source() -> None:
    text = "Los rebeldes mataron a dos niños en Kesh. Lo iré actualizando según lleguen datos de Kesh."
    assert {one.speaker for one in read(text, "es")} == {"document"}


def test_visits_refused_to_those_who_ask_are_a_limit() -> None:
    text = "La Comisión supo de diez niños muertos. Las autoridades denegaron sus solicitudes de visita a Amra."
    assert read(text, "es")[-1].kind is StatementKind.LIMITATION
