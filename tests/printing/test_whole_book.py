"""The whole book: it holds all, and contents, references, indexes, numbers lead where they say."""

import re
from collections import Counter
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from scifi.content.checks import check_all
from scifi.language import country
from scifi.model.texts import without_citations
from scifi.printing.papers.editions import editions
from scifi.printing.papers.press import Press
from scifi.printing.papers.sources import Sources
from scifi.printing.reading.nodes import new_node, nodes_in, text_of, walk

from . import reading
from .pagemeasures import MILLIMETRE, measured

ROOT = Path(__file__).parents[2]

FURNITURE = re.compile(r"^Index of [a-z ]+ SCIFI cookbook | SCIFI cookbook [0-9.]+ · CC.*$")
"""Running head and foot of a page of an index."""

INSIDE = 21
"""What a bound book of so many pages needs free at its spine, and one more for the knife, mm."""

MOST_PAGES = 600
"""A bound book of more pages falls apart; the parts are PDFs of their own, for volumes."""


@pytest.fixture(scope="module")
def book():
    """The book of the built site."""
    with pikepdf.open(ROOT / "site/print/whole-book.pdf") as found:
        yield found


@pytest.fixture(scope="module")
def pages(book):
    """The text of each of its pages, with runs of space made one."""
    return [" ".join(text.split()) for text in reading.pages(Path(book.filename))]


@pytest.fixture(scope="module")
def corpus():
    """The content that it is made from."""
    return check_all(ROOT).corpus


@pytest.fixture(scope="module")
def data(corpus):
    """The composed book."""
    press = Press(ROOT, ROOT / "site", corpus)
    edition = next(edition for edition in editions(corpus) if edition.kind == "book")
    return press._composed(edition, lambda line: None)[0]


@pytest.fixture(scope="module")
def starts(book):
    """The page from 1 on which each title of the upper two levels stands."""
    return {title: at + 1 for title, at in reading.starts(Path(book.filename), 2)}


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
    # Without the running head of the second page.
    text = " ".join(pages[start : start + 2]).replace("Contents SCIFI cookbook ", "")
    listed = re.findall(r"(\S.*?)[ .]{6,}(\d+)", text)

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


def test_contents_and_indexes_lead_to_the_pages_they_print(book, pages):
    """The number that stands in a link is that of the page it leads to."""
    listing = re.compile(r"(Index of [a-z ]+ SCIFI cookbook|Index of|Contents)")
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

    assert list(top) == [
        "How to use this book", "Key figures",
        "Part I Solutions", "Part II Pathways", "Part III Cookbook", "Part IV Survival guide",
        "Part V Aid kit", "Part VI Case studies",
        "Sources", "Index of case studies by place", "Index of places", "Index of suppliers",
        "Index of subjects",
    ]  # fmt: skip
    assert top["Part III Cookbook"] == 13 and top["Part V Aid kit"] > 20
    # The contents have no bookmark.
    assert found["H1"] == len(top) + 1
    # The list of each part is a list within the contents.
    assert found["TOC"] == 1 + sum(count > 0 for count in top.values())
    assert found["TOCI"] == sum(top.values()) + len(top)


def test_it_can_be_bound(pages):
    """Up to so many pages one volume holds; write volumes by part before this number is raised."""
    assert len(pages) <= MOST_PAGES


def test_no_page_loses_its_text_in_the_binding():
    """The spine takes the left of a right-hand page and the right of a left-hand one."""
    for page in measured(ROOT / "site/print/whole-book-for-press.pdf"):
        left = min(letter.left for letter in page.letters)
        right = max(letter.right for letter in page.letters)
        inside = left if page.number % 2 else page.width - right
        assert inside / MILLIMETRE > INSIDE, f"page {page.number}"


def test_the_map_on_the_cover_names_who_has_most_case_studies(corpus, pages):
    """A dot without a name is no use to a mayor who looks for the own city."""
    cases = Counter(city for case in corpus.casestudies for city in case.cities)
    places = [corpus.get("city", id_) for id_, count in cases.items() if count > 3]
    in_europe = [city.title for city in places if city.location and city.country != "US"]

    assert len(in_europe) > 5
    unnamed = [title for title in in_europe if title not in pages[0]]
    # Where dots stand as thick as between Bruges and Eindhoven, not every name has room.
    assert len(unnamed) <= len(in_europe) / 4, unnamed


def test_its_first_pages_are_one_each(starts):
    """Cover, imprint, contents; then how to use it and the key figures, on a page each."""
    how_to, figures = starts["How to use this book"], starts["Key figures"]

    # The contents have three.
    assert how_to == 6
    assert figures == how_to + 1
    assert starts["Part I Solutions"] == figures + 1


def test_the_key_figures_are_those_of_the_content(corpus, pages, starts, data):
    """Each number is counted; here some are counted once more, in another way."""
    told = pages[starts["Key figures"] - 1]
    cases = len(list((ROOT / "casestudies").glob("*.yml")))
    results = [result for case in corpus.casestudies for result in case.results]

    assert told.startswith("Key figures") and re.search(rf"\b{cases} case studies", told)
    assert f"{sum(result.value is not None for result in results):,}" in told
    assert f"{len(titles_of_sources(data)):,}" in told


def test_chapters_have_their_numbers(corpus, pages, starts):
    """The number in the contents and among the bookmarks stands above the title, too."""
    for number, chapter in enumerate(corpus.chapters, 1):
        page = pages[starts[f"{number} {chapter.title}"] - 1]
        assert page.startswith(f"Chapter {number} "), chapter.id


def test_every_case_study_is_told_under_its_title(corpus, pages, starts):
    """In short form, with its places, in the fifth part."""
    part = "".join(map(plain, pages[starts["Part VI Case studies"] : starts["Sources"] - 1]))

    assert len(corpus.casestudies) > 80
    assert [case.id for case in corpus.casestudies if plain(case.title) not in part] == []
    assert part.count("Whatbecameofit") == part.count("Lesson") == len(corpus.casestudies)


def titles_of_sources(data) -> dict[str, str]:
    """The titles in the list of sources, by the label of each."""
    bodies = [section.get("body", []) for section in data["sections"]]
    (listed,) = [node for node in walk(bodies) if node["t"] == "receipts"]
    return {line["id"]: text_of(line["c"][0]) for line in nodes_in(listed)}


def test_every_source_is_listed_once(data):
    """Whatever the text cites is in the one list; nothing is in it twice."""
    (page,) = [section["body"] for section in data["sections"] if section["slug"] == "sources"]
    lines = [(line["to"], text_of(line["c"][0])) for line in nodes_in(page[0])]
    bodies = [section.get("body", []) for section in data["sections"]]
    used = {node["to"] for node in walk(bodies) if node["t"] in ("note", "mark")}

    assert len(lines) == len(set(lines)) > 400
    assert used <= titles_of_sources(data).keys()
    assert len(used) > 0.9 * len(lines)


def test_the_longest_remark_on_a_source_is_kept():
    """One page says what it read of a source, another only that it read it."""
    short, long = (
        new_node("li", [new_node("url", ["Report"], to="https://a.example"), said], id="x")
        for said in (", read.", ", read. Only its summary was read.")
    )
    for lines in ([short, long], [long, short]):
        sources = Sources()
        assert [sources.number(line) for line in lines] == [1, 1]
        assert [text_of(line["c"]) for line in sources.lines.values()] == [text_of(long["c"])]


def test_every_raised_number_is_that_of_its_source(data):
    """The note at the foot and the list at the end name the same title under one number."""
    lines, seen = titles_of_sources(data), 0
    for section in data["sections"]:
        noted = set()
        for node in walk(section.get("body", [])):
            if node["t"] == "note":
                seen += 1
                assert node["to"] == f"sources--{node['n']}"
                assert text_of(node["c"]).startswith(lines[node["to"]])
                assert node["n"] not in noted, f"{section['slug']} notes {node['n']} twice"
                noted.add(node["n"])
            elif node["t"] == "mark":
                assert node["n"] in noted, f"{section['slug']} uses {node['n']} without a note"

    assert seen > 1_000


def test_a_raised_number_leads_to_its_line_in_the_list(book, starts):
    """On the page and at the height where the list has this number."""
    first, end = starts["Sources"], starts["Index of case studies by place"]
    leads_to = reading.destinations(book)
    seen = 0
    with pypdfium2.PdfDocument(book.filename) as pdf:
        lists = {number: pdf[number - 1].get_textpage() for number in range(first, end)}
        for number in range(60, 90):
            words = pdf[number - 1].get_textpage()
            for link in book.pages[number - 1].get("/Annots", []):
                said = words.get_text_bounded(*map(float, link.Rect)).strip()
                if "/Dest" in link and leads_to(link) in lists and said.isdigit():
                    left, top = float(link.Dest[2]), float(link.Dest[3])
                    line = lists[leads_to(link)].get_text_bounded(
                        left - 25, top - 14, left, top + 4
                    )
                    assert said in re.findall(r"\d+", line), f"page {number}: {said}, {line}"
                    seen += 1

    assert seen > 100


def listed_pages(text: str, entry: str) -> list[int]:
    """The pages that an index gives for an entry, ranges written out."""
    number = r"\d+(?:–\d+)?"
    found = re.search(rf"{re.escape(entry)} Pages: ((?:{number}, )*{number})", text)
    pages: list[int] = []
    for piece in found[1].split(", ") if found else []:
        start, _dash, end = piece.partition("–")
        pages += range(int(start), int(end or start) + 1)
    return pages


@pytest.fixture(scope="module")
def index_text(pages, starts):
    """The words of an index, from its title to the next one."""

    def text(title: str) -> str:
        at = starts[title]
        end = min([page for page in starts.values() if page > at], default=len(pages) + 1)
        words = (FURNITURE.sub("", page) for page in pages[at - 1 : end - 1])
        return " ".join(words)

    return text


def test_indexes_are_in_the_order_of_the_alphabet(data):
    """An accent does not send a place to the end."""
    places = next(s["entries"] for s in data["sections"] if s["slug"] == "index-of-places")
    titles = [entry["title"] for entry in places]

    assert titles.index("Águilas, Spain") < titles.index("Alingsås, Sweden")


def test_the_index_of_places_is_right(corpus, pages, index_text):
    """Every page it gives names the place."""
    text, seen = index_text("Index of places"), 0
    for city in corpus.cities:
        where = f"{city.title}, {country(city.country)}"
        for number in listed_pages(text, where):
            assert plain(city.title) in plain(pages[number - 1]), f"{city.title}, page {number}"
            seen += 1

    assert seen > 500


def test_the_index_of_suppliers_is_right(corpus, pages, index_text):
    """Every supplier has a page, and every page it gives names the supplier."""
    text = index_text("Index of suppliers")
    names = {provider.name.partition(" (")[0] for case in corpus.casestudies
             for provider in case.providers}  # fmt: skip

    for name in names:
        found = listed_pages(text, name)
        assert found, name
        assert all(plain(name) in plain(pages[number - 1]) for number in found), name


def test_the_index_of_case_studies_is_right(corpus, pages, starts, index_text):
    """Under each of its places stands the page of its short form, first of all."""
    text = plain(index_text("Index of case studies by place"))
    part = range(starts["Part VI Case studies"], starts["Sources"])
    for case in corpus.casestudies:
        title = plain(case.title)
        numbers = re.findall(rf"{re.escape(title)}[A-E]Pages(\d{{3}})", text)
        assert len(numbers) == len(case.cities), case.id
        for number in map(int, numbers):
            assert number in part and title in plain(pages[number - 1]), f"{case.id}: {number}"


def test_the_index_of_subjects_is_right(corpus, pages, starts, index_text):
    """Each obstacle leads to its own page first; a term to pages that use it."""
    text = index_text("Index of subjects")
    for obstacle in corpus.obstacles:
        assert listed_pages(text, obstacle.title)[0] == starts[obstacle.title]
    seen = 0
    for term in corpus.terms:
        entry = f"{term.title} {without_citations(term.definition)}"
        for number in listed_pages(text, entry):
            found = plain(pages[number - 1]).lower()
            assert any(plain(form).lower() in found for form in term.forms), (term.id, number)
            seen += 1

    assert seen > 100
