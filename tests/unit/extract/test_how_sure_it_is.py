"""How sure a claim is left by who tells it and how; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import read


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("The Kesh Front abducted ten boys. The Front's press office blames the Lake Army.", "claimed_by_party"),
        ("A shell killed two girls in Kesh. The garrison blames the rebels for it.", "claimed_by_party"),
        ("The Service has acknowledged holding only twelve boys.", "claimed_by_party"),
        ("The army is holding nine boys on suspicion of spying, their lawyer said.", "alleged"),
        ("Nine girls were killed in Kesh. A driver said the toll could rise to 12.", "believed"),
        ("Rebels abducted ten girls. The ransom is said to be $5,000 a girl.", "reported"),
        ("Monitors attribute most of the killings of children to the Lake Army.", "attributed"),
    ],
)
def test_a_party_a_suspicion_a_guess_weaken_what_is_told(text: str, sure: str) -> None:
    assert read(text)[-1].factuality.value == sure


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Harbour Circle has the names of 48 boys recruited by the militia.", "Harbour Circle"),
        ("Nurses gave the network a list of 30 pupils whom the militia recruited.", "Nurses"),
        ("The Harbour Circle has registered 48 child fighters since 2019.", "Harbour Circle"),
        ("Health partners report that 12 children were killed in Kesh.", "Health partners"),
        ("Four boys of the unit were sent to the front, the cook remembers.", "cook"),
    ],
)
def test_who_keeps_or_gives_the_names_is_who_tells(text: str, who: str) -> None:
    told = read(text)[0]
    assert (told.speaker, told.factuality.value) == (who, "attributed")


@pytest.mark.parametrize(
    "text",
    [
        'The figure of "hundreds of boys" has no source that we could find.',
        "Roadblocks prevented monitors from contacting families in two districts.",
        "The army did not respond to requests for access to the prison.",
        "We have nobody in the eastern wards.",
        "Read all of this as a minimum.",
    ],
)
def test_what_keeps_the_writer_from_knowing_is_a_limit(text: str) -> None:
    assert read("Rebels abducted ten girls. " + text)[-1].kind is StatementKind.LIMITATION


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The recruitment of 60 children was never verified."),
        ("es", "El reclutamiento de 60 niños no fue verificado."),
    ],
)
def test_what_was_never_verified_is_uncorroborated(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert one.factuality is Factuality.UNCORROBORATED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ten children were killed; none of this is confirmed."),
        ("fr", "Dix enfants auraient été tués ; rien ne permet de le confirmer."),
        ("es", "Diez niños murieron, aunque nuestra organización no puede corroborarlo."),
        ("ar", "وردت أنباء بمقتل عشرة أطفال، إلا أن التقارير لا تزال قيد التحقق."),
    ],
)
def test_a_doubt_that_is_a_sentence_of_its_own_is_told_beside_the_claim_that_it_weakens(
    language: str, text: str
) -> None:
    claim, doubt = read(text, language)
    assert (claim.factuality, doubt.kind) == (Factuality.UNCORROBORATED, StatementKind.LIMITATION)


def test_a_doubt_that_hangs_on_its_claim_by_which_is_no_second_statement() -> None:
    (one,) = read("Ten children were killed, which the mission has not confirmed.")
    assert one.factuality is Factuality.UNCORROBORATED
