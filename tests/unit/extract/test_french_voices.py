"""Who speaks in ordinary French sentences; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import parties_of, places_of, read, said, violations_of

BEFORE = "Des rebelles ont tué 14 enfants à Kesh."


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Un porte-parole de l'armée, le capitaine Alain Mutombo, a imputé cet enlèvement au MPDK.", "porte-parole"),
        ("L'armée, qui affirme n'avoir mené aucune frappe, a démenti les accusations de l'opposition.", "armée"),
        ("Le ministre, Oumar Sy, a mis en cause la milice dans la mort de dix enfants.", "ministre"),
        ("Le mouvement est régulièrement accusé par des ONG d'enrôler des mineurs.", "ONG"),
        ("L'armée est souvent accusée par les habitants d'avoir tué des enfants.", "habitants"),
        ("Le rapport fait pourtant état de 320 mineurs enrôlés.", "rapport"),
        ("Un document de la Croix-Verte consulté par l'AFP fait état de 12 écoles occupées.", "Croix-Verte"),
        ("Trois enfants ont été tués, bilan confirmé par le chef du village.", "chef du village"),
    ],
)
def test_who_blames_denies_tells_in_french(text: str, who: str) -> None:
    told = read(f"{BEFORE} {text}", "fr")[-1]
    assert told.speaker.startswith(who)
    assert not told.speaker.startswith(f"{who} d'")


def test_who_announces_stands_behind_though_no_person() -> None:
    text = "Vingt-quatre élèves, âgées de 10 à 15 ans, ont été enlevées, a annoncé la présidence."
    assert read(text, "fr")[0].speaker == "présidence"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Moussa, 15 ans, a passé huit mois chez eux. « Ils m'ont donné un fusil », raconte-t-il.", "Moussa"),
        ("Awa, 14 ans, a fui. Elle dit avoir vu trois autres filles enlevées.", "Awa"),
        ("Une institutrice a fui. « Ils ont pris les filles », se souvient-elle.", "institutrice"),
        ("« Ils ont pris les filles », ajoute-t-il.", "préfet"),
    ],
)
def test_he_and_she_are_whom_the_text_brought_in_since_somebody_spoke(text: str, who: str) -> None:
    told = read(f"Le préfet a recensé sept enfants enlevés par les rebelles. {text}", "fr")[-1]
    assert told.speaker == who


def test_who_tells_of_dead_goes_on_from_the_words_he_said() -> None:
    told = said("« Ils étaient en classe », a dit un élu de Gouari, évoquant 30 enfants tués.", "fr", "évoquant")
    assert told.speaker == "élu de Gouari"
    assert violations_of(told) == {"killing"}


@pytest.mark.parametrize(
    "text",
    [
        "Le maire de Lori n'a confirmé que deux enlèvements d'enfants.",
        "Le préfet a recensé dix enlèvements d'enfants. L'an dernier, il n'en avait compté que deux.",
    ],
)
def test_only_so_many_is_no_denial_and_no_limit(text: str) -> None:
    told = read(text, "fr")[-1]
    assert told.kind is StatementKind.VIOLATION_CLAIM
    assert told.factuality is Factuality.ATTRIBUTED
    assert [int(item.quantity.low or 0) for item in told.quantities] == [2]


def test_nothing_proves_that_two_were_abducted() -> None:
    told = read("L'armée dit que rien ne prouve que deux enfants ont été enlevés.", "fr")[-1]
    assert told.factuality.rank > Factuality.ATTRIBUTED.rank


def test_a_provisional_toll_is_a_toll() -> None:
    told = read("Bilan provisoire : 14 morts dont 4 enfants, selon un agent de santé.", "fr")[0]
    assert told.kind is StatementKind.VIOLATION_CLAIM
    assert told.factuality is Factuality.ATTRIBUTED
    assert read("Les chiffres sont provisoires.", "fr")[0].kind is StatementKind.LIMITATION


def test_who_bears_an_office_in_a_region_is_no_place() -> None:
    text = "Le gouverneur de la région, Paul Ndoba, a attribué la mort de dix enfants à la milice Kamwina."
    assert places_of(text, "fr") == []
    assert parties_of(read(text, "fr")[0]) == [("milice Kamwina", "stated")]
