"""Spanish as agencies, the United Nations, rights groups write it on an ordinary day; every text is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import Statement, StatementKind
from unit.extract.told import read, said


def days_of(one: Statement) -> tuple[str, str]:
    """First and last day of the deed."""
    when = one.act_period.when  # type: ignore[union-attr]
    return str(when.first), str(when.last)


def places_of(text: str, language: str) -> list[str]:
    return [place.name for one in read(text, language) for place in one.places]


def test_a_dateline_that_ends_with_stop_and_dash_is_no_part_of_the_claim() -> None:
    text = "Kesh, 2 mar (Agencia Norte).- Nueve niñas fueron secuestradas en Amra."
    assert [one.quote for one in read(text, "es")] == ["Nueve niñas fueron secuestradas en Amra"]


@pytest.mark.parametrize(
    ("language", "text", "quote", "who"),
    [
        ("es", 'Murieron diez niños. "Los datos son provisionales", avisó la alcaldesa.', "Los datos son", "alcaldesa"),
        ("en", 'Ten boys were killed. "We buried ten boys", said a teacher.', "We buried ten boys", "teacher"),
        ("fr", "Dix enfants sont morts. « Ils ont tué Ali », raconte une voisine.", "Ils ont tué Ali", "voisine"),
        ("es", 'La maestra responde: "No sé cuántas faltan".', "No sé cuántas faltan", "maestra"),
    ],
)
def test_few_words_between_marks_told_whole_are_a_claim_of_their_own(
    language: str, text: str, quote: str, who: str
) -> None:
    one = said(text, language, quote)
    assert (one.quote.startswith(quote), one.speaker) == (True, who)
    assert len(one.quote.split()) == len(one.quote.strip(' "').split()) <= 5


def test_behind_a_quotation_who_spoke_how_old_and_where_is_no_claim() -> None:
    text = '"Los soldados me llevaron con otros seis niños", cuenta Nadir, de 13 años, a la sombra de un muro en Doru.'
    assert len(read(text, "es")) == 1


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("es", "La gobernadora de Kesh, Rita Sanz Mora, dijo que diez niños murieron.", "gobernadora de Kesh"),
        ("es", "Diez niños murieron, según su directora, Rita Sanz.", "directora"),
        ("fr", "Le préfet de Kesh, Paul Roumani, a déclaré que dix enfants sont morts.", "préfet de Kesh"),
    ],
)
def test_french_and_spanish_go_by_the_office_where_the_name_stands_beside_it(
    language: str, text: str, who: str
) -> None:
    assert read(text, language)[0].speaker == who


def test_a_range_of_ages_is_not_cut_in_two() -> None:
    text = "Dos niños murieron y otros cuatro, de entre 7 y 12 años, resultaron heridos."
    (one,) = read(text, "es")
    assert {ref.code for ref in one.violations} == {"killing", "maiming"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("El coronel ha admitido que diez niños murieron.", "coronel"),
        ("La alcaldesa ha dicho en la radio que diez niños murieron.", "alcaldesa"),
        ("La Liga del Lago había advertido de que diez niños fueron reclutados.", "Liga del Lago"),
    ],
)
def test_who_has_said_something_speaks(text: str, who: str) -> None:
    assert read(text, "es")[0].speaker == who


def test_who_would_not_be_named_limits_nothing() -> None:
    text = "Un celador que pidió no ser identificado dijo que once niños fueron secuestrados."
    assert [one.kind for one in read(text, "es")] == [StatementKind.VIOLATION_CLAIM]


def test_who_attributes_a_deed_is_heard_as_any_other_witness() -> None:
    text = "La Liga del Lago atribuyó la muerte de diez niños al Frente Azul."
    assert read(text, "es")[0].factuality is Factuality.ATTRIBUTED


def test_who_did_it_behind_an_adverb_of_doubt_does_not_speak() -> None:
    text = "Seis niñas murieron por una mina colocada presuntamente por el Frente Azul."
    (one,) = read(text, "es")
    assert one.speaker != "Frente Azul"
    assert [party.name for party in one.parties] == ["Frente Azul"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La policía militar detuvo a nueve niños.", "policía militar"),
        ("Ayer la Policía Rural ocupó la escuela de Amra.", "Policía Rural"),
    ],
)
def test_which_police_it_was_belongs_to_its_name(text: str, name: str) -> None:
    assert [party.name for one in read(text, "es") for party in one.parties] == [name]


def test_those_a_child_is_said_to_work_with_did_not_hold_it() -> None:
    text = "Ocho niños fueron detenidos por su presunta colaboración con el Frente Azul."
    (one,) = read(text, "es")
    assert ({ref.code for ref in one.violations}, one.parties) == ({"deprivation_liberty", "recruitment_use"}, ())


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("es", "Hubo 96 niños reclutados en los departamentos de Amra (45), Tolva (31) y Querón (20).", 3),
        ("en", "There were 96 children recruited in the provinces of Amra (45), Tolva (31) and Keron (20).", 3),
        ("fr", "On compte 96 enfants recrutés dans les provinces d'Amra (45), Tolva (31) et Kéron (20).", 3),
    ],
)
def test_a_row_of_places_with_numbers_is_no_row_of_parties(language: str, text: str, names: int) -> None:
    assert len(places_of(text, language)) == names
    assert [party.name for one in read(text, language) for party in one.parties] == []


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("es", "Once niños fueron reclutados en todo 2019.", ("2019-01-01", "2019-12-31")),
        ("es", "El lunes hubo combates en Amra. Dos días antes, tres niñas fueron secuestradas.", ("2021-02-27",) * 2),
        ("es", "El lunes hubo combates en Amra. Una semana después murieron nueve niños.", ("2021-03-08",) * 2),
        ("es", "El 9 de febrero hubo combates. Desde entonces doce niños han muerto.", ("2021-02-09", "2021-03-03")),
        ("en", "Fighting broke out on 9 February. Since then twelve boys have died.", ("2021-02-09", "2021-03-03")),
        (
            "es",
            "La Misión, creada para vigilar la tregua que se rompió en junio de 2020, verificó en enero 9 secuestros "
            "de niños.",
            ("2021-01-01", "2021-01-31"),
        ),
        ("es", "La Liga documentó el mes pasado nueve secuestros de niños.", ("2021-02-01", "2021-02-28")),
    ],
)
def test_when_it_happened_is_told_beside_other_days(language: str, text: str, days: tuple[str, str]) -> None:
    assert days_of(read(text, language)[-1]) == days


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Murieron 30 niños, un 14 % más que en 2019."),
        ("fr", "Trente enfants sont morts, deux fois plus qu'en 2019."),
        ("en", "Thirty boys were killed, three times as many as in 2019."),
    ],
)
def test_the_year_that_is_compared_with_is_not_that_of_the_deed(language: str, text: str) -> None:
    assert all("2019" not in str(one.act_period) for one in read(text, language))


def test_how_far_away_a_place_is_counts_nothing() -> None:
    text = "En la escuela de Amra, a dos horas de carretera, murieron siete niños."
    assert [str(item.quantity.unit) for one in read(text, "es") for item in one.quantities] == ["child"]


@pytest.mark.parametrize(
    "text",
    [
        "La lista de víctimas no está cerrada.",
        "Los datos son un mínimo.",
        "Autoría desconocida por ahora.",
        "No sabemos cuál es la buena.",
    ],
)
def test_what_a_count_leaves_open_is_a_limit(text: str) -> None:
    assert [one.kind for one in read("Diez niños murieron en Amra. " + text, "es")][1:] == [StatementKind.LIMITATION]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("El Frente Azul se nutre de menores.", "recruitment_use"),
        ("Exigieron dos millones por la liberación de las niñas.", "abduction"),
        ("Tres escuelas fueron quemadas. Dos clínicas han corrido la misma suerte.", "attack_hospital"),
    ],
)
def test_idioms_of_the_trade_tell_a_deed(text: str, code: str) -> None:
    assert code in {ref.code for one in read(text, "es") for ref in one.violations}


def test_schools_that_work_were_not_attacked() -> None:
    text = "Nueve niñas fueron secuestradas. De las 30 escuelas del distrito, apenas 12 imparten clases."
    assert [ref.code for ref in read(text, "es")[-1].violations] == []


def test_the_dead_and_the_wounded_of_one_breath_are_one_claim() -> None:
    (one,) = read("Seis niñas perdieron la vida y otras nueve sufrieron heridas en Amra.", "es")
    assert {ref.code for ref in one.violations} == {"killing", "maiming"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nueve niñas huyeron de la escuela de Amra. El Frente Azul la asaltó el lunes.", "attack_school"),
        ("Cuatro escuelas fueron incendiadas. Otras tres siguen ocupadas por el Ejército.", "military_use"),
        ("El Ejército mantiene cerrada la carretera por la que entraba la ayuda a Amra.", "denial_access"),
        ("Diez niñas fueron secuestradas. A dos las casaron a la fuerza con un combatiente.", "sexual_violence"),
        ("Tres niños murieron durante su vinculación al Frente Azul.", "recruitment_use"),
    ],
)
def test_what_was_done_is_told_by_a_pronoun_a_road_a_marriage(text: str, code: str) -> None:
    assert code in {ref.code for ref in read(text, "es")[-1].violations}


def test_a_pronoun_of_another_gender_is_not_the_school() -> None:
    text = "Nueve niñas huyeron de la escuela de Amra. El Frente Azul lo asaltó el lunes."
    assert "attack_school" not in {ref.code for ref in read(text, "es")[-1].violations}


def test_who_holds_suspects_detains_them() -> None:
    text = "La milicia retiene a nueve niños por su presunta colaboración con el Frente Azul."
    assert {ref.code for ref in read(text, "es")[0].violations} == {"deprivation_liberty", "recruitment_use"}


def test_the_rest_of_the_cases_keep_their_violation_where_nobody_knows_who_did_it() -> None:
    text = "El Frente Azul quemó ocho escuelas. En las tres restantes no fue posible determinar la autoría."
    one = read(text, "es")[-1]
    assert one.kind is StatementKind.LIMITATION
    assert [ref.code for ref in one.violations] == ["attack_school"]
    assert [item.quantity.low for item in one.quantities] == [3]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Diez niños murieron en Amra. El párroco sube la cifra a 14.", "párroco"),
        ("Diez niños murieron en Amra. Las madres hablan de 14 niños muertos.", "madres"),
        ("Diez niños murieron en Amra, respondió el vocero rebelde, alias Tizón.", "vocero rebelde"),
    ],
)
def test_who_gives_another_figure_speaks(text: str, who: str) -> None:
    assert read(text, "es")[-1].speaker == who


def test_who_spoke_goes_on_behind_who() -> None:
    text = "Diez niños murieron, dijo la alcaldesa, quien denunció que seis niñas fueron secuestradas."
    assert {one.speaker for one in read(text, "es")} == {"alcaldesa"}


@pytest.mark.parametrize(
    "text", ["La Marina mantiene cerrado el puerto de Amra.", "Este diario vio a dos niños con fusiles en Amra."]
)
def test_who_keeps_a_port_shut_or_prints_the_page_says_nothing(text: str) -> None:
    assert [one.speaker for one in read("Diez niños murieron. " + text, "es")][-1] == "document"


def test_whom_a_party_fights_did_not_do_it_and_since_when_dates_no_deed() -> None:
    text = "El ministerio culpó de la muerte de diez niños al Frente Azul, que combate al Ejército desde 2015."
    (one,) = read(text, "es")
    assert [party.name for party in one.parties] == ["Frente Azul"]
    assert "2015" not in str(one.act_period)


def test_an_adverb_is_no_part_of_an_army() -> None:
    assert [p.name for p in read("El Ejército solo mató a dos niños.", "es")[0].parties] == ["Ejército"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Durante el segundo semestre murieron 41 niños.", ("2020-07-01", "2020-12-31")),
        ("En el primer trimestre murieron 41 niños.", ("2021-01-01", "2021-03-03")),
    ],
)
def test_a_half_year_without_its_year_is_the_last_one(text: str, days: tuple[str, str]) -> None:
    assert days_of(read(text, "es")[0]) == days


def test_who_is_told_and_whose_convoy_it_is_are_no_places() -> None:
    assert places_of("Una vecina dijo a Meridiana que el convoy de la Cruz Azul fue saqueado.", "es") == []


def test_one_of_the_worst_attacks_is_no_count() -> None:
    text = "Uno de los episodios más graves fue el bombardeo del instituto, que causó la muerte de siete niños."
    assert [int(item.quantity.low or 0) for one in read(text, "es") for item in one.quantities] == [7]


def test_of_them_who_tell_it_are_counted() -> None:
    text = "Once niñas fueron secuestradas. Ocho de ellas declararon haber sufrido violencia sexual."
    assert [item.quantity.low for item in read(text, "es")[-1].quantities] == [8]


def test_money_that_came_in_is_context() -> None:
    text = "Diez niños murieron. El plan ha recibido el 18 % de los 64 millones de dólares solicitados."
    assert all(one.kind is not StatementKind.FIGURE for one in read(text, "es"))


def test_ages_in_front_of_a_colon_are_ages() -> None:
    text = "Diez chicos fueron secuestrados. Edades: de 12 a 16."
    assert {item.quantity.kind.value for item in read(text, "es")[-1].quantities} == {"age"}


def test_the_deed_before_tells_who_killed() -> None:
    text = "El Frente Azul incendió dos escuelas. Tres niños murieron y otros cinco resultaron heridos."
    assert [(party.name, party.basis.value) for party in read(text, "es")[-1].parties] == [("Frente Azul", "implied")]


def test_what_an_increase_amounts_to_goes_on_with_its_count() -> None:
    text = "En 2020 se documentaron 71 muertes de niños, lo que supone un descenso del 15 % respecto de 2019."
    (one,) = read(text, "es")
    assert {item.quantity.unit for item in one.quantities} >= {"percent"}
    assert days_of(one) == ("2020-01-01", "2020-12-31")


@pytest.mark.parametrize("text", ["El más joven tenía 9 años.", "La mayor tenía 17 años."])
def test_the_age_of_the_youngest_is_told_as_it_is(text: str) -> None:
    told = read("Nueve niñas fueron reclutadas. " + text, "es")[-1].quantities
    assert {item.quantity.comparator.value for item in told if item.quantity.kind.value == "age"} == {"="}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Murieron diez niños en los estados de Amra y Unidad.", []),
        (
            "La Fiscalía atribuye diez muertes de niños a la Columna Azul, la mayor de las guerrillas que hay allí.",
            ["Columna Azul"],
        ),
    ],
)  # fmt: skip
def test_a_state_or_the_largest_of_its_sort_is_no_second_party(text: str, names: list[str]) -> None:
    assert [party.name for one in read(text, "es") for party in one.parties] == names


def test_who_told_the_writer_speaks_and_the_writers_own_team_does_not() -> None:
    assert read("Una médica me dice que hay nueve niños heridos.", "es")[0].speaker == "médica"
    assert read("Nuestro equipo contabilizó nueve niños heridos.", "es")[0].speaker == "document"


def test_a_commander_speaks_for_the_party_just_named() -> None:
    text = "El Frente Azul reclutó a nueve niños. Su comandante aseguró que todos los voluntarios son mayores de edad."
    one = read(text, "es")[-1]
    assert (one.kind, [ref.code for ref in one.violations]) == (StatementKind.CONTEXT_CLAIM, ["recruitment_use"])
    assert [(party.name, party.basis.value) for party in one.parties] == [("Frente Azul", "implied")]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("es", "Nueve niños murieron en agosto y septiembre.", ("2020-08-01", "2020-09-30")),
        ("es", "Nueve niños murieron en 2018 y 2019.", ("2018-01-01", "2019-12-31")),
        ("fr", "Neuf enfants ont été tués en août et septembre.", ("2020-08-01", "2020-09-30")),
        (
            "es",
            "El 4 de mayo de 2020 murieron diez niños; al 31 de diciembre de 2020 seguían presos seis niños. "
            "Nueve niñas fueron secuestradas en febrero.",
            ("2020-02-01", "2020-02-29"),
        ),
    ],
)
def test_months_that_touch_and_the_year_a_report_is_on(language: str, text: str, days: tuple[str, str]) -> None:
    assert days_of(read(text, language)[-1]) == days


def test_an_article_with_a_capital_belongs_to_the_name_of_a_band() -> None:
    text = "Según dos testigos, Los Relámpagos entraron en el albergue y se llevaron a nueve niños."
    assert [party.name for party in read(text, "es")[0].parties] == ["Relámpagos"]
    calm = "Según dos testigos, Los Relámpagos tocaron en la plaza. Nueve niños murieron en Amra."
    assert [party.name for one in read(calm, "es") for party in one.parties] == []


def test_who_puts_out_a_recording_speaks_on_and_did_nothing_by_that() -> None:
    text = "Nueve niños fueron secuestrados en Amra. El Frente Azul ha difundido un audio. Dicen que se fueron solos."
    told = read(text, "es")
    assert not any(one.violations and "audio" in one.quote for one in told)
    assert told[-1].speaker == "Frente Azul"


@pytest.mark.parametrize(
    "text",
    [
        "Doce niños murieron en Amra, extremo que las autoridades no han confirmado.",
        "Doce niños fueron reclutados en Amra, casos que seguían pendientes de verificación.",
    ],
)
def test_a_doubt_that_hangs_on_its_claim_is_no_claim_of_its_own(text: str) -> None:
    (one,) = read(text, "es")
    assert one.factuality is Factuality.UNCORROBORATED


def test_hours_in_words_last_and_parts_of_a_whole_are_counted() -> None:
    text = "La ambulancia tardó catorce horas en llegar porque soldados le cerraron el paso."
    assert {item.quantity.kind.value for one in read(text, "es") for item in one.quantities} == {"duration"}
    text = "Diez niños murieron. De las 41 escuelas del distrito, apenas 12 abren."
    assert [item.quantity.low for item in read(text, "es")[-1].quantities] == [41, 12]


def test_an_army_told_for_short_is_the_one_army_named_before() -> None:
    text = "El Ejército kesiano mató a dos niñas. El Ejército bombardeó el instituto de Amra. Murieron seis niños."
    assert [party.name for party in read(text, "es")[-1].parties] == ["Ejército kesiano"]


def test_a_range_of_months_that_are_past_lies_in_the_year_before() -> None:
    text = "La Liga documentó entre enero y junio 37 ataques contra escuelas."
    assert days_of(read(text, "es")[0]) == ("2020-01-01", "2020-06-30")


def test_wounds_are_those_of_children_whoever_speaks_behind() -> None:
    text = (
        "Cinco menores murieron y otros ocho resultaron heridos en el municipio de Amra, informaron fuentes oficiales."
    )
    assert {ref.code for ref in read(text, "es")[0].violations} == {"killing", "maiming"}


def test_a_call_to_spare_children_tells_no_killing() -> None:
    text = "Nueve niños murieron en Amra. La Defensoría pidió a los grupos armados respetar la vida de los niños."
    assert all(not one.violations for one in read(text, "es")[1:])


def test_those_who_could_go_home_are_no_new_claim_of_the_deed() -> None:
    text = "Nueve niñas fueron secuestradas en Amra. Solo tres han podido regresar a sus casas."
    assert [one.violations for one in read(text, "es")[1:] if one.violations] == []


def test_who_told_an_agency_speaks() -> None:
    text = (
        '"Estaban jugando cuando murieron los tres niños", relató a esta agencia Marta, madre de una de las víctimas.'
    )
    assert [one.speaker for one in read(text, "es")] == ["Marta"]


def test_authorities_tell_of_others_and_point_at_them() -> None:
    text = "Nueve niños murieron en Amra. Las autoridades apuntan al Frente Sur como presunto autor del ataque."
    one = read(text, "es")[-1]
    assert ([party.name for party in one.parties], one.kind) == (["Frente Sur"], StatementKind.VIOLATION_CLAIM)


def test_a_teenage_girl_is_one_child_and_the_guerrilla_she_is_said_to_be_of_did_not_hold_her() -> None:
    text = "Una adolescente acusada de pertenecer a la guerrilla fue detenida en Amra."
    one = read(text, "es")[-1]
    assert ([item.quantity.low for item in one.quantities], one.parties) == ([1], ())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "El Frente Azul secuestró a dos niñas.\n\nEn Amra secuestraron a 50 niñas. "
            "De ellas, 20 eran menores de 12.",
        ),
        (
            "en",
            "The Kesh Front abducted two girls.\n\nFifty girls were abducted in Amra. Of them, 20 girls were under 12.",
        ),
    ],
)
def test_a_claim_that_leaves_open_who_did_it_ends_the_party_before(language: str, text: str) -> None:
    assert read(text, language)[-1].parties == ()
