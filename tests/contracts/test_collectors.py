"""The contract of every importer that takes files apart: one suite, all of them."""

from __future__ import annotations

import copy
import io
import json
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest

from contracts.exports import EXPORTS, WITHOUT_UNKNOWN_FIELDS, WRITER, auto_archiver, telegram, tweets, wacz
from tawthiq.record.collect.importer import Account
from tawthiq.record.collect.importers.registry import opener_called, opener_of, openers
from tawthiq.record.collect.moment import Zone
from tawthiq.record.collect.opener import Asked, DayOrder, Found
from tawthiq.record.collect.part import Part, Problem
from tawthiq.terms.errors import BadInput

NAMES = sorted(EXPORTS)


def taken(name: str, asked: Asked | None = None) -> list[Found]:
    return apart(name.split()[0], EXPORTS[name][1], asked)


def apart(opener: str, data: bytes, asked: Asked | None = None) -> list[Found]:
    return list(opener_called(opener).parts(io.BytesIO(data), asked or Asked()))


def parts(found: list[Found]) -> list[Part]:
    return [one for one in found if isinstance(one, Part)]


def problems(found: list[Found]) -> list[Problem]:
    return [one for one in found if isinstance(one, Problem)]


def account(found: list[Found]) -> Account:
    (last,) = (one for one in found if isinstance(one, Account))
    return last


def test_every_importer_that_takes_apart_is_under_this_contract() -> None:
    assert {opener.name for opener in openers()} == {name.split()[0] for name in EXPORTS}


@pytest.mark.parametrize("name", NAMES)
def test_it_recognises_its_own_and_is_not_taken_for_another(name: str) -> None:
    file, data = EXPORTS[name]
    found = opener_of(data[:65536], file)
    assert found is not None
    assert found.name == name.split()[0]
    assert len(found.kinds) == 1


@pytest.mark.parametrize("name", NAMES)
def test_the_same_bytes_give_the_same_parts(name: str) -> None:
    assert repr(taken(name)) == repr(taken(name))


@pytest.mark.parametrize("name", sorted(set(NAMES) - WITHOUT_UNKNOWN_FIELDS))
def test_a_field_that_nobody_knows_is_signalled(name: str) -> None:
    signalled = account(taken(name)).signalled
    assert any("unheard" in one.replace("-", "_") or "does not name" in one for one in signalled), signalled


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_record_is_named_and_the_rest_goes_in(name: str) -> None:
    found = taken(name)
    assert problems(found), "each sample holds a bad record"
    assert all(one.field and one.error.what for one in problems(found))
    assert len(parts(found)) >= 1


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_person_leaves_the_file_but_in_its_words(name: str) -> None:
    for one in taken(name):
        said = repr((one.place, one.author, one.name, one.context)) if isinstance(one, Part) else repr(one)
        assert WRITER not in said
    assert all(WRITER not in str(one.error) for one in problems(taken(name)))


@pytest.mark.parametrize("name", NAMES)
def test_every_time_has_the_source_of_its_zone_and_no_zone_is_invented(name: str) -> None:
    for part in parts(taken(name)):
        if part.posted_at:
            has_offset = part.posted_at.told[10:].count("+") + part.posted_at.told[10:].count("-") > 0
            assert has_offset == (part.posted_at.zone in (Zone.EPOCH, Zone.STATED))


@pytest.mark.parametrize("name", NAMES)
def test_places_are_distinct(name: str) -> None:
    places = [part.place for part in parts(taken(name))]
    assert len(places) == len(set(places))


AMBIGUOUS = [f"{day}/{month}/24, 10:22 - A: x\n".encode() for day in range(1, 8) for month in range(1, 7)]


@pytest.mark.parametrize("chat", AMBIGUOUS)
def test_an_ambiguous_day_is_put_to_the_user_and_never_guessed(chat: bytes) -> None:
    with pytest.raises(BadInput) as refused:
        apart("whatsapp", chat)
    assert "--day-first" in refused.value.do
    first = parts(apart("whatsapp", chat, Asked(DayOrder.DAY_FIRST)))[0].posted_at
    second = parts(apart("whatsapp", chat, Asked(DayOrder.MONTH_FIRST)))[0].posted_at
    assert first
    assert second
    assert first.told[8:10] == second.told[5:7]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("\u200e[١٣/٠٢/٢٠٢٤، ١٠:٢٢:٠٥\u202fم] زينب: رسالة", "2024-02-13T22:22:05"),
        ("2/13/24, 10:22\u202fPM - Zaynab: words", "2024-02-13T22:22:00"),
        ("13/02/2024 à 22:22 - Zaynab : mots: oui", "2024-02-13T22:22:00"),
        ("13.02.24, 22:22 - Zaynab: Worte", "2024-02-13T22:22:00"),
    ],
)
def test_whatsapp_is_read_in_the_spelling_of_the_phone(line: str, told: str) -> None:
    (part,) = parts(apart("whatsapp", line.encode()))
    assert part.posted_at
    assert part.posted_at.told == told


@pytest.mark.parametrize(
    "words", ["قُتل ٥ أطفال، وجُرح ٣", "5\u00a0000\u202f$, \u200fنعم", "\u200fكلمات", "a: b", "٢:٣٠ م - x"]
)
def test_the_words_of_a_message_stay_as_they_were_written(words: str) -> None:
    for head in ("\u200e[١٣/٠٢/٢٠٢٤، ١٠:٢٢:٠٥\u202fم] ز: ", "2/13/24, 10:22\u202fPM - Zaynab: "):
        (part,) = parts(apart("whatsapp", f"{head}{words}\r\nمزيد، ٥\r\n".encode()))
        assert part.data == f"{words}\nمزيد، ٥".encode()


@pytest.mark.parametrize("words", ["\u200e<attached: 0001-PHOTO.jpg>", "\u200eIMG-1.jpg (file attached)"])
def test_a_mark_of_direction_hides_no_attached_file(words: str) -> None:
    (part,) = parts(apart("whatsapp", f"[13/02/2024, 10:22:05] Zaynab: {words}".encode()))
    assert part.beside in ("0001-PHOTO.jpg", "IMG-1.jpg")


@pytest.mark.parametrize("year", ["1445", "1402"])
def test_a_year_of_another_calendar_is_named_and_not_taken_for_ours(year: str) -> None:
    (wrong,) = problems(apart("whatsapp", f"13/02/{year}, 10:22 - A: x\n".encode()))
    assert (wrong.field, "another calendar" in wrong.error.what) == ("time", True)


def test_a_chat_saved_in_utf_16_is_known_for_what_it_is() -> None:
    for bytes_of in ("utf-16-le", "utf-16-be"):
        chat = "\ufeff13/02/2024, 10:22 - A: كلمات\n13/02/2024, 10:23 - B: x\n".encode(bytes_of)
        found = opener_of(chat[:64], "chat.txt")
        assert found is not None and found.name == "whatsapp"


@pytest.mark.parametrize(
    ("element", "told", "zone"),
    [
        ("pubDate", "2024-01-01T10:00:00Z", Zone.STATED),
        ("published", "Mon, 01 Jan 2024 10:00:00 +0300", Zone.STATED),
        ("pubDate", "Mon, 01 Jan 2024 10:00:00 CEST", Zone.UNKNOWN),
        ("pubDate", "Mon, 01 Jan 2024 10:00:00 -0000", Zone.UNKNOWN),
        ("pubDate", "01/02/2024 10:00", None),
        ("pubDate", "Mon, 32 Jan 2024 10:00:00 GMT", None),
    ],
)
def test_a_time_of_a_feed_is_read_in_either_form_and_never_guessed(element: str, told: str, zone: Zone | None) -> None:
    page = f"<rss><channel><item><title>x</title><{element}>{told}</{element}></item></channel></rss>"
    found = apart("feed", page.encode())
    assert [one.posted_at.zone for one in parts(found) if one.posted_at] == ([zone] if zone else [])
    assert len(problems(found)) == (zone is None)


ODD: list[Any] = [None, 5, True, "", "x", [], [5], {}, {"a": 1}, "\ud83d", "\0"]
"""What a broken or hostile export holds where something else is wanted; half an emoji among it, as real ones hold."""


def rich_chat() -> dict[str, Any]:
    chat = telegram()
    chat["messages"][0] |= {"text_entities": [{"type": "link", "text": "u"}], "reply_to_message_id": 3, "file": "f"}
    return chat


def rich_tweets() -> list[dict[str, Any]]:
    video = {"media_url_https": "https://x/a.jpg", "video_info": {"variants": [{"url": "u"}]}}
    more = {"entities": {"urls": [{"expanded_url": "u"}]}, "extended_entities": {"media": [video]},
            "referenced_tweets": [{"type": "quoted", "id": "2"}], "attachments": {"media_keys": ["m"]}}  # fmt: skip
    return [tweets()[0] | more, tweets()[2]]


def rich_record() -> list[dict[str, Any]]:
    medium = {"filename": "a.jpg", "urls": ["u"], "properties": {"pdq_hash": "abc", "hash": "x"}}
    (first, *rest) = json.loads(auto_archiver(table=False))
    return [first | {"media": [medium]}, *rest]


RICH: dict[str, tuple[Any, tuple[str | int, ...]]] = {
    "telegram_json": (rich_chat(), ("messages", 0)),
    "twitter": (rich_tweets(), (0,)),
    "auto_archiver": (rich_record(), (0,)),
}
"""Opener -> an export, the record in it that is made odd."""


def odd_ones(value: Any) -> Iterator[Any]:
    """The value with one thing in it, or itself, made odd."""
    yield from ODD
    within = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in within:
        for one in odd_ones(inner):
            changed = copy.copy(value)
            changed[key] = one
            yield changed


@pytest.mark.parametrize("opener", sorted(RICH))
def test_one_odd_value_costs_its_record_at_most(opener: str) -> None:
    export, (*way, last) = RICH[opener]
    holder = export
    for step in way:
        holder = holder[step]
    first, n_others = holder[last], len(parts(apart(opener, json.dumps([*holder[1:]]).encode()))) if not way else 1
    for one in odd_ones(first):
        holder[last] = one
        found = apart(opener, json.dumps(export).encode())
        assert len(parts(found)) >= n_others, one
    holder[last] = first


def test_a_mail_within_a_mail_says_that_its_bytes_were_written_anew() -> None:
    inner, outer = message_from_bytes(EXPORTS["mail"][1], policy=default), EmailMessage()
    outer["From"], outer["Subject"], outer["Message-ID"] = "a@example.org", "Outer", "<2@example.org>"
    outer.set_content("Invented")
    outer.add_attachment(inner)
    outer.add_attachment(b"x", maintype="image", subtype="png", filename="a.png")
    _, within, beside = parts(apart("mail", outer.as_bytes()))
    assert (within.context.get("rewritten"), beside.context.get("rewritten")) == (True, None)
    assert within.data is not None and b"Invented words" in within.data


def test_half_a_character_that_was_cut_is_spelt_out() -> None:
    chat = telegram()
    chat["messages"] = [chat["messages"][0] | {"text": "Invented \ud83d"}]
    assert parts(apart("telegram_json", json.dumps(chat).encode()))[0].data == rb"Invented \ud83d"


def test_a_cell_is_read_and_never_run() -> None:
    (bad,) = problems(taken("auto_archiver"))
    assert (bad.number, bad.field) == (2, "metadata")
    pdq = [part.context["pdq"] for part in parts(taken("auto_archiver")) if "pdq" in part.context]
    assert pdq == ["abc".zfill(64)]


def test_a_zone_of_auto_archiver_is_not_trusted() -> None:
    zones = {part.posted_at.zone for part in parts(taken("auto_archiver")) if part.posted_at}
    assert zones == {Zone.NOT_TRUSTED}


def test_a_wacz_that_was_hashed_again_is_named() -> None:
    unsigned = account(apart("wacz", wacz()))
    assert any("hashed again" in one for one in unsigned.signalled)
    fake = problems(apart("wacz", wacz(signed_for="sha256:of-the-true-one")))
    assert any("hashed again" in one.error.what for one in fake)


def test_a_message_of_the_service_is_left_aside_by_name() -> None:
    chat = telegram()
    chat["messages"].append({"type": "service", "id": 9, "actor": WRITER})
    assert "service messages" in account(apart("telegram_json", json.dumps(chat).encode())).ignored
