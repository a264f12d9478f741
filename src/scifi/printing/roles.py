"""
Print by role: the pages of the cookbook that one role needs, from the same texts.

Chosen by rule: the role's task in every step, every chapter that names the role, the remedies
that most of these chapters lead to, and the laws that matter in most of their steps.
"""

from collections import Counter
from collections.abc import Iterator

from scifi import urls
from scifi.corpus import Corpus
from scifi.model import Chapter, Law, Remedy
from scifi.model.base import Entry, Role
from scifi.printing.imprint import Imprint
from scifi.printing.nodes import Content, Node
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
    sections = {
        "What you do in each step": _tasks(corpus, writer, role),
        "Chapters written for you": [_chapter(writer, chapter) for chapter in chapters],
        "When it goes wrong": [_remedy(writer, one) for one in _most_named(corpus, chapters)],
        "Laws that touch your work": [_law(writer, law) for law in _most_touched(corpus, chapters)],
    }
    return framed(
        one,
        imprint,
        "SCIFI cookbook: pages for one role",
        heading=name,
        lead="Your tasks in the seven steps, the chapters written for you, first aid, and laws.",
        sections=[{"title": t, "entries": entries} for t, entries in sections.items() if entries],
        sources=writer.listed(),
        how="Raised numbers: sources at the end. ‹ours›: our own words. “(shortened)”: the text "
        "goes on at the address given.",
    )


def _entry(writer: Writer, kind: str, one: Entry, texts: list[str]) -> Node:
    """One entry of the cookbook: texts with its own sources, and its address."""
    writer.sources = one.sources
    where = urls.url(kind, one.id)
    return {"title": one.title, "where": where, "texts": [writer.rich(text) for text in texts]}


def _tasks(corpus: Corpus, writer: Writer, role: Role) -> list[Node]:
    return [
        _entry(writer, "step", step, texts) | {"title": f"Step {step.order}: {step.title}"}
        for step in corpus.steps
        if (texts := [task.text for task in step.roles if task.role == role])
    ]


def _chapter(writer: Writer, chapter: Chapter) -> Node:
    return _entry(writer, "chapter", chapter, [chapter.summary, chapter.use_when])


def _remedy(writer: Writer, remedy: Remedy) -> Node:
    made = _entry(writer, "remedy", remedy, [remedy.summary])
    return made | {"label": "First aid today", "ticks": writer.few(remedy.first_aid)}


def _law(writer: Writer, law: Law) -> Node:
    made = _entry(writer, "law", law, [])
    about: Content = [f"{law.act}. When: {law.in_force}. Checked {law.checked}."]
    return made | {"texts": [about, *writer.few(law.meaning)]}


def _most_named(corpus: Corpus, chapters: list[Chapter]) -> list[Remedy]:
    named = Counter(id_ for chapter in chapters for id_ in chapter.remedies)
    known = [remedy for remedy in corpus.remedies if named[remedy.id]]
    return sorted(known, key=lambda remedy: (-named[remedy.id], remedy.id))[:REMEDIES]


def _most_touched(corpus: Corpus, chapters: list[Chapter]) -> list[Law]:
    steps = Counter(id_ for chapter in chapters for id_ in chapter.steps)
    weight = {law.id: sum(steps[id_] for id_ in law.steps) for law in corpus.laws}
    known = [law for law in corpus.laws if weight[law.id]]
    return sorted(known, key=lambda law: (-weight[law.id], law.id))[:LAWS]
