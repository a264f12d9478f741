"""
The typefaces for print: fixed faces cut from the variable fonts of three packages.

Two are the site's own; the third has Hebrew and Arabic letters for names that are written so.

Fixed faces are set faster than variable ones, and drawings can only use fixed ones. So are faces of
the text that know only what we use: kerning, and raised and lowered figures. They are cut once and
kept in the cache; nothing of them lies in the repository.
"""

import hashlib
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
USED = ["kern", "sups", "subs"]
"""Features of a typeface that the text uses; small capitals and ligatures it does not."""

FONTS_CODE = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]
"""Changed code may cut other faces from the same packages."""


def folder(cache_: Path) -> Path:
    """Where the cut faces are below `cache_`, or will be."""
    # Loaded when it is needed: a process that only sets pages is started often.
    from importlib.metadata import version

    versions = [version(name.replace("_", "-")) for name in PACKAGES]
    return cache_ / "-".join(["fonts", *versions, FONTS_CODE])


def fonts(done: Path) -> Path:
    """The folder of the cut faces, cut if they are not there yet."""
    if done.is_dir():
        return done
    part = done.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    for face in FACES:
        _cut(face).save(part / _file_name(face.family, face.style))
    part.rename(done)
    return done


def _file_name(family: str, style: str) -> str:
    return f"{family}-{style}.ttf".replace(" ", "")


def _cut(face: Face) -> "TTFont":
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    font = TTFont(_source(face.package) / face.file, recalcTimestamp=False)
    # Overlapping shapes are joined by the renderer; joining them here would take a minute.
    font = instancer.instantiateVariableFont(
        font, dict(face.axes), inplace=True, overlap=instancer.OverlapMode.KEEP_AND_SET_FLAGS
    )
    for number in (16, 17, 21, 22, 25):
        font["name"].removeNames(nameID=number)
    _name(font, face.family, face.style)
    font["OS/2"].usWeightClass = face.weight
    if face.package == TEXT:
        _simplify(font)
    return font


def _simplify(font: "TTFont") -> None:
    """Keep every character, and of the features only those that are used."""
    from fontTools import subset

    options = subset.Options(layout_features=USED, name_IDs=["*"], drop_tables=["STAT"])
    cut = subset.Subsetter(options)
    cut.populate(unicodes=font.getBestCmap())
    cut.subset(font)


def _name(font: "TTFont", family: str, style: str) -> None:
    full = f"{family} {style}"
    for number, text in ((1, family), (2, style), (4, full), (6, full.replace(" ", "-"))):
        font["name"].removeNames(nameID=number)
        font["name"].setName(text, number, 3, 1, 0x409)


def _source(package: str) -> Path:
    return Path(str(files(package))) / "files"


@cache
def known_characters() -> frozenset[str]:
    """What the faces can show to which all others fall back, and every plain character."""
    from fontTools.ttLib import TTFont

    found = {
        chr(character)
        for face in FACES
        if face.package != DISPLAY and face.style == "Regular"
        for character in TTFont(_source(face.package) / face.file, lazy=True).getBestCmap()
    }
    return frozenset(found.union(map(chr, range(127))))
