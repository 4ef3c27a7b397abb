"""Stamping: requests taken to the authorities that the user set; where none is set nothing is ever sent."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawthiq.safe import stamps
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Work
from tawthiq.terms.errors import BadInput, TawthiqError

TIMEOUT_S = 20
MAX_REPLY_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of one waiting request: stamped (`problem` is empty), or why it goes on waiting."""

    size: int
    problem: str


def send_waiting(actor: Actor, urls: Sequence[str], roots_pem: bytes) -> Iterator[Sent]:
    """Ask for every waiting request, the authorities in their order until one answers; raises BadInput without any."""
    if not urls:
        raise BadInput("no time stamp authority is set", where="timestamp_urls", do="set one, or exchange files")
    for size, request in stamps.waiting_requests():
        yield Sent(size, _send(actor, urls, request.der, roots_pem))


def _send(actor: Actor, urls: Sequence[str], request: bytes, roots_pem: bytes) -> str:
    problems = []
    for url in urls:
        try:
            reply = _post(url, request)
            with Work(actor, Action.LEDGER_SIGN):
                stamps.accept_reply(reply, roots_pem)
        except (urllib.error.URLError, http.client.HTTPException, OSError) as reason:
            problems.append(f"{url}: {getattr(reason, 'reason', '') or type(reason).__name__}")
        except TawthiqError as refused:
            problems.append(f"{url}: {refused}")
        else:
            return ""
    return "; ".join(problems)


def _post(url: str, request: bytes) -> bytes:
    if not url.startswith(("https://", "http://")):
        raise BadInput("an authority is asked over http or https", where="timestamp_urls", do="correct the address")
    headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    asked = urllib.request.Request(url, request, headers)  # noqa: S310  the scheme is checked above
    with urllib.request.urlopen(asked, timeout=TIMEOUT_S) as answer:  # noqa: S310  the same
        reply: bytes = answer.read(MAX_REPLY_BYTES)
    return reply
