"""
One address for each type of page, and the widths at which pages are looked at.

Addresses are a contract, so they can stand here.
"""

from playwright.sync_api import Page

HOME = ""
CHAPTER = "cookbook/innovative-procurement/"
CASE = "casestudies/allride-cycling-mechelen-bruges/"
INDICATOR = "indicators/sensors-installed/"
REMEDY = "aid-kit/no-bids/"

PAGE_TYPES = {
    "home": HOME,
    "pathways": "pathways/",
    "a pathway": "pathways/compact-heritage-city/",
    "axes": "pathways/axes/",
    "cookbook": "cookbook/",
    "a chapter": CHAPTER,
    "survival guide": "survival-guide/",
    "a step": "survival-guide/plan/",
    "obstacles": "survival-guide/obstacles/",
    "an obstacle": "survival-guide/obstacles/failing-technology/",
    "laws": "survival-guide/laws/",
    "funding": "survival-guide/funding/",
    "windows": "survival-guide/windows/",
    "aid kit": "aid-kit/",
    "a remedy": REMEDY,
    "case studies": "casestudies/",
    "a case study": CASE,
    "indicators": "indicators/",
    "an indicator": INDICATOR,
    "cities": "cities/",
    "a city": "cities/bruges/",
    "programmes": "programmes/",
    "a programme": "programmes/scifi/",
    "open data": "data/",
    "about": "about/",
    "evidence": "about/evidence/",
    "gaps": "about/gaps/",
    "glossary": "about/glossary/",
    "sources": "about/sources/",
    "all pages": "about/all-pages/",
    "rules": "about/rules/",
    "writing": "about/writing/",
    "accessibility": "about/accessibility/",
    "privacy": "about/privacy/",
    "not found": "404.html",
}

DESK, PHONE, NARROW = 1280, 390, 320
"""Widths in px: a laptop; a phone; the narrowest phone, or a laptop at 400 % zoom."""

MANY = 6
"""Neighbours of one kind that are looked at; the rest come from the same line of a template."""


def shorten(page: Page) -> None:
    """Cut long lists, tables and rows of sections, so that no page takes minutes to examine."""
    page.evaluate(
        """many => {
            for (const parent of document.querySelectorAll("main :not(svg, svg *)")) {
                const seen = {};
                for (const child of [...parent.children]) {
                    const kind = `${child.tagName} ${child.className}`;
                    seen[kind] = (seen[kind] ?? 0) + 1;
                    if (seen[kind] > many) child.remove();
                }
            }
        }""",
        MANY,
    )
