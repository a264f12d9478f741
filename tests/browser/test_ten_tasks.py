"""
Ten tasks of people in a town hall, each done in at most three actions from the home page.

To type into the search and press Enter is one action; a click is one.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect


@dataclass(frozen=True)
class Task:
    """What is to be done, the words typed, the links then clicked, and what is read at the end."""

    asked: str
    search: str
    clicks: tuple[str, ...]
    answers: tuple[str, ...]
    before_the_eyes: str = ""
    """A heading that is in the window at the end, without scrolling."""


TASKS = (
    Task(
        "What does a smart-bin pilot cost, and did it save collections?",
        "smart bin cost",
        (),
        ("500 GBP a sensor", "3 of 5 known", "Fewer bin collections", "Helsingborg"),
    ),
    Task(
        "A template clause for data ownership",
        "data ownership clause",
        (),
        ("use, copy, combine, share and publish them for any purpose",),
        "The clause",
    ),
    Task(
        "Who pays for LED in a town of 20,000?",
        "LED funding",
        (),
        (
            "the firm finances and the savings pay back",
            "name no limit",
            "payback of about 20 years",
        ),
        "Energy-performance contracting",
    ),
    Task(
        "Our supplier went bankrupt yesterday",
        "our supplier went bankrupt yesterday",
        (),
        ("First aid today", "Who survived it"),
        "Our supplier is bankrupt, sold or gone",
    ),
    Task(
        "Was any irrigation pilot bought afterwards?",
        "irrigation pilot",
        ("Every case study that tried it",),
        ("Saint-Quentin", "bought by the city"),
        "Every case study that tried it",
    ),
    Task(
        "Which law applies to cameras that count pedestrians?",
        "cameras that count pedestrians",
        (),
        ("impact assessment before the tender", "in other words cameras", "The city, the supplier"),
        "Data protection (GDPR)",
    ),
    Task(
        "How long does a pilot take?",
        "how long does a pilot take",
        ("A pilot in 26 weeks",),
        ("A SCIFI prototype took six months", "25 to 26"),
        "A pilot in 26 weeks",
    ),
    Task(
        "Compare three heat-network cases",
        "district heating",
        ("Compare the 3 best founded side by side",),
        ("Comparing three case studies", "Gothenburg", "Islington"),
        "Compare case studies",
    ),
    Task(
        "Cite this in a report",
        "bicycle flows Delft",
        ("Cite this page",),
        ("SCIFI cookbook contributors", "(2026)", "For BibTeX", "@online{"),
    ),
)


def search(page: Page, words: str) -> None:
    """Type words into the search and press Enter: the best page opens."""
    page.get_by_role("link", name="Search", exact=True).click()
    page.get_by_role("searchbox").fill(words)
    before = urlsplit(page.url).path
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url(lambda url: urlsplit(url).path != before)


def click(page: Page, words: str) -> None:
    """Click the first link or fold that is called so."""
    page.locator("a, summary").filter(has_text=words, visible=True).first.click()
    page.wait_for_load_state("load")


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.asked[:40])
def test_a_task_is_done_in_three_actions(visit, task):
    """The answer stands on the page that one comes to, where one looks."""
    page = visit()
    assert 1 + len(task.clicks) <= 3

    search(page, task.search)
    for words in task.clicks:
        click(page, words)

    for answer in task.answers:
        expect(page.locator("main")).to_contain_text(answer, use_inner_text=True)
    if task.before_the_eyes:
        heading = page.get_by_role("heading", name=task.before_the_eyes).first
        expect(heading).to_be_in_viewport()


def test_a_chapter_is_printed_in_two_actions(visit, site):
    """Print the procurement chapter for 25 people: search, and the PDF is a click away."""
    if not any((site / "print").glob("*.pdf")):
        pytest.skip("the site was built without papers")
    page = visit()

    search(page, "procurement chapter")
    paper = page.get_by_role("link", name="Print (PDF)", exact=True)

    expect(page.get_by_role("heading", level=1)).to_contain_text("Innovative procurement")
    expect(paper).to_be_in_viewport()
    file = site / urlsplit(paper.evaluate("link => link.href")).path.lstrip("/")
    assert file.read_bytes().startswith(b"%PDF")
