"""
Findings for the pages of others: a small whole page of a case study, a solution or a chart.

It stands in a frame of somebody's own page, so it has no frame of the site, no script and no font:
the finding, its number with kind and grade, its source, the licence, a link to the whole page.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from scifi import facets, language, urls
from scifi.corpus import Corpus
from scifi.figures.charts import NARROW, Chart
from scifi.grade import grade, headline
from scifi.language import _, and_list
from scifi.model import CaseStudy, Solution
from scifi.site.embed_code import HEIGHT, WIDTH, address, code, oembed_address
from scifi.site.pages import Site
from scifi.site.views import View, solutions
from scifi.site.views.render import call, environment

CHART_PAGES = {
    "aid-kit": "aid-kit/",
    "evidence-grades": "about/evidence/",
    "pathway-map": "pathways/",
    "results-by-indicator": "indicators/",
    "scifi-funnel": "programmes/scifi/",
    "steps-obstacles": "survival-guide/",
    "timeline": "programmes/scifi/",
}
"""The page that a chart with a name is shown on; charts of entries stand on the entry's page."""

CHART_KINDS = {"indicator": "indicator", "solution": "solution", "cost": "solution"}
"""The kind of entry that a chart is about, by the first word of its id."""


@dataclass(frozen=True)
class Card:
    """One embedded page: its word and id, what it says, and the page it leads to."""

    word: str
    id: str
    kicker: str
    title: str
    part: str
    body: Markup
    page: str
    words: str
    published: str

    @property
    def address(self) -> str:
        """Where it is, below the site's root."""
        return address(self.word, self.id)

    @property
    def link(self) -> str:
        """The link to the whole page."""
        return self.whole or urls.relative(self.address, self.page)

    @property
    def whole(self) -> str:
        """The whole address of that page; empty while the site has none."""
        return self.published and self.published + self.page


def oembed_by_page(corpus: Corpus) -> dict[str, str]:
    """The address of the code for the page of each case study and solution, by that page."""
    kinds = (("case", "casestudy"), ("solution", "solution"))
    return {
        urls.url(kind, entry.id): oembed_address(word, entry.id)
        for word, kind in kinds
        for entry in corpus.all(kind)
    }


def files(site: Site, policy: str, sheet: str) -> Iterator[tuple[str, str]]:
    """
    Path and text of each embedded page; where the site has an address, also of its code.

    `policy` is the content policy, `sheet` the address of the style sheet below the site's root.
    """
    template = environment().get_template("embed.html")
    for card in cards(site):
        given = {"card": card, "policy": policy, "sheet": urls.relative(card.address, sheet)}
        yield f"{card.address}index.html", template.render(language=language.code(), **given) + "\n"
        if site.published:
            yield oembed_address(card.word, card.id), _oembed(card)


def cards(site: Site) -> Iterator[Card]:
    """Every embedded page; drafts have none."""
    for case in site.corpus.casestudies:
        yield _case(site, case)
    for solution in site.corpus.solutions:
        yield _solution(site, solution)
    for chart in site.charts.values():
        if page := page_of_chart(chart.id):
            yield _chart(site, chart, page)


def page_of_chart(id_: str) -> str:
    """The page that shows a chart; empty for one that no page shows."""
    word, _dash, entry = id_.partition("-")
    if id_ in CHART_PAGES:
        return CHART_PAGES[id_]
    return urls.url(CHART_KINDS[word], entry) if word in CHART_KINDS else ""


def _case(site: Site, case: CaseStudy) -> Card:
    corpus = site.corpus
    view = _view(site, "case", case)
    body = call("embeds.html", "case", view, case, grade(corpus, case), headline(corpus, case))
    return Card(
        "case",
        case.id,
        _("Case study: {places}", places=and_list(facets.place_names(corpus, case))),
        case.title,
        "casestudies",
        Markup(body),
        urls.url("casestudy", case.id),
        _("The whole case study, with all its sources"),
        site.published,
    )


def _solution(site: Site, solution: Solution) -> Card:
    row = solutions.row(site.corpus, solution)
    return Card(
        "solution",
        solution.id,
        _("Solution"),
        solution.title,
        "solutions",
        Markup(call("embeds.html", "solution", _view(site, "solution", solution), row)),
        urls.url("solution", solution.id),
        _("The whole solution, with all its sources"),
        site.published,
    )


def _chart(site: Site, chart: Chart, page: str) -> Card:
    view = site.view(address("chart", chart.id))
    drawing = (site.drawings.get(chart.id) or {}).get(NARROW.name, "")
    return Card(
        "chart",
        chart.id,
        _("Chart"),
        chart.finding,
        "solutions" if page.startswith("solutions/") else "casestudies",
        Markup(call("embeds.html", "chart", view, chart, drawing)),
        page + f"#chart-{chart.id}",
        _("The chart on its page, with all its sources"),
        site.published,
    )


def _view(site: Site, word: str, entry: CaseStudy | Solution) -> View:
    return site.view(address(word, entry.id), entry)


def _oembed(card: Card) -> str:
    """The code as programs ask for it (https://oembed.com, version 1.0, type "rich")."""
    said = {
        "version": "1.0",
        "type": "rich",
        "title": card.title,
        "provider_name": "SCIFI cookbook",
        "provider_url": card.published,
        "html": code(card.published, card.word, card.id, card.title),
        "width": WIDTH,
        "height": HEIGHT,
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"
