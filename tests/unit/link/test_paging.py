"""Promises of the list of incidents: paging through it meets each one once."""

import pytest

from tawthiq.record.link.incident import Incident
from tawthiq.record.link.models import read, write
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.identity import Kind, make_id
from tawthiq.terms.when import in_month

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


def invented(number: int, place: str = "SY02") -> Incident:
    return Incident(make_id(Kind.INCIDENT, ["paging", number]), "SY", in_month(2014, 3), admin1=place)


def paged(collector: Actor, situation: str) -> list[str]:
    found: list[str] = []
    before: int | None = None
    while page := read.find_incidents(Reader(collector), situation=situation, limit=2, before=before):
        found += [incident.id for _, incident in page]
        before = page[-1][0]
    return found


@pytest.mark.parametrize("situation", ["", "SY"])
def test_incidents_of_one_batch_are_all_met_once(collector: Actor, situation: str) -> None:
    batch = [invented(number) for number in range(5)]
    with Work(collector, Action.CASE_WRITE) as work:
        write.put_incidents(work, batch)
    assert paged(collector, situation) == [incident.id for incident in reversed(batch)]


def test_a_corrected_incident_is_newest_and_listed_once(collector: Actor) -> None:
    first, second = invented(1), invented(2)
    for batch in ([first, second], [invented(1, "SY03")]):
        with Work(collector, Action.CASE_WRITE) as work:
            write.put_incidents(work, batch)
    assert paged(collector, "SY") == [first.id, second.id]
