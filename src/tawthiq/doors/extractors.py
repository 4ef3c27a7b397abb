"""Extractors as the settings allow them: the rules, and a model where somebody has set its address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tawthiq.doors.configuration import Settings
from tawthiq.terms.errors import BadInput

if TYPE_CHECKING:
    from tawthiq.record.extract.document import Document
    from tawthiq.record.extract.extractor import Extractor, Registry
    from tawthiq.record.extract.extractors.transport import Endpoint
    from tawthiq.record.extract.models import Answered
    from tawthiq.record.extract.statement import Statement
    from tawthiq.safe.access import Actor

MOST_KEPT = 100_000
"""Statements of one item that a second reading is held against."""


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


def read_with(extractor: Extractor, document: Document) -> tuple[Iterable[Statement], dict[str, int]]:
    """What an extractor reads; of a model also how many of its proposals were turned away, by reason."""
    from tawthiq.record.extract.extractors.openai_compatible import OpenAiCompatible
    from tawthiq.record.extract.extractors.rules import Rules

    if isinstance(extractor, Rules):
        return extractor.each(document), {}
    if not isinstance(extractor, OpenAiCompatible):
        return extractor.extract(document), {}
    gated = extractor.propose(document).gated
    return gated.statements, dict(Counter(reject.code for reject in gated.rejects))


def ask_of_item(actor: Actor, item_id: str, name: str, *, sensitive: bool = True) -> int:
    """Let another extractor than the rules read a kept item; what it adds waits beside theirs for a person.

    What the gate turned away of a model's proposals is counted, by reason, in the record. How many statements were new.
    Raises NotPermitted before a byte leaves, also for a sealed item; BadInput for the rules, which read it as a step.
    """
    from tawthiq.record.collect.models import get_item
    from tawthiq.record.collect.models.harm import require_open
    from tawthiq.record.extract.extractors.openai_compatible import OpenAiCompatible
    from tawthiq.record.extract.extractors.registry import DEFAULT
    from tawthiq.record.extract.from_bytes.kept import document_of_item
    from tawthiq.record.extract.models import Answered
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Reader

    reader = Reader(actor)
    reader.require(Action.STATEMENT_EXTRACT)
    kept = get_item(reader, item_id)
    if name == DEFAULT:
        raise BadInput("the rules are no second reader", where=name, do="leave the option out to read by the rules")
    require_open(reader, item_id)
    extractor = known(Settings(), sensitive=sensitive).make(name)
    document = document_of_item(reader, kept)
    if isinstance(extractor, OpenAiCompatible):
        found = extractor.propose(document)
        rejects = Counter(reject.code for reject in found.gated.rejects)
        answered = Answered(len(found.gated.statements), rejects, found.prompts, found.answers)
        return put_added(actor, item_id, extractor, found.gated.statements, answered)
    return put_added(actor, item_id, extractor, extractor.extract(document))


def put_added(
    actor: Actor, item_id: str, extractor: Extractor, found: Sequence[Statement], answered: Answered | None = None
) -> int:
    """Keep what nobody read there before; how many were new. Raises NotPermitted if the item was sealed meanwhile."""
    from tawthiq.record.collect.models.harm import require_open
    from tawthiq.record.extract.models import find_statements, put_proposal, put_statements
    from tawthiq.record.extract.second_reading import added
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Work

    with Work(actor, Action.STATEMENT_EXTRACT, thing=item_id) as work:
        require_open(work, item_id)
        kept = [one for _, one in find_statements(work, item_id=item_id, limit=MOST_KEPT)]
        n_new = put_statements(work, added(found, kept))
        if answered is not None:
            put_proposal(work, item_id, f"{extractor.name}@{extractor.version}", answered)
    return n_new
