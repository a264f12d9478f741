"""A knowledge base of another field may have fewer steps: its booklet is folded all the same."""

import pytest
from pypdf import PdfReader

from scifi.printing.imprint import Imprint
from scifi.printing.papers.checklist import checklists, sides
from scifi.printing.papers.press import PAPERS_TEMPLATE, cache
from scifi.printing.setting.typeset import Document, run

IMPRINT = Imprint("0.1.0", None, (2026, 11), "")


@pytest.mark.parametrize(
    "pages, folded",
    [
        (8, [(8, 1), (2, 7), (6, 3), (4, 5)]),
        (4, [(4, 1), (2, 3)]),
        (3, [(4, 1), (2, 3)]),
        (1, [(4, 1), (2, 3)]),
    ],
)
def test_the_pages_of_a_booklet_meet_when_it_is_folded(pages, folded):
    """Each side holds two pages that add up to one more than all."""
    assert sides(pages) == folded


def test_a_guide_of_two_steps_is_set_on_one_sheet(corpus, project):
    """A cover, two steps, and a page that stays empty."""
    assert len(corpus.steps) == 2

    for paper, pages in zip(checklists(corpus, IMPRINT), (3, 2), strict=True):
        printed = run(Document(PAPERS_TEMPLATE, paper.data, {}, cache(project)))

        assert printed.pages == len(PdfReader(printed.path).pages) == pages
