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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Hubo 96 niños (41 niñas) reclutados en los departamentos de Amra (45), Tolva (31) y Querón (20)."),
        ("en", "There were 96 children (41 girls) recruited in the provinces of Amra (45), Tolva (31) and Keron (20)."),
        ("fr", "On compte 96 enfants (41 filles) recrutés dans les provinces d'Amra (45), Tolva (31) et Kéron (20)."),
        ("ar", "جند 96 طفلا (41 فتاة) في ولايتي الريانة (45) وزرقان (31)."),
    ],
)
def test_places_with_numbers_are_no_parties_behind_another_bracket(language: str, text: str) -> None:
    assert [party.name for one in read(text, language) for party in one.parties] == []


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "en",
            "Children were killed by air strikes of the Defence Forces (81), the Kesh Front (12) and militias (3).",
            ["Defence Forces", "Kesh Front", "militias"],
        ),
        (
            "es",
            "Las muertes de niños se atribuyeron a bombardeos de las Fuerzas de Defensa (81) y el Frente de Kesh (12).",
            ["Fuerzas de Defensa", "Frente de Kesh"],
        ),
        (
            "fr",
            "Les enfants ont été tués par les frappes des Forces de défense (81) et du Front du Kesh (12).",
            ["Forces de défense", "Front du Kesh"],
        ),
    ],
)
def test_what_was_done_in_front_of_a_name_with_its_number_is_no_part_of_it(
    language: str, text: str, names: list[str]
) -> None:
    assert [party.name for party in read(text, language)[0].parties] == names


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
)
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
    assert parties_of(read(text, "fr")[-1]) == [(name, "stated")]


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
        "Blue Hills Defence League",
    ]


def test_a_sort_in_front_of_its_name_is_one_party() -> None:
    (told,) = read("Monitors attributed three attacks on clinics to a rival militia, the Sons of the Road.")
    assert [party.name for party in told.parties] == ["Sons of the Road"]


def test_an_article_behind_and_begins_another_name() -> None:
    (told,) = read("Ten children were killed in crossfire between the White Reed Movement and the Upper Front.")
    assert "White Reed Movement" in [party.name for party in told.parties]


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("en", "The Reed Movement and the Upper Front killed nine children.", "Reed Movement"),
        ("es", "El Movimiento del Junco y el Frente Alto mataron a nueve niños.", "Movimiento del Junco"),
        ("fr", "Le Mouvement du Jonc et le Front du Kesh ont tué neuf enfants.", "Mouvement du Jonc"),
        ("en", "Nine children were killed by the Reed Brigade and Kesh militia.", "Reed Brigade"),
        ("es", "La Brigada de las Dunas y milicias locales mataron a nueve niños.", "Brigada de las Dunas"),
        ("fr", "La Brigade des Dunes et milices locales ont tué neuf enfants.", "Brigade des Dunes"),
    ],
)
def test_a_name_ends_where_another_begins_behind_and(language: str, text: str, first: str) -> None:
    assert read(text, language)[0].parties[0].name == first


def test_the_whole_name_of_an_army_behind_that_of_a_brigade_stays() -> None:
    text = "Nueve niños fueron reclutados por la Brigada de las Dunas y el Ejército Popular."
    assert [party.name for party in read(text, "es")[0].parties] == ["Brigada de las Dunas", "Ejército Popular"]


@pytest.mark.parametrize("name", ["Brigada 14", "Batallón 14"])
def test_the_number_behind_a_unit_belongs_to_its_name(name: str) -> None:
    (one,) = read(f"La {name} mató a nueve niños.", "es")
    assert [party.name for party in one.parties] == [name]
    assert [number.quantity.low for number in one.quantities] == [9]


@pytest.mark.parametrize(
    "text",
    ["قتلت كتيبة أطفالا في عمرة.", "جندت جماعة تلاميذ في عمرة.", "اختطفت جماعة فتيات من مدرسة في عمرة."],
)
def test_whom_a_band_harmed_is_no_part_of_its_name_a_place_is(text: str) -> None:
    assert read(text, "ar")[0].parties == ()
    named = read("قتل لواء الجزيرة تسعة أطفال في عمرة.", "ar")[0]
    assert [party.name for party in named.parties] == ["لواء الجزيرة"]


def test_a_name_begins_with_its_head_behind_a_verb_at_the_opening() -> None:
    (one,) = read("Son del Frente 9 de Abril los que mataron a tres niños.", "es")
    assert [party.name for party in one.parties] == ["Frente 9 de Abril"]


@pytest.mark.parametrize(
    ("language", "text", "party"),
    [
        (
            "fr",
            "La Coalition pour la défense du Walka (CODEWA) tient les collines. La CODEWA a enlevé deux filles.",
            "Coalition pour la défense du Walka",
        ),
        (
            "es",
            "La Unión para la defensa del Walka (UDEWA) ocupa los cerros. Según los padres, la UDEWA secuestró a dos "
            "niñas.",
            "Unión para la defensa del Walka",
        ),
    ],
)
def test_letters_of_a_name_with_low_words_in_it_are_its_short_form(language: str, text: str, party: str) -> None:
    assert parties_of(read(text, language)[-1]) == [(party, "stated")]


def test_a_guard_told_for_short_and_implied_later_goes_by_its_whole_name() -> None:
    text = "The Sarat Home Guard recruited two boys. The Home Guard recruited three girls. Nine were recruited in May."
    assert parties_of(read(text)[-1]) == [("Sarat Home Guard", "implied")]


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
    assert [party.name for party in read(text)[-1].parties] == ["League of Free Valleys"]


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
        ("The Kesh Guard abducted a boy. Guard snipers killed two girls.", [("Kesh Guard", "stated")]),
        ("A rival militia, the Lake Sons, took boys. In May the militia recruited ten boys.", [("militia", "stated")]),
        ("Nine children were killed by army shells.", [("army", "stated")]),
        ("The Lake Front abducted ten girls. Two brothers of 7 and 9 died when they stepped on a mine.", []),
    ],
)
def test_a_body_in_front_of_its_men_shells_and_mines(text: str, parties: list[tuple[str, str]]) -> None:
    assert parties_of(read(text)[-1]) == parties


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("L'armée l'a tué à Kesh, un enfant de dix ans.", "armée"),
        ("L'armée de Kesh a tué dix enfants.", "armée de Kesh"),
        ("L'armée de l'air a tué dix enfants à Kesh.", "armée de l'air"),
        ("L'armée de terre a tué dix enfants à Kesh.", "armée de terre"),
    ],
)
def test_a_french_army_keeps_its_name_and_no_word_more(text: str, name: str) -> None:
    assert parties_of(read(text, "fr")[0]) == [(name, "stated")]
