"""The whole book: contents, references, indexes and bookmarks lead where they say."""

import re
from collections import Counter
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from . import reading

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def book():
    """The book of the built site."""
    with pikepdf.open(ROOT / "site/print/whole-book.pdf") as found:
        yield found


@pytest.fixture(scope="module")
def pages(book):
    """The text of each of its pages, with runs of space made one."""
    return [" ".join(text.split()) for text in reading.pages(Path(book.filename))]


def plain(text: str) -> str:
    """Letters and digits only: words are cut differently in lists and on pages."""
    return re.sub(r"\W", "", text)


def test_every_page_says_which_it_is_of_how_many(pages):
    """Whoever drops the sheets can put them in order again."""
    said = [re.findall(r"Page (\d+) of (\d+)$", text) for text in pages]

    # The title page says nothing.
    assert said == [[], *([(str(nth), str(len(pages)))] for nth in range(2, len(pages) + 1))]


def test_the_contents_name_the_page_on_which_each_title_stands(pages):
    """Whoever looks up a page number finds what was promised."""
    start = next(at for at, text in enumerate(pages) if text.startswith("Contents"))
    listed = re.findall(r"(\S.*?)[ .]{6,}(\d+)", " ".join(pages[start : start + 2]))

    assert len(listed) > 80
    for title, number in listed:
        words = plain(re.sub(r"^Contents|.*Page \d+ of \d+", "", title))[-40:]
        assert words in plain(pages[int(number) - 1]), f"{title} is not on page {number}"


def test_a_reference_leads_to_the_page_that_it_names(book, pages):
    """A number in brackets, the link under it and its words for screen readers agree."""
    leads_to = reading.destinations(book)
    links = [link for page in book.pages for link in page.get("/Annots", []) if "/Dest" in link]

    assert len(links) > 2_500
    assert {
        str(link.Contents)
        for link in links
        if not re.search(rf"\bpage {leads_to(link)}$", str(link.Contents))
    } == set()
    assert not [
        link
        for page in book.pages
        for link in page.get("/Annots", [])
        if "/A" in link and not re.match("https?://", str(link.A.URI))
    ]
    named = {int(number) for text in pages for number in re.findall(r"\(p\. (\d+)\)", text)}
    assert len(named) > 60
    assert named <= {leads_to(link) for link in links}


def test_bookmarks_are_titles_alone(book):
    """A title that names a page shows its number on the page, not among the bookmarks."""
    with book.open_outline() as outline:
        titles = [bookmark.title for top in outline.root for bookmark in (top, *top.children)]
    titles += [
        str(tag.T) for tag in book.objects if isinstance(tag, pikepdf.Dictionary) and "/T" in tag
    ]

    assert len(titles) > 1_000
    assert [title for title in titles if "(p." in title or not title.isprintable()] == []


def test_the_inner_margin_is_the_wider_one(book):
    """On the left of a page with an odd number, on the right of the others: there it is bound."""
    lefts: dict[bool, set[int]] = {True: set(), False: set()}
    with pypdfium2.PdfDocument(book.filename) as pdf:
        for number, page in enumerate(pdf, 1):
            words = page.get_textpage()
            at = words.get_text_range().rfind("SCIFI cookbook 0")
            if at >= 0 and page.get_width() < page.get_height():
                left = words.get_charbox(at)[0] - page.get_mediabox()[0]
                lefts[number % 2 == 1].add(round(left / 72 * 25.4))

    assert lefts == {True: {23}, False: {20}}


def test_contents_and_indexes_lead_to_the_pages_they_print(book, pages):
    """The number that stands in a link is that of the page it leads to."""
    listing = re.compile(r"(Index of [a-z ]+ SCIFI cookbook|Contents)")
    lists = {number for number, text in enumerate(pages, 1) if listing.match(text)}
    seen = 0
    for words, to in reading.links(Path(book.filename), on=lists):
        # A link that is broken at the end of a line may have an empty piece there.
        if words:
            assert int(re.findall(r"\d+", words)[-1]) == to
            seen += 1

    assert seen > 400


def test_its_bookmarks_and_tags_are_those_of_one_book(book):
    """Parts hold their chapters, headings have their levels, and contents are tagged as such."""
    found = Counter(reading.tags(Path(book.filename)))
    with book.open_outline() as outline:
        top = {bookmark.title: len(bookmark.children) for bookmark in outline.root}

    assert list(top)[:4] == ["Pathways", "Cookbook", "Survival guide", "Aid kit"]
    assert top["Cookbook"] > 12 and top["Aid kit"] > 20
    # The contents, four parts and two indexes; everything else is below them.
    assert found["H1"] == 7
    # The list of each part is a list within the contents.
    assert found["TOC"] == 1 + sum(count > 0 for count in top.values())
    assert found["TOCI"] == sum(top.values()) + len(top)
