"""Release: figures frozen together, with everything their publication rests on; corrected only by another release."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tawthiq.report.count.figure import Figure
from tawthiq.report.count.spec import Spec, spec_from
from tawthiq.report.publish.kinds import Bars
from tawthiq.terms import vocabulary
from tawthiq.terms.errors import BadInput, MissingField
from tawthiq.terms.identity import Json, Kind, make_id

LANGUAGES = ("en", "ar")
DEFAULT_BARS = Bars()
MAX_LABEL = 200
TREND, LISTED = "trend", "listed"
"""What can be printed beside figures; a proposal of before it was possible asks for none."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one person asks another to publish. `beside`: TREND, LISTED, or nothing, printed beside the

    figures; `estimates`: ids of kept ones, printed in a folder apart; `reason`: why bars are lower than the defaults,
    or a release replaced; `labels`: (party code, what this report prints for it), such as "X, formerly known as Y".

    All specs share situation, period and rule of straddling: one audit must see them all.
    """

    specs: tuple[Spec, ...]
    bars: Bars = DEFAULT_BARS
    languages: tuple[str, ...] = LANGUAGES
    supersedes: str = ""
    reason: str = ""
    beside: tuple[str, ...] = ()
    estimates: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        for code, text in self.labels:
            vocabulary.load("party").term(code, where="label")
            if not 0 < len(text.strip()) <= MAX_LABEL:
                raise BadInput(f"a label has 1 to {MAX_LABEL} characters", where="label", do="write CODE=TEXT")
        if not self.specs:
            raise MissingField("a release holds at least one figure", where="release", do="name its figures")
        if len({(spec.situation, spec.period, spec.straddle) for spec in self.specs}) > 1:
            raise BadInput(
                "figures of one release share situation, period and rule of straddling",
                where="release",
                do="make one release for each",
            )
        lowered = self.bars.k < DEFAULT_BARS.k or self.bars.k_guarded < DEFAULT_BARS.k_guarded
        if (lowered or self.supersedes) and not self.reason.strip():
            raise MissingField("lower bars, and replacing a release, need a reason", where="reason", do="say why")

    @property
    def situation(self) -> str:
        """Code of the one situation."""
        return self.specs[0].situation

    @property
    def period(self) -> str:
        """The one period, as written."""
        return self.specs[0].period.text

    def content(self) -> dict[str, Json]:
        """JSON that `proposal_from` reads back to an equal proposal."""
        content: dict[str, Json] = {
            "specs": [spec.content() for spec in self.specs],
            "bars": [self.bars.k, self.bars.k_guarded],
            "languages": list(self.languages),
            "supersedes": self.supersedes,
            "reason": self.reason,
        }
        later: dict[str, Json] = {
            "beside": list(self.beside),
            "estimates": list(self.estimates),
            "labels": [list(pair) for pair in self.labels],
        }
        return content | {name: said for name, said in later.items() if said}


def proposal_from(raw: Mapping[str, Any]) -> Proposal:
    """The proposal of its JSON."""
    return Proposal(
        tuple(spec_from(one) for one in raw["specs"]),
        Bars(*raw["bars"]),
        tuple(raw["languages"]),
        raw["supersedes"],
        raw["reason"],
        tuple(raw.get("beside", ())),
        tuple(raw.get("estimates", ())),
        tuple((code, text) for code, text in raw.get("labels", ())),
    )


@dataclass(frozen=True, slots=True)
class Freeze:
    """The record as it stood. `size`, `root`: of the ledger; `frozen_at`: UTC; `code_version`: ours."""

    size: int
    root: str
    frozen_at: datetime
    code_version: str


def vocabulary_versions() -> tuple[str, ...]:
    """`name@version` of every vocabulary a figure can speak in."""
    return tuple(f"{name}@{vocabulary.load(name).version}" for name in vocabulary.names())


@dataclass(frozen=True, slots=True)
class Release:
    """A frozen release. `proposer`, `approver`: actor ids, never the same. `override`: why a leak was accepted.

    `vocabularies`: `name@version` as they were at the freeze; a later vocabulary changes no kept release.
    """

    proposal: Proposal
    freeze: Freeze
    figures: tuple[str, ...]
    policies: tuple[str, ...]
    hidden: tuple[str, ...]
    proposer: str
    approver: str
    override: str = ""
    vocabularies: tuple[str, ...] = field(default_factory=vocabulary_versions)

    @property
    def id(self) -> str:
        """Everything it rests on is in its id."""
        return make_id(Kind.RELEASE, self.content())

    def content(self) -> dict[str, Json]:
        """What the ledger signs, beside the manifest of files."""
        return {
            "proposal": self.proposal.content(),
            "freeze": [
                self.freeze.size,
                self.freeze.root,
                self.freeze.frozen_at.isoformat(),
                self.freeze.code_version,
            ],
            "figures": list(self.figures),
            "policies": list(self.policies),
            "vocabularies": list(self.vocabularies),
            "hidden": list(self.hidden),
            "proposer": self.proposer,
            "approver": self.approver,
            "override": self.override,
        }


def release_from(raw: Mapping[str, Any]) -> Release:
    """The release of its JSON."""
    size, root, at, version = raw["freeze"]
    return Release(
        proposal_from(raw["proposal"]),
        Freeze(size, root, datetime.fromisoformat(at), version),
        tuple(raw["figures"]),
        tuple(raw["policies"]),
        tuple(raw["hidden"]),
        raw["proposer"],
        raw["approver"],
        raw["override"],
        tuple(raw["vocabularies"]),
    )


def policies_of(figures: Iterable[Figure]) -> tuple[str, ...]:
    """The verification policies behind the figures."""
    return tuple(sorted({basis.policy for figure in figures for basis in figure.basis}))


@dataclass(frozen=True, slots=True)
class Restatement:
    """One number that a later release prints differently. `what`: slug of the table and codes of the row."""

    release: str
    superseded: str
    what: str
    old: int | None
    new: int | None
    reason: str

    def content(self) -> Json:
        """What the ledger signs."""
        return {
            "release": self.release,
            "superseded": self.superseded,
            "what": self.what,
            "old": self.old,
            "new": self.new,
            "reason": self.reason,
        }


def restatements(
    release: str, superseded: str, old: Mapping[str, int | None], new: Mapping[str, int | None], reason: str
) -> tuple[Restatement, ...]:
    """Every printed number that differs between the two; None is not printed there."""
    names: Sequence[str] = sorted(old.keys() | new.keys())
    return tuple(
        Restatement(release, superseded, name, old.get(name), new.get(name), reason)
        for name in names
        if old.get(name) != new.get(name)
    )
