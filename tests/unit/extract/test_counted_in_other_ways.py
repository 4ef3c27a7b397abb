"""Numbers of children told by their age, by a share in words, by a sign; every text is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read


def _told(text: str, language: str = "en") -> list[str]:
    """Each quantity as the gold format writes it."""
    amounts = [item.quantity for one in read(text, language) for item in one.quantities]
    return [
        f"{each.kind.value}{each.comparator.value}{round(float(each.low or 0), 1):g}"
        + (f"-{each.high}" if each.high else "")
        for each in amounts
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The army is holding 52 under-18s.", ["count=52", "age<18"]),
        ("The Red Front killed 12 children, most of them 12 to 15.", ["count=12", "agerange12-15"]),
        ("The Red Front killed 12 children, some only 9.", ["count=12", "age=9"]),
        ("The Red Front killed 12 children, all of them 14.", ["count=12", "age=14"]),
    ],
)
def test_an_age_is_no_second_number_of_children(text: str, told: list[str]) -> None:
    assert _told(text) == told


def test_a_third_who_was_hurt_behind_two_who_died_is_no_third_part() -> None:
    assert _told("Two boys were killed and a third was hurt in Temsa.") == ["count=2"]
    assert _told("The Red Front killed 40 children. A third were girls.") == ["count=40", "percent=33.3"]


def test_nine_out_of_ten_in_words_is_a_share_and_three_out_of_twelve_counts() -> None:
    assert _told("Nine out of ten recruits were children.") == ["percent=90"]
    assert _told("Three out of twelve recruits were children.") == ["count=3", "count=12"]
    assert "percent=33.3" in _told("One in every three recruits was a child.")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Red Front killed >40 children."),
        ("fr", "Le Front rouge a tué >40 enfants."),
        ("es", "El Frente Rojo mató a >40 niños."),
        ("ar", "قتلت الجبهة الحمراء >40 طفلاً."),
    ],
)
def test_a_sign_of_more_than_is_not_lost(language: str, text: str) -> None:
    assert _told(text, language) == ["count>40"]
