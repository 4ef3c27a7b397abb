"""What the sentence behind a deed goes on about, whose it is, and what it does not tell; every text is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.statement import Statement
from tawthiq.terms.quantity import QuantityKind
from unit.extract.told import days_of, parties_of, read, violations_of

RAID = "On 4 May 2020 the Kesh Front raided Amra, killing four children and abducting 12 boys. "
FRENCH = "Le 4 mai 2020, le Front du Lac a attaqué Amra et tué quatre enfants. "
SPANISH = "El 4 de mayo de 2020 el Frente Rojo atacó Amra y mató a cuatro niños. "


def _next(sentence: str) -> Statement:
    return read(RAID + sentence)[-1]


@pytest.mark.parametrize(
    ("before", "sentence", "language", "party"),
    [
        (RAID, "A clinic was also looted.", "en", "Kesh Front"),
        (RAID, "In the same raid, a school was set on fire.", "en", "Kesh Front"),
        (FRENCH, "Lors de la même attaque, une école a été incendiée.", "fr", "Front du Lac"),
        (SPANISH, "En el mismo ataque quemaron una escuela.", "es", "Frente Rojo"),
    ],
)
def test_what_was_also_done_in_the_same_raid_is_by_whoever_made_it(
    before: str, sentence: str, language: str, party: str
) -> None:
    assert parties_of(read(before + sentence, language)[-1]) == [(party, "implied")]


def test_who_only_arrives_did_nothing() -> None:
    one = _next("The army arrived the next morning.")
    assert (violations_of(one), parties_of(one)) == (set(), [])


def test_a_lower_toll_is_told_by_whoever_gives_it() -> None:
    one = _next("Police gave a lower toll of three.")
    assert (one.speaker, parties_of(one)) == ("Police", [("Kesh Front", "implied")])


def test_the_dead_under_five_are_young_and_two() -> None:
    one = _next("Two of the dead were under five.")
    told = sorted(
        (item.quantity.kind, item.quantity.comparator.value, int(item.quantity.low or 0)) for item in one.quantities
    )
    assert told == [(QuantityKind.AGE, "<", 5), (QuantityKind.COUNT, "=", 2)]


def test_the_boys_are_those_who_were_abducted() -> None:
    assert violations_of(_next("The boys, aged 12 to 16, were taken to a camp in the hills.")) == {"abduction"}


def test_a_day_in_front_of_a_name_is_no_part_of_it() -> None:
    assert parties_of(_next("The Front denies it.")) == [("Kesh Front", "stated")]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [("Deux semaines plus tard", "2020-05-18"), ("Une semaine plus tard", "2020-05-11")],
)
def test_weeks_later_are_counted_from_the_day_told_in_french_too(sentence: str, days: str) -> None:
    assert days_of(read(f"{FRENCH}{sentence}, il a enlevé six filles.", "fr")[-1]) == (days, days)


def test_an_arabic_boy_found_dead_is_not_two_hundred() -> None:
    raid = "في 4 أيار 2020 هاجمت الجبهة الحمراء قرية عمرة وخطفت 12 فتى. "
    one = read(raid + "وعثر على أحد الفتيان ميتا.", "ar")[-1]
    assert [int(item.quantity.low or 0) for item in one.quantities if item.quantity.low == 200] == []
    two = read("خطفت الجبهة الحمراء مئتي طفل.", "ar")[-1]
    assert [int(item.quantity.low or 0) for item in two.quantities] == [200]


def test_what_an_arabic_spokesman_denies_is_no_part_of_him() -> None:
    one = read("ونفى متحدث باسم الجبهة الحمراء أي مسؤولية عن قتل ستة أطفال.", "ar")[-1]
    assert one.speaker == "متحدث باسم الجبهة الحمراء"
