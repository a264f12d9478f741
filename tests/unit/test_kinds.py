"""One record for each kind of entry: each is whole, and a new one needs no more than that."""

import inspect

import jinja2
import pytest
from pydantic import Field

from scifi import kinds, urls
from scifi.content import schema
from scifi.content.checks import check_all
from scifi.content.new import stub
from scifi.corpus import Corpus
from scifi.kinds import KINDS, PARTS, Kind
from scifi.model import Entry
from scifi.model.texts import Claim
from scifi.site.pages import VALUES, Site, pages
from scifi.site.views.render import environment


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_is_whole(kind, project):
    """Its files, its model with help for every field, its pages, its words."""
    assert (project / kind.folder).is_dir()
    assert inspect.getdoc(kind.model)
    assert all(field.description for field in kind.model.model_fields.values())
    assert kind.part in PARTS
    assert kind.title
    assert kind.index.endswith("/") and not kind.index.startswith("/")
    if kind.template:
        environment().get_template(kind.template)
        assert kind.own_pages or kind.description
    if kind.paper:
        assert kind.own_pages and kind.kicker


def test_no_two_kinds_share_a_folder_or_an_address():
    """A file is of one kind, and an address leads to one page."""
    assert len({kind.folder for kind in KINDS.values()}) == len(KINDS)
    assert len({kind.index for kind in KINDS.values()}) == len(KINDS)
    fields = [field for kind in KINDS.values() for field in kind.fields]
    assert len(fields) == len(set(fields))
    assert set(VALUES) <= set(KINDS)


class Solution(Entry):
    """What works against a trouble; a kind that this test adds."""

    summary: Claim = Field(description="What it is, with its receipt.")


SOLUTION = Kind(
    name="solution",
    model=Solution,
    folder="data/solutions",
    index="solutions/",
    part="aid-kit",
    title="Solutions",
    template="solution.html",
)


@pytest.fixture
def with_solutions(monkeypatch):
    """A knowledge base that has a kind more: its model, its record, and a template."""
    text = '<p class="lead">{{ view.cite(solution.summary) }}</p>'
    loader = jinja2.ChoiceLoader([jinja2.DictLoader({"solution.html": text}), environment().loader])
    monkeypatch.setattr(environment(), "loader", loader)
    monkeypatch.setitem(KINDS, "solution", SOLUTION)
    return SOLUTION


def test_a_new_kind_is_a_model_a_record_and_a_template(with_solutions, root):
    """Then its files are read and checked, and it has pages, addresses, a schema and a form."""
    folder = root / with_solutions.folder
    folder.mkdir(parents=True)
    (folder / "sensors-in-bins.yml").write_text(
        "title: Sensors in litter bins\nsummary: They tell when a bin is full [@ours].\n",
        encoding="utf-8",
    )

    report = check_all(root)

    assert [str(problem) for problem in report.problems] == []
    (page,) = (
        page
        for page in pages(Site(report.corpus, {}, {}))
        if page.address == "solutions/sensors-in-bins/"
    )
    assert "They tell when a bin is full" in page.body
    assert page.meta["parents"][-1] == {"title": "Solutions", "url": "solutions/"}
    assert page.edit_uri == "data/solutions/sensors-in-bins.yml"
    assert urls.url("solution", "x") == "solutions/x/"
    assert "summary" in schema.schema("solution")["properties"]
    assert "summary: TODO" in stub("solution")


def test_a_new_kind_without_entries_leaves_the_site_as_it_is(with_solutions, corpus):
    """An empty list is no page."""
    assert isinstance(corpus, Corpus)
    addresses = {page.address for page in pages(Site(corpus, {}, {}))}

    assert not [address for address in addresses if address.startswith("solutions/")]


def test_a_folder_tells_the_kind_of_its_files():
    """And no other folder does."""
    assert kinds.kind_of_folder("data/laws") is KINDS["law"]
    assert kinds.kind_of_folder("data/notes") is None
