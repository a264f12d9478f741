"""
Print by role: the pages of the cookbook that one role needs, from the same texts.

Chosen by rule: the role's task in every step, every chapter that names the role, the remedies
that most of these chapters lead to, and the laws that matter in most of their steps.
"""

from collections import Counter
from collections.abc import Iterator
from typing import TypedDict

from scifi import urls
from scifi.corpus import Corpus
from scifi.labels import label
from scifi.language import _, capitalised, number, partial_date
from scifi.model import Chapter, Law, Remedy, Step
from scifi.model.base import Entry, Role
from scifi.papers import FILE_BY_ROLE
from scifi.printing.documents import RichText
from scifi.printing.imprint import Imprint
from scifi.printing.papers.paper import Paper, Writer, framed, paper_edition

LETTERS, ITEMS = 420, 4
"""Letters that one text keeps, and items that one list keeps."""

MOST_REMEDIES, MOST_LAWS = 8, 6
"""How many of each there are at most."""


def roles(corpus: Corpus, imprint: Imprint) -> Iterator[Paper]:
    """The pages for every role."""
    for role in Role:
        yield _role(corpus, imprint, role)


def _role(corpus: Corpus, imprint: Imprint, role: Role) -> Paper:
    name = capitalised(label(role))
    edition = paper_edition(
        "role",
        FILE_BY_ROLE[role],
        _("Pages for one role: {role}", role=name),
        _("What the cookbook holds for this role: {role}.", role=name),
        "cookbook",
        "print/",
    )
    writer = Writer({}, LETTERS, ITEMS)
    chapters = [chapter for chapter in corpus.chapters if role in chapter.roles]
    remedies, laws = _most_named(corpus, chapters), _most_touched(corpus, chapters)
    sections = {
        _("What you do in each step"): _tasks(corpus, writer, role),
        _("Chapters written for you"): [_chapter(writer, chapter) for chapter in chapters],
        _("When it goes wrong"): [_remedy(writer, remedy) for remedy in remedies],
        _("Laws that touch your work"): [_law(writer, law) for law in laws],
    }
    return framed(
        edition,
        imprint,
        _("SCIFI cookbook: pages for one role"),
        heading=name,
        lead=_("Your tasks in the seven steps, the chapters written for you, first aid, and laws."),
        sections=[{"title": t, "entries": entries} for t, entries in sections.items() if entries],
        sources=writer.listed(),
        how=_(
            "Raised numbers: sources at the end. ‹ours›: our own words. “(shortened)”: the text "
            "goes on at the address given."
        ),
    )


class RoleEntry(TypedDict, total=False):
    """One entry of the cookbook on the pages for a role."""

    title: str
    where: str
    texts: list[RichText]
    label: str
    ticks: list[RichText]


def _entry(writer: Writer, kind: str, entry: Entry, texts: list[str]) -> RoleEntry:
    """Texts of an entry with its own sources, and its address."""
    writer.sources = entry.sources
    where = urls.url(kind, entry.id)
    return {"title": entry.title, "where": where, "texts": [writer.rich(text) for text in texts]}


def _tasks(corpus: Corpus, writer: Writer, role: Role) -> list[RoleEntry]:
    return [
        _task(writer, step, texts)
        for step in corpus.steps
        if (texts := [task.text for task in step.roles if task.role == role])
    ]


def _task(writer: Writer, step: Step, texts: list[str]) -> RoleEntry:
    made = _entry(writer, "step", step, texts)
    made["title"] = _("Step {number}: {title}", number=number(step.order), title=step.title)
    return made


def _chapter(writer: Writer, chapter: Chapter) -> RoleEntry:
    return _entry(writer, "chapter", chapter, [chapter.summary, chapter.use_when])


def _remedy(writer: Writer, remedy: Remedy) -> RoleEntry:
    made = _entry(writer, "remedy", remedy, [remedy.summary])
    made["label"] = _("First aid today")
    made["ticks"] = writer.few(remedy.first_aid)
    return made


def _law(writer: Writer, law: Law) -> RoleEntry:
    made = _entry(writer, "law", law, [])
    about = _(
        "{act}. When: {in_force}. Checked {date}.",
        act=law.act,
        in_force=law.in_force,
        date=partial_date(law.checked),
    )
    made["texts"] = [[about], *writer.few(law.meaning)]
    return made


def _most_named(corpus: Corpus, chapters: list[Chapter]) -> list[Remedy]:
    named = Counter(id_ for chapter in chapters for id_ in chapter.remedies)
    known = [remedy for remedy in corpus.remedies if named[remedy.id]]
    return sorted(known, key=lambda remedy: (-named[remedy.id], remedy.id))[:MOST_REMEDIES]


def _most_touched(corpus: Corpus, chapters: list[Chapter]) -> list[Law]:
    steps = Counter(id_ for chapter in chapters for id_ in chapter.steps)
    weight = {law.id: sum(steps[id_] for id_ in law.steps) for law in corpus.laws}
    known = [law for law in corpus.laws if weight[law.id]]
    return sorted(known, key=lambda law: (-weight[law.id], law.id))[:MOST_LAWS]
