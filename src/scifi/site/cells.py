"""Cells of tools: HTML made here from templates, for scripts that put it on a page later."""

import re
from dataclasses import replace
from typing import Any

from scifi.model import Entry
from scifi.site.pages import Site
from scifi.site.views import View
from scifi.site.views.render import environment


def cell_view(site: Site, here: str, entry: Entry) -> View:
    """
    A view for HTML that a script puts on the page at `here`.

    Glossary terms are not linked: which use is the first depends on what a reader chooses.
    """
    explained = {term.id for term in site.corpus.terms}
    return replace(site.view(here, entry), explained=explained)


def macros(template: str) -> Any:
    """The macros of a template as attributes, which no type checker knows."""
    return environment().get_template(template).make_module({})


def html(made: str) -> str:
    """
    What a macro made, without the entities that only Markdown needs.

    Signs that mean something in HTML stay escaped.
    """
    return re.sub(r"&#(\d+);", _unescaped, str(made)).strip()


def _unescaped(entity: re.Match[str]) -> str:
    sign = chr(int(entity.group(1)))
    return entity.group() if sign in "<>&\"'" else sign
