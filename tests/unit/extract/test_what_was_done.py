"""Which violation a sentence tells, which it only looks like; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import FRENCH_CLAIM, codes_of, period_of, read, said, violations_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("El Frente Azul se nutre de menores.", "recruitment_use"),
        ("Exigieron dos millones por la liberación de las niñas.", "abduction"),
        ("Tres escuelas fueron quemadas. Dos clínicas han corrido la misma suerte.", "attack_hospital"),
    ],
)
def test_idioms_of_the_trade_tell_a_deed(text: str, code: str) -> None:
    assert code in {ref.code for one in read(text, "es") for ref in one.violations}


def test_schools_that_work_were_not_attacked() -> None:
    text = "Nueve niñas fueron secuestradas. De las 30 escuelas del distrito, apenas 12 imparten clases."
    assert [ref.code for ref in read(text, "es")[-1].violations] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nueve niñas huyeron de la escuela de Amra. El Frente Azul la asaltó el lunes.", "attack_school"),
        ("Cuatro escuelas fueron incendiadas. Otras tres siguen ocupadas por el Ejército.", "military_use"),
        ("El Ejército mantiene cerrada la carretera por la que entraba la ayuda a Amra.", "denial_access"),
        ("Diez niñas fueron secuestradas. A dos las casaron a la fuerza con un combatiente.", "sexual_violence"),
        ("Tres niños murieron durante su vinculación al Frente Azul.", "recruitment_use"),
    ],
)
def test_what_was_done_is_told_by_a_pronoun_a_road_a_marriage(text: str, code: str) -> None:
    assert code in {ref.code for ref in read(text, "es")[-1].violations}


def test_a_pronoun_of_another_gender_is_not_the_school() -> None:
    text = "Nueve niñas huyeron de la escuela de Amra. El Frente Azul lo asaltó el lunes."
    assert "attack_school" not in {ref.code for ref in read(text, "es")[-1].violations}


def test_wounds_are_those_of_children_whoever_speaks_behind() -> None:
    text = (
        "Cinco menores murieron y otros ocho resultaron heridos en el municipio de Amra, informaron fuentes oficiales."
    )
    assert {ref.code for ref in read(text, "es")[0].violations} == {"killing", "maiming"}


def test_a_call_to_spare_children_tells_no_killing() -> None:
    text = "Nueve niños murieron en Amra. La Defensoría pidió a los grupos armados respetar la vida de los niños."
    assert all(not one.violations for one in read(text, "es")[1:])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("كان 52 طفلا لا يزالون محتجزين في كش.", ["deprivation_liberty"]),
        (
            "قصف الجيش كش وقتل طفلا. وأوقف 43 منهم للاشتباه في صلتهم بجيش الجبل.",
            ["deprivation_liberty", "recruitment_use"],
        ),
        ("تعرض مركزان صحيان في كش للنهب.", ["attack_hospital"]),
        ("أصدرت حركة الجبل في 2 شباط/فبراير 2021 أمرا يحظر تجنيد الأطفال.", []),
        ("سجلت الرابطة 46 حالة انفصال أطفال عن ذويهم بعد القصف.", []),
    ],
)
def test_what_was_done(text: str, codes: list[str]) -> None:
    assert sorted(ref.code for ref in read(text, "ar")[-1].violations) == codes


@pytest.mark.parametrize("verb", ["اختطفوها", "خطفوه", "خطفتهما"])
def test_a_verb_with_whom_it_was_done_to_is_the_same_deed(verb: str) -> None:
    one = said(f"قالت ليلى (14 عاما) إن عناصر جبهة السد {verb} من الحقل.", "ar", verb)
    assert [ref.code for ref in one.violations] == ["abduction"]


@pytest.mark.parametrize(
    "freed",
    [
        "Par ailleurs, 30 enfants ont retrouvé leur famille.",
        "Au total, 30 enfants ont été séparés des rangs de ces groupes.",
        "Quelque 30 enfants ont été confiés à des partenaires.",
        "Une trentaine de filles ont regagné leur foyer.",
    ],
)
def test_children_who_came_back_were_not_taken_in_that_sentence(freed: str) -> None:
    one = read(f"Le Front du Lac a enrôlé dix enfants. {freed}", "fr")[-1]
    assert (one.kind, one.violations) == (StatementKind.CONTEXT, ())


def test_fighters_who_were_killed_are_no_children() -> None:
    one = read(f"{FRENCH_CLAIM} L'armée dit avoir abattu deux terroristes.", "fr")[-1]
    assert violations_of(one) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Les soldats du Front du Lac sont repartis avec onze élèves.", "abduction"),
        ("Deux habitants parlent de rafles de garçons par le Front du Lac.", "abduction"),
        ("Toujours aucune nouvelle des douze filles de Kesh, où le Front du Lac est passé.", "abduction"),
        ("Le Front du Lac a conduit les garçons dans un camp d'entraînement.", "recruitment_use"),
    ],
)
def test_deeds_told_by_what_came_of_them(text: str, code: str) -> None:
    assert code in violations_of(read(text, "fr")[0])


@pytest.mark.parametrize(
    "occupied",
    ["Huit d'entre elles sont occupées par des soldats.", "Les autres sont occupées par des soldats."],
)
def test_schools_of_the_sentence_before_that_soldiers_hold(occupied: str) -> None:
    one = read(f"Trente écoles restent fermées. {occupied} Le Front du Lac a tué dix garçons.", "fr")[-2]
    assert violations_of(one) == {"military_use"}


def test_a_school_in_front_that_its_pronoun_takes_up_is_occupied() -> None:
    assert violations_of(read("Cette école, l'armée l'a occupée de février à mai.", "fr")[0]) == {"military_use"}


@pytest.mark.parametrize(
    "other",
    [
        "Les besoins en matériel scolaire sont couverts à hauteur de 35 %.",
        "Les affrontements entre l'armée et le Front du Lac ont repris.",
        "La signature d'un plan d'action par le Front du Lac est attendue.",
    ],
)
def test_needs_fights_and_plans_are_no_more_of_the_violation_before(other: str) -> None:
    assert violations_of(read(f"{FRENCH_CLAIM} {other}", "fr")[-1]) == set()


def test_who_was_freed_was_taken_before_and_that_is_not_what_is_told() -> None:
    (told,) = read("In December, the Brotherhood freed 52 children after more than five weeks in captivity.")
    assert (told.kind, told.violations) == (StatementKind.CONTEXT, ())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In a report released on Monday the League says that nine children were abducted."),
        ("en", "The Front released a video of nine abducted girls."),
        ("en", "A boy who escaped said that he had been abducted."),
        ("es", "Un niño que escapó dijo que había sido secuestrado."),
    ],
)
def test_what_is_released_is_no_child_and_who_escaped_tells_what_was_done(language: str, text: str) -> None:
    assert violations_of(read(text, language)[0]) == {"abduction"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The fighters took over the house, teachers said."),
        ("fr", "Les combattants ont pris la maison, des enseignants ont dit."),
    ],
)
def test_teachers_who_tell_of_it_were_not_taken(language: str, text: str) -> None:
    assert violations_of(read(text, language)[0]) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Front recruited nine men."),
        ("es", "El Frente reclutó a nueve hombres."),
        ("fr", "Le Front a recruté neuf hommes."),
        ("en", "The army recruited in Amra last year."),
        ("es", "El ejército reclutó en Amra el año pasado."),
        ("fr", "L'armée a recruté à Amra l'an dernier."),
        ("en", "Soldiers killed two brothers aged 18."),
        ("en", "The Front recruited two people aged 18."),
    ],
)
def test_what_befell_grown_men_is_no_violation_against_children(language: str, text: str) -> None:
    assert violations_of(read(text, language)[0]) == set()


def test_brothers_under_eighteen_are_children() -> None:
    assert violations_of(read("Soldiers killed two brothers under 18.")[0]) == {"killing"}


def test_shot_dead_is_one_death_and_no_wound_beside_it() -> None:
    assert codes_of("A 15-year-old boy was shot dead as he tried to run away.") == [("killing",)]


def test_abducted_girls_who_were_released_were_released() -> None:
    (told,) = read("All ten abducted girls were released by December 2020.")
    assert (told.kind, period_of(told)) == (StatementKind.CONTEXT, "../2020-12-31")


def test_a_school_that_is_burned_down_is_no_child_that_is_burned() -> None:
    text = "The militia burned down a middle school near Hakha, leaving 240 students without classes."
    assert codes_of(text) == [("attack_school",)]
    assert codes_of("Gunmen burned two boys at a school.") == [("attack_school", "maiming")]


def test_more_than_half_of_the_cases_go_on_with_the_claim_before() -> None:
    text = "Sexual violence against 73 girls was verified, with more than half of the cases perpetrated by rebels."
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Doctors said 14 children were killed."),
        ("en", "According to the Observatory, which cited local doctors, 14 children were killed."),
        ("en", "A teacher said 14 children were killed."),
        ("fr", "Selon des médecins, 14 enfants ont été tués."),
        ("es", "Según médicos locales, 14 niños fueron asesinados."),
        ("ar", "قال أطباء إن 14 طفلا قتلوا."),
    ],
)
def test_a_doctor_who_tells_of_the_dead_is_not_among_them(language: str, text: str) -> None:
    assert [ref.code for ref in read(text, language)[0].violations] == ["killing"]


def test_doctors_among_the_dead_are() -> None:
    codes = [ref.code for ref in read("Two doctors and 14 children were killed.")[0].violations]
    assert codes == ["killing", "attack_hospital"]


def test_aid_that_is_taken_out_of_convoys_is_kept_from_those_it_was_for() -> None:
    (told,) = read("Medical supplies were removed from three convoys by government forces.")
    assert [ref.code for ref in told.violations] == ["denial_access"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The school stood empty. Since May, soldiers of the army have slept in it.", "military_use"),
        ("The school was emptied in May. It is being used as a barracks by the Lake Guard.", "military_use"),
        ("A shell hit the clinic in Kesh. The fire came from positions of the Lake Guard.", "attack_hospital"),
        ("A shell hit the clinic in Kesh. The Lake Army says it came from the Kesh Guard.", "attack_hospital"),
    ],
)
def test_it_and_the_fire_are_the_site_and_the_attack_just_told(text: str, code: str) -> None:
    assert code in [ref.code for ref in read(text)[-1].violations]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Rebels abducted nine girls. They were held for six days.", ["abduction"]),
        ("Rebels abducted nine girls on Friday. The other four are still missing.", ["abduction"]),
        ("Rebels abducted nine girls. One came home last night, the other eight are still missing.", ["abduction"]),
        ("Rebels abducted nine girls. They were held for six days and freed after their families paid.", ["abduction"]),
        ("The army blocked aid to Kesh. Of 90 trucks only 12 were allowed through.", ["denial_access"]),
        ("Shells killed four girls and wounded nine. Half of the casualties fell on Friday.", ["killing", "maiming"]),
    ],
)
def test_what_befell_those_just_told_goes_on(text: str, codes: list[str]) -> None:
    assert [ref.code for ref in read(text)[-1].violations] == codes


@pytest.mark.parametrize(
    "text",
    [
        "Rebels abducted nine girls. They came home on Friday.",
        "Rebels killed nine girls. They were tied to trees.",
        "Rebels killed nine girls. One came home last night, the other eight are still missing under the rubble.",
        "The army seized a school. Some 9,000 pupils have been unable to attend classes since May.",
    ],
)
def test_what_is_told_of_them_afterwards_does_not(text: str) -> None:
    assert [one.quote for one in read(text)[1:] if one.violations] == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Two girls were on a ferry when rebels took them off the boat.", ["abduction"]),
        ("Rebels came at night. They picked the bigger boys first.", ["abduction"]),
        ("Guard snipers have been on the roof of the school since May.", ["military_use"]),
        ("A shell hit the clinic. Clinic staff say the fire came from positions of the army.", ["attack_hospital"]),
    ],
)
def test_taken_off_a_boat_picked_snipers_on_a_roof(text: str, codes: list[str]) -> None:
    assert [ref.code for ref in read(text)[-1].violations] == codes
