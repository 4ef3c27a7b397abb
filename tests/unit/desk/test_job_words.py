"""Everything a job may say of its result has words at the desk, in each language."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils.translation import override

from tawthiq.doors.desk.words import word
from tawthiq.doors.jobs.kinds import KINDS, Runner
from tawthiq.doors.jobs.models import add_job, end_job, fail_job, take_job
from tawthiq.doors.scrub import Scrub
from tawthiq.safe.access import Actor, Role
from tawthiq.terms.errors import BadInput
from unit.desk.viewed import SignedIn

HASH = "ab" * 32
SCRUBBED = Scrub("2020-01-01T00:00:00+00:00", HASH, 3, "2020-01-01T00:00:09+00:00", [("missing", HASH)])


def results(runner: Runner) -> Iterator[str]:
    """The keys of what a runner returns: of dictionaries that its code writes out."""
    for node in ast.walk(ast.parse(inspect.getsource(runner))):
        if isinstance(node, ast.Dict):
            yield from (str(key.value) for key in node.keys if isinstance(key, ast.Constant))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_result_of_a_job_has_its_words(kind: str, language: str) -> None:
    keys = set(SCRUBBED.to_json()) if kind == "scrub" else set(results(KINDS[kind]))
    assert keys, "what this job returns is not seen here"
    with override(language):
        said = {key: word(key, "job_result") for key in keys}
        faults = [word(one, "job_fault") for one in ("missing", "changed", "extra")]
        assert word(kind, "job_kind") != kind
    assert [key for key, words in said.items() if words == key] == []
    assert all(one not in ("missing", "changed", "extra") for one in faults)
    if language == "ar":
        assert [key for key, words in said.items() if words.isascii()] == []


@pytest.mark.django_db(databases=["default", "identities"])
def test_the_page_of_a_job_spells_what_it_found(signed_in: SignedIn, collector: Actor) -> None:
    take_job(one := add_job(collector.id, "scrub", {}))
    end_job(one, SCRUBBED.to_json())
    page = page_of(signed_in(Role.COLLECTOR), one)
    assert "is missing" in page and "Every kept file is as it was kept" in page
    assert "{" not in page.split("<dl", 1)[1].split("</dl>", 1)[0] and "False" not in page


@pytest.mark.django_db(databases=["default", "identities"])
def test_why_a_job_failed_is_said_in_the_reader_s_language(signed_in: SignedIn, collector: Actor) -> None:
    take_job(one := add_job(collector.id, "take", {}))
    fail_job(one, BadInput("no encoding of text", do="use one of: cp1252"))
    page = page_of(signed_in(Role.COLLECTOR), one, "ar")
    assert "no encoding" not in page and "ليس ترميز نص" in page and "استعمل أحد هذه" in page


def page_of(client: Client, job_id: str, language: str = "en") -> str:
    return client.get(f"/jobs/{job_id}/", headers={"accept-language": language}).content.decode()
