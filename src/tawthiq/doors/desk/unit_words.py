"""Words for units: what a number of a text or of a check counts, in the plural, as it stands alone."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

UNIT_WORDS: Mapping[str, Promise] = MappingProxyType(
    {
        "child": _("children"),
        "person": _("persons"),
        "case": _("cases"),
        "incident": _("incidents"),
        "year": _("years of age"),
        "boy": _("boys"),
        "girl": _("girls"),
        "violation": _("violations"),
        "school": _("schools"),
        "hospital": _("hospitals"),
        "family": _("families"),
        "place": _("places"),
        "report": _("reports"),
        "thing": _("things"),
    }
)
"""Code of a unit -> its words. A number in front of it asks for a form of its own: `units.py`."""
