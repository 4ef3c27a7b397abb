"""A picture is recognised in its crops and screenshots, and unrelated pictures are not linked."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import cv2
import numpy as np
import pytest

from tawthiq.record.compare.copy import Copy, CopyKind
from tawthiq.record.compare.media import _load
from tawthiq.record.compare.overlap import agreement
from tawthiq.record.compare.scene import Sighted, judge_scenes, match_scene, sight
from tawthiq.terms.errors import BadInput
from unit.compare.drawn import Rgb, clouds, shapes
from unit.compare.made import item


@cache
def seen(seed: int) -> Sighted:
    return sight(shapes(seed))


def found(changed: Rgb, seed: int = 1) -> Copy | None:
    return judge_scenes(item("asked"), sight(changed), item("filed"), seen(seed))


def warped(rgb: Rgb, scale: float, degrees: float) -> Rgb:
    matrix = cv2.getRotationMatrix2D((320, 240), degrees, scale)
    return np.asarray(cv2.warpAffine(rgb, matrix, (640, 480)), np.uint8)


CROP = shapes(1)[60:380, 150:600]
SCREEN = np.pad(CROP, ((300, 300), (20, 20), (0, 0)), constant_values=20)


@pytest.mark.parametrize(
    "changed",
    [CROP, SCREEN, np.fliplr(CROP), np.rot90(CROP), warped(shapes(1), 0.6, 17)],
    ids=["crop", "screenshot", "mirrored crop", "turned crop", "smaller and tilted"],
)
def test_the_picture_is_found_in_what_was_made_of_it(changed: Rgb) -> None:
    copy = found(np.ascontiguousarray(changed))
    assert copy is not None
    assert copy.kind is CopyKind.SAME_PICTURE


def test_inliers_can_be_drawn_on_both_pictures() -> None:
    """A point at a share of the crop lies where the crop was taken from, mirrored or not."""
    for changed, mirrored in ((CROP, False), (np.ascontiguousarray(np.fliplr(CROP)), True)):
        way = match_scene(sight(changed), seen(1))
        assert way is not None
        assert way.mirrored == mirrored
        x = 1 - way.inliers_a[:, 0] if mirrored else way.inliers_a[:, 0]
        expected = np.stack([(150 + x * 450) / 640, (60 + way.inliers_a[:, 1] * 320) / 480], axis=1)
        assert np.abs(expected - way.inliers_b).max() < 0.02


def test_unrelated_pictures_are_not_linked() -> None:
    assert not any(match_scene(seen(a), seen(b)) for a, b in combinations(range(1, 5), 2))


def test_repeated_texture_is_not_linked() -> None:
    tile = shapes(20, 40, 40)
    walls = [np.tile(tile, (10, 14, 1)), np.tile(np.rot90(tile, 2), (9, 12, 1))[7:, 11:]]
    mosaic = [np.kron(np.random.default_rng(n).integers(0, 2, (40, 50)), np.ones((10, 10))) * 255 for n in (1, 2)]
    boards = [np.repeat(one[:, :, None], 3, 2).astype(np.uint8) for one in mosaic]
    assert match_scene(sight(boards[0]), sight(boards[1])) is None
    assert match_scene(sight(walls[0]), sight(boards[0])) is None


def test_a_shared_logo_is_possible_and_no_more() -> None:
    logo = shapes(30, 90, 110)
    stamped = []
    for seed in (5, 6):
        picture = shapes(seed).copy()
        picture[20:110, 30:140] = logo
        stamped.append(sight(picture))
    copy = judge_scenes(item("a"), stamped[0], item("b"), stamped[1])
    assert copy is None or copy.kind is CopyKind.POSSIBLE


def test_two_views_of_one_scene_are_not_called_the_same_picture() -> None:
    """Near things move more than far ones between two places of a camera."""
    far, near = shapes(40, 480, 900), shapes(41, 480, 900)
    holes = clouds(42, 480, 900)[:, :, :1] > 128
    views = [np.where(holes[:, s : s + 640], near[:, s : s + 640], far[:, :640]) for s in (0, 60)]
    copy = judge_scenes(item("a"), sight(views[0]), item("b"), sight(views[1]))
    assert copy is None or copy.kind is not CopyKind.SAME_PICTURE


def test_a_picture_without_points_is_not_linked() -> None:
    assert found(np.full((200, 200, 3), 128, np.uint8)) is None


def test_agreement_is_whole_with_itself_and_nothing_without_overlap() -> None:
    grey = np.asarray(cv2.cvtColor(shapes(1), cv2.COLOR_RGB2GRAY), np.uint8)
    assert agreement(grey, grey, np.array([[1.0, 0, 0], [0, 1, 0]])) == 1.0
    assert agreement(grey, grey, np.array([[1.0, 0, 5000], [0, 1, 0]])) == 0.0


def test_a_missing_library_names_the_extra() -> None:
    with pytest.raises(BadInput, match="media"):
        _load("no_such_library", "this")
