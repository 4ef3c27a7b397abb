"""What may be seen, what warns before it, what is sealed: the rules, without a record. All material is drawn here."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from functools import cache

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tawthiq.record.collect.caution import Caution, Sensitivity, Tag, standing, warned
from tawthiq.record.collect.drawn import TILE_PX, draw_task, tile_of
from tawthiq.record.collect.filmed import film_task
from tawthiq.record.collect.pixels import Rgb
from tawthiq.record.collect.rendition import Form
from tawthiq.record.collect.sandbox.wire import Frame
from tawthiq.record.collect.sealing import UNSEALED, SealAct, SealState, SealStep, moved, seal_of
from tawthiq.record.collect.view import break_is_due
from tawthiq.terms.errors import BadInput, Conflict, SecondSignature, UnreadableInput

NOON = datetime(2020, 1, 1, 12, tzinfo=UTC)
SHARPEST = 60.0
"""Variance of the Laplacian that no tile may pass; noise and chessboards, the worst there is, stay below it."""


def said(item: str, sensitivity: Sensitivity, *tags: Tag, minute: int = 0) -> Caution:
    return Caution(item, sensitivity, frozenset(tags), "usr_a", NOON + timedelta(minutes=minute))


@given(st.lists(st.tuples(st.sampled_from(SealAct), st.sampled_from(["usr_a"])), max_size=12))
def test_one_person_alone_neither_seals_for_good_nor_opens(acts: list[tuple[SealAct, str]]) -> None:
    steps = [SealStep("itm_x", act, actor, NOON) for act, actor in acts]
    assert seal_of(steps).state in (SealState.OPEN, SealState.HELD)
    sealed = [
        SealStep("itm_x", SealAct.ASK_SEAL, "usr_b", NOON),
        SealStep("itm_x", SealAct.CONFIRM_SEAL, "usr_c", NOON),
    ]
    assert seal_of([*sealed, *steps]).closed


@given(st.lists(st.tuples(st.sampled_from(SealAct), st.sampled_from(["usr_a", "usr_b"])), max_size=12))
def test_whoever_asked_does_not_answer(acts: list[tuple[SealAct, str]]) -> None:
    seal = UNSEALED
    for act, actor in acts:
        try:
            after = moved(seal, act, actor)
        except (Conflict, SecondSignature):
            continue
        assert not (act.value.startswith(("confirm", "decline")) and actor == seal.asked_by)
        seal = after


def test_what_one_person_closes_is_closed_at_once() -> None:
    assert moved(UNSEALED, SealAct.ASK_SEAL, "usr_a").closed


def test_what_nobody_has_looked_at_is_not_mild() -> None:
    assert warned("itm_a", {}).sensitivity is Sensitivity.UNKNOWN


def test_a_copy_inherits_every_tag_and_is_mild_only_where_all_say_so() -> None:
    copies = {"itm_b": said("itm_b", Sensitivity.MILD), "itm_c": said("itm_c", Sensitivity.SENSITIVE, Tag.TORTURE)}
    found = warned("itm_a", copies)
    assert (found.sensitivity, found.tags, found.inherited) == (Sensitivity.SENSITIVE, frozenset({Tag.TORTURE}), True)
    assert warned("itm_a", {"itm_b": copies["itm_b"]}).sensitivity is Sensitivity.MILD


def test_what_is_said_of_the_item_itself_wins_and_the_latest_word_stands() -> None:
    words = [said("itm_a", Sensitivity.SENSITIVE, Tag.SEXUAL), said("itm_a", Sensitivity.MILD, minute=1)]
    found = warned("itm_a", standing([*words, said("itm_b", Sensitivity.SENSITIVE, Tag.TORTURE)]))
    assert (found.sensitivity, found.tags, found.inherited) == (Sensitivity.MILD, frozenset(), False)


def test_nothing_that_bears_harm_is_called_mild() -> None:
    with pytest.raises(BadInput):
        said("itm_a", Sensitivity.MILD, Tag.DEAD_OR_INJURED)


def test_a_pause_is_asked_for_after_so_many_and_never_where_it_is_off() -> None:
    assert [break_is_due(n, 10, 5) for n in (14, 15, 16)] == [False, True, True]
    assert not break_is_due(10_000, 0, 0)


def sharpness(tile: Image.Image) -> float:
    """Variance of the Laplacian."""
    grey = np.asarray(tile, np.float64)
    beside = np.roll(grey, 1, 0) + np.roll(grey, -1, 0) + np.roll(grey, 1, 1) + np.roll(grey, -1, 1)
    return float((beside - 4 * grey)[1:-1, 1:-1].var())


def worst_pictures() -> list[Rgb]:
    """Noise, boards of every size of field, one hard edge, letters of light on dark."""
    rng = np.random.default_rng(3)
    rows, columns = np.mgrid[:480, :480]
    boards = [((rows // side + columns // side) % 2 * 255).astype(np.uint8) for side in (1, 5, 10, 20, 30, 60, 120)]
    edge = np.where(columns < 240, 0, 255).astype(np.uint8)
    grey = [
        *boards,
        edge,
        rng.integers(0, 256, (480, 480), np.uint8),
        (rng.random((480, 480)) > 0.5).astype(np.uint8) * 255,
    ]
    return [np.repeat(one[:, :, None], 3, axis=2) for one in grey]


def test_no_tile_is_sharp_whatever_it_is_made_of() -> None:
    tiles = [tile_of(rgb) for rgb in worst_pictures()]
    assert max(max(tile.size) for tile in tiles) <= TILE_PX
    assert max(sharpness(tile) for tile in tiles) < SHARPEST
    small = Image.fromarray(worst_pictures()[4]).convert("L").resize((48, 48))
    assert sharpness(small) > SHARPEST, "the bar would not notice a tile that nobody blurred"


def with_exif() -> bytes:
    """A drawn picture that says where it was taken."""
    picture, put = Image.fromarray(worst_pictures()[6]), io.BytesIO()
    exif = picture.getexif()
    exif[0x010F] = "Invented maker"
    exif.get_ifd(0x8825)[1] = "N"
    picture.save(put, "JPEG", exif=exif, comment=b"invented comment")
    return put.getvalue()


@pytest.mark.parametrize("form", [Form.TILE, Form.GREY, Form.FULL])
def test_a_rendition_of_a_picture_holds_pixels_and_nothing_else(form: Form) -> None:
    (frame,) = draw_task(io.BytesIO(with_exif()), {"form": form.value})
    shown = Image.open(io.BytesIO(frame.blob))
    assert not shown.getexif() and not {"exif", "comment", "xmp", "icc_profile"} & set(shown.info)
    assert b"Invented maker" not in frame.blob


@cache
def film(seconds: int = 2, fps: int = 8) -> bytes:
    """A drawn film with a tone that grows, and a title that tells who made it."""
    put = io.BytesIO()
    with av.open(put, "w", format="mp4") as out:
        out.metadata["title"] = "invented title"
        pictures, sounds = out.add_stream("mpeg4", rate=fps), out.add_stream("aac", rate=8000)
        pictures.width, pictures.height, pictures.pix_fmt = 96, 64, "yuv420p"
        pictures.time_base = Fraction(1, fps)
        wave = (np.sin(np.arange(8000 * seconds) / 3) * np.linspace(0, 20000, 8000 * seconds)).astype(np.int16)
        for n in range(seconds * fps):
            board = ((np.mgrid[:64, :96].sum(axis=0) + 4 * n) // 16 % 2 * 200).astype(np.uint8)
            rgb = np.repeat(board[:, :, None], 3, axis=2)
            rgb[..., 0] //= 2
            out.mux(pictures.encode(av.VideoFrame.from_ndarray(np.ascontiguousarray(rgb), format="rgb24")))
        for at in range(0, len(wave) - 1024, 1024):
            part = av.AudioFrame.from_ndarray(wave[None, at : at + 1024].copy(), format="s16", layout="mono")
            part.rate, part.pts = 8000, at
            out.mux(sounds.encode(part))
        for stream in (pictures, sounds):
            out.mux(stream.encode(None))
    return put.getvalue()


def shown(form: Form, part: int = 0) -> Frame:
    *_, last = film_task(io.BytesIO(film()), {"form": form.value, "part": part})
    return last


def streams(data: bytes) -> set[str]:
    with av.open(io.BytesIO(data)) as container:
        return {stream.type for stream in container.streams}


def test_a_film_is_shown_grey_and_without_its_sound() -> None:
    frame = shown(Form.FILM_GREY)
    assert streams(frame.blob) == {"video"}
    with av.open(io.BytesIO(frame.blob), "r") as container:
        first = next(container.decode(video=0)).to_ndarray(format="rgb24").astype(int)
    assert np.ptp(first, axis=2).max() <= 6, "grey has no colour"


def test_the_whole_film_keeps_its_sound_and_loses_its_title() -> None:
    frame = shown(Form.FILM_FULL)
    assert streams(frame.blob) == {"video", "audio"}
    assert streams(shown(Form.SOUND).blob) == {"audio"}
    assert b"invented title" not in frame.blob


def test_the_tile_of_a_film_is_a_blurred_frame_and_its_sound_is_drawn() -> None:
    tile, wave = (Image.open(io.BytesIO(shown(form).blob)) for form in (Form.TILE, Form.WAVE))
    assert max(tile.size) <= TILE_PX and tile.mode == "L"
    dark = np.asarray(wave) < 128
    assert dark[:, -40:].sum() > 3 * dark[:, :40].sum(), "it grows louder"


def test_a_minute_that_the_film_has_not_is_refused() -> None:
    with pytest.raises(UnreadableInput):
        shown(Form.FILM_GREY, part=1)
