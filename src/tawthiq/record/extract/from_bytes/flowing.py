"""Flowing: the words of a page put together into text and blocks, each stretch with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from tawthiq.record.extract.document import Block, BlockKind, Runs
from tawthiq.record.extract.span import Span

GAP = "\n\n"
_WRAP = " \n"
"""As long as a gap, so that a place in a page does not depend on whether a line goes on."""
_STOPPED = re.compile(r"[.!?؟…:][\"'”’»)\]]*$")
_LAST_CHARS = 12


@dataclass
class Flow:
    """One row of blocks that grows. `kind`: asked what a stretch is when it ends; `n_breaks`: line breaks met since
    the last word; `space_pending`: white space met since."""

    kind: Callable[[], BlockKind]
    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    runs: Runs = field(default_factory=Runs)
    n_breaks: int = 0
    space_pending: bool = False
    length: int = 0
    _start: int = 0

    def add(self, words: str, low: int, high: int) -> None:
        """Words that stand at `low` to `high` (exclusive) of the source."""
        if self.n_breaks and self.length > self._start:
            self._go_on(words)
        if self.length == self._start and self.blocks:
            self._append(GAP)
            self._start = self.length
        elif self.space_pending and self.length > self._start:
            self.runs.add(self.length, 1, low - 1, low)
            self._append(" ")
        self.space_pending, self.n_breaks = False, 0
        self.runs.add(self.length, len(words), low, high)
        self._append(words)

    def end_block(self) -> None:
        """Close the stretch read so far."""
        self.n_breaks = 0
        if self.length > self._start:
            self.blocks.append(Block(self.kind(), Span(self._start, self.length)))
            self._start = self.length
        self.space_pending = False

    def behind(self, other: Flow) -> None:
        """Put the blocks of another flow behind those of this one."""
        if self.parts and other.parts:
            self._append(GAP)
        at = self.length
        self.parts += other.parts
        self.length += other.length
        self.runs.behind(other.runs, at)
        self.blocks += [Block(one.kind, Span(one.span.start + at, one.span.end + at)) for one in other.blocks]

    def _append(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def _go_on(self, words: str) -> None:
        """Behind one `<br>` a small letter goes on with the sentence; anything else begins a block of its own."""
        if not words[0].islower() or _STOPPED.search(self.parts[-1][-_LAST_CHARS:]):
            self.end_block()
            return
        self._append(_WRAP)
        self.space_pending = False
