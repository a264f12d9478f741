"""The domain in typed, frozen records: the one definition that validation and schemas come from."""

from scifi.model.base import Entry
from scifi.model.casestudy import CaseStudy
from scifi.model.knowledge import (
    Axis,
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
    Step,
    Term,
    Window,
    Worksheet,
)

MODEL_BY_KIND: dict[str, type[Entry]] = {
    "casestudy": CaseStudy,
    "chapter": Chapter,
    "axis": Axis,
    "city": City,
    "dimension": Dimension,
    "funding": Funding,
    "indicator": Indicator,
    "law": Law,
    "obstacle": Obstacle,
    "pathway": Pathway,
    "programme": Programme,
    "question": Question,
    "remedy": Remedy,
    "step": Step,
    "term": Term,
    "window": Window,
    "worksheet": Worksheet,
}
"""Which model a file of which kind is read into."""

__all__ = [
    "MODEL_BY_KIND",
    "Axis",
    "CaseStudy",
    "Chapter",
    "City",
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
    "Step",
    "Term",
    "Window",
    "Worksheet",
]
