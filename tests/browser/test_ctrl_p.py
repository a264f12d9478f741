"""Ctrl+P on every type of page: whole, open, numbered, black on white, on A4 and on Letter."""

import shutil
import unicodedata
from typing import NamedTuple

import pypdfium2
import pytest
from playwright.sync_api import expect

from .conftest import built_by_mkdocs
from .page_types import A4, CASE, CHAPTER, COMPARE, LETTER, PAGE_TYPES, PLAN, REMEDY, shorten

TWO_CASES = "ids=allride-cycling-mechelen-bruges,smartovka-renovation-tartu"

STATES = {
    "finder without an answer": "pathways/find/",
    "explorer as a table": "casestudies/?view=table",
    "explorer as a map": "casestudies/?view=map",
    "comparison": f"{COMPARE}?{TWO_CASES}",
    "measuring plan, filled": f"{PLAN}?ids=lights-replaced,co2-saving",
    "maturity result": "pathways/maturity/#data=2&people=3&strategy=1&organisation=4",
    "aid kit, asked": "aid-kit/#q=only+one+bidder",
    "print": "print/",
    "press sheet": "print/press/",
    "worksheets": "print/worksheets/",
}
"""Pages in a state that only a reader brings about, and the pages of the PDFs."""

PAGES = {**PAGE_TYPES, **STATES}

OWN_HEAD = {"comparison", "measuring plan, filled"}
"""Sheets that tell in a line of their own where they come from."""

SIDEWAYS = {"compare", "comparison", "measuring plan", "measuring plan, filled"}
"""Wide tables, on paper on its side."""

NARROWEST = {False: 650, True: 987}
"""Width of the text on A4 upright and Letter on its side, in px; the other sheet is wider."""

READY = {
    "pathway finder": ".plan > section",
    "case studies": ".explorer .card",
    "explorer as a table": ".explorer-table",
    "explorer as a map": ".explorer-map svg",
    "comparison": ".compare-table",
    "measuring plan, filled": ".plan-table",
    "maturity result": ".maturity-drawing",
    "aid kit, asked": ".triage-results",
}
"""What has to be there before a person would print."""

VISIBLE_TEXTS = """
    () => {
        // For ears only; and the comparison, which says that it is shortened to one sheet.
        const NOT_WHOLE = ".sr, .compare-table .cell";
        const found = [];
        const main = document.querySelector("main");
        const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const parent = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || parent.closest(NOT_WHOLE)) continue;
            // Names on a map are drawn twice, as outline and filled, and read back so.
            if (getComputedStyle(parent).paintOrder.startsWith("stroke")) continue;
            if (parent.checkVisibility({ visibilityProperty: true })) {
                found.push(walker.currentNode.data);
            }
        }
        return found;
    }
"""

FOLDED_TEXTS = """
    () => {
        const found = [];
        for (const part of document.querySelectorAll("main details:not([open])")) {
            const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const { data, parentElement: parent } = walker.currentNode;
                const isHidden = parent.closest("summary, .sr, .cite");
                if (data.trim().length > 30 && !isHidden) found.push(data);
            }
        }
        return found;
    }
"""
"""What a reader has to click for on screen; long enough to stand nowhere else."""

ADDRESSES = """
    () => [...document.querySelectorAll('.receipts a[href^="http"]')]
        .map(link => link.getAttribute("href"))
"""

BEYOND = """
    () => {
        const width = document.documentElement.clientWidth;
        const cut = [];
        for (const element of document.querySelectorAll("body *")) {
            if (!element.checkVisibility({ visibilityProperty: true })) continue;
            if (element.closest(".sr, legend, svg *")) continue;
            const { left, right } = element.getBoundingClientRect();
            const style = getComputedStyle(element);
            const hidden = style.overflowX !== "visible"
                && element.scrollWidth > element.clientWidth + 1;
            if (right > width + 1 || left < -1 || (hidden && element.clientWidth > 1)) {
                cut.push(
                    `${element.tagName}.${element.getAttribute("class")}: ${left} to ${right}`);
            }
        }
        return cut.slice(0, 5);
    }
"""

NOT_BLACK = """
    () => [...document.querySelectorAll("main :not(svg, svg *)")]
        .filter(element => element.checkVisibility())
        .map(element => [element, getComputedStyle(element)])
        .filter(([, style]) => style.color !== "rgb(0, 0, 0)"
            || !["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"].includes(style.backgroundColor)
            || style.backgroundImage !== "none")
        .map(([element, style]) =>
            `${element.tagName}.${element.getAttribute("class")}: ${style.color}`)
        .slice(0, 5)
"""

CONTROLS = (
    ".site-header, .site-footer, .skip, .toc, .pager, .print-link, .chart-tools, dialog, select, "
    ".button, button:not(.map-place, .chip), "
    "input:not([type=radio], [type=checkbox], .case-form input)"
)
"""
What only a screen can use; places of the map and chosen filters are words to read as well, and
the form for a case study has lines to write on.
"""


class Sheet(NamedTuple):
    """A printed sheet: its width and height in points, and its text."""

    size: tuple[float, float]
    text: str


def letters(text):
    """Letters and digits alone: line ends, hyphens and ligatures depend on the paper."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in plain if sign.isalnum()).casefold()


@pytest.fixture
def paper(visit):
    """Open a page in the state a reader prints it in."""

    def open_for_print(name, **settings):
        page = visit(PAGES[name], **settings)
        if name in READY and settings.get("scripts", True):
            page.locator(READY[name]).first.wait_for()
        return page

    return open_for_print


def put_on_paper(page, **sheet):
    """The sheets a printer would get, backgrounds off as browsers have it."""
    page.emulate_media(media="print")
    made = page.pdf(prefer_css_page_size=True, **(sheet or A4))
    return [
        Sheet(page.get_size(), page.get_textpage().get_text_range())
        for page in pypdfium2.PdfDocument(made)
    ]


def without_foot(page, number, sheets):
    """The letters of a sheet without its running foot, which every sheet has."""
    title = page.evaluate(
        "() => getComputedStyle(document.documentElement).getPropertyValue('--running-title')"
        " || 'SCIFI cookbook'"
    )
    text = letters(sheets[number - 1].text)
    for part in (f"page{number}of{len(sheets)}", letters(title)):
        assert part in text, f"sheet {number} has no foot: {text[-200:]}"
        text = text.replace(part, "", 1)
    return text


def body_of(page, sheets):
    """The letters of all sheets in one, without the running foot; every sheet has both."""
    body = ""
    for number in range(1, len(sheets) + 1):
        text = without_foot(page, number, sheets)
        assert text, f"sheet {number} is empty"
        body += text
    return body


def missing(texts, body):
    """Those texts that are not in the letters of a print."""
    return [text for text in texts if letters(text) not in body][:5]


@pytest.mark.parametrize("name", PAGES)
def test_every_type_of_page_prints_whole(paper, name):
    """From a dark screen: every word is there, each sheet has its number, none is empty."""
    page = paper(name, color_scheme="dark")
    shorten(page)
    page.emulate_media(media="print")
    texts = page.evaluate(VISIBLE_TEXTS)

    sheets = put_on_paper(page)

    body = body_of(page, sheets)
    assert texts
    assert missing(texts, body) == []
    for words in (
        "Skip to the content",
        "On this page",
        "Switch to light",
        "What we have not found, Accessibility",
    ):
        assert letters(words) not in body
    assert page.evaluate(NOT_BLACK) == []
    expect(page.locator(CONTROLS).filter(visible=True)).to_have_count(0)
    expect(page.locator(".letterhead").filter(visible=True)).to_have_count(
        int(name not in OWN_HEAD)
    )
    if name not in OWN_HEAD:
        head = letters(page.locator(".letterhead").inner_text())
        assert "printedon" in head
        assert body.count(head) == 1


@pytest.mark.parametrize("name", PAGES)
def test_nothing_reaches_beyond_the_sheet(paper, name):
    """The whole page, at the width of the narrowest paper: no table, picture or word is cut."""
    page = paper(name)

    page.emulate_media(media="print")
    page.set_viewport_size({"width": NARROWEST[name in SIDEWAYS], "height": 900})

    assert page.evaluate(BEYOND) == []


@pytest.mark.parametrize(
    "name", ["a case study", "red page", "comparison", "measuring plan, filled"]
)
@pytest.mark.parametrize("sheet", [A4, LETTER], ids=["A4", "Letter"])
def test_the_paper_in_the_printer_is_used(paper, name, sheet):
    """No page asks for a paper size; two tools turn what is there on its side."""
    sheets = put_on_paper(paper(name), **sheet)

    sizes = {tuple(map(round, sheet.size)) for sheet in sheets}
    upright = (595, 842) if sheet is A4 else (612, 792)
    (size,) = sizes
    wanted = upright[::-1] if name in SIDEWAYS else upright
    assert all(abs(got - want) <= 1 for got, want in zip(size, wanted, strict=True))


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("name", ["axes", "finder without an answer"])
def test_what_is_folded_on_screen_is_open_on_paper(paper, name, scripts):
    """The style sheet alone opens everything; nobody has to click before printing."""
    page = paper(name, scripts=scripts)
    shorten(page)
    folded = page.evaluate(FOLDED_TEXTS)
    assert folded

    assert missing(folded, body_of(page, put_on_paper(page))) == []


def test_browsers_whose_style_sheet_cannot_open_are_helped(visit):
    """Before printing all is opened, afterwards closed again, but for what the reader opened."""
    page = visit(PAGES["axes"])
    page.locator("main details").first.evaluate("details => { details.open = true }")
    closed = page.locator("main details:not([open])")
    before = closed.count()
    assert before

    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    expect(closed).to_have_count(0)
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")

    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(closed).to_have_count(before)
    expect(page.locator("main details[open]")).to_have_count(1)


@pytest.mark.parametrize("address", [CASE, REMEDY, CHAPTER])
def test_receipts_have_their_addresses(visit, address):
    """On paper nothing can be clicked: each source is there with its whole address."""
    page = visit(address)
    addresses = page.evaluate(ADDRESSES)
    assert addresses

    assert missing(addresses, body_of(page, put_on_paper(page))) == []


def test_numbers_that_lead_outside_tell_where_when_there_are_no_receipts(visit):
    """The table of all cases has no list of receipts; its numbers spell out their sources."""
    page = visit(COMPARE, scripts=False)
    shorten(page)
    addresses = page.locator(".compare-all a.number").evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    assert addresses

    assert missing(addresses, body_of(page, put_on_paper(page))) == []


def test_a_sheet_says_where_it_comes_from(visit, site_url):
    """Address with what was chosen, version and day; without scripts the place in the book."""
    page = visit("casestudies/?view=table#like=secret")
    page.locator(".explorer-table").wait_for()
    put_on_paper(page)
    head = page.locator(".letterhead")
    expect(head).to_contain_text(f"Page: {site_url}casestudies/?view=table. Printed on ")
    expect(head).to_contain_text("Version ")
    expect(head).not_to_contain_text("secret")

    plain = visit(CHAPTER, scripts=False)
    expect(plain.locator(".letterhead")).to_be_hidden()
    assert letters(f"Page: {CHAPTER}.") in body_of(plain, put_on_paper(plain))


def test_an_explored_chart_prints_as_its_drawing(visit):
    """The interactive chart has the width of the screen; paper gets the drawing, and its table."""
    page = visit("about/evidence/")
    chart = page.locator("figure.chart").first
    chart.locator(".chart-explore").click()
    expect(chart.locator(".chart-live .main-svg").first).to_be_visible()

    page.emulate_media(media="print")

    expect(chart.locator(".chart-live")).to_be_hidden()
    expect(chart.locator(".chart-wide svg")).to_be_visible()
    expect(chart.locator(".chart-narrow")).to_be_hidden()
    expect(chart.locator(".chart-data table")).to_be_visible()


def test_a_phone_prints_the_wide_drawing(visit):
    """The width of the screen says nothing about the paper."""
    page = visit("about/evidence/", width=390)
    page.emulate_media(media="print")

    expect(page.locator(".chart-wide svg").first).to_be_visible()
    expect(page.locator(".chart-narrow").first).to_be_hidden()


def test_no_heading_stands_alone_at_the_foot(visit):
    """Under the last heading of each sheet there is something to read."""
    page = visit(CHAPTER)
    titles = {letters(heading) for heading in page.locator("main :is(h2, h3)").all_inner_texts()}

    sheets = put_on_paper(page)

    for number in range(1, len(sheets) + 1):
        text = without_foot(page, number, sheets)
        assert not [title for title in titles if text.endswith(title)], f"sheet {number}"


def test_a_table_over_two_sheets_has_its_head_twice(visit):
    """Whoever reads the second sheet knows what the columns are."""
    page = visit("about/evidence/")
    head = page.locator("table", has=page.locator("tbody tr:nth-child(60)")).first.locator("thead")
    words = letters(head.inner_text())

    sheets = put_on_paper(page)

    assert sum(words in letters(sheet.text) for sheet in sheets) >= 2


def test_marks_keep_letter_and_line_without_grounds(visit):
    """The best grade is black on screen; with grounds left out it is a letter in a heavy frame."""
    page = visit("about/evidence/", color_scheme="dark")
    page.emulate_media(media="print")

    for grade in "abcde":
        mark = page.locator(f".grade-{grade}").first
        style = mark.evaluate(
            "e => [getComputedStyle(e).color, getComputedStyle(e).borderTopStyle]"
        )
        assert style[0] == "rgb(0, 0, 0)"
        assert style[1] in ("solid", "dashed", "dotted")
        assert mark.inner_text().strip()


@pytest.fixture(scope="module")
def hostile_site(small_project, tmp_path_factory):
    """The address of a page whose title tries to become style, in a small site."""
    root = shutil.copytree(small_project, tmp_path_factory.mktemp("paper") / "p", symlinks=True)
    title = 'A \\"B\\" \\\\ \\n; background: url(https://evil.example/x); --x: \\"C'
    (root / "docs/hostile.md").write_text(
        f'---\ntitle: "{title}"\ndescription: Not style.\n---\n\nText.\n', encoding="utf-8"
    )
    return built_by_mkdocs(root)


def test_a_title_in_the_running_foot_stays_text(browser, hostile_site):
    """Quotes, backslashes and line ends of a title are printed, never read as style."""
    page = browser.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{hostile_site.as_uri()}/hostile/index.html")

    (sheet,) = put_on_paper(page)

    assert page.evaluate("() => document.documentElement.style.length") == 1
    foot = " ".join(sheet.text.split("SCIFI cookbook ·")[1].split())
    assert foot.startswith('A "B" \\ ; background: url(https://evil.example/x); --x: "C')
    assert not [url for url in asked if not url.startswith(hostile_site.as_uri())]
    page.close()
