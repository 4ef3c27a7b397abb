"""Who condemns, is concerned, could corroborate; children handed over. All invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import codes_of, read, violations_of

RED_FRONT = {
    "en": "The Red Front abducted 12 girls in Amra in May. ",
    "fr": "Le Front rouge a enlevé 12 filles à Amra en mai. ",
    "es": "El Frente Rojo secuestró a 12 niñas en Amra en mayo. ",
    "ar": "خطفت الجبهة الحمراء 12 فتاة في عمرا في أيار. ",
}


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The Working Group strongly condemned the abduction of girls by the Red Front.", "Working Group"),
        ("en", "The Committee is deeply concerned about the detention of boys by the Red Front.", "Committee"),
        ("en", "The Secretary-General deplores the killing of six girls in Amra.", "Secretary-General"),
        ("fr", "Le Groupe de travail a condamné fermement les enlèvements de filles à Amra.", "Groupe de travail"),
        ("fr", "Le Secrétaire général a condamné le meurtre de six filles à Amra.", "Secrétaire général"),
        ("es", "El Grupo de Trabajo condenó los ataques del Frente Rojo contra centros de salud.", "Grupo de Trabajo"),
        ("es", "El Secretario General deploró el secuestro de seis niñas en Amra.", "Secretario General"),
    ],
)
def test_who_condemns_or_is_concerned_says_what_was_done(language: str, text: str, speaker: str) -> None:
    (one,) = read(text, language)
    assert (one.kind, one.chain[-1].actor.removeprefix("The ")) == (StatementKind.VIOLATION_CLAIM, speaker)
    assert one.factuality is Factuality.ATTRIBUTED


def test_the_author_of_a_report_is_the_report() -> None:
    (one,) = read("I am gravely concerned by the abduction of nine girls by the Red Front.")
    assert (len(one.chain), one.factuality) == (1, Factuality.ASSERTED)


def test_violations_attributed_to_a_party_are_told_by_nobody() -> None:
    (one,) = read("The increase in violations attributed to the Red Front includes the killing of nine girls.")
    assert [link.actor for link in one.chain[1:]] == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The Mission was able to corroborate the killing of four boys in Amra.", Factuality.VERIFIED_BY_SOURCE),
        ("The Panel received credible information that soldiers raped three girls.", Factuality.REPORTED),
    ],
)
def test_what_a_body_could_corroborate_or_only_heard(text: str, level: Factuality) -> None:
    assert [one.factuality for one in read(text)] == [level]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nine boys formerly associated with the Red Front were handed over to civilian actors."),
        ("fr", "Neuf garçons associés au Front rouge ont été remis à des acteurs civils."),
        ("es", "Nueve niños vinculados al Frente Rojo fueron entregados a agentes civiles."),
        ("ar", "تم تسليم تسعة أطفال مرتبطين بالجبهة الحمراء إلى جهات مدنية."),
    ],
)
def test_children_handed_over_are_no_new_recruits(language: str, text: str) -> None:
    told = read(RED_FRONT[language] + text, language)[1:]
    assert [violations_of(one) for one in told] == [set()]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Trois sœurs ont été violées par des éléments de la Garde nationale de Doru alors qu'elles fuyaient."),
        ("es", "Tres hermanas fueron violadas por miembros del Frente Rojo en Valle Quemado."),
    ],
)
def test_a_word_of_harm_in_a_name_harms_nobody(language: str, text: str) -> None:
    assert [violations_of(one) for one in read(text, language)] == [{"sexual_violence"}]


def test_a_name_ends_where_another_clause_begins() -> None:
    text = "Trois sœurs ont été violées par des éléments de la Garde nationale de Doru alors qu'elles fuyaient."
    assert [party.name for one in read(text, "fr") for party in one.parties] == ["Garde nationale de Doru"]


def test_que_behind_a_verb_of_saying_is_no_relative_word() -> None:
    text = "Le Ministre a démenti que des mineurs servent dans les forces armées et a assuré que l'âge était vérifié."
    assert {link.actor for one in read(text, "fr") for link in one.chain[1:]} == {"Ministre"}


def test_violations_of_no_kind_told_are_violations_still() -> None:
    (one,) = read("Of the verified violations, 62 per cent were attributed to the Red Front and 30 to the army.")
    assert violations_of(one) == {"unspecified"}


def test_violations_told_before_keep_their_kind() -> None:
    text = "The Red Front abducted nine girls. These violations, 12 in all, were attributed to its northern wing."
    assert codes_of(text) == [("abduction",), ("abduction",)]
