"""Ten questions of city officers on solutions, each answered on one page within two clicks."""

import re
from dataclasses import dataclass

import pytest

from scifi.verdict import VERDICTS

from .page_types import DESK, HOME, PHONE


@dataclass(frozen=True)
class Question:
    """
    What is asked, the words clicked in order, and what only the right page says.

    `outcomes` are indicators, one of which the verdict must be on, of the solution or of a form;
    `failed` is a place that stopped or failed and must be named as such; None where none is known.
    """

    asked: str
    clicks: tuple[str, ...]
    outcomes: tuple[str, ...]
    failed: str | None = None
    says: tuple[str, ...] = ()


QUESTIONS = (
    Question(
        "Do smart bins save kilometres?",
        ("Solutions", "Fill sensors in bins"),
        ("staff-travel-saving",),
        failed="Dublin",
    ),
    Question(
        "Does LED light pay back, and who failed?",
        ("Solutions", "New LED street lamps"),
        ("lighting-electricity-saving", "electricity-saving"),
        failed="Eindhoven",
        says=("796,400 EUR",),
    ),
    Question(
        "Do free buses get people out of cars?",
        ("Solutions", "Free buses"),
        ("car-use", "public-transport-use"),
        failed="Hasselt",
        says=("Tallinn",),
    ),
    Question(
        "Does 30 km/h cut injuries?",
        ("Solutions", "30 km/h in town"),
        ("road-injuries",),
        says=("Edinburgh", "Belfast"),
    ),
    Question(
        "Does a display in the home save electricity?",
        ("A display in the living room",),
        ("homes-electricity-saving",),
        says=("Ireland",),
    ),
    Question(
        "Do buses on demand cost more?",
        ("Solutions", "when somebody books"),
        ("public-cost-per-trip",),
        failed="Helsinki",
        says=("7,821,400 EUR",),
    ),
    Question(
        "Does dimming raise crime?",
        ("Solutions", "Less light when nobody is there"),
        ("lighting-electricity-saving",),
        says=("Does it do harm?", "Crime at night"),
    ),
    Question(
        "Do chatbots save staff time?",
        ("Solutions", "town hall online"),
        ("contacts-with-staff",),
        failed="Birmingham",
        says=("Chatbots", "no effect found", "Norway"),
    ),
    Question(
        "Do low-emission zones clean the air?",
        ("Solutions", "Rules for clean air"),
        ("harmful-air-saving",),
        says=("Zone for old vehicles", "Charge for every entry", "Madrid"),
    ),
    Question(
        "Does pay-as-you-throw cut waste?",
        ("Solutions", "pay for the waste"),
        ("waste-per-person", "unsorted-waste-saving"),
        failed="Torrelles de Llobregat",
    ),
)

NAMES = [verdict.name for verdict in VERDICTS]
NUMBER = r"-?\d[\d,.]*"
EFFECT = rf".+: (from )?{NUMBER} \S|.+: no change$|no number was published$"
COST = rf"{NUMBER} .*[A-Z]{{3}} a \w|not known"
FATES = r"(\d+) of \d+ known|not known"


def fact(page, name):
    """A fact at the head of the page, by its name."""
    rows = page.locator(".case-card-head dl > *").all_inner_texts()
    return next((row.removeprefix(name).strip() for row in rows if row.startswith(name)), "")


def section(page, anchor):
    """What stands between a heading and the next, folded lists included."""
    return page.evaluate(
        """anchor => {
            const found = [];
            let at = document.getElementById(anchor)?.nextElementSibling;
            while (at && at.tagName !== "H2") {
                found.push(at.textContent);
                at = at.nextElementSibling;
            }
            return found.join(" ").replace(/\\s+/g, " ");
        }""",
        anchor,
    )


def unanswered(page, question):
    """What an officer still has to ask on this page: nothing, if it answers."""
    missing = []
    badge = page.locator(".case-card-head .verdict")
    verdict = badge.inner_text() if badge.count() == 1 else ""
    works, failures = section(page, "does-it-work"), section(page, "who-failed-and-why")
    if verdict not in NAMES or not works.strip().startswith(verdict):
        missing.append("does it work?")
    links = page.locator("#does-it-work + .prose a").evaluate_all("all => all.map(a => a.href)")
    if not any(f"/indicators/{id_}/" in link for id_ in question.outcomes for link in links):
        missing.append("on what?")
    if not re.match(EFFECT, fact(page, "Change for the better")):
        missing.append("by how much?")
    if not re.match(COST, fact(page, "Cost of one")) or not section(page, "what-it-costs"):
        missing.append("what does it cost?")
    fates = re.match(FATES, fact(page, "Stopped or failed"))
    stopped = int(fates.group(1) or 0) if fates else -1
    listed = len(re.findall(r"· (?:stopped|failed)\b", failures))
    if listed != stopped or not re.search("What became of it is known for", failures):
        missing.append("how many failed?")
    if question.failed and question.failed not in failures.partition("Stopped or failed")[2]:
        missing.append(f"who failed: {question.failed}")
    text = page.locator("main").evaluate("main => main.textContent")
    missing += [words for words in question.says if words not in text]
    return missing


def follow(page, words):
    """Click the first link a reader can see that holds these words."""
    links = page.locator("header a, main a").filter(has_text=words, visible=True)
    address = page.url
    links.first.click()
    page.wait_for_url(lambda url: url != address)
    page.wait_for_load_state("load")


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.asked)
def test_a_question_is_answered_within_two_clicks(visit, question, width):
    """Whether it works, by how much, what it costs and who failed stand on one page."""
    page = visit(HOME, width=width)

    assert len(question.clicks) <= 2
    for words in question.clicks:
        follow(page, words)

    assert "/solutions/" in page.url
    assert unanswered(page, question) == []


@pytest.mark.parametrize("question", QUESTIONS[:3], ids=lambda question: question.asked)
def test_the_page_says_what_the_table_says(visit, question):
    """Verdict, effect, cost and failures are the same in the row and on the page."""
    page = visit("solutions/")
    row = page.locator(".solution-table tbody tr").filter(has_text=question.clicks[-1])
    proof, effect, cost, stopped, tried = row.locator("td").all_inner_texts()

    row.locator("th a").click()

    assert proof.startswith(page.locator(".case-card-head .verdict").inner_text())
    assert fact(page, "Change for the better") in (effect, "no number was published")
    assert fact(page, "Cost of one") == cost
    assert fact(page, "Stopped or failed").removesuffix(" known") in (stopped, "not")
    assert tried.startswith(f"{fact(page, 'Case studies')} ")


@pytest.mark.parametrize(
    ("broken", "asked"),
    [
        (".case-card-head .verdict", "does it work?"),
        ("#does-it-work + *", "does it work?"),
        (".case-card-head dd", "by how much?"),
        ("#what-it-costs + *", "what does it cost?"),
        ("#who-failed-and-why + *", "how many failed?"),
        ("#who-failed-and-why + * .case-list", "who failed: Dublin"),
        ("#who-failed-and-why + * .case-list li", "how many failed?"),
    ],
)
def test_a_page_that_leaves_something_out_does_not_answer(visit, broken, asked):
    """Each answer is really looked for: without its place on the page it is missed."""
    page = visit("solutions/bin-sensors-and-dynamic-rounds/")
    assert unanswered(page, QUESTIONS[0]) == []

    page.locator(broken).first.evaluate("element => element.remove()")

    assert asked in unanswered(page, QUESTIONS[0])


def test_another_page_does_not_answer(visit):
    """The page of another solution, or of a case study, is told from the right one."""
    page = visit("solutions/parking-guidance/")
    assert {"on what?", "who failed: Dublin"} <= set(unanswered(page, QUESTIONS[0]))

    page = visit("casestudies/bin-sensors-dublin/")
    assert {"does it work?", "what does it cost?"} <= set(unanswered(page, QUESTIONS[0]))
