"""Gold: texts with the statements that people read in them, and the format in which they are kept.

First line `# name: ...; language: en; kind: news; published: 2021-03-03; set: dev`. Then the text, a blank line between
paragraphs, lines of one paragraph joined by a space. A line beginning with `^` annotates the line above it: its whole
words without marks at either end, or, in square brackets first, some of its words. Fields: `k` kind, `v` violations,
`p` parties, `pb` basis of the party, `s` last source of the chain, `q` quantities (count>=12, age:14-17, percent~<20,
money<=400 USD/month, count?), `t` time of the act, `pl` places, `f` factuality; several values stand apart by `|`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import StatementKind
from tawthiq.terms.errors import BadInput, MissingField
from tawthiq.terms.quantity import Comparator
from tawthiq.terms.when import When, parse_when

_FIELDS = frozenset(("k", "v", "p", "pb", "s", "q", "t", "pl", "f"))
_QUANTITY = re.compile(
    r"(?P<kind>[a-z]+)(?:(?P<vague>\?|\*)|(?P<cmp>>=|<=|~<|[><=~:])(?P<low>[\d./]+)(?:-(?P<high>[\d.]+))?)"
    r"(?: (?P<unit>[A-Z]{3})(?:/(?P<per>[a-z]+))?)?"
)
_MARKS = " \t.,;:!?\"'“”«»()[]،؛؟–—-…"

Amount = tuple[str, str, Fraction | None, Fraction | None]
"""kind, comparator, low, high of one quantity."""


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """What people read. `source`: words of the last mouth, "document" or "unnamed"; None where not annotated."""

    span: Span
    kind: StatementKind
    violations: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    party_basis: str = "stated"
    source: str = "document"
    quantities: tuple[Amount, ...] = ()
    act_periods: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    factuality: Factuality = Factuality.ASSERTED


@dataclass(frozen=True, slots=True)
class GoldText:
    """One text with its gold. `part`: its set: dev, seen, sealed of those who wrote the rules; of people who never read
    the rules: open (its errors may be read), held (they never are)."""

    name: str
    language: str
    kind: str
    published_on: When | None
    part: str
    text: str
    statements: tuple[GoldStatement, ...]


def parse_gold(source: str, where: str) -> GoldText:
    """Read one file of the format; raises BadInput or MissingField with file and line."""
    lines = source.splitlines()
    head = _head(lines[0] if lines else "", where)
    parts: list[str] = []
    found: list[GoldStatement] = []
    length, above = 0, Span(0, 0)
    for number, line in enumerate(lines[1:], start=2):
        if line.startswith("^"):
            found.append(_statement(line[1:], "".join(parts), above, f"{where}, line {number}"))
            continue
        if not line.strip():
            parts += [] if not parts or parts[-1].endswith("\n\n") else ["\n\n"]
        else:
            parts += [] if not parts or parts[-1].endswith("\n\n") else [" "]
            parts.append(line.strip())
            length = sum(map(len, parts))
            above = Span(length - len(line.strip()), length)
    told = head.get("published", "")
    return GoldText(
        head["name"],
        head["language"],
        head["kind"],
        parse_when(told, where=where) if told else None,
        head.get("set", "dev"),
        "".join(parts).rstrip(),
        tuple(found),
    )


def _head(line: str, where: str) -> dict[str, str]:
    pairs = [part.split(":", 1) for part in line.lstrip("# ").split(";") if ":" in part]
    head = {key.strip(): value.strip() for key, value in pairs}
    for field in ("name", "language", "kind"):
        if field not in head:
            raise MissingField(f"the first line has no {field!r}", where=where, do="add it")
    return head


def _statement(line: str, text: str, above: Span, where: str) -> GoldStatement:
    words = line.strip()
    span = _without_marks(text, above)
    if words.startswith("["):
        quote, _, words = words[1:].partition("]")
        at = text.find(quote, above.start)
        if at < 0 or at + len(quote) > above.end:
            raise BadInput("the words in brackets are not in the line above", where=where, do="copy them exactly")
        span = Span(at, at + len(quote))
    fields = dict(_pairs(words, where))
    return GoldStatement(
        span,
        StatementKind(fields.get("k", StatementKind.VIOLATION_CLAIM.value)),
        _values(fields.get("v", "")),
        _values(fields.get("p", "")),
        fields.get("pb", "stated"),
        fields.get("s", "document"),
        tuple(parse_amount(part, where) for part in _values(fields.get("q", ""))),
        _dates(fields.get("t", ""), where),
        _values(fields.get("pl", "")),
        Factuality(fields.get("f", Factuality.ASSERTED.value)),
    )


def _dates(cell: str, where: str) -> tuple[str, ...]:
    """The dates of the cell as they stand; BadInput or ImpossibleDate where one is none."""
    dates = _values(cell)
    for one in dates:
        parse_when(one, where=where)
    return dates


def _pairs(words: str, where: str) -> Iterator[tuple[str, str]]:
    for part in words.split(";"):
        key, equals, value = part.strip().partition("=")
        if not part.strip():
            continue
        if not equals or key.strip() not in _FIELDS:
            raise BadInput(f"{key.strip()!r} is no field of the gold format", where=where, do="see gold.py")
        yield key.strip(), value.strip()


def _values(cell: str) -> tuple[str, ...]:
    return tuple(value.strip() for value in cell.split("|") if value.strip())


def parse_amount(written: str, where: str) -> Amount:
    """A quantity as the format writes it; raises BadInput."""
    match = _QUANTITY.fullmatch(written.strip())
    if match is None:
        raise BadInput(f"{written!r} is no quantity of the gold format", where=where, do="write count>=12")
    if match["vague"]:
        unread = Comparator.VAGUE if match["vague"] == "*" else Comparator.UNKNOWN
        return match["kind"], unread.value, None, None
    high = Fraction(match["high"]) if match["high"] else None
    comparator = Comparator.RANGE.value if match["cmp"] == ":" else match["cmp"]
    return match["kind"], comparator, Fraction(match["low"]), high


def _without_marks(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip(_MARKS)), span.end - len(words) + len(words.rstrip(_MARKS)))


def n_statements(texts: Sequence[GoldText]) -> int:
    """How many statements the texts hold together."""
    return sum(len(text.statements) for text in texts)
