"""Totals that do not add up are said; totals that do are left alone."""

import random
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tawthiq.record.extract.clauses.clauses import clauses_of
from tawthiq.record.extract.doubts.echoes import reuse_of
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Statement
from tawthiq.record.extract.words.token import Token
from tawthiq.terms.party import Registry
from tawthiq.terms.when import on_day
from tawthiq.terms.where import Gazetteer

RULES = Rules(Registry({}), Gazetteer("none", {}))
NAMES = ("the Kesh Liberation Front", "the Red Valley Brigade", "the Samara Defence Forces")
SUMS = {"sum_of_sexes", "parts_above_total", "parts_below_total"}


def statements(text: str, language: str = "en") -> tuple[Statement, ...]:
    return RULES.extract(document_of_text("itm_x", text, on_day(date(2022, 6, 1)), language))


class Counted(list[Token]):
    """Tokens that count how often one of them is asked for."""

    n_asked = 0

    def __getitem__(self, at: Any) -> Any:
        self.n_asked += 1
        return super().__getitem__(at)


def doubts(text: str) -> set[str]:
    return {doubt.code for one in statements(text) for doubt in one.warnings} & SUMS


def by_sex(number: int, error: int) -> str:
    draw = random.Random(number)
    boys, girls = draw.randint(2, 300), draw.randint(2, 300)
    return (
        f"In 2021, the office verified the abduction of {boys + girls + error} children ({boys} boys, {girls} girls)."
    )


def by_party(number: int, error: int) -> str:
    draw = random.Random(number)
    parts = [draw.randint(2, 300) for _ in NAMES]
    listed = ", ".join(f"{name} ({part})" for name, part in zip(NAMES, parts, strict=True))
    return f"The recruitment of {sum(parts) + error} children was attributed to {listed}."


PLANTED = [
    (by_sex if number % 2 else by_party)(number, random.Random(number).choice([-1, 1, 7, 40])) for number in range(50)
]
TRUE = [(by_sex if number % 2 else by_party)(number, 0) for number in range(50)]


@pytest.mark.parametrize("text", PLANTED)
def test_a_wrong_total_is_flagged(text: str) -> None:
    assert doubts(text)


def test_right_totals_raise_no_alarm() -> None:
    assert [text for text in TRUE if doubts(text)] == []


@pytest.mark.parametrize(
    ("text", "language", "flagged"),
    [
        ("In 2021, 90 children (50 boys, 38 girls, 2 sex unknown) were abducted.", "en", False),
        ("In 2021, 90 children (50 boys, 35 girls, 2 sex unknown) were abducted.", "en", True),
        ("La oficina verificó el reclutamiento de 278 niños (271 niños, 9 niñas).", "es", True),
        ("La oficina verificó el reclutamiento de 280 niños (271 niños, 9 niñas).", "es", False),
        ("The recruitment of 278 children by the Kesh Front (142), the Red Legion (69) was verified.", "en", True),
        ("The recruitment of 211 children by the Kesh Front (142), the Red Legion (69) was verified.", "en", False),
        ("The Kesh Front (142) and the Red Legion (69) recruited 278 children.", "en", True),
        ("The Kesh Front (142) and the Red Legion (69) recruited 211 children.", "en", False),
    ],
)
def test_totals_are_checked_however_they_are_told(text: str, language: str, *, flagged: bool) -> None:
    found = {doubt.code for one in statements(text, language) for doubt in one.warnings} & SUMS
    assert bool(found) is flagged


@pytest.mark.parametrize(
    "text",
    [
        "The Kesh Front recruited at least 140 children in Lusa, though the true number is hard to estimate.",
        "The Kesh Front recruited at least 140 children in Lusa. Their number is hard to estimate.",
        "The number of children is hard to estimate. The Kesh Front recruited at least 140 of them in Lusa.",
    ],
)
def test_a_limit_goes_with_its_number_on_whichever_side_it_stands(text: str) -> None:
    found = statements(text)
    limit = next(one for one in found if one.kind.value == "limitation")
    claim = next(one for one in found if one.kind.value == "violation_claim")
    assert claim.limited_by == (limit.id,)


def test_a_limit_in_the_sentence_of_a_number_is_of_no_other_number() -> None:
    own = "The Kesh Front recruited 140 children in Lusa, though the true number is hard to estimate."
    found = statements(f"{own} The army abducted nine boys in Samara.")
    assert [len(one.limited_by) for one in found if one.kind.value == "violation_claim"] == [1, 0]


def test_a_hundred_thousand_marks_in_a_row_are_read_in_passing() -> None:
    page = RULES.page(document_of_text("itm_x", '"' * 2_000, None, "en"))
    tokens = Counted(page.tokens)
    for number, sentence in enumerate(page.sentences):
        clauses_of(replace(page, tokens=tokens), number, sentence)
    assert tokens.n_asked < 200 * len(tokens)


@pytest.mark.parametrize("gap", [" ", " \n", "\n", "  "])
def test_a_line_that_ends_inside_a_list_takes_no_number_from_its_party(gap: str) -> None:
    text = (
        f"The office of the mayor verified the use of 211 children by the Kesh Front{gap}(142) and the Red Legion (69)."
    )
    (one,) = statements(f"Lusa\n\nIt was quiet.\n\n{text}")[-1:]
    assert [(q.party, int(q.quantity.low or 0)) for q in one.quantities] == [(None, 211), (0, 142), (1, 69)]


def test_every_party_of_a_list_gets_its_own_number() -> None:
    (one,) = statements(by_party(3, 0))
    bound = [(one.parties[item.party].name, item.quantity.low) for item in one.quantities if item.party is not None]
    draw = random.Random(3)
    assert bound == [(name.removeprefix("the "), Fraction(draw.randint(2, 300))) for name in NAMES]


def test_an_altered_quotation_shows_what_was_changed() -> None:
    upstream = "In many cases children were paid to fight for salaries of up to $400 per month, the office wrote."
    text = 'It said: "In many cases children are paid to fight for salaries of up to $400 (£258) per month".'
    start = text.index("In many")
    found = reuse_of(Span(start, text.index('".')), text, upstream)
    assert found is not None
    assert not found.verbatim
    assert ("are", "were") in found.changes


def test_words_that_stand_nowhere_upstream_are_no_reuse() -> None:
    text = "The militia took ten boys from the village on Friday night."
    assert reuse_of(Span(0, len(text)), text, "Aid arrived in the town after a long delay on the road.") is None


@pytest.mark.parametrize("text", ["12 اطفال", ". . .", "\n\n", "((((", '"', "a" * 5000, "1 " * 500, "ق" * 300])
@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "und"])
def test_noise_breaks_nothing(text: str, language: str) -> None:
    for one in statements(text, language):
        assert isinstance(one.span, Span)
        assert one.quote == one.span.of(text)


def test_an_unsupported_language_gives_no_statement() -> None:
    assert statements("Os meninos foram levados pela milícia.", "und") == ()


def test_two_runs_give_the_same() -> None:
    text = " ".join(TRUE[:10])
    assert statements(text) == statements(text)


def test_a_party_that_denies_is_not_said_to_have_done_it() -> None:
    (one,) = statements("The Kesh Liberation Front denied recruiting children.")
    assert (one.kind.value, one.factuality.value) == ("context_claim", "claimed_by_party")


def test_children_who_kill_have_been_used() -> None:
    (one,) = statements("A video showed a boy executing two soldiers.")
    assert [(ref.code, ref.subtype) for ref in one.violations] == [("recruitment_use", "execution")]


def test_killed_adults_are_no_killing_of_children() -> None:
    (one,) = statements("The army killed 12 soldiers in Kesh.")
    assert one.violations == ()
