"""A model may help; it may not invent, and it may not make anything surer than it is."""

from datetime import date

import pytest

from tawthiq.record.extract.factuality import Factuality, stronger
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.record.extract.gate.gate import gate
from tawthiq.record.extract.statement import Basis, Statement
from tawthiq.terms.identity import Json
from tawthiq.terms.when import on_day
from unit.extract.proposals import BY_RULES, DOCUMENT, PAGE, RULES, TEXT, TRUE_QUOTE, fabricated


def rejected(proposal: Json) -> str:
    found = gate(PAGE, [proposal], BY_RULES, "model@1")
    assert not found.statements
    return found.rejects[0].code


def let_in(**fields: Json) -> Statement:
    found = gate(PAGE, [{"quote": TRUE_QUOTE, **fields}], BY_RULES, "model@1")
    assert not found.rejects
    return found.statements[0]


def test_two_hundred_fabricated_quotes_and_numbers_are_all_turned_away() -> None:
    found = gate(PAGE, [fabricated(number) for number in range(200)], BY_RULES, "model@1")
    assert (len(found.statements), len(found.rejects)) == (0, 200)


@pytest.mark.parametrize("lie", [None, 7, "quote", [], {}, {"quote": 3}, {"quote": ""}, {"quote": TEXT * 9}])
def test_an_answer_of_another_shape_is_turned_away(lie: Json) -> None:
    assert rejected(lie) in ("not_an_object", "quote_unusable")


def test_a_number_cut_out_of_a_larger_one_is_turned_away() -> None:
    assert rejected({"quote": "100 boys in Lusa in 2020"}) == "quote_cuts_a_word"


def test_numbers_are_ours_not_the_models() -> None:
    one = let_in(quantities=[{"kind": "age", "comparator": "=", "value": 1100}])
    assert [(q.quantity.kind.value, q.quantity.comparator.value) for q in one.quantities] == [("count", ">")]


@pytest.mark.parametrize("claim", [level.value for level in Factuality])
def test_certainty_is_only_ever_lowered(claim: str) -> None:
    by_rules = next(one for one in BY_RULES if "1,100" in one.quote)
    assert not stronger(let_in(certainty=claim).factuality, by_rules.factuality)


def test_a_source_that_is_not_in_the_text_stays_unnamed() -> None:
    quote = "17 girls were abducted by unidentified armed men"
    bare = gate(PAGE, [{"quote": quote, "source": "Invented Office"}], (), "model@1").statements[0]
    assert bare.chain[-1].actor == "unnamed"
    assert "source_not_in_text" in [doubt.code for doubt in bare.warnings]


def test_a_party_that_is_not_in_the_text_is_marked_as_inferred() -> None:
    bare = gate(PAGE, [{"quote": "17 girls were abducted", "party": "Sable Legion"}], (), "model@1").statements[0]
    assert [party.basis for party in bare.parties] == [Basis.INFERRED]


QUOTE = "17 girls were abducted"


def unread(text: str, quote: str, **fields: Json) -> Statement:
    """What comes of a quote in whose text the rules read no claim."""
    page = RULES.page(document_of_text("itm_x", text, on_day(date(2021, 3, 9)), "en"))
    return gate(page, [{"quote": quote, **fields}], (), "model@1").statements[0]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Allegedly the wardens starved the boys of the house.", "alleged"),
        ('"The wardens starved the boys of the house," said a cook.', "attributed"),
        ("A cook said that the wardens starved the boys of the house.", "attributed"),
        ("It is not true that the wardens starved the boys of the house.", "unknown"),
    ],
)
def test_words_cut_out_of_a_sentence_are_no_surer_than_the_sentence(text: str, level: str) -> None:
    assert unread(text, "wardens starved the boys of the house", certainty="asserted").factuality.value == level


def test_a_denial_that_was_cut_away_is_said() -> None:
    text = "It is not true that soldiers burned the clinic."
    page = RULES.page(document_of_text("itm_x", text, on_day(date(2021, 3, 9)), "en"))
    found = gate(page, [{"quote": "soldiers burned the clinic"}], RULES.from_page(page), "model@1").statements[0]
    assert found.factuality is Factuality.UNKNOWN
    assert "denial" in [doubt.code for doubt in found.warnings]


def test_a_few_words_of_what_the_rules_read_are_read_as_they_read_the_whole() -> None:
    found = gate(PAGE, [{"quote": "is hard to estimate the number"}], BY_RULES, "model@1").statements[0]
    assert found.kind.value == "limitation"
    assert found.factuality is Factuality.UNKNOWN


@pytest.mark.parametrize("part", ["he", "ice", "en"])
def test_letters_inside_a_word_name_nobody(part: str) -> None:
    bare = unread(TEXT, QUOTE, source=part, party=part, place=part)
    assert bare.chain[-1].actor == "unnamed"
    assert [ref.basis for ref in bare.parties] + [ref.basis for ref in bare.places] == [Basis.INFERRED, Basis.INFERRED]


def test_a_name_behind_an_arabic_and_stands_in_the_text() -> None:
    page = RULES.page(document_of_text("itm_x", "وصل الناس والجيش إلى البلدة في الصباح.", DOCUMENT.published_on, "ar"))
    bare = gate(page, [{"quote": "وصل الناس والجيش إلى البلدة", "party": "الجيش"}], (), "model@1").statements[0]
    assert [ref.basis for ref in bare.parties] == [Basis.STATED]


@pytest.mark.parametrize("name", ["\ud800 army", "a\x00b", "\u202eymra", "x" * 5000, "...", "a\nb"])
def test_a_name_that_no_text_would_print_is_left_out_and_said(name: str) -> None:
    bare = unread(TEXT, QUOTE, source=name, party=name, place=name)
    assert (bare.parties, bare.places) == ((), ())
    assert ("fields_ignored", "3") in [(doubt.code, doubt.detail) for doubt in bare.warnings]


@pytest.mark.parametrize("value", ["1e400000000", "1/0", "9" * 4000, True, "17.0000000000000000001", " 17"])
def test_a_number_that_would_keep_the_machine_busy_is_turned_away(value: Json) -> None:
    assert rejected({"quote": QUOTE, "quantities": [{"value": value}]}) == "number_not_in_quote"


def test_the_same_words_with_a_word_more_are_proposed_twice() -> None:
    proposals: list[Json] = [{"quote": QUOTE}, {"quote": QUOTE + " by unidentified"}]
    found = gate(PAGE, proposals, BY_RULES, "model@1")
    assert ([one.quote for one in found.statements], [one.code for one in found.rejects]) == ([QUOTE], ["repeated"])
