"""The maturity check, as two people from a town hall would do it."""

import json
import re
import shutil
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .conftest import Reader, _Quiet, built_by_mkdocs
from .page_types import A4, DESK, NARROW, PHONE
from .test_browser_accessibility import barriers_everywhere
from .test_browser_reflow import OUTSIDE, sideways

PAGE = "pathways/maturity/"

DIMENSIONS = {"example-data": "Data of the example", "example-people": "People", "money": "Money"}
"""Three dimensions, in order: the one of the smallest knowledge base, and two more."""


@pytest.fixture(scope="module")
def small_site(small_project, project, tmp_path_factory) -> Path:
    """A small site with the page of the check and three dimensions that stay as they are."""
    root = shutil.copytree(small_project, tmp_path_factory.mktemp("maturity") / "p", symlinks=True)
    folder = root / "data/dimensions"
    first = (folder / "example-data.yml").read_text(encoding="utf-8")
    for order, (id_, title) in enumerate(DIMENSIONS.items(), 1):
        text = first.replace("title: Data of the example", f"title: {title}")
        text = text.replace("order: 1", f"order: {order}")
        text = text.replace("step: do", "step: plan") if order > 1 else text
        (folder / f"{id_}.yml").write_text(text, encoding="utf-8")
    (root / "docs/pathways").mkdir()
    shutil.copy(project / "docs/pathways/maturity.md", root / "docs/pathways")
    return built_by_mkdocs(root)


@pytest.fixture(scope="module")
def small_url(small_site):
    """The address at which the small site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(small_site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def small_readers(browser, small_site, small_url):
    """One reader with JavaScript and one without, on the small site."""
    own = (small_url, f"{small_site.as_uri()}/", "data:", "blob:")
    found = {on: Reader(browser, own, java_script_enabled=on) for on in (True, False)}
    yield found
    for reader in found.values():
        reader.context.close()


@pytest.fixture
def check(small_readers, small_url):
    """`check("#money=1", width=390)`: the page of the check, which may not complain."""
    used = []

    def visit(hash_="", width=DESK, scripts=True, base=small_url):
        reader = small_readers[scripts]
        used.append(reader)
        reader.renew(width, 900, "light")
        index = "index.html" if base.startswith("file:") else ""
        reader.page.goto(f"{base}{PAGE}{index}{hash_}")
        return reader.page

    yield visit
    for reader in used:
        reader.finish()


def choose(page, dimension, level):
    """Choose a level, 1 to 4, or "We do not know", by mouse."""
    group = page.locator(f"#{dimension}")
    group.locator(".level").nth(4 if level == "unknown" else level - 1).click()


def answer_all(page, *levels):
    """Answer the three questions in order."""
    for dimension, level in zip(DIMENSIONS, levels, strict=True):
        choose(page, dimension, level)


def status(page):
    return page.locator(".maturity-status")


def result(page):
    return page.locator(".maturity-result")


@pytest.mark.parametrize("width", [DESK, PHONE, NARROW])
def test_answers_become_a_profile_with_a_place_to_begin(check, width):
    """Bars, the class, the weakest dimension with its step, the next level of each."""
    page = check(width=width)
    expect(result(page)).to_be_hidden()

    answer_all(page, 3, 2, 4)

    expect(status(page)).to_have_text(
        "3 of 3 answered. Your class: First pilots. Begin with People."
    )
    drawing = page.get_by_role("img", name=re.compile("^Profile:"))
    expect(drawing).to_have_accessible_name(
        "Profile: Data of the example 3 of 4; People 2 of 4; Money 4 of 4."
    )
    assert drawing.locator(".step-on").count() == 9
    assert drawing.locator(".step-off").count() == 3
    expect(page.get_by_role("heading", name="Begin with: People")).to_be_visible()
    expect(result(page)).to_contain_text("People is the lowest of the levels you know.")
    expect(result(page).get_by_role("link", name="Plan the example")).to_have_attribute(
        "href", "../../survival-guide/plan/"
    )
    expect(result(page)).to_contain_text("Ask the one who knows")
    rows = result(page).locator("tbody tr")
    expect(rows.nth(0)).to_contain_text("From 3 to 4: All. All people know them")
    expect(rows.nth(1)).to_contain_text("2 of 4: One")
    expect(rows.nth(2)).to_contain_text("The highest level.")
    assert page.evaluate(OUTSIDE) == []
    assert sideways(page) <= 0


def test_a_tie_begins_with_the_first_and_says_so(check):
    """Of equally low dimensions the first in the list is named, with all of them."""
    page = check("#example-data=3&example-people=1&money=1")

    expect(result(page)).to_contain_text(
        "People and Money are equally low. Begin with People: it comes first in the list."
    )


def test_not_knowing_is_an_answer_and_no_zero(check):
    """Unknown is drawn empty, left out of the class, and told what to do about it."""
    page = check()

    answer_all(page, "unknown", 4, 4)

    expect(status(page)).to_contain_text("Your class: Running services.")
    drawing = page.get_by_role("img", name=re.compile("Data of the example not known"))
    assert drawing.locator(".step-unknown").count() == 4
    expect(result(page).locator("tbody tr").first).to_contain_text("Find out first")
    choose(page, "money", "unknown")
    expect(status(page)).to_contain_text("No class: too little is known.")
    choose(page, "example-people", "unknown")
    expect(page.get_by_role("heading", name="Begin by asking")).to_be_visible()


def test_an_open_question_holds_back_the_class(check):
    """The profile grows with each answer; the class waits for all of them."""
    page = check()

    choose(page, "example-people", 1)

    expect(status(page)).to_have_text("1 of 3 answered.")
    expect(result(page)).to_contain_text("2 questions are still open.")
    expect(page.get_by_role("button", name="Use this for our city")).to_have_count(0)


def test_an_uneven_profile_is_told(check):
    """The class of a city that is far ahead in one thing and nowhere in another hides that."""
    page = check("#example-data=4&example-people=3&money=1")

    expect(result(page)).to_contain_text("Your profile is uneven, from 1 to 4.")


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_the_keyboard_alone_answers_everything(check, width):
    """Tab goes from question to question, arrows and the space bar choose."""
    page = check(width=width)
    page.locator("#example-data input").first.focus()

    page.keyboard.press("Space")
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    for dimension in ("example-people", "money"):
        for _ in range(10):
            page.keyboard.press("Tab")
            if page.evaluate(f"() => document.activeElement.matches('#{dimension} input')"):
                break
        page.keyboard.press("Space")

    expect(status(page)).to_contain_text("3 of 3 answered. Your class: Starting from zero.")
    expect(page).to_have_url(re.compile("#example-data=3&example-people=1&money=1$"))
    button = page.get_by_role("button", name="Use this for our city")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".maturity-keep")).to_contain_text("Stored on this device")


def test_the_address_holds_the_answers_and_nothing_is_sent(check):
    """A reload restores them; they stand behind #, which no server sees."""
    page = check()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    answer_all(page, 2, "unknown", 1)
    expect(page).to_have_url(re.compile("/#example-data=2&example-people=unknown&money=1$"))

    page.reload()

    expect(status(page)).to_contain_text("3 of 3 answered.")
    assert page.locator("#money input").first.is_checked()
    assert not [url for url in asked if "unknown" in url.partition("#")[0]]
    page.get_by_role("button", name="Start again").click()
    expect(result(page)).to_be_hidden()
    expect(page.locator("#example-data input").first).to_be_focused()


@pytest.mark.parametrize("hash_", ["#money", "#money=5&x=1&example-data=%3Cb%3E", "#=", "#%E0%A4"])
def test_an_address_without_good_answers_changes_nothing(check, hash_):
    """A link to a question shows that question; nonsense is no answer."""
    page = check(hash_)

    expect(status(page)).to_have_text("0 of 3 answered.")
    if hash_ == "#money":
        expect(page.locator("#money")).to_be_in_viewport()


def test_back_and_a_new_address_bring_their_answers(check):
    """Whoever opens a colleague's address on the same page sees the colleague's answers."""
    page = check("#example-data=1&example-people=1&money=1")
    expect(status(page)).to_contain_text("Starting from zero")

    page.evaluate("() => { location.hash = 'example-data=4&example-people=4&money=4' }")
    expect(status(page)).to_contain_text("Running services")
    page.go_back()

    expect(status(page)).to_contain_text("Starting from zero")


def test_the_class_is_kept_for_the_finder_and_forgotten_on_request(check):
    """One button writes one answer into the profile, next to what is there; one takes it out."""
    page = check()
    page.evaluate("() => localStorage.setItem('scifi-profile', '{\"size\": [\"small\"]}')")
    answer_all(page, 2, 3, 3)

    page.get_by_role("button", name="Use this for our city").click()

    kept = json.loads(page.evaluate("() => localStorage.getItem('scifi-profile')"))
    assert kept == {"size": ["small"], "maturity": ["first-pilots"]}
    said = page.locator(".maturity-keep")
    expect(said).to_contain_text("Stored on this device, nowhere else.")
    assert said.get_by_role("link").get_attribute("href").endswith("/pathways/find/")
    page.get_by_role("button", name="Forget it").click()
    kept = json.loads(page.evaluate("() => localStorage.getItem('scifi-profile')"))
    assert kept == {"size": ["small"]}
    expect(page.get_by_role("button", name="Use this for our city")).to_be_focused()


def test_nothing_is_stored_before_one_asks_for_it(check):
    """Answering alone leaves no trace in the browser."""
    page = check()
    answer_all(page, 2, 3, 3)

    # The day on which a page was read is kept by all pages.
    assert set(page.evaluate("() => Object.keys(localStorage)")) <= {"scifi-read"}


def test_a_browser_that_stores_nothing_is_told(check):
    """Where storage is forbidden, the check says so and shows the other way."""
    page = check()
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('forbidden') } }")
    answer_all(page, 2, 3, 3)

    page.get_by_role("button", name="Use this for our city").click()

    expect(page.locator(".maturity-keep")).to_contain_text("does not let us store it")


def test_the_table_is_saved_for_a_spreadsheet(check):
    """One row for each dimension and one for the class; unknown is said, not zero."""
    page = check("#example-data=2&example-people=unknown&money=1")

    with page.expect_download() as download:
        page.get_by_role("button", name="Save as CSV").click()

    assert download.value.suggested_filename == "maturity-check.csv"
    rows = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert rows == [
        "Dimension,Level (1 to 4),Level in words,Next level,Step if weakest",
        "Data of the example,2,One,Some,Do the example",
        "People,not known,,,Plan the example",
        "Money,1,Nobody,One,Plan the example",
        "Class on the axis digital maturity,Starting from zero,,,",
    ]


def test_paper_holds_the_result_on_two_sheets(check):
    """With a result, the questions stay off the paper; without one, they are there to fill in."""
    page = check("#example-data=2&example-people=unknown&money=1")
    page.emulate_media(media="print")
    expect(page.locator(".maturity-drawing")).to_be_visible()
    expect(page.locator("form.maturity")).to_be_hidden()
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(prefer_css_page_size=True, **A4))) <= 2

    empty = check()
    empty.emulate_media(media="print")
    expect(empty.locator("form.maturity")).to_be_visible()
    expect(empty.locator("[data-by-hand]")).to_be_visible()


def test_grey_paper_tells_the_steps_apart(check):
    """Filled, empty and unknown steps differ in lightness and line, not in hue alone."""
    page = check("#example-data=2&example-people=unknown&money=1")

    on, off = (
        page.locator(f".{name}").first.evaluate("e => getComputedStyle(e).fill")
        for name in ("step-on", "step-off")
    )
    lightness = [sum(map(int, re.findall(r"\d+", fill)[:3])) / 3 for fill in (on, off)]
    assert lightness[1] - lightness[0] > 120
    dashes = page.locator(".step-unknown").first.evaluate(
        "e => getComputedStyle(e).strokeDasharray"
    )
    assert dashes != "none"


def test_the_result_has_no_barrier(check):
    """The form with a result passes the checker at both widths and in both palettes."""
    page = check("#example-data=2&example-people=unknown&money=1")
    page.get_by_role("button", name="Use this for our city").click()

    assert barriers_everywhere(page) == {}


def test_without_javascript_one_counts_by_hand(check):
    """Questions, levels, the rule and the steps are there; the instruction says how to count."""
    page = check(scripts=False, width=PHONE)

    expect(page.locator("[data-by-hand]")).to_be_visible()
    assert page.locator("fieldset").count() == len(DIMENSIONS)
    page.get_by_role("link", name="find your class").click()
    expect(page.locator("[data-class=running-services]")).to_be_in_viewport()
    expect(page.locator("[data-begin=money]")).to_contain_text("Plan the example")
    assert page.evaluate(OUTSIDE) == []


def test_from_a_usb_stick_the_check_works(check, small_site):
    """Opened as a file it answers, and a reload restores the answers."""
    page = check(base=f"{small_site.as_uri()}/")
    answer_all(page, 1, 1, 1)

    page.reload()

    expect(status(page)).to_contain_text("Your class: Starting from zero.")


def test_the_page_of_the_site_takes_the_lowest_level_everywhere(visit):
    """Whatever dimensions the knowledge base has, all of them at 1 is the start."""
    page = visit(PAGE)
    groups = page.locator("fieldset").all()

    for group in groups:
        group.locator("input").first.check()

    assert groups
    expect(status(page)).to_contain_text(f"{len(groups)} of {len(groups)} answered.")
    expect(status(page)).to_contain_text("Starting from zero")


def test_the_finder_knows_what_the_check_found(visit):
    """The class handed over is already chosen when one opens the pathway finder."""
    page = visit(PAGE)
    for group in page.locator("fieldset").all():
        group.locator("input").first.check()
    page.get_by_role("button", name="Use this for our city").click()

    page.locator(".maturity-keep").get_by_role("link", name="Find your road").click()

    expect(page.locator("input[name=maturity][value=starting-from-zero]")).to_be_checked()
