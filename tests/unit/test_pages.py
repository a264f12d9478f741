"""The pages made from content: which there are, what they say, and that text stays text."""

import json
import re

import pytest
import yaml
from bs4 import BeautifulSoup

from scifi import gaps, urls
from scifi.build.stage import markdown
from scifi.corpus import Corpus
from scifi.figures.charts import charts
from scifi.kinds import KINDS
from scifi.site.pages import Page, Site, pages, reading_minutes

LABEL = " **bold** _slanted_ `code` [link](https://evil.example) & \"q\" 's' | # * \\*"
"""Signs that a heading or a unit may hold."""

TEXT = LABEL + " <script>alert(1)</script> <b>x</b> {{ 7 * 7 }} {% raw %} {# gone #} -->"
"""Signs that a paragraph may hold."""


READ_BY_SCRIPTS = {"contribute/form/", "clauses/contract/"}
"""Pages whose scripts read what stands behind # in their address."""


@pytest.fixture(scope="session")
def made(site):
    """Every page of the smallest site by its file."""
    return {page.src_uri: page for page in pages(site)}


def hardened(entry):
    """The entry with `TEXT` or `LABEL` added to every text that accepts it."""
    data = entry.model_dump(mode="json", by_alias=True)
    for parent, key in leaves(data):
        was = parent[key]
        for more in (TEXT, LABEL):
            parent[key] = was + more
            try:
                type(entry).model_validate_json(json.dumps(data))
                break
            except ValueError:
                parent[key] = was
    return type(entry).model_validate_json(json.dumps(data))


def leaves(data):
    """Every text in plain data as its parent and key."""
    for key, value in list(data.items() if isinstance(data, dict) else enumerate(data)):
        if isinstance(value, str):
            yield data, key
        elif isinstance(value, (dict, list)):
            yield from leaves(value)


@pytest.fixture(scope="session")
def hard(corpus):
    """The smallest site with every sign of Markdown, HTML and templates in every text."""
    entries = {
        kind: {id_: hardened(entry) for id_, entry in held.items() if kind != "term"}
        for kind, held in corpus.entries.items()
    }
    held = Corpus(entries, corpus.bodies)
    return {page.src_uri: page for page in pages(Site(held, charts(held), {}))}


def test_every_entry_with_a_page_has_one(corpus, made):
    """Each at the address that was promised, made from the file one would edit."""
    for kind in KINDS:
        for entry in corpus.all(kind):
            if KINDS[kind].own_pages:
                page = made[KINDS[kind].url(entry.id).rstrip("/") + ".md"]
                assert page.edit_uri.endswith(f"/{entry.id}.{'md' if kind == 'chapter' else 'yml'}")
                assert page.meta["title"] == entry.title


def test_kinds_without_pages_of_their_own_share_one(corpus, made, as_read):
    """Every window and axis has its anchor on the page of its kind."""
    for kind in KINDS:
        index = KINDS[kind].index.rstrip("/") + ".md"
        # Questions and dimensions stand on the pages of their tools, which are prose.
        if kind in ("question", "dimension") or not KINDS[kind].listed:
            continue
        if not KINDS[kind].own_pages:
            page = as_read(made[index].body)
            for entry in corpus.all(kind):
                assert page.find(id=entry.id) is not None, (kind, entry.id)


def test_a_page_that_is_made_knows_its_place(made):
    """Part, trail and facets for the frame and the search."""
    front = made["casestudies/example-bins.md"].meta

    assert front["part"] == "casestudies"
    assert front["parents"] == [{"title": "Case studies", "url": "casestudies/"}]
    assert front["facets"] == {"theme": ["waste", "public space"], "country": ["Belgium"]}
    assert "[@" not in front["description"]


def test_only_chapters_may_call_macros(made):
    """Their calls were checked; all other pages are finished."""
    running = [uri for uri, page in made.items() if page.written]

    assert running == ["cookbook/example-chapter.md"]


def test_a_case_study_tells_everything_in_its_file(made, as_read, case):
    """Need, solution, numbers, obstacles, aftermath, lessons and what we have not found."""
    text = as_read(made["casestudies/example-bins.md"].body).get_text(" ", strip=True)

    for words in (
        "Bins were emptied by habit",
        "A sensor in each bin",
        "33 % less",
        "about 7 to 9 collections/week",
        "A guess of the driver.",
        "measured by somebody independent; compared with the time before",
        "at most 10,000 EUR",
        "Example Sensors (Belgium)",
        "University of Exampleville",
        "The depot and the data office had never met",
        "They asked by telephone",
        "Look into the bin before you buy a sensor",
        "still running",
        "What the twelve bins cost in a year.",
        "Exampleville",
        "How long since March 2019 end not reported",
        "fill level",
    ):
        assert words in text, words


def test_what_is_not_known_is_said(made, as_read):
    """A result without number, baseline or period says "not reported" in each place."""
    page = as_read(made["casestudies/example-bins.md"].body)
    rows = [[c.get_text(" ", strip=True) for c in tr("td")] for tr in page.select(".results tr")]

    assert rows[1][:3] == ["33 % less", "0 % less", "six weeks in spring 2019"]
    assert rows[2][:3] == ["about 7 to 9 collections/week", "not reported", "not reported"]
    assert rows[3][:3] == ["not reported Source 3", "not reported", "not reported"]


def test_an_empty_case_study_says_what_is_missing(site, corpus_with, case, make, as_read):
    """No box stays empty: each says that nothing was reported."""
    bare = make(
        case,
        **{name: [] for name in ("results", "money", "obstacles", "providers", "unknowns")},
        programme=None,
        period={"start": None, "end": None},
    )
    held = corpus_with(bare)
    page = next(p for p in pages(Site(held, {}, {})) if p.src_uri == "casestudies/example-bins.md")
    text = as_read(page.body).get_text(" ", strip=True)

    for words in (
        "No number was published.",
        "No obstacle is reported. That does not mean there was none.",
        "Cost not reported",
        "Provider not reported",
        "How long not reported",
        "Programme none",
    ):
        assert words in text, words
    assert "None" not in text


@pytest.mark.parametrize("status", ["stopped", "failed", "unknown", "scaled", "procured"])
def test_what_became_of_a_pilot_is_shown_in_words(corpus_with, case, make, as_read, status):
    """Every status has its words, also the bad ones."""
    after = {"status": status, "reason": "So it was [@ours].", "confirmed": None}
    held = corpus_with(make(case, afterwards=after))
    page = next(p for p in pages(Site(held, {}, {})) if p.src_uri == "casestudies/example-bins.md")

    (badge,) = {b.get_text() for b in as_read(page.body).select(f".status-{status}")}
    assert badge


def test_receipts_are_listed_once_in_the_order_of_their_numbers(made, as_read):
    """The list at the end of the page holds what the numbers in it lead to."""
    page = as_read(made["casestudies/example-bins.md"].body)
    listed = [li.a["href"] for li in page.select(".receipts li")]
    used = {
        int(a.find(string=True, recursive=False)): a["href"] for a in page.select("sup.receipt a")
    }

    # The report gives the money, the atlas the people of the city: both stand in the card.
    assert sorted(listed) == [f"https://example.org/{name}" for name in ("atlas", "bins", "report")]
    assert all(listed[number - 1] == href for number, href in used.items())


@pytest.mark.parametrize(
    "page, linked",
    [
        ("cities/exampleville.md", ["casestudies/example-bins/", "programmes/scifi/"]),
        ("programmes/scifi.md", ["casestudies/example-bins/", "cities/exampleville/"]),
        ("survival-guide/do.md", ["casestudies/example-bins/", "survival-guide/laws/example-law/"]),
        ("survival-guide/obstacles/example-silos.md", ["casestudies/example-bins/"]),
        ("aid-kit/example-no-bids.md", ["casestudies/example-bins/", "cookbook/example-chapter/"]),
        ("indicators/example-collections.md", ["casestudies/example-bins/"]),
        ("pathways/example-small.md", ["cities/exampleville/", "casestudies/example-bins/"]),
        ("casestudies/example-bins.md", ["cookbook/example-chapter/", "pathways/example-small/"]),
    ],
)
def test_links_lead_back_from_what_a_file_names(made, as_read, page, linked):
    """Nobody typed these links; they follow from the files that name this one."""
    here = page.removesuffix(".md") + "/"
    hrefs = {a["href"] for a in as_read(made[page].body).select("a[href]")}

    for address in linked:
        assert urls.relative(here, address) in hrefs, address


def test_every_link_of_every_page_leads_to_a_page_or_a_source(made, corpus, as_read):
    """No page of the smallest site has a dead end, anchors included."""
    anchors = {
        uri.removesuffix(".md") + "/": {e["id"] for e in as_read(page.body).select("[id]")}
        for uri, page in made.items()
    }
    prose = {"casestudies/", "cookbook/", "pathways/find/", ""}
    prose |= {
        "compare/",
        "contribute/",
        "contribute/form/",
        "indicators/plan/",
        "clauses/contract/",
    }
    anchors |= {"about/evidence/": {"verdicts"}}
    entries = [entry for kind in corpus.entries for entry in corpus.all(kind)]
    asked = {gaps.address(e, gap.field) for e in entries for gap in gaps.gaps(e)}
    anchors |= {"contribute/gap/": {address.partition("#")[2] for address in asked}}
    for uri, page in made.items():
        here = uri.removesuffix(".md") + "/"
        for a in as_read(page.body).select("a[href]"):
            if a["href"].startswith("https://"):
                continue
            path, _, anchor = a["href"].partition("#")
            # What stands behind a question mark is read by the page's script.
            there = resolve(here, path.partition("?")[0])
            known = there in anchors or there in prose or there.startswith("data/charts/")
            assert known, (uri, a["href"])
            if anchor and there not in READ_BY_SCRIPTS:
                assert anchor in anchors[there], (uri, a["href"])


def resolve(here, link):
    """The address a relative link leads to."""
    parts = here.rstrip("/").split("/")
    for step in link.split("/"):
        if step == "..":
            parts.pop()
        elif step not in (".", ""):
            parts.append(step)
    return "/".join(parts) + ("/" if link.endswith("/") or not link else "")


@pytest.fixture(params=["as finished HTML", "as Markdown of another engine"])
def read(request, as_read):
    """A page as readers see it, by either way to an engine."""
    if "Markdown" in request.param:
        return lambda page: as_read(markdown(page).split("---\n", 2)[2])
    return lambda page: as_read(page.body) if page.written else BeautifulSoup(page.body, "lxml")


def test_no_tag_or_emphasis_comes_from_a_text(hard, made, read):
    """Whatever signs the texts hold, a page has the same elements as with plain words."""
    for uri, page in hard.items():
        tree, plain = read(page), read(made[uri])
        for name in ("script", "b", "em", "i", "img", "blockquote", "pre", "h1", "table", "li"):
            assert len(tree(name)) == len(plain(name)), (uri, name)
        for name in ("strong", "code"):
            assert len(tree(name)) <= len(plain(name)), (uri, name)
        assert not tree.select('a[href*="evil.example"]'), uri


def test_every_sign_of_a_text_is_shown_as_typed(hard, read):
    """`{{ 7 * 7 }}`, stars and angle brackets arrive at the reader unchanged."""
    seen = 0
    for uri, page in hard.items():
        if uri.startswith("cookbook/"):
            continue
        tree = read(page)
        for drawing in tree(
            "svg"
        ):  # its lines are broken by their length; its words stand beside it
            drawing.decompose()
        shown = tree.get_text()
        assert "49" not in shown.replace("4900", "")
        seen += shown.count(TEXT)
        for part in shown.split("**bold**")[1:]:
            assert part.startswith(LABEL.split("**bold**")[1][:30]), uri
    assert seen > 40


def test_nothing_is_left_for_a_macro_engine(hard):
    """Pages made from files hold no braces that an engine would run."""
    for uri, page in hard.items():
        if not uri.startswith("cookbook/"):
            assert not re.search(r"\{[{%#]", markdown(page)), uri


@pytest.mark.parametrize(
    "title",
    [
        "\x7f![x](data:,){: onerror=alert(1) }",
        "Delft\u2028--- ![x](data:,){: onerror=alert(3) }",
        "Delft\x85---\x85![x](data:,){: onerror=alert(3) }",
        "Delft\ud7ff\ue000\U0001f6ae![x](data:,){: onerror=alert(3) }",
    ],
)
def test_no_sign_of_a_title_ends_the_front_matter(corpus_with, case, as_read, title):
    """Even if a check let it pass, it stays a title and does not become a part of the page."""
    held = corpus_with(case.model_copy(update={"title": title}))

    for page in pages(Site(held, {}, {})):
        front, body = markdown(page).split("---\n", 2)[1:]
        assert yaml.safe_load(front)["title"] == page.meta["title"]
        assert not as_read(body).select("img[onerror]")
        assert page.written or not BeautifulSoup(page.body, "lxml").select("img")


def test_a_chapter_keeps_its_markdown_between_head_and_foot(made, as_read):
    """Reading time and roles stand above, obstacles and receipts below, the prose as written."""
    page = made["cookbook/example-chapter.md"]
    tree = as_read(page.body)

    assert [h.get_text() for h in tree("h2")] == [
        "In short",
        "Recipe",
        "Obstacles it helps against",
        "Receipts",
    ]
    assert "project lead" in tree.select_one(".facts").get_text()
    assert tree.select_one("sup.receipt a")["href"] == "https://example.org/recipe"
    assert tree.select_one(".receipts li a")["href"] == "https://example.org/recipe"
    assert (
        "Text without a raised number is our own advice." in tree.select_one(".receipts").get_text()
    )
    assert "[@" not in page.body
    assert tree.select_one("a.term").get_text() == "binometer"


def chapter_with(corpus, body):
    """The page of a chapter with this prose."""
    held = Corpus(corpus.entries, {"example-chapter": body})
    return next(
        p.body for p in pages(Site(held, {}, {})) if p.src_uri == "cookbook/example-chapter.md"
    )


def test_each_part_of_a_worksheet_in_a_chapter_can_be_copied_alone(corpus, as_read):
    """It is called as its heading, whatever signs that holds; words before belong to none."""
    work = """
## Worksheet

Words before.

**A. Two "lists" <b>.**

| One | Two |
|---|---|
| … | … |

**B. Page for citizens** [@example-recipe], to publish.

1. What is measured: …

## Pitfalls

None.
"""
    page = as_read(chapter_with(corpus, work))

    first, second = page.select("[data-copy]")
    assert first["data-copy"] == 'A. Two "lists" <b>'
    assert first.table
    assert second["data-copy"] == "B. Page for citizens"
    assert second.li
    assert "Words before" not in first.get_text() + second.get_text()
    assert all(part.find_next_sibling()["class"] == ["copy-line"] for part in (first, second))


@pytest.mark.parametrize(
    "line",
    [
        'Take {{ count("casestudy") }} case and {{ count("city") }} city.',
        '- In a list: {{ chart("aid-kit") }}',
        "{{ casestudies('example-bins') }}",
        '> Quoted: {{ remedies("example-no-bids") }}',
    ],
)
@pytest.mark.parametrize("with_terms", [True, False])
def test_the_calls_of_a_chapter_reach_the_page_unchanged(corpus, line, with_terms):
    """Wherever in a line a macro is called, with a glossary or without."""
    held = corpus if with_terms else Corpus({**corpus.entries, "term": {}})

    for call in re.findall(r"\{\{.*?\}\}", line):
        assert call in chapter_with(held, f"\n{line}\n")


@pytest.mark.parametrize(
    "lines",
    [
        "Quotes \" and ' and & signs.",
        '    indented code with "quotes" & a binometer',
        '`code with "quotes" & binometer`',
        '[a link](https://example.org/binometer/?a=b&c=d "with a title")',
        "![a picture](../assets/binometer.svg)",
        '!!! tip "Use a binometer"\n    Or "two".',
        "[a link][ref]\n\n[ref]: https://example.org/binometer",
        "## A binometer in a heading",
        '| A binometer | in "a" table |\n|---|---|\n| one | two |',
    ],
)
def test_links_to_the_glossary_leave_markdown_alone(corpus, as_read, lines):
    """Code, addresses, headings, titles and quotes read as their author wrote them."""
    assert str(as_read(lines)) in str(as_read(chapter_with(corpus, f"\n\n{lines}\n\n")))


def test_one_minute_is_not_one_minutes(made):
    """The reading time of a short chapter is a sentence somebody would say."""
    assert "1 minutes" not in made["cookbook/example-chapter.md"].body


@pytest.mark.parametrize(
    "signs",
    [
        "[y](/onmouseover=alert(1)//)",
        "`code`",
        "*slanted* and __bold__",
        "![p](x.png)",
        "[@x] and {: onclick=alert }",
        "\\* and \\[",
    ],
)
def test_a_source_of_a_chapter_is_only_its_title_and_its_address(
    corpus, corpus_with, make, as_read, signs
):
    """Markdown in the title of a source does not break out of the receipt that shows it."""
    chapter = corpus.chapters[0]
    source = chapter.sources["example-recipe"].model_dump(mode="json")
    source |= {"title": f"A title {signs}", "url": f"https://example.org/{signs.replace(' ', '-')}"}
    held = corpus_with(make(chapter, sources={"example-recipe": source}))
    page = next(p for p in pages(Site(held, {}, {})) if p.src_uri == "cookbook/example-chapter.md")

    (link,) = as_read(page.body).select("sup.receipt a")
    assert link.attrs == {"href": source["url"], "title": f"{source['title']}, Example Press"}
    assert link.get_text() == "Source 1"


def test_a_definition_in_a_chapter_is_only_text(corpus, corpus_with, make, as_read):
    """Nor does Markdown in a definition of the glossary."""
    definition = "See [y](/onmouseover=alert(1)//) and `code`"
    held = corpus_with(make(corpus.terms[0], definition=f"{definition} [@ours]"))
    page = next(p for p in pages(Site(held, {}, {})) if p.src_uri == "cookbook/example-chapter.md")

    (link,) = as_read(page.body).select("a.term")
    assert set(link.attrs) == {"class", "href", "title"}
    assert link["title"] == definition


def test_the_reading_time_counts_words_and_is_never_zero():
    """200 words a minute, rounded."""
    assert [reading_minutes("word " * n) for n in (0, 10, 200, 290, 310, 1000)] == [
        1,
        1,
        1,
        1,
        2,
        5,
    ]


def test_pages_are_the_same_every_time(site):
    """Two builds of the same content write the same files."""
    first, again = ([(page, page.body) for page in pages(site)] for _ in range(2))

    assert first == again


def test_an_empty_knowledge_base_has_no_pages():
    """No empty list of laws, no page without content."""
    assert list(pages(Site(Corpus({}), {}, {}))) == []


def test_a_page_is_a_plain_value():
    """Any engine can write it."""
    page = Page("a/", {}, lambda: "text", "data/a.yml")

    assert page == Page("a/", {}, lambda: "text", "data/a.yml")
    assert page.body == "text"


def test_a_page_is_written_when_it_is_asked_for(site, monkeypatch):
    """Who wants one page need not wait for all."""
    monkeypatch.setattr("scifi.site.pages.render", lambda *a, **k: 1 / 0)

    assert len(list(pages(site))) > 10
