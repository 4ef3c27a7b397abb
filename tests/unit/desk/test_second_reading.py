"""Another extractor is asked about a kept item: what it adds waits for a person, what it lacks is refused."""

import pytest

from tawthiq.doors.extractors import ask_of_item
from tawthiq.record.collect.item import Item
from tawthiq.record.extract.models import find_statements
from tawthiq.safe.access import Actor
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput, NotPermitted

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


def test_what_the_rules_read_already_is_not_put_twice(article: Item, collector: Actor) -> None:
    n_first = ask_of_item(collector, article.id, "rules+spacy")
    found = find_statements(Reader(collector), item_id=article.id)
    assert len(found) == n_first > 0
    assert {one.extractor.split("@")[0] for _, one in found} == {"rules+spacy"}
    assert ask_of_item(collector, article.id, "rules+spacy") == 0


def test_the_rules_read_an_item_as_a_step_and_not_here(article: Item, collector: Actor) -> None:
    with pytest.raises(BadInput, match="no second reader"):
        ask_of_item(collector, article.id, "rules")


def test_a_model_that_nobody_set_reads_nothing(article: Item, collector: Actor) -> None:
    with pytest.raises(NotPermitted, match="no model is set"):
        ask_of_item(collector, article.id, "openai_compatible")


def test_who_may_not_extract_asks_nothing(article: Item, publisher: Actor) -> None:
    with pytest.raises(NotPermitted):
        ask_of_item(publisher, article.id, "rules+spacy")
