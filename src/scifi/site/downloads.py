"""Files beside the pages: what is behind the charts as CSV, and as figures for the browser."""

import re
from collections.abc import Iterator

import pandas as pd

from scifi import language, urls
from scifi.figures.charts import CSS_BY_COLOUR, NARROW, ON_PAPER, WIDE
from scifi.model.base import Pictogram
from scifi.site import diagrams, search, tools
from scifi.site.pages import Site
from scifi.site.scripts import literal, script
from scifi.site.signs import pictogram_file

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet run a cell as a formula."""

_LATER_FORMULA = re.compile(r"""((?:^|[;\t\r\n])[\s"]*)(?=[=+@＝＋－＠-])""")
"""
Where a formula begins behind a sign that another spreadsheet takes for the end of a cell: in half
of Europe it is the semicolon.
"""

_ADDRESS = re.compile(r"https?://\S+")
_NUMBER = re.compile(r"[+-]?\d[\d.,]*")


def csv(frame: pd.DataFrame) -> str:
    """
    A frame as CSV: UTF-8, commas, a header, empty where nothing is known.

    Text that a spreadsheet would run as a formula is led in by an apostrophe.
    """
    return frame.map(_safe).to_csv(index=False, lineterminator="\n")


def _safe(cell: object) -> object:
    return led_in(cell) if isinstance(cell, str) else cell


def led_in(text: str) -> str:
    """A text for a cell; an apostrophe stands before what a spreadsheet would run as a formula."""
    if _NUMBER.fullmatch(text):
        return text
    if _ADDRESS.fullmatch(text):
        return text.replace(";", "%3B")
    led_in = f"'{text}" if text.startswith(FORMULA_STARTS) else text
    return _LATER_FORMULA.sub(r"\1'", led_in)


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Path below the site's root and text of every download, what most pages ask for first."""
    yield "assets/words.js", _words()
    yield "assets/data/search.js", script("search", search.entries(site.corpus))
    yield "assets/data/contact.js", script("contact", site.contact.doors)
    yield from tools.files(site)
    for chart in site.charts.values():
        yield f"data/charts/{chart.id}.csv", csv(chart.data)
        if chart.id in site.drawings:
            figures = {
                "wide": chart.draw(WIDE),
                "narrow": chart.draw(NARROW),
                "variables": CSS_BY_COLOUR,
            }
            # A script, not JSON: a page opened from a USB stick may not fetch files.
            name = literal(chart.id)
            code = f"(globalThis.scifiCharts ??= {{}})[{name}] = {literal(figures)};\n"
            yield f"assets/charts/{chart.id}.js", code
        for canvas in ON_PAPER:
            if drawing := site.drawings.get(chart.id, {}).get(canvas.name):
                yield urls.drawing(chart.id, canvas.name), drawing
    for chapter in site.corpus.chapters:
        yield from diagrams.files(chapter)
    for pictogram in Pictogram:
        yield f"assets/signs/{pictogram}.svg", pictogram_file(pictogram)
    for pilot in site.corpus.worked_pilots:
        yield from diagrams.files(pilot)


def _words() -> str:
    """What scripts say in the language of the site; nothing where that is English."""
    return f"globalThis.scifiWords = {literal(language.script_words())};\n"
