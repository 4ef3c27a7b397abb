"""A model chooses among what the sentence holds; words planted elsewhere move nothing, certainty only sinks."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.record.extract.gate.gate import Gated, gate
from tawthiq.record.extract.statement import Basis, StatedTime, Statement, StatementKind
from tawthiq.terms.identity import Json
from tawthiq.terms.when import on_day
from unit.extract.proposals import RULES

TEXT = (
    "The Kesh Front took 14 boys from Odem on Tuesday, Ana Ruz, a teacher, said. The youngest is nine, she added. "
    "Wardens starved two girls near Lusa.\n\n"
    "The Sable Legion is said to be kind. Three in ten of the boys were under 15; the band used 40 as porters."
)
TOOK = "The Kesh Front took 14 boys from Odem on Tuesday, Ana Ruz, a teacher, said"


def gated(*proposals: Json, text: str = TEXT, language: str = "en") -> Gated:
    page = RULES.page(document_of_text("itm_x", text, on_day(date(2021, 3, 11)), language))
    return gate(page, proposals, RULES.from_page(page), "model@1")


def made(quote: str, *, text: str = TEXT, language: str = "en", **fields: Json) -> Statement:
    found = gated({"quote": quote, **fields}, text=text, language=language)
    assert not found.rejects
    return found.statements[0]


def doubts(one: Statement) -> dict[str, str]:
    return {doubt.code: doubt.detail for doubt in one.warnings}


def test_a_party_of_the_sentence_that_no_rule_reads_is_the_models_to_name() -> None:
    one = made("Wardens starved two girls near Lusa", parties=[{"name": "Wardens", "words": "Wardens"}])
    assert [(party.name, party.basis) for party in one.parties] == [("Wardens", Basis.STATED)]


def test_a_whole_name_is_stated_where_words_of_the_sentence_stand_for_it() -> None:
    told: Json = [{"name": "Kesh Front", "words": "the band"}]
    one = made("the band used 40 as porters", parties=told)
    assert [(party.name, party.basis) for party in one.parties] == [("Kesh Front", Basis.STATED)]


def test_words_of_the_sentence_do_not_vouch_for_a_name_that_the_text_lacks() -> None:
    one = made("the band used 40 as porters", parties=[{"name": "Iron League", "words": "the band"}])
    assert [(party.name, party.basis) for party in one.parties] == [("Iron League", Basis.INFERRED)]


def test_a_pronoun_names_nobody_so_its_party_is_implied() -> None:
    text = "The Kesh Front took 14 boys. They used them as porters."
    one = made("They used them as porters", text=text, parties=[{"name": "Kesh Front", "words": "They"}])
    assert [(party.name, party.basis) for party in one.parties] == [("Kesh Front", Basis.IMPLIED)]


@pytest.mark.parametrize("words", ["", "The Kesh Front"])
def test_a_name_from_elsewhere_does_not_replace_whom_the_sentence_names(words: str) -> None:
    one = made(TOOK, parties=[{"name": "Sable Legion", "words": words}])
    assert [party.name for party in one.parties] == ["Kesh Front"]


def test_what_a_model_leaves_out_stays_as_the_rules_read_it() -> None:
    one = made(TOOK)
    assert [party.name for party in one.parties] == ["Kesh Front"]
    assert [place.name for place in one.places] == ["Odem"]
    assert (one.speaker, isinstance(one.act_period, StatedTime), len(one.quantities)) == ("Ana Ruz", True, 1)


def test_where_a_model_says_that_nothing_is_told_nothing_is_and_the_difference_is_said() -> None:
    one = made(TOOK, parties=[], places=[], sources=[], violations=[], time="", quantities=[])
    assert (one.parties, one.places, one.violations, one.quantities) == ((), (), (), ())
    assert set(doubts(one)["rules_read_otherwise"].split(", ")) >= {"parties", "places", "violations", "source"}


def test_that_it_was_before_the_text_came_out_needs_no_words() -> None:
    text = "Wardens took 12 boys."
    one = made(text[:-1], text=text, time="")
    assert isinstance(one.act_period, StatedTime)
    assert one.act_period.rule == "not_after_publication"


def test_silence_about_a_source_makes_nothing_surer() -> None:
    assert made(TOOK, sources=[], certainty="asserted").factuality.value == "attributed"


def test_a_speaker_keeps_the_name_that_the_rules_give() -> None:
    assert made(TOOK, sources=["Ana Ruz, a teacher"]).speaker == "Ana Ruz"


def test_a_speaker_of_an_earlier_sentence_is_carried_on() -> None:
    text = "Wardens starved two girls, the cook Bela Tor said. They slept on straw."
    one = made("They slept on straw", text=text, sources=["Bela Tor"])
    assert (one.speaker, one.chain[-1].carried) == ("Bela Tor", True)


def test_two_mouths_stand_in_the_order_of_the_chain() -> None:
    text = "The office said that a cook had seen wardens starve two girls."
    one = made("wardens starve two girls", text=text, sources=["office", "cook"])
    assert [link.actor for link in one.chain] == ["document", "office", "cook"]


def test_a_time_is_read_by_our_grammar_from_the_words_that_a_model_points_at() -> None:
    text = "Wardens starved two girls on 3 March, a day after the feast of 2 March."
    one = made("Wardens starved two girls on 3 March", text=text, time="on 3 March")
    assert isinstance(one.act_period, StatedTime)
    assert one.act_period.when == on_day(date(2021, 3, 3))


def test_words_that_are_no_time_leave_the_time_that_the_rules_read() -> None:
    assert made(TOOK, time="14 boys").act_period == made(TOOK).act_period


def test_each_number_of_a_row_of_parties_stays_with_its_party() -> None:
    text = "The office verified the recruitment of 22 boys by the Kesh Front (13) and the Sable Legion (9)."
    told: Json = [{"kind": "count", "comparator": "=", "value": value} for value in (22, 13, 9)]
    one = made(text[:-1], text=text, parties=["Kesh Front", "Sable Legion"], quantities=told)
    held = [(item.quantity.low, item.party) for item in one.quantities]
    assert held == [(Fraction(22), None), (Fraction(13), 0), (Fraction(9), 1)]


def test_numbers_that_a_model_does_not_name_are_left_out() -> None:
    one = made("Three in ten of the boys were under 15", quantities=[{"kind": "age", "comparator": "<", "value": 15}])
    assert [item.quantity.low for item in one.quantities] == [15]


@pytest.mark.parametrize("value", [30, 0.3, "3/10"])
def test_a_share_is_the_same_in_a_hundred_and_of_one(value: Json) -> None:
    told: Json = [{"kind": "fraction", "comparator": "=", "value": value}]
    one = made("Three in ten of the boys were under 15", quantities=told)
    assert [item.quantity.low for item in one.quantities] == [Fraction(30)]


def test_a_number_whose_kind_only_the_model_knows_is_let_in_with_a_doubt() -> None:
    told: Json = [{"kind": "count", "comparator": "~", "value": 320}]
    one = made("The pupils (est. 320) have no school", text="The pupils (est. 320) have no school.", quantities=told)
    assert [(item.quantity.comparator.value, item.quantity.low) for item in one.quantities] == [("~", Fraction(320))]
    assert "number_from_model" in doubts(one)


@pytest.mark.parametrize("value", [3, 2021])
def test_a_date_is_no_number_of_children(value: int) -> None:
    proposal: Json = {
        "quote": "Wardens starved girls on 3 March 2021",
        "quantities": [{"kind": "count", "comparator": "=", "value": value}],
    }
    found = gated(proposal, text="Wardens starved girls on 3 March 2021.")
    assert [reject.code for reject in found.rejects] == ["number_not_in_quote"]


@pytest.mark.parametrize("amount", [{"high": 99}, {"value": 14, "high": 99}, {"value": 99}])
def test_no_end_of_a_range_is_taken_on_trust(amount: dict[str, Json]) -> None:
    found = gated({"quote": TOOK, "quantities": [{"kind": "count", "comparator": "range", **amount}]})
    assert [reject.code for reject in found.rejects] == ["number_not_in_quote"]


def test_two_equal_numbers_are_two() -> None:
    text = "The Kesh Front took 12 boys and 12 girls."
    told: Json = [{"kind": "count", "comparator": "=", "value": 12}] * 2
    assert [item.quantity.low for item in made(text[:-1], text=text, quantities=told).quantities] == [12, 12]


def test_of_two_numbers_alike_the_one_of_the_models_kind_is_meant() -> None:
    text = "The Kesh Front took 12 girls aged 12."
    one = made(text[:-1], text=text, quantities=[{"kind": "age", "comparator": "=", "value": 12}])
    assert [item.quantity.kind.value for item in one.quantities] == ["age"]


def test_that_a_number_is_unknown_a_model_may_always_say() -> None:
    told: Json = [{"kind": "count", "comparator": "unknown"}]
    one = made("Nobody knows of the rest", text="Nobody knows of the rest.", quantities=told)
    assert [(item.quantity.comparator.value, item.quantity.low) for item in one.quantities] == [("unknown", None)]


def test_two_claims_of_the_same_words_are_both_kept() -> None:
    quote = "Wardens starved two girls near Lusa"
    found = gated({"quote": quote, "violations": ["killing"]}, {"quote": quote, "violations": ["maiming"]})
    assert (len(found.statements), found.rejects) == (2, ())


def test_a_kind_and_violations_without_a_name_are_taken_from_the_model() -> None:
    one = made("Wardens starved two girls near Lusa", kind="context_claim", violations=["unspecified"])
    assert (one.kind, [ref.code for ref in one.violations]) == (StatementKind.CONTEXT_CLAIM, ["unspecified"])


def test_a_not_that_was_cut_away_takes_the_words_back() -> None:
    text = "The Front killed 12 children, but did not take any girl."
    one = made("take any girl", text=text, violations=["abduction"], certainty="asserted")
    assert (one.factuality.value, "denial" in doubts(one)) == ("unknown", True)


def test_no_more_than_twelve_takes_nothing_back() -> None:
    text = "The task force verified that 94 boys, no older than 12, were recruited by the Kesh Front (58) in 2020."
    one = made("recruited by the Kesh Front (58) in 2020", text=text, violations=["recruitment_use"])
    assert "denial" not in doubts(one)


@pytest.mark.parametrize(("kind", "level"), [("violation_claim", "unknown"), ("context", "asserted")])
def test_a_denial_that_no_rule_understood_is_no_deed(kind: str, level: str) -> None:
    text = "None of them has ever seen that money."
    one = made(text[:-1], text=text, kind=kind, violations=["unspecified"], certainty="asserted")
    assert one.factuality.value == level


def test_a_party_goes_by_the_longer_name_that_the_sentence_holds() -> None:
    page = RULES.page(document_of_text("itm_x", TEXT, on_day(date(2021, 3, 11)), "en"))
    cut = [
        replace(one, parties=tuple(replace(ref, name="Kesh") for ref in one.parties)) for one in RULES.from_page(page)
    ]
    (one,) = gate(page, [{"quote": TOOK, "parties": ["Kesh Front"]}], cut, "model@1").statements
    assert [party.name for party in one.parties] == ["Kesh Front"]


def test_whom_the_rules_hear_in_the_sentence_is_not_replaced_by_a_speaker_of_another() -> None:
    text = "Ana Ruz said that the Front took 14 boys. A cook said that wardens killed two girls."
    assert made("A cook said that wardens killed two girls", text=text, sources=["Ana Ruz"]).speaker == "cook"


def test_an_office_beside_a_name_is_the_same_speaker() -> None:
    text = "Wardens killed two girls, said their aunt, Nubia Tor."
    assert made(text[:-1], text=text, sources=["aunt"]).speaker == "Nubia Tor"


@pytest.mark.parametrize(("certainty", "level"), [("claimed_by_party", "claimed_by_party"), ("asserted", "unknown")])
def test_a_model_that_saw_the_denial_keeps_its_word_for_it(certainty: str, level: str) -> None:
    text = "It is not true that soldiers killed 12 children in Lusa."
    one = made("soldiers killed 12 children in Lusa", text=text, violations=["killing"], certainty=certainty)
    assert one.factuality.value == level


def test_words_cut_out_of_what_the_rules_read_as_a_denial_say_so() -> None:
    text = "The army denied that soldiers killed 12 children in Lusa."
    one = made("soldiers killed 12 children in Lusa", text=text, kind="violation_claim", violations=["killing"])
    assert (one.factuality.value, "denial" in doubts(one)) == ("claimed_by_party", True)


def test_of_two_times_that_a_model_points_at_the_one_with_more_of_its_words_is_meant() -> None:
    text = "Wardens starved girls in May and on 3 March 2020."
    page = RULES.page(document_of_text("itm_x", text, on_day(date(2021, 3, 11)), "en"))
    (one,) = gate(page, [{"quote": text[:-1], "time": "in May and on 3 March 2020"}], (), "model@1").statements
    assert isinstance(one.act_period, StatedTime)
    assert one.act_period.when == on_day(date(2020, 3, 3))


def test_a_rank_is_no_number() -> None:
    text = "The fifteenth clinic was hit."
    found = gated({"quote": text[:-1], "quantities": [{"kind": "count", "comparator": "=", "value": 15}]}, text=text)
    assert [reject.code for reject in found.rejects] == ["number_not_in_quote"]


def test_a_third_is_told_as_near_as_anybody_writes_it() -> None:
    text = "A third of the boys were under 15."
    one = made(text[:-1], text=text, quantities=[{"kind": "percent", "comparator": "=", "value": 33.3}])
    assert [item.quantity.kind.value for item in one.quantities] == ["percent"]


def test_the_same_claim_of_other_words_is_another_statement() -> None:
    fields: dict[str, Json] = {"violations": ["killing"], "parties": [], "sources": []}
    quotes = ["Wardens starved girls", "Guards starved boys"]
    found = gated(*({"quote": quote, **fields} for quote in quotes), text=". ".join(quotes) + ".")
    assert [one.quote for one in found.statements] == quotes


def test_a_violation_that_nobody_knows_is_said_to_be_left_out() -> None:
    one = made(TOOK, violations=["theft", "abduction"])
    assert ([ref.code for ref in one.violations], "unknown_violation_dropped" in doubts(one)) == (["abduction"], True)


def test_a_hedge_of_another_claim_of_the_sentence_is_none_of_this_one() -> None:
    text = "The Kesh Front killed 12 boys in Lusa, and its leader is believed to have fled."
    quote = "The Kesh Front killed 12 boys in Lusa"
    page = RULES.page(document_of_text("itm_x", text, on_day(date(2021, 3, 11)), "en"))
    read = [replace(one, factuality=Factuality.ASSERTED) for one in RULES.from_page(page)]
    (one,) = gate(page, [{"quote": quote, "certainty": "asserted"}], read, "model@1").statements
    assert one.factuality is Factuality.ASSERTED
