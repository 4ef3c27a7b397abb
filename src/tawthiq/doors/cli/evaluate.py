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
    from tawthiq.record.extract.evaluation.score import Tally
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
    """Precision, recall, F1 by field with 95 % intervals, for each set and language.

    Controls beside them: the gold shuffled between statements, field by field, and an empty output.
    """
    from tawthiq.doors.configuration import Settings
    from tawthiq.doors.extractors import known
    from tawthiq.record.extract.evaluation.harness import load_texts

    reader = known(Settings(), sensitive=False).make(extractor)
    measured = [_measured(reader, part, name, chosen) for part, name, chosen in _sets(load_texts(texts))]
    document = {"extractor": f"{reader.name}@{reader.version}", "sets": [shown for shown, _ in measured]}
    if keep:
        _append(log or texts.resolve().parent / "runs.jsonl", [line for _, line in measured], commit or _commit(texts))
    put_json(document) if as_json else _show(document)


@app.command("agreement")
def agreement(
    texts: Annotated[Path, typer.Argument(help="Folder of texts with gold.")],
    second: Annotated[Path, typer.Argument(help="Folder of some of the same texts, annotated by another person.")],
    as_json: JsonFlag = False,
) -> None:
    """How far two annotators agree, field by field: no extractor can be asked for more."""
    from tawthiq.record.extract.evaluation import harness

    other = harness.load_texts(second)
    names = {text.name for text in other}
    first = [text for text in harness.load_texts(texts) if text.name in names]
    shown = harness.printed_score(harness.agreement(first, other))
    if as_json:
        put_json(shown)
        return
    put_fields({name: value for name, value in shown.items() if not isinstance(value, dict)})
    put_table("agreement", ("field", "P", "R", "F1", "95 %"), _field_rows(shown))


@app.command("polnear")
def polnear(
    folder: Annotated[Path, typer.Argument(help="Folder of the PolNeAR repository; the corpus is not shipped.")],
    part: Annotated[str, typer.Option(help="Part of the corpus: dev to tune on, test once a version.")] = "dev",
    as_json: JsonFlag = False,
) -> None:
    """Cue, source, content of attributions in English news, of all cues and of those of reporting alone."""
    from tawthiq.record.extract.evaluation.polnear import run

    rows = [
        (sort, name, tally.wanted, *_rounded(tally))
        for sort, tallies in run(folder, part).items()
        for name, tally in tallies.items()
    ]
    header = ("cues", "part", "n", "precision", "recall", "f1")
    if as_json:
        put_json({"set": part, "scores": [dict(zip(header, row, strict=True)) for row in rows]})
        return
    put_table(f"PolNeAR {part}", header, rows)


@app.command("muc")
def muc(
    folder: Annotated[Path, typer.Argument(help="Folder that the archive of MUC-3 and MUC-4 was unpacked to.")],
    dev: Annotated[bool, typer.Option("--dev", help="The sets to tune on, instead of tst3 and tst4.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """How surely a text holds an organisation responsible, in the five classes of MUC-4."""
    from tawthiq.record.extract.evaluation.muc import DEV_SETS, TEST_SETS, run

    sets = DEV_SETS if dev else TEST_SETS
    score = run(folder, sets)
    rows = [
        (one.value, tally.wanted, tally.given, tally.right, *_rounded(tally)) for one, tally in score.classes.items()
    ]
    header = ("class", "n", "given", "right", "precision", "recall", "f1")
    totals = {
        "sets": ", ".join(sets),
        "n_cases": score.n_cases,
        "macro_f1": round(score.macro_f1, 4),
        "accuracy": round(score.accuracy, 4),
        "always_fact_accuracy": round(score.always_fact, 4),
        "fact_for_possible": round(score.fact_for_possible, 4),
    }
    if as_json:
        put_json({**totals, "classes": [dict(zip(header, row, strict=True)) for row in rows]})
        return
    put_fields(totals)
    put_table("classes", header, rows)


def _rounded(tally: Tally) -> tuple[float, float, float]:
    return round(tally.precision, 4), round(tally.recall, 4), round(tally.f1, 4)


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
    """(part, language or all, texts): all parts that a folder holds stand together, never one alone."""
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


def _all_rows(score: dict[str, Any]) -> dict[str, Any]:
    """Statement by statement, then by sentence, then with names of whatever length."""
    facts = {f"{name} by sentence": field for name, field in score["by_sentence"].items()}
    loose = {f"{name} by sentence, loosely": field for name, field in score["loosely"].items()}
    return {"overall": score["overall"], **score["fields"], **facts, **loose}


def _field_rows(score: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [
        (name, field["precision"], field["recall"], field["f1"], field["interval"] or "-")
        for name, field in _all_rows(score).items()
    ]


def _show(document: dict[str, Any]) -> None:
    put_fields({"extractor": document["extractor"]})
    rows = [
        (one["part"], one["language"], one["n_texts"], one["n_statements"], *row)
        for one in document["sets"]
        for row in _field_rows(one)
    ]
    put_table("scores", ("set", "language", "texts", "statements", "field", "P", "R", "F1", "95 %"), rows)
    rates = [
        (one["part"], one["language"], one["mean_iou"], one["false_certainty_rate"], one["silent_error_rate"])
        for one in document["sets"]
    ]
    put_table("rates", ("set", "language", "overlap (IoU)", "false certainty", "silent errors"), rates)
    names = list(document["sets"][0]["controls"])
    checked = [(one["part"], one["language"], *one["controls"].values()) for one in document["sets"]]
    put_table("controls (F1, must be near 0)", ("set", "language", *names), checked)
