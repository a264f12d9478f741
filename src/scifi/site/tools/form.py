"""
The form for a whole case study: made from the model, whole as a paper form without JavaScript.

The script reads the fields from the page. What a case study may refer to is data of its own, and
so is each case study as it stands in its file, to be loaded for a correction.
"""

from collections.abc import Iterator
from typing import Any

from scifi.content.checks.hosts import REFUSED
from scifi.content.field_checks import with_checks
from scifi.corpus import Corpus
from scifi.kinds import KIND_BY_FIELD, KINDS
from scifi.site.pages import Site
from scifi.site.scripts import script
from scifi.site.views.render import call

NAMED = ("city", "indicator", "obstacle", "programme", "remedy", "solution", "step")
"""Kinds of entries that a case study names."""


def block(site: Site, here: str) -> str:
    """The form, to be filled in on paper too."""
    return call("form.html", "page", site.view(here))


def files(site: Site) -> Iterator[tuple[str, str]]:
    """What the form checks against, and each case study as it stands in its file."""
    yield "assets/data/form.js", script("form", library(site.corpus))
    for case in [*site.corpus.casestudies, *site.corpus.drafts]:
        name = f"cases/{case.id}"
        yield f"assets/data/{name}.js", script(name, case.written())


def library(corpus: Corpus) -> dict[str, Any]:
    """
    What the twin of the checks needs, `frontend/scripts/pure/case-rules.js`.

    Returns:
        schema: the JSON Schema of a case study with its `x-checks`.
        titles: by kind, the title of each entry by id. kinds: the kind of id a field holds.
        units: by indicator. variants: by solution. refused: hosts of copies.
        taken: ids that pages of the site have. cases: ids of the case studies there are.
    """
    return {
        "schema": with_checks("casestudy"),
        "titles": {kind: {e.id: e.title for e in corpus.all(kind)} for kind in NAMED},
        "kinds": KIND_BY_FIELD,
        "units": {indicator.id: indicator.units for indicator in corpus.indicators},
        "variants": {
            solution.id: [variant.id for variant in solution.variants]
            for solution in corpus.solutions
        },
        "refused": REFUSED,
        "taken": sorted(KINDS["casestudy"].taken),
        "cases": [case.id for case in [*corpus.casestudies, *corpus.drafts]],
    }
