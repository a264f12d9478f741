"""
The survival guide as a booklet: a cover and one A5 page for each of the seven steps.

There are two editions of the same pages. One has them in reading order, so that a screen reader
follows them; the other has two on each side of two A4 sheets, in the order that folding asks for.
"""

from collections.abc import Iterator
from typing import Any

from scifi.corpus import Corpus
from scifi.kinds import part_title
from scifi.language import _, number
from scifi.model import Step
from scifi.model.texts import without_citations
from scifi.printing.imprint import Imprint
from scifi.printing.papers.paper import Paper, framed, paper_edition
from scifi.printing.papers.shorten import shortened
from scifi.printing.reading.nodes import Content, new_node

TODO_LENGTHS = (9000, 240, 140, 80, 1)
"""Letters that a to-do keeps, from whole to one sentence; the template takes what fits."""


def sides(pages: int) -> list[tuple[int, int]]:
    """
    Pages of a booklet on each side of its sheets, left and right: of eight, 8 and 1, 2 and 7.

    A sheet has four pages; those beyond the last one stay empty.
    """
    last = -(-pages // 4) * 4
    pairs = [(last - place, place + 1) for place in range(last // 2)]
    return [pair if place % 2 == 0 else pair[::-1] for place, pair in enumerate(pairs)]


def checklists(corpus: Corpus, imprint: Imprint) -> Iterator[Paper]:
    """The booklet of all steps: page by page, and to fold."""
    title = _("Checklist: the seven steps of the survival guide")
    how = _("Eight pages of A5 in reading order. Another file has two pages a side, to fold.")
    yield _checklist(corpus, imprint, "seven-steps-a5", title, how)
    title = _("Checklist to fold: the seven steps of the survival guide")
    how = _("Print on both sides, flip on the short edge, fold once: 2 sheets of A4.")
    yield _checklist(
        corpus, imprint, "seven-steps-to-fold", title, how, sides=sides(len(corpus.steps) + 1)
    )


def _checklist(
    corpus: Corpus, imprint: Imprint, id_: str, title: str, how: str, **folding: Any
) -> Paper:
    about = _("What to do in each of the seven steps, with boxes to tick. {how}", how=how)
    edition = paper_edition("checklist", id_, title, about, "survival-guide", "survival-guide/")
    more = _("Sources, examples and ways out stand in the survival guide of the cookbook.")
    return framed(
        edition,
        imprint,
        part_title("survival-guide"),
        heading=_("The seven steps: a checklist"),
        lead=_("From the first idea to a service that others copy. Tick what is done."),
        how=[how, more],
        lines=[_("City and project"), _("Who keeps this list"), _("Begun on")],
        steps=[_step(step) for step in corpus.steps],
        **folding,
    )


def _step(step: Step) -> dict[str, Any]:
    """One page of the booklet, with its to-dos in several lengths."""
    return {
        "kicker": _("Step {number}", number=number(step.order)),
        "n": step.order,
        "title": step.title,
        "question": step.question,
        "lengths": [[_todo(todo, letters) for todo in step.todos] for letters in TODO_LENGTHS],
    }


def _todo(todo: str, letters: int) -> Content:
    """A to-do without its receipts, which stand on the page of the step."""
    kept, is_cut = shortened(todo, letters)
    remark: Content = [" ", new_node("i", [_("(shortened)")])] if is_cut else []
    return [without_citations(kept), *remark]
