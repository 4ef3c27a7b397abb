"""Photographs that packages ship, for the benchmarks of compare; none is kept in this repository, none shows a child.

Python: scikit-image, scikit-learn. Debian: apt-get download mate-backgrounds lomiri-wallpapers-16.04
lomiri-wallpapers-20.04 plasma-workspace-wallpapers opencv-doc palapeli-data, then dpkg-deb -x each into one folder.
DEV was looked at while thresholds were chosen; HELD_OUT was not. Each entry is the end of a path.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from PIL import Image

LONGEST = 1600


def _under(folder: str, names: str, ending: str = "") -> list[str]:
    return [f"{folder}{name}{ending}" for name in names.split()]


DEV = _under(
    "mate/nature/",
    """
    Aqua Blinds Dune FreshFlower Garden GreenMeadow LadyBird RainDrops Storm TwoWings Wood YellowFlower
    """,
    ".jpg",
)
_SKIMAGE = _under(
    "skimage/data/",
    """
    astronaut.png brick.png camera.png chelsea.png coffee.png coins.png grass.png gravel.png
    hubble_deep_field.jpg ihc.png motorcycle_left.png page.png retina.jpg rocket.jpg
    """,
    "",
)
_SKLEARN = _under(
    "sklearn/datasets/images/",
    """
    china flower
    """,
    ".jpg",
)
_LOMIRI = _under(
    "share/backgrounds/",
    """
    Bridge_by_Sander_Klootwijk Dragonfly_by_Bolly Picture_0B_by_freespace Picture_1A_by_freespace
    Wine_by_Jakkub_Mede aitzgorri_by_Aitzol_Berasategi free_by_Peter_Nerlich friends_by_Aitzol_Berasategi
    greentock_by_Peter_Nerlich life_by_Aitzol_Berasategi picosdeeuropa_by_Aitzol_Berasategi
    seeding_by_Clements_Engelhardt sunset_by_Aitzol_Berasategi Kleiber_by_Lukas_Baubkus
    """,
    ".jpg",
)
_PLASMA = _under(
    "",
    """
    BytheWater/contents/images/1920x1080.jpg ColdRipple/contents/images/1920x1080.jpg
    ColorfulCups/contents/images/2560x1600.jpg EveningGlow/contents/images/1920x1080.jpg
    FallenLeaf/contents/images/1920x1080.jpg Grey/contents/images/1920x1080.jpg
    Kite/contents/images/1920x1080.jpg OneStandsOut/contents/images/1920x1080.jpg
    Path/contents/images/1920x1080.jpg Volna/contents/images/5120x2880.jpg
    summer_1am/contents/images/1920x1080.jpg
    """,
    "",
)
_OPENCV = _under(
    "opencv-doc/examples/",
    """
    alphamat/input_images/plant.jpg data/aero1.jpg data/aloeL.jpg data/apple.jpg data/baboon.jpg
    data/basketball1.png data/board.jpg data/box_in_scene.png data/building.jpg data/butterfly.jpg
    data/chicky_512.png data/fruits.jpg data/graf1.png data/home.jpg data/left.jpg data/left01.jpg
    data/leuvenA.jpg data/licenseplate_motion.jpg data/messi5.jpg data/orange.jpg data/rubberwhale1.png
    data/squirrel_cls.jpg data/stuff.jpg data/sudoku.png hfs/data/000.jpg reg/home.png
    """,
    "",
)
_PALAPELI = _under(
    "palapeli/collection/",
    """
    castle-maintenon cincinnati-bridge citrus-fruits european-honey-bee panther-chameleon-female
    """,
    ".jpg",
)
HELD_OUT = [*_SKIMAGE, *_SKLEARN, *_LOMIRI, *_PLASMA, *_OPENCV, *_PALAPELI]

NEAR_SCENES = [
    ("opencv-doc/examples/data/aloeL.jpg", "opencv-doc/examples/data/aloeR.jpg"),
    ("opencv-doc/examples/data/leuvenA.jpg", "opencv-doc/examples/data/leuvenB.jpg"),
    ("opencv-doc/examples/data/graf1.png", "opencv-doc/examples/data/graf3.png"),
    ("opencv-doc/examples/data/rubberwhale1.png", "opencv-doc/examples/data/rubberwhale2.png"),
    ("opencv-doc/examples/data/basketball1.png", "opencv-doc/examples/data/basketball2.png"),
    ("opencv-doc/examples/data/left.jpg", "opencv-doc/examples/data/right.jpg"),
    ("opencv-doc/examples/data/left01.jpg", "opencv-doc/examples/data/right01.jpg"),
    ("skimage/data/motorcycle_left.png", "skimage/data/motorcycle_right.png"),
]
"""Two views of one scene from two places, or two frames a moment apart: never to be called unrelated."""

ART = (
    "/mate/abstract/",
    "/gnome/",
    "/ukui-",
    "x_ukui",
    "/share/wallpapers/",
    "/palapeli/backgrounds/",
    "umang_",
    "Fossa_",
)
"""Drawn backgrounds and textures: no photographs, but good at causing false links."""


def find(folders: list[Path], ends: list[str]) -> dict[str, Path]:
    """The files whose path ends as listed, in the folders and installed packages; missing ones are left out."""
    paths = [path for folder in [*folders, *_installed()] for path in _pictures(folder)]
    return {end: path for end in ends for path in paths if str(path).endswith(f"/{end}")}


def find_art(folders: list[Path], taken: set[Path]) -> dict[str, Path]:
    """Other backgrounds, one for each package folder and name, without those already taken."""
    paths = [path for folder in folders for path in _pictures(folder) if any(mark in str(path) for mark in ART)]
    kept: dict[str, Path] = {}
    for path in sorted(paths):
        name = (
            str(path).split("/share/wallpapers/")[-1].split("/contents/")[0] if "/contents/" in str(path) else path.name
        )
        if path not in taken and "screenshot" not in path.name and path.stat().st_size > 60_000:
            kept.setdefault(name, path)
    return kept


def family(name: str) -> str:
    """Files of one family are one picture in other sizes or colours (dark and light of one wallpaper)."""
    plain = name.split("/contents/")[0].split("/")[-1].split(".")[0]
    return re.sub(r"(-[dl]|_[0-9]+x[0-9]+)$", "", plain)


def load(path: Path) -> np.ndarray:
    """Rows x columns x 3 bytes, the longest side at most 1,600 pixels."""
    with Image.open(path) as image:
        image.draft("RGB", (LONGEST, LONGEST))
        plain = image.convert("RGB")
        plain.thumbnail((LONGEST, LONGEST))
        return np.asarray(plain)


def _pictures(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.suffix.lower() in (".jpg", ".jpeg", ".png", ".webp")]


def _installed() -> list[Path]:
    places = [("skimage", "data"), ("sklearn", "datasets/images")]
    specs = [(find_spec(name), below) for name, below in places]
    return [Path(spec.origin).parent / below for spec, below in specs if spec and spec.origin]
