"""A register comes in row by row; nothing doubles, nothing is lost, nobody verifies his own import."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from tawthiq.record.collect.acts_table import COLUMNS, template
from tawthiq.record.collect.intake import Arrival
from tawthiq.record.collect.models import get_quarantine
from tawthiq.record.extract.models import StatementRow
from tawthiq.record.extract.span import CellSpan
from tawthiq.record.extract.statement import from_json
from tawthiq.record.link.models import ActRow, ChildRow, IncidentRow, SupportRow, ViolationRow
from tawthiq.record.link.plan import Becomes
from tawthiq.record.verify.models import AssessmentRow
from tawthiq.record.verify.models.acts import verified_acts
from tawthiq.record.verify.register import Register, dry_run, import_register
from tawthiq.safe.access import Actor
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import EmptyInput, MissingField, UnreadableInput
from unit.verify.registers import AT, HEAD, ONE, bring, csv_of

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


def test_a_row_becomes_incident_violation_child_act_and_a_transcribed_decision(
    collector: Actor, verifier: Actor
) -> None:
    report = bring(collector, csv_of(ONE))
    acts = verified_acts(Reader(verifier), situation="SY")
    assert (report.n_rows, report.n_in, report.n_decisions, report.quarantined) == (1, 1, 1, [])
    assert (acts.parties.word(0), acts.roles.word(0), acts.armed.word(0)) == ("fsa", "fighter;guard", "y")
    assert (acts.policy.word(0), acts.body.word(0)) == ("un_mrm@1", "Invented task force")
    assert (acts.pay_hundredths[0], acts.pay_currency.word(0), acts.pay_per.word(0)) == (40000, "USD", "month")
    assert (str(acts.first_day[0]), str(acts.verified_on[0])) == ("2014-03-01", "2014-05-02")
    assert AssessmentRow.objects.get().by.startswith("ext_")


def test_the_row_is_a_statement_that_supports_its_act(collector: Actor) -> None:
    bring(collector, csv_of(ONE))
    row = StatementRow.objects.get()
    statement = from_json(row.data)
    assert statement.id == row.id == row.data["id"]
    assert "child_id=C1" in statement.quote
    assert set(SupportRow.objects.values_list("statement_id", flat=True)) == {row.id}
    assert SupportRow.objects.count() == 2


def test_an_id_with_a_hard_space_is_the_same_id(collector: Actor) -> None:
    other = ONE.replace("A1", "A\xa01").replace("m,14,15", "f,14,15")
    report = bring(collector, csv_of(ONE.replace("A1", "A 1"), other))
    assert [(one.row, one.field) for one in report.quarantined] == [(3, "act_id")]
    assert (report.n_in, ActRow.objects.count()) == (1, 1)


def test_a_dry_run_says_the_same_and_writes_nothing(collector: Actor) -> None:
    data = csv_of(ONE, ONE.replace("A1", "A2").replace("fsa", "no_such_party"))
    told = dry_run(Reader(collector), BytesIO(data), Register("", AT, ()))
    assert (told.n_in, len(told.quarantined), told.becomes["act"][Becomes.NEW]) == (1, 1, 1)
    assert (ActRow.objects.count(), StatementRow.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("old", "new", "field", "code"),
    [
        ("recruitment_use", "recruitment", "violation", "UnknownCode"),
        ("I1,", ",", "incident_id", "MissingField"),
        ("fsa", "no_such_party", "party", "UnknownCode"),
        ("fighter", "general", "roles", "UnknownCode"),
        (",m,", ",x,", "sex", "UnknownCode"),
        (",14,15,", ",18,19,", "age_min", "BadInput"),
        (",14,15,", ",15,14,", "age_max", "BadInput"),
        (",14,15,", ",many,15,", "age_min", "BadInput"),
        ("2014-03-01,2014-03-01", "2014-02-30,", "occurred_from", "ImpossibleDate"),
        ("2014-03-01,2014-03-01", "2015-08-09,", "occurred_from", "ImpossibleDate"),
        ("2014-03-01,2014-03-01", "2014-06-01,2014-03-01", "occurred_to", "ImpossibleDate"),
        (",SY,", ",XX,", "situation", "UnknownCode"),
        ("Aleppo", "Nowhere", "admin1", "UnknownCode"),
        ("USD", "", "pay_currency", "MissingField"),
        ("USD", "dollars", "pay_currency", "UnknownCode"),
        ("month", "fortnight", "pay_per", "UnknownCode"),
        ("verified,", "sure,", "status", "UnknownCode"),
        ("2014-05-02", "", "verified_on", "MissingField"),
        ("2014-05-02", "2015-08-09", "verified_on", "ImpossibleDate"),
        ("2014-05-02", "2014-02-01", "verified_on", "ImpossibleDate"),
        ("2014-05-02", "2014-05", "verified_on", "BadInput"),
        ("Invented task force", "", "verified_by", "MissingField"),
        ("un_mrm@1", "", "policy", "MissingField"),
        ("victim", "rumour", "source_kinds", "UnknownCode"),
        ("ngo_report", "ngo_report,surplus", "row", "BadInput"),
    ],
)
def test_a_bad_row_stands_in_quarantine_and_the_rest_goes_in(
    collector: Actor, old: str, new: str, field: str, code: str
) -> None:
    good = ONE.replace("I1", "I2").replace("A1", "A2").replace("C1", "C2")
    report = bring(collector, csv_of(ONE.replace(old, new, 1), good))
    (bad,) = get_quarantine(Reader(collector), report.item_id)
    assert (bad.row, bad.field, bad.code) == (2, field, code)
    assert ActRow.objects.count() == 1


def test_who_imports_a_register_is_not_its_verifier(collector: Actor) -> None:
    report = bring(collector, csv_of(ONE), collector.id, "INVENTED task force ")
    assert [(one.code, one.field) for one in report.quarantined] == [("SecondSignature", "verified_by")]
    assert AssessmentRow.objects.count() == 0


def test_one_child_in_two_incidents_is_one_child(collector: Actor) -> None:
    other = ONE.replace("I1", "I2").replace("A1", "A2").replace("recruitment_use", "abduction")
    bring(collector, csv_of(ONE, other))
    assert (IncidentRow.objects.count(), ActRow.objects.count(), ChildRow.objects.count()) == (2, 2, 1)


def test_other_parties_of_one_incident_are_another_violation(collector: Actor) -> None:
    bring(collector, csv_of(ONE, ONE.replace("A1", "A2").replace("fsa", "isil")))
    assert (IncidentRow.objects.count(), ViolationRow.objects.count()) == (1, 2)


def test_a_violation_counted_in_incidents_has_no_act(collector: Actor, verifier: Actor) -> None:
    row = "I9,attack_school,,,,,,,,sy_government;isil,2014-04,2014-05,SY,,,,,verified,2014-06-01,Body,p@1,observation"
    report = bring(collector, csv_of(row))
    acts = verified_acts(Reader(verifier))
    assert (acts.unit.word(0), acts.how.word(0), acts.n_children[0]) == ("incident", "joint", 0)
    assert acts.happened_on.word(0) == "2014-04/2014-05", "no day that nobody told"
    assert ("attribution", "several parties without an attribution were read as joint") in report.signals
    assert ActRow.objects.count() == 0


def test_a_group_counts_its_children(collector: Actor, verifier: Actor) -> None:
    head = "incident_id,violation,group_boys,group_girls,group_unknown,status,verified_on,verified_by,policy"
    bring(collector, csv_of("I1,killing,٣,2,0,verified,2014-06-01,Body,p@1", head=head))
    acts = verified_acts(Reader(verifier))
    assert (acts.n_children[0], acts.n_boys[0], acts.n_girls[0], acts.sex.word(0)) == (5, 3, 2, "mixed")


def test_marks_delimiters_and_digits_of_the_field(collector: Actor) -> None:
    text = (
        "\ufeffIncident ID;violation;age_min;age_max;occurred_from;favourite colour\r\nI1;killing;١٤;۱۵;٢٠١٤-٠٣;red\r\n"
    )
    report = bring(collector, text.encode())
    act = ActRow.objects.get()
    assert (act.age_min, act.age_max, act.happened_on) == (14, 15, "2014-03")
    assert report.ignored == ("favourite colour",)
    assert "act_id" in report.missing


def test_a_workbook_is_read_like_its_csv(collector: Actor, verifier: Actor) -> None:
    book = Workbook()
    book.create_sheet("acts").append(HEAD.split(","))
    book["acts"].append([date(2014, 3, 1) if cell == "2014-03-01" else cell for cell in ONE.split(",")])
    target = BytesIO()
    book.save(target)
    report = import_register(collector, BytesIO(target.getvalue()), Arrival("acts.xlsx"), Register("", AT, ()))
    assert (report.n_in, report.quarantined) == (1, [])
    assert str(verified_acts(Reader(verifier)).first_day[0]) == "2014-03-01"
    span = from_json(StatementRow.objects.get().data).span
    assert isinstance(span, CellSpan) and span.sheet == "acts"


def test_a_row_of_no_day_has_none_of_its_neighbours(collector: Actor, verifier: Actor) -> None:
    """Whatever else the register tells of its incident, in whatever order of rows and batches."""
    dayless = ONE.replace(",2014-03-01,2014-03-01,", ",,,")
    neighbour = ONE.replace("A1", "A2").replace("C1", "C2").replace("verified,2014-05-02", "pending,")
    bring(collector, csv_of(neighbour, dayless))
    acts = verified_acts(Reader(verifier))
    assert (acts.happened_on.word(0), str(acts.first_day[0])) == ("", "NaT")
    assert str(verified_acts(Reader(verifier), spanned=True).first_day[0]) == "2014-03-01", "the rule of before"


@pytest.mark.parametrize(
    ("data", "error"),
    [(b"", EmptyInput), (b"a,b\n1,2\n", MissingField), (HEAD.encode() + b"\n\xff\xfe\xfa", UnreadableInput)],
)
def test_what_is_no_table_of_acts_is_refused_whole(collector: Actor, data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        bring(collector, data)
    assert StatementRow.objects.count() == 0


def test_the_template_is_read_back() -> None:
    assert template().removeprefix("\ufeff").strip().split(",") == list(COLUMNS)
