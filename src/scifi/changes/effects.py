"""What follows from a change: grades, verdicts, charts and pages that are not as before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scifi.corpus import Corpus
from scifi.figures.charts import Chart, charts
from scifi.grade import Grade, grade
from scifi.language import _
from scifi.site.pages import Site, pages
from scifi.verdict import judge


@dataclass(frozen=True)
class Moved:
    """What changes, comes and goes, of pages by their title or of charts by their finding."""

    changed: Sequence[str] = ()
    new: Sequence[str] = ()
    gone: Sequence[str] = ()


@dataclass(frozen=True)
class Effects:
    """What readers will see otherwise; pages of `docs/` are not among the pages."""

    verdicts: Sequence[str]
    """A sentence for each solution whose verdict is another."""
    pages: Moved
    charts: Moved


NO_EFFECTS = Effects((), Moved(), Moved())


def effects(before: Corpus, after: Corpus) -> Effects:
    """
    What follows from a change of the whole knowledge base, found by making every page twice.

    Raises:
        KeyError: An entry names another that is not there; `scifi check` reports it first.
    """
    old, new = charts(before), charts(after)
    return Effects(
        _verdicts(before, after),
        _moved(_pages(before, old), _pages(after, new)),
        _moved(_shown(old), _shown(new)),
    )


def grade_change(before: Corpus, after: Corpus, id_: str, now_id: str) -> str | None:
    """How the evidence grade of a case study changes and why; None if it does not."""
    was, now = _grade(before, id_), _grade(after, now_id)
    if was is None or now is None or was.letter == now.letter:
        return None
    return _(
        "Evidence grade: from {before} to {after}. {reason}",
        before=was.letter,
        after=now.letter,
        reason=_(now.rule.needs),
    )


def first_grade(corpus: Corpus, id_: str) -> str | None:
    """The evidence grade of a new case study and why; None if it cannot be told."""
    given = _grade(corpus, id_)
    if given is None:
        return None
    return _("Evidence grade: {grade}. {reason}", grade=given.letter, reason=_(given.rule.needs))


def _grade(corpus: Corpus, id_: str) -> Grade | None:
    """The grade of a case study; None if it has none or an indicator of it cannot be read."""
    case = next((case for case in corpus.casestudies if case.id == id_), None)
    known = corpus.entries.get("indicator", {})
    if case is None or any(result.indicator not in known for result in case.results):
        return None
    return grade(corpus, case)


def _verdicts(before: Corpus, after: Corpus) -> list[str]:
    """A sentence for each solution on which the verdict is another."""
    known = {solution.id: judge(before, solution).verdict for solution in before.solutions}
    now = [(solution, judge(after, solution).verdict) for solution in after.solutions]
    return [
        _(
            "The verdict on “{solution}”: from “{before}” to “{after}”. {reason}",
            solution=solution.title,
            before=_(known[solution.id].name),
            after=_(verdict.name),
            reason=_(verdict.needs),
        )
        for solution, verdict in now
        if solution.id in known and known[solution.id].id != verdict.id
    ]


def _pages(corpus: Corpus, made: Mapping[str, Chart]) -> dict[str, tuple[str, str]]:
    """Title and whole text of every page by its address."""
    site = Site(corpus, made, {})
    return {page.address: (str(page.meta["title"]), page.body) for page in pages(site)}


def _shown(made: Mapping[str, Chart]) -> dict[str, tuple[str, str]]:
    """Finding and data of every chart by its id."""
    return {id_: (chart.finding, chart.data.to_csv(index=False)) for id_, chart in made.items()}


def _moved(old: Mapping[str, tuple[str, str]], new: Mapping[str, tuple[str, str]]) -> Moved:
    return Moved(
        [new[id_][0] for id_ in new if id_ in old and old[id_] != new[id_]],
        [new[id_][0] for id_ in new if id_ not in old],
        [old[id_][0] for id_ in old if id_ not in new],
    )
