"""What a person types of a case at the command line is read as a register's row would be."""

from __future__ import annotations

import pytest

from tawthiq.doors.cli.incident_typed import Typed, make_case
from tawthiq.record.link.by_hand import Prefill
from tawthiq.record.link.models.read import get_acts, get_violations
from tawthiq.record.link.source import Source
from tawthiq.record.link.violation import UNIDENTIFIED
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work

pytestmark = pytest.mark.django_db(databases=["default", "identities"])

NOTHING_TOLD = Prefill("", "", "", None, "", UNIDENTIFIED, None, ())


@pytest.mark.parametrize(("situation", "party"), [("SD", "pdf_sd"), ("MM", "pdf_mm")])
def test_a_name_of_two_parties_is_that_of_the_typed_situation(collector: Actor, situation: str, party: str) -> None:
    typed = Typed(situation, "2014-07", "", "", "abduction", "", "unidentified", "m", "", "", (), ("handed_to=PDF",))
    with Work(collector, Action.CASE_WRITE) as work:
        incident = make_case(work, typed, NOTHING_TOLD, Source("media"))
    (violation,) = get_violations(Reader(collector), incident)
    (act,) = get_acts(Reader(collector), violation.id)
    assert act.particulars.get("handed_to") == (party,)
