"""Builders for small variations of the smallest knowledge base."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import markdown
import pytest
from bs4 import BeautifulSoup

from scifi.corpus import Corpus
from scifi.figures.charts import charts
from scifi.kinds import KINDS
from scifi.model import CaseStudy, Entry
from scifi.model.casestudy import Result
from scifi.settings import settings
from scifi.site.pages import Site

EntryT = TypeVar("EntryT", bound=Entry)


def changed(entry: EntryT, **changes: Any) -> EntryT:
    """The entry with other values, as validated as if they stood in its file."""
    data = entry.model_dump(mode="json", by_alias=True)
    return type(entry).model_validate_json(json.dumps({**data, **changes}))


@pytest.fixture
def corpus_with(corpus: Corpus) -> Callable[..., Corpus]:
    """The smallest knowledge base with entries added, or put in the place of those they name."""

    def build(*entries: Entry) -> Corpus:
        kinds = {kind.model: kind.name for kind in KINDS.values()}
        held = {kind: dict(entries) for kind, entries in corpus.entries.items()}
        for entry in entries:
            held[kinds[type(entry)]][entry.id] = entry
        return Corpus(held, corpus.bodies)

    return build


@pytest.fixture
def case(corpus: Corpus) -> CaseStudy:
    """The one case study of the smallest knowledge base."""
    return corpus.casestudies[0]


@pytest.fixture
def make() -> Callable[..., Any]:
    """`make(entry, title="...")`: an entry with other values."""
    return changed


@pytest.fixture
def result() -> Callable[..., Result]:
    """A measured, independent, compared result, with the fields given changed."""

    def build(**changes: Any) -> Result:
        data = {
            "indicator": "example-collections",
            "what": "collections",
            "value": 33,
            "baseline": 100,
            "unit": "% less",
            "period": "2019",
            "kind": "measured",
            "measured_by": "independent",
            "comparison": "before-after",
            "source": "example-report",
        }
        return Result.model_validate_json(json.dumps({**data, **changes}))

    return build


@pytest.fixture
def case_of(case: CaseStudy) -> Callable[..., CaseStudy]:
    """The example case study with these results, and other fields changed as given."""

    def build(*results: Result, **changes: Any) -> CaseStudy:
        rows = [json.loads(r.model_dump_json()) for r in results]
        return changed(case, results=rows, **changes)

    return build


@pytest.fixture(scope="session")
def as_read(project: Path) -> Callable[[str], BeautifulSoup]:
    """Markdown as a reader sees it: converted with the extensions of mkdocs.yml."""
    config = settings(project)
    names, options = [], {}
    for extension in config["markdown_extensions"]:
        name, chosen = (
            next(iter(extension.items())) if isinstance(extension, dict) else (extension, {})
        )
        names.append(name)
        options[name] = chosen or {}

    def convert(text: str) -> BeautifulSoup:
        body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
        made = markdown.markdown(body, extensions=names, extension_configs=options)
        return BeautifulSoup(made, "html.parser")

    return convert


@pytest.fixture(scope="session")
def site(corpus: Corpus) -> Site:
    """The smallest site: its corpus and charts, without drawings."""
    return Site(corpus, charts(corpus), {})
