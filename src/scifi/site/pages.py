"""
The pages the site grows: plain values, made here once for every engine.

`hooks.py` hands them to MkDocs in memory, `scifi stage` writes the same values to a folder.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from importlib.metadata import version
from typing import Any

from scifi import evidence, facets, matching, urls, verdict
from scifi.contact import NOBODY, Contact
from scifi.corpus import Corpus
from scifi.figures import case_timeline, maps, metrics, roads
from scifi.figures.charts import Chart
from scifi.figures.headline_drawing import headline_drawings
from scifi.figures.town_shapes import town_shape
from scifi.grade import rank
from scifi.kinds import KINDS, Kind, part_title
from scifi.labels import label
from scifi.language import _, country, number
from scifi.model import (
    CaseStudy,
    Chapter,
    City,
    Entry,
    Indicator,
    Pathway,
    Remedy,
    Solution,
    Step,
    WorkedPilot,
    Worksheet,
)
from scifi.model.base import SheetSet, Status
from scifi.model.texts import CITATION, without_citations
from scifi.papers import PaperFile, worked_folder
from scifi.site import diagrams
from scifi.site.finished_html import finished
from scifi.site.letters import by_letter
from scifi.site.other_words import other_words
from scifi.site.pay_back_fields import PAID_FOR
from scifi.site.views import View, facet_titles, indicators, render, solutions, worked
from scifi.site.views.render import call
from scifi.site.views.solutions import SolutionRow
from scifi.site.views.view import as_entities

WORDS_PER_MINUTE = 200
"""Reading speed for the reading time, words a minute: slow adult reading of a second language."""


HEADING = re.compile(r'(?m)^<h([23]) id="([^"]+)">(.*)</h\1>$')
"""A heading of the second or third level in the body of a page: level, anchor, HTML."""

HEADING_LINE = re.compile(r'(?m)^<h2 id="([^"]+)">(.*)</h2>$')
"""A heading of the second level in the body of a page: its anchor and its HTML."""


@dataclass(frozen=True)
class Page:
    """
    A page: its address, what its frame says, its body, and the file or folder to edit it in.

    The body is finished HTML, in which each heading of the second level stands on a line of its
    own, or (`written`) a chapter's Markdown that calls macros. `write` makes it when it is first
    asked for, so that who wants one page need not wait for all.
    """

    address: str
    meta: Mapping[str, Any]
    write: Callable[[], str] = field(compare=False)
    edit_uri: str
    written: bool = False

    @cached_property
    def body(self) -> str:
        """What stands on the page."""
        return self.write()

    @property
    def src_uri(self) -> str:
        """The Markdown file, below the docs folder, that would be served at its address."""
        return self.address.rstrip("/") + ".md"


@dataclass(frozen=True)
class Site:
    """The corpus with its charts and drawings: all that pages and macros are made from."""

    corpus: Corpus
    charts: Mapping[str, Chart]
    drawings: Mapping[str, Mapping[str, str]]
    staged: bool = False
    """True for an engine that reads links as relative to the Markdown file, not to its page."""
    papers: Sequence[PaperFile] = ()
    """The printed files that this site has, in the order of their list."""
    contact: Contact = NOBODY
    """Where readers can send what they know."""
    published: str = ""
    """The address at which it is published, with a slash at its end; empty while there is none."""

    def place(self, address: str) -> str:
        """What links on the page at `address` are relative to."""
        return address.rstrip("/").rpartition("/")[0] + "/" if self.staged else address

    def view(self, here: str, entry: Entry | None = None) -> View:
        """A fresh view for the page at `here`, with the receipts of its entry."""
        sources = entry.sources if entry else {}
        return View(self.corpus, here, sources, self.charts, self.drawings, self.published)

    def papers_of(self, address: str) -> list[PaperFile]:
        """The printed files that belong to the page at `address`, in their first format."""
        found: dict[tuple[str, str], PaperFile] = {}
        for paper in self.papers:
            if paper.address == address:
                found.setdefault((paper.kind, paper.id), paper)
        return list(found.values())

    @cached_property
    def counts(self) -> dict[str, int]:
        """Live counts by kind."""
        return metrics.counts(self.corpus)


def pages(site: Site) -> Iterator[Page]:
    """Every page made from content files."""
    for kind in KINDS.values():
        if kind.template and kind.own_pages:
            for entry in site.corpus.all(kind.name):
                yield _entry_page(site, kind, entry)
            if kind.model is CaseStudy:
                yield from _drafts(site, kind)
        elif kind.template and site.corpus.all(kind.name):
            yield _shared_page(site, kind)
    yield from _facet_pages(site)


def _entry_page(site: Site, kind: Kind, entry: Entry) -> Page:
    address = kind.url(entry.id)
    meta = {**_meta(kind, entry.title, summary(entry)), "facets": _facets(site.corpus, entry)}
    if kind.script:
        meta["script"] = kind.script
    if isinstance(entry, Chapter):
        write = partial(_chapter, site, entry)
        return Page(address, meta, write, kind.file(entry.id), written=True)
    return Page(address, meta, partial(_entry, site, kind, entry), kind.file(entry.id))


def _entry(site: Site, kind: Kind, entry: Entry) -> str:
    values = VALUES[kind.name](site, entry) if kind.name in VALUES else {}
    view = site.view(site.place(kind.url(entry.id)), entry)
    return render(kind.template, view, **{kind.name: entry, **values})


def _drafts(site: Site, kind: Kind) -> Iterator[Page]:
    """A page for each case study that is not complete; no facet of the search counts it."""
    for draft in site.corpus.drafts:
        address = kind.url(draft.id)
        meta = _meta(kind, _("Draft: {title}", title=draft.title), draft.summary)
        yield Page(address, meta, partial(_draft, site, draft, address), kind.file(draft.id))


def _draft(site: Site, draft: CaseStudy, address: str) -> str:
    return render("draft.html", site.view(site.place(address), draft), case=draft)


def _shared_page(site: Site, kind: Kind) -> Page:
    """The page that holds all entries of a kind, one below the other."""
    meta = _meta(kind, _(kind.heading or kind.title), _(kind.description))
    meta["parents"] = meta["parents"][:1]
    if kind.script:
        meta["script"] = kind.script
    return Page(kind.index, meta, partial(_shared, site, kind), kind.folder)


def _shared(site: Site, kind: Kind) -> str:
    view = site.view(site.place(kind.index))
    values = VALUES[kind.name](site, None) if kind.name in VALUES else {}
    return render(kind.template, view, entries=site.corpus.all(kind.name), **values)


def _meta(kind: Kind, title: str, description: str) -> dict[str, Any]:
    """What the frame of a page says and search files it under."""
    return {
        "title": title,
        # Themes of other engines put it into an attribute unescaped.
        "description": re.sub(r'[<>"&{}]', "", without_citations(description))[:300],
        "part": kind.part,
        "kind": kind.name,
        "parents": _parents(kind),
        "facets": {"theme": [], "country": []},
    }


def summary(entry: Entry) -> str:
    """What an entry is about, in its own words; its title where it has no others."""
    names = ("summary", "purpose", "definition", "asks", "settles", "pays_for")
    return next((str(v) for name in names if (v := getattr(entry, name, None))), entry.title)


def _parents(kind: Kind) -> list[dict[str, str]]:
    chain = [{"title": part_title(kind.part), "url": f"{kind.part}/"}]
    if kind.index != chain[0]["url"]:
        chain.append({"title": _(kind.title), "url": kind.index})
    return chain


def _facets(corpus: Corpus, entry: Entry) -> dict[str, list[str]]:
    """Theme and country of an entry, in words, for the search facets."""
    themes = [label(theme) for theme in getattr(entry, "themes", [])]
    cities = [_city_of(corpus, id_) for id_ in getattr(entry, "cities", [])]
    if isinstance(entry, City):
        cities = [entry]
    codes = [city.country for city in cities] + getattr(entry, "countries", [])
    countries = [country(code) for code in codes]
    return {"theme": themes, "country": list(dict.fromkeys(countries))}


def reading_minutes(markdown: str) -> int:
    """Minutes to read a chapter, at least one."""
    return max(1, round(len(re.findall(r"\w+", markdown)) / WORDS_PER_MINUTE))


def _casestudy(site: Site, case: Any) -> dict[str, Any]:
    assert isinstance(case, CaseStudy)
    corpus = site.corpus
    return {
        "case": case,
        "related": metrics.related(corpus, case),
        "locator": maps.locator(facets.cities(corpus, case), case.countries),
        "cost": facets.largest_sum(case),
        "months": case_timeline.months(case.period),
        "headlines": headline_drawings(corpus, case),
        "timeline": case_timeline.timeline(case),
        "pathways": facets.pathways(corpus, case),
        "compared": _best_known(corpus, case),
        "version": version("scifi-cookbook"),
        "address": site.published and site.published + urls.url("casestudy", case.id),
    }


def _best_known(corpus: Corpus, case: CaseStudy) -> City | None:
    """The city of a case study of which most traits are known; None if none is."""
    cities = [_city_of(corpus, city) for city in case.cities]
    best = max(cities, key=lambda city: len(city.profile), default=None)
    return best if best and best.profile else None


def _fitting(corpus: Corpus, city: City) -> list[str]:
    """Ids of the pathways that a city's known classes recommend."""
    return [p.id for p in matching.fitting(corpus.pathways, matching.traits(city))]


def _city(site: Site, city: Any) -> dict[str, Any]:
    assert isinstance(city, City)
    obstacles = [
        o.obstacle
        for case in site.corpus.casestudies
        if city.id in case.cities
        for o in case.obstacles
    ]
    return {
        "pathways": _fitting(site.corpus, city),
        "locator": maps.locator([city], []),
        "obstacles": list(dict.fromkeys(obstacles)),
    }


def _indicator(site: Site, indicator: Any) -> dict[str, Any]:
    assert isinstance(indicator, Indicator)
    return {"known": indicators.known_results(site.corpus, indicator)}


def _pathway(site: Site, pathway: Any) -> dict[str, Any]:
    assert isinstance(pathway, Pathway)
    cities = [city.id for city in site.corpus.cities if pathway.id in _fitting(site.corpus, city)]
    cases = [c for c in site.corpus.casestudies if pathway.id in facets.pathways(site.corpus, c)]
    return {
        "shape": town_shape(pathway.landmarks),
        "cities": cities,
        "cases": best_first(site.corpus, cases),
        "climb": roads.climb(site.corpus.steps, pathway, cases),
        "solutions": [
            row for row in solutions.rows(site.corpus) if pathway.id in row.solution.pathways
        ],
    }


def _solution(site: Site, solution: Any) -> dict[str, Any]:
    assert isinstance(solution, Solution)
    corpus = site.corpus
    row = solutions.row(corpus, solution)
    cases = best_first(corpus, evidence.cases(corpus, solution))
    harms = evidence.harm_tests(corpus, solution)
    return {
        "whole": row.whole,
        "ends": row.ends,
        "strip": _strip(row, cases),
        "forms": [
            (variant, verdict.judge(corpus, solution, variant)) for variant in solution.variants
        ],
        "harms": harms,
        "no_harm": bool(harms) and all(each.no_harm for _outcome, found in harms for each in found),
        "promises": evidence.promises(corpus, solution),
        "known": solutions.known_effects(corpus, solution),
        "cases": cases,
        "paid": [(case, money) for case in cases for money in case.money],
        "can_pay_back": any(o.indicator in PAID_FOR for o in solution.outcomes),
        "failed": [c for c in cases if c.afterwards.status in (Status.STOPPED, Status.FAILED)],
    }


def _strip(row: SolutionRow, cases: list[CaseStudy]) -> list[tuple[str, str]]:
    """The facts at the head of a solution's page: effect, cost, failures, number of cases."""
    failed = _("{stopped} of {known} known", stopped=row.ends.stopped, known=row.ends.known)
    return [
        (_("Change for the better"), row.effect or _("no number was published")),
        (_("Cost of one"), row.cost or _("not known")),
        (_("Stopped or failed"), failed if row.ends.known else _("not known")),
        (_("Case studies"), number(len(cases))),
    ]


def _step(site: Site, step: Any) -> dict[str, Any]:
    assert isinstance(step, Step)
    return {"road": roads.small(site.corpus.steps), **_neighbours(site.corpus.steps, step)}


def _remedy(site: Site, remedy: Any) -> dict[str, Any]:
    assert isinstance(remedy, Remedy)
    cases = site.corpus.casestudies
    tried = [(case, r) for case in cases for r in case.remedies if r.remedy == remedy.id]
    known = {case.id for case, _ in tried}
    meets = [
        case
        for case in cases
        if case.id not in known and {o.obstacle for o in case.obstacles} & set(remedy.obstacles)
    ]
    return {"tried": tried, "meets": best_first(site.corpus, meets)}


def _clause(site: Site, _clause: Any) -> dict[str, Any]:
    """The files of the contract that holds every clause."""
    return {"files": [paper for paper in site.papers if paper.kind == "contract"]}


def _worksheets(site: Site, _sheet: Any) -> dict[str, Any]:
    """The worksheets by set, and the files of each."""
    files: dict[str, list[PaperFile]] = defaultdict(list)
    for paper in site.papers:
        if paper.kind == "worksheet":
            files[paper.id].append(paper)
    return {"files": files, "sets": _by_set(site.corpus.worksheets)}


def _by_set(sheets: list[Worksheet]) -> list[tuple[SheetSet | None, list[Worksheet]]]:
    """Those that are used together side by side; first those that stand alone, without a set."""
    found = [(which, [s for s in sheets if s.set is which]) for which in (None, *SheetSet)]
    return [(which, members) for which, members in found if members]


def _axis(site: Site, _axis: Any) -> dict[str, Any]:
    """The cities of each class, by axis and class."""
    members: dict[tuple[str, str], list[str]] = defaultdict(list)
    for city in site.corpus.cities:
        for trait in city.profile:
            members[trait.axis, trait.class_].append(city.id)
    return {"members": members}


def _term(site: Site, _term: Any) -> dict[str, Any]:
    """The words by their letters, and the pages that are searched by other words."""
    letters = by_letter(site.corpus.terms, lambda term: term.title)
    return {"letters": letters, "other_words": other_words(site.corpus)}


def _worked_pilot(site: Site, pilot: Any) -> dict[str, Any]:
    assert isinstance(pilot, WorkedPilot)
    return {
        **worked.values(site.corpus, pilot),
        "calendar": lambda view: diagrams.figure(view, pilot),
        "files": [p for p in site.papers if p.address == urls.url("worked-pilot", pilot.id)],
        "folder": worked_folder(pilot.id),
    }


VALUES = {
    "axis": _axis,
    "casestudy": _casestudy,
    "city": _city,
    "clause": _clause,
    "indicator": _indicator,
    "pathway": _pathway,
    "remedy": _remedy,
    "solution": _solution,
    "step": _step,
    "term": _term,
    "worked-pilot": _worked_pilot,
    "worksheet": _worksheets,
}
"""What the page of a kind shows besides its entry and what its view finds."""


def _neighbours(entries: list[Any], entry: Any) -> dict[str, Any]:
    at = entries.index(entry)
    return {
        "before": entries[at - 1] if at else None,
        "after": entries[at + 1] if at + 1 < len(entries) else None,
    }


def _city_of(corpus: Corpus, id_: str) -> City:
    city = corpus.get("city", id_)
    assert isinstance(city, City)
    return city


def _chapter(site: Site, chapter: Chapter) -> str:
    """A chapter's own Markdown with its receipts numbered, between its head and its foot."""
    view = site.view(site.place(urls.url("chapter", chapter.id)), chapter)
    body = site.corpus.bodies[chapter.id]
    head = call("chapter.html", "head", view, chapter, reading_minutes(body))
    linked = _with_terms(view, body)
    # A space before the mark belongs to the source text, not to the page.
    marked = re.sub(
        r"\s*" + CITATION.pattern, lambda m: str(view.mark(m.group(1), written=True)), linked
    )
    near = _neighbours(site.corpus.chapters, chapter)
    told = worked.thread(site.corpus, chapter.id)
    foot = call("chapter.html", "foot", view, chapter, near["before"], near["after"], told)
    shown = _with_sheet(view, chapter, _with_drawing(view, chapter, marked))
    return f"{head}\n{shown}\n\n{foot}"


def _with_drawing(view: View, chapter: Chapter, markdown: str) -> str:
    """A chapter with its drawing below its first section, which says it in short."""
    if not chapter.drawing:
        return markdown
    starts = [heading.start() for heading in re.finditer(r"(?m)^## ", markdown)]
    at = starts[1] if len(starts) > 1 else len(markdown)
    return f"{markdown[:at]}{finished(diagrams.figure(view, chapter))}\n{markdown[at:]}"


def _with_sheet(view: View, chapter: Chapter, markdown: str) -> str:
    """A chapter that names its worksheets; on paper, where they stand alone, only names them."""
    sheets = [sheet for sheet in view.corpus.worksheets if sheet.chapter == chapter.id]
    before, heading, rest = markdown.partition(f"\n## {_('Worksheet')}\n")
    if not sheets or not heading:
        return markdown
    work, *after = re.split(r"\n(?=###? )", rest, maxsplit=1)
    named = call("chapter.html", "sheets", view, _by_set(sheets))
    shown = f'<div class="screen-only" markdown="1">\n{_to_copy(work)}\n</div>\n'
    return f"{before}{heading}\n{named}\n{shown}\n{''.join(after)}"


def _to_copy(work: str) -> str:
    """The parts of a chapter's worksheet, such as "**A. Two lists.**", each to be copied alone."""
    before, *parts = re.split(r"(?m)^(?=\*\*[A-Z]\. )", work)
    made = [before]
    for part in parts:
        heading = re.sub(r"<sup.*?</sup>", "", part.removeprefix("**").partition("**")[0])
        title = as_entities(heading.rstrip("."))
        made.append(f'<div data-copy="{title}" markdown="1">\n\n{part.strip()}\n\n</div>\n')
        made.append('<p class="copy-line"></p>\n\n')
    return "".join(made)


def _with_terms(view: View, markdown: str) -> str:
    """A chapter with the first use of each glossary term linked, in plain prose only."""
    lines = []
    for line in markdown.split("\n"):
        if not _NO_PROSE.match(line):
            # Every second part is code, a link, a macro or emphasis: it stays as written.
            parts = _PROTECTED.split(line)
            parts[::2] = [view.terms(part, written=True) for part in parts[::2]]
            line = "".join(parts)
        lines.append(line)
    return "\n".join(lines)


_NO_PROSE = re.compile(r"#|!!!|\||    |\s*\[[^\]]+\]:")
_PROTECTED = re.compile(
    r"(`[^`]*`|!?\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?|\{\{.*?\}\}|\*+[^*]+\*+|https?://\S+)"
)


def _facet_pages(site: Site) -> Iterator[Page]:
    """A list of case studies for each value of a facet that has no page of its own."""
    kind = KINDS["casestudy"]
    members = facets.members(site.corpus)
    for facet in facets.FACETS:
        listed = {
            value: (
                facet_titles.title(site.corpus, facet, value),
                facet_titles.address(facet, value),
                len(cases),
            )
            for value, cases in members[facet.id].items()
        }
        for value, (name, address, _count) in listed.items():
            if facet.kind and value != facets.NONE:
                continue
            title = _("{facet}: {value}", facet=_(facet.title), value=name)
            description = _(
                "Case studies by {facet}: {value}.", facet=_(facet.title).lower(), value=name
            )
            others = [] if facet.kind else [row for key, row in listed.items() if key != value]
            cases = members[facet.id][value]
            write = partial(_facet, site, address, facet, value, cases, others)
            yield Page(address, _meta(kind, title, description), write, kind.folder)


def _facet(
    site: Site,
    address: str,
    facet: facets.Facet,
    value: str,
    cases: list[CaseStudy],
    others: list[tuple[str, str, int]],
) -> str:
    view = site.view(site.place(address))
    given = {"facet": facet, "value": value, "cases": cases, "others": others}
    return render("casestudies_by.html", view, **given)


def best_first(corpus: Corpus, cases: Iterable[CaseStudy]) -> list[CaseStudy]:
    """Case studies by evidence grade, then by title."""
    return sorted(cases, key=lambda case: rank(corpus, case))
