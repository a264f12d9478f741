"""The whole book and its parts: in which order they hold what, and how it is numbered."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import chain

from scifi.corpus import Corpus
from scifi.kinds import part_title
from scifi.labels import label
from scifi.language import _, capitalised, ngettext
from scifi.printing.documents import BookSection
from scifi.printing.papers.editions import Edition, Leaf, part_number
from scifi.printing.papers.frontpages import how_to_use, key_figures
from scifi.printing.papers.indexes import indexes
from scifi.printing.papers.sections import Rows, section, sheet, table
from scifi.printing.papers.shortcases import PART, by_theme, theme_sections
from scifi.printing.papers.sources import SOURCES, Sources
from scifi.printing.reading.addresses import slug
from scifi.printing.reading.article import Article
from scifi.printing.reading.nodes import Content, Node, new_node, walk


def book_sections(
    corpus: Corpus, edition: Edition, articles: dict[str, Article]
) -> list[BookSection]:
    """All sections of a part or of the book, its sources once at the end."""
    sources = Sources()
    pages = _pages(edition, articles, sources)
    if edition.kind == "book":
        pages = chain(pages, [_cases(corpus)], theme_sections(corpus, sources))
    made = []
    for each in pages:
        # In the order of the pages, so that numbers rise from the first one on.
        each["body"] = sources.take(each["body"])
        made.append(each)
    lead = _("Every source of the text, once, under the number that is raised in the text.")
    listed = section(
        "page",
        SOURCES,
        _("Sources"),
        lead,
        [new_node("receipts", list(sources.lines.values()))],
        part="about",
    )
    if edition.kind != "book":
        return [*made, listed]
    made = [how_to_use(corpus), key_figures(corpus, len(sources.lines)), *made]
    return [*made, listed, *indexes(corpus, made)]


def _pages(
    edition: Edition, articles: dict[str, Article], sources: Sources
) -> Iterator[BookSection]:
    level = 2 if edition.kind == "book" else 1
    for part in edition.sections:
        opening = articles[f"{part.part}/"]
        if edition.kind == "book":
            yield _divider(part.part, opening.slug, opening.lead, deepcopy(opening.body))
        else:
            yield sheet(Leaf(opening.address, part.part, _("About this part")), opening, 1)
        for leaf in part.leaves:
            made = sheet(leaf, articles[leaf.address], level)
            for address in leaf.entries:
                made["body"] += _below(articles[address], sources)
            yield made


def _below(article: Article, sources: Sources) -> Content:
    """The page of an entry as a chapter of the sheet that lists it, headings one level lower."""
    body = sources.take(deepcopy(article.body))
    for node in walk(body):
        if "l" in node:
            node["l"] += 1
    return [new_node("h", [article.title], l=2, id=f"{article.slug}--top"), *body]


def _divider(part: str, name: str, lead: str, body: Sequence[str | Node]) -> BookSection:
    """The page that opens a part of the book."""
    title = part_title(part)
    return section("part", name, title, lead, body, part=part, number=part_number(part))


def _cases(corpus: Corpus) -> BookSection:
    """The page that opens the case studies: how they are told, and how many each theme has."""
    rows: Rows = [
        [capitalised(label(theme)), cases[0].title, len(cases)]
        for theme, cases in by_theme(corpus).items()
    ]
    lead = ngettext(
        "{n} case study in short form: what was done, what came of it, what to take from it.",
        "{n} case studies in short form: what was done, what came of each, what to take from it.",
        len(corpus.casestudies),
    )
    told = _(
        "They stand under the first of their themes, those with the best proof first. Texts are "
        "shortened at the end of a sentence; the cost is the largest sum, the result the largest "
        "effect or the best-founded number. The whole of each case study has a paper of its own."
    )
    heads = [_("Theme"), _("The first one"), _("Case studies")]
    body = [new_node("p", [told]), table(heads, rows, [3, 8, 2])]
    return _divider(PART, slug(f"{PART}/"), lead, body)
