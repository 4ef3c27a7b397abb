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
            "statements": _("Statements"),
            "file": _("File, in the folder “exports” of the home"),
            "rows": _("Rows"),
            "items": _("Items"),
            "findings": _("Findings"),
            "parts": _("Parts"),
            "ok": _("Every kept file is as it was kept"),
            "began_at": _("Began"),
            "n_done": _("Files looked at"),
            "finished_at": _("Finished"),
            "faults": _("Files that are not as they were kept"),
        },
        "job_fault": {
            "missing": _("is missing"),
            "changed": _("was changed"),
            "extra": _("belongs to no item"),
        },
    }
)
"""Set of codes -> code -> words."""
