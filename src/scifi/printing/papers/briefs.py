"""
Council briefs: one page for each case study and each remedy, with the decision to be taken.

Each brief is written several times, from whole to very short; the template takes the longest that
fits on one page.
"""

from collections.abc import Iterator
from typing import Any, TypedDict

from scifi import urls
from scifi.corpus import Corpus
from scifi.grade import grade
from scifi.kinds import KINDS
from scifi.labels import label
from scifi.language import _, and_list, capitalised, partial_date
from scifi.model import CaseStudy, Remedy
from scifi.model.base import EvidenceKind, MeasuredBy, Status
from scifi.model.casestudy import Money, Result
from scifi.model.texts import without_citations
from scifi.printing.documents import NumberedSource, RichText
from scifi.printing.imprint import Imprint
from scifi.printing.papers.paper import Paper, Writer, framed, paper_edition
from scifi.site.views import View

BRIEF_LENGTHS = (
    (9000, 99), (800, 7), (640, 6), (520, 5), (430, 5), (360, 4), (300, 4),
    (250, 3), (200, 3), (150, 3), (150, 2), (100, 2), (1, 2), (1, 1),
)  # fmt: skip
"""Letters of a text and items of a list that a brief keeps, from whole to very short."""

CASE_COLUMNS = tuple((tuple(range(at)), tuple(range(at, 6))) for at in range(1, 6))
REMEDY_COLUMNS = (((0, 1), (2, 3)), ((0, 1, 3), (2,)))
"""Ways to share the sections out to two columns; the template takes the most even one."""


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
    edition = paper_edition(
        "brief",
        f"{KINDS[kind].paper}-{entry.id}",
        _("One-page brief: {title}", title=entry.title),
        without_citations(entry.summary),
        KINDS[kind].part,
        urls.url(kind, entry.id),
    )
    return framed(edition, imprint, kicker, heading=entry.title, **more)


def _case(corpus: Corpus, imprint: Imprint, case: CaseStudy) -> Paper:
    return _brief(
        imprint,
        "casestudy",
        case,
        _("Council brief on a case study"),
        columns=CASE_COLUMNS,
        levels=[_case_level(corpus, case, *length) for length in BRIEF_LENGTHS],
        decision=_decision(_question(case), _("Yes: prepare a plan with costs and dates")),
    )


def _question(case: CaseStudy) -> str:
    if case.afterwards.status in (Status.FAILED, Status.STOPPED):
        return _("This ended elsewhere. Shall our city prepare an attempt that avoids its causes?")
    return _("Shall our city prepare something like this for our own streets and buildings?")


def _remedy(imprint: Imprint, remedy: Remedy) -> Paper:
    return _brief(
        imprint,
        "remedy",
        remedy,
        _("Council brief on trouble and its remedy"),
        columns=REMEDY_COLUMNS,
        levels=[_remedy_level(remedy, *length) for length in BRIEF_LENGTHS],
        decision=_decision(
            _("Shall our city take this first aid now, and begin the cure?"),
            _("Yes: first aid now, and a plan for the cure"),
        ),
    )


class Decision(TypedDict):
    """What a council is asked: boxes to tick, and lines to write on."""

    title: str
    question: str
    ticks: list[str]
    lines: list[str]


class BriefSection(TypedDict, total=False):
    """A part of a brief: a text or a list, under its title."""

    title: str
    grade: str
    text: RichText
    items: list[RichText]
    steps: list[RichText]
    note: str


class BriefLevel(TypedDict):
    """A whole brief of one length."""

    lead: RichText
    sections: list[BriefSection]
    sources: list[NumberedSource]
    how: str


def _decision(question: str, yes: str) -> Decision:
    return {
        "title": _("Decision asked"),
        "question": question,
        "ticks": [yes, _("No"), _("Later: look at it again on the date below")],
        "lines": [_("Who does it, and by when"), _("Date and signature")],
    }


def _level(writer: Writer, lead: str, sections: list[BriefSection], where: str) -> BriefLevel:
    how = _("Raised numbers: sources below. ‹ours›: our own words.")
    if writer.cut:
        how = _(
            "Raised numbers: sources below. ‹ours›: our own words. "
            "Shortened at the end of a sentence; whole: {address}",
            address=where,
        )
    return {
        "lead": Writer(writer.sources, receipts=writer.receipts).rich(lead),
        "sections": sections,
        "sources": writer.listed(),
        "how": how,
    }


def _case_level(corpus: Corpus, case: CaseStudy, letters: int, items: int) -> BriefLevel:
    writer = Writer(case.sources, letters, items)
    view = View(corpus, "", case.sources)
    cities = and_list([corpus.get("city", city).title for city in case.cities])
    where = _("Where: {cities}.", cities=cities)
    sections: list[BriefSection] = [
        {"title": _("What was done"), "text": writer.rich(case.built), "note": where},
        {"title": _("What it cost"), "items": _money(view, writer, case)},
        {"title": _("What became of it"), "text": _became(writer, case)},
        _proof(view, writer, case),
        {"title": _("What got in the way"), "items": _obstacles(corpus, writer, case)},
        {"title": _("What our city needs first"), "items": writer.few(case.needed_elsewhere)},
    ]
    return _level(writer, case.summary, sections, urls.url("casestudy", case.id))


def _money(view: View, writer: Writer, case: CaseStudy) -> list[RichText]:
    if not case.money:
        return [[_("No sum was reported.")]]
    shown = case.money[: writer.items]
    made = [writer.cited(_sum(view, money), money.source) for money in shown]
    return [*made, *writer.left_out(len(case.money) - len(shown))]


def _sum(view: View, money: Money) -> str:
    return _(
        "{amount} {currency} ({what}; {kind})",
        amount=view.amount(money, "amount"),
        currency=money.currency,
        what=money.what,
        kind=label(money.kind),
    )


def _became(writer: Writer, case: CaseStudy) -> RichText:
    after = case.afterwards
    status = capitalised(label(after.status))
    told = _("{status}.", status=status)
    if after.confirmed:
        date = partial_date(after.confirmed)
        told = _("{status}. Confirmed for {date}.", status=status, date=date)
    return [f"{told} ", *writer.rich(after.reason)]


def _proof(view: View, writer: Writer, case: CaseStudy) -> BriefSection:
    given = grade(case)
    best = [result for result in given.results or case.results if result.value is not None]
    rule = _("{name}. {needs}", name=_(given.rule.name), needs=_(given.rule.needs))
    return {
        "title": _("What proves it"),
        "grade": given.letter,
        "text": [rule],
        "items": [_result(view, writer, result) for result in best[: min(4, writer.items)]],
    }


def _result(view: View, writer: Writer, result: Result) -> RichText:
    about = {
        "what": result.what,
        "amount": view.amount(result),
        "unit": result.unit,
        "basis": _basis(result),
    }
    if result.baseline is None:
        return writer.cited(_("{what}: {amount} {unit} ({basis})", **about), result.source)
    about["baseline"] = view.amount(result, "baseline")
    told = _("{what}: {amount} {unit}, before {baseline} ({basis})", **about)
    return writer.cited(told, result.source)


def _basis(result: Result) -> str:
    """How a number came about, by whom if that is known, and what it is compared with."""
    about = [label(result.kind)]
    if result.measured_by is not MeasuredBy.UNKNOWN:
        about = [_("{kind} by {who}", kind=about[0], who=label(result.measured_by))]
    if result.kind is not EvidenceKind.PLANNED:
        about.append(label(result.comparison))
    return ", ".join(about)


def _obstacles(corpus: Corpus, writer: Writer, case: CaseStudy) -> list[RichText]:
    if not case.obstacles:
        return [[_("No obstacle is reported. That does not mean there was none.")]]
    titles = [corpus.get("obstacle", met.obstacle).title for met in case.obstacles]
    texts = writer.few([met.text for met in case.obstacles])
    named: list[RichText] = [
        [{"b": _("{title}:", title=title)}, " ", *text]
        for title, text in zip(titles, texts, strict=False)
    ]
    return named + texts[len(titles) :]


def _remedy_level(remedy: Remedy, letters: int, items: int) -> BriefLevel:
    writer = Writer(remedy.sources, letters, items)
    unknown: RichText = [_("Nobody has published the effort.")]
    effort = writer.rich(remedy.effort) if remedy.effort else unknown
    urgency = _("How urgent: {urgency}.", urgency=capitalised(label(remedy.urgency)))
    sections: list[BriefSection] = [
        {"title": _("First aid today"), "steps": writer.few(remedy.first_aid)},
        {"title": _("What it takes"), "text": effort, "note": urgency},
        {"title": _("The cure"), "items": writer.few(remedy.cure)},
        {"title": _("So that it stays away"), "items": writer.few(remedy.prevention)},
    ]
    return _level(writer, remedy.summary, sections, urls.url("remedy", remedy.id))
