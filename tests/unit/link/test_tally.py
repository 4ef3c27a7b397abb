"""A tally that somebody entered is a claim beside the counted acts, and one that does not fit is found."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from strategies import tried
from tawthiq.record.link.act import Act, Sex
from tawthiq.record.link.group import Group
from tawthiq.record.link.particulars.particulars import of
from tawthiq.record.link.tally import MAX_CLAIMS, Claims, has_claim, mismatches
from tawthiq.record.link.violation import UNIDENTIFIED, Violation


def violation(n_claimed: int | None = None, kind: str = "killing", **tallies: int) -> Violation:
    return Violation("vio_1", "inc_1", kind, UNIDENTIFIED, n_claimed=n_claimed, particulars=of(dict(tallies)))


def acts(boys: int, girls: int, unknown: int = 0) -> list[Act]:
    sexes = [Sex.M] * boys + [Sex.F] * girls + [Sex.U] * unknown
    return [Act(f"act_{n}", "vio_1", f"chd_{n}", sex=sex) for n, sex in enumerate(sexes)]


small = st.integers(0, 5)


@tried
@given(small, small, small, small)
def test_a_claim_fits_exactly_when_it_is_the_count(boys: int, girls: int, unknown: int, claimed: int) -> None:
    found = mismatches(violation(claimed), acts(boys, girls, unknown))
    assert bool(found) is (claimed != boys + girls + unknown)
    assert all((one.claimed, one.counted) == (claimed, boys + girls + unknown) for one in found)


def test_a_claim_within_the_bounds_of_a_group_fits() -> None:
    group = Act("act_g", "vio_1", group=Group(boys=4, n_min=3, n_max=6))
    assert mismatches(violation(6), [group]) == ()
    assert [one.field for one in mismatches(violation(7), [group])] == ["n_claimed"]


def test_children_of_unknown_sex_may_be_the_boys_that_were_claimed() -> None:
    assert mismatches(violation(tally_boys=2), acts(1, 1, 1)) == ()
    assert [one.field for one in mismatches(violation(tally_boys=3, tally_girls=0), acts(1, 1, 1))] == [
        "tally_boys",
        "tally_girls",
    ]


def test_a_child_in_two_acts_of_a_violation_is_one_child() -> None:
    twice = [Act("act_1", "vio_1", "chd_1"), Act("act_2", "vio_1", "chd_1")]
    assert mismatches(violation(1), twice) == ()
    boy = [Act("act_1", "vio_1", "chd_1", sex=Sex.M), Act("act_2", "vio_1", "chd_1", sex=Sex.M)]
    assert mismatches(violation(tally_boys=1), boy) == ()


def test_only_a_number_that_somebody_tells_is_a_claim() -> None:
    assert not has_claim(violation())
    assert has_claim(violation(0)) and has_claim(violation(tally_girls=0))
    assert not has_claim(violation(3, "attack_school"))


def test_what_a_run_cannot_hold_is_named_as_left() -> None:
    claims = Claims()
    left = claims.note(replace(violation(1), id=f"vio_{n}") for n in range(MAX_CLAIMS + 2))
    assert claims.note([replace(violation(2), id="vio_0"), violation()]) == []
    assert left == [f"vio_{MAX_CLAIMS}", f"vio_{MAX_CLAIMS + 1}"]
    assert (len(claims.violations), claims.violations["vio_0"].n_claimed) == (MAX_CLAIMS, 2)


def test_an_attack_on_a_school_has_no_children_to_compare() -> None:
    assert mismatches(violation(3, "attack_school"), []) == ()
