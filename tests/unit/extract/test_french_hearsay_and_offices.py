"""What real French texts taught a second time: who did not do it, who says it, how sure; every text is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import Statement
from unit.extract.told import parties_of, read, violations_of


def _told(text: str) -> Statement:
    return read(text, "fr")[-1]


def _names(text: str) -> list[str]:
    return [name for name, _ in parties_of(_told(text))]


def _source(text: str) -> str:
    return _told(text).chain[-1].actor


def _places(text: str) -> list[str]:
    return [place.name for place in _told(text).places]


@pytest.mark.parametrize(
    "text",
    [
        "Selon les rapports, plus de 30 écoles ont été détruites.",
        "D'après des rapports, deux filles ont été violées.",
        "L'emploi signalé d'enfants soldats inquiète les voisins.",
        "Elle dénonce l'enrôlement signalé de garçons à Dalou.",
    ],
)
def test_reports_of_nobody_and_reported_deeds_are_hearsay(text: str) -> None:
    assert _told(text).factuality is Factuality.REPORTED


def test_reports_of_a_body_are_its_own() -> None:
    assert _source("Selon les rapports de l'ONU, 30 écoles ont été détruites.") == "rapports de l'ONU"


def test_what_was_seen_is_no_hearsay() -> None:
    told = _told("Un avion a été observé au-dessus de Dalou, puis deux écoles ont été bombardées.")
    assert told.factuality is Factuality.ASSERTED


@pytest.mark.parametrize(
    "text",
    [
        "La Coalition nationale des associations d'aide dénonce les attaques contre les écoles à Dalou.",
        "Une autre section porte sur l'entrave aux secours pour les enfants.",
        "Un groupe de travail a été envoyé à Dalou après le viol de 12 filles.",
        "Le gouvernement a envoyé une équipe à Dalou pour enquêter sur les viols de 12 filles.",
        "Le mouvement citoyen de Dalou affirme que 30 filles ont été enlevées.",
    ],
)
def test_bodies_without_arms_sections_and_who_inquires_are_no_party(text: str) -> None:
    assert _names(text) == []


def test_a_verb_is_no_part_of_a_partys_name() -> None:
    for text in (
        "Il veut que le gouvernement intervienne et que cesse le recrutement d'enfants.",
        "Elle demande que le gouvernement obtienne la fin du recrutement d'enfants.",
    ):
        assert not any("intervienne" in name or "obtienne" in name for name in _names(text))


@pytest.mark.parametrize(
    "text",
    [
        "Les filles ont raconté que les hommes portaient des uniformes de l'armée.",
        "Les parents doivent choisir entre garder leurs enfants en vie ou les envoyer à l'école, dit-elle.",
        "Cette escalade constitue une violation grave des règles du droit international humanitaire.",
        "Les intervenants ont dénoncé de graves violations du droit international.",
    ],
)
def test_mens_uniforms_kept_children_and_broken_law_are_no_violation(text: str) -> None:
    assert [code for told in read(text, "fr") for code in violations_of(told)] == []


def test_children_in_uniform_held_or_violated_still_are() -> None:
    assert violations_of(_told("Des garçons portaient des armes à Dalou.")) == {"recruitment_use"}
    assert violations_of(_told("Les soldats ont gardé les filles trois jours.")) == {"deprivation_liberty"}
    assert violations_of(_told("De graves violations des droits de l'enfant ont été commises.")) == {"unspecified"}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Ana Dossi, l'une des responsables d'Aide Kesh, qui vit à Dalou depuis 2019, affirme que 12 filles ont été "
            "enlevées.",
            "Ana Dossi",
        ),
        (
            "Ana Dossi, médecin à Dalou, qui a fui la ville, raconte que 12 filles ont été violées.",
            "Ana Dossi",
        ),
        (
            "Deux infirmières et un chauffeur - qui souhaitent garder l'anonymat - ont affirmé que 12 filles ont été "
            "violées.",
            "Deux infirmières et un chauffeur",
        ),
        ("Selon la base de données sur les conflits, 44 enfants ont été tués.", "base de données"),
        ("« Nos soldats n'enlèvent pas d'enfants », a réagi le ministre de la Défense.", "ministre de la Défense"),
        ("Le ministre a soutenu que 12 enfants ont été tués.", "ministre"),
        ("Le Kesh a soutenu la résolution sur les enfants soldats.", "document"),
    ],
)
def test_who_speaks_past_what_is_told_of_him(text: str, source: str) -> None:
    assert _source(text) == source


@pytest.mark.parametrize(
    "text",
    [
        "Tomas Beri, directeur adjoint à Aide Kesh, a déclaré que 4 enfants ont été tués.",
        "Ana Dossi, la nouvelle maire intérimaire de Dalou, a déclaré que 4 enfants ont été tués.",
        "Selon Ana Dossi, médecin à Dalou, 4 enfants ont été tués.",
    ],
)
def test_the_place_of_an_office_is_not_where_it_happened(text: str) -> None:
    assert _places(text) == []


def test_where_it_happened_stays_beside_an_office() -> None:
    assert _places("4 enfants ont été tués à Temsa, a affirmé Ana Dossi, maire de Dalou, lundi.") == ["Temsa"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Des groupes armés, dont le Front Noir (FN), Ansar Teli et le Front de Kesh, recruteraient des enfants.",
            ["Front Noir", "Ansar Teli", "Front de Kesh"],
        ),
        ("Des groupes armés, dont le Front Noir, ont enlevé 12 filles.", ["Front Noir"]),
        ("Le Front Noir, dont l'armée a tué le chef, a enlevé 12 filles.", ["Front Noir"]),
        ("Le groupe militant islamiste Front Noir enlève 12 filles à Dalou.", ["Front Noir"]),
    ],
)
def test_which_of_the_groups_did_it_stands_behind_dont(text: str, names: list[str]) -> None:
    assert _names(text) == names


def test_stories_that_were_heard_are_hearsay() -> None:
    assert _told("Nous avons entendu des récits de filles violées à Dalou.").factuality is Factuality.REPORTED
