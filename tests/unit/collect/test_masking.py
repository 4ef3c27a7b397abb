"""Faces are proposed, every box is decided by a person, what is filled is gone. The faces here are drawn."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFilter

from tawthiq.record.collect.masked import carried
from tawthiq.record.collect.masking import model
from tawthiq.record.collect.masking.boxes import Box, is_covered, merged, windows
from tawthiq.record.collect.masking.filling import fill_task, propose_task, recheck_task
from tawthiq.record.collect.masking.proposal import (
    FrameFound,
    Proposal,
    Review,
    check_review,
    fills,
    frame_from,
    latest,
    undecided,
)
from tawthiq.terms.errors import BadInput, Conflict, IntegrityBroken

NOON = datetime(2020, 1, 1, 12, tzinfo=UTC)
PICTURE = {"film": False, "begin_s": 0.0, "seconds": 1.0}
FACES = ((60, 60), (190, 110))
SMALL = 22


def face(pen: ImageDraw.ImageDraw, x: float, y: float, size: float) -> None:
    """An invented face: hair, skin, eyes, nose, mouth."""
    hair, skin = (60, 40, 30), (205, 160, 130)
    pen.ellipse((x - size * 0.75, y - size * 1.15, x + size * 0.75, y + size * 0.6), fill=hair)
    pen.ellipse((x - size * 0.62, y - size * 0.85, x + size * 0.62, y + size * 0.9), fill=skin)
    for side in (-1, 1):
        eye = x + side * size * 0.27
        pen.ellipse((eye - size * 0.14, y - size * 0.12, eye + size * 0.14, y + size * 0.03), fill=(240, 240, 240))
        pen.ellipse((eye - size * 0.07, y - size * 0.12, eye + size * 0.07, y + size * 0.03), fill=(40, 30, 25))
        pen.line((eye - size * 0.17, y - size * 0.24, eye + size * 0.17, y - size * 0.26), fill=hair, width=1)
    pen.polygon(
        [(x, y - size * 0.05), (x - size * 0.12, y + size * 0.3), (x + size * 0.12, y + size * 0.3)], (185, 140, 112)
    )
    pen.ellipse((x - size * 0.25, y + size * 0.45, x + size * 0.25, y + size * 0.6), fill=(160, 80, 80))


@cache
def drawn_faces() -> bytes:
    """Two of them on a wall, in a file that tells where it was made."""
    picture = Image.new("RGB", (256, 192), (120, 140, 120))
    pen = ImageDraw.Draw(picture)
    for x, y in FACES:
        pen.rectangle((x - 26, y + 20, x + 26, y + 66), fill=(70, 80, 120))
        face(pen, x, y, SMALL)
    put, exif = io.BytesIO(), picture.getexif()
    exif[0x010F] = "Invented maker"
    picture.filter(ImageFilter.GaussianBlur(1.2)).save(put, "JPEG", quality=92, exif=exif)
    return put.getvalue()


@cache
def proposed() -> FrameFound:
    """What the detector finds there."""
    *_, last = propose_task(io.BytesIO(drawn_faces()), PICTURE)
    return frame_from(last.words["found"])


def test_the_model_is_the_file_that_was_published_under_mit() -> None:
    data = model.checked_model(model.FILE, model.LICENCE_FILE)
    blob = hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
    assert blob == model.GIT_BLOB
    assert model.LICENCE_FILE.read_text().startswith("MIT License")


@pytest.mark.parametrize("changed", ["centerface.onnx", "centerface-LICENSE.txt"])
def test_a_model_or_licence_that_changed_is_refused(tmp_path: Path, changed: str) -> None:
    for path in (model.FILE, model.LICENCE_FILE):
        extra = b" " if path.name == changed else b""
        (tmp_path / path.name).write_bytes(path.read_bytes() + extra)
    with pytest.raises(IntegrityBroken):
        model.checked_model(tmp_path / model.FILE.name, tmp_path / model.LICENCE_FILE.name)


def test_landmarks_are_never_asked_of_the_network() -> None:
    assert "540" not in model.OUTPUTS and len(model.OUTPUTS) == 3


def test_small_faces_are_proposed() -> None:
    faces = [Box(x - 12, y - 14, x + 12, y + 16) for x, y in FACES]
    found = [box.grown(256, 192) for box in proposed().boxes]
    assert [is_covered(one, found) for one in faces] == [True, True]


def written(boxes: tuple[Box, ...]) -> bytes:
    args = {**PICTURE, "fills": {"0": [box.content() for box in boxes]}}
    (frame,) = fill_task(io.BytesIO(drawn_faces()), args)
    return frame.blob


def left(data: bytes, known: tuple[Box, ...]) -> list[object]:
    (frame,) = recheck_task(io.BytesIO(data), {**PICTURE, "fills": {"0": [box.content() for box in known]}})
    return list(frame.words["left"])


def test_nothing_is_found_again_once_every_box_is_filled_and_no_word_of_the_file_is_left() -> None:
    boxes = tuple(box.grown(256, 192) for box in proposed().boxes)
    data = written(boxes)
    shown = Image.open(io.BytesIO(data))
    assert left(data, boxes) == []
    assert not shown.getexif() and b"Invented" not in data and "xmp" not in shown.info
    inside = np.asarray(shown)[boxes[0].y0 + 4 : boxes[0].y1 - 4, boxes[0].x0 + 4 : boxes[0].x1 - 4]
    assert inside.max() <= 8, "solid: nothing of the face is left under it"


def test_a_face_left_open_is_found_again() -> None:
    some = tuple(box.grown(256, 192) for box in proposed().boxes if box.x0 < 128)
    assert left(written(some), some) != []


sides = st.integers(1, 30)
boxes = st.builds(lambda x, y, w, h: Box(x, y, x + w, y + h), st.integers(0, 40), st.integers(0, 40), sides, sides)


@given(boxes, st.lists(boxes, max_size=5))
def test_covered_is_half_of_its_pixels(box: Box, others: list[Box]) -> None:
    grid = np.zeros((80, 80), bool)
    for one in others:
        grid[one.y0 : one.y1, one.x0 : one.x1] = True
    assert is_covered(box, others) == (grid[box.y0 : box.y1, box.x0 : box.x1].mean() >= 0.5)


@given(st.lists(st.tuples(boxes, st.floats(0.05, 1)), max_size=8))
def test_merging_loses_no_place_and_keeps_the_surest(scored: list[tuple[Box, float]]) -> None:
    found = [replace(box, score=score) for box, score in scored]
    kept = merged(found)
    assert set(kept) <= set(found)
    assert all(any(box.shared(one) for one in kept) for box in found)
    assert not found or max(box.score for box in kept) == max(box.score for box in found)


@given(st.integers(1, 400), st.integers(1, 400), st.integers(20, 120))
def test_windows_cover_every_pixel(width: int, height: int, side: int) -> None:
    seen = np.zeros((height, width), bool)
    for x0, y0, x1, y1 in windows(width, height, side, side // 4):
        assert x1 - x0 <= side and y1 - y0 <= side
        seen[y0:y1, x0:x1] = True
    assert seen.all()


A, B = Box(10, 10, 30, 30, 0.9), Box(50, 10, 70, 40, 0.3)
FRAME = FrameFound(0, 0.0, 100, 80, (A, B))
FILM = Proposal("itm_x", "d", 0.0, (FRAME, FrameFound(1, 0.125, 100, 80, ())), "usr_a", NOON)


def review(frame: int, accepted: set[int], removed: set[int], *drawn: Box, minute: int = 0) -> Review:
    at = NOON + timedelta(minutes=minute)
    return Review("msk_x", frame, frozenset(accepted), frozenset(removed), drawn, "usr_a", at)


def test_a_box_that_nobody_decided_on_refuses_the_review() -> None:
    check_review(FRAME, review(0, {0}, {1}))
    with pytest.raises(Conflict):
        check_review(FRAME, review(0, {0}, set()))
    for wrong in (review(0, {0, 1}, {1}), review(0, {0, 1, 2}, set())):
        with pytest.raises(BadInput):
            check_review(FRAME, wrong)
    with pytest.raises(BadInput):
        check_review(FRAME, review(0, {0}, {1}, Box(90, 0, 120, 10)))


def test_nothing_is_filled_until_every_frame_is_reviewed_one_without_a_box_too() -> None:
    some = latest([review(0, {0, 1}, set())])
    assert undecided(FILM, some) == [1]
    with pytest.raises(Conflict):
        fills(FILM, some)
    whole = latest([*some.values(), review(1, set(), set(), Box(0, 0, 5, 5))])
    assert [len(found) for found in fills(FILM, whole).values()] == [2, 1]


def test_a_later_review_of_a_frame_stands_and_accepted_boxes_grow() -> None:
    said = latest([review(0, {0, 1}, set()), review(0, {1}, {0}, minute=1), review(1, set(), set())])
    assert fills(FILM, said)[0] == (B.grown(100, 80),)
    assert B.grown(100, 80).shared(B) == B.area


def test_a_face_missed_in_one_frame_of_a_film_is_proposed_from_its_neighbours() -> None:
    frames = [FrameFound(n, n / 8, 100, 80, (A,) if n != 1 else ()) for n in range(4)]
    assert [len(frame.boxes) for frame in carried(frames)] == [1, 1, 1, 1]
