"""Laws and money: their lists, their pages, and the order in which they stand."""

import pytest

from scifi.site import blocks
from scifi.site.pages import Site, pages


@pytest.fixture
def law(corpus):
    """The one law of the smallest knowledge base."""
    return corpus.laws[0]


@pytest.fixture
def line(corpus):
    """The one funding line of the smallest knowledge base."""
    return corpus.funding[0]


@pytest.fixture
def body(corpus, as_read):
    """The body of a page by its address, read as HTML."""
    made = {page.address: page.body for page in pages(Site(corpus, {}, {}))}
    return lambda address: as_read(made[address])


@pytest.fixture
def listed(corpus_with, as_read):
    """The list of a kind with some entries more, read as HTML."""

    def read(kind, *entries):
        site = Site(corpus_with(*entries), {}, {})
        return as_read(blocks.listing(site, f"survival-guide/{kind}s/", kind))

    return read


def test_the_page_of_a_law_tells_who_is_bound_and_where_its_text_is(body):
    """And which date comes next, what each country says, and what nobody found."""
    page = body("survival-guide/laws/example-law/")
    text = page.get_text(" ", strip=True)

    (text_of_act,) = page.find_all("a", string="Text of the act")
    assert text_of_act["href"] == "https://example.org/law"
    for words in (
        "Count the rounds of the truck",
        "The city, the supplier",
        "3 February 2027",
        "November 2026; check before use",
        "EUR 500",
        "As of January 2026, without VAT.",
        "No figure was found.",
        "Who wrote it.",
    ):
        assert words in text, words


def test_old_links_to_a_law_and_a_funding_line_still_lead_to_its_name(listed):
    """They had an anchor on the page of all of them."""
    for kind, id_ in (("law", "example-law"), ("funding", "example-fund")):
        assert listed(kind).find(id=id_).select_one("a")["href"].endswith(f"{id_}/")


def test_dates_to_come_stand_in_their_order_whoever_sets_them(listed, law, make):
    """Those up to the month of the check are past; the soonest stand open, others folded."""
    other = make(
        law,
        id="other",
        title="Another law",
        dates=[
            {"date": "2026-11-30", "text": "Past [@example-journal]."},
            {"date": "2026-12", "text": "Soon [@example-journal]."},
            {"date": "2028", "text": "Late [@example-journal]."},
        ],
    )

    rows = listed("law", other).select(".dates tbody tr")

    assert [row.th.get_text() for row in rows] == ["December 2026", "3 February 2027", "2028"]


def test_a_law_that_is_not_made_yet_binds_nobody(listed, law, make):
    """An empty list would look like a slip."""
    draft = make(law, id="draft", binds=[], text_url=None)

    assert "Nobody yet" in listed("law", draft).find(id="draft").get_text()


def test_a_row_says_who_may_apply_how_much_what_share_until_when_and_whether_it_is_open(
    listed, line, make
):
    """In one sentence each: the page of the line has the rest. Unknown stands as unknown."""
    other = make(
        line,
        id="other",
        title="The other fund",
        who="Any town [@example-journal]. With a partner [@example-journal].",
        size=None,
        rate="Up to 1.5 per cent [@example-journal]. More for islands [@example-journal].",
        status="open",
        closes="2027-03-01",
    )

    cells = [td.get_text(" ", strip=True) for td in listed("funding", other).find(id="other")("td")]

    assert cells[:4] == ["Any town.", "not found", "Up to 1.5 per cent.", "1 March 2027"]
    assert cells[4].startswith("Open now")


def test_the_first_line_says_what_a_town_can_use_now(listed, line, make):
    """Open and rolling lines; announced ones apart; neither unclear nor closed ones."""
    others = [
        make(line, id=status, title=f"The {status} fund", status=status, closes=None)
        for status in ("rolling", "announced", "unclear", "closed")
    ]

    first = listed("funding", *others).select_one("p.lead").get_text()

    assert first == (
        "What a town can use now: Example Fund; The rolling fund. Announced: The announced fund."
    )


def test_if_nothing_is_open_the_page_says_so(listed, line, make):
    """No line of empty names."""
    closed = make(line, status="closed")

    assert "no line that a town can use now" in listed("funding", closed).get_text()


def test_what_closes_soonest_stands_first_and_what_closed_last_before_the_rest(
    corpus_with, line, make
):
    """Who looks for money looks at dates."""
    changes = {
        "late": ("open", "2028-01"),
        "soon": ("open", "2026-12-24"),
        "no-date": ("open", None),
        "old": ("closed", "2020"),
        "lately": ("closed", "2026-10-31"),
        "undated": ("closed", None),
        "always": ("rolling", None),
    }
    lines = [make(line, id=i, status=s, closes=c) for i, (s, c) in changes.items()]

    order = [entry.id for entry in corpus_with(*lines).funding if entry.id != line.id]

    assert order == ["soon", "late", "no-date", "always", "lately", "old", "undated"]
