"""Papers of one entry: a page of the site behind a first page for who decides."""

from collections.abc import Iterator

from scifi.corpus import Corpus
from scifi.model import CaseStudy, Chapter, Remedy, WorkedPilot
from scifi.printing.documents import BookSection
from scifi.printing.papers.briefs import case_brief, remedy_brief
from scifi.printing.papers.editions import Edition
from scifi.printing.papers.keypoints import first_page
from scifi.printing.reading.article import Article
from scifi.printing.reading.nodes import Content, inner, is_node, walk


def with_first_page(
    corpus: Corpus, edition: Edition, article: Article, page: BookSection
) -> Iterator[BookSection]:
    """A page with what stands before it: a brief for the council, or points for the mayor."""
    entry = corpus.entries.get(edition.kind, {}).get(edition.id)
    if isinstance(entry, CaseStudy):
        yield case_brief(corpus, entry, article)
        yield _details(page)
    elif isinstance(entry, Remedy):
        yield remedy_brief(entry, article)
        yield _details(page)
    elif isinstance(entry, WorkedPilot):
        yield _without_notes(page)
    else:
        if isinstance(entry, Chapter):
            yield from first_page(entry, article)
        yield page


def _without_notes(page: BookSection) -> BookSection:
    """A page without notes at the foot: a number leads to the list at the end."""
    for node in walk(page["body"]):
        if node["t"] == "note":
            node["t"], node["c"] = "mark", []
    return page


def _details(page: BookSection) -> BookSection:
    """
    A page behind its brief, in two columns.

    It goes without the lead, which the brief has whole, and without notes at the foot: a number
    leads to the list at the end.
    """
    for node in walk(_without_notes(page)["body"]):
        if node.get("kind") == "head":
            node["c"] = [n for n in inner(node) if not is_node(n) or n.get("style") != "lead"]
    body: Content = []
    for part in page["body"]:
        body += inner(part) if is_node(part) and part["t"] == "tied" else [part]
    return {**page, "type": "details", "body": body}
