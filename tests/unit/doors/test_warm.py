"""Whoever asks first waits for nothing that could have been read before."""

from __future__ import annotations

import gc

from tawthiq.doors.warm import warm
from tawthiq.terms.registry import load_gazetteer, load_parties


def test_a_warm_server_has_read_its_words_and_never_looks_through_them_again() -> None:
    load_gazetteer.cache_clear()
    try:
        warm()
        assert load_gazetteer.cache_info().currsize == load_parties.cache_info().currsize == 1
        assert gc.get_freeze_count() > 100_000
    finally:
        gc.unfreeze()
