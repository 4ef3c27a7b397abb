"""The harness measures: it knows a perfect answer, an empty one, a shuffled one, and counts false certainty."""

import json
import random
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tawthiq.doors.cli.evaluate import app
from tawthiq.record.extract.evaluation.gold import GoldText, n_statements, parse_amount, parse_gold
from tawthiq.record.extract.evaluation.harness import (
    agreement,
    controls,
    load_texts,
    log_line,
    printed_score,
    read_all,
    score_set,
)
from tawthiq.record.extract.evaluation.polnear import parse_marks, score
from tawthiq.record.extract.evaluation.said_spans import Triple
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Statement
from tawthiq.terms.errors import BadInput, MissingField, NotFound

TEXTS = Path(__file__).resolve().parents[3] / "evaluation" / "texts"
ONE = """# name: one; language: en; kind: news; published: 2021-03-09; set: dev
At least 12 boys were abducted by the Kesh Liberation Front in May 2020.
^ v=abduction; p=Kesh Liberation Front; q=count>=12; t=2020-05

The number of girls is unknown.
^ k=limitation; q=count?; f=unknown
"""


@pytest.fixture(scope="module")
def texts() -> list[GoldText]:
    """Texts of the people who wrote the rules; no test looks at `open` and `held`, they are for measuring alone."""
    return [text for text in load_texts(TEXTS) if text.part not in ("open", "held")]


@pytest.fixture(scope="module")
def found(texts: list[GoldText]) -> list[tuple[Statement, ...]]:
    return read_all(Rules(), texts)


def test_gold_is_read_from_its_format() -> None:
    text = parse_gold(ONE, "one.txt")
    first = text.statements[0]
    assert first.span.of(text.text) == "At least 12 boys were abducted by the Kesh Liberation Front in May 2020"
    assert (first.parties, first.quantities) == (("Kesh Liberation Front",), (("count", ">=", Fraction(12), None),))
    assert text.statements[1].factuality is Factuality.UNKNOWN


@pytest.mark.parametrize("line", ["^ x=1", "^ [not there] v=abduction", "^ q=many", "^ v", "^ t=in May"])
def test_a_wrong_annotation_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(BadInput, match="line 3"):
        parse_gold(f"# name: a; language: en; kind: news\nTen boys left.\n{line}\n", "a.txt")


def test_a_head_without_language_is_refused() -> None:
    with pytest.raises(MissingField, match="language"):
        parse_gold("# name: a; kind: news\nTen boys left.\n", "a.txt")


def test_amounts_keep_range_and_unit() -> None:
    assert parse_amount("age:14-17", "x") == ("age", "range", Fraction(14), Fraction(17))
    assert parse_amount("money<=400 USD/month", "x") == ("money", "<=", Fraction(400), None)


def test_every_language_has_all_four_kinds_of_text_and_the_set_three_hundred_statements(texts: list[GoldText]) -> None:
    kinds = {
        language: {text.kind for text in texts if text.language == language} for language in ("en", "fr", "es", "ar")
    }
    assert all(len(each) == 4 for each in kinds.values())
    assert n_statements(texts) >= 300


def test_an_empty_output_scores_nothing_and_shuffled_gold_next_to_nothing(
    texts: list[GoldText], found: Sequence[tuple[Statement, ...]]
) -> None:
    result = controls(texts, found)
    assert result.pop("empty") == 0
    assert len(result) == 8  # five fields, and the names loosely
    assert max(result.values()) < 0.2, result


def test_a_text_cut_off_anywhere_is_read(texts: list[GoldText]) -> None:
    rng = random.Random(1)
    cut = [replace(text, text=text.text[: rng.randrange(len(text.text))]) for text in texts]
    for text, found in zip(cut, read_all(Rules(), cut), strict=True):
        assert all(one.quote in text.text for one in found)


def test_no_claim_is_made_surer_than_people_read_it(
    texts: list[GoldText], found: Sequence[tuple[Statement, ...]]
) -> None:
    tuned = [at for at, text in enumerate(texts) if text.part == "dev"]
    assert score_set([texts[at] for at in tuned], [found[at] for at in tuned]).false_certainty_rate <= 0.02
    assert score_set(texts, found).false_certainty_rate <= 0.05


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
def test_the_rules_keep_what_they_reached(
    texts: list[GoldText], found: Sequence[tuple[Statement, ...]], language: str
) -> None:
    chosen = [at for at, text in enumerate(texts) if text.language == language and text.part == "dev"]
    score_of = score_set([texts[at] for at in chosen], [found[at] for at in chosen])
    assert score_of.overall.tally.f1 >= 0.88
    assert score_of.fields["quantity"].tally.f1 >= 0.93


def test_a_surer_answer_is_counted_as_false_certainty() -> None:
    text = parse_gold(ONE, "one.txt")
    (own,) = read_all(Rules(), [text])
    surer = [replace(one, factuality=Factuality.VERIFIED_BY_SOURCE) for one in own]
    assert score_set([text], [surer]).false_certainty_rate == 1


def test_a_number_bound_to_another_party_is_no_right_binding() -> None:
    text = parse_gold(ONE, "one.txt")
    (own,) = read_all(Rules(), [text])
    assert score_set([text], [own]).fields["binding"].tally.f1 == 1
    elsewhere = [replace(one, parties=tuple(replace(party, name="Other") for party in one.parties)) for one in own]
    scored = score_set([text], [elsewhere]).fields
    assert scored["quantity"].tally.f1 == 1
    assert scored["binding"].tally.right == 1  # the limit of the second sentence, which names no party


def test_two_annotators_who_write_the_same_agree_wholly() -> None:
    text = parse_gold(ONE, "one.txt")
    other = parse_gold(ONE.replace("count>=12", "count=12"), "one.txt")
    assert agreement([text], [text]).overall.tally.f1 == 1
    assert agreement([text], [other]).fields["quantity"].tally.right == 1


def test_a_second_annotation_of_other_words_is_refused() -> None:
    text = parse_gold(ONE, "one.txt")
    with pytest.raises(BadInput, match="one"):
        agreement([text], [parse_gold(ONE.replace("May 2020.", "May 2021."), "one.txt")])


def test_agreement_is_printed_for_the_texts_that_both_annotated(tmp_path: Path) -> None:
    for folder, names in (("first", ("one", "two")), ("second", ("two",))):
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / f"{name}.txt").write_text(ONE.replace("name: one", f"name: {name}"), "utf-8")
    told = CliRunner().invoke(app, ["agreement", str(tmp_path / "first"), str(tmp_path / "second"), "--json"])
    assert (json.loads(told.stdout)["n_texts"], json.loads(told.stdout)["overall"]["f1"]) == (1, 1.0)


def test_a_run_is_logged_with_commit_and_set(texts: list[GoldText], found: Sequence[tuple[Statement, ...]]) -> None:
    line = log_line("rules", "1", texts, score_set(texts, found), "abc1234")
    other = log_line("rules", "1", texts[1:], score_set(texts[1:], found[1:]), "abc1234")
    assert line["n_statements"] == n_statements(texts)
    assert line["set_sha256"] != other["set_sha256"]


def test_scores_print_with_their_intervals(texts: list[GoldText], found: Sequence[tuple[Statement, ...]]) -> None:
    overall = printed_score(score_set(texts, found))["overall"]
    assert isinstance(overall, dict)
    low, high = overall["interval"]
    assert low <= overall["f1"] <= high


def test_each_set_of_a_folder_is_reported_apart_beside_the_others(tmp_path: Path) -> None:
    for part in ("dev", "seen", "sealed", "open", "held"):
        (tmp_path / f"{part}.txt").write_text(ONE.replace("set: dev", f"set: {part}"), "utf-8")
    told = CliRunner().invoke(app, ["extract", "--texts", str(tmp_path), "--no-keep", "--json"])
    sets = json.loads(told.stdout)["sets"]
    assert {one["part"] for one in sets} == {"dev", "seen", "sealed", "open", "held"}
    assert all((one["n_texts"], one["n_statements"]) == (1, 2) for one in sets)


def test_one_set_alone_is_loaded_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "held.txt").write_text(ONE.replace("set: dev", "set: held"), "utf-8")
    assert [text.part for text in load_texts(tmp_path, "held")] == ["held"]
    with pytest.raises(NotFound):
        load_texts(tmp_path, "open")


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        load_texts(tmp_path)


def test_marks_of_an_attribution_are_read_and_scored() -> None:
    spans = ("T1\tSource 0 6\tAnn Le", "T2\tCue 7 11\tsaid", "T3\tContent 12 20;22 30\tit rains")
    marks = "\n".join((*spans, "E1\tCue:T2 Source:T1 Content:T3\n"))
    (want,) = parse_marks(marks)
    assert want == Triple(Span(7, 11), Span(0, 6), Span(12, 30))
    assert score([want], [want])["triple"].f1 == 1
    assert score([want], [replace(want, source=Span(40, 44))])["source"].f1 == 0


def test_a_folder_of_muc_is_scored_class_by_class(tmp_path: Path) -> None:
    corpora = tmp_path / "TASK" / "CORPORA"
    for name, told, deed in (
        ("tst3", "POSSIBLE", "NO GROUP HAS CLAIMED RESPONSIBILITY FOR THE FIRE. THE LAKE FRONT IS ACTIVE HERE."),
        ("tst4", "CLAIMED OR ADMITTED", "THE LAKE FRONT DENIED THAT ITS MEN BURNED THE MILL."),
    ):
        (corpora / name).mkdir(parents=True)
        number = f"{name.upper()}-MUC4-0001"
        (corpora / name / f"{name}-muc4-0001").write_text(f"{number}\n\n  KESH, 4 MAY 89 (EFE) -- [TEXT] {deed}\n")
        (corpora / name / f"key-{name}-0001").write_text(
            f'0.  MESSAGE: ID                    {number}\n11. PERP: ORGANIZATION CONFIDENCE  {told}: "LAKE FRONT"\n'
        )
    told_as_json = CliRunner().invoke(app, ["muc", str(tmp_path), "--json"])
    shown = json.loads(told_as_json.stdout)
    assert (shown["sets"], shown["accuracy"]) == ("tst3, tst4", 0.5)
    assert {one["class"]: one["f1"] for one in shown["classes"] if one["n"]} == {
        "POSSIBLE": 1.0,
        "CLAIMED OR ADMITTED": 0.0,
    }
    counts = {one["class"]: (one["n"], one["given"], one["right"]) for one in shown["classes"] if one["given"]}
    assert counts == {"POSSIBLE": (1, 1, 1), "SUSPECTED OR ACCUSED": (0, 1, 0)}
    assert isinstance(CliRunner().invoke(app, ["muc", str(tmp_path / "TASK" / "CORPORA" / "tst3")]).exception, NotFound)


def test_a_folder_of_polnear_is_scored_by_its_parts(tmp_path: Path) -> None:
    for sort in ("text", "attributions"):
        (tmp_path / "data" / "dev" / sort).mkdir(parents=True)
    (tmp_path / "data" / "dev" / "text" / "one.txt").write_text("Ann Le said that it rains.\n")
    spans = ("T1\tSource 0 6\tAnn Le", "T2\tCue 7 11\tsaid", "T3\tContent 12 25\tthat it rains")
    marks = "\n".join((*spans, "E1\tCue:T2 Source:T1 Content:T3\n"))
    (tmp_path / "data" / "dev" / "attributions" / "one.ann").write_text(marks)
    told = CliRunner().invoke(app, ["polnear", str(tmp_path), "--json"])
    scores = json.loads(told.stdout)["scores"]
    assert {(one["cues"], one["part"]): one["f1"] for one in scores} == {
        (cues, part): 1.0 for cues in ("all", "reporting") for part in ("cue", "source", "content", "triple")
    }


def test_one_text_alone_has_no_interval(texts: list[GoldText], found: Sequence[tuple[Statement, ...]]) -> None:
    alone = printed_score(score_set(texts[:1], found[:1]))
    overall = alone["overall"]
    assert isinstance(overall, dict)
    assert overall["interval"] is None
