"""Gather: everything that figures and items rest on, each row with the ledger line that signs it; reads only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tawthiq.record.collect import models as collect
from tawthiq.record.collect.item import Item
from tawthiq.record.collect.masked import get_masked
from tawthiq.record.collect.models.harm import require_open
from tawthiq.record.collect.models.signed import get_signed_items
from tawthiq.record.collect.rendition import Rendition
from tawthiq.record.extract import models as extract
from tawthiq.record.extract.from_bytes.kept import document_of_item
from tawthiq.record.link.models.signed import get_signed_cases, get_supporting
from tawthiq.record.verify.models.signed import get_signed_assessments
from tawthiq.report.count.figure import Figure
from tawthiq.report.count.models import get_kept
from tawthiq.report.count.step import get_figure
from tawthiq.report.publish.models import get_signed_releases
from tawthiq.safe import ledger
from tawthiq.safe.signed import Signed
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput, Conflict, IntegrityBroken, NotFound
from tawthiq.terms.identity import Kind, is_id

MAX_STATEMENTS = 10_000


class Flavour(StrEnum):
    """How much is shown. FULL: all; REDACTED: figures and hashes, the rest proved to be there; PUBLIC: what a release

    shows already, nothing of any case.
    """

    FULL = "full"
    REDACTED = "redacted"
    PUBLIC = "public"


OPEN_KINDS = {Flavour.REDACTED: frozenset({"figure", "item"}), Flavour.PUBLIC: frozenset({"release"})}
"""Kinds of record that a flavour shows; FULL shows every kind."""


@dataclass(frozen=True, slots=True)
class Text:
    """The words of an item as extractors read them, a derivative. `recipe`: kind@tool and version."""

    item: Item
    text: str
    recipe: str


@dataclass(frozen=True, slots=True)
class Masked:
    """The only form of a picture that a public package may hold: faces filled, every box reviewed."""

    rendition: Rendition
    data: bytes


@dataclass(frozen=True, slots=True)
class Gathered:
    """`asked`: ids as given; `subjects`: counted acts and violations; `custody`: lines about the items besides."""

    asked: tuple[str, ...]
    flavour: Flavour
    figures: tuple[Figure, ...] = ()
    subjects: tuple[str, ...] = ()
    records: tuple[Signed, ...] = ()
    items: tuple[Item, ...] = ()
    texts: tuple[Text, ...] = ()
    custody: tuple[int, ...] = field(default=())
    pictures: tuple[Masked, ...] = ()

    def shows(self, kind: str) -> bool:
        """Whether records of that kind are open."""
        return self.flavour is Flavour.FULL or kind in OPEN_KINDS[self.flavour]


def gather(reader: Reader, asked: Sequence[str], flavour: Flavour) -> Gathered:
    """Raises NotFound for an id that is no figure and no item, IntegrityBroken where the record is not as it was."""
    wrong = [one for one in asked if not is_id(one, Kind.FIGURE) and not is_id(one, Kind.ITEM)]
    if wrong or not asked:
        raise BadInput("evidence is exported of figures and items", where=" ".join(wrong), do="give their ids")
    figures = tuple(get_figure(reader, one) for one in dict.fromkeys(asked) if is_id(one, Kind.FIGURE))
    bare = Gathered(tuple(asked), flavour, figures)
    if flavour is Flavour.PUBLIC:
        return _public(reader, bare)
    cases = [record for figure in figures for record in _behind(reader, figure)]
    item_ids = {one for one in asked if is_id(one, Kind.ITEM)}
    supporting = {one for figure in figures for one in get_supporting(reader, _subjects(figure), figure.size)}
    supporting |= {
        one.id for item in item_ids for _, one in extract.find_statements(reader, item_id=item, limit=MAX_STATEMENTS)
    }
    statements = extract.get_signed_statements(reader, sorted(supporting))
    item_ids |= {one.item_id for one in extract.get_statements(reader, supporting)}
    items = tuple(collect.get_item(reader, one) for one in sorted(item_ids))
    for item in items if flavour is Flavour.FULL else ():
        require_open(reader, item.id)
    records = [*cases, *statements, *get_signed_items(reader, sorted(item_ids))]
    subjects = sorted({one for figure in figures for one in _subjects(figure)})
    whole = replace(bare, subjects=tuple(subjects), records=_unique(records), items=items)
    if flavour is Flavour.REDACTED:
        return whole
    custody = {event.seq for item in items for event in ledger.events_of(item.id)}
    texts = [text for item in items if (text := _text(reader, item))]
    return replace(whole, texts=tuple(texts), custody=tuple(sorted(custody)))


def _public(reader: Reader, bare: Gathered) -> Gathered:
    items = [one for one in dict.fromkeys(bare.asked) if is_id(one, Kind.ITEM)]
    if not bare.figures:
        raise BadInput("items are never public alone", where="--flavour public", do="export a figure with them")
    pictures = tuple(Masked(*get_masked(reader, one)) for one in items)
    releases = {figure.id: get_signed_releases(reader, figure.id) for figure in bare.figures}
    hidden = [figure_id for figure_id, found in releases.items() if not found]
    if hidden:
        raise Conflict("the figure is in no release", where=" ".join(hidden), do="release it first: its audit decides")
    shown = [one for found in releases.values() for one in found]
    return replace(
        bare, pictures=pictures, records=_unique([*(_signed_figure(reader, figure) for figure in bare.figures), *shown])
    )


def _behind(reader: Reader, figure: Figure) -> Iterable[Signed]:
    subjects = _subjects(figure)
    yield _signed_figure(reader, figure)
    yield from get_signed_cases(reader, subjects, figure.size)
    yield from get_signed_assessments(reader, subjects, figure.size)


def _signed_figure(reader: Reader, figure: Figure) -> Signed:
    return Signed("figure", figure.id, get_kept(reader, figure.id).since, figure.result())


def _subjects(figure: Figure) -> list[str]:
    return [*figure.ids, *figure.late_ids]


def _unique(records: Iterable[Signed]) -> tuple[Signed, ...]:
    """One of each: figures share what they rest on."""
    found = {(one.seq, one.kind, one.thing): one for one in records}
    return tuple(found[key] for key in sorted(found))


def _text(reader: Reader, item: Item) -> Text | None:
    try:
        text = document_of_item(reader, item).text
    except (IntegrityBroken, NotFound):
        raise
    except BadInput:
        return None
    try:
        plain = reader.vault.get(item.sha256).decode("utf-8-sig") == text
    except UnicodeDecodeError:
        plain = False
    return Text(item, text, "utf-8@1" if plain else f"{item.kind.value}@tawthiq")
