"""Worksheets: one source, three files: a PDF to write on, DOCX and ODT to fill in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from scifi import urls
from scifi.corpus import Corpus
from scifi.labels import label
from scifi.language import _, capitalised
from scifi.model import Worksheet
from scifi.model.base import Source
from scifi.model.knowledge import Advice, Block, Grid
from scifi.model.texts import CITATION, OURS
from scifi.printing.imprint import Imprint
from scifi.printing.papers.paper import Paper, framed, paper_edition
from scifi.site.signs import pictogram_file
from scifi.site.views import Receipts

WIDE_COLUMNS, FEW_ROWS = 6, 3
"""A table with as many columns lies across the page, unless it has so few rows."""


def worksheets(corpus: Corpus, imprint: Imprint) -> Iterator[Paper]:
    """Every worksheet, in order."""
    for sheet in corpus.worksheets:
        yield _worksheet(corpus, imprint, sheet)


@dataclass
class Numbered:
    """Texts of one sheet with the numbers of their sources, such as [1], in the order of use."""

    sources: Mapping[str, Source]
    receipts: Receipts = field(default_factory=Receipts)

    def within(self, value: Any) -> Any:
        """The same value with every text in it numbered; our own advice has no number."""
        if isinstance(value, str):
            return re.sub(r"\s*" + CITATION.pattern, self._mark, value)
        if isinstance(value, list):
            return [self.within(item) for item in value]
        if isinstance(value, dict):
            return {name: self.within(item) for name, item in value.items()}
        return value

    def _mark(self, found: re.Match[str]) -> str:
        key = found.group(1)
        return "" if key == OURS else f" [{self.receipts.number(self.sources[key])}]"

    def listed(self) -> list[dict[str, Any]]:
        """The sources as last texts of the sheet, each with its number."""
        lines = [
            _(
                "[{number}] {title}, {publisher}, {url}",
                number=str(number),
                title=source.title,
                publisher=source.publisher,
                url=source.url,
            )
            for number, source in self.receipts.listed()
        ]
        blocks = [{"type": "text", "text": line} for line in lines]
        return [blocks[0] | {"title": _("Sources")}, *blocks[1:]] if blocks else []


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
    numbered = Numbered(sheet.sources)
    blocks = [_block(block, numbered) for block in sheet.blocks]
    return framed(
        edition,
        imprint,
        _kicker(sheet),
        heading=sheet.title,
        lead=sheet.purpose,
        notes=[
            _("Belongs to the chapter “{title}”.", title=chapter.title),
            _("For: {roles}.", roles=", ".join(label(role) for role in sheet.roles)),
        ],
        blocks=[*blocks, *numbered.listed()],
    )


def _kicker(sheet: Worksheet) -> str:
    if sheet.annex:
        return _("Annex {letter} of the model contract", letter=sheet.annex)
    return _("Worksheet")


def _block(block: Block, numbered: "Numbered") -> dict[str, Any]:
    made: dict[str, Any] = numbered.within(block.model_dump(exclude_none=True))
    if isinstance(block, Advice):
        made["pictograms"] = [
            {"svg": pictogram_file(which), "words": capitalised(label(which))}
            for which in block.pictograms
        ]
    if isinstance(block, Grid):
        rows = len(block.rows) + block.empty
        made["wide"] = len(block.columns) >= WIDE_COLUMNS and rows > FEW_ROWS
    return made
