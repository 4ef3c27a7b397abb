"""The built-in extractors by name."""

from __future__ import annotations

from functools import cache

from tawthiq.record.extract.extractor import Extractor, Registry
from tawthiq.record.extract.extractors.openai_compatible import OpenAiCompatible
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.extractors.rules_spacy import RulesWithSpacy
from tawthiq.record.extract.extractors.transport import Endpoint
from tawthiq.terms.errors import NotPermitted

DEFAULT = "rules"
WITH_SPACY = "rules+spacy"
MODEL = "openai_compatible"


def built_in(endpoint: Endpoint | None = None, *, sensitive: bool = True) -> Registry:
    """Every extractor. `endpoint`: where a model listens, None while nobody has set one: asking for it is refused.

    `sensitive`: whether the material must not leave this machine; True unless somebody says otherwise.
    """

    def model() -> Extractor:
        if endpoint is None:
            raise NotPermitted("no model is set", do="set model_url and model_name in tawthiq.toml, or use the rules")
        endpoint.refuse_unless_allowed(sensitive=sensitive)
        return OpenAiCompatible(endpoint, sensitive=sensitive, rules=rules())

    return Registry({DEFAULT: rules, WITH_SPACY: rules_with_spacy, MODEL: model})


@cache
def rules() -> Rules:
    """One for the whole process: its index of names takes most of a second to make."""
    return Rules()


@cache
def rules_with_spacy() -> RulesWithSpacy:
    """One for the whole process; its parser is loaded with the first English text."""
    return RulesWithSpacy()
