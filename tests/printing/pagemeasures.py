"""What a ruler finds on the pages of a PDF: letter sizes, margins, fill, lines."""

import ctypes
import itertools
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

MILLIMETRE = 72 / 25.4
"""Points."""

HEAD, FOOT = 22, 20
"""What running head and foot take of a page, mm."""

UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
"""Characters that show nothing: a copied address with one of them leads nowhere."""

CELL = 12
"""Points: letters of one square of a page are compared."""

LEADER = re.compile(r"(?:\. ?){4,}")
"""Dots between a title and its page number."""


@dataclass(frozen=True)
class Letter:
    """A letter that shows ink: its size as printed, and the box it takes; all in points."""

    sign: str
    size: float
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class Line:
    """Letters side by side, without a gap such as stands between columns."""

    words: str
    size: float
    left: float
    bottom: float
    right: float


@dataclass(frozen=True)
class Page:
    """One page, its width and height in points, its letters, and how often it has unseen signs."""

    number: int
    width: float
    height: float
    letters: tuple[Letter, ...]
    unseen: int

    @property
    def smallest(self) -> Letter | None:
        """The letter of the least size."""
        return min(self.letters, key=lambda letter: letter.size, default=None)

    @property
    def edge(self) -> float:
        """From any letter to the nearest edge of the paper, mm; all of it on an empty page."""
        nearest = (
            min(
                letter.left,
                letter.bottom,
                self.width - letter.right,
                self.height - letter.top,
            )
            for letter in self.letters
        )
        return min(nearest, default=self.height) / MILLIMETRE

    @property
    def gap(self) -> float:
        """The highest band without a letter, as a share of the height between head and foot."""
        low, high = FOOT * MILLIMETRE, self.height - HEAD * MILLIMETRE
        bands = sorted(
            ((letter.bottom, letter.top) for letter in self.letters if letter.top > low),
        )
        highest, reached = 0.0, low
        for bottom, top in bands:
            if bottom < high:
                highest, reached = max(highest, bottom - reached), max(reached, top)
        return max(highest, high - reached) / (high - low)

    @property
    def overprinted(self) -> tuple[Letter, Letter] | None:
        """Two letters of different lines, one printed over the other; None on a sound page."""
        near: dict[tuple[int, int], list[Letter]] = {}
        for letter in self.letters:
            if not letter.sign.isalnum():  # a comma may stand below the arm of a T
                continue
            rows = range(int(letter.bottom // CELL), int(letter.top // CELL) + 1)
            columns = range(int(letter.left // CELL), int(letter.right // CELL) + 1)
            for cell in itertools.product(rows, columns):
                for other in near.setdefault(cell, []):
                    if _is_over(letter, other):
                        return other, letter
                near[cell].append(letter)
        return None

    def lines(self) -> Iterator[Line]:
        """The lines of the page in the order of the file."""
        line: list[Letter] = []
        for letter in self.letters:
            if line and not _goes_on(line[-1], letter):
                yield _line(line)
                line = []
            line.append(letter)
        if line:
            yield _line(line)


def _goes_on(before: Letter, letter: Letter) -> bool:
    """True for a letter of the same line: as high, and no more than a wide space away."""
    gap = letter.left - before.right
    level = abs(letter.bottom - before.bottom) < 0.6 * max(before.size, letter.size)
    return level and -0.5 * before.size < gap < 1.2 * before.size


def _is_over(one: Letter, other: Letter) -> bool:
    """True if a third of the lower of two letters, and of the narrower, lies on the other."""
    across = min(one.right, other.right) - max(one.left, other.left)
    upright = min(one.top, other.top) - max(one.bottom, other.bottom)
    return (
        across > min(one.right - one.left, other.right - other.left) / 3
        and upright > min(one.top - one.bottom, other.top - other.bottom) / 3
        and abs(one.bottom - other.bottom) > 1
    )


def _line(letters: list[Letter]) -> Line:
    """Words from letters; a gap is a space, and dots that lead to a page number are none."""
    words = letters[0].sign
    for before, letter in itertools.pairwise(letters):
        space = letter.left - before.right > letter.size / 9
        words += (" " if space else "") + letter.sign
    size = sorted(letter.size for letter in letters)[len(letters) // 2]
    low = min(letter.bottom for letter in letters)
    return Line(LEADER.sub(" ", words), size, letters[0].left, low, letters[-1].right)


def measured(path: Path) -> Iterator[Page]:
    """Every page of a PDF."""
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            letters, unseen = _letters(text)
            yield Page(number, *page.get_size(), tuple(letters), unseen)


def _letters(text: pypdfium2.PdfTextPage) -> tuple[list[Letter], int]:
    matrix = pdfium.FS_MATRIX()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    room = pdfium.FS_RECTF()
    letters, unseen = [], 0
    for at in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text, at))
        unseen += sign in UNSEEN
        if sign.isspace() or sign in UNSEEN or pdfium.FPDFText_IsGenerated(text, at) == 1:
            continue
        pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top)
        pdfium.FPDFText_GetMatrix(text, at, matrix)
        scale = math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
        size = pdfium.FPDFText_GetFontSize(text, at) * scale
        # Across, the room that a letter takes, of which an "i" fills little; upright, its ink.
        pdfium.FPDFText_GetLooseCharBox(text, at, room)
        box = (room.left, bottom.value, room.right, top.value)
        letters.append(Letter(sign, round(size, 2), *box))
    return letters, unseen


def ends(path: Path, deepest: int) -> set[int]:
    """
    The pages before one on which something new begins, down to this level of the bookmarks.

    With the last page of all, and those before the first bookmark. Level 0 is the last page alone.
    """
    with pypdfium2.PdfDocument(path) as document:
        begun = {
            place.get_index()
            for found in document.get_toc()
            if found.level < deepest and (place := found.get_dest()) is not None
        }
        return begun | set(range(min(begun, default=0))) | {len(document)}
