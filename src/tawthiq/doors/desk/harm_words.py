"""Harm words: how the desk spells warnings, steps of opening, seals."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

HARM_WORDS: Mapping[str, Mapping[str, Promise]] = {
    "caution_tag": {
        "child_visible": _("A child is visible"),
        "recognisable": _("People can be recognised"),
        "dead_or_injured": _("Dead or injured people"),
        "torture": _("Torture or ill-treatment"),
        "sexual": _("Sexual violence"),
        "distressing_sound": _("Distressing sound"),
    },
    "sensitivity": {
        "unknown": _("Nobody has said what it shows: treat it as sensitive"),
        "sensitive": _("Sensitive"),
        "mild": _("Mild: somebody looked, and it bears no harm"),
    },
    "view_step": {
        "grey": _("Show it small and grey"),
        "full": _("Show it whole, in colour"),
        "sound": _("Let the sound be heard"),
    },
    "seal_state": {
        "open": _("Not sealed"),
        "held": _("Closed by one person; another has to confirm it"),
        "sealed": _("Sealed by two persons"),
        "opening": _("Sealed; one person asks to open it, another has to confirm that"),
    },
    "seal_act": {
        "ask_seal": _("Seal it now"),
        "confirm_seal": _("Confirm the seal"),
        "decline_seal": _("Decline the seal: it opens again"),
        "ask_open": _("Ask to open it"),
        "confirm_open": _("Confirm that it opens"),
        "decline_open": _("Decline: it stays sealed"),
    },
    "stands": {
        "together": _("They go back to one root"),
        "apart": _("A person holds them apart"),
        "asked": _("A person decides"),
    },
    "verdict": {
        "confirm": _("Confirmed as copies"),
        "reject": _("Rejected"),
        "split": _("Split in two"),
    },
}
"""Set of codes -> code -> words."""
