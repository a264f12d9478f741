"""The list of papers: what pages link to is there, what is there is listed, with pages and size."""

import re
from pathlib import Path
from urllib.parse import urljoin

import pypdfium2
import pytest
from bs4 import BeautifulSoup

from scifi.papers import ALL, NO_BOOK, NONE, SORTS, papers
from scifi.printing.counts import fill_counts
from scifi.printing.papers.editions import editions
from scifi.printing.papers.kept import Printed
from scifi.printing.words import bytes_in_words
from scifi.site import blocks
from scifi.site.pages import Site, pages
from scifi.site.tools import prints

SITE = Path(__file__).parents[2] / "site"


def soup(html):
    return BeautifulSoup(html, "html.parser")


def built(address: str):
    """A page of the built site."""
    return soup((SITE / address / "index.html").read_text(encoding="utf-8"))


def test_every_file_that_is_listed_is_there_and_every_file_that_is_there_is_listed(published):
    """In one list, each once; the names of files say what they are and no version."""
    files = {path.name for path in (SITE / "print").iterdir() if path.is_file()}
    there = files - {"index.html", "index.md"}
    rows = [row["id"] for row in built("print/").select("[data-prints] tbody tr")]

    assert sorted(rows) == sorted(there) == sorted(paper.name for paper in papers(published))
    assert [name for name in there if re.search(r"\d\.\d|-en\.", name)] == []
    assert {"whole-book.pdf", "whole-book.epub", "whole-book-for-press.pdf"} <= there


def test_the_list_says_how_many_pages_and_how_large(published):
    """Nobody prints four hundred pages by mistake."""
    for row in built("print/").select("[data-prints] tbody tr"):
        path = SITE / "print" / row["id"]
        pages, size = (cell.get_text(strip=True) for cell in row.select("td"))

        assert row.th.a["href"] == row["id"]
        assert size == bytes_in_words(path.stat().st_size)
        assert pages == (str(len(pypdfium2.PdfDocument(path))) if path.suffix == ".pdf" else "–")


def test_each_page_leads_to_its_papers(published):
    """A chapter to its print, its large print, its worksheets and its pack."""
    for paper in papers(published):
        # The home page has doors instead of a head; the lists themselves have all.
        if paper.address not in ("", "print/", "print/worksheets/") and paper.format in (
            "PDF",
            "ZIP",
        ):
            links = built(paper.address).select(".print-link a")
            assert f"/{paper.file}" in {
                urljoin(f"/{paper.address}", link["href"]) for link in links
            }, paper


def test_a_worksheet_stands_on_its_page_in_three_formats(published):
    """Named by its title for who hears the links alone."""
    page = built("print/worksheets/")
    links = {
        (Path(link["href"]).name, link.get_text(" ", strip=True))
        for link in page.select("article a")
    }

    for sheet in published.worksheets:
        for format_ in ("PDF", "DOCX", "ODT"):
            name = f"worksheet-{sheet.id}.{format_.lower()}"
            assert (name, f"{format_} : {sheet.title}") in links


def test_a_page_without_a_paper_has_no_place_for_one():
    """A city has none."""
    assert built("cities/bruges/").select(".print-link") == []


def test_the_page_for_the_print_shop_counts_book_and_parts():
    """Each cell of each row is filled."""
    rows = built("print/press/").select("table tbody tr")
    book = len(pypdfium2.PdfDocument(SITE / "print/whole-book-for-press.pdf"))

    assert rows[0]["id"] == "whole-book.pdf"
    assert len(rows) == 6
    assert all(cell.get_text() for row in rows for cell in row.select("td"))
    assert rows[0].td.get_text() == str(book)


@pytest.fixture
def site(corpus):
    """The smallest site with the papers asked for."""
    return lambda which: Site(corpus, {}, {}, papers=papers(corpus, which))


def test_a_site_without_papers_links_none_and_says_so(site):
    """On the list, on the page for the print shop, and on the page of worksheets."""
    none = site(NONE)
    sheets = next(page.body for page in pages(none) if page.address == "print/worksheets/")

    for html in (
        prints.block(none, "print/"),
        blocks.press_table(none, "print/press/"),
        sheets,
    ):
        links = [link["href"] for link in soup(html).select("a")]
        assert [link for link in links if re.search(r"\.[a-z]+$", link)] == []
    assert "built without PDFs" in prints.block(none, "print/")
    assert "built without the book" in blocks.press_table(none, "print/press/")


def test_a_site_without_the_book_has_all_else(site, corpus):
    """Book, e-book, press edition and parts take half of the time of all papers."""
    left_out = {paper.name for paper in papers(corpus, ALL)}
    left_out -= {paper.name for paper in papers(corpus, NO_BOOK)}
    page = soup(prints.block(site(NO_BOOK), "print/"))

    book = {"whole-book.pdf", "whole-book.epub", "whole-book-for-press.pdf"}
    assert book | {"part-cookbook.pdf"} <= left_out
    assert all(name.startswith(("whole-book", "part-")) for name in left_out)
    assert left_out.isdisjoint(row["id"] for row in page.select("tr[id]"))
    assert "without the book" in page.get_text()
    assert "without the book" not in prints.block(site(ALL), "print/")


def test_every_edition_of_a_page_is_on_the_list(published):
    """A kind of page that is printed cannot be forgotten in the list."""
    listed = {paper.file for paper in papers(published)}

    assert [edition.file() for edition in editions(published) if edition.file() not in listed] == []
    assert {paper.kind for paper in papers(published)} == set(SORTS)


def test_what_is_printed_and_not_listed_stops_the_run(tmp_path, corpus):
    """Otherwise a file would lie there that nobody finds."""
    (tmp_path / "print").mkdir()
    page = tmp_path / "print/index.html"
    page.write_text('<table><tr id="a.pdf"><td></td><td></td></tr></table>', encoding="utf-8")
    edition = editions(corpus)[-1]

    fill_counts(tmp_path, [Printed(edition, tmp_path / "a.pdf", 3, 2000)])
    assert [cell.get_text() for cell in soup(page.read_text()).select("td")] == ["3", "2 KB"]
    with pytest.raises(KeyError):
        fill_counts(tmp_path, [Printed(edition, tmp_path / "b.pdf", 3, 2000)])
