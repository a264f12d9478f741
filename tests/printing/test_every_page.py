"""Every page of every PDF, under a ruler: letters, edges, lines, empty room, unseen signs."""

import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from .pagemeasures import Page, ends, measured
from .sample import for_the_ruler

PRINT = Path(__file__).parents[2] / "site" / "print"

GROUPS = {
    "book": "whole-book*.pdf",
    "parts": "part-*.pdf",
    "chapters": "chapter-*.pdf",
    "case studies": "case-study-*.pdf",
    "all else": "*.pdf",
}
"""What is measured together, so that the groups can be measured side by side."""

DEPTHS = {"book": 2, "parts": 1}
"""Levels of bookmarks that begin on a page of their own; in all others there is one beginning."""

SMALLEST, SMALLEST_LARGE = 7.5, 17.0
"""Letters in points: of any text, and of anything in large print."""

EDGE = 10.0
"""What an office printer cannot reach, mm."""

LONGEST_LINE = 98
"""Letters of a line, beyond which the eye loses the next one."""

TEXT = 10.0
"""Letters of running text, points."""

FULL_LINE = (75, 90)
"""Letters of a line of running text that goes on in the next one."""

MOST_EMPTY = 0.5
"""Share of a page that may be one empty band, unless something ends there."""


def files_of(group: str) -> list[Path]:
    """The files of a group; the last group has all that no other has."""
    taken: set[Path] = set()
    for name, pattern in GROUPS.items():
        files = sorted(set(PRINT.glob(pattern)) - taken)
        if name == group:
            return for_the_ruler(files)
        taken.update(files)
    raise KeyError(group)


def is_large(path: Path) -> bool:
    """True for large print."""
    return "large-print" in path.name


def to_write_on(path: Path) -> bool:
    """True for sheets whose empty room is for a pen."""
    return path.name.startswith(("worksheet-", "checklist-"))


def faults(group: str) -> Iterator[str]:
    """Everything on any page that breaks a promise, each with its file and page."""
    for path in files_of(group):
        may_be_empty = ends(path, DEPTHS.get(group, 0))
        if path.name == "whole-book-for-press.pdf":
            # Pages for notes, which fill the last sheet that a printer folds.
            may_be_empty |= set(range(max(ends(PRINT / "whole-book.pdf", 0)), max(may_be_empty)))
        for page in measured(path):
            where = f"{path.name}, page {page.number}"
            yield from (f"{where}: {fault}" for fault in letter_faults(page, is_large(path)))
            if page.gap > MOST_EMPTY and not to_write_on(path) and page.number not in may_be_empty:
                yield f"{where}: {page.gap:.0%} of it is one empty band"


def letter_faults(page: Page, large: bool) -> Iterator[str]:
    """What is wrong with the letters of one page."""
    smallest = page.smallest
    if smallest and smallest.size < (SMALLEST_LARGE if large else SMALLEST) - 0.01:
        yield f'"{smallest.sign}" has {smallest.size} points'
    if page.edge < EDGE:
        yield f"text {page.edge:.1f} mm from the edge"
    if over := page.overprinted:
        yield f'"{over[0].sign}" lies under "{over[1].sign}" of another line'
    if page.unseen:
        yield f"{page.unseen} unseen signs"
    for line in page.lines():
        if len(line.words) > LONGEST_LINE:
            yield f'{len(line.words)} letters in a line: "{line.words[:40]} ..."'


@pytest.mark.parametrize("group", GROUPS)
def test_every_page_can_be_read_and_printed(group):
    """No letter too small, none that a printer cuts off, no line too long, no page half empty."""
    found = list(faults(group))

    assert files_of(group) or group == "parts", group
    assert found == [], "\n".join([f"{len(found)} faults:", *found[:60]])


@pytest.mark.parametrize("chapter", ["measuring", "innovative-procurement", "contract-and-ip"])
def test_running_text_has_lines_that_the_eye_can_follow(chapter):
    """Full lines of the text have 75 to 90 letters; one line in four is full."""
    lines = [line for page in measured(PRINT / f"chapter-{chapter}.pdf") for line in page.lines()]
    lengths = [len(line.words) for line in lines if line.size == TEXT]

    assert len(lengths) > 100
    assert FULL_LINE[0] <= statistics.quantiles(lengths, n=4)[2] <= FULL_LINE[1]


def test_the_ruler_finds_what_it_looks_for():
    """A ruler that finds nothing on bad pages proves nothing on good ones."""
    letters = [("a", 7.0, 20.0), ("\u200b", 10.0, 300.0)]
    page = bad_page(letters)

    assert any("7.0 points" in fault for fault in letter_faults(page, large=False))
    assert any("mm from the edge" in fault for fault in letter_faults(page, large=False))
    assert any("unseen" in fault for fault in letter_faults(page, large=False))
    assert page.gap > MOST_EMPTY
    over = bad_page([("a", 10.0, 300.0), ("b", 10.0, 301.0, 402.0)])
    assert any('"a" lies under "b"' in fault for fault in letter_faults(over, large=False))


def bad_page(letters: list[tuple[str, float, float] | tuple[str, float, float, float]]) -> Page:
    """A page of A4 with these signs: size, place from the left and, if not 400, from below."""
    from .pagemeasures import UNSEEN, Letter

    boxes = [
        Letter(sign, size, left, low, left + 5, low + 7)
        for sign, size, left, low in ((*letter, 400.0)[:4] for letter in letters)
        if sign not in UNSEEN
    ]
    return Page(1, 595, 842, tuple(boxes), len(letters) - len(boxes))
