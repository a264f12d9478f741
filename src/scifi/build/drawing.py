"""
Charts as SVG: drawn once by a real browser, kept until the figure changes.

The only module that talks to Kaleido, which draws with Plotly.js.
Drawings carry CSS variables instead of colours, so they follow the palette of the page they
stand in.
"""

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterable
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from scifi.build import browser
from scifi.figures.charts import CSS_BY_COLOUR, Canvas, Chart, PlotlyFigure, canvases

FORMAT = "7"
"""Raised whenever `_finish` changes, so that older drawings are made anew."""


class Drawing(NamedTuple):
    """A chart's figure on a canvas, and the file that keeps it, named after all it shows."""

    chart: Chart
    canvas: Canvas
    figure: PlotlyFigure
    path: Path


PLOTLY = Path("node_modules/plotly.js-basic-dist-min/plotly-basic.min.js")
"""The part of Plotly.js that readers get, below the folder of the front end."""


def draw(charts: Iterable[Chart], cache: Path, frontend: Path) -> dict[str, dict[str, str]]:
    """
    SVG markup by chart id and canvas (`wide`, `narrow`, ...), drawing only what `cache` lacks.

    Charts are drawn by the Plotly.js of the packages of `frontend`; before these are installed,
    by that of the package plotly, which draws the same and loads more slowly for each drawing.
    Returns an empty dict where the machine has no browser: pages then show the tables.
    """
    if browser.find() is None:
        return {}
    cache.mkdir(parents=True, exist_ok=True)
    wanted = [_drawing(chart, canvas, cache) for chart in charts for canvas in canvases(chart)]
    missing = [drawing for drawing in wanted if not drawing.path.exists()]
    _draw_missing(missing, frontend / PLOTLY)
    drawn: dict[str, dict[str, str]] = {}
    for drawing in wanted:
        markup = drawing.path.read_text(encoding="utf-8")
        drawn.setdefault(drawing.chart.id, {})[drawing.canvas.name] = markup
    return drawn


def _drawing(chart: Chart, canvas: Canvas, cache: Path) -> Drawing:
    figure = chart.draw(canvas)
    tools = [FORMAT, version("kaleido"), version("plotly")]
    shown = [*tools, chart.id, chart.finding, chart.describe, json.dumps(figure)]
    name = hashlib.sha256("\n".join(shown).encode()).hexdigest()[:24]
    return Drawing(chart, canvas, figure, cache / f"{name}.svg")


def _draw_missing(missing: list[Drawing], plotly: Path) -> None:
    if not missing:
        return
    import kaleido

    with tempfile.TemporaryDirectory() as folder:
        raw = [Path(folder, f"{number}.svg") for number in range(len(missing))]
        jobs = [
            {"fig": drawing.figure, "path": str(path), "opts": {"format": "svg", **_size(drawing)}}
            for drawing, path in zip(missing, raw, strict=True)
        ]
        # Else Kaleido's page asks another host for MathJax, anew for each drawing.
        options = {"path": browser.find(), "timeout": 90, "mathjax": False}
        if plotly.exists():
            options["plotlyjs"] = str(plotly)
        kaleido.write_fig_from_object_sync(jobs, kopts=options)
        for drawing, path in zip(missing, raw, strict=True):
            # Written beside and renamed: a stopped build leaves no half drawing behind.
            part = drawing.path.with_suffix(f".{os.getpid()}.part")
            svg = _finish(path.read_text(encoding="utf-8"), drawing)
            part.write_text(svg, encoding="utf-8")
            part.replace(drawing.path)


def _size(drawing: Drawing) -> dict[str, float]:
    return {name: drawing.figure["layout"][name] for name in ("width", "height")}


def _finish(svg: str, drawing: Drawing) -> str:
    """Name the drawing for screen readers, make its ids stable, let the palette colour it."""
    chart, canvas = drawing.chart, drawing.canvas
    name = f"{chart.id}-{canvas.width}"
    left_out = drawing.figure["layout"].get("meta", {}).get("left_out")
    described = " ".join(filter(None, [chart.describe, left_out]))
    ids = dict.fromkeys(re.findall(r'\bid="([^"]+)"', svg))
    stable = {old: f"{name}-{number}" for number, old in enumerate(ids)}
    svg = re.sub(
        r"""(\bid="|url\(&quot;#|url\(['"]?#|href="#)([^"'&)]+)""",
        lambda m: m.group(1) + stable.get(m.group(2), m.group(2)),
        svg,
    )
    # Plotly names a scatter trace at random; nothing refers to the name.
    svg = re.sub(r'(class="trace scatter) trace\w+', r"\1", svg)
    for colour, variable in CSS_BY_COLOUR.items():
        red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        for written in (colour, f"rgb({red}, {green}, {blue})", f"rgb({red},{green},{blue})"):
            svg = svg.replace(written, f"var({variable})")
    box = re.search(r'<svg[^>]*?width="([\d.]+)"[^>]*?height="([\d.]+)"', svg)
    width, height = (float(side) for side in box.groups()) if box else (760, 400)
    size = f'viewBox="0 0 {width:g} {height:g}"'
    if canvas.printed:
        size += f' width="{canvas.printed}" height="{canvas.printed * height / width:.2f}"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} class="main-svg" role="img" '
        f'aria-labelledby="{name}-title {name}-text">'
        f'<title id="{name}-title">{escape(chart.finding)}</title>'
        f'<desc id="{name}-text">{escape(described)}</desc>'
    )
    svg = re.sub(r"<svg[^>]*>", lambda _: head, svg, count=1)
    # Two decimals of a pixel are enough for a shape; texts keep every digit.
    svg = re.sub(
        r'(\s(?:d|transform|x|y|x1|x2|y1|y2|cx|cy|r|width|height)=")([^"]*)',
        lambda m: m.group(1) + re.sub(r"(\d+\.\d\d)\d+", r"\1", m.group(2)),
        svg,
    )
    # Quotes inside style attributes end them early once the markup stands in a page.
    svg = re.sub(r"font-family: [^;\"]*;", "font-family: inherit;", svg.replace("&quot;", "'"))
    # A checker of e-books takes the quotes for a part of the address.
    svg = re.sub(r"url\('(#[^']+)'\)", r"url(\1)", svg)
    return re.sub(r'(<[^<>]*) style="([^"]*)"', lambda m: m[1] + _as_attributes(m[2]), svg)


def _as_attributes(style: str) -> str:
    """A style as attributes of the drawing: the content policy of the pages refuses styles."""
    declarations = (declaration.partition(":") for declaration in style.split(";"))
    found = {name.strip(): value.strip() for name, _colon, value in declarations}
    # It is no attribute of SVG; the style sheet of the site says it for all texts of drawings.
    found.pop("white-space", None)
    return "".join(f' {name}="{value}"' for name, value in found.items() if name and value)
