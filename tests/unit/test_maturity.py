"""The maturity check: its rule in words, and its page without a script."""

import json
from pathlib import Path

import yaml

from scifi import maturity
from scifi.corpus import Corpus
from scifi.site.pages import Site
from scifi.site.tools import maturity as tool

EXAMPLES = Path(__file__).parents[1] / "examples" / "maturity"


def test_the_examples_reach_every_class():
    """No line of the rule is without an example, nor is the case that gives no class."""
    examples = [json.loads(path.read_text(encoding="utf-8")) for path in EXAMPLES.glob("*.json")]
    reached = {example["class"] for example in examples}

    assert reached == {id_ for id_, _ in maturity.CLASSES} | {None}


def test_the_classes_are_those_of_the_axis_and_of_the_finder(project):
    """A class taken over into the profile is an answer that the pathway finder knows."""
    ids = [id_ for id_, _ in maturity.CLASSES]

    axis = yaml.safe_load((project / "data/axes/maturity.yml").read_text(encoding="utf-8"))
    question = yaml.safe_load((project / "data/questions/maturity.yml").read_text(encoding="utf-8"))

    assert sorted(ids) == sorted(c["id"] for c in axis["classes"])
    assert set(ids) <= {answer["id"] for answer in question["answers"]}


def page(corpus, as_read):
    """The block of the tool as a reader sees it."""
    return as_read(tool.block(Site(corpus, {}, {}), "pathways/maturity/"))


def test_without_a_script_the_page_has_questions_rule_and_steps(corpus, as_read):
    """Levels as text, the rule line by line, and where to begin for each dimension."""
    made = page(corpus, as_read)
    (dimension,) = corpus.dimensions

    box = made.find("fieldset", id=dimension.id)
    assert dimension.question in box.legend.get_text()
    shown = [level.label.span.get_text() for level in box.select(".level")]
    assert shown == [*(level.title for level in dimension.levels), "We do not know"]
    rules = [[cell.get_text() for cell in row(["td", "th"])] for row in made.select("[data-class]")]
    assert [when for when, _ in rules] == [when for _, when in maturity.CLASSES]
    begin = made.find("tr", attrs={"data-begin": dimension.id})
    assert begin.td.a["href"] == "../../survival-guide/do/"
    assert "Ask the one who knows" in begin.get_text()


def test_the_page_says_that_it_is_ours_and_names_its_models(corpus, corpus_with, make, as_read):
    """The check is no official assessment; the sources of a question are among the receipts."""
    (dimension,) = corpus.dimensions
    model = {"title": "A model", "publisher": "P", "url": "https://example.org/model"}
    dimension = make(
        dimension,
        meaning="A model has it [@model].",
        sources={"model": {**model, "date": None, "read": "2026-11"}},
    )

    made = page(corpus_with(dimension), as_read)

    assert "no official assessment" in made.select_one(".notice").get_text()
    assert made.select_one(".question-help .receipt a")["href"] == model["url"]
    assert made.select_one(".receipts li a")["href"] == model["url"]


def test_without_dimensions_the_page_says_so(corpus, as_read):
    """A knowledge base that has no dimension yet still has the page."""
    empty = Corpus({**corpus.entries, "dimension": {}}, corpus.bodies)

    made = page(empty, as_read)

    assert made.get_text().strip() == "There are no questions here yet."


def test_classes_have_the_titles_of_the_axis(corpus, corpus_with, make, as_read):
    """Where the axis is written, its words are used; nothing is typed twice."""
    axis = corpus.axes[0]
    classes = [
        {"id": id_, "title": f"Called {id_}", "rule": "So it is [@ours]."}
        for id_, _ in maturity.CLASSES
    ]
    made = page(corpus_with(make(axis, id="maturity", classes=classes)), as_read)

    titles = [row.th.get_text() for row in made.select("[data-class]")]
    assert titles == [f"Called {id_}" for id_, _ in maturity.CLASSES]
