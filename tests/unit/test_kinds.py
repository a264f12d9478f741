"""One record for each kind of entry: each is whole, and a new one needs no more than that."""

import inspect
from typing import get_args

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
from scifi.model.knowledge import Part
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


def test_every_part_that_a_file_may_name_has_a_title():
    """The parts of the model are those of the site."""
    assert list(get_args(Part)) == list(PARTS)


def test_no_two_kinds_share_a_folder_or_an_address():
    """A file is of one kind, and an address leads to one page."""
    assert len({kind.folder for kind in KINDS.values()}) == len(KINDS)
    assert len({kind.index for kind in KINDS.values()}) == len(KINDS)
    fields = [field for kind in KINDS.values() for field in kind.fields]
    assert len(fields) == len(set(fields))
    assert set(VALUES) <= set(KINDS)


class Prize(Entry):
    """What a city won; a kind that this test adds."""

    summary: Claim = Field(description="What it is, with its receipt.")


PRIZE = Kind(
    name="prize",
    model=Prize,
    folder="data/prizes",
    index="prizes/",
    part="aid-kit",
    title="Prizes",
    template="prize.html",
)


@pytest.fixture
def with_prizes(monkeypatch):
    """A knowledge base that has a kind more: its model, its record, and a template."""
    text = '<p class="lead">{{ view.cite(prize.summary) }}</p>'
    loader = jinja2.ChoiceLoader([jinja2.DictLoader({"prize.html": text}), environment().loader])
    monkeypatch.setattr(environment(), "loader", loader)
    monkeypatch.setitem(KINDS, "prize", PRIZE)
    return PRIZE


def test_a_new_kind_is_a_model_a_record_and_a_template(with_prizes, root):
    """Then its files are read and checked, and it has pages, addresses, a schema and a form."""
    folder = root / with_prizes.folder
    folder.mkdir(parents=True)
    (folder / "best-bins.yml").write_text(
        "title: Best bins of the year\nsummary: A jury that does not exist gave it [@ours].\n",
        encoding="utf-8",
    )

    report = check_all(root)

    assert [str(problem) for problem in report.problems] == []
    (page,) = (
        page for page in pages(Site(report.corpus, {}, {})) if page.address == "prizes/best-bins/"
    )
    assert "A jury that does not exist gave it" in page.body
    assert page.meta["parents"][-1] == {"title": "Prizes", "url": "prizes/"}
    assert page.edit_uri == "data/prizes/best-bins.yml"
    assert urls.url("prize", "x") == "prizes/x/"
    assert "summary" in schema.schema("prize")["properties"]
    assert "summary: TODO" in stub("prize")


def test_a_new_kind_without_entries_leaves_the_site_as_it_is(with_prizes, corpus):
    """An empty list is no page."""
    assert isinstance(corpus, Corpus)
    addresses = {page.address for page in pages(Site(corpus, {}, {}))}

    assert not [address for address in addresses if address.startswith("prizes/")]


def test_a_folder_tells_the_kind_of_its_files():
    """And no other folder does."""
    assert kinds.kind_of_folder("data/laws") is KINDS["law"]
    assert kinds.kind_of_folder("data/notes") is None
