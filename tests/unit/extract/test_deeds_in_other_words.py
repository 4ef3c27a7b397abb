"""Deeds in words that earlier texts did not have, in four languages; every text is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read, violations_of


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("A boy of 12 bled to death at the checkpoint after soldiers opened fire.", "en", "killing"),
        ("A toddler is fighting for her life after the army's drone strike.", "en", "maiming"),
        ("The Kesh Front lures teenagers with promises of cash.", "en", "recruitment_use"),
        ("A girl of 15 blew herself up at the market on the militia's orders.", "en", "recruitment_use"),
        ("The Kesh Front stores its weapons in a primary school.", "en", "military_use"),
        ("Le Front du Lac attire des adolescents en leur promettant de l'argent.", "fr", "recruitment_use"),
        ("Des fillettes servaient à faire passer des munitions pour la milice.", "fr", "recruitment_use"),
        ("El Frente Rojo atrae a adolescentes con promesas de dinero.", "es", "recruitment_use"),
        ("El Ejército no deja entrar alimentos a la ciudad.", "es", "denial_access"),
        ("Un director de escuela fue asesinado a tiros por el Frente Rojo.", "es", "attack_school"),
        ("زوجت فتيات في الحادية عشرة لقادة الجبهة الحمراء.", "ar", "sexual_violence"),
        ("يرفض الجيش إدخال الغذاء إلى المدينة المحاصرة.", "ar", "denial_access"),
    ],
)
def test_a_deed_is_read_in_plain_words(text: str, language: str, code: str) -> None:
    assert {told for one in read(text, language) for told in violations_of(one)} == {code}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Kesh Front is fighting for survival.", "en"),
        ("The club lures teenagers with free lessons.", "en"),
        ("The Ministry keeps its archive in a school.", "en"),
        ("L'association attire des adolescents par la musique.", "fr"),
        ("El museo atrae a jóvenes con talleres.", "es"),
    ],
)
def test_the_same_words_of_peace_tell_no_deed(text: str, language: str) -> None:
    assert [violations_of(one) for one in read(text, language) if one.violations] == []
