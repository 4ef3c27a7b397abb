"""Policies: named, versioned, executable rules on when a case may be called verified; pure.

`un_mrm` after the MRM Field Manual (2014) as the domain page reads it: a primary source, judged credible by a trained
monitor, signed off by a person of the United Nations. `two_independent`: two sources that go back to different
roots. `osint_corroborated`: such two, one of them published, judged credible by a trained assessor. `provisional`: one
source and two people, for a record that is still being built. A past decision keeps the version it was taken under; a
changed rule is a new version here, beside the old one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from tawthiq.record.verify.assessment import CREDIBLE, Assessment, Stage, Status
from tawthiq.record.verify.body import Body
from tawthiq.record.verify.independence import Grounds
from tawthiq.terms.errors import Conflict, MissingField, NotPermitted, UnknownCode

PRIMARY_KINDS = frozenset({"victim", "witness", "alleged_perpetrator", "observation"})
"""Source kinds with first-hand knowledge (domain page, section 4)."""

OPEN_KINDS = frozenset({"media", "social_post", "party_claim", "official_record"})
"""Source kinds that were published, so that anybody can look at what they said."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a policy looks at. `next`: the decision about to be taken; `earlier`: those on the same version, oldest

    first; `grounds`: the sources relied on, with their roots; `body`: None when it is not configured.
    """

    next: Assessment
    earlier: tuple[Assessment, ...]
    grounds: Grounds
    body: Body | None


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing for the decision. `code`: fixed word; `what`, `do`: for the person."""

    code: str
    what: str
    do: str


SourceRule: TypeAlias = Callable[[Grounds], Gap | None]
PeopleRule: TypeAlias = Callable[[Case], Gap | None]


@dataclass(frozen=True, slots=True)
class Policy:
    """`stages` in order, the last is final. `on_sources`, `on_people`: what must hold before the final stage says

    verified, of what is relied on and of who decides.
    """

    name: str
    version: int
    stages: tuple[Stage, ...]
    on_sources: tuple[SourceRule, ...]
    on_people: tuple[PeopleRule, ...] = ()

    @property
    def code(self) -> str:
        """name@version, as every decision keeps it."""
        return f"{self.name}@{self.version}"


def gaps(policy: Policy, case: Case) -> tuple[Gap, ...]:
    """Everything that keeps the case from being verified under the policy, in the order of its rules."""
    of_people = tuple(gap for rule in policy.on_people if (gap := rule(case)) is not None)
    return source_gaps(policy, case.grounds) + of_people


def source_gaps(policy: Policy, grounds: Grounds) -> tuple[Gap, ...]:
    """What the sources alone leave open under the policy; the judgement of people comes on top."""
    return tuple(gap for rule in policy.on_sources if (gap := rule(grounds)) is not None)


def current_chain(earlier: Sequence[Assessment]) -> tuple[Assessment, ...]:
    """The decisions since the case was last opened (again) with a first step."""
    starts = [place for place, one in enumerate(earlier) if _opens(earlier, place, one)]
    return tuple(earlier[starts[-1] :]) if starts else ()


def _opens(earlier: Sequence[Assessment], place: int, one: Assessment) -> bool:
    return place == 0 or one.stage is Stage.FOCAL or earlier[place - 1].stage is Stage.FINAL


def next_stage(policy: Policy, earlier: Sequence[Assessment]) -> Stage:
    """The step that may be taken now: the first when nothing is open, else the one after the last taken."""
    chain = current_chain(earlier)
    if not chain or chain[-1].stage is Stage.FINAL or chain[-1].policy != policy.code:
        return policy.stages[0]
    return policy.stages[policy.stages.index(chain[-1].stage) + 1]


def check(policy: Policy, case: Case) -> None:
    """Raise Conflict for a step out of order, MissingField for a downgrade without reasons, NotPermitted for gaps."""
    step = case.next
    expected = next_stage(policy, case.earlier)
    if step.stage is not expected:
        raise Conflict(
            f"the next step under {policy.code} is {expected.value}, not {step.stage.value}",
            where=step.subject_id,
            do="stages are taken one at a time, forward",
        )
    if needs_reasons(case.earlier, step.occurrence) and not step.reasons.strip():
        raise MissingField(
            "the decision before says verified: another outcome, or opening the case again, needs reasons",
            where=step.subject_id,
            do="write in the reasons what changed, naming nobody",
        )
    if step.verifies and (missing := gaps(policy, case)):
        raise NotPermitted(
            f"{policy.code} refuses verified: {'; '.join(gap.what for gap in missing)}",
            where=step.subject_id,
            do="; ".join(gap.do for gap in missing),
        )


def needs_reasons(earlier: Sequence[Assessment], outcome: Status) -> bool:
    """True when the last decision said verified and the next does not, or reopens what was final."""
    if not earlier or earlier[-1].occurrence is not Status.VERIFIED:
        return False
    return outcome is not Status.VERIFIED or earlier[-1].stage is Stage.FINAL


def policy_of(code: str) -> Policy:
    """The policy of a name@version; raises UnknownCode."""
    found = POLICIES.get(code)
    if found is None:
        raise UnknownCode(f"{code!r} is no policy here", do=f"use one of: {', '.join(POLICIES)}")
    return found


def _primary_source(grounds: Grounds) -> Gap | None:
    if any(kind in PRIMARY_KINDS for kind in grounds.kinds):
        return None
    return Gap("no_primary_source", "no primary source is relied on", "rely on a victim, a witness or an observation")


def _credible(case: Case) -> Gap | None:
    steps = (*current_chain(case.earlier), case.next)
    if any(step.trained and step.credibility in CREDIBLE for step in steps):
        return None
    return Gap(
        "not_judged_credible",
        "no trained assessor judged it credible",
        "let a trained assessor judge the credibility 1 to 3",
    )


def _un_sign_off(case: Case) -> Gap | None:
    body = case.body
    if body is not None and body.un and case.next.by in body.authorised:
        return None
    return Gap(
        "no_un_sign_off",
        "the final step is not taken by an authorised person of a configured UN body",
        "configure the body and who may act for it, or choose another policy",
    )


def _two_roots(grounds: Grounds) -> Gap | None:
    if grounds.n_independent >= 2:
        return None
    return Gap(
        "not_independent",
        f"the sources relied on go back to {grounds.n_independent} independent root(s)",
        "find a source with knowledge of its own",
    )


def _open_source(grounds: Grounds) -> Gap | None:
    if any(kind in OPEN_KINDS for kind in grounds.kinds):
        return None
    return Gap("no_open_source", "no open source is relied on", "rely on what was published and is kept here")


def _some_source(grounds: Grounds) -> Gap | None:
    if grounds.kinds:
        return None
    return Gap("no_source", "no source is relied on", "name what the decision rests on")


_ALL_STAGES = (Stage.FOCAL, Stage.TECHNICAL, Stage.FINAL)

POLICIES: Mapping[str, Policy] = MappingProxyType(
    {
        policy.code: policy
        for policy in (
            Policy("un_mrm", 1, _ALL_STAGES, (_primary_source,), (_credible, _un_sign_off)),
            Policy("two_independent", 1, (Stage.FOCAL, Stage.FINAL), (_two_roots,)),
            Policy("osint_corroborated", 1, _ALL_STAGES, (_two_roots, _open_source), (_credible,)),
            Policy("provisional", 1, (Stage.FOCAL, Stage.FINAL), (_some_source,)),
        )
    }
)
