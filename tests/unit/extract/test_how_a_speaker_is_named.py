"""How a speaker is named: which words of a sentence are his name, office or body, and which are not. Invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from unit.extract.told import FRENCH_CLAIM, read, said


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


def test_the_name_of_a_force_keeps_its_adjective_and_whoever_denies_for_it_names_it() -> None:
    one = said("احتجزت قوات الأمن العام 40 طفلا في كش.", "ar", "احتجزت")
    assert [party.name for party in one.parties] == ["قوات الأمن العام"]
    text = "جندت كتائب السيف 40 طفلا في كش. ونفت قيادة الكتائب وجود أي قاصر في صفوفها."
    assert [party.name for party in said(text, "ar", "ونفت").parties] == ["كتائب السيف"]


def test_an_office_with_its_name_gives_a_toll() -> None:
    text = f"{FRENCH_CLAIM} Le préfet de Kesh, le colonel Paul Sanz, a donné un bilan de neuf enfants tués."
    assert read(text, "fr")[-1].speaker == "préfet de Kesh"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Gunmen abducted every girl they found there.", "document"),
        ("A nurse we spoke to says seven children were killed.", "nurse"),
    ],
)
def test_a_noun_with_those_who_found_it_or_spoke_to_it(text: str, who: str) -> None:
    assert read(text)[0].speaker == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The family said the Kesh Front abducted the girl.", "family"),
        ("The family thinks rebels abducted the girl.", "family"),
        ("Staff blame the army for the killing of two boys.", "Staff"),
        ("Both the army and the Kesh Front denied recruiting children.", "army and the Kesh Front"),
        ("“They took my brother,” recalled a 12-year-old girl.", "12-year-old girl"),
    ],
)
def test_a_family_a_staff_a_girl_of_some_years_are_heard(text: str, who: str) -> None:
    assert read(text)[0].speaker == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Four fathers in Kesh told us that the militia demanded one son per family.", "Four fathers"),
        ("Community monitors in Kesh reported the killing of two boys.", "Community monitors"),
        ("On that basis the inquiry has reasonable grounds to believe that rebels abducted ten girls.", "inquiry"),
        ("Crater analysis by @lake_invented suggests that the army killed the two boys.", "@lake_invented"),
        ("The Front, in a message sent to this paper, denied having abducted ten girls.", "Front"),
    ],
)
def test_who_speaks_is_told_without_rate_place_and_reasons(text: str, who: str) -> None:
    assert read(text)[0].speaker == who


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", 'The mayor in Kesh: "Two boys never came home from the camp."', "mayor"),
        ("en", 'Radio Kesh: "Two boys never came home from the camp."', "Radio Kesh"),
        ("es", 'La fiscalía de Kesh: "Dos niños nunca volvieron del campamento".', "fiscalía de Kesh"),
        ("es", 'Cuando se le pregunta, se encoge de hombros: "Dos niños no volvieron del campamento".', "unnamed"),
        ("fr", "Mise à jour : une source hospitalière : deux filles ont été enlevées.", "source hospitalière"),
        ("es", "Última hora: una fuente hospitalaria: dos niñas fueron secuestradas.", "fuente hospitalaria"),
        ("ar", "عاجل: مصدر طبي: مقتل عشرة أطفال في كش.", "مصدر طبي"),
        ("ar", "السوق مغلق منذ يومين في المدينة كلها ولا أحد يخرج. مصدر طبي: مقتل عشرة أطفال في كش.", "مصدر طبي"),
    ],
)
def test_before_a_colon_stands_who_speaks_and_neither_the_hour_nor_a_gesture(
    language: str, text: str, who: str
) -> None:
    assert read(text, language)[-1].speaker == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قال معلم يرعى الأيتام في المخيم إن الجنود قتلوا عشرة أطفال.", "معلم"),
        ("قال تاجر يبيع الخبز إن الجنود قتلوا عشرة أطفال.", "تاجر"),
        ("وبحسب معلم يرعى الأيتام، قتل الجنود عشرة أطفال.", "معلم"),
        ("وأفاد حارس يحرس المدرسة بأن الجنود قتلوا عشرة أطفال.", "حارس"),
    ],
)
def test_what_an_arabic_speaker_does_every_day_is_no_part_of_who_speaks(text: str, who: str) -> None:
    assert read(text, "ar")[0].speaker == who


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "The mission has also verified the abduction of 38 children.", "mission"),
        ("en", "The army has repeatedly said that it does not target hospitals.", "army"),
        ("en", "Survivors generally spoke of ten dead children.", "Survivors"),
        ("es", "Según la escuela primaria de Kesh, diez niños fueron secuestrados.", "escuela primaria de Kesh"),
        ("es", "Según la oficina de ayuda humanitaria, diez niños murieron.", "oficina de ayuda humanitaria"),
    ],
)
def test_an_adverb_before_the_verb_and_an_adjective_of_the_body_leave_the_speaker_whole(
    language: str, text: str, who: str
) -> None:
    assert read(text, language)[0].speaker == who


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "en",
            "Soldiers killed ten children, said the Women Network for Peace in Kesh.",
            "Women Network for Peace in Kesh",
        ),
        ("en", "The Lake League in Amra said soldiers killed ten children.", "Lake League in Amra"),
        ("fr", "Selon Médecins du Lac à Kesh, dix enfants ont été tués.", "Médecins du Lac à Kesh"),
        ("es", "Según el Centro para la Infancia, diez niños murieron en Kesh.", "Centro para la Infancia"),
        ("ar", "أبلغ رئيس اللجنة أن عشرة أطفال قتلوا في كش.", "رئيس اللجنة"),
        ("ar", "أبلغت مديرة اللجنة أن عشرة أطفال قتلوا في كش.", "مديرة اللجنة"),
    ],
)
def test_a_name_keeps_what_belongs_to_it(language: str, text: str, who: str) -> None:
    assert read(text, language)[0].speaker == who


def test_verified_cases_are_verified_by_nobody_in_front_of_them() -> None:
    one = read("The network told the court of 17 verified cases in Amra, where ten children were killed.")[0]
    assert (one.speaker, [int(item.quantity.low or 0) for item in one.quantities]) == ("network", [17, 10])


def test_a_commander_who_gave_a_name_speaks_for_his_party() -> None:
    text = "A Lake Front commander, who gave his name as Bartek, said the Lake Front killed ten children in Amra."
    one = read(text)[0]
    assert (one.speaker, one.factuality) == ("Bartek", Factuality.CLAIMED_BY_PARTY)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Imre Solt said ten children were killed in Amra. He said nine girls were wounded.", "Imre Solt"),
        ("The doctor said ten children were killed in Amra. Soldiers wounded nine girls, he said.", "doctor"),
    ],
)
def test_he_is_whoever_spoke_where_that_is_one_person(text: str, who: str) -> None:
    assert read(text)[-1].speaker == who


@pytest.mark.parametrize("opens", ["Now, it was quiet.", "Still, she was shot.", "Parliament, which is closed, wept."])
def test_he_is_no_word_that_only_opens_a_sentence(opens: str) -> None:
    assert read(f"It rained. {opens} Soldiers killed ten children, he said.")[-1].speaker == "unnamed"


@pytest.mark.parametrize("before", ["", "It rained. "])
def test_he_is_the_person_named_last_though_the_text_begins_with_the_name(before: str) -> None:
    text = f"{before}Anton, who is 17, lost a brother. Soldiers killed ten children, he said."
    assert read(text)[-1].speaker == "Anton"


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "The mayor grumbled that ten children were killed in Kesh.", "mayor"),
        ("fr", "Le maire a grogné que dix enfants ont été tués à Kesh.", "maire"),
        ("es", "El alcalde gruñó que diez niños murieron en Kesh.", "alcalde"),
    ],
)
def test_a_verb_of_no_list_in_front_of_that_is_said(language: str, text: str, who: str) -> None:
    assert read(text, language)[0].speaker == who


@pytest.mark.parametrize(
    "text",
    [
        "In the capital she said that rebels took ten children.",
        "On the second day he said that rebels took ten children.",
        "On that basis it has reasonable grounds to believe that rebels took ten children.",
    ],
)
def test_the_noun_in_front_of_a_pronoun_is_no_part_of_who_speaks(text: str) -> None:
    assert read(text)[0].speaker == "unnamed"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Boys interviewed in the centre of Hamra stated that rebels beat them.", "Boys"),
        ("Parents interviewed in Kesh said ten children were killed by rebels.", "Parents"),
        ("Girls abducted in Kesh said ten children were killed by rebels.", "Girls abducted"),
    ],
)
def test_people_met_somewhere_speak_and_not_the_place(text: str, who: str) -> None:
    assert read(text)[0].speaker == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Diez niños murieron en Kesh, dijo la Oficina para el Retorno.", "Oficina para el Retorno"),
        ("Diez niños murieron en Kesh, dijo Rita Sanz para la Radio Norte.", "Rita Sanz"),
        ("Diez niños murieron en Kesh, informó el alcalde Rojas por la Radio Norte.", "alcalde Rojas"),
    ],
)
def test_the_name_of_a_body_goes_on_behind_for_and_that_of_a_man_does_not(text: str, who: str) -> None:
    assert read(text, "es")[0].speaker == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("L'armée le confirme.", "armée"),
        ("Le maire l'affirme.", "maire"),
        ("Le Front du Lac le reconnaît.", "Front du Lac"),
    ],
)
def test_who_confirms_it_in_french_speaks(text: str, who: str) -> None:
    (_, one) = read(f"Dix enfants ont été tués à Kesh. {text}", "fr")
    assert (one.speaker, one.factuality) != ("document", Factuality.ASSERTED)
    assert one.speaker == who
