"""What a sentence says was not done, and what was done beside it. In four languages; every text is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import read, violations_of


def told(language: str, text: str) -> set[str]:
    """The violations that somebody says were done."""
    claims = [one for one in read(text, language) if one.kind is StatementKind.VIOLATION_CLAIM]
    return {code for one in claims for code in violations_of(one)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Lake Front recruited no boys."),
        ("en", "The shelling killed no children in Kesh."),
        ("en", "Rebels abducted none of the boys in Kesh."),
        ("en", "The army attacked no schools in Kesh."),
        ("en", "Rebels killed no civilians and abducted no children."),
        ("en", "No boys and girls were killed by rebels in Kesh."),
        ("en", "There is no evidence that soldiers killed children in Kesh."),
        ("fr", "L'armée n'a pas tué et blessé des enfants."),
        ("es", "El ejército no mató y secuestró a niños."),
        ("ar", "لم يقتل الجيش أطفالا."),
        ("ar", "لم يقل الشهود إن الجنود قتلوا أطفالا."),
    ],
)
def test_a_deed_done_to_nobody_is_told_by_nobody(language: str, text: str) -> None:
    assert told(language, text) == set()


def test_who_else_stands_behind_a_no_takes_nothing_back() -> None:
    assert told("en", "The Lake Front recruited no boys, teachers say.") == set()


def test_a_party_that_says_it_did_it_to_nobody_denies_it() -> None:
    (one,) = read("The Lake Front says it recruited no boys.")
    assert (one.kind, violations_of(one)) == (StatementKind.CONTEXT_CLAIM, {"recruitment_use"})


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("en", "Rebels killed no fewer than three children in Kesh.", {"killing"}),
        ("en", "Rebels killed without warning three children in Kesh.", {"killing"}),
        ("en", "The attack killed no children but wounded three boys.", {"maiming"}),
        ("en", "The rebels did not kill but abducted ten children.", {"abduction"}),
        ("en", "Rebels spared no one and killed ten children.", {"killing"}),
        ("fr", "L'attaque n'a tué aucun enfant mais a blessé trois garçons.", {"maiming"}),
        ("fr", "L'attaque n'a épargné personne et a tué dix enfants.", {"killing"}),
        ("es", "El ataque no mató a ningún niño pero hirió a tres muchachos.", {"maiming"}),
        ("es", "Hombres armados no identificados mataron a tres niños.", {"killing"}),
        ("ar", "لم يرحم الهجوم أحدا وقتل عشرة أطفال.", {"killing"}),
    ],
)
def test_what_was_done_stays_told_behind_a_word_of_denial(language: str, text: str, codes: set[str]) -> None:
    assert told(language, text) == codes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A teacher who did not flee said rebels killed ten children in Kesh."),
        ("ar", "قال المعلم الذي لم يهرب إن الجنود قتلوا عشرة أطفال."),
        ("ar", "وقالت الأم التي لن تعود إن الجنود قتلوا ثلاثة أطفال."),
    ],
)
def test_what_a_speaker_did_not_do_denies_nothing_that_he_tells(language: str, text: str) -> None:
    assert told(language, text) == {"killing"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army denied access to three aid convoys in Kesh."),
        ("en", "Rebels denied aid workers access to Kesh."),
        ("en", "The army denies humanitarian access to Kesh."),
        ("es", "El ejército negó el acceso a tres convoyes de ayuda en Kesh."),
        ("es", "El ejército niega el paso a la ayuda humanitaria."),
        ("fr", "L'armée a refusé l'accès à trois convois d'aide à Kesh."),
    ],
)
def test_who_denies_the_way_denies_no_deed(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert (told(language, text), one.factuality.value) == ({"denial_access"}, "asserted")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army denied bombing an aid convoy in Kesh."),
        ("en", "The army denied blocking access to aid convoys."),
        ("en", "The army denied access to the aid convoy had been blocked."),
        ("es", "El ejército negó haber bloqueado el acceso a la ayuda."),
        ("fr", "L'armée a nié avoir bloqué l'accès à l'aide."),
    ],
)
def test_who_denies_that_the_way_was_barred_claims_it_was_not(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert (one.kind, one.factuality.value) == (StatementKind.CONTEXT_CLAIM, "claimed_by_party")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Eleven children were killed in the strike, the director of the hospital said.", "en"),
        ("Eleven children died in the attack, said a teacher at the school in Amra.", "en"),
        ("Eleven children died in Monday's shelling, according to the hospital.", "en"),
        ("Onze enfants ont été tués dans l'attaque, a dit le directeur de l'hôpital d'Amra.", "fr"),
        ("Onze enfants sont morts dans le bombardement, selon l'hôpital d'Amra.", "fr"),
        ("Once niños murieron en el bombardeo, dijo el director del hospital de Amra.", "es"),
        ("Once niños murieron en el ataque de ayer, según una maestra de la escuela.", "es"),
    ],
)
def test_the_hospital_or_school_of_who_speaks_was_not_struck(text: str, language: str) -> None:
    assert [violations_of(one) for one in read(text, language)] == [{"killing"}]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Soldiers attacked, neighbours said, the hospital in Amra.", "en"),
        ("Rebels attacked the market and the hospital, neighbours said.", "en"),
        ("Los rebeldes atacaron, según vecinos, el hospital de Amra.", "es"),
    ],
)
def test_what_was_struck_stays_so_beside_who_says_it(text: str, language: str) -> None:
    assert violations_of(read(text, language)[0]) == {"attack_hospital"}
