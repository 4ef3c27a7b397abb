"""A rule that one language taught holds in the others where their grammar does. Every sentence, name is invented."""

from __future__ import annotations

import pytest

from tawthiq.terms.quantity import QuantityKind
from unit.extract.told import parties_of, read


def speakers_of(text: str, language: str) -> list[str]:
    """Who speaks in the last statement, but for the text itself."""
    return [link.actor for link in read(text, language)[-1].chain[1:]]


def amounts_of(text: str, language: str, kind: QuantityKind) -> list[int]:
    found = [item.quantity for one in read(text, language) for item in one.quantities if item.quantity.kind is kind]
    return [int(item.low or 0) for item in found]


def test_a_commander_denies_for_his_group_not_for_himself() -> None:
    denied = read("The Kesh Front abducted 12 boys. The commander of the group denied it.")[-1]
    assert parties_of(denied) == [("group", "stated")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Lake Front killed ten boys. The Lake Front denied involvement and said its men had left the town."),
        ("es", "El Frente mató a diez niños. El Frente negó responsabilidad y dijo que sus hombres habían salido."),
    ],
)
def test_what_is_said_beside_a_denial_is_a_statement_of_its_own(language: str, text: str) -> None:
    assert len(read(text, language)) == 3


def test_the_head_alone_means_the_force_that_has_it_not_the_one_named_last() -> None:
    text = "خطفت حركة الجبل 12 فتى من بلدة كش. قتلت جبهة النهر ثلاثة أطفال في عمرا. وجندت الحركة 40 طفلا."
    assert parties_of(read(text, "ar")[-1]) == [("حركة الجبل", "implied")]


@pytest.mark.parametrize(
    ("language", "text", "sum_"),
    [
        ("es", "Un rescate de dos mil millones de dólares por diez niños secuestrados.", 2_000_000_000),
        ("es", "Un rescate de dos mil quinientos millones de dólares por diez niños secuestrados.", 2_500_000_000),
        ("fr", "Une rançon de mille millions de dollars pour dix enfants enlevés.", 1_000_000_000),
        ("en", "A ransom of one million two thousand dollars for ten abducted children.", 1_002_000),
        ("es", "Un rescate de un millón dos mil dólares por diez niños secuestrados.", 1_002_000),
        ("es", "Un rescate de $1.500 por diez niños secuestrados.", 1500),
        ("es", "Un rescate de $1,500 por diez niños secuestrados.", 1500),
        ("fr", "Une rançon de $1,500 pour dix enfants enlevés.", 1500),
    ],
)
def test_thousands_of_millions_and_dollars_are_read_at_their_size(language: str, text: str, sum_: int) -> None:
    assert amounts_of(text, language, QuantityKind.MONEY) == [sum_]


@pytest.mark.parametrize(
    ("language", "text", "n_children"),
    [
        ("en", "On May 12 345 children were killed by the army.", 345),
        ("fr", "L'armée a tué 12 345 enfants.", 12345),
    ],
)
def test_a_space_parts_thousands_only_where_a_language_writes_so(language: str, text: str, n_children: int) -> None:
    assert amounts_of(text, language, QuantityKind.COUNT) == [n_children]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "Une infirmière que nous avons vue dit que sept enfants ont été tués.", "infirmière"),
        ("fr", "Le médecin que l'armée a arrêté dit que des soldats ont tué dix garçons.", "médecin"),
        ("en", "Those who fled said soldiers killed ten boys.", "Those who fled"),
        ("en", '"Soldiers killed ten boys," said Monday Amra Bell.', "Amra Bell"),
        ("es", "El ejército mató a diez niños, denunció el lunes Amra Vidal.", "Amra Vidal"),
        ("es", 'La red "Luz del Sur" dijo que los soldados mataron a diez niños.', 'red "Luz del Sur"'),
        (
            "fr",
            "Le collectif « Lumière du Sud » a dit que l'armée avait tué dix garçons.",
            "collectif « Lumière du Sud »",
        ),
        ("ar", "وثقت (شبكة الشاطئ) مقتل ستة أطفال في كش.", "شبكة الشاطئ"),
    ],
)
def test_a_speaker_stands_before_clauses_behind_days_and_in_marks(language: str, text: str, speaker: str) -> None:
    assert speakers_of(text, language) == [speaker]


def test_brackets_behind_according_to_hold_nobody_in_french() -> None:
    assert "entre autres" not in speakers_of("Selon (entre autres) la Ligue, l'armée a tué dix garçons.", "fr")


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "The Kesh Front abducted 10 girls and others were abducted by the army.", ["Kesh Front", "army"]),
        ("en", "The Kesh Front abducted 10 girls, while others were abducted in May.", ["Kesh Front"]),
        (
            "es",
            "El Frente mató a diez niños, pero algunos niños murieron por bombas del ejército.",
            ["Frente", "ejército"],
        ),
    ],
)
def test_others_whom_another_party_took_are_told_apart(language: str, text: str, parties: list[str]) -> None:
    assert [party.name for one in read(text, language) for party in one.parties] == parties


def test_which_sort_a_party_is_behind_its_comma_is_no_second_party() -> None:
    told = read("Fighters of the Kesh Front, an eastern rebel group, abducted ten girls.")[-1]
    assert parties_of(told) == [("Kesh Front", "stated")]
