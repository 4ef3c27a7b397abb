"""One thing told in many ways, in four languages: each way is read. Every sentence, name, place is invented."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tawthiq.record.extract.evaluation.gold import parse_amount
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Statement
from tawthiq.terms.when import parse_when

TITLE = "Report on the war\n\n"
BEFORE = {
    "en": "The Red Front abducted 12 girls and killed two boys in Amra. ",
    "fr": "Le Front rouge a enlevé 12 filles et tué deux garçons à Amra. ",
    "es": "El Frente Rojo secuestró a 12 niñas y mató a dos niños en Amra. ",
    "ar": "خطفت الجبهة الحمراء 12 فتاة وقتلت طفلين في عمرا. ",
}
"""What stands before a sentence that limits or denies something."""

LANGUAGES = tuple(BEFORE)
Row = tuple[str, str, str]


@cache
def rules() -> Rules:
    return Rules()


@cache
def rows(sort: str) -> list[Row]:
    """(language, what is wanted, sentence) of one sort: violation, kind, party, quantity."""
    lines = Path(__file__).with_name("paraphrases.tsv").read_text("utf-8").splitlines()
    return [(row[1], row[2], row[3]) for row in (line.split("\t") for line in lines) if row[0] == sort]


def read(text: str, language: str) -> tuple[Statement, ...]:
    day = parse_when("2021-06-15", where="")
    return rules().extract(document_of_text("itm_x", TITLE + text, day, language))


def is_denial(one: Statement) -> bool:
    return any(doubt.code == "denial" for doubt in one.warnings)


def of(sort: str, language: str) -> list[Row]:
    return [row for row in rows(sort) if row[0] == language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_violation_is_known_in_whatever_words(language: str) -> None:
    missed = [
        (code, text)
        for _, code, text in of("violation", language)
        if code not in {ref.code for one in read(text, language) for ref in one.violations}
    ]
    assert missed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_claim_is_held_for_no_surer_than_its_words(language: str) -> None:
    read_as = [
        (level, {one.factuality.value for one in read(text, language) if one.violations}, text)
        for _, level, text in of("level", language)
    ]
    assert [row for row in read_as if row[1] != {row[0]}] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_ordinary_life_told_in_words_of_violence_is_no_violation(language: str) -> None:
    told = [(text, one) for _, _, text in of("none", language) for one in read(text, language)]
    assert [text for text, one in told if one.violations and not is_denial(one)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_limits_denials_and_the_origin_of_media_are_no_violations(language: str) -> None:
    start = len(TITLE + BEFORE[language]) - 1
    missed = []
    for _, kind, text in of("kind", language):
        spans = [(one.kind.value, one.span) for one in read(BEFORE[language] + text, language)]
        if kind not in [told for told, span in spans if isinstance(span, Span) and span.start >= start]:
            missed.append((kind, text))
    assert missed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_party_is_known_by_what_is_told_of_it(language: str) -> None:
    missed = []
    for _, names, text in of("party", language):
        found = [party.name for one in read(text, language) for party in one.parties]
        if len(found) != len(names.split("; ")) or not all(name.casefold() in names.casefold() for name in found):
            missed.append((names, found))
    assert missed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_is_read_with_its_comparator_and_no_other(language: str) -> None:
    missed = []
    for _, amounts, text in of("quantity", language):
        wanted = sorted(
            (kind, sign, round(float(low or 0)), high)
            for kind, sign, low, high in (parse_amount(amount, "") for amount in amounts.split("; "))
        )
        found = sorted(
            (q.quantity.kind.value, q.quantity.comparator.value, round(float(q.quantity.low or 0)), q.quantity.high)
            for one in read(text, language)
            for q in one.quantities
        )
        if wanted != found:
            missed.append((amounts, found))
    assert missed == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Lake Centre calls on all parties to end the recruitment of children."),
        ("fr", "Le Centre du lac demande aux autorités de laisser passer l'aide."),
        ("es", "El Centro del Lago insta a las partes a poner fin al reclutamiento de niños."),
    ],
)
def test_a_call_to_others_claims_nothing(language: str, text: str) -> None:
    assert [one for one in read(text, language) if one.violations] == []
