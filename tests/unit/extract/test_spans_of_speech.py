"""Spans of speech in English news: what is a cue, what it covers, whose it is. Every sentence is invented."""

import pytest

from tawthiq.record.extract.evaluation.said_spans import Triple, triples_of
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.terms.party import Registry
from tawthiq.terms.where import Gazetteer

RULES = Rules(Registry({}), Gazetteer("none", {}))


def told(text: str) -> list[Triple]:
    return triples_of(RULES.page(document_of_text("itm_x", text, None, "en")))


def cues(text: str) -> list[str]:
    return [one.cue.of(text).rstrip(" ,") for one in told(text)]


def sources(text: str) -> list[str]:
    return [one.source.of(text) for one in told(text) if one.source]


def test_who_adds_something_means_what_follows_and_not_the_quotation_before() -> None:
    text = '"We fixed the bridge," Ms. Sel said, adding, "The road is next."'
    assert cues(text) == ["said", "adding"]
    assert [one.content.of(text) for one in told(text) if one.content] == [
        '"We fixed the bridge,"',
        '"The road is next."',
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The council voted on a bill passed by the lower house.",
        "Readers sent comments on a map provided by the harbour office.",
        "The town hall was painted courtesy of the Harbour Club.",
        "The average of polls compiled by the Lake Centre fell.",
    ],
)
def test_where_a_thing_comes_from_is_no_report(text: str) -> None:
    assert cues(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Lake Centre maintains a programme for farmers.",
        "The state had added an additional week of classes.",
        "Many shops have found ways to stay open.",
        "The mayor boasts a clear lead in the north.",
    ],
)
def test_a_verb_of_saying_with_nothing_but_a_thing_behind_it_says_nothing(text: str) -> None:
    assert cues(text) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The Lake Centre maintains that the bridge is safe.", "maintains"),
        ("The mayor added the bridge was safe.", "added"),
        ("The survey found 31 broken bridges in the valley.", "found"),
        ("The bridges, he added, are safe.", "added"),
    ],
)
def test_a_verb_of_saying_with_a_clause_or_a_number_behind_it_reports(text: str, cue: str) -> None:
    assert cues(text) == [cue]


def test_some_and_others_can_speak() -> None:
    text = "Some say the bridge is safe. Others say it will fall."
    assert sources(text) == ["Some", "Others"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Johnnie Sel, of Springfield, Va., said he had seen the bridge.", "Johnnie Sel, of Springfield, Va."),
        ('"The bridge is shut," Shook said.', "Shook"),
        ("Some accused the mayor of sleeping.", "Some"),
        ("Ann Sel, a farmer from Kesh, accused the mayor of sleeping.", "Ann Sel, a farmer from Kesh"),
        ("The Kesh Times reports: The bridge is shut.", "The Kesh Times"),
        ("Mr. Sel and Ms. Tarn say other bridges are shut.", "Mr. Sel and Ms. Tarn"),
        ("The bridge is shut, a new survey indicates.", "a new survey"),
    ],
)
def test_the_speaker_is_found_past_abbreviations_insertions_and_capitals(text: str, source: str) -> None:
    assert [found.rstrip(",") for found in sources(text)] == [source]


def test_a_say_in_something_is_not_said() -> None:
    assert cues("The villages have a larger say in the budget.") == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Mr. Sel isn't saying where the road will end.", "isn't saying"),
        ("He's said the road will end in Kesh.", "'s said"),
        ("The mayor doesn’t believe the road will end.", "doesn’t believe"),
    ],
)
def test_a_verb_cut_short_belongs_to_the_cue(text: str, cue: str) -> None:
    assert cues(text) == [cue]


@pytest.mark.parametrize(
    "text",
    [
        "Two hundred families were admitted to the camp.",
        "The feast is observed as a day of rest.",
        "The villages sent maps confirmed by the surveyor in May.",
        "A quarter of that, per the Tarn plan, is forty.",
        "Prices fell in most Western states.",
        "The council heard of jobs indirectly related to coal.",
    ],
)
def test_words_of_saying_in_another_sense_are_no_reports(text: str) -> None:
    assert cues(text) == []


def test_a_semicolon_ends_what_one_voice_says_where_another_begins() -> None:
    text = "Half of the farmers say the road is bad; the other farmers say the bridge is worse."
    assert [one.content.of(text) for one in told(text) if one.content] == ["the road is bad", "the bridge is worse"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The paper looked at Ann Sel's claim that the bridge is safe.", "Ann Sel's"),
        ("The paper looked at her claim that the bridge is safe.", "her"),
    ],
)
def test_a_claim_belongs_to_whose_it_is(text: str, source: str) -> None:
    assert (cues(text), sources(text)) == (["claim"], [source])


def test_how_something_was_said_ends_with_the_wire_and_not_with_what_was_done() -> None:
    assert cues("The road is shut, she said by telephone.") == ["said by telephone"]
    assert cues('They help the town, he said, by "closing the old road".') == ["said"]
    assert cues("The mayor rejected the idea of a toll.") == ["rejected"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Mr. Sel went on to say that the bridge is safe.", "went on to say"),
        ("The farmers continue to believe that the bridge is safe.", "continue to believe"),
    ],
)
def test_to_go_on_and_say_is_to_say(text: str, cue: str) -> None:
    assert cues(text) == [cue]


def test_reports_that_something_is_so_are_a_noun_and_nobody_tells() -> None:
    assert cues("Some reports that the road is shut are wrong.") == []
    assert cues("Some say that the road is shut.") == ["say"]


def test_three_dots_end_what_was_said_and_a_lone_article_is_no_speaker() -> None:
    text = "The road is shut at noon... the mayor said on Monday."
    assert [one.content.of(text) for one in told(text) if one.content] == ["The road is shut at noon"]
    assert cues("The road is shut, said the.") == []
