"""Registers that nobody here has seen: what can be read is read, what cannot stands apart by row and field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tawthiq.record.collect.acts_table import RawRow
from tawthiq.record.extract.words import lexicon
from tawthiq.record.link import days
from tawthiq.record.link.particulars.particulars import Particulars
from tawthiq.record.link.register import Entry, Reading
from tawthiq.terms.errors import BadInput
from tawthiq.terms.money import Money, Per

ON = date(2025, 8, 8)


def entry(**cells: str) -> Entry:
    return Reading("", ON).entry(RawRow(2, {"incident_id": "I1", "violation": "killing", "act_id": "A1", **cells}))


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"age_min": "15", "age_max": "12"}, "age_max"),
        ({"occurred_to": "2014-01-01/.."}, "occurred_to"),
        ({"age_min": "18"}, "age_min"),
        ({"age_min": "14.5"}, "age_min"),
        ({"age_min": "-3"}, "age_min"),
        ({"age_min": "14-15"}, "age_min"),
        ({"age_min": "14%"}, "age_min"),
        ({"age_min": "#N/A"}, "age_min"),
        ({"child_id": "#REF!"}, "child_id"),
        ({"group_boys": "9999999"}, "group_boys"),
        ({"child_id": "C1", "group_boys": "3"}, "group_boys"),
        ({"party": "Amal Invented"}, "party"),
        ({"party": "isil", "attribution": "joint"}, "party"),
        ({"violation": "murder"}, "violation"),
        ({"violation": "killing and maiming"}, "violation"),
        ({"incident_id": "unknown"}, "incident_id"),
        ({"roles": "commander"}, "roles"),
        ({"sex": "Amal Invented"}, "sex"),
        ({"armed": "1"}, "armed"),
        ({"occurred_from": "2014-07", "occurred_to": "2014-05"}, "occurred_to"),
        ({"occurred_from": "13/07/2014"}, "occurred_from"),
        ({"occurred_from": "41823"}, "occurred_from"),
        ({"occurred_from": "12-Mar-14"}, "occurred_from"),
        ({"occurred_from": "31 April 2014"}, "occurred_from"),
        ({"occurred_from": "2 Invented 2014"}, "occurred_from"),
        ({"group_boys": "1.276"}, "group_boys"),
        ({"group_boys": "1,27"}, "group_boys"),
        ({"group_boys": "0,500"}, "group_boys"),
        ({"group_boys": "007 500"}, "group_boys"),
        ({"pay_amount": "0,500", "pay_currency": "USD"}, "pay_amount"),
        ({"occurred_from": "1435-07-03"}, "occurred_from"),
        ({"occurred_from": "2014-02-30"}, "occurred_from"),
        ({"pay_amount": "400"}, "pay_currency"),
        ({"pay_amount": "$400", "pay_currency": "USD"}, "pay_amount"),
        ({"pay_amount": "400", "pay_currency": "Amal"}, "pay_currency"),
        ({"pay_amount": "40%", "pay_currency": "USD"}, "pay_amount"),
        ({"cause": "Amal"}, "cause"),
        ({"cause": "?Amal"}, "cause"),
        ({"violation": "recruitment_use", "training_site": "Amal"}, "training_site"),
        ({"violation": "recruitment_use", "joined_on": "Amal"}, "joined_on"),
        ({"violation": "recruitment_use", "detained_by": "Amal"}, "detained_by"),
        ({"status": "confirmed"}, "status"),
        ({"status": "Verified", "verified_on": "2014-05-01", "policy": "un_mrm@1"}, "verified_by"),
        ({"status": "verified", "verified_by": "Body", "policy": "un_mrm@1"}, "verified_on"),
        ({"status": "verified", "verified_on": "2014-05", "verified_by": "Body", "policy": "p@1"}, "verified_on"),
        ({"source_kinds": "rumour"}, "source_kinds"),
        ({"act_id": "A" * 200}, "act_id"),
        ({"verified_by": "B" * 200}, "verified_by"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_and_never_repeated(cells: dict[str, str], field: str) -> None:
    with pytest.raises(BadInput) as refused:
        entry(**cells)
    assert refused.value.where == field
    assert refused.value.do
    assert "Amal" not in str(refused.value)


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        ({"violation": "Recruitment_Use"}, "recruitment_use"),
        ({"violation": "attack school"}, "attack_school"),
        ({"violation": "Killing"}, "killing"),
    ],
)
def test_codes_are_read_in_any_case_and_by_their_label(cells: dict[str, str], read: str) -> None:
    assert entry(**cells).violation.type == read


@pytest.mark.parametrize(
    ("cells", "name", "read"),
    [
        ({"sex": "Boy"}, "sex", "m"),
        ({"sex": "niña"}, "sex", "f"),
        ({"roles": "Fighter, cook"}, "roles", ("fighter", "cook")),
        ({"cause": "Small arm"}, "particulars", Particulars((("cause", ("small_arm",)),))),
        ({"pay_amount": "400", "pay_currency": "usd"}, "payment", Money(Decimal(400), "USD")),
        (
            {"pay_amount": "400", "pay_currency": "USD", "pay_per": "Monthly"},
            "payment",
            Money(Decimal(400), "USD", Per.MONTH),
        ),
    ],
)
def test_words_that_can_only_mean_one_thing_are_read(cells: dict[str, str], name: str, read: object) -> None:
    assert getattr(entry(**cells).act, name) == read


def test_parties_are_parted_by_semicolons_or_commas_and_situations_known_by_their_usual_name() -> None:
    told = entry(party="FSA, Islamic State", situation="Syria")
    assert (told.violation.attribution.parties, told.incident.situation) == (("fsa", "isil"), "SY")


def test_a_break_of_line_in_a_cell_is_a_space() -> None:
    told = entry(status="verified", verified_on="2014-05-01", verified_by="Task\nforce", policy="un_mrm@1").told
    assert told is not None
    assert told.body == "Task force"


@pytest.mark.parametrize(
    ("begins", "ends", "kept"),
    [
        ("2014-04", "2014-05", "2014-04/2014-05"),
        ("2013", "2014-02-03", "2013/2014-02-03"),
        ("", "2014-05", "../2014-05"),
    ],
)
def test_an_end_is_kept_as_finely_as_it_was_told(begins: str, ends: str, kept: str) -> None:
    act = entry(occurred_to=ends, **({"occurred_from": begins} if begins else {})).act
    assert act is not None
    assert act.happened_on is not None
    assert act.happened_on.text == kept


@pytest.mark.parametrize("text", ["2014-07-03 00:00:00", "2014-07-03T10:00:00Z", "2014/7/3", "٢٠١٤-٠٧-٠٣"])
def test_a_day_is_read_as_programs_write_it(text: str) -> None:
    act = entry(occurred_from=text).act
    assert act is not None
    assert act.happened_on is not None
    assert act.happened_on.text == "2014-07-03"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("2 March 2014", "2014-03-02"),
        ("02-Mar-2014", "2014-03-02"),
        ("March 2, 2014", "2014-03-02"),
        ("2 de marzo de 2014", "2014-03-02"),
        ("2 août 2014", "2014-08-02"),
        ("٢ آذار ٢٠١٤", "2014-03-02"),
        ("2 آذار/مارس 2014", "2014-03-02"),
        ("15 كانون الثاني 2014", "2014-01-15"),
        ("July 2014", "2014-07"),
        ("Sept. 2014", "2014-09"),
    ],
)
def test_a_month_that_is_named_is_read_in_each_language(text: str, kept: str) -> None:
    act = entry(occurred_from=text).act
    assert act is not None
    assert act.happened_on is not None
    assert act.happened_on.text == kept


def test_a_named_month_asks_for_no_lexicon() -> None:
    asked = lexicon.load.cache_info()
    days._months.cache_clear()
    assert days.read_time("2 de marzo de 2014", "occurred_from").text == "2014-03-02"
    assert lexicon.load.cache_info() == asked


@pytest.mark.parametrize("text", ["1,276", "1 276", "1\u202f276", "١٬٢٧٦", "1276.0", "၁၂၇၆"])
def test_thousands_are_parted_as_people_part_them(text: str) -> None:
    act = entry(group_girls=text).act
    assert act is not None
    assert act.n_children == 1276


@pytest.mark.parametrize(("situation", "party"), [("SD", "pdf_sd"), ("MM", "pdf_mm")])
def test_a_name_of_two_parties_is_that_of_the_situation_in_every_field(situation: str, party: str) -> None:
    told = entry(violation="abduction", situation=situation, party="PDF", handed_to="PDF")
    assert told.act is not None
    assert told.violation.attribution.parties == (party,)
    assert told.act.particulars.get("handed_to") == (party,)


@pytest.mark.parametrize("word", ["unknown", "N/A", "-", "u", "غير معروف", "inconnu"])
def test_children_that_a_register_does_not_tell_apart_are_not_one_child(word: str) -> None:
    reading = Reading("", ON)
    rows = [{"incident_id": "I1", "violation": "killing", "act_id": f"A{n}", "child_id": word} for n in range(2)]
    one, other = (reading.entry(RawRow(n, row)) for n, row in enumerate(rows))
    assert one.child is not None
    assert other.child is not None
    assert one.child.id != other.child.id
    assert [name for name, _ in one.signals] == ["child_id"]


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"age_min": "14", "age_max": "25"}, "age_max"),
        ({"group_boys": "0", "group_girls": "0"}, "group_boys"),
        ({"group_boys": "3", "sex": "m"}, "sex"),
        ({"pay_currency": "USD"}, "pay_currency"),
        ({"violation": "attack_school", "pay_amount": "3"}, "pay_amount"),
        ({"verified_on": "2014-05-01"}, "status"),
        ({"age_min": "unknown"}, "age_min"),
        ({"sex": "Unknown"}, "sex"),
        ({"armed": "n/a"}, "armed"),
        ({"roles": "-"}, "roles"),
        ({"recruited_or_used": "?"}, "recruited_or_used"),
        ({"pay_per": "inconnu"}, "pay_per"),
    ],
)
def test_what_is_doubtful_goes_in_and_is_signalled(cells: dict[str, str], field: str) -> None:
    assert field in [name for name, _ in entry(**cells).signals]


def test_the_sex_told_first_stands_so_that_a_second_import_changes_nothing() -> None:
    reading = Reading("", ON)
    base = {"incident_id": "I1", "violation": "killing", "child_id": "C1"}
    told = [reading.entry(RawRow(n, {**base, "act_id": f"A{n}", "sex": sex})) for n, sex in enumerate("mf")]
    assert [one.child.sex.value for one in told if one.child] == ["m", "m"]
    assert [one.act.sex.value for one in told if one.act] == ["m", "f"]
    assert [[name for name, _ in one.signals] for one in told] == [[], ["sex"]]
