"""
Blocks for prose pages: what `macros.py` may put into `docs/` and chapters.

Each function gives Markdown with HTML for the page at `here`, an address below the site's root.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from enum import StrEnum

from markdown.extensions.toc import slugify
from markupsafe import escape

from scifi import guides, urls
from scifi.content import checks
from scifi.contract import in_groups
from scifi.figures import maps, metrics, roads, tool_drawings
from scifi.figures.town_shapes import town_shape
from scifi.grade import GRADES, grade
from scifi.kinds import KINDS
from scifi.labels import label
from scifi.language import _, and_list, capitalised, ngettext
from scifi.model import Chapter
from scifi.model.base import FundingStatus, LawGroup, Theme
from scifi.site import change_notes, clause_filters, long_lists
from scifi.site.assistant_settings import SETTINGS
from scifi.site.field_rows import field_groups
from scifi.site.finished_html import finished
from scifi.site.letters import as_sorted, by_letter
from scifi.site.open_data import Listing
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


MOST_MET = 7
"""Obstacles that the contents of the survival guide name."""


def guide_contents(site: Site, here: str) -> str:
    """What stands below the lists of the survival guide: obstacles, laws, windows, money."""
    columns = [
        (KINDS[kind].index, _(KINDS[kind].title), [link for link in links if link[2] != 0])
        for kind, links in (
            ("obstacle", _most_met(site)),
            ("law", _by_value("law", "about", "group", site, LawGroup)),
            ("window", [(urls.url("window", w.id), w.title, None) for w in site.corpus.windows]),
            ("funding", _by_value("funding", "status", "status", site, FundingStatus)),
        )
    ]
    return finished(call("lists.html", "guide_contents", site.view(here), columns))


Link = tuple[str, str, int | None]
"""Address, name, and how many there are of it, if that is worth saying."""


def _most_met(site: Site) -> list[Link]:
    entries = sorted(site.corpus.obstacles, key=lambda entry: -_times_met(site, entry.id))
    return [(urls.url("obstacle", e.id), e.title, None) for e in entries[:MOST_MET]]


def _by_value(kind: str, prefix: str, field: str, site: Site, values: type[StrEnum]) -> list[Link]:
    """The headings of a list that is sorted by the values of a field, each with its number."""
    found = Counter(getattr(entry, field) for entry in site.corpus.all(kind))
    return [
        (f"{KINDS[kind].index}#{prefix}-{value}", capitalised(label(value)), found[value])
        for value in values
    ]


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
    """The road of the seven steps with what hangs on each, or links to the steps named."""
    view = site.view(here)
    if ids:
        title = _("Steps of the survival guide")
        return finished(call("parts.html", "labelled_links", view, title, "step", list(ids)))
    return finished(call("roads.html", "guide", view, roads.stops(site.corpus), roads.NAMED))


def indicators(site: Site, here: str, ids: tuple[str, ...]) -> str:
    """Tables of all indicators, those that most case studies use first, or links to those named."""
    view = site.view(here)
    if ids:
        return finished(call("parts.html", "links", view, "indicator", list(ids)))
    return call("long_lists.html", "indicators", view, long_lists.indicators_by_level(view))


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
    The list of a kind for its index page, such as chapter, law or worked-pilot.

    Raises:
        KeyError: There is no such list.
    """
    view = site.view(here)
    if kind == "chapter":
        rows = [
            (chapter, _reading(site, chapter), sections(site.corpus.bodies[chapter.id]))
            for chapter in site.corpus.chapters
        ]
        return finished(call("lists.html", "chapters", view, rows))
    if kind == "law":
        return _laws(site, view)
    if kind == "clause":
        return _clauses(site, view)
    if kind == "funding":
        return _funding(site, view)
    if kind == "worked-pilot":
        return finished(call("worked_pilots.html", "listing", view))
    if kind == "city":
        return _cities(site, view)
    if kind == "pathway":
        towns = [(pathway, town_shape(pathway.landmarks)) for pathway in site.corpus.pathways]
        return finished(call("lists.html", "pathways", view, towns))
    return finished(call("lists.html", {"programme": "programmes"}[kind], view))


def _cities(site: Site, view: View) -> str:
    """The map of all places, then the towns, then regions and groups of municipalities."""
    cities = sorted(site.corpus.cities, key=lambda city: as_sorted(city.title))
    towns, areas = ([c for c in cities if c.is_town is town] for town in (True, False))
    drawn = finished(call("maps.html", "europe", view, maps.europe(site.corpus), CITIES))
    letters = by_letter(towns, lambda city: city.title)
    return drawn + call("lists.html", "cities", view, letters, areas)


def _clauses(site: Site, view: View) -> str:
    """The clauses by what they are about, in the order of a contract, and what narrows them."""
    values = {clause.id: clause_filters.values(clause) for clause in site.corpus.clauses}
    filters = clause_filters.filters(site.corpus)
    return call("clauses.html", "listing", view, in_groups(site.corpus.clauses), filters, values)


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


def sections(markdown: str) -> list[tuple[str, str]]:
    """Anchor and title of each heading of the third level in a chapter."""
    titles = re.findall(r"(?m)^### (.+?)\s*$", markdown)
    return [(slugify(title, "-"), title) for title in titles]


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


CITIES = "cities/"
"""The page with the lists of places behind the numbers on the map."""


def europe_map(site: Site, here: str) -> str:
    """The map of Europe with the places of all case studies, small, for the home page."""
    drawn = maps.europe(site.corpus, [maps.NARROW])
    return finished(call("home.html", "places", site.view(here), drawn, CITIES))


def tool_cards(site: Site, here: str) -> str:
    """Cards of the tools, each with a small drawing of what it does."""
    return finished(call("home.html", "tools", site.view(here), tool_drawings.DRAWINGS))


def live_counts(site: Site, here: str) -> str:
    """The line of counts under the doors."""
    open_questions = sum(len(gap.questions) for gap in long_lists.gaps(site))
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


LATEST = 4
"""How many changes the home page tells."""


def changes(site: Site, here: str, which: str) -> str:
    """
    Changes, newest first: "every", or the "latest" with a link to all.

    Raises:
        KeyError: `which` is neither.
    """
    most = {"every": None, "latest": LATEST}[which]
    notes = change_notes.notes(site.corpus)[:most]
    return finished(call("changes.html", which, site.view(here), notes))


def verdict_rules(site: Site, here: str) -> str:
    """The table of verdicts on solutions, made from the rules that decide."""
    return finished(call("verdicts.html", "rules", VERDICTS))


def evidence_rules(site: Site, here: str) -> str:
    """The table of evidence grades, made from the rules that decide."""
    return finished(call("lists.html", "evidence_rules", GRADES))


def evidence_cases(site: Site, here: str) -> str:
    """Every case study under its grade, with what would raise it, best first."""
    view = site.view(here)
    cases = best_first(site.corpus, site.corpus.casestudies)
    groups = [
        (rule, [case for case in cases if grade(site.corpus, case).letter == rule.grade])
        for rule in GRADES
    ]
    shown = [(rule, found) for rule, found in groups if found]
    return finished(call("lists.html", "evidence_cases", view, shown))


def gaps(site: Site, here: str) -> str:
    """What was looked for and not found, by country, with a way to fill each gap."""
    return call("long_lists.html", "gaps", site.view(here), long_lists.gaps_by_place(site))


def tell_us(site: Site, here: str) -> str:
    """Whom to write to; where the project names nobody, what to do instead."""
    return finished(call("tell_us.html", "tell_us", site.contact))


def sources(site: Site, here: str) -> str:
    """Every source of the knowledge base, each address once, with the entries that use it."""
    return call("long_lists.html", "sources", site.view(here), long_lists.sources(site))


def all_pages(site: Site, here: str) -> str:
    """Links to every entry, by kind: the way to find things without search."""
    return call("long_lists.html", "all_pages", site.view(here), long_lists.pages_by_kind(site))


def download_list(site: Site, here: str, listed: Listing) -> str:
    """The files that hold every table, then the tables by the part of the site they belong to."""
    charts = list(site.charts.values())
    return call("open_data.html", "downloads", site.view(here), listed, charts)


def assistant_settings(program: str) -> str:
    """
    What to put into the settings of an assistant.

    Raises:
        KeyError: There is no such program; the message lists those there are.
    """
    if program not in SETTINGS:
        raise KeyError(f'there is no "{program}"; the programs are: {", ".join(SETTINGS)}')
    return finished(f"<pre><code>{escape(SETTINGS[program])}</code></pre>")


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
