"""Which extractor reads is somebody's choice; a model needs a setting, and stays on this machine unless allowed."""

from dataclasses import replace
from pathlib import Path

import pytest

from tawthiq.doors.configuration import Settings
from tawthiq.doors.extractors import endpoint_of, known
from tawthiq.record.extract.extractors.registry import DEFAULT, MODEL, built_in, rules, rules_with_spacy
from tawthiq.record.extract.extractors.rules_spacy import RulesWithSpacy
from tawthiq.record.extract.extractors.spacy_model import SHA256, checked, model_folder
from tawthiq.record.extract.extractors.transport import Endpoint
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.record.extract.second_reading import added
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import StatementKind
from tawthiq.terms.errors import IntegrityBroken, NotFound, NotPermitted

LOCAL = Endpoint("http://127.0.0.1:9", "invented-model")
AWAY = Endpoint("https://models.example.org/v1", "invented-model")
WITH_GRAMMAR = rules_with_spacy()
TEXT = "The network said at least 12 boys were abducted in May 2014. It could not verify the number."


def test_the_rules_are_the_default_and_need_no_setting() -> None:
    assert built_in().make(DEFAULT).name == "rules"
    assert built_in().names() == ("openai_compatible", "rules", "rules+spacy")


def test_a_model_that_nobody_set_is_refused() -> None:
    with pytest.raises(NotPermitted, match="no model is set"):
        built_in().make(MODEL)


def test_a_model_on_this_machine_may_read_sensitive_material() -> None:
    assert built_in(LOCAL, sensitive=True).make(MODEL).name == "openai_compatible:invented-model"


def test_a_model_elsewhere_is_refused_before_a_byte_leaves() -> None:
    with pytest.raises(NotPermitted, match="not on this machine"):
        built_in(AWAY, sensitive=False).make(MODEL)


def test_an_allowed_model_elsewhere_never_gets_sensitive_material() -> None:
    allowed = Endpoint(AWAY.base_url, AWAY.model, allow_remote=True)
    assert built_in(allowed, sensitive=False).make(MODEL).name == "openai_compatible:invented-model"
    with pytest.raises(NotPermitted, match="sensitive"):
        built_in(allowed, sensitive=True).make(MODEL)


def test_an_unknown_extractor_is_answered_with_those_there_are() -> None:
    with pytest.raises(NotFound, match="no extractor"):
        built_in().make("magic")


def test_settings_name_the_model(tmp_path: Path) -> None:
    plain = Settings(home=tmp_path)
    assert endpoint_of(plain) is None
    told = Settings(home=tmp_path, model_url=LOCAL.base_url, model_name=LOCAL.model)
    assert endpoint_of(told) == LOCAL
    assert known(told, sensitive=True).make(MODEL).name == "openai_compatible:invented-model"


def test_the_model_of_grammar_is_loaded_only_when_its_files_are_those_examined(tmp_path: Path) -> None:
    checked(model_folder())
    for name in SHA256:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((model_folder() / name).read_bytes())
    checked(tmp_path)
    (tmp_path / "parser/model").write_bytes(b"another")
    with pytest.raises(IntegrityBroken, match="examined"):
        checked(tmp_path)


def test_grammar_knows_the_subject_of_a_verb_that_no_list_knows() -> None:
    page = WITH_GRAMMAR.page(document_of_text("itm_x", "The old spokesman of the network surmised that ten boys left."))
    verb = next(at for at in range(len(page.tokens)) if page.form(at) == "surmised")
    assert page.grammar is not None and verb in page.grammar.verbs
    assert page.words(*page.grammar.subjects[verb]) == "The old spokesman of the network"


def test_a_language_without_a_pinned_model_is_read_by_the_rules_alone() -> None:
    document = document_of_text("itm_x", "Selon le réseau, douze enfants ont été enlevés en mai 2014.")
    assert WITH_GRAMMAR.page(document).grammar is None
    assert len(WITH_GRAMMAR.extract(document)) == len(rules().extract(document)) == 1


def test_the_same_text_is_read_the_same_way_twice() -> None:
    document = document_of_text("itm_x", TEXT)
    assert WITH_GRAMMAR.extract(document) == RulesWithSpacy().extract(document)


def test_a_second_reading_adds_only_what_nobody_read_before() -> None:
    first = rules().extract(document_of_text("itm_x", TEXT))
    again = [replace(one, extractor="rules+spacy@1") for one in first]
    assert added(again, first) == []
    others = [replace(again[0], violations=()), replace(again[0], factuality=Factuality.ALLEGED)]
    others.append(replace(again[0], span=Span(len(TEXT), len(TEXT) + 9)))
    for other in others:
        assert added([other, *again[1:]], first) == [other]


def test_what_limits_a_claim_in_a_second_reading_is_the_limit_that_was_kept() -> None:
    text = "The number of abducted boys could not be verified. The army abducted 12 boys in May 2014."
    first = rules().extract(document_of_text("itm_x", text))
    (limit,) = [one for one in first if one.kind is StatementKind.LIMITATION]
    again = [replace(one, extractor="rules+spacy@1") for one in first]
    ids = {old.id: new.id for old, new in zip(first, again, strict=True)}
    again = [replace(one, limited_by=tuple(ids[tied] for tied in one.limited_by)) for one in again]
    claim = next(one for one in again if one.limited_by)
    other = replace(claim, violations=())
    assert other.limited_by != (limit.id,)
    (new,) = added([other if one is claim else one for one in again], first)
    assert new.limited_by == (limit.id,)
