"""Each item of a list or table is a sentence of its own, which keeps who said and did it, and when, from its lead."""

from datetime import date

import pytest

from tawthiq.record.extract.extractors.registry import rules
from tawthiq.record.extract.from_bytes.paged import read_pages
from tawthiq.record.extract.from_bytes.reading import document_of_bytes, document_of_text
from tawthiq.record.extract.statement import Basis, StatedTime, Statement, StatementKind
from tawthiq.terms.when import on_day

DAY = on_day(date(2021, 3, 9))
ABOVE = "It was a long month for the people of the town, and nobody went to the market any more."
LEAD = "According to the Horizon Watch, the Sable Legion committed the following violations in Lusa in February 2021:"
ITEMS = ["abduction of 12 boys from a school;", "killing of 3 girls in a market;", "use of 2 schools as barracks."]
LIST = f"<p>{ABOVE}</p><p>{LEAD}</p><ul>{''.join(f'<li>{item}</li>' for item in ITEMS)}</ul>"


def claims(found: tuple[Statement, ...]) -> list[Statement]:
    return [one for one in found if one.kind is StatementKind.VIOLATION_CLAIM]


def is_led_in(one: Statement) -> bool:
    """What the lead says holds for the item, as implied."""
    party, act = one.party, one.act_period
    assert isinstance(act, StatedTime)
    return (party is not None and party.name, party and party.basis, act.when.text, one.chain[-1].actor) == (
        "Sable Legion",
        Basis.IMPLIED,
        "2021-02",
        "Horizon Watch",
    )


@pytest.mark.parametrize(
    "page",
    [
        LIST,
        LIST.replace("<ul>", "<table>").replace("</ul>", "</table>").replace("li>", "td>").replace("<td>", "<tr><td>"),
        LIST.replace("ul>", "ol>").replace("<li>", "<li><p>"),
    ],
    ids=["list", "table", "paragraphs in a list"],
)
def test_each_item_of_a_page_keeps_what_its_lead_says(page: str) -> None:
    found = claims(rules().extract(document_of_bytes("itm_x", page.encode(), "text/html", DAY, "en")))
    assert [one.quote for one in found] == [item[:-1] for item in ITEMS]
    assert all(map(is_led_in, found))


@pytest.mark.parametrize("bullet", ["•", "\uf0b7", "\uf0a7", "➢", "❖", "-", "(ii)", "iv."])
def test_each_item_of_a_printed_list_keeps_what_its_lead_says(bullet: str) -> None:
    lines = "\n".join([f"{ABOVE}\n\n{LEAD}", *(f"{bullet} {item}" for item in ITEMS)])
    assert [one.span.of(lines)[:2] for one in read_pages([lines]).blocks][-3:] == [f"{bullet} "[:2]] * 3
    found = claims(rules().extract(document_of_text("itm_x", lines, DAY, "en")))
    assert [one.quote.endswith(item[:-1]) for one, item in zip(found, ITEMS, strict=True)] == [True] * 3
    assert all(map(is_led_in, found))


def test_a_list_without_a_lead_and_an_item_with_its_own_party_keep_to_themselves() -> None:
    own = LIST.replace(ITEMS[1], "killing of 3 girls by the Amber Front in a market;")
    found = claims(rules().extract(document_of_bytes("itm_x", own.encode(), "text/html", DAY, "en")))
    assert [one.party.name if one.party else "" for one in found] == ["Sable Legion", "Amber Front", "Sable Legion"]
    told = LIST.replace("2021:", "2021.")
    found = claims(rules().extract(document_of_bytes("itm_x", told.encode(), "text/html", DAY, "en")))
    assert [one.party for one in found] == [None] * 3
