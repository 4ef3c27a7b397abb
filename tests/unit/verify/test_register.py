"""A register comes in row by row; nothing doubles, nothing is lost, nobody verifies his own import."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook

from tawthiq.record.collect.acts_table import COLUMNS, template
from tawthiq.record.collect.intake import Arrival
from tawthiq.record.collect.models import get_quarantine
from tawthiq.record.extract.models import StatementRow
from tawthiq.record.extract.statement import from_json
from tawthiq.record.link.models import ActRow, ChildRow, IncidentRow, SupportRow, ViolationRow
from tawthiq.record.link.models.read import get_act
from tawthiq.record.link.models.write import put_act
from tawthiq.record.link.plan import Becomes
from tawthiq.record.verify.assessment import Stage, Status
from tawthiq.record.verify.brought import Report
from tawthiq.record.verify.models import AssessmentRow
from tawthiq.record.verify.models.acts import unverified_tally, verified_acts
from tawthiq.record.verify.register import Register, dry_run, import_register
from tawthiq.record.verify.sign import Judgement, assess
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import EmptyInput, MissingField, UnreadableInput
from tawthiq.terms.when import between

pytestmark = pytest.mark.django_db(databases=["default", "identities"])

AT = datetime(2015, 8, 8, tzinfo=UTC)
HEAD = (
    "incident_id,violation,act_id,child_id,sex,age_min,age_max,roles,armed,party,occurred_from,occurred_to,situation,"
    "admin1,pay_amount,pay_currency,pay_per,status,verified_on,verified_by,policy,source_kinds"
)
ONE = (
    "I1,recruitment_use,A1,C1,m,14,15,fighter;guard,y,fsa,2014-03-01,2014-03-01,SY,Aleppo,400,USD,month,"
    "verified,2014-05-02,Invented task force,un_mrm@1,victim;ngo_report"
)


def csv_of(*rows: str, head: str = HEAD) -> bytes:
    return "\n".join((head, *rows)).encode()


def bring(actor: Actor, data: bytes, *names: str, register: str = "") -> Report:
    return import_register(actor, BytesIO(data), Arrival("acts.csv"), Register(register, AT, names))


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


def test_the_same_file_again_changes_nothing(collector: Actor, verifier: Actor) -> None:
    bring(collector, csv_of(ONE))
    again = bring(collector, csv_of(ONE))
    assert {kind: dict(counts) for kind, counts in again.becomes.items()} == {
        kind: {Becomes.NEW: 0, Becomes.CHANGED: 0, Becomes.SAME: 1}
        for kind in ("incident", "violation", "child", "act")
    }
    assert [model.objects.count() for model in (IncidentRow, ViolationRow, ChildRow, ActRow, AssessmentRow)] == [1] * 5
    assert (StatementRow.objects.count(), SupportRow.objects.count()) == (1, 2)


def test_what_spans_batches_counts_once_in_a_dry_run_and_in_the_import(collector: Actor) -> None:
    each_alone = Register("", AT, (), batch_rows=1)
    rows = csv_of(ONE, ONE.replace("A1", "A2").replace("2014-03-01", "2014-03-09"), ONE.replace("A1", "A3"), ONE)
    told = dry_run(Reader(collector), BytesIO(rows), each_alone)
    done = import_register(collector, BytesIO(rows), Arrival("acts.csv"), each_alone)
    new = {"incident": 1, "violation": 1, "child": 1, "act": 3}
    for report in (told, done):
        assert {kind: counts[Becomes.NEW] for kind, counts in report.becomes.items()} == new
        assert all(counts[Becomes.CHANGED] == counts[Becomes.SAME] == 0 for counts in report.becomes.values())
        assert (report.changes, report.signals["act_id", "the same row stands twice: counted once"]) == ([], 1)


def test_a_corrected_row_updates_by_its_key(collector: Actor, verifier: Actor) -> None:
    bring(collector, csv_of(ONE))
    report = bring(collector, csv_of(ONE.replace(",14,15,", ",12,13,")))
    assert [(change.kind, change.field, change.before, change.after) for change in report.changes] == [
        ("act", "age", "14-15", "12-13")
    ]
    acts = verified_acts(Reader(verifier))
    assert (len(acts), acts.age_min[0]) == (1, 12)


def test_a_dry_run_shows_what_becomes_of_decisions_and_to_whom_an_act_is_laid(collector: Actor) -> None:
    other = ONE.replace("A1", "A2").replace("C1", "C2")
    bring(collector, csv_of(ONE, other))
    changed = csv_of(ONE.replace("verified,2014-05-02", "pending,2014-05-02"), other.replace(",fsa,", ",isil,"))
    told = dry_run(Reader(collector), BytesIO(changed), Register("", AT, ()))
    assert [(one.kind, one.key, one.field, one.before, one.after) for one in told.changes] == [
        ("act", "A2", "violation", "I1|recruitment_use|sole|fsa", "I1|recruitment_use|sole|isil"),
        ("decision", "A1", "status", "verified", "pending"),
    ]
    assert told.n_decisions == 2, "one that is new, one on an act that is another now"
    assert dry_run(Reader(collector), BytesIO(csv_of(ONE, other)), Register("", AT, ())).n_decisions == 0


def test_a_decision_without_a_day_is_told_once_on_whatever_day_it_is_told_again(collector: Actor) -> None:
    data = csv_of(ONE.replace("verified,2014-05-02,Invented task force,un_mrm@1", "pending,,,"))
    bring(collector, data)
    later = Register("", datetime(2015, 9, 1, tzinfo=UTC), ())
    assert import_register(collector, BytesIO(data), Arrival("acts.csv"), later).n_decisions == 0
    assert AssessmentRow.objects.count() == 1


def decided_here(actor: Actor, status: Status) -> None:
    subject = ActRow.objects.get(until__isnull=True).thing
    judged = Judgement(Stage.FOCAL, status, "un_mrm@1", "Invented task force", reasons="an invented reason")
    with Work(actor, Action.ASSESS) as work:
        assess(work, [subject], judged)


def test_a_register_that_says_the_same_again_leaves_what_was_decided_here_since(
    collector: Actor, verifier: Actor
) -> None:
    bring(collector, csv_of(ONE))
    decided_here(verifier, Status.NOT_VERIFIABLE)
    told = dry_run(Reader(collector), BytesIO(csv_of(ONE)), Register("", AT, ()))
    again = bring(collector, csv_of(ONE))
    assert (told.n_decisions, told.changes, again.n_decisions, again.changes) == (0, [], 0, [])
    assert len(verified_acts(Reader(verifier))) == 0
    assert bring(collector, csv_of(ONE.replace("2014-05-02", "2014-05-03"))).n_decisions == 1, "it says another thing"


@pytest.mark.parametrize(
    ("old", "new"),
    [("2014-03-01,2014-03-01", "2014-03-02,2014-03-02"), ("Aleppo", "Homs"), (",fsa,", ",isil,"), ("A1", "A1")],
)
def test_a_dry_run_and_the_import_bring_in_the_same_decisions(collector: Actor, old: str, new: str) -> None:
    other = ONE.replace("A1", "A2").replace("C1", "C2").replace("I1", "I2")
    bring(collector, csv_of(ONE, other))
    data = csv_of(ONE.replace(old, new), other)
    told = dry_run(Reader(collector), BytesIO(data), Register("", AT, ()))
    done = bring(collector, data)
    assert (told.n_decisions, told.changes) == (done.n_decisions, done.changes)
    assert told.n_decisions == int(old != new)


def test_a_dry_run_sees_that_the_place_of_an_incident_was_corrected_in_its_other_row(collector: Actor) -> None:
    other = ONE.replace("A1", "A2").replace("C1", "C2")
    bring(collector, csv_of(ONE, other))
    data = csv_of(other.replace("Aleppo", "Homs"))
    told = dry_run(Reader(collector), BytesIO(data), Register("", AT, ()))
    assert told.n_decisions == bring(collector, data).n_decisions == 1


def test_a_time_that_an_older_version_read_coarser_is_no_other_fact(collector: Actor, verifier: Actor) -> None:
    coarse = ONE.replace("2014-03-01,2014-03-01", "2013-11,2014-02")
    days = between(date(2013, 11, 1), date(2014, 2, 28))
    bring(collector, csv_of(coarse))
    with Work(collector, Action.CASE_WRITE) as work:
        put_act(work, replace(get_act(work, ActRow.objects.get().thing), happened_on=days))
    again = bring(collector, csv_of(coarse))
    assert get_act(Reader(verifier), ActRow.objects.get(until__isnull=True).thing).happened_on == days
    assert [change for change in again.changes if change.kind == "act"] == []


def test_an_id_with_a_hard_space_is_the_same_id(collector: Actor) -> None:
    other = ONE.replace("A1", "A\xa01").replace("m,14,15", "f,14,15")
    report = bring(collector, csv_of(ONE.replace("A1", "A 1"), other))
    assert [(one.row, one.field) for one in report.quarantined] == [(3, "act_id")]
    assert (report.n_in, ActRow.objects.count()) == (1, 1)


def test_a_correction_that_is_not_verified_again_falls_back(collector: Actor, verifier: Actor) -> None:
    bring(collector, csv_of(ONE))
    bring(collector, csv_of(ONE.replace(",14,15,", ",12,13,").replace("verified,2014-05-02", ",")))
    assert len(verified_acts(Reader(verifier))) == 0
    assert unverified_tally(Reader(verifier)).status.word(0) == "under_review"


def test_a_dry_run_says_the_same_and_writes_nothing(collector: Actor) -> None:
    data = csv_of(ONE, ONE.replace("A1", "A2").replace("fsa", "no_such_party"))
    told = dry_run(Reader(collector), BytesIO(data), Register("", AT, ()))
    assert (told.n_in, len(told.quarantined), told.becomes["act"][Becomes.NEW]) == (1, 1, 1)
    assert (ActRow.objects.count(), StatementRow.objects.count()) == (0, 0)


def tallied(n: int, boys: str, girls: str = "", sex: str = "m") -> str:
    return f"I1,killing,A{n},C{n},{sex},fsa,2014-03-01,SY,{boys},{girls}"


TALLY_HEAD = "incident_id,violation,act_id,child_id,sex,party,occurred_from,situation,tally_boys,tally_girls"


@pytest.mark.parametrize("batch_rows", [1, 100])
def test_an_import_and_its_dry_run_list_the_tallies_that_the_acts_contradict(collector: Actor, batch_rows: int) -> None:
    reading = Register("", AT, (), batch_rows=batch_rows)
    rows = [tallied(1, "3", "1"), tallied(2, "3", "1"), tallied(3, "3", "1", "f")]
    data = csv_of(*rows, head=TALLY_HEAD)
    told = dry_run(Reader(collector), BytesIO(data), reading)
    done = import_register(collector, BytesIO(data), Arrival("acts.csv"), reading)
    for report in (told, done):
        assert [(one.field, one.claimed, one.counted) for _, one in report.mismatches] == [("tally_boys", 3, 2)]
    more = csv_of(tallied(4, "3", "1"), tallied(3, "3", "1"), head=TALLY_HEAD)
    told = dry_run(Reader(collector), BytesIO(more), reading)
    assert [(one.field, one.counted) for _, one in told.mismatches] == [("tally_boys", 4), ("tally_girls", 0)]
    assert [one for _, one in import_register(collector, BytesIO(more), Arrival("more.csv"), reading).mismatches] == [
        one for _, one in told.mismatches
    ]


def test_an_act_that_a_dry_run_lays_to_others_leaves_the_tally_of_those_before(collector: Actor) -> None:
    rows = [tallied(1, "2"), tallied(2, "2")]
    bring(collector, csv_of(*rows, head=TALLY_HEAD))
    data = csv_of(rows[0], rows[1].replace("fsa", "isil").replace(",2,", ",,"), head=TALLY_HEAD)
    told = dry_run(Reader(collector), BytesIO(data), Register("", AT, ()))
    assert [(one.claimed, one.counted) for _, one in told.mismatches] == [(2, 1)]
    assert [one for _, one in bring(collector, data).mismatches] == [one for _, one in told.mismatches]


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


def test_quarantine_does_not_double_either(collector: Actor) -> None:
    data = csv_of(ONE.replace("fsa", "no_such_party"))
    bring(collector, data)
    bring(collector, data)
    assert len(get_quarantine(Reader(collector))) == 1


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
    assert from_json(StatementRow.objects.get().data).span.sheet == "acts"  # type: ignore[union-attr]  # a row's span


def test_a_row_of_no_day_has_none_of_its_neighbours(collector: Actor, verifier: Actor) -> None:
    """Whatever else the register tells of its incident, in whatever order of rows and batches."""
    dayless = ONE.replace(",2014-03-01,2014-03-01,", ",,,")
    neighbour = ONE.replace("A1", "A2").replace("C1", "C2").replace("verified,2014-05-02", "pending,")
    bring(collector, csv_of(neighbour, dayless))
    acts = verified_acts(Reader(verifier))
    assert (acts.happened_on.word(0), str(acts.first_day[0])) == ("", "NaT")
    assert str(verified_acts(Reader(verifier), spanned=True).first_day[0]) == "2014-03-01", "the rule of before"


def test_two_registers_may_use_the_same_ids(collector: Actor) -> None:
    bring(collector, csv_of(ONE), register="one")
    bring(collector, csv_of(ONE) + b"\n", register="two")
    assert (ActRow.objects.count(), ChildRow.objects.count()) == (2, 2)


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
