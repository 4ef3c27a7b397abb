"""The harness: an extractor run over gold texts, with intervals, controls, one log line a run."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tawthiq.record.extract.evaluation.by_sentence import ALL, FACTS, NAMED, score_sentences, sentence_spans
from tawthiq.record.extract.evaluation.compared import BINDING, FIELDS, Compared, of_people, of_statement
from tawthiq.record.extract.evaluation.gold import GoldText, n_statements, parse_gold
from tawthiq.record.extract.evaluation.score import Tally, TextScore, score_text
from tawthiq.record.extract.extractor import Extractor
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.record.extract.statement import Statement
from tawthiq.terms.errors import BadInput, NotFound
from tawthiq.terms.identity import Json, digest

_N_RESAMPLES = 1000
_SHUFFLED_FIELDS = ("quantity", "party", "source", "place", BINDING)
"""Fields whose values differ from text to text: a scorer that gives points for nothing shows in them."""
ALL_FIELDS = ("statement", *FIELDS, BINDING)


@dataclass(frozen=True, slots=True)
class FieldScore:
    """Tally of one field with the 95 % interval of its F1 over texts drawn anew."""

    tally: Tally
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class SetScore:
    """One set of texts. Rates are shares of compared pairs; `overall`: all of FIELDS together, so neither the
    statement's own match nor the binding; `by_sentence`: the same texts by the facts of each sentence; `loosely`:
    these with names that hold one another as one; `mean_iou`: overlap of the spans of those pairs, 0.5 to 1."""

    fields: dict[str, FieldScore]
    by_sentence: dict[str, FieldScore]
    loosely: dict[str, FieldScore]
    overall: FieldScore
    false_certainty_rate: float
    silent_error_rate: float
    mean_iou: float
    n_texts: int
    n_statements: int


def read_all(extractor: Extractor, texts: Sequence[GoldText]) -> list[tuple[Statement, ...]]:
    """What the extractor finds in each text, told its language and day."""
    return [
        extractor.extract(document_of_text(f"itm_{text.name}", text.text, text.published_on, text.language))
        for text in texts
    ]


def score_set(texts: Sequence[GoldText], found: Sequence[Sequence[Statement]], seed: int = 1) -> SetScore:
    """Scores over the texts; the same seed gives the same intervals."""
    return _scored(texts, [[of_statement(one) for one in own] for own in found], seed)


def agreement(texts: Sequence[GoldText], second: Sequence[GoldText], seed: int = 1) -> SetScore:
    """How far two people who annotated the same texts apart agree: the second scored against the first. An extractor
    cannot be asked for more. Raises BadInput where a text is missing or its words differ."""
    return _scored(texts, [list(map(of_people, _same(text, second).statements)) for text in texts], seed)


def controls(texts: Sequence[GoldText], found: Sequence[Sequence[Statement]], seed: int = 1) -> dict[str, float]:
    """F1 of each field against shuffled gold (must be near 0) and of an empty output (must be 0)."""
    shuffled = score_set(shuffle_gold(texts, seed), found, seed)
    empty: list[tuple[Statement, ...]] = [() for _ in texts]
    return {
        **{f"shuffled_{field}": shuffled.fields[field].tally.f1 for field in _SHUFFLED_FIELDS},
        **{f"shuffled_{field}_loosely": shuffled.loosely[field].tally.f1 for field in NAMED},
        "empty": score_set(texts, empty, seed).overall.tally.f1,
    }


def shuffle_gold(texts: Sequence[GoldText], seed: int) -> list[GoldText]:
    """The same spans with the annotations of other statements, of any text of the set."""
    order = [one for text in texts for one in text.statements]
    random.Random(seed).shuffle(order)  # noqa: S311  # a control, not a secret
    drawn = iter(order)
    return [
        replace(text, statements=tuple(replace(next(drawn), span=one.span) for one in text.statements))
        for text in texts
    ]


def _scored(texts: Sequence[GoldText], given: Sequence[Sequence[Compared]], seed: int) -> SetScore:
    wanted = [list(map(of_people, text.statements)) for text in texts]
    each = [score_text(told, own) for told, own in zip(wanted, given, strict=True)]
    sentences = [sentence_spans(text.text, text.language) for text in texts]
    rows = list(zip(wanted, given, sentences, strict=True))
    facts = [score_sentences(*row) for row in rows]
    loose = [score_sentences(*row, loosely=True) for row in rows]
    draws = _draws(len(each), seed)
    n_matched = sum(one.n_matched for one in each) or 1
    return SetScore(
        {field: _field([one.fields[field] for one in each], draws) for field in ALL_FIELDS},
        {field: _field([one[field] for one in facts], draws) for field in (ALL, *FACTS)},
        {field: _field([one[field] for one in loose], draws) for field in (ALL, *FACTS)},
        _field([_all_fields(one) for one in each], draws),
        sum(one.false_certainty for one in each) / n_matched,
        sum(one.silent_errors for one in each) / n_matched,
        sum(one.iou_sum for one in each) / n_matched,
        len(texts),
        n_statements(texts),
    )


def _same(text: GoldText, second: Sequence[GoldText]) -> GoldText:
    for other in second:
        if (other.name, other.text) == (text.name, text.text):
            return other
    raise BadInput(
        "the second annotation lacks this text, or its words differ", where=text.name, do="annotate the same words"
    )


def log_line(name: str, version: str, texts: Sequence[GoldText], score: SetScore, commit: str) -> dict[str, Json]:
    """What one run adds to the log: who, on what exactly, how well."""
    content: list[Json] = [[text.name, text.text, len(text.statements)] for text in texts]
    return {
        "commit": commit,
        "extractor": f"{name}@{version}",
        "set_sha256": digest(content),
        "n_texts": score.n_texts,
        "n_statements": score.n_statements,
        "f1": {field: round(one.tally.f1, 4) for field, one in score.fields.items()},
        "f1_by_sentence": {field: round(one.tally.f1, 4) for field, one in score.by_sentence.items()},
        "f1_loosely": {field: round(score.loosely[field].tally.f1, 4) for field in (ALL, *NAMED)},
        "overall_f1": round(score.overall.tally.f1, 4),
        "false_certainty_rate": round(score.false_certainty_rate, 4),
        "silent_error_rate": round(score.silent_error_rate, 4),
        "mean_iou": round(score.mean_iou, 4),
    }


def _all_fields(one: TextScore) -> Tally:
    total = Tally()
    for field in FIELDS:
        total += one.fields[field]
    return total


def _draws(n_texts: int, seed: int) -> list[list[int]]:
    draw = random.Random(seed)  # noqa: S311  # resampling, not a secret
    return [[draw.randrange(n_texts) for _ in range(n_texts)] for _ in range(_N_RESAMPLES)] if n_texts else []


def _field(tallies: Sequence[Tally], draws: Sequence[Sequence[int]]) -> FieldScore:
    values = sorted(_sum([tallies[at] for at in draw]).f1 for draw in draws)
    low, high = (values[len(values) // 40], values[-1 - len(values) // 40]) if values else (0.0, 0.0)
    return FieldScore(_sum(tallies), low, high)


def _sum(tallies: Sequence[Tally]) -> Tally:
    return Tally(
        sum(one.right for one in tallies), sum(one.given for one in tallies), sum(one.wanted for one in tallies)
    )


def load_texts(folder: Path, part: str = "") -> list[GoldText]:
    """Every text of a folder (of one part: dev, seen, sealed, open, held), by name; raises NotFound without any."""
    texts = [parse_gold(path.read_text("utf-8"), path.name) for path in sorted(folder.glob("*.txt"))]
    chosen = [text for text in texts if not part or text.part == part]
    if not chosen:
        raise NotFound("no texts with gold there", where=folder.name, do="give a folder of texts in the gold format")
    return chosen


def printed_score(score: SetScore) -> dict[str, Json]:
    """Plain JSON of a set's scores; intervals are of 95 % over texts drawn anew: none of a text alone."""
    drawn = score.n_texts > 1
    return {
        "n_texts": score.n_texts,
        "n_statements": score.n_statements,
        "overall": _printed_field(score.overall, drawn=drawn),
        "fields": {name: _printed_field(field, drawn=drawn) for name, field in score.fields.items()},
        "by_sentence": {name: _printed_field(field, drawn=drawn) for name, field in score.by_sentence.items()},
        "loosely": {name: _printed_field(score.loosely[name], drawn=drawn) for name in (ALL, *NAMED)},
        "false_certainty_rate": round(score.false_certainty_rate, 4),
        "silent_error_rate": round(score.silent_error_rate, 4),
        "mean_iou": round(score.mean_iou, 4),
    }


def _printed_field(field: FieldScore, *, drawn: bool) -> dict[str, Json]:
    return {
        "precision": round(field.tally.precision, 4),
        "recall": round(field.tally.recall, 4),
        "f1": round(field.tally.f1, 4),
        "interval": [round(field.low, 4), round(field.high, 4)] if drawn else None,
        "n": field.tally.wanted,
    }
