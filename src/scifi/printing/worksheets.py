"""Worksheets: one source, three files: a PDF to write on, DOCX and ODT to fill in."""

from collections.abc import Iterator

from scifi import urls
from scifi.corpus import Corpus
from scifi.model import Worksheet
from scifi.printing.imprint import Imprint
from scifi.printing.paper import Paper, edition, framed
from scifi.printing.words import ROLE_WORDS

WIDE = 6
"""A table with as many columns lies across the page."""


def worksheets(corpus: Corpus, imprint: Imprint) -> Iterator[Paper]:
    """Every worksheet, in order."""
    for sheet in corpus.worksheets:
        yield _worksheet(corpus, imprint, sheet)


def _worksheet(corpus: Corpus, imprint: Imprint, sheet: Worksheet) -> Paper:
    chapter = corpus.get("chapter", sheet.chapter)
    one = edition(
        "worksheet",
        sheet.id,
        f"Worksheet: {sheet.title}",
        sheet.purpose,
        "cookbook",
        urls.url("chapter", sheet.chapter),
    )
    return framed(
        one,
        imprint,
        "Worksheet",
        heading=sheet.title,
        lead=sheet.purpose,
        notes=[
            f"Belongs to the chapter “{chapter.title}”.",
            f"For: {', '.join(ROLE_WORDS[role].lower() for role in sheet.roles)}.",
        ],
        blocks=[block.model_dump() for block in sheet.blocks],
        wide=WIDE,
    )
