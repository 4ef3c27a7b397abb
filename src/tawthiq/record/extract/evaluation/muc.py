"""MUC-4: how surely a text holds an organisation responsible, scored when its folder is given (it is never shipped)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tawthiq.record.extract.evaluation.held_responsible import Confidence, confidence_of
from tawthiq.record.extract.evaluation.score import Tally
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.terms.errors import NotFound

DEV_SETS = ("dev", "tst1", "tst2")
TEST_SETS = ("tst3", "tst4")
_MESSAGE = re.compile(r"^((?:DEV|TST\d)-MUC[34]-\d{4})\b.*$", re.M)
_SLOT = re.compile(r"^ ?(\d+)\. +[A-Z ]+: [A-Z ]+? {2,}(.*(?:\n {6,}.*)*)", re.M)
_NAME = r"\"((?:[^\"\\]|\\.)+)\""
_VALUE = re.compile(rf"\??\s*([A-Z ]+?): *{_NAME}(?:\s*/\s*{_NAME})?(?:\s*/\s*{_NAME})?")
_DATELINE = re.compile(r"^.{0,400}?\](?:(?:\s*\[[^\]]*\])*?\s*\[(?:TEXT|EXCERPTS?)\])?\s*(?:--)?", re.S)
_WRAPPED = re.compile(r"(?<=\S)[ \t]*\n[ \t]*(?=\S)")


@dataclass(frozen=True, slots=True)
class Message:
    """`voice`: the line above the text, with its place, date and station."""

    text: str
    voice: str


@dataclass(frozen=True, slots=True)
class Case:
    """One organisation that the key of a message holds responsible. `names`: its spellings there."""

    message: str
    names: tuple[str, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class MucScore:
    """`classes`: right, given, wanted by class; `fact_for_possible`: share of POSSIBLE that was read as fact."""

    classes: Mapping[Confidence, Tally]
    n_cases: int
    accuracy: float
    always_fact: float
    fact_for_possible: float

    @property
    def macro_f1(self) -> float:
        """Mean of the classes' F1, of those that the keys use."""
        used = [tally for tally in self.classes.values() if tally.wanted]
        return sum(tally.f1 for tally in used) / len(used) if used else 0.0


def run(folder: Path, sets: Sequence[str] = TEST_SETS, rules: Rules | None = None) -> MucScore:
    """Reads TASK/CORPORA under the folder; raises NotFound when it is another folder."""
    reader = rules or Rules()
    pairs: list[tuple[Confidence, Confidence]] = []
    for message, cases in read_folder(folder, sets):
        page = reader.page(document_of_text("itm_muc", message.text, None, "en"))
        pairs += [(case.confidence, confidence_of(page, case.names, message.voice)) for case in cases]
    return _score(pairs)


def read_folder(folder: Path, sets: Sequence[str]) -> Iterator[tuple[Message, list[Case]]]:
    """(message, its organisations with a confidence) of each message of the sets that has any."""
    root = next((path for path in sorted(folder.rglob("CORPORA")) if path.is_dir()), None)
    if root is None:
        raise NotFound("no MUC-4 corpora there", where="TASK/CORPORA", do="give the folder the archive was unpacked to")
    for name in sets:
        files = [path for path in sorted((root / name).iterdir()) if not path.name.startswith(".")]
        keys = "\n".join(path.read_text("latin-1") for path in files if path.name.startswith("key"))
        texts: dict[str, Message] = {}
        for path in files:
            if "muc" in path.name and not path.name.startswith(("key", "text")) and "mixed" not in path.name:
                texts.update(_messages(path.read_text("latin-1")))
        by_message: dict[str, list[Case]] = {}
        for case in cases_of(keys):
            by_message.setdefault(case.message, []).append(case)
        for message, cases in sorted(by_message.items()):
            if message in texts:
                yield texts[message], cases


def _messages(raw: str) -> Iterator[tuple[str, Message]]:
    marks = list(_MESSAGE.finditer(raw))
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        whole = raw[mark.end() : after.start() if after else len(raw)]
        dateline = _DATELINE.match(whole)
        end = dateline.end() if dateline else 0
        yield mark[1], Message(_WRAPPED.sub(" ", whole[end:].strip()), " ".join(whole[:end].split()))


def cases_of(keys: str) -> Iterator[Case]:
    """The organisations of a file of keys, each message and name once."""
    message = ""
    seen: set[tuple[str, str]] = set()
    for slot in _SLOT.finditer(keys):
        if slot[1] == "0":
            message = slot[2].split()[0]
        if slot[1] != "11":
            continue
        for value in _VALUE.finditer(slot[2]):
            names = tuple(name.replace('\\"', "").strip() for name in value.groups()[1:] if name)
            told = value[1].strip()
            if told in {one.value for one in Confidence} and (message, names[0]) not in seen:
                seen.add((message, names[0]))
                yield Case(message, names, Confidence(told))


def _score(pairs: Sequence[tuple[Confidence, Confidence]]) -> MucScore:
    classes = {
        one: Tally(
            sum(want is one and give is one for want, give in pairs),
            sum(give is one for _, give in pairs),
            sum(want is one for want, _ in pairs),
        )
        for one in Confidence
    }
    total = len(pairs) or 1
    possible = [give for want, give in pairs if want is Confidence.POSSIBLE]
    return MucScore(
        classes,
        len(pairs),
        sum(want is give for want, give in pairs) / total,
        classes[Confidence.FACT].wanted / total,
        sum(give is Confidence.FACT for give in possible) / (len(possible) or 1),
    )
