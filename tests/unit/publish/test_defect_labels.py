"""Numbers under the name of something else: a defect of other systems that cannot come back here unnoticed."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from tawthiq.report.count.figure import figure_from
from tawthiq.report.count.spec import Counted, Dimension, Spec, heading_of, parse_spec, unit_of
from tawthiq.report.publish import chart, words
from tawthiq.report.publish.kinds import Bars, population, repeated
from tawthiq.report.publish.products import Product, standard_specs
from tawthiq.report.publish.release import Proposal
from tawthiq.report.publish.sentences import country_section
from tawthiq.report.publish.table import Table
from tawthiq.report.publish.tabled import Printing, make_table, subject_of
from tawthiq.terms.errors import UnknownCode
from tawthiq.terms.violation import Unit, violation_types
from tawthiq.terms.vocabulary import LANGUAGES
from unit.count.made import Made, acts, child, incident

OF_INCIDENTS = [kind.code for kind in violation_types() if kind.unit is Unit.INCIDENT]
CHILDREN = {"en": r"\bchild", "fr": r"\benfants?\b", "es": r"\bniñ[oa]s?\b", "ar": r"طفل|أطفال"}
"""What a word for children looks like; military use and the six headings of incidents contain none."""


def table_of(rows: Sequence[Made], asked: Spec, language: str) -> Table:
    return make_table(0, figure_from(acts(rows), asked), Printing(language, frozenset(), Bars()))


def test_a_report_may_print_its_own_name_of_a_party_and_the_code_stays() -> None:
    asked = parse_spec(situation="SY", period="2014", violation="recruitment_use", by="party")
    printing = Printing("en", frozenset(), Bars(), {"isil": "ISIL, formerly known as another"})
    table = make_table(0, figure_from(acts([child(n, parties="isil") for n in range(6)]), asked), printing)
    assert [(row.codes, row.labels) for row in table.rows] == [(("isil",), ("ISIL, formerly known as another",))]
    with pytest.raises(UnknownCode):
        Proposal((asked,), labels=(("no_such_party", "X"),))


def said_of(table: Table, subject: str) -> str:
    findings = " ".join(finding.text for finding in country_section([table], [subject]))
    return " ".join((table.title, table.unit_label, *table.notes, findings))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_count_of_incidents_is_printed_under_the_name_of_children(language: str) -> None:
    for code in OF_INCIDENTS:
        asked = parse_spec(situation="SY", period="2014", violation=code, by="party")
        table = table_of([incident(code, parties="isil"), incident(code)], asked, language)
        assert table.unit == "incident"
        assert re.search(CHILDREN[language], said_of(table, heading_of(code)), re.IGNORECASE) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_count_of_children_is_printed_under_their_name(language: str) -> None:
    asked = parse_spec(situation="SY", period="2014", violation="killing_maiming", by="party")
    table = table_of([child(n, violation="killing", parties="isil") for n in range(12)], asked, language)
    for said in (table.unit_label, said_of(table, "killing_maiming")):
        assert re.search(CHILDREN[language], said, re.IGNORECASE)


def test_what_mixes_incidents_with_children_is_a_count_of_violations() -> None:
    for spec in standard_specs("SY", "2014", Product):
        units = {unit_of(code) for code in spec.violations}
        assert len(units) == 1 or spec.unit is Counted.ACT
        if units == {Unit.INCIDENT}:
            assert spec.unit is Counted.INCIDENT and Dimension.SEX not in spec.by


def test_no_product_adds_what_is_not_grave_to_what_is() -> None:
    grave = {kind.code for kind in violation_types() if kind.grave}
    for spec in standard_specs("SY", "2014", Product):
        assert grave.issuperset(spec.violations) or len(spec.violations) == 1, subject_of(spec)


def test_children_of_several_violations_are_those_of_several_in_the_period() -> None:
    rows = [child(1), child(1, violation="maiming"), child(2), child(3), child(3, violation="abduction", when="2013")]
    people = population(acts(rows), [parse_spec(situation="SY", period="2014", violation="", unit="act")])
    assert repeated(people, Bars()).value == 1


def test_a_label_written_from_the_right_keeps_its_numbers_and_latin_names_in_order() -> None:
    assert chart.isolated("6-11 سنة", "ar") == "\u20676-11 سنة\u2069"
    assert chart.isolated("6-11 years", "en") == "6-11 years"


@pytest.mark.parametrize(
    ("code", "language", "said"),
    [
        ("SY", "en", "in the Syrian Arab Republic"),
        ("PH", "fr", "aux Philippines"),
        ("UA", "es", "en Ucrania"),
        ("SY", "ar", "في الجمهورية العربية السورية"),
        ("WORLD", "en", "in all situations"),
    ],
)
def test_a_sentence_says_where_as_its_language_does(code: str, language: str, said: str) -> None:
    assert words.situation_in(code, language) == said
