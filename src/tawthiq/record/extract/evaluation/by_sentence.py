"""Scores by sentence: which values a sentence tells, whatever statements they were cut into.

A fact is a sentence, a field and a value, each once (a quantity as often as it is told). It is the lenient measure:
it does not ask whether a number is bound to the right party. The bars for unread texts were set in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from tawthiq.record.extract.evaluation.compared import Bag, Compared
from tawthiq.record.extract.evaluation.score import Tally
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.record.extract.page.sentences import sentence_span, sentences_of
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.words.lexicon import load
from tawthiq.record.extract.words.token import tokens_of

FACTS = ("quantity", "source", "violation", "party", "place", "period", "hedge")
"""The fields of a sentence; `hedge`: how unsure it is told, nothing where it is asserted, attributed or verified."""
ALL = "all"
NAMED = ("source", "party", "place")
"""The fields whose values are names: where a name ends, two people often see differently."""
_SURE = frozenset((Factuality.VERIFIED_BY_SOURCE, Factuality.ASSERTED, Factuality.ATTRIBUTED))
Fact = tuple[int, str, Hashable]


def sentence_spans(text: str, language: str) -> list[Span]:
    """The sentences as the rules cut them; one span over everything where a text has none."""
    blocks = document_of_text("itm_scored", text, None, language).blocks
    tokens = tokens_of(text)
    found = [sentence_span(tokens, one) for one in sentences_of(text, tokens, blocks, load(language).data)]
    return found or [Span(0, len(text))]


def score_sentences(
    wanted: Iterable[Compared], given: Iterable[Compared], sentences: Sequence[Span], *, loosely: bool = False
) -> dict[str, Tally]:
    """Field -> right, given, wanted of the facts of one text; "all": of all fields together.

    `loosely`: a name is right that holds the words of the wanted one in a row, or stands so in it.
    """
    want, have = _facts(wanted, sentences), _facts(given, sentences)
    if loosely:
        have = _renamed(have, want)
    both = want & have
    tallies = {field: Tally(*(_n_of(field, facts) for facts in (both, have, want))) for field in FACTS}
    return {ALL: Tally(both.total(), have.total(), want.total()), **tallies}


def _renamed(have: Counter[Fact], want: Counter[Fact]) -> Counter[Fact]:
    """Facts whose name is wanted longer or shorter in that sentence, under the wanted name; each wanted name once."""
    missed = {fact for fact in want - have if fact[1] in NAMED}
    renamed = Counter(have)
    for fact in sorted((fact for fact in have - want if fact[1] in NAMED), key=str):
        other = min((one for one in missed if _is_one_name(fact, one)), key=str, default=fact)
        missed.discard(other)
        renamed.subtract([fact])
        renamed.update([other])
    return renamed


def _is_one_name(one: Fact, other: Fact) -> bool:
    words, others = f" {one[2]} ", f" {other[2]} "
    return one[:2] == other[:2] and min(words, others, key=len).strip() != "" and (words in others or others in words)


def _n_of(field: str, facts: Counter[Fact]) -> int:
    return sum(n for (_, told, _), n in facts.items() if told == field)


def _facts(statements: Iterable[Compared], sentences: Sequence[Span]) -> Counter[Fact]:
    found: Counter[Fact] = Counter()
    for one in statements:
        at = _sentence_of(one.span, sentences)
        found.update((at, "quantity", amount) for amount in one.values["quantity"])
        found |= Counter(set(_once(at, one.values)))
    return found


def _once(at: int, values: Mapping[str, Bag]) -> Iterator[Fact]:
    for field in FACTS[1:-1]:
        yield from ((at, field, value) for value in values[field])
    yield from ((at, "hedge", level) for level in values["factuality"] if level not in _SURE)


def _sentence_of(span: Span, sentences: Sequence[Span]) -> int:
    """The sentence that most of the words stand in; the nearest where none is touched."""
    return max(
        range(len(sentences)), key=lambda at: min(span.end, sentences[at].end) - max(span.start, sentences[at].start)
    )
