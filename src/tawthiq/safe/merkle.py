"""Merkle trees after RFC 6962: roots, inclusion proofs, consistency proofs; pure.

A tree of n leaves is known by its frontier: the roots of the full subtrees that n's binary digits name, largest
first. Appending touches the frontier only, so a leaf costs at most log2(n) hashes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence

Hash = bytes
EMPTY_ROOT: Hash = hashlib.sha256(b"").digest()


def leaf_hash(entry: bytes) -> Hash:
    """RFC 6962 2.1: SHA-256(0x00 || entry)."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: Hash, right: Hash) -> Hash:
    """RFC 6962 2.1: SHA-256(0x01 || left || right)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def grow(frontier: Sequence[Hash], size: int, leaves: Iterable[Hash]) -> tuple[list[Hash], int]:
    """The frontier and size after the leaves are appended to a tree of `size` leaves."""
    grown, count = list(frontier), size
    for leaf in leaves:
        node, carry = leaf, count
        while carry & 1:
            node = node_hash(grown.pop(), node)
            carry >>= 1
        grown.append(node)
        count += 1
    return grown, count


def root_of_frontier(frontier: Sequence[Hash]) -> Hash:
    """The root: the frontier folded from the right; SHA-256 of nothing for the empty tree."""
    if not frontier:
        return EMPTY_ROOT
    root = frontier[-1]
    for left in reversed(frontier[:-1]):
        root = node_hash(left, root)
    return root


def root_of(leaves: Sequence[Hash]) -> Hash:
    """The root over leaf hashes."""
    frontier, _ = grow((), 0, leaves)
    return root_of_frontier(frontier)


Subtree = Callable[[int, int], Hash]
"""Root of the leaves from `first` up to, not including, `last`."""


def subtree_from(leaves: Sequence[Hash]) -> Subtree:
    """A subtree reader over leaves held in memory."""
    return lambda first, last: root_of(leaves[first:last])


def inclusion_proof(index: int, size: int, subtree: Subtree) -> list[Hash]:
    """RFC 6962 2.1.1: the audit path of leaf `index` (0-based) in a tree of `size`; raises IndexError outside."""
    if not 0 <= index < size:
        raise IndexError(f"no leaf {index} in a tree of {size}")
    return _path(index, 0, size, subtree)


def _path(index: int, first: int, last: int, subtree: Subtree) -> list[Hash]:
    if last - first == 1:
        return []
    middle = first + _split(last - first)
    if index < middle:
        return [*_path(index, first, middle, subtree), subtree(middle, last)]
    return [*_path(index, middle, last, subtree), subtree(first, middle)]


def included(leaf: Hash, index: int, size: int, proof: Sequence[Hash], root: Hash) -> bool:
    """True when the proof leads from the leaf at `index` to the root of a tree of `size` (RFC 9162 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    node, position, last = leaf, index, size - 1
    for sibling in proof:
        if last == 0:
            return False
        if position & 1 or position == last:
            node = node_hash(sibling, node)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            node = node_hash(node, sibling)
        position, last = position >> 1, last >> 1
    return last == 0 and node == root


def consistency_proof(old: int, new: int, subtree: Subtree) -> list[Hash]:
    """RFC 6962 2.1.2: that the tree of `old` leaves is the beginning of the tree of `new`; empty when equal."""
    if not 0 < old <= new:
        raise IndexError(f"a tree of {old} is not the beginning of one of {new}")
    return [] if old == new else _consistency(old, 0, new, True, subtree)


def _consistency(old: int, first: int, last: int, whole: bool, subtree: Subtree) -> list[Hash]:
    size = last - first
    if old == size:
        return [] if whole else [subtree(first, last)]
    middle = _split(size)
    if old <= middle:
        return [*_consistency(old, first, first + middle, whole, subtree), subtree(first + middle, last)]
    rest = _consistency(old - middle, first + middle, last, False, subtree)
    return [*rest, subtree(first, first + middle)]


def consistent(old: int, new: int, old_root: Hash, new_root: Hash, proof: Sequence[Hash]) -> bool:
    """True when the proof shows the old tree to be the beginning of the new one (RFC 9162 2.1.4.2)."""
    if old == new:
        return not proof and old_root == new_root
    path = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not path or not 0 < old < new:
        return False
    position, last = old - 1, new - 1
    while position & 1:
        position, last = position >> 1, last >> 1
    left = right = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if position & 1 or position == last:
            left, right = node_hash(sibling, left), node_hash(sibling, right)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            right = node_hash(right, sibling)
        position, last = position >> 1, last >> 1
    return last == 0 and left == old_root and right == new_root


def _split(size: int) -> int:
    """The largest power of two below `size`."""
    return 1 << ((size - 1).bit_length() - 1)
