"""Event words: how the desk spells the acts that the ledger holds."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EVENT_WORDS: Mapping[str, Promise] = MappingProxyType(
    {
        "item.add": _("Bytes kept, under their hash"),
        "item.received": _("Receipt noted: how they reached us"),
        "item.extracted": _("Item read for statements"),
        "item.part_extracted": _("Part of a long item read for statements"),
        "item.proposed": _("Model asked about an item"),
        "item.reveal": _("Item seen without blur"),
        "item.derive": _("Rendition made"),
        "item.derived": _("Rendition made"),
        "item.caution": _("Warning set"),
        "item.seal": _("Step of a seal"),
        "item.viewed_grey": _("Viewed small and grey"),
        "item.viewed_full": _("Viewed whole"),
        "item.heard": _("Sound heard"),
        "mask.write": _("Mask written"),
        "mask.proposed": _("Faces looked for"),
        "mask.reviewed": _("Frame of a mask reviewed"),
        "statement.extract": _("Statement extracted"),
        "statement.written": _("Statement added by a person"),
        "statement.decide": _("Statement decided"),
        "case.write": _("Case written"),
        "case.import": _("Case imported"),
        "case.supported": _("Support recorded"),
        "copy.judge": _("Copy judged"),
        "account.manage": _("Account or body set up"),
        "case.assessed": _("Assessment signed"),
        "figure.built": _("Figure built"),
        "release.proposed": _("Release proposed"),
        "release.built": _("Release built"),
        "item.compared": _("Item compared with others"),
        "estimate.make": _("Estimate made"),
        "identity.seal": _("Identity sealed"),
        "identity.reveal": _("Identity opened"),
        "identity.shred": _("Identity destroyed"),
        "row.quarantined": _("Row put aside"),
        "evidence.export": _("Evidence handed over"),
        "part.read": _("Statement extracted"),
        "row.read": _("Row read"),
        "item.looked_at": _("Picture looked at by the machine"),
        "item.opened": _("Item taken apart"),
        "copy.found": _("Copy found"),
        "release.restated": _("Restatement opened"),
        "assess": _("Assessment signed"),
        "figure.build": _("Figure built"),
        "release.propose": _("Release proposed"),
        "release.build": _("Release built"),
        "job.run": _("Job run"),
        "ledger.sign": _("Head of the log signed"),
        "ledger.rotate": _("Log handed over to a new key"),
    }
)
"""Action of a ledger line -> words."""
