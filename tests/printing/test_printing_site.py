"""The PDFs of the built site: all there, linked with their facts, and no word of a page lost."""

import re
from collections import Counter
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from scifi.content.checks import check_all
from scifi.printing.imprint import imprint
from scifi.printing.papers.compose import Composer
from scifi.printing.papers.editions import editions
from scifi.printing.papers.keypoints import key_point_papers
from scifi.printing.papers.press import PAPERS_TEMPLATE
from scifi.printing.reading import furniture
from scifi.printing.reading.article import article_element, read_article
from scifi.printing.setting.typeset import Document, run

from . import reading
from .checker import broken
from .reading import embedded, fonts, links, pages, pictures, tags
from .sample import for_the_checker, in_turn

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"

SAMPLES = [
    ("chapter", "innovative-procurement"),
    ("step", "plan"),
    ("pathway", "compact-heritage-city"),
    ("remedy", "no-bids"),
    ("casestudy", "allride-cycling-mechelen-bruges"),
]
"""One PDF of each type of page."""


@pytest.fixture(scope="module")
def known():
    """Every edition by kind and id, with its file."""
    corpus = check_all(ROOT).corpus
    return {
        (edition.kind, edition.id): (edition, SITE / edition.file()) for edition in editions(corpus)
    }


def test_no_word_of_a_page_is_lost_in_its_own_pdf(known):
    """What is left out on purpose stands in `furniture`, with its reason."""
    short = {path: edition for edition, path in known.values() if edition.short}
    lost, seen = {}, in_turn(short)
    for path in seen:
        lost |= losses(short[path].address, reading.pages(path))

    assert len(seen) > 60
    assert lost == {}


def test_no_word_of_a_page_is_lost_in_its_part_and_in_the_book(known):
    """Each page is looked for where it begins; its sources stand once, at the end."""
    for edition, path in (pair for pair in known.values() if not pair[0].short):
        lost, pages = {}, reading.pages(path)
        begins = reading.starts(path, 2 if edition.kind == "book" else 1)
        ends = [page for _, page in begins[1:]] + [len(pages)]
        (sources,) = [page for title, page in begins if title == "Sources"]
        places = dict(zip([title for title, _ in begins], ends, strict=True))
        starts = iter(begins)
        below = {
            entry
            for section in edition.sections
            for leaf in section.leaves
            for entry in leaf.entries
        }
        for address in edition.addresses:
            title = article_element(SITE, address)[1]
            if address not in below:
                # Before the title stands its number; entries stand below their list.
                name, page = next(start for start in starts if start[0].endswith(title))
            sheets = pages[page : places[name]] + pages[sources:]
            lost |= losses(address, sheets, OWN_LIST)

        assert lost == {}, path.name


OWN_LIST = (
    '//*[@id="receipts"] | //*[@id="receipts"]/following-sibling::*[1]//p'
    ' | //sup[contains(@class, "receipt")]'
)
"""What a page says above its own list of sources, and its numbers in it: a book has one list."""


def losses(address, pages, left_out=None):
    """The lost words of a page by its address, if they are more than one in a thousand."""
    element, title, lead = article_element(SITE, address)
    for part in element.xpath(left_out) if left_out else ():
        part.drop_tree()
    wanted = Counter(furniture.words_in(f"{title} {lead}") + furniture.words_on_paper(element))
    wanted.update(reading.words_in_drawings(element, SITE))
    lost = wanted - reading.words(pages, wanted)
    return {address: lost} if lost.total() > wanted.total() / 1000 else {}


@pytest.mark.parametrize(("kind", "id_"), SAMPLES)
def test_a_pdf_can_be_read_aloud(known, kind, id_):
    """Tagged, with title, language and bookmarks, and with its letters inside."""
    edition, path = known[kind, id_]
    reader = PdfReader(path)
    root = reader.trailer["/Root"]

    assert reader.metadata.title == edition.title
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert len(reader.outline) >= 1
    # The page of key points before a chapter has a title of its own.
    assert tags(path)["H1"] == (2 if kind == "chapter" else 1)


def test_the_book_has_contents_parts_and_indexes(known):
    """Whoever holds it finds a case by its finding and a word by its letter."""
    _, path = known["book", "book"]
    reader = PdfReader(path)
    first = " ".join(page.extract_text() for page in reader.pages[:12])

    assert "Contents" in first
    for name in ("Pathways", "Cookbook", "Survival guide", "Aid kit", "Index of case studies"):
        assert name in first
    assert "Page 5 of" in " ".join(reader.pages[4].extract_text().split())
    assert "Index of terms" in reader.pages[-1].extract_text() or len(reader.outline) >= 6


def test_every_short_pdf_passes_the_checkers(known):
    """PDF/UA-1 and PDF/A-2a: each page of the site and each paper can be read aloud and kept."""
    files = set(pdfs()) - long_pdfs(known)

    assert {str(path) for edition, path in known.values() if edition.short} <= files
    seen = in_turn(sorted(files))
    assert len(seen) > 90
    assert broken(seen) == {}


def test_the_parts_pass_the_checkers(known):
    """The same for two parts; on demand for the others and for the book."""
    files = for_the_checker(long_pdfs(known))

    assert len([path for path in files if "/part-" in path]) >= 2
    assert broken(files) == {}


def test_the_checkers_see_a_file_that_is_neither(tmp_path):
    """A plain PDF without tags breaks rules of both kinds."""
    plain = tmp_path / "plain.pdf"
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(plain)

    rules = broken([plain])[str(plain)]
    assert {rule.split()[0] for rule in rules} == {"ua1", "2a"}


@pytest.mark.parametrize(("kind", "id_"), [("chapter", "measuring"), ("part", "pathways")])
def test_a_raised_number_leads_to_its_receipt(known, kind, id_):
    """The list of receipts has the address and the day, for which the note has no room."""
    path = known[kind, id_][1]
    texts = [" ".join(text.split()) for text in pages(path)]
    raised = [(number, texts[to - 1]) for number, to in links(path) if re.fullmatch(r"\d+", number)]

    assert len(raised) > 40
    assert [number for number, text in raised if f" {number}. " not in f" {text}"] == []


def test_every_letter_of_every_pdf_is_inside_and_no_chart_is_a_bitmap():
    """An office without our typefaces prints the same, and a chart stays sharp."""
    for path in in_turn(pdfs()):
        found = fonts(path)
        assert found, path
        assert [font["/BaseFont"] for font in found if not embedded(font)] == [], path
        assert pictures(path) == 0, path


def test_a_bitmap_and_a_missing_typeface_would_be_seen(tmp_path):
    """Also inside the drawing of a chart."""
    name = NameObject
    font = {"/BaseFont": name("/Arial"), "/FontDescriptor": DictionaryObject()}
    font = DictionaryObject({name(key): value for key, value in font.items()})
    bitmap, drawing = StreamObject(), StreamObject()
    bitmap[name("/Subtype")] = name("/Image")
    drawing[name("/Subtype")] = name("/Form")
    drawing[name("/Resources")] = dictionary(XObject=dictionary(Im=bitmap), Font=dictionary(F=font))
    writer = PdfWriter()
    page = writer.add_blank_page(100, 100)
    page[name("/Resources")] = dictionary(XObject=dictionary(Fm=drawing))
    writer.write(tmp_path / "other.pdf")

    assert pictures(tmp_path / "other.pdf") == 1
    assert [embedded(font) for font in fonts(tmp_path / "other.pdf")] == [False]


def dictionary(**values):
    """A dictionary of a PDF."""
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in values.items()})


def test_a_fresh_cache_gives_the_same_bytes(known, tmp_path):
    """A chapter with a chart and its key points, set again from the same content elsewhere."""
    corpus = check_all(ROOT).corpus
    about = imprint(ROOT, corpus)
    # The typefaces are cut once for the whole project.
    for folder in (ROOT / ".cache/print").glob("fonts-*"):
        (tmp_path / folder.name).symlink_to(folder)
    edition, path = known["chapter", "measuring"]
    read = read_article(SITE, edition.address, edition.style)
    composer, drawings = Composer(corpus, about), dict(read.drawings)
    if code := composer.qr(edition):
        drawings["qr.svg"] = code
    data = composer.compose(edition, {edition.address: read})
    points = next(key_point_papers(corpus, about))

    chapter = run(Document("book.typ", data, drawings, tmp_path))
    paper = run(Document(PAPERS_TEMPLATE, points.data, {}, tmp_path))

    assert read.drawings
    assert chapter.path.read_bytes() == path.read_bytes()
    kept = SITE / points.edition.file()
    assert paper.path.read_bytes() == kept.read_bytes()


def long_pdfs(known) -> set[str]:
    """The parts, the book, and the book for a press."""
    long = {str(path) for edition, path in known.values() if not edition.short}
    return long | {path for path in pdfs() if path.endswith("-for-press.pdf")}


def pdfs() -> list[str]:
    """Every PDF of the built site."""
    return sorted(str(path) for path in (SITE / "print").glob("*.pdf"))


def test_a_worksheet_of_its_own_is_named_in_its_chapter_and_not_printed_twice():
    """The chapter says where to write; the sheet has the lines for it."""
    said = reading.text(SITE / "print/chapter-contract-and-ip.pdf")

    assert "“Contract checklist” is a paper of its own" in said
    assert "Twelve questions before signature" not in said
