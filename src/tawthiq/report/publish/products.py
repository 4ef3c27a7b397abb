"""Products: which figures each kind of report asks for; all of them are printed from one frozen release."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from tawthiq.report.count.spec import Spec, parse_spec
from tawthiq.report.publish.release import LISTED, TREND
from tawthiq.terms.errors import UnknownCode


class Product(StrEnum):
    """COUNTRY: country section of an annual report. NOTE: the tables of a horizontal note. ANNEX: parties beside what

    was laid to them. CROSS: party x violation x sex, age band x sex, admin-1 x violation.
    """

    COUNTRY = "country"
    NOTE = "note"
    ANNEX = "annex"
    CROSS = "cross"


CHILDREN = "recruitment_use,killing_maiming,sexual_violence,abduction"
INCIDENTS = "attack_school_hospital,denial_access"

_COUNTRY = (
    ("", "act", "heading"),
    (CHILDREN, "child", "sex"),
    ("recruitment_use", "", "sex"),
    ("recruitment_use", "", "party"),
    ("recruitment_use", "", "age_band"),
    ("recruitment_use", "", "under_15"),
    ("recruitment_use", "", "armed_or_combat"),
    ("recruitment_use", "", "admin1"),
    ("killing_maiming", "", "sex"),
    ("killing_maiming", "", "violation"),
    ("killing_maiming", "", "party"),
    ("killing_maiming", "", "admin1"),
    ("sexual_violence", "", "sex"),
    ("sexual_violence", "", "party"),
    ("abduction", "", "sex"),
    ("abduction", "", "party"),
    ("attack_school_hospital", "", "violation"),
    ("attack_school_hospital", "", "party"),
    ("attack_school_hospital", "", "admin1"),
    ("denial_access", "", "party"),
    ("deprivation_liberty", "", "sex"),
    ("military_use", "", "party"),
)
_NOTE = (
    (CHILDREN, "child", "violation"),
    (CHILDREN, "child", "sex"),
    (INCIDENTS, "incident", "violation"),
    (CHILDREN, "child", "party"),
    (INCIDENTS, "incident", "party"),
    (CHILDREN, "child", "admin1"),
    (INCIDENTS, "incident", "admin1"),
    (CHILDREN, "child", "party,heading"),
    (CHILDREN, "child", "admin1,heading"),
    (CHILDREN, "act", "sex"),
    ("deprivation_liberty", "", "sex"),
    ("military_use", "", ""),
)
"""Twelve of the fourteen indicators of a horizontal note; late ones stand beside each table. The two of what is not
verified (children, incidents) never stand in a release: `tawthiq figure unverified` prints them apart."""

_ANNEX = (("", "act", "party,heading"),)
_CROSS = (
    (CHILDREN, "child", "party,heading,sex"),
    (CHILDREN, "child", "age_band,sex"),
    (CHILDREN, "child", "admin1,heading"),
)
PRINTED_BESIDE: dict[Product, tuple[str, ...]] = {Product.ANNEX: (TREND, LISTED)}
"""What stands beside the tables of a product, where it is more than a trend."""

ASKED: dict[Product, tuple[tuple[str, str, str], ...]] = {
    Product.COUNTRY: _COUNTRY,
    Product.NOTE: _NOTE,
    Product.ANNEX: _ANNEX,
    Product.CROSS: _CROSS,
}
"""The tables of each product in the order in which they are printed: (violation, unit, by)."""


def standard_specs(situation: str, period: str, products: Iterable[Product] = (Product.COUNTRY,)) -> tuple[Spec, ...]:
    """The figures of the products, each asked once; those that come to nothing are left out when it is built."""
    asked = dict.fromkeys(one for product in products for one in ASKED[product])
    return tuple(
        parse_spec(situation=situation, period=period, violation=violation, unit=unit, by=by)
        for violation, unit, by in asked
    )


def product(name: str) -> Product:
    """The product of a name; raises UnknownCode."""
    try:
        return Product(name)
    except ValueError as reason:
        known = ", ".join(Product)
        raise UnknownCode(f"{name!r} is no product", where="product", do=f"use one of: {known}") from reason


def beside_of(products: Iterable[Product]) -> tuple[str, ...]:
    """What is printed beside the tables of these products."""
    return tuple(dict.fromkeys(name for one in products for name in PRINTED_BESIDE.get(one, (TREND,))))
