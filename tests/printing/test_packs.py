"""Chapter packs and the press sheet: what a city hands on, and what it orders."""

import csv
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from scifi.printing.papers.whole import Whole

from scifi.content.checks import check_all
from scifi.printing import links
from scifi.printing.archive import archive
from scifi.printing.imprint import Imprint
from scifi.printing.packs import chapter_packs
from scifi.printing.papers import whole
from scifi.printing.papers.editions import Edition, Leaf, Section, editions, styled
from scifi.printing.papers.press import Press, Printed
from scifi.printing.papers.volume import Volume
from scifi.printing.style import Style

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
IMPRINT = Imprint("0.1.0", None, (2026, 11), "")

PAGE = """<!doctype html><html lang="en"><body><main><h1 data-pagefind-meta="title">Measuring</h1>
<article class="md-typeset"><figure class="chart" data-chart="bins"><figcaption>Bins by year
</figcaption></figure><figure class="chart" data-chart="../../secret"></figure>
<figure class="chart" data-chart="bins-not-counted"></figure></article></main></body></html>"""


@pytest.fixture
def chapter(tmp_path: Path) -> Printed:
    """A printed chapter of a small site that shows one chart."""
    leaf = Leaf("cookbook/measuring/", "cookbook", "Chapter")
    section = Section("cookbook", "Cookbook", (leaf,))
    edition = Edition("chapter", "measuring", "Measuring", "", "cookbook", leaf.address, (section,))
    for folder in ("cookbook/measuring", "data/charts", "print"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "cookbook/measuring/index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "data/charts/bins.csv").write_text("year,bins\n2020,4\n", encoding="utf-8")
    (tmp_path / "secret.csv").write_text("secret", encoding="utf-8")
    path = tmp_path / edition.file()
    path.write_bytes(b"%PDF of the chapter")
    return Printed(edition, path, 7, 19)


def held(path: Path) -> dict[str, bytes]:
    """The files of a pack by their name inside its one folder."""
    with zipfile.ZipFile(path) as zipped:
        names = zipped.namelist()
        assert {name.split("/")[0] for name in names} == {path.stem}
        return {name.partition("/")[2]: zipped.read(name) for name in names}


def listed(readme: str) -> list[str]:
    """The files that a README says are there."""
    return re.findall(r"(?m)^  (\S+)$", readme)


def test_a_pack_holds_what_its_readme_lists(tmp_path, chapter):
    """The chapter and the numbers of its charts; a page can name no other file."""
    (pack,) = chapter_packs(tmp_path, [chapter], IMPRINT, {})
    files = held(pack.path)

    assert pack.path.name == "chapter-pack-measuring.zip"
    assert listed(files.pop("README.txt").decode()) == list(files)
    assert list(files) == [chapter.path.name, "charts/bins.csv"]
    assert files["charts/bins.csv"] == b"year,bins\n2020,4\n"


def test_worksheets_and_briefs_go_with_their_chapter_if_they_exist(tmp_path, chapter):
    """In each format; those of other chapters stay out."""
    for name in (
        "worksheet-measuring-plan.pdf",
        "worksheet-measuring-plan.docx",
        "worksheet-risk-register.pdf",
    ):
        (tmp_path / "print" / name).write_bytes(b"paper")
    belonging = {"measuring": ["worksheet-measuring-plan", "brief-not-written"], "other": ["x"]}

    (pack,) = chapter_packs(tmp_path, [chapter], IMPRINT, belonging)

    assert [name for name in held(pack.path) if name.startswith("papers/")] == [
        "papers/worksheet-measuring-plan.docx",
        "papers/worksheet-measuring-plan.pdf",
    ]


def test_a_readme_says_version_licence_and_how_to_cite(tmp_path, chapter):
    """Whoever gets the zip by mail knows what it is, and no address is made up."""
    (pack,) = chapter_packs(tmp_path, [chapter], IMPRINT, {})
    words = held(pack.path)["README.txt"].decode()

    assert "Version 0.1.0, not yet released; sources read up to November 2026." in words
    assert "CC BY 4.0" in words
    assert "SCIFI cookbook contributors (2026): Measuring." in words
    assert re.findall(r"https?://[^/\s]+", words) == ["https://creativecommons.org"]


def test_the_same_files_give_the_same_zip(tmp_path, chapter):
    """A copy can be compared with ours, whenever the files were written."""
    (first,) = chapter_packs(tmp_path, [chapter], IMPRINT, {})
    before = first.path.read_bytes()
    (tmp_path / "data/charts/bins.csv").touch()
    (again,) = chapter_packs(tmp_path, [chapter], IMPRINT, {})

    assert again.path.read_bytes() == before
    assert archive([("a", b"1")]) == archive([("a", b"1")])


def shown(page: Path) -> list[str]:
    """The lines of links to printed files on a page, as a reader sees them."""
    text = page.read_text(encoding="utf-8")
    place = re.search(r'<p class="print-link"[^>]*>(.*?)</p>', text)[1]
    return [re.sub("<[^>]+>", "", line) for line in place.split("<br>")]


def paper(chapter: Printed, kind: str, title: str) -> Printed:
    """A paper that belongs to a chapter."""
    return replace(chapter, edition=replace(chapter.edition, kind=kind, title=title, sections=()))


def test_a_chapters_page_leads_to_all_that_is_printed_of_it(tmp_path, chapter):
    """Each with its size, the usual one first, one line for each kind when there are many."""
    page = tmp_path / "cookbook/measuring/index.html"
    slot = '<p class="print-link" data-pagefind-ignore data-print-slot hidden></p>'
    large = replace(chapter, edition=styled(chapter.edition, Style(large=True)), pages=15)
    sheet = paper(chapter, "worksheet", "Worksheet: Measuring plan")
    edit = replace(sheet, path=sheet.path.with_suffix(".docx"), pages=0)
    (pack,) = chapter_packs(tmp_path, [chapter], IMPRINT, {})
    packs = {chapter.edition.address: pack.path}

    page.write_text(slot + PAGE, encoding="utf-8")
    links.fill_links(tmp_path, [large, chapter], "0.1.0", packs)
    assert shown(page) == [
        "Print (PDF, 7 pages, 1 KB) · Large print (PDF, 15 pages, 1 KB) · Chapter pack (ZIP, 1 KB)"
    ]

    page.write_text(slot + PAGE, encoding="utf-8")
    links.fill_links(tmp_path, [chapter, large, sheet, edit], "0.1.0", packs)
    assert shown(page) == [
        "Print (PDF, 7 pages, 1 KB) · Large print (PDF, 15 pages, 1 KB)",
        "Worksheet “Measuring plan” (PDF, 7 pages, 1 KB) · Worksheets to fill in on a computer",
        "Chapter pack (ZIP, 1 KB)",
    ]


def test_the_list_has_large_print_in_a_table_of_its_own(tmp_path, chapter):
    """Who needs large letters finds them without reading every row."""
    page = tmp_path / "print/index.html"
    page.write_text('<div data-print-list markdown="0"></div>', encoding="utf-8")
    large = replace(chapter, edition=styled(chapter.edition, Style(large=True)))

    links.fill_links(tmp_path, [chapter, large], "0.1.0")

    usual, own = page.read_text(encoding="utf-8").split('<h2 id="large-print">')
    assert ">Measuring</a>" in usual and "large print" not in usual
    assert "Chapters in large print (18 pt)" in own
    assert ">Measuring, large print (18 pt)</a>" in own


def test_each_chapter_of_the_site_has_its_pack():
    """With every chart it shows, readable as a table, and listed on the page of prints."""
    corpus = check_all(ROOT).corpus
    page = (SITE / "print/index.html").read_text(encoding="utf-8")
    charts = 0
    for chapter in corpus.all("chapter"):
        path = SITE / "print" / f"chapter-pack-{chapter.id}.zip"
        files = held(path)
        shown = set(
            re.findall(
                r'data-chart="([^"]+)"',
                (SITE / "cookbook" / chapter.id / "index.html").read_text(encoding="utf-8"),
            )
        )
        assert listed(files["README.txt"].decode()) == [n for n in files if n != "README.txt"]
        assert {f"charts/{name}.csv" for name in shown} <= set(files)
        assert any(name.endswith(".pdf") for name in files)
        for name in files:
            if name.endswith(".csv"):
                charts += 1
                assert len(list(csv.reader(files[name].decode().splitlines()))) > 1
        assert f'href="{path.name}"' in page
        own = (SITE / "cookbook" / chapter.id / "index.html").read_text(encoding="utf-8")
        assert f'href="../../print/{path.name}" type="application/zip">Chapter pack (ZIP' in own
    assert charts >= 5


@pytest.mark.parametrize(
    ("pages", "blank"), [(1, 2), (2, 1), (3, 4), (354, 1), (355, 4), (356, 3), (357, 2)]
)
def test_a_press_book_has_whole_folded_sheets(pages, blank):
    """Never more empty pages than needed, but one for the inside of the back cover."""
    volume = Volume(pages)

    assert volume.blank_pages == blank
    assert volume.full_pages % 4 == 0


def test_weight_and_back_follow_from_the_stated_assumptions():
    """A hundred sheets of A4 at 80 g/m² weigh 499 g, with a cover 530 g, and are 10 mm thick."""
    volume = Volume(202)

    assert (volume.full_pages, volume.sheets) == (204, 100)
    assert round(volume.weight) == 530
    assert volume.back == 10


@pytest.fixture
def small(tmp_path: Path, corpus) -> Press:
    """A print run for a small site whose book is short."""
    words = re.sub("<figure.*</figure>", "<p>Words.</p>", PAGE, flags=re.DOTALL)
    for address in Whole(Press(tmp_path, tmp_path, corpus)).edition.addresses:
        folder = tmp_path / address
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(words, encoding="utf-8")
    # The typefaces are cut once for the whole project.
    kept = tmp_path / ".cache" / "print"
    kept.mkdir(parents=True)
    for faces in (ROOT / ".cache" / "print").glob("fonts-*"):
        (kept / faces.name).symlink_to(faces)
    return Press(tmp_path, tmp_path, corpus)


def test_the_press_book_is_set_with_its_empty_pages(small):
    """Its pages can be divided by four; the book itself stays as it is."""
    (book,) = small.print(editions(small.corpus)[:1])
    before = book.path.read_bytes()
    for pages in range(book.pages, book.pages + 4):
        # As if the book were a little longer: each remainder of four once.
        made = Whole(small).press_book(replace(book, pages=pages))
        assert len(PdfReader(made).pages) == book.pages + Volume(pages).blank_pages + 1

    assert len(PdfReader(Whole(small).press_book(book)).pages) % 4 == 0
    assert book.path.read_bytes() == before


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


def test_the_press_book_has_a_cover_that_says_what_it_is(small):
    """Front and back name title, version and licence, and keep off the edges."""
    (book,) = small.print(editions(small.corpus)[:1])
    pages = PdfReader(Whole(small).press_book(book)).pages
    back = " ".join(pages[-1].extract_text().split())

    assert book.edition.title in pages[0].extract_text()
    for words in (book.edition.title, book.edition.description, "Version", "CC BY 4.0", "print/"):
        assert words in back
    assert pages[-2].extract_text().split() == ["Notes"]
    assert edges(pages[0]) >= 5 and edges(pages[-1]) >= 5


def test_an_unchanged_book_is_not_even_read_and_a_changed_one_is(small, monkeypatch):
    """A second build costs next to nothing, and never shows yesterday's words."""
    first = Whole(small).epub().read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(whole, "read_article", lambda *a: pytest.fail("a page was read again"))
        assert Whole(small).epub().read_bytes() == first

    page = small.site / "cookbook" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Words", "News"), encoding="utf-8")
    assert Whole(small).epub().read_bytes() != first


def test_the_book_of_the_site_goes_to_press_in_whole_sheets():
    """The page for the print shop names its pages, and all parts."""
    page = (SITE / "print/index.html").read_text(encoding="utf-8")
    sheet = (SITE / "print/press/index.html").read_text(encoding="utf-8")
    row = page[page.index('id="press"') :]
    name, pages = re.search(r'href="([^"]+\.pdf)".*?<td>(\d+) pages', row).groups()

    assert len(PdfReader(SITE / "print" / name).pages) == int(pages)
    assert int(pages) % 4 == 0
    assert f"<td>{pages}</td>" in sheet
    for title in ("SCIFI cookbook", "Pathways", "Cookbook", "Survival guide", "Aid kit"):
        assert f'<th scope="row">{title}</th>' in sheet


def test_the_press_book_counts_only_the_pages_of_its_text():
    """Empty pages and the back cover are no pages that a reader would miss."""
    press = SITE / "print/whole-book-for-press.pdf"
    book = SITE / "print/whole-book.pdf"
    pages, text = PdfReader(press).pages, len(PdfReader(book).pages)

    assert f"Page {text} of {text}" in pages[text - 1].extract_text()
    assert " of " not in pages[text].extract_text()
