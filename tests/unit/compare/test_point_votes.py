"""How filed points vote: in one turn and one scale, the common ones with less weight. The words are invented."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tawthiq.record.compare.point_index import CROWD, WITHIN_BITS, PointIndex, Room
from tawthiq.record.compare.points import KEY_BITS, SIZES, WORD_BITS, Asking, Worded

A, B, C = (key << (WORD_BITS - KEY_BITS) for key in (3, 5, 9))
Point = tuple[int, int, int]
"""Its word, its direction (of 64), its size (eighths of an octave)."""


def worded(points: list[Point]) -> Worded:
    points = sorted(points)
    codes = np.array([word for word, _, _ in points], np.uint64)
    return Worded(codes, np.array([turn * SIZES + size for _, turn, size in points], np.uint32))


def asking(points: list[Point]) -> Asking:
    told = worded(points)
    return Asking(told, (told.codes >> np.uint64(WORD_BITS - KEY_BITS))[:, None])


def index_of(folder: Path, pictures: dict[str, list[Point]], room: Room | None = None) -> PointIndex:
    index = PointIndex(folder / "points", *([room] if room else []))
    index.add({name: worded(points) for name, points in pictures.items()})
    return index


ASKED = [(A, 8, 16), (B, 8, 16)]


def test_two_points_in_one_turn_and_one_scale_are_a_vote_one_is_none(tmp_path: Path) -> None:
    pictures = {
        "alike": [(A, 20, 24), (B, 20, 24)],
        "one point": [(A, 8, 16)],
        "two turns": [(A, 8, 16), (B, 40, 16)],
        "two scales": [(A, 8, 16), (B, 8, 40)],
    }
    assert index_of(tmp_path, pictures).agreeing([asking(ASKED)], 9) == ["alike"]


def test_words_are_like_within_so_many_bits_and_no_further(tmp_path: Path) -> None:
    near, far = (1 << WITHIN_BITS) - 1, (1 << (WITHIN_BITS + 1)) - 1
    pictures = {"near": [(A | near, 8, 16), (B, 8, 16)], "far": [(A | far, 8, 16), (B, 8, 16)]}
    assert index_of(tmp_path, pictures).agreeing([asking(ASKED)], 9) == ["near"]


def test_a_key_that_a_crowd_shares_says_nothing(tmp_path: Path) -> None:
    crowd = [(A, 0, n % SIZES) for n in range(CROWD - 1)]
    assert index_of(tmp_path / "1", {"one": ASKED, "x": crowd}).agreeing([asking(ASKED)], 9) == ["one"]
    index = index_of(tmp_path / "2", {"one": ASKED, "x": [*crowd, (A, 1, 1)]})
    assert index.agreeing([asking(ASKED)], 9) == []


def test_a_word_that_many_share_weighs_less_than_a_rare_one(tmp_path: Path) -> None:
    """Three pictures share A and B, one alone shares B and C: it stands first, though its name is the last."""
    pictures = {f"common {n}": [(A, 8, 16), (B, 8, 16)] for n in range(5)} | {"rare": [(B, 8, 16), (C, 8, 16)]}
    asked = asking([*ASKED, (C, 8, 16)])
    assert index_of(tmp_path, pictures).agreeing([asked], 1) == ["rare"]


def test_more_points_that_are_like_it_than_there_was_room_for_are_all_counted(tmp_path: Path) -> None:
    pictures = {f"picture {n:02}": ASKED for n in range(40)}
    assert index_of(tmp_path, pictures).agreeing([asking(ASKED)], 99) == sorted(pictures)


@pytest.mark.parametrize(("room", "n_groups"), [(Room(), 1), (Room(points=8), 2), (Room(pictures=3), 3)])
def test_a_group_holds_so_many_points_and_pictures(tmp_path: Path, room: Room, n_groups: int) -> None:
    pictures = {f"picture {n}": ASKED for n in range(8)}
    index = index_of(tmp_path, pictures, room)
    assert len(list((tmp_path / "points").glob("*.npy"))) == 3 * n_groups
    assert index.agreeing([asking(ASKED)], 99) == sorted(pictures)
    for name in ("later", "latest"):
        index.add({name: worded(ASKED)})
    assert index.agreeing([asking(ASKED)], 99) == sorted([*pictures, "later", "latest"])


def test_what_only_the_second_way_of_asking_meets_is_found(tmp_path: Path) -> None:
    """As it is a picture meets nothing; mirrored it does."""
    index = index_of(tmp_path, {"original": ASKED})
    plain, mirror = asking([(C, 8, 16)]), asking(ASKED)
    assert index.agreeing([plain], 9) == []
    assert index.agreeing([plain, mirror], 9) == ["original"]
