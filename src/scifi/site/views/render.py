"""
From values to markup: one Jinja environment that escapes everything, and what templates may say.
"""

import re
from functools import cache
from typing import Any

import jinja2
from markupsafe import Markup, escape

from scifi import language
from scifi.labels import label
from scifi.model.texts import without_citations
from scifi.site.finished_html import finished
from scifi.site.views.solutions import first_sentence
from scifi.site.views.view import View


def with_code(text: str) -> Markup:
    """A docstring's `code` as code, everything else as text."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))


def _say(text: str, **values: Any) -> Markup:
    """A text of the catalogue, which may hold markup; its values are escaped."""
    said = Markup(language._(text))
    return said.format(**values) if values else said


def _say_many(singular: str, plural: str, n: int, **values: Any) -> Markup:
    """A text of the catalogue that depends on a number."""
    text = language.ngettext(singular, plural, n, **{name: f"{{{name}}}" for name in values})
    return Markup(text).format(**values)


WORDS: dict[str, Any] = {
    "_": _say,
    "ngettext": _say_many,
    "number": language.number,
    "partial_date": language.partial_date,
    "and_list": language.and_list,
    "or_list": language.or_list,
    "country": language.country,
    "capitalised": language.capitalised,
    "label": label,
}
"""What every template, those of the theme too, can say words with."""


@cache
def environment() -> jinja2.Environment:
    """The one environment: always escaping, strict about names."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("scifi.site"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= WORDS
    made.filters["with_code"] = with_code
    made.filters["first_sentence"] = first_sentence
    made.filters["finished"] = lambda html: Markup(finished(html))
    made.filters["label"] = label
    made.filters["country"] = language.country
    made.filters["plain"] = without_citations
    return made


def render(template: str, view: View, **values: Any) -> str:
    """The body of a page as HTML."""
    text = environment().get_template(template).render(view=view, **values)
    # Another engine reads the page as Markdown, in which an indented line would be code.
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


def call(template: str, macro: str, *args: Any) -> str:
    """
    One macro of a template as HTML that can stand in a Markdown page.

    Double braces that came in with content are written as entities, so the macro engines
    find nothing to run in it.
    """
    # A Jinja module has its macros as attributes that no type checker knows.
    module: Any = environment().get_template(template).make_module({})
    text = re.sub(r"\{(?=[{%#])", "&#123;", str(getattr(module, macro)(*args)))
    # Indented HTML would be read as a Markdown code block.
    return "\n".join(line.strip() for line in text.split("\n")).strip() + "\n"
