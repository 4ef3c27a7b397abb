"""Feeds: entries of RSS 0.9 to 2.0 or Atom, as saved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO
from xml.etree.ElementTree import Element

from tawthiq.record.collect.item import ItemKind, PartRole
from tawthiq.record.collect.moment import Moment, from_iso, from_mail
from tawthiq.record.collect.opener import Asked, Found
from tawthiq.record.collect.part import Authors, Part, Problem, Tally, utf8
from tawthiq.record.collect.words_of_html import words_of
from tawthiq.record.collect.xml_source import MAX_XML_BYTES, read_xml
from tawthiq.terms.errors import BadInput, ImpossibleDate, MissingField, UnreadableInput
from tawthiq.terms.identity import Json

_FEED = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*+(?>(?><!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*+)?>)\s*+)*+"
    rb"<(?:rss|feed|rdf:RDF)\b",
    re.DOTALL | re.IGNORECASE,
)
"""Atomic throughout: a failed match is given up, not tried in every other way."""
_HANDLED = frozenset({"title", "link", "description", "summary", "content", "encoded", "guid", "id", "pubdate",
                      "published", "updated", "date", "author", "creator", "enclosure"})  # fmt: skip
_IGNORED = frozenset({"category", "comments", "source", "rights", "contributor", "subject", "thumbnail",
                      "commentrss", "post-id", "copyright", "credit", "keywords"})  # fmt: skip


class Feed:
    """RSS or Atom as saved; no address in it is fetched."""

    name = "feed"
    version = 2
    kinds = frozenset({ItemKind.EXPORT})
    media_type = "application/rss+xml"

    def recognises(self, head: bytes, _name: str) -> bool:
        """By the root element."""
        return bool(_FEED.match(head))

    def parts(self, source: BinaryIO, _asked: Asked) -> Iterator[Found]:
        """Each entry is a post; the feed's title is the publisher."""
        root = read_xml(source.read(MAX_XML_BYTES + 1))
        tally = Tally(_HANDLED, _IGNORED)
        publisher = _publisher(root)
        authors = Authors()
        entries = [element for element in root.iter() if _name(element) in ("item", "entry")]
        if not entries:
            raise UnreadableInput("the feed holds no entry", do="save it again; it is kept as it is")
        for number, entry in enumerate(entries, start=1):
            try:
                yield _entry(entry, number, publisher, authors, tally)
            except BadInput as error:
                yield Problem(number, error.where or "entry", error)
        yield tally.account()


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2].casefold()


def _publisher(root: Element) -> str:
    heads = [root, *(child for child in root if _name(child) == "channel")]
    titles = [_text(child) for head in heads for child in head if _name(child) == "title"]
    return titles[0][:200] if titles else ""


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _entry(entry: Element, number: int, publisher: str, authors: Authors, tally: Tally) -> Part:
    found: dict[str, list[Element]] = {}
    for child in entry:
        found.setdefault(_name(child), []).append(child)
    tally.look(found)
    body = next((found[name][0] for name in ("encoded", "content", "description", "summary") if name in found), None)
    words = [_text(found["title"][0])] if "title" in found else []
    words += [_words(body)] if body is not None else []
    if not any(word.strip() for word in words):
        raise MissingField("the entry has neither title nor text", where="description", do="look at the feed")
    writer = next((found[name][0] for name in ("creator", "author") if name in found), None)
    common: dict[str, Any] = {"posted_at": _when(found), "publisher": publisher, "source_url": _link(found)}
    enclosed: list[Json] = [one.get("url", "")[:2000] for one in found.get("enclosure", [])]
    enclosed += [one.get("href", "")[:2000] for one in found.get("link", []) if one.get("rel") == "enclosure"]
    context: dict[str, Json] = {"enclosures": enclosed} if enclosed else {}
    return Part(f"entry-{number}", PartRole.POST, utf8("\n\n".join(filter(None, words))),
                name=f"entry-{number}.txt", author=authors.code(_text(writer) if writer is not None else ""),
                context=context, **common)  # fmt: skip


def _words(body: Element) -> str:
    """Text with markup written inside it, or XHTML as elements."""
    inner = "".join(body.itertext())
    return words_of(inner)


def _link(found: dict[str, list[Element]]) -> str:
    for link in found.get("link", []):
        if link.get("rel", "alternate") == "alternate" and (link.get("href") or link.text):
            return (link.get("href") or link.text or "").strip()[:2000]
    return ""


def _when(found: dict[str, list[Element]]) -> Moment | None:
    for name in ("pubdate", "published", "date", "updated"):
        if name in found and (text := _text(found[name][0])):
            try:
                return _read_time(text, (from_mail, from_iso) if name == "pubdate" else (from_iso, from_mail))
            except BadInput as error:
                error.where = name
                raise
    return None


def _read_time(text: str, ways: tuple[Callable[[str], Moment], Callable[[str], Moment]]) -> Moment:
    """As the form says, else as the other form says, which many feeds write; neither can be taken for the other."""
    try:
        return ways[0](text)
    except ImpossibleDate:
        return ways[1](text)
