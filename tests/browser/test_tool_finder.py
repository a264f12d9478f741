"""The pathway finder as a person uses it, and the profile that other pages take from it."""

import csv
import io
import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from pypdf import PdfReader

from scifi import matching

from .page_types import A4, CASE, DESK, PHONE

FINDER = "pathways/find/"

EVERY_RULE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def address(answers, **more):
    """The address that holds these answers."""
    query = {question: ",".join(ids) for question, ids in answers.items()}
    return f"{FINDER}#{urlencode({**query, **more}, safe=',')}"


def shown(page, heading):
    """The section of the plan with this heading."""
    return page.locator(".plan section", has=page.get_by_role("heading", name=heading))


@pytest.fixture
def filled(visit):
    """A finder with some answers."""
    return lambda **settings: visit(
        address({"size": ["5000-to-20000-on-its-own"], "growth": ["losing-for-decades"]}),
        **settings,
    )


def test_the_plan_shows_the_route_that_is_written_down(visit, published, expected):
    """Roads with their points, obstacles with cures, similar cities, money and indicators."""
    page = visit(address(expected.answers, city=expected.start))

    def titles(kind, ids):
        return [published.get(kind, id_).title for id_ in ids]

    roads = page.locator(".road")
    assert roads.locator(".card-title").all_inner_texts() == titles(
        "pathway", expected.said["roads"]
    )
    assert roads.locator(".card-kicker").all_inner_texts() == [
        f"{points} points" for points in expected.said["roads"].values()
    ]
    assert page.locator(".plan-all tbody tr").count() == len(published.pathways)
    also = page.locator(".plan-roads .plan-also a").all_inner_texts()
    assert also == titles("pathway", expected.said["also"])
    obstacles = page.locator(".plan-obstacles tbody th").all_inner_texts()
    assert set(titles("obstacle", expected.said["obstacles"])) <= set(obstacles)
    named = page.locator(".plan-obstacles tbody td:nth-child(2)").all_inner_texts()
    assert ["you named it" in why for why in named] == sorted(
        ("you named it" in why for why in named), reverse=True
    )
    looked = page.locator(".plan-solutions .solution-list a").all_inner_texts()
    assert set(titles("solution", expected.said["solutions"])) <= set(looked)
    assert page.locator(".plan-obstacles tbody td:last-child a").count() >= len(obstacles)
    if expected.said["most_alike"]:
        (city,) = titles("city", [expected.said["most_alike"]])
        expect(page.locator(".plan-alike h3").first).to_have_text(
            re.compile(rf"^{city} \d of \d known traits the same$")
        )
    else:
        expect(page.get_by_text("None is alike: of our")).to_be_visible()
    money = shown(page, "Money to ask for").locator("tbody th").all_inner_texts()
    closed = shown(page, "Money to ask for").locator(".where").all_inner_texts()
    assert all(
        title in money or title in "".join(closed)
        for title in titles("funding", expected.said["funding"])
    )
    measured = shown(page, "What to measure from day one").locator("tbody th").all_inner_texts()
    assert set(titles("indicator", expected.said["indicators"])) <= set(measured)


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_a_person_answers_by_mouse_and_gets_a_road(visit, width):
    """Three clicks and the button: the heading of the plan gets the focus and names the road."""
    page = visit(FINDER, width=width)
    expect(page.get_by_text("No question answered yet.")).to_be_visible()

    page.get_by_label("Visitors who set the load all year or all season").check()
    page.get_by_label("The whole core is protected").check()
    page.get_by_label("Waste").check()
    page.get_by_label("Which country are you in?").select_option("Belgium")
    page.get_by_label("We do not know").first.check()
    page.get_by_role("button", name="Show our road").click()

    expect(page.locator("#our-road")).to_be_focused()
    lead = page.locator(".plan-head .lead")
    expect(lead).to_contain_text("“Visitor town on the coast or an island” fits best, with 4")
    expect(page.get_by_text("4 of 10 questions answered.")).to_be_visible()
    assert "country=be" in page.url and "service=waste" in page.url


def test_a_person_answers_by_keyboard_alone(visit):
    """Tab, arrows and space are enough, and nothing is hidden behind the bar at the foot."""
    page = visit(FINDER)
    page.get_by_label("Start from a city we know something about").focus()

    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("() => document.activeElement.checked")
    page.get_by_label("Fewer than 5,000").focus()
    page.keyboard.press("Space")
    for _ in range(5):
        page.keyboard.press("ArrowDown")

    assert (
        page.evaluate("() => document.activeElement.value") == "50000-to-200000-near-a-metropolis"
    )
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.textContent") == "Show our road":
            break
        hidden = page.evaluate(
            """() => {
                const bar = document.querySelector(".finder-bar").getBoundingClientRect();
                const focused = document.activeElement.getBoundingClientRect();
                return focused.bottom > bar.top && focused.top < bar.bottom;
            }"""
        )
        assert not hidden, page.evaluate("() => document.activeElement.outerHTML")
    page.keyboard.press("Enter")

    expect(page.locator("#our-road")).to_be_focused()


def test_a_city_can_be_picked_to_start_from(visit, published):
    """Its supported answers are filled in, the others stay open, and it is not its own twin."""
    page = visit(FINDER)

    page.get_by_label("Start from a city").select_option("delft")
    page.get_by_role("button", name="Fill in its answers").click()

    given = matching.prefilled(published.questions, published.get("city", "delft"))
    checked = page.locator(".answer input:checked").evaluate_all("all => all.map(i => i.value)")
    assert checked == [
        answer
        for question in published.questions
        for answer in given.get(question.id, [])
        if question.id != "country"
    ]
    expect(page.get_by_label("Which country are you in?")).to_have_value("nl")
    expect(page.get_by_text("are answered from sources. Answer the others")).to_be_visible()
    assert "Delft" not in page.locator(".plan-alike h3").all_inner_texts()
    assert "city=delft" in page.url


def test_the_address_brings_the_answers_back(filled):
    """A reload or a copied address shows the same answers and the same road."""
    page = filled()
    page.get_by_label("Closed plants or mines").check()
    road = page.locator(".plan-head .lead").inner_text()
    at = page.url

    page.evaluate("() => localStorage.clear()")
    page.goto("about:blank")
    page.goto(at)

    expect(page.locator(".plan-head .lead")).to_have_text(road)
    expect(page.get_by_label("Closed plants or mines")).to_be_checked()
    expect(page.get_by_label("5,000 to 20,000, no large city near")).to_be_checked()


def test_receipts_are_numbered_as_they_come_whatever_one_answers(filled):
    """Each mark has the number that its source has in the list, after every change."""
    page = filled()
    for answer in ("Closed plants or mines", "A university that shapes the city"):
        page.get_by_label(answer).check()

        marks = page.locator(".plan .receipt a").evaluate_all(
            r"links => links.map(link => [link.textContent.match(/\d+$/)[0], link.href])"
        )
        sources = page.locator(".plan-receipts li a").evaluate_all(
            "links => links.map(a => a.href)"
        )
        assert sources == list(dict.fromkeys(address for _, address in marks))
        assert [sources[int(number) - 1] for number, _ in marks] == [url for _, url in marks]


def test_what_one_opened_stays_open_when_an_answer_changes(filled):
    """Whoever reads on in the plan is not thrown back by one more answer."""
    page = filled()
    page.locator(".plan-all summary").click()

    page.get_by_label("Closed plants or mines").check()

    expect(page.locator(".plan-all table")).to_be_visible()


def test_the_lead_counts_what_fits_and_tells_what_is_equal(visit, published_routes):
    """All that fit are counted, those not shown as cards are named, and ties are told."""
    page = visit(address(published_routes["longwy"]))

    lead = page.locator(".plan-head .lead")
    expect(lead).to_have_text(
        "“Shrinking town with an industrial past” fits best, with 5 points. 3 others fit too. "
        "The first 3 are shown."
    )
    second, third = (page.locator(".road").nth(place) for place in (1, 2))
    expect(second).to_contain_text("Equal with “City that starts from zero with digital”.")
    expect(third).to_contain_text("Equal with “Compact city with a protected old centre”.")
    expect(page.locator(".plan-roads .plan-also")).to_have_text(
        "Small town in the countryside (3 points)"
    )


def test_a_city_that_no_pathway_fits_is_told_so(visit):
    """The closest is shown, and it is not called a fit."""
    page = visit(f"{FINDER}#economy=campus&pain=data")

    expect(page.locator(".plan-head .lead")).to_have_text(
        "None of our pathways fits well: none reaches 3 points. "
        "The closest is “University city” with 2 points."
    )


def test_a_service_alone_gives_solutions_and_cases(visit, published):
    """Whoever only knows the service and the country need not answer more to get something."""
    page = visit(f"{FINDER}#service=waste&country=be")

    solution = published.get("solution", "pay-as-you-throw").title
    expect(shown(page, "Solutions to look at")).to_contain_text(solution)
    reading = shown(page, "Case studies to read first")
    expect(reading.locator("li").first).to_contain_text("in our country")
    expect(
        reading.get_by_role("link", name=re.compile("case studies from your country .Belgium"))
    ).to_be_visible()
    expect(shown(page, "What to measure from day one")).to_be_visible()
    expect(shown(page, "How simply we may buy")).to_contain_text("EUR 30,000")


def test_an_address_that_was_tampered_with_does_no_harm(visit):
    """Unknown answers are left out; nothing of the address becomes markup."""
    page = visit(f"{FINDER}#size=nonsense,<b>x</b>&city=%3Cimg%3E&economy=university")

    expect(page.locator(".plan-head .lead")).to_contain_text("University city")
    expect(page.get_by_text("1 of 10 questions answered.")).to_be_visible()
    assert page.locator("main img, main b").count() == 0


def test_the_profile_is_kept_for_other_pages_until_it_is_forgotten(visit, published):
    """A case study compares its city with one's own; after forgetting, it does so no more."""
    page = visit(FINDER)
    page.get_by_label("50,000 to 200,000, close to a large city").check()
    page.get_by_label("Single buildings are listed").check()
    home = page.url.split(FINDER)[0]
    # The day on which a page was read is kept by all pages, and is no answer.
    answers = "() => Object.keys(localStorage).filter(name => name !== 'scifi-read')"
    kept = page.evaluate(answers)

    page.goto(home + CASE)
    intro = page.locator("[data-transfer-intro]")
    expect(intro).to_contain_text("known traits are the same as in Mechelen")
    verdicts = page.locator("[data-axis=heritage] td:last-child, [data-axis=growing] td:last-child")
    expect(verdicts.nth(0)).to_have_text("same")
    expect(verdicts.nth(1)).to_have_text("you have not said")
    page.goto(home + FINDER)
    expect(page.get_by_label("Single buildings are listed")).to_be_checked()
    page.get_by_role("button", name="Forget my answers").click()

    assert kept == ["scifi-profile"]
    assert page.evaluate(answers) == []
    assert "#" not in page.url and "?" not in page.url
    expect(page.locator(".plan")).to_have_count(0)
    page.goto(home + CASE)
    expect(page.locator("[data-transfer-intro]")).to_contain_text("Hold your own city against it")


def test_the_plan_is_saved_as_a_table(filled):
    """Each row says which part it belongs to, what, why, and where to read on."""
    page = filled()

    with page.expect_download() as download:
        page.get_by_role("button", name="Save as table (CSV)").click()

    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert download.value.suggested_filename == "our-plan.csv"
    parts = {"pathway", "obstacle", "remedy", "solution", "case study", "money", "indicator"}
    assert parts <= {row["part"] for row in rows}
    assert {f"step {n}" for n in range(1, 8)} <= {row["part"].split(":")[0] for row in rows}
    assert all(row["what"] and row["address"].startswith("http://") for row in rows)


def test_the_plan_is_saved_as_text(filled):
    """Headings, tasks and links, without buttons; tables become lists."""
    page = filled()

    with page.expect_download() as download:
        page.get_by_role("button", name="Save as text (Markdown)").click()

    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert text.startswith("# Our plan\n")
    for heading in page.locator(".plan h2").all_inner_texts():
        assert f"## {heading}" in text
    assert (
        "](http" in text and "Print our plan" not in text and "<" not in text.replace("<http", "")
    )
    assert "; Answer: 5,000 to 20,000, no large city near" in text


@pytest.mark.parametrize("name", ["shrinking-industrial-town", "tourist-island", "longwy"])
def test_the_plan_prints_on_two_to_four_sheets(visit, tmp_path, name, published_routes):
    """Even a city that answers all ten questions takes at most four sheets to the meeting."""
    page = visit(address(published_routes[name]))
    expect(page.locator(".plan")).to_be_visible()

    page.emulate_media(media="print")
    page.pdf(path=tmp_path / "plan.pdf", prefer_css_page_size=True, **A4)

    sheets = PdfReader(tmp_path / "plan.pdf").pages
    text = " ".join(sheet.extract_text() for sheet in sheets)
    assert 2 <= len(sheets) <= 4
    assert "7. Replicate and scale up" in text and "Our baseline" in text
    assert "Show our road" not in text and "How points are given" not in text
    for sheet in sheets:
        assert [float(n) for n in sheet.mediabox[2:]] == pytest.approx([595, 842], abs=1)


@pytest.mark.parametrize(
    "width, palette", [(DESK, "light"), (DESK, "dark"), (PHONE, "light"), (PHONE, "dark")]
)
def test_finder_and_plan_have_no_barrier(filled, width, palette):
    """With a plan on the page and its details open, the checker finds nothing."""
    page = filled(width=width, color_scheme=palette)
    page.locator(".plan summary").first.wait_for()
    # Those of the page; the menu, once open, lies over it.
    page.evaluate("() => document.querySelectorAll('main details').forEach(d => { d.open = true })")

    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": EVERY_RULE}})

    assert found.response["violations"] == []


def test_without_scripts_one_can_count_by_hand(visit, published):
    """All questions, answers and points are on the page, and it says what to do with them."""
    page = visit(FINDER, scripts=False)

    expect(page.get_by_text("then add up the points in the tables")).to_be_visible()
    text = page.locator("article").text_content()
    for question in published.questions:
        assert question.title in text
        assert all(answer.title in text for answer in question.answers)
    assert page.locator(".finder-rule").count() == len(published.pathways)
    first = page.locator(".finder-rule").first
    first.locator("summary").click()
    assert first.locator("tbody tr").count() == len(published.pathways[0].fits) + len(
        published.pathways[0].against
    )


def test_the_finder_works_from_a_usb_stick(open_page, site):
    """Opened as a file it finds the road, and its links lead to files."""
    page = open_page((site / FINDER / "index.html").as_uri())

    page.get_by_label("A university that shapes the city").check()

    expect(page.locator(".plan-head .lead")).to_contain_text("University city")
    page.locator(".road .card-title a").first.click()
    page.wait_for_url("**/pathways/university-city/index.html")
