"""Document: one language of a release, all that any export may print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from tawthiq.report.publish.grid import Grid
from tawthiq.report.publish.table import Table
from tawthiq.report.publish.words import RIGHT_TO_LEFT


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence of the country section. `tables`: numbers of the tables that hold its numerators.

    `about`: what its paragraph is about; sentences that share it stand in one.
    """

    text: str
    tables: tuple[int, ...]
    about: str = ""

    @property
    def marks(self) -> str:
        """The numbers of its tables as printed behind it."""
        return " ".join(f"[{n}]" for n in self.tables)


@dataclass(frozen=True, slots=True)
class Document:
    """`frozen_at` (UTC) is the only time in any file; `about`: lines on who, when, under which rules.

    `kind`: verified_release, or estimates, which hold no table of figures.
    """

    release_id: str
    language: str
    title: str
    frozen_at: datetime
    about: tuple[str, ...]
    findings: tuple[Finding, ...]
    tables: tuple[Table, ...]
    grids: tuple[Grid, ...] = ()
    kind: str = "verified_release"

    @property
    def paragraphs(self) -> tuple[tuple[Finding, ...], ...]:
        """The sentences by paragraph."""
        return tuple(tuple(told) for _, told in groupby(self.findings, key=lambda one: one.about))

    @property
    def direction(self) -> str:
        """ltr or rtl."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"
