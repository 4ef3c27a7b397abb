"""The sentence in code: collect, compare, extract, link, verify; count, estimate, publish."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tawthiq.record.collect import models as collect_models
from tawthiq.record.compare import models as compare_models
from tawthiq.record.extract import models as extract_models
from tawthiq.record.link.models import read as link_read

STORES: tuple[Callable[[], Iterator[tuple[int, str, str]]], ...] = (
    collect_models.recorded,
    compare_models.recorded,
    extract_models.recorded,
    link_read.recorded,
)
"""Every store that the audit compares with the ledger."""
