"""Extractors as the settings allow them: the rules, and a model where somebody has set its address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tawthiq.doors.configuration import Settings
from tawthiq.terms.errors import BadInput

if TYPE_CHECKING:
    from tawthiq.record.extract.document import Document
    from tawthiq.record.extract.extractor import Extractor, Registry
    from tawthiq.record.extract.extractors.transport import Endpoint
    from tawthiq.record.extract.statement import Statement
    from tawthiq.safe.access import Actor


def known(settings: Settings, *, sensitive: bool) -> Registry:
    """Every extractor by name; a model is refused unless one is set, and beyond this machine unless allowed."""
    from tawthiq.record.extract.extractors.registry import built_in

    return built_in(endpoint_of(settings), sensitive=sensitive)


def endpoint_of(settings: Settings) -> Endpoint | None:
    """Where the model of the settings listens; None while none is set."""
    from tawthiq.record.extract.extractors.transport import Endpoint

    if not (settings.model_url and settings.model_name):
        return None
    return Endpoint(
        settings.model_url,
        settings.model_name,
        settings.model_key,
        settings.model_timeout_s,
        allow_remote=settings.model_allow_remote,
    )


def read_with(extractor: Extractor, document: Document) -> tuple[Sequence[Statement], dict[str, int]]:
    """What an extractor reads; of a model also how many of its proposals were turned away, by reason."""
    from tawthiq.record.extract.extractors.openai_compatible import OpenAiCompatible

    if not isinstance(extractor, OpenAiCompatible):
        return extractor.extract(document), {}
    gated = extractor.propose(document).gated
    return gated.statements, dict(Counter(reject.code for reject in gated.rejects))


def ask_of_item(actor: Actor, item_id: str, name: str, *, sensitive: bool = True) -> int:
    """Ask a model about a kept item; what came through the gate waits beside the rules' for a person.

    What was turned away is counted, by reason, in the record. How many statements were new. Raises NotPermitted before
    a byte leaves, BadInput for an extractor that is no model.
    """
    from tawthiq.record.collect.models import get_item
    from tawthiq.record.extract.extractors.openai_compatible import OpenAiCompatible
    from tawthiq.record.extract.kept import document_of_item
    from tawthiq.record.extract.models import Answered, put_proposal, put_statements
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Reader, Work

    reader = Reader(actor)
    reader.require(Action.STATEMENT_EXTRACT)
    kept = get_item(reader, item_id)
    extractor = known(Settings(), sensitive=sensitive).make(name)
    if not isinstance(extractor, OpenAiCompatible):
        raise BadInput("that extractor is no model", where=name, do="leave the option out to read by the rules")
    found = extractor.propose(document_of_item(reader, kept))
    rejects = Counter(reject.code for reject in found.gated.rejects)
    answered = Answered(len(found.gated.statements), rejects, found.prompts, found.answers)
    with Work(actor, Action.STATEMENT_EXTRACT, thing=item_id) as work:
        n_new = put_statements(work, found.gated.statements)
        put_proposal(work, item_id, f"{extractor.name}@{extractor.version}", answered)
    return n_new
