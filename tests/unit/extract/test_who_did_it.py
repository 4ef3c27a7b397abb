"""Who did what is told, who only fights, is blamed or is beaten; every text here is invented."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import FRENCH_CLAIM, parties_of, read, said


def test_those_a_child_is_said_to_work_with_did_not_hold_it() -> None:
    text = "Ocho niños fueron detenidos por su presunta colaboración con el Frente Azul."
    (one,) = read(text, "es")
    assert ({ref.code for ref in one.violations}, one.parties) == ({"deprivation_liberty", "recruitment_use"}, ())


def test_who_holds_suspects_detains_them() -> None:
    text = "La milicia retiene a nueve niños por su presunta colaboración con el Frente Azul."
    assert {ref.code for ref in read(text, "es")[0].violations} == {"deprivation_liberty", "recruitment_use"}


def test_whom_a_party_fights_did_not_do_it_and_since_when_dates_no_deed() -> None:
    text = "El ministerio culpó de la muerte de diez niños al Frente Azul, que combate al Ejército desde 2015."
    (one,) = read(text, "es")
    assert [party.name for party in one.parties] == ["Frente Azul"]
    assert "2015" not in str(one.act_period)


def test_the_deed_before_tells_who_killed() -> None:
    text = "El Frente Azul incendió dos escuelas. Tres niños murieron y otros cinco resultaron heridos."
    assert [(party.name, party.basis.value) for party in read(text, "es")[-1].parties] == [("Frente Azul", "implied")]


@pytest.mark.parametrize(
    ("language", "attack", "other", "death", "party"),
    [
        (
            "en",
            "The Kesh Front torched two schools.",
            "The Kesh Front recruited two boys.",
            "Three boys died.",
            "Kesh Front",
        ),
        (
            "es",
            "El Frente de Kesh quemó dos escuelas.",
            "El Frente de Kesh reclutó a dos niños.",
            "Tres niñas murieron.",
            "Frente de Kesh",
        ),
        (
            "fr",
            "Le Front du Kesh a incendié deux écoles.",
            "Le Front du Kesh a recruté deux garçons.",
            "Trois filles sont mortes.",
            "Front du Kesh",
        ),
    ],
)
def test_who_died_behind_an_attack_died_of_it_and_not_behind_another_deed(
    language: str, attack: str, other: str, death: str, party: str
) -> None:
    assert parties_of(read(f"{attack} {death}", language)[-1]) == [(party, "implied")]
    assert parties_of(read(f"{other} {death}", language)[-1]) == []


def test_a_teenage_girl_is_one_child_and_the_guerrilla_she_is_said_to_be_of_did_not_hold_her() -> None:
    text = "Una adolescente acusada de pertenecer a la guerrilla fue detenida en Amra."
    one = read(text, "es")[-1]
    assert ([item.quantity.low for item in one.quantities], one.parties) == ([Fraction(1)], ())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "El Frente Azul secuestró a dos niñas.\n\nEn Amra secuestraron a 50 niñas. "
            "De ellas, 20 eran menores de 12.",
        ),
        (
            "en",
            "The Kesh Front abducted two girls.\n\nFifty girls were abducted in Amra. Of them, 20 girls were under 12.",
        ),
    ],
)
def test_a_claim_that_leaves_open_who_did_it_ends_the_party_before(language: str, text: str) -> None:
    assert read(text, language)[-1].parties == ()


def test_who_denies_and_accuses_another_claims_that_other_did_it() -> None:
    text = "لكن كتائب الشمال نفت أن تكون قد قصفت مدرسة أورن، واتهمت سلاح الجو بشن غارة على المدرسة."
    one = said(text, "ar", "سلاح الجو")
    assert (one.kind, one.speaker) == (StatementKind.VIOLATION_CLAIM, "كتائب الشمال")
    assert [party.name for party in one.parties] == ["سلاح الجو"]


def test_whom_somebody_holds_responsible_is_the_party() -> None:
    one = said("قصفت مدرسة في كش. وحمل المتحدث باسم وزارة الداخلية ألوية الشمال مسؤولية القصف.", "ar", "ألوية")
    assert (one.speaker, [party.name for party in one.parties]) == ("المتحدث باسم وزارة الداخلية", ["ألوية الشمال"])


def test_whom_a_party_only_blames_is_not_implied_later() -> None:
    text = "اتهمت حركة الجبل لواء النهر بقتل ثلاثة أطفال في كش. وأصيب ستة أطفال."
    assert said(text, "ar", "أصيب").parties == ()


@pytest.mark.parametrize(
    "deed",
    [
        "Ils sont repartis avec onze élèves.",
        "Ils ont enlevé six filles.",
        "Le dispensaire a également été incendié.",
        "Deux écoles ont aussi été pillées.",
    ],
)
def test_whoever_did_it_just_now_goes_on(deed: str) -> None:
    one = read(f"{FRENCH_CLAIM} {deed}", "fr")[-1]
    assert parties_of(one) == [("Front du Lac", "implied")]


def test_they_who_were_beaten_are_not_those_who_beat() -> None:
    one = read("Le Front du Lac a brûlé une école. Dix garçons étaient là. Ils ont été violés.", "fr")[-1]
    assert one.parties == ()


def test_a_militiaman_alone_is_who_did_it() -> None:
    assert parties_of(read("Une fille de 15 ans a été violée par un milicien.", "fr")[0]) == [("milicien", "stated")]


def test_they_who_burn_a_school_are_whoever_acted_before() -> None:
    one = read(f"{FRENCH_CLAIM} « Ils ont brûlé mon école », raconte Rita Sanz.", "fr")[-1]
    assert parties_of(one) == [("Front du Lac", "implied")]


def test_a_denial_implies_no_party() -> None:
    text = "Rebels of the Kesh Front abducted ten girls. A local official denied that any girl was abducted."
    assert [party.basis.value for party in read(text)[-1].parties] in ([], ["stated"])


def test_a_rocket_from_positions_held_by_the_guard_is_the_guards() -> None:
    (told,) = read("A rocket launched from positions held by the Harrow Guard killed three children.")
    assert [party.name for party in told.parties] == ["Harrow Guard"]


def test_unidentified_perpetrators_at_the_end_of_a_list_are_the_last_of_it() -> None:
    text = "The recruitment of 146 children by the Reed Movement (81) and unidentified perpetrators (18) was verified."
    assert [party.name for party in read(text)[0].parties] == ["Reed Movement", "unidentified perpetrators"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Kesh army said its forces do not target hospitals."),
        ("en", "The army said it had not detained any boys."),
        ("en", "A spokesman for the Front said no child had ever been recruited."),
        ("fr", "L'armée a affirmé que ses forces ne visent pas les hôpitaux."),
        ("fr", "La milice dit n'avoir tué aucun enfant."),
        ("es", "El ejército aseguró que sus fuerzas no atacan hospitales."),
        ("es", "El Frente afirma que no recluta menores."),
        ("ar", "قال الجيش إن قواته لا تستهدف المستشفيات."),
        ("ar", "قالت الحركة إنها لا تجند الأطفال."),
    ],
)
def test_what_a_party_says_that_it_does_not_do_is_no_claim_that_it_does(language: str, text: str) -> None:
    (told,) = read(text, language)
    assert (told.kind, told.factuality.value) == (StatementKind.CONTEXT_CLAIM, "claimed_by_party")


def test_a_denial_of_two_parties_is_of_both() -> None:
    (told,) = read("Both the army and the Kesh Front denied recruiting children.")
    assert [party.name for party in told.parties] == ["army", "Kesh Front"]


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "The soldiers said that the Kesh Front denied having killed nine children.", ["Kesh Front"]),
    ],
)
def test_who_only_tells_of_a_denial_denied_nothing(language: str, text: str, parties: list[str]) -> None:
    assert [party.name for party in read(text, language)[0].parties] == parties


def test_groups_affiliated_with_a_party_did_what_is_told_of_them() -> None:
    text = "In 2014, 142 boys were recruited by groups affiliated with the Kesh Army and 69 by the Nour Front."
    assert len(read(text)[0].parties) == 2


def test_an_arabic_verb_that_may_be_passive_is_nobodys_deed() -> None:
    one = read("قتلت جبهة البحيرة عشرة أطفال في كش. وقصفت المدرسة مساء.", "ar")[-1]
    assert ({ref.code for ref in one.violations}, one.parties) == ({"attack_school"}, ())


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The Lake Front was responsible for the killing of ten children near a Blue Army camp.", "Lake Front"),
        ("en", "The Lake Front was responsible for killing ten children near the camp of the Blue Army.", "Lake Front"),
        (
            "es",
            "El Frente Azul es responsable de la muerte de diez niños cerca del campamento del Ejército Rojo.",
            "Frente Azul",
        ),
    ],
)
def test_whose_camp_is_near_is_not_responsible_too(language: str, text: str, name: str) -> None:
    assert parties_of(read(text, language)[0]) == [(name, "stated")]


def test_an_arabic_force_goes_by_its_head_though_another_was_named_since() -> None:
    text = "سيطرت حركة النور على كش. ودخلت جبهة البحيرة عمرة. وقتلت الحركة ستة أطفال."
    assert parties_of(read(text, "ar")[-1]) == [("حركة النور", "implied")]


def test_what_a_party_is_accused_of_is_no_part_of_its_name() -> None:
    text = "Un vocero acusa al Ejército de emplear a escolares. Diez niños reclutados llegaron."
    assert [name for name, _ in parties_of(read(text, "es")[0])] == ["Ejército"]


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "en",
            "The Lake Front was responsible for 58% of cases of recruitment, and the Sand Brigade for 27%.",
            ["Lake Front", "Sand Brigade"],
        ),
        (
            "fr",
            "Le Front du Lac est responsable de 80 cas de recrutement, et la Brigade des Sables de 35.",
            ["Front du Lac", "Brigade des Sables"],
        ),
        (
            "es",
            "El Frente del Lago es responsable de 87 casos de reclutamiento y la Brigada de Arena, de 31.",
            ["Frente del Lago", "Brigada de Arena"],
        ),
        (
            "ar",
            "جبهة البحيرة مسؤولة عن 80 حالة تجنيد أطفال، ولواء الرمل عن 35 حالة.",
            ["جبهة البحيرة", "لواء الرمل"],
        ),
    ],
)
def test_who_has_a_share_in_the_same_breath_is_responsible_too(language: str, text: str, parties: list[str]) -> None:
    assert [name for name, _ in parties_of(read(text, language)[0])] == parties
