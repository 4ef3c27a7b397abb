"""`tawthiq extract`: who says what in a text, with the exact words."""

from __future__ import annotations

from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.doors.cli.output import AsOption, HomeOption, JsonFlag, complain, put_json_of, put_table
from tawthiq.doors.cli.session import open_session
from tawthiq.terms.errors import EmptyInput, NotFound, UnreadableInput
from tawthiq.terms.identity import Kind, is_id
from tawthiq.terms.when import parse_when

if TYPE_CHECKING:
    from tawthiq.record.extract.document import Document
    from tawthiq.safe.access import Actor


MOST_PRINTED = 10_000

_WARNINGS = {
    "language_not_supported": "only English, French, Spanish, Arabic are read; the text was not read for statements",
    "languages_mixed": "each part is read by the rules of its language; und is in none of the four, and not read",
    "text_is_noisy": "letters look misread, as off a bad picture; look at the picture again, or type the text",
    "hidden_text": "the page writes these words and does not show them; they are kept, and not read for statements",
    "nested_too_deep": "what the page hides there, and what is caption or list, is not told apart",
    "pages_not_read": "cut the document and read the rest by itself",
    "publication_date_missing": 'dates such as "last month" stay open; give --published',
    "text_missing": "there are no words in the file",
}
"""What a warning on a document means, for a person."""


def extract(
    target: Annotated[str, typer.Argument(help="A file (nothing is kept), or the id of a kept item.")],
    published: Annotated[str, typer.Option(help="Publication date of the file: 2015-08-08, 2015-08.")] = "",
    extractor: Annotated[str, typer.Option(help="Which extractor reads.")] = "rules",
    may_leave: Annotated[
        bool, typer.Option("--may-leave", help="The text is not sensitive: an allowed model elsewhere may read it.")
    ] = False,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Print the statements of a file; of a kept item, keep them for review too (the first ten thousand are printed)."""
    if is_id(target, Kind.ITEM):
        document = _of_item(target, home, as_, extractor, sensitive=not may_leave)
    else:
        document = _of_file(Path(target), published, extractor, sensitive=not may_leave)
    if as_json:
        put_json_of(document)
        return
    found = iter(document["statements"])
    rows = (
        (one["kind"], one["factuality"], (one["party"] or {}).get("name", ""), one["quote"])
        for one in islice(found, MOST_PRINTED)
    )
    put_table("statements", ("kind", "factuality", "party", "quote"), rows)
    if n_more := sum(1 for _ in found):
        complain().print(f"{n_more} statements more: --json prints all of them")
    for warning in document["warnings"]:
        complain().print(f"[bold]{warning}[/bold]: {_WARNINGS.get(warning.partition(':')[0], '')}")
    for code, n_rejects in document.get("rejects", {}).items():
        complain().print(f"[bold]{code}[/bold]: {n_rejects} proposals of the model were turned away")


def _of_file(path: Path, published: str, extractor_name: str, *, sensitive: bool) -> dict[str, Any]:
    from tawthiq.doors.configuration import Settings
    from tawthiq.doors.extractors import known, read_with
    from tawthiq.record.extract.extractors.registry import rules
    from tawthiq.record.extract.printing import printed, printed_doubt, printed_medium

    extractor = known(Settings(), sensitive=sensitive).make(extractor_name)
    document = _document(path, published)
    found, rejects = read_with(extractor, document)
    return {
        "file": path.name,
        "language": document.language,
        "published_on": document.published_on.text if document.published_on else None,
        "extractor": f"{extractor.name}@{extractor.version}",
        "warnings": [printed_doubt(doubt) for doubt in document.warnings],
        "statements": (dict(printed(statement)) for statement in found),
        "rejects": rejects,
        "media": [dict(printed_medium(medium)) for medium in rules().media(document)],
    }


def _document(path: Path, published: str) -> Document:
    from tawthiq.record.collect.item import Item, ItemState
    from tawthiq.record.collect.sniff import HEAD_BYTES, sniff
    from tawthiq.record.extract.from_bytes.kept_bytes import READABLE_KINDS, document_of_bytes

    try:
        data = path.read_bytes()
    except (FileNotFoundError, IsADirectoryError) as reason:
        raise NotFound("no such file", where=path.name, do="give a file, or the id of a kept item") from reason
    if not data.strip():
        raise EmptyInput("the file is empty", where=path.name, do="check the export")
    sniffed = sniff(data[:HEAD_BYTES], path.name)
    if sniffed.kind not in READABLE_KINDS:
        do = "give text, HTML or PDF"
        raise UnreadableInput(f"no words to read in {sniffed.media_type}", where=path.name, do=do)
    import hashlib

    item = Item(hashlib.sha256(data).hexdigest(), len(data), sniffed.media_type, sniffed.kind, ItemState.READABLE)
    when = parse_when(published, where="--published") if published else None
    try:
        return document_of_bytes(sniffed.kind, data, item.id, when)
    except UnreadableInput as error:
        error.where = f"{path.name}, {error.where}" if error.where and error.where != item.id else path.name
        raise


def _of_item(item_id: str, home: Path | None, username: str, extractor_name: str, *, sensitive: bool) -> dict[str, Any]:
    actor = open_session(home, username)
    from tawthiq.doors.cli.statement import documents
    from tawthiq.record.collect.models import get_item
    from tawthiq.record.collect.models.harm import require_open
    from tawthiq.record.extract.from_bytes.kept import document_of_item
    from tawthiq.record.extract.models import count_of_item, get_proposals
    from tawthiq.record.extract.printing import printed_doubt
    from tawthiq.safe.work import Reader

    reader = Reader(actor)
    require_open(reader, item_id)
    if extractor_name == "rules":
        outcomes = _read_by_rules(actor, item_id)
    else:
        outcomes = [_ask_model(actor, item_id, extractor_name, sensitive=sensitive)]
    return {
        "item": item_id,
        "outcome": "made" if "made" in outcomes else outcomes[-1],
        "warnings": [printed_doubt(one) for one in document_of_item(reader, get_item(reader, item_id)).warnings],
        "n_statements": count_of_item(reader, item_id),
        "proposals": [asdict(one) for one in get_proposals(reader, item_id)],
        "statements": documents(reader, item_id, MOST_PRINTED),
    }


def _read_by_rules(actor: Actor, item_id: str) -> list[str]:
    """What became of the item, a long text part by part."""
    from tawthiq import flow
    from tawthiq.record.extract import step
    from tawthiq.terms.outcome import Refused

    words = []
    for outcome in flow.run_whole(actor, step, item_id):
        if isinstance(outcome, Refused):
            raise outcome.error
        words.append(flow.word(outcome))
    return words


def _ask_model(actor: Actor, item_id: str, extractor_name: str, *, sensitive: bool) -> str:
    from tawthiq.doors.extractors import ask_of_item

    return "made" if ask_of_item(actor, item_id, extractor_name, sensitive=sensitive) else "nothing"
