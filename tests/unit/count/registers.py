"""Invented registers built to published totals (F1, F4 to F7 of the domain page); the children are numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count, islice, repeat
from typing import TypedDict, Unpack

from unit.count.made import Made, Told, child, incident


class Blamed(TypedDict, total=False):
    """Fields of an attribution."""

    how: str
    parties: str


def syria_2014() -> list[Made]:
    """F1: 278 recruited (271 boys, 7 girls): FSA 142, ISIL 69, Nusra 25, YPG/YPJ 24, 18 not broken down.

    214 armed or used in combat, 20 not known; 17 under 15, all in rows of ISIL; ages of 30 not known.
    """
    parties = in_turn((142, "fsa"), (69, "isil"), (25, "nusra"), (24, "ypg"), (18, ""))
    return [
        child(
            number,
            "f" if 253 <= number < 260 else "m",
            parties=party,
            age=_age_of(number),
            armed="y" if number < 150 else "n" if number < 258 else "u",
            roles=_roles_of(number),
            when="2014-05" if number % 2 else "2014-03-09",
        )
        for number, party in enumerate(parties)
    ]


def _age_of(number: int) -> tuple[int, int]:
    if 142 <= number < 159:
        return 12, 14
    if number < 30:
        return -1, -1
    return (15, 17) if number % 2 else (16, 16)


def _roles_of(number: int) -> str:
    if number < 150:
        return ""
    return "cook;checkpoint" if number < 214 else "porter" if number < 258 else ""


def afghanistan_2024() -> list[Made]:
    """F4: 11 + 543 + 6 + 135 + 2 + 950 = 1,647 violations; 559 children (434, 125) in 562 acts; 244 late; 31 uses.

    Two boys and a girl who were recruited were maimed too: the three surplus acts.
    """
    kinds = in_turn(
        (6, "sexual_violence"), (2, "abduction"), (11, "recruitment_use"), (180, "killing"), (363, "maiming")
    )
    who = chain(range(559), (8, 9, 11))
    parties = in_turn((454, "taliban"), (50, "unidentified"), (22, "iskp"), (10, "nrf_af"), (7, "crossfire"))
    rows = [
        child(
            number,
            "f" if number < 500 and number % 4 == 3 else "m",
            violation=kind,
            situation="AF",
            when="2024-06",
            verified_on="2024-12-01",
            **party_of(next(parties) if kind in ("killing", "maiming") else "taliban"),
        )
        for number, kind in zip(who, kinds, strict=True)
    ]
    return [*rows, *_incidents_2024(), *_late_2024()]


def _incidents_2024() -> Iterator[Made]:
    parties = in_turn((128, "taliban"), (6, "iskp"), (1, "unidentified"), (941, "taliban"), (9, "unidentified"))
    kinds = in_turn((48, "attack_school"), (87, "attack_hospital"), (950, "denial_access"))
    for kind, party in chain(zip(kinds, parties, strict=True), repeat(("military_use", "taliban"), 31)):
        yield incident(kind, situation="AF", when="2024-08-02", verified_on="2024-10-01", **party_of(party))


def _late_2024() -> Iterator[Made]:
    for number in range(244):
        yield child(
            5000 + number,
            violation="killing",
            situation="AF",
            when="2023-05-01",
            verified_on="2024-02-01",
            parties="iskp",
        )


def afghanistan_2015_2018() -> list[Made]:
    """F5: 14,202 = 12,599 (3,450 killed, 9,149 maimed) + 274 + 17 + 231 + 832 + 249."""
    counts = {
        "killing": 3450,
        "maiming": 9149,
        "recruitment_use": 274,
        "sexual_violence": 17,
        "abduction": 231,
        "attack_school": 832,
        "denial_access": 249,
    }
    return list(violations(counts, situation="AF", when="2016", verified_on="2017-01-05"))


def world_2022_by_type() -> list[Made]:
    """F6, as published by type; the parts close on 27,144, not on 27,180."""
    counts = {
        "killing": 2985,
        "maiming": 8631 - 2985,
        "recruitment_use": 7622,
        "abduction": 3985,
        "sexual_violence": 1165,
        "attack_school": 1163,
        "attack_hospital": 647,
        "denial_access": 3931,
    }
    return list(violations(counts, situation="WORLD", when="2022", verified_on="2022-12-30"))


def world_2022() -> list[Made]:
    """F6 by bucket and sex: 27,180 = 24,300 + 2,880 late; 18,890 children = 13,469 + 4,638 + 783.

    Late violations are incidents here, so that all 18,890 children are current; 2,000 children suffer two acts.
    """
    return list(_world(24300, 2880, (13469, 4638, 783), 2022))


def world_2023() -> list[Made]:
    """F7: 32,990 = 30,705 + 2,285; 22,557 children, 6,252 of them girls."""
    return list(_world(30705, 2285, (22557 - 6252 - 900, 6252, 900), 2023))


def _world(n_current: int, n_late: int, sexes: tuple[int, int, int], year: int) -> Iterator[Made]:
    words: Told = {"situation": "WORLD", "when": str(year), "verified_on": f"{year}-12-30"}
    everyone = list(enumerate(in_turn(*zip(sexes, ("m", "f", "u"), strict=True))))
    for number, sex in [*everyone, *everyone[:2000]]:
        yield child(number, sex, violation="killing", **words)
    yield from violations({"denial_access": n_current - len(everyone) - 2000}, **words)
    yield from violations({"denial_access": n_late}, **words | {"when": str(year - 1)})


def violations(counts: dict[str, int], **words: Unpack[Told]) -> Iterator[Made]:
    """So many violations of each type, each against another child where the type counts children."""
    numbers = count()
    for kind, n in counts.items():
        for number in islice(numbers, n):
            in_children = kind in ("killing", "maiming", "recruitment_use", "sexual_violence", "abduction")
            yield child(number, violation=kind, **words) if in_children else incident(kind, **words)


def in_turn(*parts: tuple[int, str]) -> Iterator[str]:
    """Each word so many times."""
    return chain.from_iterable(repeat(word, n) for n, word in parts)


def party_of(party: str) -> Blamed:
    """Fields of an attribution; unidentified and crossfire name no party."""
    return {"how": party} if party in ("unidentified", "crossfire") else {"parties": party}
