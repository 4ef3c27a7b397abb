"""Promises of the catalogue: what a list finds and counts is what a look at every incident would."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tawthiq.record.link.incident import FileState, Incident
from tawthiq.record.link.models import write as link
from tawthiq.record.link.violation import UNIDENTIFIED
from tawthiq.record.verify.assessment import Assessment, Stage, Status
from tawthiq.record.verify.catalogue import FACETS, Asked, Card
from tawthiq.record.verify.models import catalogue, catalogue_filing, catalogue_tables, catalogue_upkeep
from tawthiq.record.verify.models.catalogue import find_cards
from tawthiq.record.verify.models.subjects import get_subjects
from tawthiq.record.verify.models.write import put_assessments
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import NotPermitted
from tawthiq.terms.when import in_month
from unit.verify.made import DAY, NOW, act, incident, put_case, violation
from unit.verify.made import actor as somebody

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


def ids(reader: Actor, limit: int = 50, before: int | None = None, text: str = "", **chosen: str) -> list[str]:
    asked = Asked({facet: (value,) for facet, value in chosen.items()}, text)
    return [card.thing for card in find_cards(Reader(reader), asked, limit=limit, before=before).cards]


def put_incident(maker: Actor, *incidents: Incident) -> None:
    with Work(maker, Action.CASE_WRITE, at=NOW) as work:
        link.put_incidents(work, list(incidents))


def decide(verifier: Actor, subject: str, occurrence: Status, stage: Stage = Stage.FINAL) -> None:
    with Work(verifier, Action.ASSESS, at=NOW) as work:
        (one,) = get_subjects(work, [subject])
        made = Assessment(
            subject_id=subject, facts=one.facts, occurrence=occurrence, policy="provisional@1",
            body="Invented Monitoring Group", stage=stage, by=verifier.id, at=NOW, decided_on=DAY,
            reasons="invented",
        )  # fmt: skip
        put_assessments(work, [made], [one])


def test_facets_and_pages_are_those_of_a_look_at_every_incident(collector: Actor) -> None:
    """Against a slow oracle, on incidents drawn at random: any facets together, any page."""
    chance = random.Random(7)
    made = []
    for number in range(60):
        place, year = f"SY{chance.randrange(1, 5):02}", chance.randrange(2013, 2016)
        state = chance.choice(list(FileState))
        made.append(replace(incident(str(number)), admin1=place, happened_on=in_month(year, 5), state=state))
    put_incident(collector, *made)
    reader = Reader(collector)
    among = {"admin1": ["SY01", "SY02", "SY03"], "year": ["2013", "2014"], "file": ["open", "closed"]}
    for _ in range(25):
        names = [name for name in among if chance.random() < 0.6]
        drawn = {name: chance.sample(among[name], chance.randrange(1, len(among[name]))) for name in names}
        asked = Asked({name: tuple(sorted(values)) for name, values in drawn.items()})
        fitting = [one for one in reversed(made) if _fits(one, asked)]
        met: list[str] = []
        before: int | None = None
        while True:
            found = find_cards(reader, asked, limit=7, before=before)
            met += [card.thing for card in found.cards]
            if found.before is None:
                break
            before = found.before
        assert met == [one.id for one in fitting]
        assert found.n == len(fitting)
        for told in ("2013", "2014", "2015"):
            alone = Asked({**asked.chosen, "year": (told,)})
            assert found.counts["year"].get(told, 0) == sum(_fits(one, alone) for one in made)


def _fits(one: Incident, asked: Asked) -> bool:
    assert one.happened_on and one.happened_on.first
    said = {"admin1": one.admin1, "year": str(one.happened_on.first.year), "file": one.state.value}
    return all(said[facet] in values for facet, values in asked.chosen.items())


def test_words_find_codes_places_parties_violations_and_the_public_account(collector: Actor) -> None:
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        told = replace(incident("R-17"), public_account="A school bus was stopped near the river. حافلة مدرسية")
        link.put_incidents(work, [told, replace(incident("other"), admin1="SY07")])
        link.put_violations(work, [violation("R-17", "abduction", "isil")])
    here = [incident("R-17").id]
    for text in (
        "r-17",
        "R 17",
        "river",
        "riv school",
        "حافله",
        "levant",
        "Aleppo",
        "حلب",
        "abduct",
        "bus aleppo isil",
    ):
        assert ids(collector, text=text) == here, text
    assert ids(collector, text=incident("R-17").id) == here
    assert ids(collector, text="river other") == []
    assert ids(collector, text="river", admin1="SY07") == []
    assert ids(collector, text="'); DROP TABLE find_text; -- \" * AND OR NOT (") == []


def test_a_search_of_more_than_it_looks_through_says_so(collector: Actor) -> None:
    put_incident(collector, *(replace(incident(str(n)), public_account="an invented word") for n in range(4)))
    found = find_cards(Reader(collector), Asked(text="invented"), most=3)
    assert found.capped and found.n == 3
    assert not find_cards(Reader(collector), Asked(text="2"), most=3).capped


@pytest.mark.parametrize("text", ["inc", "I", "inc in"])
def test_a_word_that_no_card_lacks_is_not_looked_for_and_finds_them_all(collector: Actor, text: str) -> None:
    put_incident(collector, *(incident(str(n)) for n in range(4)))
    found = find_cards(Reader(collector), Asked(text=text), most=3)
    assert (found.n, found.capped, len(found.cards)) == (4, False, 4)
    assert find_cards(Reader(collector), Asked(text=f"{text} no-such"), most=3).n == 0


@pytest.mark.parametrize("text", ["syria", "sy", "Syria aleppo"])
def test_a_word_that_names_a_code_of_every_card_is_looked_for_in_no_text(collector: Actor, text: str) -> None:
    told = "An invented road of Syria, near Aleppo."
    put_incident(collector, *(replace(incident(str(n)), public_account=told) for n in range(4)))
    found = find_cards(Reader(collector), Asked(text=text), most=3)
    assert (found.n, found.capped, len(found.cards)) == (4, False, 4)
    assert find_cards(Reader(collector), Asked(text=f"{text} no-such"), most=3).n == 0


def test_a_card_follows_every_change_of_what_it_is_made_of(collector: Actor, verifier: Actor) -> None:
    subject = put_case(collector)
    one = [incident().id]
    assert ids(collector, standing="new") == one
    decide(verifier, subject, Status.PENDING, Stage.FOCAL)
    assert ids(collector, standing="under_review") == one
    decide(somebody(Role.VERIFIER), subject, Status.VERIFIED)
    assert ids(collector, standing="verified") == one
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        link.put_act(work, replace(act(), roles=("fighter",)))
    assert (ids(collector, standing="verified"), ids(collector, standing="under_review")) == ([], one)
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        link.put_violation(work, replace(violation(), attribution=UNIDENTIFIED))
    assert ids(collector, party="unidentified") == one
    put_incident(collector, replace(incident(), public_account="told anew", state=FileState.CLOSED))
    assert (ids(collector, file="open"), ids(collector, file="closed", text="anew")) == ([], one)


def test_an_act_that_moves_takes_its_standing_along(collector: Actor) -> None:
    put_case(collector, "one")
    put_case(collector, "two")
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        link.put_act(work, replace(act("one"), violation_id=violation("two").id))
    assert ids(collector, standing="empty") == [incident("one").id]


def test_what_is_undone_leaves_no_card(collector: Actor) -> None:
    with pytest.raises(RuntimeError), Work(collector, Action.CASE_WRITE, at=NOW) as work:
        link.put_incident(work, incident())
        raise RuntimeError("invented")
    with Work(collector, Action.CASE_WRITE, at=NOW, dry_run=True) as work:
        link.put_incident(work, incident())
    assert ids(collector) == []


def test_who_reads_no_cases_finds_none_by_any_word(collector: Actor) -> None:
    put_incident(collector, incident())
    for role in (Role.ANALYST, Role.AUDITOR, Role.REFERRAL, Role.ADMINISTRATOR):
        with pytest.raises(NotPermitted):
            find_cards(Reader(somebody(role)), Asked(text="aleppo"))


def test_a_record_from_before_the_catalogue_gets_the_same_one(collector: Actor, verifier: Actor) -> None:
    decide(verifier, put_case(collector), Status.VERIFIED)
    put_incident(collector, replace(incident("two"), public_account="a bridge"))
    before = _everything()
    catalogue_tables.CardRow.objects.all().delete()
    catalogue_upkeep.fill_if_empty()
    assert _everything() == before
    assert ids(collector, text="bridge") == [incident("two").id]


def _everything() -> list[object]:
    cards = catalogue_tables.CardRow.objects.order_by("number").values_list("number", "thing", "codes")
    bits = catalogue_tables.FacetRow.objects.order_by("key").values_list("key", "bits")
    return [list(cards), [(key, bytes(some)) for key, some in bits]]


def test_cards_beyond_one_block_are_counted_together() -> None:
    far = 1 << catalogue_filing.BLOCK_BITS
    codes = dict.fromkeys(FACETS, ("x",))
    catalogue_filing._move([], [Card("inc_a", 5, codes), Card("inc_b", far + 5, codes)])
    assert catalogue_tables.FacetRow.objects.filter(facet="file").count() == 2
    assert sorted(catalogue._all_bits()["file"]["x"]) == [5, far + 5]
