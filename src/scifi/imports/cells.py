"""A cell of a sheet, and how many there may be."""

from dataclasses import dataclass

MAX_ROWS = 2_000
"""Most rows of a sheet besides that of names: ten times the case studies there are."""

MAX_COLUMNS = 60
"""Most columns of a sheet."""

MAX_TEXT = 2_000
"""Longest text of a cell, characters."""


@dataclass(frozen=True)
class Cell:
    """What stands in a cell; `exact` if the program stored it as a number or day, not as text."""

    text: str
    exact: bool = False
