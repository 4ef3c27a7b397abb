"""Words taken over from another text are found again, with what was put in, left out or altered."""

from dataclasses import replace

import pytest

from tawthiq.record.extract.doubts.echoes import echo_keys, echo_of
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Statement
from unit.desk.made import a_statement

UPSTREAM = "In several districts, girls were held for ransoms of up to 600 dinars per week, the office wrote"
CONVERTED = "In several districts, girls are held for ransoms of up to 600 dinars (\u00a3410) per week"
ARABIC = "اختطفت الجماعة 12 فتاة من قرية كسيم"


def said(words: str) -> Statement:
    return replace(a_statement(), quote=words, span=Span(0, len(words)))


def test_a_conversion_put_into_a_quotation_is_shown() -> None:
    found = echo_of(said(CONVERTED), said(UPSTREAM))
    assert found is not None
    assert ("are", "were") in found.changes
    assert any("\u00a3410" in here and not there for here, there in found.changes)
    assert found.number_changed


def test_the_longer_of_two_may_be_on_either_side() -> None:
    long = f"{UPSTREAM}, and many more words follow here that stand nowhere else in any text of ours at all"
    back, forth = echo_of(said(long), said(CONVERTED)), echo_of(said(CONVERTED), said(long))
    assert back is not None
    assert forth is not None
    assert ("were", "are") in back.changes
    assert ("are", "were") in forth.changes


def test_the_same_words_are_said_to_be_the_same() -> None:
    found = echo_of(said(ARABIC), said(f"{ARABIC}."))
    assert found is not None
    assert (found.verbatim, found.number_changed) == (True, False)


def test_other_words_are_no_echo() -> None:
    assert echo_of(said(UPSTREAM), said("Aid arrived in the town after a long delay on the northern road.")) is None


def test_the_less_sure_of_two_is_named() -> None:
    sure = replace(said(UPSTREAM), factuality=Factuality.ASSERTED)
    alleged = replace(said(UPSTREAM), factuality=Factuality.ALLEGED)
    there, here = echo_of(sure, alleged), echo_of(alleged, sure)
    assert there is not None
    assert here is not None
    assert (there.weaker(sure), here.weaker(alleged)) == (True, False)


@pytest.mark.parametrize("altered", [CONVERTED, UPSTREAM.upper(), UPSTREAM.replace("girls", "boys")])
def test_altered_words_are_filed_near_each_other(altered: str) -> None:
    assert set(echo_keys(altered)) & set(echo_keys(UPSTREAM))
    assert not set(echo_keys(altered)) & set(echo_keys("Aid arrived in the town after a long delay on the road."))
