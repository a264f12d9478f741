"""
Print by role: the pages of the cookbook that one role needs, from the same texts.

Chosen by rule: the role's task in every step, every chapter that names the role, the remedies
that most of these chapters lead to, and of the laws that touch most pilots those that matter in
most of their steps. A mayor gets
one sheet, printed on both sides.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple, TypedDict

from scifi import urls
from scifi.corpus import Corpus
from scifi.labels import label
from scifi.language import _, capitalised, number, partial_date
from scifi.model import Chapter, Law, Remedy
from scifi.model.base import Entry, Reach, Role
from scifi.papers import FILE_BY_ROLE
from scifi.printing.imprint import Imprint
from scifi.printing.papers.paper import (
    Paper,
    Writer,
    framed,
    listed_sources,
    marks_of_list,
    paper_edition,
)
from scifi.printing.reading.nodes import Content, Node, new_node
from scifi.site.views import Receipts


class Length(NamedTuple):
    """Letters that a text keeps, items that a list keeps, and how many remedies and laws."""

    letters: int
    items: int
    remedies: int
    laws: int


PAGES = (Length(420, 4, 8, 6),)
"""Pages for one role have one length."""

SHEET = (Length(200, 2, 6, 4), Length(160, 1, 6, 4), Length(100, 1, 5, 3), Length(60, 1, 4, 2))
"""What has to fit on one sheet has several; the template takes the longest that fits."""


class RoleEntry(TypedDict, total=False):
    """One entry of the cookbook on the pages for a role, and what to tick there."""

    title: str
    body: Content
    ticks: list[Content]


def roles(corpus: Corpus, imprint: Imprint) -> Iterator[Paper]:
    """The pages for every role."""
    for role in Role:
        name = capitalised(label(role))
        edition = paper_edition(
            "role",
            FILE_BY_ROLE[role],
            _("Pages for one role: {role}", role=name),
            _("What the cookbook holds for this role: {role}.", role=name),
            "cookbook",
            "print/",
        )
        lengths = SHEET if role is Role.CHAMPION else PAGES
        yield framed(
            edition,
            imprint,
            _("SCIFI cookbook: pages for one role"),
            heading=name,
            lead=_(
                "Your tasks in the seven steps, the chapters written for you, first aid, and laws."
            ),
            sheet=lengths is SHEET,
            lengths=[_Pages(corpus, role, length, imprint.site_url).made() for length in lengths],
            how=_(
                "Raised numbers: sources at the end. Text without a number is our own advice. "
                "“(shortened)”: the text goes on in the cookbook, under the same title."
            ),
        )


class _Pages:
    """The pages for one role in one length; `web` is the address of the site, if it has one."""

    def __init__(self, corpus: Corpus, role: Role, length: Length, web: str):
        self.corpus, self.role, self.length, self.web = corpus, role, length, web
        self.receipts = Receipts()

    def made(self) -> dict[str, Any]:
        """All of its sections that have entries."""
        chapters = [chapter for chapter in self.corpus.chapters if self.role in chapter.roles]
        remedies = _most_named(self.corpus, chapters)[: self.length.remedies]
        laws = _most_touched(self.corpus, chapters)[: self.length.laws]
        sections = [
            (_("What you do in each step"), list(self._tasks())),
            (_("Chapters written for you"), [self._chapter(chapter) for chapter in chapters]),
            (_("When it goes wrong"), [self._remedy(remedy) for remedy in remedies]),
            (_("Laws that touch your work"), [self._law(law) for law in laws]),
        ]
        found = [section for section in sections if section[1]]
        return {"sections": found, "sources": listed_sources(self.receipts)}

    def _writer(self, entry: Entry) -> Writer:
        marks = marks_of_list(self.receipts)
        return Writer(entry.sources, marks, self.length.letters, self.length.items)

    def _entry(self, kind: str, entry: Entry, body: list[Node], title: str = "") -> RoleEntry:
        """An entry under its title; its address stands at the end of its text, if it has one."""
        if self.web:
            where = new_node("soft", [" ", self.web + urls.url(kind, entry.id)])
            body = [*body[:-1], new_node("p", [body[-1], where])]
        return {"title": title or entry.title, "body": [*body]}

    def _tasks(self) -> Iterator[RoleEntry]:
        for step in self.corpus.steps:
            writer = self._writer(step)
            texts = [writer.rich(task.text) for task in step.roles if task.role == self.role]
            title = _("Step {number}: {title}", number=number(step.order), title=step.title)
            if texts:
                yield self._entry("step", step, [new_node("p", text) for text in texts], title)

    def _chapter(self, chapter: Chapter) -> RoleEntry:
        summary = [] if self.length in SHEET else [self._writer(chapter).rich(chapter.summary)]
        texts: list[Content] = [*summary, [chapter.use_when]]
        return self._entry("chapter", chapter, [new_node("p", text) for text in texts])

    def _remedy(self, remedy: Remedy) -> RoleEntry:
        writer = self._writer(remedy)
        summary = new_node("p", writer.rich(remedy.summary))
        made = self._entry("remedy", remedy, [summary])
        made["body"].append(new_node("p", [_("First aid today")], style="label", l=4))
        made["ticks"] = [writer.rich(text) for text in remedy.first_aid[: writer.items]]
        if more := writer.left_out(len(remedy.first_aid) - len(made["ticks"])):
            made["ticks"][-1] += [new_node("br"), *more]
        return made

    def _law(self, law: Law) -> RoleEntry:
        about = _(
            "{act}. When: {in_force}. Checked {date}.",
            act=law.act,
            in_force=law.in_force,
            date=partial_date(law.checked),
        )
        body = [new_node("p", [about]), self._writer(law).listed(law.meaning)]
        return self._entry("law", law, body)


def _most_named(corpus: Corpus, chapters: list[Chapter]) -> list[Remedy]:
    named = Counter(id_ for chapter in chapters for id_ in chapter.remedies)
    known = [remedy for remedy in corpus.remedies if named[remedy.id]]
    return sorted(known, key=lambda remedy: (-named[remedy.id], remedy.id))


def _most_touched(corpus: Corpus, chapters: list[Chapter]) -> list[Law]:
    steps = Counter(id_ for chapter in chapters for id_ in chapter.steps)
    weight = {law.id: sum(steps[id_] for id_ in law.steps) for law in corpus.laws}
    known = [law for law in corpus.laws if weight[law.id]]
    reaches = list(Reach)
    return sorted(known, key=lambda law: (reaches.index(law.touches), -weight[law.id], law.id))
