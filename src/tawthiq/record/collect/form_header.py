"""The header of a form's sheet: which column answers which question, which are the server's, which mean nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from tawthiq.record.collect.form_mapping import FormMapping, Question
from tawthiq.terms.errors import BadInput
from tawthiq.terms.folding import fold_name

UUID = ("_uuid", "KEY", "meta/instanceID")
INDEX = ("_index",)
PARENT_INDEX = ("_parent_index",)
PARENT_TABLE = ("_parent_table_name",)
PARENT_UUID = ("_submission__uuid", "PARENT_KEY")
"""What KoboToolbox, then ODK, call the joints between sheets."""

_SERVER = frozenset(
    {"__version__", "_attachments", "_geolocation", "_id", "_index", "_notes", "_parent_index"}
    | {"_parent_table_name", "_status", "_submission_time", "_submitted_by", "_tags", "_uuid"}
    | {"_validation_status", "_version_", "attachmentsexpected", "attachmentspresent", "audit"}
    | {"deviceid", "edits", "end", "formhub/uuid", "formversion", "instanceid", "instancename", "key"}
    | {"meta/deprecatedid", "meta/instanceid", "meta/instancename", "meta/rootuuid", "parent_key"}
    | {"phonenumber", "reviewstate", "simserial", "start", "submissiondate", "submitterid"}
    | {"submittername", "subscriberid", "today", "username"}
)
_USED = frozenset((*UUID, *INDEX, *PARENT_INDEX, *PARENT_TABLE, *PARENT_UUID))
_JOINT = re.compile(r"[/.:-]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question is answered. `choice`: of a column that holds 0 or 1 for one choice, else empty."""

    at: int
    question: Question
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """`ignored`: listed, since they mean nothing here; `strange`: those that the mapping does not know either."""

    names: tuple[str, ...]
    places: tuple[Place, ...]
    ignored: tuple[str, ...]
    strange: tuple[str, ...]

    def joint(self, called: tuple[str, ...]) -> int | None:
        """The column of a joint between sheets, None when there is none."""
        return next((self.names.index(name) for name in called if name in self.names), None)

    @property
    def questions(self) -> frozenset[str]:
        """Names of the questions that it answers."""
        return frozenset(place.question.name for place in self.places)


def read_header(names: tuple[str, ...], mapping: FormMapping, sheet: str) -> Header:
    """What each column is; raises BadInput when two columns answer one question."""
    asked = _Asked(mapping)
    places: list[Place] = []
    ignored: list[str] = []
    strange: list[str] = []
    for at, name in enumerate(names):
        if place := asked.place(at, name):
            places.append(place)
        elif name and name not in _USED:
            ignored.append(name)
            if not asked.left_aside(name):
                strange.append(name)
    _check_once(places, sheet)
    return Header(names, tuple(places), tuple(ignored), tuple(strange))


def _check_once(places: list[Place], sheet: str) -> None:
    whole = [place.question.name for place in places if not place.choice]
    if twice := sorted({name for name in whole if whole.count(name) > 1}):
        where = f"sheet {sheet}, question {twice[0]}" if sheet else f"question {twice[0]}"
        raise BadInput(
            "two columns answer one question", where=where, do="write its path, group/question, in the mapping"
        )


class _Asked:
    """The questions of a mapping by name and by label."""

    def __init__(self, mapping: FormMapping) -> None:
        self._named = {one.name.casefold(): one for one in mapping.questions}
        self._labelled = {fold_name(label): one for one in mapping.questions for label in one.labels}
        self._ignored = mapping.ignored

    def place(self, at: int, name: str) -> Place | None:
        if whole := self._exactly(name):
            return Place(at, whole)
        for left, choice in _parted(name):
            found = self._exactly(left) or self._by_tail(left)
            if found and found.many:
                return Place(at, found, choice)
        tail = self._by_tail(name)
        return Place(at, tail) if tail else None

    def left_aside(self, name: str) -> bool:
        """True for a column that the server writes, or that the mapping says to ignore."""
        if name.casefold() in _SERVER or name.casefold().startswith(("_submission_", "set-of-")):
            return True
        return any(fold_name(part) in self._ignored for part in (name, *chain(*_parted(name))))

    def _exactly(self, name: str) -> Question | None:
        return self._named.get(name.casefold()) or self._labelled.get(fold_name(name))

    def _by_tail(self, path: str) -> Question | None:
        tails = (self._named.get(right.casefold()) for _, right in _parted(path))
        return next((one for one in tails if one), None)


def _parted(path: str) -> Iterator[tuple[str, str]]:
    """The path taken apart at each joint, the last first."""
    for joint in reversed(list(_JOINT.finditer(path))):
        yield path[: joint.start()], path[joint.end() :]
