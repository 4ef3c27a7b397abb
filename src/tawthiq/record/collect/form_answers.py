"""The answers in one row of a form's sheet, as cells of the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tawthiq.record.collect.form_header import Header, Place
from tawthiq.record.collect.form_mapping import Question
from tawthiq.terms.errors import BadInput
from tawthiq.terms.folding import fold_name

_CHOSEN = {"1": True, "true": True, "y": True, "yes": True, "0": False, "false": False, "n": False, "no": False}


def answers(header: Header, row: Sequence[str]) -> dict[str, str]:
    """Column of the register -> text, our code where the mapping has one; an unknown choice stays as it was written,

    so that the rules of the register refuse it. Raises BadInput naming the question.
    """
    if any(row[len(header.names) :]):
        raise BadInput(
            "the row has more cells than the sheet has columns", where="row", do="check delimiters and quotes"
        )
    cells: dict[str, str] = {}
    for name, places in _by_question(header).items():
        question = places[0].question
        if told := _answer(question, places, row):
            for column in question.to:
                if cells.setdefault(column, told) != told:
                    raise BadInput(
                        "two questions tell one column different things", where=name, do=f"keep one answer for {column}"
                    )
    return cells


def as_told(header: Header, row: Sequence[str]) -> dict[str, str]:
    """The cells of the questions that the mapping reads, under their headers: what quarantine keeps of a row."""
    return {header.names[one.at]: row[one.at] for one in header.places if one.at < len(row) and row[one.at]}


def _by_question(header: Header) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in header.places:
        found.setdefault(place.question.name, []).append(place)
    return found


def _answer(question: Question, places: Sequence[Place], row: Sequence[str]) -> str:
    """One answer, from its cell or from the columns of its choices; raises BadInput when the two disagree."""
    cells = [(place, row[place.at]) for place in places if place.at < len(row) and row[place.at]]
    whole = [text for place, text in cells if not place.choice]
    split = [(place.choice, text) for place, text in cells if place.choice]
    chosen = [_coded(question, choice) for choice, text in split if _is_chosen(text, question.name)]
    apart = list(dict.fromkeys(code for code in chosen if code))
    if not whole:
        return ";".join(apart)
    told = list(_codes(question, whole[0]))
    if split and set(told) != set(apart):
        raise BadInput(
            "the cell and the columns of its choices differ", where=question.name, do="export the form again"
        )
    return ";".join(told)


def _is_chosen(text: str, where: str) -> bool:
    if text.casefold() not in _CHOSEN:
        raise BadInput("neither 0 nor 1 in the column of a choice", where=where, do="export the form again")
    return _CHOSEN[text.casefold()]


def _coded(question: Question, text: str) -> str:
    return question.choices.get(fold_name(text), text)


def _codes(question: Question, text: str) -> Iterator[str]:
    """Codes of the choices, each once; a choice that says nothing is left out."""
    if not question.many or fold_name(text) in question.choices:
        found = [_coded(question, text)]
    else:
        found = list(_taken_apart(question.choices, text.split()))
    yield from dict.fromkeys(code for code in found if code)


def _taken_apart(choices: Mapping[str, str], words: Sequence[str]) -> Iterator[str]:
    """Names or labels behind one another with spaces: the longest that is a choice goes first."""
    while words:
        ends = (n for n in range(len(words), 0, -1) if fold_name(" ".join(words[:n])) in choices)
        n_words = next(ends, 1)
        text = " ".join(words[:n_words])
        yield choices.get(fold_name(text), text)
        words = words[n_words:]
