"""Weekends told against the day of publication; places that own a market, a south, an article."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.dates.points import Point, resolve
from tawthiq.terms.when import parse_when
from unit.extract.told import days_of, places_of, read


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nine children were killed over the weekend in Amra.", "en"),
        ("Last weekend the Kesh Front abducted 12 boys in Amra.", "en"),
        ("Le Front du Lac a enlevé douze garçons le week-end dernier à Amra.", "fr"),
        ("El Frente Rojo secuestró a doce niños este fin de semana en Amra.", "es"),
    ],
)
def test_a_weekend_is_the_saturday_and_sunday_before_the_text(text: str, language: str) -> None:
    (one,) = read(text, language)
    assert days_of(one) == ("2021-02-27", "2021-02-28")


@pytest.mark.parametrize(
    ("published", "told", "days"),
    [
        ("2021-03-06", "weekend:0", ("2021-03-06", "2021-03-06")),
        ("2021-03-07", "weekend:0", ("2021-03-06", "2021-03-07")),
        ("2021-03-07", "weekend:-1", ("2021-02-27", "2021-02-28")),
        ("2021-03-08", "weekend:-1", ("2021-03-06", "2021-03-07")),
    ],
)
def test_a_weekend_that_lasts_ends_today_and_is_never_the_last_one(
    published: str, told: str, days: tuple[str, str]
) -> None:
    when = resolve(Point(0, 1, "relative", relative=told), parse_when(published).first)
    assert when is not None
    assert (str(when.first), str(when.last)) == days


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nine children were killed in Amra's market on Monday.", "Amra"),
        ("Twelve boys were taken in Orvala's south.", "Orvala"),
        ("Nine children were killed on Saro island on Monday.", "Saro"),
        ("A school in the city's al-Nahr district was shelled.", "al-Nahr"),
    ],
)
def test_a_place_is_named_by_what_lies_in_it(text: str, place: str) -> None:
    assert places_of(text, "en") == [place]


def test_whose_house_it_was_is_no_place() -> None:
    assert places_of("Nine children were killed in Harun's house on Monday.", "en") == []
