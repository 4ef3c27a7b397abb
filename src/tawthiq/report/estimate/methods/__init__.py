"""The methods on offer, by name; an outside method needs only to be handed to `estimate_all`."""

from __future__ import annotations

from types import MappingProxyType

from tawthiq.report.estimate.method import Method, Registry
from tawthiq.report.estimate.methods.chao import Chao
from tawthiq.report.estimate.methods.two_lists import TwoLists, chapman, lincoln_petersen

_METHODS: tuple[Method, ...] = (
    Chao(),
    TwoLists("lincoln-petersen", lincoln_petersen),
    TwoLists("chapman", chapman),
)

METHODS: Registry = MappingProxyType({method.name: method for method in _METHODS})
