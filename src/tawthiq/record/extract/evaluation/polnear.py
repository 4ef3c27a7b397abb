"""PolNeAR: cue, source, content of attributions in news, scored when its folder is given (it is never shipped)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tawthiq.record.extract.evaluation.said_spans import Triple, triples_of
from tawthiq.record.extract.evaluation.score import Tally
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.words.lexicon import load
from tawthiq.record.extract.words.token import tokens_of
from tawthiq.terms.errors import NotFound

_RIGHT_IOU = 0.5
_TEXT_BOUND = re.compile(r"^(T\d+)\t(Source|Cue|Content) ([\d ;]+)\t", re.M)
_EVENT = re.compile(r"^E\d+\t(.*)$", re.M)


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
    return triples_of(rules.page(document_of_text("itm_polnear", text, None, "en")))


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


def run(folder: Path, part: str, rules: Rules | None = None) -> dict[str, dict[str, Tally]]:
    """Tallies of cue, source, content, triple over a part: of all cues, and of those of saying and reporting alone.

    The second are chosen on both sides by the same word list, ours, which flatters the figure for cues.
    """
    reader = rules or Rules()
    totals = {sort: {name: Tally() for name in ("cue", "source", "content", "triple")} for sort in ("all", "reporting")}
    for text, gold in read_folder(folder, part):
        found = find(reader, text)
        chosen = ([one for one in gold if _reports(text, one)], [one for one in found if _reports(text, one)])
        for sort, (want, give) in {"all": (gold, found), "reporting": chosen}.items():
            for name, tally in score(want, give).items():
                totals[sort][name] += tally
    return totals


def _reports(text: str, one: Triple) -> bool:
    hits = load("en").scan(tokens_of(one.cue.of(text)))
    return any(
        hit.entry.section == "cues" and hit.code in ("say", "prep") and "subject" not in hit.entry.more for hit in hits
    )
