"""Parties are found by any of their names, and stand under their umbrellas only while they do."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import recent_days, registries, tried
from tawthiq.terms import vocabulary
from tawthiq.terms.errors import UnknownCode
from tawthiq.terms.folding import fold_name, index_key, search_keys
from tawthiq.terms.party import Party, Registry, Relation, Tie
from tawthiq.terms.registry import load_parties, situation_countries

names = st.sampled_from(
    sorted({name for p in load_parties().parties.values() for name in (*p.label.values(), *p.aliases)})
)


@tried
@given(registries(), recent_days)
def test_a_lineage_begins_with_the_party_and_names_none_twice(registry: Registry, day: date) -> None:
    line = list(registry.lineage("p0", day))
    assert line[0] == "p0"
    assert len(line) == len(set(line))


@tried
@given(registries(), recent_days)
def test_every_umbrella_of_a_lineage_is_tied_on_that_day(registry: Registry, day: date) -> None:
    line = list(registry.lineage("p0", day))
    ties = [tie for code in line for tie in registry.parties[code].ties if tie.holds_on(day)]
    assert set(line[1:]) <= {tie.to for tie in ties if tie.relation is Relation.UMBRELLA}


def test_two_parties_over_each_other_do_not_go_round_for_ever() -> None:
    pair = {
        "one": Party("one", "non_state_group", {"en": "One"}, ties=(Tie(Relation.UMBRELLA, "other"),)),
        "other": Party("other", "non_state_group", {"en": "Other"}, ties=(Tie(Relation.UMBRELLA, "one"),)),
    }
    assert list(Registry(pair).lineage("one", date(2020, 1, 1))) == ["one", "other"]


def test_an_umbrella_holds_only_from_its_day() -> None:
    parties = load_parties()
    assert list(parties.lineage("ypj", date(2014, 6, 1))) == ["ypj", "ypg"]
    assert list(parties.lineage("ypj", date(2016, 6, 1))) == ["ypj", "ypg", "sdf"]


def test_a_tie_holds_on_its_first_and_last_day() -> None:
    tie = Tie(Relation.UMBRELLA, "x", date(2014, 1, 1), date(2014, 12, 31))
    assert tie.holds_on(date(2014, 1, 1)) and tie.holds_on(date(2014, 12, 31))
    assert not tie.holds_on(date(2013, 12, 31)) and not tie.holds_on(date(2015, 1, 1))


@tried
@given(names)
def test_every_name_finds_its_party(name: str) -> None:
    assert any(name in (*p.label.values(), *p.aliases) for p in load_parties().find(name))


@tried
@given(names)
def test_a_name_in_decomposed_letters_finds_the_same(name: str) -> None:
    parties = load_parties()
    assert parties.find(unicodedata.normalize("NFD", name)) == parties.find(name)


@tried
@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


@tried
@given(st.text())
def test_a_name_is_sought_where_it_is_filed(name: str) -> None:
    assert index_key(name) in search_keys(name)


@pytest.mark.parametrize(
    "name", ["ISIL", "ISIS", "Da'esh", "Da’esh", "DAESH", "داعش", "EIIL", "Estado Islámico", "estado islamico"]
)
def test_one_group_has_many_names(name: str) -> None:
    assert [party.code for party in load_parties().find(name)] == ["isil"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("أنصار الله", "انصار الله"), ("جبهة النصرة", "جبهه النصره"), ("Al-Nusra", "al nusra"), ("Séléka", "SELEKA")],
)
def test_spellings_that_differ_by_marks_alone_are_one_name(one: str, other: str) -> None:
    assert load_parties().find(one) == load_parties().find(other) != ()


def test_a_short_acronym_is_not_a_word() -> None:
    assert [party.code for party in load_parties().find("IS")] == ["isil"]
    assert load_parties().find("is") == ()


def test_an_ambiguous_acronym_finds_every_bearer() -> None:
    assert {party.code for party in load_parties().find("ISF")} == {"iq_isf", "il_forces"}


def test_a_name_nobody_bears_finds_none() -> None:
    assert load_parties().find("the Knights of Nowhere") == ()


def test_the_registry_holds_together() -> None:
    parties, kinds = load_parties().parties, vocabulary.load("party_kind").terms
    situations = vocabulary.load("situation").terms
    for party in parties.values():
        assert party.kind in kinds, party.code
        assert set(party.situations) <= set(situations), party.code
        assert {tie.to for tie in party.ties} <= set(parties) - {party.code}, party.code
        assert all(tie.first is None or tie.last is None or tie.first <= tie.last for tie in party.ties), party.code
    assert len(parties) >= 200


def test_every_situation_but_the_oldest_has_a_state_force_and_a_group() -> None:
    kinds: dict[str, set[str]] = {}
    for party in load_parties().parties.values():
        for code in party.situations:
            kinds.setdefault(code, set()).add(vocabulary.load("party_kind").term(party.kind).more["side"])
    without_state = {code for code in vocabulary.load("situation").terms if "state" not in kinds.get(code, set())}
    assert without_state <= {"CI"}
    assert all("non_state" in kinds[code] for code in vocabulary.load("situation").terms)


def test_a_situation_may_span_countries() -> None:
    assert situation_countries("IL_PS") == ("PS", "IL")
    assert situation_countries("SY") == ("SY",)


def test_a_party_stands_under_its_umbrella_and_before_its_successor_for_the_days_they_hold() -> None:
    tie = Tie(Relation.SUCCESSOR_OF, "old", first=date(2017, 1, 28))
    under = Tie(Relation.UMBRELLA, "roof", last=date(2016, 12, 31))
    label = {"en": "Invented"}
    registry = Registry(
        {
            "old": Party("old", "non_state_group", label, ties=(under,)),
            "new": Party("new", "non_state_group", label, ties=(tie,)),
            "roof": Party("roof", "non_state_group", label),
        }
    )
    before, after = registry.standing("old", date(2016, 6, 1)), registry.standing("old", date(2018, 6, 1))
    assert (before.under, before.now) == (("roof",), ())
    assert (after.under, after.now) == ((), ("new",))
    assert registry.standing("new", date(2018, 6, 1)).formerly == ("old",)
    with pytest.raises(UnknownCode):
        registry.standing("nobody", date(2018, 6, 1))
