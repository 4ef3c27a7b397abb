"""Sentences as reports to the Security Council build them: lists of parties, counts side by side, who verified."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import Statement, StatementKind
from unit.extract.told import read


def shares(one: Statement) -> dict[str, int]:
    """Each party of the statement with the number that stands beside it."""
    bound = [(one.parties[item.party].name, item.quantity.low) for item in one.quantities if item.party is not None]
    return {name: int(low) for name, low in bound if low is not None}


def test_two_counts_of_one_subject_are_one_claim() -> None:
    text = (
        "While actual numbers are expected to be higher, the United Nations verified that 31 boys and 7 girls had been"
    )
    limit, claim = read(f"{text} recruited and used by the Kesh Front (KF) (20), the Omer Army (OA) (12) and ISIL (6).")
    assert limit.kind is StatementKind.LIMITATION
    assert [int(item.quantity.low or 0) for item in claim.quantities] == [31, 7, 20, 12, 6]
    assert shares(claim) == {"Kesh Front": 20, "Omer Army": 12, "ISIL": 6}


def test_what_was_verified_and_attributed_is_one_claim_with_its_list() -> None:
    text = "A total of 41 cases of recruitment and use of children were verified and attributed to the Kesh Front (20),"
    (claim,) = read(
        f"{text} the Omer Army and affiliated groups (12), popular committees (5) and the Army of Doru (4)."
    )
    parties = {"Kesh Front": 20, "Omer Army and affiliated groups": 12, "popular committees": 5, "Army of Doru": 4}
    assert shares(claim) == parties


def test_two_verbs_with_their_own_victims_stay_two_claims() -> None:
    first, second = read("The army killed 12 boys and seven girls were abducted by the militia.")
    assert ([ref.code for ref in first.violations], [ref.code for ref in second.violations]) == (
        ["killing"],
        ["abduction"],
    )


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        (
            "en",
            "The United Nations verified 9 attacks on schools. The abduction of 12 girls was verified.",
            "United Nations",
        ),
        (
            "fr",
            "L'ONU a vérifié 9 attaques contre des écoles. Le recrutement de 12 garçons a été vérifié.",
            "ONU",
        ),
    ],
)
def test_what_was_verified_was_verified_by_the_body_that_verifies_in_this_text(
    language: str, text: str, body: str
) -> None:
    last = read(text, language)[-1]
    assert (last.chain[-1].actor, last.chain[-1].carried) == (body, True)
    assert last.factuality is Factuality.VERIFIED_BY_SOURCE


def test_where_nobody_verifies_by_name_what_was_verified_stays_reported() -> None:
    (claim,) = read("The abduction of 12 girls was verified.")
    assert claim.factuality is Factuality.REPORTED


def test_a_year_that_something_is_compared_with_counts_nobody() -> None:
    (claim,) = read("In Omer the army killed 56 children under 15, a significant increase compared with 2014.")
    assert [int(item.quantity.low or 0) for item in claim.quantities if item.quantity.unit == "child"] == [56]


@pytest.mark.parametrize(
    "text",
    [
        "During the battles children were used for fighting and attending to the wounded.",
        "The use of children as child executioners was reported.",
        "The use of child foreign fighters increased.",
    ],
)
def test_what_children_are_used_for_is_no_harm_done_to_them(text: str) -> None:
    (claim,) = read(text)
    assert [ref.code for ref in claim.violations] == ["recruitment_use"]
    assert claim.parties == ()


def test_refugee_children_are_counted_as_children() -> None:
    (claim,) = read("The Kesh Front recruited 11 Doru refugee children.")
    assert [item.quantity.unit for item in claim.quantities] == ["child"]


def told(text: str) -> list[tuple[str, ...]]:
    return [tuple(ref.code for ref in one.violations) for one in read(text)]


def test_a_child_sent_to_attack_is_used_whoever_else_is_hurt() -> None:
    text = "A 15-year-old boy conducted a suicide attack, killing three police officers and injuring 16 civilians."
    assert told(text) == [("recruitment_use",)]


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations secured the release of 121 children (110 boys, 11 girls) from military detention centres.",
        "The Kesh Front had committed to an action plan to end and prevent the recruitment and use of children.",
    ],
)
def test_what_is_ended_or_promised_is_not_told_as_done(text: str) -> None:
    assert told(text) == [()]


def test_letters_with_a_slash_and_a_rest_of_a_list_are_parties_with_their_numbers() -> None:
    (claim,) = read("Recruitment of boys was carried out by the Omer Units (OPU/OPJ) (13) and other Kesh groups (61).")
    assert shares(claim) == {"Omer Units": 13, "other Kesh groups": 61}


def test_boys_and_girls_are_held_against_the_parties_not_against_one_of_them() -> None:
    (claim,) = read("31 boys and 7 girls were recruited by the Kesh Front (20), the Omer Army (12) and the ALF (5).")
    assert [doubt.code for doubt in claim.warnings] == ["parts_below_total"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("One boy associated with the national army was used as a porter.", "recruitment_use"),
        ("In all 196 boys were held in juvenile rehabilitation centres.", "deprivation_liberty"),
    ],
)
def test_roles_and_places_of_detention_are_read_in_the_singular_too(text: str, code: str) -> None:
    assert told(text) == [(code,)]


def test_what_could_be_documented_is_no_limit() -> None:
    (claim,) = read("The network could document the recruitment of at least 400 children by the Kesh Front.")
    assert claim.kind is StatementKind.VIOLATION_CLAIM


def test_difficulty_of_verifying_is_a_limit() -> None:
    (limit,) = read("Verification of such incidents remained a challenge owing to insecurity.")
    assert limit.kind is StatementKind.LIMITATION


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Forty per cent of the children reported being beaten during detention.", "children"),
        ("The Kesh Front is accused of raping girls in a new report by the Omer Network.", "Omer Network"),
        ("In all 196 boys were arrested by soldiers on security-related charges.", "document"),
    ],
)
def test_who_tells_it_is_found_past_shares_compounds_and_reports(text: str, actor: str) -> None:
    (claim,) = read(text)
    assert claim.chain[-1].actor == actor


def test_each_doer_of_a_row_has_a_claim_of_its_own() -> None:
    first, second = read("The Kesh Movement recruited 43 children, 6 were recruited by the Omer Army.")
    assert [ref.name for ref in (*first.parties, *second.parties)] == ["Kesh Movement", "Omer Army"]


def test_the_end_of_a_compound_is_no_verb_and_a_party_stands_once() -> None:
    text = "1,094 children were recruited by the Kesh Front, 829 by the SDF and other SDF-linked components."
    (claim,) = read(text)
    assert [ref.name for ref in claim.parties] == ["Kesh Front", "SDF"]


@pytest.mark.parametrize(
    "text",
    [
        "Survivors described girls being gang raped in front of their families.",
        "A 16-year-old boy was killed at the entrance to the ISAF headquarters in Kabul.",
    ],
)
def test_words_for_a_deed_and_names_of_a_site_are_no_party(text: str) -> None:
    assert [one.parties for one in read(text)] == [()]


def test_between_the_ages_of_is_a_span_of_years() -> None:
    (claim,) = read("Soldiers raped 79 girls between the ages of 7 and 15.")
    assert [(item.quantity.low, item.quantity.high) for item in claim.quantities if item.rule == "age"] == [(7, 15)]


def test_a_lead_whose_claim_stands_apart_is_no_statement() -> None:
    (claim,) = read("The report found that, although the Front had signed a plan, it recruited 12 children.")
    assert claim.chain[-1].actor == "report"


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        (
            "fr",
            "Au total, 41 cas de recrutement d'enfants ont été vérifiés et attribués à l'EIIL (20), à l'Armée de"
            " Kesh et aux groupes affiliés (12), aux comités populaires (5) et aux autres groupes Maï-Maï (4).",
            [20, 12, 5, 4],
        ),
        (
            "es",
            "En total se verificaron 41 casos de reclutamiento de niños, atribuidos al EIIL (20), el Ejército de Kesh"
            " y grupos afiliados (12), los comités populares (5) y otros grupos Mai-Mai (4).",
            [20, 12, 5, 4],
        ),
        (
            "ar",
            "وجرى التحقق من 37 حالة تجنيد للأطفال عُزيت إلى تنظيم الدولة الإسلامية (20) وجيش كيش والجماعات"
            " المرتبطة به (12) واللجان الشعبية (5).",
            [20, 12, 5],
        ),
    ],
)
def test_a_list_of_parties_keeps_each_number_with_its_party(language: str, text: str, numbers: list[int]) -> None:
    (claim,) = read(text, language)
    bound = [int(item.quantity.low or 0) for item in claim.quantities if item.party is not None]
    assert (bound, len(claim.parties)) == (numbers, len(numbers))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La vérification de ces cas est restée difficile en raison de l'insécurité."),
        ("es", "La verificación de esos casos siguió siendo difícil debido a la inseguridad."),
        ("ar", "وظل التحقق من هذه الحوادث صعبا بسبب انعدام الأمن."),
    ],
)
def test_difficulty_of_verifying_is_a_limit_in_each_language(language: str, text: str) -> None:
    assert [one.kind for one in read(text, language)] == [StatementKind.LIMITATION]


def test_an_arabic_main_clause_behind_although_is_a_claim_of_its_own() -> None:
    text = "ورغم أن الأرقام الفعلية يُتوقع أن تكون أعلى، تحققت الأمم المتحدة من تجنيد 12 فتى."
    assert [one.kind for one in read(text, "ar")] == [StatementKind.LIMITATION, StatementKind.VIOLATION_CLAIM]


def test_a_spanish_share_is_no_source_and_an_article_no_age() -> None:
    (told,) = read("El cuarenta por ciento de los niños denunciaron malos tratos durante su detención.", "es")
    assert told.chain[-1].actor == "niños"
    (aged,) = read("El ejército reclutó a 56 niños menores de 15 años, un aumento considerable.", "es")
    assert [int(item.quantity.low or 0) for item in aged.quantities if item.rule == "age"] == [15]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Girls are often forced to have sex with the fighters of the Kesh Front.", ("sexual_violence",)),
        ("Armed men forced scores of boys to climb into military trucks.", ("abduction",)),
        ("Child casualties resulting from suicide attacks increased in Omer.", ("killing",)),
        ("Ten boys were abducted. Many are being forced to serve as soldiers.", ("recruitment_use",)),
    ],
)
def test_force_and_roles_are_told_apart(text: str, codes: tuple[str, ...]) -> None:
    assert told(text)[-1] == codes


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The LRA, one of the most-feared groups, recruits boys and forces them to be fighters.", "LRA"),
        ("The abduction of the girls, by former government soldiers, took minutes.", "government soldiers"),
    ],
)
def test_a_role_is_no_party_and_who_did_it_no_victim(text: str, party: str) -> None:
    (claim,) = read(text)
    assert ([ref.name for ref in claim.parties], claim.factuality) == ([party], Factuality.ASSERTED)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Kesh Front abducted ten boys, the Omer Network learned.", "Omer Network"),
        ("The study showed that the Kesh Front abducted ten boys.", "study"),
    ],
)
def test_who_learned_it_and_a_study_that_shows_it_are_sources(text: str, actor: str) -> None:
    (claim,) = read(text)
    assert (claim.chain[-1].actor, claim.factuality) == (actor, Factuality.ATTRIBUTED)


def test_one_in_three_is_a_share() -> None:
    (claim,) = read("In Omer one in three casualties of the shelling was a child.")
    assert [item.quantity.kind.value for item in claim.quantities][:1] == ["percent"]


def test_the_secretary_general_of_the_united_nations_speaks_for_no_state() -> None:
    text = "Según el secretario general de la ONU, el Frente de Kesh reclutó a doce niños."
    assert [one.factuality for one in read(text, "es")] == [Factuality.ATTRIBUTED]


def test_an_arabic_comma_groups_thousands_and_about_is_no_place() -> None:
    text = "قال المرصد في تقريره بشأن الأطفال إن الجيش جند عشرة أطفال في بلدة عمر مقابل 35،000 ليرة سورية."
    (claim,) = read(text, "ar")
    assert [int(item.quantity.low or 0) for item in claim.quantities if item.quantity.kind.value == "money"] == [35000]
    assert "بشأن" not in [ref.name for ref in claim.places]


def test_an_insertion_between_dashes_is_no_dateline() -> None:
    (claim,) = read("According to Governor Mado, the gunmen — known as bandits — raided the college, killing a pupil.")
    assert (claim.chain[-1].actor, [ref.name for ref in claim.parties]) == ("Governor Mado", ["gunmen"])


def test_two_who_say_it_behind_a_comma_are_one_source() -> None:
    text = "Gunmen kidnapped ten students on Thursday, a police spokesman and a state government official said."
    (claim,) = read(text)
    assert claim.chain[-1].actor == "police spokesman and a state government official"


def test_a_ministry_that_a_party_runs_is_not_that_party() -> None:
    (claim,) = read("The Kesh Front-run health ministry said at least 29 children were killed in the air strike.")
    assert (claim.parties, claim.chain[-1].actor) == ((), "Kesh Front-run health ministry")


def test_what_is_not_clear_yet_is_a_limit_and_shots_in_the_air_hurt_nobody() -> None:
    (limit,) = read("It was not immediately clear how many of the children were on the bus.")
    assert limit.kind is StatementKind.LIMITATION
    assert told("The gunmen stormed the school, shooting sporadically.") == [("attack_school",)]


@pytest.mark.parametrize(
    "text", ["Two boys were killed in Kesharian air strikes on Omer.", "Kesharian shelling killed two boys in Omer."]
)
def test_weapons_by_the_name_of_a_people_name_the_party(text: str) -> None:
    (claim,) = read(text.replace("air strikes", "airstrikes"))
    assert ([ref.name for ref in claim.parties], [ref.name for ref in claim.places]) == (["Kesharian"], ["Omer"])


@pytest.mark.parametrize("text", ["from February 1st to 7th", "from 1st to 7th February", "from February 1 to 7"])
def test_days_of_a_month_with_their_tails_are_a_span(text: str) -> None:
    (claim,) = read(f"Ten boys were killed in Omer {text}.")
    assert getattr(getattr(claim.act_period, "when", None), "text", "") == "2021-02-01/2021-02-07"


def test_the_deadliest_month_says_nothing_and_new_reports_are_those_of_their_body() -> None:
    first, second = read(
        "Ten boys were killed in Omer in February, the deadliest recorded month. The army killed two girls, according"
        " to a new Kesh Network (KN) report."
    )
    assert (len(first.chain), second.chain[-1].actor) == (1, "Kesh Network")


def test_what_was_verified_by_somebody_named_is_verified_by_him() -> None:
    (claim,) = read("Over 200 grave violations against children have been verified by the United Nations.")
    assert (claim.chain[-1].actor, claim.factuality) == ("United Nations", Factuality.VERIFIED_BY_SOURCE)


def test_who_stands_behind_another_voice_relays_it() -> None:
    (claim,) = read("The army killed ten boys in Omer, the mayor said, Reuters reported.")
    assert [link.actor for link in claim.chain] == ["document", "Reuters", "mayor"]


def test_two_days_are_no_count_and_staff_no_age() -> None:
    days, staff = read(
        "The army killed ten boys in Omer on November 4 and 5. The shelling led to the death of four staff"
        " and two girls."
    )
    assert [int(item.quantity.low or 0) for item in days.quantities] == [10]
    assert [(item.quantity.kind.value, item.quantity.unit) for item in staff.quantities] == [
        ("count", "person"),
        ("count", "child"),
    ]


def test_a_share_keeps_its_comparator_past_the_article() -> None:
    for language, text, sign in (
        ("fr", "Plus de la moitié des enfants tués à Omer étaient des filles.", ">"),
        ("es", "Casi la mitad de los niños muertos en Omer eran niñas.", "~<"),
    ):
        (claim,) = read(text, language)
        shares_told = [item.quantity for item in claim.quantities if item.quantity.kind.value == "percent"]
        assert [(one.comparator.value, one.low) for one in shares_told] == [(sign, 50)]


def test_one_number_or_the_next_is_a_span_and_nobody_older_a_bound() -> None:
    (claim,) = read("Six or seven boys with rifles were at the checkpoint of the Kesh Front, none older than 15.")
    told = [(item.quantity.kind.value, item.quantity.comparator.value, item.quantity.low) for item in claim.quantities]
    assert ("count", "range", 6) in told
    assert ("age", "<=", 15) in told


def test_the_dead_and_the_wounded_of_one_breath_are_one_claim() -> None:
    (claim,) = read("Six children were killed and at least 14 others wounded when rockets struck a house in Omer.")
    assert [ref.code for ref in claim.violations] == ["killing", "maiming"]


def test_violations_without_a_party_are_context_however_many() -> None:
    (claim,) = read("In 2020, the United Nations verified 386 grave violations against 341 children.")
    assert claim.kind is StatementKind.CONTEXT_CLAIM


def test_links_to_a_group_make_it_no_jailer() -> None:
    (claim,) = read("In all 46 boys were held by the government forces for their alleged links to the Kesh Front.")
    assert [ref.name for ref in claim.parties] == ["government forces"]


def test_what_is_in_brackets_limits_nothing_and_an_arabic_name_keeps_its_country() -> None:
    text = "تحققت الأمم المتحدة من تجنيد 351 طفلا (240 فتى و7 أطفال لم يُعرف نوع جنسهم) ونُسبت الحالات إلى"
    text = f"{text} الجبهة المتحدة لسهران."
    assert [one.kind for one in read(text, "ar")] == [StatementKind.VIOLATION_CLAIM]
    assert "الجبهة المتحدة لسهران" in [ref.name for one in read(text, "ar") for ref in one.parties]
