"""What the structure of a text tells: pieces of a sentence, ages beside persons, scenes, names beside their letters."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import read


def numbers(text: str, language: str) -> list[tuple[str, str, Fraction | None]]:
    every = [item.quantity for one in read(text, language) for item in one.quantities]
    return [(item.kind.value, item.comparator.value, item.low) for item in every]


@pytest.mark.parametrize(
    ("language", "text", "ages"),
    [
        ("en", "Two brothers, 6 and 9, were killed by a mine in Omer.", [6, 9]),
        ("en", "Three boys aged 15, 16 and 17 were abducted in Omer.", [15, 16, 17]),
        ("fr", "Deux sœurs de 12 et 15 ans ont été enlevées à Omer.", [12, 15]),
        ("es", "Tres niñas de 12, 13 y 15 años fueron secuestradas en Omer.", [12, 13, 15]),
        ("ar", "قُتلت طفلة في الخامسة في بلدة عمر.", [5]),
    ],
)
def test_ages_in_a_row_are_no_span_of_years(language: str, text: str, ages: list[int]) -> None:
    assert [low for kind, _, low in numbers(text, language) if kind == "age"] == ages


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A girl of 16 was abducted by the army in Omer."),
        ("fr", "Une fille de 14 ans a été enlevée à Omer."),
        ("es", "Un niño de 9 murió en un bombardeo en Omer."),
        ("ar", "قُتل صبي عمره 14 عاما في بلدة عمر."),
    ],
)
def test_who_has_an_age_is_one_person(language: str, text: str) -> None:
    assert ("count", "=", Fraction(1)) in numbers(text, language)


def test_a_bound_behind_persons_is_one_of_age() -> None:
    assert numbers("In all 211 people under 18 were killed in Omer.", "en")[1] == ("age", "<", Fraction(18))
    assert ("age", "<=", Fraction(16)) in numbers(
        "Once niños, ninguno mayor de 16 años, fueron reclutados en Omer.", "es"
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The school in Omer has become a radio post of the militia.", "military_use"),
        ("Two shells fell beside the girls' school in Omer.", "attack_school"),
        ("A girl of eleven patrols with a rifle for the militia.", "recruitment_use"),
        ("The aid convoy has waited four days at the soldiers' barrier.", "denial_access"),
    ],
)
def test_a_scene_tells_a_violation_that_no_verb_names(text: str, code: str) -> None:
    assert [ref.code for one in read(text) for ref in one.violations] == [code]


def test_what_is_denied_behind_a_comma_is_a_statement_of_its_own() -> None:
    kinds = [one.kind for one in read("The army abducted ten boys in Omer, a charge which its spokesman denies.")]
    assert kinds == [StatementKind.VIOLATION_CLAIM, StatementKind.CONTEXT_CLAIM]


def test_a_piece_that_tells_nothing_goes_on_with_its_sentence() -> None:
    assert len(read("The army shelled the school in Omer and the gates stayed shut until May.")) == 1


def test_the_number_of_a_post_counts_nothing() -> None:
    assert [low for _, _, low in numbers("3) The army abducted ten boys in Omer.", "en")] == [10]


@pytest.mark.parametrize(
    ("language", "text", "party"),
    [
        (
            "fr",
            "Dix enfants ont été enlevés par les Brigades de salut public (BSP) à Omer.",
            "Brigades de salut public",
        ),
        ("es", "Diez niños fueron secuestrados por la Columna 9 de Abril en Omer.", "Columna 9 de Abril"),
        ("ar", "خطفت مجموعة تابعة لقوات الدرع عشرة أطفال في بلدة عمر.", "قوات الدرع"),
    ],
)
def test_a_name_is_taken_whole_and_without_what_is_joined_to_it(language: str, text: str, party: str) -> None:
    assert party in [ref.name for one in read(text, language) for ref in one.parties]


def test_everyone_in_a_row_is_blamed() -> None:
    told = "The cases were attributed, in that order, to the Kesh Front (KF), to the Omer Brigade and to the army."
    text = f"Ten boys were abducted in Omer. {told}"
    assert [ref.name for ref in read(text)[1].parties] == ["Kesh Front", "Omer Brigade", "army"]


def test_what_an_event_opens_runs_to_the_day_of_publication() -> None:
    act = read("Since the siege began on 12 February 2021, ten boys have been abducted in Omer.")[0].act_period
    assert getattr(getattr(act, "when", None), "text", "") == "2021-02-12/2021-03-03"


@pytest.mark.parametrize(
    "text",
    [
        "A boy who had since fled was abducted by the army on 12 February 2021.",
        "Ten boys have since died and two girls were killed on 12 February 2021.",
        "Three girls have since returned after the army abducted ten boys on 12 February 2021.",
        "He fled since the army abducted two boys near Omer on 12 February 2021.",
    ],
)
def test_since_without_an_event_opens_no_period(text: str) -> None:
    periods = [one.act_period for one in read(text)]
    assert all("/" not in getattr(getattr(act, "when", None), "text", "") for act in periods)


@pytest.mark.parametrize("text", ["families paid USD 500 for each abducted boy", "families paid 500 USD for each boy"])
def test_a_currency_in_front_is_no_name_with_a_number(text: str) -> None:
    assert ("money", "=", Fraction(500)) in numbers(f"In Omer the army abducted ten boys; {text}.", "en")


@pytest.mark.parametrize("place", ["وادي الزيت", "وادي الزهور"])
def test_an_arabic_place_keeps_a_first_letter_that_is_its_own(place: str) -> None:
    names = [ref.name for one in read(f"قُتل عشرة أطفال في {place} يوم 12 شباط 2021.", "ar") for ref in one.places]
    assert place in names


@pytest.mark.parametrize(
    "text", ["@kesh 3/", "Ten boys were killed in Omer. @kesh 3/", "@osman_tell: ten boys died 1/"]
)
def test_a_text_may_end_on_the_number_of_a_post(text: str) -> None:
    read(text)


def test_a_speaker_who_is_left_out_is_carried_over() -> None:
    text = "La red denunció que diez niños murieron en Omer. El lunes, dijo que dos niñas fueron secuestradas."
    assert [link.carried for one in read(text, "es") for link in one.chain[1:]] == [False, True]


def test_the_lead_of_a_list_dates_its_items() -> None:
    lead = "Between 2 and 9 February 2021 we recorded:"
    text = f"{lead}\n\n- the killing of 14 children in Omer\n\n- the abduction of six girls"
    periods = [getattr(getattr(one.act_period, "when", None), "text", "") for one in read(text)]
    assert periods[-2:] == ["2021-02-02/2021-02-09"] * 2


def test_who_publishes_is_no_claim() -> None:
    assert read("About us: founded in 1998, the network runs nine shelters for 200 children.") == ()


@pytest.mark.parametrize(
    ("language", "first", "on"),
    [
        ("en", "Two boys were killed in Omer.", "The council met in May and the ministry gave 40 answers."),
        ("fr", "Deux garçons ont été tués à Omer.", "Le conseil a siégé en mai et le ministère a donné 40 réponses."),
        ("es", "Dos niños murieron en Omer.", "El consejo se reunió en mayo y el ministerio dio 40 respuestas."),
    ],
)
def test_what_only_goes_on_about_a_violation_does_not_carry_it_on_for_a_whole_paragraph(
    language: str, first: str, on: str
) -> None:
    told = read("A\n\n" + first + f" {on}" * 12, language)
    last = len("A\n\n" + first + f" {on}" * 5)
    behind = [one for one in told if isinstance(one.span, Span) and one.span.start >= last]
    assert [one.quote for one in behind if one.violations] == []


PEACE = (
    "La ligue de handball du Kesh a clos sa saison samedi devant deux mille enfants des écoles. L'ancien président Aro "
    "Belin, mort d'une crise cardiaque il y a un an, aurait aimé ce match, a confié sa fille. Un produit utilisé pour "
    "traiter le gazon a été retiré. Le joueur Ido Tarek, condamné à deux ans de prison pour fraude, a été libéré. Les "
    "cellules solaires du stade détiennent un record. Le siège de la ligue refuse l'aide de la mairie. Onze élèves ont "
    "rejoint le groupe des moins de 15 ans. Une joueuse enceinte a été emmenée à l'hôpital, son arbitre a disparu "
    "avant la fin. La formation des filles reprend lundi ; des écoles ont frappé une médaille."
)


def test_a_text_on_other_things_tells_of_no_violation() -> None:
    assert [one.quote for one in read("Le handball du Kesh\n\n" + PEACE, "fr") if one.violations] == []


@pytest.mark.parametrize(
    "text",
    [
        "Un garçon a été tué il y a presque deux ans à Omer.",
        "Un garçon a été enlevé, et son père condamné à 12 ans de prison.",
        "La milice retient ces garçons depuis trois ans.",
        "Cinq ans plus tard, le garçon a été retrouvé.",
    ],
)
def test_years_that_went_by_are_nobodys_age(text: str) -> None:
    assert [low for kind, _, low in numbers(text, "fr") if kind == "age"] == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Une école a été bombardée dans une zone tenue par les rebelles.", []),
        ("Des avions militaires ont bombardé une école à Omer.", []),
        ("Un hôpital soutenu par le CICR a été bombardé par l'armée.", ["armée"]),
        ("Au barrage tenu par les miliciens, un convoi humanitaire a été bloqué.", ["miliciens"]),
        ("Des groupes jihadistes ont brûlé une école à Omer.", ["groupes jihadistes"]),
    ],
)
def test_who_holds_a_place_or_helps_it_did_not_do_what_befell_it(text: str, parties: list[str]) -> None:
    told = read("Rapport sur la guerre\n\n" + text, "fr")
    assert [party.name for one in told for party in one.parties] == parties


def test_a_strike_is_no_beating_and_women_raped_are_no_children() -> None:
    told = read("Rapport\n\nUne frappe a tué neuf enfants à Omer. Ils ont violé 61 femmes et enrôlé des garçons.", "fr")
    assert [[ref.code for ref in one.violations] for one in told] == [["killing"], ["recruitment_use"]]


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("fr", "Un drone a largué un explosif sur le centre de santé et a blessé deux garçons.", ["attack_hospital"]),
        ("es", "Un dron dejó caer un explosivo sobre el puesto de salud e hirió a dos niños.", ["attack_hospital"]),
        ("es", "Un explosivo hirió a dos niños que jugaban lejos del puesto de salud.", []),
        ("fr", "Un explosif a blessé deux garçons loin du centre de santé.", []),
    ],
)
def test_the_building_that_was_aimed_at_is_struck_beside_those_who_were_hurt(
    language: str, text: str, codes: list[str]
) -> None:
    (one,) = read(text, language)
    assert sorted(ref.code for ref in one.violations) == [*codes, "maiming"]
