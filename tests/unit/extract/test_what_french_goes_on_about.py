"""What a second French sentence goes on about, and what it does not; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.terms.quantity import Comparator
from unit.extract.told import parties_of, read, violations_of

TAKEN = "La milice Darro a enlevé 12 filles. "
KILLED = "Une frappe de l'armée a tué deux garçons. "


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        (KILLED, "L'armée a ouvert une enquête."),
        (KILLED, "Trois ados ont été retrouvés vivants."),
        (TAKEN, "Deux se sont échappées."),
        (TAKEN, "Aucune victime n'est à déplorer."),
    ],
)
def test_inquiries_and_good_news_tell_no_violation_again(before: str, sentence: str) -> None:
    told = [one for one in read(before + sentence, "fr")[1:] if one.violations]
    assert told == []


@pytest.mark.parametrize(
    ("before", "sentence", "code"),
    [
        (KILLED, "Dix-neuf autres sont soignés.", "maiming"),
        (TAKEN, "Selon l'UNICEF, 80 mineurs seraient encore dans ses camps.", "recruitment_use"),
        ("Douze enfants ont été libérés. ", "Ils avaient été pris dans leurs villages.", "abduction"),
        ("Trois filles sont rentrées. ", "Elles disent avoir été violées.", "sexual_violence"),
        ("L'école de Maro est vide. ", "Un obus a percé le toit.", "attack_school"),
        ("Les rebelles sont dans l'école. ", "Ils l'occupent toujours.", "military_use"),
        ("La milice a quitté Tendo. ", "Parmi les corps, celui d'un garçon.", "killing"),
    ],
)
def test_the_second_sentence_tells_a_deed_of_its_own(before: str, sentence: str, code: str) -> None:
    assert violations_of(read(before + sentence, "fr")[-1]) == {code}


def test_they_who_are_grown_up_were_no_children_hurt() -> None:
    told = read("Trois femmes sont rentrées. Elles disent avoir été violées.", "fr")
    assert [one for one in told if one.violations] == []


def test_one_more_role_of_children_is_no_party() -> None:
    (told,) = read("Les enfants étaient utilisés comme combattants, gardes et cuisiniers.", "fr")
    assert parties_of(told) == []


def test_guards_who_did_it_are_a_party_behind_a_list_of_victims() -> None:
    (told,) = read("Deux garçons, trois filles et un bébé ont été tués par des gardes.", "fr")
    assert [name for name, _ in parties_of(told)] == ["gardes"]


def test_whom_a_deed_is_laid_to_does_not_tell_it() -> None:
    text = "L'ONU a vérifié le recrutement de 112 enfants, imputable au Front du Lac (71)."
    assert read(text, "fr")[0].speaker == "ONU"


def test_who_did_it_is_open_and_no_number() -> None:
    (told,) = read("On ignore qui a posé la bombe.", "fr")
    assert told.quantities == ()


def test_how_many_is_open() -> None:
    (told,) = read("On ignore combien d'enfants ont été tués.", "fr")
    assert [item.quantity.comparator for item in told.quantities] == [Comparator.UNKNOWN]


def test_militiamen_are_meant_past_a_sentence_that_names_nobody() -> None:
    text = "Des miliciens ont encerclé l'internat. Ils ont séparé les garçons des filles. Dix lycéens ont été emmenés."
    assert parties_of(read(text, "fr")[-1]) == [("miliciens", "implied")]


def test_where_it_came_from_is_open_and_no_number() -> None:
    assert read("On ignore d'où venaient les tirs.", "fr")[0].quantities == ()


def test_who_killed_before_and_went_on_did_it() -> None:
    (told,) = read("Après avoir tué quatre enfants, les rebelles ont regagné la forêt.", "fr")
    assert parties_of(told) == [("rebelles", "stated")]


def test_who_was_killed_beside_children_did_not_do_it() -> None:
    (told,) = read("Une mine a tué quatre enfants, deux soldats ont été blessés.", "fr")
    assert [name for name, _ in parties_of(told)] != ["soldats"]


def test_who_used_children_as_lookouts_is_no_side_they_belong_to() -> None:
    (told,) = read("Dix enfants ont été utilisés comme guetteurs par des soldats.", "fr")
    assert parties_of(told) == [("soldats", "stated")]
