"""Columns: arithmetic on columns of few different words, as numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.verify.verified import Coded

Codes: TypeAlias = NDArray[np.int64]
Mask: TypeAlias = NDArray[np.bool_]


def coded(texts: Iterable[str]) -> Coded:
    """Number texts in order of first sight."""
    index: dict[str, int] = {}
    codes = [index.setdefault(text, len(index)) for text in texts]
    return Coded(np.array(codes, np.int32), tuple(index))


def coded_by(keys: Codes, name: Callable[[int], str]) -> Coded:
    """A column of texts that each follow from a number: `name` is asked once per distinct number."""
    distinct, place = np.unique(keys, return_inverse=True)
    names = coded(name(int(key)) for key in distinct)
    return Coded(names.codes[place], names.words)


def renamed(column: Coded, name: Callable[[str], str]) -> Coded:
    """The column with every word named anew; words that become equal melt."""
    return coded_by(column.codes.astype(np.int64), lambda code: name(column.words[code]))


def paired(left: Coded, right: Coded, name: Callable[[str, str], str]) -> Coded:
    """A column whose word follows from the words of two others."""
    n_right = max(len(right.words), 1)
    keys = left.codes.astype(np.int64) * n_right + right.codes
    return coded_by(keys, lambda key: name(left.words[key // n_right], right.words[key % n_right]))


def numbered(ids: NDArray[np.bytes_]) -> tuple[Codes, int]:
    """A whole number for each id, equal for equal ids, and how many there are; 0 is the empty id."""
    index: dict[bytes, int] = {b"": 0}
    numbers = [index.setdefault(raw, len(index)) for raw in ids.tolist()]
    return np.array(numbers, np.int64), len(index)
