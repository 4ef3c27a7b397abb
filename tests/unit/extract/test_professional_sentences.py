"""Sentences as agencies, missions and rights groups write them in English; each was misread before."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.statement import StatedTime, Statement, StatementKind
from tawthiq.terms.quantity import QuantityKind
from unit.extract.told import codes_of, page_of, read, said


def period_of(told: Statement) -> str:
    """When the act was, as it is kept."""
    assert isinstance(told.act_period, StatedTime)
    return told.act_period.when.text


def test_who_was_freed_was_taken_before_and_that_is_not_what_is_told() -> None:
    (told,) = read("In December, the Brotherhood freed 52 children after more than five weeks in captivity.")
    assert (told.kind, told.violations) == (StatementKind.CONTEXT, ())


def test_shot_dead_is_one_death_and_no_wound_beside_it() -> None:
    assert codes_of("A 15-year-old boy was shot dead as he tried to run away.") == [("killing",)]


def test_killed_and_injured_under_one_verb_are_one_claim() -> None:
    (told,) = read("Partners reported that 17 children were killed and 40 injured by shelling.")
    assert [int(one.quantity.low or 0) for one in told.quantities] == [17, 40]


def test_a_report_of_62_pages_counts_none_of_them() -> None:
    (told,) = read("The 62-page report is based on interviews with 17 former child recruits.")
    assert [int(one.quantity.low or 0) for one in told.quantities] == [17]


def test_the_recruits_interviewed_are_those_who_were_taken() -> None:
    text = "Three quarters of the recruits interviewed were 15 or younger when the boys were taken by rebels."
    assert read(text)[0].kind is StatementKind.VIOLATION_CLAIM


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Gunmen abducted every girl they found there.", "document"),
        ("A nurse we spoke to says seven children were killed.", "nurse"),
    ],
)
def test_a_noun_with_those_who_found_it_or_spoke_to_it(text: str, who: str) -> None:
    assert read(text)[0].speaker == who


def test_a_league_that_forcibly_recruits_is_a_party_and_so_is_its_short_name() -> None:
    text = "The Blue Hills Defence League has forcibly recruited 85 children. The League denied recruiting any boy."
    assert [said(text, "en", quote).parties[0].name for quote in ("forcibly", "denied")] == [
        "Blue Hills Defence League",
        "League",
    ]


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


def test_abducted_girls_who_were_released_were_released() -> None:
    (told,) = read("All ten abducted girls were released by December 2020.")
    assert (told.kind, period_of(told)) == (StatementKind.CONTEXT, "../2020-12-31")


def test_a_name_that_was_so_many_years_old_when_is_a_child_and_spring_is_three_months() -> None:
    (told,) = read("Anton was 14 when fighters abducted him in the spring of 2019.")
    assert [ref.code for ref in told.violations] == ["abduction"]
    assert period_of(told) == "2019-03-01/2019-05-31"


def test_a_school_that_is_burned_down_is_no_child_that_is_burned() -> None:
    text = "The militia burned down a middle school near Hakha, leaving 240 students without classes."
    assert codes_of(text) == [("attack_school",)]
    assert codes_of("Gunmen burned two boys at a school.") == [("attack_school", "maiming")]


def test_a_sort_in_front_of_its_name_is_one_party() -> None:
    (told,) = read("Monitors attributed three attacks on clinics to a rival militia, the Sons of the Road.")
    assert [party.name for party in told.parties] == ["Sons of the Road"]


def test_an_article_behind_and_begins_another_name() -> None:
    (told,) = read("Ten children were killed in crossfire between the White Reed Movement and the Upper Front.")
    assert "White Reed Movement" in [party.name for party in told.parties]


def test_monitors_who_disagree_before_a_colon_are_the_monitors() -> None:
    text = "UN monitors disagree: they verified 58 cases of recruitment of children by the Front."
    assert read(text)[0].speaker == "UN monitors"


def test_a_limit_of_what_is_known_has_no_nameless_source() -> None:
    text = "Rebels abducted ten girls. The number of survivors is believed to be far higher."
    assert read(text)[-1].speaker == "document"


def test_a_denial_implies_no_party() -> None:
    text = "Rebels of the Kesh Front abducted ten girls. A local official denied that any girl was abducted."
    assert [party.basis.value for party in read(text)[-1].parties] in ([], ["stated"])


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        ("en", "Two boys were abducted in the winter of 2019.", "2019-12-01/2020-02-29"),
        ("fr", "Deux enfants ont été enlevés au printemps 2019 à Kani.", "2019-03-01/2019-05-31"),
        ("es", "Dos niños fueron secuestrados en el verano de 2019 en Kani.", "2019-06-01/2019-08-31"),
        ("ar", "خطف طفلان في خريف عام 2019.", "2019-09-01/2019-11-30"),
    ],
)
def test_a_season_is_three_months(language: str, text: str, period: str) -> None:
    assert period_of(read(text, language)[0]) == period


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        ("en", "In the first nine months of 2019, 143 children were killed.", "2019-01-01/2019-09-30"),
        ("en", "Ten children were killed in the first week of October 2019.", "2019-10-01/2019-10-07"),
        ("en", "In the first two months of the year, 143 children were killed.", "2021-01-01/2021-02-28"),
        ("fr", "Au cours des neuf premiers mois de 2019, 143 enfants ont été tués.", "2019-01-01/2019-09-30"),
        ("es", "En los primeros nueve meses de 2019 fueron asesinados 143 niños.", "2019-01-01/2019-09-30"),
        ("ar", "قتل 143 طفلا في الأشهر التسعة الأولى من عام 2019.", "2019-01-01/2019-09-30"),
    ],
)
def test_the_first_so_many_months_are_counted_from_the_beginning(language: str, text: str, period: str) -> None:
    assert period_of(read(text, language)[0]) == period


def test_most_is_no_number_that_anybody_told() -> None:
    for text in (
        "Most of the abducted girls were raped by soldiers.",
        "Rebels abducted 31 girls, most of them pupils.",
    ):
        assert all(one.quantity.kind is not QuantityKind.PERCENT for one in read(text)[0].quantities)


def test_how_many_people_were_interviewed_is_how_it_is_known() -> None:
    text = "Rebels abducted ten girls. The centre interviewed 57 people in Kani, including 23 pupils."
    assert read(text)[-1].kind is StatementKind.CONTEXT


def test_a_limit_without_a_number_claims_no_violation() -> None:
    text = "Rebels abducted ten girls in Kani. The true number of abductions is likely to be significantly higher."
    assert (read(text)[-1].kind, read(text)[-1].violations) == (StatementKind.LIMITATION, ())


def test_a_denial_before_another_saying_is_told_too() -> None:
    text = "Rebels killed ten boys. The army denied involvement and said its forces had not used artillery."
    assert any("denied involvement" in one.quote for one in read(text))


def test_by_whom_behind_a_word_of_doubt_is_who_did_it() -> None:
    told = read("One school was looted on 12 October, reportedly by fighters of the Eastern Council.")[0]
    assert (told.speaker, told.parties[0].name) == ("unnamed", "Eastern Council")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("An unexploded shell went off as children were playing, killing three.", ("killing",)),
        ("Two boys died in the hospital to which one was taken, doctors said.", ("killing",)),
        ("Armed men looted medical supplies from a convoy near Kani.", ("denial_access",)),
        ("Soldiers and volunteers were searching the forest for the abducted girls.", ()),
    ],
)
def test_who_plays_speaks_or_is_looked_for_and_what_is_looted(text: str, codes: tuple[str, ...]) -> None:
    assert codes_of(text) == [codes]


@pytest.mark.parametrize(
    "text",
    [
        "Residents said trucks with flour were turned away at the checkpoint of the militia.",
        "A boy of 13 said he had been given a rifle and told to guard the camp.",
    ],
)
def test_a_load_and_a_second_participle_are_no_claims_of_their_own(text: str) -> None:
    assert len(read(text)) == 1


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


@pytest.mark.parametrize(
    ("text", "n_parties"),
    [
        ("The war between the Reed Union and the League of Free Valleys goes on.", 2),
        ("The match between the Reed Union and the League of Free Valleys goes on.", 0),
    ],
)
def test_both_sides_of_a_war_are_parties_those_of_a_match_are_none(text: str, n_parties: int) -> None:
    page = page_of(text)
    assert len(page.parties.between(0, len(page.tokens))) == n_parties


def test_the_league_is_short_for_the_league_of_free_valleys() -> None:
    text = "The war between the army and the League of Free Valleys goes on. A League spokesman denied abducting boys."
    assert [party.name for party in read(text)[-1].parties] == ["League"]


def test_a_report_that_opens_with_the_year_before_tells_days_of_it() -> None:
    text = "In 2020, rebels abducted ten boys. On 14 February, rebels killed two girls in Kani."
    assert period_of(said(text, "en", "14 February")) == "2020-02-14"


def test_a_rocket_from_positions_held_by_the_guard_is_the_guards() -> None:
    (told,) = read("A rocket launched from positions held by the Harrow Guard killed three children.")
    assert [party.name for party in told.parties] == ["Harrow Guard"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ten pupils were abducted by gunmen of the so-called Savannah Brotherhood.", "Savannah Brotherhood"),
        ("On 3 February, unknown persons abducted ten girls in Fika.", "unknown persons"),
    ],
)
def test_so_called_and_unknown_are_parties(text: str, name: str) -> None:
    assert [party.name for party in read(text)[0].parties] == [name]


def test_why_a_teacher_is_not_named_limits_nothing_that_is_known() -> None:
    text = "Soldiers live in five schools, according to a teacher who asked not to be named for fear of reprisals."
    assert read(text)[0].kind is StatementKind.VIOLATION_CLAIM


def test_more_than_half_of_the_cases_go_on_with_the_claim_before() -> None:
    text = "Sexual violence against 73 girls was verified, with more than half of the cases perpetrated by rebels."
    assert len(read(text)) == 1


def test_a_time_in_front_of_a_comma_names_nobody() -> None:
    text = "Between September 2019 and January 2020, the Commission heard ten girls whom rebels abducted."
    assert "2019" not in read(text)[0].speaker


def test_unidentified_perpetrators_at_the_end_of_a_list_are_the_last_of_it() -> None:
    text = "The recruitment of 146 children by the Reed Movement (81) and unidentified perpetrators (18) was verified."
    assert [party.name for party in read(text)[0].parties] == ["Reed Movement", "unidentified perpetrators"]


def test_two_fathers_who_stated_it_at_the_end_are_heard() -> None:
    (told,) = read("Ten boys were beaten by soldiers, two fathers stated.")
    assert (told.speaker, len(told.quantities)) == ("two fathers", 1)


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
