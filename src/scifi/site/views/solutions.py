"""A solution in words and numbers, as its page, the table of all and short lists show it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median
from typing import Any

from scifi import evidence, facets, verdict
from scifi.corpus import Corpus, remembered
from scifi.effects import Span, span
from scifi.evidence import Evidence, Fates
from scifi.figures import metrics
from scifi.labels import amount, label
from scifi.language import N_, _, number
from scifi.model import Solution
from scifi.verdict import Judgement


@dataclass(frozen=True)
class SolutionRow:
    """
    A solution as a row: its verdict, and effect and cost in words with a number to sort by.

    `rank` is the place of the verdict among the best first, `stopped_sort` a share from 0 to 1.
    """

    solution: Solution
    whole: Judgement
    ends: Fates
    trouble: str
    rank: int
    effect: str
    effect_sort: float
    cost: str
    cost_sort: float
    stopped_sort: float
    cases: int
    sizes: list[str]


BEST_FIRST = (
    "works",
    "works-under-conditions",
    "depends-on-form",
    "promising",
    "mixed",
    "by-report-only",
    "no-effect-found",
    "harms",
    "not-known",
)
"""The verdicts in the order of lists: what helps, then what is told, then what does not help."""


def rows(corpus: Corpus) -> list[SolutionRow]:
    """All solutions, best proven first, those of one verdict by the number of measurements."""
    made = [row(corpus, solution) for solution in corpus.solutions]
    return sorted(made, key=lambda row: (row.rank, -row.whole.compared, row.solution.title))


@remembered
def row(corpus: Corpus, solution: Solution) -> SolutionRow:
    """One solution as a row."""
    whole, ends = verdict.judge(corpus, solution), evidence.fates(corpus, solution)
    effect, effect_sort = _effect(corpus, whole)
    cost, cost_sort = _cost(corpus, solution)
    found = evidence.cases(corpus, solution)
    sizes = {size for case in found for size in facets.values(corpus, case)[facets.SIZE_AXIS]}
    return SolutionRow(
        solution=solution,
        whole=whole,
        ends=ends,
        trouble=first_sentence(solution.trouble),
        rank=BEST_FIRST.index(whole.verdict.id),
        effect=effect,
        effect_sort=effect_sort,
        cost=cost,
        cost_sort=cost_sort,
        stopped_sort=round(ends.stopped / ends.known, 3) if ends.known else -1,
        cases=len(found),
        sizes=sorted(sizes),
    )


def first_sentence(text: str) -> str:
    """The first sentence of a text."""
    for end, sign in enumerate(text, 1):
        if sign in ".?!" and text[end : end + 1] in ("", " "):
            return text[:end]
    return text


def _effect(corpus: Corpus, whole: Judgement) -> tuple[str, float]:
    """
    From the smallest to the largest change that the verdict rests on; nothing if none is known.

    Where nothing was compared it is what was told, and says so.
    """
    compared = _spans(corpus, [each for each in whole.evidence if each.compared])
    spans = compared or _spans(corpus, whole.evidence)
    if not spans:
        return "", -1e9
    unit = Counter(found.unit for found in spans).most_common(1)[0][0]
    changes = sorted(found.change for found in spans if found.unit == unit)
    title = corpus.get("indicator", whole.outcome.indicator).title
    text = _between(title, unit, round(changes[0], 1), round(changes[-1], 1))
    if len(changes) >= metrics.FEWEST_FOR_MEAN:
        middle = number(round(median(changes), 1))
        text = _("{range}, median {middle}", range=text, middle=middle)
    return text if compared else _("{range}, by report", range=text), changes[-1]


def _spans(corpus: Corpus, evidence: Iterable[Evidence]) -> list[Span]:
    """The changes that the results of some evidence state."""
    results = [result for each in evidence for result in each.results]
    return [found for result in results if (found := span(corpus, result))]


def _between(title: str, unit: str, low: float, high: float) -> str:
    """An outcome and its changes for the better, the smallest first; one for the worse says so."""
    values = {"title": title, "unit": unit, "low": number(abs(low)), "high": number(abs(high))}
    if low == high == 0:
        return _("{title}: no change", **values)
    if low < 0 < high:
        return _("{title}: from {low} {unit} worse to {high} {unit} better", **values)
    if low == high:
        one = N_("{title}: {high} {unit} worse") if high < 0 else N_("{title}: {high} {unit}")
        return _(one, **values)
    if high <= 0:
        return _("{title}: {high} to {low} {unit} worse", **values)
    return _("{title}: {low} to {high} {unit}", **values)


def _cost(corpus: Corpus, solution: Solution) -> tuple[str, float]:
    """What one of it cost, from the cheapest to the dearest; nothing if that is not known."""
    costs = metrics.costs_of(corpus, solution)
    if not len(costs):
        return "", -1
    shown = metrics.alike(costs, "unit", "currency")
    low, high = (float(f"{end:.3g}") for end in (shown["of_one"].min(), shown["of_one"].max()))
    sums = amount(low, high if high > low else None)
    unit, currency = shown["unit"].iloc[0], shown["currency"].iloc[0]
    return _("{sums} {currency} a {unit}", sums=sums, currency=currency, unit=unit), high


def known_effects(corpus: Corpus, solution: Solution) -> dict[str, Any] | None:
    """What the tool for the reader's own number needs: unit, and each change with its place."""
    effects = metrics.effects_of(corpus, solution)
    if not len(effects):
        return None
    shown = metrics.alike(effects, "unit")
    results = [
        {"value": round(float(change), 3), "place": place}
        for change, place in zip(shown["change"], shown["city"], strict=True)
    ]
    unit = _("{unit} for the better", unit=shown["unit"].iloc[0])
    return {"unit": unit, "lower": False, "results": results}


def tally(judged: Judgement) -> str:
    """How many compared measurements point which way, in one line for paper and lists."""
    if not judged.counts:
        return _("no compared measurement")
    ways = ", ".join(f"{number(n)} {label(tendency)}" for tendency, n in judged.counts)
    return _("{n} compared: {ways}", n=number(judged.compared), ways=ways)
