"""The domain in typed, frozen records: the one definition that validation and schemas come from."""

from scifi.model.base import Entry
from scifi.model.casestudy import CaseStudy
from scifi.model.clause import Clause
from scifi.model.knowledge import (
    Axis,
    Change,
    Chapter,
    City,
    Dimension,
    Funding,
    Indicator,
    Law,
    Obstacle,
    Pathway,
    Programme,
    Question,
    Remedy,
    Shortcut,
    Step,
    Term,
    Window,
    Worksheet,
)
from scifi.model.solution import Solution
from scifi.model.worked import WorkedPilot

__all__ = [
    "Axis",
    "CaseStudy",
    "Change",
    "Chapter",
    "City",
    "Clause",
    "Dimension",
    "Entry",
    "Funding",
    "Indicator",
    "Law",
    "Obstacle",
    "Pathway",
    "Programme",
    "Question",
    "Remedy",
    "Shortcut",
    "Solution",
    "Step",
    "Term",
    "Window",
    "WorkedPilot",
    "Worksheet",
]
