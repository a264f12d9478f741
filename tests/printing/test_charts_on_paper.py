"""Charts in the PDFs of the built site: letters that can be read, few rows, the rest named."""

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.etree
import lxml.html
import pytest

from scifi import urls
from scifi.figures.charts import ON_PAPER, SITE_CHARTS
from scifi.figures.palette import LARGE_PRINT, PRINT, Canvas
from scifi.printing.papers.editions import editions, styled
from scifi.printing.reading.article import article_element
from scifi.printing.style import Style

from .pagemeasures import Line, measured

SMALLEST = {PRINT: 8.0, LARGE_PRINT: 18.0}
"""Letters inside a chart, points."""

MOST_ROWS = 12

SVG = "{http://www.w3.org/2000/svg}"


def rows(svg: lxml.etree._Element) -> int:
    """How many rows a drawing has, by the labels beside or above them."""
    labels = [element.get("class") for element in svg.iter(f"{SVG}g")]
    return labels.count("annotation") or labels.count("ytick")


def figures(site: Path, address: str) -> Iterator[tuple[str, str]]:
    """Name and title of each chart on a page."""
    for figure in article_element(site, address)[0].find_class("chart"):
        yield figure.get("data-chart"), figure.find_class("chart-finding")[0].text_content()


def letters(path: Path, finding: str) -> list[Line]:
    """The lines of a chart in a PDF: from its title to the line that says what was counted."""
    for page in measured(path):
        lines = list(page.lines())
        begins = [at for at, line in enumerate(lines) if finding.startswith(line.words)]
        for start in begins:
            for end in range(start, len(lines)):
                if lines[end].words.startswith("Counted:"):
                    return lines[start:end]
    return []


@pytest.mark.parametrize("canvas", ON_PAPER, ids=lambda canvas: canvas.name)
def test_charts_in_chapters_can_be_read_and_name_what_they_leave_out(
    canvas: Canvas, site: Path, published
):
    """Measured on the page: no drawing was made to fit, and "43 more" are in the table."""
    found, named = 0, 0
    for edition in editions(published):
        if edition.kind != "chapter":
            continue
        path = site / styled(edition, Style(large=canvas is LARGE_PRINT)).file()
        for name, finding in figures(site, edition.address):
            lines = letters(path, finding)
            words = " ".join(line.words for line in lines)
            assert len(lines) > 8, f"{path.name} has no drawing of {name}"
            smallest = min(lines, key=lambda line: line.size)
            assert smallest.size >= SMALLEST[canvas], f"{path.name}: {name}: {smallest}"
            svg = lxml.etree.parse(str(site / urls.drawing(name, canvas.name))).getroot()
            more = re.search(r"and (\d+) more (?:is|are) in the table", svg.findtext(f"{SVG}desc"))
            assert bool(more) == ("in the table" in words), f"{path.name}: {name}"
            assert not more or more[0] in words, f"{path.name}: {name}"
            found, named = found + 1, named + bool(more)

    assert found >= 6
    assert named >= 4


@pytest.mark.parametrize("canvas", ON_PAPER, ids=lambda canvas: canvas.name)
def test_every_chart_that_pages_ask_for_has_a_drawing_of_few_rows(canvas: Canvas, site: Path):
    """Twelve at most, and with its title no higher than a page."""
    for name in SITE_CHARTS:
        svg = lxml.etree.parse(str(site / urls.drawing(name, canvas.name))).getroot()
        assert 4 <= rows(svg) <= MOST_ROWS, name
        assert float(svg.get("width")) == canvas.printed, name
        assert float(svg.get("height")) <= 560, name
