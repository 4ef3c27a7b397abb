"""HTML pages: words of the page for comparing; scripts, styles, hidden metadata are listed, not run."""

from __future__ import annotations

from tawthiq.record.collect.declared_encoding import decode_page
from tawthiq.record.collect.importer import Account, Inspected
from tawthiq.record.collect.item import ItemKind, ItemState
from tawthiq.record.collect.words_of_html import ACTING, SILENT, Words
from tawthiq.terms.errors import UnreadableInput


class HtmlImporter:
    """Reads a saved page."""

    name = "html"
    version = 2
    kinds = frozenset({ItemKind.HTML})

    def inspect(self, data: bytes) -> Inspected:
        """Decode, then gather the words; the page is never rendered."""
        try:
            words = Words()
            words.feed(decode_page(data))
            words.close()
        except UnreadableInput as finding:
            return Inspected(ItemState.UNDECODABLE, findings=(finding,))
        text = " ".join(part.strip() for part in words.parts if part.strip())
        state = ItemState.READABLE if text else ItemState.NO_TEXT
        return Inspected(state, text, _account(words.tags))


def _account(tags: set[str]) -> Account:
    """Tags whose words were used, left aside, or that could act on a reader."""
    aside = tags & {*SILENT, "meta", "link"}
    return Account(
        handled=tuple(sorted(tags - aside - ACTING)),
        ignored=tuple(sorted(aside - ACTING)),
        signalled=tuple(sorted(tags & ACTING)),
    )
