"""Which extractor reads is somebody's choice; a model needs a setting, and stays on this machine unless allowed."""

from pathlib import Path

import pytest

from tawthiq.doors.configuration import Settings
from tawthiq.doors.extractors import endpoint_of, known
from tawthiq.record.extract.extractors.registry import DEFAULT, MODEL, built_in
from tawthiq.record.extract.extractors.transport import Endpoint
from tawthiq.terms.errors import NotFound, NotPermitted

LOCAL = Endpoint("http://127.0.0.1:9", "invented-model")
AWAY = Endpoint("https://models.example.org/v1", "invented-model")


def test_the_rules_are_the_default_and_need_no_setting() -> None:
    assert built_in().make(DEFAULT).name == "rules"
    assert built_in().names() == ("openai_compatible", "rules")


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
    assert built_in(allowed, sensitive=False).make(MODEL)
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
    assert known(told, sensitive=True).make(MODEL)
