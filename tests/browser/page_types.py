"""
One address for each type of page, and the widths at which pages are looked at.

Addresses are a contract, so they can stand here.
"""

from playwright.sync_api import Page

HOME = ""
CHAPTER = "cookbook/innovative-procurement/"
CASE = "casestudies/allride-cycling-mechelen-bruges/"
COMPARE = "compare/"
INDICATOR = "indicators/sensors-installed/"
PLAN = "indicators/plan/"
HOW_MANY = "indicators/how-many/"
PAY_BACK = "solutions/pay-back/#solution=led-street-light-renewal"
REMEDY = "aid-kit/no-bids/"
SOLUTION = "solutions/online-services-and-chatbots/"
"""With forms, promises, sums, results without an interval and failures."""

PAGE_TYPES = {
    "home": HOME,
    "solutions": "solutions/",
    "a solution": SOLUTION,
    "a solution with intervals": "solutions/clean-air-rules/",
    "pay-back": PAY_BACK,
    "pathways": "pathways/",
    "pathway finder": "pathways/find/#size=5000-to-20000-on-its-own&growth=losing-for-decades",
    "a pathway": "pathways/compact-heritage-city/",
    "axes": "pathways/axes/",
    "maturity check": "pathways/maturity/",
    "cookbook": "cookbook/",
    "a chapter": CHAPTER,
    "clauses": "clauses/",
    "a clause": "clauses/acceptance-test/",
    "worked pilots": "worked-pilots/",
    "a worked pilot": "worked-pilots/twenty-litter-bins/",
    "survival guide": "survival-guide/",
    "a step": "survival-guide/plan/",
    "obstacles": "survival-guide/obstacles/",
    "an obstacle": "survival-guide/obstacles/failing-technology/",
    "laws": "survival-guide/laws/",
    "a law": "survival-guide/laws/small-purchases/",
    "funding": "survival-guide/funding/",
    "a funding line": "survival-guide/funding/elena/",
    "windows": "survival-guide/windows/",
    "aid kit": "aid-kit/",
    "red page": "aid-kit/today/",
    "a remedy": REMEDY,
    "case studies": "casestudies/",
    "case studies by a value": "casestudies/by/country/be/",
    "a case study": CASE,
    "a case study of a country": "casestudies/smart-meter-rollout-great-britain/",
    "a case study without effect": "casestudies/telecare-dementia-england/",
    "compare": COMPARE,
    "indicators": "indicators/",
    "an indicator": INDICATOR,
    "an indicator to compare with": "indicators/energy-saving/",
    "measuring plan": PLAN,
    "how many": HOW_MANY,
    "cities": "cities/",
    "a city": "cities/bruges/",
    "programmes": "programmes/",
    "a programme": "programmes/scifi/",
    "contribute": "contribute/",
    "case form": "contribute/form/",
    "new case": "contribute/new-case/",
    "guide with pictures": "contribute/first/",
    "kinds of files": "contribute/fields/",
    "fields of a kind": "contribute/fields/casestudy/",
    "open data": "data/",
    "print": "print/",
    "about": "about/",
    "one answer": "contribute/gap/#casestudy/smart-bins-suwaco-bruges/afterwards",
    "evidence": "about/evidence/",
    "gaps": "about/gaps/",
    "glossary": "about/glossary/",
    "sources": "about/sources/",
    "all pages": "about/all-pages/",
    "rules": "about/rules/",
    "writing": "about/writing/",
    "accessibility": "about/accessibility/",
    "privacy": "about/privacy/",
    "changes": "about/changes/",
    "read without a network": "offline/",
    "not found": "404.html",
}

LAYOUTS = (
    "home",
    "solutions",
    "a solution",
    "pathways",
    "a pathway",
    "a chapter",
    "a step",
    "funding",
    "a remedy",
    "a case study",
    "compare",
    "an indicator",
    "measuring plan",
    "a programme",
    "sources",
    "not found",
)
"""Types of pages that between them hold every block the site is built of, in every part of it."""

DESK, PHONE, NARROW = 1280, 390, 320
"""Widths in px: a laptop; a phone; the narrowest phone, or a laptop at 400 % zoom."""

A4 = {"width": "210mm", "height": "297mm"}
LETTER = {"width": "8.5in", "height": "11in"}
"""Sheets in the printer; pages ask for none, so that both can be used."""

MANY = 8
"""Elements of one kind that are looked at; the rest come from the same line of a template."""


def shorten(page: Page) -> None:
    """Leave out what repeats itself, so that no page takes long to examine; nothing gets empty."""
    page.evaluate(
        """many => {
            const seen = {};
            const kind = element => `${element.tagName}.${element.getAttribute("class")}`;
            for (const element of document.querySelectorAll("main :not(td, th, label *)")) {
                if (!element.isConnected) continue;
                const name = `${kind(element.parentElement)} > ${kind(element)}`;
                seen[name] = (seen[name] ?? 0) + 1;
                if (seen[name] > many && element.previousElementSibling) element.remove();
            }
        }""",
        MANY,
    )
