"""Nothing that is installed with us can tell one face from another, or turn a person into numbers to be compared."""

from __future__ import annotations

import re
import tomllib

from house.source import ROOT, SRC

RECOGNITION = re.compile(
    r"face[-_]?recog|face[-_]?net|arc[-_]?face|cos[-_]?face|sphere[-_]?face|ada[-_]?face|mag[-_]?face|vgg[-_]?face|deep[-_]?face"
    r"|insight[-_]?face|openface|retina[-_]?face|dlib|compreface|facexlib|face[-_]?alignment|kornia|speaker[-_]?(id|recog|verif)"
    r"|resemblyzer|pyannote|speechbrain|re[-_]?id\b|torchreid",
)
EMBEDDING = re.compile(
    r"^(torch|torchvision|torchaudio|tensorflow.*|tf-keras|keras.*|jax|jaxlib|flax|mxnet.*|paddlepaddle.*|timm|transformers"
    r"|sentence-transformers|open[-_]clip.*|clip.*|openai-clip|fastembed|faiss-gpu.*|annoy|towhee.*|imgbeddings|gensim"
    r"|mediapipe|deface|uniface|supervision|ultralytics|yolov?\d*.*|onnx|hsemotion.*|deepsparse|imagebind)$"
)
MODEL_FILES = (
    ".onnx",
    ".pt",
    ".pth",
    ".h5",
    ".pb",
    ".tflite",
    ".safetensors",
    ".caffemodel",
    ".mnn",
    ".engine",
    ".gguf",
)
PIN = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
ALLOWED_MODELS = {"record/collect/masking/centerface.onnx"}


def named(lock: str) -> set[str]:
    """The packages that a lock pins."""
    return {name.lower() for name in PIN.findall(lock)}


def forbidden(names: set[str]) -> list[str]:
    """Those that recognise, or that embed."""
    return sorted(name for name in names if RECOGNITION.search(name) or EMBEDDING.match(name))


def asked_for() -> set[str]:
    """What pyproject names, in every extra and group."""
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = said["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    wanted += [one for group in said["dependency-groups"].values() for one in group]
    return {re.split(r"[\[<>=!~; ]", one, maxsplit=1)[0].lower() for one in wanted}


def test_no_lock_and_no_extra_names_a_recognition_or_embedding_package() -> None:
    locks = sorted(ROOT.glob("requirements*.lock"))
    names = {name for lock in locks for name in named(lock.read_text(encoding="utf-8"))} | asked_for()
    assert len(names) > 100 and "onnxruntime" in names
    assert forbidden(names) == []


def test_the_one_model_that_we_ship_is_the_one_that_finds_faces() -> None:
    models = {str(path.relative_to(SRC)) for path in SRC.rglob("*") if path.suffix in MODEL_FILES}
    assert models == ALLOWED_MODELS


def test_a_planted_package_is_found() -> None:
    planted = "dlib==19\n    --hash=sha256:0\nface-recognition==1\nsentence-transformers==5\ntorch==2\nnumpy==2\n"
    assert forbidden(named(planted)) == ["dlib", "face-recognition", "sentence-transformers", "torch"]
