"""Warm: what the first person to ask would wait for is read once, before the server parts into its workers."""

from __future__ import annotations

import gc
from pathlib import Path

from django.conf import settings
from django.template.loader import get_template
from django.utils import translation

from tawthiq.terms import vocabulary
from tawthiq.terms.registry import country_codes, load_gazetteer, load_parties

TEMPLATES = Path(__file__).parent / "templates"


def warm() -> None:
    """Read words, places, parties, pages and their translations.

    All of it stays for good, so the collector of cycles leaves it out from here on: going through it once more took
    a worker a quarter of a second, in the middle of somebody's page.
    """
    for name in vocabulary.names():
        vocabulary.load(name)
    load_parties()
    load_gazetteer()
    country_codes()
    for page in sorted(TEMPLATES.rglob("*.html")):
        get_template(page.relative_to(TEMPLATES).as_posix())
    for language, _ in settings.LANGUAGES:
        with translation.override(language):
            translation.gettext("Incidents")
    gc.collect()
    gc.freeze()
