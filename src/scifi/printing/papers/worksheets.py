"""Worksheets: one source, three files: a PDF to write on, DOCX and ODT to fill in."""

from collections.abc import Iterator
from typing import Any

from scifi import urls
from scifi.corpus import Corpus
from scifi.labels import label
from scifi.language import _
from scifi.model import Worksheet
from scifi.model.knowledge import Block, Grid
from scifi.printing.imprint import Imprint
from scifi.printing.papers.paper import Paper, framed, paper_edition

WIDE_COLUMNS, FEW_ROWS = 6, 3
"""A table with as many columns lies across the page, unless it has so few rows."""


def worksheets(corpus: Corpus, imprint: Imprint) -> Iterator[Paper]:
    """Every worksheet, in order."""
    for sheet in corpus.worksheets:
        yield _worksheet(corpus, imprint, sheet)


def _worksheet(corpus: Corpus, imprint: Imprint, sheet: Worksheet) -> Paper:
    chapter = corpus.get("chapter", sheet.chapter)
    edition = paper_edition(
        "worksheet",
        sheet.id,
        _("Worksheet: {title}", title=sheet.title),
        sheet.purpose,
        "cookbook",
        urls.url("chapter", sheet.chapter),
    )
    return framed(
        edition,
        imprint,
        _("Worksheet"),
        heading=sheet.title,
        lead=sheet.purpose,
        notes=[
            _("Belongs to the chapter “{title}”.", title=chapter.title),
            _("For: {roles}.", roles=", ".join(label(role) for role in sheet.roles)),
        ],
        blocks=[_block(block) for block in sheet.blocks],
    )


def _block(block: Block) -> dict[str, Any]:
    made = block.model_dump()
    if isinstance(block, Grid):
        rows = len(block.rows) + block.empty
        made["wide"] = len(block.columns) >= WIDE_COLUMNS and rows > FEW_ROWS
    return made
