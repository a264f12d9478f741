"""First-aid triage and the red page, as a person in trouble would use them."""

import re

import pytest
import yaml
from playwright.sync_api import expect

from .page_types import A4, DESK, NARROW, PHONE
from .test_browser_accessibility import AT_BOTH_WIDTHS, barriers_everywhere, barriers_in

AID_KIT = "aid-kit/"
RED = "aid-kit/today/"


@pytest.fixture(scope="module")
def remedies(project):
    """The remedies of the knowledge base, by id, as they stand in their files."""
    paths = sorted((project / "data/remedies").glob("*.yml"))
    return {p.stem: yaml.safe_load(p.read_text(encoding="utf-8")) for p in paths}


def box(page):
    """The search box, which is there as soon as the data are."""
    return page.get_by_role("searchbox", name="What went wrong?")


def results(page):
    """Titles of the remedies found, in order."""
    return page.locator(".triage-results h3 a").all_inner_texts()


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("council says no", "After the election nobody wants it any more"),
        ("sensors die in winter", "Our sensors are dead, wrong or unsafe"),
        ("only one bidder", "Only one bid, or none"),
    ],
)
def test_words_lead_to_the_remedy(visit, width, words, title):
    """Typed words show the remedy first, with what matched; the click lands on its first aid."""
    page = visit(AID_KIT, width=width)

    box(page).fill(words)

    best = page.locator(".triage-results > li").first
    expect(best.locator("h3")).to_have_text(title)
    expect(best.locator(".triage-said")).to_have_text(f"“{words}”")
    expect(best.locator(".urgency")).to_have_text(re.compile("^Act (today|this week)$"))
    expect(page.locator(".triage-status")).to_contain_text(f"Enter opens “{title}”")
    first = best.locator(".triage-first").inner_text()
    best.locator("h3 a").click()
    expect(page.locator("h1")).to_have_text(title)
    step = page.locator(".first-aid li").first.inner_text()
    assert re.sub(r"\W|\d", "", step) in re.sub(r"\W|\d", "", first)


def test_the_first_step_keeps_its_receipts(visit, remedies):
    """The step in the result links to the same sources as on the remedy's page."""
    title = next(r["title"] for r in remedies.values() if "[@ours]" not in r["first_aid"][0])
    page = visit(AID_KIT)
    box(page).fill(title)
    item = page.locator(".triage-results > li", has_text=title)
    shown = item.locator(".receipt a").evaluate_all("all => all.map(a => a.href)")

    item.locator("h3 a").click()

    expect(page.locator("h1")).to_have_text(title)
    step = page.locator(".first-aid li").first.locator(".receipt a")
    assert shown == step.evaluate_all("all => all.map(a => a.href)") != []


def test_the_keyboard_alone_lands_on_the_remedy(visit):
    """Tab to the box, type, Enter: the best remedy opens; Back brings words and results again."""
    page = visit(AID_KIT)
    box(page).wait_for()
    page.locator(".red-button").focus()
    page.keyboard.press("Tab")
    expect(box(page)).to_be_focused()

    page.keyboard.type("only one bidder")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text("Only one bid, or none")
    expect(page).to_have_url(re.compile("/aid-kit/no-bids/$"))
    page.go_back()
    expect(box(page)).to_have_value("only one bidder")
    assert results(page)[0] == "Only one bid, or none"


def test_tab_goes_from_the_box_to_the_results_in_order(visit):
    """After the button come the remedies as listed, then the topics."""
    page = visit(f"{AID_KIT}#q=council+says+no")
    page.locator(".triage-results").wait_for()
    titles = results(page)
    box(page).focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Best remedy")).to_be_focused()

    stops = []
    while len(stops) < 40 and not page.evaluate(
        "() => document.activeElement.matches('.triage-topics summary')"
    ):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("() => document.activeElement.innerText.trim()"))

    assert [stop for stop in stops if stop in titles] == titles


def test_the_address_holds_the_words(visit, site_url):
    """Typing writes the words into the address, a reload restores them, emptying removes them."""
    page = visit(AID_KIT)
    box(page).fill("Wi-Fi & spies")
    expect(page).to_have_url(f"{site_url}{AID_KIT}#q=Wi-Fi%20%26%20spies")

    page.reload()

    expect(box(page)).to_have_value("Wi-Fi & spies")
    expect(page.locator(".triage-results > li").first).to_be_visible()
    box(page).fill("")
    expect(page).to_have_url(f"{site_url}{AID_KIT}")
    assert results(page) == []


def test_nothing_found_leads_on(visit):
    """The list by urgency is one click away, and so is the whole site with the same words."""
    page = visit(AID_KIT)
    box(page).fill("zzqqjjv")

    expect(page.locator(".triage-status")).to_have_text("No remedy found for these words.")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Aid kit")
    page.get_by_role("link", name="All remedies by urgency").click()
    expect(page.locator("#by-urgency")).to_be_in_viewport()
    page.get_by_role("button", name="Search the whole site").click()
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_have_value("zzqqjjv")
    expect(page.locator("#search [role=status]")).to_contain_text("Nothing found")


def test_a_sentence_can_be_picked(visit):
    """A topic unfolds its sentences; each is a link to the remedy."""
    page = visit(AID_KIT, width=PHONE)

    page.locator(".triage-topics summary", has_text="The technology fails").click()
    page.get_by_role("link", name="“half the map is grey”").click()

    expect(page.locator("h1")).to_have_text("Our sensors are dead, wrong or unsafe")


def test_without_javascript_all_sentences_are_links(visit, remedies):
    """No box that does nothing: topics unfold by themselves, every sentence leads to its page."""
    page = visit(AID_KIT, scripts=False)

    expect(page.locator("[data-tool=triage]")).to_be_empty()
    assert page.locator(".triage-topics .symptoms a").count() == sum(
        len(r["symptoms"]) for r in remedies.values()
    )
    page.locator(".triage-topics summary").first.click()
    link = page.locator(".triage-topics .symptoms a").first
    expect(link).to_be_visible()
    link.click()
    expect(page.locator("h2", has_text="First aid today")).to_be_visible()


def test_from_a_usb_stick_the_search_works(open_page, site):
    """Opened as a file, words are found and Enter opens the page, not a folder."""
    page = open_page(f"{site.as_uri()}/aid-kit/index.html")

    box(page).fill("no offers came in")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text("Only one bid, or none")


def test_the_results_have_no_barrier(visit):
    """Results and the offer after nothing was found pass the checker, everywhere."""
    page = visit(f"{AID_KIT}#q=council+says+no")
    page.locator(".triage-results").wait_for()
    page.locator(".triage-topics summary").first.click()
    assert barriers_everywhere(page) == {}

    box(page).fill("zzqqjjv")
    assert barriers_in(page, *AT_BOTH_WIDTHS) == {}


def test_first_aid_is_on_the_first_screen(visit, remedies):
    """On a phone, the whole first step is read without scrolling, also where it is longest."""
    longest = sorted(remedies, key=lambda id_: -len(remedies[id_]["first_aid"][0]))[:3]
    titles = sorted(remedies, key=lambda id_: -len(remedies[id_]["title"]))[:2]

    for id_ in dict.fromkeys(longest + titles):
        page = visit(f"aid-kit/{id_}/", width=PHONE, height=844)
        step = page.locator(".first-aid li").first.bounding_box()
        assert step["y"] + step["height"] <= 844, id_


@pytest.mark.parametrize("width", [PHONE, NARROW])
def test_the_red_page_opens_by_a_tap_without_javascript(visit, remedies, width):
    """Today's troubles are large targets; a tap shows the steps with their receipts."""
    page = visit(RED, width=width, scripts=False)
    troubles = page.locator("details.red")
    assert troubles.locator("strong").all_inner_texts() == [
        r["title"] for r in remedies.values() if r["urgency"] == "today"
    ]

    for trouble in troubles.all():
        summary = trouble.locator("summary")
        size = summary.bounding_box()
        assert size["height"] >= 44 and size["width"] >= width * 0.8
        expect(trouble.locator("li").first).to_be_hidden()
        summary.click()
        expect(trouble.locator("li").first).to_be_visible()

    assert page.locator("details.red .receipt a").count() > 0
    page.locator(".red-on a").first.click()
    expect(page.locator(".first-aid")).to_be_visible()


def test_the_red_page_works_by_keyboard(visit):
    """Tab reaches each trouble, Enter opens it, the next stop is inside."""
    page = visit(RED)
    page.locator("details.red summary").first.focus()

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.locator("details.red li").first).to_be_visible()
    assert page.evaluate("() => document.activeElement.closest('details.red') !== null")


@pytest.mark.parametrize("start", ["", AID_KIT])
def test_the_red_page_is_one_click_away(visit, start):
    """From the home page and from the aid kit; the menu of every page has it too."""
    page = visit(start, width=PHONE)

    page.get_by_role("link", name="It is burning: first aid today").click()

    expect(page.locator("h1")).to_have_text("First aid today")
    page.locator("details.menu summary").click()
    expect(page.locator("details.menu").get_by_role("link", name="First aid today")).to_be_visible()


def test_the_red_page_loads_no_script_of_its_own(visit):
    """It asks for the page, one style sheet more than any page, and nothing else."""
    page = visit(RED)

    loaded = page.evaluate("() => performance.getEntriesByType('resource').map(file => file.name)")
    own = [address for address in loaded if "/bundle/tools/" in address]
    assert [address.rpartition("/")[2].partition("-")[0] for address in own] == ["red"]
    assert not [address for address in loaded if "/assets/data/" in address]


def test_the_open_red_page_has_no_barrier(visit):
    """With every trouble open, at both widths and in both palettes."""
    page = visit(RED)
    for summary in page.locator("details.red summary").all():
        summary.click()

    assert barriers_everywhere(page) == {}


def test_the_red_page_fits_two_sheets_for_the_wall(visit):
    """On paper everything is open, and there are two A4 pages of it at most."""
    page = visit(RED)
    page.emulate_media(media="print")
    for step in page.locator("details.red li").all():
        expect(step).to_be_visible()

    sheets = re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(prefer_css_page_size=True, **A4))

    assert 1 <= len(sheets) <= 2
