"""A long run remembers what it met without keeping it in memory, and leaves the collector as it was."""

from __future__ import annotations

import gc

import pytest

from tawthiq.record.link.models.tables import ChildRow
from tawthiq.safe.long_run import Remembered, batch_done, long_run


def test_what_was_met_is_known_and_a_second_word_stands() -> None:
    met = Remembered()
    met.learn({1: 7, -(2**62): 2})
    met.learn({1: 8})
    assert met.known([1, -(2**62), 3]) == {1: 8, -(2**62): 2}
    assert met.known([]) == {}


def test_the_collector_works_again_when_the_run_is_over_however_it_ends() -> None:
    with pytest.raises(ValueError, match="broken off"), long_run():
        assert not gc.isenabled()
        batch_done()
        raise ValueError("broken off")
    assert gc.isenabled() and gc.get_freeze_count() == 0


@pytest.mark.django_db
def test_many_values_are_looked_for_in_one_statement_that_quotes_each_of_them() -> None:
    strange = ["chd_a", "it's", 'a "word"', "طفل", "back\\slash"]
    assert list(ChildRow.objects.filter(thing__among=strange)) == []
    assert list(ChildRow.objects.filter(thing__among=[])) == []
