"""Borrowed words: sentences of Django and allauth that a person meets here and that their own Arabic lacks."""

from __future__ import annotations

from django.utils.translation import ngettext_lazy

SENTENCES = (
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
    ),
)
"""In the very words of those who say them."""
