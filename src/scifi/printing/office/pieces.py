"""
Worksheets for office programs: what a DOCX and an ODT hold and measure, told once for both.

Both libraries write the time of day into their files; here every date is the one of the version,
so that the same content gives the same bytes.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from scifi.printing.documents import DocumentData, WorksheetBlock
from scifi.printing.words import filled, page_of

FACE = "Arial"
"""A typeface that office programs have, or replace by one of the same widths."""

PAGE_SIZE = (210, 297)
"""Width and height of a page, mm."""

SIDE, ABOVE_TEXT, BELOW_TEXT, FOOT = 20, 14, 17, 8
"""Margins left and right, above and below the text, and below the line at the foot, mm."""

LINE_HEIGHT, ROW_HEIGHT, PADDING = 9.2, 11.0, 1.5
"""From one writing line to the next, the least height of a row, and the room in a cell, mm."""

TEXT_INK, NOTE_INK, HEADING_INK, PEN, HEAD_GROUND = "16191F", "4A525D", "A13C1C", "5A5A5A", "ECECEC"
"""Text, small text, headings, lines to write on, and the ground of a table's head."""

INK_BY_KIND = {"heading": HEADING_INK, "note": NOTE_INK, "foot": NOTE_INK}
"""What has an ink of its own."""

BOX_TO_TICK = "☐"

PAGE_FIELD, PAGES_FIELD = "PAGE", "NUMPAGES"
"""Fields that an office program fills in: this page, and how many there are."""

SIZES = {"title": 20.0, "heading": 13.0, "note": 9.0, "cell": 9.5, "head": 9.0, "foot": 8.0}
"""Letters in points by what they are for."""

TEXT_SIZE = 10.5
"""All other letters, points."""


@dataclass(frozen=True)
class Piece:
    """
    One thing that stands on a worksheet, below the one before.

    `kind` is title, lead, note, text, heading, question, tick, line, upper-line (with another line
    below it) or table. `mark` stands before the words of a question or a tick. A table has its
    `rows`, the head first, and the `shares` of the page's width that its columns get. `sideways`
    says that it stands on a sheet that lies across.
    """

    kind: str
    text: str = ""
    mark: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    shares: tuple[float, ...] = ()
    sideways: bool = False


def pieces(data: DocumentData) -> Iterator[Piece]:
    """All of a worksheet, in reading order."""
    blocks = data["blocks"]
    first = next((at for at, block in enumerate(blocks) if block["type"] != "text"), 0)
    # No sheet that holds a title and nothing else: the opening goes with a wide table.
    across = _wide(data, blocks[first])
    yield Piece("title", data["heading"], sideways=across)
    yield Piece("lead", data["lead"], sideways=across)
    for words in data["notes"]:
        yield Piece("note", words, sideways=across)
    for at, block in enumerate(blocks):
        yield from _block(block, (across and at < first) or _wide(data, block))


def _wide(data: DocumentData, block: WorksheetBlock) -> bool:
    return block["type"] == "table" and len(block["columns"]) >= data["wide"]


def _block(block: WorksheetBlock, sideways: bool) -> Iterator[Piece]:
    if block["type"] == "text":
        yield Piece("text", block["text"], sideways=sideways)
        return
    yield Piece("heading", block["title"], sideways=sideways)
    if block["type"] == "table":
        rows = tuple(_rows(block))
        yield Piece("table", block["title"], "", rows, tuple(_shares(block)), sideways)
    elif block["type"] == "lines":
        yield from _lines(block["count"])
    for number, words in enumerate(block.get("items", []), 1):
        if block["type"] == "ticks":
            yield Piece("tick", words, BOX_TO_TICK)
        else:
            yield Piece("question", words, f"{number}.")
            yield from _lines(block["lines"])


def _lines(count: int) -> Iterator[Piece]:
    for left in reversed(range(count)):
        yield Piece("upper-line" if left else "line")


def _rows(block: WorksheetBlock) -> Iterator[tuple[str, ...]]:
    """The rows of a table with its head, every row as long as the head."""
    width = len(block["columns"])
    yield tuple(block["columns"])
    for row in [*block["rows"], *([] for _ in range(block["empty"]))]:
        yield (*row, *[""] * (width - len(row)))


def _shares(block: WorksheetBlock) -> Iterator[float]:
    """What is given needs room to read, the rest room to write: as in the PDF."""
    weights = []
    for at, head in enumerate(block["columns"]):
        longest = max((len(row[at]) for row in block["rows"] if at < len(row)), default=0)
        wanted = max(9.0, longest * 0.5) if longest else max(12, len(head))
        weights.append(min(22, wanted))
    for weight in weights:
        yield weight / sum(weights)


def foot(data: DocumentData) -> Iterator[str]:
    """What stands at the foot of each page, with the names of the fields to be filled in."""
    yield f"{data['footer']} · "
    yield from filled(page_of(), {"page": PAGE_FIELD, "pages": PAGES_FIELD})


def day(data: DocumentData) -> datetime:
    """The day of the version, which office programs show as that of the file."""
    year, month, day_ = data["date"]
    return datetime(year, month, day_)


def text_width(sideways: bool) -> int:
    """The width between the margins of a page, mm."""
    return PAGE_SIZE[1 if sideways else 0] - 2 * SIDE


def same_bytes(made: bytes, date: list[int]) -> bytes:
    """The same file with the date of the version on every part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "mimetype", name)):
            part = zipfile.ZipInfo(name, (date[0], date[1], date[2], 0, 0, 0))
            # The first part of an ODT is read without unpacking.
            part.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return out.getvalue()
