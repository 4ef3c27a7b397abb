"""The file that an outsider runs stands alone, and its arithmetic is that of the published vectors."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.doors.evidence.outside.ed25519 import signature_holds
from tawthiq.doors.evidence.verifier import verifier_source

RFC_8032 = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]
"""Key, message, signature: section 7.1, tests 1 to 3."""


@pytest.mark.parametrize(("public", "message", "signature"), RFC_8032)
def test_the_published_signatures_hold(public: str, message: str, signature: str) -> None:
    raw = bytes.fromhex(signature)
    assert signature_holds(bytes.fromhex(public), bytes.fromhex(message), raw)
    assert not signature_holds(bytes.fromhex(public), bytes.fromhex(message) + b"x", raw)
    assert not signature_holds(bytes.fromhex(public), bytes.fromhex(message), bytes([raw[0] ^ 1]) + raw[1:])


@settings(max_examples=15, deadline=None)
@given(st.binary(max_size=40), st.integers(0, 511))
def test_a_signature_of_the_library_holds_and_no_bit_of_it_is_free(message: bytes, bit: int) -> None:
    key = Ed25519PrivateKey.generate()
    public, signature = key.public_key().public_bytes_raw(), bytearray(key.sign(message))
    assert signature_holds(public, message, bytes(signature))
    signature[bit // 8] ^= 1 << bit % 8
    assert not signature_holds(public, message, bytes(signature))


def test_a_scalar_past_the_order_and_a_point_off_the_curve_are_refused() -> None:
    public, message, signature = (bytes.fromhex(part) for part in RFC_8032[1])
    order = 2**252 + 27742317777372353535851937790883648493
    scalar = (int.from_bytes(signature[32:], "little") + order).to_bytes(32, "little")
    assert not signature_holds(public, message, signature[:32] + scalar)
    assert not signature_holds(b"\xff" * 32, message, signature)
    assert not signature_holds(public, message, signature[:63])


def test_no_two_rooms_of_the_file_share_a_name_and_none_imports_ours() -> None:
    tree = ast.parse(verifier_source())
    names = Counter(node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef))
    assert [name for name, n in names.items() if n > 1] == []
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_the_file_runs_alone_on_a_bare_python(tmp_path: Path) -> None:
    (tmp_path / "verify.py").write_bytes(verifier_source())
    command = [sys.executable, "-I", "-S", str(tmp_path / "verify.py"), str(tmp_path), "--json"]
    ran = subprocess.run(command, env={}, capture_output=True, text=True, check=False)
    assert ran.returncode == 3 and '"step": "bag"' in ran.stdout and ran.stderr == ""
