"""What holds for every built page, whatever it is about."""

import re
from collections import Counter

from bs4 import Comment
from failures import listed

from scifi.figures import metrics
from scifi.grade import grade

STUBS = (
    "no such element",
    "Traceback (most recent call last)",
    "Traceback",
    "coming soon",
    "lorem ipsum",
)
"""Words of a page that broke or was never finished."""

SHOWS_MACROS = ("about/writing/", "about/rules/", "contribute/")
"""Guides for authors print the braces of a macro on purpose."""

LOADED = ("src", "srcset", "data-src", "poster", "data", "action", "formaction")
"""Attributes whose address a browser, or a script of ours, asks for."""

EVENT_HANDLER = re.compile(r"on[a-z]+")


def test_no_page_shows_a_macro_that_did_not_run(pages):
    """Double braces are instructions for the builder; a reader never meets them."""
    raw = [a for a, page in pages.items() if re.search(r"\{\{|\{%|\{#", page.html)]
    seen = [
        a
        for a, page in pages.items()
        if not a.startswith(SHOWS_MACROS) and re.search(r"\{\{|\{%", page.main.get_text())
    ]

    assert not raw, listed(raw)
    assert not seen, listed(seen)


def test_no_page_is_a_stub_or_a_crash(pages):
    """What is on the site is finished: no placeholder text, no error in place of content."""
    found = [
        (a, words)
        for a, page in pages.items()
        for words in STUBS
        if words.lower() in page.html.lower()
    ]

    assert not found, listed(found)


def test_no_text_starts_with_todo(pages):
    """The mark that `scifi new` leaves for a person to fill in never reaches the site."""
    found = [a for a, page in pages.items() if re.search(r"(>|“)\s*TODO|\bTODO:", page.html)]

    assert not found, listed(found)


def test_every_page_has_exactly_one_main_heading(pages):
    """The first heading says where one is, and there is only one such."""
    headings = {a: page.soup.find_all("h1") for a, page in pages.items()}
    wrong = [
        (a, str(found))
        for a, found in headings.items()
        if len(found) != 1 or not found[0].get_text(strip=True)
    ]

    assert not wrong, listed(wrong)


def test_headings_never_skip_a_level(pages):
    """Who walks through headings with a screen reader finds no gap in the outline."""
    gaps = []
    for address, page in pages.items():
        level = 0
        for heading in page.main.find_all(re.compile(r"^h[1-6]$")):
            now = int(heading.name[1])
            if now > level + 1:
                gaps.append((address, f"h{level} to h{now}: {heading.get_text(strip=True)[:60]}"))
            level = now

    assert not gaps, listed(gaps)


def test_no_page_uses_an_id_twice(pages):
    """A link to a place on a page has one place to go to."""
    twice = {
        a: doubles
        for a, page in pages.items()
        if (doubles := [id_ for id_, n in Counter(page.ids).items() if n > 1])
    }

    assert not twice, listed(twice.items())


def test_every_page_says_in_its_head_what_it_is(pages):
    """Tabs, bookmarks and search engines get a title and a description."""
    untitled = [a for a, page in pages.items() if not page.soup.head.title.get_text(strip=True)]
    undescribed = [
        a
        for a, page in pages.items()
        if not (tag := page.soup.head.find("meta", attrs={"name": "description"}))
        or len(str(tag.get("content", "")).strip()) < 10
    ]

    assert not untitled, listed(untitled)
    assert not undescribed, listed(undescribed)


def test_no_two_pages_share_a_title(pages):
    """Two open tabs can be told apart."""
    titles = Counter(page.soup.head.title.get_text(strip=True) for page in pages.values())
    shared = [title for title, n in titles.items() if n > 1]

    assert not shared, listed(shared)


def test_every_page_names_its_language(pages):
    """A screen reader knows that it reads English."""
    wrong = [a for a, page in pages.items() if page.soup.html.get("lang") != "en"]

    assert not wrong, listed(wrong)


def test_every_table_has_a_name_and_heads_that_say_whose_they_are(pages):
    """Who hears a table knows which one it is, and of which column and row each cell is."""
    nameless, headless = [], []
    for address, page in pages.items():
        for table in page.main.find_all("table"):
            heads = table.find_all("th")
            if not heads or any(head.get("scope") not in ("col", "row") for head in heads):
                headless.append(address)
            if any(not head.get_text(strip=True) for head in heads):
                headless.append(address)
            if not (table.caption or table.get("aria-label") or table.get("aria-labelledby")):
                nameless.append(address)

    assert not nameless, listed(nameless)
    assert not headless, listed(headless)


def test_no_page_asks_another_host_for_anything(pages):
    """Scripts, styles, icons, pictures and fonts all come from the site itself."""
    asked = []
    for address, page in pages.items():
        for tag in page.tags:
            links = [str(tag[name]) for name in LOADED if tag.has_attr(name)]
            if tag.name != "a" and tag.has_attr("href"):
                links.append(str(tag["href"]))
            asked += [
                (address, tag.name, link)
                for link in links
                if not link.startswith(("data:image/", "#")) and page.resolve(link) is None
            ]
            css = tag.get_text() if tag.name == "style" else str(tag.get("style", ""))
            if re.search(r"@import|url\((?!\s*['\"]?#)", css):
                asked.append((address, tag.name, css))

    assert not asked, listed(asked)


def test_style_sheets_ask_no_other_host(site):
    """A font or picture named in a style sheet is a file of the site, or stands in the sheet."""
    (sheet,) = (site / "assets" / "bundle").glob("site-*.css")
    css = sheet.read_text(encoding="utf-8")
    links = re.findall(r"url\(\s*[\"']?([^\"')]+)", css)

    assert links, "the style sheet names no font"
    assert "@import" not in css
    for link in links:
        assert link.startswith(("data:", "#", "%23")) or (sheet.parent / link).is_file(), link


def test_pages_hold_no_script_of_their_own(pages):
    """A strict host may forbid inline code; every script is a file."""
    found = []
    for address, page in pages.items():
        for tag in page.tags:
            handlers = [name for name in tag.attrs if EVENT_HANDLER.fullmatch(name)]
            coded = [v for v in tag.attrs.values() if str(v).lower().startswith("javascript:")]
            is_data = tag.name == "script" and tag.get("type") == "application/ld+json"
            has_code = not tag.get("src") or tag.get_text(strip=True)
            written = tag.name == "script" and has_code and not is_data
            if handlers or coded or written:
                found.append((address, str(tag)[:80]))

    assert not found, listed(found)


def test_no_comment_of_the_makers_stays_in_a_page(pages):
    """Readers who look at the source find the page, not notes about it."""
    found = [
        (a, str(comment)[:60])
        for a, page in pages.items()
        for comment in page.main.find_all(string=lambda text: isinstance(text, Comment))
    ]

    assert not found, listed(found)


def test_every_table_has_heads(pages):
    """Each table says what its columns are, so that a cell read aloud makes sense."""
    headless = [
        (a, table.get_text(" ", strip=True)[:60])
        for a, page in pages.items()
        for table in page.main.find_all("table")
        if not table.select("thead th")
    ]

    assert not headless, listed(headless)


def test_every_picture_has_a_text_alternative(pages):
    """A picture is described, or marked as decoration."""
    mute = [
        (a, str(img)[:80])
        for a, page in pages.items()
        for img in page.soup.find_all("img")
        if not img.has_attr("alt")
    ]

    assert not mute, listed(mute)


def _number_before(word: str, text: str) -> int:
    found = re.search(rf"(\d[\d,]*) {word}", text)
    assert found, f'"{text}" counts no {word}'
    return int(found.group(1).replace(",", ""))


def test_the_doors_count_the_files_behind_them(pages, site):
    """The numbers on the five doors of the home page are the numbers of files."""
    root = site.parent
    doors = pages[""].main.select_one(".doors").get_text(" ", strip=True)

    for word, pattern in {
        "solutions": "data/solutions/*.yml",
        "pathways": "data/pathways/*.yml",
        "cities": "data/cities/*.yml",
        "chapters": "cookbook/*.md",
        "steps": "data/steps/*.yml",
        "obstacles": "data/obstacles/*.yml",
        "laws": "data/laws/*.yml",
        "remedies": "data/remedies/*.yml",
    }.items():
        assert _number_before(word, doors) == len(list(root.glob(pattern))), word


def test_the_live_counts_are_true(pages, corpus, site):
    """Case studies, results, sources and open questions are counted, not typed."""
    line = pages[""].main.select_one(".live-counts").get_text(" ", strip=True)
    results = [r for case in corpus.casestudies for r in case.results if r.value is not None]
    questions = pages["about/gaps/"].main.select(".gap-list > li > ul > li")
    sources = pages["about/sources/"].main.select(".source-list > li")

    assert _number_before("case studies", line) == len(
        list((site.parent / "casestudies").glob("*.yml"))
    )
    letters = [grade(corpus, case).letter for case in corpus.casestudies]
    assert _number_before("measured what they were for", line) == sum(x in "ABC" for x in letters)
    assert _number_before("with independent proof", line) == letters.count("A")
    assert _number_before("failed, stopped or without", line) == metrics.proof(corpus).against
    assert _number_before("results", line) == len(results)
    assert _number_before("sources", line) == len(sources)
    assert _number_before("open questions", line) == len(questions)
