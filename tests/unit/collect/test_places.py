"""What a person had filled in one form of a picture is proposed where it lies in another."""

from __future__ import annotations

from datetime import UTC, datetime

from tawthiq.record.collect.masking.boxes import Box
from tawthiq.record.collect.masking.places import Place, moved, places_of, with_places
from tawthiq.record.collect.masking.proposal import FrameFound, Proposal, Review

NOON = datetime(2020, 1, 1, 12, tzinfo=UTC)
FRAMES = (
    FrameFound(0, 0.0, 200, 100, (Box(0, 0, 20, 20), Box(100, 50, 120, 60))),
    FrameFound(1, 0.125, 200, 100, (Box(10, 10, 20, 20),)),
)
MASK = Proposal("itm_1", "invented", 3.0, FRAMES, "usr_1", NOON)


def test_what_was_accepted_or_drawn_is_a_place_and_what_was_removed_or_waits_is_none() -> None:
    said = Review(MASK.id, 0, frozenset({1}), frozenset({0}), (Box(0, 0, 100, 100),), "usr_1", NOON)
    assert list(places_of(MASK, {0: said})) == [Place(3.0, 0.5, 0.5, 0.6, 0.6), Place(3.0, 0.0, 0.0, 0.5, 1.0)]


def test_a_place_goes_along_with_a_crop_a_mirror_and_a_later_beginning() -> None:
    right_half = moved([Place(3.0, 0.5, 0.5, 0.6, 0.6)], lambda spot: (2 * (1 - spot[0]), spot[1]), -1.0)
    (place,) = right_half
    assert [round(number, 6) for number in (place.at_s, place.x0, place.x1)] == [2.0, 0.8, 1.0]
    assert moved([Place(0.0, 0.8, 0.1, 0.9, 0.2)], lambda spot: (spot[0] * 2, spot[1])) == [], "it was cut away"


def test_places_are_proposed_in_frames_of_their_moment_beside_what_was_found_there() -> None:
    frame = FrameFound(0, 1.0, 1000, 500, (Box(0, 0, 100, 100),))
    known = [Place(4.0, 0.0, 0.0, 0.1, 0.2), Place(4.1, 0.5, 0.5, 0.6, 0.6), Place(6.0, 0.8, 0.8, 0.9, 0.9)]
    assert with_places(frame, 3.0, known).boxes == (Box(0, 0, 100, 100), Box(500, 250, 600, 300))
