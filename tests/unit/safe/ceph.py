"""A real S3 server of our own on loopback: Ceph's gateway over one monitor and one store in memory (Debian packages).

Nothing is kept: the folder is the test's own, the daemons end with the fixture.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.request
import uuid
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

PACKAGES = {"radosgw": "radosgw", "ceph-mon": "ceph-mon", "ceph-osd": "ceph-osd", "ceph": "ceph-common"}
START_S = 60.0
KEY = "invented"
"""Access key and secret of the only user."""

CONFIGURATION = """
[global]
fsid = {fsid}
mon host = [v2:127.0.0.1:{mon_port}/0]
public addr = 127.0.0.1
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 2000
mon data avail crit = 1
osd objectstore = memstore
memstore device bytes = 268435456
paxos propose interval = 0.02
paxos min wait = 0.01
run dir = {folder}
admin socket = {folder}/$name.asok
log file = {folder}/$name.log
pid file = {folder}/$name.pid
crash dir = {folder}/crash
keyring = {folder}/keyring
[mon.a]
mon data = {folder}/mon
mon initial members = a
[osd.0]
osd data = {folder}/osd
[client.rgw]
rgw frontends = beast endpoint=127.0.0.1:{s3_port}
rgw enable usage log = false
"""
KEYRING = {
    "mon.": ("--cap", "mon", "allow *"),
    "client.admin": ("--cap", "mon", "allow *", "--cap", "osd", "allow *"),
    "client.rgw": ("--cap", "mon", "allow *", "--cap", "osd", "allow *"),
    "osd.0": ("--cap", "mon", "allow profile osd", "--cap", "osd", "allow *"),
}


def lacking() -> list[str]:
    """The Debian packages without which no server starts here."""
    return [package for command, package in PACKAGES.items() if shutil.which(command) is None]


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """The address of the gateway; every daemon is ended on the way out."""
    mon_port, s3_port, fsid = _free_port(), _free_port(), str(uuid.uuid4())
    words = {"folder": folder, "mon_port": mon_port, "s3_port": s3_port, "fsid": fsid}
    (folder / "ceph.conf").write_text(CONFIGURATION.format(**words))
    environment = {**os.environ, "CEPH_CONF": str(folder / "ceph.conf")}
    with ExitStack() as running:
        _monitor(running, folder, environment, fsid, mon_port)
        _store(running, folder, environment)
        user = ("user", "create", f"--uid={KEY}", f"--display-name={KEY}", f"--access-key={KEY}", f"--secret-key={KEY}")
        _run(environment, folder, "radosgw-admin", "-n", "client.rgw", *user)
        _daemon(running, folder, environment, "radosgw", "-n", "client.rgw")
        address = f"http://127.0.0.1:{s3_port}"
        _await(address)
        yield address


def _monitor(running: ExitStack, folder: Path, environment: Mapping[str, str], fsid: str, port: int) -> None:
    for name, rights in KEYRING.items():
        new = () if (folder / "keyring").exists() else ("-C",)
        _run(environment, folder, "ceph-authtool", *new, "keyring", "--gen-key", "-n", name, *rights)
    place = f"[v2:127.0.0.1:{port}]"
    _run(environment, folder, "monmaptool", "--create", "--fsid", fsid, "--addv", "a", place, "monmap")
    _run(environment, folder, "ceph-mon", "--mkfs", "-i", "a", "--monmap", "monmap", "--keyring", "keyring")
    _daemon(running, folder, environment, "ceph-mon", "-i", "a")


def _store(running: ExitStack, folder: Path, environment: Mapping[str, str]) -> None:
    own = str(uuid.uuid4())
    (folder / "osd").mkdir()
    _run(environment, folder, "ceph", "osd", "new", own)
    _run(environment, folder, "ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", own)
    _daemon(running, folder, environment, "ceph-osd", "-i", "0")


def _run(environment: Mapping[str, str], folder: Path, *command: str) -> None:
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, timeout=START_S)


def _daemon(running: ExitStack, folder: Path, environment: Mapping[str, str], *command: str) -> None:
    """Start one in the foreground of a process of ours, which is ended by its own id."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen([*command, "-f"], cwd=folder, env=environment, stdout=quiet, stderr=quiet)
    running.callback(process.wait, 20)
    running.callback(process.kill)


def _await(address: str) -> None:
    until = time.monotonic() + START_S
    while True:
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        return port
