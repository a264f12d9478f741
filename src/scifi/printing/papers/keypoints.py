"""Key points for the mayor: five figures, decisions and questions of a chapter on one page."""

from collections.abc import Iterator

from scifi import urls
from scifi.corpus import Corpus
from scifi.language import _
from scifi.model import Chapter
from scifi.printing.documents import BookSection
from scifi.printing.imprint import Imprint
from scifi.printing.papers.paper import (
    Paper,
    Writer,
    framed,
    listed_sources,
    marks_of_list,
    marks_of_page,
    paper_edition,
)
from scifi.printing.reading.article import Article
from scifi.site.views import Receipts


def key_point_papers(corpus: Corpus, imprint: Imprint) -> Iterator[Paper]:
    """The key points of every chapter that has some, each a file with its own sources."""
    for chapter in corpus.chapters:
        if not chapter.key_points:
            continue
        edition = paper_edition(
            "key-points",
            chapter.id,
            _("Key points for the mayor: {title}", title=chapter.title),
            _("Five figures, decisions to take and questions to ask."),
            "cookbook",
            urls.url("chapter", chapter.id),
        )
        receipts = Receipts()
        (section,) = _sections(chapter, Writer(chapter.sources, marks_of_list(receipts)))
        section["sources"] = listed_sources(receipts)
        yield framed(edition, imprint, section["kicker"], sections=[section])


def first_page(chapter: Chapter, article: Article) -> Iterator[BookSection]:
    """The key points as first page of the chapter itself, if it has some."""
    yield from _sections(chapter, Writer(chapter.sources, marks_of_page(article)))


def _sections(chapter: Chapter, writer: Writer) -> Iterator[BookSection]:
    if not chapter.key_points:
        return
    points = chapter.key_points
    yield {
        "type": "key-points",
        "slug": f"key-points-{chapter.id}",
        "kicker": _("Key points for the mayor"),
        "title": chapter.title,
        "figures": [
            {"number": figure.number, "text": writer.rich(figure.what)} for figure in points.figures
        ],
        "ticks": {
            "title": _("Decisions to take"),
            "items": [writer.rich(text) for text in points.decisions],
        },
        "questions": {
            "title": _("Questions to ask"),
            "items": [writer.rich(text) for text in points.questions],
        },
        "how": _("Raised numbers: sources at the end. Text without a number is our own advice."),
        "sources": [],
    }
