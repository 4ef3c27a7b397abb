"""HTML pages: words of the page for comparing; scripts, styles, hidden metadata are listed, not run."""

from __future__ import annotations

from html.parser import HTMLParser

from tawthiq.record.collect.importer import Account, Inspected
from tawthiq.record.collect.importers.text import decode
from tawthiq.record.collect.item import ItemKind, ItemState
from tawthiq.terms.errors import UnreadableInput

_SILENT = frozenset({"script", "style", "template", "noscript"})
_SIGNALLED = frozenset({"script", "iframe", "object", "embed", "form"})


class HtmlImporter:
    """Reads a saved page."""

    name = "html"
    version = 1
    kinds = frozenset({ItemKind.HTML})

    def inspect(self, data: bytes) -> Inspected:
        """Decode, then gather the words; the page is never rendered."""
        try:
            words = _Words()
            words.feed(decode(data))
            words.close()
        except UnreadableInput as finding:
            return Inspected(ItemState.UNDECODABLE, findings=(finding,))
        text = " ".join(words.parts)
        state = ItemState.READABLE if text else ItemState.NO_TEXT
        return Inspected(state, text, words.account())


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._tags: set[str] = set()
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # parser's signature
        self._tags.add(tag)
        self._silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT))

    def handle_data(self, data: str) -> None:
        if not self._silent and data.strip():
            self.parts.append(data.strip())

    def account(self) -> Account:
        """Tags whose words were used, left aside, or that could act on a reader."""
        aside = self._tags & {*_SILENT, "meta", "link"}
        return Account(
            handled=tuple(sorted(self._tags - aside - _SIGNALLED)),
            ignored=tuple(sorted(aside - _SIGNALLED)),
            signalled=tuple(sorted(self._tags & _SIGNALLED)),
        )
