"""
The road of the seven steps as values. `site/templates/roads.html` writes it as HTML and SVG.

Three drawings: the road of the survival guide, on whose stops hangs what belongs to each step; the
small road that says which step a page is about; and the climb of a pathway, which is steep where
its case studies got stuck.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.model import CaseStudy, Funding, Law, Pathway, Step, Window
from scifi.model.base import FundingStatus, Reach

NAMED = 3
"""How many laws, windows, lines of money and most met obstacles a stop names at the most."""

USABLE = (FundingStatus.OPEN, FundingStatus.ROLLING)
"""What a funding line is while a town can apply."""


class Stop(NamedTuple):
    """
    A step on the road of the survival guide, and what hangs on it.

    `stuck` counts case studies that met an obstacle here; `most_met` are the obstacles that most of
    them met, `most` of them each. Laws come with those first that touch most pilots and matter in
    fewest steps; `usable` are the funding lines that are open. `stretch` is the way to the next
    stop in a square of 100; empty for the last.
    """

    step: Step
    stuck: int
    most_met: list[str]
    most: int
    laws: list[Law]
    windows: list[Window]
    funding: list[Funding]
    usable: list[Funding]
    stretch: str


def stops(corpus: Corpus) -> list[Stop]:
    """The stops of the road in order; the road swings from side to side between them."""
    stretches = [*map(_stretch, range(len(corpus.steps) - 1)), ""]
    return [_stop(corpus, *pair) for pair in zip(corpus.steps, stretches, strict=True)]


def _stop(corpus: Corpus, step: Step, stretch: str) -> Stop:
    funding = [line for line in corpus.funding if step.id in line.steps]
    met = _met(corpus, step.id)
    most = max(met.values(), default=0)
    return Stop(
        step=step,
        stuck=metrics.stuck_by_step(corpus.casestudies)[step.id],
        most_met=[obstacle for obstacle in sorted(met) if met[obstacle] == most][:NAMED],
        most=most,
        laws=sorted((law for law in corpus.laws if step.id in law.steps), key=_near),
        windows=[window for window in corpus.windows if step.id in window.steps],
        funding=funding,
        usable=[line for line in funding if line.status in USABLE],
        stretch=stretch,
    )


def _near(law: Law) -> tuple[int, int]:
    """The smaller, the more a law belongs to the steps that it names."""
    return list(Reach).index(law.touches), len(law.steps)


def _met(corpus: Corpus, step: str) -> Counter[str]:
    """How many case studies met each obstacle in a step."""
    return Counter(
        obstacle
        for case in corpus.casestudies
        for obstacle in {report.obstacle for report in case.obstacles if report.step == step}
    )


def _stretch(place: int) -> str:
    """From the left to the right after the first stop, back after the second, and so on."""
    start, end = (75, 25) if place % 2 else (25, 75)
    return f"M{start} 0C{start} 60 {end} 40 {end} 100"


class SmallRoad(NamedTuple):
    """A road that winds past a row of stops: its size, and its path."""

    width: int
    height: int
    path: str


def small(steps: Sequence[Step]) -> SmallRoad:
    """The way past all steps from left to right: every second stop lies lower."""
    way = f"M50 {_height(0)}"
    if len(steps) > 1:
        way += f"C100 {_height(0)} 100 {_height(1)} 150 {_height(1)}"
    for place in range(2, len(steps)):
        way += f"S{100 * place} {_height(place)} {100 * place + 50} {_height(place)}"
    return SmallRoad(100 * len(steps), 34, way)


def _height(place: int) -> int:
    return 23 if place % 2 else 11


FEWEST_TO_SAY = 5
"""Of fewer case studies nobody can say where a road gets steep; our own choice."""

ACROSS, TOP, FOOT, SIGNS, HIGH = 52, 34, 126, 148, 164
"""
Sizes of the drawing in its units: how wide a step is; how far from the top the road lies where it
is highest and where it is lowest, and the numbers of the steps; and how high it is.
"""


class Rise(NamedTuple):
    """
    A step of a pathway: how many of its case studies met an obstacle in it, and what to care for.

    The road goes through it from the height `before` to the height `after`, in units of the
    drawing, from its top.
    """

    step: Step
    stuck: int
    care: str | None
    west: int
    before: int
    after: int

    @property
    def middle(self) -> int:
        """Where its signs stand."""
        return self.west + ACROSS // 2

    @property
    def foot(self) -> int:
        """At which height its number stands."""
        return SIGNS

    @property
    def curve(self) -> str:
        """The way through it, to be put behind a path that ends where it begins."""
        east = self.west + ACROSS
        return f"C{self.middle} {self.before} {self.middle} {self.after} {east} {self.after}"


class Climb(NamedTuple):
    """
    The road of a pathway: it rises in each step by the case studies that got stuck there.

    `cases` counts those that name an obstacle. `steepest` are the steps with the most of them, and
    `most` is their number; where they are too few to say, none is steepest and the road is level.
    """

    cases: int
    rises: list[Rise]
    steepest: list[Rise]
    most: int

    @property
    def window(self) -> str:
        """What is seen of the drawing, as SVG says it; nothing above a level road."""
        top = 0 if self.steepest else FOOT - 20
        return f"0 {top} {ACROSS * len(self.rises)} {HIGH - top}"

    @property
    def road(self) -> str:
        """The path of the whole road."""
        return f"M0 {self.rises[0].before}" + "".join(rise.curve for rise in self.rises)

    @property
    def ground(self) -> str:
        """The path around what lies below the road."""
        return f"{self.road}V{FOOT}H0Z"


def climb(steps: Sequence[Step], pathway: Pathway, cases: Collection[CaseStudy]) -> Climb:
    """The road of a pathway over all steps, made of its case studies."""
    stuck = metrics.stuck_by_step(cases)
    named = sum(bool(case.obstacles) for case in cases)
    known = named >= FEWEST_TO_SAY
    care = {each.step: each.text for each in pathway.steps}
    heights = _heights([stuck[step.id] if known else 0 for step in steps])
    rises = [
        Rise(step, stuck[step.id], care.get(step.id), ACROSS * place, *heights[place : place + 2])
        for place, step in enumerate(steps)
    ]
    most = max(stuck.values(), default=0)
    return Climb(named, rises, [rise for rise in rises if known and rise.stuck == most], most)


def _heights(stuck: Sequence[int]) -> list[int]:
    """How high the road lies before each step and after the last, in units of the drawing."""
    whole = sum(stuck) or 1
    return [
        round(FOOT - (FOOT - TOP) * sum(stuck[:place]) / whole) for place in range(len(stuck) + 1)
    ]
