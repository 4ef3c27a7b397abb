"""Page times of the desk and the API with many incidents, served as `tawthiq serve` does, to 1 and to 8 clients.

    python benchmarks/pages.py [N_INCIDENTS] [HOME]        (default 100000, in a new folder; a filled HOME is kept)

Prints the median and the 95th percentile in milliseconds, and the processor milliseconds that the server spent on a
page, which do not grow with what else the machine does; the bar is a p95 of 300 ms at 8 clients on an idle machine.
With TAWTHIQ_DATABASE_URL it is PostgreSQL that is filled and served; its own processes are not counted then.
The peer is the sign-in page of the same server in the same run: the framework without a record behind it.
"""

# ruff: noqa: E402  Django has to be set up before its models are imported

from __future__ import annotations

import http.client
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HOME = sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp(prefix="tawthiq-benchmark-")
os.environ["TAWTHIQ_HOME"] = HOME
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tawthiq.doors.settings")

from tawthiq.doors.boot import boot

boot()

import invented_record
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from tawthiq.doors.accounts import make_account
from tawthiq.doors.desk.sign_in import BACKEND
from tawthiq.record.link.models import read as link
from tawthiq.report.count.spec import parse_spec
from tawthiq.report.count.step import build_figure
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.work import Reader, Work

N_WAITING, N_CALLS, BAR_MS = 300, 200, 300
PEER = "sign in (peer)"


def filled(n_incidents: int, actor: Actor) -> dict[str, str]:
    """The pages to look at, of a record that is filled first where it is empty."""
    reader = Reader(actor)
    if not link.find_incidents(reader, limit=1):
        invented_record.fill(n_incidents, N_WAITING)
    newest = link.find_incidents(reader, limit=50)
    with Work(actor, Action.FIGURE_BUILD) as work:
        figure = build_figure(work, parse_spec(situation="SY", period="2014-07", by="sex"))
    incident, middle = newest[0][1].id, newest[-1][0] // 2
    return {
        PEER: "/accounts/login/",
        "my work": "/",
        "items": "/items/",
        "incidents": "/incidents/",
        "incidents of a situation": "/incidents/?situation=SY",
        "incidents, half way down": f"/incidents/?before={middle}",
        "incidents by two facets": "/incidents/?admin1=SY02&year=2014",
        "incidents, rare": "/incidents/?standing=new&party=fsa",
        "search, by labels": "/incidents/?q=aleppo+levant",
        "search, by code": f"/incidents/?q={incident[:12]}",
        "search, every code": "/incidents/?q=syria",
        "search, every text": "/incidents/?q=invented",
        "one incident": f"/incidents/{incident}/",
        "queue": "/verification/",
        "figures": "/figures/",
        "API incidents": "/api/v1/incidents?limit=50",
        "API, half way down": f"/api/v1/incidents?situation=SY&limit=50&before={middle}",
        "API one incident": f"/api/v1/incidents/{incident}",
        "a figure": f"/figures/{figure.id}/",
        "one case": f"/verification/{incident}/",
        "what one rests on": f"/incidents/{incident}/evidence/",
        "what the record holds": "/counts/",
    }


def signed_in() -> tuple[Actor, str]:
    """An account with every role of the desk, and the cookie of its session."""
    account = make_account("benchmark", [role for role in Role if role is not Role.REFERRAL])
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.create()
    return account.as_actor(), f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, timeout_s: float = 120) -> None:
    """Until the server listens; raises TimeoutError."""
    end = time.monotonic() + timeout_s
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError("the server did not start")


def times_ms(port: int, path: str, cookie: str, n_calls: int) -> list[float]:
    """Milliseconds of each call over one connection; raises RuntimeError for an answer other than 200."""
    found = []
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    for _ in range(n_calls):
        began = time.perf_counter()
        connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
        answer = connection.getresponse()
        answer.read()
        found.append(1000 * (time.perf_counter() - began))
        if answer.status != http.HTTPStatus.OK:
            raise RuntimeError(f"{path} answered {answer.status}")
    connection.close()
    return found


def measure(port: int, path: str, cookie: str, n_clients: int) -> list[float]:
    """The times of all clients, each with its share of the calls, after two that warm up both workers."""
    times_ms(port, path, cookie, 2)
    each = max(N_CALLS // n_clients, 3)
    with ThreadPoolExecutor(n_clients) as pool:
        runs = [pool.submit(times_ms, port, path, cookie, each) for _ in range(n_clients)]
        return [one for run in runs for one in run.result()]


def spent_s(parent: int) -> float:
    """Processor seconds of a process and of all below it, so far."""
    ticks, found, below = os.sysconf("SC_CLK_TCK"), 0.0, {parent}
    for pid in sorted(int(path.name) for path in Path("/proc").glob("[0-9]*")):
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended while we looked
        if pid in below or int(fields[1]) in below:
            below.add(pid)
            found += (int(fields[11]) + int(fields[12])) / ticks
    return found


def p95(found: Sequence[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(found, n=20, method="inclusive")[-1]


def main() -> int:
    """Fill, serve, look, print."""
    n_incidents = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    actor, cookie = signed_in()
    pages = filled(n_incidents, actor)
    port = free_port()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    server = subprocess.Popen([sys.executable, "-m", "tawthiq", "serve", "--home", HOME, "--port", str(port)])
    slow = []
    try:
        wait_for(port, 300)
        print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        print(f"{'page':28}{'1 client p50':>14}{'p95':>8}{'8 clients p50':>16}{'p95':>8}{'CPU a page':>12}   (ms)")
        for name, path in pages.items():
            before = spent_s(server.pid)
            one, eight = (measure(port, path, "" if name == PEER else cookie, n) for n in (1, 8))
            each = 1000 * (spent_s(server.pid) - before) / (len(one) + len(eight) + 4)
            middles = f"{statistics.median(one):14.0f}{p95(one):8.0f}{statistics.median(eight):16.0f}{p95(eight):8.0f}"
            print(f"{name:28}{middles}{each:12.1f}", flush=True)
            slow += [name] if p95(eight) > BAR_MS else []
        print(f"load average {os.getloadavg()[0]:.1f}; above {BAR_MS} ms: {', '.join(slow) or 'none'}")
    finally:
        server.terminate()
        server.wait(30)
    return 1 if slow else 0


if __name__ == "__main__":
    raise SystemExit(main())
