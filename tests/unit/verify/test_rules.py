"""Laws of the pure rules: policies, stages, four eyes, independence, standing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.record.link.act import Act, AgeRange
from tawthiq.record.verify.assessment import Assessment, Facts, Stage, Status
from tawthiq.record.verify.body import verified_words
from tawthiq.record.verify.four_eyes import check_register, why_not_final
from tawthiq.record.verify.independence import UNNAMED, Grounds, Telling, find_grounds
from tawthiq.record.verify.policy import POLICIES, Case, check, current_chain, gaps, next_stage, policy_of
from tawthiq.record.verify.standing import differences, standing
from tawthiq.terms import vocabulary
from tawthiq.terms.errors import BadInput, Conflict, MissingField, SecondSignature, TawthiqError, UnknownCode

FACTS = Facts(1, 2, 3, "d")
AT = datetime(2015, 3, 1, tzinfo=UTC)


def step(stage: Stage, by: str = "usr_a", status: Status = Status.VERIFIED, policy: str = "un_mrm@1") -> Assessment:
    return Assessment("act_x", FACTS, status, policy, "Body", stage, by, AT, date(2015, 2, 1), reasons="because")


def telling(nth: int, *, item: str = "", end: str = "", source: str = "", kind: str = "media") -> Telling:
    return Telling(f"stm_{nth}", source or f"src_{nth}", kind, item or f"itm_{nth}", end)


def test_thirty_reposts_of_one_video_are_one_source() -> None:
    tellings = [telling(nth) for nth in range(30)]
    assert find_grounds(tellings, {}, {f"itm_{nth}": "itm_0" for nth in range(30)}).n_independent == 1


def test_two_outlets_that_quote_one_organisation_are_one_source() -> None:
    assert find_grounds([telling(1, end="ngo"), telling(2, end="ngo")], {}, {}).n_independent == 1


def test_a_source_that_derives_from_another_adds_nothing() -> None:
    derives = {"src_2": ["src_3"], "src_3": ["src_1"]}
    assert find_grounds([telling(1), telling(2)], derives, {}).n_independent == 1


def test_an_unnamed_end_is_independent_of_nobody() -> None:
    grounds = find_grounds([telling(1), telling(2, end=UNNAMED), telling(3, end=UNNAMED)], {}, {})
    assert (grounds.n_independent, grounds.unnamed) == (1, ("stm_2", "stm_3"))


def test_one_source_twice_is_not_two_sources() -> None:
    assert find_grounds([telling(1, source="src_a"), telling(2, source="src_a")], {}, {}).n_independent == 1


def test_separate_witnesses_are_separate() -> None:
    assert find_grounds([telling(1), telling(2)], {}, {}).n_independent == 2


def test_sources_that_quote_one_another_in_a_ring_are_one() -> None:
    derives = {"src_1": ["src_2"], "src_2": ["src_1"]}
    assert find_grounds([telling(1), telling(2)], derives, {}).n_independent == 1


@given(st.permutations([telling(n, end="ngo" if n % 3 == 0 else "", item=f"itm_{n % 4}") for n in range(8)]))
def test_the_order_of_tellings_never_matters(tellings: list[Telling]) -> None:
    assert find_grounds(tellings, {}, {}) == find_grounds(sorted(tellings, key=lambda one: one.statement_id), {}, {})


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3)), max_size=8),
    st.tuples(st.integers(0, 5), st.integers(0, 3)),
)
def test_one_telling_more_adds_at_most_one_root(told: list[tuple[int, int]], more: tuple[int, int]) -> None:
    def count(pairs: list[tuple[int, int]]) -> int:
        tellings = [telling(n, item=f"itm_{i}", source=f"src_{s}") for n, (i, s) in enumerate(pairs)]
        return find_grounds(tellings, {}, {}).n_independent

    assert count([*told, more]) <= count(told) + 1


@pytest.mark.parametrize("code", POLICIES)
def test_stages_run_forward_one_at_a_time_to_the_final_one(code: str) -> None:
    policy = policy_of(code)
    taken: list[Assessment] = []
    for stage in policy.stages:
        assert next_stage(policy, taken) is stage
        taken.append(step(stage, by=f"usr_{stage}", policy=code))
    assert policy.stages[-1] is Stage.FINAL
    assert next_stage(policy, taken) is policy.stages[0]


@pytest.mark.parametrize(
    ("kinds", "n_roots", "missing"),
    [
        (("social_post", "witness"), 2, []),
        (("victim", "witness"), 2, ["no_open_source"]),
        (("media",), 1, ["not_independent"]),
    ],
)
def test_open_sources_corroborate_where_one_is_published_and_another_knows(
    kinds: tuple[str, ...], n_roots: int, missing: list[str]
) -> None:
    tellings = [telling(n, kind=kind, source=f"src_{n % n_roots}") for n, kind in enumerate(kinds)]
    grounds = find_grounds(tellings, {}, {})
    judged = replace(step(Stage.FOCAL, policy="osint_corroborated@1"), trained=True, credibility=2)
    case = Case(step(Stage.FINAL, policy="osint_corroborated@1"), (judged,), grounds, None)
    assert [gap.code for gap in gaps(policy_of("osint_corroborated@1"), case)] == missing


@given(st.lists(st.sampled_from(list(Stage)), max_size=6), st.sampled_from(list(Stage)))
def test_no_step_is_ever_skipped(stages: list[Stage], last: Stage) -> None:
    policy = policy_of("un_mrm@1")
    earlier: list[Assessment] = []
    for stage in stages:
        if next_stage(policy, earlier) is stage:
            earlier.append(step(stage))
    case = Case(step(last, status=Status.PENDING), tuple(earlier), Grounds(), None)
    if next_stage(policy, earlier) is last:
        check(policy, case)
        orders = [policy.stages.index(one.stage) for one in current_chain([*earlier, case.next])]
        assert orders == list(range(len(orders)))
    else:
        with pytest.raises(Conflict):
            check(policy, case)


def test_verified_is_refused_for_every_gap_and_nothing_else_is() -> None:
    policy = policy_of("un_mrm@1")
    earlier = (step(Stage.FOCAL), step(Stage.TECHNICAL))
    found = [gap.code for gap in gaps(policy, Case(step(Stage.FINAL), earlier, Grounds(), None))]
    assert found == ["no_primary_source", "not_judged_credible", "no_un_sign_off"]
    check(policy, Case(step(Stage.FINAL, status=Status.NOT_VERIFIABLE), earlier, Grounds(), None))


def test_a_downgrade_without_reasons_is_refused() -> None:
    down = replace(step(Stage.TECHNICAL, status=Status.NOT_VERIFIABLE), reasons=" ")
    with pytest.raises(MissingField):
        check(policy_of("un_mrm@1"), Case(down, (step(Stage.FOCAL),), Grounds(), None))


@given(st.sets(st.sampled_from("abcd")), st.lists(st.sampled_from("abcd"), max_size=4), st.sampled_from("abcd"))
def test_the_final_step_is_never_one_of_those_before(makers: set[str], assessors: list[str], actor: str) -> None:
    earlier = [step(Stage.FOCAL, by=by) for by in assessors]
    assert bool(why_not_final(actor, makers, earlier, {})) == (actor in makers or actor in assessors)


@pytest.mark.parametrize(("people", "stopped"), [("a", True), ("b", False), ("ab", False), ("bc", False)])
def test_who_alone_read_a_statement_does_not_verify_what_rests_on_it(people: str, stopped: bool) -> None:
    assert bool(why_not_final("a", (), (), {"stm_x": frozenset("bc"), "stm_y": frozenset(people)})) == stopped


def test_a_register_does_not_name_its_importer_as_verifier() -> None:
    with pytest.raises(SecondSignature):
        check_register(" Verifier One ", ["usr_x", "verifier one"], where="verified_by")
    check_register("Another body", ["usr_x", ""], where="verified_by")


@given(st.sampled_from(list(Status)), st.sampled_from(list(Stage)), st.booleans())
def test_only_a_final_decision_on_this_version_counts(status: Status, stage: Stage, edited: bool) -> None:
    now = replace(FACTS, act=9) if edited else FACTS
    stands = standing([step(stage, status=status)], now)
    if stage is Stage.FINAL and not edited:
        assert stands.occurrence is status
    else:
        assert stands.occurrence is Status.UNDER_REVIEW
    assert stands.fell_back == (edited and stage is Stage.FINAL)


def test_the_diff_names_the_field_that_was_edited() -> None:
    act = Act("act_x", "vio_x", "chd_x", age=AgeRange(14, 15))
    edited = replace(act, age=AgeRange(16, 17))
    assert [(one.field, one.judged, one.now) for one in differences(act.id, act.content(), edited.content())] == [
        ("age", "14-15", "16-17")
    ]


def test_statuses_and_stages_are_those_of_the_vocabularies() -> None:
    assert [one.value for one in Status] == list(vocabulary.load("status").terms)
    assert [one.value for one in Stage] == list(vocabulary.load("stage").terms)
    assert set(POLICIES) == set(vocabulary.load("policy").terms), "a name without a rule decides nothing"


def test_the_words_un_need_a_configured_body() -> None:
    assert verified_words("Body", "un_mrm@1", frozenset()) == "verified by Body under un_mrm@1"
    assert verified_words("Body", "un_mrm@1", frozenset({"Body"})).startswith("UN-verified by Body")


class Bad(TypedDict, total=False):
    """A field of an assessment with a value that it cannot have."""

    policy: str
    body: str
    reliability: str
    credibility: int


@pytest.mark.parametrize("bad", [{"policy": " "}, {"body": ""}, {"reliability": "G"}, {"credibility": 0}])
def test_an_assessment_without_its_grounds_is_no_assessment(bad: Bad) -> None:
    with pytest.raises((BadInput, TawthiqError)):
        replace(step(Stage.FOCAL), **bad)
    with pytest.raises(UnknownCode):
        policy_of("our_own@1")
