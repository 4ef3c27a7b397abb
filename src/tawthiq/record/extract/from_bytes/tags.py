"""Tags: what the elements of a page are to its reader: headline, caption, list item, furniture, nothing at all."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tawthiq.record.extract.document import BlockKind

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADLINE),
    "title": BlockKind.FURNITURE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "li": BlockKind.LIST_ITEM,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_CELL,
    **dict.fromkeys(("nav", "footer", "aside"), BlockKind.FURNITURE),
    **dict.fromkeys(("button", "label", "legend", "option", "select", "textarea"), BlockKind.FURNITURE),
}
_PLAIN_BLOCKS = frozenset(
    {
        *("p", "div", "section", "article", "main", "header", "blockquote", "pre", "ul", "ol", "dl", "dd", "dt"),
        *("table", "tr", "thead", "tbody", "tfoot", "figure", "body", "br", "hr", "form", "fieldset", "address"),
        *("center", "details", "summary", "dialog", "hgroup", "menu"),
    }
)
_CLASSES = (
    (re.compile(r"credit|source|copyright", re.I), BlockKind.CREDIT),
    (re.compile(r"caption", re.I), BlockKind.CAPTION),
    (re.compile(r"byline|author", re.I), BlockKind.BYLINE),
    (re.compile(r"standfirst|subtitle|lede|lead\b|chapo", re.I), BlockKind.STANDFIRST),
)
DROPPED = frozenset(("script", "style", "head"))
VOID = frozenset(("br", "hr", "img", "input", "meta", "link", "source", "wbr", "col", "area", "base", "embed"))
OF_HEAD = frozenset(("base", "link", "meta", "noscript", "script", "style", "template", "title"))
"""What may stand in the head of a page: anything else ends it, whether or not it was closed."""
_ENDED = {
    "li": frozenset(("li",)),
    "p": _PLAIN_BLOCKS - {"body", "br"} | {"h1", "h2", "h3", "h4", "h5", "h6"},
    **dict.fromkeys(("dt", "dd"), frozenset(("dt", "dd"))),
    **dict.fromkeys(("td", "th"), frozenset(("td", "th", "tr", "tbody", "tfoot"))),
    "tr": frozenset(("tr", "tbody", "tfoot")),
    "option": frozenset(("option", "optgroup")),
}
HOLDS = frozenset(("table", "ul", "ol", "dl", "select", "div", "section", "article", "main", "figure", "blockquote"))
"""What holds others: nothing in it ends what stands around it."""
HANDED_DOWN = frozenset((BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.LIST_ITEM))
"""What a paragraph inside is too: the `<p>` in a `<figcaption>` is the caption."""
STAND_ALONE = frozenset(("article", "section", "main", "body", "table"))
"""What stands in these is of its own kind, whatever they stand in."""


def kind_of(tag: str, attributes: Mapping[str, str | None]) -> BlockKind | None:
    """What an element makes of the words in it; None for one inside a line."""
    named = attributes.get("class") or ""
    for pattern, kind in _CLASSES:
        if named and pattern.search(named) and (tag in _PLAIN_BLOCKS or tag in ("span", "small", "cite", "em")):
            return kind
    return _KINDS.get(tag, BlockKind.PARAGRAPH if tag in _PLAIN_BLOCKS else None)


def ends_before(opened: str, tag: str) -> bool:
    """True when an element that is open, and that nobody need close, ends where the other begins."""
    return tag in _ENDED.get(opened, ())
