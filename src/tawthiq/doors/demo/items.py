"""What the invented collector holds: texts, a sheet of published totals, a register, a test card."""

from __future__ import annotations

import io
from importlib import resources

from PIL import Image, ImageDraw

from tawthiq import flow
from tawthiq.doors.accounts import own_names
from tawthiq.doors.demo.invented import SYRIA_2014, register_csv
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.collect.item import Channel
from tawthiq.record.extract.sheet import import_totals
from tawthiq.record.verify.register import Register, import_register
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Work
from tawthiq.terms.when import parse_when

TWIN = "twin_article.txt"
TEXTS = (
    (TWIN, "2015-08-09", "The Harbour Courier (invented)"),
    ("repost_en.txt", "2015-08-11", ""),
    ("communique_fr.txt", "2014-05-02", "Observatoire du Port (inventé)"),
    ("post_ar.txt", "2015-01-20", "مرصد الميناء (مخترع)"),
    ("field_note_en.txt", "2014-03-15", ""),
)
"""File, publication date, publisher."""


REGISTER = "invented-syria-2014"
"""Name of the register; it stands before each of its keys."""


def add_texts(actor: Actor) -> dict[str, str]:
    """Keep the texts and the test card; file name -> item id."""
    with Work(actor, Action.ITEM_ADD) as work:
        kept = {name: add_item(work, _open(name), _arrival(name, day, by)).item.id for name, day, by in TEXTS}
        card = add_item(work, io.BytesIO(test_card()), _arrival("test_card.png", "2015-08-09", ""))
    return kept | {"test_card.png": card.item.id}


def add_totals(actor: Actor) -> None:
    """Keep the sheet of what the United Nations published on Syria in 2014, in our own words."""
    name = "un_totals_syria_2014.csv"
    with Work(actor, Action.CASE_IMPORT) as work:
        import_totals(work, _open(name), Arrival(name, Channel.FORM))


def add_register(actor: Actor) -> None:
    """Keep the register of 278 invented acts; its rows come in as pending."""
    source = io.BytesIO(register_csv(SYRIA_2014))
    with Work(actor, Action.ITEM_ADD) as work:
        moment = work.at
    register = Register(REGISTER, moment, own_names(actor.id))
    import_register(actor, source, Arrival("invented_register_syria_2014.csv", Channel.REGISTER), register)


def add_lists(actor: Actor) -> None:
    """Keep the invented lists that the estimate starts from."""
    name = "lists_invented.csv"
    with Work(actor, Action.ITEM_ADD) as work:
        add_item(work, _open(name), Arrival(name, Channel.DEMO, note="Invented for the demo."))


def read_all(actor: Actor) -> None:
    """Compare and extract everything that waits."""
    for name in ("compare", "extract"):
        for _ in flow.run_step(actor, flow.step_called(name)):
            pass


def test_card() -> bytes:
    """A PNG of coloured bars that says what it is; the only picture in the demo."""
    card = Image.new("RGB", (640, 360), "#dddddd")
    pen = ImageDraw.Draw(card)
    for place, colour in enumerate(("#c0392b", "#e67e22", "#f1c40f", "#27ae60", "#2980b9", "#8e44ad")):
        pen.rectangle((40 + place * 94, 40, 120 + place * 94, 260), fill=colour)
    pen.text((40, 300), "TEST CARD - invented for the demonstration - shows nobody", fill="#222222")
    out = io.BytesIO()
    card.save(out, "PNG")
    return out.getvalue()


def _arrival(name: str, published: str, publisher: str) -> Arrival:
    return Arrival(name, Channel.DEMO, parse_when(published), publisher=publisher, note="Invented for the demo.")


def _open(name: str) -> io.BytesIO:
    return io.BytesIO(resources.files("tawthiq.doors.demo").joinpath("data", name).read_bytes())
