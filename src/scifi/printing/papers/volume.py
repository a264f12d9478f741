"""
Figures for a print shop: pages, sheets, weight and thickness, computed from stated assumptions.

All of it is our own advice; the page `/print/press/` says so and shows the assumptions.
"""

from dataclasses import dataclass

FOLD = 4
"""Pages of a folded sheet: a book has a multiple of it."""

COVER_PAGES = 4
"""Pages on card: front and its inside, the inside of the back and the back."""

INNER_PAPER = 80.0
"""Inner paper, g/m²: usual office and book paper."""

CARD = 250.0
"""Cover, g/m²."""

SHEET_AREA = 0.210 * 0.297
"""A4, m²."""

SHEET_THICKNESS = 0.1
"""Uncoated paper of 80 g/m², mm."""


@dataclass(frozen=True)
class Volume:
    """A book of this many pages, to which a print shop needs a back cover and full sheets."""

    pages: int

    @property
    def blank_pages(self) -> int:
        """Empty pages before the back cover; at least one, the inside of the cover."""
        return -(self.pages + 2) % FOLD + 1

    @property
    def full_pages(self) -> int:
        """Pages with the empty ones and the back cover."""
        return self.pages + self.blank_pages + 1

    @property
    def sheets(self) -> int:
        """Sheets of A4, printed on both sides, between the two of the cover."""
        return (self.full_pages - COVER_PAGES) // 2

    @property
    def weight(self) -> float:
        """One copy with its cover, front and back, in g."""
        return SHEET_AREA * (self.sheets * INNER_PAPER + 2 * CARD)

    @property
    def back(self) -> float:
        """Width of the back without the cover, mm."""
        return self.sheets * SHEET_THICKNESS
