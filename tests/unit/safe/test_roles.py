"""Promises of access: closed by default, decided in one table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.safe.access import NEEDS_PURPOSE, NOBODY, OPENED_BY, Action, Actor, Allowed, Refused, Role, may


@given(st.sampled_from(Action), st.text(max_size=5))
def test_nobody_may_do_nothing(action: Action, purpose: str) -> None:
    assert isinstance(may(NOBODY, action, purpose=purpose), Refused)
    assert isinstance(may(Actor("usr_a"), action, purpose=purpose), Refused)


@given(st.sampled_from(Role), st.sampled_from(Action))
def test_a_role_opens_what_its_row_says_and_nothing_else(role: Role, action: Action) -> None:
    verdict = may(Actor("usr_a", frozenset({role})), action, purpose="because")
    assert isinstance(verdict, Allowed) == (action in OPENED_BY[role])


@pytest.mark.parametrize("action", sorted(NEEDS_PURPOSE))
def test_opening_what_can_hurt_needs_a_reason(action: Action) -> None:
    everything = Actor("usr_a", frozenset(Role))
    assert isinstance(may(everything, action, purpose="  "), Refused)
    assert isinstance(may(everything, action, purpose="referral"), Allowed)


def test_who_documents_does_not_verify_and_who_verifies_does_not_release() -> None:
    assert Action.ASSESS not in OPENED_BY[Role.COLLECTOR]
    assert Action.RELEASE_BUILD not in OPENED_BY[Role.VERIFIER]
    assert Action.ASSESS not in OPENED_BY[Role.PUBLISHER]
    assert not {Action.CASE_READ, Action.ITEM_READ, Action.IDENTITY_REVEAL} & OPENED_BY[Role.ANALYST]


def test_every_action_is_opened_by_somebody() -> None:
    assert set(Action) == {action for opened in OPENED_BY.values() for action in opened}
