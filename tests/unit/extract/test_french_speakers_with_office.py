"""French speakers with their office, reached, unnamed, in accounts of theirs; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from unit.extract.told import read, violations_of

TAKEN = "Neuf garçons ont été enlevés"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{TAKEN}, a affirmé lundi, sous couvert d'anonymat, le maire d'Amra.", "maire d'Amra"),
        (f"{TAKEN}, a affirmé, sous couvert d'anonymat, une infirmière.", "infirmière"),
        ("Une directrice, contactée par téléphone, évoque neuf garçons enlevés.", "directrice"),
        ("Le maire, interrogé lundi, parle de neuf garçons enlevés.", "maire"),
        (f"D'après le témoignage d'une mère de famille, {TAKEN.lower()}.", "mère de famille"),
        (f"Selon un bilan du bureau de la protection de l'enfance, {TAKEN.lower()}.", "bureau de la protection"),
        ("Pour le maire, ce sont les rebelles qui ont enlevé neuf garçons.", "maire"),
        (f"D'après un jeune qui s'est échappé, {TAKEN.lower()}.", "jeune"),
    ],
)
def test_who_tells_it_is_named_past_what_stands_between(text: str, who: str) -> None:
    (told,) = read(text, "fr")
    assert violations_of(told) == {"abduction"}
    assert told.speaker.startswith(who)


def test_what_one_stands_up_for_is_nobody_who_speaks() -> None:
    (told,) = read("Pour entrer, c'est l'armée qui décide.", "fr")
    assert told.speaker == "document"


def test_a_closing_mark_with_its_space_ends_the_sentence_before() -> None:
    text = "Une milice est passée. Le proviseur du lycée : « Ils ont emmené neuf garçons. » Le maire confirme."
    told = next(one for one in read(text, "fr") if "neuf garçons" in one.quote)
    assert told.speaker == "proviseur du lycée"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Quatre élèves ont pu s'enfuir. Ils racontent avoir marché deux jours.", "Quatre élèves"),
        ("Deux garçons ont été arrêtés. On leur reproche d'être rebelles. Ils disent avoir faim.", "Deux garçons"),
    ],
)
def test_they_are_those_just_told_of(text: str, who: str) -> None:
    told = read(f"La ligue dénonce un rapt. {text}", "fr")[-1]
    assert (told.speaker, told.factuality) == (who, Factuality.ATTRIBUTED)


def test_they_are_who_spoke_where_nobody_else_was_told_of() -> None:
    told = read("Deux mères accusent l'armée. L'école est vide. Elles disent avoir vu des soldats.", "fr")[-1]
    assert told.speaker == "Deux mères"
