"""
Blocks for prose pages: what `macros.py` may put into `docs/` and chapters.

Each function gives Markdown with HTML for the page at `here`, an address below the site's root.
"""

from collections import defaultdict
from collections.abc import Mapping

from scifi import facets, guides
from scifi.content import checks
from scifi.figures import metrics
from scifi.grade import GRADES, grade
from scifi.kinds import KINDS
from scifi.labels import label
from scifi.language import _, and_list, ngettext
from scifi.model import CaseStudy, Chapter, City, Entry, Funding, Law
from scifi.model.base import FundingStatus, LawGroup, Source, Theme
from scifi.site import downloads
from scifi.site.field_rows import field_groups
from scifi.site.finished_html import finished
from scifi.site.pages import Site, best_first, reading_minutes
from scifi.site.tools import TOOLS
from scifi.site.tools.triage import by_urgency
from scifi.site.views import View
from scifi.site.views.render import call
from scifi.site.views.solutions import rows as solution_rows
from scifi.verdict import VERDICTS


def casestudies(site: Site, here: str, ids: tuple[str, ...]) -> str:
    """Cards of the case studies named; without names, all of them listed by theme, best first."""
    view = site.view(here)
    if ids:
        return finished(call("lists.html", "casestudies", view, view.pick("casestudy", list(ids))))
    cases = best_first(site.corpus, site.corpus.casestudies)
    groups = [(theme, [case for case in cases if theme in case.themes]) for theme in Theme]
    shown = [(theme, members) for theme, members in groups if members]
    return call("lists.html", "casestudies_by_theme", view, shown)


def remedies(site: Site, here: str, ids: tuple[str, ...]) -> str:
    """Cards of remedies: those named, or all under their urgency."""
    view = site.view(here)
    if ids:
        return finished(call("lists.html", "remedies", view, view.pick("remedy", list(ids))))
    groups = [(urgency, found) for urgency, found in by_urgency(site).items() if found]
    return call("lists.html", "triage", view, groups)


def obstacles(site: Site, here: str, ids: tuple[str, ...]) -> str:
    """Cards of obstacles: those named, or all, most often met first."""
    view = site.view(here)
    if ids:
        found = view.pick("obstacle", list(ids))
    else:
        entries = site.corpus.obstacles
        found = sorted(entries, key=lambda entry: (-_times_met(site, entry.id), entry.title))
    return finished(call("lists.html", "obstacles", view, found, 3 if ids else 2))


def _times_met(site: Site, obstacle: str) -> int:
    return len(site.corpus.naming("obstacle", obstacle, "casestudy"))


def steps(site: Site, here: str, ids: tuple[str, ...]) -> str:
    """The seven steps in order, or links to those named."""
    view = site.view(here)
    if ids:
        title = _("Steps of the survival guide")
        return finished(call("parts.html", "labelled_links", view, title, "step", list(ids)))
    return finished(call("lists.html", "steps", view))


def indicators(site: Site, here: str, ids: tuple[str, ...]) -> str:
    """Tables of all indicators, or links to those named."""
    view = site.view(here)
    if ids:
        return finished(call("parts.html", "links", view, "indicator", list(ids)))
    return call("lists.html", "indicators", view)


def chart(site: Site, here: str, name: str) -> str:
    """
    A chart by name, with its table and its data.

    Raises:
        KeyError: There is no chart of this name; the message lists those there are.
    """
    if name not in site.charts:
        raise KeyError(
            f'there is no chart "{name}"; the charts are: {", ".join(sorted(site.charts))}'
        )
    return finished(call("parts.html", "chart", site.view(here), name))


def count(site: Site, kind: str) -> int:
    """
    How many entries of a kind there are.

    Raises:
        KeyError: Nothing of this kind is counted; the message lists what is.
    """
    if kind not in site.counts:
        raise KeyError(
            f'nothing is counted as "{kind}"; use one of: {", ".join(sorted(site.counts))}'
        )
    return site.counts[kind]


def listing(site: Site, here: str, kind: str) -> str:
    """
    The list of a kind for its index page: pathway, chapter, city, programme, law, funding.

    Raises:
        KeyError: There is no such list.
    """
    view = site.view(here)
    if kind == "chapter":
        rows = [(chapter, _reading(site, chapter)) for chapter in site.corpus.chapters]
        return finished(call("lists.html", "chapters", view, rows))
    if kind == "law":
        return _laws(site, view)
    if kind == "funding":
        return _funding(site, view)
    name = {"pathway": "pathways", "city": "cities", "programme": "programmes"}[kind]
    return finished(call("lists.html", name, view))


def _laws(site: Site, view: View) -> str:
    """The laws by what they are about, and below them all dates to come, soonest first."""
    laws = site.corpus.laws
    groups = [(group, [law for law in laws if law.group == group]) for group in LawGroup]
    dates = [(law, milestone) for law in laws for milestone in law.coming]
    dates.sort(key=lambda row: (row[1].date, row[0].title))
    return call("laws.html", "listing", view, [g for g in groups if g[1]], dates)


def _funding(site: Site, view: View) -> str:
    """The funding lines by status, and above them what a town can use now."""
    lines = site.corpus.funding
    groups = {status: [n for n in lines if n.status is status] for status in FundingStatus}
    now = groups[FundingStatus.OPEN] + groups[FundingStatus.ROLLING]
    shown = [(status, found) for status, found in groups.items() if found]
    return call("funding.html", "listing", view, shown, now, groups[FundingStatus.ANNOUNCED])


def _reading(site: Site, chapter: Chapter) -> str:
    """How long a chapter is, and for whom."""
    minutes = reading_minutes(site.corpus.bodies[chapter.id])
    roles = and_list([label(role) for role in chapter.roles])
    return ngettext("{n} minute · for {roles}", "{n} minutes · for {roles}", minutes, roles=roles)


def tool(site: Site, here: str, name: str) -> str:
    """
    A tool of the site, whole without JavaScript.

    Raises:
        KeyError: There is no tool of this name; the message lists those there are.
    """
    if name not in TOOLS:
        raise KeyError(f'there is no tool "{name}"; the tools are: {", ".join(sorted(TOOLS))}')
    return TOOLS[name].block(site, here)


def press_table(site: Site, here: str) -> str:
    """The book and its parts in pages, sheets and kilograms; a print run fills the cells."""
    books = [p for p in site.papers if p.kind in ("book", "part") and p.format == "PDF"]
    return finished(call("prints.html", "press", books))


def doors(site: Site, here: str) -> str:
    """The five doors of the home page, with live counts."""
    return finished(call("lists.html", "doors", site.view(here), defaultdict(int, site.counts)))


def live_counts(site: Site, here: str) -> str:
    """The line of counts under the doors."""
    open_questions = sum(len(unknowns) for _kind, _entry, unknowns, _way in _gaps(site))
    counts = defaultdict(int, site.counts)
    proof = metrics.proof(site.corpus)
    shown = call("lists.html", "live_counts", site.view(here), counts, proof, open_questions)
    return finished(shown)


BEST = 10
"""How many solutions a page shows that names none."""


def solutions(site: Site, here: str, ids: tuple[str, ...]) -> str:
    """Solutions with verdict and effect, best proven first: those named, or the best."""
    view = site.view(here)
    rows = solution_rows(site.corpus)
    rows = [row for row in rows if row.solution.id in ids] if ids else rows[:BEST]
    return finished(call("verdicts.html", "list", view, rows))


def verdict_rules(site: Site, here: str) -> str:
    """The table of verdicts on solutions, made from the rules that decide."""
    return finished(call("verdicts.html", "rules", VERDICTS))


def evidence_rules(site: Site, here: str) -> str:
    """The table of evidence grades, made from the rules that decide."""
    return finished(call("lists.html", "evidence_rules", GRADES))


def evidence_cases(site: Site, here: str) -> str:
    """Every case study with its grade and what would raise it, best first."""
    view = site.view(here)
    cases = best_first(site.corpus, site.corpus.casestudies)
    return finished(call("lists.html", "evidence_cases", view, cases))


def _gaps(site: Site) -> list[tuple[str, Entry, list[str], str]]:
    """Kind, entry, open questions and a way to fill them, for every entry that has some."""
    return [
        (kind, entry, list(unknowns), _way_to_fill(site, entry))
        for kind in ("casestudy", "city", "programme", "law", "funding")
        for entry in site.corpus.all(kind)
        if (unknowns := getattr(entry, "unknowns", None))
    ]


def _way_to_fill(site: Site, entry: Entry) -> str:
    """Whom to ask, and what the answer would be worth."""
    if isinstance(entry, CaseStudy):
        asked = facets.place_names(site.corpus, entry)
        asked += [provider.name for provider in entry.providers]
        way = _("Ask {whom}, or look for a later evaluation.", whom=and_list(asked))
        if worth := grade(site.corpus, entry).raise_by:
            way += " " + _("To raise its grade: {worth}", worth=worth)
        return way
    if isinstance(entry, City):
        return _(
            "Look in a register or the statistics office that covers {city}.", city=entry.title
        )
    if isinstance(entry, Law):
        return _("Read it in the text of the act, or ask the ministry in charge.")
    if isinstance(entry, Funding):
        return _("Look at its own page, or ask its contact point.")
    return _("Look in its final report, or ask its funder or lead partner.")


def gaps(site: Site, here: str) -> str:
    """What was looked for and not found, entry by entry, with a way to fill each gap."""
    return finished(call("lists.html", "gaps", site.view(here), _gaps(site)))


def tell_us(site: Site, here: str) -> str:
    """Whom to write to; where the project names nobody, what to do instead."""
    return finished(call("tell_us.html", "tell_us", site.contact))


def sources(site: Site, here: str) -> str:
    """Every source of the knowledge base, each address once, with the entries that use it."""
    found: dict[str, tuple[Source, list[tuple[str, str]]]] = {}
    for kind in site.corpus.entries:
        for entry in site.corpus.all(kind):
            for source in entry.sources.values():
                found.setdefault(source.url, (source, []))[1].append((kind, entry.id))
    rows = sorted(found.values(), key=lambda row: (row[0].title.casefold(), row[0].url))
    return finished(call("lists.html", "sources", site.view(here), rows))


def all_pages(site: Site, here: str) -> str:
    """Links to every entry, by kind: the way to find things without search."""
    groups = [
        (
            _("Steps of the survival guide") if kind == "step" else _(KINDS[kind].title),
            [
                (kind, entry)
                for entry in sorted(site.corpus.all(kind), key=lambda entry: entry.title.casefold())
            ],
        )
        for kind in KINDS
        if KINDS[kind].listed and site.corpus.all(kind)
    ]
    return call("lists.html", "all_pages", site.view(here), groups)


def download_list(site: Site, here: str) -> str:
    """The tables one can download, with what a row is and how many there are."""
    rows = [
        (name, what, len(frame)) for name, (what, frame) in downloads.tables(site.corpus).items()
    ]
    return call("lists.html", "downloads", site.view(here), rows, list(site.charts.values()))


def rule_list() -> str:
    """Every rule with its help, as `scifi rule` shows it."""
    return call(
        "lists.html", "rules", [(rule.name, guides.said(rule.__doc__)) for rule in checks.RULES]
    )


def field_list(site: Site, here: str, kind: str) -> str:
    """
    The fields of a kind of file, group by group; without a kind a list of all, most files first.

    Raises:
        KeyError: There is no such kind; the message lists those there are.
    """
    view = site.view(here)
    if kind in KINDS:
        groups = field_groups(kind, site.corpus.all(kind))
        return finished(call("fields.html", "fields", groups))
    if kind:
        raise KeyError(f'there is no kind "{kind}"; the kinds are: {", ".join(sorted(KINDS))}')
    kinds = sorted(KINDS.values(), key=lambda kind: (-len(site.corpus.all(kind.name)), kind.name))
    rows = [(kind, guides.said(kind.model.__doc__).split("\n\n")[0]) for kind in kinds]
    return finished(call("fields.html", "kinds", view, rows))


def guide(entries: Mapping[str, str]) -> str:
    """Names with their docstrings: the authors' guide to macros or commands."""
    said = {name: guides.said(docstring) for name, docstring in entries.items()}
    return finished(call("lists.html", "guide", sorted(said.items())))
