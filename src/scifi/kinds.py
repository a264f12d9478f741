"""
The kinds of entries: one record for each, with all that any layer must know of it.

A new kind is its model, its record here, and its template in `site/templates/`; all else (files,
checks, schema, addresses, lists, search, counts) follows from the record.
"""

from dataclasses import dataclass

from scifi.language import N_, _
from scifi.model import (
    Axis,
    CaseStudy,
    Change,
    Chapter,
    City,
    Clause,
    Dimension,
    Entry,
    Funding,
    Indicator,
    Law,
    Obstacle,
    Pathway,
    Programme,
    Question,
    Remedy,
    Shortcut,
    Solution,
    Step,
    Term,
    Window,
    WorkedPilot,
    Worksheet,
)

PARTS = {
    "solutions": N_("Solutions"),
    "pathways": N_("Pathways"),
    "cookbook": N_("Cookbook"),
    "survival-guide": N_("Survival guide"),
    "aid-kit": N_("Aid kit"),
    "casestudies": N_("Case studies"),
    "about": N_("About"),
}
"""The parts of the site and their titles; a part gives a page its colour and its search facet."""


def part_title(part: str) -> str:
    """The title of a part."""
    return _(PARTS[part])


@dataclass(frozen=True)
class Kind:
    """What a kind of entry is, where its files lie, where its pages are, what it is called."""

    name: str
    """Its word in schemas, commands and templates."""
    model: type[Entry]
    folder: str
    """Where its files lie, below the project."""
    index: str
    """Address of the page that lists it."""
    part: str
    title: str
    """What several of them are called; the heading of their list."""
    kicker: str = ""
    """The line above the title of one, on paper."""
    suffix: str = ".yml"
    own_pages: bool = True
    """False where all entries stand on one page, each with an anchor."""
    listed: bool = True
    """False where an entry is no page and no part of one."""
    template: str = ""
    """The page of one entry, or of all; empty where a page of `docs/` shows them."""
    heading: str = ""
    """The heading of the page that all share, if not `title`."""
    description: str = ""
    """What the page that all share is about."""
    fields: tuple[str, ...] = ()
    """Fields that hold ids of this kind, wherever in a file they stand."""
    taken: frozenset[str] = frozenset()
    """Ids that no entry may have: a page of the site has that address already."""
    script: str = ""
    """The tool on the page of one entry, or of all."""
    paper: str = ""
    """The word for it in names of PDFs; empty if an entry has no PDF."""

    def file(self, id_: str) -> str:
        """The file of an entry, below the project."""
        return f"{self.folder}/{id_}{self.suffix}"

    def url(self, id_: str) -> str:
        """The address of an entry, below the site's root; it never changes."""
        return f"{self.index}{id_}/" if self.own_pages else f"{self.index}#{id_}"


_ALL = (
    Kind(
        name="axis",
        model=Axis,
        folder="data/axes",
        index="pathways/axes/",
        part="pathways",
        title=N_("Axes"),
        kicker=N_("Pathways"),
        own_pages=False,
        template="axes.html",
        heading=N_("The axes: how cities differ"),
        description=N_("The ways in which cities differ, with classes and thresholds."),
        fields=("axis",),
    ),
    Kind(
        name="casestudy",
        model=CaseStudy,
        folder="casestudies",
        index="casestudies/",
        part="casestudies",
        title=N_("Case studies"),
        kicker=N_("Case study"),
        template="casestudy.html",
        fields=("casestudy", "casestudies"),
        taken=frozenset({"by"}),
        paper="case-study",
    ),
    Kind(
        name="change",
        model=Change,
        folder="data/changes",
        index="about/changes/",
        part="about",
        title=N_("Changes"),
        own_pages=False,
        listed=False,
    ),
    Kind(
        name="chapter",
        model=Chapter,
        folder="cookbook",
        suffix=".md",
        index="cookbook/",
        part="cookbook",
        title=N_("Cookbook"),
        kicker=N_("Chapter of the cookbook"),
        template="chapter.html",
        fields=("chapter",),
        paper="chapter",
    ),
    Kind(
        name="city",
        model=City,
        folder="data/cities",
        index="cities/",
        part="pathways",
        title=N_("Cities"),
        template="city.html",
        fields=("cities",),
    ),
    Kind(
        name="clause",
        model=Clause,
        folder="data/clauses",
        index="clauses/",
        part="cookbook",
        title=N_("Clauses"),
        kicker=N_("Clause of a contract"),
        template="clause.html",
        fields=("clauses",),
        taken=frozenset({"contract"}),
    ),
    Kind(
        name="dimension",
        model=Dimension,
        folder="data/dimensions",
        index="pathways/maturity/",
        part="pathways",
        title=N_("Maturity check"),
        own_pages=False,
    ),
    Kind(
        name="funding",
        model=Funding,
        folder="data/funding",
        index="survival-guide/funding/",
        part="survival-guide",
        title=N_("Funding"),
        kicker=N_("Funding"),
        template="funding_line.html",
        fields=("funding",),
    ),
    Kind(
        name="indicator",
        model=Indicator,
        folder="data/indicators",
        index="indicators/",
        part="casestudies",
        title=N_("Indicators"),
        template="indicator.html",
        script="own-number",
        fields=("indicator", "indicators"),
        taken=frozenset({"plan"}),
    ),
    Kind(
        name="law",
        model=Law,
        folder="data/laws",
        index="survival-guide/laws/",
        part="survival-guide",
        title=N_("Laws"),
        kicker=N_("Law"),
        template="law.html",
        fields=("laws",),
    ),
    Kind(
        name="obstacle",
        model=Obstacle,
        folder="data/obstacles",
        index="survival-guide/obstacles/",
        part="survival-guide",
        title=N_("Obstacles"),
        kicker=N_("Obstacle"),
        template="obstacle.html",
        fields=("obstacle", "obstacles"),
    ),
    Kind(
        name="pathway",
        model=Pathway,
        folder="data/pathways",
        index="pathways/",
        part="pathways",
        title=N_("Pathways"),
        kicker=N_("Pathway"),
        template="pathway.html",
        fields=("pathways",),
        taken=frozenset({"axes", "find", "maturity"}),
        paper="pathway",
    ),
    Kind(
        name="programme",
        model=Programme,
        folder="data/programmes",
        index="programmes/",
        part="casestudies",
        title=N_("Programmes"),
        template="programme.html",
        fields=("programme",),
    ),
    Kind(
        name="question",
        model=Question,
        folder="data/questions",
        index="pathways/find/",
        part="pathways",
        title=N_("Pathway finder"),
        own_pages=False,
    ),
    Kind(
        name="shortcut",
        model=Shortcut,
        folder="data/shortcuts",
        index="shortcuts/",
        part="about",
        title=N_("Shortcuts of the search"),
        own_pages=False,
        listed=False,
    ),
    Kind(
        name="remedy",
        model=Remedy,
        folder="data/remedies",
        index="aid-kit/",
        part="aid-kit",
        title=N_("Aid kit"),
        kicker=N_("Remedy from the aid kit"),
        template="remedy.html",
        fields=("remedy", "remedies"),
        taken=frozenset({"today"}),
        paper="remedy",
    ),
    Kind(
        name="solution",
        model=Solution,
        folder="data/solutions",
        index="solutions/",
        part="solutions",
        title=N_("Solutions"),
        kicker=N_("Solution"),
        template="solution.html",
        script="own-number",
        paper="solution",
        fields=("solution", "solutions", "alternatives"),
    ),
    Kind(
        name="step",
        model=Step,
        folder="data/steps",
        index="survival-guide/",
        part="survival-guide",
        title=N_("Survival guide"),
        kicker=N_("Step of the survival guide"),
        template="step.html",
        fields=("step", "steps"),
        taken=frozenset({"funding", "laws", "obstacles", "windows"}),
        paper="step",
    ),
    Kind(
        name="term",
        model=Term,
        folder="data/glossary",
        index="about/glossary/",
        part="about",
        title=N_("Glossary"),
        own_pages=False,
        template="glossary.html",
        script="narrow",
        description=N_("Words of the trade in plain English."),
    ),
    Kind(
        name="window",
        model=Window,
        folder="data/windows",
        index="survival-guide/windows/",
        part="survival-guide",
        title=N_("Windows of opportunity"),
        own_pages=False,
        template="windows.html",
        description=N_("Moments at which a change gets easier."),
    ),
    Kind(
        name="worksheet",
        model=Worksheet,
        folder="data/worksheets",
        index="print/worksheets/",
        part="about",
        title=N_("Worksheets"),
        own_pages=False,
        template="worksheets.html",
        description=N_("Sheets to fill in, on paper or on a computer."),
        fields=("worksheets",),
    ),
    Kind(
        name="worked-pilot",
        model=WorkedPilot,
        folder="data/worked-pilots",
        index="worked-pilots/",
        part="cookbook",
        title=N_("Worked pilots"),
        kicker=N_("Worked pilot"),
        template="worked_pilot.html",
        paper="worked-pilot",
    ),
)

KINDS: dict[str, Kind] = {kind.name: kind for kind in _ALL}
"""Every kind of entry by its name."""


def kind_of_folder(folder: str) -> Kind | None:
    """The kind whose files lie in a folder, named from the project; None if none does."""
    return next((kind for kind in KINDS.values() if kind.folder == folder), None)


KIND_BY_FIELD = {field: kind.name for kind in _ALL for field in kind.fields}
"""A field of this name holds ids of this kind, wherever in a file it stands."""
