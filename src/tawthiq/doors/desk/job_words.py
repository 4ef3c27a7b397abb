"""Job words: how the desk spells kinds, states and results of jobs."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

JOB_WORDS: Mapping[str, Mapping[str, Promise]] = MappingProxyType(
    {
        "job_kind": {
            "flow": _("All that waits in the flow"),
            "take": _("A folder taken in"),
            "estimate": _("An estimate"),
            "extract": _("Texts read for statements"),
            "export": _("Verified rows as a file"),
            "scrub": _("Bytes hashed again"),
            "mask": _("Faces looked for"),
        },
        "job_state": {
            "waiting": _("Waiting"),
            "running": _("Running"),
            "done": _("Done"),
            "failed": _("Failed"),
            "cancelled": _("Stopped"),
        },
        "job_result": {
            "made": _("Made"),
            "estimate": _("Estimate"),
            "mask": _("Mask"),
            "frames": _("Frames"),
            "boxes": _("Boxes"),
            "nothing": _("Nothing to do"),
            "refused": _("Refused"),
        },
    }
)
"""Set of codes -> code -> words."""
