"""Places have the parents the table gives them, and names in several languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import gazetteers, tried
from tawthiq.terms import vocabulary
from tawthiq.terms.registry import EDITION, country_codes, load_gazetteer, situation_countries
from tawthiq.terms.where import Gazetteer, Place, PlacePrecision

LEBANON_LIKE = Gazetteer(
    "invented",
    {
        "LB": Place("LB", {"en": "Lebanon"}, PlacePrecision.COUNTRY, "", "LB", "invented"),
        "LB6": Place("LB6", {"en": "Sixth"}, PlacePrecision.ADM1, "LB", "LB", "invented"),
        "LB63": Place("LB63", {"en": "Sixty-third"}, PlacePrecision.ADM2, "LB6", "LB", "invented"),
        "62179": Place("62179", {"en": "Village"}, PlacePrecision.ADM3, "LB63", "LB", "invented"),
        "LB631": Place("LB631", {"en": "Elsewhere"}, PlacePrecision.ADM3, "LB", "LB", "invented"),
    },
)
shipped = st.sampled_from(sorted(load_gazetteer().places))


def test_a_parent_comes_from_the_table_and_not_from_the_code() -> None:
    assert [place.code for place in LEBANON_LIKE.lineage("62179")] == ["62179", "LB63", "LB6", "LB"]
    assert LEBANON_LIKE.lies_in("62179", "LB63")
    assert not LEBANON_LIKE.lies_in("LB631", "LB63")


@tried
@given(gazetteers())
def test_a_lineage_ends_even_when_the_table_goes_round(places: Gazetteer) -> None:
    line = [place.code for place in places.lineage("c0")]
    assert len(line) == len(set(line))


@tried
@given(gazetteers(), st.sampled_from(list(PlacePrecision)))
def test_coarsening_never_makes_finer(places: Gazetteer, to: PlacePrecision) -> None:
    coarse = places.coarsened("c0", to)
    assert coarse is None or coarse.precision.coarseness >= to.coarseness


def test_a_settlement_coarsens_to_its_governorate_and_country() -> None:
    places = load_gazetteer()
    palmyra = places.find("Palmyra")[0]
    assert [p.code for p in places.lineage(palmyra.code)][1:] == ["SY04", "SY"]
    coarse = places.coarsened(palmyra.code, PlacePrecision.ADM1)
    assert coarse is not None and coarse.name("ar") == "حمص"
    assert places.coarsened("SY", PlacePrecision.SETTLEMENT) == places.places["SY"]


@tried
@given(shipped)
def test_every_shipped_place_leads_to_its_country(code: str) -> None:
    places = load_gazetteer()
    line = list(places.lineage(code))
    assert line[-1].code == places.places[code].country
    assert line[-1].precision is PlacePrecision.COUNTRY


@tried
@given(shipped)
def test_no_parent_is_finer_than_its_child(code: str) -> None:
    levels = [place.precision.coarseness for place in load_gazetteer().lineage(code)]
    assert levels == sorted(levels)


@tried
@given(shipped)
def test_every_name_of_a_place_finds_it_in_its_country_only(code: str) -> None:
    places = load_gazetteer()
    place = places.places[code]
    for name in (*place.label.values(), *place.aliases):
        assert place in places.find(name, place.country)
        assert place not in places.find(name, "ZZ")


@pytest.mark.parametrize("name", ["Palmyra", "Tadmur", "Tadmor", "تدمر", "Palmyre", "PALMIRA"])
def test_one_town_has_many_names(name: str) -> None:
    assert [place.code for place in load_gazetteer().find(name)] == ["SY.s.palmyra"]


def test_the_country_told_decides_between_namesakes() -> None:
    places = load_gazetteer()
    assert {place.country for place in places.find("Tripoli")} == {"LB", "LY"}
    assert {place.country for place in places.find("Tripoli", "LB")} == {"LB"}
    assert {place.country for place in places.find("Congo")} == {"CD", "CG"}


def test_an_adjective_points_to_a_place_without_naming_it() -> None:
    places = load_gazetteer()
    for word in ("Syrian", "sirio", "syrien", "سوري", "السورية"):
        assert [place.code for place in places.find_adjective(word)] == ["SY"]
    assert places.find("Syrian") == ()


def test_an_acronym_is_not_the_word_it_spells() -> None:
    places = load_gazetteer()
    assert [place.code for place in places.find("CAR")] == ["CF"]
    assert places.find("car") == places.find("us") == places.find("are") == ()


def test_the_fourteen_governorates_of_syria_have_names_in_every_language() -> None:
    places = load_gazetteer().places
    for number in range(1, 15):
        place = places[f"SY{number:02}"]
        assert (place.parent, place.edition, set(place.label)) == ("SY", EDITION, set(vocabulary.LANGUAGES))


def test_every_situation_covers_countries_of_the_gazetteer() -> None:
    places = load_gazetteer().places
    for code in vocabulary.load("situation").terms:
        assert all(places[country].precision is PlacePrecision.COUNTRY for country in situation_countries(code))


def test_other_codes_of_a_country_lead_to_it() -> None:
    assert country_codes()["SYR"] == country_codes()["760"] == "SY"
