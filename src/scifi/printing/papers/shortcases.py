"""Every case study in short form, by theme: the last part of the whole book, from the corpus."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from scifi import facets, urls
from scifi.corpus import Corpus
from scifi.effects import effects
from scifi.grade import grade
from scifi.labels import label
from scifi.language import _, and_list, capitalised, ngettext
from scifi.model import CaseStudy
from scifi.model.base import Source, Theme
from scifi.model.casestudy import Result
from scifi.printing.documents import BookSection
from scifi.printing.papers.briefs import money_in_words, result_in_words
from scifi.printing.papers.indexes import SUBJECTS, at, place
from scifi.printing.papers.paper import Writer
from scifi.printing.papers.sections import section
from scifi.printing.papers.sources import Sources, line_of
from scifi.printing.papers.sources import label as label_of_line
from scifi.printing.reading.addresses import label_of
from scifi.printing.reading.nodes import Content, Node, new_node

PART = "casestudies"

LETTERS = 260
"""About so many letters of a text are kept, to the end of a sentence."""


def by_theme(corpus: Corpus) -> dict[Theme, list[CaseStudy]]:
    """The case studies under the first of their themes, the best founded first."""
    found: dict[Theme, list[CaseStudy]] = {theme: [] for theme in Theme}
    for case in sorted(
        corpus.casestudies, key=lambda case: (grade(corpus, case).letter, case.title)
    ):
        found[case.themes[0]].append(case)
    return {theme: cases for theme, cases in found.items() if cases}


def theme_sections(corpus: Corpus, sources: Sources) -> Iterator[BookSection]:
    """A section for each theme; a source has its note where the section cites it first."""
    for theme, cases in by_theme(corpus).items():
        writer = CaseWriter(corpus, sources)
        yield section(
            "theme",
            f"theme-{theme}",
            capitalised(label(theme)),
            ngettext("{n} case study.", "{n} case studies.", len(cases)),
            [node for case in cases for node in writer.short(case)],
            part=PART,
            level=2,
        )


@dataclass
class CaseWriter:
    """Writes the case studies of one section."""

    corpus: Corpus
    sources: Sources
    noted: set[int] = field(default_factory=set)

    def short(self, case: CaseStudy) -> Content:
        """A case study on a quarter of a page or so."""
        after = case.afterwards
        became = [_("{status}.", status=capitalised(label(after.status))), " "]
        head = label_of(urls.url("casestudy", case.id))
        return [
            new_node("h", [case.title], l=3, id=head),
            new_node("p", self._about(case), style="told", leads=True),
            _told(_("What was done:"), self.rich(case, case.built)),
            _told(_("Cost:"), self._cost(case)),
            _told(_("Result:"), self._result(case)),
            *self._obstacles(case),
            _told(_("What became of it:"), [*became, *self.rich(case, after.reason)]),
            _told(_("Lesson:"), self.rich(case, case.lessons[0])),
        ]

    def rich(self, case: CaseStudy, text: str) -> Content:
        """The first sentences of a text, with their receipts."""
        return Writer(case.sources, self.mark, LETTERS, silent=True).rich(text)

    def mark(self, source: Source) -> Node:
        """The raised number of a source, with its note on first use."""
        number = self.sources.number(line_of(source))
        to = label_of_line(number)
        if number in self.noted:
            return new_node("mark", n=number, to=to)
        self.noted.add(number)
        return new_node("note", [f"{source.title}, {source.publisher}"], n=number, to=to)

    def _about(self, case: CaseStudy) -> Content:
        """Grade, places, years, supplier and themes, in one paragraph."""
        given, places = grade(self.corpus, case), facets.places(self.corpus, case)
        badge = new_node("badge", [given.letter], kind=f"grade-{given.letter.lower()}")
        facts: list[Content] = [
            [badge, " ", _(given.rule.name)],
            ["; ".join(place(*where) for where in places)],
            [_years(case)],
        ]
        if case.providers:
            names = and_list([provider.name for provider in case.providers])
            facts.append([_("supplier: {names}", names=names)])
        for theme in case.themes:
            facts.append([new_node("named", [label(theme)], index=at(SUBJECTS, f"theme-{theme}"))])
        return [part for fact in facts for part in [" · ", *fact]][1:]

    def _obstacles(self, case: CaseStudy) -> Content:
        met: Content = []
        for id_ in dict.fromkeys(met.obstacle for met in case.obstacles):
            title = self.corpus.get("obstacle", id_).title
            met += ["; ", new_node("ref", [title], to=urls.url("obstacle", id_))]
        return [_told(_("Got stuck:"), met[1:])] if met else []

    def _cost(self, case: CaseStudy) -> Content:
        largest = facets.largest_sum(case)
        if largest is None:
            return [_("No sum was reported.")]
        return [money_in_words(largest), self.mark(case.sources[largest.source])]

    def _result(self, case: CaseStudy) -> Content:
        result = headline(self.corpus, case)
        if result is None:
            return [_("No result with a number was found.")]
        return [result_in_words(result), self.mark(case.sources[result.source])]


def headline(corpus: Corpus, case: CaseStudy) -> Result | None:
    """The result a case study is told with: its headline, its largest effect, else any number."""
    marked = [result for result in case.results if result.headline]
    changes = [effect.result for effect in effects(corpus, case)]
    return next(iter([*marked, *changes, *grade(corpus, case).results]), None)


def _years(case: CaseStudy) -> str:
    start, end = ((date or "")[:4] for date in (case.period.start, case.period.end))
    if start and end and start != end:
        return _("{start} to {end}", start=start, end=end)
    if start and not end:
        return _("since {start}", start=start)
    return start or end or _("year not reported")


def _told(label_: str, content: Content) -> Node:
    return new_node("p", [new_node("b", [label_]), " ", *content], style="told")
