"""The page at the address of a former entry: it leads to what took its place, without a script."""

from collections.abc import Iterator
from html import escape

from scifi import language, urls
from scifi.corpus import Corpus
from scifi.kinds import KINDS
from scifi.language import _
from scifi.redirects import Redirect
from scifi.site import hosting

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url={file}">
<link rel="canonical" href="{address}">
</head>
<body>
<main>
<h1>{title}</h1>
<p>{words} <a href="{file}">{goal}</a></p>
</main>
</body>
</html>
"""


def moves(corpus: Corpus) -> list[tuple[str, str]]:
    """Each former address of a page with the one that it leads to, below the site's root."""
    return [(moved.address, moved.goal) for moved in _with_pages(corpus)]


def files(corpus: Corpus, published: str) -> Iterator[tuple[str, str]]:
    """
    Path below the site's root and HTML of a page at each former address.

    `published` is the address of the site with a slash at its end, or empty; the canonical link
    is relative where nobody knows it.
    """
    for moved in _with_pages(corpus):
        yield f"{moved.address}index.html", _page(corpus, moved, published)


def _with_pages(corpus: Corpus) -> list[Redirect]:
    """Those of former entries that had a page of their own; an anchor never reaches a host."""
    return [moved for moved in corpus.redirects if KINDS[moved.kind].own_pages]


def _page(corpus: Corpus, moved: Redirect, published: str) -> str:
    page, anchor, place = moved.goal.partition("#")
    link = urls.relative(moved.address, page)
    # A browser shows the folder where a page was opened from a disk, unless the file is named.
    file = f"{link}index.html{anchor}{place}"
    return _PAGE.format(
        language=escape(language.code()),
        policy=escape(hosting.policy(), quote=False),
        title=escape(_("This page has moved") if moved.now else _("This page was taken out")),
        words=escape(_("What it said stands here now:") if moved.now else _("The list of all:")),
        goal=escape(_title(corpus, moved)),
        file=escape(file),
        address=escape(f"{published}{moved.goal}" if published else link),
    )


def _title(corpus: Corpus, moved: Redirect) -> str:
    if moved.now is None:
        return _(KINDS[moved.kind].title)
    return corpus.get(*moved.now).title
