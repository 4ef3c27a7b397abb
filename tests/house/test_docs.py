"""The pages do not lie: what the code offers stands in the reference, what the pages name exists."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from house.source import ROOT, newcomer
from tawthiq.doors import reference
from tawthiq.doors.cli import app
from tawthiq.doors.configuration import Settings
from tawthiq.record.collect.importers import registry
from tawthiq.terms import errors, vocabulary

DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
COMMAND = re.compile(r"^\s*(?:\$ )?tawthiq ((?:[a-z][a-z-]*)(?: [a-z][a-z-]*)?)", re.MULTILINE)
MAKE = re.compile(r"\bmake ([a-z]+)\b")
SOURCE = re.compile(r"`(src/tawthiq/[\w/.]+|tests/[\w/.]+|scripts/\w+)`")


def page(name: str) -> str:
    """A page of the reference."""
    return (DOCS / "reference" / f"{name}.md").read_text(encoding="utf-8")


def spoken_commands() -> set[str]:
    """Every command as one types it, groups included."""
    return {words for words, _ in reference.commands(get_command(app), "tawthiq")}


@pytest.mark.parametrize("name", sorted(reference.PAGES))
def test_a_generated_page_has_not_drifted_from_the_code(name: str) -> None:
    written = (DOCS / "reference" / f"{name}.md").read_text(encoding="utf-8")
    assert written == reference.pages()[f"{name}.md"], "say `make docs` and read what changed"


def test_every_command_is_in_the_reference() -> None:
    text = page("cli")
    assert [words for words in spoken_commands() if f"`{words}`" not in text] == []


def test_every_command_says_what_it_does() -> None:
    silent = [words for words, each in reference.commands(get_command(app), "tawthiq") if not (each.help or "").strip()]
    assert silent == []


def test_every_json_document_is_described() -> None:
    text = page("documents")
    with_json = [
        words
        for words, each in reference.commands(get_command(app), "tawthiq")
        if any("--json" in parameter.opts for parameter in each.params)
    ]
    assert [words for words in with_json if f"## `{words}`" not in text] == []


def test_every_field_of_the_documents_of_an_item_is_described(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("An invented note.")
    added = json_of("item", "add", str(note), home=tmp_path / "home")
    shown = json_of("item", "show", added["items"][0]["item"], home=tmp_path / "home")
    audited = json_of("audit", "verify", home=tmp_path / "home")
    examined = json_of("doctor", home=tmp_path / "home")
    documents = [added, shown, audited, examined, *added["items"], *shown["receipts"], *shown["custody"]]
    text = page("documents")
    assert sorted({field for document in documents for field in document if f"`{field}`" not in text} - {"items"}) == []


def json_of(*words: str, home: Path) -> dict[str, Any]:
    """The document that a command prints."""
    command = [sys.executable, "-m", "tawthiq", *words, "--json", "--home", str(home)]
    ran = subprocess.run(command, env=newcomer(), capture_output=True, text=True, check=True)
    said: dict[str, Any] = json.loads(ran.stdout)
    return said


def test_every_setting_is_in_the_reference() -> None:
    text = page("settings")
    assert [name for name in Settings.model_fields if f"`TAWTHIQ_{name.upper()}`" not in text] == []


def test_every_setting_says_what_it_means() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_every_error_is_in_the_reference() -> None:
    text = page("errors")
    assert [error.__name__ for error in reference.error_classes() if f"`{error.__name__}`" not in text] == []


def test_the_drawn_tree_of_errors_is_the_tree_of_classes() -> None:
    real = {error.__name__: error.__bases__[0].__name__ for error in reference.error_classes()}
    drawn: dict[str, str] = {}
    path: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"((?:[│├└ ][─ ]{2} )*)(\w+)\s+", line)
        if found and found[2] in real:
            path = [*path[: len(found[1]) // 4], found[2]]
            drawn[found[2]] = path[-2] if len(path) > 1 else "Exception"
    assert drawn == real


def test_every_vocabulary_and_code_is_in_the_reference() -> None:
    text = page("vocabularies")
    words = [vocabulary.load(name) for name in vocabulary.names()]
    assert [f"{each.name}@{each.version}" for each in words if f"## {each.name}@{each.version}" not in text] == []
    assert [code for each in words for code in each.terms if f"`{code}`" not in text] == []


def test_every_importer_is_in_the_reference() -> None:
    text = page("importers")
    folder = Path(registry.__file__).parent
    files = [path.stem for path in folder.glob("*.py") if path.stem not in ("__init__", "registry")]
    assert [one.name for one in registry.importers() if f"`{one.name}`" not in text] == []
    assert len(registry.importers()) >= len(files) > 0, "an importer is one file, listed in the registry"


def test_the_importer_that_the_how_to_shows_runs() -> None:
    text = (DOCS / "how-to" / "add-an-importer.md").read_text(encoding="utf-8")
    shown = re.findall(r"```python\n(.*?)```", text, re.DOTALL)[0]
    names: dict[str, Any] = {"__name__": "shown"}
    exec(compile(shown, "add-an-importer.md", "exec"), names)
    importer = names["SubtitlesImporter"]()
    subtitles = b"1\n00:00:01,000 --> 00:00:02,000\nInvented words.\n"
    assert importer.inspect(subtitles).text == "Invented words."
    assert [finding.code for finding in importer.inspect(b"\xff\xfe\xff").findings] == ["UnreadableInput"]


def test_every_choice_of_the_house_has_its_page_under_a_page_long() -> None:
    decisions = sorted((DOCS / "decisions").glob("[0-9]*.md"))
    index = (DOCS / "decisions" / "README.md").read_text(encoding="utf-8")
    numbers = [int(path.name[:4]) for path in decisions]
    assert numbers == list(range(1, len(numbers) + 1))
    assert [path.name for path in decisions if path.name not in index] == []
    for path in decisions:
        text = path.read_text(encoding="utf-8")
        assert len(text.split()) <= 450, path.name
        for heading in ("## Question", "## Choice", "## What we gave up", "## What would make us turn back"):
            assert heading in text, f"{path.name} lacks {heading}"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_between_pages_leads_somewhere(path: Path) -> None:
    dead = [link for link in LINK.findall(path.read_text(encoding="utf-8")) if not (path.parent / link).exists()]
    assert dead == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_that_a_page_shows_exists(path: Path) -> None:
    known = {words.removeprefix("tawthiq ") for words in spoken_commands()}
    fenced = "\n".join(re.findall(r"```(?:sh|bash|console)?\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL))
    shown = [words if words in known else words.split()[0] for words in COMMAND.findall(fenced)]
    assert [words for words in shown if words not in known] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_target_and_file_that_a_page_names_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    code = " ".join(re.findall(r"`[^`\n]+`|```.*?```", text, re.DOTALL))
    assert [target for target in MAKE.findall(code) if target not in targets] == []
    assert [name for name in SOURCE.findall(text) if not (ROOT / name).exists()] == []


def test_the_readme_shows_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make run" in text
    assert "make test" in text


def test_every_folder_of_the_tree_is_on_the_map() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    top = ROOT / "src" / "tawthiq"
    folders = [path for floor in (top, top / "record", top / "report") for path in floor.iterdir() if path.is_dir()]
    named = [path.name for path in folders if path.name not in ("__pycache__", "migrations")]
    assert [name for name in named if f"{name}/" not in text] == []


def test_the_version_is_the_same_everywhere() -> None:
    version = import_module("tawthiq").__version__
    assert f'version = "{version}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f"version: {version}" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_package_that_is_installed_with_us_is_credited() -> None:
    text = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    pins = re.findall(r"^([a-z0-9._-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name in pins if f"| {name} |" not in text] == []
