"""What a person types wrongly comes back in their own words and language: what, where, what to do."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils.translation import override

from house.source import SRC, modules, tree
from tawthiq.doors.desk.sentences import unspoken
from tawthiq.doors.desk.words import word
from tawthiq.record.collect.item import Item
from tawthiq.record.extract.models import find_statements
from tawthiq.record.extract.statement import Statement
from tawthiq.record.link.models import read as link
from tawthiq.safe.access import Action, Actor, Refused, Role, may
from tawthiq.safe.work import Reader
from tawthiq.terms.when import parse_when
from unit.desk.test_register_words import raised
from unit.desk.viewed import SignedIn
from unit.verify.made import put_case

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
BUILD = {"situation": "SY", "period": "zzz"}


ROOMS = (
    *(
        "collect/caution",
        "collect/intake",
        "collect/sealing",
        "collect/viewing",
        "collect/masked",
        "collect/masking/boxes",
    ),
    *("collect/masking/proposal", "collect/models", "link", "verify", "extract/decision", "extract/models"),
)
REPORT = ("count/spec.py", "count/share.py", "count/cross_table.py", "publish/release.py", "publish/products.py")
"""Rooms of the record and the report whose refusals a person meets at the desk."""

ONLY_PROGRAMS = frozenset({"read it with read_cells", "use particulars_from"})


def refusals() -> set[str]:
    """What those rooms, the doors of the desk, and access say when they refuse."""
    record = [path for path in modules(SRC / "record") if str(path.relative_to(SRC / "record")).startswith(ROOMS)]
    found = [*record, *(SRC / "report" / name for name in REPORT), *modules(SRC / "doors" / "desk")]
    return {said for path in found for said in raised(tree(path))} - ONLY_PROGRAMS


def test_what_the_desk_refuses_is_said_in_arabic() -> None:
    assert len(refusals()) > 120
    denied = may(Actor("usr_a", frozenset({Role.ANALYST})), Action.ACCOUNT_MANAGE)
    assert isinstance(denied, Refused)
    with override("ar"):
        assert unspoken([*refusals(), denied.reason]) == []


def where(page: str) -> str:
    """The place that the notice of a form names."""
    found = re.search(r"<p><span class=\"quiet\">[^<]*:</span> (.*?)</p>", page)
    return re.sub(r"<[^>]+>", "", found[1]).strip() if found else ""


@pytest.mark.parametrize(("language", "label"), [("en", "Period"), ("ar", "الفترة")])
def test_a_form_names_the_field_as_its_label_does(signed_in: SignedIn, language: str, label: str) -> None:
    answer = signed_in(Role.ANALYST).post("/figures/build/", BUILD, headers={"accept-language": language})
    assert (answer.status_code, where(answer.content.decode())) == (400, label)


def test_what_rests_on_a_statement_that_does_not_exist_is_not_called_unconfirmed(
    signed_in: SignedIn, collector: Actor
) -> None:
    case = put_case(collector)
    typed = {"kind": "witness", "name": "", "statement": "zzz"}
    answer = signed_in(Role.COLLECTOR).post(f"/support/{case}/add/", typed, headers={"accept-language": "en"})
    page = answer.content.decode()
    assert answer.status_code == 404 and "no such statement" in page and "copy its id" in page
    assert not link.get_support(Reader(collector), [case])


def test_the_same_correction_twice_is_refused_in_words(
    signed_in: SignedIn, statement: Statement, article: Item, collector: Actor
) -> None:
    client = signed_in(Role.COLLECTOR)
    n_before = len(find_statements(Reader(collector), item_id=article.id))
    assert corrected(client, statement)[0] == 302
    status, page = corrected(client, statement)
    assert status == 409 and "a corrected version stands in its place" in page
    kept = find_statements(Reader(collector), item_id=article.id)
    assert len(kept) == n_before + 1
    (ours,) = [one.id for _place, one in kept if one.supersedes]
    client.post(f"/statements/{ours}/decide/", {"verdict": "rejected"})
    status, page = corrected(client, statement)
    assert status == 409 and "this version is kept already" in page


def corrected(client: Client, statement: Statement) -> tuple[int, str]:
    """Status and page of the answer."""
    said = {"kind": "violation_claim", "factuality": "alleged", "violations": ["killing"], "act_period": "2020"}
    more = {"act_basis": "stated", "quantity_0_remove": "1", "quantity_1_remove": "1"}
    answer = client.post(f"/statements/{statement.id}/edit/", {**said, **more}, headers={"accept-language": "en"})
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("typed", ["٢٠١٤-٠٧-٠٣", "۲۰۱۴-۰۷-۰۳", " 2014-07-03 "])
def test_a_day_is_read_in_the_digits_of_the_keyboard(typed: str) -> None:
    assert parse_when(typed) == parse_when("2014-07-03")
    assert parse_when(typed).text == "2014-07-03"


def test_a_password_that_is_too_short_is_said_in_arabic() -> None:
    from django.contrib.auth.password_validation import validate_password

    with override("ar"), pytest.raises(ValidationError) as refused:
        validate_password("short")
    assert [one for one in refused.value.messages if one.isascii()] == []


def test_every_word_for_a_field_has_its_arabic() -> None:
    with override("ar"):
        assert [one for one in ("act_period", "party", "admin1", "pay_amount") if word(one, "field").isascii()] == []
