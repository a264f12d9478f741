"""
Pictures that other programs ask for: cards of shared links, and icons of the installed site.

Both are set by Typst, as paper is. A picture is kept in the cache until what it shows changes.
"""

import hashlib
import io
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from PIL import Image, ImageColor

from scifi.printing.setting.fonts import folder, fonts
from scifi.printing.setting.typeset import pictures
from scifi.site.share_cards import Card

COLOURS = {
    "paper": "#fbf8f2",
    "ink": "#1b1f27",
    "soft": "#525c69",
    "solutions": "#765300",
    "pathways": "#0b6074",
    "cookbook": "#a13c1c",
    "survival-guide": "#3a6628",
    "aid-kit": "#ad1c2c",
    "casestudies": "#5a3f84",
    "about": "#475160",
}
"""The light colours of the site's `tokens.css`, by name."""

STEPS = 8
"""Shades between the paper and each other colour, for the edges of letters."""

SHEET = 60
"""Cards that are set in one go; more would only take more memory."""

ICONS = {
    "icon-192.png": {"size": 192, "margin": 0, "fill": "#a13c1c00"},
    "icon-512.png": {"size": 512, "margin": 0, "fill": "#a13c1c00"},
    "icon-round.png": {"size": 512, "margin": 64, "fill": "#a13c1c"},
}
"""Icons by file: pixels of a side and of the margin, and the colour behind (here: or none)."""


def draw_cards(cards: Iterable[Card], foot: str, icon: str, kept: Path, site: Path) -> None:
    """
    Write each card below `site`; `foot` stands at the foot of all, beside `icon`, an SVG.

    `kept` is the folder of all that builds keep; the faces of paper lie in it, too.
    """
    tools = [version("typst"), version("pillow"), _template("card.typ")]
    basis = [foot, icon, str(COLOURS), str(STEPS), *tools]
    wanted = {card: _kept(kept, [*basis, json.dumps(asdict(card))]) for card in cards}
    missing = [card for card, path in wanted.items() if not path.exists()]
    for start in range(0, len(missing), SHEET):
        sheet = missing[start : start + SHEET]
        data = {"colours": COLOURS, "foot": foot, "cards": [asdict(card) for card in sheet]}
        faces = fonts(folder(kept / "print"))
        drawn = pictures("card.typ", data, {"icon.svg": icon}, faces)
        for card, picture in zip(sheet, drawn, strict=True):
            _write(wanted[card], _small(picture))
    for card, path in wanted.items():
        _write(site / card.file, path.read_bytes())


def draw_icons(icon: str, kept: Path, into: Path) -> None:
    """Write the icons of the installed site `into` a folder, drawn from `icon`, an SVG."""
    for name, asked in ICONS.items():
        path = _kept(kept, [icon, json.dumps(asked), version("typst"), _template("icon.typ")])
        if not path.exists():
            (drawn,) = pictures("icon.typ", asked, {"icon.svg": icon})
            _write(path, drawn)
        _write(into / name, path.read_bytes())


def _small(picture: bytes) -> bytes:
    """The same picture in few colours, which takes a third of the room."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as drawn:
        few = drawn.convert("RGB").quantize(palette=_palette(), dither=Image.Dither.NONE)
        few.save(out, "PNG")
    return out.getvalue()


@cache
def _palette() -> Image.Image:
    """The colours of all cards, with the shades from the paper to each."""
    paper = ImageColor.getrgb(COLOURS["paper"])
    shades = [
        round(start + (end - start) * step / STEPS)
        for colour in [*COLOURS.values(), "#ffffff"]
        for step in range(1, STEPS + 1)
        for start, end in zip(paper, ImageColor.getrgb(colour), strict=True)
    ]
    palette = Image.new("P", (1, 1))
    palette.putpalette(shades)
    return palette


def _kept(kept: Path, shown: Sequence[str]) -> Path:
    """Where a picture is kept: a name made from all that it shows."""
    name = hashlib.sha256("\0".join(shown).encode()).hexdigest()[:24]
    return kept / "pictures" / f"{name}.png"


def _template(name: str) -> str:
    return (files("scifi.printing.setting") / name).read_text(encoding="utf-8")


def _write(path: Path, content: bytes) -> None:
    # Written beside it and renamed, so that a run that is stopped leaves no half picture.
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)
