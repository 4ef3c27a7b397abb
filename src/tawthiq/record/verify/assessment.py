"""Assessment: what one person or body decided about one version of a case, under which policy, on what grounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

from tawthiq.terms.errors import BadInput, MissingField
from tawthiq.terms.identity import Json, Kind, digest, make_id


class Status(StrEnum):
    """What can be decided; the codes of vocabulary `status`."""

    NEW = "new"
    SCREENED = "screened"
    UNDER_REVIEW = "under_review"
    VERIFIED = "verified"
    PENDING = "pending"
    NOT_VERIFIABLE = "not_verifiable"
    OUT_OF_SCOPE = "out_of_scope"
    DID_NOT_OCCUR = "did_not_occur"
    DUPLICATE = "duplicate"


class Stage(StrEnum):
    """The steps of a decision, in their order; policies name those they take."""

    FOCAL = "focal"
    TECHNICAL = "technical"
    FINAL = "final"


class Origin(StrEnum):
    """By which way the decision came in; `register` is one that was taken elsewhere and is transcribed here."""

    DESK = "desk"
    COMMAND = "command"
    API = "api"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class Facts:
    """Which version was judged: the ledger lines at which the facts of incident, violation, act last changed.

    `act` is -1 for a violation that is counted itself. `digest`: SHA-256 over the digests of those versions.
    """

    incident: int
    violation: int
    act: int
    digest: str

    def same_as(self, other: Facts) -> bool:
        """True when no fact changed between the two; closing a file changes none."""
        return (self.incident, self.violation, self.act) == (other.incident, other.violation, other.act)


RELIABILITY = ("A", "B", "C", "D", "E", "F")
"""Admiralty code: of the source, from completely reliable to cannot be judged."""

CREDIBILITY = (1, 2, 3, 4, 5, 6)
"""Admiralty code: of the information, from confirmed by others to cannot be judged; judged apart from the letter."""

CREDIBLE = (1, 2, 3)
"""Confirmed by others, probably true, possibly true."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """`subject_id`: an act, or a violation counted in incidents. `occurrence`, `attribution`, `age`: judged apart.

    `policy`: name@version. `by`: the actor who decided, `entered_by`: the one who wrote it down; they differ only
    for a decision transcribed from a register, whose `by` is made of the body's name. `decided_on`: the day that
    periods look at. `relied_on`: ids of statements or sources. `trained`: the assessor was a trained one then.
    """

    subject_id: str
    facts: Facts
    occurrence: Status
    policy: str
    body: str
    stage: Stage
    by: str
    at: datetime
    decided_on: date
    attribution: Status = Status.PENDING
    age: Status = Status.PENDING
    entered_by: str = ""
    relied_on: tuple[str, ...] = ()
    reliability: str = "F"
    credibility: int = 6
    reasons: str = ""
    origin: Origin = Origin.DESK
    trained: bool = False

    def __post_init__(self) -> None:
        for name in ("policy", "body", "by"):
            if not getattr(self, name).strip():
                raise MissingField(f"an assessment needs its {name}", where=self.subject_id, do=f"give the {name}")
        if self.reliability not in RELIABILITY:
            raise BadInput("reliability is a letter from A to F", where=self.subject_id, do="F: cannot be judged")
        if self.credibility not in CREDIBILITY:
            raise BadInput("credibility is 1 to 6", where=self.subject_id, do="6: cannot be judged")

    @property
    def id(self) -> str:
        """Same decision on the same version by the same actor at the same moment: same id."""
        return make_id(Kind.ASSESSMENT, digest(self.content()))

    @property
    def verifies(self) -> bool:
        """True for the one combination that puts a case into verified figures."""
        return self.stage is Stage.FINAL and self.occurrence is Status.VERIFIED

    def content(self) -> Json:
        """What the ledger signs."""
        return {
            "subject": self.subject_id,
            "facts": [self.facts.incident, self.facts.violation, self.facts.act, self.facts.digest],
            "occurrence": self.occurrence.value,
            "attribution": self.attribution.value,
            "age": self.age.value,
            "policy": self.policy,
            "body": self.body,
            "stage": self.stage.value,
            "by": self.by,
            "entered_by": self.entered_by or self.by,
            "at": self.at.isoformat(),
            "decided_on": self.decided_on.isoformat(),
            "relied_on": list(self.relied_on),
            "reliability": self.reliability,
            "credibility": self.credibility,
            "reasons": self.reasons,
            "origin": self.origin.value,
            "trained": self.trained,
        }


@lru_cache(maxsize=1024)
def actor_of_register(body: str) -> str:
    """The id that stands for a body outside, whose decision a register tells; never an account's id."""
    return "ext" + make_id(Kind.ACTOR, ["register", body.strip().casefold()])[3:]
