"""French as agencies, the United Nations, rights groups write it on an ordinary day; every text is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import Statement, StatementKind
from tawthiq.terms.quantity import Comparator, QuantityKind
from unit.extract.told import read, said

CLAIM = "Le Front du Lac a tué dix enfants à Kesh."


def codes_of(one: Statement) -> set[str]:
    return {ref.code for ref in one.violations}


def rule_of(one: Statement) -> str:
    """The rule that dated the deed."""
    return getattr(one.act_period, "rule", "")


@pytest.mark.parametrize(
    "silence",
    [
        "Le Front du Lac n'a pas donné suite à nos questions.",
        "Le Front du Lac n'a pas revendiqué l'attaque.",
        "Le Front du Lac n'a pas pu être joint.",
        "Le Front du Lac n'a pas souhaité s'exprimer.",
        "Nos courriels au Front du Lac sont restés sans réponse.",
    ],
)
def test_who_does_not_answer_claims_nothing_and_is_blamed_for_nothing(silence: str) -> None:
    one = read(f"{CLAIM} {silence}", "fr")[-1]
    assert (one.kind, one.parties, one.violations) == (StatementKind.CONTEXT, (), ())


@pytest.mark.parametrize(
    "freed",
    [
        "Par ailleurs, 30 enfants ont retrouvé leur famille.",
        "Au total, 30 enfants ont été séparés des rangs de ces groupes.",
        "Quelque 30 enfants ont été confiés à des partenaires.",
        "Une trentaine de filles ont regagné leur foyer.",
    ],
)
def test_children_who_came_back_were_not_taken_in_that_sentence(freed: str) -> None:
    one = read(f"Le Front du Lac a enrôlé dix enfants. {freed}", "fr")[-1]
    assert (one.kind, one.violations) == (StatementKind.CONTEXT, ())


@pytest.mark.parametrize(
    "limit",
    [
        "Les entraves aux déplacements n'ont pas permis d'évaluer l'ampleur des violations.",
        "La préfecture a renoncé à compter les disparus.",
        "La mairie ne tient plus de registre.",
    ],
)
def test_who_stopped_counting_sets_a_limit(limit: str) -> None:
    assert read(f"{CLAIM} {limit}", "fr")[-1].kind is StatementKind.LIMITATION


@pytest.mark.parametrize(
    ("text", "who", "level"),
    [
        ("Le maire de Kesh a donné un bilan de dix enfants tués.", "maire de Kesh", Factuality.ATTRIBUTED),
        ("Dix enfants, croit savoir un voisin, ont été enrôlés.", "voisin", Factuality.BELIEVED),
        ("Un infirmier nous donne dix enfants blessés.", "infirmier", Factuality.ATTRIBUTED),
        ("Dix enfants ont été tués, précise l'ONG basée à Amra.", "ONG", Factuality.ATTRIBUTED),
    ],
)
def test_who_gives_a_count_or_believes_to_know_is_the_source(text: str, who: str, level: Factuality) -> None:
    one = read(text, "fr")[0]
    assert (one.speaker, one.factuality) == (who, level)


def test_the_youngest_is_as_old_as_told() -> None:
    (one,) = read("Dix filles, dont la plus jeune a 11 ans, ont été violées.", "fr")
    ages = [item.quantity for item in one.quantities if item.quantity.kind is QuantityKind.AGE]
    assert [(age.comparator, age.low) for age in ages] == [(Comparator.EXACT, 11)]


def test_fighters_who_were_killed_are_no_children() -> None:
    one = read(f"{CLAIM} L'armée dit avoir abattu deux terroristes.", "fr")[-1]
    assert codes_of(one) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Les soldats du Front du Lac sont repartis avec onze élèves.", "abduction"),
        ("Deux habitants parlent de rafles de garçons par le Front du Lac.", "abduction"),
        ("Toujours aucune nouvelle des douze filles de Kesh, où le Front du Lac est passé.", "abduction"),
        ("Le Front du Lac a conduit les garçons dans un camp d'entraînement.", "recruitment_use"),
    ],
)
def test_deeds_told_by_what_came_of_them(text: str, code: str) -> None:
    assert code in codes_of(read(text, "fr")[0])


def test_what_follows_from_it_goes_on_with_the_claim() -> None:
    text = "Le Front du Lac a brûlé dix écoles, ce qui prive de cours près de 2 000 élèves."
    assert len(read(text, "fr")) == 1


def test_the_day_of_speaking_between_verb_and_speaker_dates_no_deed() -> None:
    one = said("Dix garçons sont détenus à Kesh, a dénoncé lundi l'avocate Rita Sanz.", "fr", "Dix garçons")
    assert rule_of(one) == ""


def test_a_day_in_the_name_of_a_party_dates_nothing() -> None:
    one = read("Dix enfants ont été tués par le Mouvement du 3 mars.", "fr")[0]
    assert (rule_of(one), [party.name for party in one.parties]) == ("not_after_publication", ["Mouvement du 3 mars"])


def parties_of(one: Statement) -> list[tuple[str, str]]:
    return [(party.name, party.basis.value) for party in one.parties]


@pytest.mark.parametrize("name", ["Brigade des dunes", "Garde nationale", "Coalition du fleuve", "Milice des collines"])
def test_the_head_alone_is_short_for_a_name_in_small_letters(name: str) -> None:
    text = f"La {name} est active à Kesh. Un prêtre dit que la {name.split()[0]} a enrôlé dix garçons."
    assert parties_of(read(text, "fr")[-1]) == [(name.split()[0], "stated")]


def test_on_the_side_of_is_no_part_of_a_name_and_a_militia_behind_and_is_another() -> None:
    side = read("Côté Milice des Dunes, dix enfants ont été enrôlés.", "fr")[0]
    both = read("La Brigade des dunes et des milices locales ont enrôlé dix enfants.", "fr")[0]
    assert [name for name, _ in parties_of(side)] == ["Milice des Dunes"]
    assert [name for name, _ in parties_of(both)] == ["Brigade des dunes", "milices locales"]


def test_a_list_of_whom_the_authors_belonged_to_begins_behind_its_verb() -> None:
    text = (
        "Dix filles ont été violées. Les auteurs présumés appartenaient au Front du Lac (4), aux forces de défense et "
        "de sécurité (2) et à des groupes non identifiés (4)."
    )
    names = [name for name, _ in parties_of(read(text, "fr")[-1])]
    assert names == ["Front du Lac", "forces de défense et de sécurité", "groupes non identifiés"]


@pytest.mark.parametrize(
    "deed",
    [
        "Ils sont repartis avec onze élèves.",
        "Ils ont enlevé six filles.",
        "Le dispensaire a également été incendié.",
        "Deux écoles ont aussi été pillées.",
    ],
)
def test_whoever_did_it_just_now_goes_on(deed: str) -> None:
    one = read(f"{CLAIM} {deed}", "fr")[-1]
    assert parties_of(one) == [("Front du Lac", "implied")]


def test_they_who_were_beaten_are_not_those_who_beat() -> None:
    one = read("Le Front du Lac a brûlé une école. Dix garçons étaient là. Ils ont été violés.", "fr")[-1]
    assert one.parties == ()


@pytest.mark.parametrize(
    "occupied",
    ["Huit d'entre elles sont occupées par des soldats.", "Les autres sont occupées par des soldats."],
)
def test_schools_of_the_sentence_before_that_soldiers_hold(occupied: str) -> None:
    one = read(f"Trente écoles restent fermées. {occupied} Le Front du Lac a tué dix garçons.", "fr")[-2]
    assert codes_of(one) == {"military_use"}


def test_a_school_in_front_that_its_pronoun_takes_up_is_occupied() -> None:
    assert codes_of(read("Cette école, l'armée l'a occupée de février à mai.", "fr")[0]) == {"military_use"}


def test_a_militiaman_alone_is_who_did_it() -> None:
    assert parties_of(read("Une fille de 15 ans a été violée par un milicien.", "fr")[0]) == [("milicien", "stated")]


@pytest.mark.parametrize(
    "other",
    [
        "Les besoins en matériel scolaire sont couverts à hauteur de 35 %.",
        "Les affrontements entre l'armée et le Front du Lac ont repris.",
        "La signature d'un plan d'action par le Front du Lac est attendue.",
    ],
)
def test_needs_fights_and_plans_are_no_more_of_the_violation_before(other: str) -> None:
    assert codes_of(read(f"{CLAIM} {other}", "fr")[-1]) == set()


def test_this_group_is_meant_the_group_is_named() -> None:
    one = read(f"{CLAIM} Les combattants de ce groupe ont brûlé une école.", "fr")[-1]
    assert parties_of(one) == [("Front du Lac", "implied")]


def test_who_says_it_blocked_nobody_denies_for_itself() -> None:
    one = read("Dix convois ont été bloqués. L'armée affirme n'avoir bloqué aucun convoi.", "fr")[-1]
    assert (one.kind, parties_of(one)) == (StatementKind.CONTEXT_CLAIM, [("armée", "stated")])


def test_local_authorities_are_a_source_like_others() -> None:
    one = read("Selon les autorités sanitaires, dix enfants ont été tués à Kesh.", "fr")[0]
    assert one.factuality is Factuality.ATTRIBUTED


def test_the_rights_of_the_child_count_nobody() -> None:
    one = read("Le Front du Lac a commis de graves violations des droits de l'enfant à Kesh.", "fr")[0]
    assert (codes_of(one), one.quantities) == ({"unspecified"}, ())


def test_the_first_half_of_no_year_is_that_of_this_one() -> None:
    one = read("Au premier semestre, le Front du Lac a enrôlé dix enfants.", "fr")[0]
    assert rule_of(one) == "part"


def lasting_of(text: str) -> list[tuple[str, Comparator, int]]:
    """Ages and times that something lasted."""
    kinds = (QuantityKind.AGE, QuantityKind.DURATION)
    told = [item.quantity for one in read(text, "fr") for item in one.quantities if item.quantity.kind in kinds]
    return [(item.kind.value, item.comparator, int(item.low or 0)) for item in told]


@pytest.mark.parametrize(
    ("text", "lasting"),
    [
        ("L'armée détient dix garçons, dont 6 depuis plus de deux ans.", ("duration", Comparator.MORE_THAN, 2)),
        ("Depuis trois semaines, l'armée bloque les convois humanitaires.", ("duration", Comparator.EXACT, 3)),
        ("L'armée détient dix garçons de plus de deux ans.", ("age", Comparator.MORE_THAN, 2)),
    ],
)
def test_since_so_long_is_a_time_that_lasts(text: str, lasting: tuple[str, Comparator, int]) -> None:
    assert lasting_of(text) == [lasting]


def test_the_last_three_months_are_a_time_and_no_count() -> None:
    one = read("Au cours des trois derniers mois, dix enfants ont été tués.", "fr")[0]
    assert (rule_of(one), len(one.quantities)) == ("past", 1)


def test_how_old_the_speaker_was_goes_with_what_was_done() -> None:
    text = f"{CLAIM} « Ils m'ont enrôlé de force. J'avais treize ans », a confié Issa aux enquêteurs."
    one = read(text, "fr")[-1]
    assert one.quote == "Ils m'ont enrôlé de force. J'avais treize ans"
    assert (codes_of(one), one.speaker, len(one.quantities)) == ({"recruitment_use"}, "Issa", 1)


def test_they_who_burn_a_school_are_whoever_acted_before() -> None:
    one = read(f"{CLAIM} « Ils ont brûlé mon école », raconte Rita Sanz.", "fr")[-1]
    assert parties_of(one) == [("Front du Lac", "implied")]


def test_an_office_with_its_name_gives_a_toll() -> None:
    text = f"{CLAIM} Le préfet de Kesh, le colonel Paul Sanz, a donné un bilan de neuf enfants tués."
    assert read(text, "fr")[-1].speaker == "préfet de Kesh"


def test_who_sweeps_figures_aside_denies_them() -> None:
    one = read(f"{CLAIM} Le ministère de la Défense balaie ces chiffres.", "fr")[-1]
    assert (one.kind, one.speaker) == (StatementKind.CONTEXT_CLAIM, "ministère de la Défense")
