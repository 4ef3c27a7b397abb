"""Copies of a picture are found through what reposting does to it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zlib import crc32

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tawthiq.record.compare.copy import Copy, CopyKind
from tawthiq.record.compare.picture import Look, judge_pictures, look_at
from tawthiq.record.compare.pixels import read_pixels
from tawthiq.record.compare.trim import inside_borders
from tawthiq.terms.errors import UnreadableInput
from unit.compare.drawn import Rgb, clouds, saved, shapes
from unit.compare.made import item


def look(rgb: Rgb, form: str = "PNG", **options: object) -> Look:
    return look_at(read_pixels(saved(rgb, form, **options)))


def compared(one: Rgb, other: Rgb, form: str = "PNG", **options: object) -> Copy | None:
    return judge_pictures(item("asked"), look(other, form, **options), item("filed"), look(one))


def bordered(rgb: Rgb, colour: int, top: int, side: int) -> Rgb:
    return np.pad(rgb, ((top, top), (side, side), (0, 0)), constant_values=colour)


def captioned(rgb: Rgb) -> Rgb:
    image = Image.fromarray(np.pad(rgb, ((70, 0), (0, 0), (0, 0)), constant_values=255))
    ImageDraw.Draw(image).text((20, 20), "An invented caption over the picture", fill="black", font_size=24)
    return np.asarray(image)


def test_a_recompressed_copy_is_the_same_picture() -> None:
    found = compared(shapes(1), shapes(1), form="JPEG", quality=30)
    assert found is not None
    assert found.kind is CopyKind.SAME_PICTURE
    assert found.value <= 31


@pytest.mark.parametrize(
    "changed", [bordered(shapes(2), 0, 40, 0), bordered(shapes(2), 255, 50, 60), captioned(shapes(2))]
)
def test_borders_and_captions_do_not_hide_a_copy(changed: Rgb) -> None:
    found = compared(shapes(2), changed)
    assert found is not None
    assert found.kind is CopyKind.SAME_PICTURE
    assert dict(found.evidence.facts)["asked_part"] == "inner"


@pytest.mark.parametrize("turn", [np.fliplr, np.flipud, np.rot90, lambda one: np.rot90(one, 3)])
def test_mirrored_and_turned_copies_are_found_and_say_so(turn: Callable[[Rgb], Rgb]) -> None:
    found = compared(shapes(3), np.ascontiguousarray(turn(shapes(3))))
    assert found is not None
    assert found.kind is CopyKind.SAME_PICTURE
    assert dict(found.evidence.facts)["turn"] != "none"


def test_other_pictures_are_not_linked() -> None:
    looks = [look(shapes(n)) for n in range(12)]
    pairs = [(a, b) for a in range(12) for b in range(a)]
    assert not any(judge_pictures(item(a), looks[a], item(b), looks[b]) for a, b in pairs)


def test_flat_pictures_are_never_linked() -> None:
    assert compared(np.full((90, 90, 3), 10, np.uint8), np.full((90, 90, 3), 10, np.uint8)) is None
    assert look(np.full((90, 90, 3), 10, np.uint8)).upright == ()


@pytest.mark.parametrize("tag", range(1, 9))
def test_pictures_stand_upright_whatever_their_tag(tag: int) -> None:
    lying = {2: np.fliplr, 3: lambda p: np.rot90(p, 2), 4: np.flipud, 5: lambda p: np.rot90(np.fliplr(p), 1)}
    lying |= {6: lambda p: np.rot90(p, 1), 7: lambda p: np.rot90(np.fliplr(p), 3), 8: lambda p: np.rot90(p, 3)}
    plain = clouds(5)
    exif = Image.Exif()
    exif[0x0112] = tag
    stored = np.ascontiguousarray(lying.get(tag, lambda p: p)(plain))
    read = read_pixels(saved(stored, "PNG", exif=exif))
    assert np.array_equal(read.rgb, plain)
    assert read.full_size == (plain.shape[1], plain.shape[0])
    assert f"orientation {tag}" in read.recipe


def test_the_recipe_says_how_a_large_picture_was_shrunk() -> None:
    read = read_pixels(saved(clouds(6, 900, 1600)))
    assert max(read.rgb.shape) == 512
    assert read.full_size == (1600, 900)
    assert "drafted 800x450" in read.recipe
    assert "bilinear to 512x288" in read.recipe


def test_transparent_pixels_lie_on_white_and_16_bits_are_scaled() -> None:
    clear = Image.new("RGBA", (20, 20), (200, 0, 0, 0))
    deep = Image.fromarray(np.full((20, 20), 0x8000, np.uint16))
    for image, expected in ((clear, 255), (deep, 128)):
        put = BytesIO()
        image.save(put, "PNG")
        put.seek(0)
        assert (read_pixels(put).rgb == expected).all()


@pytest.mark.parametrize("bytes_", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_what_cannot_be_decoded_is_said(bytes_: bytes) -> None:
    with pytest.raises(UnreadableInput):
        read_pixels(BytesIO(bytes_))


def test_a_truncated_picture_is_said() -> None:
    whole = saved(shapes(1)).getvalue()
    with pytest.raises(UnreadableInput):
        read_pixels(BytesIO(whole[: len(whole) // 2]))


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_header_that_claims_too_much_is_refused_before_decoding() -> None:
    head = b"IHDR" + (10_500).to_bytes(4) + (10_000).to_bytes(4) + bytes([1, 0, 0, 0, 0])
    claims = b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4) + head + crc32(head).to_bytes(4) + b"\0\0\0\0IDAT" + bytes(4)
    with pytest.raises(UnreadableInput, match="claims 10500 x 10000"):
        read_pixels(BytesIO(claims))


def test_a_picture_without_borders_is_not_trimmed() -> None:
    assert inside_borders(shapes(4)) is None


def test_a_flat_picture_is_not_trimmed_to_nothing() -> None:
    assert inside_borders(np.full((50, 50, 3), 255, np.uint8)) is None


def test_a_border_is_trimmed_to_the_pixel() -> None:
    box = inside_borders(bordered(shapes(4), 0, 30, 20))
    assert box is not None
    assert abs(box.top - 30) <= 1
    assert abs(box.left - 20) <= 1
    assert box.cut(bordered(shapes(4), 0, 30, 20)).shape == shapes(4).shape
