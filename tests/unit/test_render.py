"""From values to markup: receipts, numbers, links, and text that stays text."""

import pytest
from bs4 import BeautifulSoup
from jinja2 import UndefinedError

from scifi.model.base import Figure
from scifi.model.casestudy import Result
from scifi.site.views import View
from scifi.site.views.render import country, environment, words


@pytest.fixture
def view(corpus, case):
    """The view of the example case study's page."""
    return View(corpus, "casestudies/example-bins/", case.sources)


def html(markup):
    """Markup as a tree of elements."""
    return BeautifulSoup(str(markup), "html.parser")


def test_receipts_are_numbered_in_the_order_of_first_citation(view):
    """The first source cited on a page is number 1, and stays it."""
    made = html(
        view.cite("One [@example-page]. Two [@example-report][@example-page].")
        + view.cite("Three [@example-report].")
    )

    numbers = [sup.a.find(string=True, recursive=False) for sup in made.select("sup.receipt")]
    assert numbers == ["1", "2", "1", "2"]
    assert [(number, s.url) for number, *_, s in view.receipts.listed()] == [
        (1, "https://example.org/bins"),
        (2, "https://example.org/report"),
    ]


def test_a_receipt_leads_to_its_source_and_says_which(view):
    """The mark is a link with title and publisher, and speaks to a screen reader."""
    link = html(view.cite("So it is [@example-report].")).a

    assert link["href"] == "https://example.org/report"
    assert link["title"] == "Report on twelve invented bins, University of Exampleville"
    assert link.get_text() == "Source 1"


def test_our_own_advice_is_marked_and_takes_no_number(view):
    """A reader sees that no source stands behind it."""
    made = html(view.cite("We would ask [@ours]. They did [@example-report]."))

    assert made.select_one(".ours").get_text() == "ours"
    assert made.select_one("sup.receipt a").get_text() == "Source 1"
    assert len(view.receipts.listed()) == 1


def test_no_gap_is_left_before_a_receipt(view):
    """The number stands close to its word, the full stop follows it."""
    text = html(view.cite("It works [@example-report].")).get_text()

    assert text == "It worksSource 1."


def test_a_source_that_is_not_listed_cannot_be_cited(view):
    """A receipt that leads nowhere stops the build; the check reports it first."""
    with pytest.raises(KeyError):
        view.cite("So it is [@no-such-source].")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "a < b & c > d",
        "\"double\" and 'single'",
        "&amp; &lt;b&gt; stay as typed",
        "</div></p>",
    ],
)
def test_text_stays_text(view, text):
    """What looks like markup in a file is shown as it was typed."""
    made = html(view.cite(text))

    assert made.get_text() == text
    assert made.find(True) is None


def test_signs_in_a_title_do_not_end_a_link(corpus_with, corpus, make):
    """Quotes and ampersands stand in the text of a link and in its hint."""
    city = make(corpus.cities[0], title='A & B "or" C')
    source = make_source(corpus, title='A "title" & more')
    made = View(corpus_with(city), "", {"key": source})

    assert html(made.link("city", "exampleville")).a.get_text() == 'A & B "or" C'
    assert html(made.mark("key")).a["title"] == 'A "title" & more, Example Press'


def make_source(corpus, **changes):
    """The city's source with other values."""
    return corpus.cities[0].sources["example-atlas"].model_copy(update=changes)


@pytest.mark.parametrize(
    "fields, read",
    [
        ({"value": 33}, "33"),
        ({"value": 0}, "0"),
        ({"value": 33.5}, "33.5"),
        ({"value": -5}, "-5"),
        ({"value": 0.125}, "0.125"),
        ({"value": 1234567}, "1,234,567"),
        ({"value": 1234567.89}, "1,234,567.89"),
        ({"value": 1e9}, "1,000,000,000"),
        ({"value": 7, "value_to": 9}, "7 to 9"),
        ({"value": 7, "qualifier": "about"}, "about 7"),
        ({"value": 400, "qualifier": "at-least"}, "at least 400"),
        ({"value": 10, "qualifier": "at-most"}, "at most 10"),
        ({"value": None}, "not reported"),
        ({"value": None, "qualifier": "about"}, "not reported"),
    ],
)
def test_a_number_is_written_as_people_read_it(view, result, fields, read):
    """Digits grouped, limits in words, a range with both ends; unknown is said in words."""
    one = result(**fields)

    assert isinstance(one, Result)
    assert view.amount(one) == read


def test_an_unknown_baseline_is_not_reported(view, result):
    """A missing comparison is never shown as zero."""
    assert view.amount(result(baseline=None), "baseline") == "not reported"
    assert view.amount(result(baseline=0), "baseline") == "0"


def test_a_number_is_itself_the_link_to_its_source(view, result):
    """One click from the number to the page it was read on."""
    made = html(view.sourced(result(), "33 % less")).a

    assert made["href"] == "https://example.org/report"
    assert made.get_text() == "33 % less"
    assert len(view.receipts.listed()) == 1


def test_a_figure_of_a_programme_reads_like_a_result(view):
    """Qualifier and range are shown for both."""
    figure = Figure.model_validate_json(
        '{"what": "bins", "value": 2, "value_to": 3, "qualifier": "about", "unit": "bins",'
        ' "kind": "reported", "source": "example-report"}'
    )

    assert view.amount(figure) == "about 2 to 3"


def test_a_link_is_relative_to_the_page_it_stands_on(view):
    """The same entry is linked from wherever one is."""
    assert html(view.link("remedy", "example-no-bids")).a["href"] == (
        "../../aid-kit/example-no-bids/"
    )
    assert view.to("about/evidence/") == "../../about/evidence/"


def test_entries_are_picked_once_each_in_the_order_given(view):
    """A doubled id in a list gives one card."""
    picked = view.pick("step", ["do", "plan", "do"])

    assert [step.id for step in picked] == ["do", "plan"]


def test_entries_on_a_shared_page_have_their_own_sources(view, corpus):
    """Two laws may use the same key for different sources."""
    made = html(view.of(corpus.laws[0]).cite("At most 3 [@example-journal]."))

    assert made.a["href"] == "https://example.org/law"


def test_a_word_of_the_trade_is_explained_where_it_first_stands(view):
    """The second time a reader knows it; inside a longer word it is another word."""
    made = html(view.cite("A binometer, two binometers. The binometer-like thing [@ours]."))

    (link,) = made.select("a")
    assert link.get_text() == "binometer"
    assert link["href"].endswith("about/glossary/#binometer")
    assert link["title"] == "An invented meter for invented bins."
    assert made.get_text().startswith("A binometer, two binometers. The binometer-like thing")


def test_a_template_cannot_use_a_name_that_does_not_exist(view):
    """A misspelt name stops the build instead of leaving a hole in the page."""
    with pytest.raises(UndefinedError):
        environment().from_string("{{ no_such_name }}").render(view=view)


def test_ids_and_codes_are_shown_in_words():
    """Readers see words and names; a country we do not know keeps its code."""
    assert words("this-week") == "this week"
    assert country("BE") == "Belgium"
    assert country("XX") == "XX"
