"""Following links as a reader does."""

import pytest
from playwright.sync_api import expect

from .page_types import HOME, PAGE_TYPES

FIRST_LINK = """
    () => {
        const links = [...document.querySelectorAll("main a[href]:not([data-search-door])")];
        const link = links.find(candidate =>
            candidate.origin === location.origin && candidate.pathname !== location.pathname
            && !candidate.hasAttribute("download") && !candidate.pathname.endsWith(".pdf"));
        link.setAttribute("data-first", "");
        return link.pathname;
    }
"""


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_each_type_of_page_leads_on(visit, name):
    """From the content of each page a click leads to another page, with its own heading."""
    page = visit(PAGE_TYPES[name])
    before = page.url
    path = page.evaluate(FIRST_LINK)

    page.locator("[data-first]").click()

    page.wait_for_url(lambda url: url != before)
    assert path in page.url
    assert page.locator("h1").text_content().strip()
    assert page.locator("main").bounding_box()["height"] > 100


@pytest.mark.parametrize("part", ["Pathways", "Cookbook", "Survival guide", "Aid kit"])
def test_each_door_opens(visit, part):
    """A door of the home page leads to its part, whose colour and place in the header it takes."""
    page = visit(HOME)

    page.locator(".door", has_text=part).click()

    expect(page.locator("h1")).to_have_text(part)
    assert page.locator(".main-nav [aria-current]").text_content() == part


def test_a_receipt_leads_to_its_source(visit):
    """The raised number beside a claim is a link to where the claim was read."""
    page = visit(PAGE_TYPES["a case study"])
    mark = page.locator("sup.receipt a").first

    assert mark.get_attribute("href").startswith("http")
    assert mark.get_attribute("title")
    assert mark.bounding_box()["width"] > 0


def test_the_contents_of_a_page_lead_to_its_sections(visit):
    """A click in "On this page" brings the section into view."""
    page = visit(PAGE_TYPES["a case study"])

    page.locator(".toc a", has_text="Receipts").click()

    expect(page.locator("#receipts")).to_be_in_viewport()


def test_a_missing_page_says_so_and_helps_on(newcomer, site_url):
    """A misspelt address, however deep, shows a page in the site's own look with a way out."""
    page = newcomer
    # Served in place of the missing page, so that the browser has no error to report.
    page.route(
        "**/casestudies/no/such/page/",
        lambda route: route.fulfill(response=route.fetch(url=f"{site_url}404.html")),
    )

    page.goto(f"{site_url}casestudies/no/such/page/")

    expect(page.locator("h1")).to_have_text("This page does not exist")
    assert page.locator(".site-header").bounding_box()["height"] < 150
    page.locator("main a", has_text="all pages").click()
    expect(page.locator("h1")).to_have_text("All pages")
