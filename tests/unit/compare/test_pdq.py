"""Our PDQ is the PDQ that others compute, bit for bit.

pdqhash comes as source only, so its answers are kept here (`pdqhash_vectors.json`); `benchmarks/compare_pdq.py` runs it
beside ours where it is installed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.record.compare.pdq import MIN_QUALITY, Pdq, Turn, distance_bits, from_hex, pdq, turns
from tawthiq.terms.errors import BadInput
from unit.compare.drawn import gallery, shapes

GALLERY = gallery()
TOLD = json.loads((Path(__file__).parent / "pdqhash_vectors.json").read_text())


def told(vector: Mapping[str, object]) -> Pdq:
    return Pdq(bytes.fromhex(str(vector["bits"])), int(str(vector["quality"])))


@pytest.mark.parametrize("number", range(len(GALLERY)))
def test_bits_and_quality_are_those_of_pdqhash(number: int) -> None:
    assert pdq(GALLERY[number]) == told(TOLD["gallery"][number])


@pytest.mark.parametrize("number", [n for n, one in enumerate(GALLERY) if one.shape[:2] != (64, 64)])
def test_turned_hashes_are_those_of_pdqhash(number: int) -> None:
    assert [one.bits.hex() for one in turns(GALLERY[number]).values()] == TOLD["gallery"][number]["turns"]


@pytest.mark.parametrize("one", TOLD["random"], ids=lambda one: f"{one['rows']}x{one['columns']}")
def test_any_size_is_bit_identical(one: dict[str, int]) -> None:
    rgb = np.random.default_rng(one["seed"]).integers(0, 256, (one["rows"], one["columns"], 3), dtype=np.uint8)
    assert pdq(rgb) == told(one)


@pytest.mark.parametrize(
    ("turn", "quarter_turns", "mirrored"),
    [
        (Turn.ROTATE_90, 1, False),
        (Turn.ROTATE_180, 2, False),
        (Turn.ROTATE_270, 3, False),
        (Turn.FLIP_X, 2, True),
        (Turn.FLIP_Y, 0, True),
    ],
)
def test_a_turned_picture_is_known_by_its_turned_hash(turn: Turn, quarter_turns: int, mirrored: bool) -> None:
    rgb = shapes(3, 512, 512)
    pixels = np.rot90(rgb[:, ::-1] if mirrored else rgb, quarter_turns)
    assert distance_bits(turns(rgb)[turn].bits, pdq(np.ascontiguousarray(pixels)).bits) <= 31
    assert distance_bits(pdq(rgb).bits, pdq(np.ascontiguousarray(pixels)).bits) > 60


def test_a_hash_has_64_digits_even_when_it_begins_with_zeros() -> None:
    assert Pdq(bytes(31) + b"\x01", 100).hex == "0" * 63 + "1"
    assert from_hex("1", 80) == Pdq(bytes(31) + b"\x01", 80)


@pytest.mark.parametrize("digits", ["f" * 65, "xyz", "0x12"])
def test_what_is_no_hash_is_refused(digits: str) -> None:
    with pytest.raises(BadInput):
        from_hex(digits, 100)


def test_a_flat_picture_does_not_speak() -> None:
    flat = pdq(np.full((100, 100, 3), 90, np.uint8))
    assert flat.quality == 0
    assert not flat.speaks
    assert pdq(shapes(1)).quality >= MIN_QUALITY


def test_pixels_of_another_form_are_refused() -> None:
    with pytest.raises(BadInput):
        pdq(np.zeros((10, 10), np.uint8))
    with pytest.raises(BadInput):
        pdq(np.zeros((10, 10, 3), np.float32))


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
def test_distance_counts_differing_bits(one: bytes, other: bytes) -> None:
    differing = np.unpackbits(np.frombuffer(one, np.uint8) ^ np.frombuffer(other, np.uint8)).sum()
    assert distance_bits(one, other) == differing == distance_bits(other, one)
