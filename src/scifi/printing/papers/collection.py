"""Every single paper of the cookbook, made from the content alone."""

from collections.abc import Iterator

from scifi.corpus import Corpus
from scifi.printing.imprint import Imprint
from scifi.printing.papers.checklist import checklists
from scifi.printing.papers.contract import contract
from scifi.printing.papers.keypoints import key_point_papers
from scifi.printing.papers.paper import Paper
from scifi.printing.papers.press import OFFICE, Order, Press
from scifi.printing.papers.roles import roles
from scifi.printing.papers.worked import worked_contracts, worked_sheets, worked_sums
from scifi.printing.papers.worksheets import worksheets


def paper_orders(press: Press) -> Iterator[Order]:
    """An order for every paper; the files to be filled in stand right behind their PDF."""
    about = press.composer.imprint
    for paper in all_papers(press.corpus, about):
        yield press.order(paper.edition, data=paper.data)
        yield from _office_orders(press, paper)
    for paper in office_papers(press.corpus, about):
        yield from _office_orders(press, paper)


def _office_orders(press: Press, paper: Paper) -> Iterator[Order]:
    for ending in OFFICE.get(paper.edition.kind, ()):
        yield press.order(paper.edition, ending, paper.data)


def all_papers(corpus: Corpus, about: Imprint) -> Iterator[Paper]:
    """Everything that is set as a PDF."""
    yield from key_point_papers(corpus, about)
    yield from worksheets(corpus, about)
    yield from contract(corpus, about)
    yield from checklists(corpus, about)
    yield from roles(corpus, about)


def office_papers(corpus: Corpus, about: Imprint) -> Iterator[Paper]:
    """Everything that is made for office programs alone."""
    yield from worked_contracts(corpus, about)
    yield from worked_sheets(corpus, about)
    yield from worked_sums(corpus, about)
