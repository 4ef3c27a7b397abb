"""Who speaks is read from the shape of the sentence, not from the verb alone; every text here is invented."""

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import read, said


@pytest.mark.parametrize(
    ("text", "language", "quote", "who"),
    [
        ("“They burned ten houses and took two boys,” thundered the mayor.", "en", "burned", "mayor"),
        ("« Ils ont brûlé dix maisons et pris deux enfants », tonna le maire.", "fr", "brûlé", "maire"),
        ("Dix enfants ont été tués lundi, hasarde un travailleur social.", "fr", "tués", "travailleur social"),
        ("Diez niños murieron el lunes, coinciden tres choferes.", "es", "murieron", "tres choferes"),
        ("وتنبّه الجمعية إلى أن عشرة أطفال قتلوا في القرية.", "ar", "قتلوا", "الجمعية"),
    ],
)
def test_a_verb_that_no_list_holds_is_known_by_its_frame(text: str, language: str, quote: str, who: str) -> None:
    assert said(text, language, quote).speaker == who


@pytest.mark.parametrize(
    ("text", "language", "quote", "who"),
    [
        ("Dos niños, dice la alcaldía, murieron el lunes en Doru.", "es", "murieron", "alcaldía"),
        ("Diez niños fueron secuestrados, denunció este miércoles la Red Sol.", "es", "secuestrados", "Red Sol"),
        ("Dix enfants ont été tués, a martelé mardi à la radio le maire Paul Ndo.", "fr", "tués", "maire Paul Ndo"),
        ("Three boys, aged 15, 16 and 17, said that the Kesh Front took them.", "en", "Kesh Front", "Three boys"),
        (
            "وقالت المديرة التنفيذية للمنظمة هدى الصراف إن عشرة أطفال قتلوا.",
            "ar",
            "قتلوا",
            "المديرة التنفيذية للمنظمة هدى الصراف",
        ),
        ("مدير الإغاثة صرّح للإذاعة إن عشرة أطفال قتلوا.", "ar", "قتلوا", "مدير الإغاثة"),
        (
            "Nineteen of the teenagers say that the Kesh Front beat two boys.",
            "en",
            "Kesh Front",
            "Nineteen of the teenagers",
        ),
        ("The nurse (I trust her) says that ten children were killed.", "en", "ten children", "nurse"),
    ],
)
def test_the_speaker_is_found_past_dates_insertions_and_whom_he_told(
    text: str, language: str, quote: str, who: str
) -> None:
    assert said(text, language, quote).speaker == who


def test_a_post_of_somebody_else_is_his_and_the_authors_own_is_the_threads() -> None:
    text = "@ana_kesh · 3 May\n\nTen children were killed in Doru.\n\n@osman_tell: Two boys were abducted in Kesh.\n"
    assert said(text, "en", "Ten children").speaker == "document"
    assert said(text, "en", "Two boys").speaker == "@osman_tell"


def test_names_with_colons_speak_the_posts_of_a_thread() -> None:
    text = "Ana Sel : Dix enfants ont été tués.\n\nOsman Tell : Deux filles ont été enlevées.\n\nAdmin : On vérifie.\n"
    assert said(text, "fr", "Deux filles").speaker == "Osman Tell"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The defence ministry said that the shells which killed ten children came from the hills.", "en"),
        ("L'état-major affirme que les tirs qui ont tué dix enfants venaient des collines.", "fr"),
        ("El mando militar sostiene que la guerrilla mató a diez niños.", "es"),
        ("وقالت وزارة الدفاع إن عشرة أطفال قتلوا بنيران المتمردين.", "ar"),
    ],
)
def test_a_state_at_war_claims(text: str, language: str) -> None:
    assert {one.factuality for one in read(text, language)} == {Factuality.CLAIMED_BY_PARTY}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("None of these cases can be ascribed with certainty to a single party.", "en"),
        ("L'équipe n'a pas été à même de départager les versions.", "fr"),
        ("De tres de los niños no consta la causa.", "es"),
        ("الباقي ما ندري عنهم شي.", "ar"),
    ],
)
def test_what_nobody_can_tell_is_a_limitation(text: str, language: str) -> None:
    (only,) = read(text, language)
    assert (only.kind, only.factuality) == (StatementKind.LIMITATION, Factuality.UNKNOWN)


def test_nobody_says_nothing() -> None:
    text = "A girl of 16 was killed on Monday in Doru; by whom, nobody will say."
    assert said(text, "en", "girl of 16").speaker == "document"


def test_a_hedge_beside_a_name_is_his() -> None:
    one = said("Selon les familles, dix enfants auraient été enlevés.", "fr", "dix enfants")
    assert (one.speaker, one.factuality) == ("familles", Factuality.REPORTED)


def test_a_semicolon_ends_a_voice() -> None:
    text = "Once niños siguen recluidos en el batallón; la Procuraduría los cifra en ocho."
    assert said(text, "es", "Once niños").speaker == "document"


def test_who_escaped_a_party_does_not_speak_for_it() -> None:
    one = said("According to a former Kesh Front fighter, two boys were killed in Doru.", "en", "two boys")
    assert one.factuality is Factuality.ATTRIBUTED


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("The mayor grumbled that ten children were taken by rebels.", "en", "mayor"),
        ("Nurses in Kesh corroborated that nine girls were raped by soldiers.", "en", "Nurses"),
        ("Le maire a marmonné que dix enfants avaient été enlevés par des rebelles.", "fr", "maire"),
        ("El alcalde juró que diez niños fueron secuestrados por rebeldes.", "es", "alcalde"),
    ],
)
def test_a_verb_that_no_list_holds_tells_in_front_of_that(text: str, language: str, who: str) -> None:
    (one,) = read(text, language)
    assert (one.speaker, one.factuality) == (who, Factuality.ATTRIBUTED)


def test_a_word_in_front_of_that_which_nobody_does_tells_nothing() -> None:
    assert read("It was mooted that ten children were taken by rebels.")[0].speaker == "document"


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("The Kesh Front took ten girls, but the army freed two boys, residents said.", "en", "residents"),
        ("Le Front a enlevé dix filles, mais l'armée a tué deux garçons, ont dit des habitants.", "fr", "habitants"),
        ("El Frente secuestró a diez niñas, pero el ejército mató a dos, dijeron vecinos.", "es", "vecinos"),
    ],
)
def test_who_is_named_at_the_end_of_a_sentence_says_all_of_it(text: str, language: str, who: str) -> None:
    assert [one.speaker for one in read(text, language)] == [who, who]
