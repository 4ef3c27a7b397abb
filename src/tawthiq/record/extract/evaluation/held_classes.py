"""Classes: how surely a text holds an organisation responsible, as MUC-4 names them."""

from __future__ import annotations

from enum import StrEnum


class Confidence(StrEnum):
    """The classes of slot 11, from the surest."""

    FACT = "REPORTED AS FACT"
    CLAIMED = "CLAIMED OR ADMITTED"
    BY_AUTHORITIES = "SUSPECTED OR ACCUSED BY AUTHORITIES"
    ACCUSED = "SUSPECTED OR ACCUSED"
    POSSIBLE = "POSSIBLE"
