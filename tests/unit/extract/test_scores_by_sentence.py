"""The score by sentence: it asks what a sentence tells, not how it was cut into statements."""

from dataclasses import replace

import pytest

from tawthiq.record.extract.evaluation.by_sentence import ALL, score_sentences, sentence_spans
from tawthiq.record.extract.evaluation.compared import Compared, of_people
from tawthiq.record.extract.evaluation.gold import parse_gold
from tawthiq.record.extract.evaluation.harness import score_set
from tawthiq.record.extract.span import Span

TWO = """# name: two; language: en; kind: news; published: 2021-03-09; set: dev
The Red Front abducted 12 boys in Temsa and killed 3 girls. Perhaps more were taken.
^ [The Red Front abducted 12 boys in Temsa] v=abduction; p=Red Front; q=count=12; pl=Temsa
^ [killed 3 girls] v=killing; p=Red Front; q=count=3
^ [Perhaps more were taken] v=abduction; f=believed
"""
TEXT = parse_gold(TWO, "two.txt")
WANTED = [of_people(one) for one in TEXT.statements]
SENTENCES = sentence_spans(TEXT.text, "en")


def _one_of(first: Compared, second: Compared) -> Compared:
    """Both as a single statement over the words of both."""
    values = {field: (*first.values[field], *second.values[field]) for field in first.values}
    return replace(first, span=Span(first.span.start, second.span.end), values=values)


def test_a_sentence_cut_into_fewer_statements_tells_the_same() -> None:
    given = [_one_of(WANTED[0], WANTED[1]), WANTED[2]]
    assert score_sentences(WANTED, given, SENTENCES)[ALL].f1 == 1


def test_a_value_in_another_sentence_is_not_right() -> None:
    moved = [replace(WANTED[0], span=WANTED[2].span)]
    assert score_sentences(WANTED, moved, SENTENCES)[ALL].right == 1  # abduction, which both sentences tell


def test_a_party_named_twice_in_a_sentence_is_one_fact_and_a_number_told_twice_is_two() -> None:
    tallies = score_sentences(WANTED, [WANTED[0], WANTED[0]], SENTENCES)
    assert (tallies["party"].given, tallies["party"].wanted) == (1, 1)
    assert (tallies["quantity"].given, tallies["quantity"].right) == (2, 1)


def test_how_unsure_a_sentence_is_told_is_a_fact_and_plain_telling_is_none() -> None:
    assert score_sentences(WANTED, WANTED, SENTENCES)["hedge"].wanted == 1


def test_both_measures_stand_in_one_score() -> None:
    assert score_set([TEXT], [()]).by_sentence[ALL].tally.wanted == 8


def _told_by(*names: str) -> Compared:
    return replace(WANTED[0], values={**WANTED[0].values, "source": names})


def _right(given: str, wanted: str, *, loosely: bool) -> int:
    return score_sentences([_told_by(wanted)], [_told_by(given)], SENTENCES, loosely=loosely)["source"].right


@pytest.mark.parametrize(("given", "wanted"), [("police", "police amra"), ("police amra", "police")])
def test_a_name_of_another_length_is_right_loosely_alone(given: str, wanted: str) -> None:
    assert (_right(given, wanted, loosely=False), _right(given, wanted, loosely=True)) == (0, 1)


@pytest.mark.parametrize(("given", "wanted"), [("army", "armygroup"), ("", "police"), ("mayor amra", "police amra")])
def test_names_that_share_a_part_or_nothing_are_two(given: str, wanted: str) -> None:
    assert _right(given, wanted, loosely=True) == 0


def test_one_wanted_name_is_right_once() -> None:
    both = [_told_by("police", "police amra south")]
    tally = score_sentences([_told_by("police amra")], both, SENTENCES, loosely=True)["source"]
    assert (tally.right, tally.given, tally.wanted) == (1, 2, 1)


def test_two_names_are_two_wanted_ones_though_either_could_be_the_first() -> None:
    wanted, given = _told_by("police amra", "police amra north"), _told_by("police", "police amra north gate")
    assert score_sentences([wanted], [given], SENTENCES, loosely=True)["source"].right == 2


def _dated(period: str) -> Compared:
    return of_people(replace(TEXT.statements[0], act_periods=(period,)))


@pytest.mark.parametrize(
    ("one", "other", "right"),
    [
        ("2023-08/2024-07", "2023-08-01/2024-07-31", 1),
        ("2023-08", "2023-08-01/2023-08-31", 1),
        ("2023-08", "2023-08-01/2023-08-30", 0),
        ("2023/..", "2023", 0),
    ],
)
def test_a_period_goes_by_its_first_and_last_day_however_it_is_written(one: str, other: str, right: int) -> None:
    assert score_sentences([_dated(one)], [_dated(other)], SENTENCES)["period"].right == right
