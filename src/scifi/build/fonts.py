"""
The two typefaces of the site, each file with the characters of European languages and no more.

A page loads the letters of Western Europe; the others only where a name needs one of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset

SHEET = "faces.css"
"""The style sheet that names the files, beside them."""

WESTERN = (
    *range(0x20, 0x7F),
    *range(0xC0, 0x100),
    *map(ord, "\N{NO-BREAK SPACE}¡£§«°±²³·»½¿ŒœıŸ–—‘’‚“”„•…′″‹›€−"),
)
"""ASCII, the letters of Latin-1, and the signs that texts in Western Europe use."""

OTHER_EUROPEAN = tuple(
    map(
        ord,
        "ĄąĆćĘęŁłŃńŚśŹźŻż"  # Polish
        "ČčĎďĚěĹĺĽľŇňŔŕŘřŠšŤťŮůŽž"  # Czech, Slovak, Slovene, Croatian
        "ĐđŐőŰű"  # Croatian, Hungarian
        "ĂăȘșȚțŞşŢţ"  # Romanian, as it is and was written
        "ĀāĒēĢģĪīĶķĻļŅņŪūĖėĮįŲų"  # Latvian, Lithuanian
        "ĊċĠġĦħĞğİ",  # Maltese, Turkish
    )
)
"""The other letters of languages in Latin script that cities of Europe have their names in."""

FEATURES = ("kern", "liga", "locl")
"""Space between letters, joined letters, and forms of a language; nothing else is used."""


@dataclass(frozen=True)
class Face:
    """One typeface: its name in style sheets, its weights, where its package has the files."""

    family: str
    weights: str
    file: str


FACES = (
    Face(
        "Source Sans 3 Variable",
        "200 900",
        "@fontsource-variable/source-sans-3/files/source-sans-3-{letters}-wght-normal.woff2",
    ),
    Face("Fraunces", "600", "@fontsource/fraunces/files/fraunces-{letters}-600-normal.woff2"),
)


def write(packages: Path, folder: Path) -> None:
    """Write the fonts of the packages in `node_modules`, and `SHEET`, which names them."""
    folder.mkdir(parents=True)
    rules = []
    for face in FACES:
        for letters, points in (("latin", WESTERN), ("latin-ext", OTHER_EUROPEAN)):
            source = packages / face.file.format(letters=letters)
            _write_subset(source, points, folder / source.name)
            rules.append(_rule(face, source.name, points))
    (folder / SHEET).write_text("".join(rules), encoding="utf-8")


def _write_subset(source: Path, points: Sequence[int], out: Path) -> None:
    options = subset.Options(flavor="woff2", hinting=False, layout_features=list(FEATURES))
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    subset.save_font(font, str(out), options)


def _rule(face: Face, file: str, points: Sequence[int]) -> str:
    return (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weights};'
        f' font-display: optional; src: url("{file}") format("woff2");'
        f" unicode-range: {unicode_range(points)}; }}\n"
    )


def unicode_range(points: Sequence[int]) -> str:
    """Code points as style sheets write them, neighbours together: `U+20-7E, U+131`."""
    runs: list[list[int]] = []
    for point in sorted(points):
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)
