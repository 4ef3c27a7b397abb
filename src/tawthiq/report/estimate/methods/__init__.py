"""The methods on offer, by name; an outside method needs only to be handed to `estimate_all`."""

from __future__ import annotations

from types import MappingProxyType

from tawthiq.report.estimate.latent.sampler import Plan
from tawthiq.report.estimate.method import Method, Registry
from tawthiq.report.estimate.methods.chao import Chao
from tawthiq.report.estimate.methods.dga import Dga
from tawthiq.report.estimate.methods.lcm import LatentClasses
from tawthiq.report.estimate.methods.loglinear import LogLinear, Rule
from tawthiq.report.estimate.methods.two_lists import TwoLists, chapman, lincoln_petersen

_METHODS: tuple[Method, ...] = (
    LatentClasses(),
    LatentClasses(Plan(neutral=True), name="lcm-neutral"),
    Dga(),
    LogLinear(),
    LogLinear(rule=Rule.BIC, name="loglinear-bic"),
    LogLinear(rule=Rule.AVERAGE, name="loglinear-average"),
    Chao(),
    TwoLists("lincoln-petersen", lincoln_petersen),
    TwoLists("chapman", chapman),
)

METHODS: Registry = MappingProxyType({method.name: method for method in _METHODS})


def family_of(method: str) -> str:
    """The family of a method by its name; one that is not on offer here is a family of its own."""
    return METHODS[method].family if method in METHODS else method
