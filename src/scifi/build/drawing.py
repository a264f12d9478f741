"""
Charts as SVG: drawn once by a real browser, kept until the figure changes.

The only module that talks to Kaleido, which draws with the Plotly.js in the package plotly.
Drawings carry CSS variables instead of colours, so they follow the palette of the page they
stand in.
"""

import hashlib
import json
import re
import tempfile
from collections.abc import Iterable
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from scifi.build import browser
from scifi.figures.charts import CSS_BY_COLOUR, NARROW, WIDE, Chart, PlotlyFigure

FORMAT = "5"
"""Raised whenever `_finish` changes, so that older drawings are made anew."""


class Drawing(NamedTuple):
    """A chart's figure at a width, and the file that keeps it, named after all it shows."""

    chart: Chart
    width: int
    figure: PlotlyFigure
    path: Path


def draw(charts: Iterable[Chart], cache: Path) -> dict[str, dict[int, str]]:
    """
    SVG markup by chart id and width (`WIDE`, `NARROW`), drawing only what `cache` lacks.

    Returns an empty dict where the machine has no browser: pages then show the tables.
    """
    if browser.find() is None:
        return {}
    cache.mkdir(parents=True, exist_ok=True)
    wanted = [_drawing(chart, width, cache) for chart in charts for width in (WIDE, NARROW)]
    _draw_missing([drawing for drawing in wanted if not drawing.path.exists()])
    drawn: dict[str, dict[int, str]] = {}
    for drawing in wanted:
        markup = drawing.path.read_text(encoding="utf-8")
        drawn.setdefault(drawing.chart.id, {})[drawing.width] = markup
    return drawn


def _drawing(chart: Chart, width: int, cache: Path) -> Drawing:
    figure = chart.draw(width)
    tools = [FORMAT, version("kaleido"), version("plotly")]
    shown = [*tools, chart.id, chart.finding, chart.describe, json.dumps(figure)]
    name = hashlib.sha256("\n".join(shown).encode()).hexdigest()[:24]
    return Drawing(chart, width, figure, cache / f"{name}.svg")


def _draw_missing(missing: list[Drawing]) -> None:
    if not missing:
        return
    import kaleido

    with tempfile.TemporaryDirectory() as folder:
        raw = [Path(folder, f"{number}.svg") for number in range(len(missing))]
        jobs = [
            {"fig": drawing.figure, "path": str(path), "opts": {"format": "svg", **_size(drawing)}}
            for drawing, path in zip(missing, raw, strict=True)
        ]
        kaleido.write_fig_from_object_sync(
            jobs, kopts={"n": 1, "path": browser.find(), "timeout": 90}
        )
        for drawing, path in zip(missing, raw, strict=True):
            # Written beside and renamed: a stopped build leaves no half drawing behind.
            part = drawing.path.with_suffix(".part")
            svg = _finish(path.read_text(encoding="utf-8"), drawing.chart, drawing.width)
            part.write_text(svg, encoding="utf-8")
            part.replace(drawing.path)


def _size(drawing: Drawing) -> dict[str, float]:
    return {name: drawing.figure["layout"][name] for name in ("width", "height")}


def _finish(svg: str, chart: Chart, width: int) -> str:
    """Name the drawing for screen readers, make its ids stable, let the palette colour it."""
    name = f"{chart.id}-{width}"
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
    size = f"0 0 {box.group(1)} {box.group(2)}" if box else "0 0 760 400"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}" class="main-svg" role="img" '
        f'aria-labelledby="{name}-title {name}-text">'
        f'<title id="{name}-title">{escape(chart.finding)}</title>'
        f'<desc id="{name}-text">{escape(chart.describe)}</desc>'
    )
    svg = re.sub(r"<svg[^>]*>", head, svg, count=1)
    # Two decimals of a pixel are enough for a shape; texts keep every digit.
    svg = re.sub(
        r'(\s(?:d|transform|x|y|x1|x2|y1|y2|cx|cy|r|width|height)=")([^"]*)',
        lambda m: m.group(1) + re.sub(r"(\d+\.\d\d)\d+", r"\1", m.group(2)),
        svg,
    )
    # Quotes inside style attributes end them early once the markup stands in a page.
    svg = re.sub(r"font-family: [^;\"]*;", "font-family: inherit;", svg.replace("&quot;", "'"))
    return svg
