"""Light and dark: by the system's wish, by a button, remembered, never on paper."""

import re

import pytest
from playwright.sync_api import expect

from .page_types import CASE, HOME, PAGE_TYPES

COLOURS = """
    () => {
        const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        const brightness = colour => {
            pen.fillStyle = colour;
            pen.fillRect(0, 0, 1, 1);
            const [r, g, b] = pen.getImageData(0, 0, 1, 1).data;
            return (r + g + b) / 765;
        };
        const style = getComputedStyle(document.body);
        return [brightness(style.backgroundColor), brightness(style.color)];
    }
"""


def is_dark(page):
    """Whether the page shows bright letters on a dark ground."""
    ground, letters = page.evaluate(COLOURS)
    assert abs(ground - letters) > 0.5, "letters can hardly be told from their ground"
    return ground < letters


@pytest.mark.parametrize("name", ["home", "a case study", "a remedy", "sources", "not found"])
def test_a_dark_system_gets_dark_pages(visit, name):
    """Who has set the system to dark gets bright letters on a dark ground, without a click."""
    assert is_dark(visit(PAGE_TYPES[name], color_scheme="dark"))
    assert not is_dark(visit(PAGE_TYPES[name], color_scheme="light"))


def palette_button(page):
    return page.locator("[data-palette-button]")


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_button_turns_the_palette_and_says_what_it_will_do(visit, system):
    """Its name is the action of the next press, before and after."""
    page = visit(HOME, color_scheme=system)
    other = "light" if system == "dark" else "dark"
    expect(palette_button(page)).to_have_accessible_name(f"Switch to {other} colours")

    palette_button(page).click()

    assert is_dark(page) is (other == "dark")
    expect(palette_button(page)).to_have_accessible_name(f"Switch to {system} colours")

    palette_button(page).click()

    assert is_dark(page) is (system == "dark")
    expect(palette_button(page)).to_have_accessible_name(f"Switch to {other} colours")


def test_the_choice_is_remembered_on_the_next_page(visit):
    """A palette once chosen holds on every page, against the wish of the system."""
    page = visit(HOME, color_scheme="light")
    palette_button(page).click()

    page.locator(".door").first.click()
    expect(page.locator("h1")).to_have_text("Solutions")

    assert is_dark(page)
    expect(palette_button(page)).to_have_accessible_name("Switch to light colours")


def test_only_the_choice_is_stored(visit):
    """Beside the day of reading only the palette is kept, both as the privacy page says."""
    page = visit(HOME)
    assert set(page.evaluate("() => Object.keys(localStorage)")) <= {"scifi-read"}

    palette_button(page).click()

    kept = page.evaluate("() => ({...localStorage})")
    assert {name: kept[name] for name in kept if name != "scifi-read"} == {"scifi-palette": "dark"}
    assert page.evaluate("() => document.cookie") == ""


def test_the_chosen_palette_is_there_before_anything_is_shown(newcomer, site_url):
    """No page flashes up light before it turns dark: the choice is known before the body is."""
    page = newcomer
    page.goto(site_url)
    palette_button(page).click()
    page.add_init_script(
        "new MutationObserver((_, watcher) => {"
        "  if (!document.body) return;"
        "  window.firstPalette = document.documentElement.dataset.palette;"
        "  watcher.disconnect();"
        "}).observe(document, { childList: true, subtree: true });"
    )

    page.goto(f"{site_url}{CASE}")

    assert page.evaluate("() => window.firstPalette") == "dark"


def test_charts_follow_the_palette(visit):
    """The drawn charts turn with the page: bars and labels change their colours."""
    page = visit(HOME, color_scheme="light")
    label = page.locator("#chart-evidence-grades .chart-wide .ytick text").first
    bar = page.locator("#chart-evidence-grades .chart-wide .bars .point path").first

    def fills():
        return [part.evaluate("e => getComputedStyle(e).fill") for part in (label, bar)]

    light = fills()
    palette_button(page).click()
    dark = fills()

    assert all(before != after for before, after in zip(light, dark, strict=True))
    assert all(re.match(r"rgb|color|oklab|oklch", fill) for fill in light + dark)


def test_paper_is_white_and_has_no_header(visit):
    """A printed page starts with its title, in dark letters on white, whatever was on screen."""
    page = visit(CASE, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")

    expect(page.locator(".site-header")).to_be_hidden()
    expect(page.locator(".toc")).to_be_hidden()
    expect(page.locator(".chart-tools").first).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    assert not is_dark(page)


def test_paper_shows_the_table_of_each_chart(visit):
    """What has to be unfolded on screen is unfolded on paper."""
    page = visit(HOME)
    table = page.locator("#chart-evidence-grades .chart-data table")
    expect(table).to_be_hidden()

    page.emulate_media(media="print")

    expect(table).to_be_visible()


def test_paper_names_the_addresses_of_the_sources(visit):
    """On paper, where nothing can be clicked, the receipts spell out their addresses."""
    page = visit(CASE)
    page.emulate_media(media="print")

    link = page.locator(".receipts a").first
    shown = link.evaluate("e => getComputedStyle(e, '::after').content")

    assert link.get_attribute("href") in shown
