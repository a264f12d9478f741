"""A built site of a few pages, made by hand, so that each test says what stands on its page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scifi import urls
from scifi.figures.charts import ON_PAPER
from scifi.printing.imprint import Imprint
from scifi.printing.papers.compose import Composer
from scifi.printing.papers.editions import Edition, Leaf, Section
from scifi.printing.reading.article import read_article
from scifi.printing.setting.typeset import Document, Printout, run
from scifi.printing.style import Style

PROJECT = Path(__file__).parents[2]

USUAL = Style()

FRAME = """<!doctype html><html lang="en"><body><main>
<h1 data-pagefind-meta="title">{title}</h1>
<p class="print-link" data-pagefind-ignore></p>
<article class="md-typeset">{body}</article></main></body></html>"""


DRAWINGS = {
    "bins": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 200" width="400" '
    'height="125"><title>Bins fell</title><desc>Two bars.</desc>'
    '<defs><clipPath id="c"><rect width="9" height="9"/></clipPath></defs>'
    '<rect x="9" y="9" width="300" height="60" fill="var(--chart-1)"/>'
    '<text x="10" y="150" font-family="inherit" fill="var(--chart-ink)">forty</text></svg>',
    "evil": Path(__file__).with_name("evil.svg").read_text(encoding="utf-8"),
}
"""Charts drawn for paper by name; the second reaches for all that it can."""


def draw(site: Path) -> None:
    """Put the drawings where a build leaves them."""
    for name, svg in DRAWINGS.items():
        for canvas in ON_PAPER:
            file = site / urls.drawing(name, canvas.name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(svg, encoding="utf-8")


@pytest.fixture
def page(tmp_path: Path) -> Callable[..., str]:
    """Write a page into the site `tmp_path`; gives its address."""

    def write(body: str, address: str = "cookbook/stress/", title: str = "A page") -> str:
        folder = tmp_path / address
        folder.mkdir(parents=True, exist_ok=True)
        draw(tmp_path)
        (folder / "index.html").write_text(FRAME.format(title=title, body=body), encoding="utf-8")
        return address

    return write


@pytest.fixture
def printed(tmp_path: Path, page: Callable[..., str], corpus) -> Callable[..., Printout]:
    """Set one page as a PDF: `printed("<p>words</p>")`; its warnings stand in `printed.told`."""

    def make(body: str, style: Style = USUAL, site_url: str = "", title: str = "A page"):
        address = page(body, title=title)
        leaf = Leaf(address, "cookbook", "Chapter")
        edition = Edition(
            "chapter", "stress", title, "", "cookbook", address,
            (Section("cookbook", "Cookbook", (leaf,)),), style,
        )  # fmt: skip
        composer = Composer(corpus, Imprint("0.1.0", None, (2026, 11), site_url))
        read = read_article(tmp_path, address, style, told.append)
        make.sheets = {address: read}
        drawings = dict(read.drawings)
        if code := composer.qr(edition):
            drawings["qr.svg"] = code
        # The typefaces are cut once for the whole project.
        cache = PROJECT / ".cache" / "print"
        make.data = composer.compose(edition, {address: read})
        return run(Document("book.typ", make.data, drawings, cache))

    told: list[str] = []
    make.told = told
    return make
