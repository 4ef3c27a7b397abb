"""Violation: one type of violation in one incident, with the parties it is attributed to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.record.link.particulars.form import judged
from tawthiq.record.link.particulars.particulars import NONE, Particulars
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json
from tawthiq.terms.when import When


class Attributed(StrEnum):
    """How the violation is laid to its parties."""

    SOLE = "sole"
    JOINT = "joint"
    ALTERNATIVE = "alternative"
    CROSSFIRE = "crossfire"
    UNIDENTIFIED = "unidentified"


@dataclass(frozen=True, slots=True)
class Attribution:
    """`parties`: codes; one when sole, two or more when joint or alternative, none when unidentified.

    `basis`: what it rests on; `certainty`: low, moderate, high, or u.
    """

    how: Attributed
    parties: tuple[str, ...] = ()
    basis: str = ""
    certainty: str = "u"

    def __post_init__(self) -> None:
        fits = {
            Attributed.SOLE: len(self.parties) == 1,
            Attributed.JOINT: len(self.parties) > 1,
            Attributed.ALTERNATIVE: len(self.parties) > 1,
            Attributed.CROSSFIRE: True,
            Attributed.UNIDENTIFIED: not self.parties,
        }
        if not fits[self.how] or len(set(self.parties)) != len(self.parties):
            raise BadInput(
                f"attribution {self.how.value} does not go with the number of parties, {len(self.parties)}",
                where="party",
                do="sole takes one party, joint and alternative two or more, unidentified none",
            )

    def content(self) -> Json:
        """What the ledger signs."""
        return {
            "how": self.how.value,
            "parties": list(self.parties),
            "basis": self.basis,
            "certainty": self.certainty,
        }


UNIDENTIFIED = Attribution(Attributed.UNIDENTIFIED)


@dataclass(frozen=True, slots=True)
class Violation:
    """`type`: code of vocabulary `violation`; `n_claimed`: a tally somebody entered, a claim beside the counted acts.

    For types counted in incidents this is the countable row; for types counted in children its acts are.
    `particulars`: the other fields of its type.
    """

    id: str
    incident_id: str
    type: str
    attribution: Attribution
    happened_on: When | None = None
    n_claimed: int | None = None
    key: str = ""
    particulars: Particulars = NONE

    def facts(self) -> Json:
        """What an assessment judges; a claimed tally and the register key are not part of it."""
        when = self.happened_on.text if self.happened_on else ""
        told = judged(self.particulars)
        return [self.incident_id, self.type, self.attribution.content(), when, *([told] if told else [])]

    def content(self) -> dict[str, Json]:
        """What the ledger signs; a violation without particulars reads as it did before there were any."""
        told: dict[str, Json] = {"particulars": self.particulars.content()} if self.particulars else {}
        return {
            "id": self.id,
            "incident": self.incident_id,
            "type": self.type,
            "attribution": self.attribution.content(),
            "happened_on": self.happened_on.text if self.happened_on else "",
            "n_claimed": self.n_claimed,
            "key": self.key,
            **told,
        }
