"""Every field of every type of violation is read, kept and spelled back as it was told, or refused by its name."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import recent_days, tried
from tawthiq.record.link.act import Act, time_with_party
from tawthiq.record.link.particulars.check import check, gaps, read_cells
from tawthiq.record.link.particulars.duration import duration
from tawthiq.record.link.particulars.form import OF_TYPE, columns_of, every_field, form, particulars_of
from tawthiq.record.link.particulars.particulars import NONE, from_content, of
from tawthiq.record.link.particulars.spec import FieldSpec, Kind, Level, Need
from tawthiq.record.link.particulars.value import Value, from_json, read, spell, to_json
from tawthiq.record.link.violation import UNIDENTIFIED, Violation
from tawthiq.terms import vocabulary
from tawthiq.terms.errors import BadInput, ImpossibleDate, UnknownCode
from tawthiq.terms.unknown import Unknown, Why
from tawthiq.terms.violation import Unit, violation_types
from tawthiq.terms.when import in_year, on_day

SPECS = [spec for spec in every_field() if not spec.core]
TYPES = list(OF_TYPE)


def cells_of(spec: FieldSpec) -> st.SearchStrategy[str]:
    """Cells that a register may hold for the field."""
    number = st.integers(0, 99).map(str)
    by_kind: dict[Kind, st.SearchStrategy[str]] = {
        Kind.TRUTH: st.sampled_from(["y", "n", "yes", "NO"]),
        Kind.WHOLE: number,
        Kind.RANGE: st.one_of(number, st.integers(0, 50).map(lambda n: f"{n}-{n + 3}~")),
        Kind.WHEN: recent_days.map(lambda day: day.isoformat()),
        Kind.PLACES: st.sampled_from(["SY", "SY01;SY02"]),
        Kind.PARTIES: st.sampled_from(["sy_government", "isil; sy_government"]),
        Kind.MONEY: st.integers(0, 10**6).map(lambda n: f"{n}.50 usd"),
        Kind.RATE: st.integers(1, 10**6).map(lambda n: f"0.{n:06} usd"),
        Kind.KEY: st.from_regex(r"[A-Z]{1,5}-\d{1,4}", fullmatch=True),
        Kind.ID: st.just("act_" + "a" * 26),
        Kind.TEXT: st.text("abc ", min_size=1, max_size=20).filter(str.strip),
    }
    if spec.kind in (Kind.CODE, Kind.CODES):
        codes = st.sampled_from(spec.choices())
        return st.lists(codes, min_size=1, max_size=3).map(";".join) if spec.kind is Kind.CODES else codes
    return by_kind[spec.kind]


told = st.sampled_from(SPECS).flatmap(lambda spec: st.tuples(st.just(spec), cells_of(spec)))
reasons = st.sampled_from(list(Why))


def test_every_type_of_violation_has_a_form() -> None:
    assert set(OF_TYPE) == {kind.code for kind in violation_types()}


def test_a_name_stands_once_in_a_form_and_has_a_label_in_every_language() -> None:
    labels = vocabulary.load("field").terms
    for code in TYPES:
        names = [spec.name for spec in form(code)]
        assert len(names) == len(set(names))
        assert set(names) <= set(labels)
    assert {spec.name for spec in every_field()} == set(labels), "a label without a field"


def test_every_field_names_its_vocabulary_and_the_requirement_it_answers() -> None:
    for spec in every_field():
        assert 1 <= spec.requirement <= 42
        assert not spec.vocabulary or spec.vocabulary in vocabulary.names()
        assert bool(spec.vocabulary) is (spec.kind in (Kind.CODE, Kind.CODES)) or spec.core


def test_one_name_means_one_thing_in_every_type() -> None:
    for spec in every_field():
        same = [one for code in TYPES for one in form(code) if one.name == spec.name]
        assert len({(one.kind, one.vocabulary, one.unit, one.claim, one.guarded) for one in same}) == 1, spec.name
    for level in Level:
        held = {spec.name for spec in columns_of(level)}
        loose = {s.name for code in TYPES for s in particulars_of(code, level).values() if not s.column}
        assert held.isdisjoint(loose)


def test_types_counted_in_incidents_have_no_fields_of_an_act() -> None:
    for kind in violation_types():
        assert bool(form(kind.code, Level.ACT)) is (kind.unit is Unit.CHILD)


def test_what_the_domain_asks_of_recruitment_is_in_its_form() -> None:
    names = {spec.name for spec in form("recruitment_use")}
    asked = {"recruited_or_used", "recruitment_form", "recruited_age_min", "joined_on", "left_on", "roles", "armed"}
    assert asked | {"pay_kind", "pay_amount", "pay_currency", "pay_per"} <= names


@tried
@given(told)
def test_a_told_value_is_kept_and_spelled_back(case: tuple[FieldSpec, str]) -> None:
    spec, cell = case
    value = read(spec, cell)
    assert value is not None
    assert from_json(to_json(value)) == value
    assert read(spec, spell(value)) == value


def _read(kind: Kind, cell: str) -> Value | None:
    return read(FieldSpec("invented", Level.ACT, kind), cell)


@pytest.mark.parametrize(
    ("kind", "cell", "kept"),
    [
        (Kind.RANGE, "1,200 - 1,500 ~", "1200-1500~"),
        (Kind.RANGE, "1 200-1 500", "1200-1500"),
        (Kind.RANGE, "١٬٢٠٠ ~", "1200~"),
        (Kind.MONEY, "1,200.50 USD", "1200.50 USD"),
        (Kind.MONEY, "1\u00a0200 usd", "1200.00 USD"),
        (Kind.MONEY, "١٢٠٠٫٥ USD", "1200.50 USD"),
        (Kind.RATE, "1,250.5 SYP", "1250.5 SYP"),
        (Kind.RATE, "1 250.1255 SYP", "1250.1255 SYP"),
        (Kind.WHOLE, "1'276", 1276),
    ],
)
def test_thousands_are_parted_in_every_field_of_a_number(kind: Kind, cell: str, kept: Value) -> None:
    assert _read(kind, cell) == kept


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        (Kind.RANGE, "10 15"),
        (Kind.RANGE, "0,500"),
        (Kind.RANGE, "10-"),
        (Kind.RANGE, "10-12-15"),
        (Kind.RANGE, "-10"),
        (Kind.RANGE, "10~-15"),
        (Kind.RANGE, "~"),
        (Kind.WHOLE, "0,500"),
        (Kind.MONEY, "10 15 USD"),
        (Kind.MONEY, "400"),
        (Kind.MONEY, "0,500 USD"),
        (Kind.RATE, "10 15 SYP"),
        (Kind.RATE, "0,500 SYP"),
    ],
)
def test_digits_that_are_no_one_number_are_refused(kind: Kind, cell: str) -> None:
    with pytest.raises(BadInput) as refused:
        _read(kind, cell)
    assert refused.value.where == "invented"


@tried
@given(st.sampled_from(SPECS), reasons)
def test_an_unknown_keeps_its_reason(spec: FieldSpec, why: Why) -> None:
    value = read(spec, f"?{why.value}")
    assert value == Unknown(why)
    assert from_json(to_json(Unknown(why))) == value


@tried
@given(st.lists(told, max_size=6))
def test_particulars_are_read_back_equal_from_what_the_ledger_signs(cases: list[tuple[FieldSpec, str]]) -> None:
    values: dict[str, Value | None] = {spec.name: read(spec, cell) for spec, cell in cases}
    assert from_content(of(values).content()) == of(values)


@tried
@given(recent_days, recent_days, recent_days)
def test_a_duration_never_runs_backwards(one: date, two: date, three: date) -> None:
    first, last = sorted((one, two))
    lasted = duration(on_day(first), on_day(last))
    assert lasted is not None and lasted.days_min == lasted.days_max == (last - first).days
    coarse = duration(in_year(three.year), in_year(three.year + 1))
    assert coarse is not None and coarse.days_max is not None and coarse.days_min <= 366 <= coarse.days_max


@pytest.mark.parametrize(
    ("kind", "level", "cells", "where"),
    [
        ("recruitment_use", Level.ACT, {"recruitment_form": "by force"}, "recruitment_form"),
        ("recruitment_use", Level.ACT, {"recruited_age_min": "19"}, "recruited_age_min"),
        ("recruitment_use", Level.ACT, {"recruited_age_min": "15", "recruited_age_max": "13"}, "recruited_age_max"),
        ("recruitment_use", Level.ACT, {"joined_on": "2014-05", "left_on": "2013"}, "left_on"),
        ("recruitment_use", Level.ACT, {"joined_on": "2031"}, "joined_on"),
        ("killing", Level.VIOLATION, {"weapons": "catapult"}, "weapons"),
        ("denial_access", Level.VIOLATION, {"property_value": "many"}, "property_value"),
        ("denial_access", Level.VIOLATION, {"population": "15-10"}, "population"),
        ("attack_school", Level.VIOLATION, {"closed": "n", "closed_days": "3"}, "closed_days"),
        ("attack_school", Level.VIOLATION, {"school_kind": "?because"}, "school_kind"),
        ("killing", Level.ACT, {"earlier_act": "the one in May"}, "earlier_act"),
    ],
)
def test_a_value_that_cannot_stand_is_refused_by_its_field(
    kind: str, level: Level, cells: dict[str, str], where: str
) -> None:
    with pytest.raises(BadInput) as refusal:
        read_cells(kind, level, cells, known_on=date(2020, 1, 1))
    assert refusal.value.where == where and refusal.value.do


def test_a_field_of_another_type_is_refused() -> None:
    with pytest.raises(UnknownCode):
        check("killing", Level.ACT, of({"recruitment_form": "forced"}))
    with pytest.raises(BadInput):
        check("recruitment_use", Level.ACT, of({"tortured": 1}))


def test_a_day_after_the_collection_is_impossible() -> None:
    with pytest.raises(ImpossibleDate):
        check("military_use", Level.VIOLATION, of({"vacated_on": "2015-02"}), known_on=date(2015, 1, 9))


def test_a_gap_closes_with_a_value_or_with_a_reason() -> None:
    assert [gap.name for gap in gaps("vio", "military_use", Level.VIOLATION, NONE)] == ["facility", "use_purposes"]
    answered = read_cells("military_use", Level.VIOLATION, {"facility": "school", "use_purposes": "?not_stated"})
    assert gaps("vio", "military_use", Level.VIOLATION, answered) == ()
    assert any(spec.need is Need.REQUIRED for spec in form("abduction", Level.ACT))


def test_a_claimed_number_is_not_part_of_what_is_judged() -> None:
    bare = Violation("vio_1", "inc_1", "killing", UNIDENTIFIED)
    claimed = Violation("vio_1", "inc_1", "killing", UNIDENTIFIED, particulars=of({"tally_boys": 7}))
    armed = Violation("vio_1", "inc_1", "killing", UNIDENTIFIED, particulars=of({"weapons": ("uav",)}))
    assert claimed.facts() == bare.facts() and claimed.content() != bare.content()
    assert armed.facts() != bare.facts()


def test_an_act_without_particulars_reads_as_it_did_before_there_were_any() -> None:
    assert set(Act("act_1", "vio_1", "chd_1").content()) == {
        *("id", "violation", "child", "group", "sex", "age", "armed", "roles", "recruited_or_used"),
        *("happened_on", "payment", "released_on", "key"),
    }


def test_time_with_the_party_is_derived() -> None:
    told_on = of({"joined_on": "2014-01", "left_on": "2014-03-01"})
    lasted = time_with_party(Act("act_1", "vio_1", "chd_1", particulars=told_on))
    assert lasted is not None and (lasted.days_min, lasted.days_max) == (29, 59)
    released = Act("act_1", "vio_1", "chd_1", released_on=date(2014, 2, 1), particulars=of({"joined_on": "2014-01-31"}))
    lasted = time_with_party(released)
    assert lasted is not None and lasted.days_max == 1
    assert time_with_party(Act("act_1", "vio_1", "chd_1")) is None
