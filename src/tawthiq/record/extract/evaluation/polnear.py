"""PolNeAR: cue, source, content of attributions in news, scored when its folder is given (it is never shipped)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.attributions import attributions_of
from tawthiq.record.extract.clauses import Clause, clauses_of
from tawthiq.record.extract.evaluation.score import Tally
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.reading import document_of_text
from tawthiq.record.extract.span import Span
from tawthiq.terms.errors import NotFound

_RIGHT_IOU = 0.5
_TEXT_BOUND = re.compile(r"^(T\d+)\t(Source|Cue|Content) ([\d ;]+)\t", re.M)
_EVENT = re.compile(r"^E\d+\t(.*)$", re.M)


@dataclass(frozen=True, slots=True)
class Triple:
    """One attribution; None where there is no source."""

    cue: Span
    source: Span | None
    content: Span | None


def read_folder(folder: Path, part: str) -> Iterator[tuple[str, list[Triple]]]:
    """(text, gold) of every article of a part (train, dev, test); raises NotFound when the folder is another."""
    texts = sorted((folder / "data" / part / "text").glob("*.txt"))
    if not texts:
        raise NotFound("no PolNeAR texts there", where=f"data/{part}/text", do="give the folder of the repository")
    marks = folder / "data" / part / "attributions"
    for path in texts:
        files = sorted(marks.glob(f"{path.stem}*.ann"))
        if files:
            yield path.read_text("utf-8"), list(_outer(parse_marks(files[0].read_text("utf-8"))))


def parse_marks(marks: str) -> list[Triple]:
    """The triples of one file of marks (brat standoff); a part in pieces is taken from its first to its last letter."""
    spans = {match[1]: _span(match[3]) for match in _TEXT_BOUND.finditer(marks)}
    found: list[Triple] = []
    for event in _EVENT.finditer(marks):
        roles: dict[str, str] = {}
        for part in event[1].split():
            role, _, name = part.partition(":")
            roles.setdefault(role.rstrip("0123456789"), name)
        if roles.get("Cue") in spans:
            source, content = spans.get(roles.get("Source", "")), spans.get(roles.get("Content", ""))
            found.append(Triple(spans[roles["Cue"]], source, content))
    return found


def _span(written: str) -> Span:
    numbers = [int(number) for number in re.findall(r"\d+", written)]
    return Span(min(numbers), max(numbers))


def _outer(triples: Sequence[Triple]) -> Iterable[Triple]:
    """The guidelines forbid nesting: of attributions inside another's content only the outer one counts."""
    for one in triples:
        inside = any(other is not one and other.content and other.content.holds(one.cue) for other in triples)
        if not inside:
            yield one


def find(rules: Rules, text: str) -> list[Triple]:
    """What the rules read as attributions with a cue, outer ones only."""
    page = rules.page(document_of_text("itm_polnear", text, None, "en"))
    found: list[Triple] = []
    for number, sentence in enumerate(page.sentences):
        clauses = clauses_of(page, number, sentence)
        for item in attributions_of(page, clauses, attitudes=True):
            if item.code in ("say", "prep", "unnamed", "attitude") and item.clauses:
                found.append(_triple(page, item, clauses))
    return found


def _triple(page: Page, item: Attribution, clauses: Sequence[Clause]) -> Triple:
    cue = page.span(item.cue.first, item.cue.last)
    source = page.span(*_with_insertion(page, item)) if item.source else None
    return Triple(cue, source, _content(page, item, clauses))


def _with_insertion(page: Page, item: Attribution) -> tuple[int, int]:
    """ "Ann Lee, head of the office, said": the guidelines take the whole for the source."""
    first, last = item.source or (0, 0)
    if last < item.cue.first and page.form(last) == "," and page.form(item.cue.first - 1) == ",":
        return first, item.cue.first - 1
    return first, last


def _content(page: Page, item: Attribution, clauses: Sequence[Clause]) -> Span | None:
    """The covered words on the larger side of cue and source, with the whole of a quotation that they lie in."""
    first, last = clauses[item.clauses[0]].first, max(clauses[at].last for at in item.clauses)
    used = [(item.cue.first, item.cue.last), *([_with_insertion(page, item)] if item.source else [])]
    low, high = min(pair[0] for pair in used), max(pair[1] for pair in used)
    sides = [(first, min(last, low)), (max(first, high), last)]
    first, last = max(sides, key=lambda side: side[1] - side[0])
    while first < last and page.form(first) in (",", ":"):
        first += 1
    if first >= last:
        return None
    span = page.span(first, last)
    for _, quotation in page.quotations_over(span):
        if not quotation.outer.holds(page.span(item.cue.first, item.cue.last)):
            span = Span(min(span.start, quotation.outer.start), max(span.end, quotation.outer.end))
    return span


def score(gold: Sequence[Triple], found: Sequence[Triple]) -> dict[str, Tally]:
    """Paired one to one by overlap of cues; a part is right from half of its letters on."""
    pairs = _paired(gold, found)
    tallies = {}
    for part in ("cue", "source", "content"):
        right = sum(_same(getattr(want, part), getattr(one, part)) for want, one in pairs)
        given = sum(getattr(one, part) is not None for one in found)
        wanted = sum(getattr(want, part) is not None for want in gold)
        tallies[part] = Tally(right, given, wanted)
    whole = sum(all(_matches(want, one, part) for part in ("cue", "source", "content")) for want, one in pairs)
    return {**tallies, "triple": Tally(whole, len(found), len(gold))}


def _paired(gold: Sequence[Triple], found: Sequence[Triple]) -> list[tuple[Triple, Triple]]:
    near = sorted(
        (-want.cue.overlap_chars(one.cue), a, b)
        for a, want in enumerate(gold)
        for b, one in enumerate(found)
        if want.cue.overlap_chars(one.cue)
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, a, b in near:
        if a not in used_gold and b not in used_found:
            used_gold.add(a)
            used_found.add(b)
            pairs.append((gold[a], found[b]))
    return pairs


def _same(want: Span | None, one: Span | None) -> bool:
    return want is not None and one is not None and want.iou(one) >= _RIGHT_IOU


def _matches(want: Triple, one: Triple, part: str) -> bool:
    wanted, given = getattr(want, part), getattr(one, part)
    return (wanted is None and given is None) or _same(wanted, given)


def run(folder: Path, part: str, rules: Rules | None = None) -> dict[str, Tally]:
    """Tallies of cue, source, content, triple over a part."""
    reader = rules or Rules()
    total = {part: Tally() for part in ("cue", "source", "content", "triple")}
    for text, gold in read_folder(folder, part):
        for name, tally in score(gold, find(reader, text)).items():
            total[name] += tally
    return total
