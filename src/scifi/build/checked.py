"""
From files to the site's values, once for each state of the files.

Engines ask many times: MkDocs on every reload, Zensical once a page. The corpus is loaded and
the charts are drawn only when a content file has changed since.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from scifi import language
from scifi.build import drawing
from scifi.build.wanted import Wanted
from scifi.contact import ContactError, contact
from scifi.content import source
from scifi.content.checks import check_all
from scifi.content.problem import Problem
from scifi.corpus import Corpus
from scifi.figures.charts import Chart, chart, charts, names
from scifi.language import _
from scifi.papers import NONE, papers
from scifi.settings import site_url
from scifi.site.pages import Site

CACHE = ".cache"
"""Folder below the project for bundles and drawings; safe to delete."""

PAPERS = "SCIFI_PAPERS"
"""
The variable that tells which papers the site will have; links to others would be dead.

Set by `scifi build` for the engine that it starts. A preview has none.
"""


class ContentError(Exception):
    """The content has problems; the message lists them all."""

    def __init__(self, problems: list[Problem]):
        shown = "\n".join(str(problem) for problem in problems)
        super().__init__(_("{shown}\nThe site is not built until these are mended.", shown=shown))
        self.problems = problems


ERRORS = (ContentError, ContactError, language.LanguageError)
"""What keeps a site from being made; each message says what to do."""

Drawings = Mapping[str, Mapping[str, str]]

_content: dict[Path, tuple[object, Corpus, Mapping[str, Chart], Drawings]] = {}
_sites: dict[Path, tuple[object, Site]] = {}


def site(root: Path, *, at_once: bool = True) -> Site:
    """
    The checked content below `root` with its charts drawn.

    Without `at_once` a chart is drawn when it is first asked for.

    Raises:
        ContentError: `scifi check` would report problems.
        LanguageError: `mkdocs.yml` names a language that the site does not speak.
        ContactError: It names a repository or a mail address that leads nowhere.
    """
    root = root.resolve()
    language.use(language.chosen(root))
    which = os.environ.get(PAPERS, NONE)
    doors, address = contact(root), site_url(root)
    content = (language.code(), source.newest_change(root))
    state = (content, which, doors, address)
    if (known := _sites.get(root)) and known[0] == state:
        return known[1]
    corpus, made, drawings = _loaded(root, content, at_once)
    listed = papers(corpus, which)
    fresh = Site(corpus, made, drawings, papers=listed, contact=doors, published=address)
    _sites[root] = (state, fresh)
    return fresh


def _loaded(
    root: Path, state: object, at_once: bool
) -> tuple[Corpus, Mapping[str, Chart], Drawings]:
    """The content and its charts, which do not depend on the papers or the address of a site."""
    known = _content.get(root)
    if not known or known[0] != state:
        report = check_all(root)
        if report.problems:
            raise ContentError(report.problems)
        made, drawings = (_all if at_once else _wanted)(report.corpus, root)
        _content[root] = known = (state, report.corpus, made, drawings)
    return known[1:]


def _all(corpus: Corpus, root: Path) -> tuple[Mapping[str, Chart], Drawings]:
    made = charts(corpus)
    return made, _drawn(root, made.values())


def _wanted(corpus: Corpus, root: Path) -> tuple[Mapping[str, Chart], Drawings]:
    made = Wanted(names(corpus), lambda name: chart(corpus, name))

    def drawn(name: str) -> Mapping[str, str] | None:
        return _drawn(root, [made[name]]).get(name) if name in made else None

    return made, Wanted(names(corpus), drawn)


def _drawn(root: Path, made: Iterable[Chart]) -> Drawings:
    return drawing.draw(made, root / CACHE / "drawings", root / "frontend")
