"""Every single paper of the cookbook: made, set, and put beside the PDFs of the pages."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from scifi.corpus import Corpus
from scifi.printing.briefs import briefs
from scifi.printing.imprint import Imprint, imprint
from scifi.printing.paper import Paper
from scifi.printing.press import Printed, cache, run_all
from scifi.printing.typeset import Job

TEMPLATE = "papers.typ"


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
    made = run_all([Job(TEMPLATE, paper.data, {}, cache(root)) for paper in every])
    printed = []
    for paper, out in zip(every, made, strict=True):
        path = folder / paper.edition.file_name(about.version)
        shutil.copyfile(out.path, path)
        printed.append(Printed(paper.edition, path, out.pages, path.stat().st_size, out.path.stem))
    return printed


def all_papers(corpus: Corpus, about: Imprint) -> Iterator[Paper]:
    """Everything that is set as a PDF."""
    yield from briefs(corpus, about)
