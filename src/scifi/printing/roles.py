"""
Print by role: the pages of the cookbook that one role needs, from the same texts.

Chosen by rule: the role's task in every step, every chapter that names the role, the remedies
that most of these chapters lead to, and the laws that matter in most of their steps.
"""

from collections import Counter
from collections.abc import Iterator

from scifi.corpus import Corpus
from scifi.model import Chapter, Law, Remedy
from scifi.model.base import Role
from scifi.printing.imprint import Imprint
from scifi.printing.nodes import Node
from scifi.printing.paper import Paper, Writer, edition, framed
from scifi.printing.words import ROLE_IDS, ROLE_WORDS

LETTERS, ITEMS = 420, 4
"""Letters that one text keeps, and items that one list keeps."""

REMEDIES, LAWS = 8, 6
"""How many of each there are at most."""


def roles(corpus: Corpus, imprint: Imprint) -> Iterator[Paper]:
    """The pages for every role."""
    for role in Role:
        yield _role(corpus, imprint, role)


def _role(corpus: Corpus, imprint: Imprint, role: Role) -> Paper:
    name = ROLE_WORDS[role]
    one = edition(
        "role",
        ROLE_IDS[role],
        f"Pages for one role: {name}",
        f"What the cookbook holds for this role: {name}.",
        "cookbook",
        "print/",
    )
    writer = Writer({}, LETTERS, ITEMS)
    chapters = [chapter for chapter in corpus.chapters if role in chapter.roles]
    sections = [
        _tasks(corpus, writer, role),
        _chapters(writer, chapters),
        _remedies(writer, _most_named(corpus, chapters)),
        _laws(writer, _most_touched(corpus, chapters)),
    ]
    return framed(
        one,
        imprint,
        "SCIFI cookbook: pages for one role",
        heading=name,
        lead="Your tasks in the seven steps, the chapters written for you, first aid, and laws.",
        sections=[section for section in sections if section["entries"]],
        sources=writer.listed(),
        how="Raised numbers: sources at the end. ‹ours›: our own words. “(shortened)”: the text "
        "goes on at the address given.",
    )


def _tasks(corpus: Corpus, writer: Writer, role: Role) -> Node:
    entries = []
    for step in corpus.steps:
        writer.sources = step.sources
        texts = [task.text for task in step.roles if task.role == role]
        if texts:
            entries.append(
                {
                    "title": f"Step {step.order}: {step.title}",
                    "where": f"survival-guide/{step.id}/",
                    "texts": [writer.rich(text) for text in texts],
                }
            )
    return {"title": "What you do in each step", "entries": entries}


def _chapters(writer: Writer, chapters: list[Chapter]) -> Node:
    entries = []
    for chapter in chapters:
        writer.sources = chapter.sources
        entries.append(
            {
                "title": chapter.title,
                "where": f"cookbook/{chapter.id}/",
                "texts": [writer.rich(chapter.summary), writer.rich(chapter.use_when)],
            }
        )
    return {"title": "Chapters written for you", "entries": entries}


def _remedies(writer: Writer, remedies: list[Remedy]) -> Node:
    entries = []
    for remedy in remedies:
        writer.sources = remedy.sources
        entries.append(
            {
                "title": remedy.title,
                "where": f"aid-kit/{remedy.id}/",
                "texts": [writer.rich(remedy.summary)],
                "label": "First aid today",
                "ticks": writer.few(remedy.first_aid),
            }
        )
    return {"title": "When it goes wrong", "entries": entries}


def _laws(writer: Writer, laws: list[Law]) -> Node:
    entries = []
    for law in laws:
        writer.sources = law.sources
        entries.append(
            {
                "title": law.title,
                "where": f"survival-guide/laws/#{law.id}",
                "texts": [
                    [f"{law.act}. When: {law.in_force}. Checked {law.checked}."],
                    *writer.few(law.meaning),
                ],
            }
        )
    return {"title": "Laws that touch your work", "entries": entries}


def _most_named(corpus: Corpus, chapters: list[Chapter]) -> list[Remedy]:
    named = Counter(id_ for chapter in chapters for id_ in chapter.remedies)
    known = [remedy for remedy in corpus.remedies if named[remedy.id]]
    return sorted(known, key=lambda remedy: (-named[remedy.id], remedy.id))[:REMEDIES]


def _most_touched(corpus: Corpus, chapters: list[Chapter]) -> list[Law]:
    steps = Counter(id_ for chapter in chapters for id_ in chapter.steps)
    weight = {law.id: sum(steps[id_] for id_ in law.steps) for law in corpus.laws}
    known = [law for law in corpus.laws if weight[law.id]]
    return sorted(known, key=lambda law: (-weight[law.id], law.id))[:LAWS]
