"""From values to markup: receipts, numbers, links, and text that stays text."""

import re
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from jinja2 import UndefinedError

from scifi.model.base import Figure
from scifi.model.casestudy import Result
from scifi.site.pages import pages
from scifi.site.views import View
from scifi.site.views.render import call, environment


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


def test_our_own_advice_takes_no_number_and_the_page_knows_that_it_has_some(view):
    """The text flows on; one line of the page says that no source stands behind it."""
    assert not view.receipts.ours
    made = html(view.cite("We would ask [@ours]. They did [@example-report]."))

    assert made.get_text() == "We would ask. They didSource 1."
    assert view.receipts.ours
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
    counted = result(**fields)

    assert isinstance(counted, Result)
    assert view.amount(counted) == read


def test_an_unknown_baseline_is_not_reported(view, result):
    """A missing comparison is never shown as zero."""
    assert view.amount(result(baseline=None), "baseline") == "not reported"
    assert view.amount(result(baseline=0), "baseline") == "0"


def test_a_baseline_does_not_take_over_the_limits_of_its_result(view, result):
    """ "About 4.6 million trips" began with 0 trips, not with about 0."""
    counted = result(value=7, value_to=9, qualifier="about", baseline=0)

    assert view.amount(counted) == "about 7 to 9"
    assert view.amount(counted, "baseline") == "0"


def test_a_unit_follows_only_a_number(view, result):
    """Nobody reads "not reported EUR"."""
    assert view.amount(result(value=7), unit="EUR") == "7 EUR"
    assert view.amount(result(value=None), unit="EUR") == "not reported"


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


def test_a_mark_amid_markdown_holds_nothing_that_markdown_reads(view):
    """An address with *stars* and _lines_ arrives as it was typed."""
    source = view.sources["example-report"].model_copy(
        update={"url": "https://example.org/*a*_b_", "title": "[x](y) `z` & <b>"}
    )
    held = View(view.corpus, "", {"key": source})

    written = held.mark("key", written=True)

    assert not set("*_[]()`") & set(str(written).partition("title=")[2].partition(">")[0])
    assert html(written).a["href"] == "https://example.org/*a*_b_"
    assert html(written).a["title"].startswith("[x](y) `z` & <b>, ")
    assert html(written).a.attrs == html(held.mark("key")).a.attrs


def test_a_list_of_receipts_says_when_each_was_published_and_read(view):
    """Dates as people say them; a source without a date says so."""
    view.cite("So it is [@example-report]. And so [@example-page].")

    listed = html(call("parts.html", "receipt_list", view)).select("li")

    assert [item.get_text() for item in listed] == [
        "Report on twelve invented bins. University of Exampleville, June 2019. "
        "Read November 2026.",
        "Page on the invented bins. City of Exampleville, no date given. Read November 2026.",
    ]


def test_a_title_that_is_not_english_names_its_language(corpus, view):
    """A screen reader then speaks it as it should sound; English needs no mark."""
    source = make_source(corpus, title="Slimme vuilnisbakken", lang="nl")
    held = View(view.corpus, "", {"key": source, "english": make_source(corpus)})
    held.cite("So it is [@key] [@english].")

    links = html(call("parts.html", "receipt_list", held)).select("li a")

    assert [link.get("lang") for link in links] == ["nl", None]


def test_marks_and_numbers_say_the_language_of_the_title_they_show(corpus, view, case):
    """The title belongs to the link, and is not English; what the link shows is."""
    source = make_source(corpus, title="Slimme vuilnisbakken", lang="nl")
    held = View(view.corpus, "", {"key": source, "english": make_source(corpus)})
    figure = SimpleNamespace(source="key")

    mark, english = html(held.cite("So it is [@key] [@english].")).select("a")
    number = html(held.sourced(figure, "12 bins")).a

    assert [link.get("lang") for link in (mark, number, english)] == ["nl", "nl", None]
    assert [link.span["lang"] for link in (mark, number)] == ["en", "en"]
    assert [link.get_text() for link in (mark, number)] == ["Source 1", "12 bins"]


@pytest.mark.parametrize(
    "start, end, read",
    [
        ("2019-03", "2020", "March 2019 to 2020"),
        ("2019-03-04", "2019-03-04", "4 March 2019"),
        ("2019", None, "2019 to end not reported"),
        (None, "2019", "start not reported to 2019"),
        (None, None, "start not reported to end not reported"),
    ],
)
def test_a_stretch_of_time_says_which_end_is_not_known(view, case, make, start, end, read):
    """A day that is start and end at once is said once; each end that is missing can be told."""
    case = make(case, period={"start": start, "end": end})
    made = html(call("parts.html", "time_span", view, case, "period", case.period))

    assert made.get_text().strip() == read
    asked = [link["href"].rpartition("/")[2] for link in made.select("a.gap")]
    ends = {"period.start": start, "period.end": end}
    assert asked == [field for field, date in ends.items() if date is None]


def test_what_is_not_reported_leads_to_its_question(view, case):
    """The link says in words what is missing, and of which number."""
    link = html(view.gap(case, "results[2].baseline", "not reported")).a

    assert link["href"] == "../../contribute/gap/#casestudy/example-bins/results[2].baseline"
    assert link["aria-label"] == (
        "not reported: the number before (collections in winter). Tell us"
    )
    assert link.get_text() == "not reported"


def test_words_about_what_is_known_are_no_link(view, case):
    """Nobody is asked for what stands there."""
    assert not html(view.gap(case, "period.start", "March 2019")).select("a")
    assert view.gap(case, "results[0].measured_by", "the city", "") == "the city"


def test_what_we_have_not_found_can_be_told_line_by_line(view, case):
    """A question keeps its words; behind it stands a link that names it for a screen reader."""
    made = html(call("parts.html", "unknowns", view, case))
    line = made.select_one("li")

    assert line.get_text(" ", strip=True) == "What the twelve bins cost in a year. Tell us"
    assert line.a["aria-label"] == "Tell us: What the twelve bins cost in a year."
    assert line.a["href"].endswith("#casestudy/example-bins/unknowns[0]")


def test_a_question_that_looks_like_markup_stays_text(view, case, make):
    """Neither words nor the name of a link can break out of their place."""
    case = make(case, unknowns=['"><img src=x onerror=alert(1)>'])
    made = html(call("parts.html", "unknowns", view, case))

    assert not made.select("img")
    assert made.select_one("li a")["aria-label"] == 'Tell us: "><img src=x onerror=alert(1)>'


def test_classes_of_a_city_are_named_in_the_order_asked_for(view):
    """Pages show the titles of classes, never their ids."""
    axis = view.corpus.axes[0]
    ids = [class_.id for class_ in axis.classes]

    assert view.classes(axis.id, ids[::-1]) == [class_.title for class_ in axis.classes][::-1]


def test_every_heading_has_an_anchor_and_a_line_of_its_own(site):
    """The list "On this page" is read from these lines; another language keeps the anchors."""
    for page in pages(site):
        if not page.written and "glossary" not in page.address:
            found = re.findall(r'(?m)^<h2 id="([^"]+)">.+</h2>$', page.body)
            assert found or "/by/" in page.address, page.address
            assert len(found) == len(set(found)), page.address
            assert re.findall("<h2 id", page.body) == ["<h2 id"] * len(found), page.address


def test_braces_from_content_are_never_left_for_a_macro_engine(view):
    """What would be an expression in a template is plain characters in a prose page."""
    text = call("parts.html", "claims", view, ["Seven {{ 7 * 7 }}, {% raw %} and {# gone #}."])

    assert not re.search(r"\{[{%#]", text)
    assert "Seven {{ 7 * 7 }}, {% raw %} and {# gone #}." in html(text).get_text()
