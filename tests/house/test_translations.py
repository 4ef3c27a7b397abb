"""Every sentence that the desk says in English it can say in Arabic, from a catalogue compiled as it is written."""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.utils.translation.template import templatize

from house.source import SRC, modules, tree

LOCALE = SRC / "doors" / "locale"
LANGUAGES = ("ar",)
LITERAL = r"""u?"(?:\\.|[^"\\])*"|u?'(?:\\.|[^'\\])*'"""
CALL = re.compile(rf"\b(n?p?gettext|_)\(\s*({LITERAL})(?:\s*,\s*({LITERAL}))?(?:\s*,\s*({LITERAL}))?")
GETTEXT = re.compile(r"(_|n?p?gettext)(_lazy|_noop)?")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
COUNTS = (0, 1, 2, 3, 11, 100)
"""One number for each of the six Arabic plural forms."""


@dataclass(frozen=True)
class Said:
    """A sentence of the source: its English, plural and context where it has them."""

    text: str
    plural: str = ""
    context: str = ""


def said(function: str, words: list[str]) -> Said:
    """The sentence of a call of the gettext family."""
    context = words.pop(0) if "p" in function.removesuffix("gettext") else ""
    return Said(words[0], words[1] if function.startswith("n") else "", context)


def in_template(source: str) -> Iterator[Said]:
    """Sentences of one template."""
    for function, *literals in CALL.findall(templatize(source)):
        yield said(function, [ast.literal_eval(one) for one in literals if one])


def in_module(path: Path) -> Iterator[Said]:
    """Sentences of one module that are written out where they are said."""
    for node in ast.walk(tree(path)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and (found := GETTEXT.fullmatch(node.func.id))
        ):
            words = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if words:
                yield said(found[1], words)


def all_said() -> set[Said]:
    """Every sentence of the project."""
    pages = [path for path in SRC.rglob("*.html") if "vendor" not in path.parts]
    found = {one for path in pages for one in in_template(path.read_text(encoding="utf-8"))}
    return found | {one for path in modules() for one in in_module(path)}


class Absent(gettext.NullTranslations):
    """Behind a catalogue: answers nothing, so that a sentence missing there shows."""

    def gettext(self, message: str) -> str:
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return ""

    def pgettext(self, context: str, message: str) -> str:
        return ""

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return ""


def catalogue(language: str) -> gettext.GNUTranslations:
    """The compiled catalogue."""
    with (LOCALE / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        found = gettext.GNUTranslations(file)
    found.add_fallback(Absent())
    return found


def spoken(words: gettext.NullTranslations, one: Said) -> list[str]:
    """What the catalogue says for a sentence, in each plural form it needs."""
    if one.plural and one.context:
        return [words.npgettext(one.context, one.text, one.plural, n) for n in COUNTS]
    if one.plural:
        return [words.ngettext(one.text, one.plural, n) for n in COUNTS]
    return [words.pgettext(one.context, one.text) if one.context else words.gettext(one.text)]


def entries(po: str) -> Iterator[tuple[dict[str, str], bool]]:
    """(keyword -> text, fuzzy) of each entry of a catalogue as it is written."""
    for block in re.split(r"\n\s*\n", po):
        fields: dict[str, str] = {}
        keyword = ""
        for line in block.splitlines():
            if found := re.match(r'(msg\w+(?:\[\d\])?)?\s*"(.*)"$', line.strip()):
                keyword = found[1] or keyword
                fields[keyword] = fields.get(keyword, "") + ast.literal_eval(f'"{found[2]}"')
        if fields.get("msgid"):
            yield fields, bool(re.search(r"^#,.*fuzzy", block, re.MULTILINE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated(language: str) -> None:
    words = catalogue(language) if all_said() else gettext.NullTranslations()
    missing = [one.text for one in all_said() if not all(spoken(words, one))]
    assert sorted(missing) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_places_where_values_go(language: str) -> None:
    words = catalogue(language) if all_said() else gettext.NullTranslations()
    simple = [one for one in all_said() if not one.plural]
    lost = [one.text for one in simple for text in spoken(words, one) if text and places(text) != places(one.text)]
    assert lost == []


def places(text: str) -> set[str]:
    """The places of a sentence where values go."""
    return set(PLACEHOLDER.findall(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_the_written_one(language: str) -> None:
    po = LOCALE / language / "LC_MESSAGES" / "django.po"
    if not all_said():
        assert not po.exists()
        return
    words = catalogue(language)
    for fields, fuzzy in entries(po.read_text(encoding="utf-8")):
        assert not fuzzy, fields["msgid"]
        one = Said(fields["msgid"], fields.get("msgid_plural", ""), fields.get("msgctxt", ""))
        written = [text for keyword, text in fields.items() if keyword.startswith("msgstr")]
        assert set(spoken(words, one)) <= set(written), one.text
        assert all(written), one.text


def test_these_checks_hear_what_is_said(tmp_path: Path) -> None:
    counted = "{% blocktranslate count n=n %}{{ n }} item{% plural %}{{ n }} items{% endblocktranslate %}"
    page = '{% load i18n %}{% translate "One" %}' + counted
    assert set(in_template(page)) == {Said("One"), Said("%(n)s item", "%(n)s items")}
    module = tmp_path / "spoken.py"
    module.write_text('_("Two")\npgettext_lazy("menu", "Open")\nngettext("a day", "%(n)s days", n)\n')
    assert set(in_module(module)) == {Said("Two"), Said("Open", "", "menu"), Said("a day", "%(n)s days")}
    written = '#, fuzzy\nmsgid "One"\nmsgstr ""\n"واحد"\n\nmsgid "Two"\nmsgstr "اثنان"\n'
    assert [(fields["msgstr"], fuzzy) for fields, fuzzy in entries(written)] == [("واحد", True), ("اثنان", False)]
