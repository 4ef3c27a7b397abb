"""One source told often is one root; people's decisions hold for later copies."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.record.compare.copy import Copy, CopyKind
from tawthiq.record.compare.decision import Decision, Verdict, settled
from tawthiq.record.compare.first_posted import Posting, possibly_first
from tawthiq.record.compare.roots import Roots, find_roots
from tawthiq.terms.errors import BadInput, ImpossibleDate
from unit.compare.made import at, item, link, posted

ACTOR = "usr_invented"


def say(verdict: Verdict, left: str, right: str, minute: int = 0) -> Decision:
    sides = [frozenset(item(name) for name in side) for side in (left, right)]
    return Decision(verdict, sides[0], sides[1], ACTOR, at(minute))


def roots(names: str, links: list[Copy], decisions: list[Decision] | None = None) -> Roots:
    """Items a, b, c... posted in that order."""
    return find_roots({item(n): posted(n, at_) for at_, n in enumerate(names)}, links, decisions or [])


def groups(found: Roots, names: str = "abcdef") -> set[str]:
    spelled = {item(name): name for name in names}
    return {"".join(sorted(spelled[one] for one in cluster.members)) for cluster in found.clusters}


def test_one_source_twice_is_not_two_sources() -> None:
    found = roots("abc", [link("a", "b")])
    assert groups(found) == {"ab", "c"}
    assert found.root_of()[item("b")] == item("a")


def test_fifty_reposts_have_one_root_and_it_is_the_first() -> None:
    names = list(range(50))
    found = find_roots({item(n): posted(n, 100 - n) for n in names}, [link(n, n + 1) for n in names[:-1]], [])
    assert len(found.clusters) == 1
    assert found.clusters[0].root == item(49)
    assert found.clusters[0].first_is_known


@pytest.mark.parametrize("kind", [CopyKind.SAME_SCENE, CopyKind.POSSIBLE])
def test_a_scene_or_a_possibility_is_a_question_and_joins_nothing(kind: CopyKind) -> None:
    question = link("a", "b", kind)
    found = roots("ab", [question])
    assert groups(found) == {"a", "b"}
    assert found.questions == (question,)


def test_a_confirmed_possibility_joins() -> None:
    found = roots("ab", [link("a", "b", CopyKind.POSSIBLE)], [say(Verdict.CONFIRM, "a", "b")])
    assert groups(found) == {"ab"}
    assert not found.questions


def test_a_confirmation_is_inherited_by_a_later_copy() -> None:
    links = [link("a", "b", CopyKind.POSSIBLE), link("b", "c"), link("a", "c", CopyKind.POSSIBLE)]
    found = roots("abc", links, [say(Verdict.CONFIRM, "a", "b")])
    assert groups(found) == {"abc"}
    assert not found.questions


def test_a_rejection_is_inherited_by_a_later_copy() -> None:
    links = [link("a", "b", CopyKind.POSSIBLE), link("b", "c", value=1), link("a", "c", CopyKind.POSSIBLE)]
    found = roots("abc", links, [say(Verdict.REJECT, "a", "b")])
    assert groups(found) == {"a", "bc"}
    assert not found.questions
    assert set(found.overruled) == {links[0], links[2]}


def test_a_rejected_pair_is_not_joined_through_a_third() -> None:
    found = roots("abc", [link("a", "c", value=2), link("b", "c", value=9)], [say(Verdict.REJECT, "a", "b")])
    assert groups(found) == {"ac", "b"}


def test_a_split_parts_a_cluster_and_keeps_the_sides_together() -> None:
    chain = [link("a", "b", value=9), link("b", "c", value=1), link("c", "d", value=9)]
    assert groups(roots("abcd", chain)) == {"abcd"}
    assert groups(roots("abcd", chain, [say(Verdict.SPLIT, "ab", "cd")])) == {"ab", "cd"}


def test_many_possible_reposts_of_two_clusters_are_one_question() -> None:
    sure = [link("a", "b"), link("c", "d")]
    pairs = [("a", "c"), ("a", "d"), ("b", "c")]
    maybe = [link(one, other, CopyKind.POSSIBLE, value=40 + n) for n, (one, other) in enumerate(pairs)]
    assert roots("abcd", [*maybe, *sure]).questions == (maybe[0],)


def test_the_later_decision_wins() -> None:
    yes, no = say(Verdict.CONFIRM, "a", "b", 2), say(Verdict.REJECT, "a", "b", 1)
    assert groups(roots("ab", [], [yes, no])) == {"ab"}


def test_decisions_that_contradict_each_other_are_shown() -> None:
    told = [say(Verdict.CONFIRM, "a", "b"), say(Verdict.CONFIRM, "b", "c"), say(Verdict.REJECT, "a", "c")]
    assert len(roots("abc", [], told).conflicts) == 1


def test_who_was_first_is_open_when_the_times_do_not_tell() -> None:
    found = find_roots({item("a"): posted("a", 5), item("b"): posted("b", None)}, [link("a", "b")], [])
    assert not found.clusters[0].first_is_known
    assert found.clusters[0].possibly_first == {item("a"), item("b")}
    assert found.clusters[0].root == item("a")


def test_who_was_collected_before_the_other_was_posted_came_first() -> None:
    assert possibly_first([posted("a", 5), posted("b", None, collected=3)]) == (item("b"),)


def test_equal_moments_leave_both() -> None:
    assert set(possibly_first([posted("a", 5), posted("b", 5), posted("c", 6)])) == {item("a"), item("b")}


def test_a_moment_is_compared_across_zones() -> None:
    early = Posting(item("a"), None, datetime(2020, 1, 1, 13, tzinfo=timezone(timedelta(hours=3))))
    assert possibly_first([early, Posting(item("b"), datetime(2020, 1, 1, 11, tzinfo=UTC), at(0))]) == (item("a"),)


def test_times_without_zone_or_backwards_are_refused() -> None:
    with pytest.raises(BadInput):
        Posting(item("a"), None, datetime(2020, 1, 1))  # noqa: DTZ001  the missing zone is what is tested
    with pytest.raises(ImpossibleDate):
        Posting(item("a"), at(2), at(1))


def test_a_decision_has_two_sides() -> None:
    with pytest.raises(BadInput):
        say(Verdict.REJECT, "ab", "bc")


NAMES = "abcdef"
PAIRS = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] < pair[1])
LINKS = st.lists(
    st.builds(lambda p, k, v: link(p[0], p[1], k, v), PAIRS, st.sampled_from(CopyKind), st.integers(0, 31))
)
DECISIONS = st.lists(
    st.builds(lambda p, v, m: say(v, p[0], p[1], m), PAIRS, st.sampled_from(Verdict), st.integers(0, 20)), max_size=5
)


@settings(max_examples=60, deadline=None)
@given(LINKS, DECISIONS, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_no_decision_is_overrun(
    links: list[Copy], decisions: list[Decision], shuffled: random.Random
) -> None:
    found = roots(NAMES, links, decisions)
    links_again, decisions_again = [*links], [*decisions]
    shuffled.shuffle(links_again)
    shuffled.shuffle(decisions_again)
    assert roots(NAMES, links_again, decisions_again) == found
    root_of = found.root_of()
    assert set(root_of) == {item(name) for name in NAMES}
    for (one, other), together in settled(decisions).items():
        one_root = root_of[one] == root_of[other]
        assert one_root == together or (together and found.conflicts)
