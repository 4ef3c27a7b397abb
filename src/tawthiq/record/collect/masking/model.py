"""Model: the file that finds faces (CenterFace, MIT), taken for what it is by its hash and its licence, or refused.

It answers where a face may be. It gives no description of a face, and nothing that could tell one person from another:
its landmarks are left unread.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tawthiq.terms.errors import BadInput, IntegrityBroken

NAME, VERSION = "centerface", "1"
FILE = Path(__file__).with_name("centerface.onnx")
LICENCE_FILE = Path(__file__).with_name("centerface-LICENSE.txt")
SHA256 = "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc"
GIT_BLOB = "e334bcc016b1e3fff6561d108a0d4b86c0003f9f"
"""The object of models/onnx/centerface_bnmerged.onnx in github.com/Star-Clouds/CenterFace, whose LICENSE is MIT."""
LICENCE_SHA256 = "d08c809584b815bb230fe3266dcc38936a26ce724996d485a32e2656e10980f4"
INPUT, OUTPUTS = "input.1", ("537", "538", "539")
"""Heat map, sizes, offsets; a fourth output (landmarks) is never asked for."""
_SHAPES = ({7}, {11, 12}, {2}, {1}, {2})
"""ModelProto.graph, GraphProto.input and output, ValueInfoProto.type, TypeProto.tensor_type, Tensor.shape."""

Maps = tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]


class FaceModel:
    """The loaded network; in the child, one thread."""

    def __init__(self) -> None:
        runtime = _onnxruntime()
        options = runtime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False
        data = of_any_size(checked_model(FILE, LICENCE_FILE))
        self._session = runtime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        self.name = f"{NAME}@{VERSION}; sha256 {SHA256[:16]}; onnxruntime {runtime.__version__}"

    def maps(self, rgb: NDArray[np.uint8]) -> Maps:
        """Heat map (1), sizes (2), offsets (2), each a quarter of the picture's rows and columns (multiples of 32)."""
        blob = np.ascontiguousarray(rgb.transpose(2, 0, 1)[None], np.float32)
        heat, sizes, offsets = self._session.run(list(OUTPUTS), {INPUT: blob})
        return heat[0], sizes[0], offsets[0]


def checked_model(file: Path, licence: Path) -> bytes:
    """The bytes of the model; raises IntegrityBroken when they or their licence are not the ones that were examined."""
    for path, sha256 in ((file, SHA256), (licence, LICENCE_SHA256)):
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            raise IntegrityBroken(
                "the model that finds faces, or its licence, is not the one examined",
                where=path.name,
                do="install tawthiq again",
            )
    return file.read_bytes()


def of_any_size(model: bytes) -> bytes:
    """The same network without the fixed size of input and output that it was exported with."""
    return b"".join(_without(model, _SHAPES))


def _onnxruntime() -> Any:
    try:
        return import_module("onnxruntime")
    except ImportError as reason:
        raise BadInput("finding faces needs onnxruntime", do="pip install 'tawthiq[masking]'") from reason


def _without(data: bytes, path: Sequence[set[int]]) -> Iterator[bytes]:
    """The fields of a protocol buffer message, but for those that lie at the end of the path of field numbers."""
    here, *deeper = path
    for number, body, whole in _fields(data):
        if number not in here:
            yield whole
        elif deeper:
            inner = b"".join(_without(body, deeper))
            yield _varint(number << 3 | 2) + _varint(len(inner)) + inner


def _fields(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """(field number, body of a nested field, the whole field) of a message."""
    at = 0
    while at < len(data):
        begin = at
        key, at = _read_varint(data, at)
        kind, body_begin = key & 7, at
        if kind == 0:
            _, at = _read_varint(data, at)
        elif kind == 2:
            n_bytes, body_begin = _read_varint(data, at)
            at = body_begin + n_bytes
        elif kind in (1, 5):
            at += 8 if kind == 1 else 4
        else:
            raise IntegrityBroken("the model is no protocol buffer", where=FILE.name, do="install tawthiq again")
        yield key >> 3, data[body_begin:at], data[begin:at]


def _read_varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)
