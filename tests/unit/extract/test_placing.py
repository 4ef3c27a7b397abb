"""A statement kept by an earlier reader is found again by its words, or said to be found nowhere."""

import pytest

from tawthiq.record.extract.placing import Place, place_of
from tawthiq.record.extract.span import Span

TEXT = "Boys were taken. Girls were taken. Boys were taken."


def test_words_that_stand_where_they_were_kept_stay_there() -> None:
    assert place_of("Girls were taken.", Span(17, 34), TEXT) == Place(Span(17, 34))


@pytest.mark.parametrize("start", [0, 9, 20, 34])
def test_words_that_moved_are_found(start: int) -> None:
    place = place_of("Girls were taken.", Span(start, start + 17), TEXT)
    assert place == Place(Span(17, 34), 17 - start)


def test_of_several_places_the_nearest_is_meant() -> None:
    starts = [
        place.span.start for at in (2, 16, 20, 40) if (place := place_of("Boys were taken.", Span(at, at + 16), TEXT))
    ]
    assert starts == [0, 0, 35, 35]


def test_words_that_stand_nowhere_have_no_place() -> None:
    assert place_of("Men were taken.", Span(0, 15), TEXT) is None
    assert place_of("", Span(99, 99), TEXT) == Place(Span(99, 99))


def test_parts_move_with_their_words_and_words_outside_are_not_told() -> None:
    place = place_of("Girls were taken.", Span(10, 27), TEXT)
    assert place is not None
    assert [place.inside(span) for span in (Span(10, 15), Span(3, 8), Span(40, 44))] == [Span(17, 22), None, None]
    still = place_of("Girls were taken.", Span(17, 34), TEXT)
    assert still is not None
    assert still.inside(Span(0, 4)) == Span(0, 4)
