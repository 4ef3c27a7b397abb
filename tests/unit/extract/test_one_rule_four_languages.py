"""What the rules read in one language they read in the others too. Every sentence, name, place is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.chain import Role
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from tawthiq.terms.quantity import QuantityKind
from unit.extract.told import read


def ages_of(text: str, language: str) -> list[int]:
    """The ages read, in order."""
    found = [item.quantity for one in read(text, language) for item in one.quantities]
    return [int(item.low) for item in found if item.kind is QuantityKind.AGE and item.low is not None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In the ten-year-old war children were abducted by the Kesh Front."),
        ("en", "In the 12-year-old civil conflict, three boys were killed."),
        ("fr", "Il y a presque deux ans, un enfant a été tué."),
        ("fr", "Dans cette guerre vieille de dix ans, des enfants ont été enlevés."),
        ("fr", "Le garçon a été condamné à 15 ans."),
        ("es", "Hace casi dos años un niño fue asesinado en Kesh."),
        ("es", "Durante diez años los niños fueron secuestrados por el Frente de Kesh."),
        ("es", "Diez años después, los niños siguen secuestrados."),
        ("es", "Un niño fue condenado a 15 años."),
        ("es", "Un conflicto armado de diez años mató a 40 niños."),
        ("ar", "خطف الأطفال لمدة عشر سنوات."),
        ("ar", "بعد خمس سنوات قتل طفل في كيش."),
        ("ar", "حكم على الطفل بالسجن 15 سنة."),
        ("ar", "خلال عشر سنوات من الحرب قتل 40 طفلا."),
    ],
)
def test_years_that_went_by_are_nobodys_age(language: str, text: str) -> None:
    assert ages_of(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "age"),
    [
        ("en", "After a ten-year-old boy was killed the army left.", 10),
        ("en", "A ten-year-old war orphan was abducted by the Kesh Front.", 10),
        ("fr", "Ils ont enlevé un garçon de 10 ans après l'attaque.", 10),
        ("fr", "Un garçon de 12 ans seulement a été tué.", 12),
        ("fr", "Il a été recruté en 2019 à 15 ans par le Front du Kesh.", 15),
        ("es", "Un niño de diez años después del ataque fue secuestrado.", 10),
        ("es", "Amina fue reclutada en Kesh con 10 años.", 10),
        ("es", "Secuestraron a un niño de 10 años antes de matar a su padre.", 10),
        ("ar", "بعد مقتل فتاة 12 عاما خرج السكان.", 12),
    ],
)
def test_an_age_stays_one_beside_words_of_time(language: str, text: str, age: int) -> None:
    assert ages_of(text, language) == [age]


@pytest.mark.parametrize(
    ("language", "text", "party"),
    [
        ("en", "The Kesh Front abducted 12 children in Amra, MONUSCO said.", "Kesh Front"),
        ("en", "Militiamen killed three children in Amra, MINUSMA said on Monday.", "Militiamen"),
        ("fr", "Le Front du Kesh a enlevé 12 enfants, a indiqué la MONUSCO.", "Front du Kesh"),
        ("es", "El Frente de Kesh secuestró a 12 niños, indicó la MONUSCO.", "Frente de Kesh"),
        ("es", "La UNMISS indicó que el ejército mató a tres niños.", "ejército"),
        ("ar", "قالت المونوسكو إن جبهة كيش خطفت 12 طفلا.", "جبهة كيش"),
        ("ar", "قالت بعثة الأمم المتحدة في جنوب السودان إن الجيش قتل ثلاثة أطفال.", "الجيش"),
    ],
)
def test_what_a_mission_of_the_united_nations_says_is_no_partys_claim(language: str, text: str, party: str) -> None:
    (claim,) = read(text, language)
    assert claim.chain[-1].role is Role.ORGANISATION
    assert claim.factuality is not Factuality.CLAIMED_BY_PARTY
    assert [ref.name for ref in claim.parties] == [party]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers of MONUSCO killed two children in Amra."),
        ("fr", "Des soldats de la MONUSCO ont tué deux enfants à Amra."),
        ("es", "Soldados de la MONUSCO mataron a dos niños en Amra."),
        ("ar", "قتل جنود مونوسكو طفلين في أمرا."),
    ],
)
def test_what_a_missions_own_troops_did_is_told_of_them(language: str, text: str) -> None:
    (claim,) = read(text, language)
    assert [ref.code for ref in claim.parties] == ["monusco"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three children died of cholera in Kesh."),
        ("en", "Three children died in a flood in Kesh."),
        ("fr", "Trois enfants sont morts du choléra à Kesh."),
        ("fr", "Trois enfants sont morts dans un accident de la route."),
        ("es", "Tres niños murieron de cólera en Kesh."),
        ("es", "Cuatro niños fallecieron por desnutrición en el campamento."),
        ("ar", "توفي ثلاثة أطفال بسبب الكوليرا في كيش."),
        ("ar", "توفي ثلاثة أطفال في حادث سير."),
        ("en", "Three children are missing under the rubble in Kesh."),
        ("fr", "Trois enfants sont portés disparus sous les décombres à Kesh."),
        ("es", "Bajo los escombros de Kesh siguen desaparecidos tres niños."),
        ("ar", "ثلاثة أطفال مفقودون تحت الأنقاض في كيش."),
        ("en", "The authorities should release the abducted children."),
        ("fr", "Les autorités devraient libérer les enfants enlevés."),
        ("es", "Las autoridades deberían liberar a los niños secuestrados."),
        ("ar", "يجب أن تفرج السلطات عن الأطفال المختطفين."),
    ],
)
def test_illness_rubble_and_what_ought_to_be_are_nobodys_deed(language: str, text: str) -> None:
    assert [ref.code for one in read(text, language) for ref in one.violations] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two children died of measles in Kesh and three were killed by shelling."),
        ("fr", "Deux enfants sont morts de la rougeole et trois ont été tués par des tirs."),
        ("es", "Dos niños murieron de sarampión y tres fueron asesinados a tiros."),
        ("ar", "توفي طفلان بسبب الحصبة وقتل ثلاثة أطفال في القصف."),
    ],
)
def test_a_killing_beside_an_illness_stays_one(language: str, text: str) -> None:
    assert "killing" in [ref.code for one in read(text, language) for ref in one.violations]


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "Two children were killed by shelling in an area held by the rebels.", []),
        ("en", "A village held by the Kesh Front was shelled and two children were killed.", []),
        ("en", "In the area held by the Front the army killed two children.", ["army"]),
        ("fr", "Une frappe a tué deux enfants dans un quartier sous contrôle du Front du Kesh.", []),
        ("es", "Dos niños murieron en un bombardeo en una zona controlada por los rebeldes.", []),
        ("es", "El ejército mató a dos niños en una aldea bajo el control del Frente de Kesh.", ["ejército"]),
        ("ar", "قتل طفلان في منطقة يسيطر عليها المتمردون.", []),
        ("en", "Two children were killed at a checkpoint held by the Kesh Front.", ["Kesh Front"]),
        ("en", "At the end of 2016, 63 boys, some as young as 11, were held by the Kesh Front.", ["Kesh Front"]),
    ],
)
def test_who_holds_a_place_did_not_strike_it(language: str, text: str, parties: list[str]) -> None:
    assert [ref.name for one in read(text, language) for ref in one.parties] == parties


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "The children must fight for the Kesh Front.", "recruitment_use"),
        ("fr", "Les enfants doivent combattre pour le Front du Kesh.", "recruitment_use"),
        ("es", "Los niños deben combatir para el Frente de Kesh.", "recruitment_use"),
        ("ar", "يجب على الأطفال القتال في صفوف جبهة كيش.", "recruitment_use"),
        ("fr", "Le Front du Kesh interdit l'accès de l'aide humanitaire au camp.", "denial_access"),
        ("es", "El Frente de Kesh prohíbe la entrada de ayuda humanitaria.", "denial_access"),
    ],
)
def test_what_children_must_do_and_aid_that_is_forbidden_are_deeds(language: str, text: str, code: str) -> None:
    assert [ref.code for one in read(text, language) for ref in one.violations] == [code]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Children must not be recruited by the Kesh Front."),
        ("fr", "Le code interdit le recrutement d'enfants."),
        ("es", "El código prohíbe el reclutamiento de niños."),
        ("ar", "يجب حماية الأطفال من التجنيد."),
    ],
)
def test_what_is_forbidden_was_not_done(language: str, text: str) -> None:
    assert [ref.code for one in read(text, language) for ref in one.violations] == []


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "The army admitted killing ten children.", ["army"]),
        ("en", "The army acknowledged that its soldiers killed ten children.", ["army"]),
        ("en", "The army acknowledged that ten children were killed in Kesh.", []),
        ("fr", "L'armée a reconnu avoir tué dix enfants.", ["armée"]),
        ("fr", "L'armée a reconnu que dix enfants avaient été tués.", []),
        ("es", "El ejército reconoció que mató a diez niños.", ["ejército"]),
        ("es", "El ejército reconoció que diez niños fueron asesinados.", []),
        ("ar", "اعترف الجيش بقتل عشرة أطفال.", ["الجيش"]),
        ("ar", "أقر الجيش بأن عشرة أطفال قتلوا.", []),
    ],
)
def test_who_admits_a_deed_of_his_own_did_it(language: str, text: str, parties: list[str]) -> None:
    (claim,) = read(text, language)
    assert [ref.name for ref in claim.parties] == parties


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("اعترفت جبهة تحرير كيش باستخدام عشرة أطفال كمقاتلين.", "recruitment_use"),
        ("جندت جبهة تحرير كيش عشرة أطفال.", "recruitment_use"),
        ("خطفت حركة تحرير كيش 12 طفلا.", "abduction"),
    ],
)
def test_the_liberation_in_a_fronts_name_frees_nobody(text: str, code: str) -> None:
    (claim,) = read(text, "ar")
    assert [ref.code for ref in claim.violations] == [code]
    assert [ref.name.split()[1] for ref in claim.parties] == ["تحرير"]


def test_what_children_were_made_is_not_who_made_them_it() -> None:
    (claim,) = read("جرى استخدام عشرة أطفال كمقاتلين في كيش.", "ar")
    assert claim.parties == ()


def test_whom_an_organisation_calls_upon_says_nothing() -> None:
    claims = read("قالت منظمة الأمل إن الجيش قتل ثلاثة أطفال، ودعت المجتمع الدولي إلى وقف تجنيد الأطفال.", "ar")
    assert [link.actor for link in claims[0].chain[1:]] == ["منظمة الأمل"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'attaque a fait cinq enfants blessés et deux soldats tués."),
        ("es", "El ataque dejó cinco niños heridos y dos soldados muertos."),
    ],
)
def test_a_participle_behind_its_noun_hurts_that_noun_alone(language: str, text: str) -> None:
    (claim,) = read(text, language)
    assert [ref.code for ref in claim.violations] == ["maiming"]


@pytest.mark.parametrize(
    ("language", "text", "verified"),
    [
        ("en", "No fewer than ten killings were verified by the United Nations.", Factuality.VERIFIED_BY_SOURCE),
        ("fr", "Pas moins de dix cas ont été vérifiés par l'ONU.", Factuality.VERIFIED_BY_SOURCE),
        ("es", "No menos de diez casos fueron verificados por la ONU.", Factuality.VERIFIED_BY_SOURCE),
        ("ar", "ما لا يقل عن عشر حالات تم التحقق منها.", Factuality.REPORTED),
    ],
)
def test_a_word_of_denial_in_a_comparison_leaves_what_was_verified(
    language: str, text: str, verified: Factuality
) -> None:
    (claim,) = read(text, language)
    assert claim.factuality is verified


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "Rebels not only killed ten children, they burned the market.", "killing"),
        ("en", "Without exception the rebels abducted girls.", "abduction"),
        ("fr", "L'armée n'a pas seulement tué dix enfants, elle a brûlé le marché.", "killing"),
        ("es", "No solo mataron a diez niños en Kesh.", "killing"),
    ],
)
def test_what_was_not_only_done_was_done(language: str, text: str, code: str) -> None:
    (claim,) = read(text, language)
    assert code in [ref.code for ref in claim.violations]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The soldiers did not kill the ten children."),
        ("fr", "L'armée n'a pas tué les dix enfants."),
        ("es", "No mataron a los diez niños en Kesh."),
    ],
)
def test_what_was_not_done_is_no_violation(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert one.kind is StatementKind.CONTEXT_CLAIM
    assert "denial" in [doubt.code for doubt in one.warnings]
