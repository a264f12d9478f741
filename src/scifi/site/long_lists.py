"""
Lists of what stands in every file: sources, open questions, pages, indicators.

Each is sorted into groups, which pages fold and `scripts/narrow.js` narrows by words.
"""

from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from scifi import facets
from scifi.folding import fold
from scifi.grade import grade
from scifi.kinds import KINDS
from scifi.language import N_, _, and_list, country
from scifi.model import CaseStudy, City, Entry, Funding, Indicator, Law
from scifi.model.base import Level, Source
from scifi.site.letters import Letter, by_letter
from scifi.site.pages import Site
from scifi.site.views import View

MOST_USED = 10
"""Indicators of a level that stand open in their list."""

LEVELS = (
    (
        Level.IMPACT,
        "what-it-did-for-people-and-climate",
        N_("What it did for people and climate"),
        N_("Indicators: what it did for people and climate"),
    ),
    (Level.OUTCOME, "what-changed", N_("What changed"), N_("Indicators: what changed")),
    (Level.OUTPUT, "what-was-done", N_("What was done"), N_("Indicators: what was done")),
)
"""What an indicator shows, in the order of their list: anchor, heading, caption of the table."""


@dataclass(frozen=True)
class Gap:
    """What was looked for in an entry and not found, and a way to fill it."""

    kind: str
    entry: Entry
    questions: list[str]
    way: str


@dataclass(frozen=True)
class Fold:
    """Gaps that stand in one fold, its anchor and its name."""

    anchor: str
    name: str
    gaps: list[Gap]

    @property
    def questions(self) -> int:
        """How many open questions there are in it."""
        return sum(len(gap.questions) for gap in self.gaps)


@dataclass(frozen=True)
class LevelOfIndicators:
    """The indicators of a level: link, entry and number of case studies of each."""

    anchor: str
    title: str
    caption: str
    used: list[tuple[Markup, Indicator, int]]
    """Those that most case studies use, most used first."""
    others: list[tuple[Markup, Indicator, int]]
    """The others, from A to Z."""


UsedSource = tuple[Source, list[tuple[str, str]]]
"""A source, and kind and id of the entries that use it."""


def sources(site: Site) -> list[Letter[UsedSource]]:
    """Every source, each address once, by title."""
    found: dict[str, UsedSource] = {}
    for kind in site.corpus.entries:
        for entry in site.corpus.all(kind):
            for source in entry.sources.values():
                found.setdefault(source.url, (source, []))[1].append((kind, entry.id))
    rows = sorted(found.values(), key=lambda row: (fold(row[0].title), row[0].url))
    return by_letter(rows, lambda row: row[0].title)


def gaps(site: Site) -> list[Gap]:
    """Every entry that has open questions."""
    return [
        Gap(kind, entry, list(unknowns), _way_to_fill(site, entry))
        for kind in ("casestudy", "city", "programme", "law", "funding")
        for entry in site.corpus.all(kind)
        if (unknowns := getattr(entry, "unknowns", None))
    ]


def gaps_by_place(site: Site) -> list[tuple[str, str, list[Fold]]]:
    """Open questions by country, then those of programmes, laws and money: anchor, title, folds."""
    places: dict[str, list[Gap]] = defaultdict(list)
    others: dict[str, list[Gap]] = defaultdict(list)
    for gap in gaps(site):
        if code := _country_of(site, gap.entry):
            places[code].append(gap)
        else:
            others[gap.kind].append(gap)
    by_country = [Fold(code.lower(), country(code), found) for code, found in places.items()]
    by_kind = [Fold(f"of-{kind}", _(KINDS[kind].title), found) for kind, found in others.items()]
    groups = [
        ("by-country", _("By country"), sorted(by_country, key=lambda fold: fold.name)),
        ("without-a-place", _("Programmes, laws and money"), by_kind),
    ]
    return [group for group in groups if group[2]]


def _country_of(site: Site, entry: Entry) -> str:
    """The country of a city, or of the first place of a case study; else nothing."""
    if isinstance(entry, City):
        return entry.country
    if isinstance(entry, CaseStudy):
        return next((code for _name, code in facets.places(site.corpus, entry)), "")
    return ""


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


def pages_by_kind(site: Site) -> list[tuple[str, str, list[tuple[str, Entry]]]]:
    """Every page that can be named, by kind: its word, its title, kind and entry of each."""
    return [
        (
            f"all-of-{kind.name}",
            _("Steps of the survival guide") if kind.name == "step" else _(kind.title),
            [
                (kind.name, entry)
                for entry in sorted(site.corpus.all(kind.name), key=lambda entry: fold(entry.title))
            ],
        )
        for kind in KINDS.values()
        if kind.listed and site.corpus.all(kind.name)
    ]


def indicators_by_level(view: View) -> list[LevelOfIndicators]:
    """All indicators by what they show."""
    return [
        LevelOfIndicators(place, _(title), _(caption), *_by_use(view, level))
        for level, place, title, caption in LEVELS
    ]


def _by_use(
    view: View, level: Level
) -> tuple[list[tuple[Markup, Indicator, int]], list[tuple[Markup, Indicator, int]]]:
    rows = [
        (
            view.link("indicator", indicator.id),
            indicator,
            len(view.corpus.naming("indicator", indicator.id, "casestudy")),
        )
        for indicator in sorted(view.corpus.indicators, key=lambda indicator: indicator.title)
        if indicator.level is level
    ]
    used = sorted(rows, key=lambda row: -row[2])[:MOST_USED]
    return used, [row for row in rows if row not in used]
