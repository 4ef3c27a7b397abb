"""Lexicons: the words of one language that the rules look for, read from its data file.

An entry matches a row of slots; ` / ` parts whole rows; `خطف+` is every form of a verb that `data` lists. Every entry
carries an example that it matches, a counter-example that it does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, ClassVar

import yaml
from yaml.constructor import SafeConstructor

from tawthiq.record.extract.words.conjugated import by_perfect, conjugated, spelled_out
from tawthiq.record.extract.words.slots import PREFIX_CHARS, Slot, match, slots_of
from tawthiq.record.extract.words.token import COMMAS, NUMBER, Token, fold_word, spellings
from tawthiq.terms.vocabulary import LOADER

LANGUAGES = ("en", "fr", "es", "ar")
_SIDE_BY_SIDE = ("violations", "deeds", "targets", "idioms")
"""Sections whose entries of different meaning may share words: attacks on schools and hospitals are both."""
_IDIOMS = "idioms"
_COUNTED = ("units", "singles")
_SHARED, _MONTHS = "shared", "months"


@dataclass(frozen=True, slots=True)
class Entry:
    """`section` it stands in, `code` it means, `rows` of slots it matches; `more`: other fields of the data file."""

    section: str
    code: str
    rows: tuple[tuple[Slot, ...], ...]
    more: Mapping[str, str]
    example: str
    counter: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found on tokens `first` to `last` (exclusive)."""

    entry: Entry
    first: int
    last: int

    @property
    def code(self) -> str:
        """What the entry means."""
        return self.entry.code

    @property
    def affirms(self) -> bool:
        """True for an idiom whose word of denial denies nothing: "not only", "without doubt"."""
        return self.entry.more.get("affirms") == "yes"


_Row = tuple[Entry, tuple[Slot, ...]]
_MOST_SEEN = 50_000


class Lexicon:
    """All entries of a language. `data`: small tables beside the entries (months, numbers, abbreviations); `lists`: the
    words of each of them that has some.
    `heads_last`: what describes a noun or names it stands in front of it, "the Harbour Guard", not behind."""

    def __init__(self, language: str, entries: Iterable[Entry], data: Mapping[str, Any]) -> None:
        self.language = language
        self.entries = tuple(entries)
        self.data = data
        self.lists = {name: frozenset(table) for name, table in data.items() if isinstance(table, (Set, Mapping))}
        self._by_word: dict[str, list[_Row]] = {}
        self._by_beginning: dict[str, list[_Row]] = {}
        self._by_ending: dict[str, list[_Row]] = {}
        self._seen: dict[str, Sequence[_Row]] = {}
        self._endings: dict[str, tuple[str, ...]] = {}
        self.number_words = _words(data, "units", "units_before_ten", "scales", "ordinals")
        self.heads_last = "heads_last" in data
        self.month_words = frozenset(name.split()[0] for name in data.get("months", {}))
        for entry in self.entries:
            for row in entry.rows:
                self._index(entry, row)

    def endings(self, table: str) -> tuple[str, ...]:
        """Endings with their accents, which a list of words would lose; none where the language has no such table."""
        if table not in self._endings:
            self._endings[table] = tuple(str(self.data.get(table, "")).split())
        return self._endings[table]

    def scan(self, tokens: Sequence[Token]) -> list[Hit]:
        """Every hit, in text order; of one section the longest at each token, none inside another."""
        hits: list[Hit] = []
        until: dict[str, int] = {}
        for index, token in enumerate(tokens):
            if token.sort == NUMBER:
                continue
            for hit in sorted(
                _without_affirmed(self._at(tokens, index, token)), key=lambda found: found.first - found.last
            ):
                kind = hit.code if hit.entry.section in _SIDE_BY_SIDE else ""
                if until.get(hit.entry.section + kind, 0) <= index:
                    hits.append(hit)
                    until[hit.entry.section + kind] = hit.last
        return _without_idioms(hits, tokens, victims_follow="verb_first" not in self.data)

    def _at(self, tokens: Sequence[Token], index: int, token: Token) -> list[Hit]:
        found: dict[int, Hit] = {}
        for entry, row in self._candidates(token.form):
            last = match(row, tokens, index)
            if last > index and (id(entry) not in found or last > found[id(entry)].last):
                found[id(entry)] = Hit(entry, index, last)
        return list(found.values())

    def _candidates(self, form: str) -> Sequence[_Row]:
        """The rows that a word may begin; what was looked up is kept, up to a size."""
        known = self._seen.get(form)
        if known is None:
            if len(self._seen) > _MOST_SEEN:
                self._seen.clear()
            known = self._seen[form] = self._look_up(form)
        return known

    def _look_up(self, form: str) -> Sequence[_Row]:
        rows: dict[int, _Row] = {}
        for other in spellings(form):
            for pair in (*self._by_word.get(other, ()), *self._by_beginning.get(other[:PREFIX_CHARS], ())):
                rows[id(pair[1])] = pair
        for pair in self._by_ending.get(form[-PREFIX_CHARS:], ()):
            rows[id(pair[1])] = pair
        return tuple(rows.values())

    def _index(self, entry: Entry, row: tuple[Slot, ...]) -> None:
        for slot in row:
            for word in slot.words:
                self._by_word.setdefault(word, []).append((entry, row))
            for beginning in slot.beginnings:
                self._by_beginning.setdefault(beginning[:PREFIX_CHARS], []).append((entry, row))
            for ending in slot.endings:
                self._by_ending.setdefault(ending[-PREFIX_CHARS:], []).append((entry, row))
            if not slot.optional:
                return


def _without_affirmed(hits: list[Hit]) -> list[Hit]:
    """Hits of one token but those of the sections whose denial an idiom there takes back, however long: "no fewer than
    ten were verified" limits nothing."""
    affirmed = {hit.code for hit in hits if hit.entry.section == _IDIOMS and hit.affirms}
    return [hit for hit in hits if hit.entry.section not in affirmed]


def _without_idioms(hits: list[Hit], tokens: Sequence[Token], *, victims_follow: bool) -> list[Hit]:
    """Hits but those that an idiom takes the meaning from: "carried out" carries nobody off. An idiom's code names the
    section, or the code, that it clears; a longer hit that holds the whole idiom knew its words, and stays. So does one
    whose children stand behind it within the idiom: "beat two boys of the team"; `victims_follow` where no verb
    stands first."""
    idioms = [hit for hit in hits if hit.entry.section == _IDIOMS and not _holds_comma(hit, tokens)]
    if not idioms:
        return hits
    cleared = {(idiom.code, at): idiom for idiom in idioms for at in range(idiom.first, idiom.last)}
    victims = [hit for hit in hits if victims_follow and _is_child(hit) and not _owns(hit, tokens)]
    return [hit for hit in hits if hit.entry.section == _IDIOMS or not _is_cleared(hit, cleared, victims)]


def _holds_comma(idiom: Hit, tokens: Sequence[Token]) -> bool:
    """ "Soldiers beat boys, a team of medics said": no idiom goes past a comma."""
    return any(tokens[at].form in COMMAS for at in range(idiom.first + 1, idiom.last - 1))


def _is_child(hit: Hit) -> bool:
    return hit.entry.section in _COUNTED and hit.code == "child"


def _owns(hit: Hit, tokens: Sequence[Token]) -> bool:
    """ "Violated the children's rights": what is theirs, not they."""
    return hit.last < len(tokens) and tokens[hit.last].form == "'"


def _is_cleared(hit: Hit, cleared: Mapping[tuple[str, int], Hit], victims: Sequence[Hit]) -> bool:
    names = (hit.entry.section, hit.code)
    over = [cleared[name, at] for name in names for at in range(hit.first, hit.last) if (name, at) in cleared]
    return any(
        not (hit.first <= idiom.first and idiom.last <= hit.last and _size(hit) > _size(idiom))
        and not any(hit.last <= victim.first and victim.last < idiom.last - 1 for victim in victims)
        for idiom in over
    )


def _size(hit: Hit) -> int:
    return hit.last - hit.first


def _words(data: Mapping[str, Any], *tables: str) -> frozenset[str]:
    return frozenset(word for table in tables for word in data.get(table, {}))


class _Words(SafeConstructor):
    """YAML in which "no", "on", "yes" are words: lexicons are full of them; a name that stands twice is refused."""

    yaml_constructors: ClassVar[dict[str | None, Any]] = {
        **SafeConstructor.yaml_constructors,
        "tag:yaml.org,2002:bool": SafeConstructor.construct_yaml_str,
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        read = super().construct_mapping(node, deep=deep)
        if len(read) < len(node.value):
            names = Counter(key.value for key, _ in node.value)
            raise ValueError(f"{names.most_common(1)[0][0]!r} stands twice below line {node.start_mark.line + 1}")
        return read


@cache
def load(language: str) -> Lexicon:
    """The lexicon of a language; an unknown one ("und") gets an empty lexicon, so nothing is read into it."""
    if language not in LANGUAGES:
        return Lexicon(language, (), {})
    raw, shared = _read(language), _read(_SHARED)["data"]
    verbs = _verb_forms(raw["data"])
    entries = [_entry(section, row, verbs) for section, rows in raw["entries"].items() for row in rows]
    data = {**raw["data"], **{name: [*words, *raw["data"].get(name, ())] for name, words in shared.items()}}
    data = _with_verbs(data)
    folded = {name: _folded(table) for name, table in data.items()}
    return Lexicon(language, entries, {**folded, "months": months(language)})


@cache
def months(language: str) -> Mapping[str, int]:
    """The names of the months, folded, with their numbers; read without the rest of the lexicon."""
    return MappingProxyType(_folded(_read(_MONTHS)[language]))


def _with_verbs(data: Mapping[str, Any]) -> dict[str, Any]:
    """The finite words of a language with all forms of the verbs that it lists by their two stems, but for those that
    are spelled as its nouns are: "أصابه" as "إصابة", "نصف" as the half."""
    listed = {name: table for name, table in data.items() if name not in ("verbs", "verb_affixes")}
    if "verbs" in data:
        nouns = _folded(data["not_verbs"])
        forms = conjugated(data["verbs"], data["verb_affixes"])
        listed["finite"] = [*data["finite"], *(form for form in forms if fold_word(form) not in nouns)]
        listed["bare_perfects"] = [verb.split()[0][1:] for verb in data["verbs"] if verb.startswith("-")]
    return listed


def _verb_forms(data: Mapping[str, Any]) -> Mapping[str, Set[str]]:
    """What "خطف+" stands for in a row; nothing where the verbs of a language have no such affixes."""
    if "persons" not in data.get("verb_affixes", {}):
        return {}
    nouns = _folded(data["not_verbs"])
    every = by_perfect(data["verbs"], data["verb_affixes"])
    return {verb: {form for form in forms if fold_word(form) not in nouns} for verb, forms in every.items()}


def _read(name: str) -> Mapping[str, Any]:
    words = resources.files("tawthiq.record.extract").joinpath(f"lexicons/{name}.yaml").read_text("utf-8")
    return parse(words)


def parse(words: str) -> Mapping[str, Any]:
    """The tables of a data file. Raises ValueError where one name stands twice: the second would hide the first."""
    read: Mapping[str, Any] = _Words().construct_document(yaml.compose(words, Loader=LOADER))
    return read


def _folded(table: object) -> Any:  # lists, tables of numbers, single flags
    """Words of a table in the form in which tokens are compared."""
    if isinstance(table, list):
        return frozenset(fold_word(str(word)) for word in table)
    if isinstance(table, dict):
        return {fold_word(str(word)): value for word, value in table.items()}
    return table


def _entry(section: str, row: Mapping[str, Any], verbs: Mapping[str, Set[str]]) -> Entry:
    known = ("match", "is", "example", "counter")
    more = {key: str(value) for key, value in row.items() if key not in known}
    return Entry(
        section,
        str(row["is"]),
        tuple(slots_of(part) for part in spelled_out(str(row["match"]), verbs).split(" / ")),
        more,
        row["example"],
        row["counter"],
    )
