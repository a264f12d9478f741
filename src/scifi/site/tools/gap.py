"""
The form for one answer: a gap of an entry, filled by somebody who knows.

Without JavaScript the page tells what to write in a letter. The script asks the question of the
gap that the address names behind #, and makes an answer file, a letter and an issue from it;
nothing is sent. Each entry has a small script of its own, with its gaps.
"""

import re
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup, escape

from scifi import gaps, urls
from scifi.kinds import KINDS
from scifi.language import _
from scifi.model import Entry
from scifi.questions import QUESTIONS, TELLERS, Part, Question
from scifi.site.finished_html import finished
from scifi.site.pages import Site
from scifi.site.scripts import script
from scifi.site.views.render import call

ASKED = tuple(dict.fromkeys(question.kind for question in QUESTIONS))
"""Kinds that have questions."""


def block(site: Site, here: str) -> str:
    """The place of the form, and how to answer without it."""
    return finished(call("gap.html", "page", site.view(here), site.contact, _example()))


def _example() -> Markup:
    """An answer file to copy by hand."""
    lines = [
        "file: casestudies/smart-bins-suwaco-bruges.yml",
        "field: period.end",
        "was: null",
        "now: 2021-03",
        "source:",
        f"  title: {_('Report on the trial with litter bins')}",
        f"  publisher: {_('Example City')}",
        "  url: https://city.example/report",
        "  date: 2021-05",
        "  read: 2026-11",
        "by: city",
    ]
    # Spaces that begin a line would be lost on the way through Markdown.
    return Markup(re.sub("(?m)^  ", "&#32; ", escape("\n".join(lines))))


def files(site: Site) -> Iterator[tuple[str, str]]:
    """The questions, and the gaps of each entry that has some."""
    yield "assets/data/gaps.js", script("gaps", questions(site))
    for kind in ASKED:
        for entry in site.corpus.all(kind):
            if open_ := gaps.gaps(entry):
                name = f"gaps/{kind}/{entry.id}"
                yield f"assets/data/{name}.js", script(name, entry_gaps(entry, open_))


def questions(site: Site) -> dict[str, Any]:
    """
    What the form asks, whoever it is about.

    Returns:
        questions: by name: question, parts, shape, sourced. tellers: word and words of each.
        known: the ids that have gaps, by kind.
    """
    return {
        "questions": {question.name: _question(question) for question in QUESTIONS},
        "tellers": [(word, _(words)) for word, words in TELLERS.items()],
        "known": {
            kind: [entry.id for entry in site.corpus.all(kind) if gaps.gaps(entry)]
            for kind in ASKED
        },
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "question": _(question.question),
        "parts": [_part(part) for part in question.parts],
        "shape": question.shape,
        "sourced": question.sourced,
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "name": part.name,
        "label": _(part.label) if part.label else "",
        "input": part.input,
        "example": _(part.example) if part.example else "",
        "choices": gaps.choices(part),
        "needed": part.needed,
    }


def entry_gaps(entry: Entry, found: list[gaps.Gap]) -> dict[str, Any]:
    """
    The gaps of one entry.

    Returns:
        title, url (below the site's root), file (below the project), gaps: by field the name of
        its question, what it is about, the unit of its number, and the present value.
    """
    kind = gaps.kind_of(entry)
    return {
        "title": entry.title,
        "url": urls.url(kind, entry.id),
        "file": KINDS[kind].file(entry.id),
        "gaps": {
            gap.field: {
                "question": gap.question.name,
                "about": gap.about,
                "unit": gap.unit,
                "was": gap.was,
            }
            for gap in found
        },
    }
