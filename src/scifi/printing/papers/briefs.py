"""
Council briefs: the first page of a case study or a remedy in print, with the decision to be taken.

A brief is written in a few lengths, from whole to very short; the template takes the longest that
fits on the page. What it leaves out stands whole from the second page on.
"""

from collections.abc import Callable

from scifi import facets
from scifi.corpus import Corpus
from scifi.grade import grade
from scifi.labels import amount, label
from scifi.language import N_, _, and_list, capitalised, partial_date
from scifi.model import CaseStudy, Remedy
from scifi.model.base import Direction, EvidenceKind, MeasuredBy, Status
from scifi.model.casestudy import Money, Result
from scifi.printing.documents import BookSection, BriefPart
from scifi.printing.papers.paper import Writer, marks_of_page
from scifi.printing.reading.article import Article
from scifi.printing.reading.nodes import Content, Node, new_node

LENGTHS = ((9000, 99), (250, 3), (100, 2))
"""Letters of a text and items of a list that a brief keeps, from whole to very short."""

MOST_RESULTS = 4
"""Results that a brief shows at most; all of them stand in the table of the page."""


def case_brief(corpus: Corpus, case: CaseStudy, article: Article) -> BookSection:
    """The brief of a case study, with the numbers that its page gives to sources."""
    question = _("Shall our city prepare something like this for our own streets and buildings?")
    if case.afterwards.status in (Status.FAILED, Status.STOPPED):
        question = _(
            "This ended elsewhere. Shall our city prepare an attempt that avoids its causes?"
        )
    return _brief(
        case,
        article,
        lambda writer: _case(corpus, writer, case),
        _("Council brief on a case study"),
        (question, _("Yes: prepare a plan with costs and dates")),
    )


def remedy_brief(remedy: Remedy, article: Article) -> BookSection:
    """The brief of a remedy, with the numbers that its page gives to sources."""
    return _brief(
        remedy,
        article,
        lambda writer: _remedy(writer, remedy),
        _("Council brief on trouble and its remedy"),
        (
            _("Shall our city take this first aid now, and begin the cure?"),
            _("Yes: first aid now, and a plan for the cure"),
        ),
    )


def _brief(
    entry: CaseStudy | Remedy,
    article: Article,
    parts: Callable[[Writer], list[BriefPart]],
    kicker: str,
    decision: tuple[str, str],
) -> BookSection:
    question, yes = decision
    marks = marks_of_page(article)
    writers = [Writer(entry.sources, marks, *length) for length in LENGTHS]
    return {
        "type": "brief",
        "slug": article.slug,
        "kicker": kicker,
        "title": entry.title,
        "body": Writer(entry.sources, marks).rich(entry.summary),
        "lengths": [{"parts": parts(writer), "how": _how(writer.cut)} for writer in writers],
        "decision": {
            "title": _("Decision asked"),
            "question": question,
            "ticks": [yes, _("No"), _("Later: look at it again on the date below")],
            "lines": [_("Who does it, and by when"), _("Date and signature")],
        },
    }


def _how(cut: bool) -> str:
    if cut:
        return _(
            "Raised numbers: receipts on the last pages. Text without a number is our own advice. "
            "Shortened at the end of a sentence; whole from page 2 on."
        )
    return _("Raised numbers: receipts on the last pages. Text without a number is our own advice.")


def _part(title: str, *body: Node) -> BriefPart:
    return {"title": title, "body": list(body)}


def _text(*content: str | Node, style: str | None = None) -> Node:
    return new_node("p", content, style=style)


def _case(corpus: Corpus, writer: Writer, case: CaseStudy) -> list[BriefPart]:
    where = _("Where: {places}.", places=and_list(facets.place_names(corpus, case)))
    sums = [writer.cited(money_in_words(each), each.source) for each in case.money[: writer.items]]
    cost = writer.counted(sums, len(case.money)) if sums else _text(_("No sum was reported."))
    after = case.afterwards
    status = capitalised(label(after.status))
    became = _("{status}.", status=status)
    if after.confirmed:
        date = partial_date(after.confirmed)
        became = _("{status}. Confirmed for {date}.", status=status, date=date)
    needed = case.needed_elsewhere
    first = writer.listed(needed) if needed else _text(capitalised(_("not reported")), ".")
    return [
        _part(_("What was done"), _text(*writer.rich(case.built)), _text(where, style="where")),
        _part(_("What it cost"), cost),
        _part(_("What became of it"), _text(became, " ", *writer.rich(after.reason))),
        _part(_("What proves it"), *_proof(corpus, writer, case)),
        _part(_("What got in the way"), _obstacles(corpus, writer, case)),
        _part(_("What our city needs first"), first),
    ]


def _proof(corpus: Corpus, writer: Writer, case: CaseStudy) -> list[Node]:
    given = grade(corpus, case)
    rule = _("{name}. {needs}", name=_(given.rule.name), needs=_(given.rule.needs))
    letter = new_node("badge", [given.letter], kind=f"grade-{given.letter.lower()}")
    best = [result for result in given.results or case.results if result.value is not None]
    shown = [
        writer.cited(result_in_words(result), result.source)
        for result in best[: min(MOST_RESULTS, writer.items)]
    ]
    return [_text(letter, " ", rule), *([writer.counted(shown, len(shown))] if shown else [])]


def _obstacles(corpus: Corpus, writer: Writer, case: CaseStudy) -> Node:
    if not case.obstacles:
        return _text(_("No obstacle is reported. That does not mean there was none."))
    met: list[Content] = []
    for each in case.obstacles[: writer.items]:
        title = corpus.get("obstacle", each.obstacle).title
        named = new_node("b", [_("{title}:", title=title)])
        met.append([named, " ", *writer.rich(each.text)])
    return writer.counted(met, len(case.obstacles))


def _remedy(writer: Writer, remedy: Remedy) -> list[BriefPart]:
    urgency = _("How urgent: {urgency}.", urgency=capitalised(label(remedy.urgency)))
    unknown: Content = [_("Nobody has published the effort.")]
    effort = writer.rich(remedy.effort) if remedy.effort else unknown
    return [
        _part(_("First aid today"), writer.listed(remedy.first_aid, "ol")),
        _part(_("What it takes"), _text(*effort), _text(urgency, style="where")),
        _part(_("The cure"), writer.listed(remedy.cure)),
        _part(_("So that it stays away"), writer.listed(remedy.prevention)),
    ]


def money_in_words(money: Money) -> str:
    """A sum with what it paid for."""
    return _(
        "{amount} {currency} ({what}; {kind})",
        amount=amount(money.amount, qualifier=money.qualifier),
        currency=money.currency,
        what=money.what,
        kind=label(money.kind),
    )


POINTS = {
    Direction.NONE: N_("no effect found: {result}"),
    Direction.WORSE: N_("worse: {result}"),
    Direction.UNCLEAR: N_("unclear: {result}"),
}
"""What is said first of a result that does not point to better."""


def result_in_words(result: Result) -> str:
    """A result: which way it points, its number, what it was before, what it is compared with."""
    told = _told(result)
    if result.direction in (None, Direction.BETTER):
        return told
    return _(POINTS[result.direction], result=told)


def _told(result: Result) -> str:
    basis = [label(result.kind)]
    if result.measured_by is not MeasuredBy.UNKNOWN:
        basis = [_("{kind} by {who}", kind=basis[0], who=label(result.measured_by))]
    if result.kind is not EvidenceKind.PLANNED:
        basis.append(label(result.comparison))
    about = {
        "what": result.what,
        "amount": amount(result.value, result.value_to, result.qualifier),
        "unit": result.unit,
        "basis": ", ".join(basis),
    }
    if result.baseline is None:
        return _("{what}: {amount} {unit} ({basis})", **about)
    about["baseline"] = amount(result.baseline)
    return _("{what}: {amount} {unit}, before {baseline} ({basis})", **about)
