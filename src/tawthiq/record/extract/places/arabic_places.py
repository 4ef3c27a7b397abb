"""Arabic places: names without capitals, told by the direction, the way, the nearness that stands in front of them."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.bare_names import is_bare_name
from tawthiq.record.extract.phrases.name_words import is_no_name, is_second_word, is_unlisted
from tawthiq.record.extract.words.token import WORD

_WAY_TOKENS = 3
_OWNED = ("هم", "هن", "ها", "نا", "ه")
"""As they are written: "ة" is no owner."""


def arabic_places(page: Page, first: int, last: int) -> Iterator[tuple[int, int]]:
    """What on those tokens can be nothing but a place's name."""
    if page.lexicon.language != "ar":
        return
    for at in range(first, last - 1):
        yield from _on_the_way(page, at, last)
        for told in (_behind_direction, _behind_distance, _behind_near, _opened, _in_province):
            if name := told(page, at, last):
                yield name
                break


def _on_the_way(page: Page, at: int, last: int) -> Iterator[tuple[int, int]]:
    """ "على الطريق بين تمسا والبلقاء", "الطريق الرابط بين كاندا وموسيرا": both ends of a way."""
    if not page.is_one_of(at, "way_nouns"):
        return
    between = next((here for here in range(at + 1, at + _WAY_TOKENS) if page.is_one_of(here, "between_begin")), last)
    start = between + 1
    end = _name_end(page, start, last)
    if start < last and page.form(end).startswith("و") and is_unlisted(page, start) and is_unlisted(page, end):
        yield start, end
        yield end, _name_end(page, end, last)


def _name_end(page: Page, at: int, last: int) -> int:
    """Past a name of one word, or of two that its first opens: "أم الجدي", "عين البيضاء"."""
    return at + 1 + int(page.is_one_of(at, "name_openers") or is_second_word(page, at + 1, last))


def _behind_direction(page: Page, at: int, last: int) -> tuple[int, int] | None:
    """ "شمالي أوردا", "جنوب غربي تمسا", "جنوب لونغا العليا": which side of a place; "إلى الشرق من تمسا"; "شمال القرية",
    "شرق البلاد" name none."""
    if page.is_one_of(at, "directions") and page.is_one_of(at + 1, "of_words") and page.form(at).startswith("ال"):
        return _bare(page, at + 2, last)
    if not page.is_one_of(at, "directions") or page.form(at).removeprefix("و").startswith("ال"):
        return None
    at += 1 + int(page.is_one_of(at + 1, "directions"))
    bare = at < last and not page.form(at).startswith(("ال", "لل")) and is_unlisted(page, at)
    if bare and at + 1 < last and page.form(at + 1).startswith("ال") and page.is_one_of(at + 1, "place_adjectives"):
        return at, at + 2
    sure = bare and page.is_one_of(at - 1, "sides_of") and not page.words(at, at + 1).endswith(_OWNED)
    return (at, at + 1) if bare and (sure or is_bare_name(page, at, last)) else None


def _behind_distance(page: Page, at: int, last: int) -> tuple[int, int] | None:
    """ "على بعد 20 كيلومترا من تمسا": how far from a place."""
    measured = page.is_one_of(at, "distance_nouns") and page.is_one_of(at + 1, "of_words")
    return _bare(page, at + 2, last) if measured else None


def _bare(page: Page, at: int, last: int) -> tuple[int, int] | None:
    return (at, _name_end(page, at, last)) if is_bare_name(page, at, last) else None


def _behind_near(page: Page, at: int, last: int) -> tuple[int, int] | None:
    """ "قرب تمسا", "بالقرب من أبو زبد"; "قرب خيمة جدته", "قرب مدرسة" is near a thing."""
    start = at + 1 + int(page.is_one_of(at + 1, "of_words"))
    if not page.is_one_of(at, "near_words") or start >= last or page.tokens[start].sort != WORD:
        return None
    if page.is_one_of(start, "name_openers") and start + 1 < last and page.tokens[start + 1].sort == WORD:
        return start, start + 2
    if _is_thing(page, start) or _is_somebodys(page, start, last):
        return None
    sided = page.form(start).startswith("ال") and page.form(start + 1).startswith("ال") and start + 1 < last
    return start, start + 1 + int(sided and page.is_one_of(start + 1, "place_adjectives"))


def _in_province(page: Page, at: int, last: int) -> tuple[int, int] | None:
    """ "في الهدلة بريف درسيم": an unlisted word with its article, and right behind it which land it lies in."""
    if not page.is_one_of(at, "bare_place_preps") or at + 2 >= last or not page.form(at + 1).startswith("ال"):
        return None
    land = page.form(at + 2).startswith("ب") and page.hits_in(at + 2, at + 3, "place_heads")
    listed = page.form(at + 1)[2:] in page.lexicon.data.get("not_place_names", ())
    plain = listed or page.is_one_of(at + 1, "directions")
    return (at + 1, at + 2) if land and not plain and is_unlisted(page, at + 1) else None


def _opened(page: Page, at: int, last: int) -> tuple[int, int] | None:
    """ "أحراج كفر زيتون": a noun that opens nothing but names, and the word behind it."""
    opens = page.form(at) in page.lexicon.data.get("sure_openers", ()) and at + 1 < last
    return (at, at + 2) if opens and (is_second_word(page, at + 1, last) or is_unlisted(page, at + 1)) else None


def _is_thing(page: Page, at: int) -> bool:
    """ "قرب مدرسة", "بالقرب من منزله": what stands there is no name."""
    common = page.hits_in(at, at + 1, "targets", "units", "groups", "place_heads")
    return (
        bool(common)
        or page.form(at).endswith(("هم", "ها"))
        or page.is_one_of(at, "near_things")
        or is_no_name(page, at)
    )


def _is_somebodys(page: Page, at: int, last: int) -> bool:
    """ "خيمة جدته", "باب الدار": a noun tied to a noun with an article or an owner."""
    behind = page.words(at + 1, at + 2) if at + 1 < last else ""
    if page.dates.between(at + 1, at + 2):
        return False
    tied = behind.startswith("ال") or (behind.endswith(_OWNED) and is_unlisted(page, at + 1))
    return tied and not page.form(at).startswith("ال")
