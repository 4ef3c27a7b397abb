"""What is a claim of its own, what goes on with the one before, what claims nothing; every text is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import parties_of, read, said, violations_of


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


def test_the_dead_and_the_wounded_of_one_breath_are_one_claim() -> None:
    (one,) = read("Seis niñas perdieron la vida y otras nueve sufrieron heridas en Amra.", "es")
    assert {ref.code for ref in one.violations} == {"killing", "maiming"}


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("en", "Four girls died and eleven boys were wounded.", ["killing", "maiming"]),
        ("fr", "Quatre filles sont mortes et onze garçons ont été blessés.", ["killing", "maiming"]),
        ("es", "Cuatro niñas murieron y once maestros resultaron heridos.", ["killing", "attack_school"]),
        ("en", "The Front killed four boys and 11 girls were abducted.", ["killing", "abduction"]),
        ("es", "El Frente mató a cuatro niños y 11 niñas fueron secuestradas.", ["killing", "abduction"]),
        ("fr", "Le Front a tué quatre garçons et 11 filles ont été enlevées.", ["killing", "abduction"]),
    ],
)
def test_others_to_whom_something_else_was_done_are_a_claim_of_their_own(
    language: str, text: str, codes: list[str]
) -> None:
    assert [ref.code for one in read(text, language) for ref in one.violations] == codes
    assert len(read(text, language)) == 2


def test_the_rest_of_the_cases_keep_their_violation_where_nobody_knows_who_did_it() -> None:
    text = "El Frente Azul quemó ocho escuelas. En las tres restantes no fue posible determinar la autoría."
    one = read(text, "es")[-1]
    assert one.kind is StatementKind.LIMITATION
    assert [ref.code for ref in one.violations] == ["attack_school"]
    assert [item.quantity.low for item in one.quantities] == [3]


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


def test_those_who_could_go_home_are_no_new_claim_of_the_deed() -> None:
    text = "Nueve niñas fueron secuestradas en Amra. Solo tres han podido regresar a sus casas."
    assert [one.violations for one in read(text, "es")[1:] if one.violations] == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "وقال مدير الإسعاف إن ثلاثة أطفال قتلوا في كش، مضيفا أن العدد الحقيقي غير معروف.",
            ["ثلاثة أطفال قتلوا", "العدد الحقيقي غير معروف"],
        ),
        (
            "وتقول رابطة الشاطئ إن القصف دمر مدرستين، وأن حركة الجبل حولت اثنتين أخريين إلى ثكنات.",
            ["دمر مدرستين", "حولت اثنتين"],
        ),
        (
            "جند 12 فتى في كش، في حين لا يزال خمسة أطفال محتجزين في أورن.",
            ["جند 12 فتى", "خمسة أطفال محتجزين"],
        ),
        (
            "خطف أربعة تلاميذ من بلدة أورن، ويعتقد أن حركة الجبل تقف وراء الخطف.",
            ["خطف أربعة تلاميذ", "حركة الجبل تقف"],
        ),
        (
            "نهب مستشفى بلدة أورن في 4 آذار/مارس 2021، ولم تعلن أي جهة مسؤوليتها.",
            ["نهب مستشفى", "لم تعلن أي جهة"],
        ),
    ],
)
def test_what_is_told_behind_a_comma_is_a_claim_of_its_own(text: str, quotes: list[str]) -> None:
    found = [one.quote for one in read(text, "ar")]
    assert len(found) == len(quotes)
    assert all(part in quote for part, quote in zip(quotes, found, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "وتتراوح أعمار المحتجزين الأطفال بين 13 و17 سنة، غير أن بينهم طفلين لم يبلغا العاشرة.",
        "ولا تعبر هذه الأرقام عن حجم تجنيد الأطفال، إذ حال انقطاع الاتصالات دون الوصول إلى مناطق واسعة.",
    ],
)
def test_a_part_or_a_reason_goes_on_with_its_claim(text: str) -> None:
    assert len(read(text, "ar")) == 1


def test_a_participle_that_accuses_begins_a_claim() -> None:
    text = "وأكد الناطق باسم الجيش أن قواته لم تقصف المدرسة، متهما مقاتلي جبهة السد بقصف المستشفى."
    first, second = read(text, "ar")
    assert (first.kind, second.kind) == (StatementKind.CONTEXT_CLAIM, StatementKind.VIOLATION_CLAIM)
    assert [party.name for party in second.parties] == ["جبهة السد"]


def test_what_follows_from_it_goes_on_with_the_claim() -> None:
    text = "Le Front du Lac a brûlé dix écoles, ce qui prive de cours près de 2 000 élèves."
    assert len(read(text, "fr")) == 1


def test_killed_and_injured_under_one_verb_are_one_claim() -> None:
    (told,) = read("Partners reported that 17 children were killed and 40 injured by shelling.")
    assert [int(one.quantity.low or 0) for one in told.quantities] == [17, 40]


def test_the_recruits_interviewed_are_those_who_were_taken() -> None:
    text = "Three quarters of the recruits interviewed were 15 or younger when the boys were taken by rebels."
    assert read(text)[0].kind is StatementKind.VIOLATION_CLAIM


@pytest.mark.parametrize(
    "text",
    [
        "Residents said trucks with flour were turned away at the checkpoint of the militia.",
        "A boy of 13 said he had been given a rifle and told to guard the camp.",
    ],
)
def test_a_load_and_a_second_participle_are_no_claims_of_their_own(text: str) -> None:
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    ("text", "how_many"),
    [
        ("At least 80 of the children fought for the rebels, while others were used as cooks by them.", 1),
        ("Nineteen boys were released in May, while 20 remained in custody in June.", 2),
        ("Rebels have abducted 90 pupils since 2020, with about one in ten still missing.", 2),
    ],
)
def test_others_of_the_same_deed_are_no_claim_those_left_behind_are(text: str, how_many: int) -> None:
    assert len(read(text)) == how_many


@pytest.mark.parametrize(
    "text",
    [
        "The Lake Front denied involvement and said its men had left the town.",
        'The Lake Front denied recruiting anyone under 18 and called the reports "baseless".',
    ],
)
def test_a_denial_and_what_is_said_beside_it_are_two_claims(text: str) -> None:
    assert len(read("The Lake Front recruited ten boys. " + text)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Three girls said that rebels had raped them while they were in captivity.",
        "Because monitors could not travel to Kesh, the true number of abductions is likely to be higher.",
    ],
)
def test_when_it_was_and_why_it_is_not_known_are_no_claims_of_their_own(text: str) -> None:
    assert len(read("Rebels abducted ten girls. " + text)) == 2


def test_two_deeds_that_arabic_counts_one_behind_the_other_are_two_claims() -> None:
    told = read("وقع 12 هجوما على المدارس، واستُخدمت 9 مدارس لأغراض عسكرية.", "ar")
    assert [one.quantities[0].quantity.low for one in told] == [12, 9]


def test_what_a_leaflet_calls_others_is_told_for_whoever_it_is_meant() -> None:
    (one,) = read("A leaflet of the Lake Front calls the army a tool for foreigners.")
    assert one.speaker == "Lake Front"


def test_who_adds_a_second_deed_behind_who_has_told_both() -> None:
    text = "Diez niños murieron, dijo la alcaldesa, quien denunció que seis niñas fueron secuestradas."
    assert read(text, "es")[0].quote.startswith("Diez niños murieron")


def test_a_second_number_with_a_verb_and_a_doer_of_its_own_is_a_claim_of_its_own() -> None:
    first, second = read("Soldiers killed 17 children and 40 were abducted by the Lake Front.")
    assert (parties_of(first), parties_of(second)) == ([("Soldiers", "stated")], [("Lake Front", "stated")])


def test_another_who_boasts_behind_with_speaks_for_itself_alone() -> None:
    deed, boast = read("Three boys were killed in Kesh with the Lake Front boasting that they were spies.")
    assert (len(deed.chain), boast.speaker) == (1, "Lake Front")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“They burned ten houses. They took two boys away,” a nurse said."),
        ("fr", "« Ils ont brûlé dix maisons. Ils ont enlevé deux garçons », a dit une infirmière."),
        ("es", "«Quemaron diez casas. Se llevaron a dos niños», dijo una enfermera."),
    ],
)
def test_two_sentences_of_one_quotation_with_a_number_each_stay_two(language: str, text: str) -> None:
    assert [one.quantities[0].quantity.low for one in read(text, language)] == [10, 2]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers killed ten children in Amra and the school stayed closed."),
        ("en", "Soldiers burned the school in Amra, and its roof fell in."),
        ("fr", "Des soldats ont brûlé l'école de Kesh et les élèves sont restés chez eux."),
        ("es", "Los soldados quemaron la escuela de Kesh y los vecinos huyeron."),
    ],
)
def test_what_came_of_a_deed_goes_on_with_it(language: str, text: str) -> None:
    assert [one.quote for one in read(text, language)] == [text.removesuffix(".")]


def test_whom_somebody_blames_is_told_though_he_goes_on_to_tell_more() -> None:
    text = "Ten children were killed in Kesh. The mayor attributes it to the Lake Front; its men shot two girls."
    blamed = said(text, "en", "attributes it")
    assert (violations_of(blamed), parties_of(blamed)) == ({"killing"}, [("Lake Front", "stated")])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "When the town fell, 12 boys and 7 girls were killed by armed groups."),
        ("fr", "La guerre a repris et, en juin, 12 garçons et 7 filles ont été recrutés par des groupes armés."),
        ("es", "Cuando cayó el pueblo, 12 niños y 7 niñas fueron reclutados por grupos armados."),
    ],
)
def test_two_counts_with_one_verb_are_one_claim(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert [item.quantity.low for item in one.quantities] == [12, 7]


def test_a_second_count_with_a_deed_of_its_own_is_a_claim_of_its_own() -> None:
    killed, raped = read("Rebels took the town and killed 12 boys and 7 girls were raped.")
    assert [one.quantities[0].quantity.low for one in (killed, raped)] == [12, 7]


@pytest.mark.parametrize(
    "limit",
    ["aunque admite que la cifra es incompleta", "pero advierte de que faltan datos"],
)
def test_what_a_speaker_adds_although_is_told_beside_his_number(limit: str) -> None:
    told, added = read(f"La Secretaría registra once niños muertos en Kesh, {limit}.", "es")
    assert (told.kind, told.factuality) == (StatementKind.VIOLATION_CLAIM, Factuality.ATTRIBUTED)
    assert (added.speaker, added.violations) == ("Secretaría", ())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'ONU, qui a vérifié 61 cas de recrutement d'enfants, estime qu'un enfant sur cinq a été enlevé."),
        ("es", "La ONU, que verificó 61 casos de reclutamiento, calcula que uno de cada cinco niños fue secuestrado."),
    ],
)
def test_what_was_verified_by_the_way_is_told_apart_from_what_is_estimated(language: str, text: str) -> None:
    estimated, verified = read(text, language)
    assert (estimated.factuality, verified.factuality) == (Factuality.BELIEVED, Factuality.VERIFIED_BY_SOURCE)
    assert [item.quantity.low for item in verified.quantities] == [61]
