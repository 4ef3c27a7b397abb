"""Promises of time stamps: what an authority of our own signs holds, and nothing else does. No network but loopback."""

from __future__ import annotations

import io
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tawthiq.doors.evidence.log_folder import export_log
from tawthiq.doors.evidence.outside.run import verified_steps
from tawthiq.doors.stamping import send_waiting
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.safe import checkpoints, stamps
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.stamp import BINARY, LIBRARY, Request, ask_for, check_reply
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import IntegrityBroken, UnreadableInput

AUDITOR = Actor("usr_auditor", frozenset({Role.AUDITOR}))
CONFIG = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
"""


class Authority:
    """A time stamp authority of our own, made by openssl. `usage`: what its certificate is for."""

    def __init__(self, folder: Path, usage: str = "critical,timeStamping") -> None:
        self.folder = folder
        folder.mkdir()
        (folder / "ext").write_text(f"extendedKeyUsage={usage}\n")
        (folder / "conf").write_text(CONFIG.format(folder=folder))
        (folder / "serial").write_text("01\n")
        key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        self.run(
            "req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "30", "-subj", "/CN=Invented root"
        )
        self.run("req", *key, "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Invented authority")
        issue = ["-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "30"]
        self.run("x509", *issue, "-extfile", "ext", "-out", "tsa.pem")

    @property
    def roots(self) -> bytes:
        return (self.folder / "ca.pem").read_bytes()

    def stamp(self, request: bytes, *, bare: bool = False) -> bytes:
        """The reply; `bare`: the token alone."""
        (self.folder / "q").write_bytes(request)
        more = ["-token_out"] if bare else []
        self.run("ts", "-reply", "-config", "conf", "-queryfile", "q", *more, "-out", "r")
        return (self.folder / "r").read_bytes()

    def run(self, *words: str) -> None:
        subprocess.run([BINARY, *words], cwd=self.folder, capture_output=True, check=True)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("tsa") / "ours")


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("tsa") / "other")


def test_a_stamp_of_the_pinned_authority_holds(authority: Authority) -> None:
    request = ask_for(b"data")
    assert check_reply(authority.stamp(request.der), request, b"data", authority.roots).by == LIBRARY


def test_another_message_another_root_another_nonce_do_not_hold(authority: Authority, stranger: Authority) -> None:
    request = ask_for(b"data")
    reply = authority.stamp(request.der)
    for data, roots, asked in (
        (b"other", authority.roots, request),
        (b"data", stranger.roots, request),
        (b"data", authority.roots, ask_for(b"data")),
    ):
        with pytest.raises(IntegrityBroken):
            check_reply(reply, asked, data, roots)


def test_a_bare_token_that_the_library_refuses_is_read_by_openssl(authority: Authority, stranger: Authority) -> None:
    request = ask_for(b"data")
    reply = authority.stamp(request.der, bare=True)
    assert check_reply(reply, request, b"data", authority.roots).by == BINARY
    with pytest.raises(IntegrityBroken):
        check_reply(reply, request, b"data", stranger.roots)
    with pytest.raises(IntegrityBroken):
        check_reply(reply, request, b"other", authority.roots)


def test_what_is_no_stamp_is_said_to_be_none(authority: Authority) -> None:
    with pytest.raises(UnreadableInput):
        check_reply(b"no stamp", ask_for(b"data"), b"data", authority.roots)


@pytest.fixture
def asked(collector: Actor, db: None) -> Request:
    """A request that waits, on the head of a small log."""
    with Work(collector, Action.ITEM_ADD) as work:
        add_item(work, io.BytesIO(b"invented"), Arrival("note.txt"))
    with Work(AUDITOR, Action.LEDGER_SIGN):
        return stamps.request_stamp(checkpoints.sign_head())


@pytest.mark.django_db(databases=["default", "identities"])
def test_a_request_waits_until_its_reply_comes_and_an_outsider_reads_the_stamp(
    asked: Request, authority: Authority, tmp_path: Path
) -> None:
    assert [request for _, request in stamps.waiting_requests()] == [asked]
    with Work(AUDITOR, Action.LEDGER_SIGN):
        kept = stamps.accept_reply(authority.stamp(asked.der), authority.roots)
    assert (kept.size, stamps.waiting_requests(), stamps.faults()) == (2, [], [])
    export_log(Reader(AUDITOR), tmp_path / "log")
    found = {step.name: step.state for step in verified_steps(tmp_path / "log")}
    assert found["stamps"] == "ok"


@pytest.fixture
def served(authority: Authority) -> Iterator[str]:
    """The authority on loopback; its address."""

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            reply = authority.stamp(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.django_db(databases=["default", "identities"])
def test_offline_the_request_goes_on_waiting_and_the_gap_is_shown(
    asked: Request, authority: Authority, served: str
) -> None:
    (lost,) = send_waiting(AUDITOR, ["http://127.0.0.1:9/"], authority.roots)
    assert lost.problem and len(stamps.waiting_requests()) == 1
    (standing,) = stamps.standings(checkpoints.get_checkpoints()[0].made_at.replace(year=2030))
    assert standing.asked and standing.stamped_at is None and standing.gap_s > 10**8
    (sent,) = send_waiting(AUDITOR, ["http://127.0.0.1:9/", served], authority.roots)
    assert (sent.problem, stamps.waiting_requests()) == ("", [])
