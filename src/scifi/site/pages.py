"""
The pages the site grows: plain values, made here once for every engine.

`hooks.py` hands them to MkDocs in memory, `scifi stage` writes the same values to a folder.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from typing import Any

from scifi import facets, matching, urls
from scifi.content.source import FOLDER_BY_KIND, SUFFIX_BY_KIND
from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.figures.charts import Chart
from scifi.grade import grade
from scifi.model import (
    CaseStudy,
    Chapter,
    City,
    Entry,
    Indicator,
    Obstacle,
    Pathway,
    Programme,
    Remedy,
    Step,
)
from scifi.model.texts import CITATION, without_citations
from scifi.site.views import View, render
from scifi.site.views import facets as named
from scifi.site.views.render import COUNTRIES, environment

WORDS_PER_MINUTE = 200
"""Reading speed for the reading time, words a minute: slow adult reading of a second language."""


@dataclass(frozen=True)
class Page:
    """A page: where it lies below the docs folder, its Markdown, and the file to edit it in."""

    src_uri: str
    content: str
    edit_uri: str


@dataclass(frozen=True)
class Site:
    """The corpus with its charts and drawings: all that pages and macros are made from."""

    corpus: Corpus
    charts: Mapping[str, Chart]
    drawings: Mapping[str, Mapping[int, str]]
    staged: bool = False
    """True for an engine that reads links as relative to the Markdown file, not to its page."""

    def place(self, address: str) -> str:
        """What links on the page at `address` are relative to."""
        return address.rstrip("/").rpartition("/")[0] + "/" if self.staged else address

    def view(self, here: str, entry: Entry | None = None) -> View:
        """A fresh view for the page at `here`, with the receipts of its entry."""
        return View(self.corpus, here, entry.sources if entry else {}, self.charts, self.drawings)

    @cached_property
    def counts(self) -> dict[str, int]:
        """Live counts by kind."""
        return metrics.counts(self.corpus)


def pages(site: Site) -> Iterator[Page]:
    """Every page made from content files."""
    for kind, make in _MAKERS.items():
        for entry in site.corpus.all(kind):
            here = site.place(urls.url(kind, entry.id))
            values = make(site, entry)
            body = render(f"{kind}.md", site.view(here, entry), **{kind: entry, **values})
            yield Page(
                urls.src_uri(kind, entry.id),
                _front(site, kind, entry) + body,
                _file(kind, entry.id),
            )
    for chapter in site.corpus.chapters:
        yield Page(
            urls.src_uri("chapter", chapter.id),
            _chapter(site, chapter),
            _file("chapter", chapter.id),
        )
    yield from _shared_pages(site)
    yield from _facet_pages(site)


def reading_minutes(markdown: str) -> int:
    """Minutes to read a chapter, at least one."""
    return max(1, round(len(re.findall(r"\w+", markdown)) / WORDS_PER_MINUTE))


def _casestudy(site: Site, case: Any) -> dict[str, Any]:
    assert isinstance(case, CaseStudy)
    corpus = site.corpus
    pathways = [
        pathway for city in case.cities for pathway in _fitting(corpus, _city_of(corpus, city))
    ]
    return {
        "case": case,
        "related": metrics.related(corpus, case),
        "pathways": list(dict.fromkeys(pathways)),
        "compared": _best_known(corpus, case),
        "version": version("scifi-cookbook"),
    }


def _best_known(corpus: Corpus, case: CaseStudy) -> City | None:
    """The city of a case study of which most traits are known; None if none is."""
    cities = [_city_of(corpus, city) for city in case.cities]
    best = max(cities, key=lambda city: len(city.profile))
    return best if best.profile else None


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
        "obstacles": list(dict.fromkeys(obstacles)),
    }


def _pathway(site: Site, pathway: Any) -> dict[str, Any]:
    assert isinstance(pathway, Pathway)
    cities = [city.id for city in site.corpus.cities if pathway.id in _fitting(site.corpus, city)]
    cases = [case for case in site.corpus.casestudies if set(case.cities) & set(cities)]
    return {"cities": cities, "cases": cases}


def _step(site: Site, step: Any) -> dict[str, Any]:
    assert isinstance(step, Step)
    return _neighbours(site.corpus.steps, step)


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
    return {"tried": tried, "meets": meets}


def _plain(site: Site, entry: Any) -> dict[str, Any]:
    assert isinstance(entry, (Indicator, Obstacle, Programme))
    return {}


_MAKERS = {
    "casestudy": _casestudy,
    "city": _city,
    "programme": _plain,
    "pathway": _pathway,
    "step": _step,
    "obstacle": _plain,
    "remedy": _remedy,
    "indicator": _plain,
}


def _neighbours(entries: list[Any], one: Any) -> dict[str, Any]:
    at = entries.index(one)
    return {
        "before": entries[at - 1] if at else None,
        "after": entries[at + 1] if at + 1 < len(entries) else None,
    }


def _city_of(corpus: Corpus, id_: str) -> City:
    city = corpus.get("city", id_)
    assert isinstance(city, City)
    return city


def _file(kind: str, id_: str) -> str:
    return f"{FOLDER_BY_KIND[kind]}/{id_}{SUFFIX_BY_KIND[kind]}"


def _front(site: Site, kind: str, entry: Entry, **more: Any) -> str:
    """Front matter as JSON, which is YAML no reader can misread."""
    summary = next(
        (
            getattr(entry, name)
            for name in ("summary", "purpose", "definition", "size")
            if getattr(entry, name, None)
        ),
        entry.title,
    )
    meta = {
        "title": entry.title,
        # Themes of other engines put it into an attribute unescaped.
        "description": re.sub(r'[<>"&{}]', "", without_citations(str(summary)))[:300],
        "part": urls.PART_BY_KIND[kind],
        "kind": kind,
        "parents": _parents(kind),
        "facets": _facets(site.corpus, entry),
        "render_macros": False,
        **more,
    }
    return "---\n" + "".join(f"{k}: {_json(v)}\n" for k, v in meta.items()) + "---\n\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


KIND_TITLES = {
    "axis": "Axes",
    "casestudy": "Case studies",
    "chapter": "Cookbook",
    "city": "Cities",
    "dimension": "Maturity check",
    "funding": "Funding",
    "indicator": "Indicators",
    "law": "Laws",
    "obstacle": "Obstacles",
    "pathway": "Pathways",
    "programme": "Programmes",
    "question": "Pathway finder",
    "remedy": "Aid kit",
    "step": "Survival guide",
    "term": "Glossary",
    "window": "Windows of opportunity",
    "worksheet": "Worksheets",
}


def _parents(kind: str) -> list[dict[str, str]]:
    part = urls.PART_BY_KIND[kind]
    chain = [{"title": urls.PART_TITLES[part], "url": f"{part}/"}]
    if urls.INDEX_BY_KIND[kind] != chain[0]["url"]:
        chain.append({"title": KIND_TITLES[kind], "url": urls.INDEX_BY_KIND[kind]})
    return chain


def _facets(corpus: Corpus, entry: Entry) -> dict[str, list[str]]:
    """Theme and country of an entry, in words, for the search facets."""
    themes = [str(t).replace("-", " ") for t in getattr(entry, "themes", [])]
    cities = [_city_of(corpus, c) for c in getattr(entry, "cities", [])]
    if isinstance(entry, City):
        cities = [entry]
    countries = [COUNTRIES.get(c.country, c.country) for c in cities]
    return {"theme": themes, "country": list(dict.fromkeys(countries))}


def _chapter(site: Site, chapter: Chapter) -> str:
    """A chapter's own Markdown with its receipts numbered, between its head and its foot."""
    view = site.view(site.place(urls.url("chapter", chapter.id)), chapter)
    body = site.corpus.bodies[chapter.id]
    # A Jinja module has its macros as attributes that no type checker knows.
    parts: Any = environment().get_template("chapter.md").make_module({})
    minutes = reading_minutes(body)
    head = str(parts.head(view, chapter, minutes))
    marked = CITATION.sub(lambda m: str(view.mark(m.group(1))), _with_terms(view, body))
    # A space before the mark belongs to the source text, not to the page.
    marked = re.sub(r"\s+(?=<sup class=\"receipt\">)", "", marked)
    marked = re.sub(r"\s+(?=<span class=\"ours\")", " ", marked)
    neighbours = _neighbours(site.corpus.chapters, chapter)
    foot = str(parts.foot(view, chapter, **neighbours))
    head, foot = (
        "\n".join(line.strip() for line in _inert(text).split("\n")) for text in (head, foot)
    )
    front = _front(site, "chapter", chapter).replace("render_macros: false\n", "")
    return f"{front}{head}\n\n{marked}\n\n{foot}\n"


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


def _inert(text: str) -> str:
    return re.sub(r"\{(?=[{%#])", "&#123;", text)


def _shared_pages(site: Site) -> Iterator[Page]:
    """Pages that hold all entries of a kind, one below the other."""
    corpus = site.corpus
    members = {
        (axis.id, c.id): [
            city.id
            for city in corpus.cities
            for t in city.profile
            if (t.axis, t.class_) == (axis.id, c.id)
        ]
        for axis in corpus.axes
        for c in axis.classes
    }
    for kind, template, title, description, values in (
        (
            "law",
            "laws",
            "Laws",
            "The laws that touch pilots, with their numbers and dates.",
            {"laws": corpus.laws},
        ),
        (
            "window",
            "windows",
            "Windows of opportunity",
            "Moments at which a change gets easier.",
            {"windows": corpus.windows},
        ),
        (
            "worksheet",
            "worksheets",
            "Worksheets",
            "Ten sheets to fill in, on paper or on a computer.",
            {"worksheets": corpus.worksheets},
        ),
        (
            "funding",
            "funding",
            "Funding",
            "Money for each step: size, share, who may apply.",
            {"funding": corpus.funding},
        ),
        (
            "term",
            "glossary",
            "Glossary",
            "Words of the trade in plain English.",
            {"terms": corpus.terms},
        ),
        (
            "axis",
            "axes",
            "The axes: how cities differ",
            "The ways in which cities differ, with classes and thresholds.",
            {"axes": corpus.axes, "members": members},
        ),
    ):
        if not corpus.all(kind):
            continue
        address = urls.INDEX_BY_KIND[kind]
        meta = {
            "title": title,
            "description": description,
            "part": urls.PART_BY_KIND[kind],
            "kind": kind,
            "parents": _parents(kind)[:1],
            "facets": {"theme": [], "country": []},
            "render_macros": False,
        }
        front = "---\n" + "".join(f"{k}: {_json(v)}\n" for k, v in meta.items()) + "---\n\n"
        body = render(f"{template}.md", site.view(site.place(address)), **values)
        yield Page(address.rstrip("/") + ".md", front + body, FOLDER_BY_KIND[kind])


def _facet_pages(site: Site) -> Iterator[Page]:
    """A list of case studies for each value of a facet that has no page of its own."""
    members = facets.members(site.corpus)
    for facet in facets.FACETS:
        listed = {
            value: (named.title(site.corpus, facet, value), named.address(facet, value), len(cases))
            for value, cases in members[facet.id].items()
        }
        for value, (name, address, _) in listed.items():
            if facet.kind and value != facets.NONE:
                continue
            found = best_first(members[facet.id][value])
            others = [] if facet.kind else [o for v, o in listed.items() if v != value]
            meta = {
                "title": f"{facet.title}: {name}",
                "description": f"Case studies by {facet.title.lower()}: {name}.",
                "part": "casestudies",
                "kind": "casestudy",
                "parents": _parents("casestudy"),
                "facets": {"theme": [], "country": []},
                "render_macros": False,
            }
            front = "---\n" + "".join(f"{k}: {_json(v)}\n" for k, v in meta.items()) + "---\n\n"
            view = site.view(site.place(address))
            body = render("casestudies_by.md", view, facet=facet, cases=found, others=others)
            yield Page(address.rstrip("/") + ".md", front + body, FOLDER_BY_KIND["casestudy"])


def best_first(cases: Iterable[CaseStudy]) -> list[CaseStudy]:
    """Case studies by evidence grade, then by title."""
    return sorted(cases, key=lambda case: (grade(case).letter, case.title))
