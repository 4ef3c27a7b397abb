"""An extractor that asks a model behind an OpenAI-compatible address; off by default, everything passes the gate."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from tawthiq.record.extract.document import Document
from tawthiq.record.extract.doubts.checks import doubted
from tawthiq.record.extract.doubts.duplicates import marked
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.extractors.task import task
from tawthiq.record.extract.extractors.transport import Endpoint, ask
from tawthiq.record.extract.gate.gate import Gated, Reject, gate
from tawthiq.record.extract.long_text import Part, parts_of, read_part
from tawthiq.record.extract.readings import readings_of
from tawthiq.record.extract.statement import Statement
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json, canonical

_CHUNK_CHARS = 6000
_LONGEST_NAME = 38
"""Statements keep it, beside the extractor's name and version, in sixty characters."""
_MOST_PROPOSALS = 200
_MOST_OBJECTS = 200
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one run gave. `prompts`, `answers`: SHA-256 of each, so that a run can be told from another."""

    gated: Gated
    model: str
    prompts: tuple[str, ...]
    answers: tuple[str, ...]


class OpenAiCompatible:
    """`sensitive`: refuse any address beyond this machine, whatever is allowed; True unless somebody says otherwise."""

    version = "3"

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        sensitive: bool = True,
        rules: Rules | None = None,
        transport: Callable[[Endpoint, Json], bytes] = ask,
    ) -> None:
        if len(endpoint.model) > _LONGEST_NAME:
            raise BadInput(
                f"the name of the model has more than {_LONGEST_NAME} characters",
                where="model_name",
                do="let its server call it by a shorter one",
            )
        self._endpoint = endpoint
        self._sensitive = sensitive
        self._rules = rules or Rules()
        self._transport = transport

    @property
    def name(self) -> str:
        """The kind of extractor with its model, as statements keep it."""
        return f"openai_compatible:{self._endpoint.model}"

    def extract(self, document: Document) -> tuple[Statement, ...]:
        """Those proposals that the gate let in; raises NotPermitted before a single byte leaves."""
        return self.propose(document).gated.statements

    def propose(self, document: Document) -> Proposal:
        """The same with everything that was turned away, and the hashes of what was asked and answered."""
        self._endpoint.refuse_unless_allowed(sensitive=self._sensitive)
        statements: list[Statement] = []
        rejects: list[Reject] = []
        prompts: list[str] = []
        answers: list[str] = []
        for part in parts_of(document):
            for reading in readings_of(part.document):
                proposals: list[Json] = []
                for chunk in parts_of(reading, _CHUNK_CHARS):
                    body = self._body(chunk.document.text)
                    raw = self._transport(self._endpoint, body)
                    prompts.append(hashlib.sha256(canonical(body)).hexdigest())
                    answers.append(hashlib.sha256(raw).hexdigest())
                    read = _proposals(raw)
                    rejects += [Reject("answer_not_json", -1)] if read is None else _beyond(read)
                    proposals += (read or [])[:_MOST_PROPOSALS]
                gated = self._gated(reading, proposals)
                statements += _in_whole(part, gated.statements)
                rejects += gated.rejects
        return Proposal(Gated(tuple(statements), tuple(rejects)), self._endpoint.model, tuple(prompts), tuple(answers))

    def _gated(self, document: Document, proposals: Sequence[Json]) -> Gated:
        page = self._rules.page(document)
        gated = gate(page, proposals, self._rules.from_page(page), f"{self.name}@{self.version}")
        return replace(gated, statements=tuple(marked(doubted(page, gated.statements))))

    def _body(self, chunk: str) -> dict[str, Json]:
        messages: list[Json] = [{"role": "system", "content": task()}, {"role": "user", "content": chunk}]
        return {"model": self._endpoint.model, "temperature": 0, "messages": messages}


def _in_whole(part: Part, statements: Sequence[Statement]) -> Iterator[Statement]:
    return read_part(part, lambda _: statements)


def _beyond(proposals: Sequence[Json]) -> list[Reject]:
    """Six thousand characters do not hold that many claims: the rest is noise, and counted."""
    return [Reject("too_many", number) for number in range(_MOST_PROPOSALS, len(proposals))]


def _proposals(raw: bytes) -> list[Json] | None:
    """The list of proposals of an answer; None when it is not what was asked for."""
    try:
        content = json.loads(raw)["choices"][0]["message"]["content"]
        return _statements_in(content) if isinstance(content, str) else None
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        return None


def _statements_in(content: str) -> list[Json] | None:
    """The last object with statements: models think aloud before it, and wish good luck behind it."""
    found: list[Json] | None = None
    at = content.find("{")
    for _ in range(_MOST_OBJECTS):
        if at < 0:
            break
        try:
            told, end = _DECODER.raw_decode(content, at)
        except ValueError:
            told, end = None, at + 1
        if isinstance(told, dict) and isinstance(told.get("statements"), list):
            found = told["statements"]
        at = content.find("{", end)
    return found
