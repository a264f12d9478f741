"""Every single paper of the cookbook: made, set, and put beside the PDFs of the pages."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from scifi.corpus import Corpus
from scifi.printing.imprint import Imprint, imprint
from scifi.printing.office.opendocument import as_odt
from scifi.printing.office.word import as_docx
from scifi.printing.papers.briefs import briefs
from scifi.printing.papers.checklist import checklists
from scifi.printing.papers.paper import Paper
from scifi.printing.papers.press import Printed, cache
from scifi.printing.papers.roles import roles
from scifi.printing.papers.worksheets import worksheets
from scifi.printing.setting.pool import run_all
from scifi.printing.setting.typeset import Document

PAPERS_TEMPLATE = "papers.typ"


def papers(
    root: Path, site: Path, corpus: Corpus, tell: Callable[[str], None] = lambda line: None
) -> list[Printed]:
    """
    Write all papers into the site's folder `print`, and tell what was made.

    Raises:
        PrintError: A paper could not be set.
    """
    about = imprint(root, corpus)
    folder = site / "print"
    folder.mkdir(parents=True, exist_ok=True)
    every = list(all_papers(corpus, about))
    made = run_all([Document(PAPERS_TEMPLATE, paper.data, {}, cache(root)) for paper in every])
    printed = []
    # Editable files of an edition stand right behind its PDF.
    for paper, out in zip(every, made, strict=True):
        path = site / paper.edition.file()
        shutil.copyfile(out.path, path)
        printed.append(Printed(paper.edition, path, out.pages, path.stat().st_size))
        printed += _editable(paper, path)
    return printed


def _editable(paper: Paper, pdf: Path) -> Iterator[Printed]:
    """The files of a worksheet to be filled in on a computer; they have no fixed pages."""
    if paper.edition.kind == "worksheet":
        for ending, write in ((".docx", as_docx), (".odt", as_odt)):
            path = pdf.with_suffix(ending)
            path.write_bytes(write(paper.data))
            yield Printed(paper.edition, path, 0, path.stat().st_size)


def all_papers(corpus: Corpus, about: Imprint) -> Iterator[Paper]:
    """Everything that is set as a PDF."""
    yield from briefs(corpus, about)
    yield from worksheets(corpus, about)
    yield from checklists(corpus, about)
    yield from roles(corpus, about)
