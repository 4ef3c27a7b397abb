"""Access: who may do what, to which thing, for which purpose; closed by default, pure.

A role opens a short list of actions, everything else is refused with a reason. After the role table of the
domain page: those who document do not verify, those who verify do not release, nobody releases alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias


class Role(StrEnum):
    """What a person is trusted with."""

    COLLECTOR = "collector"
    VERIFIER = "verifier"
    REFERRAL = "referral"
    ANALYST = "analyst"
    PUBLISHER = "publisher"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class Action(StrEnum):
    """Everything that can be done; reading is doing too."""

    ITEM_ADD = "item.add"
    ITEM_READ = "item.read"
    ITEM_REVEAL = "item.reveal"
    ITEM_DERIVE = "item.derive"
    ITEM_CAUTION = "item.caution"
    ITEM_SEAL = "item.seal"
    MASK_WRITE = "mask.write"
    COPY_JUDGE = "copy.judge"
    COPY_READ = "copy.read"
    STATEMENT_EXTRACT = "statement.extract"
    STATEMENT_DECIDE = "statement.decide"
    STATEMENT_READ = "statement.read"
    CASE_WRITE = "case.write"
    CASE_IMPORT = "case.import"
    CASE_READ = "case.read"
    CODED_READ = "coded.read"
    ASSESS = "assess"
    ASSESSMENT_READ = "assessment.read"
    IDENTITY_SEAL = "identity.seal"
    IDENTITY_REVEAL = "identity.reveal"
    IDENTITY_SHRED = "identity.shred"
    FIGURE_BUILD = "figure.build"
    FIGURE_READ = "figure.read"
    ESTIMATE_MAKE = "estimate.make"
    ESTIMATE_READ = "estimate.read"
    RELEASE_PROPOSE = "release.propose"
    RELEASE_BUILD = "release.build"
    RELEASE_READ = "release.read"
    LEDGER_READ = "ledger.read"
    LEDGER_SIGN = "ledger.sign"
    LEDGER_ROTATE = "ledger.rotate"
    EVIDENCE_EXPORT = "evidence.export"
    JOB_RUN = "job.run"
    JOB_READ = "job.read"
    ACCOUNT_MANAGE = "account.manage"


_READ_CASE = frozenset(
    {
        Action.ITEM_READ,
        Action.ITEM_DERIVE,
        Action.COPY_READ,
        Action.STATEMENT_READ,
        Action.CASE_READ,
        Action.CODED_READ,
        Action.ASSESSMENT_READ,
        Action.FIGURE_READ,
        Action.ESTIMATE_READ,
        Action.RELEASE_READ,
        Action.JOB_READ,
    }
)
_OPEN_MATERIAL = frozenset({Action.ITEM_REVEAL, Action.ITEM_CAUTION, Action.ITEM_SEAL, Action.MASK_WRITE})
_READ_REPORT = frozenset({Action.CODED_READ, Action.FIGURE_READ, Action.ESTIMATE_READ, Action.RELEASE_READ})

OPENED_BY: MappingProxyType[Role, frozenset[Action]] = MappingProxyType(
    {
        Role.COLLECTOR: _READ_CASE
        | {
            Action.ITEM_ADD,
            *_OPEN_MATERIAL,
            Action.STATEMENT_EXTRACT,
            Action.STATEMENT_DECIDE,
            Action.COPY_JUDGE,
            Action.CASE_WRITE,
            Action.CASE_IMPORT,
            Action.IDENTITY_SEAL,
            Action.JOB_RUN,
        },
        Role.VERIFIER: _READ_CASE
        | {
            *_OPEN_MATERIAL,
            Action.STATEMENT_DECIDE,
            Action.COPY_JUDGE,
            Action.ASSESS,
            Action.FIGURE_BUILD,
            Action.RELEASE_PROPOSE,
            Action.LEDGER_READ,
            Action.JOB_RUN,
        },
        Role.REFERRAL: frozenset({Action.IDENTITY_REVEAL, Action.IDENTITY_SEAL, Action.IDENTITY_SHRED}),
        Role.ANALYST: _READ_REPORT
        | {
            Action.FIGURE_BUILD,
            Action.ESTIMATE_MAKE,
            Action.RELEASE_PROPOSE,
            Action.JOB_RUN,
            Action.JOB_READ,
        },
        Role.PUBLISHER: _READ_CASE
        | {
            Action.FIGURE_BUILD,
            Action.ESTIMATE_MAKE,
            Action.RELEASE_PROPOSE,
            Action.RELEASE_BUILD,
            Action.EVIDENCE_EXPORT,
            Action.LEDGER_READ,
            Action.LEDGER_SIGN,
            Action.JOB_RUN,
        },
        Role.AUDITOR: _READ_REPORT | {Action.LEDGER_READ, Action.LEDGER_SIGN, Action.ASSESSMENT_READ, Action.JOB_READ},
        Role.ADMINISTRATOR: frozenset(
            {
                Action.ACCOUNT_MANAGE,
                Action.JOB_READ,
                Action.LEDGER_READ,
                Action.LEDGER_SIGN,
                Action.LEDGER_ROTATE,
            }
        ),
    }
)

NEEDS_PURPOSE = frozenset(
    {Action.ITEM_REVEAL, Action.ITEM_SEAL, Action.IDENTITY_REVEAL, Action.IDENTITY_SHRED, Action.LEDGER_ROTATE}
)
"""Actions that are refused without a stated purpose; the purpose goes into the ledger."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the id of an account, and its roles; without roles nothing is open."""

    id: str
    roles: frozenset[Role] = field(default_factory=frozenset)


NOBODY = Actor("")
"""The actor of a request that nobody signed."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """The act may go ahead, by this role."""

    role: Role


@dataclass(frozen=True, slots=True)
class Refused:
    """The act may not go ahead; `reason` is for the person refused."""

    reason: str


Verdict: TypeAlias = Allowed | Refused


def may(actor: Actor, action: Action, thing: str = "", purpose: str = "") -> Verdict:
    """Whether the actor may do this to that thing (an id, or empty for a new one) for that purpose."""
    if not actor.id:
        return Refused("sign in first")
    role = next((role for role in Role if role in actor.roles and action in OPENED_BY[role]), None)
    if role is None:
        return Refused(f"none of your roles opens {action.value}")
    if action in NEEDS_PURPOSE and not purpose.strip():
        return Refused(f"{action.value} needs a reason" + (f" for {thing}" if thing else ""))
    return Allowed(role)
