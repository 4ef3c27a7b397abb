"""When it was, in English as it is published: reporting periods, years before deeds, days told anew. Invented."""

from __future__ import annotations

import pytest

from tawthiq.terms.quantity import QuantityKind
from unit.extract.told import days_of, read, rule_of, said


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "The minister determined that groups recruited boys during the reporting period of April 2019 to March"
            " 2020.",
            ("2019-04-01", "2020-03-31"),
        ),
        ("The Front recruited boys from August 2019 to July.", ("2019-08-01", "2020-07-31")),
        ("The Front recruited boys between March 2020 and June.", ("2020-03-01", "2020-06-30")),
        ("On 4 May 2020 soldiers killed ten boys in Kesh.", ("2020-05-04", "2020-05-04")),
        ("In May 2020 soldiers killed ten boys in Kesh.", ("2020-05-01", "2020-05-31")),
        ("The 2018 attack on the school of Odem killed ten boys.", ("2018-01-01", "2018-12-31")),
        ("The Front recruited boys during the 2019-20 school year.", ("2019-01-01", "2020-12-31")),
    ],
)
def test_a_time_is_told_with_all_of_its_words(text: str, days: tuple[str, str]) -> None:
    assert days_of(read(text)[0]) == days


@pytest.mark.parametrize(
    "text",
    [
        "A commander enrolled ten boys in Kesh, where their families had sought refuge in 2017.",
        "Soldiers took ten boys from the camp, where they had lived since 2017.",
        "A baby born in 2019 was killed.",
        "Under the Law on Children in the Armed Forces (2014) nobody recruits boys.",
        "It was their last night of childhood when soldiers killed ten boys.",
    ],
)
def test_a_birth_a_law_a_refuge_is_no_time_of_the_deed(text: str) -> None:
    assert rule_of(read(text)[0]) in ("", "not_after_publication")


@pytest.mark.parametrize("text", ["On 4 May 2020 soldiers killed ten boys.", "The 2018 attack killed ten boys."])
def test_a_year_in_front_of_what_could_be_counted_is_a_year(text: str) -> None:
    counted = [one.quantity for one in read(text)[0].quantities if one.quantity.kind is QuantityKind.COUNT]
    assert [one.low for one in counted] == [10]


def test_two_thousand_soldiers_are_no_year() -> None:
    assert any(one.quantity.low == 2000 for one in read("The army freed 2000 soldiers and ten boys.")[0].quantities)


@pytest.mark.parametrize(
    ("words", "day"), [("Earlier in the day", "01"), ("Later that night", "01"), ("The next day", "02")]
)
def test_a_day_is_told_from_the_day_told_before(words: str, day: str) -> None:
    text = f"On Monday soldiers killed ten boys in Kesh. {words}, rebels took two girls."
    assert days_of(said(text, "en", "two girls"))[0] == f"2021-03-{day}"
