"""Gerunds: who says what a Spanish gerund tells of, where a circumstance stands in front of it."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.speakers.no_speakers import is_teller
from tawthiq.record.extract.speakers.speakers_before import source_before
from tawthiq.record.extract.words.lexicon import Hit


def past_circumstance(page: Page, hit: Hit, floor: int, source: tuple[int, int] | None) -> tuple[int, int] | None:
    """ "El ministro salió al paso asegurando que", "se publica con periodicidad mensual subrayando": the subject of the
    verb in front, if it can speak; the noun right before the gerund says nothing."""
    endings = tuple(page.lexicon.data.get("going_on_endings", ()))
    plain = page.lexicon.language == "es" and page.form(hit.first).endswith(endings)
    if source is None or not plain or is_teller(page, *source):
        return source
    verb = next((at for at in range(floor, source[0]) if is_verb(page, at)), None)
    subject = source_before(page, verb, floor) if verb is not None else None
    return subject if subject is not None and is_teller(page, *subject) else None
