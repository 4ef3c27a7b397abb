"""Promises of what a card says and what is asked of the catalogue; without a database."""

from datetime import date

from tawthiq.record.verify.catalogue import MOST_ASKED_WORDS, Asked, named_by, parties, words_of, years


def test_an_incident_stands_under_every_year_that_it_touches() -> None:
    assert years(date(2013, 12, 30), date(2015, 1, 2)) == ("2013", "2014", "2015")


def test_a_time_without_an_end_stands_under_the_year_that_is_told() -> None:
    assert years(None, date(2014, 5, 1)) == ("2014",)
    assert years(None, None) == ("-",)


def test_a_span_of_generations_does_not_fill_every_year() -> None:
    assert years(date(1900, 1, 1), date(2014, 1, 1)) == ("1900", "2014")


def test_what_stands_in_the_place_of_a_party_is_found_like_one() -> None:
    assert parties([("joint", "fsa;nusra"), ("unidentified", "")]) == ("fsa", "nusra", "unidentified")
    assert parties([]) == ("-",)


def test_words_are_folded_alike_on_both_sides() -> None:
    assert words_of("Al-Hasakah, school no. 7", "أحمد") == ("al", "hasakah", "school", "no", "7", "احمد")
    assert Asked(text="  HASAKAH hasakah  احمد ").words == ("hasakah", "احمد")


def test_a_long_question_is_cut() -> None:
    assert len(Asked(text=" ".join(f"w{n}" for n in range(100))).words) == MOST_ASKED_WORDS


def test_a_code_is_found_by_its_labels_in_every_language() -> None:
    present = [("party", "isil"), ("admin1", "SY02"), ("violation", "attack_school"), ("file", "open")]
    assert named_by("levant", present) == [("party", "isil")]
    assert named_by("حلب", present) == [("admin1", "SY02")]
    assert named_by("ecole", present) == [("violation", "attack_school")]
    assert named_by("open", present) == []
