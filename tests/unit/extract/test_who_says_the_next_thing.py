"""Who says the next thing: a participle, a second verb, a pronoun behind a bare name; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from unit.extract.told import read


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police gave a lower toll, saying four children had been killed.", "Police"),
        ("The mayor offered a different account, saying that soldiers had killed two boys.", "mayor"),
        ("The hospital updated its toll, saying nine children had died.", "hospital"),
        ("Colonel Adan called the report a lie and said soldiers had killed no children.", "Colonel Adan"),
        ("Halima Bure fled with her sisters and said soldiers had killed two boys.", "Halima Bure"),
        ("Headteacher confirms, says soldiers took over her school.", "Headteacher"),
    ],
)
def test_who_did_one_thing_in_a_sentence_says_the_next(text: str, who: str) -> None:
    assert read(text)[-1].speaker == who


def test_gunmen_who_claim_lives_say_nothing() -> None:
    assert read("Gunmen stormed the village and claimed two lives.")[-1].speaker == "document"


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("The rebels have been accused by the United Nations of recruiting hundreds of boys.", "en", "United Nations"),
        ("The militia was accused by residents of killing two boys.", "en", "residents"),
        ("Le Front a été accusé par l'ONU de recruter des centaines d'enfants.", "fr", "ONU"),
        ("El Frente fue acusado por la ONU de reclutar a cientos de niños.", "es", "ONU"),
        ("Los rebeldes han sido acusados por los vecinos de matar a dos niños.", "es", "vecinos"),
    ],
)
def test_what_somebody_is_accused_of_is_no_part_of_who_accuses(text: str, language: str, who: str) -> None:
    told = read(text, language)[0]
    assert told.speaker == who
    assert told.factuality is Factuality.ALLEGED


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Paulo is 19 now and sells phone credit. Six years ago, he says, rebels took him from school.", "Paulo"),
        ("Amina was 12 when the fighters came. She says they took four girls.", "Amina"),
        ("Shells killed five boys. He says soldiers shot two of them.", "unnamed"),
    ],
)
def test_a_bare_name_at_the_head_of_a_story_is_who_he_or_she_is(text: str, who: str) -> None:
    assert read(text)[-1].speaker == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A cousin of one of them told us gunmen had taken the boys.", "cousin of one of them"),
        ("The father of two of them said gunmen had abducted the boys.", "father of two of them"),
        (
            "Ana Lopes, a social worker with the charity Open Gate, which runs a shelter, says 60 boys fought.",
            "Ana Lopes",
        ),
        ('The separatist "Hill Militia" says drones of government forces killed two children.', "Hill Militia"),
        ('The so-called "Free Column" claims the army killed two children.', "Free Column"),
        ("Kolvar: @kolvar_today reports 5 teenagers detained at a checkpoint.", "@kolvar_today"),
        (
            "Local media, citing a security source, reported that two boys had been killed by a gang led by a man "
            "known as Dogo Ali.",
            "security source",
        ),
    ],
)
def test_the_whole_of_who_speaks_and_nothing_else_is_named(text: str, who: str) -> None:
    assert read(text)[-1].speaker == who
