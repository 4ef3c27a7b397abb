"""Texts that repeat each other are found, with what changed. All texts here are invented."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.record.compare.changes import ChangeKind, what_changed
from tawthiq.record.compare.copy import CopyKind
from tawthiq.record.compare.fingerprints import BANDS, ROWS, keys, minhash, shingles
from tawthiq.record.compare.folded import fold
from tawthiq.record.compare.near_text import CROWD, candidates, judge, near_texts, overlap, read_text
from tawthiq.record.compare.words import words
from unit.compare.made import item

REPORT = (
    "The invented school at Tal Nabad was closed for 12 days after armed men entered the yard at noon "
    "and took the benches and the doors away, two teachers told the district office on the same evening."
)
OTHER = (
    "A water pump was delivered to the invented village of Rasm on Tuesday and the engineers said that it "
    "will serve four hundred households once the pipes along the lower road have been laid by the council."
)
ARABIC = "أُغلقت مدرسة مُخترَعة في تلّ نَبَد ١٢ يومًا بعد أن دخل مسلحون الساحة ظهرًا وأخذوا المقاعد والأبواب"
ARABIC_BARE = "اغلقت مدرسه مخترعه في تل نبد 12 يوما بعد ان دخل مسلحون الساحه ظهرا واخذوا المقاعد والابواب"


def pair(a: str, b: str) -> CopyKind | None:
    found = judge(read_text(item("a"), a), read_text(item("b"), b))
    return found.kind if found else None


def test_case_and_punctuation_do_not_hide_a_copy() -> None:
    assert pair(REPORT, REPORT.upper().replace(",", " —")) is CopyKind.NEAR_TEXT


def test_arabic_vowels_alefs_and_digits_do_not_hide_a_copy() -> None:
    assert pair(ARABIC, ARABIC_BARE) is CopyKind.NEAR_TEXT
    assert what_changed(ARABIC, ARABIC_BARE) == ()


def test_direction_marks_and_tatweel_are_not_letters() -> None:
    assert fold("\u200fمدرســـة\u202c") == fold("مدرسة")


def test_text_without_spaces_is_cut_to_characters() -> None:
    assert len(words("ကျောင်းပိတ်")) > 1
    assert len(words("学校关闭")) == 4


def test_a_quotation_inside_a_longer_text_is_found() -> None:
    longer = f"{OTHER} Forwarded from a channel: {REPORT} Share this widely."
    found = near_texts([read_text(item("a"), REPORT), read_text(item("b"), longer)])
    assert [copy.kind for copy in found] == [CopyKind.NEAR_TEXT]
    assert found[0].value == 1.0


def test_another_number_makes_it_a_question_not_a_copy() -> None:
    assert pair(REPORT, REPORT.replace("12", "13")) is CopyKind.POSSIBLE
    assert pair(ARABIC, ARABIC.replace("١٢", "١٣")) is CopyKind.POSSIBLE


def test_other_texts_are_no_copies() -> None:
    assert pair(REPORT, OTHER) is None


def test_a_few_common_words_are_too_little_to_say_anything() -> None:
    assert pair("Breaking news from the district", "Breaking news from the district") is None
    assert near_texts([read_text(item(n), "Breaking news") for n in range(3)]) == ()
    assert pair("", "") is None


def test_what_changed_points_into_the_originals() -> None:
    changed = REPORT.replace("noon", "dusk").replace("12 ", "")
    changes = what_changed(REPORT, changed)
    assert [change.kind for change in changes] == [ChangeKind.REMOVED, ChangeKind.REPLACED]
    assert [REPORT[c.a_start : c.a_end] for c in changes] == ["12", "noon"]
    assert changed[changes[1].b_start : changes[1].b_end] == "dusk"
    assert [change.touches_number for change in changes] == [True, False]


def test_evidence_holds_places_and_no_words() -> None:
    found = judge(read_text(item("a"), REPORT), read_text(item("b"), REPORT.replace("noon", "dusk")))
    assert found is not None
    assert "noon" not in repr(found)
    assert dict(found.evidence.facts)["changes"]


def test_the_order_of_the_two_texts_does_not_matter() -> None:
    a, b = read_text(item("a"), REPORT), read_text(item("b"), REPORT.replace("noon", "dusk"))
    assert judge(a, b) == judge(b, a)


def test_keys_are_the_same_in_another_process() -> None:
    code = "from tawthiq.record.compare.near_text import read_text; print(sorted(read_text('x', input()).keys)[:3])"
    run = [sys.executable, "-c", code]
    said = {subprocess.run(run, input=REPORT, text=True, capture_output=True, check=True).stdout for _ in range(2)}
    assert said == {f"{sorted(read_text('x', REPORT).keys)[:3]}\n"}


def test_minhash_estimates_the_share_of_common_shingles() -> None:
    a, b = np.arange(1, 901, dtype=np.uint64) * 7919, np.arange(301, 1201, dtype=np.uint64) * 7919
    agree = float(np.mean(minhash(a) == minhash(b)))
    assert abs(agree - 0.5) < 3.5 * (0.25 / (BANDS * ROWS)) ** 0.5


def test_a_signature_line_used_by_all_does_not_make_all_pairs() -> None:
    line = "Invented monitoring network of the northern valleys sends its daily digest to subscribers"
    texts = {
        item(n): read_text(item(n), f"{line} {' '.join(f'w{n}x{k}' for k in range(40))}") for n in range(CROWD + 30)
    }
    assert len(candidates(texts)) < len(texts) * CROWD


WORDS = st.lists(st.sampled_from([f"word{n}" for n in range(300)]), min_size=30, max_size=80)


@settings(max_examples=50, deadline=None)
@given(WORDS, WORDS, st.integers(0, 20))
def test_seven_quoted_words_in_a_row_always_share_a_key(one: list[str], other: list[str], at: int) -> None:
    quoting = [*other[:5], *one[at : at + 7], *other[5:]]
    assert keys(shingles(one)) & keys(shingles(quoting))


@settings(max_examples=50, deadline=None)
@given(WORDS, st.sets(st.integers(0, 29), max_size=4))
def test_changes_rebuild_the_second_text_from_the_first(one: list[str], spots: set[int]) -> None:
    a = " ".join(one)
    b = " ".join(f"new{n}" if n in spots else word for n, word in enumerate(one))
    built = a
    for change in reversed(what_changed(a, b)):
        built = f"{built[: change.a_start]} {b[change.b_start : change.b_end]} {built[change.a_end :]}"
    assert built.split() == b.split()


def test_overlap_is_symmetric_and_between_zero_and_one() -> None:
    a, b = read_text("a", REPORT), read_text("b", f"{REPORT} {OTHER}")
    assert overlap(a, b) == overlap(b, a)
    assert overlap(a, b).jaccard < overlap(a, b).containment == 1.0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("five children", "six children"),
        ("twenty-five children", "twenty-six children"),
        ("cinq enfants", "six enfants"),
        ("cinco niños", "seis niños"),
        ("خمسة أطفال", "ستة أطفال"),
        ("عشرون وخمسة أطفال", "عشرون وستة أطفال"),
        ("5 children", "five children"),
    ],
)
def test_a_count_changed_in_words_is_another_story(before: str, after: str) -> None:
    frame = (
        "In the invented camp the invented monitors counted {} on a Monday, and they wrote that nobody else was seen"
    )
    frame += " there by any of them during the whole of the invented week that followed the count they had made."
    (change,) = what_changed(frame.format(before), frame.format(after))
    assert change.touches_number
    copy = judge(read_text(item(1), frame.format(before)), read_text(item(2), frame.format(after)))
    assert copy is not None and copy.kind is CopyKind.POSSIBLE


def test_other_words_changed_are_the_same_story() -> None:
    frame = "In the invented camp the invented monitors counted the {} on a Monday, and wrote that nobody else was seen"
    frame += " there by any of them during the whole of the invented week that followed the count they had made."
    copy = judge(read_text(item(1), frame.format("tents")), read_text(item(2), frame.format("huts")))
    assert copy is not None and copy.kind is CopyKind.NEAR_TEXT
