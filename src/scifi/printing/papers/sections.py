"""A page of the site as a section of a document."""

from copy import deepcopy

from scifi.printing.documents import BookSection
from scifi.printing.papers.editions import Leaf
from scifi.printing.reading.article import Article
from scifi.printing.words import in_short


def sheet(leaf: Leaf, article: Article, level: int) -> BookSection:
    """The page of a leaf; its article stays as it is."""
    about = in_short(article.title, 80)
    return {
        "type": "sheet",
        "slug": article.slug,
        "part": leaf.part,
        "kicker": leaf.kicker,
        "number": leaf.number,
        "running": f"{leaf.kicker} \u00b7 {about}" if leaf.number else about,
        "title": article.title,
        "lead": article.lead,
        "level": level,
        "contents": False,
        "body": deepcopy(article.body),
        "links": [],
        "named": [],
    }
