"""Chapter packs and the book for a print shop: what a city hands on, and what it orders."""

import csv
import re
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from scifi.papers import PaperFile, papers
from scifi.printing.counts import Volume
from scifi.printing.packs import chapter_packs
from scifi.printing.papers.editions import editions
from scifi.printing.papers.kept import Printed
from scifi.printing.papers.press import Press

SITE = Path(__file__).parents[2] / "site"

PAGE = """<!doctype html><html lang="en"><body><main><h1 data-pagefind-meta="title">Measuring</h1>
<article class="md-typeset"><figure class="chart" data-chart="bins"><figcaption>Bins by year
</figcaption></figure><figure class="chart" data-chart="../../secret"></figure>
<figure class="chart" data-chart="bins-not-counted"></figure></article></main></body></html>"""


@pytest.fixture
def pack(tmp_path: Path, corpus) -> Path:
    """The pack of the one chapter of a small site, which shows one chart and has one worksheet."""
    (chapter,) = corpus.chapters
    page = tmp_path / "cookbook" / chapter.id / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE, encoding="utf-8")
    (tmp_path / "data/charts").mkdir(parents=True)
    (tmp_path / "data/charts/bins.csv").write_text("year,bins\n2020,4\n", encoding="utf-8")
    (tmp_path / "secret.csv").write_text("secret", encoding="utf-8")
    (edition,) = (one for one in editions(corpus) if one.kind == "chapter")
    kinds = ("chapter", "worksheet", "chapter-pack")
    belonging = [one for one in papers(corpus) if one.id == chapter.id or one.kind == "worksheet"]
    listed = [one for one in belonging if one.kind in kinds]
    printed = [made(tmp_path, edition, one) for one in listed if one.kind != "chapter-pack"]
    (only,) = chapter_packs(Press(tmp_path, tmp_path, corpus), listed, printed)
    return only.path


def made(site: Path, edition, paper: PaperFile) -> Printed:
    """A paper as if it had been printed, on seven pages if it has any."""
    path = site / paper.file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(paper.title.encode())
    return Printed(edition, path, 7 if paper.format == "PDF" else 0, path.stat().st_size)


def held(path: Path) -> dict[str, bytes]:
    """The files of a pack by their name inside its one folder."""
    with zipfile.ZipFile(path) as zipped:
        names = zipped.namelist()
        assert {name.split("/")[0] for name in names} == {path.stem}
        return {name.partition("/")[2]: zipped.read(name) for name in names}


def listed(readme: bytes) -> list[str]:
    """The files that a README says are there."""
    return re.findall(r"(?m)^  (\S+)$", readme.decode())


def test_a_pack_holds_what_its_readme_lists(pack, corpus):
    """Its papers in each format and the numbers of its charts; a page can name no other file."""
    files = held(pack)
    (chapter,), (sheet,) = corpus.chapters, corpus.worksheets

    assert pack.name == f"chapter-pack-{chapter.id}.zip"
    assert listed(files.pop("README.txt")) == list(files)
    assert set(files) == {
        f"chapter-{chapter.id}.pdf",
        *(f"worksheet-{sheet.id}.{ending}" for ending in ("pdf", "docx", "odt")),
        "charts/bins.csv",
    }
    assert files["charts/bins.csv"] == b"year,bins\n2020,4\n"


def test_a_readme_says_version_licence_and_how_to_cite(pack, corpus):
    """Whoever gets the zip by mail knows what it is, and no address is made up."""
    words = held(pack)["README.txt"].decode()

    assert re.search(r"Version \d+\.\d+\.\d+", words)
    assert f"{corpus.chapters[0].title}. PDF, 7 pages." in words
    assert "CC BY 4.0" in words
    assert re.search(r"SCIFI cookbook contributors \(\d{4}\): ", words)
    assert re.findall(r"https?://[^/\s]+", words) == ["https://creativecommons.org"]


def test_each_chapter_of_the_site_has_its_pack(published):
    """With its papers, the case studies that it tells of, and every chart as a table."""
    charts = 0
    for chapter in published.chapters:
        files = held(SITE / "print" / f"chapter-pack-{chapter.id}.zip")
        page = (SITE / "cookbook" / chapter.id / "index.html").read_text(encoding="utf-8")
        shown = set(re.findall(r'data-chart="([^"]+)"', page))
        wanted = {f"charts/{name}.csv" for name in shown}
        wanted |= {f"chapter-{chapter.id}.pdf", f"chapter-{chapter.id}-large-print.pdf"}
        wanted |= {f"case-study-{id_}.pdf" for id_ in chapter.casestudies}

        assert listed(files["README.txt"]) == [name for name in files if name != "README.txt"]
        assert wanted <= set(files)
        for name in files:
            if name.endswith(".csv"):
                charts += 1
                assert len(list(csv.reader(files[name].decode().splitlines()))) > 1
    assert charts >= 5


def test_a_press_book_has_whole_folded_sheets():
    """Never more empty pages than needed, but one for the inside of the back cover."""
    blank = {pages: Volume(pages).blank_pages for pages in (1, 2, 3, 354, 355, 356, 357)}

    assert blank == {1: 2, 2: 1, 3: 4, 354: 1, 355: 4, 356: 3, 357: 2}
    assert all(Volume(pages).full_pages % 4 == 0 for pages in blank)


def test_weight_and_back_follow_from_the_stated_assumptions():
    """A hundred sheets of A4 at 80 g/m² weigh 499 g, with a cover 530 g, and are 10 mm thick."""
    volume = Volume(202)

    assert (volume.full_pages, volume.sheets) == (204, 100)
    assert round(volume.weight) == 530
    assert volume.back == 10


@pytest.fixture(scope="module")
def book() -> PdfReader:
    """The book of the site."""
    return PdfReader(SITE / "print/whole-book.pdf")


@pytest.fixture(scope="module")
def press_book() -> PdfReader:
    """The same for a print shop."""
    return PdfReader(SITE / "print/whole-book-for-press.pdf")


def test_the_press_book_has_as_many_pages_as_a_print_shop_is_told(book, press_book):
    """Empty pages and the back cover come after the text, and are no pages that one would miss."""
    text, pages = len(book.pages), press_book.pages

    assert len(pages) == Volume(text).full_pages
    assert f"Page {text} of {text}" in " ".join(pages[text - 1].extract_text().split())
    for page in pages[text:-1]:
        assert page.extract_text().split() == ["Notes"]


def edges(page) -> float:
    """How near the words of a page come to its edges, mm."""
    found = []

    def visit(words, matrix, text_matrix, font, size):
        if words.strip():
            x = matrix[0] * text_matrix[4] + matrix[2] * text_matrix[5] + matrix[4]
            y = matrix[1] * text_matrix[4] + matrix[3] * text_matrix[5] + matrix[5]
            found.extend((x, y, float(page.mediabox.height) - y - (size or 0)))

    page.extract_text(visitor_text=visit)
    return min(found) / 72 * 25.4


def test_the_press_book_has_a_cover_that_says_what_it_is(press_book):
    """Front and back name title, version and licence, and keep off the edges."""
    front, back = press_book.pages[0], press_book.pages[-1]
    words = " ".join(back.extract_text().split())

    assert press_book.metadata.title in front.extract_text()
    for said in (press_book.metadata.title, "Version", "CC BY 4.0"):
        assert said in words
    assert edges(front) >= 5 and edges(back) >= 5
