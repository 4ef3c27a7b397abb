"""What is told beside claims: context, calls, silences, limits of what is known. Every sentence is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import FRENCH_CLAIM, read, violations_of


@pytest.mark.parametrize(
    "silence",
    [
        "Le Front du Lac n'a pas donné suite à nos questions.",
        "Le Front du Lac n'a pas revendiqué l'attaque.",
        "Le Front du Lac n'a pas pu être joint.",
        "Le Front du Lac n'a pas souhaité s'exprimer.",
        "Nos courriels au Front du Lac sont restés sans réponse.",
    ],
)
def test_who_does_not_answer_claims_nothing_and_is_blamed_for_nothing(silence: str) -> None:
    one = read(f"{FRENCH_CLAIM} {silence}", "fr")[-1]
    assert (one.kind, one.parties, one.violations) == (StatementKind.CONTEXT, (), ())


@pytest.mark.parametrize(
    "limit",
    [
        "Les entraves aux déplacements n'ont pas permis d'évaluer l'ampleur des violations.",
        "La préfecture a renoncé à compter les disparus.",
        "La mairie ne tient plus de registre.",
    ],
)
def test_who_stopped_counting_sets_a_limit(limit: str) -> None:
    assert read(f"{FRENCH_CLAIM} {limit}", "fr")[-1].kind is StatementKind.LIMITATION


@pytest.mark.parametrize(
    "text",
    [
        "I welcome the release of 64 children by the White Reed Movement in September.",
        "Rebels abducted ten girls. No group has claimed responsibility for it.",
        "Rebels abducted ten girls. The division did not answer written questions.",
    ],
)
def test_a_welcome_with_a_number_and_a_silence_are_told(text: str) -> None:
    assert read(text)[-1].kind is StatementKind.CONTEXT
    assert read(text)[-1].factuality.value == "asserted"


def test_what_is_asked_of_the_reader_is_not() -> None:
    text = "Rebels abducted ten girls in Kani. Please do not share the names of the girls."
    assert len(read(text)) == 1


def test_nobody_who_keeps_a_list_is_a_limit_of_what_is_known() -> None:
    text = "Rebels abducted ten girls. Nobody keeps a full list of the missing girls."
    assert read(text)[-1].kind is StatementKind.LIMITATION


@pytest.mark.parametrize(
    ("language", "text", "sure"),
    [
        ("fr", "Le recrutement de 60 enfants par la milice n'avait pas pu être vérifié.", "uncorroborated"),
        ("fr", "Les informations sur le recrutement de 60 enfants n'avaient pas pu être vérifiées.", "uncorroborated"),
        ("en", "The recruitment of 60 children had not been verified by the United Nations.", "uncorroborated"),
        ("en", "Staff blame the army for the killing of two boys.", "alleged"),
        ("es", "Un vecino vio a dos muchachos con fusiles que no aparentaban más de 14 años.", "believed"),
        ("fr", "Deux garçons qui paraissaient avoir 14 ans gardaient le barrage de la milice.", "believed"),
        ("ar", "منتشر خبر عن خطف 4 بنات.", "reported"),
    ],
)
def test_what_was_not_verified_blamed_or_looked_like_is_no_surer(language: str, text: str, sure: str) -> None:
    assert read(text, language)[0].factuality.value == sure


SETTING = "\n\n".join(
    (
        "Fighting in Kesh has gone on since March, when the army shelled the market and killed nine children.",
        "Families have slept in tents along the river ever since the rains.",
        "The Harbour Circle urges both armies to open the road to the hospital at once.",
        "Rebels of the Lake Front abducted ten girls in April; soldiers of the army recruited boys of 14 and 15. " * 5,
    )
)


def test_in_a_report_on_a_war_the_setting_and_a_call_are_told_as_context() -> None:
    told = {one.quote: one for one in read(SETTING)}
    setting = told["Families have slept in tents along the river ever since the rains"]
    call = told["The Harbour Circle urges both armies to open the road to the hospital at once"]
    assert (setting.kind, call.kind) == (StatementKind.CONTEXT, StatementKind.CONTEXT)
    assert (call.speaker, call.parties, call.violations) == ("Harbour Circle", (), ())


def test_in_a_text_without_violence_the_setting_is_not_told() -> None:
    peace = "Families have slept in tents along the river ever since the rains. " * 20
    assert read(peace) == ()


@pytest.mark.parametrize(
    "text",
    [
        "This report, the third on the Lake Front, covers the period from January to June 2020.",
        "The present report covers the period from 1 July 2016 to 30 June 2019 and concerns the army.",
    ],
)
def test_which_months_a_report_covers_is_no_claim(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The report relies on interviews with 37 children."),
        ("en", "A report on the Lake Front sets out wages of 180 dollars a month for helpers."),
        ("fr", "Le rapport s'appuie sur 37 entretiens avec des enfants."),
        ("es", "El informe se apoya en entrevistas con 37 niños."),
        ("ar", "واستند التقرير إلى مقابلات مع 37 طفلا."),
    ],
)
def test_what_a_report_rests_on_or_sets_out_is_told(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert one.quantities


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I urge all parties to stop the killing of children."),
        ("en", "The network urges both armies to leave the 14 schools."),
        ("ar", "وندعو الأطراف إلى حماية الأطفال."),
    ],
)
def test_a_call_to_others_tells_nothing(language: str, text: str) -> None:
    assert read(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers killed ten children in Kesh and took nine girls. The army dismissed the reports."),
        ("fr", "Dix enfants ont été tués et neuf filles enlevées à Kesh. L'armée rejette ces rapports."),
    ],
)
def test_a_party_that_rejects_reports_of_several_deeds_denies_no_one_of_them(language: str, text: str) -> None:
    one = read(text, language)[-1]
    assert (one.kind, violations_of(one)) == (StatementKind.CONTEXT_CLAIM, {"unspecified"})


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Aid convoys were blocked by the Lake Front. Nine trucks are green.", set()),
        ("Aid convoys were blocked by the Lake Front. Nine trucks were refused.", {"denial_access"}),
    ],
)
def test_trucks_that_are_counted_are_blocked_only_where_they_were_refused(text: str, codes: set[str]) -> None:
    assert violations_of(read(text)[-1]) == codes


@pytest.mark.parametrize(
    "text",
    [
        "The Lake Front took the school in Amra. It stands empty, occupied by nobody.",
        "The school in Amra is closed. Soldiers burned two cars.",
    ],
)
def test_what_is_not_done_to_a_site_told_before_is_no_deed_against_it(text: str) -> None:
    assert {code for one in read(text)[1:] for code in violations_of(one)} == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ten children were killed in Kesh. The cases happened in May."),
        ("es", "Diez niños murieron en Kesh. Los casos ocurrieron en mayo."),
        ("ar", "قتل عشرة أطفال في كش. ووقعت الحالات في أيار."),
    ],
)
def test_cases_told_of_again_are_of_the_deed_before(language: str, text: str) -> None:
    (_, again) = read(text, language)
    assert violations_of(again) == {"killing"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ten children were killed in Kesh. It was not an isolated case, the network said."),
        ("en", "Ten children were killed in Kesh. No case went to court, the network said."),
        ("es", "Diez niños murieron en Kesh. No es un caso aislado, dijo la red."),
        ("fr", "Dix enfants ont été tués à Kesh. Ce n'est pas un cas isolé, dit le réseau."),
        ("ar", "قصف الجنود مدرسة في كش. ولم تكن المدرسة حالة معزولة."),
    ],
)
def test_what_is_no_case_tells_the_deed_before_not_again(language: str, text: str) -> None:
    assert [one.kind for one in read(text, language)[1:] if one.violations] == []


@pytest.mark.parametrize(
    ("language", "claim", "bystander", "party"),
    [
        ("en", "The Lake Front abducted ten children in Kesh.", "Residents deny it.", "The Front denies it."),
        ("fr", "Le Front du Lac a enlevé dix enfants à Kesh.", "Les habitants démentent.", "Le Front dément."),
        ("es", "El Frente del Lago secuestró a diez niños.", "Los vecinos lo desmienten.", "El Frente lo desmiente."),
        ("ar", "خطفت جبهة البحيرة عشرة أطفال في كيش.", "السكان ينفون ذلك.", "الجبهة تنفي ذلك."),
    ],
)
def test_a_party_denies_what_was_told_a_paragraph_above_and_a_bystander_what_stands_beside(
    language: str, claim: str, bystander: str, party: str
) -> None:
    told = [read(f"{claim}\n\n{denial}", language)[-1] for denial in (bystander, party)]
    assert [one.kind for one in told] == [StatementKind.CONTEXT, StatementKind.CONTEXT_CLAIM]
    assert [len(one.violations) for one in told] == [0, 1]


def test_an_arabic_sentence_whose_one_verb_stands_behind_a_denial_is_told() -> None:
    (one,) = read("في فناء المدرسة في كيش، لم تعد هناك طاولات ولا دفاتر.", "ar")
    assert one.kind is StatementKind.CONTEXT
