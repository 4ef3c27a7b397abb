"""Columns: rows of a query turned into arrays chunk by chunk, so that memory holds arrays and one chunk of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.verify.verified import Coded
from tawthiq.terms.violation import Unit, violation_type
from tawthiq.terms.when import parse_when

CHUNK_ROWS = 20_000
ID_TYPE = "S30"


class Column(Protocol):
    """Takes the values of a chunk, gives the whole column."""

    def extend(self, values: Sequence[Any]) -> None:
        """Add the values of the next rows."""

    def whole(self) -> Any:
        """The column."""


class Numbers:
    """Numbers, or ids, of one array type."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._parts: list[NDArray[Any]] = []

    def extend(self, values: Sequence[Any]) -> None:
        """Add the values of the next rows."""
        self._parts.append(np.array(values, dtype=self._kind))

    def whole(self) -> NDArray[Any]:
        """The column."""
        return np.concatenate(self._parts) if self._parts else np.array([], dtype=self._kind)


class Days:
    """Days as the database gives them (text or date), each different one read once; NaT where there is none."""

    def __init__(self) -> None:
        self._codes: dict[Any, int] = {}
        self._numbers = Numbers("int32")

    def extend(self, values: Sequence[Any]) -> None:
        """Add the values of the next rows."""
        codes = self._codes
        for value in set(values) - codes.keys():
            codes[value] = len(codes)
        self._numbers.extend([codes[value] for value in values])

    def whole(self) -> NDArray[Any]:
        """The column."""
        read = [None if value is None else str(value) for value in self._codes]
        days: NDArray[Any] = np.array(read, dtype="datetime64[D]")
        column: NDArray[Any] = days[self._numbers.whole()]
        return column


class Words:
    """Few different words."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}
        self._numbers = Numbers("int32")

    def extend(self, values: Sequence[Any]) -> None:
        """Add the values of the next rows."""
        codes = self._codes
        for word in set(values) - codes.keys():
            codes[word] = len(codes)
        self._numbers.extend([codes[word] for word in values])

    def whole(self) -> Coded:
        """The column, its words sorted, so that equal records give equal columns."""
        ordered = sorted(self._codes)
        place = np.zeros(len(ordered), dtype="int32")
        for number, word in enumerate(ordered):
            place[self._codes[word]] = number
        codes = self._numbers.whole()
        return Coded(place[codes] if len(ordered) else codes, tuple(ordered))


_MAKERS: dict[str, Callable[[], Column]] = {
    "id": lambda: Numbers(ID_TYPE),
    "int": lambda: Numbers("int32"),
    "long": lambda: Numbers("int64"),
    "day": Days,
    "word": Words,
}


class Table:
    """Named columns of a query, in the order of its SELECT."""

    def __init__(self, kinds: dict[str, str]) -> None:
        self._columns: dict[str, Column] = {name: _MAKERS[kind]() for name, kind in kinds.items()}

    def extend(self, chunks: Iterable[list[tuple[Any, ...]]]) -> None:
        """Add the rows of every chunk."""
        for rows in chunks:
            for column, values in zip(self._columns.values(), zip(*rows, strict=True), strict=True):
                column.extend(values)

    def columns(self) -> dict[str, Any]:
        """Each column whole, by name, with those that follow from them: `first_day`, `last_day`, `unit`."""
        whole = {name: column.whole() for name, column in self._columns.items()}
        first, last = days_of(whole["happened_on"])
        return {**whole, "first_day": first, "last_day": last, "unit": units_of(whole["violation"])}


def days_of(happened_on: Coded) -> tuple[NDArray[np.datetime64], NDArray[np.datetime64]]:
    """First and last day of each time, NaT where open; each different time is read once."""
    times = [parse_when(word) if word else None for word in happened_on.words]
    first = np.array([time.first if time else None for time in times], dtype="datetime64[D]")
    last = np.array([time.last if time else None for time in times], dtype="datetime64[D]")
    return first[happened_on.codes], last[happened_on.codes]


def units_of(violation: Coded) -> Coded:
    """What each row counts."""
    words = tuple(unit.value for unit in Unit)
    place = np.array([words.index(violation_type(word).unit.value) for word in violation.words], dtype="int32")
    return Coded(place[violation.codes] if len(place) else violation.codes, words)
