"""Words: what releases say, in the four languages; labels of codes from the shipped vocabularies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from tawthiq.report.count.dimensions import UNKNOWN
from tawthiq.report.count.spec import EVERYWHERE, Dimension
from tawthiq.terms import vocabulary
from tawthiq.terms.errors import UnknownCode
from tawthiq.terms.registry import load_gazetteer, load_parties
from tawthiq.terms.vocabulary import LANGUAGES

RIGHT_TO_LEFT = frozenset({"ar"})


@cache
def _texts() -> Mapping[str, Mapping[str, Any]]:
    raw = resources.files(__package__).joinpath("words.yaml").read_text(encoding="utf-8")
    return {key: texts for key, texts in yaml.safe_load(raw).items() if key != "version"}


def has(key: str) -> bool:
    """Whether there is such a text."""
    return key in _texts()


def say(key: str, language: str, **fields: object) -> str:
    """The text of a key with its fields filled; whole numbers get the language's thousands mark."""
    text: str = _texts()[key][language]
    return text.format(**{name: number(one, language) if type(one) is int else one for name, one in fields.items()})


def counted(key: str, n: int, language: str) -> str:
    """A number with its noun in the form that the number takes: 1 child, 2 children."""
    forms: Mapping[str, str] = _texts()[key][language]
    return forms.get(plural(n, language), forms["other"]).format(n=number(n, language))


def plural(n: int, language: str) -> str:
    """The CLDR category of a whole number in the four languages, as far as texts here tell them apart."""
    if language != "ar":
        return "one" if n == 1 or (n == 0 and language == "fr") else "other"
    tail = n % 100
    if n in (1, 2):
        return ("one", "two")[n - 1]
    return "few" if 3 <= tail <= 10 else "many" if tail >= 11 else "other"


def number(value: int, language: str) -> str:
    """A whole number as the language prints it."""
    return f"{value:,}".replace(",", _texts()["decimal_group"][language])


def check_language(language: str) -> str:
    """The language, or UnknownCode."""
    if language not in LANGUAGES:
        raise UnknownCode(f"{language!r} is no language here", where="language", do=f"use {', '.join(LANGUAGES)}")
    return language


def label(name: Dimension, code: str, language: str) -> str:
    """The printed word of a code; the code itself where no vocabulary holds it."""
    return _LABELS.get(name, _plain)(code, language)


def heading_label(code: str, language: str) -> str:
    """A reporting heading, or a violation type."""
    texts = _texts().get(code)
    return str(texts[language]) if texts else _of("violation")(code, language)


def situation_label(code: str, language: str) -> str:
    """The name of a situation, or of all of them."""
    if code == EVERYWHERE:
        return say("everywhere", language)
    return _of("situation")(code, language)


def situation_in(code: str, language: str) -> str:
    """Where something happened, as a sentence says it: "in the Sudan", "aux Philippines"."""
    if code == EVERYWHERE:
        return say("in_everywhere", language)
    known = vocabulary.load("situation").terms.get(code)
    told = known.more.get("in", {}) if known else {}
    return str(told.get(language) or say("in", language, situation=situation_label(code, language)))


def _plain(code: str, language: str) -> str:
    return say("unknown", language) if code == UNKNOWN else code


def _of(*names: str) -> Callable[[str, str], str]:
    """The label of a code in the first of these vocabularies that holds it."""

    def found(code: str, language: str) -> str:
        holds = (words for words in map(vocabulary.load, names) if code in words.terms)
        first = next(holds, None)
        return _plain(code, language) if first is None else first.label(code, language)

    return found


def _party(code: str, language: str) -> str:
    party = load_parties().parties.get(code)
    return party.label.get(language, party.label["en"]) if party else code


def _place(code: str, language: str) -> str:
    place = load_gazetteer().places.get(code)
    return place.label.get(language, place.label["en"]) if place else _plain(code, language)


_LABELS: Mapping[Dimension, Callable[[str, str], str]] = {
    Dimension.PARTY: _party,
    Dimension.ADMIN1: _place,
    Dimension.SITUATION: _of("situation"),
    Dimension.SEX: _of("sex"),
    Dimension.ROLE: _of("role"),
    Dimension.AGE_BAND: _of("age_band"),
    Dimension.UNDER_15: _of("truth"),
    Dimension.ARMED_OR_COMBAT: _of("truth"),
    Dimension.VIOLATION: heading_label,
    Dimension.HEADING: heading_label,
    Dimension.ATTRIBUTION: _of("attribution"),
    Dimension.RECRUITED_OR_USED: _of("recruited_or_used"),
    Dimension.POLICY: _of("policy"),
    Dimension.ARMED: _of("truth"),
    Dimension.WEAPON: _of("weapon", "weapon_roll_up"),
    Dimension.ATTACK_TYPE: _of("attack_type"),
    Dimension.ATTACK_ON: _of("attack_on"),
    Dimension.FACILITY: _of("facility_school", "facility_health", "facility"),
    Dimension.FORM: _of("recruitment_form", "sexual_violence_form"),
    Dimension.PURPOSE: _of("abduction_purpose", "military_use_purpose"),
    Dimension.ENDED: _of("abduction_ended", "recruitment_exit"),
    Dimension.DENIAL_METHOD: _of("denial_method"),
    Dimension.PLACE_TYPE: _of("place_type"),
}
