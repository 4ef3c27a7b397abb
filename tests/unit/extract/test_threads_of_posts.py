"""How monitors, journalists, parties post: alerts, lists behind signs, ages in letters; every text here is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import parties_of, period_of, read, violations_of


def amounts_of(text: str, language: str) -> list[str]:
    """Each number of the last statement: its kind, its value."""
    last = read(text, language)[-1]
    return sorted(f"{item.quantity.kind.value} {int(item.quantity.low or 0)}" for item in last.quantities)


@pytest.mark.parametrize(
    ("text", "language", "amounts"),
    [
        ("A 10 y/o child was killed in Amra.", "en", ["age 10", "count 1"]),
        ("A 14yo boy was shot by police.", "en", ["age 14", "count 1"]),
        ("A 17 yr old girl was raped in Amra.", "en", ["age 17", "count 1"]),
        ("Un berger de 15 ans a été tué près de Kesh.", "fr", ["age 15", "count 1"]),
        ("Un pastor de 15 años fue asesinado cerca de Kesh.", "es", ["age 15", "count 1"]),
    ],
)
def test_an_age_in_letters_is_of_one_child(text: str, language: str, amounts: list[str]) -> None:
    assert amounts_of(text, language) == amounts


@pytest.mark.parametrize("who", ["A shepherd boy", "A Kesian boy", "A displaced child", "Another school girl"])
def test_one_child_is_counted_whatever_is_said_of_him(who: str) -> None:
    assert amounts_of(f"{who} was killed in Amra.", "en") == ["count 1"]


def test_whoever_is_only_pointed_at_is_not_counted() -> None:
    told = "Gunmen held three girls for two days. One is fifteen and sleeps with the light on."
    assert amounts_of(told, "en") == ["age 15"]


@pytest.mark.parametrize("sign", ["▪️", "🔸", "🔻", "✅", "➡️"])
def test_a_sign_opens_an_item_of_a_list_that_its_lead_dates(sign: str) -> None:
    items = read(f"February in numbers:\n{sign} 31 children killed\n{sign} 12 children abducted")
    assert [one.quote for one in items] == ["31 children killed", "12 children abducted"]
    assert [period_of(one) for one in items] == ["2021-02", "2021-02"]


@pytest.mark.parametrize(
    ("text", "language", "party"),
    [
        ("Patrols of the People's Guard conscripted 14 boys.", "en", "People's Guard"),
        ("Jets of the Air Command hit a school.", "en", "Air Command"),
        ("Patrouilles de la Garde du Lac ont enlevé trois filles.", "fr", "Garde du Lac"),
        ("Patrullas del Frente Rojo reclutaron a tres niños.", "es", "Frente Rojo"),
    ],
)
def test_what_a_force_sends_is_no_part_of_its_name(text: str, language: str, party: str) -> None:
    assert parties_of(read(text, language)[0]) == [(party, "stated")]


@pytest.mark.parametrize(
    ("text", "language", "party"),
    [
        (
            "A doctor accuses the Northern Transitional Council of executing two boys.",
            "en",
            "Northern Transitional Council",
        ),
        ("She says it was the Maroon Berets who took the boys.", "en", "Maroon Berets"),
        ("The boys are being held in a camp run by the Sarra Brigade.", "en", "Sarra Brigade"),
        ("خطفت ميليشيا السهم طفلا في عمرا.", "ar", "ميليشيا السهم"),
    ],
)
def test_whoever_is_accused_or_keeps_them_is_named(text: str, language: str, party: str) -> None:
    assert parties_of(read(text, language)[-1]) == [(party, "stated")]


def test_both_sides_of_clashes_are_named() -> None:
    text = "مقتل طفلين خلال اشتباكات بين لواء النسور وسرايا الحق في عمرا."
    assert [name for name, _ in parties_of(read(text, "ar")[0])] == ["لواء النسور", "سرايا الحق"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Per local activists, three girls were killed in Amra.", "local activists"),
        ("An eyewitness I trust says gunmen killed three girls.", "eyewitness"),
        ('The spokesman of the Lake Guard to me: "No school in Amra was ever shelled."', "spokesman of the Lake Guard"),
    ],
)
def test_who_speaks_ends_where_the_writer_comes_in(text: str, who: str) -> None:
    assert read(text)[-1].chain[-1].actor == who


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Lake Guard handed over nine underage recruits to their families.", "en"),
        ("Les douze lycéennes enlevées à Amra sont rentrées chez elles.", "fr"),
        ("El Frente Rojo entregó a sus familias a seis niños secuestrados.", "es"),
        ("الجبهة الحمراء سلمت تسعة أطفال مجندين لذويهم.", "ar"),
    ],
)
def test_children_handed_back_are_no_new_case(text: str, language: str) -> None:
    assert read(text, language)[0].violations == ()


@pytest.mark.parametrize(
    ("lead", "item", "language"),
    [
        ("February in the Kadiri district:", "14 children killed", "en"),
        ("Bilan de février dans la province du Kadiri :", "14 enfants tués", "fr"),
        ("Balance de febrero en Kadiri:", "14 niños muertos", "es"),
    ],
)
def test_the_lead_of_a_list_places_its_items(lead: str, item: str, language: str) -> None:
    assert [place.name for place in read(f"{lead}\n- {item}", language)[-1].places] == ["Kadiri"]


def test_no_details_yet_is_a_limit() -> None:
    text = "Three children were killed in Amra. No details yet."
    assert [one.kind.value for one in read(text)] == ["violation_claim", "limitation"]


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("1/ Four girls were abducted near Amra (local council).", "en", "local council"),
        ("1/ Four girls were abducted near Amra – civil defence.", "en", "civil defence"),
        ("1/ Quatre filles ont été enlevées à Amra (source locale).", "fr", "source locale"),
        ("1/ Cuatro niñas fueron secuestradas en Amra (fuente local).", "es", "fuente local"),
        ("1/ خطف أربع فتيات في عمرا (مصدر محلي).", "ar", "مصدر محلي"),
        ("1/ Confirmed by the Amra hospital: four girls were killed.", "en", "Amra hospital"),
        ("1/ Footage released by the Lake Guard shows boys with rifles.", "en", "Lake Guard"),
        ("1/ Informa el hospital de Amra que murieron cuatro niñas.", "es", "hospital de Amra"),
        ("1/ الدفاع المدني: مقتل أربع فتيات في عمرا.", "ar", "الدفاع المدني"),
    ],
)
def test_who_speaks_stands_in_brackets_behind_a_dash_or_the_verb(text: str, language: str, who: str) -> None:
    assert read(text, language)[-1].chain[-1].actor == who


@pytest.mark.parametrize("tail", ["(Amra district)", "(Lake Guard)", "– 12 March", "(two of them girls)"])
def test_other_words_set_apart_are_nobody_s_voice(tail: str) -> None:
    assert [link.actor for link in read(f"1/ Four children were killed in Kesh {tail}.")[-1].chain[1:]] == []


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Two of the boys were martyred in the raid on Amra.", "en", "killing"),
        ("أطلق قناص النار على الطفل في عمرا.", "ar", "maiming"),
        ("Ils ont tiré sur un enfant à Amra.", "fr", "maiming"),
        ("Dispararon contra un niño en Amra.", "es", "maiming"),
    ],
)
def test_the_everyday_words_of_posts_tell_what_was_done(text: str, language: str, code: str) -> None:
    assert code in violations_of(read(text, language)[-1])


@pytest.mark.parametrize(
    ("text", "language"),
    [("Both boys were killed in Amra.", "en"), ("Ambos menores murieron en Amra.", "es")],
)
def test_both_are_two(text: str, language: str) -> None:
    assert amounts_of(text, language) == ["count 2"]


THREAD = """@temsa_today
BREAKING: at least 3 kids killed in Temsa

@temsa_today
Update: 5 children killed in Temsa

@temsa_today
Correction: 4 children killed, not 5

@lena_reports
I spoke to a doctor in Temsa: 4 children under 10 died this morning. He says all had shrapnel wounds.

@mama_zahra
They took my nephew at the checkpoint yesterday
"""


def test_a_label_of_a_post_is_nobody_and_a_handle_on_its_own_line_is_who_wrote_what_follows() -> None:
    speakers = [[link.actor for link in one.chain[1:]] for one in read(THREAD, "en")]
    assert speakers == [[], [], [], ["doctor"], ["doctor"], ["@mama_zahra"]]
