"""Sentences of Spanish reports that were read as surer, or as telling more, than their words; all invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from unit.extract.told import parties_of, read, violations_of


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("¿Estaban los niños secuestrados por un grupo armado?", Factuality.BELIEVED),
        ("Una hipótesis indica que los niños están en poder del Frente de Lasa.", Factuality.BELIEVED),
        ("Todo apunta a que el Frente de Lasa reclutó a 20 menores.", Factuality.BELIEVED),
        ("La cifra de niños reclutados podría ascender a 200.", Factuality.BELIEVED),
        ("Según los cálculos de Amparo, 2.000 menores fueron reclutados.", Factuality.BELIEVED),
        ("Las autoridades investigan si el Frente de Lasa reclutó a 20 menores.", Factuality.ALLEGED),
        ("Se nos dijo que el Frente de Lasa se llevó a doce niños.", Factuality.REPORTED),
        ("Una fuente nos reveló que el Frente de Lasa se llevó a doce niños.", Factuality.REPORTED),
        ("Fuentes locales dijeron que el Frente de Lasa se llevó a doce niños.", Factuality.ATTRIBUTED),
        ("El ministerio del Interior dijo que los rebeldes reclutaron a diez niños.", Factuality.CLAIMED_BY_PARTY),
        ("El ejército mató a dos niñas en Odem, se supo de fuentes médicas.", Factuality.ATTRIBUTED),
        ("¿Quién mató a los dos niños?", Factuality.ASSERTED),
    ],
)
def test_what_is_asked_or_supposed_is_no_surer_than_its_words(text: str, sure: Factuality) -> None:
    assert read(text, "es")[-1].factuality is sure


@pytest.mark.parametrize("text", ["Did soldiers take the twelve boys?", "Were two girls killed by the army?"])
def test_an_english_question_tells_no_deed_that_was_done(text: str) -> None:
    assert read(text)[-1].factuality is Factuality.BELIEVED


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Una hipótesis indica que los niños están en poder del Frente de Lasa.", "unnamed"),
        ("El Frente de Lasa reclutó a 30 niños como parte de su política expresa y formal.", "document"),
        ("La Red Odem precisa que el Frente de Lasa reclutó a 30 niños.", "Red Odem"),
        ("El ejército mató a dos niñas, se supo por vecinos del lugar.", "vecinos del lugar"),
    ],
)
def test_a_thought_and_an_adjective_say_nothing(text: str, who: str) -> None:
    assert read(text, "es")[-1].speaker == who


def test_a_heading_ends_who_is_quoted() -> None:
    text = (
        "Las niñas de Odem denunciaron ataques a sus escuelas.\n\nKori del Sur\n\n"
        "“Más de 1.600 niños han sido reclutados por la Guardia."
    )
    assert read(text, "es")[-1].speaker == "unnamed"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Los rebeldes se llevaron enseres y animales menores.", set()),
        ("Los rebeldes se llevaron a dos menores.", {"abduction"}),
        ("Los niños cuyos padres fueron asesinados por el Frente son 300.", set()),
        ("Los padres de los tres niños fueron asesinados por el Frente.", set()),
        ("Los padres y los tres niños fueron asesinados por el Frente.", {"killing"}),
        ("La madre fue secuestrada con sus dos hijos por el Frente.", {"abduction"}),
        ("Las niñas presenciaron el asesinato de sus maestros.", {"attack_school"}),
        (
            "Las niñas presenciaron el asesinato de maestros y fueron obligadas a casarse con combatientes.",
            {"attack_school", "sexual_violence"},
        ),
        ("Algunas niñas fueron obligadas a contraer matrimonio con combatientes.", {"sexual_violence"}),
    ],
)
def test_no_more_is_told_than_was_done_to_children(text: str, codes: set[str]) -> None:
    assert set().union(*(violations_of(one) for one in read(text, "es"))) == codes


def test_shots_at_a_civilian_go_on_about_no_child() -> None:
    text = "El ejército mató a dos niños en Odem.\n\nUn soldado disparó contra un civil."
    assert not violations_of(read(text, "es")[-1])


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("El ejército bombardeó posiciones de la Guardia de Kori; dos niños murieron.", "ejército"),
        ("La aviación alcanzó un bastión de la Guardia de Kori y mató a dos niños.", "aviación"),
        ("Los disparos salieron de posiciones de la Guardia de Kori y mataron a dos niños.", "Guardia de Kori"),
    ],
)
def test_whose_posts_are_struck_did_not_do_it(text: str, party: str) -> None:
    assert [name for name, _ in parties_of(read(text, "es")[-1])] == [party]


def test_a_second_attack_lasts_no_second() -> None:
    assert not read("El ejército lanzó un segundo ataque contra la escuela.", "es")[-1].quantities
