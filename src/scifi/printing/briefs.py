"""
Council briefs: one page for each case study and each remedy, with the decision to be taken.

Each brief is written several times, from whole to very short; the template takes the longest that
fits on one page.
"""

from collections.abc import Iterator
from typing import Any

from scifi import urls
from scifi.corpus import Corpus
from scifi.grade import grade
from scifi.kinds import KINDS
from scifi.model import CaseStudy, Remedy
from scifi.model.base import Comparison, EvidenceKind, MeasuredBy, Status
from scifi.model.casestudy import Result
from scifi.model.texts import without_citations
from scifi.printing.editions import NAME_BY_KIND
from scifi.printing.imprint import Imprint
from scifi.printing.nodes import Content, Node
from scifi.printing.paper import Paper, Writer, edition, framed
from scifi.site.views import View

LENGTHS = (
    (9000, 99), (800, 7), (640, 6), (520, 5), (430, 5), (360, 4), (300, 4),
    (250, 3), (200, 3), (150, 3), (150, 2), (100, 2), (1, 2), (1, 1),
)  # fmt: skip
"""Letters of a text and items of a list that a brief keeps, from whole to very short."""

CASE_COLUMNS = tuple((tuple(range(at)), tuple(range(at, 6))) for at in range(1, 6))
REMEDY_COLUMNS = (((0, 1), (2, 3)), ((0, 1, 3), (2,)))
"""Ways to share the sections out to two columns; the template takes the most even one."""

BY = {
    MeasuredBy.INDEPENDENT: " by somebody independent",
    MeasuredBy.CITY: " by the city",
    MeasuredBy.SUPPLIER: " by the supplier",
    MeasuredBy.UNKNOWN: "",
}
COMPARED = {
    Comparison.CONTROL_GROUP: "compared with a control group",
    Comparison.BEFORE_AFTER: "compared with the time before",
    Comparison.NONE: "not compared",
}
STATUS = {
    Status.RUNNING: "It is running.",
    Status.SCALED: "It has grown.",
    Status.PROCURED: "The city bought it.",
    Status.STOPPED: "It was stopped.",
    Status.FAILED: "It failed.",
    Status.UNKNOWN: "It is not known.",
}
URGENCY = {"today": "Act today", "this-week": "Act this week", "this-quarter": "Act this quarter"}


def briefs(corpus: Corpus, imprint: Imprint) -> Iterator[Paper]:
    """The brief of every case study, then of every remedy."""
    for case in corpus.casestudies:
        yield _case(corpus, imprint, case)
    for remedy in corpus.remedies:
        yield _remedy(imprint, remedy)


def _brief(
    imprint: Imprint, kind: str, entry: CaseStudy | Remedy, kicker: str, **more: Any
) -> Paper:
    """The brief of an entry of this kind."""
    one = edition(
        "brief",
        f"{NAME_BY_KIND[kind]}-{entry.id}",
        f"One-page brief: {entry.title}",
        without_citations(entry.summary),
        KINDS[kind].part,
        urls.url(kind, entry.id),
    )
    return framed(one, imprint, kicker, heading=entry.title, **more)


def _case(corpus: Corpus, imprint: Imprint, case: CaseStudy) -> Paper:
    return _brief(
        imprint,
        "casestudy",
        case,
        "Council brief on a case study",
        columns=CASE_COLUMNS,
        levels=[_case_level(corpus, case, *length) for length in LENGTHS],
        decision=_decision(_question(case), "Yes: prepare a plan with costs and dates"),
    )


def _question(case: CaseStudy) -> str:
    if case.afterwards.status in (Status.FAILED, Status.STOPPED):
        return "This ended elsewhere. Shall our city prepare an attempt that avoids its causes?"
    return "Shall our city prepare something like this for our own streets and buildings?"


def _remedy(imprint: Imprint, remedy: Remedy) -> Paper:
    return _brief(
        imprint,
        "remedy",
        remedy,
        "Council brief on trouble and its remedy",
        columns=REMEDY_COLUMNS,
        levels=[_remedy_level(remedy, *length) for length in LENGTHS],
        decision=_decision(
            "Shall our city take this first aid now, and begin the cure?",
            "Yes: first aid now, and a plan for the cure",
        ),
    )


def _decision(question: str, yes: str) -> Node:
    return {
        "title": "Decision asked",
        "question": question,
        "ticks": [yes, "No", "Later: look at it again on the date below"],
        "lines": ["Who does it, and by when", "Date and signature"],
    }


def _section(title: str, **more: Any) -> Node:
    return {"title": title, **more}


def _level(writer: Writer, lead: str, sections: list[Node], where: str) -> Node:
    how = "Raised numbers: sources below. ‹ours›: our own words."
    if writer.cut:
        how += f" Shortened at the end of a sentence; whole: {where}"
    return {
        "lead": Writer(writer.sources, receipts=writer.receipts).rich(lead),
        "sections": sections,
        "sources": writer.listed(),
        "how": how,
    }


def _case_level(corpus: Corpus, case: CaseStudy, letters: int, items: int) -> Node:
    writer = Writer(case.sources, letters, items)
    view = View(corpus, "", case.sources)
    cities = "; ".join(corpus.get("city", city).title for city in case.cities)
    sections = [
        _section("What was done", text=writer.rich(case.built), note=f"Where: {cities}."),
        _section("What it cost", items=_money(view, writer, case)),
        _section("What became of it", text=_became(writer, case)),
        _section("What proves it", **_proof(view, writer, case)),
        _section("What got in the way", items=_obstacles(corpus, writer, case)),
        _section("What our city needs first", items=writer.few(case.needed_elsewhere)),
    ]
    return _level(writer, case.summary, sections, urls.url("casestudy", case.id))


def _money(view: View, writer: Writer, case: CaseStudy) -> list[Content]:
    if not case.money:
        return [["No sum was reported."]]
    made: list[Content] = []
    for money in case.money[: writer.items]:
        amount = f"{view.amount(money, 'amount')} {money.currency}"
        made.append(writer.cited(f"{amount} ({money.what}; {money.kind})", money.source))
    if left := len(case.money) - len(made):
        writer.cut = True
        made.append([f"{left} ", {"m": "more"}])
    return made


def _became(writer: Writer, case: CaseStudy) -> Content:
    after = case.afterwards
    when = f" Confirmed for {after.confirmed}." if after.confirmed else ""
    return [f"{STATUS[after.status]}{when} ", *writer.rich(after.reason)]


def _proof(view: View, writer: Writer, case: CaseStudy) -> dict[str, Any]:
    given = grade(case)
    best = [r for r in (given.results or case.results) if r.value is not None]
    return {
        "grade": given.letter,
        "text": [f"{given.rule.name}. {given.rule.needs}"],
        "items": [_result(view, writer, one) for one in best[: min(4, writer.items)]],
    }


def _result(view: View, writer: Writer, one: Result) -> Content:
    before = "" if one.baseline is None else f", before {view.amount(one, 'baseline')}"
    kind = f"{one.kind}{BY[one.measured_by]}"
    if one.kind is not EvidenceKind.PLANNED:
        kind += f", {COMPARED[one.comparison]}"
    return writer.cited(f"{one.what}: {view.amount(one)} {one.unit}{before} ({kind})", one.source)


def _obstacles(corpus: Corpus, writer: Writer, case: CaseStudy) -> list[Content]:
    if not case.obstacles:
        return [["No obstacle is reported. That does not mean there was none."]]
    titles = [corpus.get("obstacle", met.obstacle).title for met in case.obstacles]
    texts = writer.few([met.text for met in case.obstacles])
    return [
        [{"b": f"{title}: "}, *text] for title, text in zip(titles, texts, strict=False)
    ] + texts[len(titles) :]


def _remedy_level(remedy: Remedy, letters: int, items: int) -> Node:
    writer = Writer(remedy.sources, letters, items)
    effort = writer.rich(remedy.effort) if remedy.effort else ["Nobody has published the effort."]
    sections = [
        _section("First aid today", steps=writer.few(remedy.first_aid)),
        _section("What it takes", text=effort, note=f"How urgent: {URGENCY[remedy.urgency]}."),
        _section("The cure", items=writer.few(remedy.cure)),
        _section("So that it stays away", items=writer.few(remedy.prevention)),
    ]
    return _level(writer, remedy.summary, sections, urls.url("remedy", remedy.id))
