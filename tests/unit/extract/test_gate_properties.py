"""Whatever a model answers: quotes are the text's, numbers our grammar's, and nothing is surer than the rules."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.record.extract.factuality import Factuality, stronger
from tawthiq.record.extract.gate.gate import gate
from tawthiq.record.extract.gate.told import told
from tawthiq.record.extract.numbers.numbers import numbers_of
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Basis, Statement, StatementKind
from tawthiq.terms.identity import Json
from unit.extract.proposals import BY_RULES, PAGE, TEXT

STARTS = [token.start for token in PAGE.tokens]
ENDS = [token.end for token in PAGE.tokens]
NAMES = st.sampled_from(
    ["Kesh Front", "Horizon Watch", "The office", "army", "Sable Legion", "unnamed", "", "Lusa", "12"]
)
NAMED = st.one_of(NAMES, st.fixed_dictionaries({"name": NAMES, "words": NAMES}))
AMOUNT = st.fixed_dictionaries(
    {"kind": st.sampled_from(["count", "age", "money", "none"]), "comparator": st.sampled_from(["=", ">=", "unknown"])},
    optional={"value": st.sampled_from([12, 17, 1100, 3, 2020, 5, ""])},
)
PROPOSAL = st.fixed_dictionaries(
    {"quote": st.tuples(st.sampled_from(STARTS), st.sampled_from(ENDS)).map(lambda at: TEXT[at[0] : at[1]])},
    optional={
        "kind": st.sampled_from([*StatementKind, "other"]),
        "violations": st.lists(st.sampled_from(["killing", "abduction", "unspecified", "theft"])),
        "parties": st.lists(NAMED, max_size=2),
        "sources": st.lists(NAMED, max_size=2),
        "places": st.lists(NAMED, max_size=2),
        "time": st.sampled_from(["in 2020", "on 3 March", "", "17 girls", "yesterday"]),
        "quantities": st.lists(AMOUNT, max_size=3),
        "certainty": st.sampled_from([*Factuality, "sure"]),
    },
)


def let_in(proposals: list[Json]) -> list[tuple[Statement, Span]]:
    found = gate(PAGE, proposals, BY_RULES, "model@1").statements
    return [(one, one.span) for one in found if isinstance(one.span, Span)]


@given(st.lists(PROPOSAL, max_size=4))
@settings(max_examples=200)
def test_nothing_is_surer_than_what_the_rules_read_on_the_same_words(proposals: list[Json]) -> None:
    for one, span in let_in(proposals):
        read = [other for other in BY_RULES if isinstance(other.span, Span) and other.span.overlap_chars(span)]
        assert not any(stronger(one.factuality, other.factuality) for other in read)


@given(st.lists(PROPOSAL, max_size=4))
@settings(max_examples=200)
def test_every_quote_and_number_stands_in_the_text(proposals: list[Json]) -> None:
    for one, span in let_in(proposals):
        assert one.quote == span.of(TEXT)
        inside = [token for token in PAGE.tokens if span.start <= token.start and token.end <= span.end]
        values = {number.value for number in numbers_of(TEXT, inside, PAGE.lexicon)}
        assert {item.quantity.low for item in one.quantities} <= {*values, None}


@given(st.lists(PROPOSAL, max_size=4))
@settings(max_examples=200)
def test_a_name_that_the_text_lacks_is_never_stated_or_implied(proposals: list[Json]) -> None:
    for one, _ in let_in(proposals):
        refs = [(ref.name, ref.basis) for ref in one.parties] + [(ref.name, ref.basis) for ref in one.places]
        assert all(basis is Basis.INFERRED for name, basis in refs if name == "Sable Legion")
        assert "Sable Legion" not in [link.actor for link in one.chain]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["quote", "parties", "quantities", "value", "time", "x"]), inner, max_size=4
            )
        ),
        max_leaves=8,
    )
)
def test_any_answer_is_read_or_turned_away_by_a_fixed_word(answer: Json) -> None:
    said = told(answer)
    assert not isinstance(said, str) or said in ("not_an_object", "quantities_unusable", "number_not_in_quote")
