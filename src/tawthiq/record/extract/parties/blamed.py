"""Blamed: whether somebody is held responsible by name."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of


def blames_some(page: Page, first: int, last: int) -> bool:
    """ "The mayor attributes it to the Front", "is the work of the Guard": whom somebody holds responsible is told."""
    blamed = page.hits_in(first, last, "by_party")
    return any(mentions_of(page, hit.last, last) for hit in blamed if hit.code == "by")
