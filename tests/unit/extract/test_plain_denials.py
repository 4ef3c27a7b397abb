"""What a sentence says was not done, with nobody who denies it: a claim of context, no violation; and denials that are
none. In four languages; every text is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import Statement, StatementKind
from unit.extract.told import read, violations_of


def is_denial(one: Statement, code: str, level: Factuality = Factuality.ASSERTED) -> bool:
    """The statement names the violation as one that was not done, as sure as it is told, at no time."""
    doubts = {doubt.code for doubt in one.warnings}
    told = (one.kind, violations_of(one), one.factuality, "denial" in doubts)
    return told == (StatementKind.CONTEXT_CLAIM, {code}, level, True)


@pytest.mark.parametrize(
    ("language", "code", "text"),
    [
        ("en", "killing", "The army did not kill 12 children on 3 March."),
        ("en", "killing", "The army didn't kill the children."),
        ("en", "killing", "Soldiers never killed 12 children in Kesh."),
        ("en", "killing", "No child was killed in Kesh on 3 March."),
        ("en", "killing", "None of the 12 children was killed by the army."),
        ("en", "killing", "Neither the army nor the rebels killed 12 children."),
        ("en", "killing", "There were no children among the 12 killed."),
        ("en", "killing", "It is not true that the army killed 12 children in Kesh."),
        ("en", "abduction", "It is false that rebels abducted 30 girls."),
        ("en", "recruitment_use", "The militia does not recruit children under 15."),
        ("en", "attack_school", "The school was not hit."),
        ("fr", "killing", "L'armée n'a pas tué 12 enfants le 3 mars."),
        ("fr", "killing", "L'armée n'a jamais tué d'enfants."),
        ("fr", "killing", "Aucun enfant n'a été tué à Kesh le 3 mars."),
        ("fr", "killing", "Aucun des 12 enfants n'a été tué par l'armée."),
        ("fr", "killing", "Ni l'armée ni les rebelles n'ont tué 12 enfants."),
        ("fr", "killing", "Il est faux que l'armée ait tué 12 enfants."),
        ("fr", "attack_school", "L'école n'a pas été touchée."),
        ("es", "killing", "El Ejército no mató a 12 niños el 3 de marzo."),
        ("es", "killing", "Ningún niño murió en Kesh el 3 de marzo."),
        ("es", "killing", "Ninguno de los 12 niños fue asesinado por el Ejército."),
        ("es", "killing", "Ni el Ejército ni los rebeldes mataron a 12 niños."),
        ("es", "killing", "Es falso que el Ejército matara a 12 niños."),
        ("es", "killing", "Las denuncias de que el Ejército mató a 12 niños son falsas."),
        ("es", "attack_school", "La escuela no fue alcanzada."),
        ("ar", "killing", "لم يقتل الجيش 12 طفلا في 3 مارس."),
        ("ar", "killing", "ما قتل الجيش 12 طفلا في كش."),
        ("ar", "killing", "لم يقتل أي طفل في كش في 3 مارس."),
        ("ar", "killing", "ليس صحيحا أن الجيش قتل 12 طفلا."),
        ("ar", "abduction", "غير صحيح أن المسلحين خطفوا 30 فتاة."),
        ("ar", "killing", "التقارير عن مقتل 12 طفلا كاذبة."),
        ("ar", "attack_school", "لم تستهدف المدرسة."),
    ],
)
def test_what_a_text_says_was_not_done_is_a_claim_of_context(language: str, code: str, text: str) -> None:
    (one,) = read(text, language)
    assert is_denial(one, code)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mayor said no child had been killed."),
        ("en", "Witnesses said that rebels had not killed the girls."),
        ("fr", "Des témoins disent qu'aucun enfant n'a été tué."),
        ("es", "Los vecinos dijeron que ningún niño murió."),
        ("ar", "قال شهود إن الجيش لم يقتل أي طفل."),
    ],
)
def test_who_saw_that_nothing_was_done_is_no_party_that_clears_itself(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert is_denial(one, "killing", Factuality.ATTRIBUTED)


@pytest.mark.parametrize(
    ("language", "killed", "text"),
    [
        ("en", "The army killed 12 children in Kesh.", "Residents deny it."),
        ("fr", "L'armée a tué 12 enfants à Kesh.", "Les habitants le nient."),
        ("es", "El Ejército mató a 12 niños en Kesh.", "Los vecinos lo niegan."),
        ("ar", "قتل الجيش 12 طفلا في كش.", "وينفي السكان ذلك."),
    ],
)
def test_residents_who_deny_it_are_no_party(language: str, killed: str, text: str) -> None:
    (_, one) = read(f"{killed} {text}", language)
    assert is_denial(one, "killing", Factuality.ALLEGED)


def test_a_party_that_disputes_it_denies_it() -> None:
    (_, one) = read("The army killed 12 children in Kesh. The army disputes this.")
    assert is_denial(one, "killing", Factuality.CLAIMED_BY_PARTY)


@pytest.mark.parametrize(
    ("language", "killed", "text"),
    [
        ("en", "The army killed 12 children in Kesh.", "The army does not deny this."),
        ("fr", "L'armée a tué 12 enfants à Kesh.", "L'armée ne le nie pas."),
        ("es", "El Ejército mató a 12 niños en Kesh.", "El Ejército no lo niega."),
        ("ar", "قتل الجيش 12 طفلا في كش.", "والجيش لا ينفي ذلك."),
    ],
)
def test_who_does_not_deny_it_neither_denies_nor_claims_it(language: str, killed: str, text: str) -> None:
    (_, one) = read(f"{killed} {text}", language)
    assert (one.kind, one.violations, one.warnings) == (StatementKind.CONTEXT, (), ())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'attaque n'a tué que 12 enfants à Kesh."),
        ("es", "El ataque no mató más que a 12 niños en Kesh."),
        ("ar", "لم يقتل القصف سوى 12 طفلا في كش."),
    ],
)
def test_who_killed_only_so_many_killed_them(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert (one.kind, violations_of(one)) == (StatementKind.VIOLATION_CLAIM, {"killing"})


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The government has not investigated the killing of 12 children."),
        ("en", "Rebels did not stop killing children."),
        ("en", "Nobody was punished for killing the 12 children."),
        ("fr", "L'armée n'a pas enquêté sur la mort de 12 enfants."),
        ("fr", "Les rebelles n'ont pas cessé de recruter des enfants."),
        ("es", "El Gobierno no investigó la muerte de 12 niños."),
        ("es", "Los rebeldes no han dejado de reclutar niños."),
        ("ar", "لم تحقق الحكومة في مقتل 12 طفلا."),
        ("ar", "لم يتوقف المسلحون عن تجنيد الأطفال."),
    ],
)
def test_what_else_was_not_done_denies_no_deed(language: str, text: str) -> None:
    found = read(text, language)
    assert [one for one in found if any(doubt.code == "denial" for doubt in one.warnings)] == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The attack killed no children but wounded three boys, the mayor said.", {"maiming"}),
        ("No child was killed in Kesh. Three boys were abducted.", {"abduction"}),
    ],
)
def test_beside_what_was_not_done_only_what_was_done_is_told(text: str, codes: set[str]) -> None:
    claims = [one for one in read(text) if one.kind is StatementKind.VIOLATION_CLAIM]
    assert [violations_of(one) for one in claims] == [codes]


def test_what_was_not_done_is_not_told_on() -> None:
    (_, one) = read("No children were killed in Kesh. On Monday the clinic saw 14 of them.")
    assert one.violations == ()
