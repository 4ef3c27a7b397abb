"""Confine: what the child gives up before it meets a foreign byte.

Enforced everywhere: address space, processor time, open files, no core dump, no file grown; Python code opens no
socket, starts no program, writes no file (an audit hook that cannot be taken off). Enforced on Linux on x86-64 and
ARM64, also against native code: a seccomp filter refuses new sockets, programs, tracing, and every way to write,
rename, or delete a file. Not enforced: reading files that this account may read, and starting threads. The parent's
clock is the last word: it kills.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import resource
import struct
import sys
from dataclasses import dataclass

MAX_OPEN_FILES = 64


@dataclass(frozen=True, slots=True)
class Limits:
    """`memory_bytes`: address space; `cpu_s`: processor time of one task; `silence_s`: without a frame, then killed."""

    memory_bytes: int = 1536 * 1024**2
    cpu_s: int = 10
    silence_s: float = 15.0


def confine(memory_bytes: int) -> list[str]:
    """Give up what a decoder does not need; the names of the walls that stand."""
    _limit(resource.RLIMIT_AS, memory_bytes)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, MAX_OPEN_FILES)
    sys.addaudithook(_refuse)
    return ["memory", "file size", "core", "open files", "audit hook", *(["seccomp"] if _filter_calls() else [])]


def grant_cpu(cpu_s: int) -> None:
    """The processor time that the next task may spend; the kernel ends the child beyond it."""
    spent = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(spent.ru_utime + spent.ru_stime) + 1 + cpu_s
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _limit(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    lowest = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (lowest, lowest))


_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.remove", "os.rename",
              "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "shutil.",
              "ctypes.dlopen", "pty.", "ftplib.", "smtplib.", "urllib.", "http.client.")  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


_OURS = frozenset({"socket.sendmsg", "socket.recvmsg"})
"""The line to the parent itself."""


def _refuse(event: str, args: tuple[object, ...]) -> None:
    """An audit hook: raises PermissionError for what no decoder needs."""
    if event == "open":
        flags = args[2] if len(args) > 2 else 0
        if isinstance(flags, int) and flags & _WRITING:
            raise PermissionError(errno.EACCES, "the child writes no file")
    elif event.startswith(_FORBIDDEN) and event not in _OURS and not _is_library(event, args):
        raise PermissionError(errno.EACCES, f"the child may not {event}")


def _is_library(event: str, args: tuple[object, ...]) -> bool:
    """Loading a decoder's own shared library is how Python packages bring one."""
    return event == "ctypes.dlopen" and (args[0] is None or str(args[0]).startswith(tuple(_LIBRARY_ROOTS)))


_LIBRARY_ROOTS = {sys.prefix, sys.base_prefix, *(entry for entry in sys.path if entry)}

# -- seccomp: a filter in the kernel's small machine language (linux/filter.h, linux/seccomp.h)
_LOAD, _JUMP_EQUAL, _JUMP_ANY, _RETURN = 0x20, 0x15, 0x45, 0x06
_ALLOW, _DENY = 0x7FFF0000, 0x00050000 | errno.EACCES
_NUMBER, _ARCH, _ARGUMENTS = 0, 4, 16
_SET_NO_NEW_PRIVS, _SET_SECCOMP, _FILTER = 38, 22, 2

_CALLS = {
    # machine: (audit arch, calls refused, {call that opens: its argument of flags})
    "x86_64": (
        0xC000003E,
        (41, 42, 49, 50, 53, 57, 58, 59, 322, 101, 310, 311, 425, 426, 427, 437, 76, 77, 82, 83, 84, 85, 86, 87, 88,
         90, 91, 92, 93, 94, 133, 165, 259, 258, 260, 263, 264, 265, 266, 268, 316, 321, 298, 303, 304),
        {2: 1, 257: 2},
    ),
    "aarch64": (
        0xC00000B7,
        (198, 199, 200, 201, 203, 221, 281, 117, 270, 271, 425, 426, 427, 437, 45, 46, 33, 34, 35, 36, 37, 38, 276, 52,
         53, 54, 55, 40, 280, 241, 264, 265),
        {56: 2},
    ),
}  # fmt: skip
"""Sockets, programs, tracing, io_uring, openat2, truncating, renaming, linking, deleting, owners, mounts, bpf, perf."""


def _filter_calls() -> bool:
    """Ask the kernel to refuse those calls from now on; False where it cannot."""
    machine = _CALLS.get(platform.machine())
    if sys.platform != "linux" or machine is None:
        return False
    program = b"".join(_program(*machine))
    held = ctypes.create_string_buffer(program, len(program))
    length = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(held))
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    return not library.prctl(_SET_SECCOMP, _FILTER, ctypes.create_string_buffer(length, len(length)), 0, 0)


def _program(arch: int, refused: tuple[int, ...], opening: dict[int, int]) -> list[bytes]:
    """Refuse every call of another architecture, the calls listed, and opening with a flag that writes."""
    lines = [_line(_LOAD, _ARCH), _line(_JUMP_EQUAL, arch, 1, 0), _line(_RETURN, _DENY), _line(_LOAD, _NUMBER)]
    for number in refused:
        lines += [_line(_JUMP_EQUAL, number, 0, 1), _line(_RETURN, _DENY)]
    for number, argument in opening.items():
        lines += [
            _line(_JUMP_EQUAL, number, 0, 4),
            _line(_LOAD, _ARGUMENTS + 8 * argument),
            _line(_JUMP_ANY, _WRITING & ~os.O_APPEND, 0, 1),
            _line(_RETURN, _DENY),
            _line(_RETURN, _ALLOW),
        ]
    return [*lines, _line(_RETURN, _ALLOW)]


def _line(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("HBBI", code, yes, no, value)
