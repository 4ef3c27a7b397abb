"""Parties that no registry knows are known by what the text does with their names; times by what they date."""

from datetime import date

import pytest

from tawthiq.record.extract.evaluation.held_responsible import Confidence, confidence_of
from tawthiq.record.extract.evaluation.muc import cases_of
from tawthiq.record.extract.evaluation.said_spans import triples_of
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.statement import StatedTime, Statement
from tawthiq.terms.party import Registry
from tawthiq.terms.when import on_day
from tawthiq.terms.where import Gazetteer

RULES = Rules(Registry({}), Gazetteer("none", {}))


def page(text: str, language: str = "en") -> Page:
    return RULES.page(document_of_text("itm_x", text, on_day(date(2022, 6, 1)), language))


def read(text: str, language: str = "en") -> tuple[Statement, ...]:
    return RULES.from_page(page(text, language))


@pytest.mark.parametrize(
    ("language", "text", "party"),
    [
        ("en", "Ten boys were abducted by the Silver Lantern in Omer.", "Silver Lantern"),
        ("en", "The Silver Lantern seized ten girls in Omer.", "Silver Lantern"),
        ("fr", "Dix garçons ont été enlevés par la Légion de l'Aube à Omer.", "Légion de l'Aube"),
        ("es", "Diez niños fueron secuestrados por los Comandos del Alba en Omer.", "Comandos del Alba"),
        ("ar", "خطفت كتائب الفجر الجديد عشرة أطفال في بلدة عمر.", "كتائب الفجر الجديد"),
    ],
)
def test_an_unknown_name_that_does_harm_is_a_party(language: str, text: str, party: str) -> None:
    assert [ref.name for one in read(text, language) for ref in one.parties] == [party]


def test_a_short_form_stands_under_its_whole_name_its_mention_as_written() -> None:
    text = "The Kesh Liberation Front abducted ten girls. The Front recruited six boys. Four of the boys were aged 12."
    parties = [one.parties[0] for one in read(text)]
    assert [party.name for party in parties] == ["Kesh Liberation Front"] * 3
    assert parties[1].mention is not None and parties[1].mention.of(text) == "Front"


def test_a_body_that_reports_is_no_party() -> None:
    assert [one.parties for one in read("The Kesh Child Agency said that ten boys were abducted.")] == [()]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The team verified 326 cases of recruited children (boys: 281; girls: 45).", [326, 281, 45]),
        ("Twenty attacks on schools and five on hospitals were verified.", [20, 5]),
        ("Three boys (ages 10, 12 and 12) were abducted.", [3, 10, 12, 12]),
        ("More than a dozen girls were abducted.", [12]),
        ("Seven out of ten abducted children were girls.", [70]),
    ],
)
def test_numbers_are_read_in_every_shape(text: str, values: list[int]) -> None:
    found = [item.quantity.low for one in read(text) for item in one.quantities]
    assert sorted(map(int, filter(None, found))) == sorted(values)


def test_the_period_a_source_reports_on_is_not_the_time_of_the_act() -> None:
    (one,) = read("A report by the Lake Mission covering January to June 2020 said that 40 boys were recruited.")
    assert isinstance(one.source_period, StatedTime)
    assert one.source_period.when.text == "2020-01-01/2020-06-30"


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ('"We saw them," said Ann Lee, head of the office.', ("said", "Ann Lee, head of the office", '"We saw them,"')),
        ("Residents have said that ten boys left.", ("have said", "Residents", "that ten boys left")),
        ("Ten boys left, according to the mayor.", ("according to", "the mayor", "Ten boys left")),
    ],
)
def test_an_attribution_has_its_three_spans(text: str, triple: tuple[str, str, str]) -> None:
    (one,) = triples_of(page(text))
    spans = (one.cue, one.source, one.content)
    assert tuple(span.of(text) if span else "" for span in spans) == triple


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Both Ann Lee and Jan Roy say the Lantern has never told them what to say or not say.", ["say"]),
        ("Ann Lee said that the road was safe, though she noted that boys had left.", ["said", "noted"]),
        ('"The road is safe," said 9 neighbours.', ["said"]),
        ("Ten boys left in May, the Lake Times reports.", ["reports"]),
        ("A study that appeared in the Lake Journal found that boys had left.", ["found"]),
    ],
)
def test_of_two_voices_in_a_sentence_each_is_heard_unless_one_tells_the_other(text: str, cues: list[str]) -> None:
    assert [one.cue.of(text) for one in triples_of(page(text))] == cues


def test_a_colon_at_the_end_of_a_paragraph_leads_in_the_next() -> None:
    text = 'The mayor added:\n\n"The road is safe. Nobody left."\n\nThe road is long.'
    (one,) = triples_of(page(text))
    assert one.content is not None
    assert one.content.of(text) == '"The road is safe. Nobody left."'


KEY = """
0.  MESSAGE: ID                    TST3-MUC4-0002
11. PERP: ORGANIZATION CONFIDENCE  SUSPECTED OR ACCUSED BY AUTHORITIES: "ARMED FORCES"
                                   POSSIBLE: "FRONT" / "KLF"
"""


def test_keys_of_muc_name_organisations_with_their_confidence() -> None:
    assert [(case.names, case.confidence) for case in cases_of(KEY)] == [
        (("ARMED FORCES",), Confidence.BY_AUTHORITIES),
        (("FRONT", "KLF"), Confidence.POSSIBLE),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("THE FRONT KIDNAPPED TEN PEASANTS.", Confidence.FACT),
        ("THE FRONT CLAIMED RESPONSIBILITY FOR THE ATTACK.", Confidence.CLAIMED),
        ("THE POLICE BLAMED THE FRONT FOR THE KILLING.", Confidence.BY_AUTHORITIES),
        ("RELATIVES BLAMED THE FRONT FOR THE KILLING.", Confidence.ACCUSED),
        ("THE FRONT MAY HAVE KILLED THEM.", Confidence.POSSIBLE),
    ],
)
def test_how_surely_an_organisation_is_held_responsible(text: str, told: Confidence) -> None:
    assert confidence_of(page(text), ["FRONT"]) is told


def test_a_key_may_put_a_name_in_quotation_marks_of_its_own() -> None:
    key = KEY.replace('"FRONT" / "KLF"', r'"\"BLUE\" GROUPS" / "BLUE GROUPS"')
    assert [case.names for case in cases_of(key)][1] == ("BLUE GROUPS", "BLUE GROUPS")
