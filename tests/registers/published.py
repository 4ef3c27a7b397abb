"""Registers as files, invented child by child, built to published totals (F1, F4 to F7 of the domain page)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain, count, repeat

COLUMNS = (  # noqa: SIM905  as the file's first line reads
    "incident_id,violation,act_id,child_id,sex,age_min,age_max,group_boys,group_girls,group_unknown,roles,armed,party,"
    "attribution,recruited_or_used,occurred_from,occurred_to,situation,admin1,pay_amount,pay_currency,pay_per,status,"
    "verified_on,verified_by,policy,source_kinds,released_on"
).split(",")

Line = dict[str, object]


def as_csv(lines: Iterable[Line], columns: Iterable[str] = COLUMNS) -> str:
    """The file of a register; a column that is not named is missing in the file."""
    target = io.StringIO()
    writer = csv.DictWriter(target, list(columns), extrasaction="ignore", restval="")
    writer.writeheader()
    writer.writerows(lines)
    return target.getvalue()


def verified(on: str) -> Line:
    """The cells of a decision of a body outside."""
    return {
        "status": "verified",
        "verified_on": on,
        "verified_by": "Invented country task force",
        "policy": "un_mrm@1",
        "source_kinds": "victim;ngo_report",
    }


def laid_to(party: str) -> Line:
    """Unidentified and crossfire name no party."""
    if party in ("unidentified", "crossfire"):
        return {"attribution": party}
    return {"party": party, "attribution": "sole"}


def syria_2014() -> Iterator[Line]:
    """F1: 278 children recruited or used; 214 armed or in combat, 20 not known; 17 below 15; one paid USD 400."""
    parties = in_turn((142, "fsa"), (69, "isil"), (25, "nusra"), (24, "ypg"), (18, "unidentified"))
    for number, party in enumerate(parties):
        low, high = (12, 14) if 142 <= number < 159 else ("", "") if number < 30 else (15, 17)
        yield {
            "incident_id": f"SY-{number // 3}-{party}",
            "violation": "recruitment_use",
            "act_id": f"A{number}",
            "child_id": f"C{number}",
            "sex": "f" if 253 <= number < 260 else "m",
            "age_min": low,
            "age_max": high,
            "armed": "y" if number < 150 else "n" if number < 258 else "u",
            "roles": "" if number < 150 else "cook;checkpoint" if number < 214 else "porter" if number < 258 else "",
            "occurred_from": "2014-05",
            "situation": "SY",
            "admin1": "Aleppo" if number // 3 % 2 else "SY11",
            **({"pay_amount": 400, "pay_currency": "USD", "pay_per": "month"} if number == 150 else {}),
            **laid_to(party),
            **verified("2014-11-05"),
        }


def afghanistan_2024() -> Iterator[Line]:
    """F4: 1,647 violations = 11 + 543 + 6 + 135 + 2 + 950; 559 children (434, 125) in 562 acts; 244 late; 31 uses.

    Two boys and a girl who were recruited were maimed too: the three surplus acts. Further 40 are pending, 9 could
    not be verified, 5 lie in 2025.
    """
    kinds = in_turn(
        (6, "sexual_violence"), (2, "abduction"), (11, "recruitment_use"), (180, "killing"), (363, "maiming")
    )
    who = chain(range(559), (8, 9, 11))
    parties = in_turn((454, "taliban"), (50, "unidentified"), (22, "iskp"), (10, "nrf_af"), (7, "crossfire"))
    numbers = count()
    for number, kind in zip(who, kinds, strict=True):
        party = next(parties) if kind in ("killing", "maiming") else "taliban"
        sex = "f" if number < 500 and number % 4 == 3 else "m"
        yield _act(next(numbers), kind, party, child_id=f"C{number}", sex=sex)
    parties = in_turn((128, "taliban"), (6, "iskp"), (1, "unidentified"), (941, "taliban"), (9, "unidentified"))
    kinds = in_turn((48, "attack_school"), (87, "attack_hospital"), (950, "denial_access"))
    for kind, party in chain(zip(kinds, parties, strict=True), repeat(("military_use", "taliban"), 31)):
        yield _act(next(numbers), kind, party)
    for number in range(244):
        yield _act(next(numbers), "killing", "iskp", child_id=f"L{number}", sex="m", occurred_from="2023-05-01")
    for number in range(49):
        status = {"status": "pending" if number < 40 else "not_verifiable", "verified_on": "", "verified_by": ""}
        yield _act(next(numbers), "maiming", "taliban", child_id=f"P{number}", **status)
    for number in range(5):
        told = {"occurred_from": "2024-12-20", "verified_on": "2025-01-09"}
        yield _act(next(numbers), "killing", "taliban", child_id=f"N{number}", **told)


def _act(number: int, kind: str, party: str, **more: object) -> Line:
    told: Line = {
        "incident_id": f"AF-{number}",
        "violation": kind,
        "act_id": f"V{number}",
        "occurred_from": "2024-06-02",
        "situation": "AF",
    }
    return told | laid_to(party) | verified("2024-12-01") | more


def afghanistan_2015_2018() -> Iterator[Line]:
    """F5: 14,202 = 12,599 (3,450 killed, 9,149 maimed) + 274 + 17 + 231 + 832 + 249; children as counted groups."""
    numbers = count()
    for year, share in ((2015, 0), (2016, 1), (2017, 2), (2018, 3)):
        for kind, n in (
            ("killing", 3450), ("maiming", 9149), ("recruitment_use", 274), ("sexual_violence", 17), ("abduction", 231)
        ):  # fmt: skip
            n_here = n // 4 + (n % 4 if share == 3 else 0)
            yield _many(next(numbers), kind, "AF", str(year), boys=n_here - n_here // 5, girls=n_here // 5)
        for kind, n in (("attack_school", 832), ("denial_access", 249)):
            for _ in range(n // 4 + (n % 4 if share == 3 else 0)):
                yield _many(next(numbers), kind, "AF", str(year))


def _many(number: int, kind: str, situation: str, year: str, **n: int) -> Line:
    groups = {f"group_{name}": value for name, value in n.items()}
    told: Line = {"incident_id": f"I{number}", "violation": kind, "act_id": f"V{situation}{year}{number}"}
    when: Line = {"occurred_from": year, "situation": situation, "attribution": "unidentified"}
    return told | when | groups | verified(f"{year}-12-30")


def world_2022() -> Iterator[Line]:
    """F6: 24,300 + 2,880 late = 27,180; 18,890 children = 13,469 + 4,638 + 783; 8,631 killed or maimed."""
    return _world(2022, (13469, 4638, 783), (2985, 5646), n_twice=5310, n_late=2880)


def world_2023() -> Iterator[Line]:
    """F7: 30,705 + 2,285 late = 32,990; 22,557 children, 6,252 girls; 11,649 killed (5,301) or maimed (6,348)."""
    return _world(2023, (15405, 6252, 900), (5301, 6348), n_twice=8048, n_late=2285)


def _world(
    year: int, sexes: tuple[int, int, int], harmed: tuple[int, int], *, n_twice: int, n_late: int
) -> Iterator[Line]:
    """Children in counted groups, so that a year is a hundred rows; 100 incidents fill up.

    The boys who were recruited were abducted too: acts W<year>-R and W<year>-B tell of one group (`n_twice`).
    """
    boys, girls, unknown = sexes
    numbers = count(1)

    def row(kind: str, at: int = year, act: str = "", **n: int) -> Line:
        made = _many(next(numbers), kind, ("SY", "AF")[at % 2], str(at), **n)
        ids = {"act_id": act or f"W{made['act_id']}", "incident_id": f"W{year}-{made['incident_id']}"}
        return made | ids | verified(f"{year}-12-30")

    yield row("killing", boys=harmed[0])
    yield row("maiming", boys=harmed[1] - girls, girls=girls)
    yield row("recruitment_use", act=f"W{year}-R", boys=n_twice)
    yield row("abduction", act=f"W{year}-B", boys=n_twice)
    yield row("sexual_violence", boys=boys - sum(harmed) + girls - n_twice, unknown=unknown)
    yield row("sexual_violence", year - 1, unknown=n_late)
    for _ in range(100):
        yield row("denial_access")


def in_turn(*parts: tuple[int, str]) -> Iterator[str]:
    """Each word so many times."""
    return chain.from_iterable(repeat(word, n) for n, word in parts)
