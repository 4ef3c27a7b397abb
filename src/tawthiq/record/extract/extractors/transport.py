"""One request to a model's address: no proxies, no redirects, loopback unless somebody allowed more."""

from __future__ import annotations

import http.client
import ipaddress
import json
import time
import urllib.request
from dataclasses import dataclass
from urllib.parse import urlsplit

from tawthiq.terms.errors import BadInput, NotPermitted, UnreadableInput
from tawthiq.terms.identity import Json

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


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect would carry the text to an address that nobody looked at."""

    def redirect_request(self, *_: object) -> None:
        return None


def ask(endpoint: Endpoint, body: Json) -> bytes:
    """POST to /chat/completions; raises UnreadableInput when there is no usable answer."""
    headers = {"Content-Type": "application/json"}
    if endpoint.api_key:
        headers["Authorization"] = f"Bearer {endpoint.api_key}"
    url = endpoint.base_url.rstrip("/") + "/chat/completions"
    request = urllib.request.Request(url, json.dumps(body).encode(), headers, method="POST")  # noqa: S310  # scheme checked
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect())
    ends_at = time.monotonic() + endpoint.timeout_s
    try:
        with opener.open(request, timeout=endpoint.timeout_s) as answer:
            return _read(answer, ends_at)
    except (OSError, http.client.HTTPException) as reason:
        raise UnreadableInput("the model gave no answer", do="see that it runs, or use the rules alone") from reason


def _read(answer: http.client.HTTPResponse, ends_at: float) -> bytes:
    """The whole answer, as long as it comes in time: one that drips in letter by letter keeps nobody waiting."""
    parts: list[bytes] = []
    n_bytes = 0
    while part := answer.read1(_STEP_BYTES):
        parts.append(part)
        n_bytes += len(part)
        if n_bytes > _MOST_ANSWER_BYTES:
            raise UnreadableInput("the model's answer is too long", do="use another model")
        if time.monotonic() > ends_at:
            raise UnreadableInput("the model takes too long", do="raise model_timeout_s, or use a smaller model")
    return b"".join(parts)
