"""Bundle: every file of a release as bytes, a pure function of the release and its figures."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from tawthiq.report.count.figure import Figure
from tawthiq.report.count.spec import Counted
from tawthiq.report.publish import words
from tawthiq.report.publish.beside import NOTHING, Beside, grids
from tawthiq.report.publish.document import Document
from tawthiq.report.publish.estimates import FOLDER, estimates_document
from tawthiq.report.publish.exporters.registry import EXPORTERS
from tawthiq.report.publish.release import Release
from tawthiq.report.publish.sentences import country_section
from tawthiq.report.publish.table import Table
from tawthiq.report.publish.tabled import Printing, make_table, subject
from tawthiq.terms.identity import digest

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"


def files_of(release: Release, figures: Sequence[Figure], beside: Beside = NOTHING) -> dict[str, bytes]:
    """Path -> bytes, manifest and sums included; the same release and figures give the same bytes."""
    found: dict[str, bytes] = {}
    for language in release.proposal.languages:
        document = document_of(release, figures, language, beside)
        for exporter in EXPORTERS:
            found |= exporter.files(document)
        found |= _apart(release, beside, language)
    found["commitments.json"] = _json(commitments(release, figures))
    found[MANIFEST] = _json(manifest(release, found))
    found[SUMS] = sums(found)
    return dict(sorted(found.items()))


def _apart(release: Release, beside: Beside, language: str) -> dict[str, bytes]:
    """Estimates in a folder of their own; none where the release has none."""
    if not beside.estimates:
        return {}
    document = estimates_document(release, beside.estimates, language)
    return {f"{FOLDER}/{path}": data for exporter in EXPORTERS for path, data in exporter.files(document).items()}


def document_of(release: Release, figures: Sequence[Figure], language: str, beside: Beside = NOTHING) -> Document:
    """The release in one language."""
    tables = tables_of(release, figures, language)
    place = words.situation_label(release.proposal.situation, language)
    return Document(
        release.id,
        language,
        words.say("title", language, situation=place, period=release.proposal.period),
        release.freeze.frozen_at,
        _about(release, language),
        country_section(tables, [subject(figure) for figure in figures]),
        tables,
        grids(beside, language),
    )


def tables_of(release: Release, figures: Sequence[Figure], language: str) -> tuple[Table, ...]:
    """The one object that every export is made from, for each figure."""
    printing = Printing(language, frozenset(release.hidden), release.proposal.bars, dict(release.proposal.labels))
    return tuple(make_table(place, figure, printing) for place, figure in enumerate(figures))


def printed_numbers(tables: Sequence[Table]) -> dict[str, int | None]:
    """What the tables print, named so that two releases can be set side by side."""
    found: dict[str, int | None] = {}
    for table in tables:
        what = table.slug.partition("-")[2]
        for row in table.lines():
            mark = " (of which)" if row.of_which else ""
            found[f"{what}: {'/'.join(row.codes) or 'total'}{mark}"] = row.value
        found[f"{what}: late"] = table.late
    return found


def numbers_of_children(release: Release, figures: Sequence[Figure]) -> dict[str, int]:
    """The printed numbers that count children, or violations against them."""
    tables = [one for one in tables_of(release, figures, "en") if one.unit != Counted.INCIDENT.value]
    return {name: value for name, value in printed_numbers(tables).items() if value is not None}


def commitments(release: Release, figures: Sequence[Figure]) -> dict[str, object]:
    """What binds each figure to the record without opening it: hashes that the keeper can be asked to prove."""
    return {
        "release": release.id,
        "ledger": {"size": release.freeze.size, "root": release.freeze.root},
        "figures": [{"figure": figure.id, "commitment": digest(figure.result())} for figure in figures],
    }


def manifest(release: Release, files: Mapping[str, bytes]) -> dict[str, object]:
    """Hashes of all files but the manifest and the sums, with what the release rests on."""
    return {
        "release": release.id,
        "content": release.content(),
        "files": {path: hashlib.sha256(data).hexdigest() for path, data in sorted(files.items())},
    }


def sums(files: Mapping[str, bytes]) -> bytes:
    """As `sha256sum --check` reads it."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items())).encode()


def _about(release: Release, language: str) -> tuple[str, ...]:
    proposal, freeze = release.proposal, release.freeze
    day = freeze.frozen_at.date().isoformat()
    people = {"proposer": release.proposer, "approver": release.approver}
    lines = [
        words.say("frozen", language, day=day, size=str(freeze.size), root=freeze.root),
        words.say("made_by", language, **people),
        words.say("bars", language, k=proposal.bars.k, k_guarded=proposal.bars.k_guarded),
    ]
    if release.override:
        lines.append(words.say("override", language, approver=release.approver, reason=release.override))
    if proposal.supersedes:
        lines.append(words.say("supersedes", language, release=proposal.supersedes, reason=proposal.reason))
    elif proposal.reason:
        lines.append(proposal.reason)
    if proposal.estimates:
        lines.append(words.say("estimates_elsewhere", language))
    return tuple(lines)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"
