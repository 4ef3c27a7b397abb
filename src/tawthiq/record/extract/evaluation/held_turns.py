"""Whose turn it is: who speaks a sentence of an interview, a news conference, a speech, a recording in a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tawthiq.record.extract.evaluation.held_shapes import AUTHORITIES

_TURN = re.compile(r"^(?:\[ (?:text|begin recording|passage [^\]]*|question) \] )*\[ ([a-z' ]{3,40}) \]")
_NOBODY = re.compile(r"continued|indistinct|as heard|recording")
_ENDED = re.compile(r"^\[ end recording \]")
_ENDS = "end recording"
_SPEECH = re.compile(r"speech|address")


def by_authorities(sentences: Sequence[str], voice: str) -> Iterator[bool]:
    """For each sentence, in lower case: whether an authority has the floor. `voice`: the line that says who speaks."""
    heading = voice.casefold()
    everything = " ".join([*sentences, heading])
    official = bool(_SPEECH.search(heading) and re.search(rf"\b{AUTHORITIES}\b", heading))
    for words in sentences:
        turn = _TURN.search(words)
        if turn and not _NOBODY.search(turn[1]):
            official = _is_official(turn[1].split()[-1], everything)
        official = official and not _ENDED.search(words)
        yield official
        official = official and _ENDS not in words


def _is_official(name: str, text: str) -> bool:
    """True when the text anywhere gives the name an office: "colonel ruben sel", "sel, the defense minister"."""
    last = re.escape(name)
    before = rf"\b{AUTHORITIES}\b\S*(?: (?!(?:and|that|by|in|on|of|for|the|to|has|said)\b)[a-z'.-]+){{0,4}} {last}\b"
    after = rf"\b{last} , (?:[^,;]{{0,25}} )?\b{AUTHORITIES}\b"
    return bool(re.search(rf"{before}|{after}", text))
