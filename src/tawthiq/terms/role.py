"""Role: what a child did with a party, with whether that is combat."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.terms import vocabulary
from tawthiq.terms.truth import Truth, any_of, known


def is_combat(role: str, *, where: str = "") -> Truth:
    """Whether a role of vocabulary `role` is combat; UNKNOWN for `unknown`; raises UnknownCode."""
    combat = vocabulary.load("role").term(role, where=where).more.get("combat")
    return Truth.UNKNOWN if combat is None else known(combat)


def in_combat(roles: Sequence[str]) -> Truth:
    """Whether any role is combat; no role told is UNKNOWN, not NO."""
    return any_of(map(is_combat, roles)) if roles else Truth.UNKNOWN


def armed_or_combat(armed: Truth, roles: Sequence[str]) -> Truth:
    """Whether the child was armed or used in combat, as reports print it in one figure.

    YES when armed or in any combat role; NO when unarmed and every told role is support; else UNKNOWN. The words to
    print beside the figure stand in vocabulary `definition`.
    """
    return any_of((armed, in_combat(roles)))
