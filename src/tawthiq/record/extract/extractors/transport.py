"""One request to a model's address: no proxies, no redirects, loopback unless somebody allowed more."""

from __future__ import annotations

import http
import http.client
import io
import ipaddress
import json
import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tawthiq.terms.errors import BadInput, NotPermitted, UnreadableInput
from tawthiq.terms.identity import Json

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_MOST_ANSWER_BYTES = 4_000_000
_STEP_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model listens. `allow_remote`: somebody decided that texts may leave this machine for that address."""

    base_url: str
    model: str
    api_key: str = ""
    timeout_s: float = 60.0
    allow_remote: bool = False

    @property
    def is_loopback(self) -> bool:
        """True for localhost and addresses of this machine's own loop; names that merely look so are not."""
        host = urlsplit(self.base_url).hostname or ""
        if host == "localhost":
            return True
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return False

    def refuse_unless_allowed(self, *, sensitive: bool) -> None:
        """Raises NotPermitted for an address beyond this machine that nobody allowed, and for sensitive material."""
        if urlsplit(self.base_url).scheme not in ("http", "https"):
            raise BadInput("the address of the model is not http or https", do="correct the setting")
        if self.is_loopback:
            return
        if not self.allow_remote:
            raise NotPermitted("the model is not on this machine", do="use a loopback address, or allow this one")
        if sensitive:
            raise NotPermitted("the material is marked sensitive", do="use a model on this machine")


class _InTime(io.RawIOBase):
    """What comes in on a line, each read waiting no longer than what is left of the time."""

    def __init__(self, line: socket.socket, ends_at: float) -> None:
        super().__init__()
        self._line = line
        self._raw = line.makefile("rb", buffering=0)
        self._ends_at = ends_at

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int | None:
        self._line.settimeout(_left(self._ends_at))
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Answer(http.client.HTTPResponse):
    """An answer of which everything has to come in time: its first line and its headers too."""

    def __init__(self, line: socket.socket, ends_at: float, method: str | None) -> None:
        super().__init__(line, method=method)
        self.fp.close()
        self.fp = io.BufferedReader(_InTime(line, ends_at))


def ask(endpoint: Endpoint, body: Json) -> bytes:
    """POST to /chat/completions; raises UnreadableInput when there is no usable answer within the endpoint's time.

    No proxy is asked, no redirect followed: it would carry the text to an address that nobody looked at.
    """
    ends_at = time.monotonic() + endpoint.timeout_s
    line = _line_to(endpoint)
    try:
        return _exchanged(line, endpoint, json.dumps(body).encode(), ends_at)
    except TimeoutError as reason:
        do = "raise model_timeout_s, or use a smaller model"
        raise UnreadableInput("the model takes too long", do=do) from reason
    except (OSError, http.client.HTTPException) as reason:
        raise UnreadableInput("the model gave no answer", do="see that it runs, or use the rules alone") from reason
    finally:
        line.close()


def _line_to(endpoint: Endpoint) -> http.client.HTTPConnection:
    parts = urlsplit(endpoint.base_url)
    sort = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    try:
        return sort(parts.hostname or "", parts.port, timeout=endpoint.timeout_s)
    except ValueError as reason:
        raise BadInput("the address of the model has no usable port", do="correct the setting") from reason


def _exchanged(line: http.client.HTTPConnection, endpoint: Endpoint, body: bytes, ends_at: float) -> bytes:
    headers = {"Content-Type": "application/json", "Connection": "close"}
    if endpoint.api_key:
        headers["Authorization"] = f"Bearer {endpoint.api_key}"
    line.connect()
    line.sock.settimeout(_left(ends_at))
    line.request("POST", urlsplit(endpoint.base_url).path.rstrip("/") + "/chat/completions", body, headers)
    answer = _Answer(line.sock, ends_at, "POST")
    with answer:
        answer.begin()
        if answer.status != http.HTTPStatus.OK:
            raise UnreadableInput(
                f"the model answers with {answer.status}", do="see that it runs, or use the rules alone"
            )
        return _read(answer)


def _read(answer: http.client.HTTPResponse) -> bytes:
    parts: list[bytes] = []
    n_bytes = 0
    while part := answer.read1(_STEP_BYTES):
        parts.append(part)
        n_bytes += len(part)
        if n_bytes > _MOST_ANSWER_BYTES:
            raise UnreadableInput("the model's answer is too long", do="use another model")
    return b"".join(parts)


def _left(ends_at: float) -> float:
    """Seconds until a moment; raises TimeoutError behind it."""
    left = ends_at - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
