"""Where each entry's page is. The patterns are a contract: an address never changes."""

import posixpath

PATTERN_BY_KIND = {
    "axis": "pathways/axes/#{id}",
    "casestudy": "casestudies/{id}/",
    "chapter": "cookbook/{id}/",
    "city": "cities/{id}/",
    "dimension": "pathways/maturity/#{id}",
    "funding": "survival-guide/funding/#{id}",
    "indicator": "indicators/{id}/",
    "law": "survival-guide/laws/#{id}",
    "obstacle": "survival-guide/obstacles/{id}/",
    "pathway": "pathways/{id}/",
    "programme": "programmes/{id}/",
    "question": "pathways/find/#{id}",
    "remedy": "aid-kit/{id}/",
    "step": "survival-guide/{id}/",
    "term": "about/glossary/#{id}",
    "window": "survival-guide/windows/#{id}",
    "worksheet": "print/worksheets/#{id}",
}
"""Address of an entry below the site's root, by kind."""

INDEX_BY_KIND = {
    "axis": "pathways/axes/",
    "casestudy": "casestudies/",
    "chapter": "cookbook/",
    "city": "cities/",
    "dimension": "pathways/maturity/",
    "funding": "survival-guide/funding/",
    "indicator": "indicators/",
    "law": "survival-guide/laws/",
    "obstacle": "survival-guide/obstacles/",
    "pathway": "pathways/",
    "programme": "programmes/",
    "question": "pathways/find/",
    "remedy": "aid-kit/",
    "step": "survival-guide/",
    "term": "about/glossary/",
    "window": "survival-guide/windows/",
    "worksheet": "print/worksheets/",
}
"""Address of the page that lists a kind."""

PART_BY_KIND = {
    "axis": "pathways",
    "casestudy": "casestudies",
    "chapter": "cookbook",
    "city": "pathways",
    "dimension": "pathways",
    "funding": "survival-guide",
    "indicator": "casestudies",
    "law": "survival-guide",
    "obstacle": "survival-guide",
    "pathway": "pathways",
    "programme": "casestudies",
    "question": "pathways",
    "remedy": "aid-kit",
    "step": "survival-guide",
    "term": "about",
    "window": "survival-guide",
    "worksheet": "about",
}
"""The part of the site a kind belongs to; it gives a page its colour and its search facet."""

TAKEN = {
    "casestudy": {"by"},
    "indicator": {"plan"},
    "pathway": {"axes", "find", "maturity"},
    "remedy": {"today"},
    "step": {"funding", "laws", "obstacles", "windows"},
}
"""Ids that no entry of a kind may have: a page of the site has that address already."""

PART_TITLES = {
    "pathways": "Pathways",
    "cookbook": "Cookbook",
    "survival-guide": "Survival guide",
    "aid-kit": "Aid kit",
    "casestudies": "Case studies",
    "about": "About",
}


def url(kind: str, id_: str) -> str:
    """Address of an entry below the site's root."""
    return PATTERN_BY_KIND[kind].format(id=id_)


def src_uri(kind: str, id_: str) -> str:
    """The Markdown page an entry is written to; only for kinds with a page of their own."""
    return url(kind, id_).rstrip("/") + ".md"


def relative(here: str, there: str) -> str:
    """The link from one site address to another, such as `../../aid-kit/no-bids/`."""
    path, _, anchor = there.partition("#")
    link = posixpath.relpath(path or ".", here or ".") + (
        "/" if path.endswith("/") or not path else ""
    )
    if path == here or (not path and not here):
        link = "" if anchor else "./"
    return link + (f"#{anchor}" if anchor else "")
