"""Writes THIRD_PARTY.md: every package installed with Tawthiq, its version, its licence as its own metadata says.

Run in an environment that holds the lock, after `make lock`: .venv/bin/python scripts/credits.py
"""

from __future__ import annotations

import re
from importlib.metadata import distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;]+)", re.MULTILINE)
HEAD = """# Third-party work

Tawthiq stands on the work of others. Of theirs, only the files named first are copied into this repository.

## Shipped with us

| File | Work | Licence |
| --- | --- | --- |
{shipped}

## Installed with us

From `requirements.lock`; licences as each package states them.

| Package | Version | Licence |
| --- | --- | --- |
"""
SHIPPED = (
    ("tests/browser/vendor/axe-4.14.1.min.js", "axe-core 4.14.1, Deque Systems (tests only)", "MPL-2.0"),
    ("src/tawthiq/doors/static/vendor/htmx-2.0.11.min.js", "htmx 2.0.11, Big Sky Software", "0BSD"),
    ("src/tawthiq/doors/static/vendor/noto-naskh-arabic-arabic-400-normal.woff2", "Noto Naskh Arabic", "OFL-1.1"),
    ("src/tawthiq/doors/static/vendor/noto-naskh-arabic-arabic-700-normal.woff2", "Noto Naskh Arabic", "OFL-1.1"),
    (
        "src/tawthiq/record/collect/masking/centerface.onnx",
        "CenterFace (centerface_bnmerged.onnx), StarClouds 2019; trained on WIDER FACE",
        "MIT",
    ),
    (
        "src/tawthiq/report/publish/boundaries.json",
        "Natural Earth 1:10m states and provinces, generalised by QGIS contributors",
        "Public domain",
    ),
)


def licence(name: str) -> str:
    """The licence in a few words: the expression, else the classifier, else the first line of the field."""
    about = distribution(name).metadata.json
    if stated := about.get("license_expression"):
        return str(stated)
    classes = [line.rpartition(" :: ")[2] for line in about.get("classifier", []) if line.startswith("License ::")]
    named = [one for one in classes if one != "OSI Approved"]
    if named:
        return ", ".join(named)
    return (str(about.get("license") or "").strip().splitlines() or ["see the package"])[0][:60]


def main() -> None:
    """Writes the page."""
    pins = PIN.findall((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    shipped = "\n".join(f"| `{file}` | {work} | {terms} |" for file, work, terms in SHIPPED if (ROOT / file).exists())
    rows = "\n".join(f"| {name} | {version} | {licence(name)} |" for name, version in pins)
    (ROOT / "THIRD_PARTY.md").write_text(f"{HEAD.format(shipped=shipped)}{rows}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
