"""Learned names: parties no registry knows, known by what one text does with their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tawthiq.record.extract.names.acronyms import covered, in_full, letters_at, spelled_out
from tawthiq.record.extract.names.capital_runs import capital_runs, tells_when
from tawthiq.record.extract.names.joined_names import is_joined_force, joined_names, shares_the_deed, under_one_head
from tawthiq.record.extract.names.names import NameFound
from tawthiq.record.extract.names.quoted_names import quoted_names
from tawthiq.record.extract.names.short_heads import low_short_forms
from tawthiq.record.extract.names.told_as_party import is_party
from tawthiq.record.extract.names.told_in_full import told_in_full
from tawthiq.record.extract.names.words import Words
from tawthiq.record.extract.words.token import NUMBER, WORD


def learned_names(words: Words, known: Sequence[NameFound], places: Sequence[NameFound]) -> list[NameFound]:
    """`known` with every mention of the names that the text shows to be parties, their short forms, their acronyms."""
    beside_letters = spelled_out(words)
    known = told_in_full(words, [*known, *quoted_names(words, known)], beside_letters)
    if not any(words.is_capital(at) for at in range(len(words.tokens))):
        return sorted(known, key=lambda name: name.first)
    known = [name for name in known if not _is_part_of_name(words, name)]
    taken = {token for name in known for token in range(name.first, name.last)}
    wheres = {(name.first, name.last) for name in places}
    spelled = [run for run in beside_letters if not taken & set(range(*run))]
    own = set(covered(spelled))
    runs = [run for run in under_one_head(words, [*capital_runs(words)]) if not (taken | own) & set(range(*run))]
    runs = [run for run in runs if not _is_spelled(words, run, spelled)]
    runs = sorted([*runs, *spelled, *_again(words, spelled, taken | own)])
    shown = {
        _forms(words, run): run
        for run in runs
        if run not in wheres
        and not any(_is_civil(words, at) for at in range(*run))
        and (
            is_party(words, run)
            or _is_numbered(words, run)
            or shares_the_deed(words, run)
            or is_joined_force(words, run)
            or (run in spelled and _has_head(words, run))
        )
    }
    shown = in_full(words, shown, spelled)
    unknown = [run for run in runs if run not in wheres]
    shown |= {_forms(words, run): run for run in joined_names(words, unknown, list(shown.values()))}
    found = [NameFound((), *run) for run in runs if _forms(words, run) in shown]
    taken |= {token for name in found for token in range(name.first, name.last)}
    shaped = {form: run for form, run in shown.items() if run[1] - run[0] > 1}
    taken |= {token for run in runs if run[1] - run[0] > 1 for token in range(*run)}
    found += _short_forms(words, {**shaped, **_headed(words, runs)}, taken)
    return sorted([*known, *found], key=lambda name: name.first)


def _is_part_of_name(words: Words, name: NameFound) -> bool:
    """ "Baz Twa Pòt" is not the Twa: one known word inside a longer name is none."""
    if name.last - name.first > 1:
        return False
    behind = words.is_capital(name.last) and not words.hit(name.last, "group_heads", "groups", "officials", "months")
    hyphened = words.form(name.last) == "-" and words.tokens[name.last].start == words.tokens[name.last - 1].end
    behind = behind or (hyphened and words.is_capital(name.last + 1))
    before = words.is_capital(name.first - 1) and not words.is_one_of(name.first - 1, "determiners")
    return behind or (before and words.form(name.first - 2) not in ("", "."))


def _is_civil(words: Words, at: int) -> bool:
    """ "The Red Cross", "the Child Protection Unit": bodies that bear no arms."""
    return words.is_one_of(at, "civil_words") or words.is_one_of(at, "civil_matters")


def _forms(words: Words, run: tuple[int, int]) -> tuple[str, ...]:
    return tuple(words.form(at) for at in range(*run))


def _is_spelled(words: Words, run: tuple[int, int], spelled: Sequence[tuple[int, int]]) -> bool:
    """ "The PAK", where "Popular Army of Kesh (PAK)" stands: no name of its own."""
    letters = (words.form(letters_at(words, end)) for _, end in spelled)
    return run[1] - run[0] == 1 and any(words.form(run[0]) == one for one in letters)


def _again(words: Words, spelled: Sequence[tuple[int, int]], taken: set[int]) -> Iterator[tuple[int, int]]:
    """The names spelled out once, wherever they stand again."""
    rows = {_forms(words, run) for run in spelled}
    for first in range(len(words.tokens)):
        for row in rows if words.is_capital(first) and first not in taken else ():
            if _forms(words, (first, min(first + len(row), len(words.tokens)))) == row:
                yield first, first + len(row)


def _has_head(words: Words, run: tuple[int, int]) -> bool:
    """A word for a fighting body stands at its place: in front; where heads come last, anywhere."""
    at = range(*run) if words.lexicon.heads_last else range(run[0], run[0] + 1)
    return any(words.hit(here, "group_heads") is not None for here in at)


def _is_numbered(words: Words, run: tuple[int, int]) -> bool:
    """ "Columna 9 de Abril", "Frente 14 de Julio": a head of groups that bears a day or a number."""
    numbered = any(words.tokens[at].sort == NUMBER for at in range(*run))
    return numbered and words.hit(run[0], "group_heads") is not None


def _headed(words: Words, runs: Sequence[tuple[int, int]]) -> dict[tuple[str, ...], tuple[int, int]]:
    """Names that a word such as Front, Brigade marks as those of parties."""
    return {
        _forms(words, run): run
        for run in runs
        if run[1] - run[0] > 1
        and any(words.hit(at, "group_heads") for at in range(*run))
        and not any(words.is_one_of(at, "civil_matters") for at in range(*run))
    }


def _head_of(words: Words, run: tuple[int, int]) -> int:
    """The Guard of "Harbour Guard", the League of "League of Free Valleys"."""
    of = next((at for at in range(run[0] + 1, run[1]) if words.is_one_of(at, "of_words")), run[1])
    return of - 1


def _short_forms(
    words: Words, names: Mapping[tuple[str, ...], tuple[int, int]], taken: set[int]
) -> Iterator[NameFound]:
    """ "The Guard" of the Harbour Guard, "la Légion" of the Légion de l'Aube, the letters behind a name in brackets."""
    short: dict[str, str] = {}
    for run in names.values():
        whole = words.text[words.tokens[run[0]].start : words.tokens[run[1] - 1].end]
        end = _head_of(words, run) if words.lexicon.heads_last else run[0]
        if words.hit(end, "group_heads") or words.is_one_of(end, "bodies_of_arms"):
            short.setdefault(words.form(end), whole)
        letters = letters_at(words, run[1])
        if words.form(letters + 1) in (")", ",") and words.is_capital(letters):
            short[words.form(letters)] = whole
        if words.form(run[0] - 1) == "(" and words.form(run[1]) == ")" and words.is_capital(run[0] - 2):
            written = words.text[words.tokens[run[0] - 2].start : words.tokens[run[0] - 2].end]
            short[words.form(run[0] - 2)] = written
    for run in _low_names(words):
        short.setdefault(words.form(run[0]), words.text[words.tokens[run[0]].start : words.tokens[run[1] - 1].end])
    spans = {token for run in names.values() for token in range(*run)}
    sorts = {words.form(run[0]): _first_told(words, run) for run in names.values() if words.hit(run[0], "groups")}
    yield from low_short_forms(words, short, spans | taken)
    for at in range(len(words.tokens)):
        alone = not words.is_capital(at - 1) or words.is_one_of(at - 1, "determiners") or tells_when(words, at - 1)
        if words.is_capital(at) and at not in taken and at not in spans and words.form(at) in short and alone:
            written = words.text[words.tokens[at].start : words.tokens[at].end]
            longer = bool(_low_end(words, at))
            if (
                not longer
                and at >= sorts.get(words.form(at), 0)
                and not words.is_capital(at + 1)
                and (written.isupper() or words.is_one_of(at - 1, "determiners"))
            ):
                yield NameFound((), at, at + 1, short[words.form(at)])


def _first_told(words: Words, run: tuple[int, int]) -> int:
    """Where the name stands first: "el Ejército" in front of the first "Ejército Arakan" is the state's."""
    row = _forms(words, run)
    return next((at for at in range(run[0]) if _forms(words, (at, at + len(row))) == row), run[0])


def _low_names(words: Words) -> Iterator[tuple[int, int]]:
    """ "La Brigade des sables", "la Garde nationale": a head with a capital, the rest of the name without."""
    if not words.lexicon.data.get("low_names"):
        return
    for at in range(1, len(words.tokens) - 1):
        if words.is_capital(at) and words.is_one_of(at - 1, "determiners") and (end := _low_end(words, at)):
            yield from () if any(words.is_one_of(here, "civil_words") for here in range(at, end)) else [(at, end)]


def _opens_deed(words: Words, at: int) -> bool:
    """ "Acusó al Ejército de emplear a niños", "de unas 40 muertes": of what it is accused, no part of its name."""
    endings = tuple(words.lexicon.data.get("infinitive_endings", ()))
    infinitive = bool(endings) and words.form(at).endswith(endings) and words.is_one_of(at - 1, "infinitive_leads")
    return infinitive or words.is_one_of(at, "indefinite")


def _low_end(words: Words, at: int) -> int:
    """Where the name ends that the head at the token begins; 0 where nothing in small letters goes on with it."""
    if not words.lexicon.data.get("low_names") or words.hit(at, "group_heads") is None:
        return 0
    end = at + 1
    while words.is_one_of(end, "of_words") or (end > at + 1 and words.is_one_of(end, "determiners")):
        end += 1
    linked = end > at + 1 and words.hit(end, "dates", "units", "groups") is None and not _opens_deed(words, end)
    adjective = words.form(end).endswith(tuple(words.lexicon.data.get("nation_endings", ())) or ("\0",))
    word = end < len(words.tokens) and words.tokens[end].sort == WORD and not words.is_one_of(end, "finite")
    return end + 1 if word and (linked or adjective) else 0
