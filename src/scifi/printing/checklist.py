"""
The survival guide as a booklet: a cover and one A5 page for each of the seven steps.

There are two editions of the same pages. One has them in reading order, so that a screen reader
follows them; the other has two on each side of two A4 sheets, in the order that folding asks for.
"""

from collections.abc import Iterator

from scifi.corpus import Corpus
from scifi.model import Step
from scifi.printing.imprint import Imprint
from scifi.printing.nodes import Node
from scifi.printing.paper import Paper, Writer, edition, framed

LENGTHS = (9000, 320, 240, 180, 140, 110, 80, 1)
"""Letters that a to-do keeps, from whole to one sentence; the template takes what fits."""

SIDES = ((8, 1), (2, 7), (6, 3), (4, 5))
"""Pages of the booklet on each side of its sheets, left and right."""

FOLDING = "Print on both sides, flip on the short edge, fold once: 2 sheets of A4."


def checklists(corpus: Corpus, imprint: Imprint) -> Iterator[Paper]:
    """The booklet of all steps: page by page, and to fold."""
    yield _checklist(
        corpus,
        imprint,
        "seven-steps-a5",
        "Checklist: the seven steps of the survival guide",
        "Eight pages of A5 in reading order. Another file has two pages a side, to fold.",
    )
    yield _checklist(
        corpus,
        imprint,
        "seven-steps-to-fold",
        "Checklist to fold: the seven steps of the survival guide",
        FOLDING,
        sides=SIDES,
    )


def _checklist(
    corpus: Corpus, imprint: Imprint, id_: str, title: str, how: str, **more: object
) -> Paper:
    words = f"What to do in each of the seven steps, with boxes to tick. {how}"
    one = edition("checklist", id_, title, words, "survival-guide", "survival-guide/")
    return framed(
        one,
        imprint,
        "Survival guide",
        heading="The seven steps: a checklist",
        lead="From the first idea to a service that others copy. Tick what is done.",
        how=[how, "Sources, examples and ways out stand in the cookbook, at survival-guide/."],
        lines=["City and project", "Who keeps this list", "Begun on"],
        steps=[_step(step) for step in corpus.steps],
        **more,
    )


def _step(step: Step) -> Node:
    return {
        "n": step.order,
        "title": step.title,
        "question": step.question,
        "levels": [[_plain(step, todo, letters) for todo in step.todos] for letters in LENGTHS],
    }


def _plain(step: Step, todo: str, letters: int) -> list[object]:
    """A to-do without its receipts, which stand on the page of the step."""
    made = Writer(step.sources, letters).rich(todo)
    return [part for part in made if isinstance(part, str) or part.get("m") == "shortened"]
