"""The shipped registries: which parties, places and situations this edition knows."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from tawthiq.terms import vocabulary
from tawthiq.terms.party import Party, Registry, Relation, Tie
from tawthiq.terms.vocabulary import LANGUAGES, Term, read_data
from tawthiq.terms.where import Gazetteer, Place, PlacePrecision

EDITION = "2025-1"
"""Of the shipped gazetteer; stored beside a code, since codes change between editions."""


@cache
def load_parties() -> Registry:
    """The parties of vocabulary/party.yaml, parsed once."""
    terms = vocabulary.load("party").terms
    return Registry(MappingProxyType({code: _party(term) for code, term in terms.items()}))


@cache
def load_gazetteer() -> Gazetteer:
    """The places of vocabulary/place/*.csv, parsed once: countries, first-level divisions, settlements."""
    places = [*map(_country, _rows("country")), *map(_place, _rows("admin1")), *map(_place, _rows("town"))]
    return Gazetteer(EDITION, MappingProxyType({place.code: place for place in places}))


@cache
def country_codes() -> Mapping[str, str]:
    """ISO alpha-3 and M49 codes -> alpha-2: SYR and 760 are SY."""
    rows = list(_rows("country"))
    return MappingProxyType({row[kind]: row["code"] for row in rows for kind in ("alpha3", "m49") if row[kind]})


def situation_countries(code: str) -> tuple[str, ...]:
    """The ISO alpha-2 codes that a situation covers, its heart first; raises UnknownCode."""
    return tuple(vocabulary.load("situation").term(code).more["countries"])


def _party(term: Term) -> Party:
    ties = tuple(_tie(tie) for tie in term.more.get("ties", ()))
    words, places = tuple(term.more.get("aliases", ())), tuple(term.more.get("situations", ()))
    return Party(term.code, term.more["kind"], term.label, words, places, ties)


def _tie(raw: Mapping[str, Any]) -> Tie:
    return Tie(Relation(raw["relation"]), raw["to"], raw.get("first"), raw.get("last"))


def _rows(name: str) -> Iterator[dict[str, str]]:
    lines = (line for line in read_data(f"place/{name}.csv").splitlines() if not line.startswith("#"))
    return csv.DictReader(lines)


def _country(row: Mapping[str, str]) -> Place:
    aliases, adjectives = _split(row["aliases"]), _split(row["adjectives"])
    return Place(row["code"], _label(row), PlacePrecision.COUNTRY, "", row["code"], EDITION, aliases, adjectives)


def _place(row: Mapping[str, str]) -> Place:
    precision, aliases = PlacePrecision(row["precision"]), _split(row["aliases"])
    return Place(row["code"], _label(row), precision, row["parent"], row["country"], EDITION, aliases)


def _label(row: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({language: row[language] for language in LANGUAGES if row[language]})


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
