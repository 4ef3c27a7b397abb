"""Words of HTML: what a reader of a page or entry would read; scripts, styles, hidden metadata left aside by name."""

from __future__ import annotations

from html.parser import HTMLParser

SILENT = frozenset({"script", "style", "template", "noscript"})
ACTING = frozenset({"script", "iframe", "object", "embed", "form"})
_BLOCKS = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"})


class Words(HTMLParser):
    """Gathers words and tags; nothing is rendered, nothing fetched."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.tags: set[str] = set()
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  parser's own
        self.tags.add(tag)
        self._silent += tag in SILENT
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in SILENT))

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def words_of(markup: str) -> str:
    """The words, a line for each block."""
    reader = Words()
    reader.feed(markup)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return "\n".join(line for line in lines if line)
