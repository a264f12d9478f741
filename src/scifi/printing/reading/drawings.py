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

DRAWING_TAGS = {
    "svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polygon",
    "polyline", "text", "tspan", "clippath", "pattern", "lineargradient", "stop", "marker",
}  # fmt: skip
"""All that our drawings are made of; any other tag could fetch or run something."""

SAFE_ATTRIBUTE = re.compile(r"(?!on)(?!.*href$)[a-z][\w:-]*", re.IGNORECASE)
OUTSIDE = re.compile(r"url\(\s*['\"]?(?!\s*['\"]?#)", re.IGNORECASE)
"""A reference to something that is not in the drawing."""

DRAWING_SIZE = re.compile(r"[1-9]\d{0,4}(\.\d+)?(px)?")
VIEW_BOX = re.compile(r"(-?\d{1,5}(\.\d+)? ){2}[1-9]\d{0,4}(\.\d+)? [1-9]\d{0,4}(\.\d+)?")


def is_drawing(svg: HtmlElement) -> bool:
    """True for one that says how large it is; nothing else can be set."""
    return VIEW_BOX.fullmatch(svg.get("viewbox") or svg.get("viewBox") or "") is not None


def drawing(svg: HtmlElement, ink_saver: bool) -> str:
    """An inline `<svg>` as a file of its own, with real colours and the shipped typeface."""
    _clean(svg)
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
    box = [float(number) for number in re.findall(r"[\d.]+", svg.get("viewbox") or "")]
    return box[3] / box[2] if len(box) == 4 and box[2] else 0


def _clean(svg: HtmlElement) -> None:
    """Leave nothing that reaches out of the drawing."""
    for element in list(svg.iter()):
        if not isinstance(element.tag, str) or element.tag.lower() not in DRAWING_TAGS:
            element.drop_tree()
            continue
        for name, value in element.attrib.items():
            if not SAFE_ATTRIBUTE.fullmatch(name) or OUTSIDE.search(value):
                del element.attrib[name]
    for name in ("width", "height"):
        if not DRAWING_SIZE.fullmatch(svg.get(name) or "1"):
            del svg.attrib[name]


def file_name(svg: str) -> str:
    """A name that is the same for the same drawing."""
    return f"drawing-{hashlib.sha256(svg.encode()).hexdigest()[:16]}.svg"
