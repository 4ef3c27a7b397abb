"""`tawthiq eval`: how well an extractor reads texts whose gold people wrote."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.doors.cli.output import JsonFlag, put_fields, put_json, put_table

if TYPE_CHECKING:
    from tawthiq.record.extract.evaluation.gold import GoldText
    from tawthiq.record.extract.extractor import Extractor

app = typer.Typer(help="Measure extractors on texts with gold.", no_args_is_help=True)


@app.callback()
def nouns() -> None:
    """Measure extractors on texts with gold."""


@app.command("extract")
def extract(
    texts: Annotated[Path, typer.Option(help="Folder of texts with gold, as `evaluation/texts` of a checkout.")],
    extractor: Annotated[str, typer.Option(help="Which extractor is measured.")] = "rules",
    log: Annotated[
        Path | None,
        typer.Option(
            help="Where a line a set is appended: scores, hash of its texts, commit; by default "
            "runs.jsonl beside the folder."
        ),
    ] = None,
    keep: Annotated[bool, typer.Option("--keep/--no-keep", help="Whether the run is logged.")] = True,
    commit: Annotated[str, typer.Option(help="What the log calls the code; the checkout's commit by default.")] = "",
    as_json: JsonFlag = False,
) -> None:
    """Precision, recall, F1 by field with 95 % intervals, for each set and language; two controls."""
    from tawthiq.doors.configuration import Settings
    from tawthiq.doors.extractors import known
    from tawthiq.record.extract.evaluation.harness import load_texts

    reader = known(Settings(), sensitive=False).make(extractor)
    measured = [_measured(reader, part, name, chosen) for part, name, chosen in _sets(load_texts(texts))]
    document = {"extractor": f"{reader.name}@{reader.version}", "sets": [shown for shown, _ in measured]}
    if keep:
        _append(log or texts.resolve().parent / "runs.jsonl", [line for _, line in measured], commit or _commit(texts))
    put_json(document) if as_json else _show(document)


def _append(log: Path, lines: Sequence[dict[str, Any]], commit: str) -> None:
    with log.open("a", encoding="utf-8") as out:
        for line in lines:
            out.write(json.dumps({**line, "commit": commit}) + "\n")


def _commit(texts: Path) -> str:
    """The commit of the checkout the texts lie in, marked where files were changed; else the version."""
    from tawthiq import __version__

    git = shutil.which("git")
    if git is None:
        return __version__
    told = subprocess.run(  # noqa: S603  # a fixed command on a folder the caller named
        [git, "-C", str(texts), "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return told.stdout.strip() or __version__


def _sets(gold: Sequence[GoldText]) -> Iterator[tuple[str, str, list[GoldText]]]:
    """(part, language or all, texts): dev, seen, sealed stand together, never one alone."""
    for part in sorted({text.part for text in gold}):
        own = [text for text in gold if text.part == part]
        yield part, "all", own
        for language in sorted({text.language for text in own}):
            yield part, language, [text for text in own if text.language == language]


def _measured(
    reader: Extractor, part: str, language: str, gold: list[GoldText]
) -> tuple[dict[str, Any], dict[str, Any]]:
    from tawthiq.record.extract.evaluation import harness

    found = harness.read_all(reader, gold)
    score = harness.score_set(gold, found)
    shown = {
        "part": part,
        "language": language,
        "controls": harness.controls(gold, found),
        **harness.printed_score(score),
    }
    return shown, dict(harness.log_line(reader.name, reader.version, gold, score, ""))


def _show(document: dict[str, Any]) -> None:
    put_fields({"extractor": document["extractor"]})
    rows = [
        (one["part"], one["language"], one["n_texts"], one["n_statements"], name, field["precision"], field["recall"],
         field["f1"], field["interval"])
        for one in document["sets"]
        for name, field in {"overall": one["overall"], **one["fields"]}.items()
    ]  # fmt: skip
    put_table("scores", ("set", "language", "texts", "statements", "field", "P", "R", "F1", "95 %"), rows)
    rates = [
        (one["part"], one["language"], one["false_certainty_rate"], one["silent_error_rate"], *one["controls"].values())
        for one in document["sets"]
    ]
    put_table("rates", ("set", "language", "false certainty", "silent errors", "shuffled", "empty"), rates)
