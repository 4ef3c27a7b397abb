"""Error patterns: sentences of errors with a value in them, so that the catalogue holds them translated."""

from __future__ import annotations

from django.utils.translation import gettext_noop

PATTERNS: tuple[str, ...] = (
    gettext_noop("two to {n} estimates stand side by side"),
    gettext_noop("none of your roles opens {action}"),
    gettext_noop("{action} needs a reason for {thing}"),
    gettext_noop("{action} needs a reason"),
    gettext_noop("{n} characters are more than {most}"),
    gettext_noop("{n} bytes are more than {most}"),
    gettext_noop("published on {day}, after the day it was collected ({collected_on})"),
    gettext_noop("{n} faces may be left unmasked"),
    gettext_noop("{n} of {all} frames are not reviewed"),
    gettext_noop("{act} does not follow {state}"),
    gettext_noop("{kind} has no step {step}"),
    gettext_noop("{type} is counted in incidents"),
    gettext_noop("{heading} lists no party"),
    gettext_noop("{heading} lists parties since {year}"),
    gettext_noop("{policy} is no policy here"),
    gettext_noop("{policy} refuses verified: {reason}"),
    gettext_noop("the next step under {policy} is {next}, not {stage}"),
    gettext_noop("{types} are not all counted with unit {unit}: the units never mix"),
    gettext_noop("{text} is no {kind}"),
    gettext_noop("{text} is no violation"),
    gettext_noop("{n} combinations are too many to audit together"),
    gettext_noop("the lists hold fewer than {n} children: an interval would tell them"),
    gettext_noop("{text} is no form of export"),
    gettext_noop("{text} is no product"),
    gettext_noop("a label has 1 to {n} characters"),
    gettext_noop("{text} is no language here"),
    gettext_noop("use {choices}"),
    gettext_noop("the disk refused: {reason}"),
    gettext_noop("{text} is not an age we can read"),
)
"""Each as the code that raises it spells it, with a place for the value; a test asks for their Arabic."""
