"""Which words are the name of a party: where it begins, what belongs to it, what it goes by for short."""

from __future__ import annotations

import pytest

from unit.extract.told import FRENCH_CLAIM, page_of, parties_of, places_of, read, said


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La policía militar detuvo a nueve niños.", "policía militar"),
        ("Ayer la Policía Rural ocupó la escuela de Amra.", "Policía Rural"),
    ],
)
def test_which_police_it_was_belongs_to_its_name(text: str, name: str) -> None:
    assert [party.name for one in read(text, "es") for party in one.parties] == [name]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("es", "Hubo 96 niños reclutados en los departamentos de Amra (45), Tolva (31) y Querón (20).", 3),
        ("en", "There were 96 children recruited in the provinces of Amra (45), Tolva (31) and Keron (20).", 3),
        ("fr", "On compte 96 enfants recrutés dans les provinces d'Amra (45), Tolva (31) et Kéron (20).", 3),
    ],
)
def test_a_row_of_places_with_numbers_is_no_row_of_parties(language: str, text: str, names: int) -> None:
    assert len(places_of(text, language)) == names
    assert [party.name for one in read(text, language) for party in one.parties] == []


def test_an_adverb_is_no_part_of_an_army() -> None:
    assert [p.name for p in read("El Ejército solo mató a dos niños.", "es")[0].parties] == ["Ejército"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Murieron diez niños en los estados de Amra y Unidad.", []),
        (
            "La Fiscalía atribuye diez muertes de niños a la Columna Azul, la mayor de las guerrillas que hay allí.",
            ["Columna Azul"],
        ),
    ],
)  # fmt: skip
def test_a_state_or_the_largest_of_its_sort_is_no_second_party(text: str, names: list[str]) -> None:
    assert [party.name for one in read(text, "es") for party in one.parties] == names


def test_an_article_with_a_capital_belongs_to_the_name_of_a_band() -> None:
    text = "Según dos testigos, Los Relámpagos entraron en el albergue y se llevaron a nueve niños."
    assert [party.name for party in read(text, "es")[0].parties] == ["Relámpagos"]
    calm = "Según dos testigos, Los Relámpagos tocaron en la plaza. Nueve niños murieron en Amra."
    assert [party.name for one in read(calm, "es") for party in one.parties] == []


def test_an_army_told_for_short_is_the_one_army_named_before() -> None:
    text = "El Ejército kesiano mató a dos niñas. El Ejército bombardeó el instituto de Amra. Murieron seis niños."
    assert [party.name for party in read(text, "es")[-1].parties] == ["Ejército kesiano"]


def test_a_weekday_ends_the_name_of_a_force() -> None:
    one = said("ومنعت قوات الردع الحكومية السبت دخول قافلة أدوية إلى كش.", "ar", "قافلة")
    assert [party.name for party in one.parties] == ["قوات الردع الحكومية"]


def test_to_open_is_no_party_named_so() -> None:
    one = said("طالب الأهالي بفتح مدرسة قصفت في كش.", "ar", "مدرسة")
    assert one.parties == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("خطف عناصر من لواء الجزيرة أربع فتيات في كش.", ["لواء الجزيرة"]),
        ("احتجز مقاتلو لواء الفجر ثلاث شاحنات أدوية عند حاجز.", ["لواء الفجر"]),
        ("دعت الرابطة إلى فتح تحقيق في مقتل ثلاثة أطفال في كش.", []),
        ("كان الأطفال في كش يستخدمون حراسا وطهاة.", []),
    ],
)
def test_who_is_a_party(text: str, names: list[str]) -> None:
    assert [party.name for one in read(text, "ar") for party in one.parties] == names


@pytest.mark.parametrize("name", ["Brigade des dunes", "Garde nationale", "Coalition du fleuve", "Milice des collines"])
def test_the_head_alone_is_short_for_a_name_in_small_letters(name: str) -> None:
    text = f"La {name} est active à Kesh. Un prêtre dit que la {name.split()[0]} a enrôlé dix garçons."
    assert parties_of(read(text, "fr")[-1]) == [(name.split()[0], "stated")]


def test_on_the_side_of_is_no_part_of_a_name_and_a_militia_behind_and_is_another() -> None:
    side = read("Côté Milice des Dunes, dix enfants ont été enrôlés.", "fr")[0]
    both = read("La Brigade des dunes et des milices locales ont enrôlé dix enfants.", "fr")[0]
    assert [name for name, _ in parties_of(side)] == ["Milice des Dunes"]
    assert [name for name, _ in parties_of(both)] == ["Brigade des dunes", "milices locales"]


def test_a_list_of_whom_the_authors_belonged_to_begins_behind_its_verb() -> None:
    text = (
        "Dix filles ont été violées. Les auteurs présumés appartenaient au Front du Lac (4), aux forces de défense et "
        "de sécurité (2) et à des groupes non identifiés (4)."
    )
    names = [name for name, _ in parties_of(read(text, "fr")[-1])]
    assert names == ["Front du Lac", "forces de défense et de sécurité", "groupes non identifiés"]


def test_this_group_is_meant_the_group_is_named() -> None:
    one = read(f"{FRENCH_CLAIM} Les combattants de ce groupe ont brûlé une école.", "fr")[-1]
    assert parties_of(one) == [("Front du Lac", "implied")]


def test_a_league_that_forcibly_recruits_is_a_party_and_so_is_its_short_name() -> None:
    text = "The Blue Hills Defence League has forcibly recruited 85 children. The League denied recruiting any boy."
    assert [said(text, "en", quote).parties[0].name for quote in ("forcibly", "denied")] == [
        "Blue Hills Defence League",
        "League",
    ]


def test_a_sort_in_front_of_its_name_is_one_party() -> None:
    (told,) = read("Monitors attributed three attacks on clinics to a rival militia, the Sons of the Road.")
    assert [party.name for party in told.parties] == ["Sons of the Road"]


def test_an_article_behind_and_begins_another_name() -> None:
    (told,) = read("Ten children were killed in crossfire between the White Reed Movement and the Upper Front.")
    assert "White Reed Movement" in [party.name for party in told.parties]


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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ten pupils were abducted by gunmen of the so-called Savannah Brotherhood.", "Savannah Brotherhood"),
        ("On 3 February, unknown persons abducted ten girls in Fika.", "unknown persons"),
    ],
)
def test_so_called_and_unknown_are_parties(text: str, name: str) -> None:
    assert [party.name for party in read(text)[0].parties] == [name]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The Kesh Guard abducted a boy. Guard snipers killed two girls.", [("Guard", "stated")]),
        ("A rival militia, the Lake Sons, took boys. In May the militia recruited ten boys.", [("militia", "stated")]),
        ("Nine children were killed by army shells.", [("army", "stated")]),
        ("The Lake Front abducted ten girls. Two brothers of 7 and 9 died when they stepped on a mine.", []),
    ],
)
def test_a_body_in_front_of_its_men_shells_and_mines(text: str, parties: list[tuple[str, str]]) -> None:
    assert parties_of(read(text)[-1]) == parties
