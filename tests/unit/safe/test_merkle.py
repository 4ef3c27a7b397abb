"""Promises of the Merkle tree: the published vectors, proofs that hold, proofs that a changed byte breaks."""

import hashlib

from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.safe import merkle

LEAVES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
"""The roots over the first 1 to 8 leaves, as the certificate-transparency reference tests publish them."""

sizes = st.integers(1, 70)


def hashes(n_leaves: int) -> list[bytes]:
    return [merkle.leaf_hash(str(number).encode()) for number in range(n_leaves)]


def test_the_roots_are_those_of_the_published_vectors() -> None:
    leaves = [merkle.leaf_hash(entry) for entry in LEAVES]
    assert [merkle.root_of(leaves[:size]).hex() for size in range(1, 9)] == list(ROOTS)
    assert merkle.root_of([]) == hashlib.sha256(b"").digest()


@given(sizes, st.data())
def test_every_leaf_proves_that_it_is_in_the_tree(size: int, data: st.DataObject) -> None:
    leaves = hashes(size)
    index = data.draw(st.integers(0, size - 1))
    proof = merkle.inclusion_proof(index, size, merkle.subtree_from(leaves))
    assert merkle.included(leaves[index], index, size, proof, merkle.root_of(leaves))
    assert len(proof) <= (size - 1).bit_length()


@given(sizes, st.data())
def test_a_proof_with_one_bit_changed_proves_nothing(size: int, data: st.DataObject) -> None:
    leaves = hashes(size + 1)
    index = data.draw(st.integers(0, size))
    proof = merkle.inclusion_proof(index, size + 1, merkle.subtree_from(leaves))
    place, bit = data.draw(st.integers(0, len(proof) - 1)), data.draw(st.integers(0, 255))
    broken = bytearray(proof[place])
    broken[bit // 8] ^= 1 << bit % 8
    changed = [*proof[:place], bytes(broken), *proof[place + 1 :]]
    assert not merkle.included(leaves[index], index, size + 1, changed, merkle.root_of(leaves))


@given(sizes, st.data())
def test_a_leaf_is_not_proved_at_another_place(size: int, data: st.DataObject) -> None:
    leaves = hashes(size + 1)
    index = data.draw(st.integers(0, size))
    other = data.draw(st.integers(0, size).filter(lambda place: place != index))
    proof = merkle.inclusion_proof(index, size + 1, merkle.subtree_from(leaves))
    assert not merkle.included(leaves[index], other, size + 1, proof, merkle.root_of(leaves))


@given(sizes, st.data())
def test_an_older_tree_proves_to_be_the_beginning_of_the_newer(size: int, data: st.DataObject) -> None:
    leaves = hashes(size)
    old = data.draw(st.integers(1, size))
    proof = merkle.consistency_proof(old, size, merkle.subtree_from(leaves))
    roots = merkle.root_of(leaves[:old]), merkle.root_of(leaves)
    assert merkle.consistent(old, size, *roots, proof)


@given(sizes, st.data())
def test_a_rewritten_past_is_not_consistent(size: int, data: st.DataObject) -> None:
    leaves = hashes(size + 1)
    old = data.draw(st.integers(1, size))
    rewritten = [merkle.leaf_hash(b"another past"), *leaves[1:]]
    proof = merkle.consistency_proof(old, size + 1, merkle.subtree_from(rewritten))
    assert not merkle.consistent(old, size + 1, merkle.root_of(leaves[:old]), merkle.root_of(rewritten), proof)


@settings(max_examples=50)
@given(st.lists(st.integers(1, 9), max_size=8))
def test_growing_in_batches_gives_the_tree_of_growing_at_once(batches: list[int]) -> None:
    leaves = hashes(sum(batches))
    frontier: list[bytes] = []
    size = 0
    for batch in batches:
        frontier, size = merkle.grow(frontier, size, leaves[size : size + batch])
    assert merkle.root_of_frontier(frontier) == merkle.root_of(leaves)
