"""
Worksheets for office programs: what stands on one, told once for DOCX and ODT.

How it looks is told by `worksheet.docx` and `worksheet.odt`, which a person opens, changes and
saves in an office program. They hold all styles, and of each kind of piece one sample with its
name in braces, such as `{question}`; a worksheet is made of copies of the samples.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from scifi.archive import archive
from scifi.language import _
from scifi.printing.documents import DocumentData, WorksheetBlock

PLACE = re.compile(r"\{(\w+)\}")
"""Where the words of a piece go in its sample."""


@dataclass(frozen=True)
class Piece:
    """
    One thing that stands on a worksheet, below the one before.

    `kind` names its sample: title, lead, note, text, heading, question, answer, tick or table.
    The text of an answer and of a table is its name for a screen reader. `first` begins a list;
    `sheet` begins a sheet that lies another way, and is its page style: "Standard" or "Across".
    """

    kind: str
    text: str
    lines: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    first: bool = False
    sheet: str = ""


def pieces(data: DocumentData) -> Iterator[Piece]:
    """All of a worksheet, in reading order; it begins upright."""
    sheet = "Standard"
    waiting = [Piece("title", data["heading"]), Piece("lead", data["lead"])]
    waiting += [Piece("note", words) for words in data["notes"]]
    for block in data["blocks"]:
        waiting += _block(block)
        # No sheet that holds a title and nothing else: texts go with what follows them.
        if block["type"] != "text":
            before, sheet = sheet, "Across" if block.get("wide") else "Standard"
            yield replace(waiting[0], sheet="" if sheet == before else sheet)
            yield from waiting[1:]
            waiting = []
    yield from waiting


def _block(block: WorksheetBlock) -> Iterator[Piece]:
    if block.get("title"):
        yield Piece("heading", block["title"])
    if block["type"] == "text":
        yield Piece("text", block["text"])
        if pictograms := block.get("pictograms"):
            names = "; ".join(each["words"] for each in pictograms)
            yield Piece("text", _("Pictograms, in the PDF and as files: {names}.", names=names))
    if block["type"] == "table":
        head = block["columns"]
        given = [head, *block["rows"], *[[]] * block["empty"]]
        rows = tuple((*row, *[""] * (len(head) - len(row))) for row in given)
        yield Piece("table", block["title"], rows=rows)
    elif block["type"] == "lines":
        yield Piece("answer", block["title"], block["count"])
    elif block["type"] == "ticks":
        yield from (Piece("tick", words) for words in block["items"])
    elif block["type"] == "questions":
        for number, words in enumerate(block["items"]):
            yield Piece("question", words, first=number == 0)
            yield Piece("answer", words, block["lines"])


def shares(piece: Piece) -> list[float]:
    """Of the width: what is given needs room to read, the rest room to write, as in the PDF."""
    weights = []
    for head, *below in zip(*piece.rows, strict=True):
        longest = max(map(len, below), default=0)
        weights.append(min(22, max(9, longest * 0.5) if longest else max(12, len(head))))
    return [weight / sum(weights) for weight in weights]


def saved(document: Any) -> bytes:
    """A document's file without the time of day; the first part of an ODT is read unpacked."""
    made = io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as file:
        names = sorted(file.namelist(), key=lambda name: (name != "mimetype", name))
        return archive(((name, file.read(name)) for name in names), unpacked=["mimetype"])
