"""The index of points: a part leads back to its whole, whatever happens to the folder; nothing in it can be drawn."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tawthiq.record.compare.features import find_features
from tawthiq.record.compare.point_index import PointIndex, opened
from tawthiq.record.compare.points import DOUBTFUL, FILED_POINTS, KEY_BITS, WORD_BITS, to_ask, to_file
from unit.compare.drawn import Rgb, clouds, shapes
from unit.compare.made import item

SEEDS = range(12)


@pytest.fixture
def index(tmp_path: Path) -> PointIndex:
    """Drawn pictures, filed one by one."""
    made = PointIndex(tmp_path / "points")
    for seed in SEEDS:
        made.add({item(seed): to_file(find_features(shapes(seed)))})
    return made


def asked(index: PointIndex, rgb: Rgb, at_most: int = 3) -> list[str]:
    return index.agreeing([to_ask(find_features(rgb, mirrored=way)) for way in (False, True)], at_most)


@pytest.mark.parametrize(
    "part",
    [
        shapes(4)[120:380, 200:520],
        shapes(4)[:, ::-1][100:400, 100:500],
        np.rot90(shapes(4)[60:400, 60:500]),
        np.pad(shapes(4)[::2, ::2], ((200, 200), (60, 60), (0, 0)), constant_values=250),
    ],
    ids=["cut out", "mirrored and cut", "turned and cut", "small in a large frame"],
)
def test_a_part_leads_back_to_its_whole(index: PointIndex, part: Rgb) -> None:
    assert asked(index, np.ascontiguousarray(part))[0] == item(4)


def test_a_picture_without_points_is_filed_and_found_by_nobody(index: PointIndex) -> None:
    flat = np.full((200, 200, 3), 7, np.uint8)
    index.add({item("flat"): to_file(find_features(flat))})
    assert item("flat") in index and len(index) == len(SEEDS) + 1
    assert asked(index, flat) == []
    assert item("flat") not in asked(index, clouds(3), 100)


def test_a_picture_is_filed_once_and_groups_stay_few(index: PointIndex, tmp_path: Path) -> None:
    index.add({item(0): to_file(find_features(shapes(0)))})
    assert (len(index), index.items) == (len(SEEDS), {item(seed) for seed in SEEDS})
    n_files = len(list((tmp_path / "points").glob("*.npy")))
    assert n_files == 3 * 2, "twelve pictures lie in a group of eight and one of four"


def test_what_another_process_filed_is_there_when_the_next_is_added(index: PointIndex, tmp_path: Path) -> None:
    PointIndex(tmp_path / "points").add({item("other"): to_file(find_features(shapes(50)))})
    index.add({item("mine"): to_file(find_features(shapes(51)))})
    assert {item("other"), item("mine")} <= index.items
    assert asked(index, shapes(50)[100:, 100:])[0] == item("other")


@pytest.mark.parametrize("hurt", ["half written", "cut", "another version"])
def test_a_broken_index_is_thrown_away_and_one_left_by_a_crash_goes_on(
    index: PointIndex, tmp_path: Path, hurt: str
) -> None:
    folder = tmp_path / "points"
    if hurt == "half written":
        (folder / "g99-0.npy.new").write_bytes(b"half")
    elif hurt == "cut":
        max(folder.glob("*.npy"), key=lambda path: path.stat().st_size).write_bytes(b"")
    else:
        told = (folder / "manifest.json").read_text()
        (folder / "manifest.json").write_text(told.replace("index 1", "index 0"))
    assert len(opened(folder)) == (len(index) if hurt == "half written" else 0)


def test_only_words_directions_and_sizes_are_kept_of_the_strongest_points() -> None:
    features = find_features(shapes(1))
    filed, asking = to_file(features), to_ask(features)
    assert len(filed) == FILED_POINTS < len(asking.worded)
    assert np.all(np.diff(filed.codes.astype(object)) >= 0)
    assert set(filed.codes.tolist()) <= set(asking.worded.codes.tolist())
    own = asking.worded.codes >> np.uint64(WORD_BITS - KEY_BITS)
    flipped = np.bitwise_count(asking.keys ^ own[:, None])
    assert flipped.max() == DOUBTFUL and len({*asking.keys[0].tolist()}) == 1 << DOUBTFUL
