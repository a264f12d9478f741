"""
The typefaces for print: fixed faces cut from the variable fonts of three packages.

Two are the site's own; the third has Hebrew and Arabic letters for names that are written so.

Fixed faces are set faster than variable ones, and drawings can only use fixed ones. They are cut
once and kept in the cache; nothing of them lies in the repository.
"""

import shutil
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

PACKAGES = ("fontpkg_source_sans_3", "fontpkg_fraunces", "fontpkg_rubik")


@dataclass(frozen=True)
class Face:
    """One face: where it is cut from, at which place of the axes, and what it is called."""

    package: str
    file: str
    axes: tuple[tuple[str, float], ...]
    family: str
    style: str
    weight: int


TEXT, DISPLAY, RIGHT_TO_LEFT = PACKAGES
FACES = (
    Face(TEXT, "SourceSans3[wght].ttf", (("wght", 400),), "Source Sans 3", "Regular", 400),
    Face(TEXT, "SourceSans3[wght].ttf", (("wght", 660),), "Source Sans 3", "Bold", 700),
    Face(TEXT, "SourceSans3-Italic[wght].ttf", (("wght", 400),), "Source Sans 3", "Italic", 400),
    Face(
        DISPLAY,
        "Fraunces[SOFT,WONK,opsz,wght].ttf",
        (("SOFT", 0), ("WONK", 0), ("opsz", 40), ("wght", 600)),
        "Fraunces",
        "Bold",
        700,
    ),
    Face(RIGHT_TO_LEFT, "Rubik[wght].ttf", (("wght", 400),), "Rubik", "Regular", 400),
)


def folder(cache_: Path) -> Path:
    """Where the cut faces are below `cache_`, or will be."""
    # Loaded when it is needed: a process that only sets pages is started often.
    from importlib.metadata import version

    return cache_ / f"fonts-{'-'.join(version(name.replace('_', '-')) for name in PACKAGES)}"


def fonts(done: Path) -> Path:
    """The folder of the cut faces, cut if they are not there yet."""
    if done.is_dir():
        return done
    part = done.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    for face in FACES:
        _cut(face).save(part / f"{face.family}-{face.style}.ttf".replace(" ", ""))
    part.rename(done)
    return done


def _cut(face: Face) -> "TTFont":
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    font = TTFont(_source(face.package) / face.file, recalcTimestamp=False)
    # Overlapping shapes are joined by the renderer; joining them here would take a minute.
    font = instancer.instantiateVariableFont(
        font, dict(face.axes), inplace=True, overlap=instancer.OverlapMode.KEEP_AND_SET_FLAGS
    )
    names = font["name"]
    for number in (16, 17, 21, 22, 25):
        names.removeNames(nameID=number)
    full = f"{face.family} {face.style}"
    for number, text in (
        (1, face.family), (2, face.style), (4, full), (6, full.replace(" ", "-")),
    ):  # fmt: skip
        names.removeNames(nameID=number)
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = face.weight
    return font


def _source(package: str) -> Path:
    return Path(str(files(package))) / "files"


@cache
def known_signs() -> frozenset[str]:
    """Signs that one of the faces has to which all others fall back, and every plain one."""
    from fontTools.ttLib import TTFont

    found = {
        chr(sign)
        for face in FACES
        if face.package != DISPLAY and face.style == "Regular"
        for sign in TTFont(_source(face.package) / face.file, lazy=True).getBestCmap()
    }
    return frozenset(found.union(map(chr, range(127))))
