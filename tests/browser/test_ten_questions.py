"""Ten questions of city officers, each answered within three clicks from the home page."""

import re
from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Question:
    """What is asked, the links and filters clicked in order, and what the last page must show."""

    asked: str
    clicks: tuple[str, ...]
    answers: tuple[str, ...]


QUESTIONS = (
    Question(
        "We have 40,000 people, no IT staff and litter everywhere: who did something, did it "
        "work, what did it cost?",
        ("Case studies", "Waste", "Dublin's bin sensors failed"),
        ("Dublin", "130", "failed", "Cost", "Could we do the same?"),
    ),
    Question(
        "Did anybody empty bins less often, by how much, and who says so?",
        ("Case studies", "Waste", "250 Helsingborg homes"),
        ("at most 40 % less", "Future by Lund", "Kind of evidence", "worse"),
    ),
    Question(
        "Only one firm has bid. What do we do today?",
        ("It went wrong", "Only one bid, or none"),
        ("First aid today", "The cure", "A contract clause that would have helped"),
    ),
    Question(
        "Half of our sensors died in winter.",
        ("It went wrong", "Our sensors are dead"),
        ("sensors die in winter", "First aid today", "Who survived it"),
    ),
    Question(
        "From which sum must we tender across Europe in 2026?",
        ("Do it", "Laws", "Public procurement: thresholds and routes"),
        ("EUR 216,000", "not legal advice", "Checked"),
    ),
    Question(
        "We lose people and industry. Where do cities like us start?",
        ("Which city are we?", "Shrinking town with an industrial past"),
        ("Where to start", "Typical obstacles", "Funding that fits"),
    ),
    Question(
        "Who pays for a first study of our energy plan?",
        ("Do it", "Funding", "European City Facility"),
        ("European City Facility", "EUR 60,000", "Who may apply", "Checked"),
    ),
    Question(
        "How do we write a contract so that we keep the data?",
        ("Plan it", "Contract and intellectual property"),
        ("Recipe", "Worksheet", "Pitfalls"),
    ),
    Question(
        "Is new street lighting paid back, and after how many years?",
        ("What works?", "New LED street lamps"),
        ("20 to 50 years until the money is back", "Gunskirchen", "by report only"),
    ),
    Question(
        "A well-liked service was closed. Why, and what can we learn?",
        ("What works?", "Buses that come when", "Helsinki's minibus on demand"),
        ("stopped", "What became of it", "What to take from it"),
    ),
)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.asked[:40])
def test_a_question_is_answered_within_three_clicks(visit, question):
    """From the home page, by following the words one would look for."""
    page = visit()

    assert len(question.clicks) <= 3
    for words in question.clicks:
        holding = page.locator("a, label").filter(has_text=words, visible=True)
        named = holding.filter(has_text=re.compile(rf"^\s*{re.escape(words)}\s*$"))
        # Who looks for "Laws" takes the link that says so, and not "5 laws" on the way to it.
        (named if named.count() else holding).first.click()
        # A person waits until a page stands still: the explorer takes the place of a plain list.
        page.wait_for_load_state("load")
    shown = page.locator("main").inner_text()
    for answer in question.answers:
        assert answer in shown, f"{page.url} does not say {answer!r}"
