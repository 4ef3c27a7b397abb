"""The reference pages, written from the code they describe.

`python -m tawthiq.doors.reference [FOLDER]` writes them (default docs/reference); a test fails when a page has drifted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from tawthiq.terms import errors, vocabulary

WRITTEN = "<!-- Written by `make docs` from the code. Change the code, not this page. -->"
FOLDER = Path("docs/reference")


def pages() -> dict[str, str]:
    """File name -> Markdown of every page that the code can write."""
    return {f"{name}.md": f"{WRITTEN}\n\n{write().rstrip()}\n" for name, write in PAGES.items()}


def cli_page() -> str:
    """Every command with its arguments, options, help."""
    from typer.main import get_command

    from tawthiq.doors.cli.run import app

    parts = [
        "# The command `tawthiq`",
        "Exit codes: 0 ok, 1 failure, 2 usage, 3 findings, 4 not permitted, 5 not found.",
    ]
    parts += [_command(words, command) for words, command in commands(get_command(app), "tawthiq")]
    return "\n\n".join(parts)


def commands(command: Any, words: str) -> Iterator[tuple[str, Any]]:
    """(`tawthiq noun verb`, command) for the command and all below it that are not hidden."""
    yield words, command
    for name, below in sorted(getattr(command, "commands", {}).items()):
        if not below.hidden:
            yield from commands(below, f"{words} {name}")


def _command(words: str, command: Any) -> str:
    rows = [(_spelling(each), getattr(each, "help", "") or "", _default(each)) for each in command.params]
    text = f"## `{words}`\n\n{(command.help or '').strip()}"
    return f"{text}\n\n{table(('Parameter', 'What it is', 'Default'), rows)}" if rows else text


def _spelling(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"`{(parameter.metavar or parameter.name).upper().strip('[]')}`"
    return ", ".join(f"`{option}`" for option in (*parameter.opts, *parameter.secondary_opts))


def _default(parameter: Any) -> str:
    if parameter.required:
        return "required"
    spoken = isinstance(parameter.default, str | int | float) and parameter.default not in ("", False)
    return f"`{parameter.default}`" if spoken else ""


def settings_page() -> str:
    """Every setting with its environment name, type, default, meaning."""
    from tawthiq.doors.configuration import DEFAULT_HOME, Settings

    def default(name: str, field: Any) -> str:
        value = DEFAULT_HOME if name == "home" else field.get_default(call_default_factory=True)
        return f"`{value!s}`" if str(value) else "empty"

    rows = [
        (f"`{name}`", f"`TAWTHIQ_{name.upper()}`", default(name, field), field.description or "")
        for name, field in Settings.model_fields.items()
    ]
    intro = (
        "In order of weight: a flag, the environment, the file `tawthiq.toml` of the home. An unknown key is an error."
    )
    return f"# Settings\n\n{intro}\n\n{table(('Key', 'Environment', 'Default', 'Meaning'), rows)}"


def errors_page() -> str:
    """The error tree as drawn in the code, then each error in words."""
    drawn = (errors.__doc__ or "").split("\n", 2)[2].rstrip()
    rows = [(f"`{one.__name__}`", str(one.exit_code), (one.__doc__ or "").strip()) for one in error_classes()]
    return f"# Errors\n\n```\n{drawn}\n```\n\n{table(('Error', 'Exit code', 'Meaning'), rows)}"


def error_classes(root: type[errors.TawthiqError] = errors.TawthiqError) -> Iterator[type[errors.TawthiqError]]:
    """The errors of the ground floor, root first, each before its children."""
    yield root
    for below in root.__subclasses__():
        if below.__module__ == errors.__name__:
            yield from error_classes(below)


def vocabularies_page() -> str:
    """Every shipped vocabulary with its version, codes, labels."""
    parts = ["# Vocabularies", "A code never changes its meaning; a new meaning is a new code under a new version."]
    for name in vocabulary.names():
        words = vocabulary.load(name)
        rows = [
            (f"`{term.code}`", *(term.label.get(language, "") for language in vocabulary.LANGUAGES), term.deprecated_by)
            for term in words.terms.values()
        ]
        head = ("Code", "English", "العربية", "Français", "Español", "Use instead")
        parts.append(f"## {name}@{words.version}\n\n{table(head, rows)}")
    return "\n\n".join(parts)


def fields_page() -> str:
    """What is recorded of each type of violation, in the order of its form."""
    from tawthiq.record.link.particulars.form import OF_TYPE, form

    parts = [
        "# Fields",
        "In the order of the form. `required` means a value, or `?` with a reason of vocabulary `unknown_reason`; a gap"
        " is a finding, never an error. A `claim` is somebody's number: it is kept beside what is counted here and"
        " never judged. A `derived` one was worked out of another, beside which it stands. A"
        " `guarded` field is in no figure, table or export of rows: an evidence package, which hands"
        " the record itself over, is the one place outside that holds it. The last column is the requirement that"
        " the field answers.",
    ]
    head = ("Field", "Of", "What it is", "Value", "Need", "Kept as", "Answers")
    for code in OF_TYPE:
        rows = [
            (
                f"`{spec.name}`",
                spec.level.value,
                spec.label(),
                " ".join(
                    part
                    for part in (spec.kind.value, f"`{spec.vocabulary}`" if spec.vocabulary else "", spec.unit)
                    if part
                ),
                spec.need.value,
                "claim" if spec.claim else "derived" if spec.derived else "guarded" if spec.guarded else "",
                str(spec.requirement),
            )
            for spec in form(code)
        ]
        parts.append(f"## `{code}`\n\n{table(head, rows)}")
    return "\n\n".join(parts)


def importers_page() -> str:
    """Every importer with the kinds of item it reads."""
    from tawthiq.record.collect.importers.registry import importers

    rows = [
        (f"`{one.name}`", str(one.version), ", ".join(sorted(one.kinds)), (type(one).__doc__ or "").strip())
        for one in importers()
    ]
    intro = "An importer reads one kind of file on arrival; it accounts for everything it finds there."
    found = table(("Importer", "Version", "Kinds", "What it does"), rows)
    return f"# Importers\n\n{intro}\n\n{found}\n\n{_registers()}"


def _registers() -> str:
    """Every kind of file that `tawthiq case import` reads."""
    from tawthiq.doors.cli.register_kind import SAYS

    kinds = table(("`--kind`", "What it is"), ((f"`{kind.value}`", what) for kind, what in SAYS.items()))
    return (
        f"## Registers\n\n`tawthiq case import` brings acts in, under the same rules whatever the file is.\n\n{kinds}"
    )


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; bars inside cells are escaped, line breaks become spaces."""
    titles = list(head)
    lines = [titles, ["---"] * len(titles), *(list(row) for row in rows)]
    return "\n".join(
        "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in line) + " |" for line in lines
    )


PAGES: dict[str, Callable[[], str]] = {
    "cli": cli_page,
    "settings": settings_page,
    "errors": errors_page,
    "vocabularies": vocabularies_page,
    "importers": importers_page,
    "fields": fields_page,
}


def main(folder: Path = FOLDER) -> None:
    """Writes the pages into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{folder / name}\n")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:2]))
