"""A chart's drawing for paper: the palette's variables become inks that also work in grey."""

import hashlib
import re

from lxml import etree
from lxml.html import HtmlElement

INK_BY_VARIABLE = {
    "--chart-ink": "#16191f",
    "--chart-soft": "#4a525d",
    "--chart-line": "#c4c8ce",
    "--chart-paper": "#ffffff",
    "--chart-1": "#0b5d79",
    "--chart-2": "#a8461f",
    "--chart-3": "#44702f",
    "--chart-4": "#7a3055",
}
"""The light palette, a little darker, because office toner is paler than a screen."""

BLACK_BY_VARIABLE = {
    **dict.fromkeys(INK_BY_VARIABLE, "#000000"),
    "--chart-line": "#d9d9d9",
    "--chart-paper": "#ffffff",
    "--chart-soft": "#333333",
}
"""One ink: kinds stay apart by pattern, shape and word."""

UNSAFE = {"script", "foreignObject", "image", "a", "style", "animate", "set", "use"}
"""Elements that could fetch or run something; our own drawings have none of them."""


def drawing(svg: HtmlElement, ink_saver: bool) -> str:
    """An inline `<svg>` as a file of its own, with real colours and the shipped typeface."""
    for one in list(svg.iter()):
        if isinstance(one.tag, str) and etree.QName(one).localname in UNSAFE:
            one.drop_tree()
    text = etree.tostring(svg, encoding="unicode", with_tail=False)
    # The HTML reader writes names in small letters; SVG tells them apart.
    for name in ("viewBox", "clipPath", "linearGradient", "patternUnits", "patternTransform"):
        text = re.sub(rf"(?<=[<\s/]){name.lower()}(?=[\s=>])", name, text)
    inks = BLACK_BY_VARIABLE if ink_saver else INK_BY_VARIABLE
    text = re.sub(r"var\((--[\w-]+)\)", lambda match: inks.get(match.group(1), "#16191f"), text)
    text = text.replace("font-family: inherit", "font-family: 'Source Sans 3'")
    if "xmlns=" not in text:
        text = text.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return text


def ratio(svg: HtmlElement) -> float:
    """Height by width of an inline `<svg>`; 0 if it does not tell."""
    box = [float(one) for one in re.findall(r"[\d.]+", svg.get("viewbox") or "")]
    return box[3] / box[2] if len(box) == 4 and box[2] else 0


def file_name(svg: str) -> str:
    """A name that is the same for the same drawing."""
    return f"drawing-{hashlib.sha256(svg.encode()).hexdigest()[:16]}.svg"
