"""First-aid triage and the red page, as they stand without a script."""

import pytest

from scifi.site.pages import Site
from scifi.site.tools import red_page, triage


@pytest.fixture
def remedy(corpus, make):
    """`remedy("id", urgency="today")`: the example remedy with other values."""
    (example,) = corpus.remedies
    return lambda id_, **values: make(example, id=id_, **values)


def test_a_remedy_carries_its_first_step_and_its_receipts(corpus, corpus_with, remedy):
    """The first step is text; its sources are named by title and address, our part by a mark."""
    source = {"title": "A page", "publisher": "P", "url": "https://example.org/page"}
    changed = remedy(
        "with-source",
        first_aid=["Call them [@page]. Then wait [@ours].", "Sleep [@ours]."],
        sources={"page": {**source, "date": None, "read": "2026-11"}},
    )

    entry = triage.entry(Site(corpus_with(changed), {}, {}), changed)

    assert entry["first"] == {
        "text": "Call them. Then wait.",
        "sources": [{"title": "A page, P", "url": "https://example.org/page"}],
        "ours": True,
    }
    assert (entry["act"], entry["urgency"]) == ("Act this week", 1)
    assert entry["url"] == "aid-kit/with-source/"
    assert entry["about"] == [corpus.get("obstacle", "example-silos").title]


def test_urgent_remedies_stand_first(corpus_with, remedy):
    """In the data and in each topic, today comes before this week, before this quarter."""
    site = Site(
        corpus_with(remedy("a", urgency="this-quarter"), remedy("z", urgency="today")), {}, {}
    )

    assert [remedy.id for remedy in triage.in_order(site)] == ["z", "example-no-bids", "a"]
    ((topic, remedies),) = triage.topics(site)
    assert topic.id == "example-silos"
    assert [remedy.id for remedy in remedies] == ["z", "example-no-bids", "a"]


def test_without_a_script_every_symptom_is_a_link(corpus, as_read):
    """One can pick a sentence and land on its remedy, with the red page at hand."""
    made = as_read(triage.block(Site(corpus, {}, {}), "aid-kit/"))

    links = {link.get_text(): link["href"] for link in made.select(".symptoms a")}
    assert links == {f"“{symptom}”": "example-no-bids/" for symptom in corpus.remedies[0].symptoms}
    assert made.select_one("a.red-button")["href"] == "today/"


def test_the_red_page_holds_first_aid_for_today_only(corpus_with, remedy, as_read):
    """Today's steps are there, in order and with receipts; what can wait is a link."""
    first = ["Pull the cable [@ours].", "Call them [@ours]."]
    site = Site(corpus_with(remedy("hacked", urgency="today", first_aid=first)), {}, {})

    made = as_read(red_page.block(site, "aid-kit/today/"))

    (red,) = made.select("details.red")
    steps = [li.get_text() for li in red.select("ol li")]
    assert [text.split(".")[0] for text in steps] == ["Pull the cable", "Call them"]
    assert red.select_one(".red-on a")["href"] == "../hacked/"
    assert [link["href"] for link in made.select(".red-week li a")] == ["../example-no-bids/"]
    assert made.script is None


def test_a_red_page_without_anything_urgent_says_so(corpus, as_read):
    """The smallest knowledge base has nothing for today."""
    made = as_read(red_page.block(Site(corpus, {}, {}), "aid-kit/today/"))

    assert not made.select("details.red")
    assert made.select_one(".red-page .unknown")
