"""Reposted and cut videos are found by their frames. All videos are drawn here."""

from __future__ import annotations

import tracemalloc
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from io import BytesIO

import av
import numpy as np
import pytest

from tawthiq.record.compare.copy import CopyKind
from tawthiq.record.compare.film import ASKED_EVERY_S, Film, Frame
from tawthiq.record.compare.picture import look_at
from tawthiq.record.compare.pixels import Pixels
from tawthiq.record.compare.video import read_film
from tawthiq.record.compare.video_match import judge_films, recurrence
from tawthiq.terms.errors import UnreadableInput
from unit.compare.drawn import Rgb, shapes
from unit.compare.made import item

FPS = 4


def encoded(frames: Sequence[Rgb], form: str = "mp4") -> BytesIO:
    put = BytesIO()
    with av.open(put, "w", format=form) as container:
        stream = container.add_stream("mpeg4", rate=FPS)
        stream.height, stream.width = frames[0].shape[:2]
        stream.pix_fmt, stream.bit_rate, stream.time_base = "yuv420p", 2_000_000, Fraction(1, FPS)
        for rgb in frames:
            container.mux(stream.encode(av.VideoFrame.from_ndarray(np.ascontiguousarray(rgb), format="rgb24")))
        container.mux(stream.encode())
    put.seek(0)
    return put


@cache
def pan(seed: int, seconds: int = 6) -> tuple[Rgb, ...]:
    """A camera that moves along a drawn wall."""
    wall = shapes(seed, 240, 320 + 40 * seconds * FPS)
    return tuple(wall[:, 40 * n : 40 * n + 320] for n in range(seconds * FPS))


def film(frames: Sequence[Rgb], every_s: float = 1.0) -> Film:
    return read_film(encoded(frames), every_s)


def kind(asked: Sequence[Rgb], filed: Sequence[Rgb]) -> CopyKind | None:
    found = judge_films(item("asked"), film(asked, ASKED_EVERY_S), item("filed"), film(filed))
    return found.kind if found else None


def test_one_frame_a_second_is_looked_at() -> None:
    seen = film(pan(1))
    assert [round(frame.at_s) for frame in seen.frames] == [0, 1, 2, 3, 4, 5]
    assert [frame.number for frame in seen.frames] == [0, 4, 8, 12, 16, 20]
    assert seen.complete


def test_a_repost_is_the_same_picture() -> None:
    assert kind(pan(1), pan(1)) is CopyKind.SAME_PICTURE


def test_a_cut_that_begins_between_two_seconds_is_found_with_its_offset() -> None:
    way = recurrence(film(pan(1)[9:21], ASKED_EVERY_S), film(pan(1)))
    assert way is not None
    assert way.offset_s == 9 / FPS
    assert kind(pan(1)[9:21], pan(1)) is CopyKind.SAME_PICTURE


def test_a_mirrored_or_bordered_repost_is_found() -> None:
    assert kind([np.fliplr(rgb) for rgb in pan(1)], pan(1)) is CopyKind.SAME_PICTURE
    assert kind([np.pad(rgb, ((60, 60), (0, 0), (0, 0))) for rgb in pan(1)], pan(1)) is CopyKind.SAME_PICTURE


def test_another_video_is_not_linked() -> None:
    assert kind(pan(1), pan(2)) is None


def test_one_shared_title_card_is_possible_and_no_more() -> None:
    card = [shapes(9, 240, 320)] * FPS
    assert kind([*pan(1), *card], [*card, *pan(2)]) is CopyKind.POSSIBLE


def test_black_videos_do_not_match_each_other() -> None:
    black = [np.zeros((120, 160, 3), np.uint8)] * 8
    assert film(black).speaking == ()
    assert kind(black, black) is None


def test_a_video_that_breaks_off_gives_its_beginning() -> None:
    raw = encoded(pan(1), "matroska").getvalue()
    seen = read_film(BytesIO(raw[: len(raw) // 2]))
    assert [frame.number for frame in seen.frames] == [0, 4, 8, 12, 16, 20][: len(seen.frames)]
    assert 0 < len(seen.frames) < 6


def test_a_limit_is_said() -> None:
    seen = read_film(encoded(pan(1)), max_frames=2)
    assert len(seen.frames) == 2
    assert not seen.complete


@pytest.mark.parametrize("raw", [b"", b"no video at all", b"\0\0\0\x18ftypmp42" + bytes(64)])
def test_what_cannot_be_decoded_is_said(raw: bytes) -> None:
    with pytest.raises(UnreadableInput):
        read_film(BytesIO(raw))


def still(n_frames: int, every_s: float) -> Film:
    look = look_at(Pixels(shapes(4), (640, 480), "invented"))
    return Film(tuple(Frame(n, n * every_s, look) for n in range(n_frames)), True, "invented")


def test_two_stills_of_many_minutes_fit_in_little_memory() -> None:
    asked, filed = still(2400, ASKED_EVERY_S), still(600, 1.0)
    tracemalloc.start()
    found = recurrence(asked, filed)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found is not None and (found.offset_s, found.share, len(found.pairs)) == (0.0, 1.0, 600)
    assert most < 40e6, "a million matching pairs are bits, not objects"


def told_at(seconds: Sequence[float]) -> Film:
    look = look_at(Pixels(shapes(4), (640, 480), "invented"))
    return Film(tuple(Frame(n, at_s, look) for n, at_s in enumerate(seconds)), True, "invented")


def test_times_months_apart_take_no_memory_and_change_no_offset() -> None:
    """What a hostile file tells: one frame follows the others by 115 days."""
    asked, filed = told_at([0, 1, 2, 3, 9.9e6]), told_at([5, 6, 7, 8])
    tracemalloc.start()
    found = recurrence(asked, filed)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found is not None and (found.offset_s, len(found.pairs)) == (5.0, 4)
    assert most < 40e6


def test_the_offset_is_the_smallest_of_those_that_most_frames_agree_on_however_far_apart_they_lie() -> None:
    far = 9.9e6
    found = recurrence(told_at([0, 4, far]), told_at([1, 5, 1 + far]))
    assert found is not None and found.offset_s == 1.0
