"""Held responsible: how surely an English text lays a deed at an organisation's door, in the five classes of MUC-4."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from tawthiq.record.extract.evaluation.held_classes import Confidence
from tawthiq.record.extract.evaluation.held_signs import signs_of
from tawthiq.record.extract.page import Page

_TABLE = "held_weights.yaml"
QUESTIONS: Mapping[str, tuple[frozenset[Confidence], frozenset[Confidence], tuple[str, ...]]] = {
    "only_beside_it": (
        frozenset(Confidence),
        frozenset((Confidence.POSSIBLE,)),
        ("share_kind_chance", "share_kind_deed", "share_kind_talk", "vote_fact", "vote_possible", "vote_accused",
         "nobody_claims", "clash", "victim", "other_chance", "narrator_chance", "unnamed", "text_our", "dress",
         "text_accuses"),
    ),
    "told_by_itself": (
        frozenset(Confidence) - {Confidence.POSSIBLE},
        frozenset((Confidence.CLAIMED,)),
        ("claim_anywhere", "claim_beside", "claim", "itself_deed", "voice_itself", "station", "vote_claimed", "tells",
         "rebels_tells", "authority_accusation", "denial", "state", "text_presumes", "own_station", "text_releases",
         "text_kidnapping", "text_bomb"),
    ),
    "in_doubt": (
        frozenset((Confidence.FACT, Confidence.BY_AUTHORITIES, Confidence.ACCUSED)),
        frozenset((Confidence.BY_AUTHORITIES, Confidence.ACCUSED)),
        ("vote_accused", "share_kind_accusation", "narrator_deed", "share_kind_deed", "kind_suspicion",
         "vote_possible", "text_presumes", "text_accuses", "state", "enemy_station", "share_voice_authority",
         "share_voice_other", "rebels_own_deed", "text_claims", "text_kidnapping", "text_threat"),
    ),
    "by_an_authority": (
        frozenset((Confidence.BY_AUTHORITIES, Confidence.ACCUSED)),
        frozenset((Confidence.BY_AUTHORITIES,)),
        ("state", "share_voice_authority", "share_voice_other", "authority_accusation", "other_accusation",
         "narrator_accusation", "enemy_station", "vote_by_authorities", "vote_accused", "org_speaks", "voice_itself",
         "share_kind_talk", "vague", "text_communique", "active", "tells", "text_bomb"),
    ),
}  # fmt: skip
"""The questions in the order in which MUC-4's guidelines ask them: among which classes, which of them a yes means,
and the signs that may speak for it."""


@dataclass(frozen=True, slots=True)
class Weights:
    """`answers`: by question, weights of its signs and "always"; `shares`: of the classes where they were fitted,
    raised to how far a rare class is preferred."""

    answers: Mapping[str, Mapping[str, float]]
    shares: Mapping[Confidence, float]


@cache
def shipped() -> Weights:
    """The table beside this module; `tawthiq eval muc --dev --weights FILE` writes another."""
    raw = yaml.safe_load(files(__package__).joinpath(_TABLE).read_text("utf-8"))
    return Weights(raw["answers"], {Confidence(name): share for name, share in raw["shares"].items()})


def confidence_of(page: Page, names: Sequence[str], heading: str = "", weights: Weights | None = None) -> Confidence:
    """The likeliest class. `heading`: what stands above the text: place, date, station, form."""
    return decided(signs_of(page, names, heading), weights or shipped())


def decided(signs: Mapping[str, float], weights: Weights) -> Confidence:
    """Asks question after question; a class is worth its likelihood over its share."""
    beside, itself, doubt, authority = (_likely(signs, weights.answers[question]) for question in QUESTIONS)
    likely = {
        Confidence.FACT: (1 - beside) * (1 - itself) * (1 - doubt),
        Confidence.CLAIMED: (1 - beside) * itself,
        Confidence.BY_AUTHORITIES: (1 - beside) * (1 - itself) * doubt * authority,
        Confidence.ACCUSED: (1 - beside) * (1 - itself) * doubt * (1 - authority),
        Confidence.POSSIBLE: beside,
    }
    return max(likely, key=lambda one: likely[one] / weights.shares[one])


def _likely(signs: Mapping[str, float], answers: Mapping[str, float]) -> float:
    return 1 / (1 + math.exp(-answers["always"] - sum(weight * signs.get(sign, 0) for sign, weight in answers.items())))
