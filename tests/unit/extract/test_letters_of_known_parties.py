"""Parties that a registry knows, told for short or small: they go by the name that the text itself gives. Invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.terms.party import Party, Registry
from tawthiq.terms.registry import load_gazetteer
from tawthiq.terms.when import parse_when

KNOWN = (
    Party("fpk", "armed_group", {"en": "Allied People's Forces", "fr": "Forces populaires alliées"}, ("FPK",)),
    Party("rlf", "armed_group", {"en": "Rapid Lake Forces", "es": "Fuerzas Rápidas del Lago"}, ("RLF",)),
    Party("nuraan", "armed_group", {"en": "Al-Nuraan"}),
    Party("anti-kesh", "armed_group", {"en": "Anti-Kesh", "fr": "Anti-Kesh"}),
)
RULES = Rules(Registry({party.code: party for party in KNOWN}), load_gazetteer())


def _names(text: str, language: str) -> list[str]:
    found = RULES.extract(document_of_text("itm_told", text, parse_when("2021-03-03"), language))
    return [party.name for party in found[-1].parties]


def test_a_name_written_small_is_whose_letters_stand_in_brackets_behind_it() -> None:
    text = "Les rebelles des forces populaires alliées (FPK) rôdent. Les FPK ont tué 12 enfants."
    assert _names(text, "fr") == ["forces populaires alliées"]


def test_a_name_with_a_hyphen_is_known_written_small_too() -> None:
    assert _names("Des anti-kesh ont utilisé des enfants comme boucliers.", "fr") == ["anti-kesh"]


@pytest.mark.parametrize(
    "text",
    [
        "Las RLF lo negaron.",
        "Seis niñas fueron secuestradas por las RLF.",
        "Las paramilitares RLF niegan haber matado a niños.",
    ],
)
def test_letters_of_another_tongue_are_the_party_told_beside_them(text: str) -> None:
    told = "Las Fuerzas Rápidas del Lago (RLF) mataron a diez niños en Amra. "
    assert _names(told + text, "es") == ["Fuerzas Rápidas del Lago"]


def test_the_article_of_an_arabic_name_may_be_written_small() -> None:
    text = "Government troops and tribal militias, as well as al-Nuraan, recruited children."
    assert _names(text, "en") == ["Government troops", "tribal militias", "al-Nuraan"]
