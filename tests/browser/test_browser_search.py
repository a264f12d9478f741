"""Search: words and facets lead to pages, by mouse and by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from .page_types import CASE, HOME


@pytest.fixture
def search(visit):
    """The open search dialog of a page below the home page."""
    page = visit(CASE)
    page.get_by_role("link", name="Search", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    return page


def found(page):
    """Wait until the search has answered; how many pages it found."""
    status = page.locator("#search [role=status]")
    expect(status).to_have_text(re.compile(r"^(\d+ pages?\b|The best \d+ pages|Nothing found)"))
    number = re.search(r"\d+", status.text_content())
    return int(number.group()) if number else 0


def choose(page, facet, value):
    """Choose a facet and wait for the new answer."""
    status = page.locator("#search [role=status]")
    before = status.text_content()
    page.get_by_role("combobox", name=re.compile(f"^{facet}")).select_option(value)
    expect(status).not_to_have_text(before)
    return found(page)


def parts(page):
    """The part that each result names."""
    return {text.strip() for text in page.locator(".search-results .search-part").all_inner_texts()}


def facts(page, site, name):
    """For each result, the facets of one name that its page declares."""
    links = page.locator(".search-results a").evaluate_all(
        "links => links.map(link => link.pathname)"
    )
    return [
        re.findall(
            rf'data-pagefind-filter="{name}(?::|">)([^"<]+)',
            (site / path.lstrip("/") / "index.html").read_text(encoding="utf-8"),
        )
        for path in links
    ]


def test_the_button_opens_the_search_and_words_find_pages(search):
    """Typing shows pages, each with its title, its part and the words around the match."""
    expect(search.get_by_role("searchbox")).to_be_focused()

    search.get_by_role("searchbox").fill("bicycle")

    assert found(search) > 1
    for result in search.locator(".search-results li").all():
        assert result.locator("a").inner_text().strip()
        assert result.locator(".search-part").inner_text().strip()
        assert result.locator("p").last.inner_text().strip()
    assert search.locator(".search-results mark").count() > 0


def test_a_slash_opens_the_search(visit):
    """The key that many sites use for search opens it, and does not type itself."""
    page = visit(HOME)

    page.keyboard.press("/")

    expect(page.get_by_role("searchbox")).to_be_focused()
    assert page.get_by_role("searchbox").input_value() == ""
    page.keyboard.type("his/her")
    assert page.get_by_role("searchbox").input_value() == "his/her"


def test_the_part_facet_narrows_the_results(search):
    """With a part chosen, only pages of that part are left."""
    search.get_by_role("searchbox").fill("data")
    found(search)
    assert len(parts(search)) > 1

    assert choose(search, "Part", "Aid kit") > 1
    assert parts(search) == {"Aid kit"}


@pytest.mark.parametrize(
    ("facet", "value"),
    [("Theme", "waste"), ("Theme", "mobility"), ("Country", "France"), ("Country", "Belgium")],
)
def test_theme_and_country_narrow_the_results(search, site, facet, value):
    """With a theme or a country chosen, only pages about it are left."""
    search.get_by_role("searchbox").fill("city")
    found(search)

    assert choose(search, facet, value) > 1
    assert all(value in declared for declared in facts(search, site, facet.lower()))


def test_facets_work_without_words(search, site):
    """Choosing facets alone lists what there is; two facets narrow each other."""
    search.get_by_role("combobox", name=re.compile("^Country")).select_option("France")
    french = found(search)
    both = choose(search, "Part", "Case studies")

    assert 0 < both < french
    assert parts(search) == {"Case studies"}
    assert all("France" in declared for declared in facts(search, site, "country"))


def test_a_result_leads_to_its_page(search):
    """Following a result arrives at the page with that title."""
    search.get_by_role("searchbox").fill("only one bid")
    found(search)
    link = search.locator(".search-results a").first
    title = link.inner_text()

    link.click()

    expect(search.locator("h1")).to_have_text(title)
    expect(search.get_by_role("dialog")).to_be_hidden()


def test_what_a_person_would_say_finds_the_remedy(search):
    """The words of a symptom find the first aid for it among the first results."""
    search.get_by_role("searchbox").fill("no bids")
    found(search)

    first = search.locator(".search-results a").evaluate_all("all => all.map(a => a.pathname)")[:5]

    assert "/aid-kit/no-bids/" in first


@pytest.mark.parametrize(
    ("words", "solution", "name"),
    [
        ("example of a city where smart bins failed", "bin-sensors-and-dynamic-rounds", "en"),
        ("volle vuilnisbakken", "bin-sensors-and-dynamic-rounds", "nl"),
        ("réseau de chaleur rentable ?", "waste-heat-networks", "fr"),
        ("Was bringt Fernwärme?", "waste-heat-networks", "de"),
        ("verkeersluwe wijk", "low-traffic-areas", "nl"),
        ("arosage inteligent", "smart-irrigation", "fr"),
    ],
)
def test_what_readers_call_it_at_home_finds_the_solution(search, words, solution, name):
    """Among the first three, with the name that was meant, in its language; slips are forgiven."""
    search.get_by_role("searchbox").fill(words)
    found(search)

    first = search.locator(".search-results li").filter(
        has=search.locator(f"a[href*='solutions/{solution}/']")
    )
    expect(first).to_have_count(1)
    links = search.locator(".search-results a").evaluate_all("all => all.map(a => a.pathname)")
    assert f"/solutions/{solution}/" in links[:3]
    assert len(links) == len(set(links))
    expect(first.locator("mark").first).to_have_attribute("lang", name)


def test_names_obey_the_facets(search):
    """A solution is not found where only another part, theme or a country is asked for."""
    search.get_by_role("searchbox").fill("slimme vuilnisbakken")
    found(search)
    bins = search.locator(".search-results a[href*='solutions/bin-sensors']")
    expect(bins).to_have_count(1)

    theme = search.get_by_role("combobox", name=re.compile("^Theme"))
    theme.select_option("waste")
    expect(bins).to_have_count(1)
    theme.select_option("heat")
    expect(bins).to_have_count(0)


def test_words_that_stand_nowhere_are_answered(search):
    """Nothing found is said, in words, with a way on."""
    # Where no page has a word, its beginnings are sought: no page may have any of these either.
    search.get_by_role("searchbox").fill("qzzyxqwv")

    assert found(search) == 0
    expect(search.locator("#search [role=status]")).to_contain_text("Try another word")
    assert search.locator(".search-results li").count() == 0


def test_clearing_the_words_clears_the_results(search):
    """An empty search shows nothing, not the results of before."""
    search.get_by_role("searchbox").fill("bicycle")
    assert found(search) > 0

    search.get_by_role("searchbox").fill("")

    expect(search.locator(".search-results li")).to_have_count(0)
    expect(search.locator("#search [role=status]")).to_have_text("")


def test_escape_closes_the_search_and_gives_the_focus_back(search):
    """After Escape one stands where one was: on the button that opened the search."""
    search.get_by_role("searchbox").fill("bicycle")
    found(search)

    search.keyboard.press("Escape")
    if search.get_by_role("dialog").is_visible():
        # The first Escape empties a search field; the second leaves.
        search.keyboard.press("Escape")

    expect(search.get_by_role("dialog")).to_be_hidden()
    expect(search.locator("[data-search-open]")).to_be_focused()


def test_the_slash_gives_the_focus_back_to_the_link_one_was_on(visit):
    """Opened by key from the middle of a page, the search returns there."""
    page = visit(HOME)
    page.locator(".door").nth(1).focus()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()

    page.keyboard.press("Escape")

    expect(page.locator(".door").nth(1)).to_be_focused()


@pytest.mark.parametrize("way", ["button", "outside"])
def test_the_search_closes_by_mouse(search, way):
    """The close button and a click beside the dialog both close it."""
    if way == "button":
        search.get_by_role("button", name="Close").click()
    else:
        search.mouse.click(5, 5)

    expect(search.get_by_role("dialog")).to_be_hidden()


def test_the_search_keeps_the_keyboard_inside(search):
    """While it is open, Tab goes round in the dialog and never to the page behind it."""
    search.get_by_role("searchbox").fill("bicycle")
    found(search)

    stops = search.locator("#search :is(a, button, input, select)").count()
    for _ in range(stops + 3):
        search.keyboard.press("Tab")
        outside = search.evaluate(
            "() => document.activeElement !== document.body"
            " && !document.querySelector('#search').contains(document.activeElement)"
        )
        assert not outside


def test_enter_opens_the_best_result_and_back_comes_back_to_the_search(search):
    """Two keys from a question to its page, and the search is there again afterwards."""
    search.get_by_role("searchbox").fill("leverancier failliet")
    found(search)

    search.keyboard.press("Enter")
    expect(search.locator("h1")).to_contain_text("Our supplier is bankrupt")
    search.go_back()

    expect(search.get_by_role("dialog")).to_be_visible()
    expect(search.get_by_role("searchbox")).to_have_value("leverancier failliet")
    expect(search.locator(".search-results a").first).to_contain_text("Our supplier is bankrupt")


def test_arrows_go_through_the_results_and_back_to_the_words(search):
    """Down to the first and the second result, up again to where one types."""
    search.get_by_role("searchbox").fill("bicycle")
    found(search)
    links = search.locator(".search-results a")

    search.keyboard.press("ArrowDown")
    search.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    search.keyboard.press("ArrowUp")
    search.keyboard.press("ArrowUp")

    expect(search.get_by_role("searchbox")).to_be_focused()


def test_there_is_more_after_twenty(search):
    """The button shows the next ones below, and the focus goes to the first of them."""
    search.get_by_role("searchbox").fill("city")
    assert found(search) == 20

    search.get_by_role("button", name="Show more").click()

    links = search.locator(".search-results a")
    expect(links).to_have_count(40)
    expect(links.nth(20)).to_be_focused()


def test_a_link_with_words_opens_the_search(visit):
    """Whoever shares `?q=waste` shows what he found."""
    page = visit(f"{HOME}?q=waste")

    expect(page.get_by_role("searchbox")).to_have_value("waste")
    assert found(page) > 1


@pytest.mark.parametrize("words", ["afval", "parking"])
def test_letter_by_letter_finds_the_same_as_at_once(search, words):
    """No page is offered that holds only the beginning of a word."""
    box = search.get_by_role("searchbox")
    box.fill(words)
    found(search)
    links = search.locator(".search-results a")
    at_once = links.evaluate_all("all => all.map(a => a.pathname)")

    box.fill("")
    box.press_sequentially(words, delay=150)
    # An answer to fewer letters may still be shown, and be as long.
    expect(links.first).to_have_attribute("href", re.compile(re.escape(at_once[0])))
    expect(links).to_have_count(len(at_once))

    assert links.evaluate_all("all => all.map(a => a.pathname)") == at_once


def test_no_word_leaves_the_browser(newcomer, site_url):
    """What one types is in no request: the index is read, the words stay here."""
    page, asked = newcomer, []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url)
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("bicycle")
    assert found(page) > 0

    assert any("pagefind" in url for url in asked)
    assert not [url for url in asked if "bicycle" in url]


def test_from_a_usb_stick_titles_are_found_without_accents(open_page, site):
    """Where no index can be read, “aguilas” still finds Águilas, and a stop word stops nothing."""
    page = open_page(f"{site.as_uri()}/index.html")
    page.keyboard.press("/")

    page.get_by_role("searchbox").fill("the aguilas")

    assert found(page) > 0
    expect(page.locator(".search-results")).to_contain_text("Águilas")
    page.get_by_role("searchbox").fill("slimme vuilnisbakken")
    bins = page.locator(".search-results a[href*='solutions/bin-sensors']")
    expect(bins).to_have_attribute("href", re.compile(r"/index\.html$"))
    bins.click()
    expect(page.locator("h1")).to_contain_text("bins")


def test_the_home_page_begins_with_the_search(visit):
    """In the first view, and it opens the same dialog; Escape leads back to it."""
    page = visit(HOME)
    door = page.get_by_role("link", name="Search: litter bins")
    assert door.bounding_box()["y"] < 600

    door.click()
    page.get_by_role("searchbox").fill("bins")
    assert found(page) > 1
    page.keyboard.press("Escape")
    if page.get_by_role("dialog").is_visible():
        page.keyboard.press("Escape")

    expect(door).to_be_focused()
