"""The hash index finds every hash near a query, keeps what it was given, and survives a crash."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.record.compare import hamming_index, index_files
from tawthiq.record.compare.hamming_faiss import FaissIndex
from tawthiq.record.compare.hamming_index import BruteIndex, HammingIndex, Match, as_words
from tawthiq.record.compare.hamming_segment import MAX_ROWS, seal, within_rows, within_segment
from tawthiq.record.compare.pdq import distance_bits
from tawthiq.terms.errors import BadInput, IntegrityBroken


def some_hashes(count: int, seed: int = 0) -> list[bytes]:
    raw = np.random.default_rng(seed).integers(0, 256, (count, 32), dtype=np.uint8)
    return [one.tobytes() for one in raw]


def flipped(one: bytes, bits: list[int]) -> bytes:
    number = int.from_bytes(one)
    for bit in bits:
        number ^= 1 << bit
    return number.to_bytes(32)


def near(one: bytes, count: int, seed: int) -> bytes:
    return flipped(one, np.random.default_rng(seed).choice(256, count, replace=False).tolist())


BASE = some_hashes(3000)
CROWDED = [near(BASE[0], seed % 60, seed) for seed in range(1000)]
SEALED = seal(as_words([*BASE, *CROWDED]))
HASHES = [*BASE, *CROWDED]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(HASHES) - 1), st.sets(st.integers(0, 255), max_size=64), st.integers(0, 80))
def test_tables_find_exactly_what_looking_at_each_row_finds(row: int, bits: set[int], radius: int) -> None:
    query = as_words([flipped(HASHES[row], sorted(bits))])[0]
    by_table = {tuple(one) for one in within_segment(SEALED, query, radius).tolist()}
    by_row = {tuple(one) for one in within_rows(SEALED.words, query, radius).tolist()}
    assert by_table == by_row
    if len(bits) <= radius:
        assert (row, len(bits)) in by_table


def test_bits_spread_over_all_chunks_are_still_found() -> None:
    """31 flips as evenly as they go: one chunk is left with a single one."""
    bits = [16 * chunk + place for chunk in range(16) for place in (3, 9)][:31]
    found = within_segment(SEALED, as_words([flipped(BASE[7], bits)])[0], 31)
    assert [7, 31] in found.tolist()


def test_a_row_is_found_once_even_when_every_table_leads_to_it() -> None:
    found = within_segment(SEALED, as_words([BASE[5]])[0], 31)
    assert found.tolist() == [[5, 0]]


def test_a_crowd_of_copies_is_found_whole() -> None:
    many = seal(as_words([BASE[0]] * 5000))
    assert len(within_segment(many, as_words([BASE[0]])[0], 31)) == 5000


def test_the_radius_is_inclusive() -> None:
    index = BruteIndex([BASE[0], near(BASE[0], 31, 1), near(BASE[0], 32, 2)])
    assert index.within(BASE[0]) == (Match(0, 0), Match(31, 1))


def test_brute_distances_are_plain_distances() -> None:
    index = BruteIndex(CROWDED)
    for distance, row in index.within(BASE[0], 256):
        assert distance == distance_bits(BASE[0], CROWDED[row])


def test_faiss_gives_the_same_matches(tmp_path: Path) -> None:
    own, peer = BruteIndex(HASHES), FaissIndex(HASHES)
    for seed in range(20):
        query = near(HASHES[seed * 150], seed * 2, seed)
        assert own.within(query) == peer.within(query)


def test_more_rows_than_a_segment_numbers_are_refused() -> None:
    with pytest.raises(BadInput):
        seal(np.zeros((MAX_ROWS + 1, 4), np.uint64))


def test_rows_beyond_sixteen_bits_keep_their_number() -> None:
    words = np.random.default_rng(3).integers(0, 2**64, (140_000, 4), dtype=np.uint64)
    segment = seal(words)
    for row in (65_535, 65_536, 131_073, 139_999):
        assert within_segment(segment, words[row], 31).tolist() == [[row, 0]]


def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seal after 100 rows and fill a segment at 300, so that a few hundred hashes go through every turn."""
    monkeypatch.setattr(hamming_index, "BRUTE_BELOW", 100)
    monkeypatch.setattr(hamming_index, "MAX_ROWS", 300)


def test_an_index_that_grew_in_steps_equals_one_filled_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small(monkeypatch)
    index = HammingIndex(tmp_path)
    steps = [1, 40, 70, 5, 200, 130, 2, 333, 99, 20]
    first = 0
    for step in steps:
        assert index.add(HASHES[first : first + step]) == range(first, first + step)
        first += step
    brute, again = BruteIndex(HASHES[:first]), HammingIndex(tmp_path)
    assert len(again) == len(index) == first
    for seed in range(30):
        query = near(HASHES[seed * 25], seed, seed)
        assert index.within(query) == again.within(query) == brute.within(query)


def test_full_segments_are_not_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small(monkeypatch)
    index = HammingIndex(tmp_path)
    index.add(HASHES[:300])
    before = {path.name for path in tmp_path.glob("*.npy")}
    index.add(HASHES[300:450])
    index.add(HASHES[450:600])
    assert before <= {path.name for path in tmp_path.glob("*.npy")}


def test_another_process_sees_what_was_filed(tmp_path: Path) -> None:
    writer, reader = HammingIndex(tmp_path), HammingIndex(tmp_path)
    writer.add(BASE[:3])
    reader.refresh()
    assert reader.within(BASE[2]) == (Match(0, 2),)


def test_two_writers_do_not_lose_each_others_rows(tmp_path: Path) -> None:
    one, other = HammingIndex(tmp_path), HammingIndex(tmp_path)
    assert one.add(BASE[:2]) == range(2)
    assert other.add(BASE[2:3]) == range(2, 3)
    assert len(HammingIndex(tmp_path)) == 3


def add_and_die(folder: Path, hashes: list[bytes], steps: int) -> bool:
    """Add in a child process that is gone after so many calls to the disk; True when it lived to the end."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] == 0
    left = iter(range(steps))

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        return lambda *args, **kwargs: real(*args, **kwargs) if next(left, None) is not None else os._exit(9)

    steps_on_disk: tuple[tuple[object, str], ...] = ((os, "fsync"), (os, "open"), (Path, "replace"), (Path, "unlink"))
    for owner, name in steps_on_disk:
        setattr(owner, name, counted(getattr(owner, name)))
    HammingIndex(folder).add(hashes)
    os._exit(0)


def test_a_crash_at_any_step_leaves_all_of_the_old_or_all_of_the_new(tmp_path: Path) -> None:
    outcomes = []
    for steps in range(10):
        folder = tmp_path / str(steps)
        HammingIndex(folder).add(BASE[:50])
        lived = add_and_die(folder, BASE[50:150], steps)
        index_files.check(folder)
        after = HammingIndex(folder)
        assert after.within(BASE[3]) == (Match(0, 3),)
        outcomes.append((lived, len(after)))
        after.add(BASE[:1])
        assert {path.suffix for path in folder.iterdir()} == {"", ".json", ".npy"}
    assert {n for lived, n in outcomes if not lived} == {50, 150}
    assert outcomes[-1] == (True, 150)


@pytest.mark.parametrize("harm", ["cut", "gone", "manifest"])
def test_a_broken_file_is_said_when_the_index_opens(tmp_path: Path, harm: str) -> None:
    HammingIndex(tmp_path).add(BASE[:10])
    array = next(tmp_path.glob("*.npy"))
    if harm == "cut":
        array.write_bytes(array.read_bytes()[:-1])
    elif harm == "gone":
        array.unlink()
    else:
        (tmp_path / "manifest.json").write_text("{")
    with pytest.raises(IntegrityBroken):
        HammingIndex(tmp_path)


def test_a_changed_byte_is_found_by_the_check(tmp_path: Path) -> None:
    HammingIndex(tmp_path).add(BASE[:10])
    array = next(tmp_path.glob("*.npy"))
    raw = bytearray(array.read_bytes())
    raw[-1] ^= 1
    array.write_bytes(raw)
    with pytest.raises(IntegrityBroken):
        index_files.check(tmp_path)


def test_a_hash_of_another_length_is_refused() -> None:
    with pytest.raises(BadInput):
        BruteIndex([b"\0" * 31])
