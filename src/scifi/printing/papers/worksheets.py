"""Worksheets: one source, three files: a PDF to write on, DOCX and ODT to fill in."""

from collections.abc import Iterator

from scifi import urls
from scifi.corpus import Corpus
from scifi.labels import label
from scifi.language import _
from scifi.model import Worksheet
from scifi.printing.imprint import Imprint
from scifi.printing.papers.paper import Paper, framed, paper_edition

WIDE_COLUMNS = 6
"""A table with as many columns lies across the page."""


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
        blocks=[block.model_dump() for block in sheet.blocks],
        wide=WIDE_COLUMNS,
    )
