"""Contents: what a package shows, as files of bytes; pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from tawthiq import __version__
from tawthiq.doors.evidence.gather import Gathered, Masked, Text
from tawthiq.record.collect.rendition import Rendition
from tawthiq.report.count.figure import Figure, Row
from tawthiq.safe.event import Event
from tawthiq.safe.signed import Signed
from tawthiq.terms.identity import Json, canonical

Files = Iterator[tuple[str, bytes]]


def record_lines(gathered: Gathered, events: Mapping[int, Event]) -> bytes:
    """Every record on a line: open, with what opens its line of the log, or withheld."""
    shown = (_open(one, events[one.seq]) if gathered.shows(one.kind) else _withheld(one) for one in gathered.records)
    return b"".join(canonical(one) + b"\n" for one in shown)


def _open(one: Signed, event: Event) -> Json:
    return {
        "kind": one.kind,
        "thing": one.thing,
        "seq": one.seq,
        "salt": event.salt,
        "content": canonical(one.content).decode(),
        "batched": bool(one.batch),
    }


def batch_lines(gathered: Gathered, events: Mapping[int, Event]) -> bytes:
    """Every batch that a line signs, once: what shares the line with the open records."""
    batches = {one.seq: one.batch for one in gathered.records if one.batch and gathered.shows(one.kind)}
    shown: list[Json] = [
        {"seq": seq, "salt": events[seq].salt, "pairs": [list(pair) for pair in pairs]}
        for seq, pairs in sorted(batches.items())
    ]
    return b"".join(canonical(one) + b"\n" for one in shown)


def _withheld(one: Signed) -> Json:
    return {"kind": one.kind, "thing": one.thing, "seq": one.seq, "withheld": True}


def figure_files(gathered: Gathered) -> Files:
    """The ids that each figure and each of its rows rest on; of a flavour that shows figures."""
    if gathered.shows("figure"):
        for figure in gathered.figures:
            yield f"figures/{figure.id}.json", canonical(_ids(figure))


def _ids(figure: Figure) -> Json:
    rows: list[Json] = [{"cell": list(row.cell), "of_which": row.of_which, **_both(row)} for row in figure.rows]
    return {"figure": figure.id, **_both(figure), "rows": rows}


def _both(counted: Figure | Row) -> dict[str, Json]:
    return {"ids": list(counted.ids), "late_ids": list(counted.late_ids)}


def derivative_files(gathered: Gathered) -> Files:
    """The words of each item, as extractors read them."""
    for text in gathered.texts:
        yield text_path(text), text.text.encode("utf-8", "surrogatepass")


def picture_files(gathered: Gathered) -> Files:
    """Masked pictures of a public package."""
    for one in gathered.pictures:
        yield picture_path(one), one.data


def picture_path(one: Masked) -> str:
    """Where a masked picture lies, by its own hash."""
    end = "jpg" if one.rendition.media_type == "image/jpeg" else "webm"
    return f"pictures/{one.rendition.sha256}.{end}"


def text_path(text: Text) -> str:
    """Where a text lies, by its own hash."""
    mark = hashlib.sha256(text.text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"derivatives/{mark[:2]}/{mark}"


def package_content(gathered: Gathered, package_id: str, made_at: str, files: Mapping[str, str]) -> dict[str, Json]:
    """The list of the package, which the log signs. `files`: path below `data` -> SHA-256."""
    return {
        "v": 1,
        "id": package_id,
        "flavour": gathered.flavour.value,
        "made_at": made_at,
        "made_with": f"tawthiq {__version__}",
        "asked": list(gathered.asked),
        "figures": [figure.id for figure in gathered.figures],
        "subjects": list(gathered.subjects) if gathered.shows("figure") else [],
        "derivatives": [
            {"path": text_path(one), "item": one.item.id, "parent": one.item.sha256, "recipe": one.recipe,
             "tool": f"tawthiq {__version__}"}
            for one in gathered.texts
        ],
        "pictures": [{"path": picture_path(one), **_origin(one.rendition)} for one in gathered.pictures],
        "files": dict(files),
    }  # fmt: skip


def _origin(rendition: Rendition) -> dict[str, Json]:
    parent, recipe = rendition.parent_sha256, rendition.recipe
    return {"item": rendition.item_id, "parent": parent, "recipe": recipe, "tool": rendition.tool}


def bag_info(package_id: str, flavour: str, made_on: str, n_bytes: int, n_files: int) -> bytes:
    """bag-info.txt."""
    fields = {
        "External-Identifier": package_id,
        "Bagging-Date": made_on,
        "Payload-Oxum": f"{n_bytes}.{n_files}",
        "Bag-Software-Agent": f"tawthiq {__version__}",
        "Internal-Sender-Description": f"evidence package, flavour {flavour}",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items()).encode()


def crate(package_id: str, made_at: str, files: Mapping[str, int]) -> bytes:
    """ro-crate-metadata.json (RO-Crate 1.1): the payload as linked data. `files`: path -> bytes."""
    described = [{"@id": path, "@type": "File", "contentSize": str(size)} for path, size in sorted(files.items())]
    root: Json = {
        "@id": "./",
        "@type": "Dataset",
        "identifier": package_id,
        "name": f"Evidence package {package_id}",
        "description": "Items, records and their custody, with the proofs that they stand in a signed log.",
        "datePublished": made_at,
        "license": "Not for publication; see README.en.html",
        "hasPart": [{"@id": path} for path in sorted(files)],
    }
    about: Json = {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
    }
    return canonical({"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": [about, root, *described]})
