"""
The survival guide as a booklet: a cover and one A5 page for each of the seven steps.

There are two editions of the same pages. One has them in reading order, so that a screen reader
follows them; the other has two on each side of two A4 sheets, in the order that folding asks for.
"""

from collections.abc import Iterator
from typing import TypedDict

from scifi.corpus import Corpus
from scifi.kinds import part_title
from scifi.language import N_, _, number
from scifi.model import Step
from scifi.printing.documents import RichText
from scifi.printing.imprint import Imprint
from scifi.printing.papers.paper import Paper, Writer, framed, paper_edition

TODO_LENGTHS = (9000, 320, 240, 180, 140, 110, 80, 1)
"""Letters that a to-do keeps, from whole to one sentence; the template takes what fits."""

SIDES = ((8, 1), (2, 7), (6, 3), (4, 5))
"""Pages of the booklet on each side of its sheets, left and right."""

FOLDING = N_("Print on both sides, flip on the short edge, fold once: 2 sheets of A4.")


def checklists(corpus: Corpus, imprint: Imprint) -> Iterator[Paper]:
    """The booklet of all steps: page by page, and to fold."""
    yield _checklist(
        corpus,
        imprint,
        "seven-steps-a5",
        _("Checklist: the seven steps of the survival guide"),
        _("Eight pages of A5 in reading order. Another file has two pages a side, to fold."),
    )
    yield _checklist(
        corpus,
        imprint,
        "seven-steps-to-fold",
        _("Checklist to fold: the seven steps of the survival guide"),
        _(FOLDING),
        sides=SIDES,
    )


def _checklist(
    corpus: Corpus, imprint: Imprint, id_: str, title: str, how: str, **more: object
) -> Paper:
    about = _("What to do in each of the seven steps, with boxes to tick. {how}", how=how)
    edition = paper_edition("checklist", id_, title, about, "survival-guide", "survival-guide/")
    more_at = _(
        "Sources, examples and ways out stand in the cookbook, at {address}.",
        address=edition.address,
    )
    return framed(
        edition,
        imprint,
        part_title("survival-guide"),
        heading=_("The seven steps: a checklist"),
        lead=_("From the first idea to a service that others copy. Tick what is done."),
        how=[how, more_at],
        lines=[_("City and project"), _("Who keeps this list"), _("Begun on")],
        steps=[_step(step) for step in corpus.steps],
        **more,
    )


class ChecklistStep(TypedDict):
    """One page of the booklet, with its to-dos in several lengths."""

    kicker: str
    n: int
    title: str
    question: str
    levels: list[list[RichText]]


def _step(step: Step) -> ChecklistStep:
    return {
        "kicker": _("Step {number}", number=number(step.order)),
        "n": step.order,
        "title": step.title,
        "question": step.question,
        "levels": [
            [_plain(step, todo, letters) for todo in step.todos] for letters in TODO_LENGTHS
        ],
    }


def _plain(step: Step, todo: str, letters: int) -> RichText:
    """A to-do without its receipts, which stand on the page of the step."""
    made = Writer(step.sources, letters).rich(todo)
    return [part for part in made if isinstance(part, str) or part.get("m") == "shortened"]
