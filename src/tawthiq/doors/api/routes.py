"""The API object: its version, who may call, how errors look."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema

from tawthiq import __version__
from tawthiq.doors.api import record, report
from tawthiq.doors.api.auth import BearerToken, Session
from tawthiq.doors.api.shapes import Problem
from tawthiq.terms.errors import BadInput, Conflict, NotFound, NotPermitted, TawthiqError

PROBLEM = "application/problem+json"
JSON = "application/json"


class Api(NinjaAPI):
    """Describes errors with the media type that they have."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """The description, each error as application/problem+json."""
        schema = super().get_openapi_schema(**options)
        answers = (
            answer
            for operations in schema["paths"].values()
            for operation in operations.values()
            for status, answer in operation["responses"].items()
            if int(status) >= HTTPStatus.BAD_REQUEST and JSON in answer.get("content", {})
        )
        for answer in answers:
            answer["content"] = {PROBLEM: answer["content"][JSON]}
        return schema


api = Api(
    title="Tawthiq",
    version=__version__,
    description="Read what the record holds, decide on statements. "
    "Verified, unverified, estimated numbers are different types.",
    auth=[BearerToken(), Session(csrf=True)],
    docs_url=None,
    openapi_url="/openapi.json",
    urls_namespace="api-v1",
)
api.add_router("", record.router)
api.add_router("", report.router)

STATUS: tuple[tuple[type[TawthiqError], int], ...] = (
    (NotPermitted, 403),
    (NotFound, 404),
    (Conflict, 409),
    (BadInput, 422),
)


def problem(request: HttpRequest, status: int, shape: Problem) -> HttpResponse:
    """An answer of type application/problem+json."""
    response = api.create_response(request, shape.model_dump(), status=status)
    response["Content-Type"] = PROBLEM
    return response


@api.exception_handler(TawthiqError)
def on_tawthiq_error(request: HttpRequest, error: TawthiqError) -> HttpResponse:
    """Each error of ours with the status it means."""
    status = next((number for kind, number in STATUS if isinstance(error, kind)), 500)
    return problem(
        request, status, Problem(title=error.what, status=status, code=error.code, where=error.where, do=error.do)
    )


@api.exception_handler(AuthenticationError)
def on_stranger(request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    """Nobody is signed in."""
    do = "sign in at the desk, or send a token made by `tawthiq account token`"
    return problem(request, 401, Problem(title="sign in first", status=401, code="NotPermitted", do=do))


@api.exception_handler(ValidationError)
def on_bad_request(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """A parameter that does not fit; names the parameter."""
    first = error.errors[0] if error.errors else {"loc": ("?",), "msg": "does not fit"}
    where = str(first["loc"][-1])
    return problem(request, 422, Problem(title=str(first["msg"]), status=422, code="BadInput", where=where))


@api.exception_handler(HttpError)
def on_http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    """What the framework refused."""
    return problem(request, error.status_code, Problem(title=str(error), status=error.status_code, code="BadInput"))


def addresses() -> list[URLPattern | URLResolver]:
    """The API's addresses. The desk's redirect to its sign-in page is not for programs: they get 401."""
    patterns, app_name, namespace = api.urls
    for pattern in patterns:
        if isinstance(pattern, URLPattern) and pattern.name != "openapi-json":
            login_not_required(pattern.callback)
    return [path("api/v1/", (patterns, app_name, namespace))]
