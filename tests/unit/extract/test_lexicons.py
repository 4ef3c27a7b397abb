"""Every entry of every lexicon matches its example and not its counter-example; whatever a lexicon holds is read."""

import ast
from collections import defaultdict
from functools import cache
from importlib import resources
from itertools import permutations
from pathlib import Path

import pytest
import yaml

from tawthiq.record import extract
from tawthiq.record.extract.words.lexicon import LANGUAGES, Entry, Lexicon, load, parse
from tawthiq.record.extract.words.slots import Slot, slots_of
from tawthiq.record.extract.words.token import fold_word, spellings, tokens_of

ENTRIES = [(language, entry) for language in LANGUAGES for entry in load(language).entries]


def matches(entry: Entry, words: str) -> bool:
    alone = Lexicon("test", [entry], {})
    return bool(alone.scan(tokens_of(words)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_matched(language: str) -> None:
    missed = [
        (entry.section, entry.example)
        for own, entry in ENTRIES
        if own == language and not matches(entry, entry.example)
    ]
    assert missed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_counter_example_is_matched(language: str) -> None:
    caught = [
        (entry.section, entry.counter) for own, entry in ENTRIES if own == language and matches(entry, entry.counter)
    ]
    assert caught == []


def without_optional(row: tuple[Slot, ...]) -> list[tuple[Slot, ...]]:
    """Every row of slots that all stand, that this one is short for."""
    ways: list[tuple[Slot, ...]] = [()]
    for slot in row:
        ways = [(*way, slot) for way in ways] + (ways if slot.optional else [])
    return ways


def takes_all_of(wide: Slot, narrow: Slot) -> bool:
    if wide.gap or narrow.gap:
        return 0 < narrow.gap <= wide.gap
    if narrow.endings and not (set(narrow.endings) <= set(wide.endings) and wide.never <= narrow.never):
        return False
    known = (word in wide.words or word.startswith(wide.beginnings or " ") for word in narrow.words)
    return all(known) and all(word.startswith(wide.beginnings or " ") for word in narrow.beginnings)


def covers(wide: tuple[Slot, ...], narrow: tuple[Slot, ...]) -> bool:
    """Whatever the narrow row matches, the wide one matches at the same words."""
    return all(
        any(len(one) == len(way) and all(map(takes_all_of, one, way)) for one in without_optional(wide))
        for way in without_optional(narrow)
    )


@pytest.mark.parametrize(
    ("wide", "narrow", "covered"),
    [
        ("close on|to", "close to", True),
        ("abduct*", "abductor*|abducted", True),
        ("deprived of [their] liberty", "deprived of liberty", True),
        ("forced ~4 into trucks", "forced ~3 into trucks", True),
        ("forced ~3 into trucks", "forced ~4 into trucks", False),
        ("close to", "close on|to", False),
        ("in ruins", "lies in ruins", False),
    ],
)
def test_a_row_that_another_covers_is_told_from_one_of_its_own(wide: str, narrow: str, covered: bool) -> None:
    assert covers(slots_of(wide), slots_of(narrow)) is covered


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_row_is_covered_by_another_that_means_the_same(language: str) -> None:
    alike: dict[tuple[str, str, tuple[tuple[str, str], ...]], list[tuple[Entry, tuple[Slot, ...]]]] = defaultdict(list)
    for entry in load(language).entries:
        alike[entry.section, entry.code, tuple(sorted(entry.more.items()))] += [(entry, row) for row in entry.rows]
    caught = [
        (entry.section, entry.example, [sorted(slot.words or slot.beginnings)[:2] for slot in row])
        for rows in alike.values()
        for (entry, row), (_, other) in permutations(rows, 2)
        if covers(other, row)
    ]
    assert caught == []


@pytest.mark.parametrize("name", [*LANGUAGES, "shared"])
def test_no_word_stands_twice_in_a_table(name: str) -> None:
    written = resources.files(extract).joinpath(f"lexicons/{name}.yaml").read_text("utf-8")
    tables = yaml.load(written, Loader=yaml.BaseLoader)["data"]
    folded = {table: [fold_word(word) for word in words] for table, words in tables.items() if isinstance(words, list)}
    twice = {table: sorted({word for word in words if words.count(word) > 1}) for table, words in folded.items()}
    assert {table: words for table, words in twice.items() if words} == {}


ARTICLES_AND_PREPOSITIONS = [
    "determiners",
    "definite",
    "indefinite",
    "opening_articles",
    "one_articles",
    "possessives",
    "pronouns",
    "prepositions",
    "place_preps",
    "of_words",
    "from_words",
    "with_words",
    "by_words",
]


def small_words(language: str) -> frozenset[str]:
    data = load(language).data
    return frozenset(word for table in ARTICLES_AND_PREPOSITIONS for word in data.get(table, ()))


def is_small(slot: Slot, small: frozenset[str]) -> bool:
    """Only articles, pronouns, prepositions, signs."""
    whole = not (slot.beginnings or slot.endings or slot.gap)
    return whole and all(not word[0].isalpha() or any(form in small for form in spellings(word)) for word in slot.words)


def leaves_out_what_decides(row: tuple[Slot, ...], small: frozenset[str]) -> bool:
    """A row whose one word of content would match without the other that it names."""
    content = [slot for slot in row if not slot.gap and not is_small(slot, small)]
    return sum(not slot.optional for slot in content) < 2 and any(slot.optional for slot in content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_violation_told_by_one_word_has_no_other_word_of_content_that_may_be_absent(language: str) -> None:
    small = small_words(language)
    caught = [
        (entry.example, number)
        for own, entry in ENTRIES
        if own == language and entry.section == "violations"
        for number, row in enumerate(entry.rows)
        if leaves_out_what_decides(row, small)
    ]
    assert caught == []


@pytest.mark.parametrize(
    ("pattern", "leaves_out"), [("claimed [lives]", True), ("claimed [the] lives", False), ("of [the] lives", False)]
)
def test_a_word_that_decides_is_told_from_an_article(pattern: str, leaves_out: bool) -> None:
    assert leaves_out_what_decides(tuple(slots_of(pattern)), small_words("en")) is leaves_out


@cache
def named_by_the_rules() -> frozenset[str]:
    """Every string that the code of the rules writes out: the sections, tables, fields it asks for are among them."""
    code = [path.read_text("utf-8") for path in Path(extract.__file__).parent.rglob("*.py")]
    nodes = (node for text in code for node in ast.walk(ast.parse(text)))
    return frozenset(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_table_and_field_of_a_lexicon_is_read_by_the_rules(language: str) -> None:
    lexicon = load(language)
    sections = {entry.section for entry in lexicon.entries}
    fields = {field for entry in lexicon.entries for field in entry.more}
    assert sorted((sections | fields | set(lexicon.data)) - named_by_the_rules()) == []


def test_every_table_holds_something_in_some_language() -> None:
    tables = {name for language in LANGUAGES for name in load(language).data}
    filled = {name for language in LANGUAGES for name, words in load(language).data.items() if words}
    assert sorted(tables - filled) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_of_war_that_peace_uses_too_is_a_word_of_war(language: str) -> None:
    data = load(language).data
    assert data["words_of_peace_too"] < data["conflict_words"]


def test_no_rule_compares_a_token_with_a_word_of_a_language() -> None:
    """Letters and signs are grammar; words stand in the lexicons, where whoever knows the language finds them."""
    folder = Path(extract.__file__).parent
    found = [
        (path.name, word)
        for path in sorted(folder.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Compare) and _asks_a_form(node.left)
        for operator, right in zip(node.ops, node.comparators, strict=True)
        if isinstance(operator, ast.Eq | ast.NotEq) or not isinstance(right, ast.Constant)
        for word in _words_in(right)
    ]
    assert found == []


def _asks_a_form(left: ast.expr) -> bool:
    """`page.form(at)`, `token.form`: the word itself, no part of it."""
    asked = left.func if isinstance(left, ast.Call) else left
    return isinstance(asked, ast.Attribute) and asked.attr == "form"


def _words_in(right: ast.expr) -> list[str]:
    """Words written out as they are; a bare string behind "in" is a set of letters, a call's arguments name tables."""
    written = right.elts if isinstance(right, ast.Tuple | ast.List | ast.Set) else [right]
    texts = [one.value for one in written if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return [text for text in texts if len(text) > 1 and text.isalpha()]


def test_a_table_that_another_of_its_name_would_hide_is_refused() -> None:
    with pytest.raises(ValueError, match="'leads' stands twice below line 2"):
        parse("data:\n  leads: [a]\n  other: [b]\n  leads: [c]\n")
    assert parse("data:\n  leads: [no]\nentries:\n  leads: [on]\n") == {
        "data": {"leads": ["no"]},
        "entries": {"leads": ["on"]},
    }


def test_a_word_of_a_pattern_is_one_token_in_the_form_that_tokens_have() -> None:
    assert slots_of("Été|!Ôté|*rent")[0].words == {"ete"}
    with pytest.raises(ValueError, match="'so-called' is more than one token"):
        slots_of("so-called")
