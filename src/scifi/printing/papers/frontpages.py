"""The first pages of the whole book: how to use it, and its key figures, each computed."""

from scifi import facets, urls
from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.grade import GRADES
from scifi.kinds import part_title
from scifi.labels import label
from scifi.language import _, capitalised, country, number
from scifi.model.base import Comparison, Entry, EvidenceKind, Role, Status
from scifi.printing.documents import BookSection
from scifi.printing.imprint import LEGEND
from scifi.printing.papers.editions import PART_PURPOSES, part_number
from scifi.printing.papers.indexes import EUROPE
from scifi.printing.reading.nodes import Content, Node, new_node, text_of

MOST_ROWS = 6
"""Obstacles and countries told among the key figures."""

Rows = list[list[Content]]


def how_to_use(corpus: Corpus) -> BookSection:
    """Who reads what, what stands where, grades and receipts."""
    readers: Rows = []
    for role in Role:
        chapters = [number(n) for n, c in enumerate(corpus.chapters, 1) if role in c.roles]
        readers.append([[capitalised(label(role))], [", ".join(chapters)]])
    grades: Rows = [[[rule.grade], [_(rule.name)], [_(rule.needs)]] for rule in GRADES]
    checks = _(
        "A raised number is a receipt. The note at the foot of the page names the source; the list "
        "of sources at the end, under the same number, has its address and the day it was read."
    )
    return page(
        "how-to-use",
        _("How to use this book"),
        _("Nobody reads it from cover to cover. Begin where your trouble is."),
        [
            heading(_("What stands where")),
            *table([_("Part"), _("Title"), _("It answers")], _parts(), [1, 3, 9]),
            heading(_("Who reads what")),
            *table([_("You are"), _("Chapters of part II written for you")], readers, [1, 3]),
            heading(_("How sure a case study is: the evidence grade")),
            *table([_("Grade"), _("Name"), _("What it needs")], grades, [1, 3, 9]),
            heading(_("How to check what we say")),
            new_node("p", [checks]),
            new_node("p", [_(LEGEND["ours"])]),
            new_node("p", [_("A page number in brackets leads to the page that tells more.")]),
        ],
    )


def _parts() -> Rows:
    return [
        [[part_number(part)], [new_node("ref", [part_title(part)], to=f"{part}/")], [_(purpose)]]
        for part, purpose in PART_PURPOSES.items()
    ]


def key_figures(corpus: Corpus, sources: int) -> BookSection:
    """What the book rests on, in numbers; `sources` is how many its list has."""
    held, numbers = facets.members(corpus), metrics.numbers(corpus)
    measured = numbers[numbers["kind"] == EvidenceKind.MEASURED]
    compared = measured[measured["comparison"] != Comparison.NONE]
    status = {value: len(held["status"].get(value, [])) for value in Status}
    tiles = (
        (len(corpus.casestudies), _("case studies")),
        (len({city for case in corpus.casestudies for city in case.cities}), _("places")),
        (len(held["country"].keys() - {EUROPE}), _("countries named")),
        (len(numbers), _("results with a number")),
        (len(measured), _("of these results measured, not only told")),
        (len(compared), _("measured and compared with the time before or with a control group")),
        (status[Status.FAILED] + status[Status.STOPPED], _("case studies that failed or stopped")),
        (status[Status.UNKNOWN], _("case studies whose end nobody published")),
        (sources, _("sources, all listed at the end")),
    )
    grades: Rows = [
        [[rule.grade], [_(rule.name)], [number(len(held["grade"].get(rule.grade, [])))]]
        for rule in GRADES
    ]
    ends: Rows = [[[capitalised(label(value))], [number(status[value])]] for value in Status]
    lands: Rows = [
        [[country(code)], [number(len(held["country"][code]))]]
        for code in [code for code in held["country"] if code != EUROPE][:MOST_ROWS]
    ]
    met = [(id_, cases) for id_, cases in held["obstacle"].items() if id_ != facets.NONE]
    obstacles: Rows = [
        [[_link("obstacle", corpus.get("obstacle", id_))], [number(len(cases))]]
        for id_, cases in met[:MOST_ROWS]
    ]
    count = _("Case studies")
    return page(
        "key-figures",
        _("Key figures"),
        _("Counted from the case studies by a program when this book was made."),
        [
            new_node("dl", [part for tile in tiles for part in _tile(*tile)], style="figures"),
            new_node(
                "columns",
                [
                    new_node("column", table([_("Grade"), _("Proof"), count], grades, [2, 6, 4])),
                    new_node("column", table([_("What became of it"), count], ends, [3, 2])),
                ],
            ),
            *table([_("Where they got stuck most"), count], obstacles, [4, 1]),
            *table([_("Where they are"), count], lands, [4, 1]),
        ],
    )


def _tile(value: int, about: str) -> Content:
    return [new_node("dt", [number(value)]), new_node("dd", [about])]


def _link(kind: str, entry: Entry) -> Node:
    return new_node("ref", [entry.title], to=urls.url(kind, entry.id))


def page(slug: str, title: str, lead: str, body: Content) -> BookSection:
    """A page of the book's own, which is no page of the site."""
    return {
        "type": "page",
        "slug": slug,
        "part": "about",
        "title": title,
        "lead": lead,
        "level": 1,
        "body": body,
        "links": [],
        "named": [],
    }


def heading(title: str) -> Node:
    """A heading on such a page."""
    return new_node("h", [title], l=2)


def table(heads: list[str], rows: Rows, widths: list[float]) -> Content:
    """A table whose first column names the row; numbers stand on the right."""
    sides = ["right" if _is_number(text_of(cell)) else "left" for cell in rows[0]]
    return [
        new_node(
            "table",
            n=len(heads),
            w=widths,
            sides=sides,
            head=[[new_node("cell", [head], th=True) for head in heads]],
            rows=[
                [new_node("cell", cell, th=not at or None) for at, cell in enumerate(row)]
                for row in rows
            ],
            whole=True,
        )
    ]


def _is_number(text: str) -> bool:
    return text.replace(",", "").isdigit()
