"""
The survival guide as a booklet: a cover and one A5 page for each of the seven steps.

The eight pages come in reading order, so that a screen reader follows them; the printer's own
"booklet" setting puts them on two A4 sheets to fold.
"""

from scifi.corpus import Corpus
from scifi.model import Step
from scifi.printing.imprint import Imprint
from scifi.printing.nodes import Node
from scifi.printing.paper import Paper, Writer, edition, framed

LENGTHS = (9000, 320, 240, 180, 140, 110, 80, 1)
"""Letters that a to-do keeps, from whole to one sentence; the template takes what fits."""


def checklist(corpus: Corpus, imprint: Imprint) -> Paper:
    """The booklet of all steps."""
    one = edition(
        "checklist",
        "seven-steps-a5",
        "Checklist: the seven steps of the survival guide",
        "What to do in each of the seven steps, with boxes to tick.",
        "survival-guide",
        "survival-guide/",
    )
    return framed(
        one,
        imprint,
        "Survival guide",
        heading="The seven steps: a checklist",
        lead="From the first idea to a service that others copy. Tick what is done.",
        how=[
            "Print it as a booklet: two A4 sheets, both sides, short edge; fold in the middle.",
            "Sources, examples and ways out stand in the cookbook, at survival-guide/.",
        ],
        lines=["City and project", "Who keeps this list", "Begun on"],
        steps=[_step(step) for step in corpus.steps],
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
