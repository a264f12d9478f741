"""A chart's drawing for paper: the palette's variables become inks that also work in grey."""

import hashlib
import re
from pathlib import Path

from lxml import etree
from lxml.html import HtmlElement

from scifi import urls
from scifi.figures.palette import LARGE_PRINT, PRINT
from scifi.printing.style import Style

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

SVG = "http://www.w3.org/2000/svg"
DRAWING_TAGS = {
    "svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polygon",
    "polyline", "text", "tspan", "clipPath", "pattern", "linearGradient", "stop", "marker",
}  # fmt: skip
"""All that our drawings are made of; any other tag could fetch or run something."""

SAFE_ATTRIBUTE = re.compile(r"(?!on|href)[a-z][\w-]*", re.IGNORECASE)
"""One without a namespace, such as that of links, that runs nothing."""

OUTSIDE = re.compile(r"url\(\s*['\"]?(?!\s*['\"]?#)", re.IGNORECASE)
"""A reference to something that is not in the drawing."""


def drawing(site: Path, chart: str | None, style: Style) -> tuple[str, int, str] | None:
    """
    The drawing of a chart as SVG with real colours, its true width in points, and its words.

    Returns None where the site has none: it was built without a browser.
    """
    canvas = LARGE_PRINT if style.large else PRINT
    file = site / urls.drawing(chart or "", canvas.name)
    if not re.fullmatch(r"[\w-]+", chart or "") or not file.is_file():
        return None
    text, svg = _inked(file.read_bytes(), style)
    words = [svg.findtext(f"{{{SVG}}}{tag}") or "" for tag in ("title", "desc")]
    return text, canvas.printed, " ".join(words)


def inline_drawing(element: HtmlElement, style: Style) -> tuple[str, int, str]:
    """
    The same of a drawing that stands in the page itself, as wide as a column.

    It has letters of 15 px and gives all that lies across in per cent, so that it can be set in
    any width: here one at which its letters have 8.7 points, or 18 in large print.
    """
    across, printed = (400, 480) if style.large else (380, 220)
    given = etree.tostring(element, encoding="unicode", with_tail=False)
    given = given.replace("<svg", f'<svg xmlns="{SVG}"', 1)
    given = given.replace('width="100%"', f'width="{across}"', 1)
    text, _svg = _inked(given.encode(), style)
    return text, printed, element.get("aria-label") or ""


def _inked(given: bytes, style: Style) -> tuple[str, etree._Element]:
    """A drawing with nothing that reaches out of it, in the inks of the edition."""
    parser = etree.XMLParser(resolve_entities=False, remove_comments=True, recover=True)
    svg = etree.fromstring(given, parser)
    _clean(svg)
    inks = BLACK_BY_VARIABLE if style.ink_saver else INK_BY_VARIABLE
    text = etree.tostring(svg, encoding="unicode")
    text = re.sub(r"var\((--[\w-]+)\)", lambda match: inks.get(match.group(1), "#16191f"), text)
    return text.replace('font-family="inherit"', 'font-family="Source Sans 3"'), svg


def _clean(svg: etree._Element) -> None:
    """Leave nothing that reaches out of the drawing."""
    for element in list(svg.iter()):
        if str(element.tag) not in {f"{{{SVG}}}{tag}" for tag in DRAWING_TAGS}:
            if (parent := element.getparent()) is not None:
                parent.remove(element)
            continue
        for name, value in element.attrib.items():
            if not SAFE_ATTRIBUTE.fullmatch(str(name)) or OUTSIDE.search(str(value)):
                del element.attrib[name]
    etree.cleanup_namespaces(svg)


def file_name(svg: str) -> str:
    """A name that is the same for the same drawing."""
    return f"drawing-{hashlib.sha256(svg.encode()).hexdigest()[:16]}.svg"
